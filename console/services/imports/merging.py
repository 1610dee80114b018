"""Bringing a record up to date with its source without undoing what was corrected here."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any


def flat(value: Any) -> Any:
    """A column's value as JSON keeps it, so that values seen before can be compared."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    return value


def flat_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: flat(value) for name, value in fields.items()}


def merge(
    current: Mapping[str, Any],
    seen: Mapping[str, Any] | None,
    new: Mapping[str, Any],
    corrected: Collection[str] = (),
) -> tuple[dict[str, Any], bool]:
    """What to change in a record, and whether anything was kept as it is here.

    `current`: our values; `seen`: the source's values at the last import (None: never seen);
    `new`: the source's values now. A field is changed when ours is what the source said last; one
    that the source never gave is filled in when ours is empty. Everything else that differs was
    corrected here and stays. `corrected` are fields that were corrected here beyond doubt, even to
    what the source once said, or to nothing.
    """
    changes: dict[str, Any] = {}
    kept = False
    for name, value in new.items():
        ours = flat(current[name])
        wanted = flat(value)
        if ours == wanted:
            continue
        untouched = ours == seen[name] if seen and name in seen else is_empty(ours)
        if untouched and name not in corrected:
            changes[name] = value
        elif seen is not None or not is_empty(wanted):
            kept = True
    return changes, kept


def is_empty(value: Any) -> bool:
    return value is None or value is False or value in ("", [])
