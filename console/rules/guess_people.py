"""Which columns of a table are which fields of people, told from headers and values."""

import re
from collections.abc import Callable, Sequence

from console.models.table_mapping import FieldRule
from console.rules import cells, date_style, headers
from console.rules.table_columns import (
    EMAIL,
    Column,
    Fields,
    Named,
    by_field,
    distinct,
    is_key,
    is_phone,
    number,
    style_of,
)

SEXES = frozenset(
    {"m", "f", "male", "female", "u", "unknown", "other", "o", "x", "nonbinary", "non-binary"}
    | {"man", "woman", "unreported", "mann", "frau", "w", "t", "1", "2", "0", "9", "3"}
)


# Of columns that may hold the ids of people, those that say so go first.
KEY_ORDER = (
    r".*(?:patient|person|member|client|pat|pt|customer|consumer).*",
    r"(?:id|identifier|unique id)",
    r".*",
)
# What hardly any two people share, and no two rows of one.
PERSONAL = ("birth_date", "family", "name")


def people_fields(columns: Sequence[Column], doubts: list[str]) -> Fields:
    named = by_field("people", columns)
    _drop_others(named)
    found: Fields = {}
    for name, listed in named.items():
        fitting = [column for column in listed if _fits(name, column)]
        if name == "key":
            fitting = _keys(fitting, [one for name in PERSONAL for one in named.get(name, ())])
        elif name.startswith("address."):
            fitting = _one_group(fitting, named) if name != "address.line" else fitting
            fitting = _same_group(fitting)
        elif not name.startswith(("phone", "email", "other_names", "identifier")):
            fitting = sorted(fitting, key=lambda one: len(headers.words(one.name)))[:1]
        if fitting:
            style = style_of(fitting) if name in {"birth_date", "deceased_at"} else ""
            found[name] = FieldRule(columns=tuple(one.name for one in fitting), dates=style)
    if "key" not in found and "identifier.mrn" in found:
        found["key"] = FieldRule(columns=found["identifier.mrn"].columns[:1])
    return _by_values(columns, found, doubts)


def _drop_others(named: dict[str, list[Column]]) -> None:
    """Of "FirstName" and "ContactFirstName" the second is somebody else's, and so her phone."""
    firsts = [headers.words(column.name) for column in named.get("given", [])]
    if not any(one.startswith("contact ") for one in firsts) or len(firsts) < 2:
        return
    for name, listed in named.items():
        named[name] = [one for one in listed if not headers.words(one.name).startswith("contact ")]


def _keys(columns: list[Column], personal: list[Column]) -> list[Column]:
    """The column whose values name one person each; the most telling header of several.

    A table with many rows of each person repeats ids as often as it repeats what is `personal`.
    """
    people = max((len(set(one.values)) for one in personal), default=0)
    unique = (
        [one for one in columns if distinct(one) > 0.9]
        or [one for one in columns if distinct(one) > 0.3]
        or [one for one in columns if len(set(one.values)) >= people > 0]
    )
    for pattern in KEY_ORDER:
        for column in unique:
            if re.fullmatch(pattern, headers.words(column.name)):
                return [column]
    return []


def _one_group(columns: list[Column], named: Named) -> list[Column]:
    """The city that belongs to the address lines, of several."""
    lines = named.get("address.line", [])
    if not lines or len(columns) < 2:
        return columns[:1]
    prefix = _group(lines[0])
    return ([one for one in columns if _group(one) == prefix] or columns)[:1]


def _same_group(columns: list[Column]) -> list[Column]:
    return [one for one in columns if _group(one) == _group(columns[0])] if columns else []


def _group(column: Column) -> str:
    """Whose address a column is: "perm" of "Perm_City"."""
    first, _, rest = headers.words(column.name).partition(" ")
    whose = {"perm", "permanent", "home", "mailing", "residential", "residence", "current"}
    return first if rest and first in whose else ""


