"""Phones, emails and addresses of a record as contact points."""

import re
from collections.abc import Iterator, Sequence
from email.utils import parseaddr

from console.models.terms import ContactSystem
from console.rules import cells, phone
from console.rules.phone import Phone, Written
from console.services.imports.elements import text
from console.services.imports.report import Tally
from console.services.imports.tables.cells_of import CellsOf
from console.services.imports.values import ContactValues

LOST_PHONE = "Phone number whose digits a spreadsheet took away"
NO_EMAIL = "Email that is none"
FEWEST_DIGITS = 3
PLAIN_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
USES = {
    "cell": "mobile",
    "mobile": "mobile",
    "home": "home",
    "work": "work",
    "business": "work",
    "office": "work",
    "main": "home",
    "old": "old",
}


class Contacts:
    """Reads the contact points of one section's records.

    `region` is where numbers without country code are dialed from.
    """

    def __init__(self, cells_of: CellsOf, region: str, tally: Tally) -> None:
        self._of = cells_of
        self._region = region
        self._tally = tally
        self._phones = cells_of.names("phone")
        self._emails = cells_of.names("email")
        self._address = bool(cells_of.names("address"))
        self.systems = frozenset(
            system
            for system, there in (
                (ContactSystem.PHONE, self._phones),
                (ContactSystem.EMAIL, self._emails),
                (ContactSystem.ADDRESS, self._address),
            )
            if there
        )

    def of(self, record: Sequence[str]) -> tuple[ContactValues, ...]:
        """Each contact point once, in the order of the columns."""
        kept: dict[tuple[str, str], ContactValues] = {}
        for one in (*self._phones_of(record), *self._emails_of(record), *self._at(record)):
            kept.setdefault((one.system, one.value), one)
        return tuple(kept.values())

    def _use(self, record: Sequence[str], name: str) -> str | None:
        said = name.partition(".")[2] or self._of.text(record, "use").casefold()
        return next((use for word, use in USES.items() if word in said), said[:40] or None)

    def _rank(self, record: Sequence[str]) -> int:
        return 1 if self._of.truth(record, "primary") else 100

    def _phones_of(self, record: Sequence[str]) -> Iterator[ContactValues]:
        region = self._abroad(record)
        for name in self._phones:
            for cell in self._of.texts(record, name, 200):
                whole = cells.identifier(cell)
                if whole is None:
                    self._tally.remark(LOST_PHONE)
                    continue
                for one in phone.several(whole, region) or _digits(whole):
                    if not cells.is_filler(one.raw):
                        yield self._phone(record, name, one)

    def _phone(self, record: Sequence[str], name: str, one: Written) -> ContactValues:
        return ContactValues(
            system=ContactSystem.PHONE,
            raw=one.raw,
            value=one.number.value,
            use=one.use or self._use(record, name),
            extension=one.number.extension or self._of.text(record, "extension", 20) or None,
            rank=self._rank(record),
        )

    def _abroad(self, record: Sequence[str]) -> str:
        country = self._of.text(record, "address.country", 100)
        if not country or country.casefold() in cells.UNITED_STATES:
            return "US" if country else self._region
        return country.upper() if re.fullmatch(r"[A-Za-z]{2}", country) else ""

    def _emails_of(self, record: Sequence[str]) -> Iterator[ContactValues]:
        for name in self._emails:
            for cell in self._of.texts(record, name, 500):
                for raw in re.split(r"\s*[;|]\s*|,\s*(?=[^,]*@)", cell):
                    plain = PLAIN_EMAIL.fullmatch(raw)
                    value = (raw if plain else parseaddr(raw.removeprefix("mailto:"))[1]).casefold()
                    if not plain and not re.fullmatch(r"[^@\s]+@[^@\s]+", value):
                        self._tally.remark(NO_EMAIL)
                        continue
                    yield ContactValues(
                        system=ContactSystem.EMAIL,
                        raw=raw,
                        value=value,
                        use=self._use(record, name),
                        rank=self._rank(record),
                    )

    def _at(self, record: Sequence[str]) -> Iterator[ContactValues]:
        """The address, where there is any of it."""
        if not self._address:
            return
        parts = {
            name: self._of.text(record, f"address.{name}", 100) for name in ("city", "state", "zip")
        }
        country = self._of.text(record, "address.country", 100)
        code = cells.zip_code(parts["zip"], parts["state"], country) if parts["zip"] else ""
        if not code.strip("0-"):
            code = ""
        street = _street(self._of.texts(record, "address.line"))
        region = " ".join(part for part in (parts["state"], code) if part)
        line = text(", ".join(part for part in (street, parts["city"], region) if part), 500)
        if not line:
            return
        yield ContactValues(
            system=ContactSystem.ADDRESS,
            raw=line,
            value=line,
            use=self._use(record, "address"),
            rank=self._rank(record),
            city=parts["city"] or None,
            state=parts["state"] or None,
            postal_code=code or None,
            country=country or None,
        )


def _digits(written: str) -> Iterator[Written]:
    """A number of a country that nobody knows, as digits."""
    digits = phone.digits_of(written)
    if len(digits) >= FEWEST_DIGITS:
        yield Written(written, Phone(digits, digits, None, possible=False))


def _street(lines: list[str]) -> str:
    """Address lines as one; a bare house number belongs to what follows."""
    joined = ""
    for line in lines:
        number = re.fullmatch(r"\d+[A-Za-z]?", joined)
        joined = f"{joined}{' ' if number else ', '}{line}" if joined else line
    return joined
