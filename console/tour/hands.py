"""A rep's hands: keys pressed and words typed where the cursor is, and the clock they move."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.window import Window


class Clock:
    """Stands still until it is moved; aware, UTC."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def __call__(self) -> datetime:
        return self._now

    def forward(self, **much: float) -> None:
        self._now += timedelta(**much)

    def set(self, now: datetime) -> None:
        self._now = now


class SilentTelephone(QObject):
    """Takes every number and rings nobody: a tour must not dial."""

    def __enter__(self) -> "SilentTelephone":
        # The stub asks for bytes, the binding takes a name.
        QDesktopServices.setUrlHandler("tel", self, "take")  # type: ignore[arg-type]
        return self

    def __exit__(self, *_: object) -> None:
        QDesktopServices.unsetUrlHandler("tel")

    @Slot(QUrl)
    def take(self, _url: QUrl) -> None:
        """Nothing happens."""


class Hands:
    """No mouse."""

    def __init__(self, window: Window, clock: Clock) -> None:
        self._window = window
        self._clock = clock

    def press(self, *chords: str) -> None:
        """Presses chords such as "Alt+D" one after the other; each takes a second."""
        for chord in chords:
            key = QKeySequence(chord)[0]  # type: ignore[index]  # missing in the stubs
            QTest.keyClick(self._focus(), key.key(), key.keyboardModifiers())
            self._settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(self._focus(), words)
        self._settle()

    def fill(self, *fields: str) -> None:
        """Types into one field after the other, with Tab in between, and presses Enter."""
        for place, words in enumerate(fields):
            if place:
                self.press("Tab")
            self.type(words)
        self.press("Return")

    def _settle(self) -> None:
        self._clock.forward(seconds=1)
        for _ in range(3):
            QApplication.processEvents()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window
