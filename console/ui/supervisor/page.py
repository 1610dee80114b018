"""The supervisor's page: what was logged, filtered, and one call of it opened."""

from datetime import date

from PySide6.QtCore import QElapsedTimer, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.models.ids import FactId
from console.models.views import (
    DispositionDetail,
    DispositionFilter,
    DispositionPage,
    JobLag,
    ReviewChoices,
)
from console.ui.drawers import Pile
from console.ui.supervisor import wording
from console.ui.supervisor.detail import DetailPane
from console.ui.supervisor.figures import FigureRow
from console.ui.supervisor.filters import Filters
from console.ui.supervisor.rows import DispositionRows
from console.ui.supervisor.table import DispositionTable
from console.ui.supervisor.unusual import UnusualSheet
from console.ui.theme.theme import Theme
from console.ui.widgets import Action, Button, Chip, EmptyState, Label, Skeleton, Themed, paint


class SupervisorPage(Themed, QWidget):
    """The list never moves by itself: what is new is counted in a chip until it is asked for.

    Signals:
        filter_changed: a `DispositionFilter`; answer with `show_page`.
        row_opened: the disposition to open; answer with `show_detail`.
        more_requested: the key of the next page; answer with `add_page`.
        refresh_requested: read the first page again; answer with `show_page`.
        unusual_requested: open the sheet of unusual access.
        team_requested: open the sheet of who is ready.
    """

    filter_changed = Signal(object)
    row_opened = Signal(object)
    more_requested = Signal(object)
    refresh_requested = Signal()
    unusual_requested = Signal()
    team_requested = Signal()

    def __init__(self, theme: Theme, *, zone: str = "UTC", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._offered: DispositionPage | None = None
        self._age = QElapsedTimer()
        self._ticker = QTimer(self, interval=1000)
        self._title = Label(theme, self.tr("Dispositions"), "h1", parent=self)
        self._lag = Label(theme, "", "meta", "warn", parent=self)
        self._updated = Label(theme, "", "meta", "text3", parent=self)
        self.refresh = Button(theme, self.tr("Refresh"), icon="refresh-cw", parent=self)
        self.team = Button(theme, self.tr("Team"), icon="users", key="Alt+Shift+T", parent=self)
        self.unusual = Button(theme, self.tr("Unusual access"), icon="eye", key="Alt+Shift+U",
                              parent=self)  # fmt: skip
        self.figures = FigureRow(theme, parent=self)
        self._list = _Panel(theme, parent=self)
        self.filters = Filters(theme, parent=self._list)
        self.news = Chip(theme, "", "refresh-cw", parent=self._list)
        self._count = Label(theme, "", "meta", "text2", parent=self._list)
        self.unusual_sheet = UnusualSheet(theme, pane=self._list)
        self.table = DispositionTable(zone, self)
        self._stack = QStackedWidget(self._list)
        self.rows = DispositionRows(theme, self.table, parent=self._stack)
        self.detail = DetailPane(theme, zone, parent=self)
        self._build()
        self._connect()
        self._restyle()
        self.show_loading()

    @property
    def filter(self) -> DispositionFilter:
        """What the list is filtered by."""
        return self.filters.filter

    def set_zone(self, zone: str) -> None:
        """Show times in the center's zone (IANA)."""
        self.table.zone = self.detail.zone = zone

    def set_today(self, day: str) -> None:
        """Tell the center's local day (ISO)."""
        self.table.today = date.fromisoformat(day)
        self.filters.set_today(self.table.today)

    def show_choices(self, choices: ReviewChoices) -> None:
        """Offer what can be filtered by."""
        self.filters.set_choices(choices)

    def show_page(self, page: DispositionPage) -> None:
        """Show a first page; the row in focus stays in focus when it is still there."""
        current = self.rows.currentIndex()
        kept = self.table.rows[current.row()].id if current.isValid() else None
        self.table.replace(page)
        self.rows.restyle()
        place = self.table.place_of(kept) if kept is not None else 0
        if page.rows:
            self.rows.setCurrentIndex(self.table.index(max(place, 0), 0))
        self._stack.setCurrentWidget(self.rows if page.rows else self._nothing)
        self._offer(None)
        self._show_count(page)
        self.figures.show_figures(wording.figures(page.figures))
        self._age.start()
        self._ticker.start()
        self._show_age()

    def add_page(self, page: DispositionPage) -> None:
        """Add the older rows that were asked for."""
        self.table.append(page)

    def offer_page(self, page: DispositionPage) -> None:
        """Keep a newer first page at hand: its new rows are counted, the list stays."""
        self._offer(page)
        self._age.start()
        self._show_age()

    def show_detail(self, detail: DispositionDetail) -> None:
        """Show the call that was opened."""
        self.detail.show_detail(detail)
        if self.theme.narrow:
            self.detail.take_focus()  # it comes up with it, and hides the row that has it

    def hide_names(self, masked: bool) -> None:
        """While a call is live at this desk: initials in the list, and no call open."""
        self.table.hide_names(masked)
        self.detail.cover(masked)
        if masked and not self.unusual_sheet.isHidden():
            self.unusual_sheet.close_sheet()

    def show_loading(self) -> None:
        """Wait for a page; rows in view stay in view."""
        if not self.table.rows:
            self._stack.setCurrentWidget(self._waiting)

    def show_lag(self, jobs: tuple[JobLag, ...]) -> None:
        """Say which of what the worker makes is old; nothing while it keeps up."""
        late = [wording.lag(job.name, int(job.behind // 60)) for job in jobs if job.late]
        self._lag.set_text(self.tr("; ").join(late))

    def offer_unusual(self, *, offered: bool, unseen: int = 0) -> None:
        """Offer the sheet of unusual access, and say how many emergencies were not seen yet."""
        self.unusual.setVisible(offered)
        words = self.tr("Unusual access: %n new", "", unseen) if unseen else ""
        self.unusual.set_text(words or self.tr("Unusual access"))

    def show_offline(self, sentence: str) -> None:
        """Say that the list cannot be read; rows in view stay in view."""
        self._updated.set_text(sentence)
        self._ticker.stop()
        if not self.table.rows:
            self._offline.set_words(self.tr("The list cannot be read now"), sentence)
            self._stack.setCurrentWidget(self._offline)

    def focus_list(self) -> None:
        """Put the focus on the list."""
        self.rows.setFocus()

    def _build(self) -> None:
        clear_filters = Action("clear", self.tr("Clear filters"))
        again = Action("again", self.tr("Try again"))
        self._nothing = EmptyState(self.theme, "list-checks", self.tr("No call fits"),
                                   self.tr("Nothing was logged that fits these filters."),
                                   (clear_filters,), parent=self._stack)  # fmt: skip
        self._offline = EmptyState(self.theme, "wifi-off", "", "", (again,), parent=self._stack)
        self._waiting = Skeleton(self.theme, 12, parent=self._stack)
        for state in (self._waiting, self.rows, self._nothing, self._offline):
            self._stack.addWidget(state)
        self._whole, self._head, self._panes = QVBoxLayout(self), QHBoxLayout(), QGridLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._lag)
        self._head.addWidget(self._updated)
        self._head.addWidget(self.team)
        self._head.addWidget(self.unusual)
        self._head.addWidget(self.refresh)
        self._panes.addWidget(self._list, 0, 0)
        self._panes.setColumnStretch(0, 1)
        self._pile = Pile(self, (self.detail,))
        self._bar, column = QHBoxLayout(), QVBoxLayout(self._list)
        self._bar.addWidget(self.filters)
        self._bar.addWidget(self.news)
        self._bar.addStretch(1)
        self._bar.addWidget(self._count)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self._stack, 1)
        self._whole.addLayout(self._head)
        self._whole.addWidget(self.figures)
        self._whole.addLayout(self._panes, 1)
        self.news.hide()
        self.unusual.hide()

    def _connect(self) -> None:
        self.filters.filter_changed.connect(self._on_filter_changed)
        self.rows.opened.connect(self._on_opened)
        self.table.more_requested.connect(self.more_requested)
        self.refresh.clicked.connect(self.refresh_requested)
        self.unusual.clicked.connect(self.unusual_requested)
        self.team.clicked.connect(self.team_requested)
        self.news.clicked.connect(self._on_news_clicked)
        self.detail.previous_requested.connect(self._on_previous_requested)
        self.detail.next_requested.connect(self._on_next_requested)
        self.detail.left.connect(self.focus_list)
        self._nothing.chosen.connect(self._on_clear_chosen)
        self._offline.chosen.connect(self._on_again_chosen)
        self._ticker.timeout.connect(self._show_age)

    def _restyle(self) -> None:
        px = self.theme.px
        self._whole.setContentsMargins(px(8), px(8), px(8), px(8))
        self._whole.setSpacing(px(8))
        self._head.setContentsMargins(px(4), 0, px(4), 0)
        self._head.setSpacing(px(16))
        self._panes.setSpacing(px(8))
        for part in (self._title, self._updated):  # the page's tab says as much as its title
            part.setVisible(not self.theme.narrow)
        self._panes.addWidget(self.detail, 0, 0 if self.theme.narrow else 1)
        self._pile.on = self.theme.narrow
        self._pile.settle()
        self._bar.setContentsMargins(px(12), px(8), px(12), px(8))
        self._bar.setSpacing(px(8))

    def _offer(self, page: DispositionPage | None) -> None:
        known = {row.id for row in self.table.rows}
        fresh = sum(row.id not in known for row in page.rows) if page else 0
        self._offered = page if fresh else None
        self.news.set_text(self.tr("%n new", "", fresh))
        self.news.set_chosen(fresh > 0)
        self.news.setVisible(fresh > 0)

    def _show_count(self, page: DispositionPage) -> None:
        one = self.tr("1 call")
        calls = one if page.total == 1 else self.tr("%n calls", "", page.total)
        if not self.theme.compact:
            pattern = self.tr("{0}: {1} outbound, {2} inbound")
            calls = pattern.format(calls, page.outbound, page.inbound)
        self._count.set_text(calls)

    @Slot()
    def _show_age(self) -> None:
        seconds = self._age.elapsed() // 1000
        if seconds < 60:
            self._updated.set_text(self.tr("Updated {0} s ago").format(seconds))
        else:
            self._updated.set_text(self.tr("Updated {0} min ago").format(seconds // 60))

    @Slot(object)
    def _on_filter_changed(self, wanted: DispositionFilter) -> None:
        self.detail.show_nothing()
        self.filter_changed.emit(wanted)

    @Slot(object)
    def _on_opened(self, disposition: FactId) -> None:
        self.detail.show_loading()
        self.row_opened.emit(disposition)

    @Slot()
    def _on_news_clicked(self) -> None:
        if self._offered is not None:
            self.show_page(self._offered)

    @Slot()
    def _on_previous_requested(self) -> None:
        self.rows.move_by(-1)

    @Slot()
    def _on_next_requested(self) -> None:
        self.rows.move_by(1)

    @Slot(str)
    def _on_clear_chosen(self, _key: str) -> None:
        self.filters.clear()

    @Slot(str)
    def _on_again_chosen(self, _key: str) -> None:
        self.refresh_requested.emit()


class _Panel(Themed, QWidget):
    """The surface under the list."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self.theme, self.rect(), "surface", "line", radius=8)
