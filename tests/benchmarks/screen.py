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

N = 500
STEP = 240
"""Pixels between two frames: a wheel turned fast. All runs together go through the whole; every
fifteenth frame or so a page joins, so that the p95 tells of such a frame as well."""
PAGE = 50
ZONE = "America/New_York"


def scrolled() -> Iterator[dict[str, Any]]:
    """One frame, with the pages that come meanwhile; floor: an empty list as large, repainted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QListView

    from console.ui.theme.theme import Mode, Theme
    from console.ui.timeline import TimelinePane

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(mode=Mode.LIGHT)
    theme.apply(app)
    pane, empty = TimelinePane(theme), QListView()
    pages = _Pages(pane, HEAVIEST)
    pages.show_first()
    pane.resize(900, 500)
    pane.show()
    full, bar = pane.view, pane.view.verticalScrollBar()
    empty.resize(full.size())
    empty.show()

    def scroll(_question: int) -> None:
        if bar.value() == bar.maximum() and not pages.more:
            pages.show_first()
        bar.setValue(bar.value() + STEP)
        app.processEvents()  # pages come, and what changed is painted

    def repaint(_question: int) -> None:
        empty.viewport().update()
        app.processEvents()

    setting = Setting("offscreen", 1, HEAVIEST)
    yield from measure("timeline on screen", setting, scroll, {"empty list": repaint}, N)


class _Pages:
    """Answers the pane at once with pages of so many touchpoints, one email a day."""

    def __init__(self, pane: Any, count: int) -> None:
        self._pane = pane
        self._entries = tuple(_entry(number) for number in range(count))
        self._numbers = {entry.id: number for number, entry in enumerate(self._entries)}
        self.more = True
        pane.more_requested.connect(self._show_below)

    def show_first(self) -> None:
        from console.ui.timeline.model import Fits

        self._show(0, Fits.FIRST)
        self._show(0, Fits.ALONE)  # from wherever it was

    def _show_below(self, before: Any) -> None:
        from console.ui.timeline.model import Fits

        self._show(self._numbers[before[1]] + 1, Fits.BELOW)

    def _show(self, start: int, fits: Any) -> None:
        shown = self._entries[start : start + PAGE]
        self.more = start + PAGE < len(self._entries)
        page = TimelinePage(
            entries=shown,
            before=(shown[-1].at, shown[-1].id) if self.more else None,
            total=len(self._entries),
            since=self._entries[-1].at,
            counts={Channel.EMAIL: len(self._entries)},
        )
        self._pane.show_page(page, ZONE, NOW, fits)


def _entry(number: int) -> TimelineEntry:
    return TimelineEntry(
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
