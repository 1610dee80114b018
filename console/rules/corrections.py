"""Corrections of a record: which fields, and what becomes of one that somebody else changed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from console.models.commands import (
    AddContactPoint,
    AddRelationship,
    Change,
    CorrectPerson,
    RetireContactPoint,
)
from console.models.terms import Authority, ContactSystem, RecordKind
from console.models.views import ContactPointView, PersonView, RelationshipView
from console.rules import birth_dates, contact_points, names

CORRECTABLE: dict[RecordKind, frozenset[str]] = {
    RecordKind.PERSON: frozenset(
        {
            *("name", "given", "family", "preferred_name", "birth_date", "sex", "language"),
            *("interpreter", "no_voicemail"),
        }
    ),
    RecordKind.CONTACT_POINT: frozenset(
        {
            *("use", "raw", "value", "extension", "rank", "city", "state", "postal_code"),
            *("country", "confidential", "wrong", "no_service", "no_voicemail", "retired_at"),
        }
    ),
    RecordKind.RELATIONSHIP: frozenset({"kind", "authority", "until"}),
}
"""By record, the columns that a desk may correct; `security/corrections.sql` says the same."""

Value = str | bool | int | None


Correction = CorrectPerson | AddContactPoint | RetireContactPoint | AddRelationship


class Verdict(Enum):
    """SAME: it says so already. HELD: it says something else than was seen, and stays."""

    SAME = "same"
    APPLIED = "applied"
    HELD = "held"


def verdict(change: Change, found: Value, *, there: bool = True) -> Verdict:
    """What becomes of a change of a field that says `found` now; `there`: its record still is."""
    if there and is_same(change.field, found, change.new):
        return Verdict.SAME
    if there and is_same(change.field, found, change.old):
        return Verdict.APPLIED
    return Verdict.HELD


def is_same(field: str, one: Value, other: Value) -> bool:
    """Whether a field says the same; when something was retired is no matter, only whether."""
    if field == "retired_at":
        return (one is None) is (other is None)
    return one == other


def corrected(view: PersonView, bodies: Iterable[Correction], today: date) -> PersonView:
    """The record as it will be once these corrections, made at this desk, are sent.

    One that is in it already changes nothing.
    """
    for body in bodies:
        if body.person != view.person:
            continue
        for change in body.changes:
            view = _with(view, change)
        if isinstance(body, AddContactPoint):
            view = _with_point(view, body)
        elif isinstance(body, AddRelationship):
            view = _with_relative(view, body)
    every = sorted((*view.contact_points, *view.retired_points), key=_order)
    points = tuple(point for point in every if point.retired_at is None)
    retired = tuple(point for point in every if point.retired_at is not None)
    age = birth_dates.age(view.birth_date, today)
    return replace(
        view,
        contact_points=points,
        retired_points=retired,
        place=contact_points.place(points),
        initials=names.initials(view.name),
        age=age,
    )


def _with(view: PersonView, change: Change) -> PersonView:
    set_: dict[str, Any] = {change.field: change.new}
    if change.record is RecordKind.PERSON:
        return replace(view, **set_)
    if change.record is RecordKind.CONTACT_POINT:
        if change.field == "retired_at" and change.new is not None:
            set_ = {"retired_at": datetime.fromisoformat(str(change.new))}
        return replace(
            view,
            contact_points=_set(view.contact_points, change.target, set_),
            retired_points=_set(view.retired_points, change.target, set_),
        )
    return replace(
        view,
        relationships=tuple(
            _related(one, change) if one.id == change.target else one for one in view.relationships
        ),
    )


def _order(point: ContactPointView) -> tuple[int, UUID]:
    """As a record that is read has them."""
    return point.rank, point.id


def _set(
    points: tuple[ContactPointView, ...], target: UUID, fields: dict[str, Any]
) -> tuple[ContactPointView, ...]:
    return tuple(replace(one, **fields) if one.id == target else one for one in points)


def _related(one: RelationshipView, change: Change) -> RelationshipView:
    new = change.new
    if change.field == "authority":
        return replace(one, authority=Authority(str(new)) if new else None)
    if change.field == "until":
        return replace(one, until=date.fromisoformat(str(new)) if new else None)
    return replace(one, kind=str(new))


def _with_point(view: PersonView, body: AddContactPoint) -> PersonView:
    new = body.point
    if any(point.id == new.id for point in (*view.contact_points, *view.retired_points)):
        return view
    point = ContactPointView(
        id=new.id,
        system=ContactSystem(new.system),
        use=new.use,
        raw=new.raw,
        value=new.value,
        extension=new.extension,
        city=new.city,
        state=new.state,
        postal_code=new.postal_code,
        country=new.country,
    )
    return replace(view, contact_points=(*view.contact_points, point))


def _with_relative(view: PersonView, body: AddRelationship) -> PersonView:
    new = body.relationship
    if any(one.id == new.id for one in view.relationships):
        return view
    one = RelationshipView(
        person=new.other,
        name="",
        kind=new.kind,
        authority=new.authority,
        until=date.fromisoformat(new.until) if new.until else None,
        id=new.id,
    )
    return replace(view, relationships=(*view.relationships, one))
