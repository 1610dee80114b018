"""The flu season of ordinary people: each story is written so that its facts follow each other."""

from datetime import datetime, timedelta
from random import Random

from console.models.ids import FactId
from console.models.terms import Channel, EventKind, Stage
from console.services.demo import background
from console.services.demo.calls import Desk, Planned
from console.services.demo.conversation import Conversations
from console.services.demo.diary import Diary
from console.services.demo.fates import Ending, Fate
from console.services.demo.visits import Visits
from console.services.demo.vocabulary import FLU

WAVES = (3, 9, 16, 23, 30, 37, 44, 51, 58, 65, 72, 79)
"""Days ago on which the season's email went out, each to others."""
UNANSWERED = {
    "no_answer": 44,
    "voicemail_left": 27,
    "no_voicemail_left": 12,
    "call_screened": 9,
    "busy": 6,
    "not_in_service": 2,
    "technical_failure": 1,
}
LIMITED = {
    "household_message": 24,
    "person_unavailable": 26,
    "hung_up": 26,
    "could_not_verify": 9,
    "refused_to_verify": 10,
    "wrong_number": 8,
}
LIMITED_SHARE = 0.15
LAST_TRY = frozenset({"not_in_service", "wrong_number"})
QUESTIONS = (
    "Fever since yesterday. Can I be seen?",
    "Is the flu shot free on my plan?",
    "My husband has the flu. What should I watch for?",
    "Do I need a shot if I had the flu already?",
    "Which days is the clinic open?",
    "I cough a lot and feel weak. Please call.",
)
ATTEMPTS = {True: (60, 28, 12), False: (22, 31, 47)}
"""Weights of one, two and three attempts: for people who were engaged, and for the others."""


