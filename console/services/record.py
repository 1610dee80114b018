"""Records of people: opened with a reason, read in one transaction, paged through afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from console.errors import NotFound, Refused
from console.models.bodies import Library
from console.models.derived import SearchKey
from console.models.facts import Callback, Inquiry
from console.models.ids import CallId, Login, PersonId, TouchpointId
from console.models.records import Person
from console.models.terms import Label
from console.models.touchpoint_detail import TouchpointDetail
from console.models.views import RecordView, TimelineFilter, TimelinePage
from console.rules.opening import Occasion
from console.rules.query import Range, Token
from console.rules.search_key import KeyKind, identifier_key
from console.services import access, lookup, person_facts
from console.services.database import Database
from console.services.open_facts import not_closed, not_void
from console.services.person_view import read_view
from console.services.reach import read_reach
from console.services.statements import PEOPLE, rows
from console.services.timeline import Place, read_page, reading
from console.services.touchpoint_detail import read_detail

NOBODY = "Nobody has this id or MRN. Look the person up by name, number or birth date instead."
CLOSED = "This record was opened too long ago. Open it again."
SEVERAL = "Several people have this number. Look them up and open the one you mean."
FIRST_PAGE = 50
EVERYTHING = TimelineFilter()
KNOWN = select(Person.id).where(Person.id.in_(PEOPLE))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits: callbacks promised by one rep, and inquiries that nobody has answered."""

    callbacks: int
    inquiries: int


class Records:
    """Reads records; each opening leaves who, when and why.

    Every read takes a set of people: one person, or one person's linked duplicates. `hidden` are
    the labels of which the reader has no need; their touchpoints don't exist for that read.
    """

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._library = library
        self._clock = clock

    def open(
        self,
        people: frozenset[PersonId],
        *,
        login: Login,
        reason: str | None,
        call_id: CallId | None = None,
        occasion: Occasion | None = None,
        hidden: frozenset[Label] = frozenset(),
    ) -> RecordView:
        """Header, facts and first page, with a row of access for each, or nothing at all.

        `reason` is call, worklist, search or review; None reads again what stands on the screen,
        which is no new opening. Raises NotFound for people not on record.
        """
        now, library = self._clock(), self._library()
        with self._database.transaction(writes=reason is not None) as session:
            if reason is not None:
                access.open_people(session, people, login, reason, call_id, now)
            elif not access.are_open(session, people):
                raise Refused(CLOSED)
            _require(session, people)
            facts = person_facts.read(session, people, hidden)
            given = reading(facts, library.codes, now, hidden)
            return RecordView(
                view=read_view(session, facts, library, given, occasion),
                facts=facts,
                timeline=read_page(session, given, EVERYTHING, FIRST_PAGE),
                read_at=now,
            )

    def break_glass(self, person: PersonId, *, login: Login, reason: str) -> datetime:
        """Shows this login all labelled facts of a person for a while; until when.

        Raises Refused for a reason too short, and on the embedded database.
        """
        with self._database.transaction() as session:
            return access.break_glass(session, person, login, reason)

    def timeline(
        self,
        people: frozenset[PersonId],
        filter: TimelineFilter = EVERYTHING,  # noqa: A002 - the word on the screen
        before: Place | None = None,
        limit: int = FIRST_PAGE,
        hidden: frozenset[Label] = frozenset(),
        *,
        after: Place | None = None,
    ) -> TimelinePage:
        """One page, newest first: the first, what was before a place, or what came after one."""
        now, library = self._clock(), self._library()
        with self._database.transaction(writes=False) as session:
            if not access.are_open(session, people):
                raise Refused(CLOSED)
            reach = read_reach(session, people)
            given = reading(reach, library.codes, now, hidden)
            return read_page(session, given, filter, limit, before=before, after=after)

    def touchpoint(
        self,
        people: frozenset[PersonId],
        touchpoint: TouchpointId,
        hidden: frozenset[Label] = frozenset(),
    ) -> TouchpointDetail:
        """Everything known of one entry of the timeline. Raises NotFound when it has none such."""
        now, library = self._clock(), self._library()
        with self._database.transaction(writes=False) as session:
            if not access.are_open(session, people):
                raise Refused(CLOSED)
            given = reading(read_reach(session, people), library.codes, now, hidden)
            return read_detail(session, given, library, touchpoint)

    def resolve(self, text: str) -> PersonId:
        """The person with this id or MRN.

        Raises NotFound when nobody has it, Refused when several share it: none is picked.
        """
        with self._database.transaction(writes=False) as session:
            found = _with_id(session, text) or _by_identifier(session, text)
        if not found:
            raise NotFound(NOBODY)
        if len(found) > 1:
            raise Refused(SEVERAL)
        return PersonId(found.pop())

    def waiting(self, login: Login) -> Waiting:
        with self._database.transaction(writes=False) as session:
            open_callbacks = select(func.count(Callback.id)).where(
                Callback.owner == login, not_void(Callback.id), not_closed(Callback.id)
            )
            open_inquiries = select(func.count(Inquiry.id)).where(
                not_void(Inquiry.id), not_closed(Inquiry.id)
            )
            if access.on_server(session):  # whose they are is for whoever opens the person
                open_inquiries = select(func.public.open_inquiries())
            return Waiting(
                callbacks=session.scalar(open_callbacks) or 0,
                inquiries=session.scalar(open_inquiries) or 0,
            )


def _require(session: Session, people: frozenset[PersonId]) -> None:
    known = {row.id for row in rows(session, KNOWN, people=[*people])}
    if not people or known != people:
        raise NotFound("This person is not on record. Look the name or number up again.")


def _with_id(session: Session, text: str) -> set[UUID]:
    try:
        person = UUID(text.strip())
    except ValueError:
        return set()
    if access.on_server(session):
        known = session.execute(select(func.public.is_on_record(person))).scalar_one()
    else:
        known = session.execute(select(Person.id).where(Person.id == person)).first()
    return {person} if known else set()


def _by_identifier(session: Session, text: str) -> set[UUID]:
    key, kinds = identifier_key(text), (KeyKind.MRN, KeyKind.IDENTIFIER)
    if access.on_server(session):
        token = Token(tuple(Range(kind, key, kind, 1, whole=True) for kind in kinds))
        return {row.id for row in lookup.people_with(session, (token,), len(kinds))}
    known = select(SearchKey.person_id).where(SearchKey.kind.in_(kinds), SearchKey.key == key)
    return set(session.scalars(known))
