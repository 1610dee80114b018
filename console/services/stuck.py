"""Entries that could not be sent: what they are, and the three ways on for each."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from console.errors import ConsoleError, NotFound, Refused
from console.models.commands import Body, Command, DiscardEntry, LogDisposition
from console.models.draft import Draft
from console.models.facts import Command as Journal
from console.models.ids import CallId, CommandId, Login, uuid7
from console.models.terms import EntryState, Role
from console.models.views import (
    CollisionView,
    EntryContent,
    OutboxEntryView,
    StaffView,
    StuckEntry,
    StuckView,
)
from console.models.workstation import OutboxEntry
from console.services.apply.gate import body_of
from console.services.database import Database
from console.services.drafts import Drafts
from console.services.history import History
from console.services.outbox import Outbox

STUCK = (EntryState.HELD, EntryState.QUARANTINED, EntryState.CONFLICT)
MENDED = (EntryState.QUARANTINED, EntryState.CONFLICT)
MOMENT = timedelta(minutes=1)
LEAST_REASON = 10


class Stuck:
    """Tried again, mended as a new entry that names the old one, or discarded with a reason.

    Nothing here is ever silent: what is mended stands in the new entry, what is discarded in the
    journal. Each method is durable at this desk when it returns.
    """

    def __init__(
        self,
        store: Database,
        outbox: Outbox,
        drafts: Drafts,
        shared: Database,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._outbox = outbox
        self._drafts = drafts
        self._shared = shared
        self._clock = clock
        self._history = History(shared)

    def view(self, staff: StaffView) -> StuckView:
        """The rep's own stuck entries; a supervisor's list has everybody's, without their content.

        What else waits for another login is counted: on a server it goes only under that one.
        """
        entries = self._outbox.view().entries
        own = [one for one in entries if one.author == staff.login]
        listed = own if staff.role is Role.REP else list(entries)
        others = Counter(
            one.author
            for one in entries
            if one.author != staff.login and (one.state in STUCK or not self._shared.embedded)
        )
        return StuckView(
            entries=tuple(self._entry(one, staff) for one in listed if one.state in STUCK),
            collisions=self.collisions(staff.login),
            others=tuple(sorted(others.items())),
        )

    def collisions(self, login: Login) -> tuple[CollisionView, ...]:
        """Corrections of this login that found another value; none without the server."""
        with suppress(ConsoleError):
            return self._history.collisions(login)
        return ()

    def try_again(self, entry: CommandId) -> None:
        """It goes with the next round, whatever held it back: the cause may be gone."""
        self._change(entry, STUCK, state=EntryState.PENDING, not_before=self._clock())

    def mend(self, entry: CommandId) -> Draft:
        """The refused call as a draft again, to be corrected and logged under a new id.

        The entry is given its time to undo back and is undone: from then on it is withdrawn, and
        the draft a draft of this desk. One in conflict becomes a call of its own, since its id
        stands for another. Raises Refused for what is no call or waits no more.
        """
        conflict = self._refused_call(entry) is EntryState.CONFLICT
        undoable = {"not_before": self._clock() + MOMENT, "tries": 0, "next_try_at": None}
        self._change(entry, MENDED, state=EntryState.PENDING, **undoable)
        draft = self._outbox.withdraw(entry)
        assert draft is not None  # noqa: S101 - it was looked at, and nobody sends it meanwhile
        call = CallId(uuid7()) if conflict else draft.call_id
        again = replace(draft, call_id=call, command_id=CommandId(uuid7()), mends=entry)
        self._drafts.save(again)
        if conflict:
            self._drafts.drop(draft.call_id)
        return again

    def discard(self, entry: CommandId, reason: str, staff: StaffView) -> None:
        """Gives an entry up, for a supervisor; the journal gets who, what and why.

        Raises Refused for a rep, and without a reason that says something.
        """
        if staff.role is Role.REP:
            raise Refused("Only a supervisor can discard an entry. Nothing of it is lost so far.")
        if len(reason.strip()) < LEAST_REASON:
            raise Refused(f"Say why in {LEAST_REASON} letters or more. It stays on record.")
        with self._store.transaction() as session:
            row = session.execute(
                select(
                    OutboxEntry.kind, OutboxEntry.author, OutboxEntry.made_at, OutboxEntry.sha
                ).where(OutboxEntry.id == entry, OutboxEntry.state.in_(STUCK))
            ).first()
        if row is None:
            raise NotFound("This entry waits no more. Open the list again.")
        body = DiscardEntry(
            entry=entry,
            kind=row.kind,
            author=Login(row.author),
            made_at=row.made_at,
            sha=row.sha,
            reason=reason.strip(),
        )
        now = self._clock()
        self._outbox.put(Command(id=CommandId(uuid7()), author=staff.login, made_at=now, body=body))
        # Afterwards, so that a crash in between leaves it listed: twice on record is no loss.
        told = f"Discarded by {staff.login}."
        self._change(entry, STUCK, state=EntryState.WITHDRAWN, error=told)

    def _entry(self, found: OutboxEntryView, staff: StaffView) -> StuckEntry:
        entry, own = CommandId(found.id), found.author == staff.login
        state = EntryState(found.state)
        command = self._command(entry) if own else None
        call = found.kind == LogDisposition.__name__
        standing = own and state is EntryState.CONFLICT
        return StuckEntry(
            id=entry,
            kind=found.kind,
            state=state,
            author=found.author,
            made_at=found.made_at,
            error=found.error or "",
            content=_content(command.author, command.made_at, command.body) if command else None,
            standing=self._standing(entry) if standing else None,
            mendable=own and call and state in MENDED,
        )

    def _command(self, entry: CommandId) -> Command | None:
        """What it said; None for a kind or shape that this release doesn't know."""
        with suppress(ConsoleError):
            return self._outbox.find(entry)
        return None

    def _standing(self, entry: CommandId) -> EntryContent | None:
        """What the shared database has under this id; None offline, or when it may not be seen."""
        with suppress(ConsoleError), self._shared.transaction(writes=False) as session:
            row = session.execute(
                select(Journal.kind, Journal.payload, Journal.author, Journal.made_at).where(
                    Journal.id == entry
                )
            ).first()
            if row is not None:
                return _content(Login(row.author), row.made_at, body_of(row.kind, row.payload))
        return None

    def _refused_call(self, entry: CommandId) -> EntryState:
        """Its state; raises Refused unless it was refused and kept its draft."""
        with self._store.transaction(writes=False) as session:
            found = session.scalar(
                select(OutboxEntry.state).where(
                    OutboxEntry.id == entry,
                    OutboxEntry.state.in_(MENDED),
                    OutboxEntry.draft.is_not(None),
                )
            )
        if found is None:
            raise Refused("This entry is no call that could be opened again. Ask your supervisor.")
        return EntryState(found)

    def _change(self, entry: UUID, states: tuple[EntryState, ...], **values: object) -> None:
        """Raises Refused when it is in none of these states any more."""
        with self._store.transaction() as session:
            changed = session.execute(
                update(OutboxEntry)
                .where(OutboxEntry.id == entry, OutboxEntry.state.in_(states))
                .values(**values)
                .returning(OutboxEntry.id)
            ).first()
        if changed is None:
            raise Refused("This entry waits no more. Open the list again.")


def _content(author: Login, at: datetime, body: Body) -> EntryContent:
    if isinstance(body, LogDisposition):
        return EntryContent(
            author=author,
            at=body.call.ended_at,
            phone=body.call.phone,
            code=body.code,
            notes=body.notes,
        )
    return EntryContent(author=author, at=at)
