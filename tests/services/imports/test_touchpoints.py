"""Visits, appointments, vaccines, messages and consents of FHIR files on the timeline."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.models.facts import (
    Appointment,
    ConsentEvent,
    Touchpoint,
    TouchpointEvent,
    TouchpointPerson,
    Void,
)
from console.models.terms import Label
from console.services.database import Database, open_shared
from tests.services.imports.resources import (
    FIXTURES,
    LATER,
    appointment,
    bring,
    consent,
    content,
    counts,
    encounter,
    ndjson,
    patient,
    rows,
)


def brought(database: Database, folder: Path, *resources: Any, **options: Any) -> Any:
    return bring(database, ndjson(folder / "file", [patient(), *resources]), **options)


def events(database: Database) -> list[tuple[str, str]]:
    found = sorted(rows(database, TouchpointEvent), key=lambda row: row.at)
    return [(row.kind, row.at.strftime("%m-%d %H:%M")) for row in found]


def test_a_visit_says_what_where_and_with_whom(database: Database) -> None:
    bring(database, FIXTURES / "bundle.json")
    (visit,) = rows(database, Touchpoint)
    assert (visit.kind, visit.channel, visit.direction) == ("visit", "visit", "inbound")
    assert (visit.title, visit.ref) == ("Flu clinic visit", "308335008")
    assert visit.summary == "Elm Street Clinic, Dr. Ada Kim"
    assert visit.at == datetime.fromisoformat("2026-01-15T09:00:00-05:00")
    assert visit.day == date(2026, 1, 15)
    assert events(database) == [("attended", "01-15 14:20")]
    (part,) = rows(database, TouchpointPerson)
    assert (part.kind, part.ref, part.part, part.at) == (visit.kind, visit.ref, "about", visit.at)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"subject": {"reference": "Patient/none"}}, "its patient is not on record"),
        ({"subject": {"reference": "Group/g"}}, "is about a Group, not a patient"),
        ({"subject": None}, "names no patient"),
        ({"period": None}, "has no date"),
        ({"period": {"start": "0000-13-45"}}, "has no date"),
        ({"period": {"start": "0001-01-01T00:00:00+14:00"}}, "has no date"),
    ],
)
def test_what_cannot_stand_on_a_timeline_is_refused(
    change: dict[str, Any], reason: str, embedded: Database, tmp_path: Path
) -> None:
    report = brought(embedded, tmp_path, encounter(**change), encounter("e2"))
    assert [one.where for one in report.rejected] == ["line 2"]
    assert report.rejected[0].reason.startswith(reason)
    assert report.touchpoints == 1


@pytest.mark.parametrize(
    "reference",
    [
        "Patient/p1",
        "Patient/p1/_history/3",
        "http://other.example/fhir/Patient/p1",
        "urn:uuid:p1",
        "Patient?identifier=urn:mrn%7C77",
    ],
)
def test_a_patient_is_found_however_she_is_referred_to(
    reference: str, embedded: Database, tmp_path: Path
) -> None:
    who = patient(identifier=[{"system": "urn:mrn", "value": "77"}])
    bring(embedded, ndjson(tmp_path / "people", [who]))
    report = bring(embedded, ndjson(tmp_path / "visits", [encounter(who=reference)]))
    assert (report.touchpoints, report.rejected) == (1, ())


def test_the_order_of_files_and_lines_does_not_matter(
    embedded: Database, sqlite_template: Path, tmp_path: Path
) -> None:
    resources = [patient(), encounter(), appointment("booked"), consent(), patient("p2")]
    forward = [ndjson(tmp_path / f"{n}.json", [one]) for n, one in enumerate(resources)]
    folder = tmp_path / "other"
    folder.mkdir()
    backward = [ndjson(folder / f"{n}.json", [one]) for n, one in enumerate(reversed(resources))]
    bring(embedded, *forward)
    copy = tmp_path / "copy.db"
    copy.write_bytes(sqlite_template.read_bytes())
    other = open_shared(f"sqlite:///{copy}")
    bring(other, *reversed(backward))
    assert content(other) == content(embedded)
    other.close()


def test_an_appointment_gets_events_as_its_status_changes(
    database: Database, tmp_path: Path
) -> None:
    brought(database, tmp_path, appointment("booked"))
    (made,) = rows(database, Appointment)
    assert (made.place, made.service) == ("Elm Street", "Flu shot")
    before = rows(database, Touchpoint)
    assert before[0].summary == "Elm Street"
    statuses = ("booked", "cancelled", "cancelled", "booked", "fulfilled", "fulfilled")
    for day, status in enumerate(statuses):
        now = LATER + timedelta(days=day)
        brought(database, tmp_path, appointment(status, comment=str(day)), now=now)
    assert events(database) == [
        ("booked", "02-01 17:00"),
        ("attended", "03-05 15:00"),
        ("cancelled", "03-10 15:00"),
        ("booked", "03-12 15:00"),
    ]
    assert rows(database, Touchpoint) == before


def test_an_appointment_first_seen_fulfilled_had_been_booked(
    database: Database, tmp_path: Path
) -> None:
    brought(database, tmp_path, appointment("fulfilled"), now=LATER)
    assert events(database) == [("booked", "02-01 17:00"), ("attended", "03-05 15:00")]


def test_a_moved_appointment_is_a_new_one_and_the_old_is_void(
    database: Database, tmp_path: Path
) -> None:
    brought(database, tmp_path, appointment("booked"))
    moved = appointment("booked", start="2026-03-12T10:00:00-05:00")
    report = brought(database, tmp_path, moved, now=LATER)
    assert report.touchpoints == 1
    old, new = sorted(rows(database, Touchpoint), key=lambda row: row.at)
    assert [row.target_id for row in rows(database, Void)] == [old.id]
    assert {row.id for row in rows(database, Appointment)} == {old.id, new.id}
    numbers = counts(database)
    brought(database, tmp_path, moved, now=LATER)
    assert counts(database) == numbers


def test_what_was_entered_in_error_is_void(database: Database, tmp_path: Path) -> None:
    wrong = encounter(status="entered-in-error")
    assert brought(database, tmp_path, wrong).touchpoints == 0
    brought(database, tmp_path, encounter())
    brought(database, tmp_path, wrong, now=LATER)
    (visit,) = rows(database, Touchpoint)
    assert [row.target_id for row in rows(database, Void)] == [visit.id]


def test_vaccines_carry_their_cvx_code_and_those_not_given_stay_out(
    database: Database, tmp_path: Path
) -> None:
    def vaccine(key: str, **more: Any) -> dict[str, Any]:
        return {
            "resourceType": "Immunization",
            "id": key,
            "status": "completed",
            "patient": {"reference": "Patient/p1"},
            "occurrenceDateTime": "2025-10-01",
            "vaccineCode": {
                "text": "Flu shot",
                "coding": [
                    {"system": "http://other.example", "code": "999"},
                    {"system": "http://hl7.org/fhir/sid/cvx", "code": "140"},
                ],
            },
            **more,
        }

    report = brought(
        database,
        tmp_path,
        vaccine("i1", meta={"security": [{"code": "HIV"}]}),
        vaccine("i2", status="not-done"),
        vaccine("i3", occurrenceDateTime=None, occurrenceString="January 2012"),
    )
    assert report.touchpoints == 2
    assert report.skipped_kinds == {"Immunization that was not given": 1}
    late, early = sorted(rows(database, Touchpoint), key=lambda row: row.at, reverse=True)
    assert (late.kind, late.ref, late.title) == ("immunization", "140", "Flu shot")
    assert late.labels == {Label.HIV_STI}
    assert early.day == date(2012, 1, 1)


@pytest.mark.parametrize(
    ("medium", "sender", "recipient", "expected"),
    [
        ("EMAILWRIT", None, "Patient/p1", ("email", "email", "outbound")),
        ("SMSWRIT", "Practitioner/d", "Patient/p1", ("text", "text", "outbound")),
        ("PHONE", "Patient/p1", None, ("call", "call", "inbound")),
        ("MAILWRIT", None, None, ("letter", "mail", "outbound")),
        (None, "Patient/p1", "Practitioner/d", ("portal_message", "portal", "inbound")),
        ("WRITTEN", "Device/d", "Practitioner/d", ("other", "mail", "outbound")),
    ],
)
def test_messages_by_medium_and_direction(
    medium: str | None,
    sender: str | None,
    recipient: str | None,
    expected: tuple[str, str, str],
    embedded: Database,
    tmp_path: Path,
) -> None:
    message = {
        "resourceType": "Communication",
        "id": "m1",
        "status": "completed",
        "subject": {"reference": "Patient/p1"},
        "sent": "2026-02-01T12:00:00Z",
        "received": "2026-02-01T12:01:00Z",
        "payload": [{"contentString": "Your visit is tomorrow."}],
        "medium": [{"coding": [{"code": medium}]}] if medium else [],
        "sender": {"reference": sender} if sender else None,
        "recipient": [{"reference": recipient}] if recipient else None,
    }
    brought(embedded, tmp_path, message)
    (found,) = rows(embedded, Touchpoint)
    assert (found.kind, found.channel, found.direction) == expected
    internal = expected[0] == "other"
    assert found.summary == ("" if internal else "Your visit is tomorrow.")
    sent = [] if internal or expected[2] == "inbound" else ["sent", "delivered"]
    assert [kind for kind, _ in events(embedded)] == sent


def test_a_request_to_send_is_never_queued_here(embedded: Database, tmp_path: Path) -> None:
    request = {
        "resourceType": "CommunicationRequest",
        "id": "r1",
        "status": "active",
        "subject": {"reference": "Patient/p1"},
        "authoredOn": "2026-02-01T12:00:00Z",
    }
    brought(embedded, tmp_path, request)
    assert [kind for kind, _ in events(embedded)] == ["proposed"]


PRIVACY = {"coding": [{"code": "patient-privacy"}]}
OPT_OUT = {"coding": [{"code": "OPTOUT"}]}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ("given", "care", None)),
        (
            {"provision": {"type": "permit", "purpose": [{"code": "HMARKT"}]}},
            ("given", "marketing", None),
        ),
        ({"provision": {"type": "deny"}}, ("revoked", None, "everything")),
        ({"status": "rejected"}, ("revoked", None, "everything")),
        ({"policyRule": OPT_OUT}, ("revoked", None, "everything")),
        ({"scope": PRIVACY, "policyRule": OPT_OUT}, ("revoked", "marketing", "marketing")),
        (
            {"provision": {"type": "deny", "purpose": [{"code": "HMARKT"}]}},
            ("revoked", "marketing", "marketing"),
        ),
        ({"provision": {"period": {"end": "2027-01-01"}}}, None),
        ({"provision": {"provision": [{"type": "deny"}]}}, None),
        ({"scope": {"coding": [{"code": "research"}]}, "policyRule": OPT_OUT}, None),
        ({"status": "proposed"}, None),
        ({"status": "inactive"}, None),
    ],
)
def test_consents_as_far_as_their_words_go(
    change: dict[str, Any],
    expected: tuple[str, str | None, str | None] | None,
    embedded: Database,
    tmp_path: Path,
) -> None:
    report = brought(embedded, tmp_path, consent(**change))
    found = [(row.action, row.purpose, row.scope) for row in rows(embedded, ConsentEvent)]
    assert found == ([expected] if expected else [])
    assert report.skipped == (0 if expected else 1)
    assert report.rejected == ()


def test_a_revocation_is_never_taken_back_by_an_import(database: Database, tmp_path: Path) -> None:
    brought(database, tmp_path, consent(provision={"type": "deny"}))
    for later in (
        consent(status="entered-in-error"),
        consent(status="inactive"),
        consent(dateTime="2020-01-01"),
        consent(dateTime="2026-03-01"),
    ):
        brought(database, tmp_path, later, now=LATER)
    entries = rows(database, ConsentEvent)
    assert [row.action for row in entries].count("revoked") == 1
    assert all(row.lifts == [] for row in entries)
    revoked = next(row.id for row in entries if row.action == "revoked")
    assert revoked not in {row.target_id for row in rows(database, Void)}


def test_a_permission_that_ended_no_longer_counts(database: Database, tmp_path: Path) -> None:
    brought(database, tmp_path, consent())
    brought(database, tmp_path, consent(status="inactive"), now=LATER)
    (given,) = rows(database, ConsentEvent)
    assert [row.target_id for row in rows(database, Void)] == [given.id]
    assert (given.form, given.by) == ("imported", "importer")
