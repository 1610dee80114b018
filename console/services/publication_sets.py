"""Sets of publication files: read, checked against one another, made ready to be published."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from console.errors import BadInput, NotFound
from console.models.bodies import Codes, Content, Script
from console.models.commands import Publish
from console.models.terms import PublicationKind
from console.resources import resource
from console.rules.publication_check import Known, check
from console.services import codec
from console.services.publication_files import Body, Document, Problem, read

FOLDERS = {
    "codes": PublicationKind.CODES,
    "content": PublicationKind.CONTENT,
    "scripts": PublicationKind.SCRIPT,
    "playbooks": PublicationKind.PLAYBOOK,
    "rules": PublicationKind.RULES,
}
"""Where what ships lies below `resources/`; each file is named as its key."""

Named = tuple[PublicationKind, str]
"""Kind and key."""

SUFFIXES = frozenset({".yaml", ".yml", ".json"})


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What a check found in one file; `ok` when nothing."""

    file: Path
    ok: bool
    problems: tuple[Problem, ...]


def check_files(paths: Iterable[Path]) -> list[FileCheck]:
    """Check files and folders of publications, each by itself and all against one another.

    Besides these files, references may name what ships with the program. Raises NotFound for a
    path that is not there.
    """
    shipped = [document.body for document in map(_read, _shipped()) if document.body is not None]
    return check_set(read_all(paths), shipped)


def defaults(now: datetime, there: Collection[Named] = ()) -> list[Publish]:
    """What ships with the program, as it would be published at set-up.

    What is there already is not even read, which would cost each start half a second.
    """
    missing = [file for file in _shipped() if _name(file) not in there]
    return publishes(map(_read, missing), now, "Shipped with the program")


def document_of(value: object) -> Any:
    """A body as plain JSON types, without the fields that stand at their default.

    So a field added later changes no hash, and publishing an old file again stays no change.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {
            entry.name: document_of(getattr(value, entry.name))
            for entry in fields(value)
            if getattr(value, entry.name) != entry.default
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {str(document_of(key)): document_of(entry) for key, entry in value.items()}
    if isinstance(value, frozenset):
        return sorted(document_of(entry) for entry in value)
    if isinstance(value, tuple):
        return [document_of(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def read_all(paths: Iterable[Path]) -> list[Document]:
    return [read(file) for path in paths for file in _files(path)]


def _files(path: Path) -> list[Path]:
    """The file itself, or the publications anywhere below a folder, by name."""
    if not path.exists():
        raise NotFound(f"There is no file or folder {path.name}.")
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES and file.is_file())


@cache
def _shipped() -> tuple[Path, ...]:
    return tuple(file for name in FOLDERS for file in _files(resource(name)))


def _name(file: Path) -> Named:
    """Of what ships, which is named as its key."""
    return FOLDERS[file.parent.name], file.stem


@cache
def _read(file: Path) -> Document:
    """Read once: what ships with the program changes only with it."""
    return read(file)


def check_set(documents: Sequence[Document], others: Iterable[Body]) -> list[FileCheck]:
    known = _known([*others, *(document.body for document in documents if document.body)])
    seen: dict[tuple[PublicationKind | None, str], Path] = {}
    checks = []
    for document in documents:
        problems = list(document.problems)
        if document.body is not None:
            problems += [
                Problem(document.line(finding.place), _told(finding.place, finding.message))
                for finding in check(document.body, known)
            ]
            first = seen.setdefault((document.kind, document.key), document.file)
            if first != document.file:
                message = f"The {document.kind} {document.key} stands in {first.name} too."
                problems.append(Problem(document.line(("key",)), message))
        problems.sort(key=lambda problem: problem.line)
        checks.append(FileCheck(document.file, not problems, tuple(problems)))
    return checks


def _told(place: tuple[str | int, ...], message: str) -> str:
    return f"{'.'.join(map(str, place))}: {message}"


def _known(bodies: Iterable[Body]) -> Known:
    """What may be referred to; of two bodies with one key the later counts."""
    latest = {(type(body), body.key): body for body in bodies}.values()
    return Known(
        contents={body.key: body for body in latest if isinstance(body, Content)},
        scripts=frozenset(body.key for body in latest if isinstance(body, Script)),
        outcomes=frozenset(
            entry.code for body in latest if isinstance(body, Codes) for entry in body.codes
        ),
    )


def publishes(documents: Iterable[Document], now: datetime, note: str) -> list[Publish]:
    found = []
    for document in documents:
        if document.body is None or document.kind is None:
            problem = document.problems[0]
            raise BadInput(f"{document.file.name}, line {problem.line}: {problem.message}")
        body = document_of(document.body)
        found.append(
            Publish(
                kind=document.kind,
                key=document.key,
                body=body,
                sha=codec.sha(codec.canonical(body)),
                note=note,
                effective_at=now,
            )
        )
    return found
