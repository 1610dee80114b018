"""Corrections of a record: which fields, and what becomes of one that somebody else changed."""

from enum import Enum

from console.models.commands import Change
from console.models.terms import RecordKind

CORRECTABLE: dict[RecordKind, frozenset[str]] = {
    RecordKind.PERSON: frozenset(
        {
            *("name", "given", "family", "preferred_name", "birth_date", "sex", "language"),
            *("interpreter", "no_voicemail"),
        }
    ),
    RecordKind.CONTACT_POINT: frozenset(
        {
            *("use", "raw", "value", "extension", "rank", "city", "state", "postal_code"),
            *("country", "confidential", "wrong", "no_service", "no_voicemail", "retired_at"),
        }
    ),
    RecordKind.RELATIONSHIP: frozenset({"kind", "authority", "until"}),
}
"""By record, the columns that a desk may correct; `security/corrections.sql` says the same."""

Value = str | bool | int | None


class Verdict(Enum):
    """SAME: it says so already. HELD: it says something else than was seen, and stays."""

    SAME = "same"
    APPLIED = "applied"
    HELD = "held"


def verdict(change: Change, found: Value, *, there: bool = True) -> Verdict:
    """What becomes of a change of a field that says `found` now; `there`: its record still is."""
    if there and is_same(change.field, found, change.new):
        return Verdict.SAME
    if there and is_same(change.field, found, change.old):
        return Verdict.APPLIED
    return Verdict.HELD


def is_same(field: str, one: Value, other: Value) -> bool:
    """Whether a field says the same; when something was retired is no matter, only whether."""
    if field == "retired_at":
        return (one is None) is (other is None)
    return one == other
