"""A rep with `psql` and her own password: each thing tried against the rights as they are made."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import select

from console.models.facts import Access, Call, Disposition
from console.models.facts import Command as Journal
from console.models.ids import Login, PersonId
from console.models.metadata import Shared, fact_tables
from console.models.terms import Role
from console.services import staffing
from console.services.apply import apply
from tests.commands import command, disposition, new_person
from tests.logins import Logins, logins
from tests.postgresql import Server

DENIED = errors.InsufficientPrivilege


@pytest.fixture
def made(postgresql_server: Server, postgresql_database: str) -> Iterator[Logins]:
    with logins(postgresql_server, postgresql_database) as opened:
        yield opened


class Attack:
    """A rep's session, another rep's logged call about somebody, and who that is."""

    def __init__(self, made: Logins) -> None:
        self.made = made
        self.rep, self.other = made.grant(Role.REP, team="a"), made.grant(Role.REP, team="b")
        self.supervisor = made.grant(Role.SUPERVISOR, team="a")
        self.person = self._log(new_person(), self.other).person
        self.logged = self._log(disposition(self.person, notes="secret"), self.other)
        self.session = made.psql(self.rep)

    def _log(self, body: Any, author: str) -> Any:
        with self.made.owner.transaction() as session:
            apply(session, command(body, author=Login(author)), datetime.now(UTC))
        return body

    def run(self, statement: str, **values: object) -> list[Any]:
        cursor = self.session.execute(statement, values)  # type: ignore[arg-type]
        return cursor.fetchall() if cursor.description else []

    def refused(self, statement: str, *, error: type[Exception] = DENIED, **values: object) -> None:
        with pytest.raises(error):
            self.run(statement, **values)

    def my_command(self) -> UUID:
        """In the transaction that is open: a command of the rep's own."""
        made = uuid4()
        self.run(
            "INSERT INTO command (id, kind, author, made_at, received_at, payload, sha) "
            "VALUES (%(id)s, 'LogDisposition', %(me)s, now(), now(), '{}', 'x')",
            id=made,
            me=self.rep,
        )
        return made


@pytest.fixture
def attack(made: Logins) -> Iterator[Attack]:
    tried = Attack(made)
    yield tried
    tried.session.close()


def test_without_opening_anybody_there_is_nothing_to_read(attack: Attack) -> None:
    for table in (
        "person", "contact_point", "touchpoint", "touchpoint_person", "touchpoint_event", "call",
        "disposition", "answer", "verification", "consent_event", "callback", "promise",
        "appointment", "inquiry", "hold", "enrollment", "identifier", "relationship",
        "journey_state",
    ):  # fmt: skip
        assert attack.run(f'SELECT * FROM "{table}"') == [], table
    for table in ("search_key", "access", "lookup", "broken_glass", "source_record"):
        attack.refused(f'SELECT * FROM "{table}"')
    attack.refused("SELECT payload FROM command")
    assert attack.run("SELECT * FROM own_command((SELECT id FROM command LIMIT 1))") == []


def test_whom_she_opens_she_reads_and_it_is_written_down(attack: Attack) -> None:
    people = [attack.person]
    attack.run("SELECT open_people(%(people)s, %(me)s, 'call', NULL)", people=people, me=attack.rep)
    assert attack.run("SELECT notes FROM disposition") == [("secret",)]
    with attack.made.owner.transaction(writes=False) as session:
        row = session.scalars(select(Access)).one()
    assert (row.login, row.person_id, row.reason) == (attack.rep, attack.person, "call")
    attack.refused("SELECT open_people(%(p)s, %(o)s, 'call', NULL)", p=people, o=attack.other)
    attack.refused(
        "SELECT open_people(%(p)s, %(me)s, ' ', NULL)",
        error=errors.CheckViolation,
        p=people,
        me=attack.rep,
    )


def test_facts_are_neither_changed_nor_deleted(attack: Attack) -> None:
    for table in fact_tables():
        column = Shared.metadata.tables[table].columns.keys()[0]
        attack.refused(f"UPDATE {table} SET {column} = {column}")
        attack.refused(f"DELETE FROM {table}")
        attack.refused(f"TRUNCATE {table}")


