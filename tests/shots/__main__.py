"""Pictures of every state of the window, both themes and layouts: `./dev shots [NAME...]`."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from console.app import Application
from console.models.records import Staff
from console.services.center import Center
from console.services.demo import make
from console.settings import Settings, embedded_file
from console.tour.hands import Clock, Hands
from console.ui.tasks import AtOnce
from console.ui.theme.theme import Mode

INTO = Path("shots")
NOW = datetime(2026, 11, 19, 9, 41, tzinfo=ZoneInfo("America/New_York"))
SIZES = ((1920, 1080), (1366, 768))


class Scene:
    """A console on a fresh copy of the demo, with hands on its keys."""

    def __init__(self, settings: Settings, size: tuple[int, int], mode: Mode) -> None:
        self.clock = Clock(NOW.astimezone(ZoneInfo("UTC")))
        self.app = Application(settings, mode=mode, clock=self.clock, executor=AtOnce())
        self.app.window.resize(*size)
        self.app.start()
        QApplication.processEvents()
        self.hands = Hands(self.app.window, self.clock)

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


def results(scene: Scene) -> None:
    scene.hands.press("F2")
    scene.hands.type("jan")


def call(scene: Scene) -> None:
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
    assert scene.app.desk is not None
    scene.app.desk.calls.ring("937 555 0193")
    scene.hands.press("Alt+A")


def logged(scene: Scene) -> None:
    wrapup(scene)
    scene.hands.press("1", "Ctrl+Return")


def keys(scene: Scene) -> None:
    scene.hands.press("F1")


def supervisor(scene: Scene) -> None:
    window = scene.app.window
    window.set_supervisor(shown=True)
    window.show_page("supervisor")
    scene.hands.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return")


def empty(_scene: Scene) -> None:
    """Nobody is on record yet."""


PEOPLE = 120

SCENES: dict[str, Callable[[Scene], None]] = {
    scene.__name__: scene
    for scene in (
        free, record, results, call, unverified, wrapup, stop, unknown, logged, keys, supervisor, empty,
    )
}  # fmt: skip


def take(name: str, base: Path) -> None:
    """Each picture starts from a fresh copy: what a scene writes must not show in the next."""
    for size in SIZES:
        for mode in (Mode.LIGHT, Mode.DARK):
            with tempfile.TemporaryDirectory() as folder:
                profile = Path(folder) / "profile"
                shutil.copytree(base, profile)
                settings = Settings(profile=profile, database=embedded_file(profile), login="jmays")
                scene = Scene(settings, size, mode)
                SCENES[name](scene)
                QApplication.processEvents()
                picture = f"{name}-{mode.name.lower()}-{size[0]}x{size[1]}.png"
                scene.app.window.grab().save(str(INTO / picture))
                scene.app.close()
    print(name)


def main(names: list[str]) -> None:
    INTO.mkdir(exist_ok=True)
    _app = QApplication(["engagement-console"])
    with tempfile.TemporaryDirectory() as folder:
        bases = {people: Path(folder) / str(people) for people in (0, PEOPLE)}
        for people, base in bases.items():
            settings = Settings(profile=base, database=embedded_file(base))
            with Center(settings, Clock(NOW.astimezone(ZoneInfo("UTC")))) as center:
                if people:
                    make(center.shared, center.library(), people=people, now=center.clock())
                else:
                    add_somebody(center)
        for name in names or SCENES:
            take(name, bases[0 if name == "empty" else PEOPLE])


def add_somebody(center: Center) -> None:
    """A rep without anybody on record."""
    with center.shared.transaction() as session:
        session.add(Staff(login="jmays", name="Jordan Mays", role="rep", active=True))


if __name__ == "__main__":
    main(sys.argv[1:])
