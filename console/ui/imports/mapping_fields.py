"""The fields of a mapping in plain words, grouped as a person looks for them.

When you add a field to `models/table_mapping`: a line here in its group.
"""

from collections.abc import Iterator

from console.models.table_mapping import TableMapping
from console.rules import mapping_edit
from console.ui.text import translate
from console.ui.widgets import Option

NOT_TAKEN = "-"
"""The key of the option that takes a column for nothing."""

Named = tuple[tuple[str, str], ...]


def not_taken() -> str:
    return translate("mapping", "Not taken")


def options(table: TableMapping) -> tuple[Option, ...]:
    """What a column of this table may fill, by the keys of `mapping_edit.fill`; none first.

    A phone number of a table with people is theirs; of a list of phone numbers it is a contact
    point of its own. The same goes for wishes.
    """
    kinds = {section.kind for section in table.sections}
    aside = "contacts" in kinds and "people" not in kinds
    groups: list[tuple[str, str, Named]] = [
        (translate("mapping", "Person"), "people", _person()),
        (translate("mapping", "Contact points"), "contacts" if aside else "people", _contact()),
    ]
    if "contacts" in kinds:
        groups.append((groups[-1][0], "contacts", _owner()))
    wishes = "consents" if "consents" in kinds and "people" not in kinds else "people"
    groups += [
        (translate("mapping", "Consents"), wishes, _wishes()),
        (translate("mapping", "Consents"), "consents", _ledger()),
        (translate("mapping", "Touchpoints"), "touchpoints", _touchpoint()),
        (translate("mapping", "Relationships"), "relationships", _relationship()),
    ]
    groups += [group for group in _others() if group[1] in kinds]
    listed = [
        Option(f"{kind}.{name}", words, group)
        for group, kind, named in groups
        for name, words in named
    ]
    known = {option.key for option in listed}
    more = [target for target in _filled(table) if target not in known]
    also = translate("mapping", "Also in this mapping")
    extra = [Option(target, field(target), also) for target in dict.fromkeys(more)]
    return (Option(NOT_TAKEN, not_taken()), *listed, *extra)


def field(target: str) -> str:
    """What a field is called: "Birth date" for "people.birth_date"."""
    kind, _, name = target.partition(".")
    found = dict(_named(kind)).get(name)
    if found:
        return found
    start, _, rest = name.partition(".")
    if start == "identifier":
        return translate("mapping", "Number: {0}").format(rest)
    base = dict(_named(kind)).get(start, start.replace("_", " "))
    return translate("mapping", "{0} ({1})", "a kind of contact point, and of what use").format(
        base, rest
    )


def becomes(table: TableMapping) -> str:
    """What the rows of a table become: "People, touchpoints"."""
    kinds = dict.fromkeys(section.kind for section in table.sections)
    listed = ", ".join(kind_name(kind) for kind in kinds)
    return listed[:1].upper() + listed[1:] if listed else translate("mapping", "Left out")


def _filled(table: TableMapping) -> Iterator[str]:
    for place, section in enumerate(table.sections):
        for name, rule in section.fields.items():
            if rule.columns:
                yield mapping_edit.target_of(table, mapping_edit.Use(place, name))


def kind_name(kind: str) -> str:
    """What rows of a section become: "people"."""
    return {
        "people": translate("mapping", "people"),
        "contacts": translate("mapping", "contact points"),
        "organizations": translate("mapping", "organizations"),
        "clinicians": translate("mapping", "clinicians"),
        "touchpoints": translate("mapping", "touchpoints"),
        "participants": translate("mapping", "whom touchpoints are about"),
        "consents": translate("mapping", "consents"),
        "relationships": translate("mapping", "relationships"),
        "codes": translate("mapping", "words for codes"),
    }[kind]


def _named(kind: str) -> Named:
    if kind == "people":
        return (*_person(), *_contact(), *_wishes())
    if kind == "contacts":
        return (*_owner(), *_contact())
    if kind == "consents":
        return (*_wishes(), *_ledger())
    if kind == "touchpoints":
        return _touchpoint()
    if kind == "relationships":
        return _relationship()
    return next((named for _, of, named in _others() if of == kind), ())


def _person() -> Named:
    return (
        ("key", translate("mapping", "Person's id")),
        ("identifier.mrn", translate("mapping", "MRN")),
        ("name", translate("mapping", "Full name")),
        ("given", translate("mapping", "First name")),
        ("middle", translate("mapping", "Middle name")),
        ("family", translate("mapping", "Last name")),
        ("preferred_name", translate("mapping", "Preferred name")),
        ("other_names", translate("mapping", "Other names")),
        ("birth_date", translate("mapping", "Birth date")),
        ("birth.year", translate("mapping", "Year of birth")),
        ("birth.month", translate("mapping", "Month of birth")),
        ("birth.day", translate("mapping", "Day of birth")),
        ("sex", translate("mapping", "Sex")),
        ("language", translate("mapping", "Language")),
        ("interpreter", translate("mapping", "Needs an interpreter")),
        ("zone", translate("mapping", "Time zone")),
        ("prefers", translate("mapping", "Preferred channel")),
        ("no_voicemail", translate("mapping", "No voicemail, please")),
        ("deceased", translate("mapping", "Has died")),
        ("deceased_at", translate("mapping", "Date of death")),
    )


