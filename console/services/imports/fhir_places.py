"""Organizations, practitioners and their roles of FHIR as records."""

from typing import Any

from console.rules import phone
from console.services.imports.elements import Element, items, text, texts, words_of
from console.services.imports.reader import Entry
from console.services.imports.references import reference, token_of
from console.services.imports.values import Context, Origin, RecordValues, Unusable

NPI = "us-npi"


def organization(entry: Entry, origin: Origin, _context: Context) -> RecordValues:
    resource = entry.resource
    address = (_contact(resource, "address") or [{}])[0]
    return RecordValues(
        origin=origin,
        table="organization",
        fields={
            "name": text(resource.get("name")) or (texts(resource.get("alias")) or [""])[0],
            "kind": words_of(resource.get("type")) or None,
            "phone": _phone(resource),
            "city": text(address.get("city"), 100) or None,
            "state": text(address.get("state"), 100) or None,
        },
        aliases=_aliases(resource),
    )


def practitioner(entry: Entry, origin: Origin, _context: Context) -> RecordValues:
    resource = entry.resource
    npi = [
        text(one.get("value"), 40)
        for one in items(resource.get("identifier"))
        if text(one.get("system")).endswith(NPI)
    ]
    return RecordValues(
        origin=origin,
        table="clinician",
        fields={
            "name": _name(resource),
            "npi": npi[0] or None if npi else None,
            "phone": _phone(resource),
        },
        aliases=_aliases(resource),
    )


def practitioner_role(entry: Entry, origin: Origin, _context: Context) -> RecordValues:
    """Phone and specialty of a clinician; raises Unusable when it names none."""
    resource = entry.resource
    about = reference(resource.get("practitioner"), entry, "Practitioner")
    if about is None:
        raise Unusable("names no practitioner")
    specialty = words_of(resource.get("specialty")) or words_of(resource.get("code"))
    return RecordValues(
        origin=origin,
        table="clinician",
        fields={"phone": _phone(resource), "specialty": specialty or None},
        about=about,
    )


def _aliases(resource: Element) -> tuple[str, ...]:
    tokens = (token_of(one) for one in items(resource.get("identifier")))
    return tuple(dict.fromkeys(token for token in tokens if token))


def _name(resource: Element) -> str:
    """As people address a clinician: "Dr. Randy Bergstrom"."""
    for name in items(resource.get("name")):
        parts: list[Any] = [
            *texts(name.get("prefix"))[:1],
            *texts(name.get("given")),
            text(name.get("family")),
        ]
        written = text(name.get("text")) or " ".join(part for part in parts if part)
        if written:
            return written[:300]
    return ""


def _contact(resource: Element, name: str) -> list[Element]:
    """Telecom or address: the resource's own, which R5 has moved into contacts."""
    inner = (one for contact in items(resource.get("contact")) for one in items(contact.get(name)))
    return items(resource.get(name)) or list(inner)


def _phone(resource: Element) -> str | None:
    for point in _contact(resource, "telecom"):
        raw = text(point.get("value"), 200)
        if raw and text(point.get("system")) == "phone" and text(point.get("use")) != "old":
            number = phone.parse(raw)
            return number.value if number else raw
    return None
