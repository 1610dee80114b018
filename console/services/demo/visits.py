"""Visits to the flu clinic: booked on a call or alone, and what follows when somebody came."""

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from console.models.commands import ConsentFact, Effects
from console.models.ids import FactId
from console.models.terms import (
    Channel,
    ConsentAction,
    ConsentForm,
    Direction,
    EventKind,
    Purpose,
    Stage,
)
from console.services.demo.calls import Desk, Planned
from console.services.demo.conversation import answered
from console.services.demo.diary import CLINIC_PLACE, FLU_CLINIC, Diary
from console.services.demo.fates import Ending
from console.services.demo.vocabulary import FLU

THANKS = (
    "The fever is gone, thank you. How long should I stay home?",
    "Still coughing at night. Is that usual?",
    "Thank you. May I go back to work on Monday?",
)
EVERY_MISS = 9
"""On every ninth of these calls the rep leaves the required statement out, and says why."""
BOOKED_NOTES = ("", "Her sister drives.", "Prefers the side entrance.", "Will bring the card.", "")


class Visits:
    """Books visits and tells what became of them."""

    def __init__(self, desk: Desk, chance: Random) -> None:
        self._desk = desk
        self._chance = chance
        self._booked = 0

    def book(
        self,
        diary: Diary,
        at: datetime,
        stage: Stage,
        inquiry: FactId | None,
        ending: Ending,
        direction: Direction = Direction.OUTBOUND,
    ) -> None:
        """A call that books a visit, with a text that confirms it where texts are agreed to."""
        chance, one = self._chance, diary.one
        when = self._time_of_visit(diary, at, ending)
        appointment = diary.appointment(when)
        self._booked += 1
        effects = Effects(
            appointments=(appointment,),
            sends=(self._desk.send("flu-visit-confirmation", one, at),),
            consents=self._spoken(diary, at),
            closures=answered(diary, inquiry),
        )
        body = self._desk.call(
            one,
            Planned(
                code=("appointment_booked", "information_given"),
                at=at,
                direction=direction,
                talk=chance.randint(150, 420),
                notes=chance.choice(BOOKED_NOTES),
                journey=diary.words.journey(FLU),
                stage=stage,
                asked=inquiry is not None,
                verified=True,
                miss_statement=self._booked % EVERY_MISS == 1,
                effects=effects,
            ),
        )
        if body is None:
            return
        for sent in body.effects.sends:
            diary.arrived(sent)
        self._after(diary, appointment.id, when, ending)

    def come_alone(self, diary: Diary, ending: Ending) -> int:
        """Somebody whom we did not call; gives the days ago before which the season began."""
        chance, calendar = self._chance, diary.calendar
        span = {
            Ending.AHEAD: (1, 4),
            Ending.MISSED: (9, 14),
            Ending.CAME: (9, 9),
            Ending.KEPT: (15, 50),
        }[ending]
        days_ago = chance.randint(*span)
        way = chance.choice(("online", "walks in", "calls") if diary.one.phone else ("online",))
        if way == "calls":
            at = calendar.office(chance, days_ago, diary.one.zone)
            self.book(diary, at, Stage.AWARENESS, None, ending, Direction.INBOUND)
        elif way == "online" or ending in (Ending.AHEAD, Ending.MISSED):
            booked = calendar.evening(chance, days_ago)
            when = self._time_of_visit(diary, booked, ending)
            appointment = diary.books(when, booked, place=CLINIC_PLACE)
            self._after(diary, appointment, when, ending)
        else:
            at = calendar.morning(days_ago - (3 if ending is Ending.CAME else 0), "10:20")
            diary.visit(at, CLINIC_PLACE, "Walked in, 20 min", ref=FLU_CLINIC)
            diary.shot(at)
            if ending is Ending.KEPT:
                self._care(diary, at)
                self._in_touch(diary, at)
        return days_ago + 5

    def _time_of_visit(self, diary: Diary, booked: datetime, ending: Ending) -> datetime:
        """A slot on a working day: ahead of now, or between the booking and now."""
        calendar = diary.calendar
        if ending is Ending.AHEAD:
            return diary.slot(self._chance.randint(1, 5))
        ago = (calendar.today - booked.astimezone(calendar.zone).date()).days
        least = 9 if ending is Ending.KEPT else 1
        days = [day for day in range(least, ago) if calendar.workday(day) == day]
        return diary.slot(-self._chance.choice(days[-4:] if ending is Ending.KEPT else days))

    def _spoken(self, diary: Diary, at: datetime) -> tuple[ConsentFact, ...]:
        """Calls and texts about care, agreed to on the line."""
        return tuple(
            ConsentFact(
                id=FactId(diary.ledger.new_id()),
                person=diary.one.id,
                contact=diary.one.phone,
                channel=channel,
                purpose=Purpose.CARE,
                action=ConsentAction.GIVEN,
                form=ConsentForm.SPOKEN,
                at=at,
                evidence="spoken on the line",
            )
            for channel in (Channel.CALL, Channel.TEXT)
        )

    def _after(self, diary: Diary, appointment: UUID, when: datetime, ending: Ending) -> None:
        chance = self._chance
        if ending is Ending.MISSED:
            how = chance.choice((EventKind.NO_SHOW, EventKind.CANCELLED))
            early = timedelta(hours=3) if how is EventKind.CANCELLED else -timedelta(hours=7)
            diary.went(appointment, min(when - early, diary.calendar.now), how)
        elif ending in (Ending.CAME, Ending.KEPT):
            diary.went(appointment, when, EventKind.ATTENDED)
            self._care(diary, when)
            if ending is Ending.KEPT:
                self._in_touch(diary, when)

    def _care(self, diary: Diary, visit: datetime) -> None:
        """The care instructions, by email and by text, on the day of the visit."""
        now = diary.calendar.now
        at = visit + timedelta(hours=3)
        if at < now and diary.one.email:
            diary.send("flu-care-instructions-email", at, journey=FLU)
        if at + timedelta(minutes=5) < now and diary.one.phone:
            diary.send(
                "flu-care-instructions-text",
                at + timedelta(minutes=5),
                channel=Channel.TEXT,
                journey=FLU,
            )

    def _in_touch(self, diary: Diary, visit: datetime) -> None:
        """The physician's message, an answer, the call a week later, a shot, the family email."""
        chance, calendar = self._chance, diary.calendar
        days = (calendar.today - visit.astimezone(calendar.zone).date()).days
        wrote = chance.random() < 0.7
        if wrote:
            at = calendar.on(days - 1, "15:30")
            text = "How are you? Write when the fever comes back."
            diary.writes_on_portal(at, Direction.OUTBOUND, "After your visit", text)
            if chance.random() < 0.6:
                reply = calendar.evening(chance, days - 2)
                diary.writes_on_portal(
                    reply, Direction.INBOUND, "After your visit", chance.choice(THANKS)
                )
        if diary.one.phone and days > 8 and (not wrote or chance.random() < 0.5):
            self._check_in(diary, days - 7)
        elif not wrote:
            text = "Thank you for coming. All results are in the portal."
            diary.writes_on_portal(
                calendar.on(days - 2, "11:10"), Direction.OUTBOUND, "Your visit", text
            )
        if days > 20 and chance.random() < 0.5:
            diary.shot(calendar.morning(days - 14, "11:20"))
        if diary.one.email and days > 12 and chance.random() < 0.3:
            at = calendar.on(-chance.randint(1, 6), "10:00")
            sent = calendar.now - timedelta(days=1)
            diary.queue("flu-keep-family-well", at, sent, Channel.EMAIL, FLU)

    def _check_in(self, diary: Diary, days_ago: int) -> None:
        chance = self._chance
        self._desk.call(
            diary.one,
            Planned(
                code=("information_given", "question_answered"),
                at=diary.calendar.office(chance, days_ago, diary.one.zone),
                talk=chance.randint(70, 240),
                notes=chance.choice(("Feels better, no fever since.", "Better; coughs a little.")),
                journey=diary.words.journey(FLU),
                stage=Stage.CONVERSION,
                verified=True,
            ),
        )
