"""`log`: the path through a script, as its answers and missed statements tell it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from console.models import facts
from console.services.center import Center
from tests.cli.conftest import Command
from tests.cli.lines import talk, written

pytestmark = pytest.mark.usefixtures("desk")

SCRIPT = """
kind: script
key: shots
title: Shots
steps:
  - id: hello
    say: Hello.
    next: warn
  - id: warn
    say: Before we go on.
    required: Call 911 if you feel faint.
    question: Are you well?
    options:
      - label: "Yes"
        next: where
      - label: "No"
        next: faint
  - id: faint
    required: Stay on the line.
    question: Is help on the way?
    options:
      - label: "Yes"
  - id: where
    question: Where do you live?
    kind: text
    next: where-else
  - id: where-else
    question: Where else?
    kind: text
    next: warn
"""


@pytest.fixture(autouse=True)
def published(desk: Path, console: Command) -> None:
    publish(console, desk, SCRIPT)


def publish(console: Command, folder: Path, text: str) -> None:
    file = folder / "shots.yaml"
    file.write_text(text)
    done = console("publish", file)
    assert done.code == 0, done.err


def log(console: Command, **script: Any) -> tuple[list[str], list[str]]:
    """Who was logged, and why not."""
    done = console("log", "-", "--json", stdin=written(talk(script={"key": "shots", **script})))
    answer = done.json
    return [one["code"] for one in answer["logged"]], [one["reason"] for one in answer["refused"]]


def path(center: Center) -> list[tuple[str, str, str]]:
    with center.shared.transaction(writes=False) as session:
        rows = session.scalars(select(facts.Answer).order_by(facts.Answer.seq))
        return [(row.step, row.kind, row.reason or row.value) for row in rows]


def test_answers_are_kept_along_the_way_and_statements_passed_were_read(
    console: Command, center: Callable[[], Center]
) -> None:
    answers = {"where": "Dayton", "warn": "yes"}
    assert log(console, answers=answers) == (["information_given"], [])
    assert path(center()) == [
        ("hello", "answer", ""),
        ("warn", "read", ""),
        ("warn", "answer", "Yes"),
        ("where", "answer", "Dayton"),
    ]


@pytest.mark.parametrize("statement", ["warn", "call 911 if  you feel faint."])
def test_a_missed_statement_is_kept_with_its_reason(
    console: Command, center: Callable[[], Center], statement: str
) -> None:
    missed = [{"statement": statement, "reason": "hung up"}]
    assert log(console, answers={"warn": "Yes"}, missed=missed)[1] == []
    assert path(center())[1:3] == [("warn", "missed", "hung up"), ("warn", "answer", "Yes")]


def test_the_statement_that_the_call_stopped_at_does_not_count_as_read(
    console: Command, center: Callable[[], Center]
) -> None:
    assert log(console, answers={"warn": "No"})[1] == []
    step, kind, reason = path(center())[-1]
    assert (step, kind) == ("faint", "missed")
    assert "does not tell" in reason


def test_a_circle_in_a_script_ends(console: Command, center: Callable[[], Center]) -> None:
    answers = {"warn": "Yes", "where": "Dayton", "where-else": "Xenia"}
    assert log(console, answers=answers)[1] == []
    assert len(path(center())) == 5


def test_an_answer_off_the_way_is_kept_behind_it(
    console: Command, center: Callable[[], Center]
) -> None:
    assert log(console, answers={"warn": "Yes", "faint": "Yes"})[1] == []
    assert path(center())[-1] == ("faint", "answer", "Yes")


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ({"answers": {"nowhere": "Yes"}}, "hello, warn, faint, where, where-else"),
        ({"answers": {"warn": "Perhaps"}}, "Its answers are Yes, No"),
        ({"answers": {"warn": 1}}, "script.answers.warn must be text"),
        ({"missed": [{"statement": "where", "reason": "x"}]}, "warn, faint"),
        ({"missed": [{"statement": "warn"}]}, "script.missed[0].reason is missing"),
        ({"version": 2}, "no version 2"),
    ],
)
def test_what_is_not_the_scripts_is_refused(
    console: Command, script: dict[str, Any], reason: str
) -> None:
    logged, [refused] = log(console, **script)
    assert logged == []
    assert reason in refused


def test_a_call_goes_by_the_version_it_was_pinned_to(
    console: Command, desk: Path, center: Callable[[], Center]
) -> None:
    publish(
        console,
        desk,
        SCRIPT.replace("id: warn", "id: caution").replace("next: warn", "next: caution"),
    )
    assert log(console, version=1, answers={"warn": "Yes"})[1] == []
    assert "no step warn" in log(console, answers={"warn": "Yes"})[1][0]
    assert "no step warn" in log(console, version=2, answers={"warn": "Yes"})[1][0]
    with center().shared.transaction(writes=False) as session:
        [disposition] = session.scalars(select(facts.Disposition))
    assert disposition.versions["script:shots"] == 1
