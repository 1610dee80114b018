"""All callbacks in one sheet: opened from it, and never in view while somebody is on the line."""

from datetime import timedelta

from console.models.ids import FactId, uuid7
from console.models.views import CallbackView
from console.ui.lookup import Waiting
from tests.stories.desk import OTHER_REP, Desk, patient

DENISE = patient("denise", "Denise Walker", born="1974-06-09", phone="937-555-0137")


def test_f7_lists_all_and_a_ring_takes_their_names_away(desk: Desk) -> None:
    desk.bring(DENISE)
    due = CallbackView(
        id=FactId(uuid7()), person=desk.person("Denise Walker"), name="Denise Walker",
        phone="+19375550137", due_at=desk.clock() - timedelta(hours=2), zone="America/New_York",
        asked_for=True, note="Asked about the vaccine", owner=OTHER_REP, owner_name="Other Rep",
    )  # fmt: skip
    flow = desk.app.desk.all_callbacks
    flow._on_listed(
        Waiting(callbacks=(due,), inquiries=0, now=desk.clock(), zone="America/New_York")
    )

    assert desk.app.window.top.callbacks.accessibleName() == "Callbacks 1"
    desk.press("F7")
    assert "Asked about the vaccine · From Other Rep" in flow.sheet.list.rows()[0].line
    assert flow.sheet.list.rows()[0].side == "2 h late"

    desk.ring("937-555-0142")
    assert flow.sheet.isHidden()
    desk.press("Alt+A", "F7")
    assert flow.sheet.isHidden()
    assert "Callbacks open after the call." in desk.message
