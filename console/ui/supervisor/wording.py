"""The words of a disposition on the supervisor's page."""

from PySide6.QtCore import QCoreApplication

from console.models.terms import Direction
from console.models.views import DispositionRow, EffectView, PathView, ReviewFigures
from console.rules import names
from console.services.oversight import Finding
from console.ui import text
from console.ui.said import said
from console.ui.supervisor.figures import Figure

translate = QCoreApplication.translate


def effect(kind: str) -> str:
    """The name of an effect as in the bar; one that has no name is shown by its kind."""
    return {
        "callback": translate("wording", "Callback"),
        "promise": translate("wording", "Promise"),
        "appointment": translate("wording", "Appointment"),
        "send": translate("wording", "Send"),
        "unmet_need": translate("wording", "Unmet need"),
        "hand_off": translate("wording", "Hand-off"),
        "complaint": translate("wording", "Complaint"),
        "stop": translate("wording", "Stop"),
        "opt_in": translate("wording", "Opt-in"),
        "hold": translate("wording", "Hold"),
        "enrollment": translate("wording", "Journey"),
    }.get(kind, kind)


def lag(job: str, minutes: int) -> str:
    """How old what a job of the worker makes is; one that has no name is shown by its own."""
    name = {
        "journey states": translate("wording", "Journey states"),
        "audit seals": translate("wording", "Audit seals"),
    }.get(job, job)
    return translate("wording", "{0}: {1} min old").format(name, minutes)


def check(key: str) -> str:
    """What a supervisor should look at."""
    return {
        "statement_missed": translate("wording", "Statement missed"),
        "no_appointment": translate("wording", "No appointment"),
        "second_contact": translate("wording", "Second contact"),
    }.get(key, key)


def opened(found: Finding) -> str:
    """Who opened whose record."""
    if not found.name:
        return found.rep
    return translate("wording", "{0} opened {1}").format(found.rep, found.name)


def unusual(why: str, detail: str) -> str:
    """Why an opening asks for a second look; `detail` is the reason given, or a count."""
    if why == "no_call":
        reasons = {
            "search": translate("wording", "by search"),
            "call": translate("wording", "for a call"),
            "callback": translate("wording", "for a callback"),
        }
        words = translate("wording", "No call was logged; opened {0}")
        return words.format(reasons.get(detail, detail))
    return {
        "self": translate("wording", "The rep’s own name: perhaps the rep’s own record"),
        "household": translate("wording", "The rep’s family name and address: perhaps a relative"),
        "colleague": translate("wording", "Named like somebody who works here"),
        "bulk": translate("wording", "Many at once: {0}").format(detail),
        "break_glass": translate("wording", "Emergency access: {0}").format(detail),
    }.get(why, f"{why} {detail}".strip())


def verification(state: str) -> str:
    """How far somebody was verified."""
    return {
        "unverified": translate("wording", "not verified"),
        "patient": translate("wording", "patient"),
        "proxy": translate("wording", "proxy"),
        "third_party": translate("wording", "third party"),
    }.get(state, state)


def people(row: DispositionRow, *, masked: bool = False) -> str:
    """Whom the call was about; masked, by initials."""
    if not row.people:
        return translate("wording", "Nobody on record")
    return ", ".join(names.initials(name) if masked else name for _, name in row.people)


def outcome(row: DispositionRow) -> str:
    """The outcome with its reason, where the code asks for one."""
    label = said(row.code_label or row.code)
    return f"{label}: {said(row.reason).casefold()}" if row.reason else label


def way(direction: Direction) -> str:
    """Who began, in a narrow column."""
    if direction is Direction.INBOUND:
        return translate("wording", "In", "an incoming call")
    return translate("wording", "Out", "an outgoing call")


def clock(seconds: int) -> str:
    """Minutes and seconds: "6:12"; with hours when there are any."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def figures(sums: ReviewFigures) -> tuple[Figure, ...]:
    """What supervisors look at first, each with what it is a part of; nothing without a call."""
    if not sums.calls:
        return ()
    attempts = translate("wording", "{0} of {1} attempts")
    contacts = translate("wording", "{0} of {1} right-party contacts")
    handled = text.duration(sums.handled_seconds)
    return (
        _share(translate("wording", "Contact rate"), sums.reached, sums.attempts, attempts),
        _share(translate("wording", "Right-party contact"), sums.right_party, sums.attempts,
               attempts),
        _share(translate("wording", "Booked"), sums.booked, sums.right_party, contacts),
        Figure(translate("wording", "Average handle time"),
               clock(sums.handled_seconds // sums.calls),
               f"{handled} / {text.number(sums.calls)}"),
    )  # fmt: skip


def _share(label: str, part: int, whole: int, words: str) -> Figure:
    fraction = words.format(text.number(part), text.number(whole))
    return Figure(label, text.share(part, whole), fraction)


def effects(row: DispositionRow) -> str:
    """The effects, named once each."""
    return ", ".join(dict.fromkeys(effect(kind) for kind in row.effects))


def effect_line(view: EffectView, zone: str) -> str:
    """One effect with its time, in the zone: "Appointment: flu clinic, 23 Nov, 9:20"."""
    words = effect(view.kind)
    if view.text:
        words = f"{words}: {view.text}"
    if view.at is not None:
        words = f"{words}, {stamp(view, zone)}"
    return words


def stamp(view: EffectView, zone: str) -> str:
    """The day and time of an effect that is due."""
    if view.at is None:
        return ""
    day = text.calendar_day(text.local_day(view.at, zone), text.local_day(view.at, zone))
    return f"{day}, {text.time_of_day(view.at, zone)}"


def path_line(step: PathView) -> str:
    """One step of the path: what was asked and said, or read."""
    question = step.question or step.step
    if step.kind == "read":
        return translate("wording", "Read aloud: {0}").format(question)
    if step.kind == "missed":
        return translate("wording", "Required statement not read")
    return f"{question} {step.value}".strip()
