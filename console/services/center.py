"""Everything that a desk works with, put together once from the settings and closed once."""

import hmac
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property

from console.errors import EnvironmentFault
from console.models.ids import Login
from console.models.terms import AuditKind
from console.services import leaving, salvage, sign_in, standing
from console.services.audit.trail import Trail
from console.services.callbacks import Callbacks
from console.services.claims import Claims
from console.services.clock import DeskClock
from console.services.connect_faults import Known
from console.services.corrections import Corrections
from console.services.database import Database, create, open_shared, shared_url
from console.services.desk_store import DeskStore, open_workstation
from console.services.directory import Directory
from console.services.dispositions import Dispositions
from console.services.drafts import Drafts
from console.services.history import History
from console.services.identity import Identity, with_login
from console.services.imports.book import ImportBook
from console.services.imports.orders import ImportOrders
from console.services.library import Shelf
from console.services.live import Live
from console.services.memory import Memory
from console.services.outbox import Outbox
from console.services.oversight import Oversight
from console.services.own_day import OwnDays
from console.services.people import People
from console.services.privacy import Privacy
from console.services.publications import Publications
from console.services.readiness import ReadyBook
from console.services.record import Records
from console.services.review import Review
from console.services.saved_records import SavedRecords
from console.services.server import EPOCH, Server
from console.services.staff import StaffBook
from console.services.standing import Standing
from console.services.stuck import Stuck
from console.services.sync import Sync
from console.services.worker import Worker
from console.settings import Settings

SET_UP_AUTHOR = Login("set-up")
SKEW = "clock.skew"


