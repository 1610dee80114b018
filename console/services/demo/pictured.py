"""People with a story of their own: whom the tour calls, and who else stands out."""

from datetime import timedelta

from console.models.commands import ConsentFact, Effects, HoldFact
from console.models.ids import FactId, Login
from console.models.terms import (
    Channel,
    ConsentAction,
    ConsentForm,
    Direction,
    EventKind,
    HoldCause,
    OutreachClass,
    Purpose,
    Stage,
    StopScope,
)
from console.services.demo import new_mom
from console.services.demo.calls import Desk, Planned
from console.services.demo.diary import Diary
from console.services.demo.roster import DEFAULT_LOGIN
from console.services.demo.vocabulary import FLU, NEW_MOM

CARE, MARKETING = Purpose.CARE, Purpose.MARKETING
ANA, TOMASZ = Login("avillasenor"), Login("tzielinski")


def denise(diary: Diary, desk: Desk) -> None:
    """The person of the tour: asked this morning to be called, and waits for it until noon."""
    _denise_before(diary, desk)
    calendar = diary.calendar
    diary.enroll(FLU, calendar.morning(3, "09:00"), why="season's list")
    sent = calendar.morning(3, "10:00")
    diary.send(
        "flu-season-email",
        sent,
        EventKind.CLICKED,
        journey=FLU,
        outreach_class=OutreachClass.MARKETING,
        summary="Flu clinic hours and the digital flu pamphlet.",
    )
    diary.checks_symptoms(calendar.on(2, "21:36"), "flu likely, no urgent signs")
    asked = calendar.today_at("08:14", timedelta(minutes=85))
    diary.reads_pamphlet(asked - timedelta(minutes=5), pages=4)
    due = calendar.on(0, "12:00")
    due = due if due > calendar.now + timedelta(minutes=30) else calendar.soon(120)
    question = "Fever since Tuesday. Can I be seen this week?"
    diary.asks_for_call(asked, question, due, owner=DEFAULT_LOGIN)
    ahead = calendar.on(-2, "10:00")
    diary.queue("flu-keep-family-well", ahead, sent, Channel.EMAIL, FLU)


def _denise_before(diary: Diary, desk: Desk) -> None:
    calendar, one = diary.calendar, diary.one
    new_mom.birth(diary, 221, "family")
    diary.send("new-mom-welcome", calendar.on(217, "10:00"), EventKind.OPENED, journey=NEW_MOM)
    diary.agree(
        Channel.EMAIL, calendar.morning(183, "19:05"), CARE, MARKETING, form=ConsentForm.WEB
    )
    diary.revoke(Channel.MAIL, calendar.morning(122, "12:10"), StopScope.PERSON)
    _text(diary, 64, "Visit reminder", "Well-baby visit next week at 9:20.")
    diary.send("baby-flu-shot", calendar.morning(75, "10:00"), EventKind.DELIVERED, journey=NEW_MOM)
    diary.send("flu-or-cold", calendar.morning(40, "10:00"), EventKind.DELIVERED)
    _text(diary, 18, "Visit reminder", "Family medicine, next visit at 11:00.")
    _text(diary, 136, "Visit reminder", "Well-baby visit next week at 10:40.")
    question = Planned(
        code=("question_answered", "information_given"),
        at=calendar.morning(136, "11:25"),
        direction=Direction.INBOUND,
        talk=134,
        notes="Asked which papers the baby’s visit needs.",
        login=TOMASZ,
        spoken_to=True,
    )
    desk.call(one, question)
    call = calendar.morning(17, "14:20")
    visit = calendar.morning(16, "11:00")
    if visit <= call:
        call = calendar.on(calendar.workday(18), "14:20")
    consents = tuple(
        ConsentFact(
            id=FactId(diary.ledger.new_id()),
            person=one.id,
            contact=one.phone,
            channel=channel,
            purpose=CARE,
            action=ConsentAction.GIVEN,
            form=ConsentForm.SPOKEN,
            at=call,
            evidence="spoken, script version 3",
        )
        for channel in (Channel.CALL, Channel.TEXT)
    )
    desk.call(
        one,
        Planned(
            code=("information_given", "question_answered"),
            at=call,
            talk=340,
            notes="Agreed to calls and texts about her care, spoken, script version 3.",
            journey=diary.words.journey(NEW_MOM),
            stage=Stage.ACCEPTANCE,
            login=ANA,
            verified=True,
            effects=Effects(consents=consents),
        ),
    )
    diary.visit(visit, "family medicine, Wayne Avenue", "Follow-up, 20 min with Dr. Ines Marlowe.")


