"""What the words of other systems say became of a call, message or appointment.

A call gets an outcome code (`resources/codes/outcomes.yaml`) only where the word says one: a call
that is only "completed" was finished, and nobody guesses how.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from console.models.terms import Channel, EventKind, TouchpointKind

# In order: the first that matches, so what is denied stands before what is said.
_CALLS: tuple[tuple[str, str], ...] = (
    (r"no (message|voice ?mail|vm)|without (message|voice ?mail)|vm full|mailbox full",
     "no_voicemail_left"),
    (r"(message|msg).*(household|family|relative|spouse|roommate)|left with ", "household_message"),
    (r"left (a )?(message|msg|vm|voice ?mail)|(message|voice ?mail|vm) left|\blvm\b|\blm\b"
     r"|voice ?mail|answering machine|\bam\b machine", "voicemail_left"),
    (r"wrong (number|person)|\bwn\b", "wrong_number"),
    (r"not in service|out of service|disconnect|invalid (number|phone)|bad number|\bdc\b number",
     "not_in_service"),
    (r"deceased|passed away|\bdied\b", "reported_deceased"),
    (r"duplicate", "duplicate_record"),
    (r"no answer|unreach|not reached|unable to (reach|contact)|no contact|not home|rang out"
     r"|did not answer|not answered|unanswered|missed", "no_answer"),
    (r"busy|engaged", "busy"),
    (r"screened|blocked", "call_screened"),
    (r"hung up|hang ?up|\bhang\b", "hung_up"),
    (r"abandon|phantom|\bdrop(ped)?\b", "abandoned"),
    (r"technical|failed|failure|error|congestion|no (line|dial) ?tone", "technical_failure"),
    (r"reschedul|appointment (changed|moved)", "appointment_changed"),
    (r"appointment (booked|made|scheduled|set)|booked|scheduled (an )?appointment",
     "appointment_booked"),
    (r"not interested|declin|refus|do not call|\bdnc\b|opt(ed)? ?out", "declined"),
    (r"call ?back|unavailable|not available|call later", "person_unavailable"),
    (r"already (done|had|has)|care elsewhere", "already_done"),
    (r"interested", "interested_later"),
    (r"transfer", "transferred"),
    (r"escalat", "clinical_escalation"),
    (r"information (given|provided)|informed|educated", "information_given"),
)  # fmt: skip
_STOPS = re.compile(r"do not (call|contact|phone)|\bdnc\b|opt(ed)? ?out|unsubscrib|stop request")
_EVENTS: tuple[tuple[str, EventKind], ...] = (
    (r"no.?show|did not attend|\bdna\b|not attended|missed|failed to attend", EventKind.NO_SHOW),
    (r"cancel|withdrawn|not required|deleted", EventKind.CANCELLED),
    (r"checked.?in|arrived|in progress|roomed", EventKind.ARRIVED),
    (r"attended|fulfilled|checked.?out|seen|kept|showed|completed?|finished|closed|held",
     EventKind.ATTENDED),
    (r"proposed|requested|pending|wait.?list|tentative", EventKind.PROPOSED),
    (r"booked|scheduled|confirmed|open|planned|rescheduled", EventKind.BOOKED),
)  # fmt: skip
_MESSAGES: tuple[tuple[str, EventKind], ...] = (
    (r"complain|spam", EventKind.COMPLAINED),
    (r"unsubscrib|opt(ed)? ?out", EventKind.UNSUBSCRIBED),
    (r"bounce", EventKind.BOUNCED),
    (r"fail|undeliver|error|not delivered|blocked", EventKind.FAILED),
    (r"cancel|not required", EventKind.CANCELLED),
    (r"click", EventKind.CLICKED),
    (r"open", EventKind.OPENED),
    (r"read", EventKind.READ),
    (r"repl|answer|respon", EventKind.ANSWERED),
    (r"deliver", EventKind.DELIVERED),
    (r"scheduled|queued|pending|draft|planned", EventKind.PROPOSED),
    (r"sent|completed?|finished|closed|done", EventKind.SENT),
)  # fmt: skip
_REACHED = re.compile(r"complet|answer|connect|spoke|talk|reached|done|finish|closed|agent|held")
_KINDS: tuple[tuple[str, TouchpointKind, Channel], ...] = (
    (r"immuni[sz]|vaccin", TouchpointKind.IMMUNIZATION, Channel.VISIT),
    (r"appointment|appt", TouchpointKind.APPOINTMENT, Channel.VISIT),
    (r"\bsms\b|text", TouchpointKind.TEXT, Channel.TEXT),
    (r"portal|in ?box|secure message|my ?chart", TouchpointKind.PORTAL_MESSAGE, Channel.PORTAL),
    (r"e ?mail", TouchpointKind.EMAIL, Channel.EMAIL),
    (r"letter|postal|\bpdf\b|\bmail(er|ing)?\b|postcard", TouchpointKind.LETTER, Channel.MAIL),
    (r"call|phone|telephon|cell|voice|dial", TouchpointKind.CALL, Channel.CALL),
    (r"web ?form|\bform\b|survey|petition", TouchpointKind.FORM, Channel.WEB),
    (r"web|chat", TouchpointKind.PAGE, Channel.WEB),
    (r"event|seminar|class\b|workshop|registration", TouchpointKind.EVENT, Channel.EVENT),
    (r"ambulatory|outpatient|inpatient|emergency|urgent ?care|wellness|virtual|snf|hospice"
     r"|visit|encounter|meeting|admission|admit|office|home health|tele(health|visit)",
     TouchpointKind.VISIT, Channel.VISIT),
)  # fmt: skip
# A table has few words for what became of its rows.
_REMEMBERED = 1_024
_HELD = frozenset(
    {
        TouchpointKind.APPOINTMENT,
        TouchpointKind.VISIT,
        TouchpointKind.IMMUNIZATION,
        TouchpointKind.EVENT,
    }
)
_INBOUND = re.compile(r"inbound|incoming|received|\bin\b|from (patient|caller|person|member)")


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of a touchpoint; `ref` is an outcome code where `kind` is outcome."""

    kind: EventKind
    ref: str = ""


