"""Mappings as files: YAML that a person reads and corrects, in the small part publications use."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from console.errors import BadInput, EnvironmentFault
from console.models.table_mapping import (
    FIELDS,
    PLAIN,
    SECTIONS,
    FieldRule,
    ImportMapping,
    Section,
    TableMapping,
)
from console.resources import resource
from console.services.imports.tables import layouts
from console.services.imports.tables.layouts import Wrong
from console.services.publication_files import read_plain

KIND = "mapping"
_TABLE = {"match", "left_out", "missing", *layouts.KEYS, *SECTIONS}
_RULE = {"column", "columns", "constant", "values", "codes", "dates", "prefix"}


def load(file: Path) -> ImportMapping:
    """The mapping in a file; raises BadInput with the file and what is wrong."""
    data = read_plain(file)
    if data.get("kind", KIND) != KIND or not isinstance(data.get("tables"), list):
        raise BadInput(f"{file} is no mapping: it has no list of `tables:`.")
    try:
        return _mapping(data)
    except Wrong as error:
        raise BadInput(f"{file}: {error}") from None


def dump(mapping: ImportMapping, remarks: Sequence[Iterable[str]] = ()) -> str:
    """The mapping as text; `remarks` stand as comments above each table."""
    head = {"kind": KIND}
    head |= {"source": mapping.source} if mapping.source else {}
    head |= {"people": mapping.people} if mapping.people else {}
    head |= {"region": mapping.region} if mapping.region != "US" else {}
    lines = [_yaml(head), "tables:\n"]
    for at, table in enumerate(mapping.tables):
        for remark in remarks[at] if at < len(remarks) else ():
            lines.append(f"# {' '.join(remark.split())}\n")
        lines.append(_yaml([_plain(table)]))
    return "".join(lines)


def shape_of(names: Iterable[str]) -> str:
    """A short name for the set of a table's columns, whatever their order."""
    plain = "\n".join(sorted(name.casefold() for name in names))
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def saved(folder: Path | None, names: Iterable[str]) -> ImportMapping | None:
    """The mapping that was kept for a table of this shape; a file that cannot be read is none."""
    if folder is None:
        return None
    file = folder / f"{shape_of(names)}.yaml"
    if not file.is_file():
        return None
    return load(file)


def laid_out(mapping: ImportMapping | None, folder: Path | None) -> tuple[TableMapping, ...]:
    """The tables whose mapping, given or kept, says how their text is written."""
    kept = sorted(folder.glob("*.yaml")) if folder else ()
    words = [f"{key}:".encode() for key in layouts.KEYS]
    told = [file for file in kept if any(word in file.read_bytes() for word in words)]
    listed = [mapping, *map(load, told)]
    return tuple(table for one in listed if one for table in one.tables if table.layout != PLAIN)


def write(file: Path, mapping: ImportMapping) -> None:
    """Writes a mapping to a file that a person chose, to be corrected and given again."""
    try:
        file.write_text(dump(mapping), encoding="utf-8")
    except OSError as error:
        raise EnvironmentFault(
            f"The mapping could not be saved as {file} ({error.strerror}). Choose another place."
        ) from None


