"""The bar at the bottom of the window: how saving stands, and facts of the desk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.aloud import say_aloud
from console.ui.widgets.button import Button
from console.ui.widgets.label import Label
from console.ui.widgets.mark import KeyCap, Kind, Rule
from console.ui.widgets.themed import Themed

if TYPE_CHECKING:
    from console.ui.widgets.slot import MessageSlot

FACTS_WHEN_NARROW = 2
_WIDE = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class _Dot(Themed, QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.role: Role = "ok"
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(self.theme.px(8), self.theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.theme, self.rect(), self.role, radius=4)


class StatusBar(Themed, QWidget):
    """Whether everything is saved, at the left, and what long work goes on; facts of the desk and
    the key list, at the right.

    Signals:
        keys_requested: the list of keys was asked for.
        attention_requested: what needs attention was asked for.
        work_requested: the long work was asked for.
        language_requested: the language that is offered was asked for.
    """

    keys_requested = Signal()
    attention_requested = Signal()
    work_requested = Signal()
    language_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._dot = _Dot(theme, self)
        self._sentence = Label(theme, "", "time", "text2", parent=self)
        self._attention = Button(theme, self.tr("Show"), "link", key="F8", height=24, parent=self)
        self._attention.hide()
        self._attention.clicked.connect(self.attention_requested)
        self._work = Button(theme, "", "link", key="Alt+Shift+I", height=24, parent=self)
        self._work.hide()
        self._work.clicked.connect(self.work_requested)
        self._told: tuple[str, ...] = ()
        self._facts: list[QWidget] = []
        self._slot: MessageSlot | None = None
        self._language = Button(theme, "", "quiet", height=24, inset=4, parent=self)
        self._language.set_style("meta")
        self._language.hide()
        self._language.clicked.connect(self.language_requested)
        self._cap = KeyCap(theme, "F1", parent=self)
        self._keys = Button(theme, self.tr("Keys"), "quiet", height=24, inset=4, parent=self)
        self._keys.set_style("meta")
        self._keys.clicked.connect(self.keys_requested)
        # Not from within a resize: to show a part is to lay out everything around it at once.
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._show_facts)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._dot)
        self._row.addWidget(self._sentence)
        self._row.addWidget(self._attention)
        self._row.addWidget(self._work)
        self._row.addStretch(1)
        self._row.addWidget(self._language)
        self._row.addWidget(self._cap)
        self._row.addWidget(self._keys)
        self.setSizePolicy(*_WIDE)
        self._restyle()

    def lend_room(self, slot: "MessageSlot") -> None:
        """Let a slot that has no room of its own stand here while it has something to say."""
        self._slot = slot
        slot.filled.connect(self._show_slot)
        self._restyle()

    def set_status(self, kind: Kind, sentence: str) -> None:
        """Say how saving stands: ok, warn or bad, and always in words."""
        roles: dict[Kind, Role] = {"ok": "ok", "warn": "warn", "bad": "bad"}
        self._dot.role = roles.get(kind, "text3")
        self._sentence.set_text(sentence)
        self._sentence.set_role("bad" if kind == "bad" else "text2")
        self._dot.update()
        self._show_facts()

    def set_attention(self, needed: bool) -> None:
        """Offer what needs somebody to act, and say so the first time."""
        if needed and self._attention.isHidden():
            say_aloud(self, self._sentence.text())
        self._attention.setVisible(needed)
        self._show_facts()

    def set_work(self, sentence: str) -> None:
        """Say how far an import is; nothing takes it away."""
        self._work.set_text(sentence)
        self._work.setVisible(bool(sentence))
        self._show_facts()

    def offer_language(self, name: str) -> None:
        """Offer another language by its own name."""
        self._language.set_text(name)
        self._language.show()

    def set_facts(self, facts: tuple[str, ...]) -> None:
        """Show these facts, from left to right; the same ones again move nothing."""
        if facts == self._told:
            return
        self._told = facts
        for part in self._facts:
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._facts = []
        for fact in facts:
            self._facts.append(Label(self.theme, fact, "meta", "text2", parent=self))
            self._facts.append(Rule(self.theme, vertical=True, parent=self))
        for part in self._facts:
            self._row.insertWidget(self._row.count() - 3, part)
        self._restyle()

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(self.theme.fit(16, 16, 8), 0, self.theme.fit(12, 12, 8), 0)
        self._row.setSpacing(px(8))
        for part in self._facts[1::2]:
            part.setFixedHeight(px(14))
        narrow = self.theme.narrow
        self._cap.setVisible(not narrow)
        self.setFixedHeight(self.theme.fit(26, 26, 24))
        self._show_facts()
        if narrow and self._slot is not None and self._slot.parentWidget() is not self:
            self._slot.setParent(self)
        self._show_slot()

    @Slot()
    def _show_facts(self) -> None:
        """In the narrow arrangement two, if they have room beside how saving stands."""
        gap = self.theme.px(8)
        others = (
            self._dot,
            self._sentence,
            self._attention,
            self._work,
            self._language,
            self._keys,
        )
        room = self.width() - self.theme.px(28)
        room -= sum(part.sizeHint().width() + gap for part in others if not part.isHidden())
        for place, fact in enumerate(self._facts[::2]):
            room -= fact.sizeHint().width() + 2 * gap
            fits = place < FACTS_WHEN_NARROW and room >= 0
            for part in (fact, self._facts[2 * place + 1]):
                part.setVisible(not self.theme.narrow or fits)

    @Slot()
    def _show_slot(self) -> None:
        if self._slot is None:
            return
        covered = self.theme.narrow and self._slot.current is not None
        if self.theme.narrow:
            self._slot.setGeometry(self.rect())
            self._slot.setVisible(covered)
            self._slot.raise_()
        # Their keys still work; Tab passes by what cannot be seen.
        for button in (self._attention, self._work, self._language, self._keys):
            button.setEnabled(not covered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_slot()
        self._resized.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, self.theme.color("line"))
