"""The filters above the supervisor's table: chips that open a menu each."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.models.ids import Login
from console.models.terms import Stage
from console.models.views import DispositionFilter, ReviewChoices
from console.ui import text, words
from console.ui.theme.theme import Theme
from console.ui.widgets import Chip, Themed
from console.ui.widgets.menu import Menu

_DAYS = 7
_FIELDS = ("day", "login", "code", "journey", "stage")


class Filters(Themed, QWidget):
    """Each chip says what it filters by; Enter or Space opens its menu.

    Signals:
        filter_changed: a `DispositionFilter`.
    """

    filter_changed = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.filter = DispositionFilter()
        self._today: date | None = None
        self._choices: dict[str, tuple[tuple[str, str], ...]] = dict.fromkeys(_FIELDS, ())
        self._choices["stage"] = tuple((str(stage), words.stage(stage)) for stage in Stage)
        self.chips: dict[str, Chip] = {}
        self._row = QHBoxLayout(self)
        for field in _FIELDS:
            chip = Chip(theme, "", "chevron-down", parent=self)
            chip.setProperty("field", field)
            chip.clicked.connect(self._on_chip_clicked)
            self.chips[field] = chip
            self._row.addWidget(chip)
        self._restyle()
        self._show()

    def set_choices(self, choices: ReviewChoices) -> None:
        """Offer what can be filtered by."""
        self._choices |= {
            "login": choices.reps,
            "code": choices.codes,
            "journey": choices.journeys,
        }
        self._show()

    def set_today(self, today: date) -> None:
        """Tell which day it is at the center; its first telling filters by it."""
        first, self._today = self._today is None, today
        days = [today - timedelta(days=back) for back in range(_DAYS)]
        self._choices["day"] = tuple((day.isoformat(), self._day_words(day, today)) for day in days)
        if first:
            self.filter = replace(self.filter, day=today.isoformat())
        self._show()

    def clear(self) -> None:
        """Filter by nothing but today."""
        day = self._today.isoformat() if self._today else None
        self._use(DispositionFilter(day=day))

    def menu(self, field: str) -> Menu:
        """The menu of a chip, made anew with the choices in force."""
        menu = Menu(self.theme, parent=self)
        menu.setAccessibleName(self._all(field))
        for key, label in (("", self._all(field)), *self._choices[field]):
            action = menu.add(label, "check" if key == self._chosen(field) else "")
            action.setData((field, key))
        menu.triggered.connect(self._on_picked)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _chosen(self, field: str) -> str:
        return str(getattr(self.filter, field) or "")

    def _all(self, field: str) -> str:
        return {
            "day": self.tr("Any day"),
            "login": self.tr("All reps"),
            "code": self.tr("Outcome"),
            "journey": self.tr("Journey"),
            "stage": self.tr("Stage"),
        }[field]

    def _day_words(self, day: date, today: date) -> str:
        if day == today:
            return self.tr("Today")
        if day == today - timedelta(days=1):
            return self.tr("Yesterday")
        return text.calendar_day(day, today)

    def _show(self) -> None:
        for field, chip in self.chips.items():
            key = self._chosen(field)
            label = dict(self._choices[field]).get(key, key) if key else self._all(field)
            chip.set_text(label)
            chip.set_chosen(bool(key))

    def _use(self, wanted: DispositionFilter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self._show()
            self.filter_changed.emit(wanted)

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.theme.px(8))

    @Slot()
    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            field = str(chip.property("field"))
            self.menu(field).popup(chip.mapToGlobal(QPoint(0, chip.height())))

    @Slot(QAction)
    def _on_picked(self, action: QAction) -> None:
        field, key = action.data()
        value: object = key or None
        if value is not None and field == "stage":
            value = Stage(key)
        elif value is not None and field == "login":
            value = Login(key)
        changes: dict[str, object] = {field: value}
        self._use(replace(self.filter, **changes))  # type: ignore[arg-type]  # by field name
