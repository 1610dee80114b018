"""The window stands on the screen before a database library is even read from disk."""

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

seen = []

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not seen:
            loaded = ("sqlalchemy", "psycopg", "alembic", "pydantic", "phonenumbers", "typer")
            seen.append([name for name in loaded if name in sys.modules])
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


def test_no_database_is_imported_before_the_window_is_painted(tmp_path: Path) -> None:
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
