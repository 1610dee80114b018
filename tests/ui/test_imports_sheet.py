"""The sheet of imports: the list in words, what may be done with each, and a page for each way."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.models.terms import ImportState
from console.models.views import ImportView
from console.services.imports.job import JobState
from console.services.imports.orders import ImportOrder
from console.ui.imports import ImportsSheet, Progress, Shown, Undo, wording
from console.ui.imports.choose import paths_in
from console.ui.imports.values import Standing, of_document, of_record
from console.ui.theme.theme import Mode, Theme
from tests.shots.imports import COUNTS, DOCUMENT, NOW, ZONE, view

CUT = view(5, ImportState.OPEN, "visits.ndjson", hours=1, mark="here")
DONE = view(1, ImportState.DONE, "a.csv", "b.csv", "c.csv", hours=3, counts=COUNTS)
PAUSED = view(2, ImportState.PAUSED, "campaign.xlsx", hours=4)
UNDONE = replace(
    view(3, ImportState.UNDONE, "wrong.csv", hours=44, counts=COUNTS),
    undone={"facts": 7, "people": 1, "left": 2, "stops_kept": 1},
)
SHOWN = Shown(
    imports=(CUT, DONE, PAUSED, UNDONE), kept=frozenset({"here"}), running="", undoing=None,
    is_busy=False, why_not="", zone=ZONE, now=NOW,
)  # fmt: skip


@pytest.fixture
def sheet(qtbot: QtBot) -> ImportsSheet:
    pane = QWidget()
    pane.resize(746, 560)
    qtbot.addWidget(pane)
    pane.show()
    sheet = ImportsSheet(Theme(pane, mode=Mode.LIGHT), pane=pane)
    sheet.open_book()
    return sheet


def words(sheet: ImportsSheet) -> str:
    QApplication.processEvents()  # Qt shows what was added to a layout a moment later
    parts = [*sheet.findChildren(QLabel), *sheet.findChildren(QAbstractButton)]
    rows = [f"{row.title} {row.line} {row.side}" for row in sheet.report.list.rows()]
    return "\n".join([*(part.text() for part in parts if part.isVisible()), *rows])


def offered(sheet: ImportsSheet) -> set[str]:
    buttons = {"report", "new", "go_on", "undo"}
    return {name for name in buttons if getattr(sheet.book, name).isVisible()}


NEW, GO_ON, UNDO, PAUSE = 1, 2, 3, 4


def press(qtbot: QtBot, sheet: ImportsSheet, *keys: Qt.Key | int) -> None:
    """Keys, and digits that come with Alt."""
    for key in keys:
        if isinstance(key, Qt.Key):
            qtbot.keyClick(sheet.window().focusWidget() or sheet, key)
        else:
            sheet.digit(key)


@pytest.mark.parametrize(
    ("shown", "one", "standing"),
    [
        (SHOWN, CUT, Standing.CUT_OFF),
        (replace(SHOWN, kept=frozenset()), CUT, Standing.NOT_ENDED),
        (replace(SHOWN, running="here"), CUT, Standing.RUNNING),
        (replace(SHOWN, running="2"), PAUSED, Standing.RUNNING),
        (SHOWN, PAUSED, Standing.PAUSED),
        (replace(SHOWN, running="1"), DONE, Standing.DONE),
        (SHOWN, UNDONE, Standing.UNDONE),
    ],
)
def test_how_each_stands(shown: Shown, one: ImportView, standing: Standing) -> None:
    assert shown.standing(one) is standing


def test_each_row_says_what_when_who_and_how_it_stands(sheet: ImportsSheet) -> None:
    sheet.show_imports(SHOWN)
    cut, done, _, undone = sheet.book.list.rows()
    assert (cut.line, cut.side) == ("Nothing counted yet", "Cut off")
    assert (done.title, done.note) == ("a.csv, b.csv and 1 more", "today 06:41 · Jordan Mays")
    assert done.line == "12,304 new, 318 brought up to date, 30,115 touchpoints, 37 rejected"
    assert undone.side == "Undone"


def test_only_what_can_be_done_is_offered(sheet: ImportsSheet, qtbot: QtBot) -> None:
    sheet.show_imports(SHOWN)
    assert offered(sheet) == {"new", "go_on", "undo"}
    press(qtbot, sheet, Qt.Key.Key_Down)
    assert offered(sheet) == {"report", "new", "undo"}
    press(qtbot, sheet, Qt.Key.Key_Down)
    assert offered(sheet) == {"new", "undo"}
    assert "The desk that began it can go on with it." in words(sheet)
    press(qtbot, sheet, Qt.Key.Key_Down)
    assert offered(sheet) == {"report", "new"}


def test_while_one_runs_no_other_begins_and_it_can_be_paused(
    sheet: ImportsSheet, qtbot: QtBot
) -> None:
    sheet.show_imports(replace(SHOWN, running="here", is_busy=True))
    sheet.show_progress(Progress("Importing visits.ndjson: 12 read, 40 %", "", 0.4, True))
    assert offered(sheet) == set()
    assert "12 read, 40 %" in words(sheet)
    with qtbot.waitSignal(sheet.pause_requested):
        press(qtbot, sheet, PAUSE)
    with qtbot.assertNotEmitted(sheet.pause_requested):
        press(qtbot, sheet, PAUSE)
    press(qtbot, sheet, NEW)
    assert sheet.on_list


def test_who_may_not_import_sees_what_was_brought(sheet: ImportsSheet, qtbot: QtBot) -> None:
    sheet.show_imports(replace(SHOWN, why_not="Administrators bring people in."))
    press(qtbot, sheet, NEW, GO_ON, UNDO, Qt.Key.Key_Down)
    assert sheet.on_list
    assert offered(sheet) == {"report"}
    assert "Administrators bring people in." in words(sheet)


def test_nothing_yet_offers_to_begin_unless_she_may_not(sheet: ImportsSheet) -> None:
    sheet.show_imports(replace(SHOWN, imports=()))
    assert "No imports yet" in words(sheet)
    assert "New import" in words(sheet)
    sheet.show_imports(replace(SHOWN, imports=(), why_not="Administrators bring people in."))
    assert "New import" not in words(sheet)
    assert "Administrators bring people in." in words(sheet)


def test_a_list_that_cannot_be_read_says_why_and_keeps_what_is_in_view(
    sheet: ImportsSheet,
) -> None:
    sheet.book.show_unread("The server does not answer.")
    assert "The imports cannot be read now" in words(sheet)
    sheet.show_imports(SHOWN)
    sheet.book.show_unread("The server does not answer.")
    assert "The server does not answer." in words(sheet)
    assert sheet.book.list.rows()


def test_files_are_chosen_by_keyboard_and_stay_when_it_is_refused(
    sheet: ImportsSheet, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet.show_imports(SHOWN)
    press(qtbot, sheet, NEW)
    for name in ("a.csv", "b.csv"):
        sheet.choose.field.set_text(str(tmp_path / name))
        press(qtbot, sheet, Qt.Key.Key_Return)
    sheet.choose.list.setFocus()
    press(qtbot, sheet, Qt.Key.Key_Delete)
    sheet.choose.focus_first()
    sheet.choose.rejected.setChecked(True)
    with qtbot.waitSignal(sheet.begin_requested) as begun:
        press(qtbot, sheet, Qt.Key.Key_Return)
    assert begun.args == [ImportOrder(paths=(tmp_path / "b.csv",), saves_rejected=True)]
    assert begun.args[0].rejected == tmp_path / "b-rejected"

    sheet.choose.show_busy()
    with qtbot.assertNotEmitted(sheet.begin_requested):
        press(qtbot, sheet, Qt.Key.Key_Return)
    sheet.choose.show_refused("There is no file or folder b.csv.")
    assert "There is no file or folder b.csv." in words(sheet)
    press(qtbot, sheet, Qt.Key.Key_Escape, NEW)
    assert sheet.choose.paths == (tmp_path / "b.csv",)


def test_with_nothing_chosen_it_says_what_to_do(sheet: ImportsSheet, qtbot: QtBot) -> None:
    sheet.open_choose()
    with qtbot.assertNotEmitted(sheet.begin_requested):
        press(qtbot, sheet, Qt.Key.Key_Return)
    assert "Name a file or a folder first." in words(sheet)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("/data/a.csv\n /data/b c.csv \n", ["/data/a.csv", "/data/b c.csv"]),
        ('"/data/a.csv"', ["/data/a.csv"]),
        ("file:///data/b%20c.csv", ["/data/b c.csv"]),
        ("  ", []),
    ],
)
def test_paths_are_read_as_they_are_pasted(typed: str, found: list[str]) -> None:
    assert [str(path) for path in paths_in(typed)] == found


def test_alt_digits_open_the_dialogs_only_where_files_are_chosen(
    sheet: ImportsSheet, qtbot: QtBot
) -> None:
    sheet.show_imports(SHOWN)
    with qtbot.assertNotEmitted(sheet.files_requested):
        assert sheet.digit(1)
    sheet.open_choose()
    with qtbot.waitSignals([sheet.files_requested, sheet.folder_requested]):
        assert sheet.digit(1)
        assert sheet.digit(2)


def test_a_report_tells_counts_reasons_and_where(sheet: ImportsSheet, qtbot: QtBot) -> None:
    sheet.show_imports(SHOWN)
    press(qtbot, sheet, Qt.Key.Key_Down, Qt.Key.Key_Return)
    told = words(sheet)
    assert "12,304\npeople are new" in told
    assert "12\npeople were kept as corrected here" in told
    assert "Has a birth date that is none  21 rejected" in told
    assert "Files and places are told only in the window that imported" in told

    press(qtbot, sheet, Qt.Key.Key_Escape)
    sheet.keep(of_document(DOCUMENT))
    press(qtbot, sheet, Qt.Key.Key_Return)
    assert "people-0.csv, line 4 Has a birth date that is none" in words(sheet)
    assert "export/" not in words(sheet)
    assert "Files and places are told only" not in words(sheet)
    assert "What was rejected lies in /data/people-rejected." in words(sheet)


def test_a_dry_run_is_said_to_be_one_and_can_be_done_for_good(
    sheet: ImportsSheet, qtbot: QtBot
) -> None:
    sheet.show_imports(SHOWN)
    sheet.open_report(of_document({**DOCUMENT, "dry_run": True, "import": None}))
    assert "Dry run: nothing was changed" in words(sheet)
    with qtbot.waitSignal(sheet.again_requested):
        press(qtbot, sheet, Qt.Key.Key_Return)


def test_undoing_is_asked_about_and_leaves_stops_unless_it_is_told_otherwise(
    sheet: ImportsSheet, qtbot: QtBot
) -> None:
    sheet.show_imports(SHOWN)
    press(qtbot, sheet, Qt.Key.Key_Down, UNDO)
    assert "Undo the import of a.csv, b.csv and 1 more, today 06:41?" in words(sheet)
    assert not sheet.undo.stops.isChecked()
    with qtbot.assertNotEmitted(sheet.undo_requested):
        press(qtbot, sheet, Qt.Key.Key_Return)
    press(qtbot, sheet, Qt.Key.Key_Space)
    with qtbot.waitSignal(sheet.undo_requested) as wished:
        sheet.undo.undo.click()
    assert wished.args == [Undo(DONE.id, stops=True)]
    press(qtbot, sheet, Qt.Key.Key_Escape, UNDO)
    assert not sheet.undo.stops.isChecked()


def test_what_became_of_an_undone_import_is_told(sheet: ImportsSheet) -> None:
    sheet.show_imports(SHOWN)
    sheet.open_report(of_record(UNDONE))
    assert (
        "7 facts no longer count. 1 person is taken back. 2 records stay, as somebody worked on "
        "them since. 1 revocation of consent stays in force."
    ) in words(sheet)


def test_what_comes_by_itself_takes_no_focus_from_whoever_types(
    sheet: ImportsSheet, qtbot: QtBot
) -> None:
    elsewhere = QLineEdit(sheet.parentWidget())
    elsewhere.show()
    sheet.show_imports(SHOWN)
    elsewhere.setFocus()
    sheet.show_imports(SHOWN)
    sheet.open_report(of_document(DOCUMENT))
    assert sheet.report.isVisible()
    press(qtbot, sheet, Qt.Key.Key_7)
    assert elsewhere.text() == "7"


def test_escape_leads_back_to_the_list_and_then_out(sheet: ImportsSheet, qtbot: QtBot) -> None:
    sheet.show_imports(SHOWN)
    press(qtbot, sheet, NEW, Qt.Key.Key_Escape)
    assert sheet.on_list
    press(qtbot, sheet, Qt.Key.Key_Escape)
    assert sheet.isHidden()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"paused": True}, "The import is paused. It waits to go on: Alt Shift I."),
        ({"dry_run": True}, "The dry run is over and changed nothing. Its report: Alt Shift I."),
        ({"rejected_count": 1}, "The import is done; 1 record was rejected."),
        ({"rejected_count": 37}, "The import is done; 37 records were rejected."),
        ({"rejected_count": 0, "rejected": []}, "The import is done. The report: Alt Shift I."),
    ],
)
def test_its_end_is_told_in_one_sentence(changed: dict[str, object], told: str) -> None:
    assert wording.ended(of_document({**DOCUMENT, **changed}), "Alt Shift I").startswith(told)


def test_progress_is_told_in_numbers() -> None:
    assert wording.far(JobState()) == "beginning"
    assert wording.far(JobState(done=40, total=100, read=12_300)) == "12,300 read, 40 %"


def test_a_letter_alone_does_nothing(sheet: ImportsSheet, qtbot: QtBot) -> None:
    sheet.show_imports(SHOWN)
    press(qtbot, sheet, Qt.Key.Key_N, Qt.Key.Key_G, Qt.Key.Key_U)
    assert sheet.on_list
