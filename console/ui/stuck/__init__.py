"""The sheet of entries that could not be sent."""

from console.ui.stuck.sheet import Discarded, Stuck, StuckSheet

__all__ = ["Discarded", "Stuck", "StuckSheet"]
