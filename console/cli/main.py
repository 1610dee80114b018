"""The program's entry: global options, then the command.

When you add a command: a function in the file of its noun, registered there on the app it is given.
"""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from console.cli import (
    database,
    imports,
    logs,
    people,
    privacy,
    publications,
    recovery,
    start,
    worker,
)
from console.cli.output import failing, say
from console.errors import BadInput
from console.settings import from_environment

ROOMS = (start, imports, people, logs, worker, database, publications, privacy, recovery)


def make_app() -> typer.Typer:
    """The command line with all its rooms; none of them imports a database or a window yet."""
    app = typer.Typer(
        help="The engagement-center console.",
        no_args_is_help=False,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback(invoke_without_command=True)(begin)
    for room in ROOMS:
        room.register(app)
    return app


def begin(
    context: typer.Context,
    profile: Annotated[
        Path | None, typer.Option("--profile", metavar="DIR", help="This desk's own folder.")
    ] = None,
    url: Annotated[
        str | None, typer.Option("--database", metavar="URL", help="The shared database.")
    ] = None,
    login: Annotated[
        str | None,
        typer.Option("--as", metavar="LOGIN", help="Who acts, on the embedded database only."),
    ] = None,
    ca: Annotated[
        Path | None,
        typer.Option("--ca", metavar="FILE", help="The organization's CA, which servers need."),
    ] = None,
) -> None:
    """Without a command, the console opens."""
    try:
        context.obj = from_environment(profile, url, login, ca)
    except BadInput as error:
        say(error.message)
        raise typer.Exit(1) from None
    if context.invoked_subcommand is None:
        with failing(context.obj.profile):
            start.open_console(context.obj, None)


def main() -> None:
    """Runs the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a name that the terminal cannot write is no fault
            stream.reconfigure(errors="backslashreplace")
    make_app()()
