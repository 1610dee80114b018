"""The journeys of a person: a picker when there are several, and the stages of the one shown."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.models import terms
from console.models.views import JourneyView
from console.ui import text, words
from console.ui.theme.theme import Theme
from console.ui.widgets import Label, Option, Picker, Stage, StageState, Stepper, Themed

_ORDER = tuple(terms.Stage)


class JourneyRow(Themed, QWidget):
    """Picker and stepper; in no journey is a state too.

    Signals:
        journey_picked: the key of the journey that the person picked.
    """

    journey_picked = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._journeys: tuple[JourneyView, ...] = ()
        self._zone, self._now = "UTC", datetime.now(UTC)
        self._label = Label(theme, self.tr("Journey"), "field", "text2", parent=self)
        self.picker = Picker(theme, self.tr("Journey"), editable=False, parent=self)
        self.stepper = Stepper(theme, parent=self)
        self._label.setBuddy(self.picker)  # on Linux a picker has its name from its label alone
        self._row, self._column = QHBoxLayout(self), QVBoxLayout()
        self._column.addWidget(self._label)
        self._column.addWidget(self.picker)
        self._column.addStretch(1)
        self._row.addLayout(self._column)
        self._stages = QVBoxLayout()
        self._stages.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._stages, 1)
        self.picker.picked.connect(self._on_picked)
        self._restyle()

    def show_journeys(
        self, journeys: tuple[JourneyView, ...], chosen: str | None, zone: str, now: datetime
    ) -> None:
        """Show the journeys; `chosen` is the key of the one to show, the first without one."""
        self._journeys, self._zone, self._now = journeys, zone, now
        count = len(journeys)
        self.picker.set_options(
            tuple(
                Option(journey.journey, _numbered(journey.title, number, count))
                for number, journey in enumerate(journeys, 1)
            )
        )
        keys = [journey.journey for journey in journeys]
        self._show(chosen if chosen in keys else keys[0] if keys else "")

    @property
    def said(self) -> str:
        """The journey shown and its stage, or nothing."""
        shown = (entry for entry in self._journeys if entry.journey == self.picker.key())
        return next((f"{entry.title}: {words.stage(entry.stage)}" for entry in shown), "")

    def _show(self, key: str) -> None:
        journey = next((entry for entry in self._journeys if entry.journey == key), None)
        self.picker.setVisible(journey is not None)
        self._label.setVisible(journey is not None and not self.theme.compact)
        if journey is None:
            self.stepper.set_journey("", ())
            return
        self.picker.set_key(key)
        self.stepper.set_journey(journey.title, tuple(self._stage(journey, s) for s in _ORDER))

    def _stage(self, journey: JourneyView, stage: terms.Stage) -> Stage:
        if stage is journey.stage:
            return Stage(words.stage(stage), self._since(journey), StageState.CURRENT)
        reached = next((entry for entry in journey.reached if entry.stage is stage), None)
        if reached is not None:
            note = text.day(reached.at, self._zone, self._now)
            return Stage(words.stage(stage), note, StageState.DONE)
        if _ORDER.index(stage) < _ORDER.index(journey.stage):
            return Stage(words.stage(stage), self.tr("Passed over"), StageState.DONE)
        return Stage(words.stage(stage), self.tr("Not reached"), StageState.FUTURE)

    def _since(self, journey: JourneyView) -> str:
        same = text.local_day(journey.since, self._zone) == text.local_day(self._now, self._zone)
        since = self.tr("Today") if same else text.day(journey.since, self._zone, self._now)
        if journey.goal_days is None:
            return since
        if self.theme.compact and not same:
            since = text.short_day(journey.since, self._zone, self._now)
        return self.tr("{0}, goal {1} d").format(since, journey.goal_days)

    def _restyle(self) -> None:
        px, compact = self.theme.px, self.theme.compact
        self.picker.setFixedWidth(px(148 if compact else 150))
        # One below the other where the stages would be too narrow for their days.
        below = QHBoxLayout.Direction.TopToBottom
        beside = QHBoxLayout.Direction.LeftToRight
        self._row.setDirection(below if self.theme.narrow else beside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(4 if self.theme.narrow else 16))
        self._column.setSpacing(0)
        self._stages.setContentsMargins(0, px(3 if compact else 4), 0, 0)
        self._label.setFixedHeight(px(18))
        self._show(self.picker.key())

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        self._show(key)
        self.journey_picked.emit(key)


def _numbered(title: str, number: int, count: int) -> str:
    return f"{title}  {number} / {count}" if count > 1 else title
