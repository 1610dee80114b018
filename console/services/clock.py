"""The desk's clock, set right by the server's: calling hours and promises must not hang on it."""

from datetime import UTC, datetime, timedelta

RIGHT_ENOUGH = timedelta(seconds=2)
"""Nearer than this the desk's own clock is taken, so that time never runs back by a hair."""


class DeskClock:
    """The time of the server as far as it is known: this computer's clock and how far it is off.

    Attributes:
        skew: what is added to this computer's clock.
    """

    def __init__(self) -> None:
        self.skew = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.skew

    def compare(self, server_time: datetime) -> bool:
        """Takes what a server just said; whether that changed the time told here."""
        off = server_time - self()
        if abs(off) < RIGHT_ENOUGH:
            return False
        own = self.skew + off
        self.skew = own if abs(own) >= RIGHT_ENOUGH else timedelta()
        return True
