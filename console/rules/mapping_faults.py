"""What in the mapping of a table would keep its rows out: told before anything is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from console.models.table_mapping import Section, TableMapping
from console.rules import mapping_fields

# Of each kind of section: fields of which every row needs one, as ways to give it.
_NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "contacts": (("person",),),
    "organizations": (("name",),),
    "clinicians": (("name", "given", "family"),),
    "touchpoints": (("at", "at.day", "at.month", "at.year"),),
    "participants": (("touchpoint",), ("person",)),
    "consents": (("person",),),
    "relationships": (("person",), ("other",)),
    "codes": (("code",), ("label",)),
}


class FaultKind(Enum):
    """NOBODY: nothing says who a row's person is. MISSING: no column fills a field that every row
    needs. TWICE: several columns fill a field that takes one.
    """

    NOBODY = "nobody"
    MISSING = "missing"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong; `target` is the field ("people.birth_date"), `columns` those at fault."""

    kind: FaultKind
    target: str
    columns: tuple[str, ...] = ()


def faults(table: TableMapping, others: Sequence[TableMapping] = ()) -> tuple[Fault, ...]:
    """What is wrong in a table's mapping; `others` are those of the tables read with it."""
    return tuple(fault for section in table.sections for fault in _of(section, table, others))


def _of(section: Section, table: TableMapping, others: Sequence[TableMapping]) -> Iterator[Fault]:
    given = section.fields.keys()
    for ways in _NEEDED.get(section.kind, ()):
        if not any(name in given for name in ways):
            yield Fault(FaultKind.MISSING, f"{section.kind}.{ways[0]}")
    if section.kind == "consents" and "action" in given and "at" not in given:
        yield Fault(FaultKind.MISSING, "consents.at")
    if section.kind == "people" and not _tells_who(section, table):
        yield Fault(FaultKind.NOBODY, "people.key")
    if section.kind == "touchpoints" and not _tells_whose(section, table, others):
        yield Fault(FaultKind.NOBODY, "touchpoints.person")
    for name, rule in section.fields.items():
        if len(rule.columns) > 1 and mapping_fields.takes_one(name):
            yield Fault(FaultKind.TWICE, f"{section.kind}.{name}", rule.columns)


def _tells_who(section: Section, table: TableMapping) -> bool:
    """A list of calls that names nobody makes a person of each row; others must name them."""
    named = {"key", *mapping_fields.NAMES} & section.fields.keys()
    return bool(named) or any(one.kind == "touchpoints" for one in table.sections)


def _tells_whose(section: Section, table: TableMapping, others: Sequence[TableMapping]) -> bool:
    if "person" in section.fields or any(one.kind == "people" for one in table.sections):
        return True
    read_with = (one for other in others for one in other.sections)
    return "key" in section.fields and any(one.kind == "participants" for one in read_with)
