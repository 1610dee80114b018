"""Somebody not on record gives her name on the line: written down, logged, found the next time."""

from console.models.facts import Call, TouchpointPerson
from console.models.records import Person
from console.ui.lookup.new_person import NewPersonSheet
from tests.stories.desk import Desk, patient


def test_written_down_without_leaving_the_call(desk: Desk) -> None:
    desk.ring("(937) 555-0193")
    desk.press("Alt+A", "F2")
    desk.write("Nadia Osei")
    to_new_person(desk)
    desk.press("Tab")
    desk.write("3 Mar 1988")
    desk.press("Return")

    nadia = desk.person("Nadia Osei")
    assert desk.draft.about == (nadia,)
    assert desk.draft.speaking_with == nadia
    desk.press("F4", "Alt+3", "Alt+1", "Alt+X", "Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()
    assert [row.person_id for row in desk.rows(TouchpointPerson)] == [nadia]
    assert [row.speaking_with for row in desk.rows(Call)] == [nadia]

    desk.ring("9375550193")
    assert desk.app.session.desk.matches[nadia].birth_date == "1988-03-03"


def test_a_name_is_asked_for_and_a_bad_date_refused(desk: Desk) -> None:
    desk.ring("(937) 555-0193")
    desk.press("Alt+A", "F2")
    desk.write("Nadia Osei")
    to_new_person(desk)
    desk.press("Tab")
    desk.write("31 Feb")
    desk.press("Return")

    assert "birth date is not understood" in desk.seen(desk.page.lookup)
    assert desk.rows(Person) == []


def test_who_is_on_record_already_is_shown_first(desk: Desk) -> None:
    desk.bring(patient("nadia", "Nadia Osei", born="1988-03-03", phone="937-555-0177"))
    desk.ring("(937) 555-0193")
    desk.press("Alt+A", "F2")
    desk.write("Nadia Ose")
    to_new_person(desk)

    assert "Already on record?" in desk.seen(desk.page.lookup)


def test_a_letter_typed_wrong_hides_nobody_who_was_born_that_day(desk: Desk) -> None:
    desk.bring(patient("nadia", "Nadia Osei", born="1988-03-03", phone="937-555-0177"))
    desk.ring("(937) 555-0193")
    desk.press("Alt+A", "F2")
    desk.write("Nadja Osei")
    to_new_person(desk)
    assert "Already on record?" not in desk.seen(desk.page.lookup)

    desk.press("Tab")
    desk.write("3 Mar 1988")
    assert "Already on record?" in desk.seen(desk.page.lookup)


def test_whoever_is_on_the_same_number_is_shown_under_any_name(desk: Desk) -> None:
    desk.bring(patient("nadia", "Nadia Osei", born="1988-03-03", phone="937-555-0193"))
    desk.ring("(937) 555-0193")
    desk.press("Alt+A", "F2")
    desk.write("Kofi Osei")
    to_new_person(desk)

    assert "Already on record?" in desk.seen(desk.page.lookup)


def test_a_birth_date_in_the_future_is_refused(desk: Desk) -> None:
    desk.ring("(937) 555-0193")
    desk.press("Alt+A", "F2")
    desk.write("Nadia Osei")
    to_new_person(desk)
    desk.press("Tab")
    desk.write("3 Mar 2088")
    desk.press("Return")

    assert "This birth date lies in the future. Check the year." in desk.seen(desk.page.lookup)
    assert desk.rows(Person) == []


def test_doubles_are_shown_as_one_types_and_it_is_the_rep_who_chooses(desk: Desk) -> None:
    """By the number alone; by name and birth date; adding goes on all the same."""
    desk.bring(
        patient("nadia", "Nadia Osei", born="1988-03-03", phone="937-555-0177"),
        patient("other", "Nadia Osei", born="1950-01-01", phone="937-555-0178"),
        patient("kofi", "Kofi Osei", born="1986-05-05", phone="937-555-0193"),
    )
    sheet = desk.page.lookup.new_person
    desk.press("F2")
    desk.write("Nadia Osei-Bonsu")
    to_new_person(desk)
    assert titles(sheet) == []
    desk.press("Tab", "Tab")
    desk.write("937 555 0193")
    assert titles(sheet) == ["Kofi Osei"]
    desk.press("Shift+Tab", "Shift+Tab", "End", *["Backspace"] * 6, "Tab")
    assert titles(sheet) == ["Kofi Osei", "Nadia Osei", "Nadia Osei"]
    desk.write("3 Mar")
    assert len(titles(sheet)) == 3  # half a date tells nobody apart
    desk.write(" 1988")
    assert titles(sheet) == ["Kofi Osei", "Nadia Osei"]
    desk.press("Return")

    assert len(desk.center.directory.find("Nadia Osei 1988-03-03").results) == 2


def test_who_is_on_record_is_picked_from_the_doubles(desk: Desk) -> None:
    desk.bring(patient("nadia", "Nadia Osei", born="1988-03-03", phone="937-555-0177"))
    desk.press("F2")
    desk.write("Nadia O")
    desk.press("F2")
    to_new_person(desk)
    desk.press(*["Tab"] * 4, "Return")

    assert desk.app.session.person == desk.person("Nadia Osei")
    assert len(desk.rows(Person)) == 1


def titles(sheet: NewPersonSheet) -> list[str]:
    return [row.title for row in sheet.duplicates.rows()]


def to_new_person(desk: Desk) -> None:
    """From the search field to the sheet, by Tab and Space."""
    button = desk.page.lookup.results.new
    for _ in range(6):
        if desk.focus is button:
            break
        desk.press("Tab")
    assert desk.focus is button
    desk.press("Space")
    assert desk.page.lookup.new_person.isVisible()
