"""The timeline as a model: pages put together, searched, and asked for as they are needed."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from console.models.ids import TouchpointId
from console.models.views import TimelineEntry, TimelinePage
from console.rules.folding import fold
from console.ui import marks
from console.ui.timeline.rows import Heading, Item, Layout

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Before = tuple[datetime, UUID]


class TimelineModel(QAbstractListModel):
    """Touchpoints of one filter; a refresh keeps the older pages that were read already.

    Signals:
        more_requested: where the next page begins; asked once per page.
    """

    more_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: dict[TouchpointId, TimelineEntry] = {}
        self._rows: list[Heading | Item] = []
        self._places: dict[TouchpointId, int] = {}
        self._before: Before | None = None
        self._asked = self._other = False
        self._words: tuple[str, ...] = ()
        self._zone, self._now = "UTC", datetime.now(UTC)
        self._layout = Layout()

    @property
    def entries(self) -> int:
        """How many touchpoints are loaded."""
        return len(self._entries)

    @property
    def shown(self) -> int:
        """How many touchpoints the search leaves."""
        return len(self._places)

    def show_page(self, page: TimelinePage, zone: str, now: datetime, *, append: bool) -> None:
        """Take a page: the first, a newer state of the first, or with `append` the next one."""
        self._zone, self._now, self._asked = zone, now, False
        fresh = {entry.id: entry for entry in page.entries}
        if append:
            self._before = page.before
            self._entries = {**self._entries, **fresh}
        else:
            older = self._older_than(page)
            self._before = self._before if older else page.before
            self._entries = {**fresh, **older}
        self._rebuild()

    def clear(self) -> None:
        """Forget everything."""
        self._entries, self._before, self._asked = {}, None, False
        self._layout = Layout()
        self._rebuild()

    def expect_other(self) -> None:
        """The next first page is of another filter: what is loaded stays only until it comes."""
        self._other = True

    def seek(self, words: str) -> None:
        """Show only the loaded touchpoints that hold every word."""
        self._words = tuple(fold(words).split())
        self._rebuild()

    def row_of(self, touchpoint: TouchpointId) -> int:
        """Give the row of a touchpoint, -1 when it isn't shown."""
        return self._places.get(touchpoint, -1)

    def ask_for_more(self) -> bool:
        """Ask for the next page; tells whether there is one."""
        if self._before is None:
            return False
        if not self._asked:
            self._asked = True
            self.more_requested.emit(self._before)
        return True

    def _older_than(self, page: TimelinePage) -> dict[TouchpointId, TimelineEntry]:
        """What was read of later pages; a page that is all there is leaves nothing older."""
        other, self._other = self._other, False
        if page.before is None or other:
            return {}
        fresh = {entry.id for entry in page.entries}
        kept = {key: entry for key, entry in self._entries.items() if key not in fresh}
        edge = page.before[0]
        return {key: entry for key, entry in kept.items() if not entry.queued and entry.at < edge}

    def _rebuild(self) -> None:
        self.beginResetModel()
        entries = [entry for entry in self._entries.values() if self._wanted(entry)]
        self._rows = list(self._layout.rows(entries, self._zone, self._now))
        self._places = {row.id: n for n, row in enumerate(self._rows) if isinstance(row, Item)}
        self.endResetModel()

    def _wanted(self, entry: TimelineEntry) -> bool:
        if not self._words:
            return True
        sought = fold(f"{marks.entry_title(entry)} {entry.summary} {entry.by} {entry.campaign}")
        return all(word in sought for word in self._words)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words if isinstance(row, Heading) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(row, Heading):
                return row.words
            return marks.entry_sentence(row.entry, self._zone, self._now)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._before is not None and not self._asked

    def fetchMore(self, parent: Index) -> None:
        self.ask_for_more()
