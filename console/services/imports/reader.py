"""Reading FHIR files: resources, Bundles and ndjson of either, by lines wherever that goes."""

import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TextIO

from console.services.imports.lines import PIECE, Line, held, lines_of
from console.services.imports.report import Rejected
from console.services.imports.sources import Source, Unreadable, damaged, open_text

# A file that begins with so many entries of which none can be read holds none at all.
MOST_UNREADABLE = 10_000
# Bytes of memory that the text of one document (a line of ndjson, or a whole file) takes at most.
LARGEST_DOCUMENT = 160 * 1024 * 1024
# What its values take at most, or so many times the file on the disk: a small file that unpacks to
# a large document must not fill the memory.
HEAVIEST_VALUES = 240 * 1024 * 1024
TIMES_THE_FILE = 24
TOO_HEAVY = "holds one document of more values than can be read at once; export it as ndjson"
KIND = re.compile("[A-Z][A-Za-z]{1,60}")
NOT_TEXT = re.compile("[\udc80-\udcff]")

Resource = Mapping[str, Any]
Local = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One resource as it stood in a file.

    Attributes:
        file, where: for reports.
        resource: the JSON object; its resourceType is a text.
        full_url: of its entry in a Bundle, else "".
        local: full URLs of its Bundle → (resource type, id).
    """

    file: str
    where: str
    resource: Resource
    full_url: str
    local: Local

    @property
    def kind(self) -> str:
        return str(self.resource["resourceType"])


@dataclass(frozen=True, slots=True)
class Document:
    """One JSON value; `line` is where it began, `alone` whether the file holds nothing else.

    `text` is how it stood there, where that is one line.
    """

    value: Any
    line: int
    alone: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be read: its line (0: the file), the reason, and the line itself."""

    line: int
    reason: str
    text: str = ""


