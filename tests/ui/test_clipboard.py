"""What was copied here is gone after a minute, unless it is somebody else's by then."""

import pytest
from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard

from console.ui.clipboard import CLIPBOARD, KEPT_MS, SECRET, SELECTION, ClipboardGuard


class FakeClipboard(QObject):
    """Stands in for the desktop's: `copy` is us, `others_copy` another program."""

    changed = Signal(QClipboard.Mode)

    def __init__(self) -> None:
        super().__init__()
        self._data: dict[QClipboard.Mode, QMimeData] = {}
        self._ours: set[QClipboard.Mode] = set()

    def copy(self, text: str, mode: QClipboard.Mode = CLIPBOARD) -> None:
        data = QMimeData()
        data.setText(text)
        self.setMimeData(data, mode)

    def others_copy(self, text: str, mode: QClipboard.Mode = CLIPBOARD) -> None:
        self.copy(text, mode)
        self._ours.discard(mode)
        self.changed.emit(mode)

    def ownsClipboard(self) -> bool:  # noqa: N802 - Qt's
        return CLIPBOARD in self._ours

    def ownsSelection(self) -> bool:  # noqa: N802 - Qt's
        return SELECTION in self._ours

    def text(self, mode: QClipboard.Mode = CLIPBOARD) -> str:
        return self.mimeData(mode).text()

    def mimeData(self, mode: QClipboard.Mode = CLIPBOARD) -> QMimeData:  # noqa: N802 - Qt's
        return self._data.get(mode) or QMimeData()

    def setMimeData(self, data: QMimeData, mode: QClipboard.Mode = CLIPBOARD) -> None:  # noqa: N802 - Qt's
        self._data[mode] = data
        self._ours.add(mode)
        self.changed.emit(mode)

    def clear(self, mode: QClipboard.Mode = CLIPBOARD) -> None:
        self.setMimeData(QMimeData(), mode)


@pytest.fixture
def clipboard(qapp: object) -> FakeClipboard:
    return FakeClipboard()


@pytest.fixture
def guard(clipboard: FakeClipboard) -> ClipboardGuard:
    return ClipboardGuard(clipboard)


def pass_a_minute(guard: ClipboardGuard) -> None:
    for timer in guard.findChildren(QTimer):
        assert timer.interval() == KEPT_MS
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()


@pytest.mark.parametrize("mode", [CLIPBOARD, SELECTION])
def test_a_copy_is_taken_away(
    clipboard: FakeClipboard, guard: ClipboardGuard, mode: QClipboard.Mode
) -> None:
    clipboard.copy("Denise", mode)
    assert clipboard.text(mode) == "Denise"
    pass_a_minute(guard)
    assert clipboard.text(mode) == ""


def test_what_somebody_else_copied_since_stays(
    clipboard: FakeClipboard, guard: ClipboardGuard
) -> None:
    clipboard.copy("Denise")
    clipboard.others_copy("a recipe")
    pass_a_minute(guard)
    guard.clear()
    assert clipboard.text() == "a recipe"


def test_the_end_takes_it_away_at_once(clipboard: FakeClipboard, guard: ClipboardGuard) -> None:
    clipboard.copy("Denise")
    guard.clear()
    assert clipboard.text() == ""


def test_lists_of_former_copies_are_told_to_leave_it_out(
    clipboard: FakeClipboard, guard: ClipboardGuard
) -> None:
    clipboard.copy("Denise")
    assert set(SECRET) <= set(clipboard.mimeData().formats())
    assert clipboard.text() == "Denise"
