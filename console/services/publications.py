"""Publications: checking files, publishing versions, and the library in force at an instant."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from console.errors import BadInput, NotFound, SchemaMismatch
from console.models.bodies import Codes, Content, Library, Playbook, Rules, Script
from console.models.commands import Command, Publish
from console.models.ids import CommandId, Login, uuid7
from console.models.publications import Publication
from console.models.terms import PublicationKind
from console.services.apply import apply
from console.services.database import Database
from console.services.publication_files import Body, Problem, load_body
from console.services.publication_sets import (
    FileCheck,
    check_files,
    check_set,
    defaults,
    publishes,
    read_all,
)

__all__ = [
    "FileCheck",
    "Problem",
    "PublicationView",
    "Publications",
    "Published",
    "check_files",
    "defaults",
]

_ALWAYS = datetime.max.replace(tzinfo=UTC)

Version = tuple[PublicationKind, str, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Published:
    """A publication and its newest version; `is_new` when this very call brought it."""

    kind: PublicationKind
    key: str
    version: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class PublicationView:
    """One version as listed, of a kind that may be newer than this program; times are UTC."""

    kind: str
    key: str
    version: int
    title: str
    author: Login
    note: str
    published_at: datetime
    effective_at: datetime


class Publications:
    """What is published in a shared database.

    A version that was read once is kept, since it can never change; each question for the library
    reads only which versions are in force.
    """

    def __init__(
        self, database: Database, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._database = database
        self._clock = clock
        self._bodies: dict[Version, Body] = {}
        self._library: tuple[frozenset[Version], Library] | None = None

    def in_force(self, at: datetime | None = None) -> Library:
        """The newest version of everything that is effective at an instant (now by default).

        The same object comes back while nothing changed. Raises NotFound while no outcome codes
        or calling rules are published, SchemaMismatch for a body of a newer release.
        """
        with self._database.transaction(writes=False) as session:
            versions = _in_force(session, at or self._clock())
            known = self._library
            if known is not None and known[0] == versions:
                return known[1]
            bodies = {version: self._body(session, version) for version in sorted(versions)}
        library = _library(bodies)
        self._library = versions, library
        return library

    def publish(
        self, paths: Sequence[Path], author: Login, now: datetime, note: str = ""
    ) -> tuple[Published, ...]:
        """Publish files and folders, all or nothing; a body that is the newest already stays so.

        What a file refers to must be in force or among these files. Raises BadInput with the first
        problem, NotFound for a path that is not there.
        """
        documents = read_all(paths)
        with self._database.transaction() as session:
            in_force = _in_force(session, now)
            bodies = [self._body(session, version) for version in sorted(in_force)]
            for result in check_set(documents, bodies):
                for problem in result.problems:
                    place = f"{result.file.name}, line {problem.line}"
                    raise BadInput(f"{place}: {problem.message} Nothing was published.")
            return _publish(session, publishes(documents, now, note), author, now)

    def publish_defaults(self, author: Login, now: datetime) -> tuple[Published, ...]:
        """Publish whatever ships with the program and has no version yet; a center's own stays."""
        with self._database.transaction() as session:
            there = {(kind, key) for kind, key, _ in _in_force(session, _ALWAYS)}
            return _publish(session, defaults(now, there), author, now)

    def list(self) -> tuple[PublicationView, ...]:
        """Every version ever published, by kind and key, newest version first."""
        query = select(Publication).order_by(
            Publication.kind, Publication.key, Publication.version.desc()
        )
        with self._database.transaction(writes=False) as session:
            return tuple(_view(row) for row in session.scalars(query))

    def _body(self, session: Session, version: Version) -> Body:
        if version not in self._bodies:
            kind, key, number = version
            row = session.get_one(Publication, (kind, key, number))
            try:
                self._bodies[version] = load_body(kind, row.body)
            except ValidationError:
                raise SchemaMismatch(
                    f"Version {number} of the {kind} {key} was published by a newer release. "
                    "Update the console on this computer."
                ) from None
        return self._bodies[version]


def _in_force(session: Session, at: datetime) -> frozenset[Version]:
    """The highest version of each key among those effective at an instant.

    Kinds that this release does not know are left out: nothing in it could read them.
    """
    query = (
        select(Publication.kind, Publication.key, Publication.version)
        .where(Publication.effective_at <= at, Publication.kind.in_(list(PublicationKind)))
        .order_by(Publication.version)
    )
    newest = {(kind, key): version for kind, key, version in session.execute(query)}
    return frozenset(
        (PublicationKind(kind), key, version) for (kind, key), version in newest.items()
    )


def _library(bodies: dict[Version, Body]) -> Library:
    return Library(
        playbooks=_of(bodies, Playbook),
        scripts=_of(bodies, Script),
        contents=_of(bodies, Content),
        codes=_only(bodies, Codes, "outcome codes"),
        rules=_only(bodies, Rules, "calling rules"),
        versions={f"{kind}:{key}": number for kind, key, number in bodies},
    )


def _of(bodies: dict[Version, Body], shape: type[T]) -> dict[str, T]:
    return {key: body for (_, key, _), body in bodies.items() if isinstance(body, shape)}


def _only(bodies: dict[Version, Body], shape: type[T], name: str) -> T:
    found = next(iter(_of(bodies, shape).values()), None)
    if found is None:
        raise NotFound(
            f"No {name} are published in this database. An administrator publishes the defaults "
            "with: engagement-console database create"
        )
    return found


def _publish(
    session: Session, bodies: Iterable[Publish], author: Login, now: datetime
) -> tuple[Published, ...]:
    published = []
    for body in bodies:
        before = _newest(session, body)
        command = Command(id=CommandId(uuid7()), author=author, made_at=now, body=body)
        if before is None or before[1] != body.sha:
            apply(session, command, now)
        version, _ = _newest(session, body) or (0, "")
        is_new = before is None or version != before[0]
        published.append(Published(body.kind, body.key, version, is_new))
    return tuple(published)


def _newest(session: Session, body: Publish) -> tuple[int, str] | None:
    row = session.execute(
        select(Publication.version, Publication.sha)
        .where(Publication.kind == body.kind, Publication.key == body.key)
        .order_by(Publication.version.desc())
        .limit(1)
    ).first()
    return None if row is None else (row.version, row.sha)


def _view(row: Publication) -> PublicationView:
    return PublicationView(
        kind=row.kind,
        key=row.key,
        version=row.version,
        title=str(row.body.get("title", "")),
        author=Login(row.author),
        note=row.note,
        published_at=row.published_at,
        effective_at=row.effective_at,
    )
