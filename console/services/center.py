"""Everything that a desk works with, put together once from the settings and closed once."""

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from console.models.ids import Login
from console.models.views import StaffView
from console.services import credentials
from console.services.database import (
    Database,
    create,
    open_shared,
    open_workstation,
    shared_url,
)
from console.services.directory import Directory
from console.services.dispositions import Dispositions
from console.services.drafts import Drafts
from console.services.library import Shelf
from console.services.live import Live
from console.services.memory import Memory
from console.services.outbox import Outbox
from console.services.people import People
from console.services.publications import Publications
from console.services.record import Records
from console.services.review import Review
from console.services.staff import StaffBook
from console.services.sync import Sync
from console.services.worker import Worker
from console.settings import Settings

SET_UP_AUTHOR = Login("set-up")


def utc_now() -> datetime:
    return datetime.now(UTC)


class Center:
    """Services by name, each made when first asked for; all share two databases and one clock.

    The embedded database is made, brought up to date and given the shipped publications here. A
    server is not touched before its first use: the console starts without it, too.
    """

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = utc_now) -> None:
        self.settings = settings
        self.clock = clock
        self.store = open_workstation(settings.workstation_file)
        self.shared = self._open_shared()
        if settings.embedded:
            self.publications.publish_defaults(SET_UP_AUTHOR, clock())

    def __enter__(self) -> "Center":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.shared.close()
        self.store.close()

    @cached_property
    def memory(self) -> Memory:
        return Memory(self.store)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self.store, self.clock)

    @cached_property
    def drafts(self) -> Drafts:
        return Drafts(self.store, self.clock)

    @cached_property
    def publications(self) -> Publications:
        return Publications(self.shared, self.clock)

    @cached_property
    def library(self) -> Shelf:
        return Shelf(self.publications, self.memory, self.clock)

    @cached_property
    def staff(self) -> StaffBook:
        return StaffBook(self.shared, self.memory)

    @cached_property
    def directory(self) -> Directory:
        return Directory(self.shared)

    @cached_property
    def records(self) -> Records:
        return Records(self.shared, self.library, self.clock)

    @cached_property
    def people(self) -> People:
        return People(self.outbox, self.clock)

    @cached_property
    def dispositions(self) -> Dispositions:
        return Dispositions(self.outbox, self.drafts, self.clock, self.settings.undo_for)

    @cached_property
    def review(self) -> Review:
        return Review(self.shared, self.library)

    @cached_property
    def live(self) -> Live:
        return Live(self.shared)

    @cached_property
    def worker(self) -> Worker:
        return Worker(self.shared, self.library, self.clock)

    @cached_property
    def sync(self) -> Sync:
        author = None if self.settings.embedded else Login(self._url.username or "")
        return Sync(self.outbox, self._connected, self.clock, author=author)

    def acting(self) -> StaffView:
        """Who acts; offline, the one who acted last."""
        return self.staff.acting(self.settings.login)

    @cached_property
    def _url(self) -> Any:
        return shared_url(self.settings.database)

    def _connected(self) -> Database:
        return self.shared

    def _open_shared(self) -> Database:
        if self.settings.embedded:
            create(self.settings.database)
            return open_shared(self.settings.database)
        secret = None
        with contextlib.suppress(ImportError):
            secret = credentials.password(self._url.host or "", self._url.username or "")
        return open_shared(self.settings.database, secret, lazily=True)
