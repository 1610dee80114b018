"""The demo: an invented center in the middle of a flu season, and plain crowds for measuring."""

from console.services.demo.crowd import ManyCounts, make_many
from console.services.demo.making import DemoCounts, make

__all__ = ["DemoCounts", "ManyCounts", "make", "make_many"]
