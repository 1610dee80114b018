"""The imports on record: looking at them and taking one back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.models.ids import CommandId, Login
from console.models.imports import ImportEnd, ImportRun
from console.models.records import Staff
from console.models.terms import ImportState
from console.models.views import ImportView
from console.services.database import Database
from console.services.imports.undo import Progress, undo, undone

MOST = 200
"""Imports that are listed, the newest."""


class ImportBook:
    """`acting` gives who undoes, `clock` when."""

    def __init__(
        self, database: Database, acting: Callable[[], Login], clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._acting = acting
        self._clock = clock

    def latest(self) -> tuple[ImportView, ...]:
        """Newest first."""
        with self._database.transaction(writes=False) as session:
            runs = session.scalars(
                select(ImportRun).order_by(ImportRun.at.desc(), ImportRun.id.desc()).limit(MOST)
            )
            names = {
                row.login: row.name for row in session.execute(select(Staff.login, Staff.name))
            }
            return tuple(_view(session, run, names) for run in list(runs))

    def undo(
        self, entry: CommandId, *, stops: bool = False, progress: Progress | None = None
    ) -> dict[str, int]:
        """What became of it by kind; raises as `undo.undo`."""
        return undo(
            self._database,
            entry,
            author=self._acting(),
            now=self._clock(),
            stops=stops,
            progress=progress,
        )


def _view(session: Session, run: ImportRun, names: dict[str, str]) -> ImportView:
    ends: list[Any] = list(
        session.scalars(
            select(ImportEnd).where(ImportEnd.import_id == run.id).order_by(ImportEnd.seq.desc())
        )
    )
    told = [end for end in ends if end.state in (ImportState.DONE, ImportState.PAUSED)]
    is_undone = bool(ends) and ends[0].state in (ImportState.UNDOING, ImportState.UNDONE)
    return ImportView(
        id=CommandId(run.id),
        at=run.at,
        by=Login(run.by),
        name=names.get(run.by, run.by),
        format=run.format,
        files=tuple(run.files),
        size=run.size,
        mark=run.mark,
        state=ImportState(ends[0].state) if ends else ImportState.OPEN,
        changed_at=ends[0].at if ends else None,
        counts=dict(told[0].counts) if told else {},
        undone=undone(session, run.id) if is_undone else {},
    )
