"""Arrivals: an empty database's ways in, and what to say when the database is not ours to use."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import Offline, SchemaMismatch
from console.ui.flows.imports import ImportFlow
from console.ui.flows.parts import Parts
from console.ui.said import said
from console.ui.tasks import Lane

if TYPE_CHECKING:
    from datetime import datetime

    from console.services.center import Center


class ArrivalsFlow(QObject):
    """Looks whether anybody is on record; the demo is offered on the embedded database alone.

    Attributes:
        busy: the demo is being made.

    Signals:
        filled: people came by the demo.
        looked: it was seen whether anybody is on record, and the middle says so.
    """

    filled = Signal()
    looked = Signal()

    def __init__(self, parts: Parts, imports: ImportFlow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.busy = False
        self._welcome = parts.window.console.welcome
        self._welcome.import_requested.connect(imports.open_new)
        imports.begun.connect(self._on_import_begun)
        self._welcome.demo_requested.connect(self.load_demo)

    @Slot()
    def look(self) -> None:
        is_empty = self._parts.center.directory.is_empty
        self._parts.tasks.run(Lane.READS, is_empty, self._on_empty, self.explain, key="empty")

    @Slot(object)
    def explain(self, error: Exception) -> None:
        """What stands in the middle when the database cannot be worked with."""
        self._parts.notices.report(error)
        if isinstance(error, SchemaMismatch | Offline):
            self._welcome.show_busy(said(error.title), said(error.message))

    @Slot(object)
    def _on_empty(self, empty: bool) -> None:
        self._parts.window.console.lookup.show_nobody_yet(empty)
        if not empty:
            self._welcome.show_free()
        elif self._parts.center.shared.embedded:
            self._welcome.show_empty_database()
        else:
            self._welcome.show_busy(
                self.tr("Nobody is on record yet"),
                self.tr(
                    "An administrator brings people in with: engagement-console import. "
                    "Calls about nobody and new people can be logged already."
                ),
            )
        self.looked.emit()

    @Slot()
    def load_demo(self) -> None:
        self.busy = True
        title = self.tr("Making the demo")
        self._welcome.show_busy(title, self.tr("About 400 invented people of a flu season."))
        work = partial(_make_demo, self._parts.center, self._parts.clock())
        self._parts.tasks.run(Lane.SENDER, work, self._on_made, self._on_not_made)

    @Slot(object)
    def _on_made(self, _counts: object) -> None:
        self.busy = False
        self.filled.emit()

    @Slot(object)
    def _on_not_made(self, error: Exception) -> None:
        self.busy = False
        self._parts.notices.report(error)
        self.look()

    @Slot()
    def _on_import_begun(self) -> None:
        if self._welcome.offers_ways_in:
            self._welcome.show_busy(
                self.tr("Importing"),
                self.tr("You can take calls meanwhile. {0} shows how far it is.").format(
                    self._parts.key("Alt+Shift+I")
                ),
            )


def _make_demo(center: "Center", now: "datetime") -> object:
    from console.services.demo import make  # after the first paint

    return make(center.shared, center.library(), now=now)
