"""Flags and ledgers of other systems as entries of the consent ledger.

A flag that is set is a revocation; one that is not set says nothing, and lifts nothing.
"""

from collections.abc import Iterator
from datetime import datetime

from console.models.terms import Channel, ConsentAction, Purpose, StopScope
from console.rules import date_style
from console.rules.date_style import DateStyle
from console.services.imports.tables import keys
from console.services.imports.tables.cells_of import CellsOf
from console.services.imports.tables.table import Record
from console.services.imports.values import ConsentValues, Context, Reference, Skip, Unusable

CHANNELS = {
    "call": Channel.CALL,
    "text": Channel.TEXT,
    "email": Channel.EMAIL,
    "mail": Channel.MAIL,
}
SCOPES = {"marketing": StopScope.MARKETING, "everything": StopScope.EVERYTHING}
GIVEN = {"given", "yes", "added", "active", "granted", "opted in", "opt in", "subscribed", "true"}
REVOKED = {
    *("revoked", "no", "removed", "withdrawn", "denied", "refused", "opted out", "opt out"),
    *("unsubscribed", "deleted", "false", "inactive", "rejected"),
}


class Consents:
    """Reads consents from records of one section; ids of people belong to `of_people`."""

    def __init__(
        self, cells_of: CellsOf, *, source: str, file: str, context: Context, of_people: str
    ) -> None:
        self._of = cells_of
        self._source = source
        self._file = file
        self._context = context
        self._of_people = of_people
        self._flags = [name for start in ("stop", "agree") for name in cells_of.names(start)]

    def flags(self, record: Record, person: str) -> Iterator[ConsentValues]:
        """What the flags of a record say of its person."""
        at = self._at(record)
        for name in self._flags:
            start, _, what = name.partition(".")
            said = self._of.truth(record.cells, name)
            if said is None or (start == "stop" and not said):
                continue
            yield self._entry(record, person, what, at, given=start == "agree" and said)

    def stop(self, record: Record, person: str, at: datetime) -> ConsentValues:
        """What a call ended with: the person asked not to be called."""
        return self._entry(record, person, "call", at, given=False)

    def ledger(self, record: Record) -> ConsentValues:
        """A record that is itself an entry of a ledger; raises Skip for what decides nothing."""
        cells = record.cells
        person = self._of.key(cells, "person")
        word = self._of.text(cells, "action", 60).casefold()
        if not person:
            raise Unusable("names no person")
        if word not in GIVEN | REVOKED:
            raise Skip("Consent that is neither given nor revoked")
        at = self._at(record)
        if at is None:
            raise Unusable("has no date, so it has no place in the ledger")
        given = word in GIVEN
        channel = CHANNELS.get(self._of.text(cells, "channel", 40).casefold())
        said = self._of.text(cells, "purpose", 40).casefold()
        purpose = next((one for one in Purpose if one == said), None)
        marketing = purpose is Purpose.MARKETING
        wide = StopScope.MARKETING if marketing else StopScope.EVERYTHING
        key = self._of.key(cells, "key") or keys.of_content([person, *cells])
        return ConsentValues(
            origin=keys.origin(
                self._source, "Consent", key, (self._file, record.where), keys.sha_of(cells)
            ),
            person=Reference(keys.PATIENT, person, source=self._of_people),
            action=ConsentAction.GIVEN if given else ConsentAction.REVOKED,
            at=at,
            purpose=purpose or (Purpose.CARE if given else None),
            scope=None if given else wide,
            channel=channel,
            evidence=self._of.text(cells, "evidence"),
        )

    def _entry(
        self, record: Record, person: str, what: str, at: datetime | None, *, given: bool
    ) -> ConsentValues:
        """A flag as an entry; without a date of its own it counts from the import that saw it."""
        marketing = what == "marketing"
        stop = SCOPES.get(what, StopScope.PERSON)
        return ConsentValues(
            origin=keys.origin(
                self._source,
                "Consent",
                f"{person}/{what}",
                (self._file, record.where),
                keys.sha_of(given, at),
            ),
            person=Reference(keys.PATIENT, person, source=self._of_people),
            action=ConsentAction.GIVEN if given else ConsentAction.REVOKED,
            at=at or self._context.now,
            purpose=Purpose.MARKETING if marketing else Purpose.CARE if given else None,
            scope=None if given else stop,
            channel=CHANNELS.get(what),
            evidence="Flag of the source",
        )

    def _at(self, record: Record) -> datetime | None:
        for name in ("consented_at", "at"):
            if name in self._of and not (name == "at" and "kind" in self._of):
                style = DateStyle(self._of.dates(name) or DateStyle.MDY)
                written = self._of.text(record.cells, name, 60)
                return date_style.instant(written, self._context.zone, style)
        return None
