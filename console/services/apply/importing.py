"""Applying what an import leaves of itself: that it began, each batch, and how it ended.

The rows of a batch are written by the import, in the transaction that brings its command.
"""

from sqlalchemy.orm import Session

from console.models.commands import BeginImport, Command, EndImport, ImportBatch
from console.models.imports import ImportEnd, ImportPart, ImportRun
from console.services.apply.rows import insert_rows


def begin_import(session: Session, command: Command, body: BeginImport) -> None:
    row = {
        "id": command.id,
        "at": command.made_at,
        "by": command.author,
        "format": body.format,
        "files": list(body.files),
        "size": body.size,
        "mark": body.mark,
    }
    insert_rows(session, ImportRun, [row])


def import_batch(session: Session, command: Command, body: ImportBatch) -> None:
    """A batch of no import (demo data) is in the journal alone."""
    if body.part_of is None:
        return
    row = {
        "command_id": command.id,
        "import_id": body.part_of,
        "seq": body.seq,
        "undoes": None,
        "counts": body.counts,
    }
    insert_rows(session, ImportPart, [row])


def end_import(session: Session, command: Command, body: EndImport) -> None:
    row = {
        "command_id": command.id,
        "import_id": body.part_of,
        "seq": body.seq,
        "at": command.made_at,
        "by": command.author,
        "state": body.state,
        "counts": body.counts,
    }
    insert_rows(session, ImportEnd, [row])
