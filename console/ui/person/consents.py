"""Consents as tags with purpose and age, and the marketing pressure of the week beside them."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.models.views import ConsentView, Pressure
from console.ui import marks, text
from console.ui.theme.theme import Theme
from console.ui.widgets import Label, Meter, Tag, Themed


class ConsentRow(Themed, QWidget):
    """One row that always fits: tags shorten before anything moves."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._tags: list[Tag] = []
        self._state: tuple[tuple[ConsentView, ...], Pressure, str, datetime] | None = None
        self._copy_from: datetime | None = None
        self._label = Label(theme, self.tr("Consent"), "field", "text2", parent=self)
        self._old = Tag(theme, "", "bad", "clock", parent=self)
        self._old.hide()
        self._period = Label(theme, "", "field", "text2", parent=self)
        self._meter = Meter(theme, 0, 0, parent=self)
        self._fraction = Label(theme, "", "meta", "text2", parent=self)
        self._row, self._tags_row = QHBoxLayout(self), QHBoxLayout()
        self._row.addWidget(self._label)
        self._row.addWidget(self._old)
        self._row.addLayout(self._tags_row)
        self._row.addStretch(1)
        for part in (self._period, self._meter, self._fraction):
            self._row.addWidget(part)
        self._restyle()

    def show_consents(
        self, consents: tuple[ConsentView, ...], pressure: Pressure, zone: str, now: datetime
    ) -> None:
        """Show the state of each channel, and how much marketing the week has had."""
        self._state = (consents, pressure, zone, now)
        self._show()

    def set_copy_from(self, at: datetime | None) -> None:
        """Say from when the consents are while there is no connection; None: they are current."""
        self._copy_from = at
        self._show()

    def _show(self) -> None:
        if self._state is None:
            return
        consents, pressure, zone, now = self._state
        for tag in self._tags:
            self._tags_row.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._tags = []
        for view in consents:
            full = marks.consent(view, now, zone)
            shown = marks.consent(view, now, zone, short=self.theme.compact)
            tag = Tag(self.theme, shown.text, shown.kind, shown.icon, parent=self)
            tag.setAccessibleName(full.text)
            self._tags.append(tag)
            self._tags_row.addWidget(tag)
            tag.show()  # a layout would show it only with the next turn of the event loop
        self._label.setVisible(self._copy_from is None)
        self._old.setVisible(self._copy_from is not None)
        if self._copy_from is not None:
            since = text.time_of_day(self._copy_from, zone)
            whole = self.tr("Consents from {0}").format(since)
            short = self.tr("From {0}", "consents, since a time").format(since)
            self._old.set_tag(short if self.theme.compact else whole, "bad", "clock")
            self._old.setAccessibleName(whole)
        self._show_pressure(pressure)

    def _show_pressure(self, pressure: Pressure) -> None:
        capped = pressure.cap > 0
        self._period.set_text(self.tr("Marketing this week"))
        self._period.setVisible(capped and not self.theme.compact)
        self._meter.set_meter(min(pressure.used, pressure.cap), pressure.cap)
        short = self.tr("{0} of {1} a week").format(pressure.used, pressure.cap)
        words = self.tr("{0} of {1}").format(pressure.used, pressure.cap)
        self._fraction.set_text(short if self.theme.compact else words)
        for part in (self._meter, self._fraction):
            part.setVisible(capped)

    def _restyle(self) -> None:
        px = self.theme.px
        self.setFixedHeight(px(30 if self.theme.compact else 34))
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        self._tags_row.setSpacing(px(6))
        self._show()
