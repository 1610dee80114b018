"""How far the worker is: what it noted of its jobs, and how old what it makes is."""

from datetime import UTC, datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from console.models.derived import WorkerJob
from console.models.facts import Command
from console.models.views import JobLag
from console.services.database import Database


def note(database: Database, name: str, began: datetime, done: int, error: str | None) -> None:
    """Keeps how a run ended; after an error the time of the last whole run stays."""
    with database.transaction() as session:
        before = session.get(WorkerJob, name)
        as_of = began if error is None else before.as_of if before else None
        session.execute(delete(WorkerJob).where(WorkerJob.name == name))
        session.execute(
            insert(WorkerJob).values(name=name, as_of=as_of, ran_at=began, done=done, error=error)
        )


def read(database: Database, now: datetime | None = None) -> tuple[JobLag, ...]:
    """The lag of every job that ever ran here."""
    with database.transaction(writes=False) as session:
        return lags(session, now or datetime.now(UTC))


def lags(session: Session, now: datetime) -> tuple[JobLag, ...]:
    jobs = session.scalars(select(WorkerJob).order_by(WorkerJob.name)).all()
    return tuple(
        JobLag(job.name, job.as_of, _behind(session, job.as_of, now), job.error) for job in jobs
    )


def _behind(session: Session, as_of: datetime | None, now: datetime) -> float:
    """Since when the first command waits that came after the job's last run began, in seconds."""
    first = select(func.min(Command.received_at))
    if as_of is not None:
        first = first.where(Command.received_at >= as_of)
    waits_since = session.execute(first).scalar()
    return max((now - waits_since).total_seconds(), 0.0) if waits_since else 0.0
