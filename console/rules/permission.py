"""Permission: whether outreach to a person may happen now, by which channel, and why not.

Asked of outreach only; a person who calls or writes to us is never refused. A reason stops it, a
warning is for the rep to weigh. Sentences are meant for reps.
"""

from dataclasses import dataclass
from datetime import datetime

from console.models.bodies import Rules
from console.models.person_facts import ConsentEntry, PersonFacts
from console.models.terms import Channel, HoldCause, OutreachClass, Purpose, StopScope
from console.rules import days
from console.rules.birth_dates import age
from console.rules.consent import agreed, revocations_in_force
from console.rules.dates import local
from console.rules.hours import next_opening, open_at, zone_of, zones
from console.rules.phone import display
from console.rules.pressure import WEEK, count

CHANNELS = {
    Channel.CALL: "calls",
    Channel.TEXT: "texts",
    Channel.EMAIL: "email",
    Channel.MAIL: "mail",
    Channel.PORTAL: "portal messages",
}
BY_NUMBER = frozenset({Channel.CALL, Channel.TEXT})
HOLDS = {
    HoldCause.DECEASED: "Recorded as deceased.",
    HoldCause.INPATIENT: "In hospital now; outreach waits.",
    HoldCause.BEREAVED: "Bereaved; outreach waits.",
    HoldCause.PREGNANCY_LOSS: "Lost a pregnancy; outreach waits.",
    HoldCause.COMPLAINT_OPEN: "A complaint is open; outreach waits for its answer.",
    HoldCause.CONFIDENTIALITY: "On hold for confidentiality.",
}
# No wish of the moment opens these.
NEVER = frozenset({HoldCause.DECEASED, HoldCause.CONFIDENTIALITY})


@dataclass(frozen=True, slots=True)
class Permission:
    """The answer. `opens_at` (UTC): when calling hours begin, if nothing else is in the way."""

    allowed: bool
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    opens_at: datetime | None = None


def may_contact(
    facts: PersonFacts,
    channel: Channel,
    outreach_class: OutreachClass,
    now: datetime,
    rules: Rules,
    *,
    contact: str | None = None,
    asked_for: bool = False,
    automated: bool = False,
) -> Permission:
    """Whether the center may reach out now.

    `contact` is the number or email to be used (E.164, lower case); without it any usable one on
    file will do. `asked_for`: the person asked for this very contact herself, a callback at a time
    or a text during a call; it opens hours, caps, care consent and holds that wait, and never a
    stop. `automated` (47 CFR 64.1200(f)): no person dials or writes it; texts always count so.
    """
    asking = _Asking(facts, channel, outreach_class, now, rules, asked_for, automated)
    usable, reasons = asking.contacts(contact)
    reasons += asking.holds()
    reasons += asking.stops(usable)
    reasons += asking.consent(contact)
    reasons += asking.minor()
    reasons += asking.pressure()
    closed, opens_at = asking.hours(contact)
    alone = bool(closed) and not reasons
    reasons += closed
    return Permission(
        allowed=not reasons,
        reasons=tuple(dict.fromkeys(reasons)),
        warnings=tuple(dict.fromkeys(asking.warnings)),
        opens_at=opens_at if alone else None,
    )


