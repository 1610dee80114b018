"""The timeline of the person shown: filtered, paged, and covered until it may be told."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from console.models.ids import PersonId, TouchpointId
from console.models.views import RecordView, TimelineFilter, TimelinePage
from console.ui.flows.call import in_zone_of
from console.ui.flows.covered import without_titles
from console.ui.flows.parts import Parts
from console.ui.tasks import Lane


class TimelineFlow(QObject):
    """The first page comes with the record, unless the timeline is filtered."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._pane = parts.window.console.timeline
        self._filter = TimelineFilter()
        self._page: TimelinePage | None = None
        self._connect()

    def _connect(self) -> None:
        self._pane.filter_changed.connect(self._on_filter)
        self._pane.more_requested.connect(self._on_more)
        self._parts.window.console.person.touchpoint_linked.connect(self._on_linked)

    def clear(self) -> None:
        """Forgets what was sought or filtered for the person before."""
        self._filter = TimelineFilter()
        self._page = None
        self._pane.clear()

    def take(self, record: RecordView) -> None:
        """The record of the person shown was read, perhaps again."""
        if self._filter != TimelineFilter():
            self._read_page(None)
        else:
            self._page = record.timeline

    def show(self, record: RecordView) -> None:
        self._pane.set_copy_from(record.read_at if self._session.desk.offline_since else None)
        if self._page is not None:
            self._show_page(self._page)

    @Slot(object)
    def _on_filter(self, wanted: TimelineFilter) -> None:
        self._filter = wanted
        self._read_page(None)

    @Slot(object)
    def _on_more(self, before: tuple[datetime, UUID]) -> None:
        self._read_page(before)

    def _read_page(self, before: tuple[datetime, UUID] | None) -> None:
        person = self._session.person
        if person is None:
            return
        work = partial(
            self._parts.center.records.timeline, frozenset({person}), self._filter, before
        )
        done = partial(self._on_page, person, before is not None)
        self._parts.tasks.run(Lane.READS, work, done, self._parts.notices.report, key="timeline")

    def _on_page(self, person: PersonId, append: bool, page: TimelinePage) -> None:
        if person != self._session.person:
            return
        if not append:
            self._page = page
        if not self._session.closed:  # asked for before the line was hers, or not hers any more
            self._show_page(page, append=append)

    def _show_page(self, page: TimelinePage, *, append: bool = False) -> None:
        zone, now = in_zone_of(self._parts), self._parts.clock()
        self._pane.show_page(self._to_show(page), zone, now, append=append)

    def _to_show(self, page: TimelinePage) -> TimelinePage:
        named = self._with_campaigns(page)
        if self._session.told:
            return named
        return without_titles(named, self.tr("Title opens once verified."))

    def _with_campaigns(self, page: TimelinePage) -> TimelinePage:
        """Journeys by their titles, as the playbooks in force have them."""
        library = self._session.library
        titles = {key: book.title for key, book in library.playbooks.items()} if library else {}
        entries = (
            replace(entry, campaign=titles.get(entry.campaign, entry.campaign))
            for entry in page.entries
        )
        return replace(page, entries=tuple(entries))

    @Slot(object)
    def _on_linked(self, touchpoint: TouchpointId) -> None:
        self._pane.reveal(touchpoint)
