"""People who ring the center: with questions and complaints, for others, or without a name."""

from random import Random

from console.models.commands import ComplaintFact, Effects, HandOffFact, UnmetNeedFact
from console.models.ids import FactId
from console.models.terms import Direction, StopScope
from console.services.demo.calendar import Calendar
from console.services.demo.calls import Desk, Planned
from console.services.demo.ledger import Ledger
from console.services.demo.people import Population
from console.services.demo.places import PLACES
from console.services.demo.someone import Someone

CODES = {
    "information_given": 24,
    "question_answered": 14,
    "declined": 5,
    "transferred": 8,
    "handed_off": 8,
    "could_not_verify": 7,
    "refused_to_verify": 4,
    "proxy_without_authority": 6,
    "hung_up": 6,
    "clinical_escalation": 3,
}
VERIFIED = frozenset({"information_given", "declined", "handed_off", "appointment_booked"})
QUESTIONS = (
    ("Asked for clinic hours.", ""),
    ("Asked if the shot is free without insurance.", ""),
    ("Asked for a flu shot after six in the evening.", "Flu shot in the evening"),
    ("Asked for the way to Wayne Avenue.", ""),
    ("Asked for a home visit with the shot.", "Flu shot at home"),
    ("Asked whether children can come along.", ""),
)
NOTES = {
    "information_given": ("Asked what to bring; told.", "Asked about the portal; told.", ""),
    "clinical_escalation": ("Chest pain while talking; stayed on the line until the crew came.",),
    "proxy_without_authority": ("Her son asked; listened, told nothing.",),
    "declined": ("Asks for no more calls about the shot.",),
}
EVERY_COMPLAINT = 17
SLIPS = {
    3: ("appointment_booked", "Comes on Friday."),
    9: ("information_given", "Please do not call me at work, she said."),
}
"""By number of the call: what the rep got wrong, for the supervisor to find."""


class Inbound:
    """Logs incoming calls, those about nobody among them."""

    def __init__(self, desk: Desk, ledger: Ledger, calendar: Calendar, chance: Random) -> None:
        self._desk = desk
        self._ledger = ledger
        self._calendar = calendar
        self._chance = chance
        self._calls = 0

    def ring(self, one: Someone) -> None:
        """A call of somebody on record."""
        chance = self._chance
        code = chance.choices(list(CODES), list(CODES.values()))[0]
        self._calls += 1
        code, notes = SLIPS.get(self._calls, (code, chance.choice(NOTES.get(code, ("",)))))
        body = self._desk.call(
            one,
            Planned(
                code=(code, "question_answered"),
                at=self._calendar.office(chance, self._day(), one.zone),
                direction=Direction.INBOUND,
                talk=chance.randint(4, 20) if code == "hung_up" else chance.randint(50, 380),
                ring=chance.randint(3, 40),
                reason="Not needed" if code == "declined" else None,
                notes=notes,
                verified=code in VERIFIED,
                spoken_to=code in ("could_not_verify", "refused_to_verify"),
                effects=self._effects(one, code),
            ),
        )
        if body and code == "declined":
            self._desk.stop(one, body, StopScope.EVERYTHING)

    def ask(self, population: Population) -> None:
        """A question of somebody unknown; the number is on no record."""
        chance = self._chance
        number = population.number(PLACES[0])
        notes, need = chance.choice(QUESTIONS)
        unmet = UnmetNeedFact(id=FactId(self._ledger.new_id()), person=None, what=need)
        self._desk.call(
            None,
            Planned(
                code=("question_answered",),
                at=self._calendar.office(chance, self._day(), str(self._calendar.zone)),
                direction=Direction.INBOUND,
                talk=chance.randint(40, 200),
                ring=chance.randint(3, 30),
                notes=notes,
                phone=number,
                effects=Effects(unmet_needs=(unmet,) if need else ()),
            ),
        )

    def _effects(self, one: Someone, code: str) -> Effects:
        new_id = self._ledger.new_id
        complaints: tuple[ComplaintFact, ...] = ()
        if self._calls % EVERY_COMPLAINT == 0:
            what = "Waited twenty minutes at the front desk."
            complaints = (ComplaintFact(id=FactId(new_id()), person=one.id, what=what),)
        hand_offs: tuple[HandOffFact, ...] = ()
        if code == "handed_off":
            due = self._calendar.on(-2, "16:00")
            hand_offs = (
                HandOffFact(
                    id=FactId(new_id()),
                    person=one.id,
                    to=self._chance.choice(("Billing", "Nurse line", "Medical records")),
                    what="Asks for a copy of the last results.",
                    due_at=due,
                ),
            )
        return Effects(complaints=complaints, hand_offs=hand_offs)

    def _day(self) -> int:
        spans, weights = ((0, 0), (1, 1), (2, 6), (7, 20), (21, 45)), (15, 15, 25, 25, 20)
        return self._chance.randint(*self._chance.choices(spans, weights)[0])
