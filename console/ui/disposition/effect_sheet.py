"""What the sheets of all effects share."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.ui.disposition.model import EffectContext
from console.ui.disposition.sheet import BarSheet
from console.ui.theme.theme import Theme
from console.ui.widgets import Field


class EffectSheet(BarSheet):
    """A sheet that is filled with a value and a context, and gives a value back.

    Signals:
        submitted: the value; the sheet is closed after it.
    """

    submitted = Signal(object)

    def __init__(
        self, theme: Theme, title: str, key: str, *, bar: QWidget, parent: QWidget
    ) -> None:
        super().__init__(theme, title, key, self.tr("Add"), bar=bar, parent=parent)

    def fill(self, value: object, context: EffectContext) -> None:
        """Show what is attached already, or an empty form for None."""
        raise NotImplementedError

    def give(self, value: object) -> None:
        """Hand a value over and close."""
        self.submitted.emit(value)
        self.close_sheet()

    def required(self, field: Field, sentence: str) -> str:
        """The text of a field; empty, it says what belongs there and takes the cursor."""
        text = field.text().strip()
        field.set_error("" if text else sentence)
        if not text:
            field.focus()
            self.place()
        return text
