"""The lookup pane: finding by keyboard, and whose names are on the screen during a call."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.models.ids import FactId, Login, PersonId
from console.models.terms import Direction
from console.models.views import CallbackView, ClaimView, Found, Match
from console.ui.lookup import LinePerson, LookupCall, LookupPane, Speaker, Waiting
from console.ui.lookup.matches import match_row
from console.ui.lookup.new_person import NewPersonForm
from console.ui.lookup.waiting import SHOWN
from console.ui.theme.theme import Layout, Mode, Theme
from console.ui.widgets import Option

NOW = datetime(2026, 11, 19, 14, 53, tzinfo=UTC)
EASTERN = "America/New_York"
TERESA, HAROLD = PersonId(uuid4()), PersonId(uuid4())


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> LookupPane:
    pane = LookupPane(theme)
    qtbot.addWidget(pane)
    pane.resize(304, 700)
    pane.show()
    return pane


def match(name: str, person: PersonId, matched: tuple[str, ...] = ("name",)) -> Match:
    return Match(
        person=person, name=name, initials="", birth_date=None, age=52, place="Dayton, OH",
        mrn=None, phones=("+19375550142",), emails=(), matched=matched, score=1.0,
    )  # fmt: skip


def found(query: str, *results: Match) -> Found:
    return Found(query=query, results=results, more=False, elapsed_ms=1.0)


BOTH = (match("Harold Jankowski", HAROLD), match("Teresa Jankowski", TERESA))


def test_capitals_are_shown_as_a_person_writes_them() -> None:
    shouted = match("HAROLD MCDONALD", HAROLD)
    assert match_row(shouted, masked=False).title == "Harold McDonald"
    assert match_row(shouted, masked=True).title == "H. M."


def person(who: PersonId, name: str, **changes: object) -> LinePerson:
    values = {"person": who, "name": name, "age": 52, "place": "Dayton, OH", **changes}
    return LinePerson(**values)  # type: ignore[arg-type]


def incoming(*people: LinePerson, live: bool = True) -> LookupCall:
    return LookupCall(direction=Direction.INBOUND, live=live, number="+19375550142", people=people)


def callback(name: str, minutes_ago: int) -> CallbackView:
    return CallbackView(
        id=FactId(uuid4()), person=PersonId(uuid4()), name=name, phone=None,
        due_at=NOW.replace(minute=53 - minutes_ago), zone=EASTERN, asked_for=True, note="",
        owner=Login("jm"),
    )  # fmt: skip


def waiting(*callbacks: CallbackView) -> Waiting:
    return Waiting(callbacks=callbacks, inquiries=4, now=NOW, zone=EASTERN, login=Login("jm"))


def claim(due: CallbackView, holder: str) -> ClaimView:
    return ClaimView(target=due.id, holder=Login(holder), token=1, until=NOW)


def on_screen(pane: LookupPane) -> str:
    """Every word that can be read now."""
    labels = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    for rows in (pane.results.list, pane.people.list, pane.waiting.list):
        if rows.isVisible():
            labels += [f"{row.title} {row.line} {row.note} {row.side}" for row in rows.rows()]
    return "\n".join(labels)


def test_enter_picks_the_first_of_the_people_found(qtbot: QtBot, pane: LookupPane) -> None:
    qtbot.keyClicks(pane.search, "jank")
    pane.show_found(found("jank", *BOTH))
    with qtbot.waitSignal(pane.match_picked) as picked:
        qtbot.keyClick(pane.search, Qt.Key.Key_Return)
    assert picked.args == [HAROLD]


def test_down_goes_into_the_list_and_up_comes_back(qtbot: QtBot, pane: LookupPane) -> None:
    pane.activateWindow()
    qtbot.keyClicks(pane.search, "jank")
    pane.show_found(found("jank", *BOTH))
    qtbot.keyClick(pane.search, Qt.Key.Key_Down)
    assert pane.results.list.current_key() == TERESA
    with qtbot.waitSignal(pane.match_picked) as picked:
        qtbot.keyClick(pane.results.list, Qt.Key.Key_Return)
    assert picked.args == [TERESA]
    qtbot.keyClick(pane.results.list, Qt.Key.Key_Up)
    qtbot.keyClick(pane.results.list, Qt.Key.Key_Up)
    qtbot.waitUntil(pane.search.hasFocus)


def test_an_answer_to_an_older_query_is_dropped(qtbot: QtBot, pane: LookupPane) -> None:
    qtbot.keyClicks(pane.search, "jankowski")
    pane.show_found(found("jan", *BOTH))
    assert pane.results.list.rows() == ()


def test_enter_picks_nobody_found_for_other_words(qtbot: QtBot, pane: LookupPane) -> None:
    qtbot.keyClicks(pane.search, "jank")
    pane.show_found(found("jank", *BOTH))
    qtbot.keyClicks(pane.search, "o")
    with qtbot.assertNotEmitted(pane.match_picked):
        qtbot.keyClick(pane.search, Qt.Key.Key_Return)


def test_the_query_is_told_trimmed(qtbot: QtBot, pane: LookupPane) -> None:
    with qtbot.waitSignal(pane.query_changed) as changed:
        pane.search.setText("  ana ")
    assert changed.args == ["ana"]


def test_nobody_found_has_two_ways_out(qtbot: QtBot, pane: LookupPane) -> None:
    qtbot.keyClicks(pane.search, "zz")
    pane.show_found(found("zz"))
    assert "Nobody found" in on_screen(pane)
    with qtbot.waitSignal(pane.new_person_requested) as requested:
        qtbot.mouseClick(pane.results.new, Qt.MouseButton.LeftButton)
    assert requested.args == ["zz"]
    with qtbot.waitSignal(pane.nobody_picked):
        qtbot.mouseClick(pane.results.nobody, Qt.MouseButton.LeftButton)


def test_people_found_during_a_call_are_initials(qtbot: QtBot, pane: LookupPane) -> None:
    pane.show_call(incoming())
    qtbot.keyClicks(pane.search, "jank")
    pane.show_found(found("jank", *BOTH))
    assert "H. J." in on_screen(pane)
    assert "Jankowski" not in on_screen(pane)
    assert "555-0142" not in "".join(row.note for row in pane.results.list.rows())


def test_people_found_between_calls_have_names(qtbot: QtBot, pane: LookupPane) -> None:
    qtbot.keyClicks(pane.search, "jank")
    pane.show_found(found("jank", *BOTH))
    assert "Harold Jankowski" in on_screen(pane)
    assert "by name" in on_screen(pane)


def test_names_of_callbacks_leave_the_screen_while_a_call_is_live(pane: LookupPane) -> None:
    pane.show_waiting(waiting(callback("Priya Raghunathan", 23), callback("Gloria Addo", 0)))
    assert "Priya Raghunathan" in on_screen(pane)
    assert "23 min late" in on_screen(pane)
    pane.show_call(incoming())
    assert "Priya" not in on_screen(pane)
    assert "Names show again after the call." in on_screen(pane)
    assert "1 late" in on_screen(pane)
    pane.show_call(incoming(live=False))
    assert "Priya Raghunathan" in on_screen(pane)


def test_enter_on_a_callback_opens_it(qtbot: QtBot, pane: LookupPane) -> None:
    due = callback("Priya Raghunathan", 23)
    pane.show_waiting(waiting(due))
    pane.waiting.list.setFocus()
    with qtbot.waitSignal(pane.callback_opened) as opened:
        qtbot.keyClick(pane.waiting.list, Qt.Key.Key_Return)
    assert opened.args == [due]


def test_a_refresh_leaves_the_cursor_on_the_same_callback(pane: LookupPane) -> None:
    first, second, new = callback("A B", 20), callback("C D", 10), callback("E F", 30)
    pane.show_waiting(waiting(first, second))
    pane.waiting.list.step(2)
    assert pane.waiting.list.current_key() == second.id
    taken = replace(second, claim=claim(second, "other"), holder_name="Ben Wills")
    pane.show_waiting(waiting(new, first, taken))
    assert pane.waiting.list.current_key() == second.id


def test_the_pane_lists_the_first_callbacks_and_counts_all(pane: LookupPane) -> None:
    many = [callback(f"Person {number}", 0) for number in range(SHOWN + 4)]
    pane.show_waiting(waiting(*many))
    assert len(pane.waiting.list.rows()) == SHOWN
    assert "and 4 more" in on_screen(pane)
    pane.show_call(incoming())
    assert f"{SHOWN + 4}" in on_screen(pane)
    assert "more" not in on_screen(pane)


def test_what_another_rep_works_on_says_so_and_is_not_called_late(pane: LookupPane) -> None:
    due = callback("Priya Raghunathan", 23)
    taken = replace(due, claim=claim(due, "other"), holder_name="Ben Wills")
    pane.show_waiting(waiting(taken))
    assert "Taken by Ben Wills" in on_screen(pane)
    assert "late" not in on_screen(pane)
    pane.show_waiting(waiting(replace(due, claim=claim(due, "jm"))))
    assert "Taken by" not in on_screen(pane)
    assert "23 min late" in on_screen(pane)


def test_what_another_rep_promised_says_who(pane: LookupPane) -> None:
    due = callback("Priya Raghunathan", 23)
    pane.show_waiting(waiting(replace(due, owner=Login("other"), owner_name="Ben Wills")))
    assert "From Ben Wills" in on_screen(pane)


def test_a_shared_number_asks_first_who_calls_then_whom_it_is_about(
    qtbot: QtBot, pane: LookupPane
) -> None:
    teresa = person(TERESA, "Teresa Jankowski", masked=True)
    harold = person(HAROLD, "Harold Jankowski", masked=True)
    pane.show_call(incoming(harold, teresa))
    assert pane.asking is Speaker.SPEAKING
    pane.people.list.step(2)
    with qtbot.waitSignal(pane.speaking_picked) as speaking:
        qtbot.keyClick(pane.people.list, Qt.Key.Key_Return)
    assert speaking.args == [TERESA]
    pane.show_call(incoming(harold, person(TERESA, "Teresa Jankowski", masked=True, speaking=True)))
    assert pane.asking is Speaker.ABOUT
    pane.people.list.step(-2)
    with qtbot.waitSignal(pane.about_picked) as about:
        qtbot.keyClick(pane.people.list, Qt.Key.Key_Return)
    assert about.args == [HAROLD]
    assert "2 people share this number" in on_screen(pane)


def test_the_part_that_was_asked_for_again_survives_a_refresh(pane: LookupPane) -> None:
    teresa = person(TERESA, "Teresa Jankowski", speaking=True)
    pane.show_call(incoming(person(HAROLD, "Harold Jankowski", about=True), teresa))
    pane.ask(Speaker.SPEAKING)
    verified = person(TERESA, "Teresa Jankowski", speaking=True, verified=True)
    pane.show_call(incoming(person(HAROLD, "Harold Jankowski", about=True), verified))
    assert pane.asking is Speaker.SPEAKING
    assert pane.people.list.current_key() == TERESA


def test_the_masked_have_no_names_on_the_screen_nor_for_screen_readers(pane: LookupPane) -> None:
    pane.show_call(incoming(person(HAROLD, "Harold Jankowski", masked=True, about=True)))
    row = pane.people.list.rows()[0]
    assert (row.title, row.initials) == ("H. J.", "HJ")
    assert "Jankowski" not in on_screen(pane)
    assert "Jankowski" not in row.spoken
    assert "unverified" in row.spoken
    assert "Jankowski" not in pane.roles.about.accessibleName()


def test_a_call_about_nobody_says_so(pane: LookupPane) -> None:
    pane.show_call(LookupCall(direction=Direction.INBOUND, live=True, number=None, nobody=True))
    words = on_screen(pane)
    assert "No number shown" in words
    assert "Nobody has to register" in words
    assert pane.roles.about.who == "Nobody"
    assert not pane.people.nobody.isVisible()


def test_ways_out_depend_on_whether_it_is_known_whom_the_call_is_about(
    qtbot: QtBot, pane: LookupPane
) -> None:
    pane.show_call(incoming(person(HAROLD, "Harold Jankowski", about=True, masked=True)))
    assert pane.people.nobody.isVisible()
    assert not pane.people.move_call.isVisible()
    pane.show_call(incoming(person(HAROLD, "Harold Jankowski", about=True, verified=True)))
    assert not pane.people.nobody.isVisible()
    with qtbot.waitSignal(pane.move_requested):
        qtbot.mouseClick(pane.people.move_call, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pane.person_added_requested):
        qtbot.mouseClick(pane.people.add, Qt.MouseButton.LeftButton)


def test_names_are_never_read_as_html(qtbot: QtBot, pane: LookupPane) -> None:
    evil = "Ann <img src=x onerror=y>"
    pane.show_call(incoming(person(HAROLD, evil, about=True, speaking=True, verified=True)))
    assert evil in on_screen(pane)
    formats = {label.textFormat() for label in pane.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_clearing_forgets_the_query_and_what_was_found(qtbot: QtBot, pane: LookupPane) -> None:
    qtbot.keyClicks(pane.search, "jank")
    pane.show_found(found("jank", *BOTH))
    pane.clear()
    assert pane.query == ""
    assert "Jankowski" not in on_screen(pane)


def test_escape_empties_the_search(qtbot: QtBot, pane: LookupPane) -> None:
    qtbot.keyClicks(pane.search, "jank")
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    assert pane.query == ""


LANGUAGES = (Option("en", "English"), Option("es", "Spanish"))


def test_a_new_person_is_submitted_as_typed(qtbot: QtBot, pane: LookupPane) -> None:
    sheet = pane.new_person
    sheet.open_for("Ana Lima", "(937) 555-0193", LANGUAGES)
    qtbot.keyClicks(sheet.birth_date.edit, "9 Jun 1974")
    with qtbot.waitSignal(sheet.submitted) as submitted:
        qtbot.keyClick(sheet.birth_date.edit, Qt.Key.Key_Return)
    assert submitted.args == [
        NewPersonForm(
            name="Ana Lima", birth_date="9 Jun 1974", phone="(937) 555-0193", language="en"
        )
    ]


def test_a_number_searched_for_becomes_the_phone_of_a_new_person(pane: LookupPane) -> None:
    pane.new_person.open_for("937 555 0193", "", LANGUAGES)
    assert (pane.new_person.form().name, pane.new_person.form().phone) == ("", "937 555 0193")


def test_a_new_person_needs_a_name(qtbot: QtBot, pane: LookupPane) -> None:
    sheet = pane.new_person
    sheet.open_for("", "", LANGUAGES)
    with qtbot.assertNotEmitted(sheet.submitted):
        qtbot.mouseClick(sheet.add, Qt.MouseButton.LeftButton)
    assert sheet.name.edit.accessibleDescription()


def test_somebody_on_record_can_be_picked_instead_and_closing_forgets(
    qtbot: QtBot, pane: LookupPane
) -> None:
    sheet = pane.new_person
    sheet.open_for("Ana Lima", "", LANGUAGES)
    sheet.show_duplicates((match("Ana Lima", TERESA),))
    with qtbot.waitSignal(sheet.duplicate_picked) as picked:
        qtbot.keyClick(sheet.duplicates, Qt.Key.Key_Return)
    assert picked.args == [TERESA]
    sheet.close_sheet()
    assert (sheet.form().name, sheet.duplicates.rows()) == ("", ())


def test_the_pane_has_the_width_of_the_layout(theme: Theme, pane: LookupPane) -> None:
    assert pane.width() == 304
    theme.set_layout(Layout.COMPACT)
    assert pane.minimumWidth() == pane.maximumWidth() == 248