def test_neither_author_nor_time_is_forged(attack: Attack) -> None:
    forged = (
        "INSERT INTO command (id, kind, author, made_at, received_at, payload, sha) "
        "VALUES (gen_random_uuid(), 'LogDisposition', %(author)s, now(), '2001-01-01', '{}', 'x')"
    )
    for kind in ("BeginImport", "ImportBatch", "UndoBatch", "EndImport"):
        attack.refused(forged.replace("LogDisposition", kind), author=attack.rep)
    attack.refused(forged, author=attack.other)
    attack.run(forged, author=attack.rep)
    attack.refused("INSERT INTO command (id, xid) VALUES (gen_random_uuid(), '1')")
    with attack.made.owner.transaction(writes=False) as session:
        mine = session.scalars(select(Journal).where(Journal.author == attack.rep)).one()
    assert mine.received_at.year > 2001


CALL = (
    "INSERT INTO call (id, command_id, labels, direction, started_at, ended_at, hold_seconds, "
    "wrap_up_seconds, login) "
    "VALUES (gen_random_uuid(), %(command)s, '', 'inbound', now(), now(), 0, 0, %(login)s)"
)


def test_facts_come_only_with_a_command_of_hers_in_the_same_transaction(attack: Attack) -> None:
    [[others]] = attack.run("SELECT id FROM command WHERE kind = 'LogDisposition'")
    attack.refused(CALL, command=others, login=attack.rep)
    earlier = attack.my_command()  # a transaction of its own
    attack.refused(CALL, command=earlier, login=attack.rep)
    with attack.session.transaction():
        attack.run(CALL, command=attack.my_command(), login=attack.rep)
    with pytest.raises(DENIED), attack.session.transaction():
        attack.run(CALL, command=attack.my_command(), login=attack.other)
    with attack.made.owner.transaction(writes=False) as session:
        assert sorted(session.scalars(select(Call.login))) == sorted([attack.rep, attack.other])


def test_a_rep_amends_nothing(attack: Attack) -> None:
    amend = (
        "INSERT INTO disposition (id, command_id, labels, call_id, at, day, login, code, notes, "
        "versions, amends) VALUES (gen_random_uuid(), %(command)s, '', %(call)s, now(), "
        "current_date, %(me)s, 'no_answer', '', '{}', %(old)s)"
    )
    given = {"call": attack.logged.call.id, "me": attack.rep, "old": attack.logged.disposition}
    with pytest.raises(DENIED), attack.session.transaction():
        attack.run(amend, command=attack.my_command(), **given)
    with pytest.raises(DENIED), attack.session.transaction():
        attack.run(
            "INSERT INTO void (id, command_id, labels, target_id, reason, at) "
            "VALUES (gen_random_uuid(), %(command)s, '', %(old)s, '', now())",
            command=attack.my_command(),
            old=attack.logged.disposition,
        )


def test_nobody_new_is_made_but_by_the_command_that_says_so(attack: Attack) -> None:
    person = (
        "INSERT INTO person (id, name, given, family, other_names, interpreter, deceased, "
        "no_voicemail, labels, revision) "
        "VALUES (gen_random_uuid(), 'x', '', '', '[]', false, false, false, '', 1)"
    )
    key = "INSERT INTO search_key (person_id, kind, key) VALUES (%(person)s, 'name', 'me')"
    for statement in (person, key):
        with pytest.raises(DENIED), attack.session.transaction():
            attack.run(statement, person=attack.person, command=attack.my_command())


def test_a_supervisor_changes_no_row_either(attack: Attack) -> None:
    with attack.made.psql(attack.supervisor) as session, pytest.raises(DENIED):
        session.execute("UPDATE disposition SET notes = 'x'")


def test_a_supervisor_reads_the_dispositions_of_her_own_team_alone(attack: Attack) -> None:
    with attack.made.psql(attack.supervisor) as session:
        assert session.execute("SELECT login FROM disposition").fetchall() == []
    with attack.made.owner.transaction(writes=False) as session:
        assert session.scalars(select(Disposition.login)).all() == [attack.other]


