"""One record as STU3, R4 and R5 write it down: each gives the same touchpoints and consents."""

from typing import Any

import pytest

from console.models.facts import Appointment, ConsentEvent, Touchpoint, TouchpointEvent
from console.models.records import Clinician, Organization
from console.services.database import Database
from console.services.imports.values import ConsentValues, PersonValues, Skip, TouchpointValues
from tests.services.imports.resources import (
    FIXTURES,
    LATER,
    bring,
    consent,
    counts,
    encounter,
    mapped,
    patient,
    rows,
)

RELEASES = ("stu3", "r4", "r5")
AT = "%Y-%m-%d %H:%M"
# Counted by hand in the fixture: kind, title, summary, ref and time (UTC), oldest first.
TOUCHPOINTS = [
    ("flag", "Big dog at home", "Dr. Ada Kim", "safety", "2025-01-17 17:00"),
    ("episode", "Home care", "Elm Street Clinic, Dr. Ada Kim", "hacc", "2025-05-01 16:00"),
    ("immunization", "Flu shot", "Dr. Ada Kim", "140", "2025-10-01 16:00"),
    (
        "care_plan",
        "Diabetes self-management",
        "Eye examination, Foot examination",
        "698360004",
        "2026-01-01 17:00",
    ),
    ("coverage", "Gold PPO", "Elm Street Clinic", "EHCPOL", "2026-01-01 17:00"),
    ("care_team", "Primary care", "Dr. Ada Kim, Elm Street Clinic", "", "2026-01-02 17:00"),
    ("visit", "Check-up", "Elm Street Clinic, Dr. Ada Kim", "185349003", "2026-01-15 14:00"),
    ("email", "Email", "Your visit is tomorrow.", "", "2026-02-02 12:00"),
    ("text", "Text message", "Elm Street Clinic", "", "2026-02-03 12:00"),
    ("order", "Colonoscopy", "Elm Street Clinic, Dr. Ada Kim", "73761001", "2026-02-04 17:00"),
    ("referral", "Physiotherapy", "Elm Street Clinic, Dr. Ada Kim", "91251008", "2026-02-05 17:00"),
    ("task", "Call back with result", "Elm Street Clinic, Dr. Ada Kim", "", "2026-02-06 17:00"),
    ("appointment", "Flu clinic", "Dr. Ada Kim", "Flu clinic", "2026-03-05 15:00"),
]
EVENTS = [
    ("flag", "begun", "2025-01-17"),
    ("episode", "begun", "2025-05-01"),
    ("episode", "finished", "2025-06-02"),  # the end of the day in the center, in UTC
    ("care_plan", "begun", "2026-01-01"),
    ("coverage", "begun", "2026-01-01"),
    ("care_team", "begun", "2026-01-02"),
    ("visit", "attended", "2026-01-15"),
    ("appointment", "booked", "2026-02-01"),
    ("email", "sent", "2026-02-02"),
    ("text", "cancelled", "2026-02-03"),
    ("order", "begun", "2026-02-04"),
    ("referral", "begun", "2026-02-05"),
    ("task", "begun", "2026-02-06"),
    ("task", "finished", "2026-02-09"),
    ("care_plan", "finished", "2027-01-01"),
    ("coverage", "finished", "2027-01-01"),
]


def touchpoints(database: Database) -> list[tuple[str, ...]]:
    listed = sorted(rows(database, Touchpoint), key=lambda row: (row.at, row.kind))
    return [(row.kind, row.title, row.summary, row.ref, row.at.strftime(AT)) for row in listed]


def events(database: Database) -> list[tuple[str, str, str]]:
    kinds = {row.id: row.kind for row in rows(database, Touchpoint)}
    listed = [
        (row.at.date().isoformat(), kinds[row.touchpoint_id], row.kind)
        for row in rows(database, TouchpointEvent)
    ]
    return sorted((kind, event, day) for day, kind, event in listed)


@pytest.mark.parametrize("release", RELEASES)
def test_every_release_gives_the_same_record(release: str, database: Database) -> None:
    file = FIXTURES / "releases" / f"{release}.json"
    report = bring(database, file)
    assert (report.read, report.created, report.rejected) == (18, 1, ())
    assert report.skipped_kinds == {"Immunization that was not given": 1}
    assert report.touchpoints == len(TOUCHPOINTS)
    assert touchpoints(database) == TOUCHPOINTS
    assert events(database) == sorted(EVENTS)
    (refusal,) = rows(database, ConsentEvent)
    assert (refusal.action, refusal.purpose, refusal.scope) == ("revoked", "marketing", "marketing")
    (organization,) = rows(database, Organization)
    assert (organization.phone, organization.city) == ("+19375550100", "Dayton")
    assert [row.name for row in rows(database, Clinician)] == ["Dr. Ada Kim"]
    (booked,) = rows(database, Appointment)
    assert booked.service == "Flu clinic"
    before = counts(database)
    again = bring(database, file, now=LATER)
    assert (again.created, again.updated, again.unchanged, again.touchpoints) == (0, 0, 1, 0)
    assert counts(database) == before


