"""A rep parks a call, takes a break, reads her day and what she was told: by keys alone."""

from collections.abc import Callable

from console.models.claims import Claim
from console.models.facts import Callback, Disposition, ReadyState
from console.rules import call
from console.ui.widgets import MessageKind
from tests.services.records import begin
from tests.stories.desk import REP, Desk, later, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
DENISE = patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137")


def test_a_parked_call_outlives_a_kill_and_is_logged_with_its_own_wrap_up(
    desk: Desk, start_desk: Callable[..., Desk]
) -> None:
    desk.bring(WALTER, DENISE)
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+L")
    assert "Hang up first" in desk.message
    desk.press("Alt+X", "F9")
    desk.write("asked for the morning")
    desk.clock.goes_on(seconds=30)
    desk.ring("937-555-0137")

    desk.press("Alt+L", "Alt+A")

    assert desk.draft.phone == "+19375550137"
    assert desk.notes == ""
    assert "1 parked" in desk.status
    assert "Walter" not in desk.seen()
    desk.press("Alt+X", "7", "Ctrl+Return")
    desk.die()
    desk.clock.goes_on(hours=1)

    again = start_desk(clock=desk.clock)
    again.press("Alt+L")
    assert "Walter B." in again.seen(again.page.centre)
    assert "asked for the morning" in again.seen(again.page.centre)
    again.press("Return")
    assert again.notes == "asked for the morning"
    assert call.wrap_up_seconds(again.draft, again.clock()) == 30
    again.press("F4", "1", "Ctrl+Return")
    again.log_all()
    notes = {row.code: row.notes for row in again.rows(Disposition)}
    assert notes == {"no_answer": "asked for the morning", "could_not_verify": ""}

    again.press("Alt+L")
    assert "No call is parked" in again.seen(again.page.centre)


def test_what_the_window_said_is_read_again_without_names(desk: Desk) -> None:
    desk.bring(WALTER)
    desk.press("Alt+Shift+W")
    assert desk.app.desk is not None
    sheet = desk.app.desk.notices.sheet
    assert "Nothing was said yet" in desk.seen(sheet)
    desk.press("Escape")
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X")
    desk.ring("937-555-0137")
    desk.press("1", "Ctrl+Return")
    undo = desk.page.bar.slot.message(MessageKind.UNDO)
    assert undo is not None
    assert "Walter B." in undo.text
    desk.press("Alt+A")

    desk.press("Alt+Shift+W")

    told = desk.seen(sheet)
    assert "It rang during another call." in told
    assert "Logged: No answer" in told
    assert "Walter" not in told
    assert "0137" not in told


def test_a_command_is_found_by_its_words_and_people_come_first(desk: Desk) -> None:
    desk.bring(WALTER)
    desk.press("F6", "Ctrl+K")
    desk.write("walter")
    desk.press("Return")
    assert desk.page.lookup.query == "walter"
    desk.press("Escape", "F6")
    before = desk.focus

    desk.press("Ctrl+K")
    desk.write("key")
    assert "Keys of this window" not in desk.seen(desk.app.window.finder)
    desk.press("Escape")
    assert desk.focus is before

    desk.press("Ctrl+K")
    desk.write("start a call")
    assert "Alt A" in desk.app.window.finder.list.rows()[1].side
    desk.press("Down", "Return")
    assert not desk.idle


def test_a_break_has_its_reason_and_time_through_a_restart_and_ends_with_a_call(
    desk: Desk, start_desk: Callable[..., Desk]
) -> None:
    assert "Ready" in desk.seen(desk.app.window.top.presence)
    desk.press("Alt+Y", "Alt+2")
    desk.pass_time(90)
    assert "Lunch" in desk.seen(desk.app.window.top.presence)
    assert "01:30" in desk.seen(desk.app.window.top.presence)
    desk.die()
    desk.clock.goes_on(minutes=10)

    again = start_desk(clock=desk.clock)
    assert "11:30" in again.seen(again.app.window.top.presence)
    again.press("Alt+A")
    assert not again.app.window.top.presence.isVisible()
    again.press("Alt+Y")
    assert "Log this call first" in again.message
    again.press("Alt+X", "F4", "1", "Ctrl+Return")
    assert "Ready" in again.seen(again.app.window.top.presence)

    again.log_all()
    said = [(row.login, row.state, row.reason) for row in again.rows(ReadyState)]
    assert said == [(REP, "not_ready", "Lunch"), (REP, "ready", "")]


def test_her_day_is_read_by_one_key_from_the_database_and_what_waits(desk: Desk) -> None:
    desk.bring(WALTER, DENISE)
    desk.press("Alt+Shift+D")
    assert "Nothing yet today" in desk.seen(desk.page.centre)
    desk.press("Escape")
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+P")
    desk.write("sends the form")
    desk.press("Return")
    desk.write("+3h")
    desk.press("Return")
    desk.clock.goes_on(seconds=20)
    desk.press("Alt+Shift+D")
    assert "opens after the call" in desk.message
    desk.press("Alt+X", "F4", "1", "Ctrl+Return")

    desk.press("Alt+Shift+D")
    assert "1 call: 0 incoming, 1 outgoing; somebody answered 0." in desk.seen(desk.page.centre)
    assert "not sent yet" in desk.seen(desk.page.centre)
    assert "sends the form" in desk.seen(desk.page.centre)
    desk.log_all()
    day = desk.seen(desk.page.centre)
    assert "not sent yet" not in day
    assert "Walter Brandt\n" in day
    assert day.count("sends the form") == 1

    desk.press("Return")
    assert desk.app.session.person == desk.person("Walter Brandt")
    desk.clock.goes_on(hours=14)
    desk.press("Alt+Shift+D")
    assert desk.app.desk is not None
    next_day = desk.seen(desk.app.desk.day.sheet)
    assert "late" in next_day
    assert "No answer" not in next_day, "it is another day at the center"


def test_nobody_else_gets_the_callback_that_a_parked_call_is_about(desk: Desk) -> None:
    desk.bring(WALTER)
    begin(desk.center.shared).add(
        Callback, person_id=desk.person("Walter Brandt"), phone="+19375550119",
        due_at=later(desk.clock, hours=-1), zone="America/New_York", asked_for=True, owner=REP,
    )  # fmt: skip
    desk.pass_time(31)
    desk.press("Alt+N", "Alt+D", "Alt+X", "Alt+L")
    [taken] = desk.rows(Claim)

    for _ in range(3):
        desk.pass_time(6 * 60)

    [kept] = desk.rows(Claim)
    assert (kept.holder, kept.until > desk.clock()) == (REP, True)
    assert kept.until > taken.until, "its lease is prolonged"
    desk.press("Alt+N")
    assert desk.draft.callback_id == taken.target_id
