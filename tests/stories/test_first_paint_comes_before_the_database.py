"""The window stands on the screen before anything is read from disk that it doesn't show yet."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from console import process
from console.settings import from_environment

LATER = (
    "sqlalchemy", "psycopg", "alembic", "pydantic", "phonenumbers", "typer",
    # the page of a call, its lists and fields, and whatever holds a record
    "console.ui.console_page", "console.ui.flows", "console.ui.lookup", "console.ui.widgets.picker",
    "console.ui.session", "console.ui.said", "console.ui.tab_order", "console.models.views",
    # what only a report or a second start needs
    "PySide6.QtNetwork", "importlib.metadata",
)
seen = []

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not seen:
            seen.append([name for name in LATER if name in sys.modules])
        return False

class Watched(process.Application):
    def start(self):
        self.watcher = FirstPaint(self)
        self.window.installEventFilter(self.watcher)
        self.window.centralWidget().installEventFilter(self.watcher)
        self.ready.connect(QApplication.quit)
        super().start()

process.Application = Watched
process.run(from_environment(Path(sys.argv[1])))
print("before the first paint:", seen[0])
print("after it:", "sqlalchemy" in sys.modules)
"""


def test_neither_database_nor_page_is_imported_before_the_window_is_painted(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "profile")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )

    assert done.returncode == 0, done.stderr
    assert "before the first paint: []" in done.stdout
    assert "after it: True" in done.stdout
