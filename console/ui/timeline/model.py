"""The timeline as a model: pages put together, and asked for as they are needed."""

from datetime import UTC, datetime
from enum import Enum, auto
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
from console.models.views import TimelineEntry, TimelineFilter, TimelinePage
from console.rules.folding import fold
from console.ui import marks
from console.ui.timeline.rows import Heading, Item, Layout

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Place = tuple[datetime, UUID]

MOST = 200
"""Touchpoints that are held at once: laid out within a frame, and many screens tall."""


class Fits(Enum):
    """How a page fits what is loaded."""

    FIRST = auto()
    """The first page, or a newer state of it."""
    BELOW = auto()
    ABOVE = auto()
    ALONE = auto()
    """It lies elsewhere: what was loaded goes."""


class TimelineModel(QAbstractListModel):
    """Touchpoints of one filter: a stretch of the whole, which pages are joined to at either end.

    No more than some hundreds are held, so that rows cost the same however long the timeline is;
    what is far from where somebody reads goes, and is asked for again on the way back. A refresh
    keeps the pages that were read already.

    Signals:
        more_requested: where the next page below begins; asked once per page.
        newer_requested: where the next page above begins.
    """

    more_requested = Signal(object)
    newer_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: dict[TouchpointId, TimelineEntry] = {}
        self._rows: list[Heading | Item] = []
        self._places: dict[TouchpointId, int] = {}
        self._before: Place | None = None
        self._after: Place | None = None
        self._asked = False
        self._of = TimelineFilter()
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

    @property
    def is_narrowed(self) -> bool:
        """Whether words leave only some of what is loaded; pages that join would go by unseen."""
        return bool(self._words)

    @property
    def is_away(self) -> bool:
        """Whether newer touchpoints than those loaded are known of."""
        return self._after is not None

    def ends(self) -> tuple[TouchpointId, TouchpointId] | None:
        """The newest and the oldest shown, None when there is none."""
        shown = list(self._places)
        return (shown[0], shown[-1]) if shown else None

    def show_page(
        self, page: TimelinePage, zone: str, now: datetime, fits: Fits, of: TimelineFilter
    ) -> None:
        """Take a page of what a filter leaves; times are shown in `zone`."""
        self._zone, self._now = zone, now
        if fits is not Fits.FIRST:
            self._asked = False  # a newer state of the first may come while another is awaited
        fresh = {entry.id: entry for entry in page.entries}
        other, self._of = of != self._of, of
        if fits is Fits.BELOW:
            self._take({**self._entries, **fresh}, page.before, self._after)
            self._hold(list(self._entries.values())[-MOST:])
        elif fits is Fits.ABOVE:
            self._take({**fresh, **self._entries}, self._before, page.after)
            self._hold(list(self._entries.values())[:MOST])
        elif fits is Fits.ALONE:
            above = page.after or (_place(page.entries[0]) if page.entries else None)
            self._take(fresh, page.before, above)
        elif self.is_away and not other:
            # Somebody reads far below: only what is there already is renewed.
            renewed = {key: fresh.get(key, entry) for key, entry in self._entries.items()}
            self._take(renewed, self._before, self._after)
        else:
            self._asked = self._asked and not other
            older = {} if other else self._older_than(page)
            self._take({**fresh, **older}, self._before if older else page.before, None)
        self._rebuild()

    def clear(self) -> None:
        """Forget everything."""
        self._take({}, None, None)
        self._asked, self._of = False, TimelineFilter()
        self._words = ()
        self._layout = Layout()
        self._rebuild()

    def expect_nothing(self) -> None:
        """What was asked for does not come; it may be asked for again."""
        self._asked = False

    def seek(self, words: str) -> None:
        """Show only the loaded touchpoints that hold every word."""
        sought = tuple(fold(words).split())
        if sought != self._words:
            self._words = sought
            self._rebuild()

    def row_of(self, touchpoint: TouchpointId) -> int:
        """Give the row of a touchpoint, -1 when it isn't shown."""
        return self._places.get(touchpoint, -1)

    def is_heading(self, row: int) -> bool:
        """Whether a row is a day, which is less tall."""
        return isinstance(self._rows[row], Heading)

    def ask_for_more(self) -> bool:
        """Ask for the next page below; tells whether there is one."""
        if self._before is None:
            return False
        if not self._asked:
            self._asked = True
            self.more_requested.emit(self._before)
        return True

    def ask_for_newer(self) -> None:
        """Ask for the next page above, if there is one."""
        if self._after is not None and not self._asked:
            self._asked = True
            self.newer_requested.emit(self._after)

    def _take(
        self,
        entries: dict[TouchpointId, TimelineEntry],
        before: Place | None,
        after: Place | None,
    ) -> None:
        self._entries, self._before, self._after = entries, before, after

    def _hold(self, kept: list[TimelineEntry]) -> None:
        """Let the others go; where they were is where the next page begins."""
        every = list(self._entries)
        if len(kept) == len(every):
            return
        if kept[0].id != every[0]:
            self._after = _place(kept[0])
        if kept[-1].id != every[-1]:
            self._before = _place(kept[-1])
        self._entries = {entry.id: entry for entry in kept}

    def _older_than(self, page: TimelinePage) -> dict[TouchpointId, TimelineEntry]:
        """What was read of later pages; a page that is all there is leaves nothing older."""
        if page.before is None:
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
            return row.words if isinstance(row, Heading) else row.words.title
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
        goes_on = self._before is not None and not self._asked
        return not parent.isValid() and goes_on and not self.is_narrowed

    def fetchMore(self, parent: Index) -> None:
        self.ask_for_more()


def _place(entry: TimelineEntry) -> Place:
    return entry.at, entry.id
