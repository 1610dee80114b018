"""The row of effects that can be attached to any outcome, and the reserved message slot."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from console.ui.disposition.model import EFFECTS, EffectState
from console.ui.theme.theme import Theme
from console.ui.widgets import Chip, Label, MessageSlot, Themed

_LOOKS = {
    "callback": ("calendar-clock", "Alt+C"),
    "promise": ("handshake", "Alt+P"),
    "appointment": ("calendar-plus", "Alt+B"),
    "send": ("send", "Alt+T"),
    "unmet_need": ("package-open", "Alt+U"),
    "hand_off": ("share-2", "Alt+G"),
    "complaint": ("message-square-warning", "Alt+O"),
}

_A_ROW = 4


class EffectRow(Themed, QWidget):
    """One chip per effect; `slot` takes the rest of the width.

    In the narrow arrangement the chips stand in two rows, and the slot is elsewhere.

    Signals:
        effect_requested: the kind whose chip was pressed.
    """

    effect_requested = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._add = Label(theme, self.tr("Add"), "field", "text2", parent=self)
        self.chips: dict[str, Chip] = {}
        names = self._names()
        self._grid = QGridLayout(self)
        for kind in EFFECTS:
            icon, key = _LOOKS[kind]
            chip = Chip(theme, names[kind], icon, key, parent=self)
            chip.setProperty("kind", kind)
            chip.clicked.connect(self._on_clicked)
            self.chips[kind] = chip
        self.slot = MessageSlot(theme, parent=self)
        self._restyle()

    def show_effects(self, states: tuple[EffectState, ...], off: str) -> None:
        """Show what is attached; effects that are not named are free."""
        by_kind = {state.kind: state for state in states}
        for kind, chip in self.chips.items():
            state = by_kind.get(kind, EffectState(kind=kind))
            chip.set_chosen(state.chosen, state.detail if state.chosen else "")
            chip.set_reason(off or state.off)

    def _names(self) -> dict[str, str]:
        return {
            "callback": self.tr("Callback"),
            "promise": self.tr("Promise"),
            "appointment": self.tr("Appointment"),
            "send": self.tr("Send"),
            "unmet_need": self.tr("Unmet need"),
            "hand_off": self.tr("Hand off"),
            "complaint": self.tr("Complaint"),
        }

    def _restyle(self) -> None:
        px, narrow = self.theme.px, self.theme.narrow
        rows = -(-len(self.chips) // _A_ROW) if narrow else 1
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(6))
        self._grid.addWidget(self._add, 0, 0)
        for place, chip in enumerate(self.chips.values()):
            row, column = divmod(place, _A_ROW) if narrow else (0, place)
            self._grid.addWidget(chip, row, 1 + column)
        if not narrow:
            self._grid.addWidget(self.slot, 0, 1 + len(self.chips))
            self.slot.show()
        self._grid.setColumnStretch(1 + len(self.chips), 1)
        self._add.setVisible(not self.theme.compact)
        self.setFixedHeight(rows * px(28) + px(6) if narrow else px(32))

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.effect_requested.emit(str(chip.property("kind")))
