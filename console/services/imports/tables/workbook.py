"""Rows of workbooks (.xlsx), one after the other without holding the sheet."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from console.services.imports.sources import Unreadable
from console.services.imports.tables.rows import MOST_COLUMNS, Row

LARGEST = 200 * 1024 * 1024
# Shared texts are held in memory while a sheet is read; a small file can unpack to gigabytes.
LARGEST_TEXTS = 100 * 1024 * 1024
MOST_BLANK_ROWS = 10_000
DAMAGED = "is a damaged workbook; open and save it again, or save it as CSV"


def sheets(stream: BinaryIO) -> list[str]:
    """The names of the sheets that can hold a table."""
    with _open(stream) as book:
        return [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]


def rows(stream: BinaryIO, name: str) -> Iterator[Row]:
    """The rows of a sheet that hold anything, as text; numbers are those of the sheet."""
    with _open(stream) as book:
        sheet = book[name]
        sheet.reset_dimensions()  # what a file says of its size is often wrong
        blank = 0
        for number, values in enumerate(_guarded(sheet), 1):
            cells = tuple(text_of(value) for value in values[:MOST_COLUMNS])
            blank = 0 if any(cells) else blank + 1
            if blank > MOST_BLANK_ROWS:
                return
            if not blank:
                yield Row(number, cells)


def text_of(value: Any) -> str:
    """A cell as text: whole numbers without a decimal point, times as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        bare = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if bare else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(int(value.total_seconds()))
    return str(value).strip()


@contextmanager
def _open(stream: BinaryIO) -> Iterator[Any]:
    import openpyxl  # only who reads a workbook waits for it

    _check(stream)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions that say nothing of the cells
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    except Unreadable:
        raise
    except Exception:
        raise Unreadable(DAMAGED) from None
    try:
        yield book
    finally:
        book.close()


def _check(stream: BinaryIO) -> None:
    """Refuses what would fill the memory, or makes an XML parser do so."""
    try:
        with zipfile.ZipFile(stream) as archive:
            for part in archive.infolist():
                held = not re.match(r"xl/worksheets/", part.filename)
                if held and part.filename.endswith(".xml") and part.file_size > LARGEST_TEXTS:
                    raise Unreadable("is a workbook with too much text; save it as CSV")
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        if b"<!DOCTYPE" in file.read(2048):
                            raise Unreadable(DAMAGED)
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, ValueError, RuntimeError):
        raise Unreadable(DAMAGED) from None
    except NotImplementedError:
        raise Unreadable("is a workbook that is protected or packed in an unknown way") from None
    stream.seek(0)


def _guarded(sheet: Any) -> Iterator[tuple[Any, ...]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield from sheet.iter_rows(values_only=True)
    except (ParseError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError,
            EOFError, zlib.error, zipfile.BadZipFile, OverflowError):  # fmt: skip
        raise Unreadable("and the rest are missing: the workbook is damaged here") from None
