"""Reading one table: what its sections bring in each round."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from console.models.table_mapping import Section
from console.services.imports.references import short
from console.services.imports.repeats import Repeats
from console.services.imports.report import Tally
from console.services.imports.tables import keys, places
from console.services.imports.tables.cells_of import CellsOf
from console.services.imports.tables.choosing import Chosen, names_people
from console.services.imports.tables.consents import Consents
from console.services.imports.tables.contacts import Contacts
from console.services.imports.tables.people import People
from console.services.imports.tables.staging import Staging
from console.services.imports.tables.table import Record
from console.services.imports.tables.touchpoints import Touchpoints
from console.services.imports.values import Context, ReachValues, Skip, Unusable, Values

ASIDE, PEOPLE, BELONGING, HAPPENED = range(4)
NO_PERSON = "names no person"
Reader = Callable[[Record], Iterator[Values]]


class Reading:
    """One table with its mapping; `rounds` are those in which it is read."""

    def __init__(
        self,
        chosen: Chosen,
        staging: Staging,
        tally: Tally,
        context: Context,
        repeats: Repeats,
    ) -> None:
        self.chosen = chosen
        self._staging = staging
        self._tally = tally
        self._context = context
        self._repeats = repeats
        self._file = chosen.table.sheet.label
        self._readers: dict[int, list[Reader]] = {number: [] for number in range(HAPPENED + 1)}
        self._people: list[tuple[CellsOf, People]] = []
        self._sections: list[CellsOf] = []
        for section in chosen.mapping.sections:
            _MAKERS[section.kind](self, section)
        self.rounds = {number for number, readers in self._readers.items() if readers}
        self._only_contacts = {one.kind for one in chosen.mapping.sections} == {"contacts"}
        if not chosen.mapping.sections:
            self._readers[ASIDE].append(self._left_out)
            self.rounds = {ASIDE}

    def values(self, number: int) -> list[Reader]:
        """What makes values of a record in a round."""
        return self._readers[number]

    def is_read(self, number: int) -> bool:
        """Whether a round needs the table; contact points are read again for those of others."""
        if number == HAPPENED and self._only_contacts:
            return self._staging.has_unused_contacts()
        return number in self.rounds

    def is_meant(self, record: Record) -> bool:
        """Whether any section takes a record."""
        return not self._sections or any(of.is_meant(record.cells) for of in self._sections)

    def _cells(self, section: Section) -> CellsOf:
        group = self.chosen.group
        found = CellsOf(
            section,
            self.chosen.mapping,
            self.chosen.table,
            lambda name, code: self._staging.label(group, name, code),
        )
        self._sections.append(found)
        return found

    def _left_out(self, _record: Record) -> Iterator[Values]:
        raise Skip(self.chosen.mapping.left_out)

    # --- What is put aside

    def _add_codes(self, section: Section) -> None:
        of = self._cells(section)

        def aside(record: Record) -> Iterator[Values]:
            if of.is_meant(record.cells):
                name, code, label = (
                    of.text(record.cells, field) for field in ("set", "code", "label")
                )
                self._staging.add_code(self.chosen.group, name, code, label)
            return iter(())

        self._readers[ASIDE].append(aside)

    def _add_participants(self, section: Section) -> None:
        of = self._cells(section)

        def aside(record: Record) -> Iterator[Values]:
            if of.is_meant(record.cells):
                touchpoint, person = (of.key(record.cells, one) for one in ("touchpoint", "person"))
                if not touchpoint or not person:
                    raise Unusable("does not name a touchpoint and a person")
                self._staging.add_participant(self.chosen.group, touchpoint, person)
            return iter(())

        self._readers[ASIDE].append(aside)

    def _add_contacts(self, section: Section) -> None:
        of = self._cells(section)
        contacts = Contacts(of, self.chosen.region, self._tally)
        self._staging.speaks_of(self.chosen.group, contacts.systems)

        def aside(record: Record) -> Iterator[Values]:
            if of.is_meant(record.cells):
                person = of.key(record.cells, "person")
                if not person:
                    raise Unusable(NO_PERSON)
                found = contacts.of(record.cells)
                if not found:
                    raise Skip("Contact point that is empty")
                self._staging.add_contacts(self.chosen.group, person, found)
            return iter(())

        self._readers[ASIDE].append(aside)
        quiet = Contacts(of, self.chosen.region, Tally())  # what they leave out was told already
        self._readers[HAPPENED].append(partial(self._of_others, of, quiet))

    def _of_others(self, of: CellsOf, contacts: Contacts, record: Record) -> Iterator[Values]:
        """Contact points of somebody whom no table here brings: she may be on record."""
        with suppress(Unusable):  # it was refused when it was put aside
            person = of.key(record.cells, "person") if of.is_meant(record.cells) else ""
            found = contacts.of(record.cells) if person else ()
            if found and self._staging.is_unused(self.chosen.group, person):
                place = (self._file, record.where)
                key, sha = keys.of_content([person, repr(found)]), keys.sha_of(found)
                yield ReachValues(
                    origin=keys.origin(self.chosen.source, "ContactPoint", key, place, sha),
                    person=short(person),
                    source=self.chosen.people or self.chosen.source,
                    contacts=found,
                )

    # --- People and places

    def _add_people(self, section: Section) -> None:
        of = self._cells(section)
        people = People(
            of,
            source=self.chosen.source,
            group=self.chosen.group,
            region=self.chosen.region,
            file=self._file,
            staging=self._staging,
            tally=self._tally,
            context=self._context,
        )
        self._people.append((of, people))
        if section.only:
            self._readers[ASIDE].append(partial(self._note_other, of, people, section))
        number = PEOPLE if names_people(section) else BELONGING
        self._readers[number].append(partial(self._person, of, people))
        flags = self._consents(of)
        if any(of.names(start) for start in ("stop", "agree")):
            self._readers[HAPPENED].append(partial(self._flags, of, people, flags))

    def _person(self, of: CellsOf, people: People, record: Record) -> Iterator[Values]:
        if of.is_meant(record.cells):
            yield people.of(record, people.key(record))

    def _flags(
        self, of: CellsOf, people: People, consents: Consents, record: Record
    ) -> Iterator[Values]:
        if of.is_meant(record.cells):
            yield from consents.flags(record, people.key(record))

    def _note_other(
        self, of: CellsOf, people: People, section: Section, record: Record
    ) -> Iterator[Values]:
        """Notes whose id is no person's, so that what is about them is left out, not refused."""
        if not of.is_meant(record.cells):
            places_ = self.chosen.table.names
            column = next(iter(section.only))
            said = record.cells[places_.index(column)] if column in places_ else ""
            self._staging.add_other(self.chosen.group, people.key(record), said or "something else")
        return iter(())

    def _add_organizations(self, section: Section) -> None:
        self._add_places(section, places.organization)

    def _add_clinicians(self, section: Section) -> None:
        self._add_places(section, places.clinician)

    def _add_places(self, section: Section, make: Callable[..., Values]) -> None:
        of = self._cells(section)

        def people(record: Record) -> Iterator[Values]:
            if of.is_meant(record.cells):
                yield make(of, record, self.chosen.source, self._file, self.chosen.region)

        self._readers[PEOPLE].append(people)

    def _add_relationships(self, section: Section) -> None:
        of = self._cells(section)

        def belonging(record: Record) -> Iterator[Values]:
            if not of.is_meant(record.cells):
                return
            self._refuse_others(of.key(record.cells, "person"), of.key(record.cells, "other"))
            yield places.relationship(
                of, record, self.chosen.source, self._file, self.chosen.people
            )

        self._readers[BELONGING].append(belonging)

    # --- What happened

    def _add_touchpoints(self, section: Section) -> None:
        of = self._cells(section)
        touchpoints = Touchpoints(
            of, source=self.chosen.source, file=self._file, context=self._context
        )
        if "key" in of:
            self._readers[ASIDE].append(partial(self._note_key, of, touchpoints))
        self._readers[HAPPENED].append(
            partial(self._touchpoint, of, touchpoints, self._consents(of))
        )

    def _note_key(self, of: CellsOf, touchpoints: Touchpoints, record: Record) -> Iterator[Values]:
        """Notes an id, so that one that stands again is known; a bad one is refused later."""
        if of.is_meant(record.cells):
            with suppress(Unusable):
                self._repeats.note(self.chosen.source, short(touchpoints.key(record)))
        return iter(())

    def _touchpoint(
        self, of: CellsOf, touchpoints: Touchpoints, consents: Consents, record: Record
    ) -> Iterator[Values]:
        if not of.is_meant(record.cells):
            return
        key = touchpoints.key(record)
        people = self._about(touchpoints, key, record)
        self._refuse_others(*people)
        own = self.chosen.source if "person" not in of else self.chosen.people
        yield touchpoints.of(record, key, people, own)
        if people and (at := touchpoints.stop_at(record)):
            yield consents.stop(record, people[0], at)

    def _about(self, touchpoints: Touchpoints, key: str, record: Record) -> list[str]:
        """Whom a touchpoint is about: its participants, else whom it names, else its own row."""
        if key and (found := self._staging.participants(self.chosen.group, key)):
            people = [one for one in found if not self._staging.what(self.chosen.group, one)]
            return people or found
        named = touchpoints.persons(record)
        if named or not self._people:
            return named
        return [people.key(record) for of, people in self._people if of.is_meant(record.cells)]

    def _refuse_others(self, *ids: str) -> None:
        """Raises Skip where what is told is about a household or organization only."""
        for one in ids:
            if what := self._staging.what(self.chosen.group, one):
                raise Skip(f"About no person ({what.casefold()})")

    def _add_consents(self, section: Section) -> None:
        of = self._cells(section)
        consents = self._consents(of)

        def ledger(record: Record) -> Iterator[Values]:
            if not of.is_meant(record.cells):
                return
            person = of.key(record.cells, "person")
            if not person:
                raise Unusable(NO_PERSON)
            self._refuse_others(person)
            if "action" in of:
                yield consents.ledger(record)
            else:
                yield from consents.flags(record, person)

        self._readers[HAPPENED].append(ledger)

    def _consents(self, of: CellsOf) -> Consents:
        return Consents(
            of,
            source=self.chosen.source,
            file=self._file,
            context=self._context,
            of_people=self.chosen.people,
        )


_MAKERS: dict[str, Callable[[Reading, Section], None]] = {
    "codes": Reading._add_codes,
    "participants": Reading._add_participants,
    "contacts": Reading._add_contacts,
    "people": Reading._add_people,
    "organizations": Reading._add_organizations,
    "clinicians": Reading._add_clinicians,
    "relationships": Reading._add_relationships,
    "touchpoints": Reading._add_touchpoints,
    "consents": Reading._add_consents,
}
