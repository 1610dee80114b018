"""Writing contact points that a source lists apart from the people whom they reach."""

from collections.abc import Sequence

from console.services.apply import erasing
from console.services.imports.batch import Batch
from console.services.imports.contacts import add_contact, contact_id
from console.services.imports.people import GONE, OnRecord, on_record
from console.services.imports.report import Rejected, Tally
from console.services.imports.resolver import records
from console.services.imports.values import ContactValues, ReachValues

NO_OWNER = "Contact point of nobody in these files"
PATIENT = "Patient"


def write_reach(batch: Batch, tally: Tally, listed: Sequence[ReachValues]) -> None:
    """Adds to `batch` the contact points that people on record do not have yet.

    Only the very source that brought a person may add to how she is reached.
    """
    known = records(
        batch.session, {one.source for one in listed}, ((PATIENT, one.person) for one in listed)
    )
    found = {
        (record.source, key): record.target for (_, key), same in known.items() for record in same
    }
    people = on_record(batch, set(found.values()))
    for one in listed:
        person = found.get((one.source, one.person))
        current = people.get(person) if person else None
        if person is None or current is None or current.person["withdrawn_at"]:
            tally.skip(NO_OWNER, len(one.contacts))
        elif current.person["name"] == erasing.ERASED:
            tally.reject(Rejected(one.origin.file, one.origin.where, GONE))
        else:
            new = [contact for contact in one.contacts if not _has(current, contact)]
            for contact in new:
                add_contact(batch, person, contact)
            if new:
                batch.people.add(person)
            tally.seen(person, updated=bool(new), kept=False)


def _has(current: OnRecord, contact: ContactValues) -> bool:
    """Whether somebody has a contact point, or had it until it was corrected here."""
    same = (contact.system, contact.value)
    own = contact_id(current.person["id"], contact)
    return any(
        (row["system"], row["value"]) == same or row["id"] == own for row in current.contacts
    )
