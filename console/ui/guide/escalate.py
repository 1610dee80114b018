"""The escalation sheet: where to ring and find the person, what to say, what to do."""

from collections.abc import Hashable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.rules import phone
from console.ui.guide.model import EscalateView, Escalation
from console.ui.guide.sheet import GuideSheet
from console.ui.parts import Marked
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Field, Label, SayBox


class EscalateSheet(GuideSheet):
    """Number and place come first, because the line may drop; what is typed stays for the call.

    Signals:
        escalated: an `Escalation`; the place may be empty when the person does not say it.
    """

    escalated = Signal(object)

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        done = self.tr("Back")
        super().__init__(theme, self.tr("Clinical escalation"), pane=pane, icon="siren",
                         icon_role="bad", key="Alt+E", done=done)  # fmt: skip
        self._call: Hashable = None
        self._view: EscalateView | None = None
        page = self.page.widget()
        self._lead = Label(theme, self.tr("Number and place first, then stay on the line."), "h3",
                           "bad", parent=self)  # fmt: skip
        self.phone = Field(theme, self.tr("Callback number"), parent=page)
        self.place = Field(theme, self.tr("Where the person is now"),
                           placeholder=self.tr("Street and town, or what can be seen"),
                           parent=page)  # fmt: skip
        self._say = SayBox(theme, parent=page)
        self._title = Label(theme, self.tr("What to do"), "h2", parent=page)
        self._record = Button(theme, self.tr("Record escalation"), "standing", "siren",
                              parent=self)  # fmt: skip
        self._build_escalation()
        self.phone.submitted.connect(self._on_phone_submitted)
        self.place.submitted.connect(self._on_record_requested)
        self._record.clicked.connect(self._on_record_requested)

    def show_escalation(self, view: EscalateView) -> None:
        """Fill the sheet; another call clears what was typed."""
        if self._call != view.call:
            self._call = view.call
            self.phone.set_text(phone.display(view.phone) if view.phone else "")
            self.place.set_text("")
        if self._view is None or self._view.steps != view.steps:
            self._fill_steps(view.steps)
        self._view = view
        self._say.set_text(view.text)
        self._say.setVisible(bool(view.text))
        self.phone.set_error("")

    def _build_escalation(self) -> None:
        self.top.addWidget(self._lead)
        for part in (self.phone, self.place, self._say, self._title):
            self.page.column.addWidget(part)
        self._steps = self.page.column.count()
        self.page.column.addStretch(1)
        self._record.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.foot.insertWidget(0, self._record)

    def _fill_steps(self, steps: tuple[str, ...]) -> None:
        while self.page.column.count() > self._steps:
            item = self.page.column.takeAt(self._steps)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text in steps:
            row = Marked(self.theme, "arrow-right", "text3", text, parent=self.page.widget())
            self.page.column.addWidget(row)
        self.page.column.addStretch(1)
        self._title.setVisible(bool(steps))

    def _focus_first(self) -> None:
        (self.place if self.phone.text().strip() else self.phone).focus()

    @Slot(str)
    def _on_phone_submitted(self, _text: str) -> None:
        self.place.focus()

    @Slot()
    def _on_record_requested(self) -> None:
        number = self.phone.text().strip()
        if not number:
            self.phone.set_error(self.tr("A number to ring back, in case the line drops."))
            self.phone.focus()
            return
        self.escalated.emit(Escalation(phone=number, place=self.place.text().strip()))
