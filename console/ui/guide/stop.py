"""The stop sheet: a request that is already in force, what it reaches, and what goes on."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.models.terms import StopScope
from console.ui.guide.model import StopView
from console.ui.guide.sheet import GuideSheet
from console.ui.parts import Marked, clear
from console.ui.theme.theme import Theme
from console.ui.widgets import (
    AnswerGroup,
    Button,
    Choice,
    Field,
    Icon,
    Label,
    SayBox,
    Themed,
    paint,
    say_aloud,
)


class StopSheet(GuideSheet):
    """Opens in force. Narrowing it asks for a reason first; undo runs until hang-up.

    Signals:
        narrowed: the scope chosen, and the reason (empty when it is the widest again).
        undone: the person takes the stop back.
        escalate_requested: the standing button of the guide, which the sheet covers.
    """

    narrowed = Signal(object, str)
    undone = Signal()
    escalate_requested = Signal()

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, self.tr("Stop request"), pane=pane, icon="circle-x",
                         icon_role="bad", key="Alt+S", done=self.tr("Done"))  # fmt: skip
        self._view: StopView | None = None
        self._wanted: StopScope | None = None
        page = self.page.widget()
        self.escalate = Button(theme, self.tr("Escalate"), "standing", "siren", "Alt+E",
                               height=30, parent=self)  # fmt: skip
        self._force = _InForce(theme, parent=self)
        self._say = SayBox(theme, parent=page)
        self._title = Label(theme, self.tr("What stops"), "h2", parent=page)
        self._sub = Label(theme, self.tr("Narrower needs a reason"), "meta", "text3", parent=page)
        self.scopes = AnswerGroup(theme, parent=page)
        self.reason = Field(theme, self.tr("Why narrower"),
                            placeholder=self.tr("What the person said"), parent=page)  # fmt: skip
        self._lists = QVBoxLayout()
        self.undo = Button(theme, self.tr("Undo"), icon="undo-2", key="Alt+Shift+S", parent=self)
        self._until = Label(theme, self.tr("until hang-up"), "meta", "text3", parent=self)
        self._build_stop()
        self.scopes.chosen.connect(self._on_scope_chosen)
        self.reason.submitted.connect(self._on_reason_submitted)
        self.undo.clicked.connect(self.take_back)
        self.escalate.clicked.connect(self.escalate_requested)

    def show_stop(self, view: StopView) -> None:
        """Fill the sheet; a reason that is being typed stays."""
        before, self._view = self._view, view
        self._force.set_since(view.since)
        if self.isHidden():
            say_aloud(self.window(), f"{self.accessibleName()}. {self._force.words}", at_once=True)
        self._say.set_text(view.say)
        if before is None or (before.scopes, before.scope) != (view.scopes, view.scope):
            self._wanted = None
            choices = tuple(Choice(str(entry.scope), entry.label) for entry in view.scopes)
            self.scopes.set_answers(choices, str(view.scope))
            self.scopes.setAccessibleName(self._title.text())
            self.reason.setVisible(False)
        self._fill_lists(view)
        self.undo.setVisible(view.can_undo)
        self._until.setVisible(view.can_undo)

    def choose(self, number: int) -> bool:
        """Choose a scope by number from 1."""
        return self.scopes.choose(number)

    def take_back(self) -> bool:
        """Undo the stop while that is still possible."""
        if self._view is None or not self._view.can_undo:
            return False
        self.undone.emit()
        return True

    def _build_stop(self) -> None:
        self.add_to_head(self.escalate)
        self.top.addWidget(self._force)
        self._row = QHBoxLayout()
        self._row.addWidget(self._title)
        self._row.addWidget(self._sub, 1)
        self.page.column.addWidget(self._say)
        self.page.column.addLayout(self._row)
        self.page.column.addWidget(self.scopes)
        self.page.column.addWidget(self.reason)
        self.page.column.addLayout(self._lists)
        self.page.column.addStretch(1)
        self.reason.hide()
        self.undo.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.foot.insertWidget(0, self.undo)
        self.foot.insertWidget(1, self._until)
        self._restyle()

    def _fill_lists(self, view: StopView) -> None:
        clear(self._lists)
        page = self.page.widget()
        groups = (
            (self.tr("Stopped now"), [Marked(self.theme, "check", "ok", what, parent=page)
                                      for what in view.stopped]),
            (self.tr("Goes on, and why"), [
                Marked(self.theme, "arrow-right", "text3", entry.what, below=entry.why, parent=page)
                for entry in view.goes_on
            ]),
        )  # fmt: skip
        for title, rows in groups:
            if rows:
                self._lists.addWidget(Label(self.theme, title, "h3", parent=page))
            for row in rows:
                self._lists.addWidget(row)

    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_row"):
            self._row.setSpacing(self.theme.px(6))
            self._lists.setSpacing(self.theme.px(4))
            self.escalate.set_height(24 if self.theme.compact else 30)
            self.undo.set_icon("" if self.theme.compact else "undo-2")

    @Slot(str)
    def _on_scope_chosen(self, key: str) -> None:
        view = self._view
        if view is None:
            return
        scope, order = StopScope(key), [entry.scope for entry in view.scopes]
        narrower = order.index(scope) > order.index(view.widest)
        self._wanted = scope
        self.reason.setVisible(narrower)
        if narrower:
            self.reason.set_hint(self.tr("Enter narrows it. Until then the wider one is in force."))
            self.reason.focus()
            self.page.ensureWidgetVisible(self.reason)
        elif scope != view.scope:
            self.narrowed.emit(scope, "")

    @Slot(str)
    def _on_reason_submitted(self, text: str) -> None:
        if not text.strip():
            self.reason.set_error(self.tr("Say why the person wants less stopped."))
        elif self._wanted is not None:
            self.narrowed.emit(self._wanted, text.strip())


class _InForce(Themed, QWidget):
    """The green line that says since when the stop is in force."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._row = QHBoxLayout(self)
        self._words = Label(theme, "", "h3", parent=self)
        self._row.addWidget(Icon(theme, "circle-check", "ok", 16, parent=self))
        self._row.addWidget(self._words, 1)
        self._restyle()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words.text()

    def set_since(self, since: str) -> None:
        self._words.set_text(self.tr("In force since {0}, from your keypress").format(since))

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(10), 0, px(10), 0)
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self.theme, self.rect(), "ok_tint", "ok_line")
