"""Pictures of every state of the window, in all looks: `./dev shots [NAME...] [LANGUAGE...]`."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app import Application
from console.models.corrections import Author, PersonForm
from console.models.ids import Login, uuid7
from console.models.records import Staff
from console.models.terms import Channel, EntryState
from console.models.views import DispositionFilter, SyncReport
from console.services.center import Center
from console.services.connect_faults import Cause, fault
from console.services.demo import make
from console.services.imports import propose
from console.services.oversight import Finding, Unusual
from console.settings import ENGLISH, LANGUAGES, Settings, embedded_file
from console.tour.hands import Clock, Hands, SilentTelephone
from console.tour.play import wait_until_ready
from console.ui.account import CHANGE, LOCK, SIGN_OUT
from console.ui.curtain import Asks
from console.ui.flows.mapping_preview import MappingPreview
from console.ui.flows.sending import Round
from console.ui.imports.mapping import MappingSheet
from console.ui.session import Changes
from console.ui.tasks import AtOnce
from console.ui.theme.theme import Mode
from console.ui.timeline.loading import Loading
from console.ui.widgets import MessageKind, Skeleton
from tests.shots import tables as made_up
from tests.shots.imports import SCENES as IMPORT_SCENES

INTO = Path("shots")
NOW = datetime(2026, 11, 19, 9, 41, tzinfo=ZoneInfo("America/New_York"))
VIEWS = (((1920, 1080), 1.0), ((1366, 768), 1.0), ((1920, 1080), 2.0), ((1366, 768), 2.0))
"""Size and text factor: the wide, the compact and, twice, the narrow arrangement."""
MODES = (Mode.LIGHT, Mode.DARK)
"""Seconds: the first paint comes before the stores."""


class Scene:
    """A console on a fresh copy of the demo, with hands on its keys."""

    def __init__(
        self, settings: Settings, size: tuple[int, int], mode: Mode, language: str = ENGLISH
    ) -> None:
        self.clock = Clock(NOW.astimezone(ZoneInfo("UTC")))
        self.app = Application(
            settings, mode=mode, clock=self.clock, executor=AtOnce(), language=language
        )
        self.app.window.resize(*size)
        wait_until_ready(self.app)
        self.hands = Hands(self.app.window, self.clock)

    def close(self) -> None:
        """Ends the console for good: a window collected later would still be asked for its size."""
        self.app.close()
        self.app.deleteLater()
        self.app.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def settle(self) -> None:
        """Sends what waits, and lets the clocks on the screen go on."""
        assert self.app.desk is not None
        QTest.qWait(80)
        self.app.desk.calls._show_clock()  # its timer goes by the wall
        QApplication.processEvents()

    def find(self, words: str) -> None:
        self.hands.press("F2")
        self.hands.type(words)
        self.hands.press("Return")

    def verify(self) -> None:
        record = self.app.session.record
        assert record is not None
        point = next(p for p in record.view.contact_points if p.postal_code)
        self.hands.press("Alt+V")
        self.hands.fill(record.view.name, record.view.birth_date or "", point.postal_code or "")


def free(_scene: Scene) -> None:
    """Nothing is going on."""


def record(scene: Scene) -> None:
    scene.find("denise whitfield")


def entry(scene: Scene) -> None:
    """A call of the timeline beside it, with all that is known of it."""
    scene.find("denise whitfield")
    pane = scene.app.window.console.timeline
    pane.chips.channel_chip(Channel.CALL).click()
    scene.hands.press("F12", "Return")


def entry_by_date(scene: Scene) -> None:
    """A date of the timeline is asked for, and something sought."""
    scene.find("denise whitfield")
    scene.hands.press("Ctrl+F")
    scene.hands.type("flu")
    scene.hands.press("Ctrl+J")
    scene.hands.type("mar 2026")


def results(scene: Scene) -> None:
    scene.hands.press("F2")
    scene.hands.type("jan")


def call(scene: Scene) -> None:
    """Unless one is on already: what comes up in a call can come up one after the other."""
    if scene.app.session.draft is not None:
        return
    scene.find("denise whitfield")
    scene.hands.press("Alt+D", "Alt+A")
    scene.verify()
    scene.clock.forward(seconds=240)
    scene.hands.press("Alt+1", "Alt+1", "Alt+B")
    scene.hands.fill("tomorrow 10:40", "Flu clinic, Wayne Avenue")
    scene.hands.press("F9")
    scene.hands.type("Fever since Tuesday, no trouble breathing. Takes 10:40 tomorrow.")


def unverified(scene: Scene) -> None:
    assert scene.app.desk is not None
    scene.app.desk.calls.ring("937 555 0142")
    scene.hands.press("Alt+A")
    pane = scene.app.window.console.lookup
    people = [match for match in scene.app.session.desk.matches.values() if "81" in str(match.age)]
    pane.about_picked.emit(people[0].person)
    scene.hands.press("Alt+V")
    scene.hands.type("Harold Jankowski")
    scene.hands.press("Tab")
    scene.hands.type("3 Feb 1954")
    scene.hands.press("Tab")


def wrapup(scene: Scene) -> None:
    if scene.app.session.draft is not None:
        return
    scene.find("walter brandt")
    scene.hands.press("Alt+D")
    scene.clock.forward(seconds=6)
    scene.hands.press("Alt+X")


def stop(scene: Scene) -> None:
    scene.find("carl abernathy")
    scene.hands.press("Alt+D", "Alt+A")
    scene.verify()
    scene.hands.press("Alt+S")


def unknown(scene: Scene) -> None:
    if scene.app.session.draft is not None:
        return
    assert scene.app.desk is not None
    scene.app.desk.calls.ring("937 555 0193")
    scene.hands.press("Alt+A")


def logged(scene: Scene) -> None:
    wrapup(scene)
    scene.hands.press("1", "Ctrl+Return")


def key_asked(scene: Scene) -> None:
    """One key changed, and another asked for, which is taken."""
    call(scene)
    scene.hands.press("F1", "Down", "Return", "Alt+K", "Down", "Return", "Alt+D")


def reasons(scene: Scene) -> None:
    call(scene)
    scene.hands.press("Alt+W")


def keys(scene: Scene) -> None:
    scene.hands.press("F1")


def supervisor(scene: Scene) -> None:
    window = scene.app.window
    window.set_supervisor(shown=True)
    window.show_page("supervisor")
    scene.hands.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return")


def empty(_scene: Scene) -> None:
    """Nobody is on record yet."""


def reached(scene: Scene) -> None:
    """After a conversation: the longest outcome labels, and what logging waits for."""
    call(scene)
    scene.hands.press("Alt+X", "6", "Ctrl+Return")


def offline(scene: Scene) -> None:
    call(scene)
    assert scene.app.desk is not None
    assert scene.app.center is not None
    scene.app.desk.sending.stop()  # its next round would find the database
    scene.app.center.shared.dialect = "postgresql"  # a file on this desk is never offline
    session = scene.app.session
    session.desk.offline_since = scene.clock()
    scene.clock.forward(seconds=32 * 60)
    session.changed.emit(Changes.CONNECTION)


def loading(scene: Scene) -> None:
    """A record that doesn't come for more than four seconds."""
    assert scene.app.desk is not None
    scene.app.desk.record._open = lambda *_: None  # type: ignore[method-assign]
    scene.find("denise whitfield")
    QTest.qWait(Skeleton.DELAY + 50)
    for pane in scene.app.window.findChildren(Loading):
        pane._on_timeout()


