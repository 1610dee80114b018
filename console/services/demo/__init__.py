"""The demo: an invented center in the middle of a flu season, and plain crowds for measuring."""

from console.services.demo.crowd import ManyCounts, make_many
from console.services.demo.making import DemoCounts, make
from console.services.demo.roster import DEFAULT_LOGIN

__all__ = ["DEFAULT_LOGIN", "DemoCounts", "ManyCounts", "make", "make_many"]
