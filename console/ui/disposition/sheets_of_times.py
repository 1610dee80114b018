"""Sheets of effects that have a time: callback, promise, appointment."""

from PySide6.QtWidgets import QWidget

from console.models.draft import DraftAppointment, DraftCallback, DraftPromise
from console.ui.disposition.effect_sheet import EffectSheet
from console.ui.disposition.model import EffectContext
from console.ui.disposition.when_field import WhenField
from console.ui.theme.theme import Theme
from console.ui.widgets import CheckBox, Field


class CallbackSheet(EffectSheet):
    """When to call back, in the person's zone, and whether the person asked for that time."""

    def __init__(self, theme: Theme, *, bar: QWidget, parent: QWidget) -> None:
        super().__init__(theme, "", "Alt+C", bar=bar, parent=parent)
        self.set_title(self.tr("Callback"))
        self._zone = "UTC"
        self.when = WhenField(theme, self.tr("When, for the person"), parent=self)
        self.asked = CheckBox(theme, self.tr("The person asked for this time"), parent=self)
        self.note = Field(theme, self.tr("What for"), optional=self.tr("Optional"), parent=self)
        for part in (self.when, self.asked, self.note):
            self.body.addWidget(part)

    def fill(self, value: object, context: EffectContext) -> None:
        known = value if isinstance(value, DraftCallback) else None
        self._zone = context.zone
        self.when.set_when(known.due_at if known else context.at, context)
        self.asked.setChecked(known.asked_for if known else True)
        self.note.set_text(known.note if known else "")

    def focus_first(self) -> None:
        self.when.focus()
        self.when.edit.selectAll()

    def submit(self) -> None:
        at = self.when.at
        if at is None:
            self.when.complain()
            return
        note = self.note.text().strip()
        asked = self.asked.isChecked()
        self.give(DraftCallback(due_at=at, zone=self._zone, asked_for=asked, note=note))


class PromiseSheet(EffectSheet):
    """What was promised, and by when."""

    def __init__(self, theme: Theme, *, bar: QWidget, parent: QWidget) -> None:
        super().__init__(theme, "", "Alt+P", bar=bar, parent=parent)
        self.set_title(self.tr("Promise"))
        self.what = Field(theme, self.tr("What will be done"),
                          placeholder=self.tr("A nurse rings about the fever"),
                          parent=self)  # fmt: skip
        self.when = WhenField(theme, self.tr("By when"), parent=self)
        self.body.addWidget(self.what)
        self.body.addWidget(self.when)

    def fill(self, value: object, context: EffectContext) -> None:
        known = value if isinstance(value, DraftPromise) else None
        self.what.set_text(known.what if known else "")
        self.what.set_error("")
        self.when.set_when(known.due_at if known else context.at, context)

    def focus_first(self) -> None:
        self.what.focus()

    def submit(self) -> None:
        what = self.required(self.what, self.tr("Say what was promised."))
        if not what:
            return
        if self.when.at is None:
            self.when.complain()
            return
        self.give(DraftPromise(what=what, due_at=self.when.at))


class AppointmentSheet(EffectSheet):
    """When, where and with whom; the time is the person's."""

    def __init__(self, theme: Theme, *, bar: QWidget, parent: QWidget) -> None:
        super().__init__(theme, "", "Alt+B", bar=bar, parent=parent)
        self.set_title(self.tr("Appointment"))
        optional = self.tr("Optional")
        self.when = WhenField(theme, self.tr("When, for the person"), parent=self)
        self.service = Field(theme, self.tr("What for"), optional=optional, parent=self)
        self.place_field = Field(theme, self.tr("Place"), optional=optional, parent=self)
        self.with_whom = Field(theme, self.tr("With"), optional=optional, parent=self)
        for part in (self.when, self.service, self.place_field, self.with_whom):
            self.body.addWidget(part)

    def fill(self, value: object, context: EffectContext) -> None:
        known = value if isinstance(value, DraftAppointment) else None
        self.when.set_when(known.at if known else context.at, context)
        self.service.set_text(known.service if known else "")
        self.place_field.set_text(known.place if known else "")
        self.with_whom.set_text(known.with_whom if known else "")

    def focus_first(self) -> None:
        self.when.focus()
        self.when.edit.selectAll()

    def submit(self) -> None:
        if self.when.at is None:
            self.when.complain()
            return
        self.give(
            DraftAppointment(
                at=self.when.at,
                place=self.place_field.text().strip(),
                with_whom=self.with_whom.text().strip(),
                service=self.service.text().strip(),
            )
        )
