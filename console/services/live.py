"""Live lists: one cheap question, "is there anything after my cursor?"."""

from sqlalchemy import text

from console.services.database import Database

LOGGED = text(
    # Below the oldest running transaction nothing can come any more, so the newest number says it
    # all; from there on a slow one may still commit behind a newer, so what is there is counted.
    # Waiting for the slow one instead would hold every list up behind one long import.
    "SELECT coalesce(max(xid) FILTER (WHERE xid < oldest)::text, '0') || '+' "
    "|| count(*) FILTER (WHERE xid >= oldest) "
    "FROM pg_snapshot_xmin(pg_current_snapshot()) AS oldest, LATERAL ("
    "(SELECT xid FROM command WHERE xid < oldest ORDER BY xid DESC LIMIT 1) "
    "UNION ALL SELECT xid FROM command WHERE xid >= oldest) AS looked_at"
)
CLAIMED = text(
    # Those in force now, a few hundred rows at most: taken, given back and run out all change it.
    "SELECT coalesce(sum(hashtextextended(target_id::text, revision)), 0)::text "
    "FROM claim WHERE until > now()"
)
HERE = text("SELECT (SELECT max(rowid) FROM command) || ' ' || (SELECT total(revision) FROM claim)")


class Live:
    """A cursor is an opaque word: a different one than before means that something came.

    What came is a command, or a claim that was taken, given back or (on a server) ran out.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def cursor(self) -> str:
        """Raises Offline. The word of another server says nothing about this one."""
        with self._database.transaction(writes=False) as session:
            if self._database.embedded:
                return str(session.execute(HERE).scalar())
            return " ".join(session.execute(part).scalar_one() for part in (LOGGED, CLAIMED))
