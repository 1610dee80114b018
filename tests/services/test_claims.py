"""Claims: a callback is one rep's at a time, on both databases, by the shared clock."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from sqlalchemy import insert, update

from console.models.claims import Claim
from console.models.commands import CloseOpen, ClosureFact
from console.models.facts import Callback, Void
from console.models.ids import FactId, Login, uuid7
from console.models.terms import ClosureManner, OpenKind
from console.models.views import ClaimView
from console.services.apply.gate import apply
from console.services.claims import Claims
from console.services.database import Database, open_shared
from tests import commands
from tests.commands import Clock
from tests.postgresql import Server
from tests.services import records

ADA, BEN = Login("ada"), Login("ben")
NOW = datetime.now(UTC).replace(microsecond=0)
"""A server judges by its own clock."""

Desks = Callable[[Login], Claims]


@pytest.fixture
def database(shared_database: str) -> Iterator[Database]:
    opened = open_shared(shared_database)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def desks(database: Database, clock: Clock, request: pytest.FixtureRequest) -> Iterator[Desks]:
    """The claims of a desk at which this login works."""
    opened = []

    def at(login: Login) -> Claims:
        url = database.engine.url
        if not database.embedded:
            server: Server = request.getfixturevalue("postgresql_server")
            make_login(server, login)
            url = url.set(username=login)
        opened.append(open_shared(url.set(drivername=url.get_backend_name()).render_as_string()))
        return Claims(opened[-1], lambda: records.LIBRARY, clock)

    yield at
    for one in opened:
        one.close()


def make_login(server: Server, login: Login) -> None:
    with server.connect() as connection:
        try:
            connection.execute(f"CREATE ROLE {login} LOGIN SUPERUSER")
        except psycopg.errors.Error:
            return  # an earlier test, or another worker, made it


def promise(
    database: Database, count: int = 1, *, owner: Login = ADA, **due: float
) -> list[FactId]:
    """Callbacks that the owner promised, due a moment ago or at that distance from now."""
    made = [FactId(uuid7()) for _ in range(count)]
    known = records.begin(database)
    common = {
        "command_id": known.command,
        "phone": "+19375550137",
        "due_at": NOW + (timedelta(**due) if due else timedelta(minutes=-1)),
        "zone": "UTC",
        "asked_for": True,
        "owner": owner,
        "labels": frozenset(),
    }
    with database.transaction() as session:
        session.execute(insert(Callback), [{**common, "id": one} for one in made])
    return made


def close(database: Database, target: FactId) -> FactId:
    closure = ClosureFact(
        id=FactId(uuid7()),
        target=target,
        target_kind=OpenKind.CALLBACK,
        manner=ClosureManner.DONE,
    )
    with database.transaction() as session:
        apply(session, commands.command(CloseOpen(closures=(closure,))), NOW)
    return closure.id


def run_out(database: Database) -> None:
    """Time passes on the server."""
    with database.transaction() as session:
        session.execute(update(Claim).values(until=NOW - timedelta(seconds=1)))


def held(claim: ClaimView | None) -> ClaimView:
    assert claim is not None
    return claim


def test_one_rep_has_it_and_the_next_one_has_not(database: Database, desks: Desks) -> None:
    [callback] = promise(database)

    claim = held(desks(ADA).take([callback], ADA))

    assert (claim.target, claim.holder, claim.token) == (callback, ADA, 1)
    assert claim.until - NOW > timedelta(minutes=14)
    assert desks(BEN).take([callback], BEN) is None


def test_the_next_free_one_is_given_in_the_order_asked(database: Database, desks: Desks) -> None:
    first, second, third = promise(database, 3)
    desks(ADA).take([first], ADA)

    claim = desks(BEN).take([first, third, second], BEN)

    assert held(claim).target == third


def test_anothers_callback_can_be_taken_when_it_is_due_and_not_before(
    database: Database, desks: Desks
) -> None:
    [later] = promise(database, hours=1)

    assert desks(BEN).take([later], BEN) is None
    assert held(desks(ADA).take([later], ADA)).target == later


def test_what_is_closed_is_given_to_nobody(database: Database, desks: Desks) -> None:
    [callback] = promise(database)
    close(database, callback)

    assert desks(ADA).take([callback], ADA) is None


def test_what_was_closed_by_mistake_can_be_taken_again(database: Database, desks: Desks) -> None:
    [callback] = promise(database)
    closure = close(database, callback)
    records.begin(database).add(Void, target_id=closure, reason="by mistake", at=NOW)

    assert held(desks(ADA).take([callback], ADA)).target == callback


def test_what_was_voided_is_given_to_nobody(database: Database, desks: Desks) -> None:
    [callback] = promise(database)
    records.begin(database).add(Void, target_id=callback, reason="by mistake", at=NOW)

    assert desks(ADA).take([callback], ADA) is None


def test_only_callbacks_can_be_claimed(database: Database, desks: Desks) -> None:
    assert desks(ADA).take([FactId(uuid7())], ADA) is None
    assert desks(ADA).take([], ADA) is None


def test_given_back_it_is_free_at_once(database: Database, desks: Desks) -> None:
    [callback] = promise(database)
    ada, ben = desks(ADA), desks(BEN)
    ada.release(held(ada.take([callback], ADA)))

    assert held(ben.take([callback], BEN)).holder == BEN


def test_after_a_crash_the_lease_runs_out_and_it_is_free(database: Database, desks: Desks) -> None:
    [callback] = promise(database)
    desks(ADA).take([callback], ADA)
    run_out(database)

    assert held(desks(BEN).take([callback], BEN)).token == 2


def test_a_sign_of_life_prolongs_the_lease(database: Database, desks: Desks) -> None:
    [callback] = promise(database)
    ada = desks(ADA)
    claim = held(ada.take([callback], ADA))
    run_out(database)  # and nobody took it meanwhile

    renewed = held(ada.renew(claim))

    assert renewed.token == claim.token
    assert desks(BEN).take([callback], BEN) is None


def test_an_older_token_neither_prolongs_nor_ends_a_newer_claim(
    database: Database, desks: Desks
) -> None:
    [callback] = promise(database)
    ada, ben = desks(ADA), desks(BEN)
    old = held(ada.take([callback], ADA))
    run_out(database)
    new = held(ben.take([callback], BEN))

    assert ada.renew(old) is None
    ada.release(old)
    assert held(ben.renew(new)).holder == BEN


def test_a_token_given_back_is_worth_nothing(database: Database, desks: Desks) -> None:
    [callback] = promise(database)
    ada = desks(ADA)
    claim = held(ada.take([callback], ADA))
    ada.release(claim)

    assert ada.renew(claim) is None


def test_a_claim_is_held_in_the_name_of_the_login_whatever_the_desk_says(
    postgresql_server: Server, postgresql_database: str
) -> None:
    make_login(postgresql_server, BEN)
    shared = open_shared(postgresql_database)
    [callback] = promise(shared, owner=BEN)
    desk = open_shared(postgresql_database.replace("postgres@", "ben@"))
    claims = Claims(desk, lambda: records.LIBRARY, Clock(NOW))

    claim = held(claims.take([callback], ADA))

    assert claim.holder == BEN
    assert claims.renew(replace(claim, holder=ADA)) is not None  # the login counts here, too
    shared.close()
    desk.close()


def test_no_lease_is_longer_than_an_hour(database: Database, postgresql_database: str) -> None:
    shared = open_shared(postgresql_database)
    [callback] = promise(shared)
    rules = replace(records.LIBRARY.rules, claim_minutes=60 * 24)
    claims = Claims(shared, lambda: replace(records.LIBRARY, rules=rules), Clock(NOW))

    claim = held(claims.take([callback], ADA))

    assert claim.until - datetime.now(UTC) <= timedelta(hours=1)
    shared.close()


def test_two_at_one_moment_get_two(shared_database: str, database: Database) -> None:
    """Threads with connections of their own begin at once on the same list."""
    callbacks = promise(database, 40)

    def work(_number: int) -> list[FactId]:
        shared = open_shared(shared_database)
        claims = Claims(shared, lambda: records.LIBRARY, Clock(NOW))
        got = []
        while claim := claims.take(callbacks, ADA):
            got.append(claim.target)
        shared.close()
        return got

    with ThreadPoolExecutor(4) as pool:
        taken = [one for each in pool.map(work, range(4)) for one in each]

    assert sorted(taken) == sorted(callbacks)


WORKER = """
import sys
from datetime import UTC, datetime
from console.services.claims import Claims
from console.services.database import open_shared
from tests.services import records
shared = open_shared(sys.argv[1])
claims = Claims(shared, lambda: records.LIBRARY, lambda: datetime.now(UTC))
from uuid import UUID
wanted = [UUID(line) for line in sys.stdin.read().split()]
while claim := claims.take(wanted, "ada"):
    print(claim.target, flush=True)
shared.close()
"""


def test_processes_that_claim_at_once_never_get_the_same(postgresql_database: str) -> None:
    shared = open_shared(postgresql_database)
    callbacks = promise(shared, 120)
    listed = "\n".join(str(one) for one in callbacks)
    shared.close()
    url = postgresql_database.replace("+psycopg", "")
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for one in started:
        assert one.stdin is not None
        one.stdin.write(listed)
        one.stdin.close()
        one.stdin = None
    answers = [one.communicate(timeout=120) for one in started]

    assert [one.returncode for one in started] == [0] * 4, answers
    taken = [line for out, _ in answers for line in out.split()]
    assert sorted(taken) == sorted(str(one) for one in callbacks)
