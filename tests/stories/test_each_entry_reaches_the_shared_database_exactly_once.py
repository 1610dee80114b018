"""Two desks log, undo, lose the line and die, and the server is restored from its backup; in the
end each entry is there, and there once.

The outbox files, the sending and the shared database are the real ones; only the line is frail.
Every example of the machine has entries and a person of its own in one shared database.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock
from uuid import UUID

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import make_url, select, update

from console.errors import Offline
from console.models import facts
from console.models.commands import Command, LiftStop, RequestStop
from console.models.ids import FactId, PersonId, uuid7
from console.models.person_facts import ConsentEntry
from console.models.terms import ConsentAction, EntryState
from console.models.workstation import OutboxEntry
from console.rules import consent
from console.services import person_facts
from console.services.apply import apply, body_of, gate
from console.services.database import Database, open_shared
from console.services.desk_store import open_workstation
from console.services.outbox import Outbox
from console.services.send_queue import SendQueue, Waiting
from console.services.sync import Sync
from tests.commands import (
    NOON,
    Clock,
    command,
    disposition,
    draft_of,
    new_person,
    opt_in,
    revocation,
)
from tests.frail import Died, FrailLine
from tests.postgresql import Server

UNDO = timedelta(seconds=10)
EXAMPLES = 600 if os.environ.get("ENGAGEMENT_SOAK") == "1" else 12
"""Each is a short story, not one value."""
DESKS = st.integers(min_value=0, max_value=1)
LOSSES = st.lists(st.sampled_from([None, "request lost", "answer lost"]), max_size=4)
DEATHS = st.tuples(
    st.lists(st.just(None), max_size=3), st.sampled_from(["dies before", "dies after"])
).map(lambda parts: [*parts[0], parts[1]])


@dataclass
class Desk:
    """One workstation: its file outlives its objects."""

    file: Path
    line: FrailLine
    clock: Clock

    def start(self) -> None:
        self.store = open_workstation(self.file)
        self.outbox = Outbox(self.store, self.clock)
        self.outbox.queue.recover()
        self.sync = Sync(self.outbox, lambda: self.line, self.clock)  # type: ignore[return-value]

    def die(self) -> None:
        self.store.close()


class Backups:
    """Copies of the shared database, made and brought back while nobody is connected."""

    def __init__(self, url: str, server: Server | None) -> None:
        self._name = str(make_url(url).database)
        self._server = server

    def take(self) -> None:
        self._copy(self._name, f"{self._name}_kept")

    def restore(self) -> None:
        self._copy(f"{self._name}_kept", self._name)

    def _copy(self, source: str, target: str) -> None:
        if self._server is None:
            shutil.copyfile(source, target)
            return
        self._server.drop_database(target)
        self._server.create_database(target, source)

    def close(self) -> None:
        if self._server is not None:
            self._server.drop_database(f"{self._name}_kept")


class Story(RuleBasedStateMachine):
    """What the model knows: every command put, and which of them were taken back or are bad."""

    shared: Database
    backups: Backups
    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.clock = Clock()
        self.desks = [self.new_desk(name) for name in "ab"]
        self.put: dict[UUID, tuple[int, Command]] = {}
        self.withdrawn: set[UUID] = set()
        self.bad: set[UUID] = set()
        self.is_backed_up = False

    def new_desk(self, name: str) -> Desk:
        file = Path(self.folder.name) / f"{name}.db"
        for part in (self.template, self.template.with_suffix(".key")):
            shutil.copyfile(part, file.with_suffix(part.suffix))
        desk = Desk(file, FrailLine(self.shared), self.clock)
        desk.start()
        return desk

    @initialize()
    def somebody_is_known(self) -> None:
        known = command(new_person())
        self.person: PersonId = known.body.person
        with self.shared.transaction() as session:
            apply(session, known, NOON)

    def take_in(self, desk: int, made: Command, **how: Any) -> None:
        self.desks[desk].outbox.put(made, **how)
        self.put[made.id] = desk, made

    def log_a_call(self, desk: int, delay: timedelta | None) -> Command:
        made = command(disposition(self.person, notes=str(self.person)))
        self.take_in(desk, made, delay=delay, draft=draft_of(made))
        return made

    @rule(desk=DESKS, delay=st.sampled_from([None, UNDO]))
    def log(self, desk: int, delay: timedelta | None) -> None:
        self.log_a_call(desk, delay)

    @rule(desk=DESKS)
    def log_about_somebody_new(self, desk: int) -> None:
        known = new_person(contact_points=())
        self.take_in(desk, command(known))
        self.take_in(desk, command(disposition(known.person, notes=str(self.person))))

    @rule(desk=DESKS)
    def stop(self, desk: int) -> None:
        self.take_in(desk, command(RequestStop(call=None, consents=(revocation(self.person),))))

    @rule(desk=DESKS, seen=st.integers(min_value=0))
    def lift(self, desk: int, seen: int) -> None:
        """An opt-in names the revocations on the rep's screen, which may be old."""
        stops = [made.body for _, made in self.put.values() if isinstance(made.body, RequestStop)]
        lifted = [FactId(body.consents[0].id) for body in stops[: seen % (len(stops) + 1)]]
        self.take_in(desk, command(LiftStop(call=None, consents=(opt_in(self.person, *lifted),))))

    @rule(desk=DESKS, kind=st.sampled_from(["unknown person", "unknown zone"]))
    def log_something_bad(self, desk: int, kind: str) -> None:
        if kind == "unknown person":
            made = command(disposition(PersonId(uuid7())))
        else:
            made = command(disposition(zone="Nowhere/At_All"))
        self.take_in(desk, made)
        self.bad.add(made.id)

    @rule(which=st.integers(min_value=0))
    def press_twice(self, which: int) -> None:
        if alive := [entry for entry in self.put.values() if entry[1].id not in self.withdrawn]:
            desk, made = alive[which % len(alive)]
            self.desks[desk].outbox.put(made)

    @rule(
        desk=DESKS,
        loss=st.sampled_from(["not sent", "answer lost", "request lost"]),
        again=st.sampled_from(["no", "same", "changed"]),
    )
    def log_and_undo(self, desk: int, loss: Any, again: str) -> None:
        """Undo gives the call back, or it is too late; what is logged again has the same id."""
        made = self.log_a_call(desk, UNDO)
        if loss != "not sent":
            self.send_what_waits(desk, [loss], now=True)
        if self.desks[desk].outbox.withdraw(made.id) is None:
            return
        self.withdrawn.add(made.id)
        if again == "no":
            return
        if again == "changed":
            made = replace(made, body=replace(made.body, reason="changed"))
        self.take_in(desk, made, delay=UNDO, draft=draft_of(made))
        self.withdrawn.discard(made.id)

    @rule(desk=DESKS, losses=LOSSES, now=st.booleans())
    def send(self, desk: int, losses: list[Any], now: bool) -> None:
        self.send_what_waits(desk, losses, now=now)

    def send_what_waits(self, desk: int, losses: list[Any], *, now: bool) -> None:
        looks = [None] if now else []  # a round now asks first what the server has
        self.desks[desk].line.fail_next(*looks, *losses)
        self.desks[desk].sync.once(now=now)
        self.desks[desk].line.fail_next()

    @rule(desk=DESKS, deaths=DEATHS)
    def die_while_sending(self, desk: int, deaths: list[Any]) -> None:
        dying = self.desks[desk]
        dying.line.fail_next(*deaths)
        with suppress(Died):
            dying.sync.once(now=True)
        self.restart(desk)

    @rule(desk=DESKS)
    def restart(self, desk: int) -> None:
        self.desks[desk].line.fail_next()
        self.desks[desk].die()
        self.desks[desk].start()

    @precondition(lambda self: not self.is_backed_up)
    @rule()
    def back_up(self) -> None:
        self.shared.close()
        self.backups.take()
        self.is_backed_up = True

    @precondition(lambda self: self.is_backed_up)
    @rule()
    def restore(self) -> None:
        """Nobody tells the desks: their lines are torn, and the server answers again."""
        self.shared.close()
        self.backups.restore()
        self.is_backed_up = False

    @rule(seconds=st.sampled_from([1, 5, 15, 90]))
    def time_goes_on(self, seconds: int) -> None:
        self.clock.goes_on(seconds=seconds)

    def teardown(self) -> None:
        try:
            if hasattr(self, "person"):
                self.bring_all_home()
                self.check_each_entry()
                self.check_the_facts()
                self.check_the_ledger()
        finally:
            for desk in self.desks:
                desk.die()
            self.folder.cleanup()

    def bring_all_home(self) -> None:
        for desk in self.desks:
            self.clock.goes_on(minutes=2)
            desk.sync.look()
            report = desk.sync.once()
            assert report.offline is None
            assert report.still_pending == 0

    def wanted(self) -> dict[UUID, Command]:
        left_out = self.withdrawn | self.bad
        return {key: made for key, (_, made) in self.put.items() if key not in left_out}

    def check_each_entry(self) -> None:
        with self.shared.transaction(writes=False) as session:
            rows = session.scalars(select(facts.Command).where(facts.Command.id.in_(self.put)))
            found = {row.id: body_of(row.kind, row.payload) for row in rows}
        assert found == {key: made.body for key, made in self.wanted().items()}
        apart = [entry for desk in self.desks for entry in desk.outbox.view().entries]
        assert {entry.id for entry in apart} == self.bad - self.withdrawn
        assert {entry.state for entry in apart} <= {"quarantined"}

    def check_the_facts(self) -> None:
        """Also what was applied under another id would be seen: the notes name this example."""
        noted = select(facts.Disposition.id).where(facts.Disposition.notes == str(self.person))
        with self.shared.transaction(writes=False) as session:
            found = list(session.scalars(noted))
        bodies = [made.body for made in self.wanted().values()]
        logged = [body.disposition for body in bodies if hasattr(body, "disposition")]
        assert sorted(found) == sorted(logged)

    def check_the_ledger(self) -> None:
        of_her = select(facts.ConsentEvent).where(facts.ConsentEvent.person_id == self.person)
        with self.shared.transaction(writes=False) as session:
            ledger = {row.id: (row.action, frozenset(row.lifts)) for row in session.scalars(of_her)}
        model = {
            given.id: (given.action, frozenset(str(lifted) for lifted in given.lifts))
            for made in self.wanted().values()
            if isinstance(made.body, RequestStop | LiftStop)
            for given in made.body.consents
        }
        assert ledger == model
        with self.shared.transaction(writes=False) as session:
            known = person_facts.read(session, frozenset([self.person]))
        in_force = {str(entry.id) for entry in consent.revocations_in_force(known.consents)}
        mine = {str(key) for key in model}  # her number is everybody's in these stories
        assert in_force & mine == not_named(model)


