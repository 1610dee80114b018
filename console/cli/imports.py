"""`import`: bringing people and touchpoints in, with progress."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from console.cli.output import AsJson, failing, report, say
from console.errors import EnvironmentFault, Refused

if TYPE_CHECKING:  # a command waits only for what it needs
    from console.services.imports import ImportReport


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
    rejected: Annotated[
        Path | None,
        typer.Option(
            "--rejected", metavar="FOLDER", help="Write what was rejected there, to correct it."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Change nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """People and touchpoints from files or folders; again changes nothing.

    A dry run shows the mapping by which tables would be read; save it, correct it, and give it
    with --mapping. What was rejected lies in the folder that --rejected names, a file for each
    source, with the reasons beside it: correct it there and import that folder.
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
                rejects=rejected,
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
        lines += _about_files(result, rejected)
        if proposal:
            # What is shown is a mapping as it stands, to be saved with `>` and corrected.
            document["mapping"] = proposal.text()
            lines = [*(f"# {line}" for line in lines), proposal.text().rstrip()]
        report(document, lines, as_json)
        if result.rejected_count:
            say(f"{result.rejected_count} records were rejected; the rest went in.")
        if result.rejected_fault:
            raise EnvironmentFault(result.rejected_fault)


def _about_files(result: "ImportReport", folder: Path | None) -> Iterator[str]:
    """What lies where of what was rejected, and what to do with it."""
    for one in result.rejected_files:
        held = f"{one.count} rejected" if one.count else "what goes with the rejected"
        yield f"{one.file}: {held} of {one.source}"
    if result.rejected_files:
        yield f"Correct what is in {folder}, then: engagement-console import {folder}"
    if result.rejected_rest:
        yield (
            f"{result.rejected_rest} rejected in no such file: whole files, and what cannot be "
            "told apart. Correct it where it stands."
        )


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