class Center:
    """Services by name, each made when first asked for; all share two databases and one clock.

    The embedded database is made, brought up to date and given the shipped publications here. A
    server is not touched before its first use: the console starts without it, too.

    Attributes:
        keyring_fault: why the keyring could not be asked for the password; None if it could.
        told: what the person at this desk should know of its store, or nothing.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], datetime] | None = None,
        *,
        secret: str | None = None,
        repairs: bool = False,
    ) -> None:
        """`secret` is a password just typed; without, the one that the keyring has.

        `repairs`: whoever holds the profile may set a damaged workstation file aside.
        """
        self.settings = settings
        self.clock = clock or DeskClock()
        self.keyring_fault: str | None = None
        self._secret = secret
        self.told = ""
        shared_url(settings.database)  # refused before anything is made
        self.store = self._open_store(repairs)
        self._set_clock()
        try:
            self.settings = with_login(settings, self.memory, typed=secret is not None)
            self.shared = self._open_shared()
            if settings.embedded:
                self.publications.publish_defaults(SET_UP_AUTHOR, self.clock())
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Center":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if "trail" in self.__dict__:
            self.trail.write()
        if hasattr(self, "shared"):  # opening it may have failed
            self.shared.close()
        self.store.close()

    @cached_property
    def memory(self) -> Memory:
        return Memory(self.store)

    @cached_property
    def server(self) -> Server:
        return Server(self.memory)

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
    def identity(self) -> Identity:
        return Identity(self.settings, self.memory, self.staff)

    @cached_property
    def directory(self) -> Directory:
        return Directory(self.shared, noted=self._searched)

    @cached_property
    def privacy(self) -> Privacy:
        return Privacy(self.shared, self.library, self.identity.acting, self.clock)

    @cached_property
    def trail(self) -> Trail:
        return Trail(self.shared, lambda: self.identity.acting().login, self.clock)

    @cached_property
    def records(self) -> Records:
        return Records(self.shared, self.library, self.clock)

    @cached_property
    def callbacks(self) -> Callbacks:
        return Callbacks(self.shared, self.library, self.clock)

    @cached_property
    def claims(self) -> Claims:
        return Claims(self.shared, self.library, self.clock)

    @cached_property
    def saved_records(self) -> SavedRecords:
        folder = self.settings.workstation_file.parent / "records"
        return SavedRecords(folder, self.store.vault, self.clock)

    @cached_property
    def people(self) -> People:
        return People(self.outbox, self.clock)

    @cached_property
    def corrections(self) -> Corrections:
        return Corrections(self.outbox, self.clock)

    @cached_property
    def imports(self) -> ImportBook:
        return ImportBook(self.shared, lambda: self.identity.acting().login, self.clock)

    @cached_property
    def import_orders(self) -> ImportOrders:
        acting = self.identity.acting
        return ImportOrders(self.settings, lambda: self._secret, lambda: acting().login)

    @cached_property
    def history(self) -> History:
        return History(self.shared)

    @cached_property
    def dispositions(self) -> Dispositions:
        return Dispositions(self.outbox, self.drafts, self.clock, self.settings.undo_for)

    @cached_property
    def own_days(self) -> OwnDays:
        return OwnDays(
            self.shared, self.outbox, self.dispositions, self.callbacks, self.library, self.clock
        )

    @cached_property
    def readiness(self) -> ReadyBook:
        return ReadyBook(self.shared, self.outbox, self.memory, self.clock)

    @cached_property
    def stuck(self) -> Stuck:
        return Stuck(self.store, self.outbox, self.drafts, self.shared, self.clock)

    @cached_property
    def oversight(self) -> Oversight:
        return Oversight(self.shared, self.memory, self.clock)

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
        return Sync(
            self.outbox,
            lambda: self._sending,
            self.clock,
            author=self.identity.author(),
            on_time=self._compare_clock,
        )

    def sit_down(self, login: Login) -> None:
        """Somebody works at this desk from now on, and at its next start."""
        self.trail.write()  # what was done until now was done by another
        self.identity.pick(login)

    @property
    def _address(self) -> str:
        return str(shared_url(self.settings.database))

    def standing(self) -> Standing | None:
        """Until when the login's password is good; None on the embedded database."""
        return standing.look(self.shared, self.memory, self._address)

    def known(self) -> Known:
        """What this desk remembers of the server."""
        return standing.known(self.memory, self._address)

    def is_password(self, typed: str) -> bool:
        """Whether this is the password that the desk was signed in with, by memory alone."""
        return self._secret is not None and hmac.compare_digest(
            typed.encode(), self._secret.encode()
        )

    def sign_out(self) -> None:
        """Nobody is signed in any more: passwords, names and connections of this login go.

        Raises EnvironmentFault when the keyring cannot be asked to forget; the rest is done.
        """
        self.saved_records.forget()
        self.trail.note(AuditKind.SIGN_OUT)
        self.trail.write()
        self._secret = None
        self.identity.forget()
        self.shared.sign_out()
        sign_in.forget_password(self.settings)

    def leave(self) -> sign_in.Seat:
        """Signs out and leaves this center for the desk's own database, from now on.

        Only while nothing waits in the outbox: it would go to the wrong database. Raises
        EnvironmentFault when nothing could be changed.
        """
        seat = sign_in.leave(self.settings)
        self.memory.forget(EPOCH)  # another center may be joined
        try:
            self.sign_out()
        except EnvironmentFault as fault:
            return replace(seat, note=fault.message)
        return seat

    def _searched(self, keys: str, count: int) -> None:
        self.trail.note(AuditKind.SEARCH, keys, count=count)

    def leaving(self) -> leaving.Leaving:
        """Whether the desk may be left now, and what waits."""
        return leaving.ask(self.settings, self.outbox)

    @cached_property
    def _sending(self) -> Database:
        """The same connections, of which a sender waits for none for long."""
        return Database(self.shared.engine.execution_options(sender=True))

    def _open_store(self, repairs: bool) -> DeskStore:
        file, recovery_key = self.settings.workstation_file, self.settings.recovery_key
        if not repairs:
            return open_workstation(file, recovery_key)
        opened = salvage.open_store(file, self.clock, recovery_key)
        self.told = opened.told
        return opened.store

    def _set_clock(self) -> None:
        """A wrong clock mostly stays so: until the server answers, the last skew counts."""
        if isinstance(self.clock, DeskClock) and (kept := self.memory.get(SKEW)) is not None:
            self.clock.skew = timedelta(seconds=float(kept))

    def _compare_clock(self, server_time: datetime) -> None:
        if isinstance(self.clock, DeskClock) and self.clock.compare(server_time):
            self.memory.set(SKEW, str(self.clock.skew.total_seconds()))

    def _open_shared(self) -> Database:
        if self.settings.embedded:
            create(self.settings.database)
            return open_shared(self.settings.database)
        shared = open_shared(
            self.settings.database,
            self._password(),
            lazily=True,
            known=self.known,
            connect=self.server.connect,
        )
        self.server.guard(shared.engine)
        return shared

    def _password(self) -> str | None:
        if self._secret is None:
            try:
                self._secret = sign_in.kept_password(self.settings)
            except EnvironmentFault as fault:
                self.keyring_fault = fault.message
        return self._secret
