"""What the command line writes: reports to standard output, everything else to standard error."""

import json
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path, PurePath
from typing import Annotated, Any
from uuid import UUID, uuid4

import typer

from console.errors import ConsoleError, Offline

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document, nothing else.")]
FAULTS = "faults.log"


@contextmanager
def failing(profile: Path) -> Iterator[None]:
    """Turns an error into one sentence on standard error and exit code 1.

    Of one that is not ours, the traceback goes to a file of the profile, without the error's own
    text, which may be about a person.
    """
    try:
        yield
    except ConsoleError as error:
        say(error.asked if isinstance(error, Offline) else error.message)
        raise typer.Exit(1) from None
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        say(_noted(error, profile))
        raise typer.Exit(1) from None


def say(text: str) -> None:
    with suppress(BrokenPipeError):
        typer.echo(text, err=True)


def report(document: dict[str, Any], lines: list[str], as_json: bool) -> None:
    """Writes the document, or its lines for people, whole."""
    if as_json:
        plainly = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        lines = [json.dumps(document, default=plain, ensure_ascii=not plainly)]
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _write_no_more()


def plain(value: object) -> object:
    """What JSON has no word for: times with offset, ids, terms, views."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID | PurePath):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, frozenset | set):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _write_no_more() -> None:
    """Who reads (`… | head`) has seen enough; the work goes on, and ends without complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _noted(error: Exception, profile: Path) -> str:
    reference = uuid4().hex[:8]
    said = f"Something in the program went wrong (reference {reference})."
    frames = "".join(traceback.format_tb(error.__traceback__))
    entry = f"{datetime.now(UTC).isoformat()} {reference} {type(error).__name__}\n{frames}\n"
    try:
        with (profile / FAULTS).open("a", encoding="utf-8") as file:
            file.write(entry)
    except OSError:
        return f"{said} Tell your administrator."
    return f"{said} Send {profile / FAULTS} to your administrator."
