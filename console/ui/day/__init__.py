"""The rep's own day: what she parked, was told, does now, and has done."""

from console.ui.day.notices import NoticeSheet
from console.ui.day.parked import ParkedSheet

__all__ = ["NoticeSheet", "ParkedSheet"]
