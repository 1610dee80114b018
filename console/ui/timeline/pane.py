"""The timeline pane: head, filters, and the touchpoints or what stands in their place."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.models.ids import TouchpointId
from console.models.views import TimelineFilter, TimelinePage
from console.rules.jump import Goal, Jump
from console.ui import text, words
from console.ui.theme.theme import Theme
from console.ui.timeline.beside import Beside
from console.ui.timeline.head import TimelineHead
from console.ui.timeline.model import Fits, TimelineModel
from console.ui.timeline.pages import TimelinePages
from console.ui.timeline.view import TimelineView
from console.ui.widgets import Card, Rule, Skeleton


class TimelinePane(Card):
    """A person's touchpoints, one row each, newest first, queued sends on top.

    What is typed into the search leaves at once what is loaded and holds it, and asks for all that
    does. A refresh keeps the rows where they are under the eye.

    Attributes:
        filter: the filter in force, words included.
        beside: the entry that is open beside the list.

    Signals:
        filter_changed: the `TimelineFilter`; answer with `show_page`, or with `not_read`.
        more_requested, newer_requested: where the next page begins, below or above.
        jump_requested: the `Jump`; answer with `show_page` and `land`.
        cancel_requested: stop reading.
        counted: how many touchpoints there are, None while that is not to be told.
    """

    filter_changed = Signal(object)
    more_requested = Signal(object)
    newer_requested = Signal(object)
    jump_requested = Signal(object)
    cancel_requested = Signal()
    counted = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._page: TimelinePage | None = None
        self._zone, self._now = "UTC", datetime.now(UTC)
        self._wanted: TouchpointId | None = None
        self._copy_from: datetime | None = None
        self.set_title(self.tr("Timeline"))
        self._build_pages()
        self._build_column()
        self._connect()
        self._show(self._pages.blank)

    @property
    def filter(self) -> TimelineFilter:
        """The filter in force."""
        return self._top.filter

    def show_page(
        self,
        page: TimelinePage,
        zone: str,
        now: datetime,
        fits: Fits = Fits.FIRST,
        of: TimelineFilter | None = None,
    ) -> None:
        """Show a page in the person's zone, joined to what is loaded as it fits.

        `of` is the filter that it was read with; without, the one in force.
        """
        self._patience.stop()
        if fits is Fits.FIRST:
            self._page = page
            self.chips.show_counts(page.total, page.counts)
            if page.found is not None:
                self.model.seek("")  # it holds the words, in texts that no row shows
            self.counted.emit(page.total)
        self._zone, self._now = zone, now
        self.model.show_page(page, zone, now, fits, self.filter if of is None else of)
        self._show_state()
        if self._wanted is not None:
            self.reveal(self._wanted)

    def not_read(self) -> None:
        """What was asked for does not come: what stood there stands there again."""
        self._patience.stop()
        self.model.expect_nothing()
        if self._page is not None:
            self._show_state()

    def land(self, goal: Goal) -> None:
        """Put the cursor where a jump led to; the row stays if it has something to say."""
        if not self.jump_row.says:
            self.jump_row.close_row()
        ends = self.model.ends()
        if ends is not None:
            self.reveal(ends[1] if goal is Goal.EARLIEST else ends[0])

    def show_masked(self, initials: str) -> None:
        """Show nothing at all of a record, not even how much there is."""
        self.clear()
        self._pages.locked.set_words(
            self.tr("The record opens when {0} is verified").format(initials),
            self.tr("Until then journeys, consents, timeline and their counts stay masked."),
        )
        self._show(self._pages.locked)

    def show_unread(self, sentence: str) -> None:
        """Say why the record could not be opened."""
        self.clear()
        self._pages.locked.set_words(self.tr("The record cannot be opened now"), sentence)
        self._show(self._pages.locked)

    def show_loading(self) -> None:
        """Show that a record is being read; on a refresh don't call it, the rows stay."""
        self.clear()
        self.set_sub(self.tr("Loading…"))
        self._show(self._loading)

    def clear(self) -> None:
        """Forget the person: rows, place, filters and search."""
        self._page, self._wanted = None, None
        self._patience.stop()
        self._top.forget()
        self.beside.clear()
        self.view.top()
        self.model.clear()
        self.set_sub("")
        self.counted.emit(None)
        self._show(self._pages.blank)

    def reveal(self, touchpoint: TouchpointId) -> bool:
        """Select a touchpoint; one that isn't loaded yet is looked for page after page."""
        self._wanted = None
        if self.view.reveal(touchpoint):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.model.ask_for_more():
            self._wanted = touchpoint
        return False

    def focus_list(self) -> None:
        """Put the cursor on the rows."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_search(self) -> None:
        """Open the search, hidden in the compact layout until it is wanted."""
        if self._pages.currentWidget() in (self._pages.locked, self._loading):
            return
        self._top.open_search()

    def open_jump(self) -> None:
        """Ask for a date to go to."""
        if self._page is not None:
            self.jump_row.set_context(self._zone, self._now)
            self.jump_row.open()

    def set_copy_from(self, at: datetime | None) -> None:
        """Say from when the touchpoints are while there is no connection."""
        self._copy_from = at
        self._show_sub()

    def _show_state(self) -> None:
        self._show_sub()
        if self.model.shown:
            self._show(self.view)
        elif self._top.sought or self.filter != TimelineFilter():
            self._pages.filtered.set_words(
                self._nothing_found(), self.tr("Other touchpoints are there.")
            )
            self._show(self._pages.filtered)
        else:
            self._show(self._pages.nothing)

    def _nothing_found(self) -> str:
        sought = self._top.sought
        if sought:
            whole = self._page is not None and self._page.found is not None
            words_ = (
                self.tr("Nothing holds “{0}”") if whole else self.tr("Nothing loaded holds “{0}”")
            )
            return words_.format(sought)
        channel = self.filter.channel
        name = words.channels(channel) if channel else self.tr("Touchpoints of this kind")
        since = self._page.since if self._page else None
        if since is None:
            return self.tr("{0}: none").format(name)
        day = text.short_day(since, self._zone, self._now)
        return self.tr("{0}: none since {1}").format(name, day)

    def _show_sub(self) -> None:
        if self._page is None:
            return
        count = self._page.total
        one = self.tr("1 touchpoint")
        said = one if count == 1 else self.tr("%n touchpoints", "", count)
        if self._page.since is not None:
            day = text.short_day(self._page.since, self._zone, self._now)
            said = self.tr("{0} since {1}").format(said, day)
        if self._copy_from is not None:
            at = text.time_of_day(self._copy_from, self._zone)
            said = self.tr("Copy from {0} · {1}").format(at, said)
        if self._page.found is not None:
            found = self.tr("%n found", "touchpoints that hold a word", self._page.found)
            said = self.tr("{0} · {1}", "found, of all touchpoints").format(found, said)
            self._top.say_found(found)
        self.set_sub("" if self.theme.compact else said)
        self.setAccessibleDescription(said)

    def _show(self, page: QWidget) -> None:
        self._pages.turn_to(page)
        for part in (self._top, self._rule):
            part.setVisible(page is not self._pages.locked)
        self._loading.setVisible(page is self._loading)
        self.chips.setVisible(page is not self._loading or self._page is not None)

    def _build_pages(self) -> None:
        self.model = TimelineModel(self)
        self._pages = TimelinePages(self.theme, parent=self)
        self._loading = self._pages.loading
        self.view = TimelineView(self.theme, self.model, parent=self._pages)
        self.view.setAccessibleName(self.tr("Timeline"))
        self._pages.take(self.view)
        self.setFocusProxy(self.view)
        self._body = QHBoxLayout()
        self.beside = Beside(self.theme, self.view, self._body, self)
        self._patience = QTimer(self, singleShot=True, interval=Skeleton.DELAY)

    def _build_column(self) -> None:
        self.column.removeItem(self.head)
        self.column.removeItem(self.body)
        self._rule = Rule(self.theme, parent=self)
        self._top = TimelineHead(self.theme, self.head, parent=self)
        self.search, self.chips = self._top.search, self._top.chips
        self.jump_row = self._top.jump_row
        self.column.addWidget(self._top)
        self.column.addWidget(self._rule)
        self._body.addWidget(self._pages, 1)
        self.column.addLayout(self._body, 1)

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setContentsMargins(1, self.theme.px(6 if self.theme.compact else 10), 1, 1)
        self.column.setSpacing(0)
        if hasattr(self, "_top"):
            self._show_sub()

    def _connect(self) -> None:
        self._top.filter_changed.connect(self._on_filter_changed)
        self._top.typed.connect(self._on_typed)
        self._top.date.clicked.connect(self.open_jump)
        self._patience.timeout.connect(self._on_waited)
        self.jump_row.jumped.connect(self._on_jumped)
        self.jump_row.left.connect(self._on_jump_left)
        self.search.returnPressed.connect(self.focus_list)
        self.model.more_requested.connect(self.more_requested)
        self.model.newer_requested.connect(self.newer_requested)
        self._pages.filtered.chosen.connect(self._on_clear_chosen)
        self._loading.cancel_requested.connect(self.cancel_requested)

    @Slot(object)
    def _on_filter_changed(self, wanted: TimelineFilter) -> None:
        self.view.top()
        self._patience.start()  # first, for an answer may come at once
        self.filter_changed.emit(wanted)

    @Slot(str)
    def _on_typed(self, sought: str) -> None:
        self.model.seek(sought)
        if self._page is not None:
            self._show_state()

    @Slot()
    def _on_clear_chosen(self) -> None:
        self.model.seek("")
        self._top.clear()

    @Slot()
    def _on_waited(self) -> None:
        self._show(self._loading)
        self._loading.draw_now()

    @Slot(object)
    def _on_jumped(self, jump: Jump) -> None:
        self._patience.start()
        self.jump_requested.emit(jump)

    @Slot()
    def _on_jump_left(self) -> None:
        self.jump_row.close_row()
        self.focus_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        used = self.search.text() or self.filter != TimelineFilter()
        if event.key() == Qt.Key.Key_Escape and self._pages.currentWidget() is self._loading:
            self.cancel_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.beside.is_open:
            self.beside.leave()
        elif event.key() == Qt.Key.Key_Escape and used:
            self._on_clear_chosen()
        else:
            super().keyPressEvent(event)
