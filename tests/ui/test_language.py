"""The window's languages: every text has its words, with the same places and keys in them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.errors import BadInput
from console.settings import ENGLISH, LANGUAGES, Settings, from_environment
from console.ui import text, typed
from console.ui.correct import wording
from console.ui.curtain import Asks
from console.ui.language import NAMES, Language, chosen, file_of, following, read, remember
from console.ui.theme.theme import Mode, Theme
from console.ui.window import Window
from tests import words

OTHERS = [code for code in LANGUAGES if code != ENGLISH]
PLACES = re.compile(r"\{\w*\}|%L?n|%\d")
KEYS = re.compile(
    r"\b(?:F\d+|Esc|Del|Delete(?! it)|Shift|PgDn|Alt [A-Z\d]|Ctrl [A-Z\d])\b|--\w+|\b\d+\b"
)
EASTERN = "America/New_York"
NOW = datetime(2026, 11, 19, 14, 46, tzinfo=UTC)  # Thursday, 09:46 in the east


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[Language]:
    language = Language()
    language.use("es")
    yield language
    language.use(ENGLISH)


def test_every_text_of_the_window_can_be_read_from_its_source() -> None:
    """A text put together at run time would never be translated."""
    files = {place.partition(":")[0] for place in words.find().unread}
    # These show texts that are marked elsewhere: words of keys and of rules, published reasons.
    marked = {"console/ui/key_map.py", "console/ui/said.py", "console/ui/day/breaks.py"}
    assert files == marked


@pytest.mark.parametrize("code", OTHERS)
def test_the_translations_are_of_the_texts_that_are_asked_for(code: str) -> None:
    """`./dev words` brings the files up to date, then the new ones want their words."""
    known = words.read(file_of(code))
    asked = words.find().texts
    assert set(known) - set(asked) == set()
    assert [asked[one] for one in asked if not all(known.get(one) or ("",))] == []


@pytest.mark.parametrize("code", OTHERS)
def test_words_have_the_same_places_and_keys_as_the_source(code: str) -> None:
    for one, forms in words.read(file_of(code)).items():
        for form in forms:
            for pattern in (PLACES, KEYS):
                assert sorted(pattern.findall(form)) == sorted(pattern.findall(one.source)), form
            assert len(forms) == 1 + one.plural, form
            assert (form[:1].isspace(), form[-1:].isspace()) == (
                one.source[:1].isspace(),
                one.source[-1:].isspace(),
            )


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_has_a_mnemonic_that_a_key_of_the_map_would_collide_with(code: str) -> None:
    for one, forms in words.read(file_of(code)).items():
        assert not any("&" in form for form in (one.source, *forms))


def test_a_file_is_read_as_it_is_written() -> None:
    """Two readers of one format: the tool's and the window's."""
    for code in OTHERS:
        tools = {(t.context, t.source, t.comment): f for t, f in words.read(file_of(code)).items()}
        assert read(file_of(code)) == tools


def test_days_times_and_numbers_are_said_in_spanish(spanish: Language) -> None:
    assert text.moment(NOW, EASTERN, NOW) == "hoy 09:46"
    assert text.moment(NOW + timedelta(days=5, hours=8), EASTERN, NOW) == "mar 24 nov, 17:46"
    assert text.day(NOW - timedelta(days=303), EASTERN, NOW) == "mar 20 ene"
    assert text.day_heading(NOW - timedelta(days=1), EASTERN, NOW) == "Ayer, mié 18 nov"
    assert text.number(12300) == "12,300"
    assert text.sentence_list(["nombre", "fecha"]) == "nombre y fecha"


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("9/6/74", "6/9/74"),
        ("9-6-1974", "6-9-1974"),
        ("9674", "1974-06-09"),
        ("090674", "06/09/74"),
        ("09061974", "06/09/1974"),
        ("19740609", "19740609"),
        ("11174", "11174"),
        ("9 jun 1974", "9 jun 1974"),
    ],
)
def test_dates_are_typed_as_the_language_has_them(spanish: Language, said: str, given: str) -> None:
    assert typed.birth_date(said) == given
    spanish.use(ENGLISH)
    assert typed.dates(said) == said


def test_a_date_among_other_words_is_turned_round_too(spanish: Language) -> None:
    assert typed.dates("ruiz 9/6/1974 937-555-0142") == "ruiz 6/9/1974 937-555-0142"
    assert wording.birth_date("1974-01-09") == "9 ene 1974"


@pytest.mark.parametrize(
    ("days", "said"), [(1, "1 día de atraso"), (2, "2 días de atraso"), (21, "21 días de atraso")]
)
def test_plurals_have_the_form_of_their_number(spanish: Language, days: int, said: str) -> None:
    assert text.late(NOW - timedelta(days=days), NOW) == said


def test_a_plural_of_one_has_its_own_form(spanish: Language) -> None:
    said = [QCoreApplication.translate("GuidePane", "Step {0} of {1}"),
            QCoreApplication.translate("StopFlow", "%n queued messages", "", 1),
            QCoreApplication.translate("StopFlow", "%n queued messages", "", 0)]  # fmt: skip
    assert said == ["Paso {0} de {1}", "1 mensaje en cola", "0 mensajes en cola"]


def test_a_widget_of_a_subclass_finds_the_words_of_its_base(spanish: Language) -> None:
    class KeyList(QWidget):
        pass

    class Own(KeyList):
        pass

    assert Own().tr("Keys") == "Teclas"


def test_qts_own_menus_speak_it_too_and_fall_silent_again(qapp: QApplication) -> None:
    language = Language()
    language.use("es")
    assert QCoreApplication.translate("QLineEdit", "&Undo") == "&Deshacer"
    assert QLocale().language() is QLocale.Language.Spanish
    language.use(ENGLISH)
    assert QCoreApplication.translate("QLineEdit", "&Undo") == "&Undo"
    assert QLocale().language() is QLocale.Language.English


def test_each_language_is_offered_by_its_own_name_after_the_one_before() -> None:
    assert set(NAMES) == set(LANGUAGES)
    assert [following(code) for code in LANGUAGES] == [*LANGUAGES[1:], LANGUAGES[0]]


def test_the_choice_at_the_desk_goes_before_the_setting_and_the_setting_before_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def here(language: str | None) -> Settings:
        return Settings(profile=tmp_path, database="sqlite://", language=language)

    monkeypatch.setattr(QLocale, "system", lambda: QLocale("es_MX"))
    assert chosen(here(None)) == "es"
    assert chosen(here("en")) == "en"
    remember(here(None), "es")
    assert chosen(here("en")) == "es"
    here(None).language_file.write_text("tlh")
    assert chosen(here("en")) == "en"
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    assert chosen(here(None)) == ENGLISH


def test_a_language_is_given_as_systems_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENGAGEMENT_LANGUAGE", "es_US.UTF-8")
    assert from_environment().language == "es"
    monkeypatch.setenv("ENGAGEMENT_LANGUAGE", "klingon")
    with pytest.raises(BadInput, match="Write en or es"):
        from_environment()


def test_the_curtain_offers_the_other_language_to_who_signs_in_and_to_nobody_else(
    qapp: QApplication, qtbot: QtBot
) -> None:
    """Behind a locked curtain there may be a call."""
    window = Window(Theme(mode=Mode.LIGHT))
    qtbot.addWidget(window)
    window.offer_language("Español")
    window.show()
    window.cover()
    window.curtain.ask_sign_in("alice", "db", with_password=True, way_back=False)
    with qtbot.wait_signal(window.language_requested):
        window.curtain.language.click()
    qtbot.waitActive(window)
    with qtbot.wait_signal(window.language_requested):
        QTest.keyClick(window.windowHandle(), *chord("Ctrl+Shift+L"))
    window.curtain.lock(Asks.LOCK, "Alice", "09:30", on_call=True)
    assert window.curtain.language.isHidden()
    with qtbot.assert_not_emitted(window.language_requested):
        QTest.keyClick(window.windowHandle(), *chord("Ctrl+Shift+L"))


def chord(keys: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # stubs
    return combination.key(), combination.keyboardModifiers()
