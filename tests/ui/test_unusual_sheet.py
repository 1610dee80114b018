"""The sheet of unusual access: newest first, each in words, the one under the cursor whole."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.models.ids import Login
from console.services.oversight import Finding, Unusual
from console.ui.supervisor.unusual import UnusualSheet
from console.ui.theme.theme import Mode, Theme

NOW = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
TODAY = date(2026, 11, 18)
ZONE = "America/New_York"


@pytest.fixture
def sheet(qtbot: QtBot) -> UnusualSheet:
    pane = QWidget()
    pane.resize(700, 400)
    qtbot.addWidget(pane)
    pane.show()
    return UnusualSheet(Theme(pane, mode=Mode.LIGHT), pane=pane)


def finding(why: str, detail: str = "", *, name: str = "Walter Brandt", ago: int = 0) -> Finding:
    at = NOW - timedelta(hours=ago)
    return Finding(Unusual(at, Login("rosa"), uuid4(), why, detail), "Rosa Alvarez", name)


def words(sheet: UnusualSheet) -> str:
    labels = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    rows = [f"{row.title} {row.line} {row.side}" for row in sheet.list.rows()]
    return "\n".join([*labels, *rows])


@pytest.mark.parametrize(
    ("why", "detail", "told"),
    [
        ("self", "", "perhaps the rep’s own record"),
        ("household", "", "perhaps a relative"),
        ("colleague", "", "Named like somebody who works here"),
        ("no_call", "search", "No call was logged; opened by search"),
        ("no_call", "follow-up", "No call was logged; opened follow-up"),
        ("bulk", "61 people in an hour", "Many at once: 61 people in an hour"),
        ("break_glass", "The ambulance asks.", "Emergency access: The ambulance asks."),
        ("of_a_later_release", "who knows", "of_a_later_release who knows"),
    ],
)
def test_each_kind_is_told_in_words(sheet: UnusualSheet, why: str, detail: str, told: str) -> None:
    sheet.open_sheet()
    sheet.show_findings((finding(why, detail),), ZONE, TODAY)
    [row] = sheet.list.rows()
    assert (row.title, row.side) == ("Rosa Alvarez opened Walter Brandt", "10:00")
    assert told in row.line


def test_many_people_are_named_by_no_name(sheet: UnusualSheet) -> None:
    sheet.show_findings((finding("bulk", "61 people in an hour", name=""),), ZONE, TODAY)
    assert [row.title for row in sheet.list.rows()] == ["Rosa Alvarez"]


def test_the_one_under_the_cursor_is_told_whole_and_stays_when_a_newer_comes(
    sheet: UnusualSheet, qtbot: QtBot
) -> None:
    reason = "The ambulance asks what he takes; he cannot speak for himself. " * 3
    old = finding("break_glass", reason.strip(), ago=24)
    sheet.open_sheet()
    sheet.show_findings((finding("self"), old), ZONE, TODAY)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    assert f"Tue 17 Nov, 10:00 · Rosa Alvarez opened Walter Brandt. Emergency access: {reason}" in (
        words(sheet) + " "
    ).replace("\n", " ")

    sheet.show_findings((finding("household"), finding("self"), old), ZONE, TODAY)
    assert sheet.list.current_key() == old.what


def test_hundreds_scroll_and_do_not_widen_or_heighten_the_pane(sheet: UnusualSheet) -> None:
    sheet.open_sheet()
    sheet.show_findings(tuple(finding("self", ago=n) for n in range(200)), ZONE, TODAY)
    assert sheet.list.verticalScrollBar().maximum() > 0
    assert sheet.minimumSizeHint().height() < 400


def test_nothing_unusual_is_said(sheet: UnusualSheet) -> None:
    sheet.open_sheet()
    sheet.show_loading()
    sheet.show_findings((), ZONE, TODAY)
    assert "Nothing unusual" in words(sheet)


def test_what_cannot_be_read_says_why_and_keeps_what_is_in_view(sheet: UnusualSheet) -> None:
    sheet.open_sheet()
    sheet.show_offline("The server does not answer.")
    assert "The server does not answer." in words(sheet)
    sheet.show_findings((finding("self"),), ZONE, TODAY)
    sheet.show_offline("The server does not answer.")
    assert "does not answer" not in words(sheet)
    assert "own record" in words(sheet)
