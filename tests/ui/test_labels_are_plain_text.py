"""Names, notes and content are shown letter by letter: no widget of the window reads them as HTML.

Qt guesses whether a label or tooltip is rich text, and an image in a name would be fetched.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMessageBox, QTextEdit, QWidget
from sqlalchemy import update

from console.models.records import Staff
from console.models.terms import Channel
from tests.stories.conftest import desk, no_error_logged, ready_profile, start_desk
from tests.stories.desk import REP, Desk, patient

__all__ = ["desk", "no_error_logged", "ready_profile", "start_desk"]

IMAGE = "<img src=x>"
EVE = patient(
    "eve",
    f"Eve {IMAGE}",
    born="1974-06-09",
    phone="937-555-0137",
    mrn=f"{IMAGE}7001",
    city=f"{IMAGE}Dayton",
)
ADAM = patient("adam", f"Adam {IMAGE}", born="1971-01-02", phone="937-555-0137")
WROTE = {
    "resourceType": "Communication",
    "id": "wrote",
    "status": "completed",
    "subject": {"reference": "Patient/eve"},
    "sent": "2026-11-02T15:00:00Z",
    "medium": [{"text": f"{IMAGE} email"}],
    "topic": {"text": f"{IMAGE} topic"},
    "payload": [{"contentString": f"{IMAGE} said"}],
}


def widgets(desk: Desk) -> Iterator[QWidget]:
    window = desk.app.window
    yield from (window, *window.findChildren(QWidget))


def read_as_html(desk: Desk) -> list[str]:
    """Every place in the window that would read what it is given as HTML."""
    found = []
    for widget in widgets(desk):
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"label {widget.objectName()} {widget.text()!r}")
        if isinstance(widget, QTextEdit) and widget.acceptRichText() and not widget.isReadOnly():
            found.append(f"text edit {widget.objectName()}")
        if isinstance(widget, QMessageBox):
            found.append("message box")
        if "<img" in widget.toolTip():
            found.append(f"tooltip of {type(widget).__name__}: {widget.toolTip()!r}")
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += _tips(widget)
    return found


def _tips(view: QAbstractItemView) -> list[str]:
    model = view.model()
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    tips = (
        model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
        for row in range(model.rowCount())
        for column in range(columns)
    )
    return [f"tooltip of a row: {tip!r}" for tip in tips if isinstance(tip, str) and "<img" in tip]


@pytest.fixture
def fed(desk: Desk) -> Desk:
    """A desk whose people, staff, content and outcomes all carry an image in their words."""
    desk.bring(EVE, ADAM, WROTE)
    with desk.center.shared.transaction() as session:
        session.execute(update(Staff).where(Staff.login == REP).values(name=f"Rep {IMAGE}"))
    assert desk.app.desk is not None
    desk.app.desk.load()
    library = desk.app.session.library
    assert library is not None
    contents = {
        key: replace(content, title=f"{IMAGE}{content.title}", summary=f"{IMAGE}{content.summary}")
        for key, content in library.contents.items()
    }
    desk.app.session.library = replace(library, contents=contents)
    return desk


def looking(desk: Desk) -> None:
    desk.press("F2")
    desk.write("Eve")


def reading(desk: Desk) -> None:
    desk.find("Eve")


def dialed(desk: Desk) -> None:
    desk.find("Eve")
    desk.press("Alt+D")


def rung(desk: Desk) -> None:
    desk.ring("937-555-0137")
    desk.press("Alt+A")


def verifying(desk: Desk) -> None:
    rung(desk)
    desk.find("Eve")
    desk.press("Alt+V")


def stopping(desk: Desk) -> None:
    dialed(desk)
    desk.press("Alt+S")


def about_nobody(desk: Desk) -> None:
    desk.ring("937-555-0173")
    desk.press("Alt+A")


def sending(desk: Desk) -> None:
    dialed(desk)
    assert desk.app.desk is not None
    desk.app.desk.effects.open("send")


def wrapping_up(desk: Desk) -> None:
    dialed(desk)
    desk.press("Alt+X", "F9")
    desk.write(f"{IMAGE} notes")


def logged(desk: Desk) -> None:
    wrapping_up(desk)
    desk.press("Ctrl+Return")
    desk.log_all()
    desk.find("Eve")


def told(desk: Desk) -> None:
    desk.app.notices.tell(f"{IMAGE} a sentence that is much too long for the slot " * 8)


def reviewing(desk: Desk) -> None:
    logged(desk)
    desk.app.window.set_supervisor(shown=True)
    desk.app.window.show_page("supervisor")
    page = desk.app.window.supervisor
    page.row_opened.emit(page.table.rows[0].id)


STATES = (looking, reading, dialed, rung, verifying, stopping, about_nobody, sending, wrapping_up,
          logged, told, reviewing)  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=[state.__name__ for state in STATES])
def test_nothing_in_the_window_is_read_as_html(fed: Desk, state: Callable[[Desk], None]) -> None:
    state(fed)

    assert read_as_html(fed) == []


def test_what_was_fed_is_on_the_screen_letter_by_letter(fed: Desk) -> None:
    """Else the tests above would look at a window that shows none of it."""
    reviewing(fed)
    assert f"{IMAGE} notes" in fed.seen(fed.app.window.supervisor)
    fed.app.window.show_page("console")
    said = fed.seen()
    assert f"Eve {IMAGE}" in said
    assert f"Rep {IMAGE}" in said
    record = fed.app.session.record
    assert record is not None
    assert any(IMAGE in e.title + e.summary for e in record.timeline.entries)
    assert any(entry.channel is Channel.CALL for entry in record.timeline.entries)
