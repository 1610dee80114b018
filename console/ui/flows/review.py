"""The supervisor's page: dispositions of all reps, one opened, and what is new while one looks."""

from datetime import datetime
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Slot

from console.errors import ConsoleError
from console.models.ids import FactId
from console.models.terms import Role
from console.models.views import DispositionFilter, DispositionPage
from console.ui.flows.live import LiveFlow
from console.ui.flows.parts import Parts
from console.ui.said import said
from console.ui.session import Changes
from console.ui.tasks import Lane


class ReviewFlow(QObject):
    """While the page shows, what is new is offered; nothing moves under the eye."""

    def __init__(self, parts: Parts, live: LiveFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._page = parts.window.supervisor
        self._loaded = False
        self._away = False
        self._live = live
        self._connect()

    def _connect(self) -> None:
        page = self._page
        page.filter_changed.connect(self._on_filter)
        page.more_requested.connect(self._on_more)
        page.row_opened.connect(self._on_opened)
        page.refresh_requested.connect(self.load)
        self._parts.window.pages.currentChanged.connect(self._on_page)
        self._parts.session.changed.connect(self._on_changed)
        self._live.moved.connect(self._on_moved)
        self._live.went_away.connect(self._on_failed)

    @property
    def _shown(self) -> bool:
        return self._parts.window.pages.currentWidget() is self._page

    @Slot(int)
    def _on_page(self, _index: int) -> None:
        if self._shown:
            self.load()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & Changes.STAFF:
            staff = self._parts.session.staff
            rep = staff is None or staff.role is Role.REP
            self._parts.window.set_supervisor(shown=not rep)
        if changes & Changes.CALL:
            self._page.hide_names(self._parts.session.on_line)

    @Slot()
    def load(self) -> None:
        library = self._parts.session.library
        if library is not None:
            self._page.set_zone(library.rules.zone)
            today = self._parts.clock().astimezone(ZoneInfo(library.rules.zone)).date()
            self._page.set_today(today.isoformat())
        if not self._loaded:
            self._page.show_loading()
        self._parts.tasks.run(
            Lane.READS, self._parts.center.review.choices, self._page.show_choices, self._on_failed
        )
        self._parts.tasks.run(
            Lane.READS, self._parts.center.worker.lag, self._page.show_lag, self._on_lag_unknown,
            key="lag",
        )  # fmt: skip
        self._read(self._page.filter)

    @Slot(object)
    def _on_lag_unknown(self, _error: Exception) -> None:
        self._page.show_lag(())  # the list itself says what is wrong

    def _read(self, wanted: DispositionFilter) -> None:
        work = partial(self._parts.center.review.page, wanted)
        self._parts.tasks.run(Lane.READS, work, self._on_first, self._on_failed, key="review")

    @Slot(object)
    def _on_first(self, page: DispositionPage) -> None:
        first, self._loaded = not self._loaded, True
        self._away = False
        self._page.show_page(page)
        if first:
            self._page.rows.setFocus()

    @Slot(object)
    def _on_filter(self, wanted: DispositionFilter) -> None:
        self._read(wanted)

    @Slot(object)
    def _on_more(self, before: tuple[datetime, UUID]) -> None:
        work = partial(self._parts.center.review.page, self._page.filter, before)
        self._parts.tasks.run(Lane.READS, work, self._page.add_page, self._on_failed, key="more")

    @Slot(object)
    def _on_opened(self, disposition: FactId) -> None:
        staff = self._parts.session.staff
        if staff is not None:
            work = partial(
                self._parts.center.review.open,
                disposition,
                login=staff.login,
                now=self._parts.clock(),
            )
            self._parts.tasks.run(
                Lane.READS, work, self._page.show_detail, self._on_failed, key="detail"
            )

    @Slot()
    def _on_moved(self) -> None:
        if not self._shown:
            return
        if self._away or not self._loaded:
            self.load()
        else:
            work = partial(self._parts.center.review.page, self._page.filter)
            self._parts.tasks.run(
                Lane.READS, work, self._page.offer_page, self._on_failed, key="offer"
            )

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._away = True
        self._live.tell_again()
        if isinstance(error, ConsoleError):
            self._page.show_offline(said(error.message))
        else:
            self._page.show_offline(self.tr("The list cannot be read now."))
            self._parts.notices.report(error)
