"""Putting the rights on a server in place, and finding where they are not as declared."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from console.models.metadata import Shared
from console.models.rights import EVERYBODY, FUNCTIONS, OWNER, RIGHTS, Policy, Rights

Granted = tuple[str, str | None, str, str]
"""Table, column or None for the whole table, role, right."""

OWN = """
SELECT c.relname, a.attname, g.grantee::regrole::text, g.privilege_type
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
CROSS JOIN LATERAL aclexplode(a.attacl) AS g
WHERE c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped
UNION ALL
SELECT c.relname, NULL, CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END,
    g.privilege_type
FROM pg_catalog.pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS g
WHERE c.relnamespace = 'public'::regnamespace AND g.grantee <> c.relowner
"""
POLICIES = """
SELECT c.relname, c.relrowsecurity, p.policyname, p.cmd, array_to_string(p.roles, ' ') AS roles
FROM pg_catalog.pg_class c
LEFT JOIN pg_catalog.pg_policies p ON p.schemaname = 'public' AND p.tablename = c.relname
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
"""
OLD = "SELECT tablename, policyname FROM pg_catalog.pg_policies WHERE schemaname = 'public'"
DEFINERS = """
SELECT p.proname, p.prosecdef,
    coalesce(array_to_string(p.proconfig, ' '), '') ~ 'search_path=pg_catalog, pg_temp' AS fixed,
    EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS g
        WHERE g.grantee = 0) AS open
FROM pg_catalog.pg_proc p WHERE p.pronamespace = 'public'::regnamespace
"""
OPEN_TO_ALL = """
SELECT 'database' FROM pg_catalog.pg_database d, aclexplode(coalesce(d.datacl,
    acldefault('d', d.datdba))) AS g WHERE d.datname = current_database() AND g.grantee = 0
UNION
SELECT 'schema public' FROM pg_catalog.pg_namespace n, aclexplode(coalesce(n.nspacl,
    acldefault('n', n.nspowner))) AS g WHERE n.nspname = 'public' AND g.grantee = 0
"""
HANDED_OVER = """
DO $$
DECLARE
    thing record;
BEGIN
    IF NOT pg_has_role(current_user, 'ec_owner', 'MEMBER') THEN
        EXECUTE 'GRANT ec_owner TO CURRENT_USER';
    END IF;
    FOR thing IN
        SELECT format('%s %s', CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW'
            ELSE 'TABLE' END, oid::regclass) AS name
        FROM pg_catalog.pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
        AND relowner <> 'ec_owner'::regrole
        UNION ALL
        SELECT format('FUNCTION %s', oid::regprocedure) FROM pg_catalog.pg_proc
        WHERE pronamespace = 'public'::regnamespace AND proowner <> 'ec_owner'::regrole
    LOOP
        EXECUTE format('ALTER %s OWNER TO ec_owner', thing.name);
    END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
    NULL; -- whoever connects goes on owning it, which the policies do not mind
