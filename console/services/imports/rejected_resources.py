"""FHIR resources that an import rejected, one a line, with the reasons beside them.

A resource that stood in a Bundle has its id, its server and what its references mean from there. It
is written as a Bundle of itself that says the same; every other stands for itself.
"""

import json
from collections.abc import Iterator
from typing import Any

from console.services.imports.reader import (
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
    for found, is_object in _all(source, rejections):
        others = others or not is_object
        if is_object:
            yield found
    if others:
        yield from (found for found, is_object in _all(source, rejections) if not is_object)


def _all(source: Source, rejections: Rejections) -> Iterator[tuple[Found, bool]]:
    """What was rejected and can be told apart, and whether it is a JSON object."""
    try:
        with open_text(source) as (text, _):
            for document in documents(text, source.size):
                if isinstance(document, Document):
                    yield from _of_document(document, source, rejections)
                elif document.text:
                    place = f"line {document.line}"
                    if reason := rejections.reason(source.name, place):
                        yield (place, reason, document.text.strip("\r\n")), False
    except (Unreadable, RecursionError):
        return


def _of_document(
    document: Document, source: Source, rejections: Rejections
) -> Iterator[tuple[Found, bool]]:
    for piece in pieces(document):
        reason = rejections.reason(source.name, piece.where)
        if not reason and isinstance(piece.value, dict) and piece.value.get("contained"):
            reason = rejections.reason(source.name, f"{piece.where}, contained")
        if not reason:
            continue
        whole = piece.value is document.value and document.text
        if line := document.text.strip() if whole else _line(piece):
            yield (piece.where, reason, line), isinstance(piece.value, dict)


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
