"""`database grant`: a login and a role for a person, changed and ended; and what it refuses."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from console.services.database import create
from tests.cli.conftest import Command, start
from tests.postgresql import Server

SECRET = "a long enough secret"


@pytest.fixture
def login(postgresql_server: Server, postgresql_database: str) -> Iterator[str]:
    """A name that no test has used, on a server ready to be granted on."""
    create(postgresql_database, mend=True)
    name = f"t{uuid4().hex[:12]}"
    yield name
    with postgresql_server.connect() as connection:
        connection.execute(f'DROP ROLE IF EXISTS "{name}"')


@pytest.fixture
def grant(console: Command, postgresql_database: str) -> Callable[..., object]:
    return lambda *words, **how: console(
        "--database", postgresql_database, "database", "grant", *words, **how
    )


def test_on_one_desk_it_makes_the_row_of_the_staff_list(console: Command) -> None:
    done = console(
        "database", "grant", "sam", "--role", "supervisor", "--name", "Sam", "--team", "north",
        "--sees", "abuse", "--json",
    ).json  # fmt: skip
    assert {name: done[name] for name in ("login", "name", "role", "team", "sees", "active")} == {
        "login": "sam", "name": "Sam", "role": "supervisor", "team": "north", "sees": ["abuse"],
        "active": True,
    }  # fmt: skip
    assert (done["ok"], done["problems"]) == (True, [])
    ended = console("database", "grant", "sam", "--deactivate", "--json").json
    assert ended["active"] is False


def test_on_a_server_it_makes_a_login_whose_password_is_nowhere_in_clear(
    grant: Command, postgresql_server: Server, login: str, tmp_path: Path
) -> None:
    file = tmp_path / "secret"
    file.write_text(f"{SECRET}\n")
    words = (login, "--role", "rep", "--password-file", file)
    done = grant(*words, "--json")
    assert done.json["role"] == "rep"
    assert SECRET not in done.out + done.err
    with postgresql_server.connect() as connection:
        row = connection.execute(
            "SELECT rolpassword, rolcanlogin, rolconnlimit, rolsuper, "
            "ARRAY(SELECT roleid::regrole::text FROM pg_auth_members WHERE member = a.oid) "
            "FROM pg_authid a WHERE rolname = %s",
            [login],
        ).fetchone()
    assert row is not None
    password, may_login, limit, is_super, groups = row
    assert password.startswith("SCRAM-SHA-256$")
    assert (may_login, limit, is_super, groups) == (True, 6, False, ["ec_rep"])


def test_another_role_replaces_the_one_before(
    grant: Command, postgresql_server: Server, login: str
) -> None:
    for role in ("rep", "admin", "supervisor"):
        assert grant(login, "--role", role, "--no-password").code == 0
    renamed = grant(login, "--name", "Sam Super", "--no-password", "--json").json
    assert (renamed["role"], renamed["name"]) == ("supervisor", "Sam Super")
    with postgresql_server.connect() as connection:
        groups = connection.execute(
            "SELECT roleid::regrole::text FROM pg_auth_members WHERE member = %s::regrole", [login]
        ).fetchall()
    assert groups == [("ec_supervisor",)]


def test_deactivating_ends_the_sessions_and_activating_again_is_a_grant(
    grant: Command, postgresql_server: Server, postgresql_database: str, login: str
) -> None:
    def connect() -> "psycopg.Connection[object]":
        server, name = postgresql_server, postgresql_database.rpartition("/")[2]
        return psycopg.connect(host=server.sockets, port=server.port, dbname=name, user=login)

    assert grant(login, "--role", "rep", "--no-password").code == 0
    session = connect()
    assert grant(login, "--deactivate", "--json").json["ended"] == 1
    with pytest.raises(psycopg.OperationalError):
        session.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError):
        connect()
    assert grant(login, "--no-password", "--json").json["active"] is True
    connect().close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Robert'); DROP", "--role", "rep"), "small letters"),
        (("ec_rep", "--role", "rep"), "not with ec_"),
        (("postgres", "--role", "rep"), "small letters"),
        (("newcomer",), "needs a role"),
        (("nobody", "--deactivate"), "Nobody on the staff list"),
        (("newcomer", "--role", "rep", "--sees", "gossip"), "no label"),
        (("newcomer", "--role", "rep", "--password-file", "/nonexistent"), "cannot be read"),
    ],
)
def test_what_will_not_do_is_told_in_one_sentence(
    grant: Command, login: str, words: tuple[str, ...], said: str
) -> None:
    assert said in grant(*words).refused()


def test_a_short_password_is_refused(grant: Command, login: str) -> None:
    told = grant(login, "--role", "rep", "--password-file", "-", stdin="short\n").refused()
    assert "12 characters" in told
    assert "short" not in told


def test_a_login_with_rights_of_its_own_is_left_as_it_is(
    grant: Command, postgresql_server: Server, login: str
) -> None:
    with postgresql_server.connect() as connection:
        connection.execute(f"CREATE ROLE {login} LOGIN CREATEROLE")
    assert "left as it is" in grant(login, "--role", "rep", "--no-password").refused()


def test_a_rep_grants_nothing(
    console: Command, grant: Command, postgresql_database: str, login: str
) -> None:
    assert grant(login, "--role", "rep", "--no-password").code == 0
    url = postgresql_database.replace("postgres@", f"{login}@")
    told = console("--database", url, "database", "grant", "friend", "--role", "admin").refused()
    assert "may not make logins" in told


def test_unusual_access_is_for_supervisors_and_servers(
    console: Command, grant: Command, postgresql_database: str, login: str
) -> None:
    assert console("database", "create").code == 0
    assert "one desk" in console("database", "unusual").refused()
    assert grant(login, "--role", "supervisor", "--no-password").code == 0
    url = postgresql_database.replace("postgres@", f"{login}@")
    assert console("--database", url, "database", "unusual", "--json").json == {"unusual": []}


def test_the_password_is_asked_for_by_no_process_without_a_terminal(profile: Path) -> None:
    done = start("database", "grant", "sam", "--role", "rep", "--json")
    assert done.json["active"] is True
