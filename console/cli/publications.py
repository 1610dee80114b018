"""`publish`, `publications`, `playbook check`: what the guide says and which codes there are."""

from pathlib import Path
from typing import Annotated

import typer

from console.cli.output import AsJson, failing, report, say
from console.models.bodies import Codes

Files = Annotated[list[Path], typer.Argument(metavar="FILE...")]


def register(app: typer.Typer) -> None:
    app.command()(publish)
    app.command()(publications)
    room = typer.Typer(help="Playbooks and scripts.", no_args_is_help=True, rich_markup_mode=None)
    room.callback()(nothing_else)
    room.command("check")(check)
    app.add_typer(room, name="playbook")


def nothing_else() -> None:
    """Playbooks and scripts."""


def publish(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...")],
    note: Annotated[str, typer.Option("--note", help="What changed.")] = "",
    as_json: AsJson = False,
) -> None:
    """Publishes new versions from files; what did not change stays as it is."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        done = center.publications.publish(
            paths, center.identity.acting().login, center.clock(), note=note
        )
        published = [
            {"kind": entry.kind, "key": entry.key, "version": entry.version}
            for entry in done
            if entry.is_new
        ]
        report(
            {"published": published},
            [f"{e['kind']} {e['key']} version {e['version']}" for e in published]
            or ["Nothing changed: these versions are published already."],
            as_json,
        )


def publications(
    context: typer.Context,
    codes: Annotated[bool, typer.Option("--codes", help="The outcome codes in force.")] = False,
    as_json: AsJson = False,
) -> None:
    """Lists all versions, or the outcome codes that a call may end with."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        if codes:
            _report_codes(center.library().codes, as_json)
            return
        listed = center.publications.list()
        report(
            {"publications": listed},
            [f"{e.kind} {e.key} version {e.version}, by {e.author}" for e in listed],
            as_json,
        )


def _report_codes(codes: Codes, as_json: bool) -> None:
    picked = [code for code in codes.codes if not code.system]
    listed = [
        {
            "code": code.code,
            "label": code.label,
            "group": code.group,
            "needs": code.needs,
            "reasons": code.reasons,
        }
        for code in picked
    ]
    lines = [
        f"{code.code}  {code.label}"
        + (f"  needs: {', '.join(code.needs)}" if code.needs else "")
        + (f"  reasons: {', '.join(code.reasons)}" if code.reasons else "")
        for code in picked
    ]
    report({"codes": listed}, lines, as_json)


def check(context: typer.Context, files: Files, as_json: AsJson = False) -> None:
    """Validates playbooks, scripts, content, codes and rules."""
    from console.services.publications import check_files

    with failing(context.obj.profile):
        checked = check_files(files)
        report(
            {"files": checked},
            [
                line
                for entry in checked
                for line in (
                    [f"{entry.file}: {p.line}: {p.message}" for p in entry.problems]
                    or [f"{entry.file}: ok"]
                )
            ],
            as_json,
        )
        if not all(entry.ok for entry in checked):
            say("Some files have problems.")
            raise typer.Exit(1)
