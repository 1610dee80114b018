"""A process that shows one window and ends once it is painted: the console's, or an empty one."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class EndAfterPaint(QObject):
    """Ends the process, as it stands, when the window was painted for the first time."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self.end)
        return False

    def end(self) -> None:
        print("painted", flush=True)
        os._exit(0)


def main() -> None:
    what, profile = sys.argv[1], Path(sys.argv[2])
    app = QApplication(sys.argv[:1])
    ending = EndAfterPaint()
    if what == "empty":
        window = QWidget()
        window.resize(1366, 768)
        window.installEventFilter(ending)
        window.show()
    else:
        from console.app import Application
        from console.settings import from_environment

        application = Application(from_environment(profile))
        application.window.installEventFilter(ending)
        application.start()
    app.exec()


if __name__ == "__main__":
    main()
