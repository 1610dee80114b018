"""A desk for stories: the real application, worked by its keys alone, on a clock that is set."""

import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget
from sqlalchemy import insert, select
from sqlalchemy.orm import DeclarativeBase

from console.app import Application
from console.models.draft import Draft
from console.models.ids import Login, PersonId
from console.models.records import Staff
from console.models.terms import Role
from console.models.views import RecordView
from console.services.center import Center
from console.services.database import Database
from console.services.imports import ImportReport, import_paths
from console.services.publications import Publications
from console.settings import Settings, embedded_file
from console.ui.console_page import ConsolePage
from console.ui.tasks import AtOnce
from console.ui.theme.theme import Mode
from tests.commands import Clock

MORNING = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
"""A Wednesday, 10:00 at the center."""

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

REP, OTHER_REP, SUPERVISOR = "jmays", "tzielinski", "iclarke"
STAFF = (
    {"login": REP, "name": "Jordan Mays", "role": Role.REP},
    {"login": OTHER_REP, "name": "Tomasz Zielinski", "role": Role.REP},
    {"login": SUPERVISOR, "name": "Imani Clarke", "role": Role.SUPERVISOR},
)


def add_staff(database: Database) -> None:
    with database.transaction() as session:
        session.execute(insert(Staff), [{**row, "active": True} for row in STAFF])


def publish_what_ships(database: Database) -> None:
    """As long in force as any clock here can go back."""
    Publications(database).publish_defaults(Login("set-up"), LONG_AGO)