def save(folder: Path, names: Iterable[str], mapping: ImportMapping) -> None:
    """Keeps a mapping for tables of this shape."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{shape_of(names)}.yaml"
        file.write_text(dump(mapping), encoding="utf-8")
    except OSError as error:
        raise EnvironmentFault(
            f"The mapping could not be kept in {folder} ({error.strerror}). "
            "What was imported is in the database."
        ) from None


@cache
def shipped() -> tuple[tuple[str, ImportMapping], ...]:
    """The mappings that come with the program, by name."""
    return tuple((file.stem, load(file)) for file in sorted(resource("mappings").glob("*.yaml")))


def _mapping(data: Mapping[str, Any]) -> ImportMapping:
    _only({"kind", "source", "people", "region", "tables"}, data, "the mapping")
    return ImportMapping(
        source=str(data.get("source") or "")[:100],
        people=str(data.get("people") or "")[:100],
        region=str(data.get("region") or "US")[:2].upper(),
        tables=tuple(_table(one, at) for at, one in enumerate(data["tables"], 1)),
    )


def _table(data: Any, at: int) -> TableMapping:
    where = f"table {at}"
    if not isinstance(data, dict):
        raise Wrong(f"{where} is no list of `field: value` lines.")
    _only(_TABLE, data, where)
    match = tuple(_texts(data.get("match")))
    if not match:
        raise Wrong(f"{where} has no `match:`, the columns by which it is known.")
    sections = tuple(
        _section(kind, one, f"{where}, {kind}")
        for kind in SECTIONS
        if kind in data
        for one in (data[kind] if isinstance(data[kind], list) else [data[kind]])
    )
    if not sections and "left_out" not in data:
        raise Wrong(f"{where} says neither what its rows become nor why they are `left_out:`.")
    return TableMapping(
        match=match,
        sections=sections,
        left_out=str(
            data.get("left_out") or "" if sections else data.get("left_out") or "Left out"
        ),
        missing=tuple(_texts(data.get("missing"))),
        layout=layouts.of(data, where),
    )


def _section(kind: str, data: Any, where: str) -> Section:
    if not isinstance(data, dict):
        if data is None:
            return Section(kind=kind, fields={})
        raise Wrong(f"{where} is no list of `field: column` lines.")
    for name in data:
        if not _is_field(kind, name):
            raise Wrong(f"{where}: there is no field `{name}`. See docs/tables.md for the list.")
    only = data.get("only") or {}
    if not isinstance(only, dict):
        raise Wrong(f"{where}, only: give columns with the values that are taken.")
    return Section(
        kind=kind,
        fields={
            name: _rule(rule, f"{where}, {name}") for name, rule in data.items() if name != "only"
        },
        only={
            str(column): tuple(value.casefold() for value in _texts(values))
            for column, values in only.items()
        },
    )


def _is_field(kind: str, name: str) -> bool:
    start, dot, rest = name.partition(".")
    return (
        name == "only" or name in FIELDS[kind] or (bool(rest) and f"{start}{dot}" in FIELDS[kind])
    )


def _rule(data: Any, where: str) -> FieldRule:
    if not isinstance(data, dict):
        return FieldRule(columns=tuple(_texts(data)))
    _only(_RULE, data, where)
    dates = str(data.get("dates") or "")
    if dates not in ("", "mdy", "dmy"):
        raise Wrong(f"{where}: `dates:` is mdy (month first) or dmy (day first).")
    values = data.get("values") or {}
    if not isinstance(values, dict):
        raise Wrong(f"{where}, values: give each word with what it means.")
    return FieldRule(
        columns=(*_texts(data.get("column")), *_texts(data.get("columns"))),
        constant=_word(data.get("constant")),
        values={str(word).casefold(): _word(meant) for word, meant in values.items()},
        codes=_word(data.get("codes")),
        dates=dates,
        prefix=_word(data.get("prefix")),
    )


def _only(known: set[str], data: Mapping[str, Any], where: str) -> None:
    for name in data:
        if name not in known:
            raise Wrong(f"{where}: there is no `{name}`. Use one of: {', '.join(sorted(known))}.")


def _texts(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            continue
        if word := _word(one):
            yield word


def _word(value: Any) -> str:
    """A plain word of YAML as it was written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _plain(table: TableMapping) -> dict[str, Any]:
    data: dict[str, Any] = {"match": list(table.match)}
    if table.left_out:
        data["left_out"] = table.left_out
    if table.missing:
        data["missing"] = list(table.missing)
    data |= layouts.plain(table.layout)
    for kind in SECTIONS:
        listed = [_plain_section(one) for one in table.sections if one.kind == kind]
        if listed:
            data[kind] = listed[0] if len(listed) == 1 else listed
    return data


def _plain_section(section: Section) -> dict[str, Any]:
    fields: dict[str, Any] = {name: _plain_rule(rule) for name, rule in section.fields.items()}
    if section.only:
        fields["only"] = {column: list(values) for column, values in section.only.items()}
    return fields


def _plain_rule(rule: FieldRule) -> Any:
    columns: Any = list(rule.columns) if len(rule.columns) > 1 else "".join(rule.columns)
    more: dict[str, Any] = {
        name: value
        for name in ("constant", "codes", "dates", "prefix")
        if (value := getattr(rule, name))
    }
    more |= {"values": dict(rule.values)} if rule.values else {}
    if not more:
        return columns
    return ({"column": columns} if rule.columns else {}) | more


def _yaml(data: Any) -> str:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)