def not_named(ledger: dict[Any, tuple[str, frozenset[str]]]) -> set[str]:
    """The revocations that no opt-in names, however the product finds them."""
    revoked = {str(key) for key, (what, _) in ledger.items() if what == ConsentAction.REVOKED}
    return revoked - {name for _, lifted in ledger.values() for name in lifted}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "workstation.db"
    open_workstation(file).close()
    return file


@pytest.fixture
def story(
    shared_database: str, template: Path, request: pytest.FixtureRequest
) -> Iterator[type[Story]]:
    server = None
    if shared_database.startswith("postgresql"):
        server = request.getfixturevalue("postgresql_server")
    yield from prepared(shared_database, template, server)


@pytest.fixture
def story_on_a_file(sqlite_database: str, template: Path) -> Iterator[type[Story]]:
    yield from prepared(sqlite_database, template, None)


def prepared(url: str, template_file: Path, server: Server | None) -> Iterator[type[Story]]:
    opened = open_shared(url)

    class Here(Story):
        shared = opened
        backups = Backups(url, server)
        template = template_file

    yield Here
    opened.close()
    Here.backups.close()


def test_each_entry_arrives_exactly_once(story: type[Story]) -> None:
    run_state_machine_as_test(
        story, settings=settings(max_examples=EXAMPLES, stateful_step_count=20)
    )


