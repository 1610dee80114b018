"""Reading publication files: a small, safe part of YAML, with the line of everything that is read.

Refused: aliases and anchors (a few lines of them grow to gigabytes), tags, keys given twice, more
than one document, files too large or nested too deep. A plain word is text unless it is null, true,
false or a number: 08:00 is no number in base 60 and NO is no truth value, as in YAML 1.1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any, cast

import yaml
from pydantic import TypeAdapter, ValidationError

from console.errors import BadInput
from console.models.bodies import Codes, Content, Playbook, Rules, Script
from console.models.terms import PublicationKind

MAX_BYTES = 262_144
MAX_DEPTH = 24
MAX_DIGITS = 12

Place = tuple[str | int, ...]
"""Where a value stands in a document: ("stages", 2, "why")."""

Body = Playbook | Script | Content | Codes | Rules

SHAPES: dict[PublicationKind, type[Body]] = {
    PublicationKind.PLAYBOOK: Playbook,
    PublicationKind.SCRIPT: Script,
    PublicationKind.CONTENT: Content,
    PublicationKind.CODES: Codes,
    PublicationKind.RULES: Rules,
}
_TELLING_FIELDS = {
    "stages": PublicationKind.PLAYBOOK,
    "steps": PublicationKind.SCRIPT,
    "channels": PublicationKind.CONTENT,
    "codes": PublicationKind.CODES,
    "organization": PublicationKind.RULES,
}
_FRAME = (
    yaml.StreamStartEvent,
    yaml.StreamEndEvent,
    yaml.DocumentStartEvent,
    yaml.DocumentEndEvent,
)
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(rf"[-+]?[0-9]{{1,{MAX_DIGITS}}}")
_DECIMAL = re.compile(rf"[-+]?[0-9]{{1,{MAX_DIGITS}}}\.[0-9]{{1,{MAX_DIGITS}}}")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a line (1 is the first) of a file, in one sentence."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A publication read from a file, with the lines of its parts.

    `body` is None when it could not be read; `problems` then say why.
    """

    file: Path
    kind: PublicationKind | None = None
    body: Body | None = None
    problems: tuple[Problem, ...] = ()
    lines: dict[Place, int] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return self.body.key if self.body is not None else ""

    def line(self, place: Place) -> int:
        """The line of a part, or of the nearest part around it that the file names."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


class _Unreadable(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(line, message)


def read(file: Path) -> Document:
    """Read one file; never raises, whatever lies in it."""
    try:
        data, lines = _parse(_text(file))
    except _Unreadable as error:
        return Document(file, problems=(error.problem,))
    kind = _kind(data)
    if kind is None:
        message = f"Say what this is, with a line `kind:` and one of {', '.join(PublicationKind)}."
        return Document(file, problems=(Problem(1, message),), lines=lines)
    document = Document(file, kind, lines=lines)
    try:
        body = _validated(kind, {name: data[name] for name in data if name != "kind"})
    except ValidationError as error:
        return Document(file, kind, problems=tuple(_problems(error, document)), lines=lines)
    return Document(file, kind, body, lines=lines)


def read_plain(file: Path) -> dict[str, Any]:
    """The plain values of a file in this part of YAML; raises BadInput with file and line."""
    try:
        return _parse(_text(file))[0]
    except _Unreadable as error:
        problem = error.problem
        raise BadInput(f"{file}, line {problem.line}: {problem.message}") from None


def load_body(kind: PublicationKind, data: dict[str, Any]) -> Body:
    """The body of a publication from plain JSON types; raises pydantic's ValidationError."""
    return _validated(kind, data)


def _validated(kind: PublicationKind, data: dict[str, Any]) -> Body:
    return cast("Body", _ADAPTERS[kind].validate_python(data))


_ADAPTERS: dict[PublicationKind, TypeAdapter[Any]] = {
    kind: TypeAdapter(shape) for kind, shape in SHAPES.items()
}


