"""Signing in: from Enter on the password to a window to work in, beside a bare connect."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app import Application
from console.services.database import open_shared
from console.settings import Settings
from console.ui.curtain import Asks, Typed
from tests.benchmarks.measure import Setting, measure
from tests.postgresql import Cluster
from tests.secured import PASSWORD, Secured
from tests.stories.desk import publish_what_ships

N = 10
NOBODY = Setting("postgresql", 0, 0)
TYPED = Typed(Asks.SIGN_IN, "alice", PASSWORD, "", "", keep=False)


def signed_in() -> Iterator[dict[str, Any]]:
    """Over TLS with the organization's CA and SCRAM, as both sides; threads as for a rep."""
    _app = QApplication.instance() or QApplication(["engagement-console"])
    with ExitStack() as stack:
        server = stack.enter_context(_server())
        desk = stack.enter_context(_desk(server))

        def ours(_question: int) -> None:
            assert desk.entrance is not None
            desk.entrance._on_submitted(TYPED)
            before, given_up = desk.session, time.monotonic() + 30
            while desk.session is before or not desk.session.staff or not desk.session.library:
                assert time.monotonic() < given_up, "the window did not come"
                QTest.qWait(1)

        def bare(_question: int) -> None:
            with _connect(server) as connection:
                connection.execute("SELECT 1")

        yield from measure("sign in", NOBODY, ours, {"bare connect": bare}, N)


@contextmanager
def _server() -> Iterator[Secured]:
    with tempfile.TemporaryDirectory() as folder, closing(Cluster()) as cluster:
        server = Secured(cluster, Path(folder))
        server.login("alice")
        with closing(open_shared(cluster.server.socket_url("center"))) as shared:
            publish_what_ships(shared)
        yield server


@contextmanager
def _desk(server: Secured) -> Iterator[Application]:
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    with tempfile.TemporaryDirectory() as folder:
        desk = Application(Settings(profile=Path(folder) / "profile", database=server.url()))
        desk.start()
        while desk.entrance is None:
            QTest.qWait(1)
        yield desk
        desk.close()


def _connect(server: Secured) -> psycopg.Connection[Any]:
    return psycopg.connect(
        host="127.0.0.1", port=server.cluster.server.port, dbname="center", user="alice",
        password=PASSWORD, sslmode="verify-full", sslrootcert=str(server.authority.file),
        channel_binding="require",
    )  # fmt: skip