# Faults that such programs have had. The story must find each, or it proves nothing.


@contextmanager
def acknowledged_before_committed() -> Iterator[None]:
    send = Sync._send

    def too_early(self: Sync, database: Any, entries: Any, tally: Any) -> None:
        self._queue.settle([entry.id for entry in entries], EntryState.ACKED)
        send(self, database, entries, tally)

    with mock.patch.object(Sync, "_send", too_early):
        yield


@contextmanager
def a_new_id_for_each_try() -> Iterator[None]:
    def other_ids(self: Waiting) -> Command:
        body = body_of(self.kind, json.loads(self.payload))
        if hasattr(body, "disposition"):
            body = replace(body, disposition=FactId(uuid7()), call=replace(body.call, id=uuid7()))
        return Command(id=uuid7(), author=self.author, made_at=self.made_at, body=body)

    with mock.patch.object(Waiting, "command", other_ids):
        yield


@contextmanager
def what_was_being_sent_is_forgotten() -> Iterator[None]:
    with mock.patch.object(SendQueue, "recover", return_value=None):
        yield


@contextmanager
def one_bad_entry_blocks_the_others() -> Iterator[None]:
    def give_up(self: Sync, _database: Any, _entries: Any, _tally: Any, error: Exception) -> None:
        raise Offline("again later") from error

    with mock.patch.object(Sync, "_judge", give_up):
        yield


