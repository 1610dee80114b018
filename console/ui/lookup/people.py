"""Who is on the line and whom the call is about: a list to pick from, and the ways out of it."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.models.terms import Direction
from console.rules import names
from console.ui.lookup.roles import badge
from console.ui.lookup.rows import Row, RowList
from console.ui.lookup.values import LinePerson, LookupCall, Speaker
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Label, Themed

_MOST_DIGITS = 9


class _Shown(NamedTuple):
    """Which ways out a call offers."""

    add: bool
    move: bool
    nobody: bool


class PeopleBlock(Themed, QWidget):
    """The people of a call as rows; which part a pick gives is told by the title.

    It first asks who is calling, then whom the call is about; `ask` goes back to either.

    Signals:
        picked: a `PersonId` and the `Speaker` part that it gets.
        person_added_requested: the call is with or about somebody who is not in the list.
        move_requested: the call belongs to another person.
        nobody_picked: the call is about nobody on record.
    """

    picked = Signal(object, Speaker)
    person_added_requested = Signal()
    move_requested = Signal()
    nobody_picked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._call: LookupCall | None = None
        self.asking = Speaker.ABOUT
        self._title = Label(theme, "", "h3", parent=self)
        self.switch = Button(theme, "", "link", height=24, inset=6, parent=self)
        self._sentence = Label(theme, "", "meta", "text3", wrap=True, parent=self)
        self.list = RowList(theme, self.tr("People on this call"), parent=self)
        self.add = self._link("user-plus", "Alt+I")
        self.move_call = self._link("user-search", "Alt+M")
        self.nobody = self._link("circle-question-mark", "")
        self._build()
        self._restyle()
        self._connect()

    def show_call(self, call: LookupCall) -> None:
        """Show the people of another call, or another state of the same one."""
        before, self._call = self._call, call
        if before is not None and _parts(before) == _parts(call):
            self._show()
            return
        if not any(person.speaking for person in call.people) and len(call.people) > 1:
            self.asking = Speaker.SPEAKING
        else:
            self.asking = Speaker.ABOUT
        self._show()

    def ask(self, part: Speaker) -> None:
        """Let the next pick give this part."""
        self.asking = part
        self._show()

    def _show(self) -> None:
        call = self._call
        if call is None:
            return
        self._title.set_text(self._heading(call))
        unknown = not call.people
        self._sentence.set_text(
            self.tr("A call about nobody can be logged. Nobody has to register to get an answer.")
        )
        self._sentence.setVisible(unknown)
        rows = tuple(map(self._row, call.people)) or (self._stranger(),)
        if call.live and 1 < len(rows) <= _MOST_DIGITS:
            rows = tuple(replace(row, digit=str(n)) for n, row in enumerate(rows, start=1))
        self.list.show_rows(rows, self._marked(call))
        about = self.asking is Speaker.ABOUT
        self.switch.set_text(self.tr("Speaking with") if about else self.tr("About"))
        self.switch.setVisible(call.live and len(call.people) > 1)
        self._show_ways(call)

    def _heading(self, call: LookupCall) -> str:
        if not call.people:
            return self.tr("Nobody on record")
        if self.asking is Speaker.SPEAKING:
            return self.tr("Who is calling?") if _inbound(call) else self.tr("Who speaks?")
        if not call.live:
            return self.tr("On the call") if _inbound(call) else self.tr("Dialed")
        return self.tr("On the line") if _settled(call) else self.tr("Who is it about?")

    def _marked(self, call: LookupCall) -> object:
        """The person who has the part that is asked for."""
        part = self.asking
        for person in call.people:
            if person.about if part is Speaker.ABOUT else person.speaking:
                return person.person
        return None

    def _row(self, person: LinePerson) -> Row:
        initials = names.initials(person.name)
        known = [str(person.age)] if person.age is not None else []
        icon, role = badge(person.verified) if person.speaking or person.about else ("", "text2")
        if person.note and not person.verified:
            icon = ""
        state = self.tr("verified") if person.verified else self.tr("unverified")
        title = initials if person.masked else names.display(person.name)
        line = " · ".join([*known, *filter(None, [person.place])])
        note = person.note or self._part(person)
        return Row(
            key=person.person,
            title=title,
            line=line,
            note=note,
            initials=initials.replace(".", "").replace(" ", ""),
            icon=icon,
            icon_role=role,
            spoken=", ".join(filter(None, (title, line, note, state if icon else ""))),
        )

    def _part(self, person: LinePerson) -> str:
        if person.speaking and person.about:
            return self.tr("Speaking with, about self")
        if person.speaking:
            part = self.tr("Speaking with")
        elif person.about:
            part = self.tr("About")
        else:
            return person.relation
        return ", ".join(filter(None, (part, person.relation)))

    def _stranger(self) -> Row:
        return Row(
            key=None, title=self.tr("Somebody unknown"), line=self.tr("Speaking with"), initials="?"
        )

    def _show_ways(self, call: LookupCall) -> None:
        shown = _ways(call)
        if not call.people:
            self.add.set_text(self.tr("Find or add a person"))
        elif _settled(call):
            self.add.set_text(self.tr("Add a person"))
        else:
            self.add.set_text(self.tr("Somebody else"))
        self.move_call.set_text(self.tr("Move this call"))
        self.nobody.set_text(self.tr("About nobody"))
        self.add.setVisible(shown.add)
        self.move_call.setVisible(shown.move)
        self.nobody.setVisible(shown.nobody)

    def _link(self, icon: str, key: str) -> Button:
        return Button(
            self.theme, "", "link", icon, key, height=28, inset=9, spread=True, parent=self
        )

    def _build(self) -> None:
        self._column, self._head = QVBoxLayout(self), QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.switch)
        self._column.addLayout(self._head)
        for part in (
            self._sentence, self.list, self.add, self.move_call, self.nobody,
        ):  # fmt: skip
            self._column.addWidget(part)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0 if self.theme.compact else px(2))
        for button in (self.add, self.move_call, self.nobody):
            button.set_height(26 if self.theme.compact else 28)
        self._head.setContentsMargins(px(8), 0, px(2), 0)
        self._title.setFixedHeight(px(24))
        self._sentence.setContentsMargins(px(8), 0, px(8), 0)

    def _connect(self) -> None:
        self.list.picked.connect(self._on_picked)
        self.add.clicked.connect(self.person_added_requested)
        self.move_call.clicked.connect(self.move_requested)
        self.nobody.clicked.connect(self.nobody_picked)
        self.switch.clicked.connect(self._on_switch_clicked)

    @Slot()
    def _on_switch_clicked(self) -> None:
        about = self.asking is Speaker.ABOUT
        self.ask(Speaker.SPEAKING if about else Speaker.ABOUT)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_picked(self, person: object) -> None:
        if person is not None:
            self.picked.emit(person, self.asking)


def _parts(call: LookupCall) -> list[tuple[object, bool, bool]]:
    """Who has which part; while these stay, the part that was asked for stays asked for."""
    return [(person.person, person.speaking, person.about) for person in call.people]


def _inbound(call: LookupCall) -> bool:
    return call.direction is Direction.INBOUND


def _settled(call: LookupCall) -> bool:
    """Whom the call is about is known for sure: verified, or dialed by us."""
    about = [person for person in call.people if person.about]
    sure = all(person.verified for person in about) or not _inbound(call)
    return bool(about) and sure


def _ways(call: LookupCall) -> _Shown:
    settled = _settled(call)
    return _Shown(
        add=call.live,
        move=settled,
        nobody=call.live and _inbound(call) and not settled and not call.nobody,
    )
