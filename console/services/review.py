"""Dispositions for supervisors: the list, page by page, and one call opened with its record."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, extract, func, literal_column, select, tuple_
from sqlalchemy.orm import Session, aliased

from console.errors import NotFound
from console.models.bodies import Library
from console.models.facts import (
    Call,
    Disposition,
)
from console.models.ids import CallId, FactId, Login
from console.models.records import Staff
from console.models.terms import Direction, Label, Stage
from console.models.views import (
    DispositionDetail,
    DispositionFilter,
    DispositionPage,
    DispositionRow,
    EffectView,
    ReviewChoices,
)
from console.rules.figures import Tally, figures
from console.services import access
from console.services.database import Database
from console.services.open_facts import not_void
from console.services.review_effects import read_effects
from console.services.review_rows import (
    Logged,
    read_logged,
    read_missed,
    read_path,
    read_second_contacts,
    read_verification,
    select_logged,
)
from console.services.review_timeline import read_then

Before = tuple[datetime, UUID]
EVERYTHING = DispositionFilter()


class Review:
    """Reads what was logged. The list names people and is no opening; opening one is audited."""

    def __init__(self, database: Database, library: Callable[[], Library]) -> None:
        self._database = database
        self._library = library

    def page(
        self,
        filter: DispositionFilter = EVERYTHING,  # noqa: A002 - the word on the screen
        before: Before | None = None,
        limit: int = 100,
    ) -> DispositionPage:
        """Newest first; `before` is the page before's. An amended disposition is its newest."""
        library = self._library()
        with self._database.transaction(writes=False) as session:
            conditions = [*_standing(), *_wanted(filter)]
            statement = select_logged().where(*conditions).limit(limit + 1)
            if before is not None:
                key = tuple_(Disposition.at, Disposition.id)
                statement = statement.where(key < tuple_(*before))
            found = read_logged(session, statement)
            shown = found[:limit]
            effects, doubts = read_effects(session, shown), _doubts(session, shown)
            rows = tuple(_row(entry, effects[entry.id], doubts, library) for entry in shown)
            tallies = _tallies(session, conditions)
        summed = figures(tallies, library.codes)
        following = (shown[-1].at, shown[-1].id) if len(found) > limit else None
        return DispositionPage(
            rows=rows,
            before=following,
            total=summed.calls,
            outbound=summed.attempts,
            inbound=summed.calls - summed.attempts,
            figures=summed,
        )

    def open(
        self,
        disposition_id: FactId,
        *,
        login: Login,
        now: datetime,
        hidden: frozenset[Label] = frozenset(),
    ) -> DispositionDetail:
        """One call with its path and the timeline as it stood; leaves who looked, with "review".

        Raises NotFound when there is no such disposition.
        """
        library = self._library()
        with self._database.transaction() as session:
            found = read_logged(session, select_logged().where(Disposition.id == disposition_id))
            if not found:
                raise NotFound("This call is not on record any more. Refresh the list.")
            entry = found[0]
            people = {*entry.about, *filter(None, (entry.speaking_with,))}
            access.open_people(session, people, login, "review", CallId(entry.call_id), now)
            effects = read_effects(session, found)[entry.id]
            doubts = _doubts(session, found)
            script = library.scripts.get(entry.script or "")
            return DispositionDetail(
                row=_row(entry, effects, doubts, library),
                started_at=entry.started_at,
                answered_at=entry.answered_at,
                ended_at=entry.ended_at,
                hold_seconds=entry.hold_seconds,
                wrap_up_seconds=entry.wrap_up_seconds,
                phone=entry.phone,
                notes=entry.notes,
                script=entry.script,
                script_title=script.title if script else "",
                versions=entry.versions,
                verification=read_verification(session, entry.call_id),
                path=read_path(session, entry.id),
                effects=tuple(effects),
                timeline=read_then(
                    session,
                    frozenset(entry.about),
                    entry.ended_at,
                    library.codes,
                    without=entry.call_id,
                    hidden=hidden,
                ),
            )

    def choices(self) -> ReviewChoices:
        """What the list can be filtered by: reps who logged, codes in force, journeys."""
        library = self._library()
        with self._database.transaction(writes=False) as session:
            name = func.coalesce(Staff.name, Disposition.login)
            reps = session.execute(
                select(Disposition.login, name.label("name"))
                .outerjoin(Staff, Staff.login == Disposition.login)
                .distinct()
                .order_by(name)
            )
            logins = tuple((row.login, row.name) for row in reps)
        return ReviewChoices(
            reps=logins,
            codes=tuple((code.code, code.label) for code in library.codes.codes),
            journeys=tuple((key, book.title) for key, book in sorted(library.playbooks.items())),
        )