@contextmanager
def the_whole_batch_is_condemned() -> Iterator[None]:
    def condemn(self: Sync, _database: Any, entries: Any, _tally: Any, error: Exception) -> None:
        self._settle(entries, EntryState.QUARANTINED, error)

    with mock.patch.object(Sync, "_judge", condemn):
        yield


@contextmanager
def a_journal_without_facts() -> Iterator[None]:
    with mock.patch.dict(gate.HANDLERS, dict.fromkeys(gate.HANDLERS, gate.nothing_more)):
        yield


@contextmanager
def undo_of_what_may_have_arrived() -> Iterator[None]:
    withdraw = Outbox.withdraw

    def late(self: Outbox, command_id: Any) -> Any:
        with self._store.transaction() as session:
            session.execute(
                update(OutboxEntry)
                .where(OutboxEntry.id == command_id, OutboxEntry.draft.is_not(None))
                .values(state="pending", tries=0, not_before=self._clock() + UNDO)
            )
        return withdraw(self, command_id)

    with mock.patch.object(Outbox, "withdraw", late):
        yield


@contextmanager
def a_call_logged_again_is_taken_for_a_repetition() -> Iterator[None]:
    put = Outbox.put

    def known(self: Outbox, made: Command, **how: Any) -> None:
        with self._store.transaction() as session:
            same = select(OutboxEntry.seq).where(OutboxEntry.id == made.id)
            if session.execute(same).first():
                return
        put(self, made, **how)

    with mock.patch.object(Outbox, "put", known):
        yield


@contextmanager
def what_the_server_lost_is_not_sent_again() -> Iterator[None]:
    with mock.patch.object(SendQueue, "send_again", return_value=0):
        yield


@contextmanager
def the_last_word_about_consent_counts() -> Iterator[None]:
    def last_writer_wins(consents: Iterable[ConsentEntry]) -> tuple[ConsentEntry, ...]:
        ledger = tuple(consents)
        last = [n for n, entry in enumerate(ledger) if entry.action is ConsentAction.GIVEN]
        later = ledger[last[-1] + 1 :] if last else ledger
        return tuple(entry for entry in later if entry.action is ConsentAction.REVOKED)

    with mock.patch.object(consent, "revocations_in_force", last_writer_wins):
        yield


FAULTS = [
    acknowledged_before_committed,
    a_new_id_for_each_try,
    what_was_being_sent_is_forgotten,
    one_bad_entry_blocks_the_others,
    the_whole_batch_is_condemned,
    a_journal_without_facts,
    undo_of_what_may_have_arrived,
    a_call_logged_again_is_taken_for_a_repetition,
    what_the_server_lost_is_not_sent_again,
    the_last_word_about_consent_counts,
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
@pytest.mark.soak
def test_the_story_finds_a_seeded_fault(fault: Any, story_on_a_file: type[Story]) -> None:
    hunt = settings(
        max_examples=100, stateful_step_count=20, phases=[Phase.generate], database=None,
        report_multiple_bugs=False, print_blob=False,
    )  # fmt: skip
    with fault(), pytest.raises(AssertionError):
        run_state_machine_as_test(story_on_a_file, settings=hunt)
