"""Push buttons with icon, words and the key that presses them."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.label import plain_tip
from console.ui.widgets.strip import Strip
from console.ui.widgets.themed import Themed

ButtonKind = Literal["primary", "secondary", "danger", "standing", "link", "quiet"]
LARGE = 40


@dataclass(frozen=True, slots=True)
class _Look:
    """Colours of a kind: fills at rest, under the pointer and pressed; edge and ink."""

    fill: Role | None
    hover: Role
    pressed: Role
    edge: Role | None
    ink: Role
    icon: Role


_LOOKS: dict[ButtonKind, _Look] = {
    "primary": _Look("accent", "accent_hover", "accent_hover", None, "on_accent", "on_accent"),
    "secondary": _Look("surface", "hover", "pressed", "line_btn", "text", "text2"),
    "danger": _Look("bad_tint", "bad_tint", "bad_tint", "bad_line", "bad", "bad"),
    "standing": _Look("surface", "hover", "pressed", "line_btn", "bad", "bad"),
    "link": _Look(None, "hover", "pressed", None, "accent_text", "accent_text"),
    "quiet": _Look(None, "hover", "pressed", None, "text2", "text2"),
}
_OFF_FILLED = _Look("hover", "hover", "hover", "line", "disabled", "disabled")
_OFF = _Look("sunken", "sunken", "sunken", "line", "disabled", "disabled")
_OFF_PLAIN = _Look(None, "hover", "hover", None, "disabled", "disabled")


class Button(Themed, QPushButton):
    """A push button painted from the tokens; it shows its key and does not listen to it.

    Kinds: primary (one per screen), secondary, danger (hang up), standing (escalate, stop), link
    and quiet (words only). Without text it is an icon button, and `name` is spoken and shown as
    its tooltip. The focus ring lies inside the edge, so nothing shifts.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind = "secondary",
        icon: str = "",
        key: str = "",
        *,
        height: int = 32,
        inset: int | None = None,
        spread: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._kind, self._icon, self._key = kind, icon, key
        self._height, self._inset, self._spread, self._name = height, inset, spread, name
        self._words, self._busy, self._kept_width = text, "", 0
        self._style: Style | None = None
        self._told = ""
        self._reason = ""
        wide = QSizePolicy.Policy.Expanding if spread else QSizePolicy.Policy.Preferred
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name_it()

    def set_text(self, text: str) -> None:
        """Change the words."""
        self._words = text
        self._renew()

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self._renew()

    def set_icon(self, icon: str) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self._renew()

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the kind."""
        self._kind = kind
        self._renew()

    def set_height(self, height: int) -> None:
        """Change the height, in design px."""
        self._height = height
        self._renew()

    def set_style(self, style: Style) -> None:
        """Use another type style than the kind's own."""
        self._style = style
        self._renew()

    def set_reason(self, reason: str) -> None:
        """Disable the button and say why, or enable it with an empty reason."""
        self.setEnabled(not reason)
        self._reason = reason
        self._tell_key()

    def set_busy(self, text: str) -> None:
        """Show that the press is being carried out; the width is kept and presses are refused."""
        self._kept_width, self._busy = self.sizeHint().width(), text
        self.setEnabled(False)
        self._renew()

    def end_busy(self) -> None:
        """Take presses again."""
        self._busy, self._kept_width = "", 0
        self.setEnabled(True)
        self._renew()

    def _restyle(self) -> None:
        self._tell_key()

    def _renew(self) -> None:
        self._name_it()
        self.updateGeometry()
        self.update()

    def _name_it(self) -> None:
        words = self._busy or self._words
        # An ampersand would make Qt take a letter as a shortcut of its own.
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words or self._name)
        self._tell_key()

    def _tell_key(self) -> None:
        """The key, or why it is off; without a tooltip screen readers would read that, as HTML."""
        key = paint.key_text(self.theme, self._key)
        tip = "" if self._busy or self._words else f"{self._name}  {key}".strip()
        self.setToolTip(plain_tip(self._reason or tip))
        told = self._reason or key or tip
        if self.accessibleDescription() in ("", self._told):
            self.setAccessibleDescription(told)  # whoever said something else meant it
        self._told = told

    def _strip(self) -> Strip:
        large: Style = "action" if self._height >= LARGE else "h3"
        if self._busy:
            return Strip(self._busy, large, "loader")
        style: Style = "strong" if self._kind in ("link", "quiet") else large
        return Strip(self._words, self._style or style, self._icon, key=self._key)

    def _sides(self) -> tuple[int, int]:
        """Give the room left and right of the row, in pixels."""
        if self._inset is not None:
            return self.theme.px(self._inset), self.theme.px(self._inset)
        if not self._words:
            return self.theme.px(8), self.theme.px(8)
        side = 14 if self._height >= LARGE else 12
        left = side - 2 if self._icon and self._height < LARGE else side
        right = side - 2 if self._key and self._height >= LARGE else 8 if self._key else side
        if self._kind == "link":
            left = right = 6
        return self.theme.px(left), self.theme.px(right)

    def _look(self) -> _Look:
        if self.isEnabled():
            return _LOOKS[self._kind]
        if self._kind in ("link", "quiet"):
            return _OFF_PLAIN
        return _OFF_FILLED if self._kind == "primary" else _OFF

    def _draw_surface(self, painter: QPainter, look: _Look) -> None:
        fill, edge = look.fill, look.edge
        if self.isDown():
            fill = look.pressed
        elif self.underMouse() and self.isEnabled():
            fill = look.hover
        focused, primary = self.hasFocus() and self.isEnabled(), self._kind == "primary"
        ring = focused and not primary
        paint.box(painter, self.theme, self.rect(), fill, "accent" if ring else edge,
                  width=2 if ring else 1)  # fmt: skip
        if focused and primary:
            # Accent on accent would be invisible: a ring of the ink inside the edge.
            inside = self.rect().adjusted(2, 2, -2, -2)
            paint.box(painter, self.theme, inside, None, "on_accent", radius=4, width=2)

    def sizeHint(self) -> QSize:
        left, right = self._sides()
        width = left + self._strip().width(self.theme) + right
        height = self.theme.px(self._height)
        return QSize(max(width, self._kept_width, height), height)

    def minimumSizeHint(self) -> QSize:
        left, right = self._sides()
        height = self.theme.px(self._height)
        return QSize(max(left + self._strip().least(self.theme) + right, height), height)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look()
        self._draw_surface(painter, look)
        left, right = self._sides()
        room: QRect = self.rect().adjusted(left, 0, -right, 0)
        tone: paint.CapTone = "rest" if self.isEnabled() else "off"
        if self._kind == "primary" and self.isEnabled():
            tone = "accent"
        self._strip().draw(
            painter, self.theme, room, look.ink, look.icon, tone, spread=self._spread
        )
