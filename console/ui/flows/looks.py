"""How the window looks at this desk: text size, light or dark; kept for the next start."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from console.ui.flows.parts import Parts
from console.ui.tasks import Lane
from console.ui.theme.theme import FACTORS, Mode

if TYPE_CHECKING:
    from console.services.memory import Memory

SIZE, MODE = "text_size", "mode"


class LooksFlow(QObject):
    """A text that the screen has no room for is never shown: the next smaller one is."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._window = parts.window
        self._theme = parts.window.theme
        read = partial(_kept, parts.center.memory)
        parts.tasks.run(Lane.DESK, read, self._on_kept, parts.notices.report)

    @Slot(object)
    def _on_kept(self, kept: tuple[str | None, str | None]) -> None:
        """What cannot be read is as if it had never been kept: it is seen, and set again."""
        size, mode = kept
        factor = next((one for one in FACTORS if size == str(one)), self._theme.factor)
        chosen = next((one for one in Mode if mode == one.value), self._theme.mode)
        self._window.set_look(chosen, self._window.largest_text(factor))

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
        self._keep(MODE, mode.value)

    def _step(self, step: int) -> None:
        place = FACTORS.index(self._theme.factor) + step
        if 0 <= place < len(FACTORS):
            self._take(FACTORS[place])

    def _take(self, factor: float) -> None:
        if self._window.largest_text(factor) == factor:
            self._window.set_look(self._theme.mode, factor)
            self._keep(SIZE, str(factor))
        else:
            words = self.tr("Text at {0} % has no room on this screen. It stays at {1} %.")
            self._parts.notices.tell(
                words.format(round(factor * 100), round(self._theme.factor * 100))
            )

    def _keep(self, place: str, value: str) -> None:
        write = partial(self._parts.center.memory.set, place, value)
        self._parts.tasks.run(Lane.DESK, write, self._on_written, self._parts.notices.report)

    @Slot(object)
    def _on_written(self, _none: object) -> None:
        """It is seen already."""


def _kept(memory: "Memory") -> tuple[str | None, str | None]:
    return memory.get(SIZE), memory.get(MODE)
