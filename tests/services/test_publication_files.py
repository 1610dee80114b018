"""Publication files: what ships is sound, and every slip in a file is found with its line."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from console.errors import NotFound
from console.models.bodies import Codes
from console.models.terms import PublicationKind
from console.resources import resource
from console.services.publication_files import MAX_BYTES, load_body
from console.services.publications import check_files, defaults
from tests.rules.journeys import NOW
from tests.services.made_up import SCREENING, SCRIPT


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file and gives its path."""

    def write(text: str, name: str = "some.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def shipped(folder: str, name: str) -> str:
    return resource(folder, name).read_text(encoding="utf-8")


def problems(path: Path) -> list[tuple[int, str]]:
    (result,) = check_files([path])
    assert result.ok is not bool(result.problems)
    return [(problem.line, problem.message) for problem in result.problems]


# What ships with the program.


def test_everything_that_ships_is_sound() -> None:
    folders = [resource(name) for name in ("codes", "content", "scripts", "playbooks", "rules")]
    results = check_files(folders)
    assert {str(found.file): found.problems for found in results if not found.ok} == {}
    assert len(results) > 20


def test_the_digits_pick_the_outcomes_shown_after_a_call_that_reached_nobody() -> None:
    (publish,) = (entry for entry in defaults(NOW) if entry.kind == PublicationKind.CODES)
    codes = load_body(publish.kind, publish.body)
    assert isinstance(codes, Codes)
    by_digit = {entry.digit_outbound: entry.label for entry in codes.codes if entry.digit_outbound}
    assert [by_digit[digit] for digit in range(1, 9)] == [
        "No answer",
        "Voicemail left",
        "No voicemail left",
        "Busy",
        "Call screened",
        "Hung up",
        "Wrong number",
        "Not in service",
    ]


def test_every_default_of_the_law_names_its_source_and_asks_for_counsel() -> None:
    rules = yaml.safe_load(shipped("rules", "center.yaml"))
    rows = [*rules["hours"].values(), *rules["state_hours"].values()]
    assert len(rows) > 5
    assert [row["source"] for row in rows if "confirm with counsel" not in row["source"]] == []
    assert len(rules["state_zones"]) == 56


# Files that cannot be taken.


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "A publication is a list of"),
        ("- a\n- b\n", 1, "A publication is a list of"),
        ("title: x\n", 1, "Say what this is"),
        ("kind: poem\ntitle: x\n", 1, "Say what this is"),
        ("kind: content\ntitle: [\n", 3, "This is not YAML"),
        ("kind: content\n\ttitle: x\n", 2, "This is not YAML"),
        ("a: &x 1\nb: *x\n", 1, "Aliases and anchors"),
        ("kind: content\nb: *x\n", 2, "Aliases and anchors"),
        ("kind: content\ntitle: !!python/name:os.system x\n", 2, "Tags"),
        ("kind: content\ntitle: a\ntitle: b\n", 3, "title is given twice."),
        ("kind: content\n? [a]\n: b\n", 2, "A field's name must be a word."),
        ("kind: content\n---\nkind: content\n", 2, "One file holds one publication."),
        ("kind: " + "[" * 5000, 1, "Nested deeper"),
        ("kind: content\ntitle: \x07\n", 1, "This is not YAML"),
        ("kind: content\n" + "# long\n" * 60_000, 1, "larger than"),
    ],
)
def test_a_file_that_is_no_publication_is_refused_with_its_line(
    text: str, line: int, message: str, written: Callable[..., Path]
) -> None:
    (found,) = problems(written(text))
    assert found[0] == line
    assert message in found[1]


def test_a_file_of_bytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bytes.yaml"
    path.write_bytes(b"kind: content\ntitle: \xff\xfe\n")
    assert problems(path) == [(2, "The file is not UTF-8 text.")]
    assert len(path.read_bytes()) < MAX_BYTES


