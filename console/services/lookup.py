"""Looking people up on a server: by its one narrow function, which limits and records it.

No login of a desk may read search keys or names of people it has not opened, so what `Directory`
asks of the tables on the embedded database is asked here of `find_people`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from console.models.types import Json
from console.models.views import Match
from console.rules.query import Range, Token
from console.services.matches import as_match, ordered

FIND = text("SELECT * FROM public.find_people(:tokens, :most)").bindparams(
    bindparam("tokens", type_=Json())
)
AFTER = "\U0010ffff"
"""Above every character of the same prefix, in the byte order of both databases."""


@dataclass(frozen=True, slots=True)
class Point:
    """A contact point as a match shows it."""

    system: str
    value: str
    raw: str
    city: str | None
    state: str | None


def bounds(keys: Range) -> dict[str, str]:
    """The values of a range of keys, both ends within it."""
    last = keys.key if keys.whole else keys.key + AFTER
    return {"kind": keys.kind, "first": keys.key, "last": last}


def people_with(session: Session, tokens: Sequence[Token], most: int) -> Sequence[Any]:
    """Those who have every token, at most `most` by each range: with their fields and keys met."""
    asked = [[bounds(keys) for keys in token.ranges] for token in tokens]
    return session.execute(FIND, {"tokens": asked, "most": most}).all()


def keys_met(found: Sequence[Any]) -> dict[UUID, list[tuple[str, str]]]:
    """By person the keys, (kind, key), by which she was found."""
    return {row.id: [(kind, key) for kind, key in row.keys_met or ()] for row in found}


def matches(
    found: Sequence[Any], ranked: dict[UUID, tuple[float, tuple[str, ...]]], today: date
) -> tuple[Match, ...]:
    """A match for each person found, best first."""
    return ordered(
        as_match(row, [Point(**point) for point in row.points or ()], ranked[row.id], today)
        for row in found
    )
