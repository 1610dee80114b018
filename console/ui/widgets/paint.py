"""The strokes that painted widgets are made of: boxes, rings, icons, texts and key caps."""

from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
CapTone = Literal["rest", "accent", "off"]

_KEY_SIGNS = {
    "Return": "↵",
    "Enter": "↵",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Escape": "Esc",
    "Delete": "Del",
}
_CAP_COLORS: dict[CapTone, tuple[Role | None, Role, Role]] = {
    "rest": ("sunken", "line", "text2"),
    "accent": (None, "on_accent", "on_accent"),
    "off": ("sunken", "line", "disabled"),
}


def key_text(theme: Theme, key: str, *, as_pressed: bool = False) -> str:
    """Write a key the way its cap shows it: "Ctrl+Return" becomes "Ctrl ↵".

    Whoever shows a key names it as it comes; what was chosen in its place is written, unless it is
    a chord `as_pressed`.
    """
    key = key if as_pressed else theme.chords.get(key, key)
    parts = key.replace("++", "+Plus").split("+") if len(key) > 1 else [key]
    return " ".join({"Plus": "+"}.get(part, _KEY_SIGNS.get(part, part)) for part in parts)


def box(
    painter: QPainter,
    theme: Theme,
    rect: QRect | QRectF,
    fill: Role | None,
    edge: Role | None = None,
    *,
    radius: float = 6,
    width: int = 1,
) -> None:
    """Paint a rounded box whose edge lies wholly inside the rectangle; radius in design px."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if edge else 0.0
    shape = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    corner = max(0.0, min(theme.px(radius), rect.height() / 2) - inset)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(shape, corner, corner)
    painter.restore()


def barred_box(painter: QPainter, theme: Theme, rect: QRect, fill: Role, bar: Role) -> None:
    """Paint a box that is round at the right and wears a 3 px bar at its left edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect), theme.px(6), theme.px(6))
    square = QPainterPath()
    square.addRect(QRectF(rect.left(), rect.top(), rect.width() / 2, rect.height()))
    painter.fillPath(shape.united(square), theme.color(fill))
    painter.fillRect(QRect(rect.left(), rect.top(), theme.px(3), rect.height()), theme.color(bar))
    painter.restore()


def dot(painter: QPainter, theme: Theme, center: QPoint, role: Role, size: int = 8) -> None:
    """Paint a filled circle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(role))
    radius = theme.px(size) / 2
    painter.drawEllipse(QPointF(center.x() + 0.5, center.y() + 0.5), radius, radius)
    painter.restore()


def icon(
    painter: QPainter, theme: Theme, name: str, role: Role, left: int, middle: int, size: int = 16
) -> None:
    """Paint an icon from its left edge, centred on a height; `size` in design px."""
    ratio = painter.device().devicePixelRatioF()
    pixmap = theme.pixmap(name, role, size, ratio)
    painter.drawPixmap(QPoint(left, middle - theme.px(size) // 2), pixmap)


def text(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    words: str,
    style: Style,
    role: Role,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint one line, elided when the rectangle is too narrow."""
    font = theme.font(style)
    painter.setFont(font)
    painter.setPen(theme.color(role))
    metrics = QFontMetrics(font)
    shown = words
    if metrics.horizontalAdvance(words) > rect.width():
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align.value | _ONE_LINE, shown)


def text_width(theme: Theme, words: str, style: Style) -> int:
    """Give the width of one line, in pixels."""
    return QFontMetrics(theme.font(style)).horizontalAdvance(words) if words else 0


def two_lines(theme: Theme, words: str, style: Style, width: int) -> tuple[str, ...]:
    """Break words that are wider than a line in two, as late as the first line allows."""
    if text_width(theme, words, style) <= width:
        return (words,)
    parts = words.split(" ")
    for cut in range(len(parts) - 1, 0, -1):
        first = " ".join(parts[:cut])
        if text_width(theme, first, style) <= width:
            return first, " ".join(parts[cut:])
    return (words,)


def cap_size(theme: Theme, key: str) -> QSize:
    """Give the size of a key cap."""
    width = text_width(theme, key_text(theme, key), "keycap") + theme.px(12)
    return QSize(max(width, theme.px(18)), theme.px(18))


def cap(
    painter: QPainter, theme: Theme, key: str, left: int, middle: int, tone: CapTone = "rest"
) -> None:
    """Paint a key cap from its left edge, centred on a height."""
    size = cap_size(theme, key)
    rect = QRect(QPoint(left, middle - size.height() // 2), size)
    fill, edge, ink = _CAP_COLORS[tone]
    box(painter, theme, rect, fill, edge, radius=4)
    text(painter, theme, rect, key_text(theme, key), "keycap", ink, Qt.AlignmentFlag.AlignHCenter)


def avatar_style(size: int) -> Style:
    """Give the type style of initials in a circle of a size in design px."""
    if size >= 36:
        return "h2"
    return "tag" if size >= 28 else "keycap"
