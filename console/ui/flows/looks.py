"""How the window looks at this desk: text size, light or dark; kept for the next start."""

from PySide6.QtCore import QObject, Slot

from console.ui import place
from console.ui.flows.parts import Parts
from console.ui.theme.theme import FACTORS, Mode


class LooksFlow(QObject):
    """A text that the screen has no room for is never shown: the next smaller one is."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._window = parts.window
        self._theme = parts.window.theme
        self._file = parts.center.settings.window_file

    @Slot()
    def larger(self) -> None:
        self._step(1)

    @Slot()
    def smaller(self) -> None:
        self._step(-1)

    @Slot()
    def usual_size(self) -> None:
        self._take(FACTORS[0])

    @Slot()
    def toggle_theme(self) -> None:
        mode = Mode.LIGHT if self._theme.dark else Mode.DARK
        self._theme.set_mode(mode)
        place.keep(self._file, mode=mode)

    def _step(self, step: int) -> None:
        at = FACTORS.index(self._theme.factor) + step
        if 0 <= at < len(FACTORS):
            self._take(FACTORS[at])

    def _take(self, factor: float) -> None:
        if self._window.largest_text(factor) == factor:
            self._window.set_look(self._theme.mode, factor)
            place.keep(self._file, factor=factor)
        else:
            words = self.tr("Text at {0} % has no room on this screen. It stays at {1} %.")
            self._parts.notices.tell(
                words.format(round(factor * 100), round(self._theme.factor * 100))
            )
