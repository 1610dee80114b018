"""What was copied here leaves the clipboard again, and no list of former copies gets it."""

from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, QTimer, SignalInstance, Slot
from PySide6.QtGui import QClipboard

KEPT_MS = 60_000
MARK = "application/x-engagement-console"
SECRET = {
    # KDE's list of former copies, and that of Windows, leave out what carries these.
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
}
CLIPBOARD, SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


class Clipboard(Protocol):
    """As much of a QClipboard as is needed."""

    @property
    def changed(self) -> SignalInstance: ...
    def ownsClipboard(self) -> bool: ...
    def ownsSelection(self) -> bool: ...
    def text(self, mode: QClipboard.Mode = ...) -> str: ...
    def mimeData(self, mode: QClipboard.Mode = ...) -> QMimeData: ...
    def setMimeData(self, data: QMimeData, mode: QClipboard.Mode = ...) -> None: ...
    def clear(self, mode: QClipboard.Mode = ...) -> None: ...


class ClipboardGuard(QObject):
    """Watches both clipboards that a desktop may have: what was copied, and what was marked.

    A minute after it was copied it is taken away, if nobody has copied something else meanwhile:
    what another program put there is never touched.
    """

    def __init__(self, clipboard: Clipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._over = {
            mode: QTimer(self, singleShot=True, interval=KEPT_MS) for mode in (CLIPBOARD, SELECTION)
        }
        self._over[CLIPBOARD].timeout.connect(self._on_copy_over)
        self._over[SELECTION].timeout.connect(self._on_marked_over)
        clipboard.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Takes away what is still ours: the console ends, or somebody else sits down."""
        for mode in self._over:
            self._take_away(mode)

    @Slot(QClipboard.Mode)
    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if mode not in self._over:
            return
        if not self._is_ours(mode) or not self._clipboard.text(mode):
            self._over[mode].stop()
            return
        self._over[mode].start()
        if mode is CLIPBOARD and not self._clipboard.mimeData(mode).hasFormat(MARK):
            self._clipboard.setMimeData(_marked(self._clipboard.text(mode)), mode)

    @Slot()
    def _on_copy_over(self) -> None:
        self._take_away(CLIPBOARD)

    @Slot()
    def _on_marked_over(self) -> None:
        self._take_away(SELECTION)

    def _take_away(self, mode: QClipboard.Mode) -> None:
        self._over[mode].stop()
        if self._is_ours(mode):
            self._clipboard.clear(mode)

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        if mode is CLIPBOARD:
            return self._clipboard.ownsClipboard()
        return self._clipboard.ownsSelection()


def _marked(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    data.setData(MARK, b"1")
    for hint, value in SECRET.items():
        data.setData(hint, value)
    return data
