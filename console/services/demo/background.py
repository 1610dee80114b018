"""What lies behind everybody: consents at intake, earlier visits, last season's shot, a stop."""

from datetime import timedelta

from console.models.terms import Channel, ConsentForm, EventKind, Purpose, StopScope
from console.services.demo.diary import Diary

CARE, MARKETING = Purpose.CARE, Purpose.MARKETING
REASONS = (
    ("family medicine, Wayne Avenue", "Follow-up, 20 min with Dr. Ines Marlowe."),
    ("family medicine, Kettering", "Yearly check, 30 min with Dr. Paul Hendry."),
    ("internal medicine, Springfield", "Blood pressure, 20 min with Dr. Aisha Rahim."),
    ("laboratory, Wayne Avenue", "Blood drawn."),
)
LAST_SEASON = (340, 425)
"""Days ago of the season before."""


def write(diary: Diary) -> frozenset[Channel]:
    """Gives the channels on which care messages are welcome."""
    chance, calendar = diary.chance, diary.calendar
    intake = calendar.morning(chance.randint(120, 900), "13:30")
    agreed = {Channel.CALL}
    diary.agree(Channel.CALL, intake, CARE)
    if diary.one.email:
        purposes = (CARE, MARKETING) if chance.random() < 0.5 else (CARE,)
        diary.agree(Channel.EMAIL, intake, *purposes, form=ConsentForm.WEB)
        agreed.add(Channel.EMAIL)
    if chance.random() < 0.45:
        diary.agree(Channel.TEXT, intake, CARE)
        agreed.add(Channel.TEXT)
    if chance.random() < 0.07:
        _stop(diary, agreed)
    for _ in range(chance.choices((0, 1, 2, 3), (25, 40, 25, 10))[0]):
        title, summary = chance.choice(REASONS)
        at = calendar.morning(chance.randint(95, 700), chance.choice(("09:20", "11:00", "14:40")))
        diary.visit(at, title, summary)
    if chance.random() < 0.5:
        _last_season(diary)
    return frozenset(agreed)


def _stop(diary: Diary, agreed: set[Channel]) -> None:
    """One channel that was stopped in writing, before this season."""
    channel = diary.chance.choice((Channel.MAIL, Channel.TEXT, Channel.EMAIL))
    at = diary.calendar.morning(diary.chance.randint(92, 115), "12:10")
    if channel is Channel.EMAIL and diary.one.email:
        diary.revoke(channel, at, StopScope.MARKETING, MARKETING)
        return
    diary.revoke(channel, at, StopScope.PERSON)
    agreed.discard(channel)


def _last_season(diary: Diary) -> None:
    chance = diary.chance
    days_ago = chance.randint(*LAST_SEASON)
    if diary.one.email:
        became = chance.choice((EventKind.DELIVERED, EventKind.OPENED))
        at = diary.calendar.morning(days_ago + 9, "10:00")
        diary.send("flu-shot-reminder", at, became)
    at = diary.calendar.morning(days_ago, "10:40")
    diary.visit(at, "flu shot, Wayne Avenue", "Flu shot, 10 min.", ref="flu-clinic")
    diary.shot(at + timedelta(minutes=6))
