"""Records of people tables as people, with the consents and stops that stand beside them."""

import re
from collections.abc import Sequence
from typing import Any

from console.models.terms import Channel
from console.rules import date_style
from console.rules.date_style import DateStyle
from console.services.apply.undone_people import NO_NAME
from console.services.imports.elements import text
from console.services.imports.report import Tally
from console.services.imports.tables import keys
from console.services.imports.tables.cells_of import CellsOf
from console.services.imports.tables.contacts import Contacts
from console.services.imports.tables.staging import Staging
from console.services.imports.tables.table import Record
from console.services.imports.values import (
    ContactValues,
    Context,
    IdentifierValues,
    PersonValues,
    Unusable,
)

LOST_DATE = "Birth date that cannot be read"
NAMES = ("name", "given", "family")
SEXES = {
    "m": "male",
    "man": "male",
    "f": "female",
    "w": "female",
    "woman": "female",
    "o": "other",
    "x": "other",
    "nonbinary": "other",
    "non-binary": "other",
    "u": "unknown",
    "unk": "unknown",
}
SEX_NOT_SAID = {"unreported", "not reported", "0", "1", "2", "3", "9"}
CHANNELS = {
    "call": Channel.CALL,
    "phone": Channel.CALL,
    "voice": Channel.CALL,
    "sms": Channel.TEXT,
    "text": Channel.TEXT,
    "mail": Channel.MAIL,
    "post": Channel.MAIL,
    "letter": Channel.MAIL,
    "portal": Channel.PORTAL,
}


