"""What the sheet of imports shows, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import Any
from uuid import UUID

from console.models.ids import CommandId
from console.models.terms import ImportState
from console.models.views import ImportView

GOES_ON = (ImportState.OPEN, ImportState.PAUSED)


class Standing(Enum):
    """How an import stands as this desk sees it.

    CUT_OFF began at this desk and does not run any more; NOT_ENDED began at another one, where it
    runs or was cut off.
    """

    RUNNING = auto()
    PAUSED = auto()
    CUT_OFF = auto()
    NOT_ENDED = auto()
    DONE = auto()
    UNDOING = auto()
    UNDONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The imports, newest first, and what may be done with them.

    Attributes:
        kept: marks of imports that this desk can go on with.
        running: the mark of the one that runs here; empty while none does.
        undoing: the one that is being undone here.
        is_busy: something begins or runs here, and nothing else may.
        why_not: why whoever acts may begin, go on with and undo none; empty when she may.
        zone, now: for times.
    """

    imports: tuple[ImportView, ...]
    kept: frozenset[str]
    running: str
    undoing: CommandId | None
    is_busy: bool
    why_not: str
    zone: str
    now: datetime

    def standing(self, one: ImportView) -> Standing:
        if one.state in GOES_ON and one.mark == self.running:
            return Standing.RUNNING
        if one.state is ImportState.OPEN:
            return Standing.CUT_OFF if one.mark in self.kept else Standing.NOT_ENDED
        return Standing[one.state.name]

    def can_go_on(self, one: ImportView) -> bool:
        if self.why_not or self.is_busy:
            return False
        return one.state in GOES_ON and one.mark in self.kept

    def can_undo(self, one: ImportView) -> bool:
        if self.why_not or self.is_busy:
            return False
        return self.standing(one) not in (Standing.NOT_ENDED, Standing.UNDONE)


@dataclass(frozen=True, slots=True)
class Progress:
    """What runs in words, `short` for the status bar; the share that is done, from 0 to 1."""

    words: str
    short: str
    share: float
    can_pause: bool


@dataclass(frozen=True, slots=True)
class Undo:
    """Take this import back; `stops`: revocations of consent, too."""

    entry: CommandId
    stops: bool


@dataclass(frozen=True, slots=True)
class Rejected:
    """One thing that was rejected: the file with its place, and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an import's report says.

    Attributes:
        entry: the import on record; None of a dry run and of one that never began.
        numbers: how many, by the report's words ("created", "touchpoints").
        rejected: how many records were.
        reasons, remarks, skipped: how often, by reason.
        first: the first of what was rejected, where this window has brought it.
        saved: the folder with what was rejected; empty when that was not asked for.
    """

    entry: CommandId | None
    numbers: Mapping[str, int]
    rejected: int
    reasons: Mapping[str, int]
    remarks: Mapping[str, int]
    skipped: Mapping[str, int]
    first: tuple[Rejected, ...] = ()
    saved: str = ""
    dry_run: bool = False
    paused: bool = False
    undone: Mapping[str, int] = field(default_factory=dict)


def of_record(one: ImportView) -> Told:
    """What the shared database knows of an import."""
    return Told(
        entry=one.id,
        numbers=_numbers(one.counts),
        rejected=int(one.counts.get("rejected", 0)),
        reasons=one.counts.get("reasons", {}),
        remarks=one.counts.get("remarks", {}),
        skipped=one.counts.get("skipped_kinds", {}),
        undone=one.undone,
    )


def of_document(document: Mapping[str, Any]) -> Told:
    """What the process that ran an import told at its end."""
    entry = document["import"]
    first = tuple(
        Rejected(f"{_name(each['source'])}, {each['where']}", each["reason"])
        for each in document["rejected"]
    )
    reasons: dict[str, int] = {}
    for each in first:
        reasons[each.reason] = reasons.get(each.reason, 0) + 1
    return Told(
        entry=CommandId(UUID(entry)) if entry else None,
        numbers=_numbers(document),
        rejected=int(document["rejected_count"]),
        reasons=dict(sorted(reasons.items(), key=lambda pair: -pair[1])),
        remarks=document["remarks"],
        skipped=document["skipped_kinds"],
        first=first,
        saved=next((str(Path(each["file"]).parent) for each in document["rejected_files"]), ""),
        dry_run=bool(document["dry_run"]),
        paused=bool(document["paused"]),
    )


def _numbers(counts: Mapping[str, Any]) -> dict[str, int]:
    named = ("read", "created", "updated", "kept", "unchanged", "touchpoints")
    return {name: int(counts[name]) for name in named if name in counts}


def _name(source: str) -> str:
    """A file without its folders, which may say more than a report should."""
    return source.replace("\\", "/").rpartition("/")[2]
