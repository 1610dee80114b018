"""A stop at one desk, a stale opt-in at another, a restore in between: the stop is in force."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import make_url

from console.models.commands import LiftStop, RequestStop
from console.models.ids import PersonId
from console.models.person_facts import PersonFacts
from console.models.terms import Channel
from console.rules import consent
from console.services import person_facts
from tests.commands import NOON, command, new_person, opt_in, revocation
from tests.failures.desks import AUTHOR, Desk, address
from tests.postgresql import Server

SEND = list(permutations(["stop", "opt-in", "restore"]))


@pytest.fixture
def desks(postgresql_database: str, tmp_path: Path) -> Iterator[list[Desk]]:
    url = make_url(postgresql_database)
    where = address(url.port or 0, database=str(url.database))
    made = [Desk(tmp_path / name, where) for name in ("a", "b")]
    yield made
    for desk in made:
        desk.close()


def known(desk: Desk, person: PersonId) -> PersonFacts:
    with desk.center.shared.transaction(writes=False) as session:
        return person_facts.read(session, frozenset([person]))


def is_stopped(desk: Desk, person: PersonId) -> bool:
    consents = known(desk, person).consents
    return bool(
        consent.revocations_in_force(consents, channel=Channel.CALL, contact="+19375550137")
    )


@pytest.mark.parametrize("order", SEND, ids="-".join)
@pytest.mark.parametrize("later", [timedelta(days=-1), timedelta(), timedelta(days=1)], ids=str)
def test_in_any_order_of_arrival_and_by_any_clock(
    order: tuple[str, ...],
    later: timedelta,
    desks: list[Desk],
    postgresql_database: str,
    postgresql_server: Server,
) -> None:
    """The opt-in names an old stop, which its rep saw; not the new one, made offline elsewhere."""
    a, b = desks
    somebody = new_person()
    old, new = revocation(somebody.person), revocation(somebody.person)
    a.log(somebody)
    a.log(RequestStop(call=None, consents=(old,)))
    a.send()
    b.send(now=True)
    name = str(make_url(postgresql_database).database)
    close(desks)
    postgresql_server.create_database(f"{name}_kept", name)

    a.log(RequestStop(call=None, consents=(new,)))
    given = LiftStop(call=None, consents=(opt_in(somebody.person, old.id),))
    stale = command(given, author=AUTHOR, made_at=NOON + later)
    b.outbox.put(stale)
    for step in order:
        if step == "restore":
            close(desks)
            postgresql_server.drop_database(name)
            postgresql_server.create_database(name, f"{name}_kept")
            for desk in desks:  # it is another database now, and somebody says that it is right
                desk.center.server.accept()
        elif step == "stop":
            assert a.send(now=True).offline is None
            assert is_stopped(b, somebody.person)
        else:
            assert b.send(now=True).offline is None
    for desk in desks:
        desk.send(now=True)
        assert desk.states == {}
        assert is_stopped(desk, somebody.person)
    assert len(known(a, somebody.person).consents) == 3
    close(desks)
    postgresql_server.drop_database(f"{name}_kept")


def test_a_stop_that_was_not_sent_counts_at_its_desk(desks: list[Desk]) -> None:
    """An opt-in that the server shows clears no stop that waits here."""
    a, b = desks
    somebody = new_person()
    b.log(somebody)
    b.log(LiftStop(call=None, consents=(opt_in(somebody.person),)))
    b.send()
    waiting = a.log(RequestStop(call=None, consents=(revocation(somebody.person),)))
    assert a.outbox.unsent(RequestStop, LiftStop) == [waiting]
    seen = known(a, somebody.person).consents
    assert not consent.revocations_in_force(seen)
    here = [consent.entry(fact) for fact in waiting.body.consents]  # type: ignore[union-attr]
    assert consent.revocations_in_force([*seen, *here])


def close(desks: list[Desk]) -> None:
    for desk in desks:
        desk.center.shared.close()