class _Asking:
    """One question with everything it depends on; each method gives the reasons against."""

    def __init__(
        self,
        facts: PersonFacts,
        channel: Channel,
        outreach_class: OutreachClass,
        now: datetime,
        rules: Rules,
        asked_for: bool,
        automated: bool,
    ) -> None:
        self.facts = facts
        self.channel = channel
        self.outreach_class = outreach_class
        self.now = now
        self.rules = rules
        self.asked_for = asked_for
        self.automated = automated or channel is Channel.TEXT
        self.marketing = outreach_class is OutreachClass.MARKETING
        self.purpose = Purpose.MARKETING if self.marketing else Purpose.CARE
        self.words = CHANNELS.get(channel, channel.value)
        self.warnings: list[str] = []

    def contacts(self, contact: str | None) -> tuple[tuple[str, ...], list[str]]:
        """The contacts that may be used at all: on file, not wrong, not against an instruction."""
        on_file = self._on_file()
        if on_file is None:
            return (), self._confidential_mail(contact)
        chosen = (contact,) if contact else on_file
        right = tuple(value for value in chosen if value not in self.facts.wrong)
        if not right:
            return (), [self._none_usable(contact or chosen)]
        named = self.facts.confidential
        open_ones = tuple(value for value in right if not named or value in named)
        if not open_ones:
            return (), ["Asked to be reached only where the confidential instruction says."]
        return open_ones, []

    def holds(self) -> list[str]:
        found = []
        if self.facts.deceased:
            found.append(HOLDS[HoldCause.DECEASED])
        for hold in self.facts.holds:
            if hold.cause is HoldCause.LEGAL:  # it stops erasure alone
                continue
            text = HOLDS[hold.cause]
            if hold.cause is HoldCause.DECEASED and hold.provisional:
                text = "Reported deceased, not yet confirmed."
            if self.asked_for and hold.cause not in NEVER:
                self.warnings.append(text)
            else:
                found.append(text)
        return found

    def stops(self, usable: tuple[str, ...]) -> list[str]:
        """Reasons of the ledger. One contact that no stop names is enough when any will do."""
        points: tuple[str | None, ...] = usable or (None,)
        by_contact = [
            revocations_in_force(
                self.facts.consents, channel=self.channel, purpose=self.purpose, contact=point
            )
            for point in points
        ]
        if not all(by_contact):
            return []
        return [self._stop(entry) for entry in by_contact[0]]

    def consent(self, contact: str | None) -> list[str]:
        """What was never agreed to; spoken serves care, automated marketing needs it written."""
        if self.channel not in {Channel.CALL, Channel.TEXT, Channel.EMAIL}:
            return []
        if self.marketing and self.automated:
            missing = not self._agreed(contact, written=True)
            return [f"No written consent to marketing {_by(self.channel)}."] if missing else []
        if self._agreed(contact) or (self.asked_for and not self.marketing):
            return []
        if self.marketing and self.channel is Channel.EMAIL:
            return ["No consent to marketing by email."]
        if self.automated and self.channel in BY_NUMBER:
            return [f"Has not agreed to {self.words} about care."]
        if self.marketing or self.channel is Channel.EMAIL:
            kind = "marketing" if self.marketing else "care"
            self.warnings.append(f"Has not been asked about {self.words} on {kind}.")
        return []

    def minor(self) -> list[str]:
        if not self.marketing:
            return []
        today = local(self.now, zone_of(self.facts, self.rules)).date()
        years = age(self.facts.birth_date, today)
        if years is None or years >= self.rules.majority_age:
            return []
        return ["A minor: no marketing."]

    def pressure(self) -> list[str]:
        cap = self.rules.caps.get(self.outreach_class)
        if cap is None or self.asked_for:
            return []
        found = []
        for limit, length, words in ((cap.a_day, 1, "24 hours"), (cap.a_week, WEEK, "7 days")):
            if limit is None:
                continue
            used = count(self.facts, self.outreach_class, self.now, length, self.rules)
            if used >= limit:
                kind = "marketing" if self.marketing else self.outreach_class.value
                found.append(f"{used} {kind} contacts in {words}; the cap is {limit}.")
        if cap.act != "block":
            self.warnings += found
            return []
        return found

    def hours(self, contact: str | None) -> tuple[list[str], datetime | None]:
        """Calling hours, for calls and texts (47 CFR 64.1200(c)(1))."""
        if self.channel not in BY_NUMBER:
            return [], None
        everywhere = zones(self.facts, self.rules, contact)
        where = (everywhere, self.outreach_class, self.rules, self.facts.states)
        if open_at(self.now, *where):
            return [], None
        if self.asked_for:
            self.warnings.append("Outside calling hours; asked for at this time.")
            return [], None
        opens_at = next_opening(self.now, *where)
        if opens_at is None:
            return ["Calling hours never open in all the zones on file."], None
        zone = days.zone_of(zone_of(self.facts, self.rules), self.rules.zone)
        when = f"{days.day(opens_at, self.now, zone)} at {days.clock(opens_at, zone)}"
        return [f"Outside calling hours there; they open {when}."], opens_at

    def _on_file(self) -> tuple[str, ...] | None:
        """What is on file for the channel; None when it isn't reached by number or email."""
        if self.channel in BY_NUMBER:
            return self.facts.phones
        return self.facts.emails if self.channel is Channel.EMAIL else None

    def _confidential_mail(self, contact: str | None) -> list[str]:
        """A confidential instruction (45 CFR 164.522(b)) binds letters too."""
        named = self.facts.confidential
        if self.channel is not Channel.MAIL or not named:
            return []
        elsewhere = {*self.facts.phones, *self.facts.emails}
        allowed = contact in named if contact else any(one not in elsewhere for one in named)
        return (
            [] if allowed else ["Asked to be reached only where the confidential instruction says."]
        )

    def _none_usable(self, chosen: str | tuple[str, ...]) -> str:
        what = "email address" if self.channel is Channel.EMAIL else "number"
        if not chosen:
            return f"No {what} on file."
        return (
            f"This {what} is marked wrong."
            if isinstance(chosen, str)
            else (f"Every {what} on file is marked wrong.")
        )

    def _agreed(self, contact: str | None, *, written: bool = False) -> bool:
        points = (contact,) if contact else (self._on_file() or (None,))
        return any(
            agreed(
                self.facts.consents,
                self.channel,
                self.purpose,
                contact=point,
                wrong=self.facts.wrong,
                written=written,
            )
            for point in points
        )

    def _stop(self, entry: ConsentEntry) -> str:
        """A stop as a sentence; its day in the person's zone."""
        zone = days.zone_of(zone_of(self.facts, self.rules), self.rules.zone)
        when = days.day(entry.at, self.now, zone)
        if entry.scope is StopScope.EVERYTHING:
            return f"Asked us to stop everything, {when}."
        if entry.scope is StopScope.MARKETING or entry.purpose is Purpose.MARKETING:
            return f"Asked us to stop marketing, {when}."
        if entry.contact and (entry.scope in {None, StopScope.NUMBER}):
            return f"Asked us to stop {self.words} to {display(entry.contact)}, {when}."
        return f"Asked us to stop {self.words}, {when}."


def _by(channel: Channel) -> str:
    return {Channel.CALL: "calls", Channel.TEXT: "by text"}.get(channel, f"by {channel.value}")
