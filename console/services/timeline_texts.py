"""Words sought in everything that was written of a person's touchpoints, off any screen's thread.

There is no index of these texts: one person's are read whole, some thousands at most, and compared
as a rep means it, without case and accents.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.models.facts import Disposition, Touchpoint, TouchpointPerson
from console.models.ids import PersonId
from console.models.records import Staff
from console.models.views import Sought
from console.rules.folding import fold
from console.services.open_facts import not_void
from console.services.statements import PEOPLE, rows

THEIRS = TouchpointPerson.person_id.in_(PEOPLE)
TEXTS = (
    select(Touchpoint.id, Touchpoint.by, Staff.name, Touchpoint.login)
    .add_columns(Touchpoint.title, Touchpoint.summary, Touchpoint.campaign)
    .join(TouchpointPerson, TouchpointPerson.touchpoint_id == Touchpoint.id)
    .outerjoin(Staff, Staff.login == Touchpoint.login)
    .where(THEIRS)
)
NOTES = (
    select(Disposition.call_id, Disposition.notes)
    .join(TouchpointPerson, TouchpointPerson.touchpoint_id == Disposition.call_id)
    .where(THEIRS, Disposition.notes != "", not_void(Disposition.id))
)
NOT_TOLD = 4
"""Columns of the id and of who did it; what follows is the matter."""


def texts_that_hold(
    session: Session, people: frozenset[PersonId], sought: tuple[Sought, ...]
) -> Callable[[Any], bool]:
    """Whether the touchpoint of a link (`touchpoint_id`, `kind`, `own`) holds every word.

    Of one in which the person spoke for somebody else nothing but who did it is looked at.
    """
    given = [*people]
    by: dict[UUID, str] = {}
    matter: dict[UUID, list[str]] = defaultdict(list)
    for row in rows(session, TEXTS, people=given):
        by[row.id] = fold(row.by or row.name or row.login or "")
        matter[row.id] = [fold(part) for part in row[NOT_TOLD:] if part]
    for call, notes in rows(session, NOTES, people=given):
        matter[call].append(fold(notes))

    def holds(link: Any) -> bool:
        told = matter[link.touchpoint_id] if link.own else []
        texts = (by.get(link.touchpoint_id, ""), *told)
        return all(
            link.kind in one.kinds or any(one.word in text for text in texts) for one in sought
        )

    return holds
