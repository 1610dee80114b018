"""A daughter rings for her father from the number they share; he agrees on the line, and she hears.

Both are identified first, by what housemates don't know; the record stays closed until then.
"""

import pytest

from console.models.facts import Call, TouchpointPerson, Verification
from console.models.terms import Authority, Part, VerificationState
from tests.stories.desk import Desk, patient

HAROLD = patient("harold", "Harold Jankowski", born="1947-04-12", phone="9375550142", mrn="7001")
TERESA = patient("teresa", "Teresa Ruiz", born="1975-01-20", phone="9375550142", mrn="7003")


@pytest.fixture
def on_the_line(desk: Desk) -> Desk:
    """Teresa is on the line, about Harold; the verify sheet is open."""
    desk.bring(HAROLD, TERESA)
    desk.ring("937-555-0142")
    desk.press("Alt+A")
    pick(desk, "T. R.")
    pick(desk, "H. J.")
    desk.press("Alt+V")
    return desk


def pick(desk: Desk, initials: str) -> None:
    titles = [row.title for row in desk.page.lookup.people.list.rows()]
    desk.press("Home", *["Down"] * titles.index(initials), "Return")


def test_the_record_opens_with_his_permission(on_the_line: Desk) -> None:
    desk = on_the_line
    harold, teresa = desk.person("Harold Jankowski"), desk.person("Teresa Ruiz")
    assert "Harold" not in desk.seen(desk.page.person.header)

    desk.say("Teresa Ruiz", "20 Jan 1975", "7003")
    desk.say("Harold Jankowski", "12 Apr 1947", "7001")
    assert "Harold Jankowski" not in desk.seen(
        desk.page.person.header
    )  # matched, not yet permitted
    agrees_on_the_line(desk)

    assert "Harold Jankowski" in desk.seen(desk.page.person.header)
    desk.press("Alt+X", "2", "Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()
    [call] = desk.rows(Call)
    assert call.speaking_with == teresa
    parts = {row.person_id: row.part for row in desk.rows(TouchpointPerson)}
    assert parts == {harold: Part.ABOUT, teresa: Part.SPEAKING}
    checked = {row.person_id: row for row in desk.rows(Verification)}
    assert checked[harold].state == VerificationState.PROXY
    assert checked[harold].authority == Authority.AGREES_ON_LINE
    assert checked[harold].scope == "this call"
    assert set(checked[harold].matched) == {"name", "birth_date", "mrn"}
    assert checked[teresa].state == VerificationState.PATIENT


def test_what_only_housemates_know_does_not_do(on_the_line: Desk) -> None:
    desk = on_the_line
    desk.say("Teresa Ruiz", "20 Jan 1975", "7003")
    desk.say("Harold Jankowski", "12 Apr 1947", "45402")
    agrees_on_the_line(desk)

    assert "Harold Jankowski" not in desk.seen(desk.page.person.header)
    assert desk.draft.verification_of(desk.person("Harold Jankowski")) is None


def test_her_own_name_is_no_permission(on_the_line: Desk) -> None:
    desk = on_the_line
    desk.say("Teresa Ruiz", "20 Jan 1975", "7003")
    agrees_on_the_line(desk)

    assert "Harold Jankowski" not in desk.seen(desk.page.person.header)


def test_what_was_said_is_kept_nowhere(on_the_line: Desk) -> None:
    desk = on_the_line
    desk.say("Teresa Ruiz", "20 Jan 1975", "7003")
    desk.press("Escape")
    desk.pass_time(1)

    stored = (desk.settings.profile / "workstation.db").read_bytes()
    log = desk.settings.profile / "workstation.db-wal"
    stored += log.read_bytes() if log.exists() else b""
    assert b"20 Jan 1975" not in stored
    assert b"1975" not in stored
    desk.press("Alt+V")
    assert "20 Jan 1975" not in desk.seen()


def agrees_on_the_line(desk: Desk) -> None:
    """Goes to the choice of authority and takes "agrees on the line", by the keyboard."""
    chips = desk.page.person.verify.authority.chips()
    wanted = chips[Authority.AGREES_ON_LINE.value]
    for _ in range(12):
        if desk.focus in chips.values():
            break
        desk.press("Tab")
    for _ in range(6):
        if desk.focus is wanted:
            break
        desk.press("Right")
    if desk.focus is wanted:
        desk.press("Space")
