"""The revisions lead to the models' schema on both databases, and its guards hold."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from console.errors import EnvironmentFault, SchemaMismatch
from console.models.metadata import Shared, fact_tables
from console.resources import migration_scripts
from console.services import database, schema
from console.services.desk_store import open_workstation
from tests.postgresql import Server

# The live cursor's type has no counterpart in SQLAlchemy; nothing of ours reads it by reflection.
pytestmark = pytest.mark.filterwarnings("ignore:Did not recognize type 'xid8'")

NEWEST = schema.expected("shared")


@pytest.fixture
def shared_engine(shared_database: str) -> Iterator[Engine]:
    """The driver alone, without what `Database` adds."""
    engine = create_engine(shared_database)
    yield engine
    engine.dispose()


def differences(connection: Connection, store: str) -> list[Any]:
    """What autogenerate would write; the live cursor's column is made by security/live.sql."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    found = compare_metadata(context, schema.METADATA[store])
    return [difference for difference in found if "xid" not in str(difference)]


def test_the_shared_schema_is_that_of_the_models(shared_engine: Engine) -> None:
    with shared_engine.connect() as connection:
        assert differences(connection, "shared") == []
        assert schema.revision(connection) == schema.expected("shared")


@pytest.mark.parametrize("store", ["shared", "workstation"])
def test_revisions_are_read_as_alembic_does(store: str) -> None:
    scripts = ScriptDirectory(str(migration_scripts(store)))
    newest_first = [script.revision for script in scripts.walk_revisions()]
    assert list(schema._revisions(store)) == newest_first[::-1]


def test_the_comparison_sees_a_missing_column(shared_engine: Engine) -> None:
    with shared_engine.begin() as connection:
        connection.execute(text("ALTER TABLE unmet_need DROP COLUMN what"))
        assert "what" in str(differences(connection, "shared"))


def test_the_workstation_schema_is_that_of_the_models(tmp_path: Path) -> None:
    store = open_workstation(tmp_path / "new" / "workstation.db")
    with store.engine.connect() as connection:
        assert differences(connection, "workstation") == []
    store.close()


