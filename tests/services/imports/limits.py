"""What reading a file may take: processor time, and memory beyond what was held before."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS, MEGABYTES = 10, 400
PEAK = Path("/proc/self/clear_refs")


@contextmanager
def within(seconds: float = SECONDS, megabytes: float = MEGABYTES) -> Iterator[None]:
    """Fails where what stands inside took more; memory is measured on Linux."""
    if PEAK.exists():
        PEAK.write_text("5")  # the peak begins anew
    before, begun = _memory("VmRSS"), _seconds()
    yield
    assert _seconds() - begun < seconds
    assert _memory("VmHWM") - before < megabytes


def _seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _memory(name: str) -> float:
    status = Path("/proc/self/status")
    if not PEAK.exists():
        return 0.0
    return int(status.read_text().split(f"{name}:")[1].split()[0]) / 1024
