"""Scripts: which one, and the walk: forward, back, held back by a statement, round in a loop."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.bodies import Option, Script, ScriptChoice, Step
from console.models.draft import Draft, DraftStep
from console.models.terms import Direction, Stage
from console.rules.script import (
    Chosen,
    Progress,
    answer,
    back,
    begin,
    choose_script,
    chosen,
    current,
    missed,
    option,
    progress,
    proposes,
    read,
    trail,
    unmark,
    unread,
)
from tests.rules.desk import live, shipped
from tests.rules.journeys import NOW, enrollment, fact, library, person, rules, walking, when

STATEMENT = "Call 911."
WALK = Script(
    key="walk",
    title="Walk",
    steps=(
        Step(id="greet", say="Hello.", next="ask"),
        Step(
            id="ask",
            question="Coming?",
            options=(
                Option(label="Yes", next="safety", proposes="appointment_booked"),
                Option(label="No", next="end"),
                Option(label="Again", next="greet"),
            ),
        ),
        Step(
            id="safety",
            required=STATEMENT,
            question="Which day?",
            options=(Option(label="Mon"), Option(label="Tue")),
            next="end",
        ),
        Step(id="end", say="Goodbye."),
    ),
)


def go(*values: str, draft: Draft | None = None) -> Draft:
    """The call after these answers; "!" reads the statement."""
    draft = begin(draft or live(), WALK, 3, NOW)
    for value in values:
        draft = read(draft, WALK, NOW) if value == "!" else answer(draft, WALK, value, NOW)
    return draft


@pytest.mark.parametrize(
    ("values", "at"),
    [
        ((), "greet"),
        (("",), "ask"),
        (("", "Yes"), "safety"),
        (("", "No"), "end"),
        (("", "Again"), "greet"),
        (("", "Yes", "Mon"), "safety"),
        (("", "Yes", "Mon", "!"), "end"),
        (("", "Yes", "!", "Tue"), "end"),
        (("", "No", ""), None),
        (("", "No", "", "too far"), None),
    ],
)
def test_answers_lead_on(values: tuple[str, ...], at: str | None) -> None:
    draft = go(*values)
    step = current(WALK, draft.path)
    assert (step.id if step else None) == at
    assert draft.step == at


def test_an_unread_statement_holds_the_answer_back_and_reading_lets_it_go_on() -> None:
    draft = go("", "Yes", "Mon")
    assert chosen(WALK, draft.path) == "Mon"
    assert [step.id for step in unread(WALK, draft.path)] == ["safety"]
    draft = answer(draft, WALK, "Tue", NOW)
    assert chosen(WALK, draft.path) == "Tue"
    draft = read(draft, WALK, NOW)
    assert chosen(WALK, draft.path) is None
    assert [entry.value for entry in trail(WALK, draft.path)] == ["Yes", "Tue"]
    assert not unread(WALK, draft.path)


def test_a_statement_of_a_step_not_reached_is_not_asked_for() -> None:
    assert not unread(WALK, go("", "No").path)


def test_a_statement_missed_needs_a_reason_and_stays_on_record() -> None:
    draft = go("", "Yes")
    assert missed(draft, WALK, "  ", NOW) == draft
    draft = missed(draft, WALK, "Hung up", NOW)
    assert not unread(WALK, draft.path)
    (entry,) = (entry for entry in draft.path if entry.kind == "missed")
    assert (entry.step, entry.question, entry.reason) == ("safety", STATEMENT, "Hung up")


def test_reading_counts_only_where_something_is_to_be_read() -> None:
    draft = go()
    assert read(draft, WALK, NOW) == draft


def test_back_takes_the_answer_away_and_what_was_read_stays_read() -> None:
    draft = back(go("", "Yes", "!", "Mon"), WALK)
    assert draft.step == "safety"
    assert not unread(WALK, draft.path)
    draft = back(draft, WALK)
    assert draft.step == "ask"
    assert trail(WALK, draft.path) == ()
    assert back(back(draft, WALK), WALK).step == "greet"


def test_back_drops_an_answer_that_is_held_back() -> None:
    draft = back(go("", "Yes", "Mon"), WALK)
    assert draft.step == "ask"
    assert chosen(WALK, answer(draft, WALK, "Yes", NOW).path) is None


def test_a_loop_goes_round_as_often_as_it_is_answered() -> None:
    draft = go(*["", "Again"] * 50)
    assert draft.step == "greet"
    assert len(trail(WALK, draft.path)) == 50
    assert progress(WALK, draft.path) == Progress(101, 104)


def test_steps_that_run_in_a_circle_by_themselves_cannot_hang() -> None:
    circle = Script(
        key="circle", title="Circle", steps=(Step(id="a", next="b"), Step(id="b", next="a"))
    )
    assert progress(circle, ()) == Progress(1, 2)
    draft = begin(live(), circle, 1, NOW)
    for _ in range(5):
        draft = answer(draft, circle, "", NOW)
    assert draft.step == "b"


def test_a_step_that_is_not_there_ends_the_script() -> None:
    broken = Script(key="broken", title="Broken", steps=(Step(id="a", next="lost"),))
    draft = answer(begin(live(), broken, 1, NOW), broken, "", NOW)
    assert (draft.step, progress(broken, draft.path)) == (None, Progress(1, 1))


def test_progress_counts_along_the_usual_way() -> None:
    assert progress(WALK, go().path) == Progress(1, 4)
    assert progress(WALK, go("", "Yes").path) == Progress(3, 4)
    assert progress(WALK, go("", "No").path) == Progress(3, 3)
    assert progress(WALK, go("", "No", "").path) == Progress(3, 3)


def test_the_latest_telling_answer_proposes() -> None:
    assert proposes(WALK, go("").path) is None
    assert proposes(WALK, go("", "Yes", "Mon").path) == ("appointment_booked", "Yes")


VALUES = st.lists(st.sampled_from(["", "Yes", "No", "Again", "Mon", "Tue", "nonsense", "!", "<"]))


@given(VALUES)
def test_the_path_alone_tells_where_the_call_is(values: list[str]) -> None:
    draft = begin(live(), WALK, 3, NOW)
    for value in values:
        if value == "<":
            draft = back(draft, WALK)
        elif value == "!":
            draft = read(draft, WALK, NOW)
        else:
            draft = answer(draft, WALK, value, NOW)
        step = current(WALK, draft.path)
        assert draft.step == (step.id if step else None)
        at = progress(WALK, draft.path)
        assert 1 <= at.step <= at.of
        # Nobody gets past the statement without reading it.
        passed = {entry.step for entry in trail(WALK, draft.path)}
        assert "safety" not in passed or any(entry.kind == "read" for entry in draft.path)


@given(st.lists(st.builds(DraftStep, step=st.text(), kind=st.text(), at=st.just(NOW))))
def test_a_path_of_another_release_is_survived(path: list[DraftStep]) -> None:
    assert current(WALK, path) is not None or len(path) >= 3


def test_another_script_begins_anew_and_keeps_what_was_answered() -> None:
    first = go("", "Yes")
    other = replace(WALK, key="other", title="Other")
    second = begin(first, other, 5, NOW, WALK)
    assert (second.script, second.script_version, second.step) == ("other", 5, "greet")
    assert trail(other, second.path) == ()
    kinds = [entry.kind for entry in second.path]
    assert kinds == ["answer", "answer", "missed", "script"]
    assert answer(second, other, "", NOW).step == "ask"


def test_options_are_found_by_their_label() -> None:
    (_, ask, *_) = WALK.steps
    assert option(ask, "No") == Option(label="No", next="end")
    assert option(ask, "Perhaps") is None


# Choosing


SCRIPTS = {key: replace(WALK, key=key) for key in ("main", "flu", "out", "asked", "booked")}
JOURNEY = walking(
    scripts=(
        ScriptChoice(script="retired"),
        ScriptChoice(script="booked", stages=(Stage.ACQUISITION,), direction=Direction.OUTBOUND),
        ScriptChoice(script="asked", when=when("form", within_days=14)),
    )
)
LIBRARY = replace(
    library(JOURNEY, rules=rules(outbound_script="out")),
    scripts=SCRIPTS,
)
FORM, BOOKED = fact("form", -8, "walk-call-me"), fact("appointment.booked", -6, "walking")
IN, OUT = Direction.INBOUND, Direction.OUTBOUND


def test_the_first_choice_of_the_journey_that_fits() -> None:
    asked = person([FORM])
    assert choose_script(asked, LIBRARY, OUT, NOW) == Chosen("asked", "walking", Stage.ACCEPTANCE)
    booked = person([FORM, BOOKED])
    assert choose_script(booked, LIBRARY, OUT, NOW) == Chosen(
        "booked", "walking", Stage.ACQUISITION
    )
    assert choose_script(booked, LIBRARY, IN, NOW) == Chosen("asked", "walking", Stage.ACQUISITION)


def test_where_nothing_fits_the_default_is_for_the_direction() -> None:
    only_enrolled = person()
    assert choose_script(only_enrolled, LIBRARY, OUT, NOW) == Chosen(
        "out", "walking", Stage.AWARENESS
    )
    assert choose_script(None, LIBRARY, OUT, NOW) == Chosen("out")
    assert choose_script(None, LIBRARY, IN, NOW, line="main") == Chosen("main")
    assert choose_script(person(enrollments=()), LIBRARY, IN, NOW, line="nobody's") == Chosen(
        "main"
    )


def test_of_two_journeys_the_one_where_something_moved_last_or_the_one_asked_for() -> None:
    other = replace(JOURNEY, key="other", scripts=(ScriptChoice(script="flu"),))
    both = replace(LIBRARY, playbooks={"other": other, "walking": JOURNEY})
    facts = person([FORM, BOOKED], enrollments=(enrollment(-10), enrollment(-2, "other")))
    lately = choose_script(facts, both, OUT, NOW)
    assert lately is not None
    assert lately.journey == "other"
    assert choose_script(facts, both, OUT, NOW, journey="walking") == Chosen(
        "booked", "walking", Stage.ACQUISITION
    )


def test_without_any_script_there_is_none() -> None:
    assert choose_script(None, replace(LIBRARY, scripts={}), OUT, NOW) is None


def test_whoever_asked_about_the_flu_gets_that_script() -> None:
    facts = person([fact("form", -0.1, "flu-call-me")], enrollments=(enrollment(-3, "flu-season"),))
    found = choose_script(facts, shipped(), OUT, NOW)
    assert found == Chosen("flu-asked-to-be-called", "flu-season", Stage.ACCEPTANCE)


def test_a_mark_set_by_mistake_is_taken_back() -> None:
    at_statement = go("", "Yes")
    read_once = read(at_statement, WALK, NOW)
    assert not unread(WALK, read_once.path)
    again = unmark(read_once, WALK)
    assert [step.id for step in unread(WALK, again.path)] == ["safety"]
    assert unmark(again, WALK) == again
