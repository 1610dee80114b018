"""A center for stories: one PostgreSQL database, and a login of its own for each desk."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import psycopg

from console.models.facts import Callback
from console.models.ids import FactId
from console.services.database import open_shared
from tests.commands import Clock
from tests.postgresql import Server
from tests.services import records
from tests.stories.desk import add_staff, bring, publish_what_ships


def make_logins(server: Server, *logins: str) -> None:
    with server.connect() as connection:
        for login in logins:
            try:
                connection.execute(f"CREATE ROLE {login} LOGIN SUPERUSER")
            except psycopg.errors.Error:
                continue  # an earlier test, or another worker, made it


def fill(url: str, folder: Path, *resources: dict[str, object]) -> None:
    """What a center has on its first day: publications, staff, and these people."""
    shared = open_shared(url)
    publish_what_ships(shared)
    add_staff(shared)
    if resources:
        bring(shared, folder, *resources, now=working_hours()())
    shared.close()


def working_hours() -> Clock:
    """A desk's clock at 10:00 of yesterday: claims are judged by the server's own clock, by which
    what is due at the desk must be due as well.
    """
    yesterday = datetime.now(UTC) - timedelta(days=1)
    return Clock(yesterday.replace(hour=15, minute=0, second=0, microsecond=0))


def promise(url: str, owner: str, name: str, due_at: datetime) -> FactId:
    """A callback that somebody promised the only person of this name."""
    from console.services.directory import Directory

    shared = open_shared(url)
    [found] = Directory(shared).find(name).results
    made: UUID = records.begin(shared).add(
        Callback,
        person_id=found.person,
        phone=found.phones[0],
        due_at=due_at,
        zone="America/New_York",
        asked_for=True,
        owner=owner,
    )
    shared.close()
    return FactId(made)
