"""Fields of a record and their values in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from console.models.corrections import PREFERRED, Mark
from console.models.terms import Authority, ContactSystem, RecordKind
from console.models.views import ContactPointView, FieldChangeView, RelationshipView
from console.rules import contact_points, phone
from console.ui import text, words

translate = QCoreApplication.translate
Value = str | bool | int | None

SEXES = ("female", "male", "other", "unknown")


def mark(value: Mark) -> str:
    """A mark as its button says it."""
    return {
        Mark.WRONG: translate("correct", "Wrong number"),
        Mark.NO_SERVICE: translate("correct", "Not in service"),
        Mark.NO_VOICEMAIL: translate("correct", "No voicemail"),
        Mark.WORK: translate("correct", "Work"),
        Mark.PREFERRED: translate("correct", "Preferred"),
        Mark.CONFIDENTIAL: translate("correct", "Confidential"),
    }[value]


def is_marked(point: ContactPointView, value: Mark) -> bool:
    """Whether a contact point wears the mark."""
    if value is Mark.WORK:
        return point.use == "work"
    if value is Mark.PREFERRED:
        return point.rank == PREFERRED
    return bool(getattr(point, value.value))


def point(shown: ContactPointView) -> str:
    """A contact point as people write it."""
    if shown.system is ContactSystem.ADDRESS:
        return contact_points.address_line(shown)
    if shown.system is ContactSystem.EMAIL:
        return shown.raw
    number = phone.display(shown.value) if shown.value else shown.raw
    if not shown.extension:
        return number
    return translate("correct", "{0}, extension {1}").format(number, shown.extension)


def point_line(shown: ContactPointView) -> str:
    """What is known of it: "Home · Preferred"."""
    use = {
        "home": translate("correct", "Home"),
        "mobile": translate("correct", "Mobile"),
        "temp": translate("correct", "For a while"),
    }.get(shown.use or "", "")
    marks = [mark(one) for one in Mark if is_marked(shown, one) and one is not Mark.WRONG]
    system = {
        ContactSystem.PHONE: translate("correct", "Phone"),
        ContactSystem.EMAIL: translate("correct", "Email"),
        ContactSystem.ADDRESS: translate("correct", "Address"),
    }[shown.system]
    return " · ".join(part for part in (system, use, *marks) if part)


def typed(found: contact_points.Typed | None, typed_text: str) -> str:
    """What will be kept of what is typed, said while it is typed."""
    if found is None:
        return translate("correct", "A phone number, an email or an address") if typed_text else ""
    if found.system is ContactSystem.PHONE and found.doubtful:
        return translate(
            "correct", "No possible number. It is kept as typed, and found by its digits."
        )
    if found.doubtful:
        return translate("correct", "This email leads nowhere as it stands. It is kept as typed.")
    return {
        ContactSystem.PHONE: translate("correct", "Phone {0}").format(phone.display(found.value)),
        ContactSystem.EMAIL: translate("correct", "Email"),
        ContactSystem.ADDRESS: _place(found),
    }[found.system]


def _place(found: contact_points.Typed) -> str:
    place = " ".join(filter(None, (found.state, found.postal_code)))
    where = ", ".join(filter(None, (found.city, place)))
    return translate("correct", "Address in {0}").format(where) if where \
        else translate("correct", "Address")  # fmt: skip


def sex(code: str) -> str:
    """As records have it."""
    return {
        "female": translate("correct", "Female"),
        "male": translate("correct", "Male"),
        "other": translate("correct", "Other"),
        "unknown": translate("correct", "Not known"),
    }.get(code, code)


def birth_date(iso: str | None) -> str:
    """As one would type it: "9 Jun 1974", "Jun 1974", "1974"."""
    parts = (iso or "").split("-")
    if len(parts) < 2:
        return iso or ""
    month = QLocale().monthName(int(parts[1]), QLocale.FormatType.ShortFormat).rstrip(".")
    named = f"{month} {parts[0]}"
    return f"{int(parts[2])} {named}" if len(parts) > 2 else named


def relationship(one: RelationshipView) -> str:
    """What somebody may say: "daughter · Written authorization · until 31 Dec 2026"."""
    right = (
        words.authority(one.authority) if one.authority else translate("correct", "No authority")
    )
    until = translate("correct", "until {0}").format(birth_date(one.until.isoformat())) \
        if one.until else ""  # fmt: skip
    return " · ".join(part for part in (one.kind, right, until) if part)


def field(record: RecordKind, name: str) -> str:
    """A field by its name on the screen."""
    return {
        "name": translate("correct", "Name"),
        "given": translate("correct", "Given names"),
        "family": translate("correct", "Family name"),
        "other_names": translate("correct", "Other names"),
        "preferred_name": translate("correct", "Preferred name"),
        "birth_date": translate("correct", "Birth date"),
        "sex": translate("correct", "Sex"),
        "language": translate("correct", "Language"),
        "interpreter": translate("correct", "Interpreter"),
        "no_voicemail": translate("correct", "No voicemail"),
        "deceased": translate("correct", "Deceased"),
        "deceased_at": translate("correct", "Died"),
        "use": translate("correct", "Use"),
        "raw": translate("correct", "Contact"),
        "value": translate("correct", "As understood"),
        "extension": translate("correct", "Extension"),
        "rank": translate("correct", "Preferred"),
        "city": translate("correct", "City"),
        "state": translate("correct", "State"),
        "postal_code": translate("correct", "ZIP"),
        "country": translate("correct", "Country"),
        "confidential": translate("correct", "Confidential"),
        "wrong": translate("correct", "Wrong"),
        "no_service": translate("correct", "Not in service"),
        "retired_at": translate("correct", "Retired"),
        "kind": translate("correct", "Relationship"),
        "authority": translate("correct", "Authority"),
        "until": translate("correct", "Until"),
    }.get(name) or f"{record} {name}"


def value(name: str, said: Value) -> str:
    """A field's value in words; nothing is a dash."""
    if name == "rank":
        return _yes(said == PREFERRED)
    if isinstance(said, bool):
        return _yes(said)
    if name == "retired_at":
        return _yes(said is not None)
    if said in (None, ""):
        return "–"
    known = str(said)
    if name in ("birth_date", "until"):
        return birth_date(known)
    if name == "sex":
        return sex(known)
    if name == "language":
        return words.language(known)
    if name == "authority":
        return words.authority(Authority(known))
    return phone.display(known) if name in ("raw", "value") else known


def _yes(said: bool) -> str:
    return translate("correct", "yes") if said else translate("correct", "no")


def changed(line: FieldChangeView) -> str:
    """Such as "Birth date: 9 Jun 1974 → 6 Sep 1974"."""
    if line.old is None and line.field == "raw":
        return translate("correct", "Added: {0}").format(value("raw", line.new))
    what = field(line.record, line.field)
    if line.about and line.field not in ("raw", "value"):
        what = f"{what}, {phone.display(line.about)}"
    if line.old is None and line.field == "kind":
        return f"{what}: {value(line.field, line.new)}"
    return f"{what}: {value(line.field, line.old)} → {value(line.field, line.new)}"


def by_whom(line: FieldChangeView, zone: str, now: datetime) -> str:
    """Such as "rosa · today 09:12", and by which import."""
    at = text.moment(line.at, zone, now)
    if line.source == "desk":
        return f"{line.by} · {at}"
    return translate("correct", "{0} · {1} · import from {2}").format(line.by, at, line.source)
