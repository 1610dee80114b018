"""Frozen dataclasses to JSON and back, and the canonical bytes that hashes are taken of."""

import hashlib
import json
import re
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from console.errors import BadInput

T = TypeVar("T")
NULL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""The escape of U+0000, unless its backslash is an escaped one itself."""


_adapters: dict[Any, TypeAdapter[Any]] = {}  # they are slow to make


def _adapter(cls: Any) -> TypeAdapter[Any]:
    if cls not in _adapters:
        _adapters[cls] = TypeAdapter(cls)
    return _adapters[cls]


def dump(value: object) -> dict[str, Any]:
    """`value` (a dataclass) as plain JSON types; times as ISO 8601 with offset, sets sorted."""
    document: dict[str, Any] = _plain(_adapter(type(value)).dump_python(value))
    return document


def _plain(value: object) -> Any:
    """Sets have another order in each process, which must not change a command's hash."""
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(part) for part in value)
    return to_jsonable_python(value)


def load(cls: type[T], data: object) -> T:
    """A `cls` from plain JSON types; raises BadInput without repeating the values."""
    try:
        value: T = _adapter(cls).validate_python(data)
    except ValidationError as error:
        raise BadInput(problems(error)) from None
    return value


def pack(value: object) -> bytes:
    """`value` (a dataclass) as JSON for this desk alone: fast, and no form that hashes rest on."""
    packed: bytes = _adapter(type(value)).dump_json(value)
    return packed


def unpack(cls: type[T], packed: bytes) -> T:
    """What `pack` made; raises BadInput."""
    try:
        value: T = _adapter(cls).validate_json(packed)
    except ValidationError as error:
        raise BadInput(problems(error)) from None
    return value


def problems(error: ValidationError) -> str:
    """What does not fit, by field, without the values (they may be personal)."""
    lines = (f"{'.'.join(map(str, e['loc'])) or 'value'}: {e['msg']}" for e in error.errors())
    return "; ".join(lines)


def canonical(document: object) -> bytes:
    """JSON with sorted keys and no spaces: the same content always gives the same bytes.

    Raises BadInput for half of a surrogate pair, which no database keeps.
    """
    text = json.dumps(
        document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise BadInput(
            "The text holds half a character, which cannot be kept. Delete it and type it again."
        ) from None


def refuse_null(content: bytes) -> None:
    """Raises BadInput for canonical JSON with U+0000 in it, which PostgreSQL keeps nowhere."""
    if NULL.search(content):
        raise BadInput(
            "The text holds a character that cannot be kept (U+0000). Delete it and type it again."
        )


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
