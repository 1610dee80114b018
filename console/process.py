"""The process of the window: one a profile, what it does with errors nobody caught, and its end."""

import gc
import logging
import os
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from console.app import Application
from console.errors import InUse
from console.services.profile import ProfileLock  # nothing of the database
from console.settings import Settings
from console.ui.language import chosen
from console.ui.notices import places
from console.ui.platform import preflight

log = logging.getLogger(__name__)
COLLECT_MS = 10_000


def run(settings: Settings, phone: str | None = None) -> int:
    """Opens the console and stays until it is closed; a second start hands over and ends.

    Raises EnvironmentFault or InUse when no window can be shown here.
    """
    preflight()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - only the console makes one
    app.setApplicationName("engagement-console")
    lock = ProfileLock(settings.workstation_file.parent)
    try:
        lock.__enter__()
    except InUse:
        from console.ui.handover import hand_over  # its network is nothing that a start needs

        if hand_over(settings.profile, phone):
            return 0
        raise
    try:
        application = Application(settings, phone=phone, language=chosen(settings))
        _report_what_nobody_caught(application)
        _collect_on_this_thread(application)
        if not application.placed:
            application.window.fill_small_screen()
        application.start()
        application.crashes.catch_signals()
        code = app.exec()
        ended = application.close()
        application.crashes.end()
    finally:
        lock.__exit__()
    if not ended:
        _leave(code)
    return code


def _leave(code: int) -> None:
    """Ends now: the interpreter would wait for the stuck thread, perhaps for ever."""
    logging.shutdown()
    os._exit(code)


def _report_what_nobody_caught(application: Application) -> None:
    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            application.notices.report(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def report_thread(args: threading.ExceptHookArgs) -> None:
        log.error("a thread failed: %s", places(args.exc_value) if args.exc_value else "")
        if args.exc_value is not None:
            application.crashes.note(args.exc_value)

    sys.excepthook = report
    threading.excepthook = report_thread


def _collect_on_this_thread(application: Application) -> None:
    """Widgets freed by a collection on a worker thread hang or crash the process."""
    gc.disable()
    gc.freeze()
    timer = QTimer(application, interval=COLLECT_MS)
    timer.timeout.connect(_collect)
    timer.start()


def _collect() -> None:
    gc.collect(1)
