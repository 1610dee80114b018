"""The sheets of the effects, one per chip of the bar, and what opens them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from console.ui.disposition.bar import DispositionBar
from console.ui.disposition.effect_sheet import EffectSheet
from console.ui.disposition.model import EFFECTS, EffectContext
from console.ui.disposition.sheets_of_cases import (
    ComplaintSheet,
    HandOffSheet,
    MissedSheet,
    UnmetNeedSheet,
)
from console.ui.disposition.sheets_of_sends import SendSheet
from console.ui.disposition.sheets_of_times import AppointmentSheet, CallbackSheet, PromiseSheet
from console.ui.theme.theme import Theme

_SHEETS: dict[str, Callable[..., EffectSheet]] = {
    "callback": CallbackSheet,
    "promise": PromiseSheet,
    "appointment": AppointmentSheet,
    "send": SendSheet,
    "unmet_need": UnmetNeedSheet,
    "hand_off": HandOffSheet,
    "complaint": ComplaintSheet,
    "missed": MissedSheet,
}


class EffectSheets(QObject):
    """Opens one sheet at a time above the bar; each is made when it is first asked for.

    Signals:
        submitted: kind and value (a draft dataclass, a text, or a tuple of content keys).
        removed: kind of the effect to take away.
        closed: kind of the sheet that is out of the way.
    """

    submitted = Signal(str, object)
    removed = Signal(str)
    closed = Signal(str)

    def __init__(self, theme: Theme, bar: DispositionBar, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._bar, self._window = theme, bar, parent
        self._sheets: dict[str, EffectSheet] = {}

    @property
    def current(self) -> EffectSheet | None:
        """The sheet that is open, or none."""
        return next((sheet for sheet in self._sheets.values() if not sheet.isHidden()), None)

    def sheet(self, kind: str) -> EffectSheet:
        """The sheet of an effect."""
        if kind not in self._sheets:
            sheet = _SHEETS[kind](self._theme, bar=self._bar, parent=self._window)
            sheet.setProperty("kind", kind)
            sheet.submitted.connect(self._on_submitted)
            sheet.removed.connect(self._on_removed)
            sheet.closed.connect(self._on_closed)
            self._sheets[kind] = sheet
        return self._sheets[kind]

    def open(self, kind: str, value: object, context: EffectContext) -> None:
        """Open the sheet of an effect with what is attached already, or None."""
        self.close()
        sheet = self.sheet(kind)
        sheet.fill(value, context)
        anchor = self._bar.chip(kind) if kind in EFFECTS else self._bar.log
        sheet.open_above(anchor, attached=bool(value))

    def close(self) -> None:
        """Close the sheet that is open."""
        sheet = self.current
        if sheet is not None:
            sheet.close_sheet()

    def _kind(self) -> str:
        sender = self.sender()
        return str(sender.property("kind")) if sender is not None else ""

    @Slot(object)
    def _on_submitted(self, value: object) -> None:
        self.submitted.emit(self._kind(), value)

    @Slot()
    def _on_removed(self) -> None:
        self.removed.emit(self._kind())

    @Slot()
    def _on_closed(self) -> None:
        self.closed.emit(self._kind())
