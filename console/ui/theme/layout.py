"""Which of the three arrangements of the window fits its size and the text size."""

from enum import Enum

WIDE_FROM = 1600
COMPACT_FROM = 1100
LEAST_HEIGHT = 556
"""Of the two arrangements with panes side by side, in design px."""
ANY_WIDTH = 16777215
"""Qt's QWIDGETSIZE_MAX, no limit to a width; the binding leaves it out."""


class Layout(Enum):
    """The arrangements of DESIGN, from the widest to the narrowest."""

    WIDE = "wide"
    COMPACT = "compact"
    NARROW = "narrow"


LOOKUP_WIDTH = {Layout.WIDE: 304, Layout.COMPACT: 248, Layout.NARROW: 304}
"""In design px. In the narrow arrangement lookup lies over the others: there is room for names."""
GUIDE_WIDTH = {Layout.WIDE: 432, Layout.COMPACT: 348}
BAR_HEIGHT = {Layout.WIDE: 133, Layout.COMPACT: 112, Layout.NARROW: 60}
RAIL_WIDTH, TABS_HEIGHT = 44, 32
"""Of the narrow arrangement."""
EDGE = {Layout.WIDE: 8, Layout.COMPACT: 8, Layout.NARROW: 4}
"""Between the panes, and around them."""


def layout_for(width: int, height: int, factor: float) -> Layout:
    """Pick by effective size: that of the window in pixels divided by the text factor."""
    wide, tall = width / factor, height / factor
    if wide < COMPACT_FROM or tall < LEAST_HEIGHT:
        return Layout.NARROW
    return Layout.WIDE if wide >= WIDE_FROM else Layout.COMPACT
