"""What playbooks in force ask of the records that come in only where one does."""

from datetime import datetime

from console.errors import NotFound
from console.models.terms import TouchpointKind
from console.rules.conditions import refs_asked
from console.services.database import Database
from console.services.publications import Publications


def asked_conditions(database: Database, now: datetime) -> frozenset[str]:
    """Patterns of the condition codes that playbooks in force at `now` name; none before any is."""
    try:
        library = Publications(database).in_force(now)
    except NotFound:
        return frozenset()
    return refs_asked(library.playbooks.values(), TouchpointKind.CONDITION)