def escalation(scene: Scene) -> None:
    call(scene)
    scene.hands.press("Alt+E")


def callback(scene: Scene) -> None:
    call(scene)
    scene.hands.press("Alt+C")
    scene.hands.type("tue 9:30")


def promise(scene: Scene) -> None:
    call(scene)
    scene.hands.press("Alt+P")


def appointment(scene: Scene) -> None:
    call(scene)
    scene.hands.press("Alt+B")


def send(scene: Scene) -> None:
    call(scene)
    scene.hands.press("Alt+T")


def unmet(scene: Scene) -> None:
    call(scene)
    scene.hands.press("Alt+U")


def handoff(scene: Scene) -> None:
    call(scene)
    scene.hands.press("Alt+G")


def complaint(scene: Scene) -> None:
    call(scene)
    scene.hands.press("Alt+O")


def review(scene: Scene) -> None:
    """Words of a stop in the notes and no stop: it doesn't fit together."""
    wrapup(scene)
    scene.hands.press("1", "F9")
    scene.hands.type("He said: stop calling me.")
    scene.hands.press("Ctrl+Return")


def newcomer(scene: Scene) -> None:
    unknown(scene)
    scene.hands.press("F2")
    scene.hands.type("Rosalind Achterberg")
    scene.app.window.console.lookup.results.new.click()


def correct(scene: Scene) -> None:
    """A call in which a number is told to be wrong, and another one is given."""
    call(scene)
    scene.hands.press("Alt+F", "Alt+3", "Alt+5", "Down", "Alt+1", "Alt+8")
    scene.hands.type("65550123")


