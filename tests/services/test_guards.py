"""The rights on a server are as declared: put in place, found when changed, put right again."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from console.models.metadata import Shared
from console.models.rights import FUNCTIONS, RIGHTS
from console.services import maintenance
from console.services.database import Database, create, open_shared
from tests.postgresql import Server


@pytest.fixture
def database(postgresql_database: str) -> Iterator[Database]:
    create(postgresql_database, mend=True)
    opened = open_shared(postgresql_database)
    yield opened
    opened.close()


def test_every_table_has_declared_rights() -> None:
    """A new table is nobody's until somebody has thought of who may see it."""
    assert set(RIGHTS) == {*Shared.metadata.tables, "alembic_version"}


def test_every_definer_function_has_a_fixed_path_and_is_nobodys_by_default(
    database: Database,
) -> None:
    """Without one, a temporary table of the caller's would be read in place of ours."""
    with database.transaction(writes=False) as session:
        rows = session.execute(
            text(
                "SELECT proname, array_to_string(proconfig, ' '), proacl::text FROM pg_proc "
                "WHERE pronamespace = 'public'::regnamespace AND prosecdef"
            )
        ).all()
    assert {name for name, _, _ in rows} >= set(FUNCTIONS) - {"refuse_change"}
    for name, config, access in rows:
        assert "search_path=pg_catalog, pg_temp" in (config or ""), name
        assert access is not None, name
        assert not re.search(r"[{,]=", access), name


def test_a_fresh_database_is_as_declared(database: Database, postgresql_database: str) -> None:
    assert maintenance.check(postgresql_database).problems == ()


CHANGES = {
    "GRANT UPDATE ON disposition TO ec_rep": "ec_rep has the right UPDATE on disposition",
    "GRANT SELECT (payload) ON command TO ec_rep": "ec_rep has the right SELECT on command",
    "GRANT SELECT ON person TO PUBLIC": "PUBLIC has the right SELECT on person",
    "REVOKE INSERT ON call FROM ec_rep": "ec_rep lacks the right INSERT on call",
    "DROP POLICY opened ON hold": "The policy opened of hold is missing",
    "CREATE POLICY mine ON hold USING (true)": "The policy mine of hold is one too many",
    "ALTER POLICY opened ON hold TO PUBLIC": "The policy opened of hold is for others",
    "ALTER TABLE person DISABLE ROW LEVEL SECURITY": "The rows of person are not guarded",
    "ALTER FUNCTION ec_role() RESET search_path": "ec_role has no fixed search_path",
    "GRANT EXECUTE ON FUNCTION ec_role() TO PUBLIC": "Everybody may call the function ec_role",
    "GRANT USAGE ON SCHEMA public TO PUBLIC": "The schema public is open to every login",
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_changed_by_hand_is_found_and_put_right(
    database: Database, postgresql_database: str, change: str
) -> None:
    with database.transaction() as session:
        session.execute(text(change))
    problems = maintenance.check(postgresql_database).problems
    assert problems
    assert all(CHANGES[change] in sentence for sentence in problems), problems
    create(postgresql_database, mend=True)
    assert maintenance.check(postgresql_database).problems == ()


def test_a_table_that_nobody_declared_is_found(
    database: Database, postgresql_database: str
) -> None:
    with database.transaction() as session:
        session.execute(text("CREATE TABLE forgotten (x int)"))
    [sentence] = maintenance.check(postgresql_database).problems
    assert "The table forgotten has no declared rights" in sentence


def test_everything_belongs_to_the_owner_whoever_creates(postgresql_server: Server) -> None:
    """A login that may make databases and roles is enough; it need not be a superuser."""
    name, deploy = "made_by_deploy", "deploy_login"
    with postgresql_server.connect() as connection:
        connection.execute(f"CREATE ROLE {deploy} LOGIN CREATEDB CREATEROLE")
        connection.execute(f"CREATE DATABASE {name} OWNER {deploy}")
        url = postgresql_server.url(name, deploy)
        try:
            for _ in range(2):
                found = maintenance.bring_up(url)
                assert found.ok, found.problems
            with postgresql_server.connect(name) as inside:
                owners = inside.execute(
                    "SELECT DISTINCT relowner::regrole::text FROM pg_class "
                    "WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v') "
                    "UNION SELECT proowner::regrole::text FROM pg_proc "
                    "WHERE pronamespace = 'public'::regnamespace"
                ).fetchall()
            assert owners == [("ec_owner",)]
        finally:
            postgresql_server.drop_database(name)
            connection.execute(f"DROP ROLE {deploy}")
