"""What an import did: counts, what was refused and where, as the command line prints it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from console.models.table_mapping import ImportMapping

# A list of a million bad lines helps nobody; the count goes on.
REJECTED_KEPT = 10_000
REASONS_KEPT = 50
COUNTED = ("read", "created", "updated", "unchanged", "kept", "skipped", "touchpoints", "seconds")


@dataclass(frozen=True, slots=True)
class Rejected:
    """One thing that did not go in.

    Attributes:
        source: the file as it was named.
        where: "line 12", "entry 3", "line 2, entry 7" or "file".
        reason: a clause without personal data, fit to follow "this".
    """

    source: str
    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """A file with what was rejected of one source, to correct and import; `count` of them."""

    file: Path
    source: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """Counts of one import: `read` resources; created, updated, unchanged and kept people.

    A person with one field brought up to date and another kept as corrected here counts in both.

    Attributes:
        skipped: resources that are not ours to hold (kinds, animals, vaccines not given).
        skipped_kinds: the same by reason or resource type.
        rejected: the first 10,000 of `rejected_count`.
        touchpoints: new on the timelines.
        remarks: cells that were left empty, by reason; their rows went in.
        mapping: how tables were read, where there were any.
        record: the import's id in the shared database; none of a dry run.
        paused: it was stopped on the way; importing the same again goes on.
        went_on: it went on with an earlier one that had not come to its end.
        rejected_files: where what was rejected lies, when that was asked for.
        rejected_rest: how much of it lies in none of them, because nobody can tell it apart.
        rejected_fault: why these files could not be written, as a sentence.
    """

    read: int
    created: int
    updated: int
    unchanged: int
    kept: int
    skipped: int
    rejected: tuple[Rejected, ...]
    touchpoints: int
    seconds: float
    rejected_count: int = 0
    skipped_kinds: dict[str, int] = field(default_factory=dict)
    dry_run: bool = False
    remarks: dict[str, int] = field(default_factory=dict)
    mapping: ImportMapping | None = None
    record: UUID | None = None
    paused: bool = False
    went_on: bool = False

    def counts(self) -> dict[str, Any]:
        """What stands in the import's record: numbers, and why things were rejected, how often."""
        document = self.document()
        numbers = {name: document[name] for name in COUNTED}
        reasons = Counter(entry.reason for entry in self.rejected)
        return {
            **numbers,
            "rejected": self.rejected_count,
            "reasons": dict(reasons.most_common(REASONS_KEPT)),
            "skipped_kinds": self.skipped_kinds,
            "remarks": self.remarks,
        }

    rejected_files: tuple[RejectedFile, ...] = ()
    rejected_rest: int = 0
    rejected_fault: str = ""

    def document(self) -> dict[str, Any]:
        """The report as JSON types, with the command line's keys."""
        return {
            "read": self.read,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "kept": self.kept,
            "skipped": self.skipped,
            "rejected": [
                {"source": entry.source, "where": entry.where, "reason": entry.reason}
                for entry in self.rejected
            ],
            "touchpoints": self.touchpoints,
            "seconds": round(self.seconds, 3),
            "rejected_count": self.rejected_count,
            "skipped_kinds": self.skipped_kinds,
            "dry_run": self.dry_run,
            "import": str(self.record) if self.record else None,
            "paused": self.paused,
            "went_on": self.went_on,
            "remarks": self.remarks,
            "rejected_files": [
                {"file": str(one.file), "source": one.source, "count": one.count}
                for one in self.rejected_files
            ],
        }


class Tally:
    """The counts while an import runs; people count once each, however often they come.

    `note` is told every rejection, also those that are not kept here.
    """

    def __init__(self, note: Callable[[Rejected], None] | None = None) -> None:
        self._note = note
        self.read = 0
        self.touchpoints = 0
        self.rejected: list[Rejected] = []
        self.rejected_count = 0
        self.skipped: Counter[str] = Counter()
        self.remarks: Counter[str] = Counter()
        self._created: set[UUID] = set()
        self._updated: set[UUID] = set()
        self._unchanged: set[UUID] = set()
        self._kept: set[UUID] = set()

    def reject(self, rejected: Rejected) -> None:
        self.rejected_count += 1
        if self._note:
            self._note(rejected)
        if len(self.rejected) < REJECTED_KEPT:
            self.rejected.append(rejected)

    def skip(self, reason: str, count: int = 1) -> None:
        self.skipped[reason] += count

    def remark(self, reason: str) -> None:
        """A cell could not be used; its row goes in without it."""
        self.remarks[reason] += 1

    def take_up(self, created: set[UUID], updated: set[UUID], touchpoints: int) -> None:
        """Begins with what the same import had brought before it was cut off."""
        self._created |= created
        self._updated |= updated - created
        self.touchpoints += touchpoints

    def created(self, person: UUID) -> None:
        self._created.add(person)

    def seen(self, person: UUID, *, updated: bool, kept: bool) -> None:
        """A person who was on record: what became of the values that came."""
        if person in self._created:
            return
        if updated:
            self._updated.add(person)
        if kept:
            self._kept.add(person)
        if not updated and not kept:
            self._unchanged.add(person)

    def report(
        self, seconds: float, *, dry_run: bool, mapping: ImportMapping | None = None
    ) -> ImportReport:
        changed = self._updated | self._kept
        return ImportReport(
            read=self.read,
            created=len(self._created),
            updated=len(self._updated),
            unchanged=len(self._unchanged - changed),
            kept=len(self._kept),
            skipped=self.skipped.total(),
            rejected=tuple(self.rejected),
            rejected_count=self.rejected_count,
            touchpoints=self.touchpoints,
            seconds=seconds,
            skipped_kinds=dict(sorted(self.skipped.items())),
            dry_run=dry_run,
            remarks=dict(sorted(self.remarks.items())),
            mapping=mapping,
        )
