"""What stands for a while: plans, teams, coverage, episodes, flags, orders, tasks, conditions."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from console.models.facts import Touchpoint, TouchpointEvent, Void
from console.models.ids import Login, PersonId
from console.models.records import Person
from console.models.terms import Channel, EventKind, Label, TouchpointKind
from console.services.database import Database
from console.services.imports.values import Context, Skip, TouchpointValues, Unusable
from console.services.publications import Publications
from console.services.record import Records
from tests.services.imports.resources import (
    LATER,
    NOW,
    PLAIN,
    ZONE,
    bring,
    mapped,
    ndjson,
    patient,
    rows,
)

FOR_HER = {"subject": {"reference": "Patient/p1"}}
PLAN = {
    "resourceType": "CarePlan",
    "id": "plan",
    "status": "active",
    "title": "Diabetes self-management",
    "period": {"start": "2026-01-01"},
    **FOR_HER,
}
FLAG = {"resourceType": "Flag", "id": "f", "status": "active", "code": {"text": "Big dog"}}
COVERAGE = {
    "resourceType": "Coverage",
    "id": "c",
    "status": "active",
    "beneficiary": {"reference": "Patient/p1"},
    "type": {"text": "Gold PPO"},
    "period": {"start": "2026-01-01", "end": "2026-03-05"},
}
CONDITION = {
    "resourceType": "Condition",
    "id": "x",
    "clinicalStatus": {"coding": [{"code": "active"}]},
    "code": {"text": "Asthma", "coding": [{"code": "195967001"}, {"code": "J45"}]},
    "onsetDateTime": "2020-05-05",
    **FOR_HER,
}
ASKED = Context(NOW, ZONE, frozenset({"J45*|E1?"}))


def touchpoint(resource: dict[str, Any], context: Context = PLAIN) -> TouchpointValues:
    found = mapped(resource, context)
    assert isinstance(found, TouchpointValues)
    return found


def brought(database: Database, folder: Path, *resources: Any, **options: Any) -> Any:
    return bring(database, ndjson(folder / "file", [patient(), *resources]), **options)


@pytest.mark.parametrize(
    ("status", "kinds"),
    [
        ("draft", [EventKind.PROPOSED]),
        ("active", [EventKind.BEGUN]),
        ("on-hold", [EventKind.BEGUN]),
        (None, [EventKind.BEGUN]),
        ("completed", [EventKind.BEGUN, EventKind.FINISHED]),
        ("revoked", [EventKind.BEGUN, EventKind.CANCELLED]),
    ],
)
def test_a_status_is_an_event_after_the_beginning(
    status: str | None, kinds: list[EventKind]
) -> None:
    found = touchpoint({**PLAN, "status": status})
    assert [event.kind for event in found.events] == kinds
    assert found.channel is Channel.CARE
    assert found.outreach_class is None  # it is no outreach and counts against no cap


def test_an_end_to_come_is_known_beforehand_and_moves_with_the_source(
    embedded: Database, tmp_path: Path
) -> None:
    brought(embedded, tmp_path, COVERAGE)
    longer = {**COVERAGE, "period": {"start": "2026-01-01", "end": "2027-03-05"}}
    assert brought(embedded, tmp_path, longer, now=LATER).touchpoints == 1
    (old,) = rows(embedded, Void)
    ends = {
        row.touchpoint_id: row.at.date().isoformat()
        for row in rows(embedded, TouchpointEvent)
        if row.kind == "finished"
    }
    assert ends.pop(old.target_id) == "2026-03-06"
    assert list(ends.values()) == ["2027-03-06"]


def test_other_words_at_the_source_replace_what_stands(embedded: Database, tmp_path: Path) -> None:
    team = {**PLAN, "resourceType": "CareTeam", "name": "Primary care"}
    names = ("Dr. Old", "Dr. New")
    teams = [{**team, "participant": [{"member": {"display": name}}]} for name in names]
    brought(embedded, tmp_path, teams[0])
    assert brought(embedded, tmp_path, teams[1], now=LATER).touchpoints == 1
    assert brought(embedded, tmp_path, teams[1], now=LATER).touchpoints == 0
    gone = {row.target_id for row in rows(embedded, Void)}
    assert [row.by for row in rows(embedded, Touchpoint) if row.id not in gone] == ["Dr. New"]


def test_the_header_shows_what_is_in_force_and_no_more(database: Database, tmp_path: Path) -> None:
    Publications(database).publish_defaults(Login("admin"), NOW - timedelta(days=1))
    brought(
        database,
        tmp_path,
        PLAN,
        COVERAGE,
        {**FLAG, **FOR_HER},
        {**FLAG, "id": "old", "status": "inactive", "code": {"text": "Gone"}, **FOR_HER},
        {**PLAN, "id": "next", "period": {"start": "2026-06-01"}, "title": "Later"},
        {**PLAN, "id": "secret", "period": {"start": "2026-01-10"}, "title": "Prenatal care"},
        {**PLAN, "id": "over", "status": "completed", "title": "Over"},
    )
    assert in_force(database, NOW) == ["Big dog", "Gold PPO", "Prenatal care", PLAN["title"]]
    labelled = frozenset({Label.REPRODUCTIVE})
    assert in_force(database, NOW, labelled) == ["Big dog", "Gold PPO", PLAN["title"]]
    assert in_force(database, LATER, labelled) == ["Big dog", PLAN["title"]]


def in_force(database: Database, now: Any, hidden: frozenset[Label] = frozenset()) -> list[Any]:
    records = Records(database, Publications(database).in_force, lambda: now)
    (person,) = rows(database, Person)
    record = records.open(
        frozenset({PersonId(person.id)}), login=Login("admin"), reason="search", hidden=hidden
    )
    finished = {entry.title for entry in record.timeline.entries if entry.status is not None
                and entry.status.key == EventKind.FINISHED}  # fmt: skip
    shown = [one.title for one in record.view.care]
    assert {"Gone", "Over"} <= finished
    assert not finished & set(shown)
    assert all(line.kind != "did" or "plan" not in line.text for line in record.view.openings)
    return shown


@pytest.mark.parametrize(
    ("resource", "labels"),
    [
        ({**PLAN, "title": "Prenatal care"}, {Label.REPRODUCTIVE}),
        ({**PLAN, "activity": [{"detail": {"code": {"text": "Methadone"}}}]},
         {Label.SUBSTANCE_USE}),
        ({**PLAN, "category": [{"coding": [{"display": "Mental health care plan"}]}]},
         {Label.PSYCHIATRIC}),
        ({**PLAN, "meta": {"security": [{"code": "HIV"}]}}, {Label.HIV_STI}),
        ({**PLAN, "title": "Smoking cessation"}, set()),
    ],
)  # fmt: skip
def test_sensitive_care_is_labelled(resource: dict[str, Any], labels: set[Label]) -> None:
    assert touchpoint(resource).labels == labels


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("F11.20", {Label.SUBSTANCE_USE}),
        ("F17.210", set()),
        ("F32.1", {Label.PSYCHIATRIC}),
        ("B20", {Label.HIV_STI}),
        ("O09.91", {Label.REPRODUCTIVE}),
        ("T74.11XA", {Label.ABUSE}),
        ("Z15.01", {Label.GENETIC}),
        ("J45.909", set()),
    ],
)
def test_codes_of_conditions_carry_labels(code: str, labels: set[Label]) -> None:
    coded = {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": code}]}
    found = touchpoint({**CONDITION, "code": coded}, Context(NOW, ZONE, frozenset({"*"})))
    assert found.labels == labels


def test_a_condition_is_kept_only_where_a_playbook_asks_for_it() -> None:
    with pytest.raises(Skip, match="Condition that no playbook asks for"):
        mapped(CONDITION)
    found = touchpoint(CONDITION, ASKED)
    assert (found.kind, found.ref, found.title) == (TouchpointKind.CONDITION, "J45", "Asthma")
    refuted = {**CONDITION, "verificationStatus": {"coding": [{"code": "refuted"}]}}
    with pytest.raises(Skip, match="refuted"):
        mapped(refuted, ASKED)
    stu3 = {**CONDITION, "clinicalStatus": "resolved", "abatementDateTime": "2021"}
    assert [event.kind for event in touchpoint(stu3, ASKED).events] == ["begun", "finished"]
    assert touchpoint({**CONDITION, "verificationStatus": "entered-in-error"}, ASKED).withdrawn


def test_playbooks_ask_for_conditions_by_their_codes(embedded: Database, tmp_path: Path) -> None:
    publications = Publications(embedded)
    publications.publish_defaults(Login("admin"), NOW - timedelta(days=2))
    assert brought(embedded, tmp_path, CONDITION).touchpoints == 0
    shipped = Path("resources/playbooks/flu-season.yaml").read_text(encoding="utf-8")
    asking = "      - fact: condition\n        ref: J45*\n"
    changed = tmp_path / "flu-season.yaml"
    changed.write_text(shipped.replace("    reached_when:\n", f"    reached_when:\n{asking}", 1))
    publications.publish([changed], Login("admin"), NOW)
    report = brought(embedded, tmp_path, CONDITION, now=LATER)
    assert (report.touchpoints, report.skipped) == (1, 0)
    assert [row.ref for row in rows(embedded, Touchpoint)] == ["J45"]


@pytest.mark.parametrize(
    ("resource", "reason"),
    [
        ({**FLAG, "subject": {"reference": "Location/1"}}, "Flag that is not about a patient"),
        ({"resourceType": "Task", "id": "t"}, "Task that is about no patient"),
        (
            {"resourceType": "Task", "id": "t", "for": {"reference": "Group/1"}},
            "Task that is about no patient",
        ),
        (
            {"resourceType": "ServiceRequest", "id": "s", "doNotPerform": True, **FOR_HER},
            "ServiceRequest not to do something",
        ),
    ],
)
def test_what_is_no_care_of_a_person_is_skipped(resource: dict[str, Any], reason: str) -> None:
    with pytest.raises(Skip, match=reason):
        mapped(resource)


def test_without_a_date_a_warning_counts_and_an_order_does_not() -> None:
    assert touchpoint({**FLAG, **FOR_HER}).at == NOW
    order = {"resourceType": "ServiceRequest", "id": "s", **FOR_HER}
    with pytest.raises(Unusable, match="has no date"):
        mapped(order)
    stamped = touchpoint({**order, "meta": {"lastUpdated": "2026-01-02T00:00:00Z"}})
    assert stamped.at.year == 2026


def test_who_pays_for_oneself_has_no_payer() -> None:
    found = touchpoint({**COVERAGE, "type": None, "payor": [{"reference": "Patient/p1"}]})
    assert (found.title, found.place) == ("Self-pay", None)


def test_only_a_thought_is_proposed() -> None:
    option = {**PLAN, "intent": "option"}
    assert [event.kind for event in touchpoint(option).events] == [EventKind.PROPOSED]
