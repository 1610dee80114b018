"""Live lists: one cheap question, "is there anything after my cursor?"."""

from sqlalchemy import text

from console.services.database import Database

NEWEST = text(
    # Only transactions below the oldest running one: a slow one may still commit behind a newer.
    "SELECT coalesce(max(xid)::text, '0') FROM command "
    "WHERE xid < pg_snapshot_xmin(pg_current_snapshot())"
)


class Live:
    """A cursor is an opaque word: a different one than before means that something came."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cursor(self) -> str:
        with self._database.transaction(writes=False) as session:
            if self._database.dialect == "postgresql":
                return str(session.execute(NEWEST).scalar_one())
            count = session.execute(text("SELECT max(rowid) FROM command")).scalar()
            return str(count)
