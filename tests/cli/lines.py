"""Invented lines for `log`."""

import json
from typing import Any

from tests.cli.conftest import MRN

STARTED = "2026-03-02T10:00:00-05:00"
ANSWERED = "2026-03-02T10:00:10-05:00"
ENDED = "2026-03-02T10:05:00-05:00"
VERIFIED = {"person": MRN, "state": "patient", "matched": ["name", "birth_date", "zip"]}


def missed_call(**fields: Any) -> dict[str, Any]:
    """A call that nobody took: the least that can be logged."""
    return {"direction": "outbound", "started_at": STARTED, "code": "no_answer", **fields}


def talk(**fields: Any) -> dict[str, Any]:
    """A call in which somebody verified was told something."""
    return {
        "direction": "inbound",
        "phone": "937-555-0137",
        "started_at": STARTED,
        "answered_at": ANSWERED,
        "ended_at": ENDED,
        "speaking_with": MRN,
        "about": [MRN],
        "verification": [VERIFIED],
        "code": "information_given",
        **fields,
    }


def written(*lines: Any) -> str:
    return "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in lines)
