"""One row of icon, words, detail and key cap, as buttons and chips show it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands in the row; sizes and gaps in design px. Empty parts take no room."""

    text: str
    style: Style
    icon: str = ""
    icon_size: int = 16
    detail: str = ""
    key: str = ""
    gap: int = 8

    def width(self, theme: Theme) -> int:
        """Give the width the row wants."""
        return self._fixed(theme) + paint.text_width(theme, self.text, self.style)

    def least(self, theme: Theme) -> int:
        """Give the width below which nothing could be read any more."""
        room = min(paint.text_width(theme, self.text, self.style), theme.px(28))
        return self._fixed(theme, detail=False) + room

    def draw(
        self,
        painter: QPainter,
        theme: Theme,
        rect: QRect,
        ink: Role,
        icon_ink: Role,
        tone: paint.CapTone,
        *,
        centered: bool = True,
        spread: bool = False,
    ) -> None:
        """Paint the row: centred, or from the left; spread puts the key cap at the right edge."""
        width = min(self.width(theme), rect.width())
        left = rect.left() + ((rect.width() - width) // 2 if centered and not spread else 0)
        right = rect.right() + 1 if spread else left + width
        middle = rect.top() + rect.height() // 2
        gap = theme.px(self.gap)
        if self.icon:
            paint.icon(painter, theme, self.icon, icon_ink, left, middle, self.icon_size)
            left += theme.px(self.icon_size) + (gap if self.text else 0)
        if self.key:
            right -= paint.cap_size(theme, self.key).width()
            paint.cap(painter, theme, self.key, right, middle, tone)
            right -= gap
        self._draw_words(painter, theme, QRect(left, rect.top(), right - left, rect.height()), ink)

    def _draw_words(self, painter: QPainter, theme: Theme, rect: QRect, ink: Role) -> None:
        head = min(paint.text_width(theme, self.text, self.style), rect.width())
        words = QRect(rect.left(), rect.top(), head, rect.height())
        paint.text(painter, theme, words, self.text, self.style, ink)
        if self.detail:
            rest = rect.adjusted(head + theme.px(self.gap), 0, 0, 0)
            paint.text(painter, theme, rest, self.detail, "chip", ink)

    def _fixed(self, theme: Theme, *, detail: bool = True) -> int:
        gap = theme.px(self.gap)
        width = theme.px(self.icon_size) + (gap if self.text else 0) if self.icon else 0
        if self.key:
            width += paint.cap_size(theme, self.key).width() + gap
        if self.detail and detail:
            width += paint.text_width(theme, self.detail, "chip") + gap
        return width
