"""The window fits a small screen: it never grows past it, and nothing that matters is cut."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.rules import hints
from console.rules.hints import Hint
from console.services.center import Center
from console.services.demo import make
from console.settings import ENGLISH, Settings, embedded_file
from console.tour.hands import Clock, SilentTelephone
from console.ui import language
from console.ui.flows.hints import KEPT
from console.ui.person.openings import OpeningsCard
from console.ui.theme.theme import Layout, Mode, Theme
from console.ui.widgets import Digit, Label, MessageSlot, Tag
from console.ui.window import LEAST_HEIGHT, LEAST_WIDTH, Window
from tests import words
from tests.shots.__main__ import NOW, SCENES, Scene, call

SMALL, LARGE = (1366, 768), (1920, 1080)
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
        center.memory.set(KEPT, hints.write(frozenset(Hint)))  # nobody's first day
    return base


@pytest.fixture
def show(demo: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Scene]]:
    """Opens one console of a size in a language."""
    scenes = []

    def open_scene(size: tuple[int, int], code: str = ENGLISH) -> Scene:
        profile = tmp_path / "profile"
        shutil.copytree(demo, profile)
        settings = Settings(profile=profile, database=embedded_file(profile), login="jmays")
        scenes.append(Scene(settings, size, Mode.LIGHT, code))
        return scenes[-1]

    with SilentTelephone():
        yield open_scene
        for scene in scenes:
            scene.app.language.use(ENGLISH)
            scene.close()


@pytest.fixture
def scene(show: Callable[..., Scene]) -> Scene:
    return show(SMALL)


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


# Reasons are whole in their tooltip and under Alt W.
SPANISH_MAY_ELIDE = "Motivo: "


@pytest.mark.parametrize("name", ["unverified", "stop", "escalation", "season"])
def test_a_small_screen_has_room_for_spanish(show: Callable[..., Scene], name: str) -> None:
    scene = show(SMALL, "es")
    SCENES[name](scene)
    QApplication.processEvents()
    window = scene.app.window
    assert (window.width(), window.height()) == SMALL
    assert [words for words in cut(window) if not words.startswith(SPANISH_MAY_ELIDE)] == []


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_words_that_are_two_fifths_longer_push_nothing_off_the_screen(
    show: Callable[..., Scene], monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """What gets no room ends in "…" and is whole in its tooltip; numbers and digits stay whole."""
    monkeypatch.setattr(language, "read", lambda _file: longer())
    scene = show(size, "es")
    call(scene)
    QApplication.processEvents()
    window = scene.app.window
    labels = [label for label in window.findChildren(Label) if label.isVisible()]
    assert any(label.text().startswith("⟦") for label in labels)
    assert (window.width(), window.height()) == size
    assert window.minimumSizeHint().width() <= size[0]
    assert [label.text() for label in labels if label.elided and not label.toolTip()] == []
    assert [label.text() for label in labels if label.width() < label.sizeHint().width() / 2] == []


def longer() -> dict[language.Key, tuple[str, ...]]:
    """Every text of the window between ⟦ and ⟧, and two fifths longer."""
    texts = [text for text in words.find().texts if "date format" not in text.comment]
    grown = {text: f"⟦{text.source}{'~' * round(len(text.source) * 0.4)}⟧" for text in texts}
    return {
        (text.context, text.source, text.comment): (form,) * (1 + text.plural)
        for text, form in grown.items()
    }


def test_the_window_opens_from_right_to_left(
    scene: Scene, qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    SCENES["record"](scene)
    QApplication.processEvents()
    window = scene.app.window
    assert not window.grab().isNull()  # every part paints itself, and Qt's warnings fail
    assert (window.width(), window.height()) == SMALL
    assert window.console.lookup.x() > window.console.guide.x()


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
