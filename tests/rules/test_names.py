"""Names folded into words, and shortened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.rules import names


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Denise Whitfield", ("denise", "whitfield")),
        ("Nuñez-García, José", ("nunez", "garcia", "jose")),
        ("Jose\u0301", ("jose",)),
        ("O'Shaughnessy", ("oshaughnessy",)),
        ("D’Angelo", ("dangelo",)),
        ("Łukasz Großmann", ("lukasz", "grossmann")),
        ("Владимир", ("vladimir",)),
        ("Van\u00adessa", ("vanessa",)),
        ("Goldner995", ("goldner995",)),
        ("", ()),
        ("--", ()),
    ],
)
def test_words_are_folded(name: str, words: tuple[str, ...]) -> None:
    assert names.words(name) == words


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = names.words(text)
    assert names.words(" ".join(once)) == once


@pytest.mark.parametrize(
    ("name", "initials", "short"),
    [
        ("Tuyet Mai Jankowski", "T. J.", "Tuyet J."),
        ("Denise Whitfield", "D. W.", "Denise W."),
        ("Mrs. Ann Lee Jr.", "A. L.", "Ann L."),
        ("Cher", "C.", "Cher"),
        ("Élodie Ångström", "É. Å.", "Élodie Å."),
        ("", "", ""),
        ("Dr.", "D.", "Dr"),
    ],
)
def test_shortened(name: str, initials: str, short: str) -> None:
    assert (names.initials(name), names.short(name)) == (initials, short)
