"""Where the window stood at this desk and how it looked, for the next start.

A file of its own: it is read before any database is opened, so that the first paint is the last.
"""

import base64
import json
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from console.ui.theme.theme import FACTORS, Mode

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """`geometry` is Qt's own note of place, size and screen; nothing of it may be known yet."""

    geometry: bytes = b""
    mode: Mode | None = None
    factor: float | None = None


def read(file: Path) -> Place:
    """What cannot be read is as if it had never been kept: it is seen, and set again."""
    try:
        kept = json.loads(file.read_text(encoding="ascii"))
        geometry = base64.b64decode(str(kept.get("geometry", "")), validate=True)
    except (OSError, ValueError, AttributeError):
        return Place()
    return Place(
        geometry,
        next((one for one in Mode if kept.get("mode") == one.value), None),
        next((one for one in FACTORS if kept.get("factor") == one), None),
    )


def keep(file: Path, **changes: Any) -> None:
    """Changes these of what is kept; where nothing can be written they hold until the end."""
    place = replace(read(file), **changes)
    kept = {
        "geometry": base64.b64encode(place.geometry).decode("ascii"),
        "mode": place.mode.value if place.mode else None,
        "factor": place.factor,
    }
    try:
        file.write_text(json.dumps(kept), encoding="ascii")
    except OSError as error:
        log.warning("the place of the window could not be kept: %s", error.strerror)
