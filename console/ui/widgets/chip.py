"""Round chips: filters that stay on, and effects attached to an outcome."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.label import plain_tip
from console.ui.widgets.strip import Strip
from console.ui.widgets.themed import Themed


class Chip(Themed, QPushButton):
    """A chip with icon, words, detail ("Fri 20 Nov, 10:40") and key; icons go when compact, but for
    the check mark of one that is on.

    A filter is `checkable` and toggles; an effect is a plain button whose pane calls `set_chosen`
    when it is attached. A disabled chip should have its reason set with `set_reason`.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        key: str = "",
        *,
        detail: str = "",
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._words, self._icon, self._key, self._detail = text, icon, key, detail
        self._chosen, self._short = False, ""
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name_it()

    @property
    def chosen(self) -> bool:
        """Whether the filter is on or the effect attached."""
        return self.isChecked() if self.isCheckable() else self._chosen

    def set_chosen(self, chosen: bool, detail: str = "") -> None:
        """Attach or take away; the detail says what exactly, such as a day and time."""
        self._detail = detail
        if self.isCheckable():
            self.setChecked(chosen)
        self._chosen = chosen
        self._renew()

    def set_text(self, text: str) -> None:
        """Change the words, such as the count in "Texts 3"."""
        self._words = text
        self._renew()

    def set_short(self, short: str) -> None:
        """Show the icon and these words while there is no room for the whole; empty: the whole."""
        if short != self._short:
            self._short = short
            self.setToolTip(plain_tip(self._words if short else ""))
            self._renew()

    def set_reason(self, reason: str) -> None:
        """Disable the chip and say why, or enable it with an empty reason."""
        self.setEnabled(not reason)
        self.setToolTip(plain_tip(reason))
        self.setAccessibleDescription(reason or paint.key_text(self.theme, self._key))

    def _restyle(self) -> None:
        self._tell_key()

    def _renew(self) -> None:
        self._name_it()
        self.updateGeometry()
        self.update()

    def _name_it(self) -> None:
        self.setText(self._words.replace("&", "&&"))
        name = f"{self._words} {self._detail}".strip()
        if self._chosen and not self.isCheckable():
            name = self.tr("{0}, added").format(name)
        self.setAccessibleName(name)
        self._tell_key()

    def _tell_key(self) -> None:
        if self.isEnabled():
            self.setAccessibleDescription(paint.key_text(self.theme, self._key))

    def _strip(self) -> Strip:
        style: Style = "chosen" if self.chosen else "chip"
        # That it is on is told by a mark too, not by colour alone.
        icon = "check" if self.chosen else "" if self.theme.compact else self._icon
        if self._short and not self.chosen:
            return Strip(self._short, style, self._icon, 14, gap=6)
        return Strip(self._words, style, icon, 14, self._detail, self._key, gap=6)

    def _look(self) -> tuple[Role | None, Role, Role]:
        if not self.isEnabled():
            return "surface", "line", "disabled"
        if self.chosen:
            return "accent_tint", "accent_line", "accent_text"
        if self.isDown():
            return "pressed", "line_btn", "text2"
        return ("hover" if self.underMouse() else "surface"), "line", "text2"

    def _sides(self) -> tuple[int, int]:
        return self.theme.px(10), self.theme.px(6 if self._key else 10)

    def sizeHint(self) -> QSize:
        width = sum(self._sides()) + self._strip().width(self.theme)
        return QSize(width, self.theme.px(28 if self._key else 26))

    def minimumSizeHint(self) -> QSize:
        width = sum(self._sides()) + self._strip().least(self.theme)
        return QSize(width, self.theme.px(28 if self._key else 26))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, ink = self._look()
        focused = self.hasFocus()
        paint.box(
            painter,
            self.theme,
            self.rect(),
            fill,
            "accent" if focused else edge,
            radius=self.height(),
            width=2 if focused else 1,
        )
        left, right = self._sides()
        room = self.rect().adjusted(left, 0, -right, 0)
        tone: paint.CapTone = "rest" if self.isEnabled() else "off"
        self._strip().draw(painter, self.theme, room, ink, ink, tone)
