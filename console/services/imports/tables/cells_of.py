"""The cells of a record by the fields of a section, without words for "no value"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from console.models.table_mapping import FieldRule, Section, TableMapping
from console.rules import cells
from console.services.imports.elements import text
from console.services.imports.tables.table import Table
from console.services.imports.values import Unusable

Codes = Callable[[str, str], str]
LONGEST_CELL = 2_000


@dataclass(frozen=True, slots=True)
class _Taken:
    """A field's rule with the places of its columns."""

    places: tuple[int, ...]
    rule: FieldRule


class CellsOf:
    """Reads the fields of one section from records of one table.

    `codes` gives the words of a set and code.
    """

    def __init__(self, section: Section, mapping: TableMapping, table: Table, codes: Codes) -> None:
        places = {name: at for at, name in enumerate(table.names)}
        self._record: Sequence[str] = ()
        self._said: dict[str, list[str]] = {}
        self._missing = frozenset(mapping.missing)
        self._codes = codes
        self._fields = {
            name: _Taken(tuple(places[one] for one in rule.columns if one in places), rule)
            for name, rule in section.fields.items()
        }
        self._only = [
            (places[column], frozenset(wanted))
            for column, wanted in section.only.items()
            if column in places
        ]

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def names(self, start: str) -> list[str]:
        """The fields of that name and its parts: "phone", "phone.home"."""
        return [one for one in self._fields if one == start or one.startswith(f"{start}.")]

    def is_meant(self, record: Sequence[str]) -> bool:
        """Whether the section's `only` takes the record."""
        return not self._only or all(record[at].casefold() in wanted for at, wanted in self._only)

    def dates(self, name: str) -> str:
        return self._fields[name].rule.dates if name in self._fields else ""

    def raw(self, record: Sequence[str], name: str) -> list[str]:
        """What a field's cells say on one line each, without those that say nothing."""
        if name not in self._fields:
            return []
        if record is not self._record:  # one record is asked for many fields, some several times
            self._record, self._said = record, {}
        if name not in self._said:
            self._said[name] = self._read(record, self._fields[name])
        return self._said[name]

    def _read(self, record: Sequence[str], taken: _Taken) -> list[str]:
        if taken.rule.constant:
            return [taken.rule.constant]
        found = []
        for at in taken.places:
            value = record[at] and text(record[at], LONGEST_CELL)
            if value and not cells.is_missing(value, self._missing):
                found.append(self._meant(taken.rule, value))
        return [one for one in found if one]

    def _meant(self, rule: FieldRule, value: str) -> str:
        if rule.codes:
            value = self._codes(rule.codes, value) or value
        return rule.values.get(value.casefold(), value) if rule.values else value

    def texts(self, record: Sequence[str], name: str, limit: int = 300) -> list[str]:
        found = self.raw(record, name)
        return [one[:limit].strip() for one in found if not cells.says_nothing(one)]

    def text(self, record: Sequence[str], name: str, limit: int = 300) -> str:
        """The cells of a field as one text."""
        if name not in self._fields:
            return ""
        said = self.raw(record, name)
        if len(said) == 1:
            return "" if cells.says_nothing(said[0]) else said[0][:limit].strip()
        return " ".join(self.texts(record, name, limit))[:limit]

    def truth(self, record: Sequence[str], name: str) -> bool | None:
        found = self.raw(record, name)
        return cells.truth(found[0]) if found else None

    def key(self, record: Sequence[str], name: str) -> str:
        """An id; raises Unusable where a spreadsheet took its digits."""
        known = [cells.identifier(part[:1000]) for part in self.raw(record, name)]
        if None in known:
            raise Unusable(f"has an id in {name} whose last digits a spreadsheet took away")
        found = "|".join(one for one in known if one)
        prefix = self._fields[name].rule.prefix if name in self._fields else ""
        return f"{prefix}/{found}" if prefix and found else found
