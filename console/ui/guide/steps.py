"""Next steps: at most three cards with their reasons, and what holds others back."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.models.terms import Channel
from console.models.views import NextStepView
from console.ui.parts import Page, clear
from console.ui.said import advised, said
from console.ui.theme.theme import Layout, Theme
from console.ui.widgets import (
    Button,
    Icon,
    KeyCap,
    Label,
    NextStepCard,
    Step,
    Tag,
    Themed,
    paint,
)
from console.ui.widgets.menu import Menu

SHOWN = 3

_CHANNEL_ICONS = {
    Channel.CALL: "phone",
    Channel.TEXT: "message-square",
    Channel.EMAIL: "mail",
    Channel.MAIL: "scroll-text",
    Channel.PORTAL: "key-round",
    Channel.WEB: "globe",
    Channel.VISIT: "calendar-plus",
    Channel.EVENT: "calendar-days",
    Channel.CARE: "heart-pulse",
}
_ACTION_ICONS = {
    "book": "calendar-plus",
    "ask": "circle-help",
    "say": "message-circle",
    "offer": "book-open",
    "send": "send",
    "call": "phone",
}


class NextSteps(Themed, QWidget):
    """What the rep is advised to do, best first; with `top_only` one card, the rest as a count.

    Signals:
        taken: the id of the step whose button was pressed.
        dismissed: the id of the step put aside with Delete, and the reason.
        reasons_requested: the person asks why these steps and not others.
        counted: how many can be taken now.
    """

    taken = Signal(str)
    dismissed = Signal(str, str)
    reasons_requested = Signal()
    counted = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._steps: tuple[NextStepView, ...] = ()
        self._shown: list[NextStepCard] = []
        self._locked = False
        self._dismissing = ""
        self._title = Label(theme, self.tr("Next steps"), "h2", parent=self)
        self._count = Tag(theme, "", parent=self)
        self._reasons = Button(theme, self.tr("Reasons"), "quiet", key="Alt+W", height=24,
                               inset=2, parent=self)  # fmt: skip
        self._reasons.set_style("meta")
        self._cap = KeyCap(theme, "F5", parent=self)
        self._reasons.clicked.connect(self.reasons_requested)
        self.menu = Menu(theme, parent=self)
        self.menu.setAccessibleName(self.tr("Why not this step?"))
        self.menu.triggered.connect(self._on_reason_picked)
        self._build()
        self._restyle()
        self.show_steps(())

    @property
    def cards(self) -> list[NextStepCard]:
        """The cards in view, in order."""
        return list(self._shown)

    def show_steps(self, steps: tuple[NextStepView, ...], *, locked: bool = False) -> None:
        """Show other steps; the same again change nothing. `locked`: nobody is verified yet."""
        if steps == self._steps and steps:
            return
        self._steps, self._locked = steps, locked
        self._fill()

    def focus_first(self) -> bool:
        """Put the focus on the first card's button."""
        for card in self.cards:
            button = card.findChild(Button)
            if isinstance(button, Button):
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def _build(self) -> None:
        self._column, self._head = QVBoxLayout(self), QHBoxLayout()
        self._cards, self._held = QVBoxLayout(), QVBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        self._head.addWidget(self._reasons)
        self._head.addWidget(self._cap)
        for part in (self._head, self._cards, self._held):
            self._column.addLayout(part)
        for key, words in self._dismissals().items():
            self.menu.add(words).setData(key)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._cards.setSpacing(px(6))
        self._held.setSpacing(px(4))
        self._head.setSpacing(px(8))
        self._fill()

    def _fill(self) -> None:
        clear(self._cards)
        clear(self._held)
        self._shown = []
        able = [step for step in self._steps if not step.blocked_by]
        pinned = self.theme.layout is Layout.COMPACT
        shown = 1 if pinned else SHOWN
        for step in able[:shown]:
            card = NextStepCard(self.theme, self._card_of(step), parent=self)
            card.taken.connect(self.taken)
            card.dismissed.connect(self._on_dismissed)
            self._cards.addWidget(card)
            self._shown.append(card)
        held = [step for step in self._steps if step.blocked_by]
        if not pinned:
            for step in held[:2]:
                self._held.addWidget(_Held(self.theme, self._held_back(step), parent=self))
        self._count.set_tag(str(min(len(able), SHOWN)))
        self.counted.emit(min(len(able), SHOWN))
        self._count.setVisible(bool(able))
        self._reasons.setVisible(bool(self._steps))
        if not self._steps:
            words = self.tr("None now. Steps come with a person and a journey.")
            if self._locked:
                words = self.tr("Next steps open when the person is verified.")
            self._held.addWidget(Label(self.theme, words, "meta", "text3", wrap=True, parent=self))

    def _card_of(self, step: NextStepView) -> Step:
        reasons = self.tr("; ").join(advised(reason.text).rstrip(".") for reason in step.reasons)
        why = self.tr("Why: {0}.").format(reasons) if reasons else ""
        icon = _ACTION_ICONS.get(step.action, "arrow-right")
        if step.channel and step.action in ("send", "call"):
            icon = _CHANNEL_ICONS.get(step.channel, icon)
        return Step(step.id, icon, advised(step.prompt), why, self._verb(step.action))

    def _held_back(self, step: NextStepView) -> str:
        causes = self.tr("; ").join(said(cause).rstrip(".") for cause in step.blocked_by)
        prompt = advised(step.prompt).rstrip(".")
        return self.tr("Held back: {0}. Why: {1}.").format(prompt, causes)

    def _verb(self, action: str) -> str:
        verbs = {
            "book": self.tr("Book"),
            "send": self.tr("Send"),
            "ask": self.tr("Ask"),
            "offer": self.tr("Offer"),
            "call": self.tr("Call"),
            "say": self.tr("Say"),
        }
        return verbs.get(action, self.tr("Do"))

    def _dismissals(self) -> dict[str, str]:
        return {
            "not_now": self.tr("Not on this call"),
            "done": self.tr("Already done"),
            "not_wanted": self.tr("The person does not want it"),
            "does_not_fit": self.tr("Does not fit this person"),
        }

    @Slot(str)
    def _on_dismissed(self, step: str) -> None:
        self._dismissing = step
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @Slot(QAction)
    def _on_reason_picked(self, action: QAction) -> None:
        self.dismissed.emit(self._dismissing, str(action.data()))


class StepsPage(Themed, QWidget):
    """A card of their own for the next steps, where panes lie piled."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.setAccessibleName(self.tr("Next steps"))
        self._page = Page(theme, parent=self)
        self._page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._page)
        self.hide()

    def hold(self, steps: NextSteps) -> None:
        """Take the steps out of wherever they are laid out."""
        self._page.column.insertWidget(0, steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self.theme, self.rect(), "surface", "line", radius=8)


class _Held(Themed, QWidget):
    """What is held back, and why."""

    def __init__(self, theme: Theme, sentence: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._row = QHBoxLayout(self)
        self._icon = Icon(theme, "hand", "text3", 14, parent=self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = Label(theme, sentence, "meta", "text3", wrap=True, parent=self)
        self._row.addWidget(words, 1)
        self._restyle()

    def _restyle(self) -> None:
        self._row.setContentsMargins(self.theme.px(12), 0, 0, 0)
        self._row.setSpacing(self.theme.px(8))
        self._icon.setFixedHeight(self.theme.line_height("meta"))
