"""`log`, `outbox`, `sync`: dispositions as JSON lines, and what waits at this desk."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from console.cli.output import AsJson, failing, report, say
from console.errors import BadInput, ConsoleError
from console.settings import Settings

if TYPE_CHECKING:
    from console.services.center import Center


def register(app: typer.Typer) -> None:
    app.command()(log)
    app.command()(outbox)
    app.command()(sync)


def log(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE|-")],
    as_json: AsJson = False,
) -> None:
    """Dispositions as JSON lines, through the same rules and the same outbox as the screen."""
    from console.services.log_lines import LogLines

    with desk(context.obj) as center:
        answer = LogLines(center).log(_lines(file))
        report(
            {"logged": answer.logged, "refused": answer.refused},
            [f"Logged {entry.id}: {entry.code}" for entry in answer.logged],
            as_json,
        )
        if answer.logged and (waits := _send(center)):
            say(waits)
        for entry in answer.refused:
            say(f"Line {entry.line} refused: {entry.reason}")
        if answer.refused:
            raise typer.Exit(1)


def outbox(context: typer.Context, as_json: AsJson = False) -> None:
    """What waits at this desk."""
    with desk(context.obj) as center:
        view = center.outbox.view()
        counts = {name: getattr(view.counts, name) for name in view.counts.__dataclass_fields__}
        entries = [
            {"id": e.id, "kind": e.kind, "state": e.state, "tries": e.tries, "error": e.error}
            for e in view.entries
        ]
        report(
            {**counts, "entries": entries},
            [", ".join(f"{count} {name}" for name, count in counts.items() if count) or "Empty."]
            + [f"{e.id}  {e.kind}  {e.state}  {e.error or ''}" for e in view.entries],
            as_json,
        )


def sync(
    context: typer.Context,
    new_server: Annotated[
        bool, typer.Option("--new-server", help="The server was restored or moved, and is right.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Sends what waits, once, now."""
    with desk(context.obj) as center:
        if new_server:
            center.server.accept()
        done = center.sync.once(now=True)
        document = {name: getattr(done, name) for name in done.__dataclass_fields__}
        offline, _ = document.pop("offline"), document.pop("wrong_server")
        report(
            document,
            [f"{done.confirmed} confirmed, {done.still_pending} still pending."],
            as_json,
        )
        if offline:
            say(offline)
            raise typer.Exit(1)
        if not done.confirmed:
            center.sync.look()  # nothing was sent: is the database there, and of this release?


@contextmanager
def desk(settings: Settings) -> Iterator["Center"]:
    """The center of a profile that nobody else works in meanwhile."""
    from console.services.center import Center
    from console.services.profile import ProfileLock

    with (
        failing(settings.profile),
        ProfileLock(settings.workstation_file.parent),
        Center(settings) as center,
    ):
        yield center


def _send(center: "Center") -> str | None:
    """Sends at once, when the server is there; else why it waits: what is logged stays logged."""
    try:
        done = center.sync.once(now=True)
    except ConsoleError as error:
        return error.message
    if done.held or done.quarantined or done.conflict:
        return "Some entries at this desk could not be sent. See why with: outbox"
    return done.offline


def _lines(file: str) -> list[str]:
    """Lines end with a line feed alone: what else parts lines elsewhere may stand within JSON."""
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise BadInput(
            f"{file} cannot be read ({error.strerror}). Give a text file of JSON lines, or -."
        ) from None
    lines = content.decode("utf-8-sig", errors="surrogateescape").split("\n")
    if not any(line.strip() for line in lines):
        raise BadInput(f"There is no disposition in {file}. Write one JSON object a line.")
    return lines
