"""The rep's own day: what she parked, was told, does now, and has done."""

from console.ui.day.breaks import BreakSheet
from console.ui.day.callbacks import AllCallbacksSheet
from console.ui.day.notices import NoticeSheet
from console.ui.day.own_day import DaySheet
from console.ui.day.parked import ParkedSheet

__all__ = ["AllCallbacksSheet", "BreakSheet", "DaySheet", "NoticeSheet", "ParkedSheet"]
