"""In a call, by keyboard alone: a number is wrong, another is given, a name is put right."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from console.models.facts import FieldChange
from console.models.records import ContactPoint, Person
from console.ui.correct import HISTORY
from tests.stories.desk import Desk, patient

DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137", mrn="7001")
PEBBLES = patient("pebbles", "Pebbles Whitfield", born="1999-01-02", phone="937-555-0166")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.bring(DENISE, PEBBLES)
    desk.find("7001")
    return desk


def points(desk: Desk) -> dict[str, ContactPoint]:
    return {row.raw: row for row in desk.rows(ContactPoint)}


def test_wrong_is_two_chords_and_a_number_is_added_as_it_is_said(desk: Desk) -> None:
    desk.press("Alt+F", "Alt+1", "Alt+8")
    desk.write("937 555 0199")
    assert "Phone (937) 555-0199" in desk.seen()
    desk.press("Return")
    desk.pass_time(1)

    assert points(desk)["937-555-0137"].wrong
    assert points(desk)["937 555 0199"].value == "+19375550199"
    assert "Wrong" in desk.seen()
    desk.press("Esc", "Alt+D")
    assert desk.dialed == ["+19375550199"]  # the wrong one is not dialed any more


def test_a_mistyped_number_is_corrected_in_its_place(desk: Desk) -> None:
    """Enter on it; what was no good about the old text is not said of the new one."""
    before = points(desk)["937-555-0137"].id
    desk.press("Alt+F", "Alt+1", "Return")
    assert desk.app.desk is not None
    assert desk.app.desk.correct.sheet.contact.text._label.isVisible()
    assert desk.focus.accessibleName() == "Correct (937) 555-0137; Esc leaves it"
    desk.press("Backspace")
    desk.write("9 x12")
    assert "Phone (937) 555-0139" in desk.seen()
    desk.press("Return")
    desk.pass_time(1)

    now = points(desk)["937-555-0139 x12"]
    assert (now.id, now.value, now.extension) == (before, "+19375550139", "12")
    assert not now.wrong
    assert desk.focus.accessibleName() == "Numbers, emails and addresses"
    [match] = desk.center.directory.find("937-555-0139").results
    assert match.name == "Denise Whitfield"
    assert desk.center.directory.find("937-555-0137").results == ()
    desk.press(*["Alt+F"] * 3)
    told = desk.seen()
    assert "Contact: 937-555-0137 → 937-555-0139 x12" in told
    assert "Wrong, (937) 555-0139: yes → no" in told


def test_an_address_is_corrected_and_its_place_is_read(desk: Desk) -> None:
    desk.press("Alt+F", "Alt+8")
    desk.write("9 Oak St, Xenea, OH 45385")
    desk.press("Return", "Esc", "Alt+F", "Home", "Return")
    assert desk.focus.accessibleName() == "Correct 9 Oak St, Xenea, OH 45385; Esc leaves it"
    desk.press("Ctrl+A")
    desk.write("9 Oak St, Xenia, OH 45385")
    assert "Address in Xenia, OH 45385" in desk.seen()
    desk.press("Return", "Esc")
    desk.pass_time(1)

    assert points(desk)["9 Oak St, Xenia, OH 45385"].city == "Xenia"
    assert "Xenia, OH" in desk.seen(desk.page.person)


def test_what_is_left_with_esc_or_refused_changes_nothing(desk: Desk) -> None:
    desk.press("Alt+F", "Alt+9")
    desk.write("@x.org")
    desk.press("Return")
    assert "This is no phone number." in desk.seen()
    desk.press("Esc")
    assert desk.app.desk is not None
    assert desk.app.desk.correct.sheet.isVisible()
    desk.press("Return", "Return")
    assert "Nothing differs" in desk.seen()
    assert desk.rows(FieldChange) == []


def test_a_retired_number_is_brought_back_with_the_same_key(desk: Desk) -> None:
    desk.press("Alt+F", "Alt+7")
    desk.pass_time(1)
    assert points(desk)["937-555-0137"].retired_at is not None
    assert "Retired" in desk.seen()
    desk.press("Alt+1", "Return")  # of a retired one nothing else is changed
    desk.press("Alt+8")
    desk.write("937 555 0137")
    desk.press("Return")
    assert "on record already, but retired" in desk.seen()
    desk.press("Alt+7")
    desk.pass_time(1)

    number = points(desk)["937-555-0137"]
    assert (number.retired_at, number.wrong, len(points(desk))) == (None, False, 3)
    [match] = desk.center.directory.find("937-555-0137").results
    assert match.name == "Denise Whitfield"
    desk.press(*["Alt+F"] * 3)
    told = desk.seen()
    assert "Retired, (937) 555-0137: no → yes" in told
    assert "Retired, (937) 555-0137: yes → no" in told


def test_an_impossible_number_is_kept_and_found_by_its_digits(desk: Desk) -> None:
    desk.press("Alt+F", "Alt+8")
    desk.write("65550123")
    assert "No possible number" in desk.seen()
    desk.press("Return")
    desk.pass_time(1)

    [match] = desk.center.directory.find("65550123").results
    assert match.name == "Denise Whitfield"


def test_what_reaches_nobody_is_refused_in_words(desk: Desk) -> None:
    desk.press("Alt+F", "Alt+8")
    desk.write("Denise")
    desk.press("Return")
    assert "Type a phone number, an email or an address." in desk.seen()
    assert desk.rows(FieldChange) == []


def test_a_person_is_put_right_and_the_future_is_refused(desk: Desk) -> None:
    desk.press("Alt+F", "Alt+F")
    desk.press("Home")
    desk.write("Mary ")
    desk.press("Tab")
    desk.write("Dee")
    desk.press("Tab", "End", *["Backspace"] * 4)
    desk.write("2090")
    desk.press("Return")
    assert "This birth date lies in the future. Check the year." in desk.seen()
    desk.press(*["Backspace"] * 4)
    desk.write("1975")
    desk.press("Return")
    desk.pass_time(1)

    row = next(row for row in desk.rows(Person) if row.preferred_name == "Dee")
    assert (row.name, row.given, row.family) == (
        "Mary Denise Whitfield",
        "Mary Denise",
        "Whitfield",
    )
    assert row.birth_date == "1975-06-09"
    assert "Mary Denise Whitfield" in desk.seen(desk.page.person)

    desk.press("Alt+F", "Alt+F")
    assert desk.app.desk is not None
    assert desk.app.desk.correct.sheet.page == HISTORY
    told = desk.seen(desk.app.desk.correct.sheet)
    assert "Birth date: 9 Jun 1974 → 9 Jun 1975" in told
    assert "Name: Denise Whitfield → Mary Denise Whitfield" in told


def test_who_may_speak_is_found_named_and_bounded(desk: Desk) -> None:
    desk.press("Alt+F", "Alt+F", "Alt+F", "Return")
    desk.write("pebbles")
    desk.press("Tab")
    if desk.focus.accessibleName() == "People found":
        desk.press("Tab")
    desk.write("daughter")
    desk.press("Tab", "Down", "Tab")
    desk.write("31 Dec 2027")
    desk.press("Return")
    desk.pass_time(1)

    [relative] = desk.record(desk.person("denise whitfield")).view.relationships
    assert (relative.name, relative.kind) == ("Pebbles Whitfield", "daughter")
    assert relative.authority is not None
    assert str(relative.until) == "2027-12-31"


def test_what_is_typed_stays_while_the_record_is_read_again(desk: Desk) -> None:
    assert desk.app.desk is not None
    desk.press("Alt+F", "Alt+8")
    desk.write("937 555")
    desk.app.desk.record.reload()
    desk.settle()
    desk.press("Alt+F")
    desk.write("X")
    desk.app.desk.record.reload()
    desk.settle()
    desk.press("Alt+F", "Return")
    desk.write("peb")
    desk.app.desk.record.reload()
    desk.settle()
    sheet = desk.app.desk.correct.sheet
    assert sheet.contact.add.text() == "937 555"
    assert "X" in sheet.person.name.text()
    assert sheet.relations.who.text() == "peb"


def test_offline_it_is_shown_at_once_and_sent_later(desk: Desk) -> None:
    """What waits is part of what the rep sees, also when the record is read again."""
    assert desk.app.desk is not None
    desk.app.desk.sending._round.stop()
    desk.app.desk.sending._busy = True  # nothing goes out for now
    desk.press("Alt+F", "Alt+5")
    desk.app.desk.record.reload()
    desk.settle()
    assert "Preferred" in desk.seen(desk.app.desk.correct.sheet.contact.list)
    assert points(desk)["937-555-0137"].rank != 0
    desk.app.desk.sending._busy = False
    desk.app.desk.sending.send_now()
    desk.settle()
    assert points(desk)["937-555-0137"].rank == 0


def test_before_the_caller_is_verified_there_is_nothing_to_correct(
    start_desk: Callable[..., Desk],
) -> None:
    desk = start_desk()
    desk.bring(DENISE)
    desk.ring("937 555 0137")
    desk.press("Alt+A")
    desk.press("Alt+F")
    assert desk.app.desk is not None
    assert "sheet" not in desk.app.desk.correct.__dict__
    assert "Find the person first" in desk.message or "Verify first" in desk.message


def test_the_next_person_finds_nothing_of_it(desk: Desk) -> None:
    desk.press("Alt+F", "Alt+F")
    desk.write("secret words")
    desk.find("pebbles whitfield")
    assert "secret words" not in desk.seen()
    desk.press("Alt+F", "Alt+F")
    assert "secret words" not in desk.seen()
    with desk.center.shared.transaction(writes=False) as session:
        assert session.execute(select(FieldChange.id)).all() == []
