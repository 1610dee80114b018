"""A sheet with one list: waiting for it, empty, or as tall as there is room."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from console.ui.lookup.rows import Lines, Row
from console.ui.theme.theme import Theme
from console.ui.widgets import EmptyState, Label, Rule, Sheet, Skeleton


class TallLines(Lines):
    """As tall as there is room, scrolling under the cursor; Delete is left to the page."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget) -> None:
        super().__init__(theme, name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(200))  # however many rows there are

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(80), self.theme.px(46))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ListSheet(Sheet):
    """Enter takes the row under the cursor, which a line below tells whole.

    Signals:
        entered: the key of the row that Enter was pressed on.
    """

    gives_way = True
    entered = Signal(object)

    def __init__(self, theme: Theme, title: str, *, pane: QWidget, icon: str) -> None:
        super().__init__(theme, title, pane=pane, icon=icon, key="Esc")
        self._stack = QStackedWidget(self)
        self.list = TallLines(theme, title, parent=self._stack)
        self._nothing = EmptyState(theme, icon, "", "", parent=self._stack)
        self._waiting = Skeleton(theme, 8, parent=self._stack)
        for state in (self._waiting, self.list, self._nothing):
            self._stack.addWidget(state)
        self._rule = Rule(theme, parent=self)
        self._whole = Label(theme, "", "body", "text2", wrap=True, parent=self)
        for part in (self._stack, self._rule, self._whole):
            self.body.addWidget(part)
        self.list.entered.connect(self._on_entered)
        self.list.selectionModel().currentChanged.connect(self._on_moved)

    def show_loading(self) -> None:
        """Wait for the rows; those in view stay in view."""
        if not self.list.rows():
            self._show(self._waiting)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these, the cursor where it was; there is at least one."""
        here = self.list.hasFocus() or self.hasFocus()
        self.list.show_rows(rows)
        if self.list.current_key() is None:
            self.list.step(0)
        self._show(self.list)
        if here:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_nothing(self, title: str, sentence: str) -> None:
        """Say why there are no rows."""
        here = self.list.hasFocus()
        self.list.show_rows(())
        self._nothing.set_words(title, sentence)
        self._show(self._nothing)
        if here:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, state: QWidget) -> None:
        self._stack.setCurrentWidget(state)
        self._rule.setVisible(state is self.list)
        self._whole.setVisible(state is self.list)
        self._on_moved()

    @Slot()
    def _on_moved(self) -> None:
        key = self.list.current_key()
        row = next((one for one in self.list.rows() if one.key == key), None)
        self._whole.set_text(row.spoken if row is not None else "")

    @Slot()
    def _on_entered(self) -> None:
        if self.list.current_key() is not None:
            self.entered.emit(self.list.current_key())

    def _focus_first(self) -> None:
        (self.list if self.list.rows() else self).setFocus(Qt.FocusReason.PopupFocusReason)
