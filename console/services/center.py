"""Everything that a desk works with, put together once from the settings and closed once."""

import contextlib
import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property

from console.errors import Offline
from console.models.ids import Login
from console.models.views import StaffView
from console.services import codec, credentials, leaving, salvage
from console.services.database import (
    Database,
    DeskStore,
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
from console.services.saved_records import SavedRecords
from console.services.staff import REMEMBERED, StaffBook
from console.services.sync import Sync
from console.services.worker import Worker
from console.settings import Settings

SET_UP_AUTHOR = Login("set-up")
ACTED = "staff.acted"


def utc_now() -> datetime:
    return datetime.now(UTC)


class Center:
    """Services by name, each made when first asked for; all share two databases and one clock.

    The embedded database is made, brought up to date and given the shipped publications here. A
    server is not touched before its first use: the console starts without it, too.

    Attributes:
        told: what the person at this desk should know of its store, or nothing.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], datetime] = utc_now,
        *,
        repairs: bool = False,
    ) -> None:
        """`repairs`: whoever holds the profile may set a damaged workstation file aside."""
        self.settings = settings
        self.clock = clock
        self._login: Login | None = None
        self._url = shared_url(settings.database)
        self.told = ""
        self.store = self._open_store(repairs)
        try:
            self.shared = self._open_shared()
            if settings.embedded:
                self.publications.publish_defaults(SET_UP_AUTHOR, clock())
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Center":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if hasattr(self, "shared"):  # opening it may have failed
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
    def saved_records(self) -> SavedRecords:
        folder = self.settings.workstation_file.parent / "records"
        return SavedRecords(folder, self.store.vault, self.clock)

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
        return Sync(self.outbox, self._connected, self.clock, author=self._author())

    def acting(self) -> StaffView:
        """Who acts: on a server its login, else whoever was picked, named or remembered.

        Without the server, whoever last acted on it from this desk; Offline when nobody has yet.
        """
        if self.settings.embedded:
            return self.staff.acting(self._login or self.settings.login)
        place = f"{ACTED}:{self._url}"
        kept = self.memory.get(place)
        try:
            found = self.staff.acting()
        except Offline:
            if kept is None:
                raise
            return codec.load(StaffView, json.loads(kept))
        text = json.dumps(codec.dump(found))
        if text != kept:
            self.memory.set(place, text)
        return found

    def sit_down(self, login: Login) -> None:
        """Somebody works at this desk from now on, and at its next start."""
        self.staff.remember(login)
        self._login = login

    def is_somebody_chosen(self) -> bool:
        """Whether it was decided who acts, so that nobody needs to be asked."""
        named = self._login or self.settings.login or self.memory.get(REMEMBERED)
        return named is not None or not self.settings.embedded

    def leaving(self) -> leaving.Leaving:
        """Whether the desk may be left now, and what waits."""
        return leaving.ask(self.settings, self.outbox)

    def forget_records(self) -> None:
        """At sign-out: no copy of a record stays at this desk."""
        self.saved_records.forget()

    def _author(self) -> Login | None:
        """Whose entries may go: on a server those of its login alone, which libpq may choose."""
        if self.settings.embedded:
            return None
        return Login(self._url.username) if self._url.username else self.acting().login

    def _open_store(self, repairs: bool) -> DeskStore:
        file, recovery_key = self.settings.workstation_file, self.settings.recovery_key
        if not repairs:
            return open_workstation(file, recovery_key)
        opened = salvage.open_store(file, self.clock, recovery_key)
        self.told = opened.told
        return opened.store

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
