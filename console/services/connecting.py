"""Connecting to a server: libpq does it, and when it fails the rep hears why."""

import os
import ssl
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import psycopg
from sqlalchemy import Engine, event

from console.errors import Offline
from console.services import knock
from console.services.connect_faults import SAFE, Cause, Known, SignInNeeded, fault, judge, passing
from console.services.transport import SYSTEM_ROOTS, connect_arguments

Connect = Callable[[Mapping[str, Any]], psycopg.Connection[Any]]
"""Makes a connection from what libpq is told; raises psycopg's OperationalError or an Offline."""


def nothing_known() -> Known:
    return Known()


def by_driver(options: Mapping[str, Any]) -> psycopg.Connection[Any]:
    return psycopg.connect(**options)


class Connector:
    """How an engine's connections are made from now on: verified, and explained when they fail.

    A failed connect is Offline or a kind of it, so that nothing in the outbox is judged by it. A
    password once refused is not tried again, since some servers lock a login out after a few tries;
    connections that are open go on.

    Attributes:
        fault: why the last connect failed; None when it worked, or none was tried.
    """

    def __init__(
        self,
        engine: Engine,
        known: Callable[[], Known] = nothing_known,
        connect: Connect = by_driver,
    ) -> None:
        self.fault: Offline | None = None
        self._known = known
        self._make = connect
        self._verified = connect_arguments(engine.url, os.environ, _system_roots())
        event.listen(engine, "do_connect", self._connect)

    def _connect(
        self, _dialect: Any, _record: Any, _arguments: list[Any], named: dict[str, Any]
    ) -> psycopg.Connection[Any]:
        if isinstance(self.fault, SignInNeeded):
            raise SignInNeeded(self.fault.message)
        named.update(self._verified)
        try:
            connection = self._make(named)
        except Offline as refused:  # by the way of connecting, before the driver could
            self.fault = refused
            raise
        except psycopg.OperationalError as error:
            self.fault = _explained(error, named, self._known)
            raise self.fault from error
        self.fault = None
        return connection


def _system_roots() -> str:
    """The file of the system's CAs: the OpenSSL that comes with the driver looks where none are."""
    return ssl.get_default_verify_paths().cafile or SYSTEM_ROOTS


def _explained(
    error: psycopg.OperationalError, named: Mapping[str, Any], known: Callable[[], Known]
) -> Offline:
    now = datetime.now(UTC)
    if isinstance(error, psycopg.errors.ConnectionTimeout):
        return fault(Cause.NO_ANSWER, now)  # asking again would take as long again
    cause = knock.cause(_used(error, named))
    if cause is not None:
        return fault(judge(cause, known(), now), now)
    if error.pgconn is not None and error.pgconn.needs_password:
        return SignInNeeded("The server asks for your password.", SAFE)
    return passing(None)


def _used(error: psycopg.OperationalError, named: Mapping[str, Any]) -> dict[str, str]:
    """What libpq connected with: what it was told, and the rest from its environment and files."""
    found: dict[str, str] = {}
    if error.pgconn is not None:
        options = {one.keyword: one.val for one in error.pgconn.info if one.val is not None}
        options[b"password"] = error.pgconn.password
        found = {key.decode(): value.decode() for key, value in options.items()}
        found.pop("hostaddr", None)  # the driver looked it up; a certificate is for the name
    given = {key: str(value) for key, value in named.items() if value is not None}
    return {**found, **given, "host": given.get("host") or found.get("host", "")}
