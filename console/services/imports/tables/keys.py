"""The names under which what a table brings stays known: ids of the table, or its content."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from console.rules import names
from console.services.imports.references import short
from console.services.imports.values import Origin

PATIENT = "Patient"


def sha_of(*parts: Any) -> str:
    """A hash of values; the same for the same, whatever file or line they came from."""
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()


def of_content(parts: Iterable[str]) -> str:
    return f"content={sha_of(list(parts))[:40]}"


def of_person(name: str, birth_date: str | None, record: Sequence[str]) -> str:
    """A person without id: name and birth date where both are there, else the whole record."""
    if birth_date and len(birth_date) == 10 and name:
        return of_content([*sorted(names.words(name)), birth_date])
    return of_content(record)


def origin(source: str, kind: str, key: str, place: tuple[str, str], sha: str) -> Origin:
    """Where a value came from; `place` is file and line."""
    return Origin(source=source, kind=kind, key=short(key), sha=sha, file=place[0], where=place[1])
