"""Making the demo: invents everything first, then writes it in one transaction."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from console.errors import Refused
from console.models.bodies import Library
from console.models.facts import Callback, Command, Disposition, Inquiry, Touchpoint
from console.models.records import Person, Staff, Team
from console.services import search_keys
from console.services.apply import apply
from console.services.database import Database
from console.services.demo import new_mom
from console.services.demo.calendar import Calendar
from console.services.demo.calls import Desk
from console.services.demo.cast import Cast
from console.services.demo.crowd import write_crowd
from console.services.demo.diary import Diary
from console.services.demo.fates import Fate, endings, fates
from console.services.demo.inbound import Inbound
from console.services.demo.ledger import Ledger, demo_id
from console.services.demo.people import Population
from console.services.demo.roster import Roster, staff_rows, team_rows
from console.services.demo.season import Season
from console.services.demo.someone import Someone, write
from console.services.demo.vocabulary import Vocabulary
from console.services.open_facts import not_closed
from console.services.worker import journeys

MOST_STORIES = 2_000
"""Beyond so many, people come with a plain history, written in bulk."""
PLAIN_TOUCHPOINTS = 10
NEW_MOMS, RINGS, QUESTIONS, WAITING = 0.05, 0.21, 0.05, 0.0075
"""Shares of the stories: in the new mom program, calling in, asking unnamed, waiting for a call."""
TRANSIT = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class DemoCounts:
    """What the demo holds. `is_new` is False when it was there already and nothing was written."""

    people: int
    touchpoints: int
    dispositions: int
    callbacks_due: int
    open_inquiries: int
    seconds: float
    is_new: bool


def make(
    database: Database,
    library: Library,
    *,
    people: int = 400,
    seed: int = 1,
    now: datetime,
    zone: str = "America/New_York",
) -> DemoCounts:
    """Fills an empty shared database with an invented center as it would look at `now` (aware).

    The same seed and `now` give the same rows. Raises Refused when the database holds people that
    are not this very demo; then, and on any error, nothing is written.
    """
    began = time.monotonic()
    if _is_there(database, people, seed):
        return _counted(database, began, is_new=False)
    demo = Demo(library, people, seed, Calendar(now, zone))
    demo.invent()
    with database.transaction() as session:
        demo.write(session)
        rest = people - len(demo.ledger.people())
        if rest > 0:
            write_crowd(
                session, rest, PLAIN_TOUCHPOINTS, seed, now, command_id=demo_id(people, seed)
            )
    journeys.refresh(database, library, now)
    return _counted(database, began, is_new=True)


def _is_there(database: Database, people: int, seed: int) -> bool:
    with database.transaction() as session:
        if session.get(Command, demo_id(people, seed)):
            return True
        if session.scalar(select(Person.id).limit(1)):
            raise Refused(
                "This database holds people already, so no demo was made in it. "
                "Choose an empty one with --database or --profile."
            )
    return False


def _counted(database: Database, began: float, *, is_new: bool) -> DemoCounts:
    def count(session: Session, table: type[Person | Touchpoint | Disposition]) -> int:
        return session.scalar(select(func.count()).select_from(table)) or 0

    with database.transaction() as session:
        callbacks = select(func.count(Callback.id)).where(not_closed(Callback.id))
        inquiries = select(func.count(Inquiry.id)).where(not_closed(Inquiry.id))
        return DemoCounts(
            people=count(session, Person),
            touchpoints=count(session, Touchpoint),
            dispositions=count(session, Disposition),
            callbacks_due=session.scalar(callbacks) or 0,
            open_inquiries=session.scalar(inquiries) or 0,
            seconds=round(time.monotonic() - began, 3),
            is_new=is_new,
        )


class Demo:
    """Everything in the making: `invent` tells it, `write` puts it into a database."""

    def __init__(self, library: Library, people: int, seed: int, calendar: Calendar) -> None:
        self._chance = Random(f"demo {seed}")
        self._calendar = calendar
        self._words = Vocabulary(library)
        self.ledger = Ledger(calendar, demo_id(people, seed), Random(f"ids {seed}"))
        roster = Roster(self._chance)
        self._desk = Desk(self.ledger, calendar, self._words, roster, self._chance)
        self._population = Population(self.ledger, self._chance, calendar.today)
        self._stories = min(people, MOST_STORIES)

    def invent(self) -> None:
        cast = Cast(
            self.ledger, self._population, self._desk, self._calendar.today, self._open_diary
        )
        cast.tell()
        others = self._others(max(0, self._stories - Cast.size))
        drawn = fates(len(others), self._chance)
        diaries = [self._open_diary(one) for one in others]
        self._tell_season(diaries, drawn)
        self._tell_new_moms(diaries, drawn)
        self._tell_inbound(
            [one for one, fate in zip(others, drawn, strict=True) if fate in _MAY_RING]
        )

    def write(self, session: Session) -> None:
        """In the order in which rows refer to each other."""
        session.execute(insert(Team), team_rows())
        session.execute(insert(Staff), staff_rows())
        self.ledger.begin(session)
        self.ledger.write_touchpoints(session)
        for command in sorted(self._desk.commands, key=lambda command: command.made_at):
            apply(session, command, min(command.made_at + TRANSIT, self._calendar.now))
        self.ledger.write_later(session)
        search_keys.index(session, self.ledger.people())

    def _open_diary(self, one: Someone) -> Diary:
        write(self.ledger, one)
        return Diary(self.ledger, self._calendar, self._words, self._chance, one)

    def _others(self, count: int) -> list[Someone]:
        found: list[Someone] = []
        while len(found) < count:
            found += self._population.household(most=count - len(found))
        return found

    def _tell_season(self, diaries: list[Diary], drawn: list[Fate]) -> None:
        season = Season(self._desk, self._chance)
        by_itself = endings(drawn.count(Fate.ITSELF), self._chance)
        by_call = endings(drawn.count(Fate.BOOKED), self._chance)
        waiting = max(2, round(len(drawn) * WAITING))
        for diary, fate in zip(diaries, drawn, strict=True):
            booked = {Fate.ITSELF: by_itself, Fate.BOOKED: by_call}.get(fate)
            season.tell(diary, fate, booked.pop() if booked else None, waiting)

    def _tell_new_moms(self, diaries: list[Diary], drawn: list[Fate]) -> None:
        """Some of those who may have a baby, at all stages in turn."""
        today = self._calendar.today
        young = [
            diary
            for diary, fate in zip(diaries, drawn, strict=True)
            if fate in _MAY_RING and new_mom.may_join(diary.one, today)
        ]
        for number, diary in enumerate(young[: max(5, round(len(diaries) * NEW_MOMS))]):
            new_mom.tell(diary, number % 5)

    def _tell_inbound(self, may_ring: list[Someone]) -> None:
        inbound = Inbound(self._desk, self.ledger, self._calendar, self._chance)
        have_phones = [one for one in may_ring if one.phone]
        count = min(len(have_phones), round(self._stories * RINGS))
        for one in self._chance.sample(have_phones, count):
            inbound.ring(one)
        for _ in range(round(self._stories * QUESTIONS)):
            inbound.ask(self._population)


_MAY_RING = frozenset({Fate.NONE, Fate.QUIET, Fate.UNREACHED})
"""People whose season an incoming call does not change."""
