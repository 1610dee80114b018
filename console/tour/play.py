"""Playing the tour: a demo of its own, the window, each step checked and photographed."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from console.app import Application
from console.errors import EnvironmentFault
from console.services.center import Center
from console.services.demo import make
from console.settings import Settings, embedded_file
from console.tour.hands import Clock, Hands, SilentTelephone
from console.tour.story import Story
from console.ui.platform import preflight
from console.ui.tasks import AtOnce
from console.ui.theme.theme import Mode

BEGINS = datetime(2026, 11, 19, 9, 41, tzinfo=ZoneInfo("America/New_York"))
"""A Thursday in flu season; the demo is made as of then."""
SIZES = ((1920, 1080, Mode.LIGHT), (1366, 768, Mode.DARK))
PEOPLE = 60
READY_MS = 20_000


@dataclass(slots=True)
class _Report:
    into: Path
    say: Callable[[str], None]
    steps: list[dict[str, Any]] = field(default_factory=list)

    def add(self, application: Application, name: str, ok: bool, seconds: float) -> None:
        """One step: its picture is taken whether it went well or not."""
        picture = f"{len(self.steps) + 1:02}-{name.lower().replace(' ', '-')}.png"
        application.window.grab().save(str(self.into / picture))
        self.steps.append(
            {"name": name, "ok": ok, "seconds": round(seconds, 3), "picture": picture}
        )
        self.say(f"{'ok ' if ok else 'NOT'}  {name}")


def wait_until_ready(application: Application) -> None:
    """The databases are opened once the window is painted, which takes its own time."""
    waiting = QEventLoop()
    application.ready.connect(waiting.quit)
    QTimer.singleShot(READY_MS, waiting.quit)
    application.start()
    waiting.exec()


def play(into: Path, say: Callable[[str], None]) -> dict[str, Any]:
    """Plays both calls; gives {"steps": [{name, ok, seconds, picture}], "ok": bool}.

    Raises EnvironmentFault when `into` cannot be written.
    """
    preflight()
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(
            f"Pictures cannot be written to {into} ({error.strerror}). Name another folder."
        ) from None
    qt = QApplication.instance() or QApplication(["engagement-console"])
    report = _Report(into, say)
    with tempfile.TemporaryDirectory() as folder, SilentTelephone():
        profile = Path(folder)
        settings = Settings(profile=profile, database=embedded_file(profile), login="jmays")
        clock = Clock(BEGINS.astimezone(ZoneInfo("UTC")))
        with Center(settings, clock) as center:
            make(center.shared, center.library(), people=PEOPLE, now=clock())
        application = Application(settings, mode=Mode.LIGHT, clock=clock, executor=AtOnce())
        application.window.resize(*SIZES[0][:2])
        wait_until_ready(application)
        story = Story(application, Hands(application.window, clock), clock)
        for name, step in story.steps():
            began = time.monotonic()
            ok = step()
            qt.processEvents()
            report.add(application, name, ok, time.monotonic() - began)
        application.close()
    return {"steps": report.steps, "ok": all(step["ok"] for step in report.steps)}
