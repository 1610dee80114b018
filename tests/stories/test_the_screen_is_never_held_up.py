"""However much there is, the screen's thread answers: it paints, and leaves the rest to the lanes.

What it does itself is measured by its own clock, so that a busy machine fails nobody; and it never
speaks to a database, whose answer could take any time.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from console.models.ids import Login, PersonId
from console.services.demo import make_many
from tests.commands import command, disposition
from tests.heavy import add_touchpoints
from tests.pulse import Watched, watched
from tests.stories.desk import Desk, patient, until

ANNE = patient("anne", "Anne Nowakowski", born="1951-04-03", phone="937-555-0151")
BLOCK = 50.0
"""Milliseconds in which nobody notices that a window does not answer."""

PAINTINGS = 2
"""On a slow machine: no longer than so many times painting the whole window takes."""


@dataclass(frozen=True)
class Size:
    people: int
    touchpoints: int
    entries: int


SMALL = Size(people=200, touchpoints=600, entries=60)
FULL = Size(people=100_000, touchpoints=5_000, entries=1_000)


@pytest.mark.parametrize(
    "size", [SMALL, pytest.param(FULL, marks=pytest.mark.soak)], ids=["small", "full"]
)
def test_a_person_opens_people_are_found_and_entries_go_out_without_a_halt(
    start_desk: Callable[..., Desk], size: Size, record_property: Callable[[str, object], None]
) -> None:
    desk = start_desk(threads=True)
    desk.bring(ANNE)
    anne = desk.person("Anne Nowakowski")
    add_touchpoints(desk.center.shared, anne, size.touchpoints, desk.clock())
    make_many(desk.center.shared, people=size.people, touchpoints_each=1, now=desk.clock())
    desk.find("anne nowak")  # what is made when it is first shown
    desk.press("F12", "End", "Return", "Escape", "F2", "Escape")
    allowed = max(BLOCK, PAINTINGS * _whole_painting(desk))

    steps: dict[str, Callable[[], None]] = {
        "found": lambda: _look_up(desk),
        "opened": lambda: _open(desk, anne),
        "read on": lambda: _read_on(desk),
        "sent": lambda: _send(desk),
    }
    for name, step in steps.items():
        if name == "sent":
            for _ in range(size.entries):
                desk.center.outbox.put(command(disposition(anne), author=Login("ada")))
        with watched() as seen:
            step()
        record_property(name, _told(seen, allowed))
        assert seen.statements == [], f"the screen's thread spoke to a database while {name}"
        assert seen.pulse.beats > 1
        assert seen.pulse.busiest <= allowed, f"{name}: {_told(seen, allowed)}"


def _whole_painting(desk: Desk) -> float:
    """Milliseconds of the thread's own clock."""
    took = []
    for _ in range(3):
        began = time.thread_time()
        desk.app.window.repaint()
        took.append((time.thread_time() - began) * 1000)
    return min(took)


def _look_up(desk: Desk) -> None:
    desk.press("F2")
    desk.write("garcia mar")
    desk.press("Escape")


def _open(desk: Desk, person: PersonId) -> None:
    desk.find("anne nowak")
    assert desk.app.session.person == person
    assert "touchpoints since" in desk.seen(desk.page.timeline)


def _read_on(desk: Desk) -> None:
    desk.press("F12", *["PgDown"] * 6)
    desk.press("Ctrl+J")
    desk.write("earliest")
    desk.press("Return", *["PgUp"] * 6)
    desk.press("Ctrl+F")
    desk.write("density")
    until(lambda: desk.page.timeline.search.text() and "found" in desk.seen(desk.page.timeline))
    desk.press("Return", "Return", "Escape", "Escape")


def _send(desk: Desk) -> None:
    assert desk.app.desk is not None
    sending = desk.app.desk.sending
    sending.send_now()
    until(lambda: not sending._busy and not _waiting(desk), seconds=600)


def _waiting(desk: Desk) -> int:
    assert desk.app.desk is not None
    view = desk.app.desk.sending._view
    return view.counts.pending + view.counts.sending if view else 1


def _told(seen: Watched, allowed: float) -> str:
    pulse = seen.pulse
    return (
        f"busy for {pulse.busiest:.0f} ms of {allowed:.0f} at most,"
        f" by the wall {pulse.longest:.0f} ms"
    )
