"""Applying publications: each is the next version of its key."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from console.models.commands import Command, Publish
from console.models.publications import Publication
from console.services.apply.rows import insert_rows


def publish(session: Session, command: Command, body: Publish) -> None:
    """Appends a version; the same body as the newest one appends nothing."""
    _one_at_a_time(session, f"{body.kind}/{body.key}")
    same_key = (Publication.kind == body.kind) & (Publication.key == body.key)
    newest = session.execute(
        select(Publication.version, Publication.sha)
        .where(same_key)
        .order_by(Publication.version.desc())
        .limit(1)
    ).first()
    if newest is not None and newest.sha == body.sha:
        return
    insert_rows(
        session,
        Publication,
        [
            {
                "kind": body.kind,
                "key": body.key,
                "version": (newest.version if newest else 0) + 1,
                "body": body.body,
                "sha": body.sha,
                "author": command.author,
                "note": body.note,
                "published_at": command.made_at,
                "effective_at": body.effective_at,
                "command_id": command.id,
            }
        ],
    )


def _one_at_a_time(session: Session, key: str) -> None:
    """Two who publish at the same moment would both take the next number. SQLite has one writer."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))
