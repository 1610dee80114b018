"""The window fits every screen that the design names, in every arrangement and language.

Each walk opens one console and shows one state after another; at each it is resized, and everything
in view is looked at: words cut, parts squeezed or one over the other, texts read as HTML. What a
size of text does to the arrangement is the same as a smaller window (see `layout_for`), and a
window is resized in a tenth of the time; so larger text is tried once, and smaller windows always.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
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
from console.ui.theme.theme import FACTORS, Layout, Mode
from console.ui.widgets import Label
from tests import words
from tests.shots.__main__ import NOW, SCENES, Scene
from tests.ui.fits import cut, faults, overlapping, resize
from tests.ui.references import difference, kept, unlike

PEOPLE = 20
SMALL, LARGE = (1366, 768), (1920, 1080)
SIZES = {
    SMALL: Layout.COMPACT,
    LARGE: Layout.WIDE,  # 3840x2160 at a device pixel ratio of 2 as well
    (960, 540): Layout.NARROW,  # 1920x1080 with text at 200 %
    (853, 480): Layout.NARROW,  # 1280x720 at 150 %
    (683, 384): Layout.NARROW,  # 1366x768 with text at 200 %
}
TRIED = {ENGLISH: (SMALL, (853, 480)), "es": (SMALL, LARGE, (683, 384))}
"""By language; Spanish is longer, so what it has room for English has."""
LOOKS = [
    pytest.param(ENGLISH, Mode.LIGHT, id="en"),
    pytest.param("es", Mode.LIGHT, id="es"),
    pytest.param(ENGLISH, Mode.DARK, id="en-dark", marks=pytest.mark.soak),
    pytest.param("es", Mode.DARK, id="es-dark", marks=pytest.mark.soak),
]
TELLING = ("call", "unverified", "stop", "wrapup", "supervisor")
"""States that look so different that their pictures must be told apart."""
UNLIKE = 0.02
"""Share of a picture that may differ from the one that is kept."""

WALKS: dict[str, tuple[str, ...]] = {
    "desk": ("free", "results", "record", "account", "keys"),
    "call": ("call", "reasons", "escalation", "callback", "appointment", "send", "handoff",
             "correct", "reached", "offline"),
    "unverified": ("unverified",),
    "stop": ("stop",),
    "wrapup": ("wrapup", "review"),
    "unknown": ("unknown", "newcomer"),
    "correct": ("correct_text", "correct_person", "correct_relations", "correct_history"),
    "imports": ("import_choose", "import_report", "import_runs", "import_undo"),
    "mapping": ("mapping_words",),
    "stuck": ("stuck",),
    "supervisor": ("supervisor", "season", "unusual"),
    "covered": ("signin", "newpassword", "locked"),
}  # fmt: skip
LONG_WALKS = ("unverified", "supervisor")


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
    """Opens one console in a language."""
    scenes = []

    def open_scene(code: str = ENGLISH, mode: Mode = Mode.LIGHT) -> Scene:
        profile = tmp_path / "profile"
        shutil.copytree(demo, profile)
        settings = Settings(profile=profile, database=embedded_file(profile), login="jmays")
        scenes.append(Scene(settings, SMALL, mode, code))
        return scenes[-1]

    with SilentTelephone():
        yield open_scene
        for scene in scenes:
            scene.app.language.use(ENGLISH)
            scene.close()


def walk(
    scene: Scene, names: tuple[str, ...], sizes: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Through the states, and through the sizes at each."""
    for name in names:
        SCENES[name](scene)
        for size in sizes:
            resize(scene.app.window, size)
            yield name, size
        resize(scene.app.window, SMALL)
        scene.hands.press("Escape", "Escape")


@pytest.mark.parametrize(("code", "mode"), LOOKS)
@pytest.mark.parametrize("names", WALKS.values(), ids=WALKS)
def test_every_state_looks_as_it_shall_and_every_word_is_whole(
    show: Callable[..., Scene], names: tuple[str, ...], code: str, mode: Mode
) -> None:
    scene = show(code, mode)
    window, found = scene.app.window, []
    for name, size in walk(scene, names, TRIED[code]):
        assert (window.width(), window.height()) == size, name
        assert window.theme.layout is SIZES[size]
        share = difference(f"{name}-{code}-{mode.value}-{size[0]}", window)
        if share > UNLIKE:
            found.append(f"{name}, {size[0]}x{size[1]}: looks {share:.1%} different")
        found += [f"{name}, {size[0]}x{size[1]}: {fault}" for fault in faults(window)]
    assert found == [], "what looks different: see tests/ui/references.py"


