"""The curtain: covers the whole window until somebody has signed in, or come back to a locked desk.

Nothing of the desk can be seen or focused behind it; a call goes on, and its draft is kept.
"""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.ui.chord_field import MODIFIERS
from console.ui.parts import Page
from console.ui.theme.theme import Theme
from console.ui.widgets import Button, Card, CheckBox, Field, Icon, Label, Themed

_CENTER = Qt.AlignmentFlag.AlignHCenter


class Asks(Enum):
    """What the curtain is up for: SIGN_IN, CHANGE of password, LOCK by password or ticket, KEY."""

    SIGN_IN = auto()
    CHANGE = auto()
    LOCK = auto()
    TICKET = auto()
    KEY = auto()


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed; `again` is the new password's second time. Never shown, logged or kept."""

    asks: Asks
    login: str
    password: str
    new: str
    again: str
    keep: bool

    def __repr__(self) -> str:
        return f"Typed({self.asks.name})"


class Curtain(Themed, QWidget):
    """Attributes:
        has_way_back: Esc leads to the desk, without anything typed.

    Signals:
        submitted: a `Typed`.
        left: the way back was taken.
        language_requested: the language that is offered was asked for.
    """

    submitted = Signal(object)
    left = Signal()
    language_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._asks = Asks.KEY
        self.has_way_back = False
        self._page = Page(theme, flush=True, parent=self)
        self._card = _Form(theme, parent=self._page.widget())
        self._icon = Icon(theme, "lock", "accent", 30, parent=self._card)
        self._title = Label(theme, "", "h1", align=_CENTER, parent=self._card)
        self._sub = Label(theme, "", "body", "text2", wrap=True, align=_CENTER, parent=self._card)
        self.login = Field(theme, self.tr("Login"), parent=self._card)
        self.password = self._secret_field(self.tr("Password"))
        self.new = self._secret_field(self.tr("New password"))
        self.again = self._secret_field(self.tr("New password, once more"))
        self.keep = CheckBox(
            theme, self.tr("Keep it in this computer's keyring"), parent=self._card
        )
        self._said = _Said(theme, parent=self._card)
        self.go = Button(theme, "", "primary", key="Enter", height=40, parent=self._card)
        self.back = Button(theme, "", "link", key="Esc", parent=self._card)
        self.language = Button(theme, "", "link", key="Ctrl+Shift+L", parent=self._card)
        self._build()
        self._connect()

    # What it asks

    def ask_sign_in(
        self, login: str, server: str, *, with_password: bool, way_back: bool, note: str = ""
    ) -> None:
        """Who works here, on this server; `way_back` offers to go on without it."""
        self._open(
            Asks.SIGN_IN, "user-check", self.tr("Sign in"), self.tr("Server: {0}").format(server)
        )
        self._show_fields(login=with_password, password=with_password, keep=with_password)
        self.login.set_text(login)
        self.go.set_text(self.tr("Sign in"))
        self._offer_way_back(self.tr("Work without the server") if way_back else "")
        self._say(note)
        (self.password if login else self.login).focus()
        if not with_password:
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_change(self, login: str, shortest: int) -> None:
        """The password of this login, old and new, the new one `shortest` characters or longer."""
        self._open(Asks.CHANGE, "key-round", self.tr("Change password"), login)
        self._show_fields(password=True, new=True, keep=True)
        self.password.set_label(self.tr("Current password"))
        words = self.tr("%n characters or more", "", shortest)
        self.new.edit.setPlaceholderText(words)
        self.login.set_text(login)
        self.go.set_text(self.tr("Change password"))
        self._offer_way_back(self.tr("Leave it as it is"))
        self.password.focus()

    def lock(self, asks: Asks, name: str, since: str, *, on_call: bool) -> None:
        """Hides a desk that was left; `since` is a time of day."""
        words = self.tr("Locked since {0}.").format(since)
        if on_call:
            words = self.tr("Locked since {0}. The call goes on, and its notes are kept.").format(
                since
            )
        self._open(asks, "lock", name or self.tr("Locked"), words)
        self._show_fields(password=asks is Asks.LOCK)
        self.go.set_text(self.tr("Unlock"))
        self._offer_way_back("")
        (self.password.edit if asks is Asks.LOCK else self.go).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def show_problem(self, words: str) -> None:
        """What went wrong, below the fields; the password is typed anew."""
        self.go.end_busy()
        self._say(words, wrong=True)
        if not self.password.isHidden():
            self.password.focus()
            self.password.edit.selectAll()

    def show_busy(self) -> None:
        """What was typed is tried on the server."""
        self._say("")
        self.go.set_busy(self.tr("Signing in..."))

    def take_focus(self) -> None:
        """To the first field that is empty: a window that comes to the front may have lost it."""
        if not self.isAncestorOf(QApplication.focusWidget() or self):
            (self._next_field() or self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_language(self, name: str) -> None:
        """Another language by its own name, while somebody signs in."""
        self.language.set_text(name)

    # Inside

    def _secret_field(self, label: str) -> Field:
        field = Field(self.theme, label, parent=self._card)
        field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    def _build(self) -> None:
        whole, middle = QVBoxLayout(self), QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self._page.column.addStretch(2)
        self._page.column.addLayout(middle)
        self._page.column.addStretch(3)
        body = self._card.body
        body.addWidget(self._icon, 0, _CENTER)
        for part in (
            self._title, self._sub, self.login, self.password, self.new, self.again, self._said,
            self.keep, self.go,
        ):  # fmt: skip
            body.addWidget(part)
        body.addWidget(self.back, 0, _CENTER)
        body.addWidget(self.language, 0, _CENTER)

    def _connect(self) -> None:
        for field in (self.login, self.password, self.new, self.again):
            field.submitted.connect(self._on_enter)
        self.go.clicked.connect(self._submit)
        self.back.clicked.connect(self.left)
        self.language.clicked.connect(self.language_requested)

    def _open(self, asks: Asks, icon: str, title: str, sub: str) -> None:
        self._asks = asks
        self.language.setVisible(asks is Asks.SIGN_IN and bool(self.language.text()))
        self._icon.set_icon(icon, "accent")
        self._title.set_text(title)
        self._sub.set_text(sub)
        self.setAccessibleName(title)
        self.password.set_label(self.tr("Password"))
        for field in (self.password, self.new, self.again):
            field.set_text("")
        self.go.end_busy()
        self._say("")

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._said.say(words, wrong=wrong)
        for field in (self.login, self.password, self.new, self.again):
            field.edit.setAccessibleDescription(words)
            field.set_bad(wrong and field is not self.login)

    def _show_fields(
        self, *, login: bool = False, password: bool = False, new: bool = False, keep: bool = False
    ) -> None:
        self.login.setVisible(login)
        self.password.setVisible(password)
        self.new.setVisible(new)
        self.again.setVisible(new)
        self.keep.setVisible(keep)

    def _offer_way_back(self, words: str) -> None:
        self.has_way_back = bool(words)
        self.back.set_text(words)
        self.back.setVisible(bool(words))

    @Slot(str)
    def _on_enter(self, _text: str) -> None:
        """Enter goes on to the next field that is empty, and from the last one in."""
        field = self._next_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._submit()

    def _next_field(self) -> QLineEdit | None:
        """The first that is asked for and empty."""
        for field in (self.login, self.password, self.new, self.again):
            if not field.isHidden() and not field.text():
                return field.edit
        return None

    def _has_cursor(self) -> bool:
        return isinstance(self.window().focusWidget(), QLineEdit)

    def _type(self, event: QKeyEvent) -> None:
        """What is typed while a button has the focus, or nothing, is meant for the next field."""
        edit = self._next_field()
        if edit is not None:
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            QApplication.sendEvent(edit, event)

    @Slot()
    def _submit(self) -> None:
        if not self.go.isEnabled():
            return  # what was typed before is being tried
        typed = Typed(
            self._asks,
            self.login.text().strip(),
            self.password.text(),
            self.new.text(),
            self.again.text(),
            self.keep.isChecked(),
        )
        self.submitted.emit(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._asks is Asks.KEY:
            if event.key() not in MODIFIERS:  # Alt Tab only looks for another window
                self._submit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._has_cursor():  # whose Enter comes by its signal
                self._on_enter("")
        elif event.key() == Qt.Key.Key_Escape and self.has_way_back:
            self.left.emit()
        elif event.text().isprintable() and event.text() and not self._has_cursor():
            self._type(event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.color("canvas"))


class _Form(Card):
    """The card in the middle."""

    def _restyle(self) -> None:
        super()._restyle()
        px = self.theme.px
        self.setFixedWidth(px(400))
        self.column.setContentsMargins(px(24), px(24), px(24), px(24))
        self.body.setSpacing(px(10))


class _Said(Themed, QWidget):
    """A sentence with its mark: what to know, or what went wrong; not there when all is well."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._icon = Icon(theme, "info", "text3", 14, parent=self)
        self._words = Label(theme, "", "meta", wrap=True, parent=self)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._restyle()

    def say(self, words: str, *, wrong: bool) -> None:
        self._icon.set_icon("circle-x" if wrong else "info", "bad" if wrong else "text3")
        self._words.set_role("bad" if wrong else "text2")
        self._words.set_text(words)
        self.setVisible(bool(words))

    def _restyle(self) -> None:
        self._row.setSpacing(self.theme.px(6))
