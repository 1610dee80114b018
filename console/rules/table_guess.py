"""Which table this is and which column is which field, told from headers and values.

A guess is a proposal: it says what it could not tell, and a person corrects it in a file.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from console.models.table_mapping import FieldRule, Section
from console.rules import headers
from console.rules.guess_people import people_fields
from console.rules.guess_touchpoints import references, touchpoint_fields
from console.rules.table_columns import Column, Fields, by_field

# What doubts about dates say; whoever tells of dates in other words leaves those out.
BOTH_WAYS = "can be read both ways"
PLACE_WORDS = re.compile(
    r"\b(?:hospital|clinic|center|centre|health|medical|medicare|medicaid|care|llc|inc|corp|group"
    r"|pharmacy|institute|association|services?|system|university|insurance|blue|plan|district"
    r"|department|practice|associates|pc|pllc|llp|ltd|gmbh|family|rehab\w*|nursing|home|agency"
    r"|school|church|foundation|community|healthcare|hosp|county)\b"
)


PLACE_HEADERS = re.compile(
    r"\b(?:facility|hospital|revenue|utilization|ownership|headquartered|ccn|practice|payer"
    r"|organi[sz]ation)\b"
)


CONTACT_TYPE = re.compile(
    r"(?:(?:phone|telephone|contact|number|e ?mail|address|location) )?(?:type|use|kind)(?: name)?"
)


RELATED = re.compile(
    r"(?:.*\b)?(?:related|relative|other|second|contact b|person b|to) ?(?:person|patient|contact"
    r"|member)? ?(?:id|key|mrn|number)?|.* id (?:b|2)|.* b id|.* ?id2"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What a table seems to be.

    Attributes:
        sections: what its rows would become.
        left_out: why not, where nothing.
        doubts: what could not be told, a sentence each.
    """

    sections: tuple[Section, ...] = ()
    left_out: str = ""
    doubts: tuple[str, ...] = ()


def guess(columns: Sequence[Column], today: date) -> Guess:
    """The most likely mapping of a table with these columns."""
    doubts: list[str] = []
    columns = [column for column in columns if column.name]
    people = people_fields(columns, doubts)
    named = "given" in people or "family" in people or "name" in people
    if named and _are_clinicians(columns):
        return Guess(sections=(_clinicians(columns),), doubts=tuple(doubts))
    if _are_places(columns, people):
        return Guess(sections=(_organizations(columns),), doubts=tuple(doubts))
    touchpoints = touchpoint_fields(columns, doubts, today, named=named)
    if named:
        listed = [Section(kind="people", fields=people)]
        if touchpoints:
            listed.append(Section(kind="touchpoints", fields=touchpoints))
        return Guess(sections=tuple(listed), doubts=tuple(_dates(columns, listed, doubts)))
    found = _without_names(columns, people, touchpoints, doubts)
    if found.sections:
        return Guess(sections=found.sections, doubts=tuple(_dates(columns, found.sections, doubts)))
    return found


def _without_names(
    columns: Sequence[Column], people: Fields, touchpoints: Fields, doubts: list[str]
) -> Guess:
    """A table that names nobody: it is about people of another table, or people without names."""
    relation = _relationships(columns)
    if relation:
        return Guess(sections=(Section(kind="relationships", fields=relation),))
    if touchpoints:
        sections: list[Section] = []
        own = {
            name: taken
            for name, taken in people.items()
            if name in {"sex", "birth_date", "address.city", "language"}
            or name.startswith(("phone", "email"))
        }
        if "person" not in touchpoints:
            doubts.append(
                "No column says who was reached, so every row is taken for somebody of its own. "
                "Say which column names the person, if there is one."
            )
            sections = [Section(kind="people", fields=own)]
        elif own:
            named = FieldRule(columns=touchpoints["person"].columns)
            sections = [Section(kind="people", fields={"key": named, **own})]
        return Guess(sections=(*sections, Section(kind="touchpoints", fields=touchpoints)))
    key = people.get("key") or people.get("identifier.mrn")
    reach = {name: rule for name, rule in people.items() if name.startswith(("phone", "email"))}
    reach |= {name: rule for name, rule in people.items() if name.startswith("address.")}
    wishes = {name: rule for name, rule in people.items() if name.startswith(("stop.", "agree."))}
    if key and wishes:
        fields = {"person": FieldRule(columns=key.columns[:1]), **wishes}
        return Guess(sections=(Section(kind="consents", fields=fields),))
    reached = any(name.startswith(("phone", "email", "address.line")) for name in reach)
    if reached and (ref := _reference(columns)):
        uses = [one for one in columns if CONTACT_TYPE.fullmatch(headers.words(one.name))]
        use = {"use": FieldRule(columns=(uses[0].name,))} if uses else {}
        fields = {"person": ref, **reach, **use}
        return Guess(sections=(Section(kind="contacts", fields=fields),))
    if key and "birth_date" in people:
        doubts.append("No column holds names; people come in without.")
        return Guess(sections=(Section(kind="people", fields=people),))
    return Guess(left_out=_why_nothing(columns))


