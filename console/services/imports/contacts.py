"""Writing contact points of people: new ones, changed ones, and those gone at the source."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any
from uuid import UUID

from console.models.ids import derived_id
from console.models.records import ContactPoint
from console.models.terms import RecordKind
from console.rules.contact_changes import TEXT
from console.services.imports.batch import Batch
from console.services.imports.corrected import Corrected
from console.services.imports.merging import merge
from console.services.imports.values import ContactValues

CONTACT_FIELDS = [field.name for field in fields(ContactValues) if field.name != "retired"]


def contact_id(person: UUID, contact: ContactValues) -> UUID:
    return derived_id(person, "contact", contact.system, contact.value)


def as_seen(person: UUID, contacts: Sequence[ContactValues]) -> dict[str, Any]:
    """What a source says of somebody's contact points, by their ids, for the next import."""
    return {
        str(contact_id(person, contact)): {**_columns(contact), "retired": contact.retired}
        for contact in contacts
    }


def add_contact(batch: Batch, person: UUID, contact: ContactValues) -> None:
    batch.add(
        ContactPoint,
        id=contact_id(person, contact),
        person_id=person,
        confidential=False,
        wrong=False,
        retired_at=batch.now if contact.retired else None,
        **_columns(contact),
    )


def _columns(contact: ContactValues) -> dict[str, Any]:
    return {name: getattr(contact, name) for name in CONTACT_FIELDS}


def merge_contacts(
    batch: Batch,
    person: UUID,
    contacts: Sequence[ContactValues],
    seen: Mapping[str, Any],
    current: Sequence[Mapping[str, Any]],
    corrected: Corrected,
    source: str,
) -> tuple[bool, bool]:
    """Adds, changes and retires contact points; whether anything was, and whether any was kept.

    A confidential one is never touched, one found wrong or retired here stays so, and so does
    whatever else was corrected here: what somebody here put another text for doesn't come back.
    """
    by_value = {(row["system"], row["value"]): row for row in sorted(current, key=_is_in_force)}
    former = {(row["system"], old) for row in current for old in corrected.former[row["id"]]}
    changed = kept = False
    for contact in contacts:
        name = (contact.system, contact.value)
        row = by_value.get(name)
        before = seen.get(str(contact_id(person, contact)))
        if row is not None:
            by_hand = corrected.fields[row["id"]]
            merged, held = _merge_contact(batch, row, before, contact, by_hand, source)
            changed, kept = changed or merged, kept or held
        elif before is None and name not in former:
            add_contact(batch, person, contact)
            changed = True
        else:
            kept = True
    still = {str(contact_id(person, contact)) for contact in contacts}
    for row in current:
        gone = str(row["id"]) in seen.keys() - still
        if gone and not corrected.fields[row["id"]] and _is_as_seen(row, seen[str(row["id"])]):
            gone_now = {"retired_at": batch.now}
            batch.change_field_by_field(RecordKind.CONTACT_POINT, row, gone_now, source)
            changed = True
    return changed, kept


def _merge_contact(
    batch: Batch,
    row: Mapping[str, Any],
    before: Mapping[str, Any] | None,
    contact: ContactValues,
    corrected: frozenset[str],
    source: str,
) -> tuple[bool, bool]:
    if row["confidential"]:
        return False, False
    new = {**_columns(contact), "retired": contact.retired}
    ours = {**row, "retired": row["retired_at"] is not None}
    changes, kept = merge(ours, before, new, _by_hand(corrected))
    if "retired" in changes:
        changes["retired_at"] = batch.now if changes.pop("retired") else None
    if changes and not row["wrong"]:
        batch.change_field_by_field(RecordKind.CONTACT_POINT, row, changes, source)
        return True, kept
    return False, kept or row["wrong"]


def _by_hand(corrected: frozenset[str]) -> frozenset[str]:
    """The fields of a contact point that stay: of a text that was corrected here, all, and that it
    is used.
    """
    if "value" in corrected:
        return corrected | {*TEXT, "raw", "country", "retired"}
    return corrected | {"retired"} if "retired_at" in corrected else corrected


def _is_in_force(row: Mapping[str, Any]) -> bool:
    return row["retired_at"] is None


def _is_as_seen(row: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Whether nobody here has touched a contact point that is gone at the source."""
    touched = row["confidential"] or row["wrong"] or row["retired_at"] is not None
    return not touched and all(row[name] == before.get(name) for name in ("value", "raw", "use"))
