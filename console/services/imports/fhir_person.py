"""Patients and RelatedPersons of FHIR as people."""

import re
from collections.abc import Iterator
from typing import Any

from console.models.terms import ContactSystem
from console.rules import birth_dates, phone
from console.services.apply.undone_people import NO_NAME
from console.services.imports.elements import (
    Element,
    codes,
    codings,
    extension,
    instant,
    is_past,
    is_true,
    items,
    labels,
    mapping,
    text,
    texts,
    words_of,
)
from console.services.imports.reader import Entry
from console.services.imports.references import reference
from console.services.imports.values import (
    ContactValues,
    Context,
    IdentifierValues,
    Origin,
    PersonValues,
    Relation,
    Skip,
    Unusable,
)

MRN = "mrn"
# Which of several names is the one to call a person by; those not listed stand in between.
NAME_ORDER = {"official": 0, "usual": 1, "": 2, "nickname": 4, "temp": 5, "anonymous": 6}
FORMER = {"old", "maiden"}
PHONE_SYSTEMS = {"phone", "sms"}
# Numbers of other authorities: no caller needs them, so they are not kept (minimum necessary).
NOT_KEPT = {"SS", "SSN", "DL", "PPN", "BC", "DR", "NIIP"}
SOCIAL_SECURITY = "us-ssn"
KINSHIP = {
    "WIFE": "wife",
    "HUSB": "husband",
    "SPS": "spouse",
    "DOMPART": "partner",
    "SIGOTHR": "partner",
    "MTH": "mother",
    "NMTH": "mother",
    "FTH": "father",
    "NFTH": "father",
    "PRN": "parent",
    "CHILD": "child",
    "DAU": "daughter",
    "SON": "son",
    "SIB": "sibling",
    "BRO": "brother",
    "SIS": "sister",
    "GRPRN": "grandparent",
    "GUARD": "guardian",
    "POWATT": "power of attorney",
    "FRND": "friend",
    "NBOR": "neighbor",
    "C": "emergency contact",
    "E": "employer",
    "N": "next of kin",
}


def patient(entry: Entry, origin: Origin, context: Context) -> PersonValues:
    """A patient; raises Skip for an animal."""
    resource = entry.resource
    if items(resource.get("animal")) or extension(resource, "patient-animal"):
        raise Skip("Patient that is an animal")
    return _person(resource, origin, context)


def related_person(entry: Entry, origin: Origin, context: Context) -> PersonValues:
    """Somebody who belongs to a patient; raises Unusable when it names none."""
    other = reference(entry.resource.get("patient"), entry, "Patient")
    if other is None:
        raise Unusable("names no patient")
    relation = Relation(other, _kinship(entry.resource.get("relationship")))
    return _person(entry.resource, origin, context, relation)


def _kinship(concept: Any) -> str:
    found = codes(concept)
    for code, word in KINSHIP.items():
        if code in found:
            return word
    return (words_of(concept) or "related").casefold()


def _person(
    resource: Element, origin: Origin, context: Context, relation: Relation | None = None
) -> PersonValues:
    return PersonValues(
        origin=origin,
        fields={
            **_names(resource, context),
            "birth_date": birth_date(resource.get("birthDate")),
            "sex": text(resource.get("gender"), 40) or None,
            **_languages(resource),
            **_death(resource, context),
            "labels": labels(resource),
        },
        contacts=_contacts(resource, context),
        identifiers=_identifiers(resource),
        relation=relation,
    )


def _names(resource: Element, context: Context) -> dict[str, Any]:
    """The name to call by, its parts, and every other name that a caller may give."""
    ranked = sorted(items(resource.get("name")), key=lambda name: _order(name, context))
    shown = [(name, display) for name in ranked if (display := _display(name))]
    if not shown:
        return {
            "name": NO_NAME,
            "given": "",
            "family": "",
            "other_names": [],
            "preferred_name": None,
        }
    first, name = shown[0]
    others = [display for _, display in shown[1:]]
    written = text(first.get("text"))
    if written and written != name and not _covers(written, name):
        others.append(written)
    called = [one for one, _ in shown[1:] if text(one.get("use")) in {"usual", "nickname"}]
    return {
        "name": name,
        "given": " ".join(texts(first.get("given")))[:300],
        "family": text(first.get("family")),
        "other_names": list(dict.fromkeys(other for other in others if other != name)),
        "preferred_name": " ".join(texts(called[0].get("given")))[:300] or None if called else None,
    }


def _order(name: Element, context: Context) -> int:
    use = text(name.get("use"))
    if use in FORMER or is_past(name.get("period"), context.now, context.zone):
        return 9
    return NAME_ORDER.get(use, 3)


def _display(name: Element) -> str:
    """Given and family name where both are there; else the text as written; else what there is."""
    given, family = " ".join(texts(name.get("given"))), text(name.get("family"))
    if given and family:
        return f"{given} {family}"[:300]
    return text(name.get("text")) or given[:300] or family


def _covers(written: str, name: str) -> bool:
    return set(name.casefold().split()) <= set(written.casefold().split())


