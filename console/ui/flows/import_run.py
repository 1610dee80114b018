"""What runs of imports at this desk: the process that imports, or the undoing of one."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.models.ids import CommandId
from console.services.imports.job import JobState
from console.services.imports.orders import Begun, ImportOrder
from console.services.imports.undoing import Undoing
from console.ui.flows.parts import Parts
from console.ui.imports.values import Undo
from console.ui.tasks import Lane

POLL_MS = 250


class ImportRun(QObject):
    """One at a time; a timer asks how far it is, and nobody waits for it.

    Signals:
        begun: an import or an undoing runs.
        moved: it is farther than before.
        refused: an import did not begin (an exception).
        reported: an import ended or paused (its report as the command line writes it).
        failed: an import could not go on, and why (a sentence).
        undone: an import was taken back (its id); None when that was stopped on the way.
        not_undone: it could not be (an exception).
    """

    begun = Signal()
    moved = Signal()
    refused = Signal(object)
    reported = Signal(object)
    failed = Signal(str)
    undone = Signal(object)
    not_undone = Signal(object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._starts = False
        self.importing: Begun | None = None
        self.undoing: Undoing | None = None
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._on_poll)

    @property
    def is_busy(self) -> bool:
        return self._starts or self.importing is not None or self.undoing is not None

    @property
    def mark(self) -> str:
        """That of the import that runs, if it is none that changes nothing."""
        begun = self.importing
        return "" if begun is None or begun.order.dry_run else begun.mark

    def begin(self, order: ImportOrder, goes_on: str | None = None) -> None:
        """`goes_on` as `ImportOrders.begin`."""
        if self.is_busy:
            return
        self._starts = True
        work = partial(self._parts.center.import_orders.begin, order, goes_on)
        self._parts.tasks.run(Lane.READS, work, self._on_begun, self._on_refused)

    def undo(self, undo: Undo) -> None:
        if self.is_busy:
            return
        undoing = Undoing(self._parts.center.imports, undo.entry, stops=undo.stops)
        self.undoing = undoing
        self._poll.start()
        self.begun.emit()
        done = partial(self._on_undone, undo.entry)
        self._parts.tasks.run(Lane.READS, undoing.run, done, self._on_not_undone)

    def pause(self) -> None:
        """It ends after the batch that it writes."""
        if self.importing is not None:
            self.importing.job.pause()

    def stop(self) -> None:
        """The window closes or somebody signs out: what runs pauses, and waits to go on."""
        self._poll.stop()
        self.pause()
        if self.undoing is not None:
            self.undoing.stop()

    @Slot(object)
    def _on_begun(self, begun: Begun) -> None:
        self._starts, self.importing = False, begun
        self._poll.start()
        self.begun.emit()

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self._starts = False
        self.refused.emit(error)

    @Slot()
    def _on_poll(self) -> None:
        state = self.importing.job.state if self.importing else None
        if state is not None and state.is_over:
            self._on_over(state)
        else:
            self.moved.emit()

    def _on_over(self, state: JobState) -> None:
        self._end()
        if state.report is None:
            self.failed.emit(state.fault)
        else:
            self.reported.emit(state.report)

    def _on_undone(self, entry: CommandId, finished: bool) -> None:
        self._end()
        self.undone.emit(entry if finished else None)

    @Slot(object)
    def _on_not_undone(self, error: Exception) -> None:
        self._end()
        self.not_undone.emit(error)

    def _end(self) -> None:
        self._poll.stop()
        self.importing = self.undoing = None
