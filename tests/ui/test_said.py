"""What the rules say, in the language of the window: sentences, their places, days; no content."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from console.rules import authority, disposition, jump, permission, proposal, when
from console.settings import ENGLISH
from console.ui.language import Language
from console.ui.said import FORMS, WORDS, each, said

RULES = Path(permission.__file__).parent


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[Language]:
    language = Language()
    language.use("es")
    yield language
    language.use(ENGLISH)


@pytest.mark.parametrize(
    ("english", "said_so"),
    [
        ("Recorded as deceased.", "Consta como persona fallecida."),
        ("Asked us to stop calls, Fri 13 Nov.", "Pidió que detengamos llamadas, vie 13 nov."),
        ("Asked us to stop everything, today.", "Pidió que detengamos todo, hoy."),
        ("1 message, the last on Fri 13 Nov.", "1 mensaje, el último el vie 13 nov."),
        ("Last heard from on Mon 3 Mar 2025.", "Última señal el lun 3 mar 2025."),
        ("Asked by text: Can I come?", "Preguntó por mensaje de texto: Can I come?"),
        (
            "An answer, due today by 12:00. This call keeps it.",
            "Una respuesta, para hoy a las 12:00. Esta llamada lo cumple.",
        ),
        (
            "Outside calling hours there; they open tomorrow at 08:00.",
            "Allí está fuera del horario de llamadas; abre mañana a las 08:00.",
        ),
        ("No phone number on file.", "No hay teléfono registrado."),
        ("texts agreed", "aceptó mensajes de texto"),
        ("Flu season at our clinics.", "Flu season at our clinics."),
    ],
)
def test_a_sentence_of_a_rule_is_said_with_its_places(
    spanish: Language, english: str, said_so: str
) -> None:
    assert said(english) == said_so


def test_several_sentences_are_said_one_by_one(spanish: Language) -> None:
    assert each(("Not verified yet.", "A minor: no marketing.")) == (
        "Aún sin verificar. Menor de edad: sin promoción."
    )


def test_in_english_every_sentence_stays_as_the_rule_says_it(qapp: QApplication) -> None:
    Language().use(ENGLISH)
    assert said("Asked us to stop calls, Fri 13 Nov.") == "Asked us to stop calls, Fri 13 Nov."


def test_every_form_is_still_said_by_a_rule() -> None:
    """Piece by piece: a rule puts some of its sentences together."""
    source = "\n".join(file.read_text(encoding="utf-8") for file in RULES.glob("*.py"))
    source = re.sub(r"\{[^{}\n]*\}", "{}", source)
    for form in map(str, (*FORMS, *WORDS)):
        for piece in re.split(r"\{\d\}|, (?:was )?due|, the last|, attempt", form):
            bare = piece.strip(" .:,")
            assert bare in source, form


def test_whole_sentences_of_the_rules_that_a_rep_reads_have_a_form() -> None:
    forms = set(map(str, FORMS))
    for module in (permission, authority, disposition, proposal, when, jump):
        source = Path(module.__file__ or "").read_text(encoding="utf-8")
        code = re.sub(r'"""(.|\n)*?"""', "", source)
        whole = re.findall(r'(?<!f)"([A-Z“][^"{}\n]* [^"{}\n]*\.)"', code)
        assert whole
        assert [sentence for sentence in whole if sentence not in forms] == []
