"""The sheet of unusual access: who opened whose record, and why that asks for a second look."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from console.services.oversight import Finding
from console.ui import text
from console.ui.lookup.rows import Row, RowList
from console.ui.supervisor import wording
from console.ui.theme.theme import Theme
from console.ui.widgets import EmptyState, Label, Rule, Sheet, Skeleton


class _Findings(RowList):
    """As tall as there is room, and scrolls."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget) -> None:
        super().__init__(theme, name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(80), self.theme.px(46))


class UnusualSheet(Sheet):
    """Newest first; the one under the cursor is told whole below the list."""

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="eye", key="Esc")
        self.set_title(self.tr("Unusual access"))
        self.set_sub(self.tr("Last 7 days. Candidates for a second look; they prove nothing."))
        self._found: tuple[Finding, ...] = ()
        self._zone, self._today = "UTC", date.min
        self._stack = QStackedWidget(self)
        self.list = _Findings(theme, self.tr("Unusual access"), parent=self._stack)
        self._nothing = EmptyState(theme, "eye", "", "", parent=self._stack)
        self._waiting = Skeleton(theme, 8, parent=self._stack)
        for state in (self._waiting, self.list, self._nothing):
            self._stack.addWidget(state)
        self._rule = Rule(theme, parent=self)
        self._whole = Label(theme, "", "body", "text2", wrap=True, parent=self)
        for part in (self._stack, self._rule, self._whole):
            self.body.addWidget(part)
        self.list.selectionModel().currentChanged.connect(self._on_moved)

    def show_loading(self) -> None:
        """Wait for the findings; those in view stay in view."""
        if not self._found:
            self._show(self._waiting)

    def show_findings(self, found: tuple[Finding, ...], zone: str, today: date) -> None:
        """Show these, with times in the center's zone (IANA); the cursor stays where it was."""
        self._found, self._zone, self._today = found, zone, today
        self.list.show_rows(tuple(map(self._row, found)))
        if not found:
            self._nothing.set_words(
                self.tr("Nothing unusual"),
                self.tr("Nobody opened a record in the last 7 days that asks for a second look."),
            )
        elif self.list.current_key() is None:
            self.list.step(0)
        self._show(self.list if found else self._nothing)
        if found and self.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_offline(self, sentence: str) -> None:
        """Say that they cannot be read; those in view stay in view."""
        if not self._found:
            self._nothing.set_words(self.tr("This cannot be read now"), sentence)
            self._show(self._nothing)

    def _show(self, state: QWidget) -> None:
        self._stack.setCurrentWidget(state)
        self._rule.setVisible(state is self.list)
        self._whole.setVisible(state is self.list)
        self._on_moved()

    def _row(self, found: Finding) -> Row:
        emergency = found.what.why == "break_glass"
        return Row(
            key=found.what,
            title=wording.opened(found),
            line=wording.unusual(found.what.why, found.what.detail),
            icon="siren" if emergency else "",
            icon_role="bad",
            side=self._when(found),
        )

    def _when(self, found: Finding) -> str:
        at = text.time_of_day(found.what.at, self._zone)
        day = text.local_day(found.what.at, self._zone)
        return at if day == self._today else f"{text.calendar_day(day, self._today)}, {at}"

    @Slot()
    def _on_moved(self) -> None:
        key = self.list.current_key()
        current = next((one for one in self._found if one.what == key), None)
        words = ""
        if current is not None:
            why = wording.unusual(current.what.why, current.what.detail)
            words = f"{self._when(current)} · {wording.opened(current)}. {why}"
        self._whole.set_text(words)

    def _focus_first(self) -> None:
        (self.list if self._found else self).setFocus(Qt.FocusReason.PopupFocusReason)