R5_EXCEPTION = {"purpose": [{"code": "HMARKT"}]}
OPT_IN = "http://goodhealth.example/consent/policy/opt-in"
OPT_OUT = "http://goodhealth.example/consent/policy/opt-out/"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        # R5: a decision, to which every provision is an exception.
        ({"decision": "permit"}, ("given", "care", None)),
        ({"decision": "deny"}, ("revoked", None, "everything")),
        ({"decision": "deny", "provision": [R5_EXCEPTION]}, ("revoked", None, "everything")),
        (
            {"decision": "permit", "provision": [R5_EXCEPTION]},
            ("revoked", "marketing", "marketing"),
        ),
        ({"decision": "permit", "provision": [{"actor": [{"role": {}}]}]}, None),
        ({"decision": "permit", "period": {"end": "2026-12-31"}}, None),
        ({"regulatoryBasis": [{"coding": [{"code": "OPTOUT"}]}]}, ("revoked", None, "everything")),
        ({"status": "not-done", "decision": "permit"}, None),
        # STU3: the rule's address, purposes of the consent itself, and exceptions with a type.
        ({"policyRule": OPT_IN}, ("given", "care", None)),
        ({"policyRule": OPT_OUT}, ("revoked", None, "everything")),
        ({"policyRule": OPT_IN, "purpose": [{"code": "HMARKT"}]}, ("given", "marketing", None)),
        (
            {"policyRule": OPT_OUT, "purpose": [{"code": "HMARKT"}]},
            ("revoked", "marketing", "marketing"),
        ),
        ({"policyRule": OPT_IN, "except": [{"type": "deny", "actor": [{}]}]}, None),
        (
            {"policyRule": OPT_IN, "except": [{"type": "deny", **R5_EXCEPTION}]},
            ("revoked", "marketing", "marketing"),
        ),
        ({"policyRule": OPT_IN, "securityLabel": [{"code": "R"}]}, None),
        # R4: an exception inside a permission.
        (
            {
                "provision": {
                    "type": "permit",
                    "provision": [{"type": "deny", **R5_EXCEPTION}],
                }
            },
            ("revoked", "marketing", "marketing"),
        ),
    ],
)
def test_consents_of_every_release(
    change: dict[str, Any],
    expected: tuple[str, str | None, str | None] | None,
) -> None:
    if expected is None:
        with pytest.raises(Skip):
            mapped(consent(**change))
        return
    found = mapped(consent(**change))
    assert isinstance(found, ConsentValues)
    assert (found.action, found.purpose, found.scope) == expected


@pytest.mark.parametrize(
    ("change", "title"),
    [
        ({"class": {"code": "EMER"}}, "Emergency visit"),
        ({"class": [{"coding": [{"code": "IMP"}]}]}, "Inpatient stay"),
        ({"class": {"display": "outreach"}}, "Outreach"),
        ({"class": [{"text": "teleconsultation"}]}, "Teleconsultation"),
        ({"class": None, "serviceType": [{"concept": {"text": "Dermatology"}}]}, "Dermatology"),
        (
            {"class": [], "serviceType": [{"reference": {"display": "Foot clinic"}}]},
            "Foot clinic",
        ),
        ({"class": "AMB"}, "Visit"),
    ],
)
def test_what_a_visit_is_called(change: dict[str, Any], title: str) -> None:
    found = mapped(encounter(**change))
    assert isinstance(found, TouchpointValues)
    assert found.title == title


@pytest.mark.parametrize(
    ("change", "dead"),
    [
        ({"deceasedBoolean": True}, True),
        ({"deceasedBoolean": "true"}, True),
        ({"deceasedBoolean": False}, False),
        ({"deceasedDateTime": "2024"}, True),
        ({"deceasedDateTime": "last winter"}, True),
        ({"deceasedDateTime": ""}, False),
    ],
)
def test_a_death_is_never_overlooked(change: dict[str, Any], dead: bool) -> None:
    found = mapped(patient(**change))
    assert isinstance(found, PersonValues)
    assert found.fields["deceased"] is dead
