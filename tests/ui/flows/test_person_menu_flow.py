"""The menu beside a name: what can be done about the person, by keyboard, and her alerts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from console.ui.correct import HISTORY
from tests.stories.desk import Desk, patient

CHILD = patient("nora", "Nora Whitfield", born="2015-06-09", phone="937-555-0137")


def menu(desk: Desk) -> QMenu:
    desk.press("Alt+Shift+P")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def pick(popup: QMenu, words: str) -> None:
    """Down to the entry and Enter, as a rep does."""
    for action in popup.actions():
        if action.text().startswith(words):
            QTest.keyClick(popup, Qt.Key.Key_Return)
            return
        QTest.keyClick(popup, Qt.Key.Key_Down)
    raise AssertionError(f"no entry {words}")


def test_every_entry_is_done_by_keyboard(desk: Desk) -> None:
    desk.bring(CHILD)
    desk.press("Alt+Shift+P")
    assert QApplication.activePopupWidget() is None
    assert "Find the person first" in desk.message
    desk.find("Nora Whitfield")
    flow = desk.app.desk.person_menu

    pick(menu(desk), "1 alert")
    assert [row.title for row in flow.sheet.list.rows()] == ["Minor"]
    desk.press("Esc")
    assert flow.sheet.isHidden()
    desk.press("F2", "F3", "F3")
    assert not flow.sheet.isHidden()
    desk.press("Esc")

    pick(menu(desk), "Copy")
    assert QGuiApplication.clipboard().text() == "(937) 555-0137"

    pick(menu(desk), "What was changed")
    assert desk.app.desk.correct.sheet.page == HISTORY
