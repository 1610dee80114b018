"""The person with 5,000 touchpoints: the record opened whole, and what the rules make of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from console.models.ids import FactId, Login, PersonId, uuid7
from console.models.person_facts import EnrollmentEntry, PersonFacts
from console.models.terms import EnrollmentAction
from console.rules import next_steps, opening, stage
from console.services import person_facts
from console.services.record import Records
from tests.benchmarks.measure import measure
from tests.benchmarks.stores import NOW, Store

N = 20


def opened(store: Store) -> Iterator[dict[str, Any]]:
    """Header, facts and first page; floor: what was read for them, by the driver alone."""
    records = Records(store.database, lambda: store.library, lambda: NOW)
    people = frozenset({PersonId(store.heaviest)})

    def ours(_question: int) -> object:
        return records.open(people, login=Login("jmays"), reason="search")

    # The row of access is left out: the same one is not written twice.
    reads = [given for given in store.statements_of(lambda: ours(0)) if "INSERT" not in given[0]]

    def same(_question: int) -> None:
        store.replay(reads)

    yield from measure("open 5,000", store.setting, ours, {"same reads": same}, N)


def guided(store: Store) -> Iterator[dict[str, Any]]:
    """Next steps, stages and opening in two journeys; floor: the reading of the same facts."""
    people = frozenset({PersonId(store.heaviest)})

    def read(_question: int) -> PersonFacts:
        with store.database.transaction(writes=False) as session:
            return person_facts.read(session, people)

    facts = replace(read(0), enrollments=tuple(map(_enrollment, store.library.playbooks)))

    def ours(_question: int) -> object:
        return (
            next_steps.next_steps(facts, store.library, NOW),
            stage.stages(facts, store.library, NOW),
            opening.wanted(facts, NOW),
            opening.opening(facts, {}, NOW, zone=store.library.rules.zone),
        )

    yield from measure("guide of 5,000", store.setting, ours, {"facts read": read}, N)


def _enrollment(journey: str) -> EnrollmentEntry:
    return EnrollmentEntry(
        id=FactId(uuid7()),
        at=NOW - timedelta(days=90),
        journey=journey,
        track=None,
        action=EnrollmentAction.ENROLLED,
    )
