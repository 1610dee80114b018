"""Small painted marks: icon, key cap, tag, avatar, rule."""

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.label import set_tip
from console.ui.widgets.themed import Themed

Kind = Literal["ok", "warn", "bad", "info", "neutral"]

FIXED = QSizePolicy.Policy.Fixed
TAG_COLORS: dict[Kind, tuple[Role, Role]] = {
    "ok": ("ok_tint", "ok"),
    "warn": ("warn_tint", "warn"),
    "bad": ("bad_tint", "bad"),
    "info": ("accent_tint", "accent_text"),
    "neutral": ("hover", "text2"),
}


class Icon(Themed, QWidget):
    """A decorating icon: it has no name, the words beside it say what it means."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        role: Role = "text2",
        size: int = 16,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._name, self._role, self._size = name, role, size
        self.setSizePolicy(FIXED, FIXED)

    def set_icon(self, name: str, role: Role | None = None) -> None:
        """Show another icon, in another colour if one is given."""
        self._name, self._role = name, role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        role: Role = self._role if self.isEnabled() else "disabled"
        left = (self.width() - self.theme.px(self._size)) // 2
        middle = self.height() // 2
        paint.icon(QPainter(self), self.theme, self._name, role, left, middle, self._size)


class KeyCap(Themed, QLabel):
    """The key that leads here, drawn as a cap: "Alt H", "F4"."""

    def __init__(self, theme: Theme, key: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(FIXED, FIXED)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Show another key; an empty one hides the cap."""
        self._key = key
        self._restyle()
        if not key:
            self.hide()
        elif self.isHidden() and self.parentWidget():
            self.show()
        self.updateGeometry()

    def _restyle(self) -> None:
        self.setText(paint.key_text(self.theme, self._key))
        said = self.theme.chords.get(self._key, self._key).replace("+", " ")
        self.setAccessibleName(self.tr("Key {0}").format(said))

    def sizeHint(self) -> QSize:
        return paint.cap_size(self.theme, self._key)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tone: paint.CapTone = "rest" if self.isEnabled() else "off"
        paint.cap(QPainter(self), self.theme, self._key, 0, self.height() // 2, tone)


class Tag(Themed, QLabel):
    """A state in one or two words, told by words and an icon as well as by colour."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind = "neutral",
        icon: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, FIXED)
        self.set_tag(text, kind, icon)

    def set_tag(self, text: str, kind: Kind = "neutral", icon: str = "") -> None:
        """Show another state."""
        self._kind, self._icon = kind, icon
        self.setText(text)
        self.setAccessibleName(text)
        set_tip(self, text)
        self.updateGeometry()
        self.update()

    @staticmethod
    def wanted(theme: Theme, text: str, icon: str = "") -> int:
        """Give the width at which a tag shows all of its words."""
        return paint.text_width(theme, text, "tag") + Tag._frame(theme, icon)

    @staticmethod
    def _frame(theme: Theme, icon: str) -> int:
        """Give the width of everything but the words."""
        return theme.px(14) + (theme.px(13 + 4) if icon else 0)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted(self.theme, self.text(), self._icon), self.theme.px(20))

    def minimumSizeHint(self) -> QSize:
        words = paint.text_width(self.theme, self.text(), "tag")
        frame = self._frame(self.theme, self._icon)
        return QSize(min(words, self.theme.px(24)) + frame, self.theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        fill, ink = TAG_COLORS[self._kind]
        paint.box(painter, theme, self.rect(), fill, radius=4)
        left = theme.px(7)
        if self._icon:
            left = theme.px(6)
            paint.icon(painter, theme, self._icon, ink, left, self.height() // 2, 13)
            left += theme.px(13 + 4)
        room = QRect(left, 0, self.width() - left - theme.px(6), self.height())
        paint.text(painter, theme, room, self.text(), "tag", ink)


class Avatar(Themed, QLabel):
    """Initials in a tinted circle; the name stands beside it, so it decorates only."""

    def __init__(
        self, theme: Theme, initials: str, *, size: int = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(initials, parent)
        self._follow(theme)
        self._size = size
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(FIXED, FIXED)

    def set_initials(self, initials: str) -> None:
        """Show somebody else."""
        self.setText(initials)

    def sizeHint(self) -> QSize:
        side = self.theme.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.theme, self.rect(), "accent_tint", radius=self._size)
        style = paint.avatar_style(self._size)
        center = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, self.theme, self.rect(), self.text(), style, "accent_text", center)


class Rule(Themed, QWidget):
    """A hair line between groups; decoration only."""

    def __init__(
        self, theme: Theme, *, vertical: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._vertical = vertical
        long = QSizePolicy.Policy.Expanding
        self.setSizePolicy(FIXED if vertical else long, long if vertical else FIXED)

    def sizeHint(self) -> QSize:
        return QSize(1, self.theme.px(16)) if self._vertical else QSize(self.theme.px(16), 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(QPoint(0, 0), self.size()), self.theme.color("line"))
