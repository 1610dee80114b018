"""Changing one thing in the mapping of a table; everything else it says stays as it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from console.models.table_mapping import FieldRule, Section, TableMapping
from console.rules import mapping_fields

LEFT_OUT = "Left out"


@dataclass(frozen=True, slots=True)
class Use:
    """A field that a column fills: the place of its section in the mapping, and its name."""

    section: int
    field: str


def uses(table: TableMapping, column: str) -> tuple[Use, ...]:
    """The fields that a column fills, in the order of the mapping."""
    return tuple(
        Use(place, name)
        for place, section in enumerate(table.sections)
        for name, rule in section.fields.items()
        if column in rule.columns
    )


def rule_of(table: TableMapping, use: Use) -> FieldRule:
    return table.sections[use.section].fields[use.field]


def target_of(table: TableMapping, use: Use) -> str:
    """The field with its kind of section: "people.birth_date"."""
    return f"{table.sections[use.section].kind}.{use.field}"


def fill(
    table: TableMapping, column: str, target: str, before: Use | None = None, dates: str = ""
) -> TableMapping:
    """Let a column fill the field `target` ("people.birth_date"; "" for none) instead of `before`.

    A column that joins others in a field stands last. A field of every row's own ("kind: call")
    is given up for the column. A section that no column fills any more goes; a table without
    sections is left out. `dates` is the style that a date field gets, where it had none.
    """
    sections = list(table.sections)
    kept = rule_of(table, before).dates if before else ""
    if before is not None:
        sections[before.section] = _without(sections[before.section], before.field, column)
    if target:
        kind, _, name = target.partition(".")
        place = _place(sections, kind, before)
        if place == len(sections):
            sections.append(Section(kind=kind, fields={}))
        style = (kept or dates) if name in mapping_fields.DATES else ""
        sections[place] = _with(sections[place], name, column, style)
    changed = range(len(sections)) if before is None else [before.section]
    left = [one for at, one in enumerate(sections) if at not in changed or _is_filled(one)]
    return replace(table, sections=tuple(left), left_out="" if left else table.left_out or LEFT_OUT)


def set_dates(table: TableMapping, use: Use, dates: str) -> TableMapping:
    """Read the dates of a field month first ("mdy") or day first ("dmy")."""
    return _changed(table, use, replace(rule_of(table, use), dates=dates))


def set_meaning(table: TableMapping, use: Use, word: str, meaning: str | None) -> TableMapping:
    """Let a word of the source mean something else in a field; None takes it as it stands."""
    rule = rule_of(table, use)
    values = {said: meant for said, meant in rule.values.items() if said != word.casefold()}
    if meaning is not None:
        values[word.casefold()] = meaning
    return _changed(table, use, replace(rule, values=values))


def for_columns(table: TableMapping, names: Iterable[str]) -> TableMapping:
    """The mapping as it reads a table that lacks some of its columns, and knows it by all it has.

    A mapping that ships speaks of columns that an export may leave out; one that is given by a
    person must not.
    """
    there = tuple(names)
    if table.columns() <= set(there):
        return table
    sections = [_there(section, set(there)) for section in table.sections]
    left = tuple(section for section in sections if _is_filled(section))
    left_out = table.left_out if left else table.left_out or LEFT_OUT
    return replace(table, match=there, sections=left, left_out=left_out)


def _there(section: Section, names: set[str]) -> Section:
    fields = {}
    for name, rule in section.fields.items():
        columns = tuple(column for column in rule.columns if column in names)
        if columns or not rule.columns:
            fields[name] = replace(rule, columns=columns)
    only = {column: wanted for column, wanted in section.only.items() if column in names}
    return replace(section, fields=fields, only=only)


def _place(sections: list[Section], kind: str, before: Use | None) -> int:
    """Where the section of a kind stands: the one the column was in, else the first, else new."""
    if before is not None and sections[before.section].kind == kind:
        return before.section
    return next((at for at, one in enumerate(sections) if one.kind == kind), len(sections))


def _with(section: Section, name: str, column: str, dates: str) -> Section:
    rule = section.fields.get(name, FieldRule())
    if rule.constant:
        rule = FieldRule()
    columns = (*(one for one in rule.columns if one != column), column)
    rule = replace(rule, columns=columns, dates=rule.dates or dates)
    return replace(section, fields={**section.fields, name: rule})


def _without(section: Section, name: str, column: str) -> Section:
    rule = section.fields[name]
    columns = tuple(one for one in rule.columns if one != column)
    fields = dict(section.fields)
    if columns:
        fields[name] = replace(rule, columns=columns)
    else:
        del fields[name]
    return replace(section, fields=fields)


def _is_filled(section: Section) -> bool:
    return any(rule.columns for rule in section.fields.values())


def _changed(table: TableMapping, use: Use, rule: FieldRule) -> TableMapping:
    fields: Mapping[str, FieldRule] = {**table.sections[use.section].fields, use.field: rule}
    section = replace(table.sections[use.section], fields=fields)
    sections = (*table.sections[: use.section], section, *table.sections[use.section + 1 :])
    return replace(table, sections=sections)
