"""`import`, `find`, `show`, `timeline`, `next-steps`: keys, times, audit, and doing it again."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from console.models.facts import Access, Enrollment
from console.models.facts import Command as Journal
from console.models.ids import derived_id
from console.services.center import Center
from tests.cli.conftest import MRN, PEOPLE, PHONE, VISIT, Command
from tests.cli.lines import STARTED, missed_call, talk, written

IMPORT_KEYS = {
    "read",
    "created",
    "updated",
    "unchanged",
    "kept",
    "skipped",
    "rejected",
    "touchpoints",
    "seconds",
}


def accesses(center: Center) -> list[tuple[str, str]]:
    with center.shared.transaction(writes=False) as session:
        return [(row.login, row.reason) for row in session.scalars(select(Access))]


def with_offset(value: str) -> bool:
    return datetime.fromisoformat(value).tzinfo is not None


def test_an_import_reports_what_it_did_and_again_changes_nothing(
    console: Command, people_file: Path
) -> None:
    first = console("import", people_file, "--json")
    assert first.code == 0
    assert first.json.keys() >= IMPORT_KEYS
    assert (first.json["read"], first.json["created"], first.json["touchpoints"]) == (3, 2, 1)
    again = console("import", people_file, "--json").json
    assert (again["created"], again["updated"], again["touchpoints"]) == (0, 0, 0)
    assert again["unchanged"] == 2


def test_an_import_of_a_folder_takes_all_its_files(
    console: Command, people_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "export" / "deeper"
    folder.mkdir(parents=True)
    (folder / "people.ndjson").write_bytes(people_file.read_bytes())
    assert console("import", folder.parent, "--json").json["created"] == 2


def test_a_dry_run_reports_and_keeps_nothing(console: Command, people_file: Path) -> None:
    assert console("import", people_file, "--dry-run", "--json").json["created"] == 2
    assert console("find", MRN, "--json").json["results"] == []


def test_what_was_rejected_is_named_and_the_rest_goes_in(
    console: Command, people_file: Path, tmp_path: Path
) -> None:
    file = tmp_path / "half.ndjson"
    file.write_text(people_file.read_text() + '{"resourceType": "Patient", "na\n')
    done = console("import", file, "--json")
    assert done.code == 0
    assert done.json["created"] == 2
    [rejected] = done.json["rejected"]
    assert rejected["source"] == str(file)
    assert rejected["where"] == "line 4"
    assert "Rejected: 1." in done.err


def test_a_day_without_a_time_is_one_of_the_center(console: Command, tmp_path: Path) -> None:
    visit = {**VISIT, "period": {"start": "2026-01-15"}}
    file = tmp_path / "dated.ndjson"
    file.write_text(written(PEOPLE[0], visit))
    console("import", file)
    [entry] = console("timeline", MRN, "--json").json["touchpoints"]
    at_the_center = datetime.fromisoformat(entry["at"]).astimezone(ZoneInfo("America/New_York"))
    assert at_the_center.date() == date(2026, 1, 15)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "query", [MRN, "denise whitfield", "(937) 555-0137", "0137", "Whitfield 9 Jun 1974"]
)
def test_find_answers_by_name_number_date_and_mrn(console: Command, query: str) -> None:
    found = console("find", query, "--json").json
    assert found.keys() >= {"query", "results", "elapsed_ms"}
    assert found["query"] == query
    first = next(one for one in found["results"] if one["mrn"] == MRN)
    assert first.keys() >= {
        "person", "name", "birth_date", "mrn", "phones", "emails", "place", "matched", "score",
    }  # fmt: skip
    assert (first["name"], first["birth_date"]) == ("Denise Whitfield", "1974-06-09")
    assert first["phones"] == [PHONE]


@pytest.mark.usefixtures("desk")
def test_find_gives_no_more_than_its_limit(console: Command) -> None:
    assert len(console("find", "whitfield", "--limit", 1, "--json").json["results"]) == 1
    assert len(console("find", "whitfield", "--json").json["results"]) == 2
    assert console("find", "whitfield", "--limit", 0).code == 2


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("query", ["%", "_", "", "*", "' OR 1=1 --"])
def test_a_query_that_asks_for_nobody_finds_nobody(console: Command, query: str) -> None:
    done = console("find", query, "--json")
    assert (done.code, done.json["results"], done.err) == (0, [], "")


def test_a_query_as_long_as_a_letter_is_refused(console: Command) -> None:
    assert "too much" in console("find", "a" * 5000, "--json").refused()


@pytest.mark.usefixtures("desk")
def test_show_gives_the_header_by_id_and_by_mrn(console: Command, denise: str) -> None:
    by_id = console("show", denise, "--json").json
    assert by_id == console("show", MRN, "--json").json
    assert by_id.keys() >= {
        "person", "name", "birth_date", "contact_points", "consents", "journeys", "alerts",
    }  # fmt: skip
    assert by_id["person"] == denise
    assert {one["value"] for one in by_id["contact_points"]} >= {PHONE}
    assert {one["channel"] for one in by_id["consents"]} == {"call", "text", "email", "mail"}


@pytest.mark.parametrize("command", ["show", "timeline", "next-steps"])
def test_each_view_of_a_person_leaves_who_and_why(
    console: Command, denise: str, center: Callable[[], Center], command: str
) -> None:
    assert console(command, denise, "--reason", "complaint 12", "--json").code == 0
    assert console(command, MRN, "--json").code == 0
    assert accesses(center()) == [("ada", "complaint 12"), ("ada", "command line")]


@pytest.mark.parametrize("command", ["show", "timeline", "next-steps"])
def test_somebody_unknown_is_told_in_one_sentence_and_leaves_no_access(
    console: Command, center: Callable[[], Center], command: str
) -> None:
    for nobody in ("M-404", "00000000-0000-0000-0000-000000000000", "%", ""):
        assert "Nobody has this id or MRN" in console(command, nobody, "--json").refused()
    assert accesses(center()) == []


def test_a_time_that_is_none_is_refused_before_anybody_is_shown(
    console: Command, denise: str, center: Callable[[], Center]
) -> None:
    for time in ("yesterday", "2026-13-01", "0001-01-01T00:00:00+14:00"):
        assert "time" in console("next-steps", denise, "--at", time).refused()
        assert "time" in console("timeline", denise, "--before", time).refused()
    assert accesses(center()) == []


def test_the_timeline_is_newest_first_and_pages(console: Command, denise: str) -> None:
    console("log", "-", stdin=written(talk(), missed_call(about=[MRN])))
    whole = console("timeline", denise, "--json").json
    assert whole["more"] is False
    assert [one["channel"] for one in whole["touchpoints"]] == ["call", "call", "visit"]
    assert all(
        one.keys()
        >= {
            "id", "at", "channel", "direction", "kind", "title", "summary", "status", "content",
            "campaign", "by",
        }
        for one in whole["touchpoints"]
    )  # fmt: skip
    assert all(with_offset(one["at"]) for one in whole["touchpoints"])
    assert {one["status"] for one in whole["touchpoints"][:2]} == {"information_given", "no_answer"}
    first = console("timeline", denise, "--limit", 1, "--json").json
    assert (len(first["touchpoints"]), first["more"]) == (1, True)
    before = console("timeline", denise, "--before", STARTED, "--json").json
    assert [one["channel"] for one in before["touchpoints"]] == ["visit"]
    calls = console("timeline", denise, "--channel", "call", "--json").json
    assert {one["channel"] for one in calls["touchpoints"]} == {"call"}
    assert console("timeline", denise, "--channel", "pigeon").code == 2


def enroll(center: Center, person: str) -> None:
    with center.shared.transaction() as session:
        session.add(
            Enrollment(
                id=derived_id(UUID(person), "enrolled"),
                command_id=session.scalars(select(Journal.id)).first(),
                person_id=UUID(person),
                journey="flu-season",
                action="enrolled",
                at=datetime(2026, 10, 15, 12, tzinfo=UTC),
            )
        )


def test_next_steps_have_their_reasons_and_what_holds_them_back(
    console: Command, denise: str, center: Callable[[], Center]
) -> None:
    enroll(center(), denise)
    steps = console("next-steps", denise, "--at", "2026-10-20T15:00:00Z", "--json").json
    assert steps["next_steps"]
    for step in steps["next_steps"]:
        assert step.keys() >= {
            "id", "journey", "stage", "prompt", "channel", "script", "reasons", "blocked_by",
        }  # fmt: skip
        assert step["journey"] == "flu-season"
        assert all(why.keys() == {"text", "touchpoints"} for why in step["reasons"])
    console("log", "-", stdin=written(talk(effects={"stops": [{"scope": "everything"}]})))
    later = console("next-steps", denise, "--at", "2026-10-20T15:00:00Z", "--json").json
    held = [step for step in later["next_steps"] if step["channel"] in ("text", "email", "mail")]
    assert all(step["blocked_by"] for step in held)


def test_show_tells_the_stage_since_when_and_why(
    console: Command, denise: str, center: Callable[[], Center]
) -> None:
    enroll(center(), denise)
    [journey] = console("show", denise, "--json").json["journeys"]
    assert journey.keys() >= {"journey", "stage", "since", "why"}
    assert journey["journey"] == "flu-season"
    assert with_offset(journey["since"])
    assert journey["why"].strip()