class People:
    """Reads people from the records of one section.

    `source` is the system that their ids belong to, `group` whose contact points were put aside.
    """

    def __init__(
        self,
        cells_of: CellsOf,
        *,
        source: str,
        group: str,
        region: str,
        file: str,
        staging: Staging,
        tally: Tally,
        context: Context,
    ) -> None:
        self._of = cells_of
        self._source = source
        self._group = group
        self._file = file
        self._staging = staging
        self._tally = tally
        self._today = context.now.date()
        self._zone = context.zone
        self.contacts = Contacts(cells_of, region, tally)
        self.named = any(name in cells_of for name in NAMES)

    def key(self, record: Record, *, count: bool = True) -> str:
        """The id of a record's person; a record without any is known by what it says.

        Without name and id, records that say the same are counted, so that each is somebody; that
        is done once a reading (`count`).
        """
        if found := self._of.key(record.cells, "key"):
            return found
        fields = self._names(record.cells)
        birth = self._birth_date(record.cells, remark=False)
        content = keys.of_person(fields.get("name", ""), birth, record.cells)
        if self.named:
            return content
        return f"{content}#{self._staging.again(content)}" if count else content

    def of(self, record: Record, key: str) -> PersonValues:
        """The person of a record; raises Unusable where nothing says who it is."""
        cells = record.cells
        fields = self._fields(cells)
        if self.named and not fields.get("name"):
            if not self._of.key(cells, "key") and not fields.get("birth_date"):
                raise Unusable("names nobody")
            fields["name"] = NO_NAME
        contacts = self._contacts(cells, key)
        identifiers = self._identifiers(cells, key)
        systems = self.contacts.systems | self._staging.systems(self._group)
        return PersonValues(
            origin=keys.origin(
                self._source,
                keys.PATIENT,
                key,
                (self._file, record.where),
                keys.sha_of(fields, contacts, identifiers),
            ),
            fields=fields,
            contacts=contacts,
            identifiers=identifiers,
            systems=systems,
            stub=not self.named,
        )

    def _contacts(self, cells: Sequence[str], key: str) -> tuple[ContactValues, ...]:
        kept: dict[tuple[str, str], ContactValues] = {}
        for one in (*self.contacts.of(cells), *self._staging.contacts(self._group, key)):
            kept.setdefault((one.system, one.value), one)
        return tuple(kept.values())

    def _fields(self, cells: Sequence[str]) -> dict[str, Any]:
        """The columns of the person table that this table speaks of."""
        of = self._of
        fields = self._names(cells) if self.named else {}
        if "preferred_name" in of:
            fields["preferred_name"] = of.text(cells, "preferred_name") or None
        if "birth_date" in of or "birth.year" in of:
            fields["birth_date"] = self._birth_date(cells)
        if "sex" in of:
            fields["sex"] = self._sex(cells)
        if "language" in of:
            fields["language"] = of.text(cells, "language", 40) or None
        for name in ("interpreter", "no_voicemail"):
            if name in of:
                fields[name] = of.truth(cells, name) is True
        if "zone" in of:
            fields["zone"] = of.text(cells, "zone", 60) or None
        if "prefers" in of:
            fields["prefers"] = _channel(of.text(cells, "prefers", 60))
        if "deceased" in of or "deceased_at" in of:
            fields |= self._death(cells)
        return fields

    def _names(self, cells: Sequence[str]) -> dict[str, Any]:
        of = self._of
        given = " ".join([*of.texts(cells, "given"), *of.texts(cells, "middle")])[:300]
        family = of.text(cells, "family")
        whole = of.text(cells, "name")
        others = of.texts(cells, "other_names")
        if not given and not family:
            given, family = _parted(whole)
            name = f"{given} {family}".strip() if given and family else whole
        else:
            name = f"{given} {family}".strip()[:300]
            if whole and set(_words(whole)) - set(_words(name)):
                others = [*others, whole]
        others = [_with_given(other, given) for other in others]
        listed = [other for other in dict.fromkeys(others) if other != name]
        return {"name": name, "given": given, "family": family, "other_names": listed}

    def _birth_date(self, cells: Sequence[str], *, remark: bool = True) -> str | None:
        if "birth.year" in self._of:
            written = "-".join(
                number
                for part in ("year", "month", "day")
                if (number := self._of.key(cells, f"birth.{part}"))
            )
        else:
            written = self._of.text(cells, "birth_date", 40)
        if not written:
            return None
        found = date_style.day(written, self._style("birth_date"), self._today)
        if found is None and remark:
            self._tally.remark(LOST_DATE)
        return found

    def _style(self, name: str) -> DateStyle:
        return DateStyle(self._of.dates(name) or DateStyle.MDY)

    def _sex(self, cells: Sequence[str]) -> str | None:
        word = " ".join(self._of.raw(cells, "sex")).casefold().strip()[:40]
        if not word or word in SEX_NOT_SAID:
            return None
        return SEXES.get(word, word)

    def _death(self, cells: Sequence[str]) -> dict[str, Any]:
        written = self._of.text(cells, "deceased_at", 60)
        at = date_style.instant(written, self._zone, self._style("deceased_at"))
        told = self._of.text(cells, "deceased", 40).casefold()
        said = self._of.truth(cells, "deceased") or told in {"deceased", "dead", "expired", "died"}
        return {"deceased": said or bool(written), "deceased_at": at}

    def _identifiers(self, cells: Sequence[str], key: str) -> tuple[IdentifierValues, ...]:
        found: dict[str, IdentifierValues] = {}
        for name in self._of.names("identifier"):
            kind = name.partition(".")[2] or "id"
            if value := self._of.key(cells, name)[:150]:
                found[value] = IdentifierValues(self._source, kind[:40], value)
        if self._of.key(cells, "key") and key not in found and len(key) <= 150:
            found[key] = IdentifierValues(self._source, "id", key)
        return tuple(sorted(found.values(), key=lambda one: one.kind != "mrn"))


def _parted(whole: str) -> tuple[str, str]:
    """Given and family name of a name written as one: "Smith, Jane", "Jane Smith"."""
    family, comma, given = (part.strip() for part in whole.partition(","))
    if comma and given and "," not in given and len(given.split()) <= 3:
        return given, family
    return "", ""


def _with_given(other: str, given: str) -> str:
    """A maiden name stands alone in its column; a caller says it with the first name."""
    return other if " " in other or not given else f"{given} {other}"[:300]


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())


def _channel(word: str) -> str | None:
    plain = text(word).casefold()
    if re.search(r"e-?mail", plain):
        return Channel.EMAIL
    return next((channel for part, channel in CHANNELS.items() if part in plain), None)