def correct_text(scene: Scene) -> None:
    """An address is retired, and a mistyped number is corrected in its place."""
    scene.find("denise whitfield")
    scene.hands.press("Alt+F", "End", "Alt+7", "Home", "Return", "Backspace")
    scene.hands.type("9")


def correct_person(scene: Scene) -> None:
    scene.find("denise whitfield")
    scene.hands.press("Alt+F", "Alt+F", "Tab", "Tab")
    scene.hands.type(" ")
    window = scene.app.window
    scene.app.desk.correct.sheet.person.birth_date.set_text("9 Jun 2090")  # type: ignore[union-attr]
    scene.hands.press("Return")
    window.activateWindow()


def correct_relations(scene: Scene) -> None:
    scene.find("harold jankowski")
    scene.hands.press("Alt+F", "Alt+F", "Alt+F")


def correct_history(scene: Scene) -> None:
    scene.find("denise whitfield")
    scene.hands.press("Alt+F", "Alt+3", "Alt+5", "Down", "Alt+1", "Alt+8")
    scene.hands.type("937 555 0188")
    scene.hands.press("Return", "Alt+F")
    scene.app.desk.correct.sheet.person.name.set_text("Denise Whitfield-Stone")  # type: ignore[union-attr]
    scene.hands.press("Return")
    scene.settle()
    scene.app.center.sync.once(now=True)  # type: ignore[union-attr]
    scene.hands.press("Alt+F", "Alt+F")


def collided(scene: Scene) -> None:
    """Another desk was faster with the name; the number that both marked is no collision."""
    center, desk = scene.app.center, scene.app.desk
    assert center is not None
    assert desk is not None
    scene.find("denise whitfield")
    record = scene.app.session.record
    assert record is not None
    today = scene.clock().date()
    for login, name in (("tzielinski", "Denise Whitfield"), ("jmays", "Denise Okafor")):
        form = PersonForm(name=name, birth_date=record.view.birth_date or "", sex="female",
                          language=record.view.language or "")  # fmt: skip
        center.corrections.correct(record.view, form, Author(login=Login(login), today=today))
        scene.clock.forward(seconds=60)
        center.sync.once(now=True)
    desk.sending._first = True
    desk.sending.send_now()
    scene.hands.press("F8")


def season(scene: Scene) -> None:
    """The supervisor's list of all days, with a call open."""
    supervisor(scene)
    page = scene.app.window.supervisor
    page.filters._use(DispositionFilter())  # its menu is a window of its own
    QApplication.processEvents()
    page.rows.move_by(2)


SERVER = "db.sycamore-valley.example.org"


def signin(scene: Scene) -> None:
    """A server wants a password; one was typed, and was wrong."""
    window = scene.app.window
    window.cover()
    window.curtain.ask_sign_in("jmays", SERVER, with_password=True, way_back=True)
    scene.hands.type("not this one")
    window.curtain.show_problem(fault(Cause.WRONG_PASSWORD, scene.clock()).message)


def next_person(scene: Scene) -> None:
    """Somebody has signed out; an entry of hers stays."""
    window = scene.app.window
    window.cover()
    words = "1 entry stays on this computer and is sent at your next sign-in."
    window.curtain.ask_sign_in("", SERVER, with_password=True, way_back=False, note=words)


def newpassword(scene: Scene) -> None:
    window = scene.app.window
    window.cover()
    window.curtain.ask_change("jmays", 12)
    window.curtain.show_problem("The new password is not the same both times.")


def locked(scene: Scene) -> None:
    """As on a server, in a call."""
    call(scene)
    window = scene.app.window
    window.cover()
    window.curtain.lock(Asks.LOCK, "Jordan Mays", "09:52", on_call=True)


def account(scene: Scene) -> None:
    scene.find("denise whitfield")
    assert scene.app.desk is not None
    sheet = scene.app.desk.account.sheet
    sheet.offer("Jordan Mays", SERVER, "", (LOCK, CHANGE, SIGN_OUT))


def taken(scene: Scene) -> None:
    """Callbacks of the team that are late, one of them with a colleague on it."""
    center, desk = scene.app.center, scene.app.desk
    assert center is not None
    assert desk is not None
    scene.clock.forward(seconds=45 * 60)
    others = [one for one in center.callbacks.due(Login("jmays")) if one.owner != "jmays"]
    center.claims.take([one.id for one in others], Login("tzielinski"))
    desk.callbacks.refresh()
    scene.hands.press("F7")


