"""The desk's disk is full when a call is logged: it says so, and the call stays on the screen."""

from collections.abc import Callable

from console.models.facts import Disposition
from tests.desk_store import Disk
from tests.stories.desk import Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")


def test_the_screen_says_it_and_keeps_the_call(start_desk: Callable[..., Desk]) -> None:
    desk = start_desk()
    desk.bring(WALTER)
    disk = Disk(desk.center.store)
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "F9")
    desk.write("nobody at home")
    desk.press("F4")

    disk.full = True
    desk.app.session.change_draft(notes="nobody at home " * 10_000)
    desk.press("1", "Ctrl+Return")
    assert not desk.idle
    assert "disk is full" in desk.message
    assert "Logged" not in desk.seen()
    assert desk.notes.startswith("nobody at home")

    disk.full = False
    desk.press("Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()
    assert [row.code for row in desk.rows(Disposition)] == ["no_answer"]
