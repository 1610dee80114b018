"""`database grant` and `database unusual`: people with their roles, and what they opened."""

import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from console.cli.output import AsJson, failing, report
from console.errors import BadInput
from console.models.terms import Label, Role
from console.settings import Settings

if TYPE_CHECKING:
    from console.services.database import Database
    from console.services.staffing import Grant, Granted


class GrantedRole(StrEnum):
    """The roles as one types them."""

    REP = "rep"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    WORKER = "worker"


def grant(
    context: typer.Context,
    login: Annotated[str, typer.Argument(metavar="LOGIN")],
    role: Annotated[GrantedRole | None, typer.Option("--role")] = None,
    name: Annotated[str | None, typer.Option("--name", help="As colleagues know it.")] = None,
    team: Annotated[str | None, typer.Option("--team", help="Made when there is none.")] = None,
    sees: Annotated[
        list[str] | None, typer.Option("--sees", metavar="LABEL", help="Or none; repeatable.")
    ] = None,
    deactivate: Annotated[bool, typer.Option("--deactivate", help="End it at once.")] = False,
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", metavar="FILE|-", help="Asked for, without it."),
    ] = None,
    no_password: Annotated[
        bool, typer.Option("--no-password", help="Signs in by Kerberos or certificate.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Gives a person a login and a role, changes or ends it; a password is never shown."""
    from console.services import schema, staffing
    from console.services.database import create, open_shared

    settings: Settings = context.obj
    with failing(settings.profile):
        if settings.embedded:
            create(settings.database)
        with closing(open_shared(settings.database, secret(settings))) as database:
            if deactivate:
                done: Granted | None = staffing.deactivate(database, login)
            else:
                asks = not (no_password or settings.embedded)
                password = _new_password(password_file, login) if asks else None
                known = _ROLES.get(role) if role else None
                given = staffing.Grant(
                    login=login, role=known, name=name, team=team, sees=_labels(sees),
                    password=password,
                )  # fmt: skip
                done = _given(database, given, is_worker=role is GrantedRole.WORKER)
        revision = schema.expected("shared")
        document = {"revision": revision, "expected": revision, "ok": True, "problems": []}
        report(document | _of(login, done), [_told(login, done)], as_json)


_ROLES = {
    GrantedRole.REP: Role.REP,
    GrantedRole.SUPERVISOR: Role.SUPERVISOR,
    GrantedRole.ADMIN: Role.ADMINISTRATOR,
}


def _given(database: "Database", given: "Grant", *, is_worker: bool) -> "Granted | None":
    from console.services import staffing

    if not is_worker:
        return staffing.grant(database, given)
    staffing.make_worker(database, given.login, given.password)
    return None


def _of(login: str, done: "Granted | None") -> dict[str, Any]:
    if done is None:
        return {"login": login, "role": "worker", "active": True}
    return {field: getattr(done, field) for field in done.__dataclass_fields__}


def _told(login: str, done: "Granted | None") -> str:
    if done is None:
        return f"{login} is the worker's login now."
    if not done.active:
        return f"{login} has no role any more; {done.ended} open sessions were closed."
    return f"{login} is {done.role} now, as {done.name}."


def _labels(words: list[str] | None) -> frozenset[Label] | None:
    if words is None:
        return None
    known = {label.value for label in Label}
    if unknown := set(words) - known - {"none"}:
        raise BadInput(f"{sorted(unknown)[0]} is no label. Known are: {', '.join(sorted(known))}.")
    return frozenset(Label(word) for word in words if word != "none")


def _new_password(file: Path | None, login: str) -> str | None:
    """From a file or standard input its first line; else asked for, where somebody can be asked."""
    if file is not None:
        try:
            text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise BadInput("The password file cannot be read.") from None
        return text.partition("\n")[0].rstrip("\r")
    if not sys.stdin.isatty():
        return None
    typed: str = typer.prompt(
        f"Password for {login} (empty leaves it as it is)",
        default="",
        show_default=False,
        hide_input=True,
        confirmation_prompt=True,
        err=True,
    )
    return typed or None


def unusual(
    context: typer.Context,
    days: Annotated[int, typer.Option("--days", min=1)] = 7,
    as_json: AsJson = False,
) -> None:
    """Lists who opened records that asks for a second look, and who broke the glass."""
    from console.services.database import open_shared
    from console.services.oversight import unusual_access

    settings: Settings = context.obj
    with failing(settings.profile):
        since = datetime.now(UTC) - timedelta(days=days)
        with closing(open_shared(settings.database, secret(settings))) as database:
            found = unusual_access(database, since)
        lines = [f"{one.at:%Y-%m-%d %H:%M} {one.login} {one.why} {one.detail}" for one in found]
        report({"unusual": found}, lines, as_json)


def secret(settings: Settings) -> str | None:
    """The password that the keyring keeps for the acting login, if any."""
    from console.services import sign_in

    return None if settings.embedded else sign_in.kept_password(settings)
