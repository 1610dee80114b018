"""The window fits a small screen: it never grows past it, and nothing that matters is cut."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from console.services.center import Center
from console.services.demo import make
from console.settings import Settings, embedded_file
from console.tour.hands import Clock, SilentTelephone
from console.ui.person.openings import OpeningsCard
from console.ui.theme.theme import Layout, Mode, Theme
from console.ui.widgets import Digit, Label, MessageSlot, Tag
from console.ui.window import LEAST_HEIGHT, LEAST_WIDTH, Window
from tests.shots.__main__ import NOW, SCENES, Scene

SMALL = (1366, 768)
PEOPLE = 20
# What may be cut by design: the sentences of the opening lines and of the message slot, which
# are whole in their tooltips and accessible names.
MAY_ELIDE = (OpeningsCard, MessageSlot)
WITH_PEOPLE = (
    "free", "record", "results", "call", "unverified", "wrapup", "reached", "stop", "unknown",
    "offline", "escalation", "callback", "send", "review", "newcomer", "supervisor", "season",
    "correct", "correct_text", "correct_person", "correct_relations", "correct_history",
    "import_choose", "import_report", "import_runs",
)  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("demo")
    settings = Settings(profile=base, database=embedded_file(base))
    with Center(settings, Clock(NOW.astimezone(ZoneInfo("UTC")))) as center:
        make(center.shared, center.library(), people=PEOPLE, now=center.clock())
    return base


@pytest.fixture
def scene(demo: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Scene]:
    profile = tmp_path / "profile"
    shutil.copytree(demo, profile)
    settings = Settings(profile=profile, database=embedded_file(profile), login="jmays")
    with SilentTelephone():
        scene = Scene(settings, SMALL, Mode.LIGHT)
        yield scene
        scene.close()


@pytest.mark.parametrize("layout", [Layout.COMPACT, Layout.WIDE])
def test_the_least_size_is_that_of_a_small_screen(qapp: QApplication, layout: Layout) -> None:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    theme.set_layout(layout)
    window = Window(theme)
    least = window.minimumSizeHint()
    assert least.width() <= SMALL[0]
    assert least.height() <= SMALL[1]
    window.deleteLater()  # carried out before the next test


def test_no_text_is_larger_than_the_screen_has_room_for(qapp: QApplication) -> None:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    window = Window(theme)
    window.resize(*SMALL)
    assert window.largest_text(2.0) == window.largest_text(1.15) == 1.15
    theme.set_factor(1.15)
    least = window.minimumSizeHint()
    assert least.width() <= SMALL[0]
    assert least.height() <= SMALL[1]
    assert least.width() <= LEAST_WIDTH * 1.15
    assert least.height() <= LEAST_HEIGHT * 1.15
    window.deleteLater()


@pytest.mark.parametrize("name", WITH_PEOPLE)
def test_a_small_screen_shows_every_word_that_matters(scene: Scene, name: str) -> None:
    SCENES[name](scene)
    QApplication.processEvents()
    window = scene.app.window
    assert (window.width(), window.height()) == SMALL
    assert cut(window) == []


def cut(window: Window) -> list[str]:
    """Labels, outcomes and tags in view of which a part is hidden for want of room."""
    labels = [
        label.text()
        for label in window.findChildren(Label)
        if label.isVisible() and label.elided and not _may_elide(label)
    ]
    digits = [
        digit.words
        for digit in window.findChildren(Digit)
        if digit.isVisible() and not digit.fits(digit.width())
    ]
    tags = [
        tag.text()
        for tag in window.findChildren(Tag)
        if tag.isVisible() and tag.width() < tag.sizeHint().width()
    ]
    return labels + digits + tags


def _may_elide(label: Label) -> bool:
    parent = label.parentWidget()
    while parent is not None and not isinstance(parent, MAY_ELIDE):
        parent = parent.parentWidget()
    return parent is not None
