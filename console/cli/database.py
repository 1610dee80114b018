"""`database`: making, upgrading, checking and rebuilding the shared database."""

import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from console.cli.output import AsJson, failing, report, say
from console.errors import BadInput
from console.models.terms import Label, Role
from console.settings import Settings

if TYPE_CHECKING:
    from console.services.maintenance import Condition
    from console.services.staffing import Granted


def register(app: typer.Typer) -> None:
    room = typer.Typer(help="The shared database.", no_args_is_help=True, rich_markup_mode=None)
    room.command()(create)
    room.command()(upgrade)
    room.command()(check)
    room.command()(rebuild)
    room.command()(grant)
    room.command()(unusual)
    app.add_typer(room, name="database")


def create(context: typer.Context, as_json: AsJson = False) -> None:
    """Makes the schema and publishes the shipped playbooks, scripts, content, codes and rules."""
    from console.services import maintenance

    with failing(context.obj.profile):
        _report(maintenance.bring_up(context.obj.database, _secret(context.obj)), as_json)


def upgrade(context: typer.Context, as_json: AsJson = False) -> None:
    """Brings the schema up to this release; does nothing when it is."""
    create(context, as_json)


def check(context: typer.Context, as_json: AsJson = False) -> None:
    """Compares the database with what this release expects."""
    from console.services import maintenance

    with failing(context.obj.profile):
        _report(maintenance.check(context.obj.database, _secret(context.obj)), as_json)


def rebuild(context: typer.Context, as_json: AsJson = False) -> None:
    """Makes what is derived anew: search keys, journey states."""
    from console.services import maintenance

    with failing(context.obj.profile):
        _report(maintenance.rebuild(context.obj.database, _secret(context.obj)), as_json)


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
        with closing(open_shared(settings.database, _secret(settings))) as database:
            if deactivate:
                done = staffing.deactivate(database, login)
            else:
                asks = not (no_password or settings.embedded)
                password = _new_password(password_file, login) if asks else None
                if role is GrantedRole.WORKER:
                    staffing.make_worker(database, login, password)
                    done = None
                else:
                    given = staffing.Grant(
                        login=login,
                        role=_ROLES[role] if role else None,
                        name=name,
                        team=team,
                        sees=_labels(sees),
                        password=password,
                    )
                    done = staffing.grant(database, given)
        revision = schema.expected("shared")
        document = {"revision": revision, "expected": revision, "ok": True, "problems": []}
        report(document | _of(login, done), [_told(login, done)], as_json)


_ROLES = {
    GrantedRole.REP: Role.REP,
    GrantedRole.SUPERVISOR: Role.SUPERVISOR,
    GrantedRole.ADMIN: Role.ADMINISTRATOR,
}


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
    from datetime import UTC, datetime, timedelta

    from console.services.database import open_shared
    from console.services.oversight import unusual_access

    settings: Settings = context.obj
    with failing(settings.profile):
        since = datetime.now(UTC) - timedelta(days=days)
        with closing(open_shared(settings.database, _secret(settings))) as database:
            found = unusual_access(database, since)
        lines = [f"{one.at:%Y-%m-%d %H:%M} {one.login} {one.why} {one.detail}" for one in found]
        report({"unusual": found}, lines, as_json)


def _report(found: "Condition", as_json: bool) -> None:
    document = {name: getattr(found, name) for name in found.__dataclass_fields__}
    report(document, [f"Revision {found.revision}, expected {found.expected}."], as_json)
    for problem in found.problems:
        say(problem)
    if not found.ok:
        raise typer.Exit(1)


def _secret(settings: Settings) -> str | None:
    from console.services import sign_in

    return None if settings.embedded else sign_in.kept_password(settings)
