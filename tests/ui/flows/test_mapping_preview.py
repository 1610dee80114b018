"""Behind the mapping sheet: rows are read off the screen's thread, a mapping becomes a file."""

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from console.errors import EnvironmentFault
from console.services.imports import load_mapping, propose
from console.ui.flows.mapping_preview import make_mapping_sheet
from console.ui.imports.mapping import MappingSheet
from console.ui.tasks import AtOnce, Tasks
from console.ui.theme.theme import Mode, Theme

PEOPLE = "Id,First,Last,DOB\n1,Ann,Smith,01/02/1950\n"


@pytest.fixture
def told() -> list[Exception]:
    return []


@pytest.fixture
def sheet(qtbot: QtBot, tmp_path: Path, told: list[Exception]) -> MappingSheet:
    pages = QWidget()
    pages.resize(1340, 690)
    qtbot.addWidget(pages)
    pages.show()
    parts: Any = SimpleNamespace(
        window=SimpleNamespace(theme=Theme(pages, mode=Mode.LIGHT), pages=pages),
        tasks=Tasks(pages, executor=AtOnce()),
        session=SimpleNamespace(library=None),
        notices=SimpleNamespace(report=told.append),
        clock=lambda: datetime(2026, 11, 19, 14, 41, tzinfo=UTC),
    )
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    sheet = make_mapping_sheet(parts)
    sheet.show_proposal(propose([tmp_path], today=date(2026, 11, 19)))
    sheet.open_sheet()
    return sheet


def test_the_first_rows_are_read_when_a_proposal_comes(sheet: MappingSheet) -> None:
    assert "Ann Smith. Born 2 Jan 1950" in sheet.rows.accessibleDescription()


def test_a_mapping_is_saved_where_the_person_says(
    sheet: MappingSheet, tmp_path: Path, told: list[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in (tmp_path / "mine.yaml", tmp_path / "no folder" / "mine.yaml", None):
        chosen = (str(file or ""), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=chosen: chosen)
        sheet.foot.save.click()
    assert load_mapping(tmp_path / "mine.yaml") == sheet.mapping
    assert "Saved as mine.yaml." in sheet.foot.said.text()
    (fault,) = told
    assert isinstance(fault, EnvironmentFault)
    assert "Choose another place." in str(fault)