def _kind(data: dict[str, Any]) -> PublicationKind | None:
    """As the file says, or else as its fields tell."""
    if "kind" in data:
        return next((kind for kind in PublicationKind if kind == data["kind"]), None)
    return next((kind for name, kind in _TELLING_FIELDS.items() if name in data), None)


def _problems(error: ValidationError, document: Document) -> Iterator[Problem]:
    for found in error.errors(include_url=False):
        place = tuple(found["loc"])
        field_name = ".".join(str(part) for part in place)
        yield Problem(document.line(place), f"{field_name}: {_words(found)}")


def _words(found: Any) -> str:
    """Pydantic's finding as a sentence for whoever writes playbooks."""
    kind, context = found["type"], found.get("ctx", {})
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return "There is no such field."
    if kind in ("missing", "missing_argument", "missing_keyword_only_argument"):
        return "This field is missing."
    if kind == "enum":
        return f"Must be one of {context.get('expected', '')}."
    return f"{found['msg']}."


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _Unreadable(1, f"The file cannot be opened: {error.strerror}.") from None
    if len(content) > MAX_BYTES:
        raise _Unreadable(1, f"The file is larger than {MAX_BYTES // 1024} kB.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _Unreadable(line, "The file is not UTF-8 text.") from None


def _parse(text: str) -> tuple[dict[str, Any], dict[Place, int]]:
    lines: dict[Place, int] = {}
    data: Any = None
    try:
        events = _safe_events(text)
        for event in events:
            if not isinstance(event, _FRAME):
                data = _value(event, events, (), lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 1
        raise _Unreadable(line, f"This is not YAML: {error.problem or 'it breaks off'}.") from None
    except yaml.YAMLError:
        raise _Unreadable(1, "This is not YAML: it holds characters that text may not.") from None
    if not isinstance(data, dict):
        raise _Unreadable(1, "A publication is a list of `field: value` lines.")
    return data, lines


def _safe_events(text: str) -> Iterator[yaml.Event]:
    """The events of a text as they are read, up to the first that is not taken."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            message = "Aliases and anchors (* and &) are not taken. Repeat the text."
            raise _Unreadable(_line(event), message)
        if getattr(event, "tag", None) is not None:
            raise _Unreadable(_line(event), "Tags (!) are not taken.")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if depth > MAX_DEPTH:
            raise _Unreadable(_line(event), f"Nested deeper than {MAX_DEPTH} levels.")
        if documents > 1:
            raise _Unreadable(_line(event), "One file holds one publication.")
        yield event


def _value(
    event: yaml.Event, events: Iterator[yaml.Event], place: Place, lines: dict[Place, int]
) -> Any:
    """The value that begins with an event; takes the events that belong to it."""
    lines.setdefault(place, _line(event))
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, place, lines)
    if isinstance(event, yaml.SequenceStartEvent):
        items = takewhile(lambda item: not isinstance(item, yaml.SequenceEndEvent), events)
        return [_value(item, events, (*place, n), lines) for n, item in enumerate(items)]
    is_plain = isinstance(event, yaml.ScalarEvent) and event.implicit[0]
    text = event.value if isinstance(event, yaml.ScalarEvent) else ""
    return _constant(text) if is_plain else text


def _mapping(events: Iterator[yaml.Event], place: Place, lines: dict[Place, int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in events:
        if isinstance(name, yaml.MappingEndEvent):
            break
        if not isinstance(name, yaml.ScalarEvent):
            raise _Unreadable(_line(name), "A field's name must be a word.")
        key = str(name.value)
        if key in found:
            raise _Unreadable(_line(name), f"{key} is given twice.")
        lines[(*place, key)] = _line(name)
        found[key] = _value(next(events), events, (*place, key), lines)
    return found


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _constant(word: str) -> Any:
    if word in _CONSTANTS:
        return _CONSTANTS[word]
    if _INTEGER.fullmatch(word):
        return int(word)
    return float(word) if _DECIMAL.fullmatch(word) else word
