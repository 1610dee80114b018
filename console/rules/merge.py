"""Merge fields: names, places and times put into text that is read aloud.

`{{field}}` or `{{field|words instead}}`. Only allowed fields are filled, in one pass, and what has
no value gets words that keep the sentence whole: nothing is ever read out raw or empty. When you
add a field: a line in `FIELDS` with its words.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from console.models.bodies import Library
from console.models.draft import Draft
from console.rules import days, phone

FIELDS = {
    "caller_name": "there",
    "person_name": "the person we are calling for",
    "rep_name": "a member of our team",
    "organization": "our health center",
    "callback_number": "the number on our website",
    "line_number": "the number on our website",
    "clinic": "our clinic",
    "appointment_day": "on the day we agreed",
    "appointment_time": "the time we agreed",
    "appointment_place": "our clinic",
    "appointment_with": "the care team",
    "callback_time": "at the time we agreed",
    "today": "today",
    "part_of_day": "day",
}
FIELD = re.compile(r"\{\{\s*([^{}|]*?)\s*(?:\|\s*([^{}]*?)\s*)?\}\}")
NOON, EVENING = 12, 17


def merge(text: str, fields: Mapping[str, str]) -> str:
    """`text` with its fields filled; a value is taken as it is, never merged again."""

    def fill(found: re.Match[str]) -> str:
        name, instead = found.group(1), found.group(2)
        value = fields.get(name, "").strip() if name in FIELDS else ""
        return value or instead or FIELDS.get(name) or _told(name)

    pieces = FIELD.split(text)
    # Braces left in the text between fields are slips of its author, not words to say.
    plain = [piece.replace("{{", "").replace("}}", "") for piece in pieces[::3]]
    filled = [fill(found) for found in FIELD.finditer(text)]
    return "".join(part for pair in zip(plain, [*filled, ""], strict=True) for part in pair)


def unknown_fields(text: str) -> tuple[str, ...]:
    """The fields that `text` names and nobody fills, in order; for checking what is published."""
    names = (found.group(1) for found in FIELD.finditer(text))
    return tuple(dict.fromkeys(name for name in names if name not in FIELDS))


def call_fields(
    draft: Draft,
    library: Library,
    now: datetime,
    *,
    rep_name: str,
    person_name: str = "",
    caller_name: str = "",
    zone: str = "",
) -> dict[str, str]:
    """The fields of a call in progress; times in `zone` (IANA), the center's when empty.

    The number to call back is that of the line in use, the first line's on an outgoing call.
    """
    rules = library.rules
    here = days.zone_of(zone, rules.zone)
    line = next((one for one in rules.lines if one.key == draft.line), None)
    line = line or next(iter(rules.lines), None)
    number = _number(line.number, rules.region) if line else ""
    hour = now.astimezone(here).hour
    fields = {
        "rep_name": rep_name,
        "person_name": person_name,
        "caller_name": caller_name,
        "organization": rules.organization,
        "callback_number": number,
        "line_number": number,
        "today": days.day(now, now, here),
        "part_of_day": "morning" if hour < NOON else "afternoon" if hour < EVENING else "evening",
    }
    if draft.appointment is not None:
        fields["appointment_day"] = days.day(draft.appointment.at, now, here)
        fields["appointment_time"] = days.clock(draft.appointment.at, here)
        fields["appointment_place"] = draft.appointment.place
        fields["appointment_with"] = draft.appointment.with_whom
    if draft.callback is not None:
        due = draft.callback.due_at
        theirs = days.zone_of(draft.callback.zone, rules.zone)
        fields["callback_time"] = f"{days.day(due, now, theirs)} at {days.clock(due, theirs)}"
    return fields


def _number(raw: str, region: str) -> str:
    read = phone.parse(raw, region)
    return phone.display(read.value) if read else raw


def _told(name: str) -> str:
    """A field that nobody knows, in words: "clinic_name" is read as "the clinic name"."""
    words = " ".join(re.findall(r"[^\W_]+", name))
    return f"the {words}" if words else "…"