def _why_nothing(columns: Sequence[Column]) -> str:
    names = {headers.field_of("touchpoints", column.name) for column in columns}
    if {"person", "at"} <= names:
        return "Clinical or other details of people, not touchpoints"
    return "Neither people nor touchpoints"


def _dates(
    columns: Sequence[Column], sections: Iterable[Section], doubts: list[str]
) -> Iterable[str]:
    """The doubts, with those about dates that can be read both ways."""
    by_name = {column.name: column for column in columns}
    for section in sections:
        for rule in section.fields.values():
            for name in rule.columns if rule.dates else ():
                seen = by_name[name].dates
                if not seen.ambiguous:
                    continue
                order = "month first" if rule.dates == "mdy" else "day first"
                dates = "1 date" if seen.either == 1 else f"{seen.either} dates"
                certain = f" ({seen.mdy} are certainly month first, {seen.dmy} day first)"
                doubts.append(
                    f"{dates} in {name} {BOTH_WAYS}{certain if seen.mdy else ''}. "
                    f"Taken as {order}; say so if it is the other way."
                )
    return dict.fromkeys(doubts)


def _are_clinicians(columns: Sequence[Column]) -> bool:
    named = by_field("clinicians", columns)
    if not ("name" in named or "family" in named):
        return False
    about = {headers.field_of("people", column.name) for column in columns}
    return bool({"specialty", "npi"} & named.keys()) and "birth_date" not in about


def _clinicians(columns: Sequence[Column]) -> Section:
    return Section(kind="clinicians", fields=_plainly("clinicians", columns))


def _are_places(columns: Sequence[Column], people: Fields) -> bool:
    if {"given", "family", "birth_date", "sex"} & people.keys():
        return False
    listed = by_field("organizations", columns).get("name", [])
    if not listed:
        return False
    by_header = any(PLACE_HEADERS.search(headers.words(column.name)) for column in columns)
    words = listed[0].share(lambda value: PLACE_WORDS.search(value.casefold()))
    return words >= 0.4 or (by_header and not _looks_like_names(listed[0]))


def _looks_like_names(column: Column) -> bool:
    two = re.compile(r"[^\W\d]+(?:[ ,.'-]+[^\W\d]+){1,3}")
    placed = column.share(lambda value: PLACE_WORDS.search(value.casefold()))
    return column.share(two.fullmatch) >= 0.8 and placed < 0.2


def _organizations(columns: Sequence[Column]) -> Section:
    return Section(kind="organizations", fields=_plainly("organizations", columns))


def _plainly(vocabulary: str, columns: Sequence[Column]) -> Fields:
    """The first column of each field."""
    return {
        name: FieldRule(columns=(listed[0].name,))
        for name, listed in by_field(vocabulary, columns).items()
    }


def _reference(columns: Sequence[Column]) -> FieldRule | None:
    """The column with the ids of people in a table that has rows of its own."""
    named = references(by_field("touchpoints", columns).get("person", []))
    return FieldRule(columns=(named[0].name,)) if named else None


def _relationships(columns: Sequence[Column]) -> Fields:
    kinds = [
        one
        for one in columns
        if re.fullmatch(r"relationship(?: type| name| to \w+)?(?: id)?|relation(?: type)?|kinship",
                        headers.words(one.name))
    ]  # fmt: skip
    named = [one for one in columns if one.share(lambda value: " " in value) < 0.5]
    others = [one for one in named if RELATED.fullmatch(headers.words(one.name))]
    people = [
        one
        for one in named
        if one not in others
        and (
            headers.field_of("touchpoints", one.name) == "person"
            or re.fullmatch(r".* id (?:a|1)|.* ?id1", headers.words(one.name))
        )
    ]
    if not (kinds and others and people):
        return {}
    return {
        "person": FieldRule(columns=(people[0].name,)),
        "other": FieldRule(columns=(others[0].name,)),
        "kind": FieldRule(columns=(kinds[0].name,)),
    }
