"""The timeline pane: head, filters, and the touchpoints or what stands in their place."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.models.ids import TouchpointId
from console.models.views import TimelineFilter, TimelinePage
from console.ui import text, words
from console.ui.theme.theme import Theme
from console.ui.timeline.filters import FilterChips
from console.ui.timeline.loading import Loading
from console.ui.timeline.model import TimelineModel
from console.ui.timeline.view import TimelineView
from console.ui.widgets import Action, Card, EmptyState, KeyCap, Rule, SearchField


class _Stack(QStackedWidget):
    """Pages of which the tallest does not set the least height of the window."""

    def hasHeightForWidth(self) -> bool:
        return False


class TimelinePane(Card):
    """A person's touchpoints, one row each, newest first, queued sends on top.

    The search looks through the rows that are loaded; the filters ask for others. A refresh
    keeps the rows where they are under the eye.

    Attributes:
        filter: the filter in force.

    Signals:
        filter_changed: the `TimelineFilter`; answer with `show_page`.
        more_requested: where the next page begins; answer with `show_page(append=True)`.
        entry_opened: the `TouchpointId` of the row that the person wants to see whole.
        cancel_requested: stop reading the record.
        counted: how many touchpoints there are, None while that is not to be told.
    """

    filter_changed = Signal(object)
    more_requested = Signal(object)
    entry_opened = Signal(object)
    cancel_requested = Signal()
    counted = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._page: TimelinePage | None = None
        self._zone, self._now = "UTC", datetime.now(UTC)
        self._wanted: TouchpointId | None = None
        self._copy_from: datetime | None = None
        self._build_head()
        self._build_pages()
        self._build_column()
        self._restyle()
        self._connect()
        self._show(self._blank)

    @property
    def filter(self) -> TimelineFilter:
        """The filter in force."""
        return self.chips.filter

    def show_page(self, page: TimelinePage, zone: str, now: datetime, append: bool = False) -> None:
        """Show a page in the person's zone; `append` when it answers `more_requested`."""
        if not append:
            self._page = page
            self.counted.emit(page.total)
        self._zone, self._now = zone, now
        self.chips.show_counts(page.total, page.counts)
        self.model.show_page(page, zone, now, append=append)
        self._show_state()
        if self._wanted is not None:
            self.reveal(self._wanted)

    def show_masked(self, initials: str) -> None:
        """Show nothing at all of a record, not even how much there is."""
        self.clear()
        self._locked.set_words(
            self.tr("The record opens when {0} is verified").format(initials),
            self.tr("Until then journeys, consents, timeline and their counts stay masked."),
        )
        self._show(self._locked)

    def show_unread(self, sentence: str) -> None:
        """Say why the record could not be opened."""
        self.clear()
        self._locked.set_words(self.tr("The record cannot be opened now"), sentence)
        self._show(self._locked)

    def show_loading(self) -> None:
        """Show that a record is being read; on a refresh don't call it, the rows stay."""
        self.clear()
        self.set_sub(self.tr("Loading…"))
        self._show(self._loading)

    def clear(self) -> None:
        """Forget the person: rows, place, filters and search."""
        self._page, self._wanted = None, None
        self.chips.clear(silent=True)
        self.search.setText("")
        self.view.top()
        self.model.clear()
        self.set_sub("")
        self.counted.emit(None)
        self._show(self._blank)

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
        if self._stack.currentWidget() in (self._locked, self._loading):
            return
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_copy_from(self, at: datetime | None) -> None:
        """Say from when the touchpoints are while there is no connection."""
        self._copy_from = at
        self._show_sub()

    def _show_state(self) -> None:
        self._show_sub()
        if self.model.shown:
            self._show(self.view)
        elif self.search.text().strip() or self.filter != TimelineFilter():
            self._filtered.set_words(self._nothing_found(), self.tr("Other touchpoints are there."))
            self._show(self._filtered)
        else:
            self._show(self._nothing)

    def _nothing_found(self) -> str:
        sought = self.search.text().strip()
        if sought:
            return self.tr("Nothing loaded holds “{0}”").format(sought)
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
        self.set_sub("" if self.theme.compact else said)
        self.setAccessibleDescription(said)

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        for part in (self._head, self._rule):
            part.setVisible(page is not self._locked)
        self._loading.setVisible(page is self._loading)
        self.chips.setVisible(page is not self._loading)

    def _build_head(self) -> None:
        self._head = QWidget(self)
        self.search = SearchField(self.theme, self.tr("Search timeline"), sunken=True, parent=self)
        self.chips = FilterChips(self.theme, parent=self._head)
        self._find_key = KeyCap(self.theme, "Ctrl+F", parent=self)
        self._key = KeyCap(self.theme, "F12", parent=self)
        self.set_title(self.tr("Timeline"))

    def _build_pages(self) -> None:
        theme = self.theme
        self.model = TimelineModel(self)
        self._stack = _Stack(self)
        self.view = TimelineView(theme, self.model, parent=self._stack)
        self.view.setAccessibleName(self.tr("Timeline"))
        self.setFocusProxy(self.view)
        self._loading = Loading(theme, parent=self._stack)
        self._locked = EmptyState(theme, "lock", "", "", parent=self._stack)
        sentence = self.tr("Calls, messages and visits show here as they happen.")
        self._nothing = EmptyState(theme, "history", self.tr("No touchpoints yet"), sentence,
                                   parent=self._stack)  # fmt: skip
        clear = Action("clear", self.tr("Clear filters"), "Escape")
        self._filtered = EmptyState(theme, "funnel", "", "", (clear,), parent=self._stack)
        self._blank = QWidget(self._stack)
        for page in (
            self._blank,
            self.view,
            self._loading,
            self._locked,
            self._nothing,
            self._filtered,
        ):
            # The tallest page must not set the least height of all of them.
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._stack.addWidget(page)

    def _build_column(self) -> None:
        self.column.removeItem(self.head)
        self.column.removeItem(self.body)
        self._rule = Rule(self.theme, parent=self)
        rows = QVBoxLayout(self._head)
        self._rows, self._chips_row = rows, QHBoxLayout()
        rows.addLayout(self.head)
        rows.addLayout(self._chips_row)
        for part in (self.search, self._find_key, self._key):
            self.head.addWidget(part)
        self._chips_row.addWidget(self.chips, 1)
        self.column.addWidget(self._head)
        self.column.addWidget(self._rule)
        self.column.addWidget(self._stack, 1)

    def _restyle(self) -> None:
        super()._restyle()
        if not hasattr(self, "_rows"):
            return
        px, compact = self.theme.px, self.theme.compact
        side = px(16)
        self.column.setContentsMargins(1, px(6 if compact else 10), 1, 1)
        self.column.setSpacing(0)
        self._rows.setContentsMargins(side, 0, px(13), px(6 if compact else 9))
        self._rows.setSpacing(px(8))
        self.head.setSpacing(px(8))
        self.search.setFixedWidth(px(200))
        self.search.setVisible(not compact or bool(self.search.text()))
        self._find_key.setVisible(not compact)
        # One row in the compact layout: the chips stand beside the title.
        target = self.head if compact else self._chips_row
        if target.indexOf(self.chips) < 0:
            (self._chips_row if compact else self.head).removeWidget(self.chips)
            if compact:
                self.head.insertWidget(2, self.chips, 1)
                self.head.setStretch(3, 0)
            else:
                self._chips_row.addWidget(self.chips, 1)
                self.head.setStretch(2, 1)
        self._show_sub()

    def _connect(self) -> None:
        self.chips.filter_changed.connect(self._on_filter_changed)
        self.search.textChanged.connect(self._on_search_changed)
        self.search.returnPressed.connect(self.focus_list)
        self.model.more_requested.connect(self.more_requested)
        self.view.opened.connect(self.entry_opened)
        self._filtered.chosen.connect(self._on_clear_chosen)
        self._loading.cancel_requested.connect(self.cancel_requested)

    @Slot(object)
    def _on_filter_changed(self, wanted: TimelineFilter) -> None:
        self.view.top()
        self.model.expect_other()
        self.filter_changed.emit(wanted)

    @Slot(str)
    def _on_search_changed(self, sought: str) -> None:
        self.model.seek(sought)
        if self._page is not None:
            self._show_state()

    @Slot()
    def _on_clear_chosen(self) -> None:
        self.search.setText("")
        self.chips.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        used = self.search.text() or self.filter != TimelineFilter()
        if event.key() == Qt.Key.Key_Escape and used:
            self._on_clear_chosen()
            self.search.setVisible(not self.theme.compact)
        elif event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self._loading:
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)
