"""One touchpoint with everything that is known of it, for whoever has its person open."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from console.errors import NotFound
from console.models.bodies import Library
from console.models.facts import Appointment, Call, Command, Touchpoint, TouchpointEvent, Void
from console.models.imports import ImportPart, ImportRun
from console.models.records import Staff
from console.models.terms import EventKind, Part, TouchpointKind
from console.models.touchpoint_detail import (
    BroughtView,
    CallView,
    CorrectionView,
    EventView,
    TouchpointDetail,
)
from console.models.views import TimelineEntry
from console.services.review_effects import read_effects
from console.services.review_rows import (
    Logged,
    read_logged,
    read_path,
    read_verification,
    select_logged,
)
from console.services.timeline import Reading, read_entry

GONE = "This entry is not on record any more. Close it and open the person again."
Author, Importer = aliased(Staff), aliased(Staff)


@dataclass(frozen=True, slots=True)
class _Voided:
    at: datetime
    by: str
    why: str
    restricts: bool


def read_detail(
    session: Session, given: Reading, library: Library, touchpoint: UUID
) -> TouchpointDetail:
    """Raises NotFound when these people have no such touchpoint that may be seen."""
    entry = read_entry(session, given, touchpoint)
    if entry is None:
        raise NotFound(GONE)
    if entry.part is Part.SPEAKING:
        return TouchpointDetail(entry=entry)
    row = session.execute(_touchpoint(touchpoint)).one()
    content = library.contents.get(entry.content)
    booked = session.execute(_appointment(touchpoint)).one_or_none()
    call, corrections = _call(session, library, entry)
    return TouchpointDetail(
        entry=entry,
        content=content.title if content else "",
        version=row.version,
        place=booked.place if booked else "",
        with_whom=booked.with_whom if booked else "",
        logged_by=row.author,
        made_at=row.made_at,
        received_at=row.received_at,
        events=_events(session, library, touchpoint),
        call=call,
        corrections=corrections,
        brought=_brought(session, row.command_id),
    )


def _touchpoint(touchpoint: UUID) -> Any:
    author = func.coalesce(Author.name, Command.author).label("author")
    return (
        select(Touchpoint.version, Touchpoint.command_id, Command.made_at, Command.received_at)
        .add_columns(author)
        .join(Command, Command.id == Touchpoint.command_id)
        .outerjoin(Author, Author.login == Command.author)
        .where(Touchpoint.id == touchpoint)
    )


def _appointment(touchpoint: UUID) -> Any:
    return select(Appointment.place, Appointment.with_whom).where(Appointment.id == touchpoint)


def _voided(session: Session, facts: Collection[UUID]) -> dict[UUID, _Voided]:
    """Who took these facts back, the first who did."""
    by = func.coalesce(Author.name, Command.author).label("by")
    found = session.execute(
        select(Void.target_id, Void.at, by, Void.reason, Void.restricts)
        .join(Command, Command.id == Void.command_id)
        .outerjoin(Author, Author.login == Command.author)
        .where(Void.target_id.in_(facts))
        .order_by(Void.restricts, Void.at.desc())  # what is misfiled is told of last, and stays
    )
    return {row.target_id: _Voided(row.at, row.by, row.reason, row.restricts) for row in found}


def _events(session: Session, library: Library, touchpoint: UUID) -> tuple[EventView, ...]:
    event = TouchpointEvent
    found = session.execute(
        select(event.id, event.kind, event.at, event.ref, event.detail)
        .where(event.touchpoint_id == touchpoint)
        .order_by(event.at, event.id)
    ).all()
    voided = _voided(session, [row.id for row in found])
    return tuple(
        EventView(
            kind=row.kind,
            at=row.at,
            label=_code(library, row.ref) if row.kind == EventKind.OUTCOME else "",
            detail=row.detail,
            voided=voided[row.id].why if row.id in voided else None,
        )
        for row in found
        if row.id not in voided or not voided[row.id].restricts
    )


def _code(library: Library, key: str) -> str:
    code = library.codes.find(key)
    return code.label if code else key


def _call(
    session: Session, library: Library, entry: TimelineEntry
) -> tuple[CallView | None, tuple[CorrectionView, ...]]:
    """The call with the disposition that stands, and those that were amended, oldest first."""
    if entry.kind is not TouchpointKind.CALL:
        return None, ()
    call = session.get(Call, entry.id)
    if call is None:
        return None, ()
    logged = read_logged(session, _dispositions(entry.id))
    voided = _voided(session, [one.id for one in logged])
    standing = next((one for one in logged if one.id not in voided), None)
    view = CallView(
        started_at=call.started_at,
        answered_at=call.answered_at,
        ended_at=call.ended_at,
        hold_seconds=call.hold_seconds,
        phone=call.phone,
        verification=read_verification(session, call.id),
        **_outcome(session, library, standing),
    )
    return view, tuple(_corrections(library, reversed(logged), voided))


def _dispositions(call: UUID) -> Any:
    return select_logged().where(Call.id == call)


def _outcome(session: Session, library: Library, standing: Logged | None) -> dict[str, Any]:
    if standing is None:
        return {
            "code_label": "", "reason": None, "notes": "", "script_title": "",
            "script_version": None, "path": (), "effects": (),
        }  # fmt: skip
    script = library.scripts.get(standing.script or "")
    return {
        "code_label": _code(library, standing.code),
        "reason": standing.reason,
        "notes": standing.notes,
        "script_title": script.title if script else standing.script or "",
        "script_version": standing.versions.get(f"script:{standing.script}"),
        "path": read_path(session, standing.id),
        "effects": tuple(read_effects(session, [standing])[standing.id]),
    }


def _corrections(library: Library, logged: Any, voided: Mapping[UUID, _Voided]) -> Any:
    for one in logged:
        void = voided.get(one.id)
        if void is not None and not void.restricts:
            yield CorrectionView(
                code_label=_code(library, one.code),
                notes=one.notes,
                logged_at=one.at,
                logged_by=one.rep,
                at=void.at,
                by=void.by,
                why=void.why,
            )


def _brought(session: Session, command: UUID) -> BroughtView | None:
    by = func.coalesce(Importer.name, ImportRun.by).label("importer")
    row = session.execute(
        select(ImportRun.at, ImportRun.files, by)
        .join(ImportPart, ImportPart.import_id == ImportRun.id)
        .outerjoin(Importer, Importer.login == ImportRun.by)
        .where(ImportPart.command_id == command)
    ).one_or_none()
    return BroughtView(at=row.at, by=row.importer, files=tuple(row.files)) if row else None
