"""Whether a desk may be left: a profile that ends with its session takes unsent calls with it."""

from dataclasses import dataclass

from console.services.outbox import Outbox
from console.settings import Settings


@dataclass(frozen=True, slots=True)
class Leaving:
    """`waits`: entries that are not on the server yet. `why` says what holds the desk, if it is."""

    may: bool
    waits: int
    why: str = ""


def ask(settings: Settings, outbox: Outbox) -> Leaving:
    """Always where the store outlives the session; else only once everything was sent."""
    counts = outbox.counts()
    waits = sum((counts.pending, counts.sending, counts.held, counts.quarantined, counts.conflict))
    if not waits or not settings.profile_passes or settings.outbox is not None:
        return Leaving(True, waits)
    entries = "1 entry is" if waits == 1 else f"{waits} entries are"
    return Leaving(
        False,
        waits,
        f"{entries} not on the server yet, and this computer keeps nothing after you sign out. "
        "Wait until it is sent, or call your administrator.",
    )
