"""What the rules say, in the language of the window: sentences, their places, days; no content."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from console.models.terms import OpenKind, Stage
from console.rules import permission
from console.settings import ENGLISH
from console.ui.language import Language
from console.ui.person.alerts import second_line
from console.ui.said import FORMS, WORDS, advised, each, said
from tests import words
from tests.ui.test_person_pane import VIEW

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


def test_consequences_and_reasons_are_said_with_what_stands_in_them(spanish: Language) -> None:
    told = (
        "Logging moves Flu season from Acceptance to Acquisition and closes the inquiry of 08:14."
    )
    assert said(told) == (
        "Al registrar: pasa Flu season de Aceptación a Captación y cierra la consulta de 08:14."
    )
    assert said("is not JSON (Expecting value, character 7)") == (
        "no es JSON (Expecting value, carácter 7)"
    )
    assert said("The disk is full or failing. Nothing was changed; free some space. Ask us.") == (
        "El disco está lleno o falla. No se cambió nada; libere espacio. Ask us."
    )


@pytest.mark.parametrize(
    ("english", "said_so"),
    [
        ("Offer a visit at the flu clinic", "Ofrecer una cita en la clínica de gripe"),
        ("asked on Fri 13 Nov to be called", "pidió el vie 13 nov que se le llame"),
        (
            "baby is seven months old; no visit ahead",
            "el bebé tiene siete meses; sin cita próxima",
        ),
        ("texts agreed", "aceptó mensajes de texto"),
        ("Offer a seat at the spring table", "Offer a seat at the spring table"),
    ],
)
def test_the_advice_of_a_shipped_playbook_is_said_a_centers_own_stays(
    spanish: Language, english: str, said_so: str
) -> None:
    assert advised(english) == said_so


def test_what_a_person_wrote_is_not_taken_for_advice(spanish: Language) -> None:
    assert said("Asked by text: visit tomorrow") == "Preguntó por mensaje de texto: visit tomorrow"


@pytest.mark.parametrize(
    ("written", "shown"),
    [("Mornings", "las mañanas"), ("text", "mensajes de texto"), ("at dawn", "at dawn")],
)
def test_a_usual_preference_is_said_another_stays(
    spanish: Language, written: str, shown: str
) -> None:
    line = second_line(replace(VIEW, prefers=written), "09:46", short=False)
    assert line.endswith(f"prefiere {shown}")


def test_every_form_is_still_said_by_a_rule() -> None:
    """Piece by piece: a rule puts these sentences together."""
    files = [*RULES.glob("*.py"), *(RULES.parent / "services").rglob("*.py")]
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    source = re.sub(r"\{[^{}\n]*\}", "{}", source)
    terms = {stage.value.capitalize() for stage in Stage} | {
        kind.value.replace("_", " ") for kind in OpenKind
    }
    for form in set(map(str, (*FORMS, *WORDS))) - terms:
        for piece in re.split(r"\{\d\}|, (?:was )?due|, the last|, attempt", form):
            bare = piece.strip(" .:,").removeprefix("closes ").removeprefix("keeps ")
            bare = bare.removeprefix("the promise ").removesuffix(" of").removesuffix(" due")
            assert bare in source, form


def test_what_rules_and_services_say_is_found_where_it_stands() -> None:
    """In a constant, in pieces with places, as a clause of an import, as a label of a code."""
    found = {text.source for text in words.find().texts if text.context == words.SAID}
    assert found >= {
        "Add a time, such as “tue 9:30”.",
        "The clocks go forward over {0} on that day.",
        "The server's certificate has run out by this computer's clock, which says {0}. "
        "If that is wrong, set the clock; else tell your administrator.",
        "has {0} cells, and the header {1}",
        "Birth date that cannot be read",
        "Voicemail left",
        "Distrust",
    }