class Desk:
    """One workstation. What it shows is read from the window, what it did from the databases.

    Attributes:
        dialed: the numbers handed to the system's telephone.
        over: it was closed, or died.
    """

    def __init__(
        self,
        profile: Path,
        *,
        clock: Clock | None = None,
        database: str | None = None,
        login: str | None = REP,
        phone: str | None = None,
        threads: bool = False,
    ) -> None:
        """`threads`: work runs in its lanes as it does for a rep, and each step waits for it."""
        self.clock = clock or Clock(MORNING)
        self.settings = Settings(
            profile=profile, database=database or embedded_file(profile), login=login
        )
        self.over = False
        self._hurries = False
        self.phone = Telephone()
        executor = None if threads else AtOnce()
        self.app = Application(
            self.settings, mode=Mode.LIGHT, clock=self.clock, executor=executor, phone=phone
        )

    @staticmethod
    def begins_at() -> Clock:
        return Clock(MORNING)

    @property
    def dialed(self) -> list[str]:
        return self.phone.numbers

    # Starting and ending

    def start(self) -> "Desk":
        self.app.window.resize(1600, 900)
        self.app.start()
        until(lambda: self.app.desk is not None or self.refused)
        self.activate()
        self.settle()
        return self

    @property
    def refused(self) -> bool:
        """Whether the stores could not be opened."""
        told = self.seen() if self.app.center is None else ""
        return "cannot" in told or "Not found" in told

    def activate(self) -> None:
        self.app.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.app.window)

    def close(self) -> None:
        self.app.close()
        self._forget()

    def die(self) -> None:
        """As a kill would end it: nothing is saved, nothing sent, nobody is told."""
        for timer in self._timers():
            timer.stop()
        self.app.tasks.close()
        if self.app._handover is not None:
            self.app._handover.close()
        if self.app.center is not None:
            self.app.center.close()
        self.app.window.hide()
        self._forget()

    def _forget(self) -> None:
        self.over = True
        self.phone.hang_up()
        self.app.window.deleteLater()
        self.app.deleteLater()
        QApplication.processEvents()

    # What the rep does

    def press(self, *chords: str) -> None:
        """Presses keys where the focus is, as a keyboard does."""
        for chord in chords:
            combination = QKeySequence(chord)[0]  # type: ignore[index]  # stubs
            self._strike(combination.key(), combination.keyboardModifiers())

    def write(self, text: str) -> None:
        for letter in text:
            self._strike(letter)

    def _strike(self, key: Any, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, by way of the window, so that lists that pop up get theirs."""
        if QApplication.activeWindow() is not self.app.window:
            self.activate()
        QTest.keyClick(self.app.window.windowHandle(), key, held)
        self.settle()

    def find(self, query: str) -> None:
        """Puts a query into the lookup and takes the first one found.

        Pasted, for each letter that is typed asks the database anew.
        """
        self.press("F2")
        QApplication.clipboard().setText(query)
        self.press("Ctrl+V", "Return")

    def ring(self, number: str) -> None:
        """An incoming call, as the command line hands it over."""
        assert self.app.desk is not None
        self.app.desk.calls.ring(number)
        self.settle()

    def say(self, *answers: str) -> None:
        """What the caller says, field by field of the verify sheet."""
        for answer in answers:
            self.write(answer)
            self.press("Return")

    def pass_time(self, seconds: float) -> None:
        """Lets the clock go on, and every timer strike that would have."""
        self.clock.goes_on(seconds=seconds)
        for _ in range(3):  # what one timer starts, another may wait for
            struck = False
            for timer in self._timers():
                if timer.isActive() and timer.interval() <= seconds * 1000:
                    struck |= timer.isSingleShot()
                    if timer.isSingleShot():
                        timer.stop()
                    timer.timeout.emit()
            if not struck:
                break
        self.settle()

    @contextmanager
    def in_a_hurry(self) -> Iterator[None]:
        """Meanwhile no step waits for what runs in the lanes."""
        self._hurries = True
        yield
        self._hurries = False

    def settle(self) -> None:
        """Waits for what runs in the lanes, and for what comes of it."""
        QApplication.processEvents()
        while self.app.tasks.busy and not self._hurries:
            until(lambda: not self.app.tasks.busy, seconds=20)
            QApplication.processEvents()

    def _timers(self) -> list[QTimer]:
        return [*self.app.findChildren(QTimer), *self.app.window.findChildren(QTimer)]

    # What stands on the screen

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.app.window

    @property
    def page(self) -> ConsolePage:
        return self.app.window.console

    def seen(self, within: QWidget | None = None) -> str:
        """Every word that the window shows or says to a screen reader."""
        return "\n".join(dict.fromkeys(_words(within or self.app.window)))

    @property
    def message(self) -> str:
        shown = self.page.bar.slot.current
        return shown.text if shown else ""

    @property
    def status(self) -> str:
        return self.seen(self.app.window.status)

    @property
    def who(self) -> str:
        """Whose initials stand in the corner; the status bar may have no room for the name."""
        return self.app.window.top._profile.accessibleName()

    @property
    def notes(self) -> str:
        return self.page.bar.notes()

    # What is so

    @property
    def center(self) -> Center:
        assert self.app.center is not None
        return self.app.center

    @property
    def draft(self) -> Draft:
        assert self.app.session.draft is not None, "there is no call"
        return self.app.session.draft

    @property
    def idle(self) -> bool:
        return self.app.session.draft is None

    def record(self, person: PersonId) -> RecordView:
        """The record as a reader of the shared database has it."""
        return self.center.records.open(
            frozenset({person}), login=Login(SUPERVISOR), reason="review"
        )

    def rows(self, table: type[DeclarativeBase]) -> list[Any]:
        with self.center.shared.transaction() as session:
            columns = table.__table__.columns
            order = next((c for c in columns if c.name in ("at", "started_at", "seq")), None)
            keys = [order] if order is not None else list(table.__table__.primary_key)
            return list(session.execute(select(*columns).order_by(*keys)).all())

    def person(self, name: str) -> PersonId:
        found = self.center.directory.find(name).results
        assert len(found) == 1, f"{len(found)} people are called {name}"
        return found[0].person

    def bring(self, *resources: dict[str, Any]) -> ImportReport:
        """Imports resources as a FHIR bundle file."""
        return bring(self.center.shared, self.settings.profile, *resources, now=self.clock())

    def log_all(self) -> None:
        """Lets the time to undo go by, so that what was logged is sent."""
        self.pass_time(11)
        self.pass_time(16)


class Telephone(QObject):
    """Stands in for the system's telephone: it keeps the numbers it was handed."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: list[str] = []
        QDesktopServices.setUrlHandler("tel", self, "dial")  # type: ignore[arg-type]  # stubs

    @Slot(QUrl)
    def dial(self, url: QUrl) -> None:
        self.numbers.append(url.path())

    def hang_up(self) -> None:
        QDesktopServices.unsetUrlHandler("tel")


def until(what: Callable[[], object], seconds: float = 5) -> None:
    """Lets Qt work until something is so."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it did not come about"
        QTest.qWait(1)


def bring(
    database: Database, folder: Path, *resources: dict[str, Any], now: datetime
) -> ImportReport:
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": resource} for resource in resources],
    }
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "bundle.json"
    file.write_text(json.dumps(bundle), encoding="utf-8")
    report = import_paths(
        database, [file], author=Login("importer"), now=now, zone="America/New_York"
    )
    assert not report.rejected
    return report


def patient(
    key: str,
    name: str,
    *,
    born: str,
    phone: str = "",
    mrn: str = "",
    postal_code: str = "45402",
    state: str = "OH",
    city: str = "Dayton",
    **more: Any,
) -> dict[str, Any]:
    """An invented Patient resource."""
    given, _, family = name.rpartition(" ")
    resource: dict[str, Any] = {
        "resourceType": "Patient",
        "id": key,
        "name": [{"use": "official", "given": given.split(), "family": family}],
        "birthDate": born,
        "address": [
            {"use": "home", "line": ["12 Elm St"], "city": city, "state": state,
             "postalCode": postal_code}
        ],
        **more,
    }  # fmt: skip
    if phone:
        resource["telecom"] = [{"system": "phone", "value": phone, "use": "home"}]
    if mrn:
        system = "http://terminology.hl7.org/CodeSystem/v2-0203"
        kind = {"coding": [{"system": system, "code": "MR"}]}
        resource["identifier"] = [
            {"type": kind, "system": "http://clinic.example.org/mrn", "value": mrn}
        ]
    return resource


def copy_profile(template: Path, target: Path) -> Path:
    shutil.copytree(template, target)
    return target


def later(clock: Clock, **distance: float) -> datetime:
    return clock() + timedelta(**distance)


def _words(root: QWidget) -> Iterator[str]:
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        for name in ("text", "plainText", "accessibleName", "accessibleDescription", "toolTip"):
            value = widget.property(name)
            if isinstance(value, str) and value:
                yield value
        for method in ("text", "who"):
            given = getattr(widget, method, None)
            value = given() if callable(given) and method == "text" else given
            if isinstance(value, str) and value:
                yield value
        if isinstance(widget, QLineEdit):
            yield widget.displayText()
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _rows(widget)


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
        for column in range(columns):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                value = model.data(index, role)
                if isinstance(value, str) and value:
                    yield value
