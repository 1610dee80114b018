"""The commonest call of all: dialed, nobody there, logged; three chords and no mouse."""

from console.models.facts import Call, Disposition, TouchpointEvent
from tests.stories.desk import Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")


def test_dial_hang_up_and_log(desk: Desk) -> None:
    desk.bring(WALTER)
    desk.find("Walter Brandt")

    desk.press("Alt+D")
    desk.pass_time(24)
    desk.press("Alt+X", "Ctrl+Return")

    assert desk.idle
    assert desk.dialed == ["+19375550119"]
    assert "Logged for Walter B.: No answer" in desk.message
    assert desk.rows(Disposition) == []  # there is time to undo
    desk.log_all()
    [logged] = desk.rows(Disposition)
    assert logged.code == "no_answer"
    [call] = desk.rows(Call)
    assert (call.ended_at - call.started_at).total_seconds() == 24


def test_a_digit_picks_another_outcome(desk: Desk) -> None:
    desk.bring(WALTER)
    desk.find("Walter Brandt")

    desk.press("Alt+D", "Alt+X", "2", "Ctrl+Return")

    assert "Voicemail left" in desk.message
    desk.log_all()
    assert [row.code for row in desk.rows(Disposition)] == ["voicemail_left"]
    events = [row for row in desk.rows(TouchpointEvent) if row.kind == "outcome"]
    assert [row.ref for row in events] == ["voicemail_left"]
