"""Which fields change when a contact point is marked, corrected, or brought back."""

from typing import NamedTuple

from console.models.corrections import PREFERRED, UNRANKED, Mark
from console.models.ids import ContactPointId
from console.models.views import ContactPointView, PersonView
from console.rules.contact_points import Typed
from console.rules.corrections import Value

TEXT = ("value", "extension", "city", "state", "postal_code")
"""The fields that are understood of what was typed (`raw`)."""
OF_THE_TEXT = ("wrong", "no_service")
"""The marks that say that a text is no good."""


class FieldChange(NamedTuple):
    point: ContactPointId
    field: str
    old: Value
    new: Value


def marked(view: PersonView, point: ContactPointView, mark: Mark) -> list[FieldChange]:
    """A mark put, or taken away where it is; only one is preferred of a kind."""
    if mark is Mark.WORK:
        return [FieldChange(point.id, "use", point.use, None if point.use == "work" else "work")]
    if mark is not Mark.PREFERRED:
        before = bool(getattr(point, mark.value))
        return [FieldChange(point.id, mark.value, before, not before)]
    if point.rank == PREFERRED:
        return [FieldChange(point.id, "rank", PREFERRED, UNRANKED)]
    others = [
        FieldChange(one.id, "rank", PREFERRED, UNRANKED)
        for one in view.contact_points
        if one.system is point.system and one.rank == PREFERRED
    ]
    return [*others, FieldChange(point.id, "rank", point.rank, PREFERRED)]


def retyped(point: ContactPointView, typed: Typed) -> list[FieldChange]:
    """Another text; empty for the same. What was no good about the old one is not said of it.

    What stays the same is in it, too, so that it collides where somebody else has put another text
    there meanwhile: the number of one under the extension of the other reaches nobody.
    """
    text = [
        FieldChange(point.id, field, getattr(point, field), getattr(typed, field))
        for field in ("raw", *TEXT)
    ]
    if all(change.old == change.new for change in text):
        return []
    marks = OF_THE_TEXT if typed.value != point.value else ()
    return text + [
        FieldChange(point.id, mark, True, False) for mark in marks if getattr(point, mark)
    ]


def brought_back(view: PersonView, point: ContactPointView) -> list[FieldChange]:
    """In force again, and no longer preferred where another is meanwhile."""
    at = point.retired_at.isoformat() if point.retired_at else None
    changes = [FieldChange(point.id, "retired_at", at, None)]
    rivals = [one for one in view.contact_points if one.system is point.system]
    if point.rank == PREFERRED and any(one.rank == PREFERRED for one in rivals):
        changes.append(FieldChange(point.id, "rank", PREFERRED, UNRANKED))
    return changes
