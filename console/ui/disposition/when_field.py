"""A field for a time as people say it, shown back in the person's zone and in mine."""

from datetime import datetime

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QWidget

from console.ui import text
from console.ui import typed as reading
from console.ui.disposition.model import EffectContext
from console.ui.said import said
from console.ui.text import translate
from console.ui.theme.theme import Theme
from console.ui.widgets import Field


class WhenField(Field):
    """Reads "tue 9:30" or "+2d" while it is typed; the line below says what was understood."""

    def __init__(
        self, theme: Theme, label: str, *, optional: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, label, optional=optional, hints=True, parent=parent)
        self.edit.setPlaceholderText(self.tr("tue 9:30, +2d, tomorrow 10"))
        self._context: EffectContext | None = None
        self._at: datetime | None = None
        self._problem = ""
        self.text_changed.connect(self._on_text_changed)

    @property
    def at(self) -> datetime | None:
        """The instant that was understood, in UTC."""
        return self._at

    @property
    def problem(self) -> str:
        """What cannot be understood about what is typed."""
        return self._problem

    def set_when(self, at: datetime | None, context: EffectContext) -> None:
        """Show an instant, or none, in the zones of the context."""
        self._context = context
        self.set_text("" if at is None else _typed(at, context.zone))
        self._on_text_changed(self.text())

    def complain(self) -> None:
        """Say what is wrong and put the cursor here."""
        self.set_error(self._problem or self.tr("Say when, such as tue 9:30 or +2d."))
        self.focus()

    @Slot(str)
    def _on_text_changed(self, typed: str) -> None:
        self._at, self._problem = None, ""
        if self._context is None or not typed.strip():
            self.set_hint("")
            return
        read = reading.time(typed, self._context.now, self._context.zone)
        self._at, self._problem = read.at, said(read.problem)
        if read.at is None:
            self.set_hint(self._problem, "info", "text3")
        else:
            self.set_hint(_understood(read.at, self._context), "circle-check", "ok")


def _understood(at: datetime, context: EffectContext) -> str:
    theirs = _in_zone(at, context.zone, context.now)
    zone = text.zone_name(context.zone)
    sentence = translate("when", "{0} {1}", "day and time, zone").format(theirs, zone)
    if _typed(at, context.zone) == _typed(at, context.my_zone):
        return sentence
    mine = text.time_of_day(at, context.my_zone)
    if text.local_day(at, context.zone) != text.local_day(at, context.my_zone):
        mine = _in_zone(at, context.my_zone, context.now)
    return translate("when", "{0} · {1} your time").format(sentence, mine)


def _in_zone(at: datetime, zone: str, now: datetime) -> str:
    return f"{text.day(at, zone, now)}, {text.time_of_day(at, zone)}"


def _typed(at: datetime, zone: str) -> str:
    """An instant as it may be typed: "24 nov 09:30"."""
    local = at.astimezone(text.zone_info(zone))
    month = QLocale().monthName(local.month, QLocale.FormatType.ShortFormat).rstrip(".")
    return f"{local.day} {month} {local:%H:%M}".lower()
