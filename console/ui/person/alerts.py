"""What must be known of a person before a word is said, as marks beside the name."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.models.terms import HoldCause, OpenKind, TouchpointKind
from console.models.views import CareView, PersonView
from console.ui import text, words
from console.ui.marks import Mark

translate = QCoreApplication.translate

_MAJORITY = 18
# Some flags are whole paragraphs, and the name has to stay readable; the timeline has them whole.
_LONGEST_FLAG = 48


def alerts(view: PersonView, *, masked: bool = False, whole: bool = False) -> tuple[Mark, ...]:
    """The gravest first: death, holds, confidentiality, complaint, flags, age, language, voicemail.

    `masked`: the person is not verified yet, so the words of flags of her record stay away.
    `whole`: long flags are not cut.
    """
    found: list[Mark] = []
    holds = {hold.cause: hold for hold in view.holds}
    death = holds.pop(HoldCause.DECEASED, None)
    if view.deceased:
        found.append(Mark(words.deceased(), "bad", "octagon-alert"))
    elif death is not None:
        found.append(Mark(translate("alerts", "Reported deceased"), "bad", "octagon-alert"))
    for hold in holds.values():
        said = translate("alerts", "Hold: {0}").format(words.hold(hold.cause).lower())
        found.append(Mark(said, "bad", "hand"))
    if any(point.confidential for point in view.contact_points):
        found.append(Mark(translate("alerts", "Confidential contact"), "warn", "lock"))
    complains = any(entry.kind is OpenKind.COMPLAINT for entry in view.open)
    if complains and HoldCause.COMPLAINT_OPEN not in holds:
        found.append(Mark(translate("alerts", "Complaint open"), "warn", "triangle-alert"))
    flags = (one for one in view.care if one.kind is TouchpointKind.FLAG and not masked)
    found.extend(Mark(_flagged(one, whole=whole), "warn", "flag") for one in flags)
    if view.age is not None and view.age < _MAJORITY:
        found.append(Mark(translate("alerts", "Minor"), "warn", "user"))
    if view.interpreter:
        found.append(_interpreter(view.language))
    if view.no_voicemail or any(point.no_voicemail for point in view.contact_points):
        found.append(Mark(translate("alerts", "No voicemail"), "neutral", "voicemail"))
    return tuple(found)


def emergency(until: datetime, view: PersonView) -> Mark:
    """That all of the record is open, and until when."""
    at = text.time_of_day(until, view.zone)
    return Mark(translate("alerts", "Emergency access until {0}").format(at), "bad", "siren")


def second_line(view: PersonView, local_time: str, *, short: bool) -> str:
    """Such as "34 · Dayton, OH (Eastern, 09:46) · English · prefers mornings"."""
    zone = translate("alerts", "({0}, {1})", "zone, local time").format(
        text.zone_name(view.zone), local_time
    )
    prefers = ""
    if view.prefers and not short:
        prefers = translate("alerts", "prefers {0}").format(_preference(view.prefers))
    parts = (
        str(view.age) if view.age is not None else "",
        f"{view.place} {zone}".strip(),
        words.language(view.language) if view.language else "",
        prefers,
    )
    return " · ".join(part for part in parts if part)


def _preference(written: str) -> str:
    """When or how, where it is one of the usual words; else as it was written."""
    usual = {
        "mornings": translate("alerts", "mornings"),
        "afternoons": translate("alerts", "afternoons"),
        "evenings": translate("alerts", "evenings"),
        "weekends": translate("alerts", "weekends"),
        "call": translate("alerts", "calls"),
        "calls": translate("alerts", "calls"),
        "text": translate("alerts", "texts"),
        "texts": translate("alerts", "texts"),
        "email": translate("alerts", "email"),
        "mail": translate("alerts", "letters"),
        "portal": translate("alerts", "portal messages"),
    }
    return usual.get(written.strip().casefold(), written)


def _flagged(flag: CareView, *, whole: bool) -> str:
    said = flag.title or words.kind(flag.kind)
    return said if whole or len(said) <= _LONGEST_FLAG else f"{said[:_LONGEST_FLAG].rstrip()}…"


def _interpreter(language: str | None) -> Mark:
    if not language:
        return Mark(translate("alerts", "Interpreter"), "info", "languages")
    said = translate("alerts", "Interpreter: {0}").format(words.language(language))
    return Mark(said, "info", "languages")
