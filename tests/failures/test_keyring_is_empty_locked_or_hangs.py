"""The keyring fails in its own ways: clear words within the deadline, and nothing is lost."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked

from console.errors import EnvironmentFault
from console.services import credentials
from console.services.center import Center
from console.settings import Settings
from tests.conftest import MemoryKeyring

HOST, LOGIN = "db.example.org", "alice"


pytestmark = pytest.mark.usefixtures("trusted_keyring")


class Locked(MemoryKeyring):
    __module__ = MemoryKeyring.__module__  # trusted as well

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("Failed to unlock the collection!")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("Failed to unlock the collection!")


class Hanging(MemoryKeyring):
    """Waits for its owner until the test lets it go."""

    __module__ = MemoryKeyring.__module__

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.let_go.wait()
        return None

    set_password = get_password  # type: ignore[assignment]


class Forgetful(MemoryKeyring):
    __module__ = MemoryKeyring.__module__

    def set_password(self, service: str, username: str, password: str) -> None:
        """Says that it kept the secret."""


class PlainFile(KeyringBackend):
    """Like the file back ends of keyrings.alt: anybody may read what it keeps."""

    priority = 9  # type: ignore[assignment]
    __module__ = "keyrings.alt.file"

    def get_password(self, service: str, username: str) -> str | None:
        raise AssertionError("an untrusted keyring was asked")

    set_password = delete_password = get_password  # type: ignore[assignment]


def test_what_is_kept_is_given_back_and_forgotten_on_request() -> None:
    assert credentials.password(HOST, LOGIN) is None
    credentials.keep_password(HOST, LOGIN, "secret")
    assert credentials.password(HOST, LOGIN) == "secret"
    assert credentials.password("db2.example.org", LOGIN) is None
    credentials.forget_password(HOST, LOGIN)
    credentials.forget_password(HOST, LOGIN)
    assert credentials.password(HOST, LOGIN) is None


@pytest.mark.parametrize("ring", [fail.Keyring, null.Keyring, PlainFile])
def test_an_untrusted_keyring_keeps_nothing_and_is_told_so(
    ring: Callable[[], KeyringBackend],
) -> None:
    keyring.set_keyring(ring())
    assert credentials.password(HOST, LOGIN) is None
    with pytest.raises(EnvironmentFault, match="no keyring that keeps passwords safe"):
        credentials.keep_password(HOST, LOGIN, "secret")


def test_one_that_only_says_that_it_kept_a_secret_is_found_out() -> None:
    keyring.set_keyring(Forgetful())
    with pytest.raises(EnvironmentFault, match="nothing was kept"):
        credentials.keep_password(HOST, LOGIN, "secret")


def test_of_a_chain_only_the_trusted_keyring_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    chain, ours = chainer.ChainerBackend(), MemoryKeyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [PlainFile(), ours])
    keyring.set_keyring(chain)
    credentials.keep_password(HOST, LOGIN, "secret")
    assert ours.get_password(credentials.service_name(HOST), LOGIN) == "secret"


def test_a_locked_keyring_says_so() -> None:
    keyring.set_keyring(Locked())
    with pytest.raises(EnvironmentFault, match="is locked"):
        credentials.password(HOST, LOGIN)
    with pytest.raises(EnvironmentFault, match="is locked"):
        credentials.keep_password(HOST, LOGIN, "secret")


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(credentials, "DEADLINE", 0.05)
    ring = Hanging()
    keyring.set_keyring(ring)
    yield ring
    ring.let_go.set()


def test_a_keyring_that_hangs_is_given_up_after_the_deadline(hanging: Hanging) -> None:
    assert credentials.DEADLINE <= 5
    with pytest.raises(EnvironmentFault, match="does not answer"):
        credentials.password(HOST, LOGIN)


@pytest.mark.parametrize("kind", [Locked, Hanging])
def test_a_desk_whose_key_may_be_in_it_waits_for_it_and_touches_nothing(
    kind: type[MemoryKeyring], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(credentials, "DEADLINE", 0.05)
    ring = kind()
    keyring.set_keyring(ring)
    settings = Settings(profile=tmp_path, database="postgresql://alice@no-such.invalid/center")
    with pytest.raises(EnvironmentFault, match="keyring"):
        Center(settings)
    if isinstance(ring, Hanging):
        ring.let_go.set()
    keyring.set_keyring(MemoryKeyring())
    with Center(settings) as center:
        assert center.outbox.counts().pending == 0


STORY = """
import keyring
from console.services import credentials
print(type(keyring.get_keyring()).__module__)
credentials.keep_password("db.example.org", "alice", "pass phrase \\u00fc " + "x" * 200)
print(credentials.password("db.example.org", "alice") == "pass phrase \\u00fc " + "x" * 200)
credentials.forget_password("db.example.org", "alice")
print(credentials.password("db.example.org", "alice"))
"""


def test_the_real_gnome_keyring_keeps_a_password(tmp_path: Path) -> None:
    missing = [n for n in ("dbus-run-session", "gnome-keyring-daemon") if not shutil.which(n)]
    if missing:
        pytest.skip(f"not installed here: {', '.join(missing)}")
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DBUS", "PYTHON_KEYRING"))}
    environment = {**kept, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(runtime),
                   "XDG_DATA_HOME": str(tmp_path / "data")}  # fmt: skip
    unlock = "printf open | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
    told = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", f'{unlock} && "$0" -c "$1"', sys.executable, STORY],
        env=environment, cwd=Path.cwd(), capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert told.stdout.split() == ["keyring.backends.SecretService", "True", "None"], told.stderr
