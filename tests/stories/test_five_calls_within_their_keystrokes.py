"""Five calls of a day, by the keys alone, each within its number of keystrokes; notes apart.

A chord counts one, and so does each letter that is typed. Who is verified says name, birth date and
one thing more: of the name the first letters are typed, of the date its figures.
"""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from console.models.facts import Appointment, Call, ConsentEvent, Disposition, Verification
from console.models.terms import Authority, VerificationState
from tests.stories.desk import Desk, patient
from tests.stories.test_booking_moves_the_journey import DENISE, asked
from tests.stories.test_daughter_for_her_father_with_his_spoken_permission import HAROLD, TERESA

__all__ = ["asked"]

NOT_REACHED = 3
STOP_REQUEST = 3
UNKNOWN = 12
BOOKING = 32
CAREGIVER = 45

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")


class Keyboard:
    """Counts what is struck at a desk."""

    def __init__(self, desk: Desk, strike: Callable[..., None]) -> None:
        self.desk = desk
        self._strike = strike
        self.struck = 0

    def strike(self, *key: object) -> None:
        self.struck += 1
        self._strike(*key)

    @property
    def done(self) -> bool:
        self.desk.log_all()
        return self.desk.idle

    def begin(self) -> None:
        self.struck = 0


@pytest.fixture
def keyboard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    keyboard = Keyboard(desk, desk._strike)
    monkeypatch.setattr(desk, "_strike", keyboard.strike)
    return keyboard


def test_a_question_of_somebody_unknown_nobody_reached_and_a_stop(
    desk: Desk, keyboard: Keyboard
) -> None:
    desk.bring(WALTER, DENISE)
    desk.ring("(937) 555-0193")
    keyboard.begin()
    desk.press("Alt+A", "Alt+3", "Alt+1", "Alt+X", "Ctrl+Return")
    assert desk.idle
    assert keyboard.struck <= UNKNOWN

    desk.find("Walter Brandt")
    keyboard.begin()
    desk.press("Alt+D", "Alt+X", "Ctrl+Return")
    assert desk.idle
    assert keyboard.struck <= NOT_REACHED

    desk.find("Denise Whitfield")
    desk.press("Alt+D")
    desk.clock.goes_on(seconds=30)
    keyboard.begin()
    desk.press("Alt+S", "Alt+X", "Ctrl+Return")
    assert keyboard.done
    assert keyboard.struck <= STOP_REQUEST

    codes = [row.code for row in desk.rows(Disposition)]
    assert len(codes) == 3
    assert {"question_answered", "no_answer"} < {*codes}
    assert {row.action for row in desk.rows(ConsentEvent)} == {"revoked"}


def test_a_booking(asked: Desk, keyboard: Keyboard) -> None:
    desk = asked
    keyboard.begin()

    desk.press("Alt+D", "Alt+1", "Alt+V")
    desk.say("den whi", "6/9/74", "45402")
    desk.press("Alt+1", "Alt+R", "Alt+2")
    desk.press("Return", "Alt+X", "Ctrl+Return")

    assert keyboard.struck <= BOOKING
    assert keyboard.done, desk.seen(desk.page.bar)
    [visit] = desk.rows(Appointment)
    assert visit.at == datetime(2026, 11, 19, 15, 40, tzinfo=UTC)
    [checked] = desk.rows(Verification)
    assert set(checked.matched) == {"name", "birth_date", "zip"}


def test_a_caregiver_for_her_father_on_a_shared_number(desk: Desk, keyboard: Keyboard) -> None:
    desk.bring(HAROLD, TERESA)
    desk.ring("937-555-0142")
    keyboard.begin()

    desk.press("Alt+A")
    before = desk.page.lookup.people.list.rows()
    pick(desk, "T. R.")
    pick(desk, "H. J.")
    after = desk.page.lookup.people.list.rows()
    assert [row.key for row in after] == [row.key for row in before]  # a digit stays somebody's
    desk.press("Alt+V")
    desk.say("terrui", "12075", "7003", "harjan", "41247", "7001")
    desk.press("3")  # he agrees on the line
    assert "Harold Jankowski" in desk.seen(desk.page.person.header)
    desk.press("Alt+X", "2", "Ctrl+Return")

    assert keyboard.struck <= CAREGIVER
    assert keyboard.done, desk.seen(desk.page.bar)
    checked = {row.person_id: row for row in desk.rows(Verification)}
    harold = checked[desk.person("Harold Jankowski")]
    assert harold.state == VerificationState.PROXY
    assert harold.authority == Authority.AGREES_ON_LINE
    assert set(harold.matched) == {"name", "birth_date", "mrn"}
    [call] = desk.rows(Call)
    assert call.speaking_with == desk.person("Teresa Ruiz")


def pick(desk: Desk, initials: str) -> None:
    [row] = [row for row in desk.page.lookup.people.list.rows() if row.title == initials]
    desk.press(row.digit)
