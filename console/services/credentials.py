"""The password of a server's login, from the operating system's keyring and no file of ours."""

import base64
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as DeadlineExceeded
from threading import Thread

import keyring
from keyring.errors import InitError, KeyringError

from console.errors import EnvironmentFault
from console.settings import APPLICATION

DEADLINE = 5.0
"""Seconds; a locked collection can wait for its owner without end."""

TRUSTED = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
)

DESK_KEYS = f"{APPLICATION}:desk"
KEY_LOCKED = (
    "The keyring that holds this desk's key is locked. Unlock it and start again; what was logged "
    "is safe in the profile."
)


class NoKeyring(Exception):
    """No keyring that an operating system guards is to be had here."""


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


def desk_key(file: str) -> bytes | None:
    """The key of a workstation file; None when the keyring has none.

    Raises NoKeyring without a trusted one, EnvironmentFault when it is locked or does not answer.
    """
    _require_trusted()
    try:
        kept = _with_deadline(keyring.get_password, DESK_KEYS, file)
    except InitError:
        raise NoKeyring from None
    except KeyringError:
        raise EnvironmentFault(KEY_LOCKED) from None
    return base64.b64decode(kept) if kept else None


def keep_desk_key(file: str, key: bytes) -> None:
    """Keeps the key and reads it back. Raises as `desk_key`; NoKeyring when it was not kept."""
    _require_trusted()
    try:
        _with_deadline(keyring.set_password, DESK_KEYS, file, base64.b64encode(key).decode())
    except InitError:
        raise NoKeyring from None
    except KeyringError:
        raise EnvironmentFault(KEY_LOCKED) from None
    if desk_key(file) != key:
        raise NoKeyring


def _require_trusted() -> None:
    found = keyring.get_keyring()
    members = getattr(found, "backends", None) or [found]  # a chain asks one after the other
    if not all(type(member).__module__.startswith(TRUSTED) for member in members):
        raise NoKeyring


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