def stuck(scene: Scene) -> None:
    """One call refused, one in conflict with what is on record, one held for everybody."""
    center, desk = scene.app.center, scene.app.desk
    assert center is not None
    assert desk is not None
    calls = (
        ("walter brandt", "Asks for 5% off, call the clinic", EntryState.QUARANTINED,
         "The database refused it (CheckViolation 23514)."),
        ("carl abernathy", "Wants the flu clinic's address", EntryState.CONFLICT,
         "This entry's id stands in the shared database with other content."),
        ("denise whitfield", "", EntryState.HELD,
         "The database is newer than this program. Update the console on this computer."),
    )  # fmt: skip
    for name, notes, state, error in calls:
        scene.find(name)
        scene.hands.press("Alt+D")
        scene.clock.forward(seconds=6)
        scene.hands.press("Alt+X", "1", "F9")
        scene.hands.type(notes)
        scene.hands.press("Ctrl+Return")
        scene.clock.forward(seconds=60)
        [entry] = center.outbox.queue.take(1)
        center.outbox.queue.settle([entry.id], state, error=error)
    desk.sending._view = center.outbox.view()
    desk.sending.stop()  # its first round would send them
    desk.sending._show()
    scene.hands.press("F8")


def role_ended(scene: Scene) -> None:
    """A rep's role ended in mid-shift; what she logged waits."""
    logged(scene)
    desk = scene.app.desk
    assert desk is not None
    assert scene.app.center is not None
    desk.sending.stop()
    scene.app.center.shared.dialect = "postgresql"
    scene.app.window.console.bar.slot.dismiss(MessageKind.UNDO)
    ended = fault(Cause.NO_ROLE, scene.clock())
    report, view = SyncReport(offline=ended.message), scene.app.center.outbox.view()
    wait = timedelta(minutes=1)
    desk.sending._on_done(
        Round(report=report, view=view, due=None, wait=wait, fault=ended, collisions=None)
    )
    scene.app.window.console.bar.slot.dismiss(MessageKind.CONFLICT)
    desk.sending.stop()


def glass(scene: Scene) -> None:
    """Before a record is opened in an emergency."""
    scene.find("denise whitfield")
    assert scene.app.desk is not None
    scene.app.desk.glass.sheet.open_for("Denise Whitfield")
    scene.hands.type("The ambulance asks")


def emergency(scene: Scene) -> None:
    """A record that is open in an emergency."""
    scene.find("denise whitfield")
    session = scene.app.session
    assert session.person is not None
    session.desk.glass[session.person] = scene.clock() + timedelta(minutes=30)
    session.changed.emit(Changes.RECORD)


FINDINGS = (
    (3, "Jordan Mays", "Denise Whitfield", "break_glass",
     "The ambulance asks what she takes; she cannot speak."),
    (72, "Tomasz Zielinski", "Anna Zielinski", "household", ""),
    (190, "Jordan Mays", "Jordan Mays", "self", ""),
    (1520, "Priya Raman", "Walter Brandt", "no_call", "search"),
    (1535, "Priya Raman", "Carl Abernathy", "no_call", "call"),
    (3010, "Dana Okafor", "Imani Clarke", "colleague", ""),
    (4400, "Dana Okafor", "", "bulk", "74 people in an hour"),
)  # fmt: skip


def unusual(scene: Scene) -> None:
    """What a supervisor is told of opened records."""
    supervisor(scene)
    now, page = scene.clock(), scene.app.window.supervisor
    found = tuple(
        Finding(Unusual(now - timedelta(minutes=ago), Login(rep), uuid7(), why, detail), rep, name)
        for ago, rep, name, why, detail in FINDINGS
    )
    page.offer_unusual(offered=True, unseen=1)
    scene.app.window.top.tabs.set_count("supervisor", 1)
    page.unusual_sheet.open_sheet()
    page.unusual_sheet.show_findings(found, "America/New_York", NOW.date())


def mapping_sheet(scene: Scene, **tables: str) -> MappingSheet:
    """How tables would be read, over the whole page."""
    desk, center = scene.app.desk, scene.app.center
    assert desk is not None
    assert center is not None
    sheet = MappingSheet(scene.app.theme, pane=scene.app.window.pages)
    MappingPreview(desk.correct._parts, sheet)
    with tempfile.TemporaryDirectory() as folder:
        paths = made_up.written(Path(folder), **tables)
        proposal = propose(paths, today=NOW.date())
    sheet.show_proposal(proposal, center.library().codes)
    sheet.open_sheet()
    return sheet


