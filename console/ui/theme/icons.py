"""The bundled line icons, painted in a colour of the theme at the density of the screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from console.resources import resource

_pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}


def pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    """Give the icon as a square of `size` logical pixels; made once per colour, size and ratio."""
    key = (name, color, size, ratio)
    if key not in _pixmaps:
        _pixmaps[key] = _render(name, color, size, ratio)
    return _pixmaps[key]


def icon(name: str, color: str, disabled: str, size: int) -> QIcon:
    """Give the icon for widgets that paint themselves, sharp on plain and on dense screens."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, color, size, ratio))
        made.addPixmap(pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


def names() -> list[str]:
    """List every bundled icon."""
    return sorted(path.stem for path in resource("icons").glob("*.svg"))


def forget() -> None:
    """Drop the pixmaps of colours and sizes that a change of theme left behind."""
    _pixmaps.clear()


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _render(name: str, color: str, size: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", color)
    # Lucide draws 2 of 24 units, which looks bold beside 13 px text; 1.75 matches its stems.
    svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    pixels = max(1, round(size * ratio))
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made
