"""`import`: bringing people and touchpoints in, with progress."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
    """People and touchpoints from files or folders; again changes nothing.

    A dry run shows the mapping by which tables would be read; save it, correct it, and give it
    with --mapping.
    """
    from console.services.center import Center
    from console.services.imports import import_paths, load_mapping, propose

    with failing(context.obj.profile):
        if wanted in (Format.HL7, Format.EVENTS):
            raise Refused(f"This release imports FHIR and tables; {wanted} comes with a later one.")
        given = load_mapping(mapping) if mapping else None
        saved = context.obj.profile / "mappings"
        with Center(context.obj) as center, _progress() as progress:
            result = import_paths(
                center.shared,
                paths,
                format=wanted.value,
                author=center.identity.acting().login,
                now=center.clock(),
                zone=center.library().rules.zone,
                dry_run=dry_run,
                progress=progress,
                mapping=given,
                saved=saved,
            )
            proposal = None
            if dry_run and result.mapping:
                today = center.clock().date()
                proposal = propose(paths, today=today, mapping=given, saved=saved)
        document = result.document()
        counts = ", ".join(
            f"{count} {name}"
            for name, count in document.items()
            if isinstance(count, int | float) and not isinstance(count, bool)
        )
        lines = [counts, *(f"{r.source} {r.where}: {r.reason}" for r in result.rejected)]
        if proposal:
            # What is shown is a mapping as it stands, to be saved with `>` and corrected.
            document["mapping"] = proposal.text()
            lines = [*(f"# {line}" for line in lines), proposal.text().rstrip()]
        report(document, lines, as_json)
        if result.rejected_count:
            say(f"{result.rejected_count} records were rejected; the rest went in.")


@contextmanager
def _progress() -> Iterator[Callable[[int, int, int], None]]:
    """A bar on standard error, for a person who looks; told bytes read, of how many, resources."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[read]} read"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task("Importing", total=None, read=0)
        yield lambda done, total, read: bar.update(task, completed=done, total=total, read=read)
