"""The rows of the timeline: headings of days, and touchpoints with their words made once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
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
from console.models.terms import Direction, TouchpointKind
from console.models.views import TimelineEntry, TimelinePage
from console.ui import marks, text
from console.ui.marks import Mark
from console.ui.widgets.picker import fold

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Before = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class Heading:
    """A day; it cannot be selected."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A touchpoint with everything that is painted; `joined` draws the rail on to the next."""

    id: TouchpointId
    icon: str
    inbound: bool
    title: str
    line: str
    mark: Mark | None
    time: str
    who: str
    spoken: str
    joined: bool


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
        self._rows = list(_rows(entries, self._zone, self._now))
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
            return row.words if isinstance(row, Heading) else row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._before is not None and not self._asked

    def fetchMore(self, parent: Index) -> None:
        self.ask_for_more()


def _rows(entries: list[TimelineEntry], zone: str, now: datetime) -> Iterator[Heading | Item]:
    """Lay touchpoints under their days, what is queued first, as given otherwise."""
    ahead = sorted((e for e in entries if e.queued), key=lambda entry: entry.at)
    behind = [entry for entry in entries if not entry.queued]
    days = groupby((*ahead, *behind), key=lambda entry: _heading(entry, zone, now))
    for heading, group in days:
        yield Heading(heading)
        of_day = list(group)
        for entry in of_day:
            yield _item(entry, zone, now, joined=entry is not of_day[-1])


def _heading(entry: TimelineEntry, zone: str, now: datetime) -> str:
    if entry.queued:
        send = entry.kind is not TouchpointKind.APPOINTMENT
        return text.ahead_heading(entry.at, zone, now, send=send)
    return text.day_heading(entry.at, zone, now)


def _item(entry: TimelineEntry, zone: str, now: datetime, *, joined: bool) -> Item:
    mark = marks.status(entry.status, zone, now) if entry.status else None
    return Item(
        joined=joined,
        id=entry.id,
        icon=marks.entry_icon(entry),
        inbound=entry.direction is Direction.INBOUND,
        title=marks.entry_title(entry),
        line=entry.summary,
        mark=mark if mark and mark.text else None,
        time=text.time_of_day(entry.at, zone),
        who=entry.campaign or entry.by,
        spoken=marks.entry_sentence(entry, zone, now),
    )
