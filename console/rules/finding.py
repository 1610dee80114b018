"""What a check of a publication finds: where, and what is wrong in one sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`place` leads to the part that is wrong: ("stages", 2, "why")."""

    place: tuple[str | int, ...]
    message: str


def repeated(names: Iterable[str], place: tuple[str | int, ...]) -> Iterator[Finding]:
    """A finding for every name in a list that stands there before."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield Finding((*place, index), f"{name} is given twice.")
        seen.add(name)
