"""The window speaks Spanish from one keypress to the next, and goes on from where the desk was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from console.settings import ENGLISH, LANGUAGES
from console.ui.language import chosen
from console.ui.window import Window
from tests.stories.desk import Desk, patient

DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137", mrn="7001")


@pytest.fixture(autouse=True)
def english_again(desk: Desk) -> Iterator[None]:
    yield
    desk.app.language.use(ENGLISH)


def test_a_key_changes_the_words_and_the_desk_works_on(desk: Desk) -> None:
    desk.bring(DENISE)
    desk.press("Ctrl+Shift+L")
    desk.activate()
    desk.settle()
    assert "Listo para la próxima llamada" in desk.seen()
    assert chosen(desk.settings) == "es"

    desk.find("Denise")
    desk.press("Alt+D")
    assert desk.dialed
    desk.press("Alt+X")
    assert "Registrar y seguir" in desk.seen()


def test_never_in_the_middle_of_a_call_nor_under_something_typed(desk: Desk) -> None:
    desk.bring(DENISE)
    desk.press("F1")
    desk.press("Ctrl+Shift+L")
    assert "close what is open" in desk.message
    desk.press("Escape")

    desk.find("Denise")
    desk.press("Alt+D", "Ctrl+Shift+L")
    assert "Log this call first" in desk.message
    assert desk.app.session.draft is not None
    assert not desk.settings.language_file.exists()


def test_there_and_back_leaves_nothing_of_the_window_before(desk: Desk) -> None:
    seen = []
    for _ in range(2):
        for _ in LANGUAGES:
            desk.press("Ctrl+Shift+L")
            desk.activate()
            desk.settle()
        seen.append((desk.seen(desk.app.window), len(windows())))
    assert seen[0] == seen[1]
    assert "Log and next" in seen[0][0]


def test_a_change_in_the_first_second_opens_the_stores_once(desk: Desk) -> None:
    """The clock that opens them where nothing is painted still runs then."""
    center, made = desk.app.center, []
    desk.app.ready.connect(lambda: made.append(desk.app.center))
    desk.press("Ctrl+Shift+L")
    desk.app._open_center()
    assert (desk.app.center, made) == (center, [])


def windows() -> list[QWidget]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window)]
