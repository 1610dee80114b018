"""The page with the imports on record, newest first, and what may be done with one."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.models.views import ImportView
from console.ui import text
from console.ui.imports import wording
from console.ui.imports.values import Shown, Standing
from console.ui.listing import TallLines
from console.ui.lookup.rows import Row
from console.ui.theme.theme import Theme
from console.ui.widgets import Action, Button, EmptyState, Label, Rule, Skeleton, Themed

# Digits with Alt that do something on this page.
NEW, GO_ON, UNDO = 1, 2, 3


class BookPage(Themed, QWidget):
    """What stands under the cursor can be opened, gone on with and undone.

    Signals:
        report_requested, undo_requested: of this import (an `ImportView`).
        new_requested: bring more in.
        go_on_requested: with this one (an `ImportView`).
    """

    report_requested = Signal(object)
    undo_requested = Signal(object)
    new_requested = Signal()
    go_on_requested = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._shown: Shown | None = None
        self._stack = QStackedWidget(self)
        self.list = TallLines(theme, self.tr("Imports, newest first"), parent=self._stack)
        begin = Action("new", self.tr("New import"), "Alt+1", "plus")
        self._empty = EmptyState(
            theme,
            "upload",
            self.tr("No imports yet"),
            self.tr("People come in from FHIR files, tables and workbooks."),
            (begin,),
            parent=self._stack,
        )
        self._nothing = EmptyState(theme, "upload", "", "", parent=self._stack)
        self._waiting = Skeleton(theme, 6, parent=self._stack)
        self._rule = Rule(theme, parent=self)
        self._about = Label(theme, "", "body", "text2", wrap=True, parent=self)
        self._said = Label(theme, "", "body", "bad", wrap=True, parent=self)
        self._said.hide()
        self._why_not = Label(theme, "", "meta", "text3", wrap=True, parent=self)
        self.report = Button(theme, self.tr("Report"), icon="file-text", key="Return", parent=self)
        self.new = Button(theme, self.tr("New import"), icon="plus", key="Alt+1", parent=self)
        self.go_on = Button(theme, self.tr("Go on"), icon="play", key="Alt+2", parent=self)
        self.undo = Button(theme, self.tr("Undo"), icon="undo-2", key="Alt+3", parent=self)
        self._build()
        self._connect()
        self._restyle()
        self._show(self._waiting)

    def show_loading(self) -> None:
        """Wait for the list; what is in view stays."""
        if self._shown is None:
            self._show(self._waiting)

    def show_imports(self, shown: Shown) -> None:
        """Show these; the cursor stays on the one it was on."""
        self._shown = shown
        self.list.show_rows(tuple(self._row(one, shown) for one in shown.imports))
        if shown.imports and self.list.current_key() is None:
            self.list.step(0)
        why_not = shown.why_not or self.tr("The first one is being begun.")
        self._nothing.set_words(self.tr("No imports yet"), why_not)
        nothing = self._empty if self._may_begin else self._nothing
        self._show(self.list if shown.imports else nothing)

    def show_unread(self, sentence: str) -> None:
        """Say why the list cannot be read; one in view stays in view."""
        if self._shown is None or not self._shown.imports:
            self._nothing.set_words(self.tr("The imports cannot be read now"), sentence)
            self._show(self._nothing)
        else:
            self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say below the list what came of it, until something else is to be said."""
        self._said.set_text(sentence)
        self._said.setVisible(bool(sentence))

    @property
    def current(self) -> ImportView | None:
        key = self.list.current_key()
        imports = self._shown.imports if self._shown else ()
        return next((one for one in imports if one.id == key), None)

    def choose(self, digit: int) -> None:
        """What a digit with Alt does here, if it is offered now."""
        if digit == NEW and self._may_begin:
            self.new_requested.emit()
        elif digit == GO_ON and not self.go_on.isHidden():
            self.go_on.click()
        elif digit == UNDO and not self.undo.isHidden():
            self.undo.click()

    def focus_first(self) -> None:
        state = self._stack.currentWidget()
        if state is self.list:
            first: QWidget | None = self.list
        else:
            first = self._empty.findChild(Button) if state is self._empty else self
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, one: ImportView, shown: Shown) -> Row:
        standing = shown.standing(one)
        return Row(
            key=one.id,
            title=wording.files(one.files),
            line=wording.counts(one),
            note=wording.who(one, text.moment(one.at, shown.zone, shown.now)),
            side=wording.state(standing),
            side_role=wording.ROLES[standing],
        )

    def _show(self, state: QWidget) -> None:
        self._stack.setCurrentWidget(state)
        self._show_current()

    def _show_current(self) -> None:
        one, shown = self.current, self._shown
        about = ""
        if one is not None and shown is not None:
            here, may = one.mark in shown.kept, not shown.why_not
            about = wording.about(shown.standing(one), here=here, may=may)
        self._about.set_text(about)
        self._about.setVisible(bool(about))
        why_not = shown.why_not if shown is not None and shown.imports else ""
        self._why_not.set_text(why_not)
        self._why_not.setVisible(bool(why_not))
        self._rule.setVisible(one is not None)
        self.report.setVisible(self._has_report())
        self.new.setVisible(self._may_begin and self._stack.currentWidget() is self.list)
        self.go_on.setVisible(bool(one and shown and shown.can_go_on(one)))
        self.undo.setVisible(bool(one and shown and shown.can_undo(one)))

    @property
    def _may_begin(self) -> bool:
        shown = self._shown
        return shown is not None and not shown.why_not and not shown.is_busy

    def _has_report(self) -> bool:
        one, shown = self.current, self._shown
        return bool(one and shown and (one.counts or shown.standing(one) is Standing.UNDONE))

    def _build(self) -> None:
        for state in (self._waiting, self.list, self._empty, self._nothing):
            self._stack.addWidget(state)
        self._column, self._buttons = QVBoxLayout(self), QHBoxLayout()
        for part in (self._stack, self._rule, self._said, self._about, self._why_not):
            self._column.addWidget(part, int(part is self._stack))
        for button in (self.report, self.new, self.go_on, self.undo):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_moved)
        self.list.entered.connect(self._on_report)
        self.report.clicked.connect(self._on_report)
        self.new.clicked.connect(self.new_requested)
        self._empty.chosen.connect(self.new_requested)
        self.go_on.clicked.connect(self._on_go_on)
        self.undo.clicked.connect(self._on_undo)

    @Slot()
    def _on_moved(self) -> None:
        self._show_current()

    @Slot()
    def _on_report(self) -> None:
        if self.current is not None and self._has_report():
            self.report_requested.emit(self.current)

    @Slot()
    def _on_go_on(self) -> None:
        if self.current is not None:
            self.go_on_requested.emit(self.current)

    @Slot()
    def _on_undo(self) -> None:
        if self.current is not None:
            self.undo_requested.emit(self.current)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
