"""The page that asks before an import is taken back, and says what that does."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.models.views import ImportView
from console.ui.imports import wording
from console.ui.imports.values import Undo
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, CheckBox, Label, Themed


class UndoPage(Themed, QWidget):
    """Signals:
    undo_requested: take it back (an `Undo`).
    back_requested: leave it as it is.
    """

    undo_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._one: ImportView | None = None
        self._title = Label(theme, "", "h2", wrap=True, parent=self)
        self._what = Label(theme, self._what_it_does(), "body", "text2", wrap=True, parent=self)
        self._stays = Label(theme, self._what_stays(), "body", "text2", wrap=True, parent=self)
        self.stops = CheckBox(theme, self.tr("Revocations of consent, too"), parent=self)
        hint = self.tr("Left off, whoever said stop in these files is still not contacted.")
        self._hint = Label(theme, hint, "meta", "text3", wrap=True, parent=self)
        self.stops.setAccessibleDescription(hint)
        self.undo = Button(theme, self.tr("Undo this import"), "danger", "undo-2", parent=self)
        self.leave = Button(theme, self.tr("Leave it"), "quiet", key="Esc", parent=self)
        self._build()
        self.undo.clicked.connect(self._on_undo)
        self.leave.clicked.connect(self.back_requested)
        self._restyle()

    def ask(self, one: ImportView, when: str) -> None:
        """Ask about this import; `when` it began, in words."""
        self._one = one
        self._title.set_text(
            self.tr("Undo the import of {0}, {1}?").format(wording.files(one.files), when)
        )
        self.stops.setChecked(False)

    def focus_first(self) -> None:
        self.stops.setFocus(Qt.FocusReason.OtherFocusReason)

    def _what_it_does(self) -> str:
        return self.tr(
            "People that it brought are taken back, fields are as they were before, and its "
            "touchpoints and consents no longer count."
        )

    def _what_stays(self) -> str:
        return self.tr(
            "What somebody changed here since stays, and so does what another import told again. "
            "An undone import can be imported again."
        )

    def _build(self) -> None:
        self._column, self._buttons = QVBoxLayout(self), QHBoxLayout()
        for part in (self._title, self._what, self._stays, self.stops, self._hint):
            self._column.addWidget(part)
        for button in (self.undo, self.leave):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self._column.addStretch(1)

    @Slot()
    def _on_undo(self) -> None:
        if self._one is not None:
            self.undo_requested.emit(Undo(self._one.id, self.stops.isChecked()))

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, px(4), 0, 0)
        self._column.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
        self._buttons.setContentsMargins(0, px(8), 0, 0)
