"""Names, notes and content are shown letter by letter: no widget of the window reads them as HTML.

Qt guesses whether a label or tooltip is rich text, and an image in a name would be fetched.
"""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from sqlalchemy import update

from console.models.records import Staff
from console.models.terms import Channel
from tests.stories.conftest import desk, no_error_logged, ready_profile, start_desk
from tests.stories.desk import REP, Desk, patient
from tests.ui.fits import read_as_html

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


def test_what_was_fed_is_on_the_screen_letter_by_letter(fed: Desk) -> None:
    """And read as HTML nowhere. That of every other state the walk in `test_window_fits` sees."""
    window = fed.app.window
    fed.find("Eve")
    fed.press("Alt+D", "Alt+X", "F9")
    fed.write(f"{IMAGE} notes")
    fed.press("Ctrl+Return")
    fed.log_all()
    fed.find("Eve")
    fed.app.notices.tell(f"{IMAGE} a sentence that is much too long for the slot " * 8)
    window.set_supervisor(shown=True)
    window.show_page("supervisor")
    window.supervisor.row_opened.emit(window.supervisor.table.rows[0].id)

    assert read_as_html(window.findChildren(QWidget)) == []
    assert f"{IMAGE} notes" in fed.seen(window.supervisor)
    window.show_page("console")
    said = fed.seen()
    assert f"Eve {IMAGE}" in said
    assert f"Rep {IMAGE}" in said
    record = fed.app.session.record
    assert record is not None
    assert any(IMAGE in e.title + e.summary for e in record.timeline.entries)
    assert any(entry.channel is Channel.CALL for entry in record.timeline.entries)
