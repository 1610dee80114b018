"""Touchpoints laid out as rows: headings of days, and items whose words are made once, if seen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from itertools import groupby

from console.models.ids import TouchpointId
from console.models.terms import Direction, TouchpointKind
from console.models.views import TimelineEntry
from console.ui import marks, text
from console.ui.marks import Mark


@dataclass(frozen=True, slots=True)
class Heading:
    """A day; it cannot be selected."""

    words: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is painted of a touchpoint."""

    icon: str
    inbound: bool
    title: str
    line: str
    mark: Mark | None
    time: str
    who: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """A touchpoint as a row; `joined` draws the rail on to the next.

    `day` is what it stands under: whether ahead, whether it goes out by itself, the local day.
    """

    entry: TimelineEntry
    zone: str
    now: datetime
    day: tuple[bool, bool, date]
    joined: bool = False

    @cached_property
    def words(self) -> Words:
        """Made when the row comes into view: a page has five times as many as are seen of it."""
        entry, zone, now = self.entry, self.zone, self.now
        mark = marks.status(entry.status, zone, now) if entry.status else None
        return Words(
            icon=marks.entry_icon(entry),
            inbound=entry.direction is Direction.INBOUND,
            title=marks.entry_title(entry),
            line=marks.entry_line(entry, zone, now),
            mark=mark if mark and mark.text else None,
            time=text.time_of_day(entry.at, zone),
            who=entry.campaign or entry.by,
        )

    @property
    def id(self) -> TouchpointId:
        """The touchpoint's."""
        return self.entry.id


class Layout:
    """Lays touchpoints under their days, what is queued first, as given otherwise.

    Items are kept until the touchpoint, the zone or the day is another one, so that a refresh
    costs little.
    """

    def __init__(self) -> None:
        self._items: dict[TouchpointId, Item] = {}
        self._headings: dict[tuple[bool, bool, date], Heading] = {}
        self._made_for: tuple[str, date] | None = None

    def rows(
        self, entries: Iterable[TimelineEntry], zone: str, now: datetime
    ) -> Iterator[Heading | Item]:
        """Give headings and items in the order in which they are shown."""
        made_for = (zone, text.local_day(now, zone))
        if made_for != self._made_for:
            self._items, self._headings, self._made_for = {}, {}, made_for
        shown = list(entries)
        ahead = sorted((entry for entry in shown if entry.queued), key=_at)
        behind = [entry for entry in shown if not entry.queued]
        items = [self._item(entry, zone, now) for entry in (*ahead, *behind)]
        self._items = {item.id: item for item in items}
        for day, group in groupby(items, key=_day):
            of_day = list(group)
            heading = self._headings.get(day)
            if heading is None:
                heading = self._headings[day] = Heading(_heading(of_day[0].entry, zone, now))
            yield heading
            for item in of_day:
                yield self._joined(item, joined=item is not of_day[-1])

    def _item(self, entry: TimelineEntry, zone: str, now: datetime) -> Item:
        item = self._items.get(entry.id)
        if item is None or (item.entry is not entry and item.entry != entry):
            return _made(entry, zone, now)
        return item

    def _joined(self, item: Item, *, joined: bool) -> Item:
        if item.joined != joined:
            item = self._items[item.id] = replace(item, joined=joined)
        return item


def _day(item: Item) -> tuple[bool, bool, date]:
    return item.day


def _at(entry: TimelineEntry) -> datetime:
    return entry.at


def _sent(entry: TimelineEntry) -> bool:
    """Ahead, what goes out by itself stands apart from what is booked; behind, nothing does."""
    return entry.queued and entry.kind is not TouchpointKind.APPOINTMENT


def _heading(entry: TimelineEntry, zone: str, now: datetime) -> str:
    if entry.queued:
        return text.ahead_heading(entry.at, zone, now, send=_sent(entry))
    return text.day_heading(entry.at, zone, now)


def _made(entry: TimelineEntry, zone: str, now: datetime) -> Item:
    day = (entry.queued, _sent(entry), text.local_day(entry.at, zone))
    return Item(entry=entry, zone=zone, now=now, day=day)
