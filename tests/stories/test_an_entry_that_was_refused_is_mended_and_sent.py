"""A poisonous entry keeps nobody waiting; its rep corrects it by keyboard, and it goes as well."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from console.models.commands import DiscardEntry, LogDisposition
from console.models.facts import Command, Disposition
from tests.stories.desk import OTHER_REP, SUPERVISOR, Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
CARL = patient("carl", "Carl Abernathy", born="1960-07-14", phone="937-555-0164")

CHECK = """
CREATE TRIGGER no_percent BEFORE INSERT ON disposition WHEN NEW.notes LIKE '%5!%%' ESCAPE '!'
BEGIN SELECT RAISE(ABORT, 'check violation'); END
"""
"""A rule of the database that the desk does not know."""


def call(desk: Desk, name: str, notes: str) -> None:
    desk.find(name)
    desk.press("Alt+D", "Alt+X", "1", "F9")
    desk.write(notes)
    desk.press("Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)


@pytest.fixture
def refused(desk: Desk) -> Desk:
    """One of two calls was refused by the shared database."""
    desk.bring(WALTER, CARL)
    with desk.center.shared.transaction() as session:
        session.execute(text(CHECK))
    call(desk, "Walter Brandt", "wants 5% off")
    call(desk, "Carl Abernathy", "rang twice")
    desk.log_all()
    return desk


def dispositions(desk: Desk) -> dict[str, Any]:
    return {row.notes: row.command_id for row in desk.rows(Disposition)}


def sheet(desk: Desk) -> str:
    assert desk.app.desk is not None
    return desk.seen(desk.app.desk.stuck.sheet)


def test_the_others_go_through_and_the_status_says_so(refused: Desk) -> None:
    assert list(dispositions(refused)) == ["rang twice"]
    assert "1 entry needs attention" in refused.status


def test_what_it_was_and_what_to_do_is_said_in_words(refused: Desk) -> None:
    refused.press("F8")

    shown = sheet(refused)
    assert "Call logged 10:00" in shown
    assert "No answer" in shown
    assert "wants 5% off" in shown
    assert "Refused" in shown
    assert "safe on this computer" in shown
    assert "Correct the call" in shown
    assert "LogDisposition" not in shown
    assert "Discard" not in shown, "that is the supervisor's"


def test_corrected_it_goes_as_a_new_entry_that_names_the_old_one(refused: Desk) -> None:
    [old] = [entry.id for entry in refused.center.outbox.view().entries]
    refused.press("F8", "Return")
    assert refused.notes == "wants 5% off"
    assert refused.app.session.record is not None
    assert refused.app.session.record.view.name == "Walter Brandt"

    refused.press("F9", "Ctrl+A")
    refused.write("wants a discount")
    refused.press("Ctrl+Return")
    refused.log_all()

    new = dispositions(refused)["wants a discount"]
    assert new != old
    bodies = {row.id: row.payload for row in refused.rows(Command) if row.kind == "LogDisposition"}
    assert old not in bodies
    assert bodies[new]["mends"] == str(old)
    assert "attention" not in refused.status
    assert "Saved on this computer" in refused.status


def test_over_a_call_nothing_is_opened(refused: Desk) -> None:
    refused.find("Carl Abernathy")
    refused.press("Alt+D", "F8")
    assert "opens after the call" in refused.message
    assert "5% off" not in refused.seen()

    refused.press("Alt+X", "F8", "Return")
    assert refused.draft.names
    assert "Log this call first" in refused.message
    assert "Call logged" in sheet(refused)


def test_tried_again_it_goes_when_the_cause_is_gone(refused: Desk) -> None:
    with refused.center.shared.transaction() as session:
        session.execute(text("DROP TRIGGER no_percent"))
    refused.press("F8", "Tab", "Tab", "Space")
    refused.log_all()

    assert set(dispositions(refused)) == {"rang twice", "wants 5% off"}
    assert "Everything was sent." in sheet(refused)


def test_a_supervisor_discards_it_and_the_journal_keeps_why(
    refused: Desk, start_desk: Callable[..., Desk]
) -> None:
    refused.close()
    desk = start_desk(login=SUPERVISOR, clock=refused.clock)
    desk.press("F8")
    assert "Only jmays can read and correct it" in sheet(desk)
    assert "5% off" not in sheet(desk)

    desk.press("Tab", "Tab", "Space")
    desk.write("no")
    desk.press("Return")
    assert "Say why" in sheet(desk)
    desk.write(" longer needed, was logged by hand")
    desk.press("Return")
    desk.log_all()

    assert "Everything was sent." in sheet(desk)
    [row] = [row for row in desk.rows(Command) if row.kind == DiscardEntry.__name__]
    assert row.author == SUPERVISOR
    assert row.payload["kind"] == LogDisposition.__name__
    assert row.payload["reason"].endswith("logged by hand")


def test_another_rep_is_told_whose_entries_wait(
    refused: Desk, start_desk: Callable[..., Desk]
) -> None:
    refused.close()
    desk = start_desk(login=OTHER_REP, clock=refused.clock)
    desk.press("F8")

    assert "1 entry of jmays waits for jmays" in sheet(desk)
    assert "Call logged" not in sheet(desk)
