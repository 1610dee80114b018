"""The directory: finds people by names, numbers, dates, identifiers and emails in one box."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from console.models.derived import SearchKey
from console.models.views import Found, Match
from console.rules import birth_dates, query
from console.rules.alike import alike as is_alike
from console.rules.query import Range, Token
from console.services import access, lookup
from console.services.database import Database
from console.services.lookup import bounds
from console.services.matches import read_matches
from console.services.statements import LIMIT, PEOPLE, rows

COUNTED = 2000
Noted = Callable[[str, int], None]
MOST_ON_ONE_NUMBER = 500
MOST_BORN_ON_ONE_DAY = 500
FULL_DATE = len("1974-06-09")

WITHIN = and_(
    SearchKey.kind == bindparam("kind"),
    SearchKey.key >= bindparam("first"),
    SearchKey.key <= bindparam("last"),
)
PAGE = (
    select(SearchKey.key, SearchKey.person_id)
    .where(WITHIN)
    .order_by(SearchKey.key, SearchKey.person_id)
    .limit(LIMIT)
)
COUNT = select(func.count()).select_from(
    select(SearchKey.person_id).where(WITHIN).limit(COUNTED).subquery()
)
KEYS = select(SearchKey.person_id, SearchKey.kind, SearchKey.key).where(
    SearchKey.person_id.in_(PEOPLE)
)


def now() -> datetime:
    return datetime.now(UTC)


class Directory:
    """Everyone on record, found by equality or prefix of search keys alone.

    That needs one btree. On a server a desk may not read the keys and asks a function (`lookup`).
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime] = now,
        noted: Noted = lambda _keys, _count: None,
    ) -> None:
        """`noted` is told of each search: by which kinds of key, and how many were found."""
        self._database = database
        self._clock = clock
        self._noted = noted

    def find(self, text: str, limit: int = 20) -> Found:
        """Those who have everything that `text` asks for, best first; nothing asked finds nobody.

        Raises Refused when `text` is too long to be a question about a person.
        """
        started = time.perf_counter()
        today = self._clock().date()
        matches = self._look_up(query.read(text, today), limit + 1, today)
        return Found(
            query=text,
            results=matches[:limit],
            more=len(matches) > limit,
            elapsed_ms=(time.perf_counter() - started) * 1000,
        )

    def is_empty(self) -> bool:
        """Whether nobody is on record yet."""
        anybody = select(exists(select(SearchKey.person_id)))
        with self._database.transaction(writes=False) as session:
            if access.on_server(session):
                anybody = select(func.public.is_anybody_on_record())
            return not session.execute(anybody).scalar_one()

    def by_phone(self, number: str) -> tuple[Match, ...]:
        """Everyone on a number as dialed or shown by the telephone; none is picked."""
        token = query.read_number(number)
        if token is None:
            return ()
        return self._look_up((token,), MOST_ON_ONE_NUMBER, self._clock().date())

    def alike(
        self, name: str, birth_date: str = "", number: str = "", limit: int = 5
    ) -> tuple[Match, ...]:
        """Who may be the person that is about to be written down: to ask, never to decide.

        First whoever has both the number and the name; then who is on the number, who has the name
        (and the birth date, once it can be understood as one), and who was born that day and has a
        name like it. Raises Refused like `find`.
        """
        today = self._clock().date()
        born = birth_dates.parse(birth_date, today) or ""
        told = len(name.strip()) > 1 or len(born) == FULL_DATE
        named = self.find(f"{name} {born}", limit).results if told else ()
        on_number = self.by_phone(number)[:limit]
        near: Iterable[Match] = ()
        if len(born) == FULL_DATE:
            day = self._look_up(query.read(born, today), MOST_BORN_ON_ONE_DAY, today)
            near = (match for match in day if is_alike(name, match.name))
        by_name = {match.person: match for match in (*named, *near)}
        listed = {match.person: match for match in on_number} | by_name
        met = Counter([*(match.person for match in on_number), *by_name])
        return tuple(sorted(listed.values(), key=lambda match: -met[match.person])[:limit])

    def _look_up(self, tokens: Sequence[Token], wanted: int, today: date) -> tuple[Match, ...]:
        if not tokens or not all(token.ranges for token in tokens):
            return ()
        with self._database.transaction(writes=False) as session:
            if access.on_server(session):
                return by_function(session, tokens, wanted, today)  # and notes who searched
            matches = by_tables(session, tokens, wanted, today)
        self._noted(_kinds(tokens), len(matches))
        return matches