END
$$
"""


def put(connection: Connection) -> None:
    """Everything of the owner's, nothing for PUBLIC, and for the groups what is declared."""
    put_on_database(connection)
    groups = ", ".join(EVERYBODY)
    _run(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC")
    _run(connection, f"GRANT USAGE ON SCHEMA public TO {groups}")
    _run(connection, f"GRANT USAGE, CREATE ON SCHEMA public TO {OWNER}")
    _run(connection, HANDED_OVER)
    for table, policy in connection.execute(text(OLD)).all():
        _run(connection, f'DROP POLICY "{policy}" ON public."{table}"')
    for table, rights in RIGHTS.items():
        for statement in _statements(table, rights):
            _run(connection, statement)
    _put_functions(connection)


def put_on_database(connection: Connection) -> None:
    """Who may connect: the one thing that a copy made on the server does not take along."""
    database = connection.dialect.identifier_preparer.quote(str(connection.engine.url.database))
    _run(connection, f"REVOKE ALL ON DATABASE {database} FROM PUBLIC")
    _run(connection, f"GRANT CONNECT ON DATABASE {database} TO {', '.join(EVERYBODY)}")


def problems(connection: Connection) -> list[str]:
    """A sentence for each thing that is not as declared; nothing when all is."""
    found = [*_granted_otherwise(connection), *_other_policies(connection)]
    for row in connection.execute(text(DEFINERS)):
        if row.prosecdef and not row.fixed:
            found.append(f"The function {row.proname} has no fixed search_path.")
        if row.open:
            found.append(f"Everybody may call the function {row.proname}.")
    for row in connection.execute(text(OPEN_TO_ALL)):
        found.append(f"The {row[0]} is open to every login of the server.")
    return [f"{sentence} Put it right with: database upgrade" for sentence in found]


def _run(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement.replace("%", "%%"))


def _put_functions(connection: Connection) -> None:
    """No function is everybody's; those declared are for their groups alone."""
    _run(connection, "REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC")
    _run(connection, "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC")
    there = text("SELECT oid::regprocedure::text, proname FROM pg_catalog.pg_proc "
                 "WHERE pronamespace = 'public'::regnamespace")  # fmt: skip
    for signature, name in connection.execute(there).all():
        if name not in FUNCTIONS:
            continue
        _run(connection, f"REVOKE ALL ON FUNCTION {signature} FROM {', '.join(EVERYBODY)}")
        if FUNCTIONS[name]:
            _run(
                connection, f"GRANT EXECUTE ON FUNCTION {signature} TO {', '.join(FUNCTIONS[name])}"
            )


def _statements(table: str, rights: Rights) -> Iterator[str]:
    name = f'public."{table}"'
    everybody = ", ".join(EVERYBODY)
    yield f"REVOKE ALL ON {name} FROM PUBLIC, {everybody}"
    for right, columns, group in _wanted_grants(table, rights):
        yield f"GRANT {right}{f' ({_listed(columns)})' if columns else ''} ON {name} TO {group}"
    if not rights.policies:
        return
    yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
    for policy, given in rights.policies.items():
        yield (
            f"CREATE POLICY {policy} ON {name} FOR {given.command} TO {_listed(given.groups)} "
            + (
                f"WITH CHECK ({given.rows})"
                if given.command == "INSERT"
                else f"USING ({given.rows})"
            )
        )


def _listed(names: Any) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _wanted_grants(table: str, rights: Rights) -> Iterator[tuple[str, list[str], str]]:
    """(right, columns or none for all, group): inserts by column, reads where some are unread."""
    known = Shared.metadata.tables.get(table)
    columns = [column.name for column in known.columns] if known is not None else []
    for group, granted in rights.grants.items():
        for right in granted.split():
            if right == "INSERT":
                yield right, columns, group
            elif right == "SELECT" and rights.unread and group not in ("ec_admin", "ec_worker"):
                readable = [*columns, *sorted(rights.server_made)]
                yield right, [one for one in readable if one not in rights.unread], group
            else:
                yield right, [], group


def _granted_otherwise(connection: Connection) -> Iterator[str]:
    wanted: set[Granted] = set()
    for table, rights in RIGHTS.items():
        for right, columns, group in _wanted_grants(table, rights):
            where: list[str | None] = [*columns] or [None]
            wanted |= {(table, column, str(group), right) for column in where}
    rows = connection.execute(text(OWN)).all()
    found: set[Granted] = {(row[0], row[1], row[2], row[3]) for row in rows if row[0] in RIGHTS}
    for table, _column, role, right in sorted(found - wanted, key=str):
        yield f"{role} has the right {right} on {table}, which is too much."
    for table, _column, role, right in sorted(wanted - found, key=str):
        yield f"{role} lacks the right {right} on {table}."


def _other_policies(connection: Connection) -> Iterator[str]:
    found: dict[str, dict[str, tuple[str, frozenset[str]]]] = {}
    secured: dict[str, bool] = {}
    for row in connection.execute(text(POLICIES)):
        secured[row.relname] = row.relrowsecurity
        policies = found.setdefault(row.relname, {})
        if row.policyname:
            policies[row.policyname] = row.cmd, frozenset(row.roles.split())
    for table in sorted(secured):
        if table not in RIGHTS:
            yield f"The table {table} has no declared rights."
            continue
        wanted = {name: _shape(policy) for name, policy in RIGHTS[table].policies.items()}
        if wanted and not secured[table]:
            yield f"The rows of {table} are not guarded by policies."
        for name in sorted(wanted.keys() - found[table].keys()):
            yield f"The policy {name} of {table} is missing."
        for name in sorted(found[table].keys() - wanted.keys()):
            yield f"The policy {name} of {table} is one too many."
        for name in sorted(wanted.keys() & found[table].keys()):
            if wanted[name] != found[table][name]:
                yield f"The policy {name} of {table} is for others than it should be."


def _shape(policy: Policy) -> tuple[str, frozenset[str]]:
    return policy.command, frozenset(policy.groups)
