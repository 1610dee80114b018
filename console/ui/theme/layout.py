"""Which of the three arrangements of the window fits its width and the text size."""

from enum import Enum

WIDE_FROM = 1600
COMPACT_FROM = 1100


class Layout(Enum):
    """The arrangements of DESIGN, from the widest to the narrowest."""

    WIDE = "wide"
    COMPACT = "compact"
    NARROW = "narrow"


def layout_for(width: int, factor: float) -> Layout:
    """Pick by effective width: the width of the window in pixels divided by the text factor."""
    effective = width / factor
    if effective >= WIDE_FROM:
        return Layout.WIDE
    return Layout.COMPACT if effective >= COMPACT_FROM else Layout.NARROW
