"""The opening: four lines, why, sent, did and promised, each linked, each neutral when masked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.models.person_facts import Fact, OpenEntry
from console.models.terms import Direction, OpenKind
from console.models.views import OpeningLine
from console.rules.opening import Occasion, opening, wanted
from tests.rules.journeys import NOW, fact, open_entry, person, touchpoint_id

EMAIL = fact("email", -3, "flu-season-email", "email")
PAMPHLET = fact("pamphlet", -0.065, "flu-pamphlet", "pamphlet")
READ = fact("pamphlet.read", -0.06, "flu-pamphlet", "pamphlet")
CHECKER = fact("symptom_checker", -2, "flu-or-cold", "checker")
FINISHED = fact("symptom_checker.finished", -1.99, "flu-or-cold", "checker")
FORM = fact("form", -0.05, "flu-call-me", "form")
ASKED = open_entry(
    OpenKind.INQUIRY, -0.05, 0.0931, what="Can I be seen?", touchpoint=touchpoint_id("form")
)
TITLES = {
    touchpoint_id("email"): "Flu season email with clinic hours and the flu pamphlet",
    touchpoint_id("pamphlet"): "Flu pamphlet, digital",
    touchpoint_id("checker"): "Symptom checker: flu or cold",
}
OUTBOUND = Occasion(direction=Direction.OUTBOUND)
STORY = [EMAIL, PAMPHLET, READ, CHECKER, FINISHED, FORM]


def lines(
    facts: list[Fact] = STORY, *entries: OpenEntry, occasion: Occasion | None = None, **more: object
) -> dict[str, OpeningLine]:
    whom = person(facts, open=entries, **more)
    found = opening(whom, TITLES, NOW, zone="America/New_York", occasion=occasion)
    assert [line.kind for line in found] == ["why", "sent", "did", "promised"]
    return {line.kind: line for line in found}


def test_the_flu_story_is_told_in_four_lines() -> None:
    told = lines(STORY, ASKED, occasion=OUTBOUND)
    assert told["why"].text == "Asked on a form: Can I be seen?"
    assert told["sent"].text == "Flu season email with clinic hours and the flu pamphlet."
    assert told["did"].text == (
        "Symptom checker: flu or cold, finished; then Flu pamphlet, digital, read."
    )
    assert told["promised"].text == "An answer, due today by 12:00. This call keeps it."


def test_each_line_leads_to_its_touchpoint() -> None:
    told = lines(STORY, ASKED, occasion=OUTBOUND)
    assert {
        kind: (line.link_text, line.link_at, line.touchpoint) for kind, line in told.items()
    } == {
        "why": ("Web form", FORM.at, FORM.touchpoint),
        "sent": ("Email", EMAIL.at, EMAIL.touchpoint),
        "did": ("Pamphlet", READ.at, READ.touchpoint),
        "promised": ("Promise", ASKED.due_at, FORM.touchpoint),
    }


def test_only_the_titles_that_are_told_are_wanted() -> None:
    whom = person(STORY, open=(ASKED,))
    assert set(wanted(whom, NOW)) == set(TITLES)
    assert wanted(person(), NOW) == ()


@pytest.mark.parametrize(
    ("entries", "occasion", "text"),
    [
        ([], Occasion(), "Nothing is waiting for a call."),
        ([], Occasion(direction=Direction.INBOUND), "Called us. Nothing is waiting for an answer."),
        ([], Occasion(direction=Direction.OUTBOUND, worklist="Flu season"), "Worklist Flu season."),
        (
            [],
            Occasion(worklist="Flu season", attempt=2, attempts=3),
            "Worklist Flu season, attempt 2 of 3.",
        ),
        (
            [open_entry(OpenKind.CALLBACK, -1, 1, asked_for=True, what="About the visit")],
            Occasion(worklist="Flu season"),
            "Asked to be called back: About the visit.",
        ),
        ([open_entry(OpenKind.CALLBACK, -1, 1)], OUTBOUND, "We said that we call back."),
        (
            [open_entry(OpenKind.INQUIRY, -1, what="Is it open?")],
            Occasion(direction=Direction.INBOUND),
            "Called us. Open: Asked: Is it open?",
        ),
        (
            [
                open_entry(OpenKind.INQUIRY, -9, what="No due time"),
                open_entry(OpenKind.INQUIRY, -1, 2, what="Later"),
                open_entry(OpenKind.CALLBACK, -2, 1, what="Sooner", asked_for=True),
            ],
            OUTBOUND,
            "Asked to be called back: Sooner.",
        ),
        (
            [open_entry(OpenKind.PROMISE, -1, 1, what="x")],
            OUTBOUND,
            "Nothing is waiting for a call.",
        ),
    ],
)
def test_why_this_call(entries: list[OpenEntry], occasion: Occasion, text: str) -> None:
    assert lines([], *entries, occasion=occasion)["why"].text == text


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ([], "Nothing yet."),
        ([EMAIL], "Flu season email with clinic hours and the flu pamphlet."),
        ([EMAIL, fact("text", -1, "x", "other")], "Text."),
        (
            [EMAIL, fact("text", 1, "x", "queued")],
            "Flu season email with clinic hours and the flu pamphlet.",
        ),
        (
            [EMAIL, fact("text", -1, "x", "t"), fact("text.failed", -1, "x", "t")],
            "Flu season email with clinic hours and the flu pamphlet.",
        ),
        (
            [EMAIL, fact("email.bounced", -2.9, "", "email")],
            "Flu season email with clinic hours and the flu pamphlet. It did not arrive.",
        ),
        ([fact("email", -1, direction=Direction.INBOUND)], "Nothing yet."),
        ([fact("call", -1)], "Nothing yet."),
    ],
)
def test_what_we_sent_is_the_latest_that_left(facts: list[Fact], text: str) -> None:
    assert lines(facts)["sent"].text == text


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ([], "Nothing yet."),
        ([EMAIL], "No reply yet."),
        ([EMAIL, fact("email.delivered", -3, "", "email")], "No reply yet."),
        (
            [EMAIL, fact("email.opened", -2, "", "email"), fact("email.clicked", -1, "", "email")],
            "Flu season email with clinic hours and the flu pamphlet, link clicked.",
        ),
        ([fact("call", -1, direction=Direction.INBOUND)], "Call."),
        ([fact("appointment", -1, direction=Direction.INBOUND)], "Nothing yet."),
        ([fact("form.submitted", -1, name="unknown to us")], "Nothing yet."),
    ],
)
def test_what_they_did_is_the_latest_sign_of_each_touchpoint(facts: list[Fact], text: str) -> None:
    assert lines(facts)["did"].text == text


@pytest.mark.parametrize(
    ("entry", "occasion", "text"),
    [
        (None, OUTBOUND, "Nothing is open."),
        (
            open_entry(OpenKind.PROMISE, -1, 1, what="A nurse rings."),
            OUTBOUND,
            "A nurse rings, due tomorrow by 09:46.",
        ),
        (open_entry(OpenKind.PROMISE, -1), OUTBOUND, "A promise."),
        (
            open_entry(OpenKind.CALLBACK, -2, -1),
            Occasion(),
            "A call back, was due yesterday by 09:46.",
        ),
        (open_entry(OpenKind.COMPLAINT, -2, -1), OUTBOUND, "Nothing is open."),
    ],
)
def test_what_is_promised(entry: OpenEntry | None, occasion: Occasion, text: str) -> None:
    entries = [entry] if entry is not None else []
    assert lines([], *entries, occasion=occasion)["promised"].text == text


def test_times_are_said_in_the_persons_zone() -> None:
    entry = open_entry(OpenKind.PROMISE, -1, 0.5, what="A nurse rings")
    told = lines([], entry, zone="Pacific/Honolulu")["promised"].text
    assert told == "A nurse rings, due today by 16:46."


def test_masked_lines_hold_no_title_and_no_words_of_hers() -> None:
    promise = open_entry(OpenKind.PROMISE, -1, 0.05, what="Result of the secret test")
    told = lines(STORY, ASKED, promise, occasion=OUTBOUND)
    masked = " ".join(line.masked for line in told.values())
    assert masked == (
        "Asked on a form. 1 message, the last on Mon 16 Nov. "
        "Last heard from today. A promise, due today by 10:58."
    )


def test_a_title_that_is_hidden_gives_only_the_kind() -> None:
    whom = person(STORY, open=(ASKED,))
    told = {line.kind: line.text for line in opening(whom, {}, NOW, zone="America/New_York")}
    assert told["sent"] == "Email."
    assert told["did"] == "Symptom checker, finished; then Pamphlet, read."


@given(st.permutations(STORY))
def test_facts_that_come_late_or_doubled_tell_the_same(facts: list[Fact]) -> None:
    whom = person(open=(ASKED,), facts=facts)
    late = replace(whom, facts=(*facts, EMAIL))
    expected = opening(person(STORY, open=(ASKED,)), TITLES, NOW, zone="America/New_York")
    assert opening(late, TITLES, NOW, zone="America/New_York") == expected
