"""What the fields of a mapping hold: dates, one column only, words of a known list.

When you add a field to `models/table_mapping`: say here what it is, and in `ui/imports/fields` how
it is called.
"""

from collections.abc import Mapping

from console.models.terms import EventKind, OutreachClass, Purpose, TouchpointKind
from console.rules.happened import OUTCOMES

CONTACT = ("phone", "email", "extension", "use", "primary", "address")
WISHES = ("stop", "agree", "consented_at")
NAMES = ("name", "given", "family")
DATES = frozenset(
    {"birth_date", "deceased_at", "consented_at", "at", "booked_at", "ends_at", "until"}
)
"""Fields whose dates may stand month first or day first."""

_YES_NO = ("yes", "no")
_TRUTHS = ("interpreter", "no_voicemail", "deceased", "primary", "no_show")
_WORDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_TRUTHS, _YES_NO),
    "people.sex": ("female", "male", "other", "unknown"),
    "people.prefers": ("call", "text", "email", "mail", "portal"),
    "touchpoints.kind": tuple(TouchpointKind),
    "touchpoints.direction": ("inbound", "outbound"),
    "touchpoints.class": tuple(OutreachClass),
    "touchpoints.outcome": (
        *sorted(OUTCOMES),
        *(EventKind.BOOKED, EventKind.ATTENDED, EventKind.NO_SHOW, EventKind.CANCELLED),
        *(EventKind.SENT, EventKind.DELIVERED, EventKind.OPENED, EventKind.BOUNCED),
    ),
    "consents.action": ("given", "revoked"),
    "consents.channel": ("call", "text", "email", "mail"),
    "consents.purpose": tuple(Purpose),
    "use": ("home", "mobile", "work", "old"),
}
_ONCE = frozenset(
    {"birth_date", "birth", "sex", "language", "zone", "prefers", "deceased_at", "consented_at"}
    | {"extension", "use", "direction", "class", "action", "channel", "purpose", "until", "npi"}
    | {"booked_at", "ends_at", "kind", "stop", "agree", *_TRUTHS}
)
_ONCE_PARTS = frozenset(
    {f"address.{part}" for part in ("city", "state", "zip", "country")}
    | {f"at.{part}" for part in ("time", "day", "month", "year")}
)


def start_of(name: str) -> str:
    """A field without what follows its dot: "phone" of "phone.home"."""
    return name.partition(".")[0]


def takes_one(name: str) -> bool:
    """Whether two columns in this field are a mistake: they are neither joined nor listed."""
    return start_of(name) in _ONCE or name in _ONCE_PARTS


def meanings(target: str) -> tuple[str, ...]:
    """The words that a coded field knows ("people.sex": "female" …); none for free text."""
    _, _, name = target.partition(".")
    if start_of(name) in ("stop", "agree"):
        return _YES_NO
    return _WORDS.get(target) or _WORDS.get(name, ())
