"""Touchpoints laid out as rows: headings of days, and items with their words made once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A touchpoint with everything that is painted; `joined` draws the rail on to the next."""

    entry: TimelineEntry
    icon: str
    inbound: bool
    title: str
    line: str
    mark: Mark | None
    time: str
    who: str
    joined: bool = False

    @property
    def id(self) -> TouchpointId:
        """The touchpoint's."""
        return self.entry.id


class Layout:
    """Lays touchpoints under their days, what is queued first, as given otherwise.

    Items are kept until the touchpoint, the zone or the day is another one, so that a refresh of
    thousands of rows costs little.
    """

    def __init__(self) -> None:
        self._items: dict[TouchpointId, Item] = {}
        self._made_for: tuple[str, date] | None = None

    def rows(
        self, entries: Iterable[TimelineEntry], zone: str, now: datetime
    ) -> Iterator[Heading | Item]:
        """Give headings and items in the order in which they are shown."""
        made_for = (zone, text.local_day(now, zone))
        if made_for != self._made_for:
            self._items, self._made_for = {}, made_for
        shown = list(entries)
        ahead = sorted((entry for entry in shown if entry.queued), key=_at)
        behind = [entry for entry in shown if not entry.queued]
        zone_info = text.zone_info(zone)
        for _, group in groupby(
            (*ahead, *behind),
            key=lambda entry: (entry.queued, _sent(entry), entry.at.astimezone(zone_info).date()),
        ):
            of_day = list(group)
            yield Heading(_heading(of_day[0], zone, now))
            for entry in of_day:
                yield self._item(entry, zone, now, joined=entry is not of_day[-1])

    def _item(self, entry: TimelineEntry, zone: str, now: datetime, *, joined: bool) -> Item:
        item = self._items.get(entry.id)
        if item is None or item.entry != entry:
            item = _made(entry, zone, now)
        if item.joined != joined:
            item = replace(item, joined=joined)
        self._items[entry.id] = item
        return item


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
    mark = marks.status(entry.status, zone, now) if entry.status else None
    return Item(
        entry=entry,
        icon=marks.entry_icon(entry),
        inbound=entry.direction is Direction.INBOUND,
        title=marks.entry_title(entry),
        line=marks.entry_line(entry, zone, now),
        mark=mark if mark and mark.text else None,
        time=text.time_of_day(entry.at, zone),
        who=entry.campaign or entry.by,
    )
