"""What the command line writes: reports to standard output, everything else to standard error."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any
from uuid import UUID

import typer

from console.errors import ConsoleError

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document, nothing else.")]


@contextmanager
def failing() -> Iterator[None]:
    """Turns an error of ours into one sentence on standard error and exit code 1."""
    try:
        yield
    except ConsoleError as error:
        say(error.message)
        raise typer.Exit(1) from None


def say(text: str) -> None:
    typer.echo(text, err=True)


def report(document: dict[str, Any], lines: list[str], as_json: bool) -> None:
    """Writes the document, or its lines for people."""
    if as_json:
        json.dump(document, sys.stdout, default=plain, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        for line in lines:
            typer.echo(line)


def plain(value: object) -> object:
    """What JSON has no word for: times with offset, ids, terms, views."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, frozenset | set):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
