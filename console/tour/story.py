"""The story: Denise asked to be called, comes to the clinic, and is called again a week later."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from console.app import Application
from console.models.ids import PersonId, TouchpointId
from console.models.terms import Stage, TouchpointKind
from console.models.views import DispositionFilter, TimelineEntry
from console.rules.call import CallState
from console.tour import aftermath
from console.tour.hands import Clock, Hands
from console.ui.theme.theme import Mode
from console.ui.window import CONSOLE, SUPERVISOR

NAME = "Denise Whitfield-Okafor"
HOME = ZoneInfo("America/New_York")


class Story:
    """Each step presses keys and says whether the window then is as it should be."""

    def __init__(self, application: Application, hands: Hands, clock: Clock) -> None:
        self._app = application
        self._hands = hands
        self._clock = clock
        self._person: PersonId | None = None

    def steps(self) -> Iterator[tuple[str, Callable[[], bool]]]:
        yield "A free desk", self.free_desk
        yield "Find her by the last digits", self.find
        yield "Her record", self.open_record
        yield "Dial", self.dial
        yield "Verify", self.verify
        yield "Good time and no alarm", self.first_questions
        yield "Required statement read", self.statement
        yield "Appointment", self.appointment
        yield "Confirmation queued", self.confirmation
        yield "Hang up", self.hang_up
        yield "Logged", self.log
        yield "A week later", self.week_later
        yield "Second call", self.second_call
        yield "How she is", self.check_in
        yield "Further content", self.further_content
        yield "Logged again", self.log
        yield "What the supervisor sees", self.supervisor
        yield "Her timeline in the end", self.whole_timeline

    def free_desk(self) -> bool:
        return self._app.session.staff is not None and self._app.session.draft is None

    def find(self) -> bool:
        self._hands.press("F2")
        self._hands.type("555 0137")
        names = [match.name for match in self._app.session.desk.matches.values()]
        return NAME in names

    def open_record(self) -> bool:
        self._hands.press("Return")
        self._person = self._app.session.person
        record = self._app.session.record
        return record is not None and record.view.name == NAME and self._stage() is Stage.ACCEPTANCE

    def dial(self) -> bool:
        self._hands.press("Alt+D")
        ringing = self._app.session.call_state is CallState.RINGING
        self._clock.forward(seconds=8)
        self._hands.press("Alt+A")
        return ringing and self._app.session.call_state is CallState.LIVE

    def verify(self) -> bool:
        """She says who she is; what she says is checked and not kept."""
        record = self._app.session.record
        assert record is not None  # noqa: S101 - the step before opened it
        points = record.view.contact_points
        postal_code = next(point.postal_code for point in points if point.postal_code)
        self._hands.press("Alt+V")
        self._hands.fill(NAME, record.view.birth_date or "", postal_code)
        return self._app.session.verified

    def first_questions(self) -> bool:
        self._hands.press("Alt+1")
        self._clock.forward(seconds=20)
        self._hands.press("Alt+1")
        draft = self._app.session.draft
        return draft is not None and draft.script == "flu-asked-to-be-called"

    def statement(self) -> bool:
        self._clock.forward(seconds=25)
        self._hands.press("Alt+R")
        draft = self._app.session.draft
        return draft is not None and any(step.kind == "read" for step in draft.path)

    def appointment(self) -> bool:
        self._hands.press("Alt+2")
        self._hands.fill("tomorrow 10:40", "Flu clinic, Wayne Avenue", "Nurse practitioner")
        draft = self._app.session.draft
        return draft is not None and draft.appointment is not None

    def confirmation(self) -> bool:
        self._hands.press("Alt+T")
        self._hands.type("confirm")
        self._hands.press("Down", "Space", "Return")
        draft = self._app.session.draft
        return draft is not None and len(draft.sends) == 1

    def hang_up(self) -> bool:
        self._hands.press("F9")
        self._hands.type("Fever since Tuesday, no trouble breathing. Her sister minds the baby.")
        self._clock.forward(seconds=40)
        self._hands.press("Alt+X")
        return self._app.session.call_state is CallState.ENDED

    def log(self) -> bool:
        self._hands.press("Ctrl+Return")
        logged = self._app.session.draft is None and self._app.session.desk.last is not None
        self._send()
        return logged

    def week_later(self) -> bool:
        """The confirmation arrived, she came, got instructions, and her physician wrote."""
        center = self._app.center
        assert center is not None  # noqa: S101 - the story so far
        assert self._person is not None  # noqa: S101 - the story so far
        entries = self._entries()
        visit = _first(entries, TouchpointKind.APPOINTMENT)
        text = _first(entries, TouchpointKind.TEXT)
        zone = center.library().rules.zone
        text_id = TouchpointId(text.id) if text and text.queued else None
        if visit is None:
            return False
        aftermath.happen(center.shared, self._person, visit.id, text_id, visit.at, zone)
        again = datetime.combine(visit.at.astimezone(HOME).date(), datetime.min.time(), HOME)
        self._clock.set(again.astimezone(ZoneInfo("UTC")) + timedelta(days=7, hours=10))
        self._app.theme.set_mode(Mode.DARK)
        self._hands.press("F2")
        self._hands.type("whitfield")
        self._hands.press("Return")
        return self._stage() in (Stage.CONVERSION, Stage.RETENTION)

    def second_call(self) -> bool:
        return self.dial() and self.verify()

    def check_in(self) -> bool:
        self._hands.press("Alt+1", "Alt+R", "Alt+1", "Alt+1")
        draft = self._app.session.draft
        return draft is not None and draft.script == "flu-check-in" and len(draft.path) > 1

    def further_content(self) -> bool:
        self._hands.press("Alt+T")
        self._hands.type("family")
        self._hands.press("Down", "Space", "Return")
        self._clock.forward(minutes=2)
        self._hands.press("Alt+X")
        draft = self._app.session.draft
        return draft is not None and len(draft.sends) == 1

    def supervisor(self) -> bool:
        window, center = self._app.window, self._app.center
        assert center is not None  # noqa: S101 - the story so far
        window.set_supervisor(shown=True)
        window.show_page(SUPERVISOR)
        page = center.review.page(DispositionFilter(), None)
        return any(self._person in dict(row.people) for row in page.rows)

    def whole_timeline(self) -> bool:
        self._app.window.show_page(CONSOLE)
        self._hands.press("F2")
        self._hands.type("whitfield")
        self._hands.press("Return", "F12")
        return self._stage() is Stage.RETENTION

    def _send(self) -> None:
        self._clock.forward(seconds=11)
        assert self._app.desk is not None  # noqa: S101 - made at the start
        self._app.desk.sending.send_now()

    def _stage(self) -> Stage | None:
        record = self._app.session.record
        journeys = record.view.journeys if record else ()
        return next((view.stage for view in journeys if view.journey == "flu-season"), None)

    def _entries(self) -> tuple[TimelineEntry, ...]:
        center = self._app.center
        assert center is not None  # noqa: S101 - the story so far
        assert self._person is not None  # noqa: S101 - the story so far
        return center.records.timeline(frozenset({self._person})).entries


def _first(entries: tuple[TimelineEntry, ...], kind: TouchpointKind) -> TimelineEntry | None:
    return next((entry for entry in entries if entry.kind is kind), None)
