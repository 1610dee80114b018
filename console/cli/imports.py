"""`import`, `imports`, `undo-import`: bringing people and touchpoints in, and taking them back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from console.cli.output import AsJson, failing, report, say
from console.cli.steering import pausing, steering
from console.errors import EnvironmentFault, Refused

if TYPE_CHECKING:  # a command waits only for what it needs
    from console.models.views import ImportView
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
    app.command("imports")(imports)
    app.command("undo-import")(undo_import)


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
    steered: Annotated[bool, typer.Option("--steered", hidden=True)] = False,
    as_json: AsJson = False,
) -> None:
    """People and touchpoints from files or folders; again changes nothing.

    Ctrl+C pauses it after a batch; the same command goes on, and so it does after a crash.

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
        shown = steering() if steered else _progress()
        with Center(context.obj) as center, shown as progress, pausing(steered) as pause:
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
                pause=pause,
                rejects=rejected,
            )
            proposal = None
            if dry_run and result.mapping:
                today = center.clock().date()
                proposal = propose(paths, today=today, mapping=given, saved=saved)
        _tell(result, rejected, proposal.text() if proposal else "", as_json=as_json)


def _tell(result: "ImportReport", folder: Path | None, mapping: str, *, as_json: bool) -> None:
    """The report; a `mapping` stands there as it is, to be saved with `>` and corrected.

    Raises EnvironmentFault where what was rejected could not be written to the `folder`.
    """
    document = result.document()
    lines = [*_lines(result), *_about_files(result, folder)]
    if mapping:
        document["mapping"] = mapping
        lines = [*(f"# {line}" for line in lines), mapping.rstrip()]
    report(document, lines, as_json)
    if result.paused:
        say("Paused. What was read so far stays; the same command goes on.")
    if result.rejected_count:
        rest = "would go in" if result.dry_run else "went in"
        say(f"Rejected: {result.rejected_count}. The rest {rest}.")
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
    """A bar on standard error, for a person who looks; told how far, of what, resources read."""
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


def imports(context: typer.Context, as_json: AsJson = False) -> None:
    """The imports on record, newest first: who brought what, and how it ended."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        found = center.imports.latest()
        report({"imports": found}, [_line(one) for one in found], as_json)


def _line(one: "ImportView") -> str:
    names = ", ".join(one.files[:3]) + (", …" if len(one.files) > 3 else "")
    counted = ("read", "created", "updated", "touchpoints", "rejected")
    counts = ", ".join(f"{one.counts[name]} {name}" for name in counted if name in one.counts)
    return f"{one.id} {one.at:%Y-%m-%d %H:%M} {one.by} {one.state}: {names} ({counts or 'cut off'})"


def undo_import(
    context: typer.Context,
    record: Annotated[UUID, typer.Argument(metavar="IMPORT")],
    stops: Annotated[
        bool, typer.Option("--stops", help="Revocations of consent, too, which else stay.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Takes an import back, but for what somebody changed since or another import told again."""
    from console.models.ids import CommandId
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        counts = center.imports.undo(CommandId(record), stops=stops)
        left = counts.get("left", 0)
        lines = [
            f"Undone: {counts.get('facts', 0)} facts no longer count, {counts.get('people', 0)} "
            f"people are gone again, {counts.get('fields', 0)} fields say what they said before.",
            *([f"{left} records stay, as somebody worked on them since."] if left else []),
        ]
        report({"import": record, **counts}, lines, as_json)
        if counts.get("stops_kept"):
            say(f"{counts['stops_kept']} revocations stay in force; --stops takes them back, too.")
