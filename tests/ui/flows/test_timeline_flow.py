"""The timeline by keyboard: searched whole, a date gone to, an entry opened, kept and covered."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from console.errors import Offline
from console.models.audit import AuditEvent
from console.ui.timeline.model import MOST, ROW
from console.ui.timeline.rows import Heading
from tests.heavy import add_touchpoints
from tests.stories.desk import Desk, patient

DENISE = patient("denise", "Denise Walker", born="1974-06-09", phone="937-555-0137")
MANY = 320


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.bring(DENISE)
    add_touchpoints(desk.center.shared, desk.person("Denise Walker"), MANY, desk.clock())
    desk.find("Denise Walker")
    return desk


def timeline(desk: Desk) -> str:
    return desk.seen(desk.page.timeline)


def rest(desk: Desk) -> None:
    """The typing rests, and what waited for that is asked for."""
    desk.pass_time(1)


def current(desk: Desk) -> str:
    row = desk.page.timeline.view.currentIndex().data(ROW)
    return "" if row is None else str(row.words.title)


def test_words_are_found_far_below_what_is_loaded_and_escape_brings_all_back(opened: Desk) -> None:
    assert "letter 300" not in timeline(opened)
    opened.press("Ctrl+F")
    opened.write("number 300")
    rest(opened)
    assert "1 found" in timeline(opened)
    assert "Flu shots near you, letter 300" in timeline(opened)
    opened.write("x")
    rest(opened)
    assert "Nothing holds “number 300x”" in timeline(opened)
    opened.press("Escape")
    assert "letter 0" in timeline(opened)
    assert f"{MANY} touchpoints since" in timeline(opened)


def test_a_date_is_gone_to_and_the_list_goes_on_both_ways_with_the_cursor_kept(
    opened: Desk,
) -> None:
    pane = opened.page.timeline
    opened.press("Ctrl+J")
    opened.write("1 jun")
    assert "Mon 1 Jun" in timeline(opened)
    opened.press("Return")
    landed = current(opened)
    assert landed
    assert pane.view.hasFocus()
    heading = pane.model.index(pane.view.currentIndex().row() - 1, 0).data(ROW)
    assert isinstance(heading, Heading)
    assert heading.words == "Mon 1 Jun"
    for _ in range(3):  # pages above and below join
        opened.pass_time(1)
    place = pane.view.verticalScrollBar().value()
    assert opened.app.desk is not None
    opened.app.desk.record.reload()
    assert (current(opened), pane.view.verticalScrollBar().value()) == (landed, place)
    opened.press("Ctrl+J")
    opened.write("earliest")
    opened.press("Return")
    assert current(opened).endswith(f"{MANY - 1}")
    for _ in range(20):
        opened.press("PgUp")
        opened.pass_time(1)
    assert pane.model.entries <= MOST
    opened.press("Ctrl+J")
    opened.write("1999")
    opened.press("Return")
    assert "Nothing is as old as that. This is the earliest." in timeline(opened)


def test_an_entry_stands_beside_the_list_and_follows_the_cursor(opened: Desk) -> None:
    opened.press("F12", "Return")
    beside = opened.page.timeline.beside
    assert "Written by hand, number 0" in opened.seen(beside.detail)
    assert "Delivered" in opened.seen(beside.detail)
    opened.press("Down")
    opened.pass_time(1)
    assert "Written by hand, number 1" in opened.seen(beside.detail)
    opened.press("Return")
    assert beside.detail.hasFocus()
    opened.press("Escape")
    assert not beside.is_open
    assert opened.page.timeline.view.hasFocus()


def test_an_entry_is_saved_and_printed_under_a_name_that_tells_nothing(
    opened: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, paper, proposed = tmp_path / "kept.txt", tmp_path / "kept.pdf", []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return str(file), ""

    def accept(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        assert not any(part in printer.docName() for part in ("Denise", "Walker"))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(paper))
        return int(QPrintDialog.DialogCode.Accepted)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    opened.press("F12", "Return", "Return", "Ctrl+S", "Ctrl+P")
    assert proposed == ["timeline-entry.txt"]
    assert "Written by hand, number 0" in file.read_text(encoding="utf-8")
    assert paper.read_bytes().startswith(b"%PDF")
    opened.center.trail.write()
    assert [row.what for row in opened.rows(AuditEvent) if row.kind == "export"] == [
        "timeline entry, file",
        "timeline entry, print",
    ]
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "x.txt"), "")
    )
    opened.press("Ctrl+S")
    assert "was not saved there" in opened.message


def test_on_a_call_to_somebody_unverified_no_entry_opens_and_no_word_is_sought(
    opened: Desk,
) -> None:
    opened.press("F12", "Return", "Alt+D")
    assert opened.dialed
    assert not opened.page.timeline.beside.is_open
    opened.press("F12", "Return")
    assert "Entries open once verified" in timeline(opened)
    assert "Written by hand" not in timeline(opened)
    opened.press("Escape", "Ctrl+F")
    opened.write("density")
    rest(opened)
    assert "Nothing loaded holds “density”" in timeline(opened)


def test_without_the_server_what_is_loaded_is_sought_through_and_a_slow_page_can_be_left(
    opened: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_given: object, **_more: object) -> Callable[[], object]:
        raise Offline("The server cannot be reached.")

    monkeypatch.setattr(type(opened.center.records), "timeline", away)
    opened.press("Ctrl+F")
    opened.write("density")
    rest(opened)
    assert "Bone density scan, letter 2" in timeline(opened)
    assert "cannot be reached" not in opened.message
    opened.press("Escape")
    opened.app.session.records.clear()  # on its way again
    opened.page.timeline.show_loading()
    opened.page.timeline.cancel_requested.emit()
    assert "Reading was cancelled" in timeline(opened)