@lru_cache(_REMEMBERED)
def kind_of(words: str) -> tuple[TouchpointKind, Channel] | None:
    """What a touchpoint is, by the words for its type, medium or class; None when none says."""
    plain = _plain(words)
    for pattern, kind, channel in _KINDS:
        if re.search(pattern, plain):
            return kind, channel
    return None


@lru_cache(_REMEMBERED)
def is_inbound(words: str) -> bool | None:
    """Whether words for a direction say that the person began; None when they say nothing."""
    plain = _plain(words)
    if _INBOUND.search(plain):
        return True
    return (
        False if re.search(r"outbound|outgoing|sent|\bout\b|to (patient|member)", plain) else None
    )


@lru_cache(_REMEMBERED)
def happened(kind: TouchpointKind, words: str) -> Happened | None:
    """What became of a touchpoint of a kind, by another system's word; None when it says nothing.

    A word that is an outcome code, or an event of ours, is taken as that.
    """
    plain = _plain(words)
    if not plain:
        return None
    if kind is TouchpointKind.CALL:
        return _of_call(plain)
    own = next((event for event in EventKind if event == plain.replace(" ", "_")), None)
    if own and own is not EventKind.OUTCOME:
        return Happened(own)
    visit = kind in _HELD
    for pattern, event in _EVENTS if visit else _MESSAGES:
        if re.search(pattern, plain):
            return Happened(event)
    return None


@lru_cache(_REMEMBERED)
def is_stop(words: str) -> bool:
    """Whether an outcome of another system means that the person asked not to be called again."""
    return bool(_STOPS.search(_plain(words)))


def _of_call(plain: str) -> Happened | None:
    code = plain.replace(" ", "_")
    if code in OUTCOMES:
        return Happened(EventKind.OUTCOME, code)
    if re.fullmatch(r"scheduled|planned|pending|open|queued", plain):
        return Happened(EventKind.PROPOSED)
    if re.search(r"cancel|not required", plain):
        return Happened(EventKind.CANCELLED)
    for pattern, found in _CALLS:
        if re.search(pattern, plain):
            return Happened(EventKind.OUTCOME, found)
    return Happened(EventKind.FINISHED) if _REACHED.search(plain) else None


_ONLY_OURS = frozenset(
    {"question_answered", "handed_off", "will_call_main", "could_not_verify", "refused_to_verify"}
    | {"proxy_without_authority"}
)
OUTCOMES = frozenset({code for _, code in _CALLS} | _ONLY_OURS)
"""The outcome codes that a call of another system can get."""


def _plain(words: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", words)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", spaced.casefold()).split())