def test_records_are_changed_by_functions_alone(attack: Attack) -> None:
    attack.refused("UPDATE person SET name = 'x'")
    attack.refused("UPDATE contact_point SET wrong = true")
    attack.refused("UPDATE staff SET role = 'administrator'")
    attack.refused("INSERT INTO staff (login, name, role, active) VALUES ('x', 'x', 'rep', true)")
    attack.refused("DELETE FROM search_key")
    attack.refused("SELECT mark_wrong(ARRAY[gen_random_uuid()])")
    attack.refused("SELECT mark_wrong(ARRAY[gen_random_uuid()], gen_random_uuid())")
    attack.refused(
        "INSERT INTO access (id, person_id, login, at, reason) "
        "VALUES (gen_random_uuid(), %(person)s, %(me)s, now(), 'call')",
        person=attack.person,
        me=attack.rep,
    )
    attack.refused(
        "INSERT INTO search_key (person_id, kind, key) VALUES (%(person)s, 'name', 'me')",
        person=attack.person,
    )


NOT_HERS = (
    "ALTER TABLE disposition DISABLE TRIGGER ALL",
    "SET session_replication_role = replica",
    "SET ROLE ec_owner",
    "SET ROLE postgres",
    "SET SESSION AUTHORIZATION postgres",
    "CREATE TEMP TABLE staff (login text, role text)",
    "CREATE TABLE public.mine (x int)",
    "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE SCHEMA mine",
    "CREATE EXTENSION dblink",
    "COPY (SELECT 1) TO PROGRAM 'cat'",
    "COPY publication TO '/tmp/out'",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT * FROM pg_authid",
    "SELECT lo_import('/etc/passwd')",
    "ALTER ROLE postgres PASSWORD 'x'",
    "CREATE ROLE mine",
    "GRANT ec_admin TO CURRENT_USER",
    "DROP POLICY opened ON person",
    "ALTER TABLE person DISABLE ROW LEVEL SECURITY",
    "DROP TABLE person",
    "SELECT * FROM unusual_access('2001-01-01')",
    "SELECT ec_require_self('x')",
)


def test_what_a_rep_may_not_do_to_the_server(attack: Attack) -> None:
    for statement in NOT_HERS:
        attack.refused(statement)


def test_others_passwords_and_sessions_are_not_hers(attack: Attack) -> None:
    attack.refused(f"ALTER ROLE {attack.other} PASSWORD 'x'")
    attack.refused(f"ALTER ROLE {attack.rep} SUPERUSER")
    attack.refused(f"GRANT {attack.other} TO {attack.rep}")
    with attack.made.psql(attack.other):
        [[pid]] = attack.run(
            "SELECT pid FROM pg_stat_activity WHERE usename = %(other)s LIMIT 1", other=attack.other
        )
        attack.refused("SELECT pg_terminate_backend(%(pid)s)", pid=pid)


def test_row_security_off_is_an_error_and_leaks_nothing(attack: Attack) -> None:
    attack.run("SET row_security = off")
    attack.refused("SELECT * FROM person")


def test_a_leaky_function_in_the_question_sees_only_what_she_may(attack: Attack) -> None:
    assert attack.run("SELECT 1 FROM person WHERE 1 / (length(name) - length(name)) = 1") == []
    assert attack.run("SELECT * FROM pg_stats WHERE tablename = 'person'") == []


def test_a_lookup_shows_few_and_says_that_it_was_made(attack: Attack) -> None:
    whole = '[[{"kind": "name", "first": "", "last": "\U0010ffff"}]]'
    assert len(attack.run("SELECT * FROM find_people(%(t)s, 1000000)", t=whole)) <= 501
    with attack.made.psql(attack.supervisor) as session:
        rows = session.execute("SELECT login, kinds, found FROM lookup").fetchall()
    assert rows == [(attack.rep, "name", 1)]


def test_an_open_session_of_a_closed_login_sees_nothing(attack: Attack) -> None:
    """Though it may not be ended: where the one who deactivates has no right to end sessions."""
    attack.run("SELECT open_people(%(p)s, %(me)s, 'call', NULL)", p=[attack.person], me=attack.rep)
    assert attack.run("SELECT count(*) FROM disposition") == [(1,)]
    with attack.made.owner.transaction() as session:
        session.get_one(staffing.Staff, attack.rep).active = False
    assert attack.run("SELECT count(*) FROM disposition") == [(0,)]
    assert attack.run("SELECT count(*) FROM publication") == [(0,)]
    attack.refused("SELECT * FROM find_people('[[]]', 1)")
    with pytest.raises(DENIED):
        attack.my_command()


