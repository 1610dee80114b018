"""Live: what other desks have logged or claimed is noticed here, by one question every 2 s."""

import random

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from console.ui.flows.parts import Parts
from console.ui.tasks import Lane

LOOK_MS = 2000
UNSEEN_MS = 30_000
SOON_MS = 50


class LiveFlow(QObject):
    """The one timer of all live lists. What one shows, its own flow reads when this tells.

    It asks again only when it was answered, a little earlier each time by chance, so that the desks
    of a center don't ask together; rarely while nobody sees the window. A server that was away may
    have missed nothing, or be another one: afterwards everything is read again.

    Signals:
        moved: something was logged or claimed somewhere, or may have been.
        went_away: it cannot be asked any more (an exception).
    """

    moved = Signal()
    went_away = Signal(object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._cursor: str | None = None
        self._away = False
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 - flows live in a window
        app.applicationStateChanged.connect(self._on_seen)

    def start(self) -> None:
        self._next.start(SOON_MS)

    def stop(self) -> None:
        self._next.stop()

    @Slot()
    def look(self) -> None:
        """Asks now; the answer arms the timer again."""
        self._next.stop()
        look = self._parts.center.live.cursor
        self._parts.tasks.run(Lane.READS, look, self._on_cursor, self._on_failed, key="live")

    def tell_again(self) -> None:
        """What had moved could not be read: the next answer counts as new, whatever it is."""
        self._cursor = None

    @Slot(object)
    def _on_cursor(self, cursor: str) -> None:
        known, self._cursor = self._cursor, cursor
        self._away = False
        self._arm()
        if cursor != known:
            self.moved.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._cursor = None
        self._arm()
        if not self._away:
            self._away = True
            self.went_away.emit(error)

    @Slot(Qt.ApplicationState)
    def _on_seen(self, state: Qt.ApplicationState) -> None:
        """Somebody looks at the window again, after a while perhaps."""
        if state is Qt.ApplicationState.ApplicationActive and self._next.isActive():
            self._arm(SOON_MS)

    def _arm(self, wait: int | None = None) -> None:
        window = self._parts.window
        seen = window.isVisible() and not window.isMinimized()
        usual = LOOK_MS if seen else UNSEEN_MS
        self._next.start(wait or int(usual * random.uniform(0.75, 1)))
