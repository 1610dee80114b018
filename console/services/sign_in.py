"""Signing in to a server: the password is tried, kept in the keyring on request, and changed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import psycopg
from sqlalchemy import URL

from console.errors import BadInput, EnvironmentFault, Refused, SchemaMismatch
from console.services import connecting, credentials
from console.services.connect_faults import Known
from console.services.database import Database, open_shared, shared_url
from console.services.transport import PASSWORD
from console.settings import Settings, center_file, embedded_file, joined_center, trusting

SHORTEST = 12
"""Characters; the server sees only a verifier, so it cannot ask for length."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who is signed in: settings with her login, and the password just typed.

    `note` says what did not go quite as wished, such as a keyring that kept nothing.
    """

    settings: Settings
    secret: str | None = field(repr=False)
    note: str = ""


def login_of(settings: Settings) -> str:
    return shared_url(settings.database).username or ""


def server_of(settings: Settings) -> str:
    """The server's name as a person knows it."""
    url = shared_url(settings.database)
    hosts = url.query.get("host", ())
    return url.host or (hosts if isinstance(hosts, str) else ", ".join(hosts)) or "localhost"


def asks_for_password(settings: Settings) -> bool:
    """Whether people sign in with a password, rather than by a ticket or a certificate alone."""
    return shared_url(settings.database).query.get("require_auth", PASSWORD) == PASSWORD


def take_seat(
    settings: Settings,
    login: str,
    password: str | None,
    *,
    keep: bool,
    known: Callable[[], Known] = connecting.nothing_known,
) -> Seat:
    """Signs in with what was typed; a database of another release is no reason against it.

    Raises SignInNeeded for a password that is not right, and Offline for whatever else is wrong.
    """
    url = shared_url(settings.database).set(username=login or None)
    seated = replace(settings, database=_written(url))
    prove(seated, password, known)
    return Seat(seated, password, _keep(seated, password) if keep and password else "")


def join(
    settings: Settings, address: str, ca: str, login: str, password: str | None, *, keep: bool
) -> Seat:
    """Signs in to a center whose address was typed, and opens it from the next start on.

    `ca` is the file of the organization's CA, or empty. Raises BadInput for an address that is
    none, and as `take_seat`.
    """
    seat = take_seat(replace(settings, database=center_at(address, ca)), login, password, keep=keep)
    try:
        center_file(settings.profile).write_text(seat.settings.database, encoding="utf-8")
    except OSError:
        note = "The address could not be kept. The next start asks for it again."
        return replace(seat, note=" ".join(filter(None, (seat.note, note))))
    return seat


def joined(settings: Settings) -> bool:
    """Whether this desk is at the center that somebody joined in its window."""
    kept = joined_center(settings.profile)
    return kept is not None and _anybodys(kept) == _anybodys(settings.database)


def leave(settings: Settings) -> Seat:
    """A seat at the desk's own database, which opens from the next start on, too.

    Raises EnvironmentFault when the address of the center cannot be removed.
    """
    try:
        center_file(settings.profile).unlink(missing_ok=True)
    except OSError:
        raise EnvironmentFault(
            "The address of the center cannot be removed from the profile folder. Nothing was "
            "changed; tell your administrator."
        ) from None
    return Seat(replace(settings, database=embedded_file(settings.profile), login=None), None)


def center_at(address: str, ca: str) -> str:
    """The URL of a server written as HOST/NAME, as HOST:PORT/NAME or whole."""
    typed = address.strip()
    whole = typed if "://" in typed else f"postgresql://{typed}"
    url = shared_url(trusting(whole, ca.strip()))
    if url.get_backend_name() != "postgresql" or not url.database or not (url.host or url.query):
        raise BadInput("Write the address as HOST/NAME, as your administrator gave it.")
    return _written(url)


def prove(
    settings: Settings,
    password: str | None,
    known: Callable[[], Known] = connecting.nothing_known,
) -> None:
    """A connect with this password, or with none; raises as `take_seat`."""
    database = open_shared(settings.database, password, lazily=True, known=known)
    try:
        database.check()
    except SchemaMismatch:
        pass  # the center's first use says so, in the window
    finally:
        database.close()


def change_password(settings: Settings, old: str, new: str, *, keep: bool) -> Seat:
    """Changes the password on the server, which sees no more of it than a verifier (SCRAM).

    The old one is given up only when a connect with the new one has worked. Raises Refused for a
    new one that is too short or the old one again, SignInNeeded when the old one is not right.
    """
    if len(new) < SHORTEST:
        raise Refused(f"The new password needs {SHORTEST} characters or more. Nothing was changed.")
    if new == old:
        raise Refused("The new password is the old one. Nothing was changed.")
    database = open_shared(settings.database, old, lazily=True)
    try:
        _change(database, new)
    finally:
        database.close()
    prove(settings, new)
    return Seat(settings, new, _keep(settings, new) if keep else "")


def _change(database: Database, new: str) -> None:
    with database.transaction(writes=False) as session:
        raw = session.connection().connection.driver_connection
        server = raw.pgconn  # type: ignore[union-attr]  # psycopg's, by the engine's URL
        try:
            server.change_password(server.user, new.encode())
        except psycopg.Error:
            raise Refused(
                "The server did not change the password. The old one is still good."
            ) from None


def kept_password(settings: Settings) -> str | None:
    """What the keyring has for this login; raises EnvironmentFault when it can't be asked."""
    login = login_of(settings)
    return credentials.password(server_of(settings), login) if login else None


def forget_password(settings: Settings) -> None:
    credentials.forget_password(server_of(settings), login_of(settings))


def _keep(settings: Settings, password: str) -> str:
    try:
        credentials.keep_password(server_of(settings), login_of(settings), password)
    except EnvironmentFault as fault:
        return fault.message
    return ""


def _anybodys(address: str) -> URL:
    return shared_url(address).set(username=None, password=None)


def _written(url: URL) -> str:
    return url.set(password=None).render_as_string(hide_password=False)
