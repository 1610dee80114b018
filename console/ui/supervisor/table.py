"""The rows of the supervisor's list as a model, read page by page while one scrolls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from console.models.ids import FactId
from console.models.views import DispositionPage, DispositionRow
from console.ui import text
from console.ui.supervisor import wording
from console.ui.theme.theme import Layout

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, and its width in design px by arrangement; 0 stretches, -1 hides."""

    key: str
    wide: int
    compact: int
    narrow: int

    def width(self, layout: Layout) -> int:
        """Give the width in an arrangement."""
        return {Layout.WIDE: self.wide, Layout.COMPACT: self.compact}.get(layout, self.narrow)


# When you add one: a heading in `_heading`, a value in `_values`.
COLUMNS = (
    Column("time", 68, 66, 66),
    Column("rep", 180, 128, 110),
    Column("person", 216, 158, 140),
    Column("outcome", 264, 190, 0),
    Column("effects", 0, 0, -1),
    Column("way", 60, -1, -1),
    Column("talk", 72, 62, -1),
    Column("journey", 112, -1, -1),
    Column("check", 138, 130, 130),
)


class DispositionTable(QAbstractTableModel):
    """Newest first; asks for older rows when the view nears the end.

    Signals:
        more_requested: the key of the next page.
    """

    more_requested = Signal(object)

    def __init__(self, zone: str, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]  # a QObject or nothing
        self.zone = zone
        self.today: date | None = None
        self.rows: list[DispositionRow] = []
        self._masked = False
        self._before: object = None
        self._asked: object = None

    def replace(self, page: DispositionPage) -> None:
        """Show a first page."""
        self.beginResetModel()
        self.rows = list(page.rows)
        self._before, self._asked = page.before, None
        self.endResetModel()

    def append(self, page: DispositionPage) -> None:
        """Add the page that was asked for; rows that are there already are left out."""
        known = {row.id for row in self.rows}
        fresh = [row for row in page.rows if row.id not in known]
        self._before, self._asked = page.before, None
        if not fresh:
            return
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self.rows += fresh
        self.endInsertRows()

    def hide_names(self, masked: bool) -> None:
        """Show initials for the names of people, or the names again."""
        if masked is not self._masked:
            self._masked = masked
            corner = self.index(len(self.rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def place_of(self, disposition: FactId) -> int:
        """The row of a disposition, or -1."""
        return next((n for n, row in enumerate(self.rows) if row.id == disposition), -1)

    def _values(self, row: DispositionRow) -> dict[str, Callable[[], str]]:
        return {
            "time": lambda: self._time(row),
            "rep": lambda: row.rep,
            "person": lambda: wording.people(row, masked=self._masked),
            "outcome": lambda: wording.outcome(row),
            "effects": lambda: wording.effects(row),
            "way": lambda: wording.way(row.direction),
            "talk": lambda: wording.clock(row.talk_seconds),
            "journey": lambda: row.journey or "",
            "check": lambda: ", ".join(wording.check(key) for key in row.to_check),
        }

    def _time(self, row: DispositionRow) -> str:
        at, day = text.time_of_day(row.at, self.zone), text.local_day(row.at, self.zone)
        if self.today is None or day == self.today:
            return at
        return f"{text.calendar_day(day, self.today)}, {at}"

    def _heading(self, key: str) -> str:
        return {
            "time": self.tr("Time"),
            "rep": self.tr("Rep"),
            "person": self.tr("Person"),
            "outcome": self.tr("Outcome"),
            "effects": self.tr("Effects"),
            "way": self.tr("Way"),
            "talk": self.tr("Talk"),
            "journey": self.tr("Journey"),
            "check": self.tr("To check"),
        }[key]

    def _sentence(self, row: DispositionRow) -> str:
        parts = [read() for read in self._values(row).values()]
        return ", ".join(part for part in parts if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: Index) -> bool:
        return self._before is not None and self._asked is None

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = self._before
            self.more_requested.emit(self._before)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, key = self.rows[index.row()], COLUMNS[index.column()].key
        if role == Qt.ItemDataRole.DisplayRole:
            return self._values(row)[key]()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row) if index.column() == 0 else self._values(row)[key]()
        return row if role == ROW else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(COLUMNS[section].key)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = COLUMNS[section].key == "talk"
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