Found = Document | Fault


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing of a document: a resource, or with a `fault` what should have been one.

    `full_url` and `local` are as those of an `Entry`.
    """

    where: str
    value: Any
    full_url: str = ""
    local: Local = field(default_factory=dict)
    fault: str = ""


def read(
    source: Source, progress: Callable[[int], None], largest: int = LARGEST_DOCUMENT
) -> Iterator[Entry | Rejected]:
    """Every resource of a file, and what could not be read with its place; the rest still comes.

    `progress` is told how many bytes of the file were read.
    """
    try:
        with open_text(source) as (text, position):
            rejected, readable = 0, False
            for found in documents(text, source.size, largest):
                for one in _read(found, source.name):
                    rejected += isinstance(one, Rejected)
                    readable = readable or isinstance(one, Entry)
                    yield one
                if rejected >= MOST_UNREADABLE and not readable:
                    raise Unreadable("holds nothing readable so far; the rest was not read")
                progress(position())
    except Unreadable as error:
        yield Rejected(source.name, "file", str(error))


def _read(found: Found, file: str) -> Iterator[Entry | Rejected]:
    if isinstance(found, Document):
        yield from _guarded(found, file)
    else:
        where = f"line {found.line}" if found.line else "file"
        yield Rejected(file, where, found.reason)


def _guarded(document: Document, file: str) -> Iterator[Entry | Rejected]:
    try:
        yield from entries(document, file)
    except RecursionError:
        yield Rejected(file, f"line {document.line}", "holds Bundles nested too deeply")


def parse(text: str, heaviest: int) -> Any:
    """A JSON value, or Unreadable with a reason that repeats nothing of the text."""
    if _is_heavy(text, heaviest):
        raise Unreadable(TOO_HEAVY)
    if NOT_TEXT.search(text):
        raise Unreadable("holds bytes that are not UTF-8 text")
    try:
        return json.loads(text, parse_constant=lambda _name: None)
    except json.JSONDecodeError as error:
        raise Unreadable(f"is not JSON ({error.msg}, character {error.colno})") from None
    except RecursionError:
        raise Unreadable("is nested too deeply") from None
    except ValueError:
        raise Unreadable("holds a number with thousands of digits") from None


def _is_heavy(text: str, heaviest: int) -> bool:
    """Whether the values of a JSON text may take more bytes, by what it is made of.

    A list or an object takes 56 bytes and more, a place in one some, a text 49 and its letters.
    """
    if len(text) < PIECE:
        return False
    values = 64 * (text.count("{") + text.count("[")) + 56 * text.count(",") + 28 * text.count('"')
    return values > heaviest


def documents(text: TextIO, size: int, largest: int = LARGEST_DOCUMENT) -> Iterator[Found]:
    """JSON values of a stream, each a line of its own, or else the stream as one value.

    `size` is that of its file in bytes: what its values may take in memory follows it.
    """
    heaviest = max(HEAVIEST_VALUES, TIMES_THE_FILE * size)
    lines = lines_of(text, largest)
    first = next(lines, None)
    second = next(lines, None)
    if first is None:
        return
    if second is None or _is_line(first, heaviest) or _is_line(second, heaviest):
        for line in (first, second):
            if line is not None:
                yield _of_line(line, heaviest, alone=second is None)
        yield from (_of_line(line, heaviest, alone=False) for line in lines)
    else:
        blanks = "\n" * (second.number - first.number - 1)  # so that line numbers stay true
        begun = ["\n" * (first.number - 1), first.text, blanks, second.text]
        lines.close()
        del first, second  # what is long is held once
        yield from _whole(begun, text, largest, heaviest)


def _is_line(line: Line, heaviest: int) -> bool:
    """Whether a line holds a whole object, or can hold nothing of a larger one."""
    if line.fault:
        return True
    start = line.text.lstrip()
    if not start.startswith("{") or not start.rstrip().endswith("}"):
        return False
    try:
        return isinstance(parse(line.text, heaviest), dict)
    except Unreadable:
        return False


def _of_line(line: Line, heaviest: int, *, alone: bool) -> Found:
    if line.fault:
        return Fault(line.number, line.fault)
    try:
        return Document(parse(line.text, heaviest), line.number, alone, line.text)
    except Unreadable as error:
        return Fault(line.number, str(error), line.text)


def _whole(pieces: list[str], text: TextIO, largest: int, heaviest: int) -> Iterator[Found]:
    """The stream as JSON values over many lines, one after the other; `pieces` are its begin."""
    try:
        while held(pieces) <= largest and (piece := text.read(PIECE)):
            pieces.append(piece)
    except (OSError, EOFError, UnicodeError, zlib.error) as error:
        yield Fault(0, damaged(error))
        return
    if held(pieces) > largest:
        reason = f"holds one document larger than {largest // 2**20} MB; export it as ndjson"
        yield Fault(0, reason)
        return
    whole = "".join(pieces)
    pieces.clear()
    if _is_heavy(whole, heaviest):
        yield Fault(0, TOO_HEAVY)
    else:
        yield from _values(whole)


def _values(whole: str) -> Iterator[Found]:
    if NOT_TEXT.search(whole):
        yield Fault(0, "holds bytes that are not UTF-8 text")
        return
    decoder = json.JSONDecoder(parse_constant=lambda _name: None)
    position, counted, line = len(whole) - len(whole.lstrip()), 0, 1
    while position < len(whole):
        line += whole.count("\n", counted, position)
        counted = position
        try:
            value, end = decoder.raw_decode(whole, position)
        except json.JSONDecodeError as error:
            yield Fault(error.lineno, f"is not JSON ({error.msg})")
            return
        except RecursionError:
            yield Fault(line, "is nested too deeply")
            return
        except ValueError:
            yield Fault(line, "holds a number with thousands of digits")
            return
        rest = whole[end:].lstrip() if len(whole) - end < 1024 else "…"
        yield Document(value, line, alone=line == 1 and not rest)
        position = re.compile(r"\s*").match(whole, end).end()  # type: ignore[union-attr]


def entries(document: Document, file: str) -> Iterator[Entry | Rejected]:
    """The resources of one document: itself, or those of a Bundle or list."""
    for piece in pieces(document):
        if piece.fault:
            yield Rejected(file, piece.where, piece.fault)
        else:
            yield Entry(file, piece.where, piece.value, piece.full_url, piece.local)


def pieces(document: Document) -> Iterator[Piece]:
    """The same with what stands there, also where it is no resource."""
    place = () if document.alone else (f"line {document.line}",)
    value = document.value
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _resource(item, (*place, f"entry {number}"), "", {})
    elif document.alone and not _is_bundle(value):
        yield from _resource(value, (f"line {document.line}",), "", {})
    else:
        yield from _resource(value, place, "", {})


def _is_bundle(value: Any) -> bool:
    return isinstance(value, dict) and value.get("resourceType") == "Bundle"


def _resource(value: Any, place: tuple[str, ...], full_url: str, local: Local) -> Iterator[Piece]:
    if _is_bundle(value):
        yield from _bundle(value, place)
        return
    fault = ""
    if not isinstance(value, dict):
        fault = "is no resource but another JSON value"
    elif not _is_kind(value.get("resourceType")):
        fault = "has no resourceType, so it is no FHIR resource"
    yield Piece(", ".join(place) or "file", value, full_url, local, fault)


def _is_kind(value: Any) -> bool:
    """Whether it can name a kind of resource; anything else is not repeated in a report."""
    return isinstance(value, str) and KIND.fullmatch(value) is not None


def _bundle(bundle: Resource, place: tuple[str, ...]) -> Iterator[Piece]:
    listed = bundle.get("entry") or []
    if not isinstance(listed, list):
        fault = "is a Bundle whose entries are no list"
        yield Piece(", ".join(place) or "file", bundle, fault=fault)
        return
    local = _local(listed)
    for number, item in enumerate(listed, 1):
        here = (*place, f"entry {number}")
        if not isinstance(item, dict):
            yield Piece(", ".join(here), item, fault="is no entry of a Bundle")
        elif "resource" in item:
            full_url = item.get("fullUrl")
            url = full_url if isinstance(full_url, str) else ""
            yield from _resource(item["resource"], here, url, local)


def _local(listed: list[Any]) -> dict[str, tuple[str, str]]:
    """What references within a Bundle mean: its entries by full URL (FHIR R4, Bundle, 2.36.4.1).

    An entry without resource tells it by its location.
    """
    known: dict[str, tuple[str, str]] = {}
    for item in listed:
        if not isinstance(item, dict) or not isinstance(url := item.get("fullUrl"), str):
            continue
        resource = item.get("resource")
        if not isinstance(resource, dict):
            if located := _located(item.get("response")):
                known[url] = located
            continue
        kind, key = resource.get("resourceType"), resource.get("id")
        if isinstance(kind, str):
            known[url] = (kind, key if isinstance(key, str) and key else url.rpartition(":")[2])
    return known


def _located(response: Any) -> tuple[str, str] | None:
    """Type and id in the location that a response names: "Patient/7"."""
    location = response.get("location") if isinstance(response, dict) else None
    if not isinstance(location, str):
        return None
    kind, _, key = location.partition("/")
    return (kind, key) if _is_kind(kind) and key else None
