"""Entries that could not be sent: a list, the one under the cursor told whole, and its ways on."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.models.bodies import Codes
from console.models.ids import CommandId
from console.models.terms import EntryState
from console.models.views import CollisionView, StuckEntry, StuckView
from console.ui.lookup.rows import Lines, Row
from console.ui.stuck import wording
from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Button, Field, Label, Rule, Sheet

WORDS: tuple[tuple[str, Style, Role], ...] = (
    ("why", "body", "text2"),
    ("standing", "body", "text2"),
    ("ours", "body", "text2"),
    ("way_on", "body", "text"),
    ("said", "meta", "text3"),
)
MOST_HIGH = 46 * 6
"""Of the list, in design px; from the seventh entry on it scrolls under the cursor."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """What the sheet shows; `may_discard` is a supervisor's right."""

    view: StuckView
    codes: Codes | None
    zone: str
    may_discard: bool


@dataclass(frozen=True, slots=True)
class Discarded:
    entry: CommandId
    reason: str


class StuckSheet(Sheet):
    """Enter does what helps most with the entry under the cursor; Tab reaches the other ways.

    Signals:
        mend_requested: open this call again, to correct it (its entry's id).
        retry_requested: send this entry again as it is (its id).
        discard_requested: give it up (a `Discarded`).
        insist_requested: put a correction in the place of what is on record (a `CollisionView`).
        leave_requested: let what is on record stand (a `CollisionView`).
    """

    mend_requested = Signal(object)
    retry_requested = Signal(object)
    discard_requested = Signal(object)
    insist_requested = Signal(object)
    leave_requested = Signal(object)

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="triangle-alert", icon_role="bad", key="Esc")
        self.set_title(self.tr("Needs attention"))
        self._shown: Stuck | None = None
        self.list = Lines(theme, self.tr("Entries that could not be sent"), parent=self)
        self._rule = Rule(theme, parent=self)
        self._labels: dict[str, Label] = {}
        self.mend = Button(theme, "", key="Return", icon="pencil", parent=self)
        self.retry = Button(
            theme, self.tr("Try again"), "secondary", icon="refresh-cw", parent=self
        )
        self.discard = Button(theme, self.tr("Discard"), "secondary", icon="trash-2", parent=self)
        self.insist = Button(theme, self.tr("Put mine in its place"), icon="pencil", parent=self)
        self.leave = Button(
            theme, self.tr("Leave what is on record"), "secondary", icon="check", parent=self
        )
        self.reason = Field(
            theme, self.tr("Why is it discarded?"), key="Return", hints=True, parent=self
        )
        self._others = Label(theme, "", "meta", "text3", wrap=True, parent=self)
        self._fill_body()
        self._connect()
        self._restyle()

    def show_stuck(self, stuck: Stuck) -> None:
        """Show these entries; the cursor stays on the one it was on."""
        self._shown = stuck
        entries = tuple(self._row(entry, stuck) for entry in stuck.view.entries)
        rows = (*entries, *(_collision_row(one) for one in stuck.view.collisions))
        self.list.show_rows(rows)
        if rows and self.list.current_key() is None:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        one = self.tr("{count} entry of {login} waits for {login} to sign in here.")
        many = self.tr("{count} entries of {login} wait for {login} to sign in here.")
        words = [
            (one if count == 1 else many).format(count=count, login=login)
            for login, count in stuck.view.others
        ]
        self._others.set_text(" ".join(words))
        self._others.setVisible(bool(words))
        self._show_current()

    def show_reason_refused(self, sentence: str) -> None:
        """The reason doesn't do: it stands there still, to be completed."""
        self.reason.set_error(sentence)

    @property
    def current(self) -> StuckEntry | None:
        key = self.list.current_key()
        entries = self._shown.view.entries if self._shown else ()
        return next((entry for entry in entries if entry.id == key), None)

    @property
    def collision(self) -> CollisionView | None:
        key = self.list.current_key()
        collisions = self._shown.view.collisions if self._shown else ()
        return next((one for one in collisions if one.id == key), None)

    def _row(self, entry: StuckEntry, stuck: Stuck) -> Row:
        said = wording.content(entry.content, stuck.codes)
        return Row(
            key=entry.id,
            title=wording.what(entry, stuck.zone),
            line=said or str(entry.author),
            side=wording.state(entry),
            side_role="warn" if entry.state is EntryState.HELD else "bad",
        )

    def _show_current(self) -> None:
        collision = self.collision
        if collision is not None:
            self._show_collision(collision)
        else:
            self._show_entry()
        self.insist.setVisible(collision is not None)
        self.leave.setVisible(collision is not None)
        self.reason.hide()

    def _show_collision(self, collision: CollisionView) -> None:
        zone = self._shown.zone if self._shown else "UTC"
        told = {
            "why": wording.why_collided(collision),
            "standing": wording.found(collision, zone),
            "ours": wording.wanted(collision),
            "way_on": self.tr("Ask the person if you can. What you leave stays in the history."),
            "said": "",
        }
        for name, label in self._labels.items():
            label.set_text(told[name])
            label.setVisible(bool(told[name]))
        for button in (self.mend, self.retry, self.discard):
            button.hide()
        self._rule.show()

    def _show_entry(self) -> None:
        entry, stuck = self.current, self._shown
        codes = stuck.codes if stuck else None
        standing = wording.content(entry.standing, codes) if entry else ""
        told = {
            "why": wording.why(entry) if entry else self.tr("Everything was sent."),
            "ours": wording.content(entry.content, codes) if entry and standing else "",
            "standing": standing,
            "way_on": wording.way_on(entry) if entry else "",
            "said": wording.said(entry) if entry else "",
        }
        before = {"ours": self.tr("Yours: {0}"), "standing": self.tr("On record: {0}")}
        for name, label in self._labels.items():
            label.set_text(before.get(name, "{0}").format(told[name]))
            label.setVisible(bool(told[name]))
        mendable, conflict = bool(entry and entry.mendable), bool(standing)
        self.mend.set_text(
            self.tr("Log mine as a call of its own") if conflict else self.tr("Correct the call")
        )
        self.mend.setVisible(mendable)
        self.retry.set_key("" if mendable else "Return")
        self.retry.setVisible(entry is not None and entry.state is not EntryState.CONFLICT)
        self.discard.setVisible(bool(entry and stuck and stuck.may_discard))
        self._rule.setVisible(entry is not None)

    def _fill_body(self) -> None:
        self.body.addWidget(self.list)
        self.body.addWidget(self._rule)
        words = QVBoxLayout()
        for name, style, role in WORDS:
            self._labels[name] = Label(self.theme, "", style, role, wrap=True, parent=self)
            words.addWidget(self._labels[name])
        self.body.addLayout(words)
        buttons = QHBoxLayout()
        for button in (self.mend, self.retry, self.discard, self.insist, self.leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.body.addWidget(self.reason)
        self.body.addWidget(self._others)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.list.entered.connect(self._on_entered)
        self.list.selectionModel().currentChanged.connect(self._on_moved)
        self.mend.clicked.connect(self._on_mend)
        self.retry.clicked.connect(self._on_retry)
        self.discard.clicked.connect(self._on_discard)
        self.insist.clicked.connect(self._on_insist)
        self.leave.clicked.connect(self._on_leave)
        self.reason.submitted.connect(self._on_reason)

    @Slot()
    def _on_moved(self) -> None:
        self._show_current()

    @Slot()
    def _on_entered(self) -> None:
        if self.collision is not None:
            self.insist.setFocus()  # it changes a record: a second Enter decides
        elif self.current is not None and self.current.mendable:
            self._on_mend()
        elif not self.retry.isHidden():
            self._on_retry()

    @Slot()
    def _on_mend(self) -> None:
        if self.current is not None:
            self.mend_requested.emit(self.current.id)

    @Slot()
    def _on_retry(self) -> None:
        if self.current is not None:
            self.retry_requested.emit(self.current.id)

    @Slot()
    def _on_insist(self) -> None:
        if self.collision is not None:
            self.insist_requested.emit(self.collision)

    @Slot()
    def _on_leave(self) -> None:
        if self.collision is not None:
            self.leave_requested.emit(self.collision)

    @Slot()
    def _on_discard(self) -> None:
        """The reason is asked for before anything happens."""
        self.reason.set_text("")
        self.reason.set_error("")
        self.reason.show()
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        if self.current is not None:
            self.discard_requested.emit(Discarded(self.current.id, reason))

    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "list"):
            self.list.setMaximumHeight(self.theme.px(MOST_HIGH))

    def _focus_first(self) -> None:
        (self.list if self.list.rows() else self).setFocus(Qt.FocusReason.PopupFocusReason)


def _collision_row(collision: CollisionView) -> Row:
    return Row(
        key=collision.id,
        title=wording.collided(collision),
        line=wording.wanted(collision),
        side=wording.translate("stuck", "Changed meanwhile"),
        side_role="warn",
    )