def _standing() -> list[ColumnElement[bool]]:
    """Neither voided nor amended by one that stands."""
    newer = aliased(Disposition)
    return [
        not_void(Disposition.id),
        ~exists().where(newer.amends == Disposition.id, not_void(newer.id)),
    ]


def _wanted(wanted: DispositionFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.day is not None:
        conditions.append(Disposition.day == date.fromisoformat(wanted.day))
    if wanted.login is not None:
        conditions.append(Disposition.login == wanted.login)
    if wanted.code is not None:
        conditions.append(Disposition.code == wanted.code)
    if wanted.journey is not None:
        conditions.append(Disposition.journey == wanted.journey)
    if wanted.stage is not None:
        conditions.append(Disposition.stage == wanted.stage)
    return conditions


def _tallies(session: Session, conditions: list[ColumnElement[bool]]) -> list[Tally]:
    """Of all calls that fit; what an answered call took runs from the answer, hold included."""
    took: Any = literal_column("86400") * (
        func.julianday(Call.ended_at) - func.julianday(Call.answered_at)
    )
    if access.on_server(session):
        took = extract("epoch", Call.ended_at - Call.answered_at)
    handled = func.sum(func.coalesce(took, 0) + Call.wrap_up_seconds)
    rows = session.execute(
        select(
            Call.direction,
            Disposition.code,
            func.count(Disposition.id).label("calls"),
            handled.label("handled"),
        )
        .join(Call, Call.id == Disposition.call_id)
        .where(*conditions)
        .group_by(Call.direction, Disposition.code)
    )
    return [
        Tally(Direction(row.direction), row.code, row.calls, round(row.handled)) for row in rows
    ]


def _doubts(session: Session, entries: Sequence[Logged]) -> dict[str, set[UUID]]:
    """What to check about these dispositions, as far as it takes a look at other facts."""
    return {
        "statement_missed": read_missed(session, entries),
        "second_contact": read_second_contacts(session, entries),
    }


def _row(
    entry: Logged, effects: Sequence[EffectView], doubts: dict[str, set[UUID]], library: Library
) -> DispositionRow:
    code = library.codes.find(entry.code)
    kinds = tuple(effect.kind for effect in effects)
    unbooked = code is not None and "appointment" in code.needs and "appointment" not in kinds
    to_check = [key for key, found in doubts.items() if entry.id in found]
    if unbooked:
        to_check.append("no_appointment")
    playbook = library.playbooks.get(entry.journey or "")
    return DispositionRow(
        id=FactId(entry.id),
        call=CallId(entry.call_id),
        at=entry.at,
        login=Login(entry.login),
        rep=entry.rep,
        people=entry.people,
        code=entry.code,
        code_label=code.label if code else entry.code,
        tone=code.tone if code else "neutral",
        reason=entry.reason,
        effects=kinds,
        direction=Direction(entry.direction),
        talk_seconds=entry.talk_seconds,
        journey=playbook.title if playbook else entry.journey,
        stage=Stage(entry.stage) if entry.stage else None,
        to_check=tuple(to_check),
        amended=entry.amended,
    )