def _text(diary: Diary, days_ago: int, title: str, summary: str) -> None:
    at = diary.calendar.morning(days_ago, "16:00")
    diary.send("visit-reminder", at, channel=Channel.TEXT, title=title, summary=summary)


def walter(diary: Diary, desk: Desk) -> None:
    """Called once without an answer; the next call is attempt 2 of 3."""
    calendar = diary.calendar
    intake = calendar.morning(152, "13:30")
    diary.agree(Channel.CALL, intake, CARE)
    diary.agree(Channel.EMAIL, intake, CARE, MARKETING, form=ConsentForm.WEB)
    diary.enroll(FLU, calendar.morning(10, "09:00"), why="season's list")
    diary.send(
        "flu-season-email",
        calendar.morning(6, "10:00"),
        journey=FLU,
        outreach_class=OutreachClass.MARKETING,
        summary="Flu clinic hours and the digital flu pamphlet.",
    )
    desk.call(
        diary.one,
        Planned(
            code=("no_answer",),
            at=calendar.morning(3, "15:12"),
            ring=28,
            notes="Attempt 1 of 3. No message left.",
            journey=diary.words.journey(FLU),
            stage=Stage.AWARENESS,
            login=TOMASZ,
        ),
    )


def carl(diary: Diary) -> None:
    """Written to twice and never called; two more messages are queued."""
    calendar = diary.calendar
    intake = calendar.morning(251, "09:00")
    diary.agree(Channel.CALL, intake, CARE)
    diary.agree(Channel.TEXT, intake, CARE, MARKETING, form=ConsentForm.WEB)
    diary.agree(Channel.EMAIL, intake, CARE, MARKETING, form=ConsentForm.WEB)
    visit = calendar.morning(251, "09:20")
    diary.visit(visit, "family medicine, Springfield", "Yearly check, 30 min.")
    diary.enroll(FLU, calendar.morning(10, "09:00"), why="season's list")
    marketing = OutreachClass.MARKETING
    email = calendar.morning(6, "10:00")
    summary = "Flu clinic hours and the digital flu pamphlet."
    diary.send("flu-season-email", email, journey=FLU, outreach_class=marketing, summary=summary)
    text = calendar.morning(3, "10:00")
    diary.send("flu-shot-reminder-text", text, channel=Channel.TEXT, journey=FLU)
    diary.queue("flu-shot-reminder-text", calendar.on(-1, "10:00"), text, Channel.TEXT, FLU)
    diary.queue("flu-keep-family-well", calendar.on(-4, "10:00"), text, Channel.EMAIL, FLU)


def asks_back(diary: Diary, desk: Desk, minutes: int, note: str, login: Login) -> None:
    """Spoken with on the last working day; asked to be called again today."""
    calendar, one = diary.calendar, diary.one
    intake = calendar.morning(200, "13:30")
    diary.agree(Channel.CALL, intake, CARE)
    diary.enroll(FLU, calendar.morning(9, "09:00"), why="season's list")
    if one.email:
        diary.agree(Channel.EMAIL, intake, CARE, form=ConsentForm.WEB)
        diary.send("flu-season-email", calendar.morning(9, "10:00"), EventKind.OPENED, journey=FLU)
    callback = desk.callback(one, calendar.soon(minutes), note)
    desk.call(
        one,
        Planned(
            code=("person_unavailable", "information_given"),
            at=calendar.office(diary.chance, 1, one.zone),
            talk=diary.chance.randint(25, 80),
            journey=diary.words.journey(FLU),
            stage=Stage.AWARENESS,
            login=login,
            effects=Effects(callbacks=(callback,)),
        ),
    )


def reported_dead(diary: Diary, desk: Desk) -> None:
    """A death told on the phone: a provisional hold at once, for records staff to confirm."""
    calendar = diary.calendar
    diary.agree(Channel.CALL, calendar.morning(400, "13:30"), CARE)
    diary.enroll(FLU, calendar.morning(23, "09:00"), why="season's list")
    hold = HoldFact(
        id=FactId(diary.ledger.new_id()),
        person=diary.one.id,
        cause=HoldCause.DECEASED,
        provisional=True,
        note="Told by the family on the phone.",
    )
    desk.call(
        diary.one,
        Planned(
            code=("reported_deceased",),
            at=calendar.office(diary.chance, 5, diary.one.zone),
            talk=95,
            notes="The daughter answered. Said we are sorry and that nobody calls again.",
            journey=diary.words.journey(FLU),
            stage=Stage.AWARENESS,
            effects=Effects(holds=(hold,)),
        ),
    )
