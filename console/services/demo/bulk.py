"""Inserting very many rows: COPY on PostgreSQL, the driver's own executemany on SQLite.

Values pass through the same column types as everywhere, only without a statement for each row.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy.orm import DeclarativeBase, Session

Row = Sequence[Any]


class Bulk:
    """Writes rows, given as tuples in the order of `columns`, inside the session's transaction."""

    def __init__(
        self, session: Session, table: type[DeclarativeBase], columns: Sequence[str]
    ) -> None:
        connection = session.connection()
        self._dialect = connection.dialect
        self._driver: Any = connection.connection.driver_connection
        self._table = table.__table__.name  # type: ignore[attr-defined]
        self._columns = tuple(columns)
        self._processors = [self._processor(table, name) for name in columns]

    def write(self, rows: Iterable[Row]) -> None:
        names = ", ".join(f'"{name}"' for name in self._columns)
        bound = (self._bound(row) for row in rows)
        if self._dialect.name == "postgresql":
            copy = f'COPY "{self._table}" ({names}) FROM STDIN'
            with self._driver.cursor() as cursor, cursor.copy(copy) as target:
                for row in bound:
                    target.write_row(row)
            return
        marks = ", ".join("?" * len(self._columns))
        statement = f'INSERT INTO "{self._table}" ({names}) VALUES ({marks})'  # noqa: S608 - our names
        self._driver.executemany(statement, bound)

    def _bound(self, row: Row) -> tuple[Any, ...]:
        return tuple(
            process(value) if process else value
            for process, value in zip(self._processors, row, strict=True)
        )

    def _processor(self, table: type[DeclarativeBase], name: str) -> Callable[[Any], Any] | None:
        column = table.__table__.c[name]
        return column.type.dialect_impl(self._dialect).bind_processor(self._dialect)
