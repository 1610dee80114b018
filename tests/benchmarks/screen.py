"""The timeline on the screen: a frame of scrolling through 5,000 entries, drawn offscreen."""

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

from console.models.ids import TouchpointId
from console.models.terms import Channel, Direction, Part, TouchpointKind
from console.models.views import Status, TimelineEntry, TimelinePage
from tests.benchmarks.measure import Setting, measure
from tests.benchmarks.stores import HEAVIEST, NOW

N = 50
STEP = 2_000
"""Pixels between two frames, so that each shows other rows."""


def scrolled() -> Iterator[dict[str, Any]]:
    """One frame; floor: a list as large, repainted with nothing in it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QListView

    from console.ui.theme.theme import Mode, Theme
    from console.ui.timeline import TimelinePane

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(app)
    pane, empty = TimelinePane(theme), QListView()
    pane.show_page(_page(HEAVIEST), "America/New_York", NOW)
    pane.resize(900, 500)
    pane.show()
    full, bar = pane.view, pane.view.verticalScrollBar()
    last = pane.model.index(pane.model.rowCount() - 1, 0)
    while not full.visualRect(last).isValid():  # rows are laid out in batches, between events
        app.processEvents()
    empty.resize(full.size())
    empty.show()

    def scroll(_question: int) -> None:
        bar.setValue((bar.value() + STEP) % bar.maximum())
        full.viewport().grab()

    def repaint(_question: int) -> None:
        empty.viewport().grab()

    setting = Setting("offscreen", 1, HEAVIEST)
    yield from measure("timeline on screen", setting, scroll, {"empty list": repaint}, N)


def _page(count: int) -> TimelinePage:
    """One email a day, newest first."""
    entries = tuple(
        TimelineEntry(
            id=TouchpointId(uuid4()),
            at=NOW - timedelta(days=number),
            channel=Channel.EMAIL,
            direction=Direction.OUTBOUND,
            kind=TouchpointKind.EMAIL,
            part=Part.ABOUT,
            title=f"Flu shots in your neighborhood, letter {number}",
            summary="Sent by itself",
            status=Status(key="delivered", tone="ok"),
            content="",
            campaign="",
            by="Ana",
        )
        for number in range(count)
    )
    counts = {Channel.EMAIL: count}
    return TimelinePage(
        entries=entries, before=None, total=count, since=entries[-1].at, counts=counts
    )