def _fits(name: str, column: Column) -> bool:
    """Whether the values are such as the field holds; an empty column fits anything."""
    if not column:
        return True
    if name == "birth_date":
        return column.share(_is_day) >= 0.5
    if name == "deceased_at":
        return column.share(_is_day) >= 0.5
    if name == "email" or name.startswith("email."):
        return column.share(lambda value: "@" in value) >= 0.5
    if name == "phone" or name.startswith("phone."):
        return column.share(is_phone) >= 0.5
    if name == "sex":
        return column.share(lambda value: value.casefold() in SEXES) >= 0.7
    if name in {"deceased", "interpreter", "no_voicemail"} or name.startswith(("stop.", "agree.")):
        return column.share(lambda value: cells.truth(value) is not None) >= 0.7
    if name == "birth.year":
        return column.share(lambda value: re.fullmatch(r"(1[89]|20)\d\d(\.0)?", value)) >= 0.7
    if name == "birth.month":
        return column.share(lambda value: number(value) in range(1, 13)) >= 0.9
    if name == "birth.day":
        return column.share(lambda value: number(value) in range(1, 32)) >= 0.9
    if name in {"given", "family", "name", "other_names", "middle"}:
        return column.share(lambda value: any(one.isalpha() for one in value)) >= 0.8 and not (
            column.share(is_key) >= 0.5
        )
    if name == "address.zip":
        return column.share(lambda value: any(one.isdigit() for one in value)) >= 0.5
    if name in {"address.city", "address.state", "address.country"}:
        return column.share(lambda value: any(one.isalpha() for one in value)) >= 0.5
    if name == "key":
        return column.share(lambda value: len(value) <= 80) >= 0.99 and not (
            column.share(lambda value: " " in value) >= 0.5
        )
    return True


def _is_day(value: str) -> bool:
    return date_style.day(value) is not None


def _by_values(columns: Sequence[Column], found: Fields, doubts: list[str]) -> Fields:
    """What headers did not tell and values do: emails, and where no header tells, everything."""
    taken = {column for rule in found.values() for column in rule.columns}
    free = [one for one in columns if one and one.name not in taken]
    if not any(name.startswith("email") for name in found):
        emails = [one for one in free if one.share(EMAIL.fullmatch) >= 0.8]
        if emails and not any(headers.OTHERS.fullmatch(headers.words(one.name)) for one in emails):
            found["email"] = FieldRule(columns=tuple(one.name for one in emails))
    headless = all(re.fullmatch(r"column \d+", one.name) for one in columns)
    if headless:
        _headless(free, found, doubts)
    return found


def _headless(free: list[Column], found: Fields, doubts: list[str]) -> None:
    """A table without header: only its values speak."""
    doubts.append("The table has no header, so what its columns hold is told by their values.")
    tests: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("birth_date", date_style.is_date),
        ("phone", lambda value: is_phone(value) and not re.fullmatch(r"\d{1,8}", value)),
        ("sex", lambda value: value.casefold() in SEXES - {"1", "2", "0", "9", "3", "t", "o"}),
        ("address.zip", re.compile(r"\d{5}(-\d{4})?").fullmatch),
        ("address.state", re.compile(r"[A-Z]{2}").fullmatch),
        ("address.line", re.compile(r"\d+[\w-]* .*[A-Za-z]{2}.*").fullmatch),
        ("key", is_key),
    )
    left = [one for one in free if one.name not in {c for r in found.values() for c in r.columns}]
    for name, test in tests:
        for column in left:
            unique = name != "key" or distinct(column) > 0.9
            if column.share(test) >= 0.9 and unique:
                style = style_of([column]) if name == "birth_date" else ""
                found[name] = FieldRule(columns=(column.name,), dates=style)
                left.remove(column)
                break
    text = [one for one in left if one.share(re.compile(r"[^\W\d][\w'’. -]*\d*").fullmatch) >= 0.9]
    both = [one for one in text if one.share(lambda value: " " in value or "," in value) >= 0.8]
    if both:
        found["name"] = FieldRule(columns=(both[0].name,))
    elif len(text) >= 2:
        found["given"], found["family"] = (FieldRule(columns=(one.name,)) for one in text[:2])
        doubts.append(
            f"{text[0].name} is taken for the first name and {text[1].name} for the last name. "
            "Turn them round if it is the other way."
        )
