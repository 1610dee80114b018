"""The one reserved place for a message: undo, conflict, offline, stop."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.aloud import say_aloud
from console.ui.widgets.button import Button
from console.ui.widgets.label import Label, set_tip
from console.ui.widgets.mark import Icon, KeyCap
from console.ui.widgets.themed import Themed


class MessageKind(IntEnum):
    """What a message is about; of several, the highest is shown.

    Offline can last for hours and stands in the status bar as well: it must not cover what passes.
    """

    HINT = 1
    NOTE = 2
    OFFLINE = 3
    UNDO = 4
    CONFLICT = 5
    STOP = 6


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, a short one for where it has no room, and at most one action.

    `seconds` counts down and takes the message away at nought; nought itself means it stays.
    `kept` is what the list of notices says of it later, where the sentence itself names somebody.
    """

    kind: MessageKind
    text: str
    short: str = ""
    action: str = ""
    key: str = ""
    seconds: int = 0
    kept: str = ""


LOOKS: dict[MessageKind, tuple[Role, Role, Role, str]] = {
    MessageKind.HINT: ("surface", "line", "text3", "info"),
    MessageKind.NOTE: ("warn_tint", "warn_line", "warn", "triangle-alert"),
    MessageKind.UNDO: ("ok_tint", "ok_line", "ok", "circle-check"),
    MessageKind.CONFLICT: ("warn_tint", "warn_line", "warn", "triangle-alert"),
    MessageKind.OFFLINE: ("bad_tint", "bad_line", "bad", "wifi-off"),
    MessageKind.STOP: ("bad_tint", "bad_line", "bad", "circle-x"),
}
"""By kind: fill, edge, ink and icon."""


class _Words(Label):
    """A sentence, or its short form where the whole has no room, which its tooltip then holds."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        self._whole = self._short = ""
        super().__init__(theme, "", "strong", parent=parent)

    def set_sentence(self, whole: str, short: str) -> None:
        """Show another sentence; `short` may be empty."""
        self._whole, self._short = whole, short
        self.setAccessibleName(whole)
        self._tell_elision()

    def _tell_elision(self) -> None:
        room = self.contentsRect().width()
        fits = paint.text_width(self.theme, self._whole, self._style) <= room
        self.setText(self._whole if fits or not self._short else self._short)
        set_tip(self, "" if fits else self._whole)


class MessageSlot(Themed, QWidget):
    """Always as high as a message, empty most of the time, so that no pane ever moves.

    Signals:
        action_requested: the person pressed the action of the message of this kind.
        expired: the countdown of the message of this kind reached nought.
        filled: there is another message, or none any more.
        told: a message that is new, and not just more exact (a `Message`).
    """

    action_requested = Signal(MessageKind)
    expired = Signal(MessageKind)
    filled = Signal()
    told = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._messages: dict[MessageKind, Message] = {}
        self._left: dict[MessageKind, int] = {}
        self._icon = Icon(theme, "info", parent=self)
        self._words = _Words(theme, parent=self)
        self._count = Label(theme, "", "time", "text2", parent=self)
        self._action = Button(theme, "", "link", height=24, parent=self)
        self._cap = KeyCap(theme, "", parent=self)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._on_second_passed)
        self._action.clicked.connect(self._on_action_clicked)
        self._build()
        self._restyle()
        self._show()

    @property
    def current(self) -> Message | None:
        """The message in view, or none."""
        return self._messages[max(self._messages)] if self._messages else None

    def message(self, kind: MessageKind) -> Message | None:
        """The message of this kind, in view or waiting behind another."""
        return self._messages.get(kind)

    def show_message(self, message: Message, *, aloud: bool = True) -> None:
        """Show a message, or keep it until the more important ones are gone; and speak it now."""
        self._messages[message.kind] = message
        self._left[message.kind] = message.seconds
        if message.seconds and not self._timer.isActive():
            self._timer.start()
        self._show()
        if aloud:
            say_aloud(self, message.text)
            self.told.emit(message)

    def dismiss(self, kind: MessageKind) -> None:
        """Take a message away."""
        self._messages.pop(kind, None)
        self._left.pop(kind, None)
        if not any(self._left.values()):
            self._timer.stop()
        self._show()

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        for part in (self._count, self._action, self._cap):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(10), 0, px(8), 0)
        self._row.setSpacing(px(8))
        self.setFixedHeight(self._height())
        self._show()

    def _show(self) -> None:
        message = self.current
        for part in (self._icon, self._words, self._count, self._action, self._cap):
            part.setVisible(message is not None)
        self.setAccessibleName(message.text if message else self.tr("Messages"))
        if message is not None:
            self._fill(message)
        self.update()
        self.filled.emit()

    def _fill(self, message: Message) -> None:
        _, _, ink, icon = LOOKS[message.kind]
        self._icon.set_icon(icon, ink)
        self._words.set_sentence(message.text, message.short)
        left = self._left.get(message.kind, 0)
        self._count.set_text(self.tr("{0} s").format(left))
        self._count.setVisible(left > 0)
        self._action.set_text(message.action)
        self._action.setVisible(bool(message.action))
        self._cap.set_key(message.key)

    @Slot()
    def _on_action_clicked(self) -> None:
        if self.current:
            self.action_requested.emit(self.current.kind)

    @Slot()
    def _on_second_passed(self) -> None:
        for kind, left in list(self._left.items()):
            if left == 0:
                continue
            self._left[kind] = left - 1
            if left == 1:
                self.dismiss(kind)
                self.expired.emit(kind)
        if self.current:
            self._fill(self.current)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(240), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(48), self._height())

    def _height(self) -> int:
        return self.theme.fit(32, 32, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.current:
            fill, edge, _, _ = LOOKS[self.current.kind]
            paint.box(QPainter(self), self.theme, self.rect(), fill, edge)
