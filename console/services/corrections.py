"""Corrections of a record: what a rep typed or marked becomes commands with old and new values."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from console.errors import BadField, Refused
from console.models.commands import (
    AddContactPoint,
    AddRelationship,
    Change,
    CloseOpen,
    ClosureFact,
    Command,
    CorrectPerson,
    NewContactPoint,
    NewRelationship,
    RetireContactPoint,
)
from console.models.corrections import Author, Mark, PersonForm, RelationshipForm
from console.models.ids import (
    CommandId,
    ContactPointId,
    FactId,
    Login,
    RelationshipId,
    uuid7,
)
from console.models.terms import ClosureManner, ContactSystem, OpenKind, RecordKind
from console.models.views import CollisionView, ContactPointView, PersonView
from console.rules import birth_dates, contact_changes, contact_points, names
from console.rules.contact_points import Typed
from console.rules.corrections import Correction, Value
from console.services.outbox import Outbox

OTHER_KIND = {
    ContactSystem.PHONE: "This is no phone number. Leave with Esc, and add it as one of its own.",
    ContactSystem.EMAIL: "This is no email. Leave with Esc, and add it as one of its own.",
    ContactSystem.ADDRESS: "This is no address. Leave with Esc, and add it as one of its own.",
}
CORRECTIONS = (CorrectPerson, AddContactPoint, RetireContactPoint, AddRelationship)


class Corrections:
    """Each method is durable at this desk when it returns, and gives what it wrote.

    `view` is the record as the rep saw it: its values are the old ones of the command.
    """

    def __init__(self, outbox: Outbox, clock: Callable[[], datetime], region: str = "US") -> None:
        self._outbox = outbox
        self._clock = clock
        self._region = region

    def correct(self, view: PersonView, form: PersonForm, author: Author) -> Correction | None:
        """The fields that differ; None when none does. Raises BadField."""
        new = _fields(view, form, author.today)
        changes = tuple(
            _change(RecordKind.PERSON, view.person, field, getattr(view, field), value)
            for field, value in new.items()
            if getattr(view, field) != value
        )
        if not changes:
            return None
        return self._put(
            CorrectPerson(person=view.person, changes=changes, call=author.call), author
        )

    def mark(
        self, view: PersonView, point: ContactPointView, mark: Mark, author: Author
    ) -> Correction:
        """Marks a contact point, or takes the mark back. Only one is preferred of a kind."""
        return self._change_points(view, contact_changes.marked(view, point, mark), author)

    def retype(
        self, view: PersonView, point: ContactPointView, typed: str, author: Author
    ) -> Correction | None:
        """Another text for a contact point, which stays the one it was; None for the same.

        `point` is as it was seen when the typing began. Raises BadField.
        """
        read = contact_points.reread(typed, point, self._region)
        if " ".join(typed.split()) == contact_points.as_typed(point, self._region):
            return None
        if read is None or read.system is not point.system:
            raise BadField("contact", OTHER_KIND[point.system])
        _refuse_known(view, read, besides=point.id)
        changes = contact_changes.retyped(point, read)
        return self._change_points(view, changes, author) if changes else None

    def bring_back(self, view: PersonView, point: ContactPointView, author: Author) -> Correction:
        """A retired contact point is in force again. Raises Refused where it is on record anew."""
        if any(_is_same(one, point) for one in view.contact_points):
            raise Refused("This is on record already, and in force.")
        return self._change_points(view, contact_changes.brought_back(view, point), author)

    def retire(self, view: PersonView, point: ContactPointView, author: Author) -> Correction:
        """It is used no more and finds nobody; Raises Refused for a confidential one."""
        if point.confidential:
            raise Refused(
                "This is the only contact allowed. Take the mark “confidential” away first."
            )
        now = self._clock().isoformat()
        change = _change(RecordKind.CONTACT_POINT, point.id, "retired_at", None, now)
        body = RetireContactPoint(person=view.person, changes=(change,), call=author.call)
        return self._put(body, author)

    def add_point(self, view: PersonView, typed: str, author: Author) -> Correction:
        """Raises BadField for what reaches nobody, and for what she has already."""
        read = contact_points.read(typed, self._region)
        if read is None:
            raise BadField("contact", "Type a phone number, an email or an address.")
        _refuse_known(view, read)
        point = NewContactPoint(
            id=ContactPointId(uuid7()),
            system=read.system,
            raw=read.raw,
            value=read.value,
            extension=read.extension,
            city=read.city,
            state=read.state,
            postal_code=read.postal_code,
        )
        change = _change(RecordKind.CONTACT_POINT, point.id, "raw", None, point.raw)
        body = AddContactPoint(person=view.person, point=point, changes=(change,), call=author.call)
        return self._put(body, author)

    def relate(self, view: PersonView, form: RelationshipForm, author: Author) -> Correction | None:
        """Somebody new to her, or what somebody known may say and until which day.

        None when nothing differs. Raises BadField.
        """
        until = _last_day(form.until, author.today)
        if form.relationship is not None:
            return self._set_authority(view, form, until, author)
        kind = " ".join(form.kind.split()).lower()
        if form.other is None or form.other == view.person:
            raise BadField("other", "Find who it is, or write a new person down first.")
        if not kind:
            raise BadField("kind", "Say how they belong together, such as daughter.")
        new = NewRelationship(
            id=RelationshipId(uuid7()),
            other=form.other,
            kind=kind,
            authority=form.authority,
            until=until,
        )
        change = _change(RecordKind.RELATIONSHIP, new.id, "kind", None, kind)
        body = AddRelationship(
            person=view.person, relationship=new, changes=(change,), call=author.call
        )
        return self._put(body, author)

    def _set_authority(
        self, view: PersonView, form: RelationshipForm, until: str | None, author: Author
    ) -> Correction | None:
        one = next((one for one in view.relationships if one.id == form.relationship), None)
        if one is None or one.id is None:
            raise Refused("This relationship has ended meanwhile. Open the record again.")
        before = one.until.isoformat() if one.until else None
        pairs = (("authority", one.authority, form.authority), ("until", before, until))
        changes = tuple(
            _change(RecordKind.RELATIONSHIP, one.id, field, old, new)
            for field, old, new in pairs
            if old != new
        )
        if not changes:
            return None
        body = CorrectPerson(person=view.person, changes=changes, call=author.call)
        return self._put(body, author)

    def insist(self, collision: CollisionView, login: Login) -> None:
        """Puts mine in the place of what was found, which settles the collision."""
        whole = (collision, *collision.parts)
        body = CorrectPerson(
            person=collision.person,
            changes=tuple(
                _change(one.record, one.target, one.field, one.found, one.new) for one in whole
            ),
            settles=tuple(one.id for one in whole),
        )
        self._write(body, login)

    def leave(self, collision: CollisionView, login: Login) -> None:
        """What is on record stands; mine stays in the history."""
        closures = tuple(
            ClosureFact(
                id=FactId(uuid7()),
                target=one.id,
                target_kind=OpenKind.COLLISION,
                manner=ClosureManner.CANCELLED,
            )
            for one in (collision, *collision.parts)
        )
        self._write(CloseOpen(closures=closures), login)

    def waiting(self) -> tuple[Correction, ...]:
        """Corrections of this desk that no other desk knows of yet, oldest first."""
        return tuple(
            command.body
            for command in self._outbox.unsent(*CORRECTIONS)
            if isinstance(command.body, CORRECTIONS)
        )

    def _change_points(
        self, view: PersonView, changes: Sequence[contact_changes.FieldChange], author: Author
    ) -> Correction:
        kind = RecordKind.CONTACT_POINT
        made = tuple(_change(kind, one.point, one.field, one.old, one.new) for one in changes)
        return self._put(CorrectPerson(person=view.person, changes=made, call=author.call), author)

    def _put(self, body: Correction, author: Author) -> Correction:
        self._write(body, author.login)
        return body

    def _write(self, body: Correction | CloseOpen, login: Login) -> None:
        made_at = self._clock()
        command = Command(id=CommandId(uuid7()), author=login, made_at=made_at, body=body)
        self._outbox.put(command)


def _refuse_known(view: PersonView, read: Typed, *, besides: ContactPointId | None = None) -> None:
    if any(_is_same(one, read) for one in view.contact_points if one.id != besides):
        raise BadField("contact", "This is on record already.")
    if any(_is_same(one, read) for one in view.retired_points):
        raise BadField("contact", "This is on record already, but retired. Bring it back instead.")


def _is_same(one: ContactPointView, other: ContactPointView | Typed) -> bool:
    return (one.system, one.value) == (other.system, other.value)


def _change(kind: RecordKind, target: UUID, field: str, old: Value, new: Value) -> Change:
    return Change(id=FactId(uuid7()), record=kind, target=target, field=field, old=old, new=new)


def _fields(view: PersonView, form: PersonForm, today: date) -> dict[str, Value]:
    """By column what the form says; raises BadField."""
    name = " ".join(form.name.split())
    if not name:
        raise BadField("name", "A name is needed, even if only part of it.")
    given, family = view.given, view.family
    if name != view.name:
        given, family = names.split(name, view.family)
    return {
        "name": name,
        "given": given,
        "family": family,
        "preferred_name": " ".join(form.preferred_name.split()) or None,
        "birth_date": birth_date(form.birth_date, today),
        "sex": form.sex or None,
        "language": form.language or None,
        "interpreter": form.interpreter,
        "no_voicemail": form.no_voicemail,
    }


def birth_date(typed: str, today: date) -> str | None:
    """A birth date as precise as typed, ISO; None for nothing. Raises BadField."""
    if not typed.strip():
        return None
    if found := birth_dates.parse(typed, today):
        return found
    if birth_dates.is_in_the_future(typed, today):
        raise BadField("birth_date", "This birth date lies in the future. Check the year.")
    raise BadField("birth_date", "The birth date is not understood. Type it like 9 Jun 1974.")


def _last_day(typed: str, today: date) -> str | None:
    if not typed.strip():
        return None
    found = birth_dates.parse(typed)
    if found is None or len(found) < len(today.isoformat()):
        raise BadField("until", "The last day is not understood. Type it like 31 Dec 2026.")
    return found