def by_tables(
    session: Session, tokens: Sequence[Token], wanted: int, today: date
) -> tuple[Match, ...]:
    """What the embedded database is asked, and a server only by whoever may read all of it."""
    rarest, *others = _rarest_first(session, tokens)
    people = {
        person for keys in rarest.ranges for person in _people_within(session, keys, others, wanted)
    }
    ranked = _ranked(session, people, tokens)
    best = dict(sorted(ranked.items(), key=lambda found: (-found[1][0], found[0].int)))
    return read_matches(session, best, today)[:wanted]


def by_function(
    session: Session, tokens: Sequence[Token], wanted: int, today: date
) -> tuple[Match, ...]:
    """What a server is asked, under any login."""
    found = lookup.people_with(session, tokens, wanted)
    ranked = {person: _fit(met, tokens) for person, met in lookup.keys_met(found).items()}
    return lookup.matches(found, ranked, today)[:wanted]


def _kinds(tokens: Sequence[Token]) -> str:
    """By what was searched, without what was typed: "birth name"."""
    return " ".join(sorted({keys.kind for token in tokens for keys in token.ranges}))


def _rarest_first(session: Session, tokens: Sequence[Token]) -> list[Token]:
    """Tokens by how many keys they meet, counted only as far as it matters."""
    if len(tokens) == 1:
        return list(tokens)
    counts = {token: sum(_count(session, keys) for keys in token.ranges) for token in tokens}
    return sorted(counts, key=lambda token: counts[token])


def _count(session: Session, keys: Range) -> int:
    counted: int = session.connection().scalar(COUNT, bounds(keys)) or 0
    return counted


def _people_within(
    session: Session, keys: Range, others: Sequence[Token], wanted: int
) -> dict[UUID, None]:
    """The first `wanted` people in the order of their keys, so that exact ones come first.

    A person may have several keys in the range, hence the loop; mostly it ends after one turn.
    """
    page = wanted * 2
    first = PAGE.where(*(_has(token) for token in others)) if others else PAGE
    found: dict[UUID, None] = {}
    last: tuple[str, UUID] | None = None
    while len(found) < wanted:
        statement = first
        if last is not None:
            statement = first.where(tuple_(SearchKey.key, SearchKey.person_id) > last)
        hits = rows(session, statement, limit=page, **bounds(keys))
        found.update(dict.fromkeys(row.person_id for row in hits))
        if len(hits) < page:
            break
        last = (hits[-1].key, hits[-1].person_id)
    return dict.fromkeys(list(found)[:wanted])


def _has(token: Token) -> ColumnElement[bool]:
    """Whether the person has the token too: one probe of the primary key a range."""
    probes = []
    for keys in token.ranges:
        other, ends = aliased(SearchKey), bounds(keys)
        # not BETWEEN: PostgreSQL takes no collation between its words
        within = and_(other.key >= ends["first"], other.key <= ends["last"])
        same = other.person_id == SearchKey.person_id
        probes.append(exists().where(same, other.kind == keys.kind, within))
    return or_(*probes)


def _ranked(
    session: Session, people: Iterable[UUID], tokens: Sequence[Token]
) -> dict[UUID, tuple[float, tuple[str, ...]]]:
    """For each person how well the tokens fit, 0 to 1, and by what it was found."""
    keys: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(session, KEYS, people=[*people]):
        keys[row.person_id].append((row.kind, row.key))
    return {person: _fit(owned, tokens) for person, owned in keys.items()}


def _fit(
    owned: Iterable[tuple[str, str]], tokens: Sequence[Token]
) -> tuple[float, tuple[str, ...]]:
    hits = [max(_hits(owned, token), default=(0.0, "")) for token in tokens]
    matched = dict.fromkeys(label for _score, label in hits if label)
    return sum(score for score, _label in hits) / len(hits), tuple(matched)


def _hits(owned: Iterable[tuple[str, str]], token: Token) -> list[tuple[float, str]]:
    """A whole name counts full, its beginning by how much of it was typed."""
    return [
        (keys.score * (1 if keys.matched != "name" else 0.5 + len(keys.key) / len(key) / 2),
         keys.matched)
        for keys in token.ranges
        for kind, key in owned
        if kind == keys.kind and keys.holds(key)
    ]  # fmt: skip
