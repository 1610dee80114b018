"""Imports beside the desk's work: closing pauses, the next start says so, and who may is asked."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from console.errors import NotFound
from console.models.ids import Login
from console.models.terms import Role
from console.services.imports import import_paths, orders
from console.services.imports.job import JobState
from console.ui.flows.imports import ImportFlow
from console.ui.imports.mapping import MappingSheet
from console.ui.session import Changes
from tests.services.imports.resources import ndjson
from tests.shots.imports import DOCUMENT
from tests.stories.desk import Desk, patient


class Job:
    """Stands in for the process that imports; a test says what it tells."""

    begun: list["Job"] = []  # noqa: RUF012 - emptied for each test

    def __init__(self, _settings: object, paths: Sequence[Path], **options: Any) -> None:
        self.paths, self.options = paths, options
        self.state = JobState()
        self.paused = False
        Job.begun.append(self)

    def pause(self) -> None:
        self.paused = True

    def end(self, **told: Any) -> None:
        self.state = JobState(report={**DOCUMENT, "import": None, **told})


class Mapping(QObject):
    """Stands in for the sheet that asks how tables are read."""

    accepted = Signal(object)
    trial_wished = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.proposal: Any = None

    def show_proposal(self, proposal: Any, _codes: object = None) -> None:
        self.proposal = proposal

    def show_trial(self, report: Any) -> None:
        self.told.append(f"created {report['created']}")

    def show_fault(self, sentence: str) -> None:
        self.told.append(sentence)

    def open_sheet(self) -> None:
        self.told.append("opened")

    def close_sheet(self) -> None:
        self.told.append("closed")


@pytest.fixture(autouse=True)
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    Job.begun = []
    monkeypatch.setattr(orders, "ImportJob", Job)
    return Job.begun


@pytest.fixture
def file(tmp_path: Path) -> Path:
    person = patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119")
    return ndjson(tmp_path / "people.ndjson", [person])


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    file.write_text("first,last,born\nWalter,Brandt,1951-02-03\n")
    return file


def flow_of(desk: Desk) -> ImportFlow:
    assert desk.app.desk is not None
    return desk.app.desk.imports


def begin(desk: Desk, file: Path) -> None:
    desk.press("Alt+Shift+I", "Alt+1")
    flow_of(desk).sheet.choose.field.set_text(str(file))
    desk.press("Return", "Return")


def poll(desk: Desk) -> None:
    flow_of(desk).run._poll.timeout.emit()
    desk.settle()


def test_closing_the_window_pauses_and_the_next_start_says_that_one_waits(
    start_desk: Callable[..., Desk], file: Path, jobs: list[Job]
) -> None:
    desk = start_desk()
    begin(desk, file)
    shared, now = desk.center.shared, desk.clock()
    import_paths(shared, [file], author=Login("jmays"), now=now, pause=lambda: True)
    desk.close()
    assert jobs[0].paused

    again = start_desk()
    assert "An import waits to go on: Alt Shift I." in again.message
    assert "An import waits to go on" in again.status
    again.press("Alt+Shift+I")
    assert "Paused" in again.seen(flow_of(again).sheet)
    again.press("Alt+2")
    assert jobs[1].paths == (file,)
    assert "An import waits" not in again.status


def test_a_call_takes_the_middle_and_the_end_is_told_in_the_message_slot(
    desk: Desk, file: Path, jobs: list[Job]
) -> None:
    begin(desk, file)
    jobs[0].state = JobState(done=40, total=100, read=12_300)
    poll(desk)
    assert "Importing: 12,300 read, 40 %" in desk.status
    desk.ring("937-555-0193")
    desk.press("Alt+A")
    assert flow_of(desk).sheet.isHidden()
    jobs[0].end()
    poll(desk)
    assert desk.message.startswith("The import is done; 37 records were rejected.")
    assert "Importing" not in desk.status
    desk.press("Alt+Shift+I")
    assert "people are new" in desk.seen(flow_of(desk).sheet.report)


def test_a_dry_run_is_done_for_good_by_one_key(desk: Desk, file: Path, jobs: list[Job]) -> None:
    desk.press("Alt+Shift+I", "Alt+1")
    choose = flow_of(desk).sheet.choose
    choose.dry_run.setChecked(True)
    choose.field.set_text(str(file))
    desk.press("Return", "Return")
    assert not list(desk.settings.profile.glob("imports/*"))
    jobs[0].end(dry_run=True)
    poll(desk)
    assert "Dry run: nothing was changed" in desk.seen(flow_of(desk).sheet.report)
    desk.press("Return")
    assert [job.options["dry_run"] for job in jobs] == [True, False]


def test_what_cannot_begin_says_why_and_keeps_what_was_chosen(
    desk: Desk, tmp_path: Path, jobs: list[Job]
) -> None:
    begin(desk, tmp_path / "none.csv")
    sheet = flow_of(desk).sheet
    assert "There is no file or folder" in desk.seen(sheet.choose)
    assert sheet.choose.paths == (tmp_path / "none.csv",)
    assert not jobs
    assert not flow_of(desk).run.is_busy


def test_a_fault_of_the_process_is_told_and_what_was_chosen_stays(
    desk: Desk, file: Path, jobs: list[Job]
) -> None:
    begin(desk, file)
    jobs[0].state = JobState(fault="The import was cut off.")
    poll(desk)
    assert desk.message == "The import was cut off."
    assert "The import was cut off." in desk.seen(flow_of(desk).sheet.book)
    assert flow_of(desk).sheet.choose.paths == (file,)


@pytest.mark.parametrize(
    ("role", "offline", "why"),
    [
        (Role.ADMINISTRATOR, False, ""),
        (Role.SUPERVISOR, False, "Administrators bring people in"),
        (Role.REP, False, "Administrators bring people in"),
        (Role.ADMINISTRATOR, True, "The server cannot be reached."),
    ],
)
def test_on_a_server_administrators_import_while_it_answers(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, role: Role, offline: bool, why: str
) -> None:
    monkeypatch.setattr(desk.center.shared, "dialect", "postgresql")
    session = desk.app.session
    assert session.staff is not None

    session.staff = replace(session.staff, role=role)
    session.desk.offline_since = desk.clock() if offline else None
    session.changed.emit(Changes.CONNECTION)
    desk.press("Alt+Shift+I")
    seen = desk.seen(flow_of(desk).sheet)
    assert ("New import" in seen) is (why == "")
    assert why in seen


def asking(desk: Desk) -> Mapping:
    """The same desk with a sheet that asks how tables are read."""
    sheet = Mapping()
    flow_of(desk)._mapping_sheet = lambda _: sheet
    return sheet


def test_a_proposed_mapping_is_asked_about_tried_and_kept(
    desk: Desk, table: Path, jobs: list[Job]
) -> None:
    sheet = asking(desk)
    begin(desk, table)
    assert sheet.told == ["opened"]
    assert not jobs

    sheet.trial_wished.emit(sheet.proposal.mapping)
    jobs[0].end(dry_run=True)
    poll(desk)
    assert sheet.told == ["opened", "created 12304"]

    sheet.accepted.emit(sheet.proposal.mapping)
    assert sheet.told[-1] == "closed"
    assert [job.options["dry_run"] for job in jobs] == [True, False]
    [kept] = desk.settings.profile.glob("imports/*.json")
    assert json.loads(kept.read_text())["mapping"] == str(jobs[1].options["mapping"])


def test_tables_are_asked_about_in_the_window_itself(
    desk: Desk, table: Path, jobs: list[Job]
) -> None:
    begin(desk, table)
    sheet = desk.app.window.findChild(MappingSheet)
    assert sheet.isVisible()
    assert not jobs
    sheet.accepted.emit(sheet.mapping)
    assert sheet.isHidden()
    assert jobs[0].options["mapping"]


def test_during_a_call_the_question_about_tables_waits(
    desk: Desk, table: Path, jobs: list[Job]
) -> None:
    sheet = asking(desk)
    desk.ring("937-555-0193")
    desk.press("Alt+A")
    begin(desk, table)
    assert sheet.told == []
    assert "Say how the tables are read: Alt Shift I." in desk.message
    desk.press("Alt+Shift+I")
    assert sheet.told == ["opened"]
    assert not jobs


def test_giving_the_mapping_up_leads_back_to_what_was_chosen(
    desk: Desk, table: Path, jobs: list[Job]
) -> None:
    sheet = asking(desk)
    begin(desk, table)
    sheet.cancelled.emit()
    assert flow_of(desk).sheet.choose.isVisible()
    assert flow_of(desk).sheet.choose.begin.isEnabled()
    assert not jobs


def test_what_needs_no_mapping_begins_at_once(desk: Desk, file: Path, jobs: list[Job]) -> None:
    sheet = asking(desk)
    begin(desk, file)
    assert not sheet.told
    assert len(jobs) == 1


def test_an_import_that_is_gone_is_not_undone_and_that_is_said(desk: Desk, file: Path) -> None:
    import_paths(desk.center.shared, [file], author=Login("jmays"), now=desk.clock())
    desk.press("Alt+Shift+I", "Alt+3")
    center = desk.center

    def undo(*_: object, **__: object) -> dict[str, int]:
        raise NotFound("There is no such import on record.")

    center.imports.undo = undo  # type: ignore[method-assign]
    desk.press("Tab", "Return")
    assert "There is no such import on record." in desk.seen(flow_of(desk).sheet.book)
    assert not flow_of(desk).run.is_busy
