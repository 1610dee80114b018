"""FHIR resources that an import rejected, one a line, with the reasons beside them.

A resource that stood in a Bundle has its id, its server and what its references mean from there. It
is written as a Bundle of itself that says the same; every other stands for itself.
"""

import json
from collections.abc import Iterator
from typing import Any

from console.services.imports.reader import (
    LARGEST_DOCUMENT,
    Document,
    Piece,
    documents,
    pieces,
)
from console.services.imports.rejected_files import REASONS, RESOURCES, Folder, name_of
from console.services.imports.rejections import Rejections
from console.services.imports.report import RejectedFile
from console.services.imports.sources import Source, Unreadable, open_text

Found = tuple[str, str, str]
"""Place, reason, and the resource as a line."""


def write(source: Source, rejections: Rejections, folder: Folder) -> Iterator[RejectedFile]:
    """The file of what was rejected of a source, where anything of it can be told apart."""
    found = _found(source, rejections)
    first = next(found, None)
    if first is None:
        return
    with folder.new(name_of(source.path), RESOURCES, REASONS) as ((path, lines), (_, reasons)):
        number = 0
        for number, (place, reason, line) in enumerate(_chained(first, found), 1):
            lines.write(f"{line}\n")
            reasons.write(f"{number} ({place}): {reason}\n")
    yield RejectedFile(path, source.name, number)


def _chained(first: Found, rest: Iterator[Found]) -> Iterator[Found]:
    yield first
    yield from rest


def _found(source: Source, rejections: Rejections) -> Iterator[Found]:
    """What was rejected; what is no JSON object comes last, as the first lines tell the format."""
    others = False
    for place, line, is_object in _lines(source, rejections):
        others = others or not is_object
        if is_object and line:
            yield place, _reason(source, rejections, place), line
    if others:
        for place, line, is_object in _lines(source, rejections):
            if line and not is_object:
                yield place, _reason(source, rejections, place), line


def _reason(source: Source, rejections: Rejections, place: str) -> str:
    """Why a resource was rejected, or the patient inside it."""
    return rejections.reason(source.name, place, f"{place}, contained")


def _lines(source: Source, rejections: Rejections) -> Iterator[tuple[str, str, bool]]:
    """Place and text of each thing that was rejected, and whether it is a JSON object."""
    try:
        with open_text(source) as (text, _):
            for found in documents(text, LARGEST_DOCUMENT):
                if not isinstance(found, Document):
                    place = f"line {found.line}"
                    if _reason(source, rejections, place):
                        yield place, found.text.strip("\r\n"), False
                    continue
                for piece in pieces(found):
                    if _reason(source, rejections, piece.where):
                        whole = piece.value is found.value and found.text
                        line = found.text.strip() if whole else _line(piece)
                        yield piece.where, line, isinstance(piece.value, dict)
    except (Unreadable, RecursionError):
        return


def _line(piece: Piece) -> str:
    """A resource as one line, within a Bundle where that says more."""
    links = {one for one in _texts(piece.value) if one in piece.local and one != piece.full_url}
    if not piece.full_url and not links:
        return _dumped(piece.value)
    named = {"fullUrl": piece.full_url} if piece.full_url else {}
    entries: list[dict[str, Any]] = [{**named, "resource": piece.value}]
    for url in sorted(links):
        location = "/".join(piece.local[url])
        entries.append({"fullUrl": url, "response": {"status": "200", "location": location}})
    return _dumped({"resourceType": "Bundle", "type": "collection", "entry": entries})


def _dumped(value: Any) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False)
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    except RecursionError:
        return ""
    return text


def _texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str):
            yield one