@pytest.mark.parametrize("width", [size[0] for size in TRIED[ENGLISH]])
def test_the_pictures_that_are_kept_are_told_apart(width: int) -> None:
    """Else a window that shows another state would pass for the right one."""
    pictures = [kept(f"{name}-{ENGLISH}-{Mode.LIGHT.value}-{width}") for name in TELLING]
    assert not any(picture.isNull() for picture in pictures)
    assert min(unlike(*pair) for pair in combinations(pictures, 2)) > UNLIKE


@pytest.mark.parametrize("name", LONG_WALKS)
def test_words_that_are_two_fifths_longer_push_nothing_off_the_screen(
    show: Callable[..., Scene], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What gets no room ends in "…" and is whole in its tooltip; numbers and digits stay whole."""
    monkeypatch.setattr(language, "read", lambda _file: longer())
    scene = show("es")
    window, found = scene.app.window, []
    for state, size in walk(scene, WALKS[name], (SMALL, (960, 540))):
        assert (window.width(), window.height()) == size
        labels = [label for label in window.findChildren(Label) if label.isVisible()]
        assert any(label.text().startswith("⟦") for label in labels)
        wrong = [label.text() for label in labels if label.elided and not label.toolTip()]
        wrong += overlapping(labels)
        found += [f"{state}, {size[0]}x{size[1]}: {fault}" for fault in wrong]
    assert found == []


def longer() -> dict[language.Key, tuple[str, ...]]:
    """Every text of the window between ⟦ and ⟧, and two fifths longer."""
    texts = [text for text in words.find().texts if "date format" not in text.comment]
    grown = {text: f"⟦{text.source}{'~' * round(len(text.source) * 0.4)}⟧" for text in texts}
    return {
        (text.context, text.source, text.comment): (form,) * (1 + text.plural)
        for text, form in grown.items()
    }


def test_text_is_as_large_as_was_chosen_on_the_screens_of_the_design(
    show: Callable[..., Scene],
) -> None:
    """And what is typed grows with it, in a field that stood there before too."""
    scene = show()
    window = scene.app.window
    assert window.largest_text(FACTORS[-1]) == FACTORS[-1]
    window.set_look(Mode.DARK, FACTORS[-1])
    SCENES["unverified"](scene)  # one of the answers is wrong, and its field has a red edge
    resize(scene.app.window, SMALL)
    assert window.theme.layout is Layout.NARROW
    assert (window.width(), window.height()) == SMALL
    fields = window.console.person.verify.about.edits()
    assert {field.font().pixelSize() for field in fields} == {26}
    assert faults(window) == []


@pytest.mark.soak
@pytest.mark.parametrize("factor", FACTORS[1:-1])
def test_every_size_of_text_has_room_on_the_screens_of_the_design(
    show: Callable[..., Scene], factor: float
) -> None:
    scene, found = show(), []
    window = scene.app.window
    window.set_look(Mode.LIGHT, factor)
    for name, size in walk(scene, ("call", "wrapup", "supervisor"), (SMALL, LARGE)):
        found += [f"{name}, {size[0]}x{size[1]}: {fault}" for fault in faults(window)]
    assert found == []


def test_whatever_takes_the_focus_comes_up_where_panes_are_piled(
    show: Callable[..., Scene],
) -> None:
    scene = show()
    SCENES["call"](scene)
    resize(scene.app.window, (683, 384))
    console, press = scene.app.window.console, scene.hands.press

    def on_top() -> str:
        focused = QApplication.focusWidget()
        assert focused is not None
        middle = focused.mapTo(scene.app.window, focused.rect().center())
        seen = scene.app.window.childAt(middle)
        assert seen is not None
        assert focused is seen or focused.isAncestorOf(seen), "something lies over the focus"
        return str(console.place)

    for key, place in (("F4", "guide"), ("F3", "person"), ("F12", "timeline"), ("F5", "steps")):
        press(key)
        assert on_top() == place
    press("F2")
    assert on_top() == "steps"
    press("Escape")
    on_top()
    press("F9")
    on_top()
    assert console.bar.note_area.edit.hasFocus()
    for _ in range(60):  # once around: no stop of Tab is out of sight
        press("Tab")
        on_top()


def test_the_window_opens_from_right_to_left(
    show: Callable[..., Scene], qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    scene = show()
    SCENES["record"](scene)
    window = scene.app.window
    for size in SIZES:
        resize(scene.app.window, size)
        assert not window.grab().isNull()  # every part paints itself, and Qt's warnings fail
        shown = [label for label in window.findChildren(Label) if label.isVisible()]
        assert cut(shown) == []
        if SIZES[size] is not Layout.NARROW:
            assert window.console.lookup.x() > window.console.guide.x()