def mapping(scene: Scene) -> None:
    """One table: dates that can be read both ways, the cursor on them."""
    mapping_sheet(scene, registration=made_up.LIST)
    scene.hands.press("Down", "Down", "Down")


def mapping_mistake(scene: Scene) -> None:
    """A second column was taken for the birth date."""
    mapping_sheet(scene, registration=made_up.LIST)
    scene.hands.press(*["Down"] * 11, "Return")
    scene.hands.type("birth date")
    scene.hands.press("Return")


def mapping_crm(scene: Scene) -> None:
    """The export of a CRM with tables that the mapping doesn't know, tried."""
    sheet = mapping_sheet(scene, **made_up.CRM)
    scene.hands.press("Ctrl+PgDown")
    sheet.show_trial(
        {"read": 21, "created": 3, "touchpoints": 6, "skipped": 4, "rejected_count": 1,
         "rejected": [{"reason": "has no date, so it has no place on a timeline"}],
         "skipped_kinds": {"Row that the mapping leaves out": 2, "Left out": 2}}
    )  # fmt: skip
    scene.hands.press(*["Down"] * 7)


def mapping_words(scene: Scene) -> None:
    """A table of visits whose dates and words are told, with a row that would be rejected."""
    mapping_sheet(scene, **made_up.CRM)
    scene.hands.press("Ctrl+PgUp", "Down", "Down", "Down", "Return")
    scene.hands.type("outcome")
    scene.hands.press("Return", "Right")
    scene.hands.type("n")
    scene.hands.press("Return")
    scene.hands.type("did not come")
    scene.hands.press("Return")


PEOPLE = 120

SCENES: dict[str, Callable[[Scene], None]] = {
    scene.__name__: scene
    for scene in (
        free, record, entry, entry_by_date, results, call, unverified, wrapup, stop, unknown,
        logged, keys,
        key_asked, reasons, supervisor,
        empty, reached, offline, loading, escalation, callback, promise, appointment, send, unmet,
        handoff, complaint, review, newcomer, correct, correct_text, correct_person,
        correct_relations, correct_history, collided, season, signin, next_person, newpassword,
        locked, account, taken, stuck, role_ended, glass, emergency, unusual,
        mapping, mapping_mistake, mapping_crm, mapping_words,
        *IMPORT_SCENES,
    )
}  # fmt: skip


def take(name: str, base: Path, language: str) -> None:
    """Each state starts from a fresh copy: what a scene writes must not show in the next."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        shutil.copytree(base, profile)
        url = embedded_file(profile)
        settings = Settings(profile=profile, database=url, login="jmays")
        scene = Scene(settings, VIEWS[0][0], MODES[0], language)
        SCENES[name](scene)
        scene.settle()
        for (size, factor), mode in product(VIEWS, MODES):
            scene.app.window.resize(*size)
            scene.app.window.set_look(mode, factor)
            for _ in range(3):
                QApplication.processEvents()
            spoken = "" if language == ENGLISH else f"-{language}"
            text = "" if factor == 1.0 else f"-text{round(factor * 100)}"
            picture = f"{name}{spoken}{text}-{mode.name.lower()}-{size[0]}x{size[1]}.png"
            scene.app.window.grab().save(str(INTO / picture))
        scene.close()
    print(name)


def main(names: list[str]) -> None:
    """Names of scenes, and codes of languages; all of them without."""
    languages = [name for name in names if name in LANGUAGES] or list(LANGUAGES)
    names = [name for name in names if name not in LANGUAGES] or list(SCENES)
    INTO.mkdir(exist_ok=True)
    _app = QApplication(["engagement-console"])
    with tempfile.TemporaryDirectory() as folder, SilentTelephone():
        bases = {people: Path(folder) / str(people) for people in (0, PEOPLE)}
        for people, base in bases.items():
            settings = Settings(profile=base, database=embedded_file(base))
            with Center(settings, Clock(NOW.astimezone(ZoneInfo("UTC")))) as center:
                if people:
                    make(center.shared, center.library(), people=people, now=center.clock())
                else:
                    add_somebody(center)
        for name, language in product(names, languages):
            take(name, bases[0 if name == "empty" else PEOPLE], language)


def add_somebody(center: Center) -> None:
    """A rep without anybody on record."""
    with center.shared.transaction() as session:
        session.add(Staff(login="jmays", name="Jordan Mays", role="rep", active=True))


if __name__ == "__main__":
    main(sys.argv[1:])