def test_a_bomb_of_aliases_is_refused_at_once(written: Callable[..., Path]) -> None:
    nine = ", ".join("*{0}" for _ in range(9))
    bomb = "a: &a [x]\n" + "".join(
        f"{name}: &{name} [{nine.format(before)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    begin = time.perf_counter()
    assert problems(written(bomb)) != []
    assert time.perf_counter() - begin < 2


def test_words_are_text_and_times_no_numbers(written: Callable[..., Path]) -> None:
    text = "kind: content\nkey: no\ntitle: 12:30\nchannels: [web]\nlanguage: no\nsay: on\n"
    assert problems(written(text)) == []


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("title: Colorectal screening\n", "", 1, "title: This field is missing."),
        ("title: Due", "titel: Due", 5, "title: This field is missing."),
        ("title: Due", "titel: Due", 6, "titel: There is no such field."),
        ("    why: Due by age.", "    wy: x\n    why: x", 7, "There is no such field."),
        ("stage: acceptance", "stage: acceptence", 8, "Must be one of"),
        ("after_days: 14", "after_days: soon", 43, "valid integer"),
        ("age_from: 45", "age_from: 80", 38, "Is above age_to."),
        ("stage: acceptance", "stage: acquisition", 4, "All five stages, in this order"),
        ("fact: letter\n        ref: test-kit\n    ", "fact: leter\n    ", 41, "called leter"),
        ("ref: information_given", "ref: informed", 12, "There is no outcome code informed."),
        ("after: conversion", "after: retention", 29, "Must be an earlier stage"),
        ("after: conversion", "after: awareness", 29, "Must be an earlier stage"),
        ("action: ask", "action: sing", 37, "Must be one of book"),
        ("action: ask", "action: send", 33, "names its content and its channel"),
        ("action: ask", "action: ask\n    content: nothing", 38, "There is no content nothing."),
        ("action: ask", "action: ask\n    script: nothing", 38, "There is no script nothing."),
        ("action: ask", "action: ask\n    tracks: [x]", 38, "The playbook has no track x."),
        ("{{day}}", "{{week}}", 36, "{{week}} cannot be filled in here."),
        ("stages: [acquisition]", "stages: []", 34, "Applies at no stage."),
        ("after_days: 14", "after_days: 14\n        within_days: 14", 41, "more than after_days"),
        ("after_days: 14", "after_days: -1", 41, "Days are counted from 0"),
        ("key: colorectal-screening", "key: Darm Krebs", 2, "small letters"),
        (
            "      - fact: portal_message",
            "      - fact: portal_message\n        ahead: true",
            31,
            "what lies ahead",
        ),
    ],
)
def test_a_slip_in_a_playbook_is_found_with_its_line(
    before: str, after: str, line: int, message: str, written: Callable[..., Path]
) -> None:
    assert before in SCREENING
    found = problems(written(SCREENING.replace(before, after, 1)))
    assert any(at == line and message in words for at, words in found), found


def test_the_made_up_playbook_and_script_are_sound(written: Callable[..., Path]) -> None:
    assert problems(written(SCREENING)) == []
    assert problems(written(SCRIPT)) == []


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("next: bye\n      - label", "next: by\n      - label", 9, "There is no step by."),
        ("    next: bye\n  - id", "    next: by\n  - id", 12, "There is no step by."),
        ("title: Two questions", "title: Two\nfirst: x", 3, "There is no step x."),
        ("title: Two questions", "title: Two\nfirst: bye", 5, "Nothing leads to the step hello."),
        ("id: bye", "id: hello", 13, "hello is given twice."),
        ("interested_later", "maybe", 11, "There is no outcome code maybe."),
        ('label: "No"', 'label: "Yes"', 10, "Yes is given twice."),
        ("say: Thank you.", "say: Thank you.\n    next: hello", 4, "the script never ends."),
        ("say: Thank you.", "say: Thanks.\n    next: bye", 13, "comes back without any question"),
        ("say: Thank you.", "next: null", 13, "says nothing and asks nothing"),
        ("{{rep_name}}", "{{rep_salary}}", 5, "There is no merge field rep_salary."),
        ("question: Is this", "kind: poll\n    question: Is this", 6, "Must be one of choice"),
        ("proposes: interested_later", "effect: dance", 11, "Must be one of callback"),
        ("say: Thank you.", "question: And you?", 13, "no answers to choose from"),
    ],
)
def test_a_slip_in_a_script_is_found_with_its_line(
    before: str, after: str, line: int, message: str, written: Callable[..., Path]
) -> None:
    assert before in SCRIPT
    found = problems(written(SCRIPT.replace(before, after, 1)))
    assert any(at == line and message in words for at, words in found), found


