"""`log`, `outbox`, `sync`: dispositions as JSON lines, and what waits at this desk."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from console.cli.output import AsJson, failing, report, say
from console.errors import BadInput


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
    from console.services.center import Center
    from console.services.log_lines import LogLines
    from console.services.profile import ProfileLock

    with failing(), ProfileLock(context.obj.profile), Center(context.obj) as center:
        lines = _lines(file)
        answer = LogLines(center).log(lines)
        if answer.logged:
            _send(center)
        report(
            {"logged": answer.logged, "refused": answer.refused},
            [
                *(f"Logged {entry.id}: {entry.code}" for entry in answer.logged),
                *(f"Line {entry.line} refused: {entry.reason}" for entry in answer.refused),
            ],
            as_json,
        )
        if answer.refused:
            if as_json:
                say(f"{len(answer.refused)} of {len(lines)} lines were refused.")
            raise typer.Exit(1)


def outbox(context: typer.Context, as_json: AsJson = False) -> None:
    """What waits at this desk."""
    from console.services.center import Center
    from console.services.profile import ProfileLock

    with failing(), ProfileLock(context.obj.profile), Center(context.obj) as center:
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


def sync(context: typer.Context, as_json: AsJson = False) -> None:
    """Sends what waits, once, now."""
    from console.services.center import Center
    from console.services.profile import ProfileLock

    with failing(), ProfileLock(context.obj.profile), Center(context.obj) as center:
        center.outbox.recover()
        done = center.sync.once(now=True)
        document = {name: getattr(done, name) for name in done.__dataclass_fields__}
        offline = document.pop("offline")
        report(
            document,
            [f"{done.confirmed} confirmed, {done.still_pending} still pending."],
            as_json,
        )
        if offline:
            say(offline)
            raise typer.Exit(1)


def _send(center: object) -> None:
    """Logging from the command line sends at once, when the server is there."""
    from console.services.center import Center

    assert isinstance(center, Center)  # noqa: S101 - only to keep the start free of imports
    center.outbox.recover()
    center.sync.once(now=True)


def _lines(file: str) -> list[str]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"{file} cannot be read. Give a text file of JSON lines, or -.") from None
    return text.splitlines()
