"""Secrets in the operating system's keyring, and in no file of ours.

Only keyrings that an operating system guards are used; others (plain files, one that forgets) say
"kept" as well. Each call runs on a thread of its own with a deadline: a locked one may wait for its
owner without end.
"""

import base64
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as DeadlineExceeded
from threading import Thread

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError

from console.errors import EnvironmentFault
from console.settings import APPLICATION

DEADLINE = 5.0
"""Seconds."""

TRUSTED = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
)
NONE_TRUSTED = (
    "This computer has no keyring that keeps passwords safe (Credential Manager, Keychain, GNOME "
    "Keyring or KWallet), so nothing was kept. You will be asked again at the next start."
)
LOCKED = "The keyring of this computer is locked. Unlock it, or type your password here."
SILENT = (
    "The keyring of this computer does not answer. Unlock it and try again; nothing was changed."
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
    """The password kept for `login` at `host`; None when none is kept or no keyring is trusted.

    Without one, libpq's own ways (PGPASSFILE, certificates, Kerberos) still apply. Raises
    EnvironmentFault when the keyring is locked or does not answer.
    """
    return read(service_name(host), login)


def keep_password(host: str, login: str, secret: str) -> None:
    keep(service_name(host), login, secret)


def forget_password(host: str, login: str) -> None:
    forget(service_name(host), login)


def read(service: str, name: str) -> str | None:
    """A secret; None when there is none or no trusted keyring."""

    def ask(ring: KeyringBackend) -> str | None:
        secret: str | None = ring.get_password(service, name)
        return secret

    return _asked(ask)


def keep(service: str, name: str, secret: str) -> None:
    """Keeps a secret and reads it back, since some keyrings only say that they kept it."""

    def ask(ring: KeyringBackend) -> str | None:
        ring.set_password(service, name, secret)
        kept: str | None = ring.get_password(service, name)
        return kept

    if _asked(ask) != secret:
        raise EnvironmentFault(NONE_TRUSTED)


def forget(service: str, name: str) -> None:
    """Removes a secret; none there is no fault."""

    def ask(ring: KeyringBackend) -> None:
        try:
            ring.delete_password(service, name)
        except PasswordDeleteError:
            if ring.get_password(service, name) is not None:
                raise

    _asked(ask)


def desk_key(file: str) -> bytes | None:
    """The key of a workstation file; None when the keyring has none.

    Raises NoKeyring without a trusted one, EnvironmentFault when it is locked or does not answer.
    """

    def ask(ring: KeyringBackend) -> str | None:
        kept: str | None = ring.get_password(DESK_KEYS, file)
        return kept

    kept = _asked_for_a_desk(ask)
    return base64.b64decode(kept) if kept else None


def keep_desk_key(file: str, key: bytes) -> None:
    """Keeps the key and reads it back. Raises as `desk_key`; NoKeyring when it was not kept."""

    def ask(ring: KeyringBackend) -> None:
        ring.set_password(DESK_KEYS, file, base64.b64encode(key).decode())

    _asked_for_a_desk(ask)
    if desk_key(file) != key:
        raise NoKeyring


def _asked_for_a_desk(ask: Callable[[KeyringBackend], str | None]) -> str | None:
    """A desk must know whether there is no keyring, or one that may have its key."""

    def work() -> str | None:
        ring = _trusted()
        if ring is None:
            raise NoKeyring
        return ask(ring)

    try:
        return _with_deadline(work)
    except InitError:
        raise NoKeyring from None
    except KeyringError:
        raise EnvironmentFault(KEY_LOCKED) from None


def _asked(ask: Callable[[KeyringBackend], str | None]) -> str | None:
    def work() -> str | None:
        ring = _trusted()
        return ask(ring) if ring is not None else None

    try:
        return _with_deadline(work)
    except KeyringLocked:
        raise EnvironmentFault(LOCKED) from None
    except KeyringError:
        return None


def _trusted() -> KeyringBackend | None:
    """The keyring in use, or the first trusted one of several in a chain."""
    found: KeyringBackend = keyring.get_keyring()
    rings: list[KeyringBackend] = getattr(found, "backends", None) or [found]
    for ring in rings:
        if type(ring).__module__ in TRUSTED:
            return ring
    return None


def _with_deadline(work: Callable[[], str | None]) -> str | None:
    """On a thread that ends with the process: a pool's would be waited for, however long."""
    answer: Future[str | None] = Future()

    def run() -> None:
        try:
            answer.set_result(work())
        except BaseException as error:
            answer.set_exception(error)

    Thread(target=run, name="keyring", daemon=True).start()
    try:
        return answer.result(DEADLINE)
    except DeadlineExceeded:
        raise EnvironmentFault(SILENT) from None
