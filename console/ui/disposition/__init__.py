"""The disposition bar and the sheets that open above it."""

from console.ui.disposition.bar import DispositionBar
from console.ui.disposition.effects import EffectSheets
from console.ui.disposition.model import (
    EFFECTS,
    BarView,
    EffectContext,
    EffectState,
    Missing,
    SendChoice,
)
from console.ui.disposition.review import ReviewSheet

__all__ = [
    "EFFECTS",
    "BarView",
    "DispositionBar",
    "EffectContext",
    "EffectSheets",
    "EffectState",
    "Missing",
    "ReviewSheet",
    "SendChoice",
]
