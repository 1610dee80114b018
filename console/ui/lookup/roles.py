"""Whom the call is with and whom it is about: two lines, each of which can be asked for again."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from console.rules import names
from console.ui.lookup.values import LinePerson, LookupCall, Speaker
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Label, Themed, paint
from console.ui.widgets.label import set_tip

_NAME_AT = 100


class _RoleLine(Themed, QPushButton):
    """One line: part, who has it, and whether that person is verified. Pressing asks again."""

    def __init__(self, theme: Theme, part: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._part, self._who, self._verified = part, "", None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    _verified: bool | None

    def show_who(self, who: str, verified: bool | None) -> None:
        """`verified` None: nobody who could be verified."""
        self._who, self._verified = who, verified
        state = {True: self.tr("verified"), False: self.tr("unverified"), None: ""}[verified]
        self.setText("")
        self.setAccessibleName(", ".join(filter(None, (f"{self._part} {who}", state))))
        set_tip(self, self.tr("Pick somebody else"))
        self.update()

    @property
    def who(self) -> str:
        """Who is shown."""
        return self._who

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(100), self.theme.px(24))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.theme, self.theme.px
        if self.underMouse() or self.isDown():
            paint.box(painter, theme, self.rect(), "hover")
        if self.hasFocus():
            paint.box(painter, theme, self.rect(), None, "accent", width=2)
        inside = self.rect().adjusted(px(8), 0, -px(8), 0)
        if self._verified is not None:
            icon, role = badge(self._verified)
            left = inside.right() + 1 - px(16)
            paint.icon(painter, theme, icon, role, left, self.height() // 2, 16)
            inside.setRight(left - px(8))
        paint.text(painter, theme, inside, self._part, "field", "text2")
        inside.setLeft(inside.left() + px(_NAME_AT if not theme.compact else _NAME_AT - 8))
        paint.text(painter, theme, inside, self._who, "body", "text")


class RolesBlock(Themed, QWidget):
    """The block "On this call".

    Signals:
        asked: the part that the person wants to pick somebody for again.
    """

    asked = Signal(Speaker)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._title = Label(theme, self.tr("On this call"), "h3", parent=self)
        self.speaking = _RoleLine(theme, self.tr("Speaking with"), parent=self)
        self.about = _RoleLine(theme, self.tr("About"), parent=self)
        self._column = QVBoxLayout(self)
        for part in (self._title, self.speaking, self.about):
            self._column.addWidget(part)
        self.speaking.clicked.connect(self._on_speaking_clicked)
        self.about.clicked.connect(self._on_about_clicked)
        self._restyle()

    def show_call(self, call: LookupCall) -> None:
        """Say whom this call is with and about."""
        speaking = next((person for person in call.people if person.speaking), None)
        about = [person for person in call.people if person.about]
        self.speaking.show_who(self._with(speaking), speaking.verified if speaking else None)
        state = all(person.verified for person in about) if about else None
        self.about.show_who(self._about(call, speaking, about), state)

    def _with(self, person: LinePerson | None) -> str:
        if person is None:
            return self.tr("Somebody unknown")
        if person.about and person.verified:
            return self.tr("{0}, patient").format(_first(person))
        if person.relation:
            return self.tr("{0}, {1}", "name, relation").format(_first(person), person.relation)
        return _first(person)

    def _about(self, call: LookupCall, speaking: LinePerson | None, about: list[LinePerson]) -> str:
        if not about:
            return self.tr("Nobody") if call.nobody else self.tr("Not said yet")
        if speaking is not None and about == [speaking]:
            return self.tr("The same person")
        return ", ".join(_first(person) for person in about)

    def _restyle(self) -> None:
        px = self.theme.px
        self._title.setContentsMargins(px(8), 0, px(8), 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(0))
        self._title.setMinimumHeight(px(24))
        self._title.setAlignment(Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _on_speaking_clicked(self) -> None:
        self.asked.emit(Speaker.SPEAKING)

    @Slot()
    def _on_about_clicked(self) -> None:
        self.asked.emit(Speaker.ABOUT)


def _first(person: LinePerson) -> str:
    """The first name, which fits the line; initials while the person is masked."""
    if person.masked:
        return names.initials(person.name)
    return person.name.split()[0] if person.name.split() else person.name


def badge(verified: bool) -> tuple[str, Role]:
    return ("badge-check", "ok") if verified else ("shield-question-mark", "warn")
