"""The same file brought in again changes no row, and undoes nothing that a rep did meanwhile."""

from console.models.facts import ConsentEvent, Touchpoint
from console.models.records import ContactPoint, Person
from tests.stories.desk import Desk, patient

FILE = (
    patient("denise", "Denise Whitfield", born="1974-06-09", phone="937-555-0137"),
    {
        "resourceType": "Encounter",
        "id": "visit",
        "status": "finished",
        "class": {"code": "AMB"},
        "subject": {"reference": "Patient/denise"},
        "period": {"start": "2026-01-15T09:00:00-05:00", "end": "2026-01-15T09:20:00-05:00"},
    },
    {
        "resourceType": "Consent",
        "id": "calls",
        "status": "active",
        "dateTime": "2026-02-01T12:00:00Z",
        "patient": {"reference": "Patient/denise"},
    },
)


def test_no_row_changes(desk: Desk) -> None:
    first = desk.bring(*FILE)
    tables = (Person, ContactPoint, Touchpoint, ConsentEvent)
    before = [desk.rows(table) for table in tables]
    desk.clock.goes_on(days=1)

    second = desk.bring(*FILE)

    assert first.created > 0
    assert (second.created, second.updated) == (0, 0)
    assert [desk.rows(table) for table in tables] == before


def test_it_lifts_no_stop(desk: Desk) -> None:
    desk.bring(*FILE)
    desk.find("Denise Whitfield")
    desk.press("Alt+D", "Alt+S", "Alt+X", "Ctrl+Return")
    assert desk.idle, desk.seen(desk.page.bar)
    desk.log_all()

    desk.bring(*FILE)

    denise = desk.person("Denise Whitfield")
    assert {entry.state for entry in desk.record(denise).view.consents} == {"stopped"}
    desk.find("Denise Whitfield")
    desk.press("Alt+D")
    assert len(desk.dialed) == 1
