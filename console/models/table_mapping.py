"""How tables of another system become people, touchpoints and the rest: the mapping, as data.

A mapping is a file that a person reads and corrects; `services/imports/tables/mapping_files` reads
and writes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

SECTIONS = (
    "people",
    "contacts",
    "organizations",
    "clinicians",
    "touchpoints",
    "participants",
    "consents",
    "relationships",
    "codes",
)

# The fields of each section; those with a dot may have other words after it ("phone.home").
_CONTACT = frozenset(
    {"phone", "phone.", "email", "email.", "extension", "use", "primary"}
    | {f"address.{part}" for part in ("line", "city", "state", "zip", "country")}
)
_WISHES = frozenset(
    {f"stop.{what}" for what in ("call", "text", "email", "mail", "marketing", "everything")}
    | {f"agree.{what}" for what in ("call", "text", "email", "mail", "marketing")}
    | {"consented_at"}
)
FIELDS: Mapping[str, frozenset[str]] = {
    "people": _CONTACT
    | _WISHES
    | {"key", "name", "given", "middle", "family", "other_names", "preferred_name", "birth_date"}
    | {"birth.year", "birth.month", "birth.day", "sex", "language", "interpreter", "zone"}
    | {"prefers", "no_voicemail", "deceased", "deceased_at", "identifier."},
    "contacts": _CONTACT | {"person"},
    "organizations": frozenset({"key", "name", "kind", "phone", "city", "state"}),
    "clinicians": frozenset({"key", "name", "given", "family", "npi", "phone", "specialty"}),
    "touchpoints": frozenset(
        {"key", "person", "at", "at.time", "at.day", "at.month", "at.year", "booked_at", "ends_at"}
        | {"kind", "direction", "class", "title", "notes", "ref", "place", "with_whom", "attempt"}
        | {"duration", "outcome", "no_show"}
    ),
    "participants": frozenset({"touchpoint", "person"}),
    "consents": _WISHES | {"key", "person", "at", "action", "channel", "purpose", "evidence"},
    "relationships": frozenset({"key", "person", "other", "kind", "until"}),
    "codes": frozenset({"set", "code", "label"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRule:
    """How one field is filled from a row.

    Attributes:
        columns: whose cells it takes; where a field is one text they are joined, where it may
            stand several times (phones, emails) each is one.
        constant: what every row says.
        values: what the source's words mean here, in lower case; others stay as they are.
        codes: the set of a `codes` section in which the cell is looked up.
        dates: "mdy" or "dmy", for dates that can be read both ways.
        prefix: stands before ids that would else be those of another table.
    """

    columns: tuple[str, ...] = ()
    constant: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    codes: str = ""
    dates: str = ""
    prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What the rows of a table become.

    Attributes:
        kind: one of `SECTIONS`.
        fields: by name; what each kind takes is told in docs/tables.md.
        only: column → values (lower case); rows that say something else are left out.
    """

    kind: str
    fields: Mapping[str, FieldRule]
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the text of a table is written, where its bytes do not tell.

    Attributes:
        encoding: a name of Python's.
        delimiter: the character between cells.
        widths: of columns that stand by position, in characters.
    """

    encoding: str = ""
    delimiter: str = ""
    widths: tuple[int, ...] = ()


PLAIN = Layout()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """One table: it is told by its columns, never by the name of its file.

    Attributes:
        match: columns (as written in the header) that a table of this kind has.
        sections: what its rows become; none: it is known and left out.
        left_out: why, where there are no sections.
        missing: words that say "no value" in this table besides the usual ones.
        layout: how its text is written; what it leaves open is told by the text.
    """

    match: tuple[str, ...]
    sections: tuple[Section, ...] = ()
    left_out: str = ""
    missing: tuple[str, ...] = ()
    layout: Layout = PLAIN

    def columns(self) -> set[str]:
        """Every column that some field takes."""
        return {
            column
            for section in self.sections
            for rule in section.fields.values()
            for column in rule.columns
        } | {column for section in self.sections for column in section.only}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMapping:
    """A mapping: its tables, and the system that their ids belong to ("" to tell by columns).

    Attributes:
        people: the system that ids of people belong to, where tables with people stand elsewhere.
        region: where phone numbers without country code are dialed from (ISO 3166).
    """

    tables: tuple[TableMapping, ...]
    source: str = ""
    people: str = ""
    region: str = "US"