def test_one_slip_is_one_problem(written: Callable[..., Path]) -> None:
    dangling = SCRIPT.replace("say: Thank you.", "say: Thank you.\n    next: nowhere")
    assert problems(written(dangling)) == [(15, "steps.1.next: There is no step nowhere.")]


def test_a_step_that_nothing_leads_to_is_found(written: Callable[..., Path]) -> None:
    lonely = SCRIPT + "  - id: lonely\n    say: Nobody hears this.\n"
    assert problems(written(lonely)) == [(15, "steps.2: Nothing leads to the step lonely.")]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("  - code: busy\n", "  - code: no_answer\n", "no_answer is given twice."),
        (
            "    digit_outbound: 4\n",
            "    digit_outbound: 1\n",
            "The digit 1 is taken by no_answer.",
        ),
        ("    digit_outbound: 4\n", "    digit_outbound: 9\n", "Digits are 1 to 8"),
        ("    needs: [hand_off]\n", "    needs: [handshake]\n", "handshake is none of"),
        ("    needs: [hand_off]\n", "    needs: [reason]\n", "lists its reasons"),
        ("    hold: deceased\n", "    hold: dead\n", "Must be one of deceased"),
        ("    tone: bad\n", "    tone: awful\n", "Must be one of ok"),
        ("    group: Not reached\n", "    group: Elsewhere\n", "There is no group Elsewhere."),
        ("key: outcomes\n", "key: others\n", "one set of codes"),
    ],
)
def test_a_slip_in_the_codes_is_found(
    before: str, after: str, message: str, written: Callable[..., Path]
) -> None:
    text = shipped("codes", "outcomes.yaml")
    assert before in text
    found = problems(written(text.replace(before, after, 1)))
    assert any(message in words and line > 1 for line, words in found), found


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("zone: America/New_York", "zone: America/Springfield", "There is no time zone"),
        ("Pacific/Guam", "Pacific/Gum", "There is no time zone Pacific/Gum."),
        ('start: "08:00"', "start: 8:00", "Times are written as"),
        ('start: "08:00"', 'start: "22:00"', "Hours begin before they end."),
        ("act: block", "act: shout", "act must be one of"),
        ("claim_minutes: 15", "claim_minutes: 90", "A claim lasts 1 to 60 minutes."),
        ("    source: RCW 80.36.390; confirm with counsel\n", "", "names its source"),
        (
            "outbound_script: outreach-call",
            "outbound_script: nothing",
            "There is no script nothing",
        ),
        ("    script: main-line", "    script: nothing", "There is no script nothing"),
    ],
)
def test_a_slip_in_the_rules_is_found(
    before: str, after: str, message: str, written: Callable[..., Path]
) -> None:
    text = shipped("rules", "center.yaml")
    assert before in text
    found = problems(written(text.replace(before, after, 1)))
    assert any(message in words and line > 1 for line, words in found), found


def test_marketing_cannot_be_sent_under_another_name(written: Callable[..., Path]) -> None:
    text = shipped("playbooks", "flu-season.yaml")
    step = "    outreach_class: marketing\n    content: flu-shot-reminder-text\n"
    assert step in text
    slipped = written(text.replace(step, "    content: flu-shot-reminder-text\n"))
    ((_, message),) = problems(slipped)
    assert "is marketing, so the step must be too" in message


def test_files_may_refer_to_one_another_but_not_stand_twice(written: Callable[..., Path]) -> None:
    ask = "action: ask\n    script: two-questions"
    playbook = written(SCREENING.replace("action: ask", ask), "set/playbook.yaml")
    assert problems(playbook) != []
    written(SCRIPT, "set/script.yml")
    assert [found.ok for found in check_files([playbook.parent])] == [True, True]
    written(SCRIPT, "set/twice.yaml")
    *_, twice = check_files([playbook.parent])
    assert [problem.message for problem in twice.problems] == [
        "The script two-questions stands in script.yml too."
    ]


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"nowhere\.yaml"):
        check_files([tmp_path / "nowhere.yaml"])
