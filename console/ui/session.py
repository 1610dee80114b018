"""What the window is about right now: who acts, the call, the person shown, the connection."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Flag, auto

from PySide6.QtCore import QObject, Signal

from console.errors import ConsoleError
from console.models.bodies import Library
from console.models.draft import Draft
from console.models.ids import CommandId, FactId, PersonId
from console.models.terms import Direction
from console.models.views import Match, RecordView, StaffView
from console.rules import call
from console.rules.authority import party_state
from console.rules.call import CallState


class Changes(Flag):
    """What changed; whoever shows it looks again."""

    STAFF = auto()
    CALL = auto()
    PERSON = auto()
    RECORD = auto()
    GUIDE = auto()
    OUTCOME = auto()
    NOTES = auto()
    WAITING = auto()
    CONNECTION = auto()


@dataclass(frozen=True, slots=True)
class Logged:
    """The last log, while it can be undone and afterwards for the status bar."""

    command: CommandId
    text: str
    code_label: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Ringing:
    """A number that rings beside another call; nobody rings for longer than a minute."""

    number: str
    at: datetime


@dataclass(slots=True)
class Desk:
    """What happened at this desk today, for the status bar.

    `callback` is the one opened, claimed until `claimed_until`; `asked_for` its time, when the
    person asked for that herself. `fault` is why the server takes nothing now, as far as known.
    `glass` are the people whose whole record is open in an emergency, each until a time.
    """

    logged_today: int = 0
    last: Logged | None = None
    offline_since: datetime | None = None
    fault: ConsoleError | None = None
    parked: tuple[Draft, ...] = ()
    ringing: Ringing | None = None
    callback: FactId | None = None
    asked_for: datetime | None = None
    claimed_until: datetime | None = None
    matches: dict[PersonId, Match] = field(default_factory=dict)
    glass: dict[PersonId, datetime] = field(default_factory=dict)


class Session(QObject):
    """One signal tells everybody what changed; nothing here reads or writes a store.

    Signals:
        changed: a `Changes` flag.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.staff: StaffView | None = None
        self.library: Library | None = None
        self.draft: Draft | None = None
        self.person: PersonId | None = None
        self.records: dict[PersonId, RecordView] = {}
        self.desk = Desk()

    @property
    def call_state(self) -> CallState:
        return call.state(self.draft)

    @property
    def on_line(self) -> bool:
        """Whether a call rings or is live, so that other people's names must not be seen."""
        return self.call_state in (CallState.RINGING, CallState.LIVE, CallState.HELD)

    @property
    def record(self) -> RecordView | None:
        return self.records.get(self.person) if self.person else None

    @property
    def subject(self) -> RecordView | None:
        """The record of the person whose the effects are; between calls of the one shown."""
        person = call.subject(self.draft) if self.draft else None
        return self.records.get(person) if person else self.record

    @property
    def masked(self) -> bool:
        """An incoming caller's record stays closed until she is verified, or the call is over."""
        return (
            self.draft is not None
            and self.draft.direction is Direction.INBOUND
            and not self.verified
        )

    @property
    def verified(self) -> bool:
        """Whether the shown person's matter may be told on this call."""
        entry = self.draft.verification_of(self.person) if self.draft else None
        if self.draft is None or self.person is None or entry is None:
            return False
        return party_state(self.draft, self.person, entry.at).may_tell

    @property
    def closed(self) -> bool:
        """Whether nothing of the record may be seen now."""
        return self.masked and self.on_line

    @property
    def told(self) -> bool:
        """Whether titles and openings may be read out; an unverified call leaves them covered."""
        return self.draft is None or self.verified or self.masked

    def set_draft(self, draft: Draft | None, changes: Changes = Changes.CALL) -> None:
        self.draft = draft
        self.changed.emit(changes)

    def change_draft(self, changes: Changes = Changes.CALL, **fields: object) -> None:
        """Replaces fields of the draft, if there is a call."""
        if self.draft is not None:
            self.set_draft(replace(self.draft, **fields), changes)  # type: ignore[arg-type]

    def reach(self, now: datetime) -> None:
        """Something was said: somebody took the call that we dialed."""
        if self.draft is not None:
            reached = call.reached(self.draft, now)
            if reached is not self.draft:
                self.set_draft(reached)

    def show(self, person: PersonId | None) -> None:
        self.person = person
        self.changed.emit(Changes.PERSON)

    def keep(self, person: PersonId, record: RecordView) -> None:
        self.records[person] = record
        self.changed.emit(Changes.RECORD)

    def clear_call(self) -> None:
        """After a log: nothing of this call may stand under the next person."""
        self.draft = None
        self.person = None
        self.records.clear()
        self.desk.callback = self.desk.asked_for = None
        self.desk.matches.clear()
        self.changed.emit(
            Changes.CALL | Changes.PERSON | Changes.RECORD | Changes.GUIDE | Changes.OUTCOME
        )
