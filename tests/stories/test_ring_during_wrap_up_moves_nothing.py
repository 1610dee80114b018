"""It rings while the rep still writes: it is said at the side, and every key goes where it went."""

import pytest

from console.models.facts import Call, Disposition
from tests.stories.desk import Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137")


@pytest.fixture
def writing(desk: Desk) -> Desk:
    desk.bring(WALTER, DENISE)
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "F9")
    desk.write("no")
    return desk


def test_the_note_goes_on_where_it_was(writing: Desk) -> None:
    before, focus = writing.draft, writing.focus

    writing.ring("937-555-0137")
    writing.write("body home")

    assert writing.focus is focus
    assert writing.notes == "nobody home"
    assert writing.draft.call_id == before.call_id
    assert writing.draft.about == before.about
    assert "Ringing: (937) 555-0137" in writing.message.replace("\N{NO-BREAK SPACE}", " ")
    assert "Denise" not in writing.seen()


def test_it_is_answered_after_the_log_and_each_call_has_its_own_notes(writing: Desk) -> None:
    writing.ring("937-555-0137")
    writing.write("body home")
    writing.press("Ctrl+Return", "Alt+A")

    assert writing.draft.phone == "+19375550137"
    assert writing.notes == ""
    writing.press("Alt+X", "7", "Ctrl+Return")
    writing.log_all()
    assert [row.phone for row in writing.rows(Call)] == ["+19375550119", "+19375550137"]
    notes = {row.code: row.notes for row in writing.rows(Disposition)}
    assert notes == {"no_answer": "nobody home", "could_not_verify": ""}


def test_who_gave_up_ringing_is_not_answered_later(writing: Desk) -> None:
    writing.ring("937-555-0137")
    writing.press("Ctrl+Return")
    writing.pass_time(300)

    writing.press("Alt+A")

    assert writing.draft.phone is None
