"""The scripts that ship: read aloud whole, walked to the end, neutral on a voicemail."""

import re

import pytest

from console.models.bodies import Script, Step
from console.rules import script
from console.rules.merge import FIELDS, merge
from console.rules.script import ANSWER
from tests.rules.desk import live, shipped
from tests.rules.journeys import NOW

SCRIPTS = sorted(shipped().scripts.values(), key=lambda one: one.key)
DISCLOSING = re.compile(r"\b(?:flu|shot|clinic|visit|baby|mom|nurse|doctor|symptom)", re.IGNORECASE)
NAMES = {name: f"<{name}>" for name in FIELDS}
# Where a person is asked for who has not been verified yet, or may not be the person at all.
NEUTRAL = {"who", "household", "published", "our-call", "sorry"}


def texts(step: Step) -> list[str]:
    return [step.say, step.required, step.question, step.note]


@pytest.mark.parametrize("one", SCRIPTS, ids=lambda one: one.key)
def test_nothing_is_read_raw_or_empty(one: Script) -> None:
    for text in (text for step in one.steps for text in (*texts(step), one.voicemail)):
        for merged in (merge(text, NAMES), merge(text, {})):
            assert not re.search(r"[{}]|\s[,.]|  ", merged), merged


@pytest.mark.parametrize("one", SCRIPTS, ids=lambda one: one.key)
def test_every_answer_of_every_step_leads_to_the_end(one: Script) -> None:
    """Any way through takes no more answers than the script has, since none here turns round."""
    assert one.steps
    steps = {step.id for step in one.steps}
    for step in one.steps:
        for option in step.options:
            assert (option.next or step.next) is None or (option.next or step.next) in steps
            draft = script.begin(live(), one, 1, NOW)
            draft = script.answer(draft, one, option.label, NOW)
            assert [entry.kind for entry in draft.path] == [ANSWER]


@pytest.mark.parametrize("one", SCRIPTS, ids=lambda one: one.key)
def test_the_usual_way_ends(one: Script) -> None:
    draft = script.begin(live(), one, 1, NOW)
    whole = script.progress(one, draft.path).of
    for done in range(whole):
        step = script.current(one, draft.path)
        assert step is not None
        assert script.progress(one, draft.path) == script.Progress(done + 1, whole)
        draft = script.read(draft, one, NOW)
        draft = script.answer(draft, one, step.options[0].label if step.options else "", NOW)
    assert script.current(one, draft.path) is None


@pytest.mark.parametrize("one", SCRIPTS, ids=lambda one: one.key)
def test_voicemails_and_what_others_hear_disclose_nothing(one: Script) -> None:
    assert "{{callback_number}}" in one.voicemail
    assert "{{organization}}" in one.voicemail
    assert not DISCLOSING.search(one.voicemail)
    for step in one.steps:
        if step.id in NEUTRAL:
            assert not DISCLOSING.search(step.say), step.id


def test_the_call_that_was_asked_for_has_its_six_steps_and_its_statement() -> None:
    one = shipped().scripts["flu-asked-to-be-called"]
    draft = script.begin(live(), one, 1, NOW)
    assert script.progress(one, draft.path) == script.Progress(1, 6)
    for value in ("Yes", "No"):
        draft = script.answer(draft, one, value, NOW)
    assert script.progress(one, draft.path) == script.Progress(3, 6)
    (unread,) = script.unread(one, draft.path)
    assert unread.required == (
        "If you have trouble breathing, chest pain or feel faint before then, call 911."
    )
    assert [option.label for option in unread.options] == [
        "9:20",
        "10:40",
        "Another day",
        "Not now",
    ]


@pytest.mark.parametrize("one", SCRIPTS, ids=lambda one: one.key)
def test_trouble_now_is_escalated_wherever_it_is_asked(one: Script) -> None:
    for step in one.steps:
        if "chest pain now" in step.question:
            yes = next(option for option in step.options if option.label == "Yes")
            assert (yes.effect, yes.proposes) == ("escalate", "clinical_escalation")
