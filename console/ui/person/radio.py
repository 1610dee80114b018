"""Chips of which one is chosen: real radio buttons, so that screen readers say so."""

from PySide6.QtCore import QPoint, QSize, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Themed, paint


class _RadioChip(Themed, QRadioButton):
    """A radio button drawn as a chip."""

    def __init__(self, theme: Theme, words: str, digit: str, *, parent: QWidget) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._follow(theme)
        self._words, self._digit = words, digit
        self.setAccessibleName(words)
        self.setAccessibleDescription(digit)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Write it longer or shorter."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        cap = paint.cap_size(self.theme, self._digit).width()
        return QSize(paint.text_width(self.theme, self._words, "chip") + cap + px(24), px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(48), self.theme.px(26))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), self.theme.px
        fill: Role = "surface"
        edge: Role = "line"
        ink: Role = "text2"
        if not self.isEnabled():
            ink = "text3"
        elif self.isChecked():
            fill, edge, ink = "accent_tint", "accent", "accent_text"
        elif self.underMouse():
            fill = "hover"
        ring = self.hasFocus()
        paint.box(painter, self.theme, self.rect(), fill, "accent" if ring else edge,
                  radius=13, width=2 if ring else 1)  # fmt: skip
        if self.isChecked():  # a mark as well as a colour, where the chip has room for it
            paint.dot(painter, self.theme, QPoint(px(7), self.height() // 2), ink, 5)
        cap = self.width() - paint.cap_size(self.theme, self._digit).width() - px(5)
        paint.cap(painter, self.theme, self._digit, cap, self.height() // 2)
        room = self.rect().adjusted(px(11), 0, cap - self.width() - px(6), 0)
        paint.text(painter, self.theme, room, self._words, "chip", ink)


class RadioChips(Themed, QWidget):
    """A row of chips; arrows move the choice, the digit of a chip picks it.

    Signals:
        picked: the key of the chip that the person chose.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._group.idClicked.connect(self._on_id_clicked)
        self._restyle()

    def set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer choices as pairs of key and words; those already there are only reworded."""
        for key, words in choices:
            if key in self._keys:
                chip = self._group.button(self._keys.index(key))
                if isinstance(chip, _RadioChip):
                    chip.set_words(words)
                continue
            chip = _RadioChip(self.theme, words, str(len(self._keys) + 1), parent=self)
            self._group.addButton(chip, len(self._keys))
            self._row.insertWidget(len(self._keys), chip)
            self._keys.append(key)

    def choose(self, key: str) -> None:
        """Mark a chip as chosen, or none."""
        self._group.setExclusive(False)
        for number, chip in enumerate(self._group.buttons()):
            chip.setChecked(self._keys[number] == key)
        self._group.setExclusive(True)

    def chips(self) -> dict[str, QRadioButton]:
        """Give the chips by key."""
        found = {key: self._group.button(number) for number, key in enumerate(self._keys)}
        return {key: chip for key, chip in found.items() if isinstance(chip, QRadioButton)}

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.theme.px(6))

    @Slot(int)
    def _on_id_clicked(self, number: int) -> None:
        self.picked.emit(self._keys[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for number, chip in enumerate(self._group.buttons(), start=1):
            if event.text() == str(number):
                chip.click()
                return
        super().keyPressEvent(event)
