"""What a screen reader, a keyboard and an unsteady hand find in every state of the window."""

import shutil
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.services.center import Center
from console.services.demo import make
from console.settings import Settings, embedded_file
from console.tour.hands import Clock, SilentTelephone
from console.ui.curtain import Asks
from console.ui.disposition.sheet import BarSheet
from console.ui.theme.theme import Mode, Theme
from console.ui.widgets import EmptyState, Sheet
from console.ui.window import CONSOLE, Window
from tests.shots import __main__ as scenes
from tests.shots.__main__ import NOW, Scene
from tests.shots.imports import import_choose, import_report, import_undo
from tests.ui.accessible import (
    misnamed,
    name_of,
    on_top,
    reachable,
    rows_untold,
    said,
    too_small,
    walk,
)
from tests.ui.fits import faults, resize

PEOPLE = 12
SCREEN, LAPTOP, NARROW = (1366, 768), (1366, 697), (853, 480)


@pytest.fixture(scope="module")
def scene(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:  # one for all states: a rep goes through them in one window too
    profile = tmp_path_factory.mktemp("demo")
    settings = Settings(profile=profile, database=embedded_file(profile), login="jmays")
    with Center(settings, Clock(NOW.astimezone(ZoneInfo("UTC")))) as center:
        make(center.shared, center.library(), people=PEOPLE, now=center.clock())
    QAccessible.setActive(True)  # as with a screen reader, who is told when rows change
    with SilentTelephone():
        scene = Scene(settings, SCREEN, Mode.LIGHT)
        yield scene
        scene.close()
    QAccessible.setActive(False)
    shutil.rmtree(profile)


# The states


def free(scene: Scene) -> None:
    """No call, whatever was before."""
    window = scene.app.window
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    resize(window, SCREEN)
    window.uncover()
    window.show_page(CONSOLE)
    close_sheets(scene)
    scene.app.session.clear_call()


def close_sheets(scene: Scene) -> None:
    for sheet in scene.app.window.findChildren(QWidget):
        if isinstance(sheet, Sheet | BarSheet):
            sheet.close_sheet()


def sheet_of(key: str) -> Callable[[Scene], None]:
    def open_sheet(scene: Scene) -> None:
        close_sheets(scene)
        scene.hands.press(key)

    open_sheet.__name__ = key
    return open_sheet


def calling(scene: Scene) -> None:
    close_sheets(scene)
    scenes.call(scene)


def finding(scene: Scene) -> None:
    close_sheets(scene)
    scenes.results(scene)


def hinted(scene: Scene) -> None:
    """The hints of the first day, once more."""
    close_sheets(scene)
    scene.hands.press("Alt+Shift+H")


def joining(scene: Scene) -> None:
    close_sheets(scene)
    assert scene.app.desk is not None
    scene.app.desk.join.open()


def crashed(scene: Scene) -> None:
    close_sheets(scene)
    assert scene.app.desk is not None
    scene.app.desk.crashes.sheet.open_for("A report of two lines.\nThe second.", "report.txt")


def dated(scene: Scene) -> None:
    """A date of the timeline is asked for; the detail of an entry is open."""
    close_sheets(scene)
    scene.hands.press("F12", "Return", "Ctrl+J")


def stopped(scene: Scene) -> None:
    close_sheets(scene)
    scene.hands.press("Alt+S")


def wrapping_up(scene: Scene) -> None:
    scene.hands.press("Alt+Shift+S")
    close_sheets(scene)
    scene.hands.press("Alt+X")


def parked(scene: Scene) -> None:
    scene.hands.press("Alt+L", "Alt+L")
    assert scene.app.session.draft is None


def ringing(scene: Scene) -> None:
    free(scene)
    assert scene.app.desk is not None
    scene.app.desk.calls.ring("937 555 0142")


def verifying(scene: Scene) -> None:
    scene.hands.press("Alt+A")
    people = list(scene.app.session.desk.matches.values())
    scene.app.window.console.lookup.about_picked.emit(people[0].person)
    scene.hands.press("Alt+V")
    assert scene.app.window.console.person.verify.isVisible()


def locked(scene: Scene) -> None:
    scene.app.window.cover()
    scene.app.window.curtain.lock(Asks.LOCK, "Jordan Mays", "09:52", on_call=True)


def signing_in(scene: Scene) -> None:
    scene.app.window.curtain.ask_sign_in("jmays", "db", with_password=True, way_back=True)


def reviewing(scene: Scene) -> None:
    scene.app.window.uncover()
    scenes.season(scene)


STATES: tuple[Callable[[Scene], None], ...] = (
    free, hinted,
    *(sheet_of(key) for key in ("F7", "Alt+Shift+D", "Alt+Shift+W", "Alt+Y")),
    joining, crashed, import_choose, import_report, import_undo,
    finding, scenes.record, dated, sheet_of("Alt+F"), sheet_of("F1"), calling,
    *(sheet_of(key) for key in ("Alt+E", "Alt+C", "Alt+T", "Alt+U", "Alt+G")),
    stopped, wrapping_up, parked, ringing, verifying, locked, signing_in, reviewing,
)  # fmt: skip


def test_every_state_can_be_read_aloud_and_reached_by_tab(scene: Scene) -> None:
    """One after the other in one window, as in a rep's day; all faults of all states are told."""
    window, found = scene.app.window, []
    for state in STATES:
        state(scene)
        QApplication.processEvents()
        faults = misnamed(window) + rows_untold(window) + too_small(window)
        seen = walk(window)
        faults += [f"Tab misses {said(widget)}" for widget in reachable(window) - set(seen)]
        found += [f"{state.__name__}: {fault}" for fault in faults]
    assert found == [], "\n".join(found)


# Where the keys go


def focused(window: Window) -> QWidget:
    """What has the focus, and is seen."""
    widget = QApplication.focusWidget()
    assert widget is not None
    assert window.isAncestorOf(widget)
    assert on_top(widget), f"{said(widget)} has the focus and is not seen"
    return widget


def test_a_key_for_what_a_sheet_covers_shows_it(scene: Scene) -> None:
    """A list gives way; a sheet to type into keeps what was typed, and the focus."""
    window, desk = scene.app.window, scene.app.desk
    assert desk is not None
    free(scene)
    scenes.record(scene)
    for size in (SCREEN, NARROW):
        resize(window, size)
        for sheet in ("F1", "Alt+Shift+D", "Alt+Shift+W"):
            scene.hands.press(sheet, "F12")
            assert focused(window) is window.console.timeline.view, (size, sheet)
        scene.hands.press("Alt+F", "Tab", "F12")
        assert desk.correct.sheet.isAncestorOf(focused(window)), size
        close_sheets(scene)


def test_esc_gives_the_focus_back_whatever_happened_meanwhile(scene: Scene) -> None:
    window = scene.app.window
    free(scene)
    scenes.record(scene)
    scene.hands.press("F12")
    for chords in (("F1", "F1"), ("Alt+Shift+W", "Alt+Shift+W"), ("Alt+F", "F1")):
        scene.hands.press(*chords, *("Esc" for _ in set(chords)))
        assert focused(window) is window.console.timeline.view, chords
    scene.hands.press("Alt+D", "Alt+A", "F12", "Alt+V", "Esc")
    assert focused(window) is window.console.timeline.view
    scene.hands.press("F4", "F1", "Alt+1", "Esc")  # the answers that had the focus are gone
    assert focused(window)


def test_a_laptops_screen_has_room_to_verify(scene: Scene) -> None:
    """One of 1366x768, less the bars of the desktop and of the window."""
    window = scene.app.window
    free(scene)
    scenes.record(scene)
    scene.hands.press("Alt+D", "Alt+A", "Alt+V")
    for size in (LAPTOP, SCREEN):
        resize(window, size)
        assert faults(window) == []
        assert window.console.person.openings.isVisible() is False
    resize(window, (1920, 1080))
    assert window.console.person.openings.isVisible()
    resize(window, SCREEN)


def test_a_small_sheet_follows_the_window(scene: Scene) -> None:
    """As it grows and shrinks; larger text is the same as a smaller window."""
    window = scene.app.window
    free(scene)
    scenes.record(scene)
    scene.hands.press("Alt+D", "Alt+A", "Alt+C")
    [sheet] = (one for one in window.findChildren(BarSheet) if one.isVisible())
    resize(window, (683, 384))
    assert window.rect().contains(sheet.geometry())
    assert faults(window) == []
    resize(window, SCREEN)
    assert sheet.geometry().bottom() < window.console.bar.mapTo(window, QPoint(0, 0)).y()


def test_a_list_on_a_page_that_is_not_shown_keeps_no_language(scene: Scene) -> None:
    """Nor does it take the focus to nobody: what stands for a script has a name."""
    window = scene.app.window
    free(scene)
    scenes.supervisor(scene)
    window.supervisor.unusual_sheet.open_sheet()
    assert scene.app._unfinished()
    window.show_page(CONSOLE)
    assert not scene.app._unfinished()
    [empty] = window.console.guide.findChildren(EmptyState)
    node = QAccessible.queryAccessibleInterface(empty)
    assert (node.role(), name_of(node)) == (QAccessible.Role.Border, "No script yet")


def test_a_window_no_smaller_than_its_screen_fills_it(qapp: QApplication) -> None:
    """The test's screen is smaller: the status bar would lie below its edge."""
    window = Window(Theme(mode=Mode.LIGHT))  # its own: the arrangement is the theme's
    window.fill_small_screen()
    assert window.isMaximized()
    window.show()
    assert misnamed(window) == []  # before anything is known, too
    window.close()
    window.deleteLater()
