"""`log` refuses with a reason for each line, and what it refused leaves nothing behind."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from console.models import facts
from console.models.workstation import DraftEntry, OutboxEntry
from console.services.center import Center
from tests.cli.conftest import MRN, PHONE, Command
from tests.cli.lines import ANSWERED, ENDED, STARTED, missed_call, talk, written

pytestmark = pytest.mark.usefixtures("desk")

STOP = {"stops": [{"scope": "everything"}]}

REFUSED: list[tuple[str, Any, str]] = [
    ("no JSON", '{"direction": "inbound"', "no JSON"),
    ("no object", "[1, 2]", "JSON object"),
    ("a number that JSON has not", '{"hold_seconds": NaN}', "no JSON"),
    ("nested too deeply", "[" * 100_000, "no JSON"),
    ("nested deeply", '{"a":' * 900 + "1" + "}" * 900, ""),
    ("no direction", {"started_at": STARTED, "code": "busy"}, "direction is missing"),
    ("no code", {"started_at": STARTED, "direction": "inbound"}, "code is missing"),
    ("another direction", missed_call(direction="up"), "one of inbound or outbound"),
    ("a field nobody knows", missed_call(colour="red"), "colour is no field"),
    ("a field within", talk(effects={"stop": []} | {"stoop": 1}), "effects.stoop is no field"),
    ("a list that is text", talk(about=MRN), "about must be a list"),
    ("text that is a number", missed_call(notes=5), "notes must be text"),
    ("a time without offset", missed_call(started_at="2026-03-02T10:00:00"), "offset"),
    ("a day", missed_call(started_at="2026-03-02"), "offset"),
    ("a number as time", missed_call(started_at=1772463600), "offset"),
    ("a time that is none", missed_call(started_at="noon"), "offset"),
    ("before telephones", missed_call(started_at="0001-01-01T00:00:00+14:00"), "year"),
    ("a callback without offset", talk(effects={"callback": {"at": "2026-03-05"}}), "offset"),
    ("answered after the end", missed_call(answered_at=ENDED, ended_at=ANSWERED), "order"),
    ("ended before it began", missed_call(ended_at="2026-03-02T09:00:00-05:00"), "order"),
    ("held longer than it was", talk(hold_seconds=301), "lasted"),
    ("a negative hold", talk(hold_seconds=-1), "negative"),
    ("a wrap-up without end", talk(wrap_up_seconds=10**30), "longer than a day"),
    ("half a character", '{"notes": "\\ud83d"}', "UTF-8"),
    ("a NUL", json.dumps(missed_call(notes="a\0b")), "UTF-8"),
    ("an outcome nobody knows", missed_call(code="no_anser"), "did you mean no_answer?"),
    ("another word", missed_call(code="xyzzy"), "List them with"),
    ("an outcome of the program", missed_call(code="unfinished"), "program alone"),
    ("somebody unknown", talk(about=["M-404"]), "Nobody has this id or MRN"),
    ("spoke with somebody unknown", talk(speaking_with="M-404"), "Nobody has this id or MRN"),
    ("a journey nobody knows", talk(journey="moon"), "no journey moon"),
    ("a script nobody knows", talk(script={"key": "moon"}), "no script moon"),
    ("a version not there", talk(script={"key": "main-line", "version": 99}), "no version 99"),
    ("content nobody knows", talk(effects={"sends": ["moon"]}), "no content moon"),
    ("a phone that is none", missed_call(phone="unknown"), "phone is no number"),
    ("nobody verified", talk(verification=[]), "Verify the person"),
    ("about nobody", talk(about=[], verification=[]), "Say whom the call was about"),
    ("no appointment", talk(code="appointment_booked"), "Enter the appointment"),
    ("no reason", talk(code="declined"), "Pick a reason"),
    ("another reason", talk(code="declined", reason="moon"), "Cost, Time, Not needed"),
    ("a stop for nobody", missed_call(effects=STOP), "number or the person"),
    ("a send to nobody", missed_call(effects={"sends": ["flu-pamphlet"]}), "to whom"),
]


@pytest.mark.parametrize(
    ("line", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_line_that_does_not_fit_is_refused_in_a_sentence(
    console: Command, line: Any, reason: str
) -> None:
    done = console("log", "-", "--json", stdin=written(line))
    assert done.json["logged"] == []
    [refused] = done.json["refused"]
    assert refused["line"] == 1
    assert reason in refused["reason"]
    assert len(refused["reason"]) < 400
    assert done.refused() == f"Line 1 refused: {refused['reason']}"


def test_a_byte_that_is_no_text_spoils_its_line_alone(console: Command) -> None:
    text = (
        written(missed_call()).encode() + b'{"notes": "\xff"}\n' + written(missed_call()).encode()
    )
    done = console("log", "-", "--json", stdin=text)
    assert len(done.json["logged"]) == 2
    assert [one["line"] for one in done.json["refused"]] == [2]


def test_an_id_with_other_content_is_refused_before_and_after_it_was_sent(
    console: Command, center: Callable[[], Center]
) -> None:
    first, other = missed_call(id="a"), missed_call(id="a", code="busy")
    done = console("log", "-", "--json", stdin=written(first, other))
    assert [one["code"] for one in done.json["logged"]] == ["no_answer"]
    assert "other content" in done.json["refused"][0]["reason"]
    with center().store.transaction() as session:  # as if purged: the journal still knows
        for entry in session.scalars(select(OutboxEntry)):
            session.delete(entry)
    assert "other content" in console("log", "-", stdin=written(other)).refused()
    assert console("log", "-", stdin=written(first)).code == 0


@pytest.mark.parametrize(
    "line",
    [
        talk(code="appointment_booked", effects=STOP),
        talk(code="nonsense", effects=STOP),
        talk(about=["M-404"], effects=STOP),
        talk(effects={**STOP, "sends": ["moon"]}),
        talk(effects={**STOP, "callback": {"at": "soon"}}),
        talk(script={"key": "moon"}, effects=STOP),
        missed_call(code="clinical_escalation", phone=PHONE, effects=STOP),
    ],
)
def test_a_refused_line_leaves_nothing_not_even_its_stop(
    console: Command, center: Callable[[], Center], line: dict[str, Any]
) -> None:
    opened = center()
    before = everything(opened)
    console("log", "-", stdin=written(line)).refused()
    assert everything(opened) == before
    consents = console("show", MRN, "--json").json["consents"]
    assert {one["state"] for one in consents} == {"not_asked"}


def everything(center: Center) -> dict[str, int]:
    tables = (facts.Command, facts.Call, facts.ConsentEvent, facts.Access, facts.Touchpoint)
    with center.shared.transaction(writes=False) as session:
        counts = {
            table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0
            for table in tables
        }
    with center.store.transaction() as session:
        for kept in (OutboxEntry, DraftEntry):
            count = session.scalar(select(func.count()).select_from(kept))
            counts[kept.__tablename__] = count or 0
    return counts


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_nothing_to_log_is_said(console: Command, text: str) -> None:
    assert "no disposition" in console("log", "-", "--json", stdin=text).refused()


def test_a_file_that_cannot_be_read_is_refused(console: Command, desk: object) -> None:
    assert "cannot be read" in console("log", "missing.jsonl", "--json").refused()
    assert "cannot be read" in console("log", str(desk)).refused()
