"""Finding the files of an import and opening each by what it holds, never by its name."""

import gzip
import io
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from console.errors import NotFound
from console.services.imports.rejected_files import is_reasons
from console.services.imports.report import Rejected

GZIP = b"\x1f\x8b"
# What begins like this is something else; said by name, because "not JSON" would not help.
OTHERS = (
    (b"PK\x03\x04", "is a ZIP archive; unpack it first"),
    (b"PK\x05\x06", "is an empty ZIP archive"),
    (b"%PDF", "is a PDF document"),
    (b"\x1f\x8b", "is compressed twice; unpack it once"),
    (b"BZh", "is compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "is compressed with xz; unpack it first"),
    (b"SQLite format 3", "is a database file"),
)
LETTERS = (
    ("<!doctype html", "is a web page"),
    ("<html", "is a web page"),
    ("<", "is XML; FHIR is read as JSON"),
    ("msh|", "is HL7 version 2, which is not read as FHIR"),
)


class Unreadable(Exception):
    """A file, line or document that cannot be read; the text is the reason."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file: where it is, how it was named, its size on disk in bytes."""

    path: Path
    name: str
    size: int


def find(paths: Iterable[Path]) -> tuple[list[Source], list[Rejected]]:
    """Every regular file below `paths`, each once, in an order that the caller's doesn't change.

    Raises NotFound for a path that is not there.
    """
    sources: dict[Path, Source] = {}
    rejected: list[Rejected] = []
    for path in paths:
        if not path.exists():
            raise NotFound(f"There is no file or folder {path}.")
        for file in _files(path):
            if is_reasons(file):
                continue
            if file.is_file():
                sources[file.resolve()] = Source(file, str(file), file.stat().st_size)
            else:
                rejected.append(Rejected(str(file), "file", "is no regular file"))
    return sorted(sources.values(), key=lambda source: source.name), rejected


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        yield from (Path(folder) / name for name in sorted(names))


@contextmanager
def open_text(source: Source) -> Iterator[tuple[TextIO, Callable[[], int]]]:
    """The text of a file, unpacked and decoded, and how many of its bytes were read so far.

    Bytes that are no text of its encoding come as lone surrogates. Raises Unreadable for what is
    no JSON at first sight, or cannot be opened.
    """
    try:
        raw = source.path.open("rb")
    except OSError as error:
        raise Unreadable(f"cannot be opened ({error.strerror})") from None
    with raw:
        text = io.TextIOWrapper(
            cast("BinaryIO", stream := unpacked(raw)),
            encoding=_encoding(head_of(stream)),
            errors="surrogateescape",
        )
        yield text, raw.tell


def unpacked(raw: BinaryIO) -> io.BufferedReader:
    """The bytes of a file, or of what is compressed in it with gzip."""
    start = raw.read(2)
    raw.seek(0)
    if start != GZIP:
        return cast("io.BufferedReader", raw)
    return io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=raw)))


def head_of(stream: io.BufferedReader) -> bytes:
    """How it begins, without moving on; raises Unreadable when not even that can be read."""
    try:
        return stream.peek(4096)[:4096]
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(damaged(error)) from None


def damaged(error: Exception) -> str:
    """Why a compressed or faulty file could not be read on."""
    if isinstance(error, EOFError):
        return "ends in the middle of its compressed data"
    if isinstance(error, UnicodeError):
        return "holds bytes that are no text of its encoding"
    if isinstance(error, zlib.error | gzip.BadGzipFile):
        return "is damaged: its compressed data cannot be unpacked"
    return "cannot be read from this disk"


def _encoding(head: bytes) -> str:
    """The encoding of JSON text that begins with `head` (RFC 4627, section 3)."""
    if not head.strip():
        raise Unreadable("is empty")
    for start, reason in OTHERS:
        if head.startswith(start):
            raise Unreadable(reason)
    encoding = json.detect_encoding(head)
    begin = head.decode(encoding, errors="ignore").lstrip("\ufeff \t\r\n").casefold()
    for word, reason in LETTERS:
        if begin.startswith(word):
            raise Unreadable(reason)
    if begin and begin[0] not in "{[" and "{" not in begin:
        raise Unreadable("is not JSON")
    return encoding
