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


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("Jürgen Müller", (("jurgen", "juergen"), ("muller", "mueller"))),
        ("Mu\u0308ller", (("muller", "mueller"),)),
        ("Bjørn Åse", (("bjorn", "bjoern"), ("ase", "aase"))),
        ("Володимир", (("volodimir", "volodymyr"),)),
        ("Πούτιν", (("poytin", "poutin"),)),
        ("José", (("jose",),)),
        ("", ()),
    ],
)
def test_words_that_are_written_in_two_ways(
    name: str, spellings: tuple[tuple[str, ...], ...]
) -> None:
    assert names.spellings(name) == spellings


@given(st.text(max_size=40))
def test_the_first_spelling_is_the_plain_one(text: str) -> None:
    assert tuple(both[0] for both in names.spellings(text)) == names.words(text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Meulen, Ludwig van der", "Ludwig van der Meulen"),
        ("WHITFIELD, DENISE", "DENISE WHITFIELD"),
        ("Ann Lee, MD", "Ann Lee, MD"),
        ("Ann Lee,", "Ann Lee,"),
        (", Ann", ", Ann"),
        ("Cher", "Cher"),
    ],
)
def test_a_name_is_turned_into_the_order_it_is_said_in(name: str, said: str) -> None:
    assert names.turned(name) == said


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("DENISE WHITFIELD", "Denise Whitfield"),
        ("LUDWIG VAN DER MEULEN", "Ludwig van der Meulen"),
        ("MCDONALD, ANN-MARIE", "McDonald, Ann-Marie"),
        ("SEAN O'BRIEN JR.", "Sean O'Brien Jr."),
        ("D’ANGELO SMITH III", "D’Angelo Smith III"),
        ("VAN MORRISON", "Van Morrison"),
        ("NGUYEN VAN MINH", "Nguyen Van Minh"),
        ("ANA DE LA CRUZ", "Ana de la Cruz"),
        ("EUSEBIO566 GOLDNER995", "Eusebio566 Goldner995"),
        ("ВЛАДИМИР ПУТИН", "Владимир Путин"),
        ("ΚΥΡΙΆΚΟΣ ΜΗΤΣΟΤΆΚΗΣ", "Κυριάκος Μητσοτάκης"),
        ("Denise WHITFIELD", "Denise WHITFIELD"),
        ("denise whitfield", "denise whitfield"),
        ("J. R.", "J. R."),
        ("李明", "李明"),
        ("", ""),
    ],
)
def test_capitals_are_shown_as_a_person_writes_them(name: str, shown: str) -> None:
    assert names.display(name) == shown


@given(st.text(max_size=40))
def test_what_is_shown_is_the_same_name(text: str) -> None:
    assert names.words(names.display(text)) == names.words(text)


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
        ("Whitfield, Denise", "D. W.", "Denise W."),
        ("MEULEN, LUDWIG VAN DER", "L. M.", "LUDWIG M."),
    ],
)
def test_shortened(name: str, initials: str, short: str) -> None:
    assert (names.initials(name), names.short(name)) == (initials, short)


@pytest.mark.parametrize(
    ("name", "given_names", "family"),
    [
        ("Denise Whitfield", "Denise", "Whitfield"),
        ("Mary  Ann Lee Jr.", "Mary Ann", "Lee Jr."),
        ("Cher", "", "Cher"),
        ("", "", ""),
        ("Anna van der Berg", "Anna", "van der Berg"),
        ("ANNA VAN DER BERG", "ANNA", "VAN DER BERG"),
        ("Juan de la Cruz", "Juan", "de la Cruz"),
        ("juan de la cruz", "juan", "de la cruz"),
        ("Vincent van Gogh", "Vincent", "van Gogh"),
        ("Huda Al-Sayed", "Huda", "Al-Sayed"),
        ("Huda al Sayed", "Huda", "al Sayed"),
        ("Ben Al Green", "Ben Al", "Green"),
        ("Anh Van Nguyen", "Anh Van", "Nguyen"),
        ("Del Rey", "Del", "Rey"),
        ("de la Cruz", "", "de la Cruz"),
        ("José Ortega y Gasset", "José", "Ortega y Gasset"),
        ("Ann Y Smith", "Ann Y", "Smith"),
        ("García Márquez, Gabriel", "Gabriel", "García Márquez"),
        ("Berg, Anna van der", "Anna", "van der Berg"),
        ("Ann Lee, MD", "Ann", "Lee, MD"),
    ],
)
def test_a_name_is_split_before_the_particles_of_the_family_name(
    name: str, given_names: str, family: str
) -> None:
    assert names.split(name) == (given_names, family)


def test_a_family_name_that_is_known_is_kept_whole() -> None:
    known = "García Márquez"
    assert names.split("Gabo garcía márquez", known) == ("Gabo", "garcía márquez")
    assert names.split("García Márquez", known) == ("García", "Márquez")
    assert names.split("Gabriel Stone", known) == ("Gabriel", "Stone")


@given(st.lists(st.sampled_from(["Anna", "Lee", "de", "la", "VAN", "y", "Jr.", "Berg,"])))
def test_split_loses_no_word_of_a_name(parts: list[str]) -> None:
    halves = " ".join(names.split(" ".join(parts))).split()
    assert sorted(half.strip(",") for half in halves) == sorted(part.strip(",") for part in parts)
