"""A fresh start: the window says what is so, offers the ways in, and takes calls meanwhile."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from console.models.records import Person
from tests.postgresql import Server
from tests.stories.desk import Desk, patient


def test_it_offers_ways_in_with_their_keys(desk: Desk) -> None:
    shown = desk.seen(desk.page.welcome)

    assert "This database is empty" in shown
    assert "Import" in shown
    assert "Load demo" in shown


def test_a_call_can_be_taken_all_the_same(desk: Desk) -> None:
    desk.ring("937-555-0193")
    desk.press("Alt+A", "F4", "Alt+3", "Alt+1", "Alt+X", "Ctrl+Return")

    assert desk.idle


def test_with_people_it_is_a_free_desk(desk: Desk) -> None:
    desk.bring(patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119"))
    assert desk.app.desk is not None
    desk.app.desk.load()

    assert "This database is empty" not in desk.seen(desk.page.welcome)
    assert "Ready for the next call" in desk.seen(desk.page.welcome)


def test_one_key_fills_it_with_invented_people(start_desk: Callable[..., Desk]) -> None:
    desk = start_desk(fresh=True, login=None)
    desk.press("Alt+2")

    assert len(desk.rows(Person)) >= 400
    assert "Ready for the next call" in desk.seen(desk.page.welcome)


def test_a_login_that_nobody_has_is_refused_at_the_start(
    start_desk: Callable[..., Desk], caplog: pytest.LogCaptureFixture
) -> None:
    """Not one thing after the other, with lists that load for ever."""
    desk = start_desk(login="nobody")
    caplog.clear()  # the error was wanted
    assert desk.refused
    assert "Nobody on record signs in as nobody" in desk.seen(desk.page.welcome)
    assert desk.app.center is None


def test_a_server_without_our_schema_is_named_as_the_cause(
    start_desk: Callable[..., Desk], postgresql_server: Server, tmp_path: Path
) -> None:
    bare = f"bare_{os.getpid()}"
    url = postgresql_server.create_database(bare)
    desk = start_desk(fresh=True, database=url, login=None)
    desk.pass_time(20)

    assert "engagement-console database create" in desk.message
    desk.close()
    postgresql_server.drop_database(bare)
