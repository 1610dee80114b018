"""One person's history as it happens: messages, reading, forms, visits; each with what follows."""

from datetime import datetime, timedelta
from uuid import UUID

from console.models.commands import AppointmentFact, SendFact
from console.models.facts import (
    Appointment,
    Inquiry,
)
from console.models.ids import FactId
from console.models.terms import (
    Channel,
    Direction,
    EventKind,
    OutreachClass,
    TouchpointKind,
)
from console.services.demo.ledger import WEBSITE
from console.services.demo.standing import Standing

KINDS = {
    Channel.EMAIL: TouchpointKind.EMAIL,
    Channel.TEXT: TouchpointKind.TEXT,
    Channel.MAIL: TouchpointKind.LETTER,
    Channel.PORTAL: TouchpointKind.PORTAL_MESSAGE,
}
FLU_CLINIC, CLINIC_PLACE = "flu-clinic", "Flu clinic, Wayne Avenue"
FAR_FROM_NOW = timedelta(minutes=2)


class Diary(Standing):
    """Writes into the ledger what happened to one person; nothing of it later than now."""

    def send(
        self,
        content: str,
        at: datetime,
        became: str = EventKind.DELIVERED,
        *,
        channel: Channel = Channel.EMAIL,
        journey: str = "",
        outreach_class: OutreachClass | None = None,
        title: str = "",
        summary: str = "",
    ) -> UUID:
        """A message that we sent, and the furthest that it came: bounced, delivered, opened, …"""
        piece = self.words.piece(content)
        events = self._signs(at, channel, became)
        return self.ledger.touchpoint(
            [self.one.id],
            KINDS[channel],
            at,
            events=events,
            channel=channel,
            direction=Direction.OUTBOUND,
            ref=content,
            version=piece.version,
            title=title or piece.title,
            summary=summary,
            campaign=journey,
            outreach_class=outreach_class or piece.outreach_class,
        )

    def queue(
        self, content: str, at: datetime, since: datetime, channel: Channel, journey: str
    ) -> UUID:
        """A message that lies ahead."""
        piece = self.words.piece(content)
        return self.ledger.touchpoint(
            [self.one.id],
            KINDS[channel],
            at,
            events=[(EventKind.QUEUED, since, "")],
            channel=channel,
            direction=Direction.OUTBOUND,
            ref=content,
            version=piece.version,
            title=piece.title,
            campaign=journey,
            outreach_class=piece.outreach_class,
        )

    def arrived(self, sent: SendFact) -> None:
        """What became of a message that a rep sent from a call."""
        for kind, at, detail in self._signs(sent.at, sent.channel, EventKind.DELIVERED):
            self.ledger.event(sent.id, KINDS[sent.channel], kind, at, detail)

    def _signs(
        self, at: datetime, channel: Channel, became: str
    ) -> list[tuple[str, datetime, str]]:
        """The events up to the one named, none of them after now."""
        chance = self.chance
        signs = [(EventKind.SENT, at, "")]
        arrives = at + timedelta(seconds=chance.randint(4, 90))
        if became == EventKind.BOUNCED:
            signs.append((EventKind.BOUNCED, arrives, "mailbox not found"))
        elif channel is not Channel.MAIL and became != EventKind.SENT:
            signs.append((EventKind.DELIVERED, arrives, ""))
        if became in (EventKind.OPENED, EventKind.CLICKED):
            opens = arrives + timedelta(minutes=chance.randint(3, 2_000))
            signs.append((EventKind.OPENED, opens, ""))
            if became == EventKind.CLICKED:
                clicks = opens + timedelta(seconds=chance.randint(8, 90))
                signs.append((EventKind.CLICKED, clicks, "flu-pamphlet"))
        return [
            (kind, when, detail)
            for kind, when, detail in signs
            if when <= self.calendar.now - FAR_FROM_NOW
        ]

    def visits_web(
        self,
        kind: TouchpointKind,
        ref: str,
        at: datetime,
        title: str,
        summary: str,
        sign: EventKind,
    ) -> UUID:
        """A page, pamphlet or checker that she used herself."""
        minutes = timedelta(minutes=self.chance.randint(1, 4))
        done = min(at + minutes, self.calendar.now)
        return self.ledger.touchpoint(
            [self.one.id],
            kind,
            at,
            events=[(sign, done, "")],
            channel=Channel.WEB,
            direction=Direction.INBOUND,
            ref=ref,
            title=title,
            summary=summary,
            by=self.one.first,
        )

    def reads_pamphlet(self, at: datetime, pages: int | None = None) -> UUID:
        """The pamphlet, read up to a page of the six."""
        pages = pages or self.chance.randint(1, 6)
        key = "flu-pamphlet-es" if self.one.language == "es" else "flu-pamphlet"
        summary = f"Opened from the email. Read to page {pages} of 6."
        title = self.words.piece(key).title
        sign = EventKind.READ if pages >= 4 else EventKind.OPENED
        return self.visits_web(TouchpointKind.PAMPHLET, key, at, title, summary, sign)

    def checks_symptoms(self, at: datetime, result: str) -> UUID:
        return self.visits_web(
            TouchpointKind.SYMPTOM_CHECKER,
            "flu-or-cold",
            at,
            "flu or cold",
            f"Finished. Result: {result}.",
            EventKind.FINISHED,
        )

    def asks_for_call(
        self, at: datetime, question: str, due: datetime, owner: str | None = None
    ) -> FactId:
        """The form "Please call me": a touchpoint and an open inquiry; gives the inquiry's id."""
        form = self.visits_web(
            TouchpointKind.FORM,
            "flu-call-me",
            at,
            "Please call me",
            f"“{question}” Sent from the pamphlet.",
            EventKind.SUBMITTED,
        )
        return FactId(
            self.ledger.fact(
                Inquiry,
                WEBSITE,
                person_id=self.one.id,
                touchpoint_id=form,
                at=at,
                question=question,
                owner=owner,
                due_at=due,
            )
        )

    def visit(
        self, at: datetime, title: str, summary: str, *, ref: str = "family-medicine"
    ) -> UUID:
        """A visit that she came to, as the EHR tells it."""
        return self.ledger.touchpoint(
            [self.one.id],
            TouchpointKind.VISIT,
            at,
            events=[(EventKind.ATTENDED, at + timedelta(minutes=self.chance.randint(15, 50)), "")],
            channel=Channel.VISIT,
            direction=Direction.INBOUND,
            ref=ref,
            title=title,
            summary=summary,
            by="From the EHR",
        )

    def shot(self, at: datetime, cvx: str = "150") -> UUID:
        """An influenza vaccine by CVX code."""
        return self.ledger.touchpoint(
            [self.one.id],
            TouchpointKind.IMMUNIZATION,
            at,
            channel=Channel.VISIT,
            direction=Direction.INBOUND,
            ref=cvx,
            title="Influenza, injectable, quadrivalent" if cvx == "150" else "Influenza",
            by="From the EHR",
        )

    def books(self, at: datetime, when: datetime, *, ref: str = FLU_CLINIC, place: str) -> UUID:
        """An appointment that she made herself over the website or at the desk of a clinic."""
        touchpoint = self.ledger.touchpoint(
            [self.one.id],
            TouchpointKind.APPOINTMENT,
            at,
            events=[(EventKind.BOOKED, when, "")],
            channel=Channel.VISIT,
            direction=Direction.OUTBOUND,
            ref=ref,
            title=place,
            summary="Booked online",
            by="From the EHR",
        )
        self.ledger.fact(
            Appointment,
            id=touchpoint,
            person_id=self.one.id,
            at=at,
            ends_at=at + timedelta(minutes=20),
            place=place,
            with_whom="",
            service=ref,
        )
        return touchpoint

    def went(self, appointment: UUID, at: datetime, how: EventKind) -> None:
        """What became of an appointment: attended, missed (known at the day's end) or cancelled."""
        if how is EventKind.ATTENDED:
            self._went(appointment, EventKind.ARRIVED, at - timedelta(minutes=6))
            at += timedelta(minutes=24)
        self._went(appointment, how, at)

    def _went(self, appointment: UUID, how: EventKind, at: datetime) -> None:
        self.ledger.event(appointment, TouchpointKind.APPOINTMENT, how, at)

    def writes_on_portal(self, at: datetime, direction: Direction, title: str, text: str) -> UUID:
        ours = direction is Direction.OUTBOUND
        read = min(at + timedelta(hours=self.chance.randint(1, 20)), self.calendar.now)
        return self.ledger.touchpoint(
            [self.one.id],
            TouchpointKind.PORTAL_MESSAGE,
            at,
            events=[(EventKind.DELIVERED, at, ""), (EventKind.READ, read, "")],
            channel=Channel.PORTAL,
            direction=direction,
            title=title,
            summary=text,
            by="Dr. Ines Marlowe" if ours else self.one.first,
            outreach_class=OutreachClass.TREATMENT if ours else None,
        )

    def slot(self, days_ahead: int) -> datetime:
        """A free time of the flu clinic on a working day: 9:00 to 11:40, every 20 minutes."""
        minutes = 20 * self.chance.randrange(9)
        clock = f"{9 + minutes // 60:02d}:{minutes % 60:02d}"
        return self.calendar.on(-self.calendar.workday_ahead(days_ahead), clock)

    def appointment(self, at: datetime) -> AppointmentFact:
        """One that a rep books on a call."""
        return AppointmentFact(
            id=FactId(self.ledger.new_id()),
            person=self.one.id,
            at=at,
            place=CLINIC_PLACE,
            with_whom=self.chance.choice(("Nurse practitioner", "N. Ruiz, NP", "P. Allard, PA")),
            service=FLU_CLINIC,
        )
