"""The program's entry: global options, then the command.

When you add a command: a function in the file of its noun, registered there on `app`.
"""

import os
from pathlib import Path
from typing import Annotated

import typer

from console.cli.output import failing
from console.settings import from_environment

app = typer.Typer(
    help="The engagement-center console.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    profile: Annotated[
        Path | None, typer.Option("--profile", metavar="DIR", help="This desk's own folder.")
    ] = None,
    database: Annotated[
        str | None, typer.Option("--database", metavar="URL", help="The shared database.")
    ] = None,
    login: Annotated[
        str | None,
        typer.Option("--as", metavar="LOGIN", help="Who acts, on the embedded database only."),
    ] = None,
) -> None:
    """Without a command, the console opens."""
    context.obj = from_environment(profile, database, login)
    if context.invoked_subcommand is None:
        from console.cli.start import open_console

        with failing():
            open_console(context.obj, None)


def main() -> None:
    """Runs the command line; a closed pipe (`… | head`) ends it quietly."""
    from console.cli import database, imports, logs, people, publications, start, worker

    for room in (start, imports, people, logs, worker, database, publications):
        room.register(app)
    try:
        app()
    except BrokenPipeError:
        os._exit(0)
