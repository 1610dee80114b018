"""`import`: bringing people and touchpoints in, with progress."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from console.cli.output import AsJson, failing, report, say
from console.errors import Refused


class Format(StrEnum):
    AUTO = "auto"
    FHIR = "fhir"
    CSV = "csv"
    CRM = "crm"
    HL7 = "hl7"
    EVENTS = "events"


def register(app: typer.Typer) -> None:
    app.command("import")(import_)


def import_(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...")],
    wanted: Annotated[Format, typer.Option("--format")] = Format.AUTO,
    mapping: Annotated[Path | None, typer.Option("--mapping", metavar="FILE")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Change nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """People and touchpoints from files or folders; again changes nothing."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    from console.services.center import Center
    from console.services.imports import import_paths

    with failing():
        if wanted not in (Format.AUTO, Format.FHIR) or mapping is not None:
            raise Refused(f"This release imports FHIR R4 only; {wanted} comes with a later one.")
        with (
            Center(context.obj) as center,
            Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                TextColumn("{task.fields[read]} read"),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            ) as bar,
        ):
            task = bar.add_task("Importing", total=None, read=0)

            def progress(done: int, total: int, read: int) -> None:
                bar.update(task, completed=done, total=total, read=read)

            result = import_paths(
                center.shared,
                paths,
                format=wanted.value,
                author=center.acting().login,
                now=center.clock(),
                dry_run=dry_run,
                progress=progress,
            )
        document = {name: getattr(result, name) for name in result.__dataclass_fields__}
        counts = ", ".join(
            f"{count} {name}" for name, count in document.items() if name != "rejected"
        )
        report(
            document,
            [counts, *(f"{r.source} {r.where}: {r.reason}" for r in result.rejected)],
            as_json,
        )
        if result.rejected and as_json:
            say(f"{len(result.rejected)} records were rejected; the rest went in.")
