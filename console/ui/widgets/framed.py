"""The frame of a field: label, tag and key cap above, hint or error below."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets.label import Label
from console.ui.widgets.mark import Icon, KeyCap, Kind, Tag
from console.ui.widgets.themed import Themed


class _Control(Protocol):
    """What a field needs of the control it frames: line edit, text edit or combo box."""

    def setPlaceholderText(self, text: str) -> None: ...
    def placeholderText(self) -> str: ...


class Framed(Themed, QWidget):
    """A control below a row of label, tag and key cap, and above a line for hint or error.

    With `hints` the line below always has its room, so nothing moves when a hint comes.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        key: str = "",
        optional: str = "",
        hints: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._hints, self._resting = hints, ""
        self._control: QWidget | None = None
        self._label = Label(theme, label, "field", "text2", parent=self)
        self._optional = Label(theme, optional, "meta", "text3", parent=self)
        self._tag = Tag(theme, "", parent=self)
        self._tag.hide()
        self._cap = KeyCap(theme, key, parent=self)
        self._hint_icon = Icon(theme, "info", "text3", 14, parent=self)
        self._hint = Label(theme, "", "meta", "text3", parent=self)
        self._build()

    def set_label(self, text: str) -> None:
        """Change the label, which is the control's name as well."""
        self._label.set_text(text)
        if self._control:
            self._control.setAccessibleName(text)

    def set_tag(self, text: str, kind: Kind = "info") -> None:
        """Show a tag after the label, such as "Proposed"; nothing takes it away."""
        self._tag.set_tag(text, kind)
        self._tag.setVisible(bool(text))

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._cap.set_key(key)

    def set_hint(self, text: str, icon: str = "", role: Role = "text3") -> None:
        """Say something below the control."""
        self.set_bad(False)
        self._show_line(text, icon, role, "text3")

    def set_error(self, text: str) -> None:
        """Say below the control what is wrong; nothing takes it away."""
        self.set_bad(bool(text))
        self._show_line(text, "circle-x" if text else "", "bad", "bad")

    def set_bad(self, bad: bool) -> None:
        """Show the edge of an error; whoever calls says elsewhere what is wrong."""
        if self._control is None or bool(self._control.property("bad")) is bad:
            return
        polish_anew(self._control, "bad", bad)

    def set_off(self, reason: str) -> None:
        """Disable the control and say why in it."""
        if self._control is None:
            return
        if self._control.isEnabled():
            self._resting = self._text_control().placeholderText()
        self._text_control().setPlaceholderText(reason)
        self._control.setEnabled(False)
        self._control.setAccessibleDescription(reason)

    def set_on(self) -> None:
        """Enable the control again."""
        if self._control is None or self._control.isEnabled():
            return
        self._control.setEnabled(True)
        self._text_control().setPlaceholderText(self._resting)
        self._control.setAccessibleDescription(self._hint.text())

    def focus(self) -> None:
        """Put the cursor into the control."""
        if self._control:
            self._control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _frame(self, control: QWidget) -> None:
        self._control = control
        control.setAccessibleName(self._label.text())
        self._label.setBuddy(control)
        self.setFocusProxy(control)
        self._column.insertWidget(1, control, 1)
        self._restyle()

    def _text_control(self) -> _Control:
        assert self._control is not None  # noqa: S101 - for the type checker; callers have looked
        control: _Control = self._control  # type: ignore[assignment]
        return control

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        for part in (self._label, self._optional, self._tag):
            self._head.addWidget(part)
        self._head.addStretch(1)
        self._head.addWidget(self._cap)
        self._foot.addWidget(self._hint_icon)
        self._foot.addWidget(self._hint, 1)
        self._column.addLayout(self._head)
        self._column.addLayout(self._foot)
        self._show_line("", "", "text3", "text3")

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setSpacing(self.theme.fit(4, 4, 2))
        self._head.setSpacing(px(8))
        self._foot.setSpacing(px(6))
        bare = not (self._label.text() or self._cap.text())
        for part in (self._label, self._optional):
            part.setVisible(bool(part.text()))
        # The row keeps the height of a key cap, so that fields side by side stand on one line.
        self._label.setMinimumHeight(0 if bare else px(20))
        self._hint.setMinimumHeight(px(16))
        self._hint.set_wrap(self.theme.narrow)

    def _show_line(self, text: str, icon: str, icon_role: Role, role: Role) -> None:
        self._hint.set_text(text)
        self._hint.set_role(role)
        self._hint.setVisible(self._hints or bool(text))
        self._hint_icon.setVisible(bool(icon))
        if icon:
            self._hint_icon.set_icon(icon, icon_role)
        if self._control and self._control.isEnabled():
            self._control.setAccessibleDescription(text)


def polish_anew(control: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look; the font stays."""
    font = control.font()
    control.setProperty(name, value)
    control.style().unpolish(control)
    control.style().polish(control)
    control.setFont(font)  # polished anew, it falls back to the one that it had first
