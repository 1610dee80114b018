"""The filters of the timeline: one channel or all, only from them, only content."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.models.terms import Channel
from console.models.views import TimelineFilter
from console.ui import marks, words
from console.ui.theme.theme import Theme
from console.ui.widgets import Chip, Themed


class FilterChips(Themed, QWidget):
    """A chip per channel that has touchpoints, with its count; counts are of everything.

    Signals:
        filter_changed: the `TimelineFilter` in force now.
    """

    filter_changed = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._channel: Channel | None = None
        self._channels: dict[Chip, Channel | None] = {}
        self._counts: dict[Chip, int] = {}
        self._row = QHBoxLayout(self)
        self.all = self._chip("", "", None)
        for channel in Channel:
            self._chip("", marks.CHANNEL_ICONS[channel], channel).hide()
        self._row.addStretch(1)
        self.from_them = Chip(theme, self.tr("From them"), "arrow-down-left", checkable=True,
                              parent=self)  # fmt: skip
        self.content = Chip(theme, self.tr("Content"), "send", checkable=True, parent=self)
        for chip in (self.from_them, self.content):
            chip.clicked.connect(self._on_toggled)
            self._row.addWidget(chip)
        self._restyle()
        self.clear(silent=True)

    @property
    def filter(self) -> TimelineFilter:
        """The filter in force."""
        return TimelineFilter(
            channel=self._channel,
            from_them=self.from_them.isChecked(),
            content_sent=self.content.isChecked(),
        )

    def show_counts(self, total: int, counts: dict[Channel, int]) -> None:
        """Show how many touchpoints there are of each channel; the chosen one never goes."""
        for chip, channel in self._channels.items():
            count = total if channel is None else counts.get(channel, 0)
            name = self.tr("All") if channel is None else words.channels(channel)
            chip.set_text(f"{name} {count}")
            self._counts[chip] = count
            chip.setVisible(count > 0 or (channel is self._channel and total > 0))
        self._fit()

    def channel_chip(self, channel: Channel | None) -> Chip:
        """Give the chip of a channel, or of all."""
        return next(chip for chip, found in self._channels.items() if found is channel)

    def clear(self, *, silent: bool = False) -> None:
        """Show everything again; silent, for another person, whose counts are not known yet."""
        changed = self.filter != TimelineFilter()
        if silent:
            self.show_counts(0, {})
        self._channel = None
        for chip in (self.from_them, self.content):
            chip.setChecked(False)
        self._mark()
        if changed and not silent:
            self.filter_changed.emit(self.filter)

    def _chip(self, text: str, icon: str, channel: Channel | None) -> Chip:
        chip = Chip(self.theme, text, icon, checkable=True, parent=self)
        chip.clicked.connect(self._on_channel_clicked)
        self._channels[chip] = channel
        self._row.addWidget(chip)
        return chip

    def _mark(self) -> None:
        for chip, channel in self._channels.items():
            chip.set_chosen(channel is self._channel)

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._fit()

    def _fit(self) -> None:
        """Leave the channels their words; what narrows further gives way unless it is on.

        Where even the channels have no room, those that are off show icon and count alone.
        """
        gap, further = self.theme.px(6), (self.from_them, self.content)
        shown = [chip for chip in self._channels if chip.isVisibleTo(self)]
        for chip in shown:
            chip.set_short("")
        wanted = sum(chip.sizeHint().width() + gap for chip in (*shown, *further))
        for chip in further:
            chip.setVisible(wanted <= self.width() or chip.isChecked())
        on = [chip for chip in further if not chip.isHidden()]
        tight = sum(chip.sizeHint().width() + gap for chip in (*shown, *on)) - gap > self.width()
        for chip in shown:
            chip.set_short(str(self._counts[chip]) if tight else "")
        self._row.setSpacing(self.theme.px(4 if tight else 6))

    @Slot()
    def _on_channel_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            # Pressing the chosen channel again shows all channels.
            picked = self._channels[chip]
            self._channel = None if picked is self._channel else picked
            self._mark()
            self.filter_changed.emit(self.filter)

    @Slot()
    def _on_toggled(self) -> None:
        self.filter_changed.emit(self.filter)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