class Season:
    """Tells the season of one person after the other."""

    def __init__(self, desk: Desk, chance: Random) -> None:
        self._desk = desk
        self._chance = chance
        self._conversations = Conversations(desk, chance)
        self._visits = Visits(desk, chance)
        self.open_inquiries = 0

    def tell(self, diary: Diary, fate: Fate, ending: Ending | None, waiting: int) -> None:
        """`ending` of the visit, for whom booked one; `waiting`: how many may wait for a call."""
        consents = background.write(diary)
        if fate is Fate.NONE:
            return
        if diary.one.phone is None:
            fate = Fate.QUIET
        if fate is Fate.QUIET:
            self._begin(diary, self._chance.choice(WAVES), consents)
        elif fate is Fate.ITSELF and ending:
            self._begin(diary, self._visits.come_alone(diary, ending), consents)
        else:
            self._called(diary, fate, ending, consents, waiting)

    def _begin(self, diary: Diary, days_ago: int, consents: frozenset[Channel]) -> None:
        """Enrolled, and the season's email, with what some of them do with it."""
        chance, calendar = self._chance, diary.calendar
        wave = next((day for day in WAVES if day >= days_ago), WAVES[-1])
        diary.enroll(FLU, calendar.morning(wave, "09:00"), why="season's list")
        at = calendar.morning(wave, "10:00")
        if Channel.EMAIL not in consents:
            return
        signs = (EventKind.DELIVERED, EventKind.OPENED, EventKind.CLICKED, EventKind.BOUNCED)
        became = chance.choices(signs, (50, 27, 19, 4))[0]
        diary.send(
            "flu-season-email",
            at,
            became,
            journey=FLU,
            summary="Flu clinic hours and the digital flu pamphlet.",
        )
        if became == EventKind.CLICKED:
            diary.reads_pamphlet(min(at + timedelta(days=2), calendar.now - timedelta(hours=2)))
        if chance.random() < 0.14:
            result = chance.choice(("a cold is likely", "flu likely, no urgent signs"))
            diary.checks_symptoms(calendar.evening(chance, max(wave - 1, 1)), result)

    def _called(
        self,
        diary: Diary,
        fate: Fate,
        ending: Ending | None,
        consents: frozenset[Channel],
        waiting: int,
    ) -> None:
        chance = self._chance
        engaged = fate is not Fate.UNREACHED
        days_ago = self._last_call(ending)
        times = self._attempts(diary, days_ago, engaged=engaged)
        waits = fate is Fate.UNREACHED and days_ago <= 1 and self.open_inquiries < waiting
        times = times[-1:] if waits else times
        first = (diary.calendar.today - times[0].astimezone(diary.calendar.zone).date()).days
        self._begin(diary, first + 2, consents)
        share = {Fate.BOOKED: 0.6, Fate.ENGAGED: 0.35, Fate.UNREACHED: 0.0}[fate]
        inquiry = None
        if waits or chance.random() < share:
            inquiry = self._asks(diary, times[0])
            self.open_inquiries += waits
        stage = Stage.ACCEPTANCE if inquiry else Stage.AWARENESS
        for number, at in enumerate(times[: len(times) - engaged], 1):
            if not self._try(diary, at, stage, f"Attempt {number} of 3.", asked=bool(inquiry)):
                return  # the number is no use; those engaged never get here with one
        if fate is Fate.ENGAGED:
            self._conversations.talk(diary, times[-1], stage, inquiry, consents)
        elif fate is Fate.BOOKED and ending:
            self._visits.book(diary, times[-1], stage, inquiry, ending)

    def _last_call(self, ending: Ending | None) -> int:
        """Days since the call that decided; who came has booked before that."""
        chance = self._chance
        if ending is not None:
            span = {
                Ending.AHEAD: (0, 4),
                Ending.MISSED: (6, 20),
                Ending.CAME: (4, 8),
                Ending.KEPT: (15, 60),
            }[ending]
            return chance.randint(*span)
        spans, weights = ((0, 0), (1, 1), (2, 6), (7, 20), (21, 62)), (9, 9, 20, 24, 38)
        return chance.randint(*chance.choices(spans, weights)[0])

    def _attempts(self, diary: Diary, days_ago: int, *, engaged: bool) -> list[datetime]:
        """When the calls were made, oldest first, three days or so between them."""
        calendar = diary.calendar
        count = self._chance.choices((1, 2, 3), ATTEMPTS[engaged])[0]
        times = [calendar.office(self._chance, days_ago, diary.one.zone)]
        for _ in range(count - 1):
            day = (calendar.today - times[-1].astimezone(calendar.zone).date()).days
            gap = self._chance.randint(2, 4)
            times.append(calendar.office(self._chance, day + gap, diary.one.zone))
        return sorted(times)

    def _asks(self, diary: Diary, call_at: datetime) -> FactId:
        """The form, some hours before the first call that answers it."""
        at = call_at - timedelta(minutes=self._chance.randint(35, 900))
        if self._chance.random() < 0.6:
            diary.reads_pamphlet(at - timedelta(minutes=5), self._chance.randint(2, 6))
        due = at + timedelta(hours=4)
        return diary.asks_for_call(at, self._chance.choice(QUESTIONS), due)

    def _try(self, diary: Diary, at: datetime, stage: Stage, note: str, *, asked: bool) -> bool:
        """A call that did not reach her; False when the number is of no use."""
        chance = self._chance
        limited = chance.random() < LIMITED_SHARE and not asked
        table = LIMITED if limited else UNANSWERED
        code = chance.choices(list(table), list(table.values()))[0]
        if asked and code in LAST_TRY:
            code = "no_answer"
        talk = chance.randint(6, 75) if limited else None
        if code == "voicemail_left":
            talk = chance.randint(18, 34)
        wrong = code in LAST_TRY
        self._desk.call(
            diary.one,
            Planned(
                code=(code, "no_answer"),
                at=at,
                talk=talk,
                ring=chance.randint(8, 32),
                notes=note if not limited else "",
                journey=diary.words.journey(FLU),
                stage=stage,
                asked=asked,
                spoken_to=code in ("could_not_verify", "refused_to_verify"),
            ),
        )
        return not wrong
