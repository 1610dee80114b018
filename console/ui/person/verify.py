"""The sheet that verifies: what is said is typed, the console answers match or no match."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.models.terms import Authority
from console.ui import words
from console.ui.person.column import VerifyColumn
from console.ui.person.radio import RadioChips
from console.ui.person.values import VerifyPerson, VerifyResults
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Card, Icon, Label, Rule, WayBack


class VerifySheet(Card):
    """Two columns, whom the call is with and whom it is about; one when they are the same.

    What is typed is emitted when a field is left or Enter is pressed, and wiped when the sheet
    closes: it is checked and not kept. Authority can be picked once both are verified
    (45 CFR 164.514(h), 164.502(g), 164.510(b)).

    Signals:
        said: a `PersonId`, the `VerificationItem` and what was said.
        authority_picked: the `Authority` of the one over the other's record.
        opened: the sheet stands in the pane.
        closed: the sheet is gone, and so is what was typed; a focus in it is back where it was.
    """

    said = Signal(object, object, str)
    authority_picked = Signal(object)
    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", key="Alt+V", parent=parent)
        self.set_title(self.tr("Verify"))
        self.set_sub(self.tr("Type what is said. It is checked and not kept."))
        self.set_colors("surface", "accent", 2)
        self._back = WayBack()
        self.speaking = VerifyColumn(theme, self.tr("Speaking with"), parent=self)
        self.about = VerifyColumn(theme, self.tr("About"), parent=self)
        self.authority = RadioChips(theme, self.tr("Authority"), parent=self)
        self._close = Button(theme, self.tr("Close"), "quiet", key="Esc", height=26, parent=self)
        self._build_body()
        self._restyle()
        *_, last = self.authority.chips().values()
        self.setTabOrder(last, self._close)  # Enter in the last field leads to the authority
        for column in (self.speaking, self.about):
            column.said.connect(self.said)
        self.authority.picked.connect(self._on_authority_picked)
        self._close.clicked.connect(self.close_sheet)
        self.hide()

    def open_for(self, speaking: VerifyPerson | None, about: VerifyPerson | None) -> None:
        """Open with empty fields; the same person in both parts is asked once."""
        same = speaking is not None and about is not None and speaking.person == about.person
        if self.isHidden():
            self._back.keep(self.window())
        self._wipe()
        self.speaking.show_person(speaking)
        self.about.show_person(None if same else about)
        self._middle.setVisible(speaking is not None and about is not None and not same)
        both = speaking is not None and about is not None and not same
        for part in (self._rule, self._authority):
            part.setVisible(both)
        self.show()
        first = self.speaking if speaking is not None else self.about
        first.focus_first()
        self.opened.emit()

    def show_results(self, results: VerifyResults) -> None:
        """Show how far one person is verified; a later answer replaces an earlier one."""
        for column in (self.speaking, self.about):
            if column.person is not None and column.person.person == results.person:
                column.show_results(results)
        ready = self.speaking.verified and self.about.verified
        self.authority.setEnabled(ready)

    def close_sheet(self) -> None:
        """Close and forget what was typed."""
        if self.isHidden():
            return
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._wipe()
        self.hide()
        if inside:
            self._back.take()
        self.closed.emit()

    def _wipe(self) -> None:
        self.speaking.wipe()
        self.about.wipe()
        self.authority.choose("")
        self.authority.setEnabled(False)

    def _build_body(self) -> None:
        self.head.insertWidget(0, Icon(self.theme, "shield-check", "accent", 18, parent=self))
        self.head.addWidget(self._close)
        self._head_rule, self._rule = (Rule(self.theme, parent=self) for _ in range(2))
        self._middle = Rule(self.theme, vertical=True, parent=self)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self.speaking, 1)
        self._columns.addWidget(self._middle)
        self._columns.addWidget(self.about, 1)
        self._authority = self._build_authority()
        self.column.removeItem(self.body)
        self.column.addWidget(self._head_rule)
        self.column.addLayout(self.body)
        self.body.addLayout(self._columns)
        self.body.addWidget(self._rule)
        self.body.addWidget(self._authority)

    def _build_authority(self) -> QWidget:
        block = QWidget(self)
        hint = self.tr(
            "Looked up when both are matched. Listening is always allowed; telling is not."
        )
        self._block, self._line = QVBoxLayout(block), QHBoxLayout()
        title = self.tr("May the one speak for the other?")
        self._line.addWidget(Label(self.theme, title, "h3", parent=block))
        self._line.addWidget(Label(self.theme, hint, "meta", "text3", parent=block), 1)
        self._block.addLayout(self._line)
        self._block.addWidget(self.authority)
        return block

    def _restyle(self) -> None:
        super()._restyle()
        if not hasattr(self, "_block"):
            return
        px, side = self.theme.px, self.theme.px(16)
        tight = self.theme.compact
        self.column.setContentsMargins(2, px(8 if tight else 10), 2, px(9 if tight else 12))
        self.column.setSpacing(px(8 if tight else 10))
        self.head.setContentsMargins(side, 0, side, 0)
        self.body.setContentsMargins(side, 0, side, 0)
        self.body.setSpacing(px(6 if tight else 9))
        self._columns.setSpacing(px(20 if tight else 24))
        self._block.setContentsMargins(0, 0, 0, 0)
        self._block.setSpacing(px(6 if tight else 8))
        self._line.setSpacing(px(8))
        self.authority.set_choices(
            tuple((value.value, words.authority(value, short=tight)) for value in Authority)
        )

    @Slot(str)
    def _on_authority_picked(self, key: str) -> None:
        self.authority_picked.emit(Authority(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)
