"""Between choosing files and importing them: how their tables are read, asked where that helps."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from console.models.bodies import Codes
from console.models.table_mapping import ImportMapping
from console.services.imports import Proposal
from console.services.imports.orders import ImportOrder
from console.ui.flows.parts import Parts
from console.ui.tasks import Lane


class MappingSheet(Protocol):
    """A sheet that shows a proposal and lets it be corrected; it stays open until it is closed.

    It tells `accepted` and `trial_wished` with an `ImportMapping`, or `cancelled`.
    """

    accepted: SignalInstance
    trial_wished: SignalInstance
    cancelled: SignalInstance

    def show_proposal(self, proposal: Proposal, codes: Codes | None = None) -> None: ...

    def show_trial(self, report: Mapping[str, Any]) -> None:
        """What a dry run told: a report as the command line writes it."""

    def show_fault(self, sentence: str) -> None: ...

    def open_sheet(self) -> None: ...

    def close_sheet(self) -> None: ...


MakeSheet = Callable[[Parts], MappingSheet]


class MappingStep(QObject):
    """Looks at the files off the screen's thread; asks only about what was merely proposed.

    Without a sheet to ask with, tables are read as proposed; so the command line does.

    Signals:
        mapped: how everything is read is known (the `ImportOrder`).
        left: nothing is to be imported now.
        failed: the files could not be looked at, or the mapping not be kept (an exception).
    """

    mapped = Signal(object)
    left = Signal()
    failed = Signal(object)

    def __init__(self, parts: Parts, make: MakeSheet | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._make = make
        self._sheet: MappingSheet | None = None
        self._asked: ImportOrder | None = None

    def begin(self, order: ImportOrder) -> None:
        """Ends with one of the signals."""
        propose = self._parts.center.import_orders.propose
        work = partial(propose, order, self._parts.clock().date())
        done = partial(self._on_proposed, order)
        self._parts.tasks.run(Lane.READS, work, done, self._on_failed, key="mapping")

    @property
    def asks(self) -> bool:
        """Whether somebody is still to say how the tables are read."""
        return self._asked is not None

    def show_trial(self, report: Mapping[str, Any]) -> None:
        """Show what the trial of the mapping told."""
        if self._sheet is not None:
            self._sheet.show_trial(report)

    def show_fault(self, sentence: str) -> None:
        """Say why the mapping could not be tried."""
        if self._sheet is not None:
            self._sheet.show_fault(sentence)

    def put_away(self) -> None:
        """The middle is needed for something else; what was mapped stays."""
        if self._sheet is not None and self.asks:
            self._sheet.close_sheet()

    def bring_back(self) -> bool:
        """Whether something was being mapped, which is in view again.

        Between calls: its first rows name people.
        """
        if self._sheet is None or not self.asks or self._parts.session.on_line:
            return False
        self._sheet.open_sheet()
        return True

    def _on_proposed(self, order: ImportOrder, proposal: Proposal | None) -> None:
        if self._make is None or proposal is None or not _needs_somebody(proposal):
            self.mapped.emit(order)
            return
        self._asked = order
        self._sheet = self._sheet or self._made(self._make)
        library = self._parts.session.library
        self._sheet.show_proposal(proposal, library.codes if library else None)
        if self._parts.session.on_line:  # a call has begun since
            self._parts.notices.tell(
                self.tr("Say how the tables are read: {0}.").format(self._parts.key("Alt+Shift+I"))
            )
        else:
            self._sheet.open_sheet()

    def _made(self, make: MakeSheet) -> MappingSheet:
        sheet = make(self._parts)
        sheet.accepted.connect(self._on_accepted)
        sheet.trial_wished.connect(self._on_trial_wished)
        sheet.cancelled.connect(self._on_cancelled)
        return sheet

    @Slot(object)
    def _on_accepted(self, mapping: ImportMapping) -> None:
        if (asked := self._end()) is not None:
            self._map(asked, mapping, dry_run=asked.dry_run)

    @Slot(object)
    def _on_trial_wished(self, mapping: ImportMapping) -> None:
        """The sheet stays, to show what came of it."""
        if self._asked is not None:
            self._map(self._asked, mapping, dry_run=True)

    def _map(self, asked: ImportOrder, mapping: ImportMapping, *, dry_run: bool) -> None:
        mapped = self._parts.center.import_orders.mapped
        work = partial(mapped, asked, mapping, dry_run=dry_run)
        self._parts.tasks.run(Lane.READS, work, self._on_mapped, self._on_failed)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._end() is not None:
            self.left.emit()

    def _end(self) -> ImportOrder | None:
        asked, self._asked = self._asked, None
        if self._sheet is not None:
            self._sheet.close_sheet()
        return asked

    @Slot(object)
    def _on_mapped(self, order: ImportOrder) -> None:
        self.mapped.emit(order)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def _needs_somebody(proposal: Proposal) -> bool:
    return any(table.proposed or table.doubts for table in proposal.tables)
