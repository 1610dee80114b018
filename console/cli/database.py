"""`database`: making, upgrading, checking and rebuilding the shared database."""

from typing import TYPE_CHECKING, Annotated

import typer

from console.cli.grant import grant, secret, unusual
from console.cli.output import AsJson, failing, report, say

if TYPE_CHECKING:
    from console.services.maintenance import Condition


def register(app: typer.Typer) -> None:
    room = typer.Typer(help="The shared database.", no_args_is_help=True, rich_markup_mode=None)
    room.command()(create)
    room.command()(upgrade)
    room.command()(check)
    room.command()(rebuild)
    room.command()(grant)
    room.command()(unusual)
    app.add_typer(room, name="database")


def create(context: typer.Context, as_json: AsJson = False) -> None:
    """Makes the schema and publishes the shipped playbooks, scripts, content, codes and rules."""
    from console.services import maintenance

    with failing(context.obj.profile):
        _report(maintenance.bring_up(context.obj.database, secret(context.obj)), as_json)


def upgrade(context: typer.Context, as_json: AsJson = False) -> None:
    """Brings the schema up to this release; does nothing when it is."""
    create(context, as_json)


def check(
    context: typer.Context,
    head: Annotated[
        str | None,
        typer.Option("--head", metavar="NUMBER:HASH", help="A head of the audit kept elsewhere."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compares the database with what this release expects, and verifies the audit's seals."""
    from console.services import maintenance

    with failing(context.obj.profile):
        _report(maintenance.check(context.obj.database, secret(context.obj), head), as_json)


def rebuild(context: typer.Context, as_json: AsJson = False) -> None:
    """Makes what is derived anew: search keys, journey states."""
    from console.services import maintenance

    with failing(context.obj.profile):
        _report(maintenance.rebuild(context.obj.database, secret(context.obj)), as_json)


def _report(found: "Condition", as_json: bool) -> None:
    document = {name: getattr(found, name) for name in found.__dataclass_fields__}
    report(
        document,
        [f"Revision {found.revision}, expected {found.expected}.", *_audit(found)],
        as_json,
    )
    for problem in found.problems:
        say(problem)
    if not found.ok:
        raise typer.Exit(1)


def _audit(found: "Condition") -> list[str]:
    head = found.audit.head if found.audit else None
    lines = [f"{job.name}: {job.behind:.0f} s behind" for job in found.worker]
    if found.audit and head:
        sealed = f"{found.audit.rows} rows under {found.audit.seals} seals"
        lines.append(f"Audit: {sealed}. Keep this head elsewhere: {head.number}:{head.hash}")
    return lines
