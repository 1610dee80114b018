"""Opening a table by what the file holds, never by its name: text, workbook or web page."""

import codecs
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, cast

from console.models.table_mapping import PLAIN, Layout
from console.rules import code_page, fixed_width, plain_text
from console.services.imports.sources import (
    OTHERS,
    Source,
    Unreadable,
    damaged,
    head_of,
    unpacked,
)
from console.services.imports.tables import fixed_rows, text_rows, web_table, workbook
from console.services.imports.tables.rows import Row

ZIP = b"PK\x03\x04"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|div)\b", re.I)
XML = re.compile(rb"\s*<(?:\?xml|\w)")
BLOCK = 1 << 20
# Characters, and letters beyond ASCII, that tell what a text is; the rest says the same.
LOOKED_AT = 1 << 16
MOST_PIECES = 5_000
NO_TABLE = "is neither FHIR (JSON) nor a table"
NO_TEXT = "is neither text nor a workbook, or is damaged; export it again as CSV"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file.

    Attributes:
        source, name: the file, and the sheet's name where there are several.
        kind: "text", "workbook" or "web".
        encoding, delimiter: of a text.
        widths: of the columns of a text, where they stand by position.
        parted: whether these were told by the blanks between them.
    """

    source: Source
    name: str
    kind: str
    encoding: str = ""
    delimiter: str = ""
    widths: tuple[int, ...] = ()
    parted: bool = False

    @property
    def label(self) -> str:
        """As reports call it."""
        return f"{self.source.name} [{self.name}]" if self.name else self.source.name


def is_table(source: Source) -> bool:
    """Whether a file is to be read as a table rather than as FHIR, by how it begins."""
    try:
        with _bytes(source) as stream:
            head = head_of(stream)
    except Unreadable:
        return False
    if head.startswith((ZIP, OLD_WORKBOOK)):
        return _is_workbook(source) or head.startswith(OLD_WORKBOOK)
    if not head.strip() or any(head.startswith(start) for start, _ in OTHERS):
        return False
    if HTML.match(head):
        return b"<table" in head.lower()
    text = _rough_text(head).lstrip("\ufeff \t\r\n")
    return bool(text) and text[0] not in "{[<" and not text.casefold().startswith("msh|")


def sheets(source: Source) -> list[Sheet]:
    """The tables in a file; raises Unreadable with the reason when there can be none."""
    try:
        return _sheets(source)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(damaged(error)) from None


def _sheets(source: Source) -> list[Sheet]:
    with _bytes(source) as stream:
        head = head_of(stream)
    if not head.strip():
        raise Unreadable("is empty")
    if head.startswith(OLD_WORKBOOK):
        raise Unreadable("is a workbook of an old kind (.xls); save it as .xlsx or CSV")
    if head.startswith(ZIP):
        if not _is_workbook(source):
            raise Unreadable("is a ZIP archive; unpack it first")
        with _seekable(source) as stream:
            return [Sheet(source, name, "workbook") for name in workbook.sheets(stream)]
    for start, reason in OTHERS:
        if head.startswith(start):
            raise Unreadable(reason)
    if HTML.match(head):
        return [Sheet(source, "", "web", encoding=_encoding(source, head))]
    if XML.match(head):
        raise Unreadable("is XML; save it as .xlsx or CSV")
    if _rough_text(head).lstrip("\ufeff \t\r\n")[:1] in {"{", "["}:
        raise Unreadable("is JSON; import it with --format fhir")
    return [_text(source, head, PLAIN)]


def laid_out(source: Source, layout: Layout) -> Sheet:
    """A text as a mapping says that it is written; raises Unreadable where it cannot be."""
    try:
        with _bytes(source) as stream:
            return _text(source, head_of(stream), layout)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(damaged(error)) from None


def _text(source: Source, head: bytes, layout: Layout) -> Sheet:
    """What the layout leaves open is told by how the text begins."""
    encoding = layout.encoding or _encoding(source, head)
    with text_of(source, encoding) as (text, _):
        begin = text.read(LOOKED_AT)
    if not plain_text.is_text(begin.rstrip("\0")):  # a disk that filled up leaves zeros
        raise Unreadable(NO_TEXT)
    if layout.widths:
        return Sheet(source, "", "text", encoding, widths=layout.widths)
    if layout.delimiter:
        return Sheet(source, "", "text", encoding, layout.delimiter)
    delimiter = text_rows.delimiter_of(begin)
    even = delimiter if text_rows.is_even(begin, delimiter) else ""
    if widths := fixed_width.widths(text_rows.first_lines(begin), even):
        return Sheet(source, "", "text", encoding, widths=widths, parted=True)
    return Sheet(source, "", "text", encoding, delimiter)


def rows(sheet: Sheet, progress: Callable[[int], None]) -> Iterator[Row]:
    """The rows of a table that hold anything; a row that cannot be read comes with its fault."""
    try:
        if sheet.kind == "workbook":
            with _seekable(sheet.source) as stream:
                yield from workbook.rows(stream, sheet.name)
            return
        with text_of(sheet.source, sheet.encoding) as (text, position):
            if sheet.kind == "web":
                yield from web_table.rows(text, lambda: progress(position()))
            elif sheet.widths:
                yield from fixed_rows.rows(
                    text, sheet.widths, lambda: progress(position()), parted=sheet.parted
                )
            else:
                yield from text_rows.rows(text, sheet.delimiter, lambda: progress(position()))
    except (OSError, EOFError, zlib.error) as error:
        yield Row(0, (), f"and the rest are missing: the file {damaged(error)}")
    except Unreadable as error:
        yield Row(0, (), str(error))


@contextmanager
def text_of(source: Source, encoding: str) -> Iterator[tuple[io.TextIOWrapper, Callable[[], int]]]:
    """The text of a file, and how many of its bytes were read so far."""
    with _raw(source) as raw:
        stream = cast("BinaryIO", unpacked(raw))
        # A file of UTF-16 that is cut off within a character has no bytes to keep as surrogates.
        errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
        yield io.TextIOWrapper(stream, encoding=encoding, errors=errors), raw.tell


@contextmanager
def _raw(source: Source) -> Iterator[BinaryIO]:
    try:
        raw = source.path.open("rb")
    except OSError as error:
        raise Unreadable(f"cannot be opened ({error.strerror})") from None
    with raw:
        yield raw


@contextmanager
def _bytes(source: Source) -> Iterator[io.BufferedReader]:
    with _raw(source) as raw:
        yield unpacked(raw)


@contextmanager
def _seekable(source: Source) -> Iterator[BinaryIO]:
    """A workbook, from the disk, or from memory when it came compressed once more."""
    with _raw(source) as raw:
        stream = unpacked(raw)
        if stream is raw:
            yield raw
            return
        whole = stream.read(workbook.LARGEST + 1)
        if len(whole) > workbook.LARGEST:
            raise Unreadable("is a workbook that was compressed again; unpack it first")
        yield io.BytesIO(whole)


def _is_workbook(source: Source) -> bool:
    try:
        with _seekable(source) as stream, zipfile.ZipFile(stream) as archive:
            return "[Content_Types].xml" in archive.namelist() and any(
                name.startswith("xl/") for name in archive.namelist()
            )
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, ValueError, Unreadable):
        return False


def _rough_text(head: bytes) -> str:
    encoding = _by_mark(head) or "utf-8"
    return head.decode(encoding, errors="ignore")


def _by_mark(head: bytes) -> str:
    """The encoding that a byte order mark tells, or UTF-16 without one by its many zeros."""
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # Where few letters are Latin, commas, digits and line ends still have their zeros.
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 20 and odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 20 and even > 10 * odd else ""


def _encoding(source: Source, head: bytes) -> str:
    """The encoding of a text: by its mark, else UTF-8 where all of it is, else a code page.

    A file that is UTF-8 but for a few damaged bytes stays UTF-8; its damaged rows say so.
    """
    if found := _by_mark(head):
        return found
    decoder = codecs.getincrementaldecoder("utf-8")(errors="surrogateescape")
    good = bad = 0
    pieces: list[bytes] = []
    with _bytes(source) as stream:
        for block in _blocks(stream):
            if block.isascii():
                continue
            text = decoder.decode(block)
            bad += len(re.findall("[\udc80-\udcff]", text))
            good += sum(1 for _ in re.finditer("[^\x00-\x7f\udc80-\udcff]", text))
            matches = code_page.PIECE.finditer(block)
            pieces += (one.group() for one in islice(matches, MOST_PIECES - len(pieces)))
    if not bad or good > 4 * bad:
        return "utf-8"
    return code_page.guess(pieces)


def _blocks(stream: io.BufferedReader) -> Iterator[bytes]:
    """The bytes of a stream as far as they can be read."""
    while True:
        try:
            block = stream.read(BLOCK)
        except (OSError, EOFError, zlib.error):
            return
        if not block:
            return
        yield block
