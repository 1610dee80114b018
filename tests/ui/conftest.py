"""What every test of a window stands on: the widgets of the test before are really gone."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def empty_stage(request: pytest.FixtureRequest) -> None:
    """Carry out the deletions that were put off; without an event loop nobody does.

    A style sheet set for one test would otherwise dress the widgets of all tests before it.
    """
    if "qapp" in request.fixturenames:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
