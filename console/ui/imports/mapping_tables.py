"""The tables of an import as a list, where there are several."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.models.table_mapping import TableMapping
from console.services.imports.tables.proposal import TableView
from console.ui.imports import mapping_fields, mapping_words
from console.ui.lookup.rows import Lines, Row
from console.ui.theme.theme import Theme


class TableList(Lines):
    """Scrolls where a list of people grows; the key of a row is the table's place."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget) -> None:
        super().__init__(theme, name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)

    def show_tables(
        self, tables: tuple[TableView, ...], mappings: tuple[TableMapping, ...], wrong: set[int]
    ) -> None:
        """Show each with what becomes of it; those that are wrong are marked."""
        rows = tuple(
            _row(at, table, mapping, wrong=at in wrong)
            for at, (table, mapping) in enumerate(zip(tables, mappings, strict=True))
        )
        if rows != self.rows():
            self.show_rows(rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(80), self.theme.px(46))


def _row(at: int, table: TableView, mapping: TableMapping, *, wrong: bool) -> Row:
    becomes = mapping_fields.becomes(mapping)
    return Row(
        key=at,
        title=table.title or table.label,
        line=becomes,
        note=mapping_words.rows(table.rows),
        icon="circle-alert" if wrong else "triangle-alert" if table.doubts else "",
        icon_role="bad" if wrong else "warn",
    )