def _owner() -> Named:
    return (("person", translate("mapping", "Whose contact point (id)")),)


def _contact() -> Named:
    return (
        ("phone", translate("mapping", "Phone")),
        ("phone.home", translate("mapping", "Home phone")),
        ("phone.mobile", translate("mapping", "Mobile phone")),
        ("phone.work", translate("mapping", "Work phone")),
        ("extension", translate("mapping", "Phone extension")),
        ("email", translate("mapping", "Email")),
        ("email.home", translate("mapping", "Email at home")),
        ("email.work", translate("mapping", "Email at work")),
        ("address.line", translate("mapping", "Street")),
        ("address.city", translate("mapping", "City")),
        ("address.state", translate("mapping", "State")),
        ("address.zip", translate("mapping", "ZIP")),
        ("address.country", translate("mapping", "Country")),
        ("use", translate("mapping", "Use: home, mobile or work")),
        ("primary", translate("mapping", "Is the main one")),
    )


def _wishes() -> Named:
    return (
        ("stop.call", translate("mapping", "Do not call")),
        ("stop.text", translate("mapping", "Do not text")),
        ("stop.email", translate("mapping", "Do not email")),
        ("stop.mail", translate("mapping", "Do not mail")),
        ("stop.marketing", translate("mapping", "No marketing")),
        ("stop.everything", translate("mapping", "No outreach at all")),
        ("agree.call", translate("mapping", "Agrees to calls")),
        ("agree.text", translate("mapping", "Agrees to texts")),
        ("agree.email", translate("mapping", "Agrees to emails")),
        ("agree.mail", translate("mapping", "Agrees to mail")),
        ("agree.marketing", translate("mapping", "Agrees to marketing")),
        ("consented_at", translate("mapping", "Date of these wishes")),
    )


def _ledger() -> Named:
    return (
        ("person", translate("mapping", "Whose consent (id)")),
        ("key", translate("mapping", "Consent's id")),
        ("action", translate("mapping", "Consent given or revoked")),
        ("at", translate("mapping", "Date of the consent")),
        ("channel", translate("mapping", "Channel of the consent")),
        ("purpose", translate("mapping", "Purpose of the consent")),
        ("evidence", translate("mapping", "Evidence of the consent")),
    )


def _touchpoint() -> Named:
    return (
        ("person", translate("mapping", "Whose touchpoint (id)")),
        ("key", translate("mapping", "Touchpoint's id")),
        ("at", translate("mapping", "Date of the touchpoint")),
        ("at.time", translate("mapping", "Time of the touchpoint")),
        ("at.year", translate("mapping", "Year of the touchpoint")),
        ("at.month", translate("mapping", "Month of the touchpoint")),
        ("at.day", translate("mapping", "Day of the touchpoint")),
        ("ends_at", translate("mapping", "End of the touchpoint")),
        ("booked_at", translate("mapping", "When it was booked")),
        ("kind", translate("mapping", "Kind: call, visit, email …")),
        ("direction", translate("mapping", "Inbound or outbound")),
        ("class", translate("mapping", "Class of outreach")),
        ("outcome", translate("mapping", "Outcome")),
        ("no_show", translate("mapping", "Did not come")),
        ("title", translate("mapping", "Title")),
        ("notes", translate("mapping", "Notes")),
        ("place", translate("mapping", "Place")),
        ("with_whom", translate("mapping", "With whom")),
        ("attempt", translate("mapping", "Number of the attempt")),
        ("duration", translate("mapping", "Duration in seconds")),
        ("ref", translate("mapping", "Code of what was given")),
    )


def _relationship() -> Named:
    return (
        ("person", translate("mapping", "First person's id")),
        ("other", translate("mapping", "Other person's id")),
        ("kind", translate("mapping", "What the first is to the other")),
        ("until", translate("mapping", "Relationship ended on")),
        ("key", translate("mapping", "Relationship's id")),
    )


def _others() -> tuple[tuple[str, str, Named], ...]:
    """Kinds of table that few have; they are offered where the table is one."""
    place = (
        ("key", translate("mapping", "Organization's id")),
        ("name", translate("mapping", "Organization's name")),
        ("kind", translate("mapping", "Kind of organization")),
        ("phone", translate("mapping", "Organization's phone")),
        ("city", translate("mapping", "Organization's city")),
        ("state", translate("mapping", "Organization's state")),
    )
    clinician = (
        ("key", translate("mapping", "Clinician's id")),
        ("name", translate("mapping", "Clinician's name")),
        ("given", translate("mapping", "Clinician's first name")),
        ("family", translate("mapping", "Clinician's last name")),
        ("npi", translate("mapping", "NPI")),
        ("phone", translate("mapping", "Clinician's phone")),
        ("specialty", translate("mapping", "Specialty")),
    )
    participant = (
        ("touchpoint", translate("mapping", "Touchpoint that somebody took part in")),
        ("person", translate("mapping", "Who took part (id)")),
    )
    codes = (
        ("set", translate("mapping", "Name of the list of codes")),
        ("code", translate("mapping", "Code")),
        ("label", translate("mapping", "What the code means")),
    )
    return (
        (translate("mapping", "Organizations"), "organizations", place),
        (translate("mapping", "Clinicians"), "clinicians", clinician),
        (translate("mapping", "Who took part"), "participants", participant),
        (translate("mapping", "Codes"), "codes", codes),
    )
