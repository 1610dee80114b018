"""People come in by a process of their own while the desk keeps working, and are taken back."""

from collections.abc import Callable
from pathlib import Path

from console.services.imports.job import ImportJob
from console.ui.flows.imports import ImportFlow
from tests.services.imports.resources import ndjson
from tests.stories.desk import Desk, patient, until

PEOPLE = (
    patient("walter", "Walter Brandt", born="1951-02-03", phone="937-555-0119"),
    patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137"),
)


def imports(desk: Desk) -> ImportFlow:
    assert desk.app.desk is not None
    return desk.app.desk.imports


def test_an_import_is_begun_followed_and_undone_by_keyboard(
    start_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    file = ndjson(tmp_path / "people.ndjson", [*PEOPLE, {"resourceType": 7}])
    desk = start_desk()
    assert "This database is empty" in desk.seen(desk.page.welcome)

    desk.press("Alt+1")
    desk.write(str(file))
    flow = imports(desk)
    flow.sheet.choose.rejected.setChecked(True)
    desk.press("Return", "Return")
    job: ImportJob = flow.run.importing.job  # type: ignore[union-attr]
    assert "Importing people.ndjson" in desk.seen(flow.sheet)
    assert "Importing:" in desk.status
    desk.press("Esc")
    assert "You can take calls meanwhile" in desk.seen(desk.page.welcome)

    job.wait(60)
    until(lambda: flow.run.importing is None)
    desk.settle()
    assert "The import is done; 1 record was rejected." in desk.message
    assert "Ready for the next call" in desk.seen(desk.page.welcome)
    assert "Importing" not in desk.status

    desk.press("Alt+Shift+I")
    report = desk.seen(flow.sheet.report)
    assert "people are new" in report
    assert "people.ndjson, line 3" in report
    assert "What was rejected lies in" in report
    assert list((tmp_path / "people-rejected").iterdir())
    assert desk.person("walter brandt")

    desk.press("Esc", "Alt+3")
    assert "Undo the import of people.ndjson" in desk.seen(flow.sheet.undo)
    desk.press("Tab", "Return")
    assert "2 people are taken back." in desk.seen(flow.sheet.report)
    assert not desk.center.directory.find("walter brandt").results
    desk.press("Esc")
    assert "Undone" in desk.seen(flow.sheet.book)
    assert not list((desk.settings.profile / "imports").glob("*"))
