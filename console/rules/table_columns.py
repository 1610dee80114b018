"""Columns as a survey of a table saw them, and what their values look like."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from console.models.table_mapping import FieldRule
from console.rules import headers
from console.rules.date_style import DateEvidence

EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column as a survey saw it.

    Attributes:
        filled: how many of the surveyed rows say something here.
        values: what they say, each as often as it stands there, without words for "missing".
        dates: how the dates of the whole column are written, where it has any.
    """

    name: str
    filled: int = 0
    values: tuple[str, ...] = ()
    dates: DateEvidence = field(default_factory=DateEvidence)

    def share(self, test: Callable[[str], object]) -> float:
        return sum(bool(test(value)) for value in self.values) / len(self.values) if self else 0.0

    def __bool__(self) -> bool:
        return bool(self.values)


Fields = dict[str, FieldRule]


Named = Mapping[str, list[Column]]


def by_field(vocabulary: str, columns: Iterable[Column]) -> dict[str, list[Column]]:
    named: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        if name := headers.field_of(vocabulary, column.name):
            named[name].append(column)
    return named


def distinct(column: Column) -> float:
    return len(set(column.values)) / len(column.values) if column else 0.0


def number(value: str) -> int | None:
    plain = re.fullmatch(r"(\d{1,9})(?:\.0)?", value)
    return int(plain.group(1)) if plain else None


def style_of(columns: Iterable[Column]) -> str:
    total = DateEvidence()
    for column in columns:
        total += column.dates
    return total.style.value if total.mdy or total.dmy or total.either else ""


def column_named(name: str, columns: Sequence[Column]) -> Column:
    return next(column for column in columns if column.name == name)


def is_phone(value: str) -> bool:
    digits = sum(one.isdigit() for one in value)
    letters = sum(one.isalpha() for one in value)
    return 7 <= digits <= 20 and letters <= 12 and not EMAIL.search(value)


def is_key(value: str) -> bool:
    """A word as systems name records: digits in it, no blank, no usual name with a digit."""
    return bool(re.fullmatch(r"[\w.:-]*\d[\w.:-]*", value)) and not re.fullmatch(
        r"[^\W\d]{2,}\d{0,4}", value
    )
