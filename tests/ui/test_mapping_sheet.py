"""The mapping of an import's tables: seen, corrected by keyboard, its first rows followed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.models.table_mapping import FIELDS, FieldRule, ImportMapping
from console.services.imports import Proposal, propose
from console.services.imports.tables.preview import preview
from console.ui import key_map
from console.ui.imports import mapping_fields
from console.ui.imports.mapping import MappingSheet, PreviewWish
from console.ui.theme.theme import Mode, Theme

NOW = datetime(2026, 11, 19, 14, 41, tzinfo=UTC)
PEOPLE = (
    "Id,First,Last,DOB,Sex,Phone,Remark\n"
    "1,Ann,<b>Smith</b>,01/02/1950,1,937-555-0137,tall\n"
    "2,Bob,Jones,03/04/1961,2,937-555-0138,\n"
)
VISITS = (
    "Visit ID,Person ID,Visit Date,Reason\n"
    "v1,1,2026-03-04,Flu shot\n"
    "v2,2,,Physical\n"
)  # fmt: skip
Tables = Callable[..., Proposal]


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    def make(**texts: str) -> Proposal:
        for name, text in texts.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        return propose([tmp_path], today=date(2026, 11, 19))

    return make


@pytest.fixture
def sheet(qtbot: QtBot) -> MappingSheet:
    pane = QWidget()
    pane.resize(1340, 690)
    qtbot.addWidget(pane)
    pane.show()
    sheet = MappingSheet(Theme(pane, mode=Mode.LIGHT), pane=pane)
    sheet.preview_wished.connect(lambda wish: sheet.show_preview(*read(wish)))
    return sheet


def read(wish: PreviewWish) -> tuple[object, str, datetime]:
    rows = preview(wish.proposal, wish.mapping, now=NOW, zone="America/New_York")
    return rows, "America/New_York", NOW


def open_on(sheet: MappingSheet, proposal: Proposal, column: str = "") -> None:
    sheet.show_proposal(proposal)
    sheet.open_sheet()
    sheet.activateWindow()
    while column and cursor(sheet) != column:
        press(Qt.Key.Key_Down)


def cursor(sheet: MappingSheet) -> str:
    line = sheet.part.grid.line
    return line.column.name if line else ""


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, modifier)
        QApplication.processEvents()


def type_(words: str) -> None:
    for letter in words:
        QTest.keyClicks(focused(), letter)


def focused() -> QWidget:
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def said(widget: QWidget) -> str:
    QApplication.processEvents()  # what came new is shown then
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def rule(sheet: MappingSheet, name: str, kind: str = "people", at: int = 0) -> FieldRule | None:
    sections = {one.kind: one for one in sheet.mapping.tables[at].sections}
    return sections[kind].fields.get(name) if kind in sections else None


def test_no_key_of_the_sheet_can_be_given_to_the_window(sheet: MappingSheet) -> None:
    chords = []
    for shortcut in sheet.findChildren(QShortcut):
        sequences = shortcut.keys()
        chords += [sequence.toString() for sequence in sequences]

    assert len(chords) == 5
    assert [chord for chord in chords if key_map.refusal(chord) is None] == []


def test_each_column_tells_what_it_says_and_fills(sheet: MappingSheet, tables: Tables) -> None:
    open_on(sheet, tables(people=PEOPLE))
    lines = {one.column.name: one for one in sheet.part.grid.columns.lines}
    assert [lines[name].fills for name in ("Id", "DOB", "Remark")] == [
        "Person's id",
        "Birth date",
        "Not taken",
    ]
    assert lines["DOB"].how == "Month first"
    assert "DOB: 2 dates can be read both ways. They are taken month first." in said(sheet.part)
    assert "people.csv" in said(sheet.part)
    assert "2 rows looked at" in said(sheet.part)
    index = sheet.part.grid.columns.index(3, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("DOB, fills Birth date, Month first, 2 dates can be read both ways.")
    assert not sheet.part.grid.findChildren(QLabel), "no widget stands in a cell"
    assert sheet.tables.isHidden()


def test_a_field_is_picked_by_its_first_letters_and_the_rows_follow(
    sheet: MappingSheet, tables: Tables
) -> None:
    open_on(sheet, tables(people=PEOPLE), "Remark")
    type_("street")
    press(Qt.Key.Key_Return)
    assert rule(sheet, "address.line") == FieldRule(columns=("Remark",))
    assert "(937) 555-0137 · tall" in said(sheet.rows)
    assert sheet.part.grid.hasFocus()
    assert cursor(sheet) == "Remark"
    press(Qt.Key.Key_Delete)
    assert rule(sheet, "address.line") is None
    assert "tall" not in said(sheet.rows)


def test_dates_are_turned_round(sheet: MappingSheet, tables: Tables) -> None:
    open_on(sheet, tables(people=PEOPLE), "DOB")
    assert "Born 2 Jan 1950" in said(sheet.rows)
    press(Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert "Born 1 Feb 1950" in said(sheet.rows)
    assert "They are taken day first." in said(sheet.part)
    found = rule(sheet, "birth_date")
    assert found is not None
    assert found.dates == "dmy"


def test_dates_that_are_read_one_way_only_are_not_asked_about(
    sheet: MappingSheet, tables: Tables
) -> None:
    open_on(sheet, tables(visits=VISITS), "Visit Date")
    assert sheet.part.grid.line is not None
    assert sheet.part.grid.line.how == "Year first"
    assert not sheet.part.editor.dates.picker.isEnabled()


def test_a_word_of_the_source_is_said_to_mean_something(
    sheet: MappingSheet, tables: Tables
) -> None:
    open_on(sheet, tables(people=PEOPLE), "Sex")
    press(Qt.Key.Key_Right)
    type_("1")
    press(Qt.Key.Key_Return)
    type_("fem")
    press(Qt.Key.Key_Return)
    found = rule(sheet, "sex")
    assert found is not None
    assert found.values == {"1": "female"}
    assert "Female" in said(sheet.rows)
    assert sheet.part.grid.line is not None
    assert sheet.part.grid.line.how == "1 is Female"


def test_what_the_grid_cannot_show_stays(sheet: MappingSheet, tables: Tables) -> None:
    proposal = tables(people=PEOPLE)
    (table,) = proposal.mapping.tables
    (people,) = table.sections
    fields = {
        **people.fields,
        "key": FieldRule(columns=("Id",), prefix="p"),
        "language": FieldRule(constant="es"),
    }
    people = replace(people, fields=fields, only={"Sex": ("1", "2")})
    table = replace(table, sections=(people,), missing=("none",))
    mapping = ImportMapping(tables=(table,), source="elm", region="DE")
    open_on(sheet, replace(proposal, mapping=mapping), "Remark")
    assert "“Language” is Es in every row; people only of rows whose Sex is “1” or “2”" in said(
        sheet
    )
    type_("street")
    press(Qt.Key.Key_Return)
    after = sheet.mapping.tables[0].sections[0]
    street = {"address.line": FieldRule(columns=("Remark",))}
    assert after == replace(people, fields={**fields, **street})
    changed = replace(table, sections=(after,))
    assert sheet.mapping == replace(mapping, tables=(changed,))


def test_import_is_off_while_no_column_says_who_it_is(
    qtbot: QtBot, sheet: MappingSheet, tables: Tables
) -> None:
    open_on(sheet, tables(people=PEOPLE))
    for name in ("Id", "First", "Last"):
        assert cursor(sheet) == name
        press(Qt.Key.Key_Delete, Qt.Key.Key_Down)
    reason = "No column fills the person's id or name. Choose one that does."
    assert reason in said(sheet.part)
    assert f"Import is off: {reason}" in said(sheet.foot)
    with qtbot.assertNotEmitted(sheet.accepted):
        press(Qt.Key.Key_I, modifier=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    type_("person's")
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(sheet.accepted) as asked:
        press(Qt.Key.Key_I, modifier=Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [sheet.mapping]


def test_a_field_that_is_filled_twice_is_marked_on_both_columns(
    sheet: MappingSheet, tables: Tables
) -> None:
    open_on(sheet, tables(people=PEOPLE), "Remark")
    type_("birth date")
    press(Qt.Key.Key_Return)
    wrong = [one.column.name for one in sheet.part.grid.columns.lines if one.wrong]
    assert wrong == ["DOB", "Remark"]
    assert "“Birth date” is filled by DOB and Remark. It takes one column." in said(sheet.part)
    assert not sheet.foot.go.isEnabled()


def test_the_column_under_the_cursor_stays_in_view_when_sentences_come(
    sheet: MappingSheet, tables: Tables
) -> None:
    sheet.parentWidget().resize(1340, 520)
    open_on(sheet, tables(people=PEOPLE), "Remark")
    type_("birth date")
    press(Qt.Key.Key_Return)
    grid = sheet.part.grid
    QApplication.processEvents()
    row = grid.visualRect(grid.currentIndex())
    assert grid.verticalScrollBar().maximum() > 0, "not every column has room"
    assert grid.viewport().rect().contains(row)


def test_several_tables_are_turned_through_each_with_its_own_rows(
    sheet: MappingSheet, tables: Tables
) -> None:
    open_on(sheet, tables(people=PEOPLE, visits=VISITS))
    assert [row.title for row in sheet.tables.rows()] == ["people.csv", "visits.csv"]
    press(Qt.Key.Key_PageDown, modifier=Qt.KeyboardModifier.ControlModifier)
    assert cursor(sheet) == "Visit ID"
    assert "This has no date, so it has no place on a timeline." in said(sheet.rows)
    press(Qt.Key.Key_Delete)
    assert rule(sheet, "key", "touchpoints", at=1) is None
    assert rule(sheet, "key") == FieldRule(columns=("Id",))
    press(Qt.Key.Key_PageDown, modifier=Qt.KeyboardModifier.ControlModifier)
    assert cursor(sheet) == "Id"
    assert "Born 2 Jan 1950" in said(sheet.rows)


def test_a_contact_point_of_somebody_else_is_told_once(sheet: MappingSheet, tables: Tables) -> None:
    open_on(
        sheet, tables(phones="contact_id,phone,phone_type_id,is_primary\n12,937-555-0137,2,1\n")
    )
    told = said(sheet.rows)
    assert told.splitlines() == ["Contact point of person 12", "(937) 555-0137 (mobile)"]


def test_what_was_corrected_is_not_given_up_by_one_escape(
    qtbot: QtBot, sheet: MappingSheet, tables: Tables
) -> None:
    proposal = tables(people=PEOPLE)
    open_on(sheet, proposal)
    with qtbot.waitSignal(sheet.cancelled):
        press(Qt.Key.Key_Escape)
    open_on(sheet, proposal)
    press(Qt.Key.Key_Delete)
    with qtbot.assertNotEmitted(sheet.cancelled):
        press(Qt.Key.Key_Escape)
    assert "Press Esc again to give up what you corrected." in said(sheet.foot)
    with qtbot.waitSignal(sheet.cancelled):
        press(Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_escape_in_a_picker_goes_back_to_the_columns(sheet: MappingSheet, tables: Tables) -> None:
    open_on(sheet, tables(people=PEOPLE))
    press(Qt.Key.Key_Return)
    assert not sheet.part.grid.hasFocus()
    press(Qt.Key.Key_Escape)
    assert sheet.part.grid.hasFocus()
    assert sheet.isVisible()


def test_a_trial_is_counted_until_the_mapping_changes(
    qtbot: QtBot, sheet: MappingSheet, tables: Tables
) -> None:
    open_on(sheet, tables(people=PEOPLE))
    with qtbot.waitSignal(sheet.trial_wished) as asked:
        press(Qt.Key.Key_T, modifier=Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [sheet.mapping]
    assert not sheet.foot.try_it.isEnabled()
    rejected = [{"source": "x", "where": "row 3", "reason": "names nobody"}] * 2
    sheet.show_trial({"read": 1200, "created": 7, "rejected": rejected, "rejected_count": 2})
    assert sheet.foot.try_it.isEnabled()
    assert "1,200 read · 7 new people · 2 rejected" in said(sheet)
    assert "Rejected: names nobody (2)" in said(sheet)
    press(Qt.Key.Key_Delete)
    assert "1200 read" not in said(sheet)


def test_a_fault_is_said_and_the_mapping_stays(sheet: MappingSheet, tables: Tables) -> None:
    open_on(sheet, tables(people=PEOPLE))
    press(Qt.Key.Key_T, modifier=Qt.KeyboardModifier.ControlModifier)
    sheet.show_fault("The database is away.")
    assert "The database is away." in said(sheet.foot)
    assert sheet.foot.try_it.isEnabled()
    assert sheet.foot.go.isEnabled()


def test_the_mapping_can_be_kept_as_a_file(
    qtbot: QtBot, sheet: MappingSheet, tables: Tables
) -> None:
    open_on(sheet, tables(people=PEOPLE))
    assert "A mapping can also be saved as a file" in said(sheet)
    with qtbot.waitSignal(sheet.save_wished) as asked:
        press(Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [sheet.mapping]


def test_files_without_tables_are_named(
    sheet: MappingSheet, tables: Tables, tmp_path: Path
) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.7")
    open_on(sheet, tables())
    assert "There is no table in these files." in said(sheet)
    assert "notes.pdf is a PDF document." in said(sheet)
    assert not sheet.foot.go.isEnabled()


def test_what_stands_in_a_table_is_shown_as_it_stands(sheet: MappingSheet, tables: Tables) -> None:
    open_on(sheet, tables(people=PEOPLE))
    assert "Ann <b>Smith</b>" in said(sheet.rows)
    labels = [one for one in sheet.findChildren(QLabel) if "<b>" in one.text()]
    assert {one.textFormat() for one in labels} == {Qt.TextFormat.PlainText}
    tip = sheet.part.grid.columns.index(2, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


def test_every_field_of_a_mapping_has_words() -> None:
    for kind, names in FIELDS.items():
        named = dict(mapping_fields._named(kind))
        starts = {name.partition(".")[0] for name in named}
        for name in names:
            assert name in named or (name.endswith(".") and name[:-1] in starts | {"identifier"})


def test_a_wide_table_among_many_has_no_widget_for_each_cell(
    sheet: MappingSheet, tables: Tables
) -> None:
    head = ",".join(f"Column {n}" for n in range(96))
    row = ",".join(f"value {n}" for n in range(96))
    proposal = tables(wide=f"Id,First,Last,DOB,{head}\n1,Ann,Smith,01/02/1950,{row}\n")
    (view,), (table,) = proposal.tables, proposal.mapping.tables
    many = replace(
        proposal,
        tables=tuple(replace(view, title=f"{n}.csv") for n in range(50)),
        mapping=replace(proposal.mapping, tables=(table,) * 50),
    )
    open_on(sheet, many)
    assert (len(sheet.tables.rows()), len(sheet.part.grid.columns.lines)) == (50, 100)
    assert len(sheet.part.grid.findChildren(QWidget)) < 20
    assert len(sheet.findChildren(QWidget)) < 200
    press(Qt.Key.Key_End)
    assert cursor(sheet) == "Column 95"
    assert sheet.height() <= 690, "fifty tables make the window no taller"
