"""The card that says who it is: a person, somebody masked, or somebody unknown."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.models.draft import DraftVerification
from console.models.views import PersonView
from console.rules import names
from console.ui import marks, text
from console.ui.marks import Mark
from console.ui.person.alerts import alerts, emergency, second_line
from console.ui.person.care import CareRow
from console.ui.person.consents import ConsentRow
from console.ui.person.journey import JourneyRow
from console.ui.person.values import Headline, Masked
from console.ui.theme.theme import Layout, Theme
from console.ui.widgets import Avatar, Button, Card, Label, Rule, Tag, key_text
from console.ui.widgets.label import set_tip

_ALERTS_SHOWN = 3


class HeaderCard(Card):
    """Name row, journey row, consent row and line of care; masked shows the name row only.

    Signals:
        journey_picked: the key of the journey that the person picked.
        refused: the caller will not say what is asked.
        could_not_verify: what the caller says does not match.
        verify_requested: open the sheet that verifies.
        headline_changed: the `Headline`.
    """

    journey_picked = Signal(str)
    refused = Signal()
    could_not_verify = Signal()
    verify_requested = Signal()
    headline_changed = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        self._shown: tuple[PersonView, datetime, Mark | None, Mark | None] | None = None
        self._emergency: tuple[Mark, ...] = ()
        self._masked = self._has_care = self._verifying = False
        super().__init__(theme, parent=parent)
        self._alerts: list[Tag] = []
        self._build_name_row()
        self._build_rows()
        self._build_column()
        self._restyle()
        self.journeys.journey_picked.connect(self.journey_picked)
        self.refuse.clicked.connect(self.refused)
        self.could_not.clicked.connect(self.could_not_verify)
        self.verify.clicked.connect(self.verify_requested)

    def show_person(
        self,
        view: PersonView,
        now: datetime,
        *,
        verification: DraftVerification | None,
        in_call: bool,
        spoken: bool,
        journey: str | None,
        emergency_until: datetime | None = None,
    ) -> None:
        """Show a person whole; parameters as of `PersonPane.show_person`."""
        full = short = None
        if in_call:
            full = marks.verification(verification, view.zone, spoken=spoken)
            short = marks.verification(verification, view.zone, spoken=spoken, short=True)
        self._shown = (view, now, full, short)
        self._emergency = () if emergency_until is None else (emergency(emergency_until, view),)
        self._masked = in_call and verification is None
        self._has_care = self.care.show_care(view.care) and not self._masked
        self._show_name_row()
        self._set_rows(True)
        self.journeys.show_journeys(view.journeys, journey, view.zone, now)
        self.consents.show_consents(view.consents, view.pressure, view.zone, now)
        self.headline_changed.emit(
            Headline(name=names.display(view.name), mark=short,
                     alerts=(*self._emergency, *alerts(view, masked=self._masked)),
                     journey=self.journeys.said)
        )  # fmt: skip

    def show_masked(self, masked: Masked) -> None:
        """Show as much as tells people apart, and the ways out of verifying."""
        rest = self.tr("the rest opens when the items match")
        parts = [str(masked.age)] if masked.age is not None else []
        line = " · ".join([*parts, *filter(None, [masked.place]), rest])
        mark = Mark(self.tr("Unverified"), "warn", "shield-question-mark")
        self._show_bare(masked.initials, _letters(masked.initials), line, mark)
        for button in (self.verify, self.refuse, self.could_not):
            button.show()

    def show_unknown(self, line: str) -> None:
        """Show that nobody's record is needed; `line` names the phone line that was rung."""
        mark = Mark(self.tr("No verification needed"), "neutral", "info")
        said = self.tr("a general question · no record is opened or made")
        words = " · ".join(filter(None, (line, said)))
        words = words[:1].upper() + words[1:]
        self._show_bare(self.tr("Somebody unknown"), "?", words, mark)

    def show_loading(self, name: str, initials: str, line: str) -> None:
        """Show who is being read, as far as the lookup already told."""
        self._show_bare(name, _letters(initials), line, None)

    def warnings(self) -> tuple[Mark, ...]:
        """Give what must be known of the person shown, in whole words."""
        if self._shown is None:
            return ()
        return (*self._emergency, *alerts(self._shown[0], masked=self._masked, whole=True))

    def set_verifying(self, verifying: bool) -> None:
        """Hide the button that opens the sheet while it is open; a small screen needs more room."""
        self._verifying = verifying
        self.verify.setVisible(not verifying and self.refuse.isVisibleTo(self))
        self._set_rows(self._shown is not None)

    def _show_bare(self, name: str, letters: str, line: str, mark: Mark | None) -> None:
        self._shown = None
        self._avatar.show()
        self._set_rows(False)
        self._set_names(name, letters, line)
        self._set_tags(mark, mark, ())
        self.headline_changed.emit(Headline(name=names.display(name), mark=mark))

    def _show_name_row(self) -> None:
        if self._shown is None:
            return
        view, now, full, short = self._shown
        compact = self.theme.compact
        line = second_line(view, text.time_of_day(now, view.zone), short=compact)
        self._set_names(view.name, _letters(names.initials(view.name)), line)
        tags = (*self._emergency, *alerts(view, masked=self._masked))
        self._set_tags(short if compact else full, full, tags)
        self._make_room()

    def _make_room(self) -> None:
        """A name and what is known of it are whole before a word that icon and key say as well.

        Then the initials give way, which say nothing more than the name.
        """
        margins = self._top.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2
        beside = room - self._avatar.sizeHint().width() - self._who.spacing()
        self.correct.set_text(self.tr("Correct"))
        if self._needed() > beside:
            self.correct.set_text("")
        self._avatar.setVisible(self._needed() <= beside)

    def _needed(self) -> int:
        """How wide the row would like to be; a layout remembers what it was before a tag came."""
        for row in (self._marks, self._tags, self._first):
            row.invalidate()
        return self._first.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None:
            self._make_room()

    def _set_names(self, name: str, letters: str, line: str) -> None:
        shown = names.display(name)
        self._avatar.set_initials(letters)
        self._name.set_text(shown)
        self._line.set_text(line)
        self.setAccessibleName(shown)
        for button in (self.verify, self.refuse, self.could_not):
            button.hide()

    def _set_tags(self, shown: Mark | None, full: Mark | None, warnings: tuple[Mark, ...]) -> None:
        self._tag.setVisible(shown is not None)
        if shown is not None and full is not None:
            self._tag.set_tag(shown.text, shown.kind, shown.icon)
            self._tag.setAccessibleName(full.text)
        for tag in self._alerts:
            self._marks.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._alerts = [self._alert(mark) for mark in warnings[:_ALERTS_SHOWN]]
        if len(warnings) > _ALERTS_SHOWN:
            rest = warnings[_ALERTS_SHOWN:]
            more = self._alert(Mark(f"+{len(rest)}", "warn"))
            more.setAccessibleName(", ".join(mark.text for mark in rest))
            set_tip(more, "\n".join(mark.text for mark in rest))
            self._alerts.append(more)

    def _alert(self, mark: Mark) -> Tag:
        tag = Tag(self.theme, mark.text, mark.kind, mark.icon, parent=self)
        self._marks.insertWidget(self._marks.count() - 1, tag)
        tag.show()  # a layout would show it only with the next turn of the event loop
        return tag

    def _set_rows(self, shown: bool) -> None:
        for button in (self.correct, self.more):
            button.setVisible(shown)
        shown = shown and not (self._verifying and self.theme.layout is Layout.COMPACT)
        for part in (self.journeys, self._rule, self.consents):
            part.setVisible(shown)
        self.care.setVisible(shown and self._has_care)
        px, compact, side = self.theme.px, self.theme.compact, self.theme.px(16)
        self._top.setContentsMargins(side, 0, side, 0 if shown else px(8 if compact else 10))
        over, under = (px(4 if compact else 9), px(1 if compact else 7)) if shown else (0, 0)
        self._lower.setContentsMargins(side, over, side, under)

    def _build_name_row(self) -> None:
        theme = self.theme
        self._avatar = Avatar(theme, "", size=40, parent=self)
        self._name = Label(theme, "", "h1", parent=self)
        self._tag = Tag(theme, "", parent=self)
        self._line = Label(theme, "", "body", "text2", parent=self)
        words, named = self.tr("Correct"), self.tr("Correct the record")
        self.correct = Button(theme, words, "secondary", "pencil", "Alt+F", height=28, name=named,
                              parent=self)  # fmt: skip
        self.more = Button(theme, "", "secondary", "ellipsis", height=28,
                           name=self.tr("More about this person"), parent=self)  # fmt: skip
        self.verify = Button(theme, self.tr("Verify"), icon="shield-check", key="Alt+V",
                             parent=self)  # fmt: skip
        self.refuse = Button(theme, self.tr("Refused to verify"), parent=self)
        self.could_not = Button(theme, self.tr("Could not verify"), parent=self)
        self._names, self._tags, self._marks = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._marks.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignVCenter)
        self._marks.addStretch(1)
        self._tags.addWidget(self._name)
        self._tags.addLayout(self._marks)
        first = self._first = QHBoxLayout()
        first.setContentsMargins(0, 0, 0, 0)
        first.addLayout(self._tags)
        first.addStretch(1)
        for button in (self.correct, self.more):
            first.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._names.addLayout(first)
        self._names.addWidget(self._line)
        self._top, self._who, self._ways = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._who.addWidget(self._avatar)
        self._who.addLayout(self._names, 1)
        for button in (self.verify, self.refuse, self.could_not):
            button.hide()
            self._ways.addWidget(button)
        self._top.addLayout(self._who, 1)
        self._top.addLayout(self._ways)

    def _build_rows(self) -> None:
        self.journeys = JourneyRow(self.theme, parent=self)
        self.consents = ConsentRow(self.theme, parent=self)
        self.care = CareRow(self.theme, parent=self)
        self._rule = Rule(self.theme, parent=self)

    def _build_column(self) -> None:
        self.column.removeItem(self.head)
        self.column.removeItem(self.body)
        self._lower, self._consent_row = QVBoxLayout(), QVBoxLayout()
        self._lower.addWidget(self.journeys)
        self._consent_row.addWidget(self.consents)
        self._consent_row.addWidget(self.care)
        self.column.addLayout(self._top)
        self.column.addLayout(self._lower)
        self.column.addWidget(self._rule)
        self.column.addLayout(self._consent_row)

    def _restyle(self) -> None:
        super()._restyle()
        if not hasattr(self, "_consent_row"):
            return
        px, compact, side = self.theme.px, self.theme.compact, self.theme.px(16)
        self.column.setContentsMargins(1, px(7 if compact else 11), 1, 1)
        self.column.setSpacing(0)
        self._set_rows(self._shown is not None)
        for row in (self._top, self._who, self._ways):
            row.setSpacing(px(12))
        self._first.setSpacing(px(8))
        self._names.setSpacing(px(0 if compact else 1))
        chord = key_text(self.theme, "Alt+Shift+P")
        set_tip(self.more, f"{self.more.accessibleName()}  {chord}")
        below = QHBoxLayout.Direction.TopToBottom
        beside = QHBoxLayout.Direction.LeftToRight
        for row in (self._tags, self._top):
            row.setDirection(below if self.theme.narrow else beside)
        self._tags.setSpacing(px(2 if self.theme.narrow else 8))
        self._marks.setSpacing(px(8))
        self._consent_row.setContentsMargins(side, 0, side, 0)
        self._show_name_row()


def _letters(initials: str) -> str:
    return initials.replace(".", "").replace(" ", "")
