"""Live lists: one cheap question, "is there anything after my cursor?"."""

from sqlalchemy import text

from console.services.database import Database

STANDING = text(
    # Below the oldest running transaction nothing can come any more, so the newest number says it
    # all; from there on a slow one may still commit behind a newer, so what is there is counted.
    # Waiting for the slow one instead would hold every list up behind one long import.
    "SELECT coalesce(max(xid) FILTER (WHERE xid < oldest)::text, '0') || '+' "
    "|| count(*) FILTER (WHERE xid >= oldest) "
    "FROM pg_snapshot_xmin(pg_current_snapshot()) AS oldest, LATERAL ("
    "(SELECT xid FROM command WHERE xid < oldest ORDER BY xid DESC LIMIT 1) "
    "UNION ALL SELECT xid FROM command WHERE xid >= oldest) AS looked_at"
)


class Live:
    """A cursor is an opaque word: a different one than before means that something came."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cursor(self) -> str:
        with self._database.transaction(writes=False) as session:
            if self._database.dialect == "postgresql":
                return str(session.execute(STANDING).scalar_one())
            count = session.execute(text("SELECT max(rowid) FROM command")).scalar()
            return str(count)
