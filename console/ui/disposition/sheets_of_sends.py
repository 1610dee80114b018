"""The sheet that attaches approved content to be sent."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.ui import words
from console.ui.disposition.effect_sheet import EffectSheet
from console.ui.disposition.model import EffectContext, SendChoice
from console.ui.parts import Page, clear
from console.ui.theme.theme import Theme
from console.ui.widgets import CheckBox, Label

_HIGH = 264


class SendSheet(EffectSheet):
    """Check boxes of what may be sent; what must not be is off and says why.

    The value is a tuple of "content/channel", in the order shown.
    """

    def __init__(self, theme: Theme, *, bar: QWidget, parent: QWidget) -> None:
        super().__init__(theme, "", "Alt+T", bar=bar, parent=parent)
        self.set_title(self.tr("Send"))
        self.boxes: list[CheckBox] = []
        self._choices: tuple[SendChoice, ...] = ()
        self._page = Page(theme, parent=self)
        self._none = Label(theme, self.tr("No content is published that could be sent."),
                           "body", "text2", wrap=True, parent=self)  # fmt: skip
        self._error = Label(theme, "", "meta", "bad", wrap=True, parent=self)
        self.body.addWidget(self._none)
        self.body.addWidget(self._page)
        self.body.addWidget(self._error)

    def fill(self, value: object, context: EffectContext) -> None:
        sends = value if isinstance(value, tuple) else ()
        self._choices = context.contents
        self.boxes = []
        clear(self._page.column)
        for choice in context.contents:
            self._add(choice, chosen=_key(choice) in sends or choice.content in sends)
        self._none.setVisible(not context.contents)
        self._page.setVisible(bool(context.contents))
        self._error.hide()
        ring = self.theme.px(3)  # the room of a focus ring
        self._page.column.setContentsMargins(ring, ring, ring, ring)
        self._page.column.activate()
        page = self._page.widget()
        high = page.sizeHint().height() if page is not None else 0
        self._page.setFixedHeight(min(high, self.theme.px(_HIGH)))

    def focus_first(self) -> None:
        for box in self.boxes:
            if box.isEnabled():
                box.setFocus(Qt.FocusReason.PopupFocusReason)
                return
        super().focus_first()

    def submit(self) -> None:
        chosen = tuple(
            _key(choice)
            for choice, box in zip(self._choices, self.boxes, strict=True)
            if box.isChecked() and box.isEnabled()
        )
        if chosen:
            self.give(chosen)
            return
        self._error.set_text(self.tr("Choose something to send, or close."))
        self._error.show()
        self.place()

    def _add(self, choice: SendChoice, *, chosen: bool) -> None:
        page = self._page.widget()
        title = self.tr("{0}: {1}").format(words.channel(choice.channel), choice.title)
        box = CheckBox(self.theme, title, parent=page)
        box.setChecked(chosen and not choice.off)
        box.setEnabled(not choice.off)
        about = self.tr("Not now: {0}").format(choice.off) if choice.off else choice.about
        box.setAccessibleDescription(about)
        box.installEventFilter(self)
        self.boxes.append(box)
        self._page.column.addWidget(box)
        if about:
            below = Label(self.theme, about, "meta", "text3", wrap=True, parent=page)
            below.setContentsMargins(self.theme.px(24), 0, 0, 0)
            self._page.column.addWidget(below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Up and Down go from box to box, as in a list.
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = steps.get(Qt.Key(event.key()))
            if step:
                self._go(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, now: QObject, step: int) -> None:
        open_boxes = [box for box in self.boxes if box.isEnabled()]
        place = next((n for n, box in enumerate(open_boxes) if box is now), 0)
        box = open_boxes[(place + step) % len(open_boxes)]
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self._page.ensureWidgetVisible(box)


def _key(choice: SendChoice) -> str:
    return f"{choice.content}/{choice.channel}"
