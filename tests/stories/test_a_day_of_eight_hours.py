"""A whole day at one desk, in fast time: what the console holds does not grow with the calls.

150 calls by the keys alone, of every kind that a day has, on the real window with its lanes and a
real database. Under `./dev soak`, with its figures at the end of the run.
"""

import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from console.models.facts import Appointment, Call, ConsentEvent, Disposition
from tests.stories.desk import Desk, patient

pytestmark = [
    pytest.mark.soak,
    pytest.mark.no_qt_log,  # it keeps each message of a day, which is what would grow
    pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux says of its processes"),
]

CALLS, SETTLED = 150, 30
"""After the first calls every part of the window was made and every page of a cache is in use."""
BETWEEN = 192
"""Seconds from the end of a call to the next: with these 150 calls are eight hours."""
WIDGETS = 30
OBJECTS = 2000
MEMORY = 0.04
"""How much more there may be of each in the end, of memory as a share of what there was."""

GIVEN = ("Ada", "Bruno", "Carla", "Dario", "Edith", "Felix", "Greta", "Hugo", "Irma", "Jonas")
FAMILY = ("Abel", "Bask", "Cole", "Dorn", "Elm", "Fenn", "Gale", "Holt", "Ives", "Jung", "Kerr",
          "Lund", "Moor", "Nash", "Orr")  # fmt: skip
BORN = "1974-06-09"


def name(number: int) -> str:
    return f"{GIVEN[number % 10]} {FAMILY[number // 10]}"


def phone(number: int) -> str:
    return f"937-555-{200 + number:04}"


def verify(desk: Desk, number: int) -> None:
    desk.press("Alt+V")
    desk.say(name(number), "9 Jun 1974", "45402")


def not_reached(desk: Desk, number: int) -> None:
    desk.find(name(number))
    desk.press("Alt+D", "Alt+X", "Ctrl+Return")


def stop_request(desk: Desk, number: int) -> None:
    desk.find(name(number))
    desk.press("Alt+D", "Alt+S", "Alt+X", "Ctrl+Return")


def booking(desk: Desk, number: int) -> None:
    desk.find(name(number))
    desk.press("Alt+D", "Alt+A")
    verify(desk, number)
    desk.press("Alt+B")
    desk.write("tomorrow 10:40")
    desk.press("Tab")
    desk.write("flu-clinic")
    desk.press("Return", "Alt+X", "Ctrl+Return")


def somebody_unknown(desk: Desk, number: int) -> None:
    desk.ring(f"614-555-{number:04}")
    desk.press("Alt+A", "Alt+3", "Alt+1", "Alt+X", "Ctrl+Return")


def transfer(desk: Desk, number: int) -> None:
    desk.ring(phone(number))
    desk.press("Alt+A")
    verify(desk, number)
    desk.press("Alt+X", "5", "Ctrl+Return")


def voicemail(desk: Desk, number: int) -> None:
    desk.find(name(number))
    desk.press("Alt+D", "Alt+X", "2", "F9")
    desk.write("left word")
    desk.press("Ctrl+Return")


KINDS = {
    not_reached: "no_answer",
    stop_request: "declined",
    booking: "appointment_booked",
    somebody_unknown: "question_answered",
    transfer: "transferred",
    voicemail: "voicemail_left",
}


@dataclass(frozen=True)
class Held:
    """`memory` in KiB, resident; `objects` of Python that its collector looks after."""

    memory: int
    widgets: int
    objects: int

    @classmethod
    def now(cls) -> "Held":
        roots = QApplication.topLevelWidgets()
        return cls(
            memory=int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4,
            widgets=sum(1 + len(root.findChildren(QObject)) for root in roots),
            objects=len(gc.get_objects()),
        )

    def __str__(self) -> str:
        return f"{self.memory / 1024:.1f} MiB, {self.widgets} QObjects, {self.objects} objects"


@pytest.fixture
def collected_as_in_the_process() -> Iterator[None]:
    """As `console.process` does: young garbage alone, on this thread, between two calls."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def one_call(desk: Desk, number: int) -> None:
    kind = list(KINDS)[number % len(KINDS)]
    kind(desk, number)
    if not desk.idle:
        desk.press("Return")  # odd, and logged all the same
    assert desk.idle, (kind.__name__, number, desk.seen(desk.page.bar))
    desk.pass_time(BETWEEN)
    gc.collect(1)


def test_what_the_console_holds_is_the_same_after_150_calls(
    start_desk: Callable[..., Desk],
    collected_as_in_the_process: None,
    record_property: Callable[[str, object], None],
) -> None:
    desk = start_desk(threads=True)
    people = (patient(f"p{n}", name(n), born=BORN, phone=phone(n)) for n in range(CALLS))
    desk.bring(*people)

    for number in range(SETTLED):
        one_call(desk, number)
    before = Held.now()
    for number in range(SETTLED, CALLS):
        one_call(desk, number)
    after = Held.now()
    record_property(f"after {SETTLED} calls:", before)
    record_property(f"after {CALLS} calls:", after)

    each = CALLS // len(KINDS)
    assert Counter(row.code for row in desk.rows(Disposition)) == dict.fromkeys(
        KINDS.values(), each
    )
    assert len(desk.rows(Call)) == CALLS
    assert len(desk.rows(Appointment)) == each
    assert len({row.person_id for row in desk.rows(ConsentEvent)}) == each
    assert after.widgets <= before.widgets + WIDGETS
    assert after.objects <= before.objects + OBJECTS
    assert after.memory <= before.memory * (1 + MEMORY)