def birth_date(value: Any) -> str | None:
    """A birth date as precise as it is; None when it is none."""
    written = text(value, 40)
    return birth_dates.parse(written) if written else None


def _languages(resource: Element) -> dict[str, Any]:
    spoken = items(resource.get("communication"))
    first = next((one for one in spoken if one.get("preferred") is True), None)
    chosen = mapping((first or (spoken[0] if spoken else {})).get("language"))
    listed = [text(coding.get("code"), 40) for coding in codings(chosen)]
    language = next(filter(None, listed), text(chosen.get("text"), 40))
    needs = extension(resource, "patient-interpreterRequired").get("valueBoolean")
    return {"language": language or None, "interpreter": is_true(needs)}


def _death(resource: Element, context: Context) -> dict[str, Any]:
    at = instant(resource.get("deceasedDateTime"), context.zone)
    told = is_true(resource.get("deceasedBoolean")) or bool(text(resource.get("deceasedDateTime")))
    return {"deceased": told, "deceased_at": at}


def _identifiers(resource: Element) -> tuple[IdentifierValues, ...]:
    """Identifiers, medical record numbers first."""
    found: dict[tuple[str, str], IdentifierValues] = {}
    for one in items(resource.get("identifier")):
        value, system = text(one.get("value"), 150), text(one.get("system"), 200)
        types = codes(one.get("type"))
        if not value or types & NOT_KEPT or system.endswith(SOCIAL_SECURITY):
            continue
        kind = MRN if "MR" in types else next(iter(sorted(types)), "")
        known = found.get((system, value))
        if known is None or kind == MRN:
            found[system, value] = IdentifierValues(system, kind[:40], value)
    return tuple(sorted(found.values(), key=lambda one: one.kind != MRN))


def _contacts(resource: Element, context: Context) -> tuple[ContactValues, ...]:
    """Phones, emails and addresses, each once; of the same number a current entry beats an old."""
    addresses = [_address(one, context) for one in items(resource.get("address"))]
    countries = [one.country for one in addresses if one and one.country]
    region = _region(countries[0] if countries else "")
    listed = items(resource.get("telecom"))
    telecom = [point for one in listed for point in _telecom(one, context, region)]
    kept: dict[tuple[str, str], ContactValues] = {}
    for one in (*telecom, *addresses):
        known = kept.get((one.system, one.value)) if one else None
        if one and (known is None or (known.retired and not one.retired)):
            kept[one.system, one.value] = one
    return tuple(kept.values())


def _region(country: str) -> str:
    """Where numbers without country code are dialed from; "" when abroad in an unknown way."""
    if country.upper() in {"", "US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA"}:
        return "US"
    return country.upper() if re.fullmatch(r"[A-Za-z]{2}", country) else ""


def _telecom(point: Element, context: Context, region: str) -> Iterator[ContactValues]:
    """An email, or each number of a field that may hold several; all keep what was written."""
    raw, system = text(point.get("value"), 200), text(point.get("system"))
    if not raw:
        return
    if system == "email" or (system in {"", "other"} and "@" in raw):
        yield _point(point, context, ContactSystem.EMAIL, raw, email(raw))
        return
    if system not in PHONE_SYSTEMS and (system or not re.search(r"\d{3}", raw)):
        return
    said = text(point.get("use")) or ("mobile" if system == "sms" else "")
    several = phone.several(raw, region)
    for one in several:
        number, use = one.number, said
        if len(several) > 1 and said != "old":
            use = one.use or said
        yield _point(point, context, ContactSystem.PHONE, raw, number.value,
                     use=use, extension=number.extension)  # fmt: skip
    if not several:
        value = phone.digits_of(raw) or raw
        yield _point(point, context, ContactSystem.PHONE, raw, value, use=said)


def email(raw: str) -> str:
    return raw.removeprefix("mailto:").strip().casefold()


def _address(address: Element, context: Context) -> ContactValues | None:
    city, state = text(address.get("city"), 100), text(address.get("state"), 100)
    postal_code, country = text(address.get("postalCode"), 40), text(address.get("country"), 100)
    lines = texts(address.get("line"))
    region = " ".join(part for part in (state, postal_code) if part)
    line = ", ".join(part for part in (*lines, city, region) if part)[:500]
    written = text(address.get("text"), 500)
    if not line and not written:
        return None
    return _point(
        address,
        context,
        ContactSystem.ADDRESS,
        written or line,
        line or written,
        city=city or None,
        state=state or None,
        postal_code=postal_code or None,
        country=country or None,
    )


def _point(
    element: Element,
    context: Context,
    system: ContactSystem,
    raw: str,
    value: str,
    use: str | None = None,
    extension: str | None = None,
    **place: str | None,
) -> ContactValues:
    said = use if use is not None else text(element.get("use"), 40)
    rank = element.get("rank")
    return ContactValues(
        system=system,
        raw=raw,
        value=value[:500],
        use=said or None,
        extension=extension,
        rank=rank if isinstance(rank, int) and 0 < rank < 10_000 else 100,
        retired=said == "old" or is_past(element.get("period"), context.now, context.zone),
        **place,
    )
