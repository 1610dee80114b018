"""Scenes of bringing people in: the list, choosing, an import that runs, reports, the question."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from console.models.ids import CommandId, Login
from console.models.terms import ImportState
from console.models.views import ImportView
from console.ui.imports.sheet import ImportsSheet
from console.ui.imports.values import Progress, Shown, of_document

if TYPE_CHECKING:
    from tests.shots.__main__ import Scene

NOW = datetime(2026, 11, 19, 14, 41, tzinfo=UTC)
ZONE = "America/New_York"
COUNTS = {
    "read": 48_210, "created": 12_304, "updated": 318, "unchanged": 1_988, "kept": 12,
    "touchpoints": 30_115, "rejected": 37, "skipped": 3_410, "seconds": 301.2,
    "reasons": {"has a birth date that is none": 21, "has neither a name nor a number": 15,
                "refers to a person who is not there": 1},
    "skipped_kinds": {"Observation": 3_102, "Claim": 308},
    "remarks": {"a phone number could not be read": 64},
}  # fmt: skip
DOCUMENT = {
    **COUNTS,
    "rejected": [
        {"source": f"export/people-{n % 3}.csv", "where": f"line {17 * n + 4}", "reason": reason}
        for n, reason in enumerate(
            ["has a birth date that is none"] * 21 + ["has neither a name nor a number"] * 15
            + ["refers to a person who is not there"]
        )
    ],
    "rejected_count": 37, "dry_run": False, "paused": False, "import": str(UUID(int=1)),
    "rejected_files": [{"file": "/data/people-rejected/people-0.csv", "source": "", "count": 12}],
}  # fmt: skip


def view(
    number: int, state: ImportState, *files: str, hours: float, name: str = "Jordan Mays",
    counts: dict[str, object] | None = None, mark: str = "",
) -> ImportView:  # fmt: skip
    return ImportView(
        id=CommandId(UUID(int=number)), at=NOW - timedelta(hours=hours), by=Login("jmays"),
        name=name, format="auto", files=files, size=1, mark=mark or str(number), state=state,
        changed_at=None, counts=counts or {}, undone={},
    )  # fmt: skip


IMPORTS = (
    view(5, ImportState.OPEN, "visits-2026.ndjson", hours=0.4, mark="here"),
    view(1, ImportState.DONE, "people-0.csv", "people-1.csv", "people-2.csv", "codes.csv",
         hours=3, counts=COUNTS),
    view(2, ImportState.PAUSED, "campaign.xlsx", hours=20, name="Priya Raman",
         counts={"created": 812, "touchpoints": 1_204}),
    view(3, ImportState.UNDONE, "wrong-region.csv", hours=44, counts={"created": 5_120}),
    view(4, ImportState.DONE, "bundle.json", hours=800, name="Dana Okafor",
         counts={"created": 0, "updated": 1}),
)  # fmt: skip


def _sheet(scene: "Scene", *, running: str = "", why_not: str = "") -> ImportsSheet:
    assert scene.app.desk is not None
    flow = scene.app.desk.imports
    scene.hands.press("Alt+Shift+I")
    shown = Shown(
        imports=IMPORTS, kept=frozenset({"here", "2"}), running=running, undoing=None,
        is_busy=bool(running), why_not=why_not, zone=ZONE, now=NOW,
    )  # fmt: skip
    flow.sheet.show_imports(shown)
    return flow.sheet


def imports(scene: "Scene") -> None:
    """One was cut off, and can go on."""
    _sheet(scene)


def imports_none(scene: "Scene") -> None:
    scene.hands.press("Alt+Shift+I")


def imports_read_only(scene: "Scene") -> None:
    """As a rep sees them on a server."""
    assert scene.app.desk is not None
    scene.app.center.shared.dialect = "postgresql"  # type: ignore[union-attr]
    why_not = scene.app.desk.imports._why_not()
    scene.app.center.shared.dialect = "sqlite"  # type: ignore[union-attr]
    _sheet(scene, why_not=why_not)
    scene.hands.press("Down")


def import_choose(scene: "Scene") -> None:
    sheet = _sheet(scene)
    scene.hands.press("Alt+1")
    sheet.add((Path("/data/export/people.csv"), Path("/data/export/visits.csv")))
    sheet.choose.show_refused("There is no file or folder /data/export/visits.csv.")


def import_runs(scene: "Scene") -> None:
    """In the sheet and in the status bar."""
    sheet = _sheet(scene, running="here")
    progress = Progress(
        "Importing visits-2026.ndjson: 12,300 read, 40 %", "Importing: 12,300 read, 40 %", 0.4, True
    )
    sheet.show_progress(progress)
    scene.app.window.status.set_work(progress.short)


def import_report(scene: "Scene") -> None:
    sheet = _sheet(scene)
    sheet.keep(of_document(DOCUMENT))
    scene.hands.press("Down", "Return")


def import_tried(scene: "Scene") -> None:
    """A dry run is over."""
    _sheet(scene).open_report(of_document({**DOCUMENT, "dry_run": True, "import": None}))


def import_undo(scene: "Scene") -> None:
    _sheet(scene)
    scene.hands.press("Down", "Alt+3")


SCENES = (
    imports, imports_none, imports_read_only, import_choose, import_runs, import_report,
    import_tried, import_undo,
)  # fmt: skip
