"""What the window shows first lies where the page of a call has it, and takes what is typed."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.ui.front import Front
from console.ui.theme.theme import Mode, Theme
from console.ui.window import Window


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Window:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    window = Window(theme)
    qtbot.addWidget(window)
    return window


def place(part: QWidget, whole: QWidget) -> QRect:
    return QRect(part.mapTo(whole, QPoint(0, 0)), part.size())


@pytest.mark.parametrize("factor", [1.0, 1.25])
@pytest.mark.parametrize("size", [(2100, 1080), (1400, 768), (800, 600)])
def test_nothing_moves_when_the_page_comes(
    window: Window, size: tuple[int, int], factor: float
) -> None:
    window.theme.set_factor(factor)
    window.resize(*size)
    window.show()
    front = window.findChild(Front)
    assert isinstance(front, Front)
    cards, field = front.cards(), place(front.search, window)
    window.open_door()
    QApplication.processEvents()
    page = window.console
    wide = (page.lookup, page.welcome, page.guide)
    panes = (page.rail, page.welcome) if window.theme.narrow else wide
    assert cards == tuple(place(pane, page) for pane in panes)
    assert window.theme.narrow or field == place(page.lookup.search, window)


@pytest.mark.parametrize("size", [(1400, 768), (800, 600)])
def test_what_was_typed_goes_on_in_the_page(
    window: Window, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.show()
    qtbot.waitActive(window)
    for key in ("N", "O", "V", "A", "K", "Left", "F5"):  # the field knows nothing of F5
        QTest.keyClick(window.windowHandle(), Qt.Key[f"Key_{key}"])
    window.open_door()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_C)
    search = window.console.lookup.search
    assert search.text() == "novack"
    assert window.focusWidget() is search
    assert search.isVisible()


def test_a_cursor_that_was_put_elsewhere_stays_there(window: Window, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitActive(window)
    window.top.search.setFocus()
    window.open_door()
    assert window.focusWidget() is window.top.search