def test_what_she_still_can_do_is_known(attack: Attack) -> None:
    """The limits that docs/security.md states; a change here is a change there."""
    attack.run("SET statement_timeout = 0")
    attack.run(f"ALTER ROLE {attack.rep} SET statement_timeout = 0")
    assert attack.run("SELECT count(*) > 3 FROM pg_roles") == [(True,)]
    attack.run("NOTIFY anything, 'forged'")
    assert attack.run("SELECT is_on_record(%(p)s)", p=attack.person) == [(True,)]
    assert attack.run("SELECT DISTINCT author FROM command") == [(attack.other,)]
    attack.run(f"ALTER ROLE {attack.rep} PASSWORD '1'")


def test_nobody_connects_but_the_groups(attack: Attack, postgresql_server: Server) -> None:
    stranger = f"t{uuid4().hex[:12]}"
    with postgresql_server.connect() as connection:
        connection.execute(f"CREATE ROLE {stranger} LOGIN")
        try:
            with pytest.raises(psycopg.OperationalError):
                attack.made.psql(stranger)
        finally:
            connection.execute(f"DROP ROLE {stranger}")


def test_a_person_whom_nobody_opened_can_still_be_logged_about(attack: Attack) -> None:
    """What was done offline arrives, whatever has been closed since."""
    assert isinstance(attack.person, UUID)
    with attack.made.database(attack.rep).transaction() as session:
        late = command(disposition(PersonId(attack.person)), author=Login(attack.rep))
        apply(session, late, datetime.now(UTC))
    with attack.made.owner.transaction(writes=False) as session:
        assert sorted(session.scalars(select(Disposition.login))) == sorted(
            [attack.rep, attack.other]
        )


CORRECTION = (
    "INSERT INTO command (id, kind, author, made_at, received_at, payload, sha) "
    "VALUES (%(id)s, 'CorrectPerson', %(me)s, now(), now(), %(payload)s, 'x')"
)


def correction(attack: Attack, **fields: object) -> dict[str, object]:
    """A command of the rep's that gives the person another name."""
    change = {
        "id": str(uuid4()),
        "record": "person",
        "target": str(attack.person),
        "field": "name",
        "old": "Wilma Test",
        "new": "Somebody Else",
        **fields,
    }
    payload = {"person": str(attack.person), "changes": [change], "call": None, "settles": []}
    return {"id": uuid4(), "me": attack.rep, "payload": json.dumps(payload)}


def bring(attack: Attack, given: dict[str, object]) -> None:
    """A command, and what it says done in the same transaction."""
    with attack.session.transaction():
        attack.run(CORRECTION, **given)
        attack.run("SELECT correct_record(%(id)s)", id=given["id"])


def test_records_are_corrected_by_commands_alone(attack: Attack) -> None:
    """And only those of whom this login has opened, since then it is known why."""
    attack.refused("UPDATE person SET name = 'x'")
    attack.refused("UPDATE contact_point SET wrong = true")
    attack.refused("SELECT correct_record(gen_random_uuid())")
    attack.refused("INSERT INTO field_change (id) VALUES (gen_random_uuid())")
    with pytest.raises(DENIED):  # never opened
        bring(attack, correction(attack))
    people = [attack.person]
    attack.run("SELECT open_people(%(people)s, %(me)s, 'call', NULL)", people=people, me=attack.rep)
    with pytest.raises(errors.CheckViolation):
        bring(attack, correction(attack, field="labels", old="", new="x"))
    given = correction(attack)
    bring(attack, given)
    [row] = attack.run("SELECT by, old #>> '{}', new #>> '{}' FROM field_change")
    assert row == (attack.rep, "Wilma Test", "Somebody Else")
    attack.refused("SELECT correct_record(%(id)s)", id=given["id"])  # another transaction
