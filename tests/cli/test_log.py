"""`log`: what goes in, all of it, once."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase

from console.models import facts
from console.models.records import ContactPoint
from console.services.center import Center
from tests.cli.conftest import MRN, OTHER_MRN, PHONE, Command
from tests.cli.lines import ENDED, STARTED, VERIFIED, missed_call, talk, written

pytestmark = pytest.mark.usefixtures("desk")

ID = "0190b3c2-7c1a-7aaa-8bbb-0123456789ab"
DUE = "2026-03-05T10:00:00-05:00"
EVERYTHING = {
    "callback": {"at": DUE, "asked_for": False},
    "promises": [{"what": "a nurse will ring", "due": DUE}, {"what": "a letter", "due": DUE}],
    "appointment": {"at": DUE, "place": "Wayne Avenue", "with": "Nurse Clarke"},
    "sends": ["flu-pamphlet", "flu-or-cold"],
    "unmet_need": "dental care",
    "complaint": "waited an hour",
    "hand_off": {"to": "Billing", "what": "a bill", "due": DUE},
}


def rows(center: Center, table: type[DeclarativeBase]) -> list[Any]:
    with center.shared.transaction(writes=False) as session:
        return list(session.scalars(select(table)))


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_logged_and_refused_are_reported_by_id_and_line(console: Command) -> None:
    text = written(talk(id=ID), "", missed_call(code="nonsense"), missed_call())
    done = console("log", "-", "--json", stdin=text)
    assert done.code == 1
    assert done.json.keys() == {"logged", "refused"}
    assert done.json["logged"][0] == {"id": ID, "code": "information_given"}
    assert done.json["logged"][1]["code"] == "no_answer"
    assert UUID(done.json["logged"][1]["id"])
    [refused] = done.json["refused"]
    assert refused["line"] == 3
    assert done.err == f"Line 3 refused: {refused['reason']}\n"


def test_a_file_is_read_as_standard_input_is(console: Command, tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text(written(missed_call(id=ID)), encoding="utf-8-sig")
    done = console("log", file)
    assert (done.code, done.out, done.err) == (0, f"Logged {ID}: no_answer\n", "")


def test_the_call_is_kept_with_its_times_and_people(
    console: Command, denise: str, center: Callable[[], Center]
) -> None:
    line = talk(hold_seconds=40, wrap_up_seconds=25, notes="asked about the clinic")
    assert console("log", "-", stdin=written(line)).code == 0
    opened = center()
    [call] = rows(opened, facts.Call)
    assert (call.started_at, call.ended_at) == (instant(STARTED), instant(ENDED))
    assert (call.hold_seconds, call.wrap_up_seconds) == (40, 25)
    assert (call.phone, call.direction, call.login) == (PHONE, "inbound", "ada")
    assert call.speaking_with == UUID(denise)
    [disposition] = rows(opened, facts.Disposition)
    assert (disposition.code, disposition.notes) == ("information_given", "asked about the clinic")
    [checked] = rows(opened, facts.Verification)
    assert (checked.person_id, checked.state) == (UUID(denise), "patient")
    assert list(checked.matched) == ["name", "birth_date", "zip"]


def test_every_effect_arrives(console: Command, denise: str, center: Callable[[], Center]) -> None:
    line = talk(code="appointment_booked", effects=EVERYTHING)
    assert console("log", "-", stdin=written(line)).code == 0
    opened, person, due = center(), UUID(denise), instant(DUE)
    [callback] = rows(opened, facts.Callback)
    assert (callback.person_id, callback.due_at, callback.asked_for) == (person, due, False)
    assert (callback.zone, callback.owner) == ("America/New_York", "ada")
    promises = rows(opened, facts.Promise)
    assert {one.what for one in promises} == {"a nurse will ring", "a letter"}
    assert {one.due_at for one in promises} == {due}
    [appointment] = rows(opened, facts.Appointment)
    assert (appointment.at, appointment.place) == (due, "Wayne Avenue")
    assert appointment.with_whom == "Nurse Clarke"
    sent = {row.ref for row in rows(opened, facts.Touchpoint) if row.ref.startswith("flu-")}
    assert sent == {"flu-pamphlet", "flu-or-cold"}
    assert [one.what for one in rows(opened, facts.UnmetNeed)] == ["dental care"]
    assert [one.what for one in rows(opened, facts.Complaint)] == ["waited an hour"]
    [hand_off] = rows(opened, facts.HandOff)
    assert (hand_off.to, hand_off.what, hand_off.due_at) == ("Billing", "a bill", due)


@pytest.mark.parametrize(
    ("scope", "stopped"),
    [
        ("everything", {"call", "text", "email", "mail"}),
        ("person", {"call", "text"}),
    ],
)
def test_a_stop_shows_in_the_consents(
    console: Command, scope: str, stopped: set[str], denise: str
) -> None:
    line = talk(code="hung_up", verification=[], effects={"stops": [{"scope": scope}]})
    assert console("log", "-", stdin=written(line)).code == 0
    consents = console("show", denise, "--json").json["consents"]
    assert {one["channel"] for one in consents if one["state"] == "stopped"} == stopped
    since = {one["since"] for one in consents if one["state"] == "stopped"}
    assert {instant(one) for one in since} == {instant(ENDED)}


def test_a_stop_of_a_number_holds_for_all_who_share_it(console: Command) -> None:
    line = missed_call(
        phone=PHONE, direction="inbound", code="hung_up", effects={"stops": [{"scope": "number"}]}
    )
    assert console("log", "-", stdin=written(line)).code == 0
    for mrn in (MRN, OTHER_MRN):
        consents = console("show", mrn, "--json").json["consents"]
        assert {one["channel"] for one in consents if one["state"] == "stopped"} == {"call", "text"}


def test_a_stop_by_one_channel_leaves_the_others(console: Command) -> None:
    stop = {"scope": "person", "channel": "text"}
    assert console("log", "-", stdin=written(talk(effects={"stops": [stop]}))).code == 0
    consents = console("show", MRN, "--json").json["consents"]
    assert [one["channel"] for one in consents if one["state"] == "stopped"] == ["text"]


def test_an_id_given_twice_with_the_same_content_counts_once(
    console: Command, center: Callable[[], Center]
) -> None:
    line = talk(id=ID, effects={"stops": [{"scope": "number"}], "callback": {"at": DUE}})
    for _ in range(2):
        done = console("log", "-", "--json", stdin=written(line, line))
        assert done.code == 0
        assert done.json["logged"] == [{"id": ID, "code": "information_given"}] * 2
    opened = center()
    tables = (facts.Call, facts.Callback, facts.ConsentEvent)
    assert [len(rows(opened, table)) for table in tables] == [1, 1, 1]


def test_what_is_null_or_empty_is_as_if_absent(
    console: Command, center: Callable[[], Center]
) -> None:
    blank: dict[str, Any] = {
        "answered_at": None, "phone": "", "about": [], "script": {}, "reason": None, "journey": "",
        "speaking_with": None, "verification": None, "notes": "",
        "effects": {"stops": [], "callback": None, "promises": None, "appointment": {}},
    }  # fmt: skip
    done = console("log", "-", stdin=written(missed_call(id=ID, **blank), missed_call(id=ID)))
    assert (done.code, done.err) == (0, "")
    assert len(rows(center(), facts.Call)) == 1


@pytest.mark.parametrize("key", ["call/2026-03-02/17", 17])
def test_an_id_of_another_kind_is_as_good(
    console: Command, center: Callable[[], Center], key: str | int
) -> None:
    for _ in range(2):
        done = console("log", "-", "--json", stdin=written(missed_call(id=key)))
        assert done.json["logged"] == [{"id": str(key), "code": "no_answer"}]
    assert len(rows(center(), facts.Call)) == 1


def test_lines_without_an_id_are_calls_of_their_own(
    console: Command, center: Callable[[], Center]
) -> None:
    console("log", "-", stdin=written(missed_call(), missed_call()))
    assert len(rows(center(), facts.Call)) == 2


def test_a_question_of_somebody_unknown_is_logged(
    console: Command, center: Callable[[], Center]
) -> None:
    line = missed_call(direction="inbound", code="question_answered", answered_at=STARTED)
    assert console("log", "-", stdin=written(line)).code == 0
    [call] = rows(center(), facts.Call)
    assert (call.speaking_with, call.phone) == (None, None)


def test_a_reason_is_taken_as_the_code_spells_it(
    console: Command, center: Callable[[], Center]
) -> None:
    line = talk(code="declined", reason="not_needed")
    assert console("log", "-", stdin=written(line)).code == 0
    [disposition] = rows(center(), facts.Disposition)
    assert disposition.reason == "Not needed"


def test_a_wrong_number_is_marked_for_whom_the_call_was_about(
    console: Command, denise: str, center: Callable[[], Center]
) -> None:
    line = missed_call(code="wrong_number", phone=PHONE, about=[denise])
    assert console("log", "-", stdin=written(line)).code == 0
    points = [one for one in rows(center(), ContactPoint) if one.value == PHONE]
    assert {one.wrong for one in points if one.person_id == UUID(denise)} == {True}
    assert {one.wrong for one in points if one.person_id != UUID(denise)} == {False}


def test_labelled_content_labels_the_call(
    console: Command, center: Callable[[], Center], tmp_path: Path
) -> None:
    content = tmp_path / "quiet.yaml"
    content.write_text(
        "kind: content\nkey: quiet-help\ntitle: Quiet help\nchannels: [email]\n"
        "labels: [substance_use]\n"
    )
    assert console("publish", content).code == 0
    assert console("log", "-", stdin=written(talk(effects={"sends": ["quiet-help"]}))).code == 0
    opened = center()
    [call] = rows(opened, facts.Call)
    assert set(call.labels) == {"substance_use"}
    [disposition] = rows(opened, facts.Disposition)
    assert set(disposition.labels) == {"substance_use"}


def test_separators_that_only_text_knows_do_not_break_a_line(
    console: Command, center: Callable[[], Center]
) -> None:
    notes = "first\u2028second\u0085third"
    text = written(missed_call()).replace("}", f', "notes": "{notes}"}}')
    assert console("log", "-", stdin=text).code == 0
    [disposition] = rows(center(), facts.Disposition)
    assert disposition.notes == notes


def test_nobody_saw_the_record_so_no_access_is_left(
    console: Command, center: Callable[[], Center]
) -> None:
    console("log", "-", stdin=written(talk()))
    assert rows(center(), facts.Access) == []


def test_logging_answers_the_open_question_of_the_person(
    console: Command, denise: str, center: Callable[[], Center]
) -> None:
    opened = center()
    with opened.shared.transaction() as session:
        command = session.scalars(select(facts.Command.id)).first()
        session.add(
            facts.Inquiry(
                id=UUID(int=7),
                command_id=command,
                person_id=UUID(denise),
                question="Call me?",
                at=instant("2026-03-01T10:00:00-05:00"),
            )
        )
    assert console("show", denise, "--json").json["open"][0]["kind"] == "inquiry"
    line = talk(direction="outbound", verification=[VERIFIED])
    assert console("log", "-", stdin=written(line)).code == 0
    assert console("show", denise, "--json").json["open"] == []
