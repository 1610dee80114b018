"""The new mom program: enrolled at the birth, welcomed, and seen again with the baby."""

from datetime import date

from console.models.terms import Channel, Direction, EventKind, TouchpointKind
from console.rules import birth_dates
from console.services.demo.diary import Diary
from console.services.demo.someone import Someone
from console.services.demo.vocabulary import NEW_MOM

YOUNGEST, OLDEST = 21, 42
TRACKS = ("baby", "mom", "family")
CLINIC = "Children’s clinic, Wayne Avenue"


def may_join(one: Someone, today: date) -> bool:
    age = birth_dates.age(one.birth_date, today)
    return one.sex == "female" and age is not None and YOUNGEST <= age <= OLDEST


def birth(diary: Diary, days_ago: int, track: str) -> None:
    """The birth and the enrollment three days later, with the welcome."""
    calendar = diary.calendar
    diary.visit(calendar.on(days_ago, "06:10"), "birth, Lakemont maternity", "", ref="delivery")
    enrolled = calendar.morning(days_ago - 3, "12:00")
    diary.enroll(NEW_MOM, enrolled, track=track, why="enrolled at the birth")


def tell(diary: Diary, stage: int) -> None:
    """A story that goes as far as a stage: 0 for the first, 4 for the last."""
    chance, calendar = diary.chance, diary.calendar
    days_ago = chance.randint(40, 330)
    birth(diary, days_ago, chance.choice(TRACKS))
    opened = EventKind.OPENED if stage else EventKind.DELIVERED
    if diary.one.email:
        diary.send("new-mom-welcome", calendar.on(days_ago - 4, "10:00"), opened, journey=NEW_MOM)
    if stage and not diary.one.email:
        at = calendar.on(days_ago - 6, "20:15")
        title = "Call me about the program"
        kind = TouchpointKind.FORM
        diary.visits_web(kind, "new-mom-call-me", at, title, "", EventKind.SUBMITTED)
    if stage >= 2:
        ahead = stage == 2
        at = diary.slot(chance.randint(2, 9)) if ahead else calendar.on(days_ago - 30, "10:20")
        booked = calendar.morning(2, "11:30") if ahead else calendar.on(days_ago - 16, "11:30")
        appointment = diary.books(at, booked, ref="well-baby-visit", place=CLINIC)
        if not ahead:
            diary.went(appointment, at, EventKind.ATTENDED)
    if stage >= 4:
        at = calendar.evening(chance, days_ago - 33)
        text = "Is it normal that she wakes every two hours?"
        diary.writes_on_portal(at, Direction.INBOUND, "A question about sleep", text)
    if diary.one.phone and chance.random() < 0.5:
        at = calendar.morning(max(days_ago - 27, 2), "16:00")
        summary = "A visit for your family is coming up."
        diary.send(
            "visit-reminder",
            at,
            channel=Channel.TEXT,
            journey=NEW_MOM,
            title="Visit reminder",
            summary=summary,
        )
