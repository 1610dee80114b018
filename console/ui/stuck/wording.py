"""What an entry was, why it waits and what to do, in words that a rep understands."""

from PySide6.QtCore import QCoreApplication

from console.models.bodies import Codes
from console.models.terms import EntryState
from console.models.views import CollisionView, EntryContent, StuckEntry
from console.rules import phone
from console.ui import text
from console.ui.correct import wording as fields
from console.ui.said import said as in_words

translate = QCoreApplication.translate


def what(entry: StuckEntry, zone: str) -> str:
    """What it was, in human words: "Call logged 09:46"."""
    kinds = {
        "LogDisposition": translate("stuck", "Call logged {0}"),
        "AmendDisposition": translate("stuck", "Call amended {0}"),
        "RequestStop": translate("stuck", "Stop request {0}"),
        "LiftStop": translate("stuck", "Stop taken back {0}"),
        "AddPerson": translate("stuck", "New person {0}"),
        "CorrectPerson": translate("stuck", "Correction {0}"),
        "AddContactPoint": translate("stuck", "Contact added {0}"),
        "RetireContactPoint": translate("stuck", "Contact retired {0}"),
        "AddRelationship": translate("stuck", "Relationship added {0}"),
        "CloseOpen": translate("stuck", "Open task closed {0}"),
        "Publish": translate("stuck", "Publication {0}"),
        "ChangeReadiness": translate("stuck", "Ready or break {0}"),
        "DiscardEntry": translate("stuck", "Entry discarded {0}"),
    }
    words = kinds.get(entry.kind, translate("stuck", "Entry of {0}"))
    return words.format(text.time_of_day(entry.made_at, zone))


def content(found: EntryContent | None, codes: Codes | None) -> str:
    """Enough to recognize a call by: "No answer · 937-555-0119 · rang twice"."""
    if found is None:
        return ""
    code = codes.find(found.code) if codes and found.code else None
    label = in_words(code.label) if code else found.code or ""
    number = phone.display(found.phone) if found.phone else ""
    return " · ".join(part for part in (label, number, found.notes) if part)


def state(entry: StuckEntry) -> str:
    return {
        EntryState.HELD: translate("stuck", "Waits"),
        EntryState.QUARANTINED: translate("stuck", "Refused"),
        EntryState.CONFLICT: translate("stuck", "Conflict"),
    }.get(entry.state, "")


def why(entry: StuckEntry) -> str:
    """Why it waits, and what is safe."""
    held = translate("stuck", "It is safe here, and goes by itself once the cause is gone.")
    refused = translate(
        "stuck", "The shared database took nothing of it. It is safe on this computer only."
    )
    conflict = translate(
        "stuck", "Something else is on record in its place. That stands; yours is safe here only."
    )
    if entry.state is EntryState.HELD:
        return f"{in_words(entry.error or '')} {held}".strip()
    return conflict if entry.state is EntryState.CONFLICT else refused


def said(entry: StuckEntry) -> str:
    """What the database said, which means little to a rep and much to an administrator."""
    if entry.state is not EntryState.QUARANTINED or not entry.error:
        return ""
    return translate("stuck", "For your administrator: {0}").format(in_words(entry.error))


def way_on(entry: StuckEntry) -> str:
    """What to do, the first button's meaning."""
    if entry.content is None and not entry.mendable:
        return translate(
            "stuck",
            "Only {0} can read and correct it. It can be tried again, or discarded.",
        ).format(entry.author)
    if entry.state is EntryState.CONFLICT and entry.mendable:
        return translate(
            "stuck",
            "If both calls took place, log yours as one of its own. Else a supervisor discards it.",
        )
    if entry.mendable:
        return translate("stuck", "Open the call, correct it (often the notes), and log it again.")
    return translate("stuck", "Try it again. If it comes back, tell your supervisor.")


def collided(collision: CollisionView) -> str:
    """Whose record and which field: "Denise Whitfield: birth date"."""
    what = fields.field(collision.record, collision.field)
    if collision.about:
        what = f"{what}, {phone.display(collision.about)}"
    return f"{collision.name}: {what}" if collision.name else what


def why_collided(collision: CollisionView) -> str:
    """What happened, and what is safe."""
    if collision.by is None or collision.by == collision.author:
        return translate("stuck", "This was changed before yours arrived. Nothing was overwritten.")
    return translate(
        "stuck", "{0} changed this before yours arrived. Nothing was overwritten."
    ).format(collision.by_name or collision.by)


def wanted(collision: CollisionView) -> str:
    """What the rep put: "Yours: 6 Sep 1974"."""
    return translate("stuck", "Yours: {0}").format(fields.value(collision.field, collision.new))


def found(collision: CollisionView, zone: str) -> str:
    """What stands instead, since when: "On record: 1974, since 09:46"."""
    said = fields.value(collision.field, collision.found)
    if collision.at is None:
        return translate("stuck", "On record: {0}").format(said)
    return translate("stuck", "On record: {0}, since {1}").format(
        said, text.time_of_day(collision.at, zone)
    )
