"""Looking a table over before it is read: what its columns hold."""

from collections.abc import Callable
from dataclasses import dataclass

from console.rules import cells, date_style
from console.rules.date_style import DateEvidence
from console.rules.table_columns import Column
from console.services.imports.tables.table import Record, Table, records

# Rows whose values tell what a column is; how dates are written is told by all of them.
SURVEYED = 2_000
EVERY = 20_000


@dataclass(frozen=True, slots=True)
class Survey:
    """What a table holds.

    Attributes:
        columns: one for each name of the header.
        sample: the first records, a cell for each column.
        rows: how many records were seen.
    """

    table: Table
    columns: tuple[Column, ...]
    sample: tuple[tuple[str, ...], ...]
    rows: int


def survey(table: Table, progress: Callable[[int], None] = lambda _: None) -> Survey:
    """Looks at the first records, and at the dates of all, where any column has dates."""
    sample: list[tuple[str, ...]] = []
    dated: list[int] | None = None
    evidence: list[DateEvidence] = []
    waiting: list[list[str]] = []
    rows = 0
    for found in records(table, progress):
        if not isinstance(found, Record):
            continue
        rows += 1
        if len(sample) < SURVEYED:
            sample.append(found.cells)
            continue
        if dated is None:
            dated = _dated(sample)
            evidence = [DateEvidence() for _ in dated]
            waiting = [[] for _ in dated]
        if not dated:
            break
        for values, at in zip(waiting, dated, strict=True):
            values.append(found.cells[at])
        if rows % EVERY == 0:
            evidence = _taken(evidence, waiting)
    if dated:
        evidence = _taken(evidence, waiting)
    more = dict(zip(dated or (), evidence, strict=True))
    columns = tuple(
        _column(name, [row[at] for row in sample], more.get(at, DateEvidence()))
        for at, name in enumerate(table.names)
    )
    return Survey(table, columns, tuple(sample), rows)


def _taken(evidence: list[DateEvidence], waiting: list[list[str]]) -> list[DateEvidence]:
    taken = [seen + date_style.evidence(new) for seen, new in zip(evidence, waiting, strict=True)]
    for values in waiting:
        values.clear()
    return taken


def _dated(sample: list[tuple[str, ...]]) -> list[int]:
    """The columns with dates that could be read two ways."""
    if not sample:
        return []
    return [
        at
        for at in range(len(sample[0]))
        if date_style.evidence(row[at] for row in sample) != DateEvidence()
    ]


def _column(name: str, values: list[str], more: DateEvidence) -> Column:
    said = tuple(
        value for value in values if not cells.is_missing(value) and not cells.says_nothing(value)
    )
    seen = date_style.evidence(said) + more
    return Column(name=name, filled=len(said), values=said, dates=seen)
