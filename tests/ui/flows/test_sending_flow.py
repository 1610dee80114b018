"""Sending: how it stands is told truly, and nobody's server is asked without end."""

import json
import logging
from collections.abc import Callable
from datetime import timedelta

import pytest

from console.errors import EnvironmentFault, Offline, SchemaMismatch
from console.models.ids import Login
from console.models.views import DispositionFilter, SyncReport
from console.services.connect_faults import NotAdmitted
from console.ui.lookup import NewPersonForm
from console.ui.tasks import Lane
from console.ui.widgets import MessageKind
from tests.commands import command, new_person
from tests.stories.desk import Desk, patient

WALTER = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
CARL = patient("carl", "Carl Abernathy", born="1960-07-14", phone="937-555-0164")


def test_what_waits_for_another_login_does_not_make_the_sender_spin(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.center.sync, "_author", Login("somebody-else"))
    desk.center.outbox.put(command(new_person(), author=Login("ada")))
    assert desk.app.desk is not None

    desk.app.desk.sending.send_now()

    assert desk.app.desk.sending._round.interval() > 1000


def test_offline_counts_what_is_kept_although_it_is_not_due(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.bring(WALTER)
    monkeypatch.setattr(desk.center.shared, "dialect", "postgresql")
    monkeypatch.setattr(desk.center.sync, "look", away)
    monkeypatch.setattr(desk.center.live, "cursor", away)  # a slow machine asks meanwhile
    desk.find("Walter Brandt")
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    assert desk.idle
    assert desk.app.desk is not None

    desk.app.desk.sending.send_now()

    assert "Offline since" in desk.status
    assert "1 entry kept" in desk.status


def away() -> None:
    raise Offline("The server does not answer.")


def test_a_full_disk_is_not_called_offline_on_the_embedded_database(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> object:
        raise EnvironmentFault("The disk is full or failing.")

    monkeypatch.setattr(desk.center.outbox, "view", full)
    assert desk.app.desk is not None

    desk.app.desk.sending.send_now()

    assert "The disk is full" in desk.status
    assert "Offline" not in desk.status


def test_somebody_new_waits_for_no_server_and_joins_no_other_call(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desk's own lane is for the desk's store alone: a stop must never wait behind a server."""
    desk.bring(WALTER)
    desk.ring("937-555-0119")
    desk.press("Alt+A")
    assert desk.app.desk is not None
    put_off: list[tuple[Lane, Callable[[], object], Callable[[object], None]]] = []

    def keep(
        lane: Lane, work: Callable[[], object], done: Callable[[object], None], *_: object
    ) -> None:
        put_off.append((lane, work, done))

    with monkeypatch.context() as patched:
        patched.setattr(desk.app.tasks, "run", keep)
        form = NewPersonForm(name="Nora New", birth_date="", phone="937-555-0144", language="")
        desk.app.desk.newcomer._on_submitted(form)
    [(lane, add, added)] = put_off
    assert lane is Lane.DESK
    person = add()
    assert desk.center.outbox.counts().pending == 1  # durable here, and not sent by this lane

    desk.press("Alt+X")
    desk.app.session.clear_call()
    desk.ring("937-555-0164")
    added(person)

    assert desk.draft.about == ()


class TestAnUnexpectedError:
    """It is told with a number and logged with its place; its words stay out of both."""

    @pytest.fixture
    def secret(self) -> ValueError:
        try:
            json.loads('{"ZZPHI')
        except ValueError as cause:
            try:
                raise ValueError("ZZPHI is no code") from cause
            except ValueError as error:
                return error
        raise AssertionError

    def test_its_words_are_neither_shown_nor_logged(
        self, desk: Desk, secret: ValueError, caplog: pytest.LogCaptureFixture
    ) -> None:
        desk.app.notices.report(secret)
        assert desk.app.desk is not None
        desk.app.desk.review._on_failed(secret)
        desk.app._on_center_failed(secret)

        assert "reference" in desk.message
        assert "ZZPHI" not in desk.seen() + desk.seen(desk.app.window.supervisor)
        said = [record for record in caplog.records if record.levelno == logging.ERROR]
        assert len(said) == 3
        assert all("ValueError" in record.getMessage() for record in said)
        assert "JSONDecodeError" in said[0].getMessage()
        assert "ZZPHI" not in caplog.text
        caplog.clear()


def test_the_supervisors_page_comes_back_with_its_server(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_filter: DispositionFilter, *_: object) -> object:
        raise Offline("The server does not answer.")

    page = desk.app.window.supervisor
    with monkeypatch.context() as patched:
        patched.setattr(desk.center.review, "page", gone)
        desk.app.window.show_page("supervisor")
        assert "does not answer" in desk.seen(page)

    desk.pass_time(timedelta(seconds=3).total_seconds())

    assert "does not answer" not in desk.seen(page)


def test_what_the_server_had_lost_is_said_to_be_sent_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.center.shared, "dialect", "postgresql")
    monkeypatch.setattr(desk.center.sync, "once", lambda **_: SyncReport(sent=2, again=2))
    assert desk.app.desk is not None

    desk.app.desk.sending.send_now()

    assert "2 sent again, the server had lost them" in desk.status


def test_an_old_primary_is_named_and_the_desk_is_offline(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = "db1 is an old primary (timeline 1; 2 is known). Nothing is sent there."
    monkeypatch.setattr(desk.center.shared, "dialect", "postgresql")
    report = SyncReport(offline=why, wrong_server=True)
    monkeypatch.setattr(desk.center.sync, "once", lambda **_: report)
    assert desk.app.desk is not None

    desk.app.desk.sending.send_now()

    assert why in desk.message
    assert "db1 is an old primary" in desk.status
    assert desk.app.session.desk.offline_since is not None


def test_why_it_is_offline_is_told_anew_when_that_changes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    why: list[Exception] = [
        Offline("The server does not answer."),
        NotAdmitted("Your role here has ended. Ask your administrator."),
        SchemaMismatch("The database is newer than this program. Update the console."),
    ]

    def look() -> None:
        raise why[0]

    monkeypatch.setattr(desk.center.shared, "dialect", "postgresql")
    monkeypatch.setattr(desk.center.sync, "look", look)
    assert desk.app.desk is not None
    slot = desk.page.bar.slot

    desk.app.desk.sending.send_now()
    assert "Offline since 10:00 · what you log is kept" in desk.status
    del why[0]
    desk.app.desk.sending.send_now()
    assert "Offline since 10:00 · Your role here has ended · what you log is kept" in desk.status
    standing = slot.message(MessageKind.OFFLINE)
    assert standing is not None
    assert "Your role here has ended. Ask your administrator." in standing.text
    del why[0]
    desk.app.desk.sending.send_now()
    assert "The database is newer than this program · what you log is kept" in desk.status
