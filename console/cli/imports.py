"""`import`: bringing people and touchpoints in, with progress."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from console.cli.output import AsJson, failing, report, say
from console.errors import Refused

if TYPE_CHECKING:
    from console.services.imports.report import ImportReport


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
        lines = _lines(result)
        if proposal:
            # What is shown is a mapping as it stands, to be saved with `>` and corrected.
            document["mapping"] = proposal.text()
            lines = [*(f"# {line}" for line in lines), proposal.text().rstrip()]
        report(document, lines, as_json)
        if result.rejected_count:
            rest = "would go in" if dry_run else "went in"
            say(f"Rejected: {result.rejected_count}. The rest {rest}.")


def _lines(result: "ImportReport") -> list[str]:
    """The report in words: the counts, why something was left out, and what was refused where."""
    people = (
        f"{result.created} created, {result.updated} updated, {result.unchanged} unchanged, "
        f"{result.kept} kept as corrected here"
    )
    return [
        f"Records read: {result.read}. People: {people}. New touchpoints: {result.touchpoints}. "
        f"Skipped: {result.skipped}. Rejected: {result.rejected_count}. "
        f"Seconds: {result.seconds:.1f}.",
        *(f"Skipped, {count} times: {why}" for why, count in result.skipped_kinds.items()),
        *(f"Left empty, {count} times: {why}" for why, count in result.remarks.items()),
        *(f"{one.source} {one.where}: {one.reason}" for one in result.rejected),
    ]


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
