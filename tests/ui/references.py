"""Pictures of the window as it shall look, kept small, and how far one of today is from them.

They are a sixth as wide and grey: what is left is where things stand and how dark they are, which
is the same on every machine since the font is our own, while the edges of letters are not. Set
ENGAGEMENT_REFERENCES to take them anew, and look at what changed before you keep it.
"""

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

FOLDER = Path(__file__).parent / "references"
SMALLER = 6
APART = 32
"""Of 255 steps of grey: less is the edge of a letter, or a cursor that blinks."""


def difference(name: str, widget: QWidget) -> float:
    """The share of the picture that is not as in the one that is kept; 1 without such a one."""
    now, file = _small(widget), FOLDER / f"{name}.png"
    if "ENGAGEMENT_REFERENCES" in os.environ:
        FOLDER.mkdir(exist_ok=True)
        now.save(str(file))
    return unlike(now, kept(name))


def kept(name: str) -> QImage:
    """The picture that is kept; null without such a one."""
    return QImage(str(FOLDER / f"{name}.png")).convertToFormat(QImage.Format.Format_Grayscale8)


def unlike(one: QImage, other: QImage) -> float:
    """The share of two grey pictures that differs; all of it if their sizes do."""
    if one.size() != other.size():
        return 1.0
    pairs = zip(_greys(one), _greys(other), strict=True)
    return sum(abs(a - b) > APART for a, b in pairs) / (one.width() * one.height())


def _small(widget: QWidget) -> QImage:
    picture = widget.grab().toImage()
    smooth = Qt.TransformationMode.SmoothTransformation
    small = picture.scaledToWidth(picture.width() // SMALLER, smooth)
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


def _greys(image: QImage) -> bytes:
    """Row by row, without what pads each to a multiple of four."""
    bits, step = bytes(image.constBits()), image.bytesPerLine()
    return b"".join(bits[row * step :][: image.width()] for row in range(image.height()))
