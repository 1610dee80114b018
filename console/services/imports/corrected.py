"""What was corrected here of people on record, which no import may undo."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.models.facts import FieldChange
from console.services.apply.corrections import DESK


@dataclass(frozen=True, slots=True)
class Corrected:
    """By id of a row; empty for every row that nobody here corrected.

    Attributes:
        fields: which of its fields.
        former: of a contact point, the values that it no longer has.
    """

    fields: Mapping[UUID, frozenset[str]]
    former: Mapping[UUID, frozenset[str]]


def read(session: Session, people: Collection[UUID]) -> Corrected:
    """Everything that was corrected at a desk, whatever it says now."""
    fields: dict[UUID, frozenset[str]] = defaultdict(frozenset)
    former: dict[UUID, frozenset[str]] = defaultdict(frozenset)
    query = select(FieldChange.target_id, FieldChange.field, FieldChange.old).where(
        FieldChange.person_id.in_(people), FieldChange.source == DESK, ~FieldChange.held
    )
    for row in session.execute(query):
        fields[row.target_id] |= {row.field}
        if row.field == "value":
            former[row.target_id] |= {row.old}
    return Corrected(fields, former)
