"""The password of a server's login, from the operating system's keyring and no file of ours."""

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as DeadlineExceeded
from threading import Thread

import keyring
from keyring.errors import KeyringError

from console.errors import EnvironmentFault
from console.settings import APPLICATION

DEADLINE = 5.0
"""Seconds; a locked collection can wait for its owner without end."""


def service_name(host: str) -> str:
    return f"{APPLICATION}:{host}"


def password(host: str, login: str) -> str | None:
    """The password kept for `login` at `host`; None when none is kept or no keyring is there.

    Without one, libpq's own ways (PGPASSFILE, certificates, Kerberos) still apply.
    """
    try:
        return _with_deadline(keyring.get_password, service_name(host), login)
    except KeyringError:
        return None


def keep_password(host: str, login: str, secret: str) -> None:
    """Keeps a password and reads it back, since some keyrings only say that they kept it."""
    name = service_name(host)
    try:
        _with_deadline(keyring.set_password, name, login, secret)
        kept = _with_deadline(keyring.get_password, name, login)
    except KeyringError:
        kept = None
    if kept != secret:
        raise EnvironmentFault(
            "This computer's keyring did not keep the password. Unlock or install one "
            "(Keychain, Credential Manager, GNOME Keyring, KWallet) and try again."
        )


def _with_deadline(function: Callable[..., str | None], *arguments: str) -> str | None:
    """On a thread that ends with the process: a pool's would be waited for, however long."""
    answer: Future[str | None] = Future()

    def ask() -> None:
        try:
            answer.set_result(function(*arguments))
        except BaseException as error:
            answer.set_exception(error)

    Thread(target=ask, name="keyring", daemon=True).start()
    try:
        return answer.result(DEADLINE)
    except DeadlineExceeded:
        raise EnvironmentFault("The keyring does not answer. Unlock it and try again.") from None
