"""Five calls of a day, by the keys alone, each within its number of keystrokes; notes apart.

A chord counts one, and so does each letter that is typed. Where somebody is verified, name, birth
date and one thing more are typed as they are said: what that takes hangs on the name, and is told
apart.
"""

from collections.abc import Callable

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
BOOKING = 48
"""30 of them verify her, whose name has 16 letters; 32 would do for somebody verified before."""
CAREGIVER = 67
"""55 of them verify two people, of 11 and 16 letters; nobody is told more for fewer."""

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")


class Keyboard:
    """Counts what is struck at a desk; `said` is what of it was typed to verify somebody."""

    def __init__(self, desk: Desk, strike: Callable[..., None]) -> None:
        self.desk = desk
        self._strike = strike
        self.struck = self.said = 0

    def strike(self, *key: object) -> None:
        self.struck += 1
        self._strike(*key)

    def say(self, *answers: str) -> None:
        before = self.struck
        self.desk.say(*answers)
        self.said += self.struck - before

    @property
    def done(self) -> bool:
        self.desk.log_all()
        return self.desk.idle

    def begin(self) -> None:
        self.struck = self.said = 0


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
    keyboard.say("denise whitfield", "6/9/74", "45402")
    desk.press("Alt+1", "Alt+R", "Alt+2")
    desk.write("thu 10:40")
    desk.press("Return", "Alt+X", "Ctrl+Return")

    assert (keyboard.struck, keyboard.said) == (BOOKING, 30)
    assert keyboard.done, desk.seen(desk.page.bar)
    assert len(desk.rows(Appointment)) == 1


def test_a_caregiver_for_her_father_on_a_shared_number(desk: Desk, keyboard: Keyboard) -> None:
    desk.bring(HAROLD, TERESA)
    desk.ring("937-555-0142")
    keyboard.begin()

    desk.press("Alt+A")
    pick(desk, "T. R.")
    pick(desk, "H. J.")
    desk.press("Alt+V")
    keyboard.say("teresa ruiz", "1/20/75", "7003", "harold jankowski", "4/12/47", "7001")
    desk.press("Right", "Right", "Space")  # he agrees on the line
    assert "Harold Jankowski" in desk.seen(desk.page.person.header)
    desk.press("Alt+X", "2", "Ctrl+Return")

    assert (keyboard.struck, keyboard.said) == (CAREGIVER, 55)
    assert keyboard.done, desk.seen(desk.page.bar)
    checked = {row.person_id: row for row in desk.rows(Verification)}
    harold = checked[desk.person("Harold Jankowski")]
    assert harold.state == VerificationState.PROXY
    assert harold.authority == Authority.AGREES_ON_LINE
    [call] = desk.rows(Call)
    assert call.speaking_with == desk.person("Teresa Ruiz")


def pick(desk: Desk, initials: str) -> None:
    titles = [row.title for row in desk.page.lookup.people.list.rows()]
    desk.press(*["Down"] * titles.index(initials), "Return")
