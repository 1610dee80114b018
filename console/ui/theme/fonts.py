"""The bundled typeface and the type styles of the window."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase

from console.resources import resource

Style = Literal[
    "num", "h1", "say", "h2", "question", "action", "body", "strong", "h3",
    "field", "chip", "chosen", "tag", "meta", "keycap",
    "digit", "clock", "figure", "time",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size and line height in pixels at 100 %, weight from 400 to 700, tracking in pixels.

    Tabular figures keep clocks and columns still; in sentences they tear numbers apart.
    """

    size: int
    line: int
    weight: int
    tracking: float = 0.0
    tabular: bool = False


STYLES: dict[Style, TypeStyle] = {
    "num": TypeStyle(24, 28, 600, tabular=True),
    "h1": TypeStyle(20, 28, 650, -0.3),
    "say": TypeStyle(16, 24, 450),
    "h2": TypeStyle(15, 20, 600),
    "question": TypeStyle(15, 20, 600),
    "body": TypeStyle(13, 18, 400),
    "strong": TypeStyle(13, 18, 500),
    "h3": TypeStyle(13, 18, 600),
    "action": TypeStyle(14, 20, 600),
    "field": TypeStyle(12, 16, 500),
    "chip": TypeStyle(12, 16, 500),
    "chosen": TypeStyle(12, 16, 600),
    "tag": TypeStyle(12, 16, 500),
    "meta": TypeStyle(12, 16, 400),
    "keycap": TypeStyle(11, 14, 500),
    "digit": TypeStyle(15, 20, 650, tabular=True),
    "clock": TypeStyle(13, 18, 600, tabular=True),
    "figure": TypeStyle(13, 18, 400, tabular=True),
    "time": TypeStyle(12, 16, 400, tabular=True),
}
SAY_COMPACT = TypeStyle(15, 20, 450)


@cache
def family() -> str:
    """Load the bundled Inter once and give its family name; needs a QGuiApplication."""
    number = QFontDatabase.addApplicationFont(str(resource("fonts", "Inter.ttf")))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else QFont().family()


def build(style: TypeStyle, factor: float) -> QFont:
    """Make the font of a style at a text size."""
    font = QFont(family())
    font.setPixelSize(max(1, round(style.size * factor)))
    font.setWeight(QFont.Weight.DemiBold if style.weight >= 600 else QFont.Weight.Normal)
    # QFont.Weight knows hundreds only; the axis of the variable font gives 450 and 650.
    font.setVariableAxis(QFont.Tag("wght"), style.weight)
    if style.tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    if style.tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.tracking * factor)
    return font
