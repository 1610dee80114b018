"""The timeline of the person shown: filtered, searched, paged, covered until it may be told."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from console.errors import ConsoleError, Offline
from console.models.ids import PersonId, TouchpointId
from console.models.touchpoint_detail import TouchpointDetail
from console.models.views import RecordView, TimelineEntry, TimelineFilter, TimelinePage
from console.rules.jump import Goal, Jump
from console.ui.flows.call import in_zone_of
from console.ui.flows.covered import without_titles
from console.ui.flows.keeping import Keeping
from console.ui.flows.parts import Parts
from console.ui.tasks import Lane
from console.ui.timeline.model import Fits, Place

PAGES, ENTRY = "timeline", "timeline entry"
"""Of each the newest that was asked for is wanted alone."""
WHOLE = (Fits.FIRST, Fits.ALONE)
"""What takes the place of all that is loaded; pages that join wait for it."""
FIRST_ID = UUID(int=0)
BEGINNING: Place = (datetime(1, 1, 2, tzinfo=UTC), FIRST_ID)
"""Before every touchpoint, in every zone."""


class TimelineFlow(QObject):
    """The first page comes with the record, unless the timeline is filtered."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._pane = parts.window.console.timeline
        self._filter = TimelineFilter()
        self._page: TimelinePage | None = None
        self._page_of = self._filter
        self._reading: Fits | None = None
        self._keeping = Keeping(parts, self)
        self._connect()

    def _connect(self) -> None:
        pane = self._pane
        pane.filter_changed.connect(self._on_filter)
        pane.more_requested.connect(self._on_more)
        pane.newer_requested.connect(self._on_newer)
        pane.jump_requested.connect(self._on_jump)
        pane.beside.entry_wanted.connect(self._on_entry_wanted)
        pane.beside.print_requested.connect(self._keeping.print_text)
        pane.beside.save_requested.connect(self._keeping.save_text)
        self._parts.window.console.person.touchpoint_linked.connect(self._on_linked)

    def clear(self) -> None:
        """Forgets what was sought or filtered for the person before."""
        self._filter = TimelineFilter()
        self._page = None
        for key in (PAGES, ENTRY):
            self._parts.tasks.supersede(key)
        self._pane.clear()

    def take(self, record: RecordView) -> None:
        """The record of the person shown was read, perhaps again."""
        if self._filter != TimelineFilter():
            self._read(Fits.FIRST)
        else:
            self._page, self._page_of = record.timeline, self._filter

    def show(self, record: RecordView) -> None:
        """What may be told now, which may be less than before."""
        self._pane.set_copy_from(record.read_at if self._session.desk.offline_since else None)
        if not self._session.told:
            self._pane.beside.clear()
        if self._page is not None:
            self._show_page(self._page, Fits.FIRST, self._page_of)

    def cancel(self) -> bool:
        """Stops reading a page; tells whether one was being read."""
        if self._reading is None:
            return False
        self._parts.tasks.supersede(PAGES)
        self._reading = None
        self._pane.not_read()
        return True

    # Pages

    @Slot(object)
    def _on_filter(self, wanted: TimelineFilter) -> None:
        # Covered titles are not to be guessed by their words: only what shows is sought through.
        self._filter = wanted if self._session.told else replace(wanted, sought=())
        self._read(Fits.FIRST)

    @Slot(object)
    def _on_more(self, before: Place) -> None:
        self._read(Fits.BELOW, before=before)

    @Slot(object)
    def _on_newer(self, after: Place) -> None:
        self._read(Fits.ABOVE, after=after)

    @Slot(object)
    def _on_jump(self, jump: Jump) -> None:
        if jump.until is not None:
            self._read(Fits.ALONE, jump, before=(jump.until, FIRST_ID))
        elif jump.goal is Goal.EARLIEST:
            self._read(Fits.ALONE, jump, after=BEGINNING)
        else:
            self._read(Fits.ALONE, jump)

    def _read(
        self,
        fits: Fits,
        jump: Jump | None = None,
        *,
        before: Place | None = None,
        after: Place | None = None,
    ) -> None:
        person = self._session.person
        if fits in WHOLE or self._reading in WHOLE:
            # Where the list goes on is asked for again when what it goes on from has come.
            self._pane.model.expect_nothing()
        if person is None or (fits not in WHOLE and self._reading in WHOLE):
            return
        self._reading = fits
        of = self._filter
        read = partial(self._parts.center.records.timeline, frozenset({person}), of)
        work = partial(read, before=before, after=after)
        done = partial(self._on_page, person, fits, of, jump)
        self._parts.tasks.run(Lane.READS, work, done, self._on_not_read, key=PAGES)

    def _on_page(
        self,
        person: PersonId,
        fits: Fits,
        of: TimelineFilter,
        jump: Jump | None,
        page: TimelinePage,
    ) -> None:
        self._reading = None
        if person != self._session.person:
            return
        if jump is not None and jump.until is not None and not page.entries:
            self._pane.jump_row.say(self.tr("Nothing is as old as that. This is the earliest."))
            self._on_jump(Jump(Goal.EARLIEST))
            return
        if fits is Fits.FIRST:
            self._page, self._page_of = page, of
        if not self._session.closed:  # asked for before the line was hers, or not hers any more
            self._show_page(page, fits, of)
            if jump is not None and jump.goal is not None:
                self._pane.land(jump.goal)

    @Slot(object)
    def _on_not_read(self, error: Exception) -> None:
        self._reading = None
        self._pane.not_read()
        if not (isinstance(error, Offline) and self._filter.sought):
            self._parts.notices.report(error)  # else what is loaded is sought through, and says so

    def _show_page(self, page: TimelinePage, fits: Fits, of: TimelineFilter) -> None:
        zone, now = in_zone_of(self._parts), self._parts.clock()
        self._pane.show_page(self._to_show(page), zone, now, fits, of)

    # One entry

    @Slot(object)
    def _on_entry_wanted(self, touchpoint: TouchpointId) -> None:
        person, detail = self._session.person, self._pane.beside.detail
        if person is None or self._session.closed:
            self._pane.beside.clear()
        elif not self._session.told:
            verify = self._parts.key("Alt+V")
            detail.show_unread(self.tr("Entries open once verified ({0}).").format(verify))
        else:
            records = self._parts.center.records
            work = partial(records.touchpoint, frozenset({person}), touchpoint)
            done = partial(self._on_entry, person)
            self._parts.tasks.run(Lane.READS, work, done, self._on_no_entry, key=ENTRY)

    def _on_entry(self, person: PersonId, detail: TouchpointDetail) -> None:
        beside = self._pane.beside
        may = person == self._session.person and self._session.told and not self._session.closed
        if may and beside.is_open and beside.wanted == detail.entry.id:
            named = replace(detail, entry=self._with_campaign(detail.entry))
            beside.detail.show_detail(named, in_zone_of(self._parts), self._parts.clock())

    @Slot(object)
    def _on_no_entry(self, error: Exception) -> None:
        if not isinstance(error, ConsoleError):
            self._parts.notices.report(error)
        words = self.tr("This entry cannot be read now. Press Enter on it to try again.")
        sentence = error.message if isinstance(error, ConsoleError) else words
        self._pane.beside.detail.show_unread(sentence)

    # What may be shown

    def _to_show(self, page: TimelinePage) -> TimelinePage:
        named = self._with_campaigns(page)
        if self._session.told:
            return named
        return without_titles(named, self.tr("Title opens once verified."))

    def _with_campaigns(self, page: TimelinePage) -> TimelinePage:
        return replace(page, entries=tuple(map(self._with_campaign, page.entries)))

    def _with_campaign(self, entry: TimelineEntry) -> TimelineEntry:
        """Its journey by its title, as the playbook in force has it."""
        library = self._session.library
        book = library.playbooks.get(entry.campaign) if library else None
        return replace(entry, campaign=book.title) if book else entry

    @Slot(object)
    def _on_linked(self, touchpoint: TouchpointId) -> None:
        self._pane.reveal(touchpoint)
