"""Consents as tags with purpose and age, and the marketing pressure of the week beside them."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.models.views import ConsentView, Pressure
from console.ui import marks, text
from console.ui.marks import Mark, Tone
from console.ui.theme.theme import Theme
from console.ui.widgets import Label, Meter, Tag, Themed
from console.ui.widgets.label import set_tip

GAP, TAG_GAP = 8, 6
GRAVITY: tuple[Tone, ...] = ("neutral", "ok", "info", "warn", "bad")


class ConsentRow(Themed, QWidget):
    """One row that always fits: words shorten before anything moves, then tags go into one."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._tags: list[Tag] = []
        self._shown: list[tuple[Mark, str]] = []
        self._state: tuple[tuple[ConsentView, ...], Pressure, str, datetime] | None = None
        self._copy_from: datetime | None = None
        # A tag that shows itself lays out everything around it at once. From within a resize, which
        # is a step of laying out, that would put the others where they no longer belong, or begin
        # again without end.
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._fit)
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
        _, pressure, zone, _ = self._state
        self._label.setVisible(self._copy_from is None)
        self._old.setVisible(self._copy_from is not None)
        if self._copy_from is not None:
            since = text.time_of_day(self._copy_from, zone)
            whole = self.tr("Consents from {0}").format(since)
            short = self.tr("From {0}", "consents, since a time").format(since)
            self._old.set_tag(short if self.theme.compact else whole, "bad", "clock")
            self._old.setAccessibleName(whole)
        self._show_pressure(pressure)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Shows the fullest words that have room, and where none have, the gravest states."""
        if self._state is not None:
            self._set_tags(self._fitting_tags(*self._state))

    def _fitting_tags(
        self, consents: tuple[ConsentView, ...], _: Pressure, zone: str, now: datetime
    ) -> list[tuple[Mark, str]]:
        full = [marks.consent(view, now, zone) for view in consents]
        short = [marks.consent(view, now, zone, short=True) for view in consents]
        bare = [marks.consent(view, now, zone, short=True, aged=False) for view in consents]
        room = self._room()
        ways = (short, bare) if self.theme.compact else (full, short, bare)
        shown = next((way for way in ways if self._width(way) <= room), bare)
        tags = list(zip(shown, (mark.text for mark in full), strict=True))
        kept, more = [*tags], list[tuple[Mark, str]]()
        while len(kept) > 1 and self._width([mark for mark, _ in [*kept, *more]]) > room:
            kept.remove(min(reversed(kept), key=lambda tag: GRAVITY.index(tag[0].kind)))
            rest = [tag for tag in tags if tag not in kept]
            gravest = max((mark.kind for mark, _ in rest), key=GRAVITY.index)
            more = [(Mark(f"+{len(rest)}", gravest), "\n".join(words for _, words in rest))]
        return [*kept, *more]

    def _room(self) -> int:
        """The width that the tags may have beside everything else in the row."""
        parts = (self._label, self._old, self._period, self._meter, self._fraction)
        widths = [part.sizeHint().width() for part in parts if not part.isHidden()]
        return self.width() - sum(widths) - self.theme.px(GAP) * (len(widths) + 1)

    def _width(self, shown: Sequence[Mark]) -> int:
        widths = [Tag.wanted(self.theme, mark.text, mark.icon) for mark in shown]
        return sum(widths) + self.theme.px(TAG_GAP) * (len(widths) - 1)

    def _set_tags(self, shown: list[tuple[Mark, str]]) -> None:
        """Each as it is shown, with its whole words for the tooltip and screen readers."""
        if shown == self._shown:
            return
        self._shown = shown
        for tag in self._tags:
            self._tags_row.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._tags = [Tag(self.theme, mark.text, mark.kind, mark.icon, parent=self)
                      for mark, _ in shown]  # fmt: skip
        for tag, (_, whole) in zip(self._tags, shown, strict=True):
            tag.setAccessibleName(whole.replace("\n", "; "))
            set_tip(tag, whole)
            self._tags_row.addWidget(tag)
            tag.show()  # a layout would show it only with the next turn of the event loop

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
        self._row.setSpacing(px(GAP))
        self._tags_row.setSpacing(px(TAG_GAP))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resized.start()
