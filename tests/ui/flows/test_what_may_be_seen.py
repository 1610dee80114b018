"""Before somebody is verified nothing of her record shows, however late an answer comes."""

from typing import Any

from console.models.facts import Access
from console.models.terms import Channel
from console.models.views import TimelineFilter
from console.ui.timeline.model import Fits
from tests.stories.desk import Desk, patient

DENISE = patient("denise", "Denise Walker", born="1974-06-09", phone="937-555-0137")
CARL = patient("carl", "Carl Abernathy", born="1960-07-14", phone="937-555-0164")
WROTE = "Asked about the bone density scan"


def letter(about: str) -> dict[str, Any]:
    return {
        "resourceType": "Communication",
        "id": f"letter-{about}",
        "status": "completed",
        "subject": {"reference": f"Patient/{about}"},
        "sent": "2026-11-02T15:00:00Z",
        "medium": [{"text": "email"}],
        "payload": [{"contentString": WROTE}],
    }


def test_a_page_that_was_asked_for_before_the_call_stays_closed(desk: Desk) -> None:
    desk.bring(DENISE, letter("denise"))
    denise = desk.person("Denise Walker")
    desk.ring("937-555-0137")
    desk.press("Alt+A")
    desk.find("Denise Walker")
    assert WROTE not in desk.seen()
    late = desk.center.records.timeline(frozenset({denise}))
    assert desk.app.desk is not None

    desk.app.desk.record._timeline._on_page(denise, Fits.FIRST, TimelineFilter(), None, late)

    assert WROTE not in desk.seen()


def test_paging_and_filtering_keep_titles_covered_on_a_call_to_somebody_unverified(
    desk: Desk,
) -> None:
    desk.bring(DENISE, letter("denise"))
    desk.find("Denise Walker")
    desk.press("Alt+D")
    assert desk.dialed
    assert WROTE not in desk.seen(desk.page.timeline)

    desk.page.timeline.filter_changed.emit(TimelineFilter(channel=Channel.EMAIL))

    assert "Title opens once verified" in desk.seen(desk.page.timeline)
    assert WROTE not in desk.seen(desk.page.timeline)


def test_reading_again_what_stands_on_the_screen_is_no_new_opening(desk: Desk) -> None:
    desk.bring(DENISE)
    desk.find("Denise Walker")
    before = len(desk.rows(Access))
    assert before
    assert desk.app.desk is not None

    desk.app.desk.record.reload()

    assert len(desk.rows(Access)) == before


def test_the_name_of_the_person_before_leaves_with_the_next_call(desk: Desk) -> None:
    desk.bring(DENISE, CARL)
    desk.find("Carl Abernathy")
    desk.press("Alt+D", "Alt+X", "1", "Ctrl+Return")
    assert "Carl" in desk.message

    desk.ring("937-555-0137")

    assert "Logged" in desk.message
    assert "Carl" not in desk.seen()


def test_what_is_said_before_the_record_came_is_checked_when_it_comes(desk: Desk) -> None:
    desk.bring(DENISE)
    denise = desk.person("Denise Walker")
    desk.ring("937-555-0137")
    desk.press("Alt+A")
    desk.find("Denise Walker")
    record = desk.app.session.records.pop(denise)  # still on its way
    desk.press("Alt+V")
    desk.app.session.records.pop(denise, None)
    desk.say("Denise Walker", "9 Jun 1974", "45402")
    assert desk.draft.verification_of(denise) is None
    assert desk.app.desk is not None

    desk.app.desk.record._on_record(denise, (record, ()))

    assert desk.draft.verification_of(denise) is not None


def test_who_shares_the_number_dialed_is_asked_what_housemates_do_not_know(desk: Desk) -> None:
    house = patient("hugo", "Hugo Walker", born="1971-01-02", phone="937-555-0137")
    desk.bring(DENISE, house)
    desk.find("Denise Walker")
    desk.press("Alt+D", "Alt+V")

    desk.say("Denise Walker", "9 Jun 1974", "45402")  # the ZIP is the other one's, too

    assert desk.draft.verification == ()
