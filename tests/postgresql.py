"""Throw-away PostgreSQL clusters that the tests start and stop themselves, as root too."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import psycopg
from filelock import FileLock
from psycopg import sql

RUN_FOLDER = "ENGAGEMENT_TEST_FOLDER"
"""Names the folder of a test run, while one is on."""
MISSING = "PostgreSQL's server programs (initdb, pg_ctl) were not found; ./dev setup installs them"

HowToStop = Literal["fast", "immediate"]

SMALL_AND_FAST = {
    "shared_buffers": "32MB",
    "max_connections": "100",
    "timezone": "UTC",
    "log_line_prefix": "%m [%p] %u@%d ",
}
UNSAFE_BUT_FASTER = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


# A line means that the server was stopped in order; no line, that whoever started it is gone.
WATCH = 'read -r _ && exit; "$0" stop -s -D "$1" -m immediate; rm -rf "$2"'


class ClusterError(Exception):
    """A cluster could not be made or started; the text carries what PostgreSQL said."""


def find_binaries() -> Path | None:
    """The folder with initdb, pg_ctl and postgres, from PATH or where packages put it."""
    if sys.platform == "win32":  # the clusters here need Unix sockets and `sh`
        return None
    return next((folder for folder in _candidates() if (folder / "initdb").exists()), None)


def _candidates() -> list[Path]:
    found = [Path(on_path).resolve().parent for on_path in [shutil.which("initdb")] if on_path]
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True)
        found.append(Path(answer.stdout.strip() or "/nonexistent"))
    found += _newest_first(Path("/usr/lib/postgresql").glob("*/bin"))
    for homebrew in ("/opt/homebrew/opt", "/usr/local/opt"):
        found += _newest_first(Path(homebrew).glob("postgresql@*/bin"))
    return found


def _newest_first(folders: Any) -> list[Path]:
    def major(folder: Path) -> int:
        number = re.search(r"\d+", folder.parent.name)
        return int(number[0]) if number else 0

    return sorted(folders, key=major, reverse=True)


@dataclass(frozen=True)
class Server:
    """Where a running cluster answers: on 127.0.0.1 and in a socket folder, both on one port.

    Whoever connects is believed to be the role named.
    """

    sockets: str
    port: int

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        """The SQLAlchemy URL of a database, over TCP."""
        return f"postgresql+psycopg://{user}@127.0.0.1:{self.port}/{database}"

    def socket_url(self, database: str = "postgres", user: str = "postgres") -> str:
        """The SQLAlchemy URL of a database, over the Unix socket."""
        return f"postgresql+psycopg://{user}@/{database}?host={self.sockets}&port={self.port}"

    def connect(self, database: str = "postgres") -> psycopg.Connection[Any]:
        """A bare superuser connection that commits each statement."""
        return psycopg.connect(
            host=self.sockets, port=self.port, dbname=database, user="postgres", autocommit=True
        )

    def ensure_template(
        self, name: str, build: Callable[[str], None], base: str = "template1"
    ) -> None:
        """Make `name` from `base` by `build(url)` unless it is there; the caller holds a lock.

        It is built under another name, so what failed half-way is never taken for a template.
        """
        unfinished = f"{name}_unfinished"
        with self.connect() as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if known.fetchone():
                return
            _run(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", unfinished)
            self.create_database(unfinished, base)
            build(self.url(unfinished))
            _run(connection, "ALTER DATABASE {} RENAME TO {}", unfinished, name)

    def create_database(self, name: str, template: str = "template1") -> str:
        """Make a database as a copy of another and give its URL.

        By copying its files, where one may choose: without fsync that is the cheapest.
        """
        with self.connect() as connection:
            how = " STRATEGY file_copy" if connection.info.server_version >= 150_000 else ""
            _run(connection, "CREATE DATABASE {} TEMPLATE {}" + how, name, template)
        return self.url(name)

    def drop_database(self, name: str) -> None:
        with self.connect() as connection:
            _run(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _run(connection: psycopg.Connection[Any], statement: str, *names: str) -> None:
    identifiers = (sql.Identifier(name) for name in names)
    connection.execute(sql.SQL(statement).format(*identifiers))


class Cluster:
    """A private cluster in a temporary folder, which can be stopped and started again.

    A watcher process holds the other end of a pipe and stops the server when this process is gone,
    however it ended, so that no server outlives a killed test run.

    Attributes:
        server: where it answers; the port stays the same over a stop and a start.
    """

    server: Server

    def __init__(
        self,
        *,
        durable: bool = False,
        settings: Mapping[str, str] | None = None,
        copy_of: "Cluster | None" = None,
        standby: bool = False,
        anew: bool = False,
    ) -> None:
        """Make and start a cluster; `durable` keeps fsync on, `settings` go to postgresql.conf.

        `copy_of` makes a base backup of another one; as `standby` it follows that one from then on.
        `anew` gives it an identity of its own, where a desk must tell it from another one.
        """
        binaries = find_binaries()
        if binaries is None:
            raise ClusterError(MISSING)
        self._binaries = binaries
        self._watcher: subprocess.Popen[bytes] | None = None
        self._account = _unprivileged_account()
        # A socket's path holds about 100 characters, which some TMPDIRs use up; and they may be
        # closed to the account that PostgreSQL runs under.
        self._folder = Path(tempfile.mkdtemp(prefix="engagement-pg-", dir="/tmp"))
        if self._account:
            os.chown(self._folder, *self._account)
        self._data = self._folder / "data"
        try:
            wanted = {
                **SMALL_AND_FAST,
                **({} if durable else UNSAFE_BUT_FASTER),
                **(settings or {}),
            }
            if copy_of is None:
                self._initialize(anew=anew)
            else:
                self._copy(copy_of, standby=standby)
            self.configure({**wanted, **self._where()})
            self._start_on_a_free_port()
        except BaseException:
            self.close()
            raise

    @property
    def is_running(self) -> bool:
        return (self._data / "postmaster.pid").exists()

    def start(self) -> None:
        """Start it on the port it had, and wait until it answers."""
        self._pg_ctl("start", "-w", "-l", str(self._folder / "log"), "-o", f"-p {self.server.port}")
        self._watcher = subprocess.Popen(
            ["/bin/sh", "-c", WATCH, self._binaries / "pg_ctl", self._data, self._folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # an interrupt at the keyboard is not for the server
            **self._as_account(),
        )

    def start_on(self, port: int) -> None:
        """Start it where another one was, which is gone."""
        self.server = Server(str(self._folder), port)
        self.start()

    def stop(self, how: HowToStop = "fast") -> None:
        """Stop it: `fast` ends every session in order, `immediate` is a crash."""
        if self.is_running:
            self._pg_ctl("stop", "-w", "-m", how)
        self._release_watcher(b"stopped\n")

    def configure(self, settings: Mapping[str, str]) -> None:
        """Write settings to postgresql.conf; one that runs takes them by `reload`."""
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as configuration:
            for name, value in settings.items():
                configuration.write(f"{name} = '{value}'\n")

    def reload(self) -> None:
        self._pg_ctl("reload")

    def promote(self) -> None:
        """Make a standby the primary of the next timeline, and wait until it is."""
        self._pg_ctl("promote", "-w")

    def wait_for_standby(self) -> None:
        """Wait until a standby has all that is committed here."""
        caught_up = (
            "SELECT count(*) FROM pg_stat_replication WHERE replay_lsn >= pg_current_wal_lsn()"
        )
        with self.server.connect() as connection:
            until(lambda: connection.execute(caught_up).fetchone() == (1,))

    def kill(self) -> None:
        """The machine is gone: no process of the server runs any more, and none said goodbye."""
        postmaster = int((self._data / "postmaster.pid").read_text().split()[0])
        processes = [postmaster, *_children(postmaster)]
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        until(lambda: not any("postgres" in _title(process) for process in processes))
        (self._data / "postmaster.pid").unlink(missing_ok=True)
        self._release_watcher(b"killed\n")

    def close(self) -> None:
        """Stop it for good and remove what it wrote."""
        self._release_watcher()
        shutil.rmtree(self._folder, ignore_errors=True)

    def admit(self, *lines: str) -> None:
        """Replace pg_hba.conf, but for the superuser's own socket, and read it anew."""
        whole = ("local all postgres trust", *lines)
        self.put("pg_hba.conf", "\n".join(whole).encode() + b"\n")
        self._pg_ctl("reload")

    def put(self, name: str, content: bytes) -> Path:
        """Write a file into the data folder that only the server's account may read."""
        file = self._data / name
        file.write_bytes(content)
        file.chmod(0o600)
        if self._account:
            os.chown(file, *self._account)
        return file

    def log(self) -> str:
        """What the server has written to its log so far."""
        log = self._folder / "log"
        return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""

    def _initialize(self, *, anew: bool) -> None:
        """Copied from what the first cluster of a test run began with: initdb takes seconds."""
        run = os.environ.get(RUN_FOLDER)
        if run is None or anew:
            return self._initdb()
        kept, unfinished = Path(run, "initialized"), Path(run, "initialized.unfinished")
        with FileLock(Path(run, "initialized.lock")):
            if not kept.exists():
                self._initdb()
                shutil.copytree(self._data, unfinished)
                unfinished.rename(kept)
                return None
        shutil.copytree(kept, self._data)
        if self._account:
            for path in (self._data, *self._data.rglob("*")):
                os.chown(path, *self._account)
        return None

    def _initdb(self) -> None:
        locale = "C.UTF-8" if sys.platform == "linux" else "C"
        self._call(
            "initdb", "-D", str(self._data), "-U", "postgres", "--auth=trust", "--no-sync",
            "--encoding=UTF8", f"--locale={locale}",
        )  # fmt: skip

    def _copy(self, source: "Cluster", *, standby: bool) -> None:
        server = source.server
        whose = f"host={server.sockets} port={server.port} user=postgres application_name=standby"
        follow = ("-R",) if standby else ()
        self._call("pg_basebackup", "-D", str(self._data), "-c", "fast", "-d", whose, *follow)

    def _where(self) -> dict[str, str]:
        return {"listen_addresses": "127.0.0.1", "unix_socket_directories": str(self._folder)}

    def _start_on_a_free_port(self) -> None:
        tries = 5  # somebody may take the port between our look and the server's start
        for left in reversed(range(tries)):
            self.server = Server(str(self._folder), _free_port())
            try:
                return self.start()
            except ClusterError:
                if not left or "Address already in use" not in self.log():
                    raise
        return None

    def _release_watcher(self, message: bytes = b"") -> None:
        """Close the pipe; without a message the watcher stops what still runs."""
        if self._watcher:
            self._watcher.communicate(message, timeout=60)
        self._watcher = None

    def _pg_ctl(self, action: str, *arguments: str) -> None:
        self._call("pg_ctl", action, "-s", "-D", str(self._data), *arguments)

    def _call(self, program: str, *arguments: str) -> None:
        # Into a file, not a pipe: a server started keeps it open.
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(
                [str(self._binaries / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                timeout=120,
                **self._as_account(),
            )
            output.seek(0)
            said = output.read().decode(errors="replace")
        if done.returncode:
            raise ClusterError(f"{program} failed ({done.returncode}): {said}\n{self.log()}")

    def _as_account(self) -> dict[str, Any]:
        options: dict[str, Any] = {"cwd": "/"}
        if self._account:
            user, group = self._account
            options |= {"user": user, "group": group, "extra_groups": []}
        return options


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for a condition; a slow machine is waited for, one that never comes is a failure."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("what was waited for did not come")
        time.sleep(0.02)


def _ps(*columns: str) -> list[list[str]]:
    answer = subprocess.run(
        ["ps", "-A", "-o", ",".join(f"{column}=" for column in columns)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [line.split(None, len(columns) - 1) for line in answer.stdout.splitlines()]


def _children(parent: int) -> list[int]:
    return [int(process) for process, of in _ps("pid", "ppid") if int(of) == parent]


def _title(process: int) -> str:
    return next((title for found, title in _ps("pid", "args") if int(found) == process), "")


def _unprivileged_account() -> tuple[int, int] | None:
    """User and group to run the server under when we are root, which PostgreSQL refuses."""
    if os.geteuid() != 0:
        return None
    import pwd

    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return account.pw_uid, account.pw_gid
    raise ClusterError(
        "PostgreSQL refuses to run as root, and there is neither postgres nor nobody"
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
