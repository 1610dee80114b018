"""Stop words: alone as a whole message, as phrases only in notes."""

import pytest

from console.rules.stop_words import is_stop, phrase_in
from tests.rules.desk import shipped
from tests.rules.journeys import rules


@pytest.mark.parametrize(
    "message",
    ["STOP", " stop. ", "Quit", "end", "REVOKE", "opt out", "Opt-Out", "CANCEL", "unsubscribe!"],
)
def test_a_stop_word_alone_is_a_stop(message: str) -> None:
    assert is_stop(message)


@pytest.mark.parametrize(
    "message", ["Please stop by", "I quit smoking", "cancel my appointment", "the end", "", "?"]
)
def test_a_stop_word_among_others_is_none(message: str) -> None:
    assert not is_stop(message)


@pytest.mark.parametrize(
    "notes",
    [
        "Wants us to STOP CALLING her.",
        "Said: don’t call again",
        "asked to be taken care of; take me off the list, please",
        "Do not contact after 5",
        "unsubscribe me",
    ],
)
def test_a_phrase_in_notes_is_found(notes: str) -> None:
    assert phrase_in(notes, rules()) is not None


@pytest.mark.parametrize(
    "notes",
    [
        "Wants to quit smoking.",
        "Asked to cancel my appointment on Friday.",
        "Stopped calling in sick; end of the week.",
        "Asked us not to stop calling.",
        "Bus stop, calling from there.",
        "",
    ],
)
def test_single_words_and_the_contrary_are_none(notes: str) -> None:
    assert phrase_in(notes, rules()) is None
    assert phrase_in(notes, shipped().rules) is None


def test_a_center_adds_phrases_of_its_own_but_no_single_word() -> None:
    own = rules(stop_phrases=("basta con las llamadas", "stop"))
    assert phrase_in("Basta con las llamadas.", own) == "basta con las llamadas"
    assert phrase_in("Will stop by on Friday.", own) is None
