"""Text for people: the same moment reads differently with the day, the zone and what is short."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QLocale

from console.models.draft import DraftVerification
from console.models.ids import PersonId, TouchpointId
from console.models.terms import (
    Channel,
    Direction,
    Part,
    Purpose,
    TouchpointKind,
    VerificationItem,
    VerificationState,
)
from console.models.views import ConsentView, Status, TimelineEntry
from console.ui import marks, text, words

EASTERN = "America/New_York"
NOW = datetime(2026, 11, 19, 14, 46, tzinfo=UTC)  # Thu 19 Nov, 09:46 in the east


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def eastern(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=text.zone_info(EASTERN))


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (eastern(19, 8, 14), "today 08:14"),
        (eastern(18, 18, 22), "yesterday 18:22"),
        (eastern(20, 9, 30), "tomorrow 09:30"),
        (eastern(24, 9, 30), "Tue 24 Nov, 09:30"),
        (datetime(2025, 11, 24, 14, 30, tzinfo=UTC), "Mon 24 Nov 2025, 09:30"),
    ],
)
def test_a_moment_names_the_day_as_people_do(at: datetime, said: str) -> None:
    assert text.moment(at, EASTERN, NOW) == said


def test_the_day_is_the_one_at_the_persons_place() -> None:
    late = datetime(2026, 11, 20, 3, 30, tzinfo=UTC)
    assert text.moment(late, EASTERN, NOW) == "today 22:30"
    assert text.moment(late, "Europe/Madrid", NOW) == "tomorrow 04:30"


def test_a_zone_that_nobody_knows_is_shown_in_utc() -> None:
    assert text.time_of_day(NOW, "Mars/Olympus") == "14:46"


@pytest.mark.parametrize(
    ("zone", "said"),
    [(EASTERN, "Eastern"), ("America/Chicago", "Central"), ("Europe/San_Marino", "San Marino")],
)
def test_zones_have_the_names_people_use(zone: str, said: str) -> None:
    assert text.zone_name(zone) == said


@pytest.mark.parametrize(
    ("since", "long", "short"),
    [
        (timedelta(hours=1), "today", "today"),
        (timedelta(days=1), "1 day", "1 d"),
        (timedelta(days=17), "17 days", "17 d"),
        (timedelta(days=59), "59 days", "59 d"),
        (timedelta(days=185), "6 months", "6 mo"),
        (timedelta(days=366 * 3), "3 years", "3 y"),
    ],
)
def test_ages_grow_from_days_to_years(since: timedelta, long: str, short: str) -> None:
    assert text.span(NOW - since, NOW, EASTERN) == long
    assert text.span(NOW - since, NOW, EASTERN, short=True) == short


@pytest.mark.parametrize(
    ("seconds", "said"), [(28, "28 s"), (340, "5 min 40 s"), (3900, "1 h 5 min"), (-3, "0 s")]
)
def test_durations(seconds: int, said: str) -> None:
    assert text.duration(seconds) == said


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        (timedelta(seconds=59), ""),
        (timedelta(minutes=23), "23 min late"),
        (timedelta(hours=2, minutes=50), "2 h late"),
        (timedelta(days=1), "1 day late"),
        (timedelta(days=3), "3 days late"),
        (timedelta(minutes=-5), ""),
    ],
)
def test_lateness_is_told_from_the_first_full_minute(behind: timedelta, said: str) -> None:
    assert text.late(NOW - behind, NOW) == said


@pytest.mark.parametrize(
    ("state", "purposes", "long", "short", "kind"),
    [
        ("agreed", (Purpose.CARE,), "Calls: care, 17 days", "Calls care 17 d", "ok"),
        (
            "agreed",
            (Purpose.CARE, Purpose.MARKETING),
            "Calls: care and marketing, 17 days",
            "Calls all 17 d",
            "ok",
        ),
        ("stopped", (), "Calls: stopped, 17 days", "Calls 17 d", "bad"),
        ("not_asked", (), "Calls: not asked", "Calls not asked", "warn"),
    ],
)
def test_a_consent_tells_channel_purpose_and_age(
    state: str, purposes: tuple[Purpose, ...], long: str, short: str, kind: str
) -> None:
    since = NOW - timedelta(days=17)
    view = ConsentView(channel=Channel.CALL, state=state, purposes=purposes, since=since)
    mark = marks.consent(view, NOW, EASTERN)
    assert (mark.text, mark.kind) == (long, kind)
    assert mark.icon
    assert marks.consent(view, NOW, EASTERN, short=True).text == short


def verified(state: VerificationState) -> DraftVerification:
    return DraftVerification(
        person=PersonId(uuid4()),
        state=state,
        matched=(VerificationItem.NAME, VerificationItem.BIRTH_DATE, VerificationItem.ZIP),
        at=eastern(19, 9, 42),
    )


def test_a_verification_tells_of_whom_and_how() -> None:
    found = verified(VerificationState.PATIENT)
    full = marks.verification(found, EASTERN, spoken=True)
    assert full.text == "Verified: patient, by name, birth date and ZIP, 09:42"
    assert full.kind == "ok"
    assert marks.verification(found, EASTERN, spoken=True, short=True).text == "Verified: patient"


def test_nobody_is_called_verified_who_was_not() -> None:
    unverified = verified(VerificationState.UNVERIFIED)
    assert marks.verification(unverified, EASTERN, spoken=True).text == "Unverified"
    assert marks.verification(None, EASTERN, spoken=True).kind == "warn"
    alone = marks.verification(None, EASTERN, spoken=False)
    assert alone.text == "Not verified: nobody spoken with"


def entry(kind: TouchpointKind, channel: Channel, **changes: object) -> TimelineEntry:
    values: dict[str, object] = {
        "id": TouchpointId(uuid4()),
        "at": eastern(18, 18, 22),
        "channel": channel,
        "direction": Direction.INBOUND,
        "kind": kind,
        "part": Part.ABOUT,
        "title": "",
        "summary": "",
        "status": None,
        "content": "",
        "campaign": "",
        "by": "",
    }
    return TimelineEntry(**{**values, **changes})  # type: ignore[arg-type]


def test_a_touchpoint_is_said_in_one_sentence() -> None:
    said = marks.entry_sentence(
        entry(
            TouchpointKind.TEXT,
            Channel.TEXT,
            title="Can I come today?",
            by="Denise",
            status=Status(key="open", tone="warn", at=eastern(19, 12)),
        ),
        EASTERN,
        NOW,
    )
    start = "Inbound text, yesterday 18:22, Denise, Open, due 12:00: "
    assert said == start + "Text: Can I come today?"


def test_a_call_is_named_by_its_length_and_a_pamphlet_by_its_title() -> None:
    call = entry(TouchpointKind.CALL, Channel.CALL, direction=Direction.OUTBOUND, talk_seconds=340)
    assert marks.entry_title(call) == "Outgoing call, 5 min 40 s"
    pamphlet = entry(TouchpointKind.PAMPHLET, Channel.WEB, title="Flu pamphlet, digital")
    assert marks.entry_title(pamphlet) == "Flu pamphlet, digital"


def test_a_published_label_wins_and_an_unknown_code_stays_readable() -> None:
    assert (
        marks.status(Status(key="x", tone="ok", label="Booked it"), EASTERN, NOW).text
        == "Booked it"
    )
    assert marks.status(Status(key="no_answer", tone="?"), EASTERN, NOW).text == "No answer"


@pytest.mark.parametrize("terms", [Channel, TouchpointKind, Direction])
def test_every_term_has_a_word(terms: type) -> None:
    said = {Channel: words.channel, TouchpointKind: words.kind, Direction: words.direction}[terms]
    assert all(said(term) for term in terms)


@pytest.mark.parametrize(("code", "said"), [("en", "English"), ("es-MX", "Spanish"), ("xx", "xx")])
def test_languages_have_names(code: str, said: str) -> None:
    assert words.language(code) == said
