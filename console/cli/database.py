"""`database`: making, upgrading, checking and rebuilding the shared database."""

import typer

from console.cli.output import AsJson, failing, report, say


def register(app: typer.Typer) -> None:
    room = typer.Typer(help="The shared database.", no_args_is_help=True, rich_markup_mode=None)
    room.command()(create)
    room.command()(upgrade)
    room.command()(check)
    room.command()(rebuild)
    app.add_typer(room, name="database")


def create(context: typer.Context, as_json: AsJson = False) -> None:
    """Makes the schema and publishes the shipped playbooks, scripts, content, codes and rules."""
    _bring_up(context, as_json)


def upgrade(context: typer.Context, as_json: AsJson = False) -> None:
    """Brings the schema up to this release; does nothing when it is."""
    _bring_up(context, as_json)


def check(context: typer.Context, as_json: AsJson = False) -> None:
    """Compares the database with what this release expects."""
    from console.services import maintenance

    with failing():
        found = maintenance.check(context.obj.database, _secret(context))
        _report(found, as_json)


def rebuild(context: typer.Context, as_json: AsJson = False) -> None:
    """Makes what is derived anew: search keys, journey states."""
    from console.services import maintenance

    with failing():
        _report(maintenance.rebuild(context.obj.database, _secret(context)), as_json)


def _bring_up(context: typer.Context, as_json: bool) -> None:
    from console.services import maintenance

    with failing():
        _report(maintenance.bring_up(context.obj.database, _secret(context)), as_json)


def _report(found: object, as_json: bool) -> None:
    from console.services.maintenance import Condition

    assert isinstance(found, Condition)  # noqa: S101 - only to keep the start free of imports
    document = {name: getattr(found, name) for name in found.__dataclass_fields__}
    report(
        document,
        [f"Revision {found.revision}, expected {found.expected}.", *found.problems],
        as_json,
    )
    if not found.ok:
        if as_json:
            say(found.problems[0] if found.problems else "The database is not as expected.")
        raise typer.Exit(1)


def _secret(context: typer.Context) -> str | None:
    from console.services import credentials
    from console.services.database import shared_url

    url = shared_url(context.obj.database)
    return credentials.password(url.host, url.username) if url.host and url.username else None