def steps(engine: Engine, store: str) -> list[tuple[str, str]]:
    """The schema as rows: name and definition of tables, columns and indexes."""
    inspector = inspect(engine)
    found = []
    for table in inspector.get_table_names():
        columns = [(c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(table)]
        indexes = sorted(
            (i["name"], tuple(i["column_names"])) for i in inspector.get_indexes(table)
        )
        found.append((table, f"{columns} {indexes} {inspector.get_foreign_keys(table)}"))
    return sorted(found)


def move(engine: Engine, store: str, to: str) -> None:
    config = schema._config(store)
    with engine.begin() as connection:
        config.attributes |= {"connection": connection, "metadata": schema.METADATA[store]}
        (command.downgrade if to == "base" else command.upgrade)(config, to)


@pytest.mark.parametrize("store", ["shared", "workstation"])
def test_down_and_up_again_leaves_the_sqlite_schema_as_it_was(store: str, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'one.db'}")
    move(engine, store, "head")
    before = steps(engine, store)
    assert len(before) > 2
    move(engine, store, "base")
    assert [table for table, _ in steps(engine, store)] == ["alembic_version"]
    move(engine, store, "head")
    assert steps(engine, store) == before
    engine.dispose()


def test_down_and_up_again_leaves_the_server_schema_as_it_was(postgresql_database: str) -> None:
    engine = create_engine(postgresql_database)
    before = steps(engine, "shared")
    move(engine, "shared", "base")
    assert [table for table, _ in steps(engine, "shared")] == ["alembic_version"]
    schema.upgrade(engine, "shared")
    assert steps(engine, "shared") == before
    engine.dispose()


def test_making_a_database_twice_changes_nothing(shared_database: str) -> None:
    database.create(shared_database)
    opened = database.open_shared(shared_database)
    with opened.transaction() as session:
        assert session.execute(text("SELECT count(*) FROM command")).scalar_one() == 0
    opened.close()


def test_an_empty_server_database_is_brought_to_the_head(postgresql_server: Server) -> None:
    name = f"empty_{uuid4().hex}"
    url = postgresql_server.create_database(name)
    try:
        with pytest.raises(SchemaMismatch, match="holds no schema"):
            database.open_shared(url)
        database.create(url)
        database.open_shared(url).close()
    finally:
        postgresql_server.drop_database(name)


def test_the_guards_list_the_tables_of_facts() -> None:
    guards = (migration_scripts("shared", "security") / "append_only.sql").read_text("utf-8")
    listed = re.search(r"ARRAY\[(.*?)\]", guards, re.DOTALL)
    assert listed
    assert sorted(re.findall(r"'(\w+)'", listed[1])) == sorted(fact_tables())
    assert "disposition" in fact_tables()
    assert "person" not in fact_tables()


SAMPLES = {
    "UUID": uuid4,
    "datetime": lambda: datetime(2026, 3, 2, tzinfo=UTC),
    "date": lambda: date(2026, 3, 2),
    "str": lambda: "x",
    "int": lambda: 1,
    "bool": lambda: False,
    "dict": dict,
    "list": list,
    "frozenset": frozenset,
}


def fill(connection: Connection, name: str) -> None:
    """One row of a table, with the rows that it stands on."""
    table = Shared.metadata.tables[name]
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.nullable:
            continue
        parent = next((key.column.table for key in column.foreign_keys), None)
        if parent is not None:
            if connection.execute(select(parent).limit(1)).first() is None:
                fill(connection, parent.name)
            key = next(key.column for key in column.foreign_keys)
            row[column.name] = connection.execute(select(key).limit(1)).scalar_one()
        else:
            row[column.name] = sample(column.type)
    connection.execute(insert(table).values(row))


def sample(kind: Any) -> Any:
    name = type(kind).__name__
    known = {"UtcTime": "datetime", "Json": "dict", "Labels": "frozenset", "Key": "str"}
    return SAMPLES[known.get(name) or kind.python_type.__name__]()


def fill_all(url: str) -> Engine:
    engine = database.open_shared(url).engine
    with engine.begin() as connection:
        for name in fact_tables():
            if connection.execute(select(Shared.metadata.tables[name]).limit(1)).first() is None:
                fill(connection, name)
    return engine


@pytest.fixture
def filled(shared_database: str) -> Iterator[Engine]:
    """A shared database with a row in every table of facts."""
    engine = fill_all(shared_database)
    yield engine
    engine.dispose()


def test_no_fact_can_be_changed_or_deleted(filled: Engine) -> None:
    kept = []
    for name in fact_tables():
        column = Shared.metadata.tables[name].columns.keys()[0]
        statements = [f'UPDATE "{name}" SET {column} = {column}', f'DELETE FROM "{name}"']
        if filled.dialect.name == "postgresql":
            statements.append(f'TRUNCATE "{name}" CASCADE')
        for statement in statements:
            with pytest.raises(DBAPIError) as refused, filled.begin() as connection:
                connection.execute(text(statement))
            kept.append(refused.value)
    # The server names the code alone, see `engine._hide_details`.
    assert all(re.search("facts are appended|23001", str(error)) for error in kept)
    assert len(kept) >= 2 * len(fact_tables())


def test_a_fact_is_not_replaced_either(sqlite_database: str) -> None:
    opened = database.open_shared(sqlite_database)
    with opened.engine.begin() as connection:
        fill(connection, "command")
    with pytest.raises(DBAPIError, match="facts are appended"), opened.engine.begin() as connection:
        connection.execute(text("INSERT OR REPLACE INTO command SELECT * FROM command"))
    opened.close()


def test_a_record_can_be_changed(filled: Engine) -> None:
    with filled.begin() as connection:
        assert connection.execute(text("UPDATE person SET name = 'other'")).rowcount


def set_revision(file: Path, revision: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [revision])
        connection.commit()


@pytest.fixture
def file(sqlite_database: str) -> Path:
    return Path(sqlite_database.removeprefix("sqlite:///"))


def test_a_newer_database_asks_for_a_newer_console(sqlite_database: str, file: Path) -> None:
    set_revision(file, "9999")
    with pytest.raises(SchemaMismatch, match="newer than this program"):
        database.open_shared(sqlite_database)
    with pytest.raises(SchemaMismatch, match="newer than this program"):
        database.create(sqlite_database)


def test_a_newer_workstation_store_is_left_alone(tmp_path: Path) -> None:
    store = tmp_path / "workstation.db"
    open_workstation(store).close()
    set_revision(store, "9999")
    with pytest.raises(SchemaMismatch, match="newer"):
        open_workstation(store)


def test_a_newer_server_asks_for_a_newer_console(postgresql_database: str) -> None:
    engine = create_engine(postgresql_database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(SchemaMismatch, match="newer than this program"):
        database.open_shared(postgresql_database)


NEWEST = schema.expected("shared")
SECOND = '''
"""A next revision: two tables made anew, as SQLite must, though others point to them."""
from alembic import op
import sqlalchemy as sa
revision = "next"
down_revision = "{newest}"
def upgrade():
    with op.batch_alter_table("person", recreate="always") as table:
        table.add_column(sa.Column("later", sa.String()))
    with op.batch_alter_table("command", recreate="always") as table:
        table.add_column(sa.Column("later", sa.String()))
def downgrade():
    pass
'''


@pytest.fixture
def a_next_revision(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """The program as if it had one revision more, which makes tables anew."""
    assert sqlite_template.exists()  # made by the revisions that there are
    scripts = tmp_path / "scripts"
    (scripts / "versions").mkdir(parents=True)
    for source in [
        migration_scripts("shared") / "env.py",
        *migration_scripts("shared", "versions").glob("*.py"),
    ]:
        target = scripts / source.relative_to(migration_scripts("shared"))
        target.write_text(source.read_text("utf-8"), "utf-8")
    next_one = SECOND.format(newest=schema.expected("shared"))
    (scripts / "versions" / "next_one.py").write_text(next_one, "utf-8")
    monkeypatch.setattr(schema, "migration_scripts", lambda *parts: scripts.joinpath(*parts[1:]))
    schema._revisions.cache_clear()
    yield
    monkeypatch.undo()
    schema._revisions.cache_clear()


@pytest.mark.usefixtures("a_next_revision")
def test_an_older_database_is_refused_until_an_administrator_upgrades_it(
    sqlite_database: str,
) -> None:
    with pytest.raises(SchemaMismatch, match="database upgrade"):
        database.open_shared(sqlite_database)


@pytest.mark.usefixtures("a_next_revision")
def test_a_file_is_copied_with_all_its_content_before_an_upgrade(
    sqlite_database: str, file: Path
) -> None:
    with closing(sqlite3.connect(file)) as held_open:
        held_open.execute("PRAGMA journal_mode=WAL")
        held_open.execute("INSERT INTO team VALUES ('a', 'A team')")
        held_open.commit()  # this lies in the write-ahead log now, not in the file
        database.create(sqlite_database)
    copy = file.with_name(f"shared.before-{NEWEST}.sqlite")
    with closing(sqlite3.connect(copy)) as copied:
        assert copied.execute("SELECT name FROM team").fetchall() == [("A team",)]
        assert copied.execute("SELECT version_num FROM alembic_version").fetchall() == [(NEWEST,)]
    assert [path.name for path in file.parent.glob("*.unfinished*")] == []


def test_tables_made_anew_keep_their_rows_and_guards(
    sqlite_database: str, request: pytest.FixtureRequest
) -> None:
    filled = fill_all(sqlite_database)
    request.getfixturevalue("a_next_revision")
    schema.upgrade(filled, "shared")
    with filled.connect() as connection:
        for name in fact_tables():
            assert connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() == 1
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
    with pytest.raises(DBAPIError, match="facts are appended"), filled.begin() as connection:
        connection.execute(text("DELETE FROM command"))
    filled.dispose()


@pytest.mark.usefixtures("a_next_revision")
def test_without_a_copy_there_is_no_upgrade(sqlite_database: str, file: Path) -> None:
    (file.parent / f"shared.before-{NEWEST}.sqlite").mkdir()
    with pytest.raises(EnvironmentFault, match="left as it is"):
        database.create(sqlite_database)
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    assert found == [(NEWEST,)]
