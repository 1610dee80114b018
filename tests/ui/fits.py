"""What may be wrong with a window as it stands: words cut, parts that overlap, read as HTML."""

from collections.abc import Iterable
from html import unescape
from itertools import combinations, permutations

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QMessageBox,
    QTextEdit,
    QWidget,
)

from console.ui.disposition.sheet import BarSheet
from console.ui.person.openings import OpeningsCard
from console.ui.theme.layout import Layout
from console.ui.widgets import (
    Button,
    Card,
    Chip,
    Digit,
    Label,
    MessageSlot,
    NextStepCard,
    Sheet,
    Tag,
    Themed,
)
from console.ui.widgets.heading import Heading
from console.ui.widgets.label import Aside, plain_tip
from console.ui.window import Window

LEAST_GAP = 3
"""Pixels."""
GAP = 8
"""Between the cards of a page and around them, in design px."""
ASIDE = {Layout.WIDE: (304, 432), Layout.COMPACT: (248, 348)}
"""How wide lookup and guide are beside the rest, in design px."""

# What may be cut by design, and is whole in its tooltip and accessible name: the sentences of the
# opening lines and of the message slot, and the reasons of next steps, which Alt W shows as well.
# The name in the top bar stands whole in the tab of the person.
MAY_ELIDE = (OpeningsCard, MessageSlot, NextStepCard, Heading, Aside)


def resize(window: Window, size: tuple[int, int]) -> None:
    window.resize(*size)
    for _ in range(3):  # a part laid out anew may ask for more room, and then for less
        QApplication.processEvents()


def faults(window: Window) -> list[str]:
    """Everything that is wrong, a line each."""
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    return [*cut(shown), *squeezed(shown), *overlapping(shown), *touching(shown),
            *uneven(window), *read_as_html(shown)]  # fmt: skip


def cut(shown: Iterable[QWidget]) -> list[str]:
    """Words of which a part is hidden for want of room."""
    return [f"cut: {_words(one)}" for one in shown if _is_cut(one) and not _may_elide(one)]


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, Label):
        return widget.elided
    if isinstance(widget, Digit):
        return not widget.fits(widget.width())
    return isinstance(widget, Tag | Button | Chip) and widget.width() < widget.sizeHint().width()


def _may_elide(widget: QWidget) -> bool:
    return any(isinstance(one, MAY_ELIDE) for one in _with_parents(widget))


def squeezed(shown: Iterable[QWidget]) -> list[str]:
    """Parts smaller than the least they can be read at, or that reach out of what holds them."""
    found = []
    for one in shown:
        parent = one.parentWidget()
        if not isinstance(one, Themed) or parent is None or isinstance(one, BarSheet | Sheet):
            continue
        least = one.minimumSizeHint()
        low = _lowest(one)
        if one.layout() is None and one.height() < low:  # what holds others shows in them
            found.append(f"too low, {one.height()} of {low}: {_words(one)}")
        if one.width() < least.width():
            found.append(f"too narrow, {one.width()} of {least.width()}: {_words(one)}")
        if not parent.rect().contains(one.geometry()):
            found.append(f"outside {type(parent).__name__}: {_words(one)} {one.geometry()}")
    return found


def _lowest(widget: QWidget) -> int:
    """The least height at the width that the part has."""
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width())
    return widget.minimumSizeHint().height()


def overlapping(shown: Iterable[QWidget]) -> list[str]:
    """Parts beside each other in one layout of which one lies over the other."""
    found = []
    for parent in shown:
        layout = parent.layout()
        if layout is None or isinstance(parent, QAbstractScrollArea):
            continue
        parts = [
            one
            for one in parent.children()
            if isinstance(one, QWidget)
            and one.isVisible()
            and not isinstance(one, Sheet)
            and layout.indexOf(one) >= 0
        ]
        # Their own places, not those of the layout's items: what Python has seen of an item stays
        # with it when the item is gone, and is taken for whatever comes to lie at its address.
        for one, other in combinations(parts, 2):
            at, there = one.geometry(), other.geometry()
            if at.intersects(there) and not (at.contains(there) or there.contains(at)):
                found.append(f"overlap: {_words(one)} and {_words(other)}")
    return found


def touching(shown: Iterable[QWidget]) -> list[str]:
    """Cards of one column without a gap between them; what lies piled under others is none."""
    cards = [one for one in shown if isinstance(one, Card) and not isinstance(one, Sheet)]
    places = [QRect(one.mapToGlobal(QPoint()), one.size()) for one in cards]
    return [
        f"touches: {_words(one)} and {_words(other)}"
        for (one, at), (other, there) in permutations(zip(cards, places, strict=True), 2)
        if one.parent() is other.parent()
        and at.left() == there.left()
        and abs(there.top() - at.bottom() - 1) < LEAST_GAP
    ]


def uneven(window: Window) -> list[str]:
    """Cards of the page side by side that are not as wide, or not as far apart, as designed."""
    page, px = window.console, window.theme.px
    if window.theme.narrow or not page.isVisible():
        return []
    middle = [one for one in page.centre.findChildren(Card) if one.isVisible()]
    cards = [page.lookup, page.guide, *(one for one in middle if not _in_a_card(one))]
    places = [QRect(one.mapTo(page, QPoint()), one.size()) for one in cards]
    room = QRect(0, 0, page.width(), page.bar.y())
    wide = zip((page.lookup, page.guide), ASIDE[window.theme.layout], strict=True)
    found = [f"{one.width()} wide: {_words(one)}" for one, w in wide if one.width() != px(w)]
    for one, at in zip(cards, places, strict=True):
        least = _gaps(at, room, [there for there in places if there is not at])
        if least != {px(GAP)}:
            found.append(f"gaps of {sorted(least)}: {_words(one)}")
    return found


def _gaps(at: QRect, room: QRect, others: list[QRect]) -> set[int]:
    """What lies between a place and whatever comes next to it, on its four sides."""
    beside = [one for one in others if one.top() <= at.bottom() and at.top() <= one.bottom()]
    below = [one for one in others if one.left() <= at.right() and at.left() <= one.right()]
    left = [one.right() for one in beside if one.right() < at.left()]
    right = [one.left() for one in beside if one.left() > at.right()]
    over = [one.bottom() for one in below if one.bottom() < at.top()]
    under = [one.top() for one in below if one.top() > at.bottom()]
    return {
        at.left() - max(left, default=room.left() - 1) - 1,
        min(right, default=room.right() + 1) - at.right() - 1,
        at.top() - max(over, default=room.top() - 1) - 1,
        min(under, default=room.bottom() + 1) - at.bottom() - 1,
    }


def _in_a_card(widget: QWidget) -> bool:
    return any(isinstance(one, Card) for one in _with_parents(widget.parentWidget()))


def read_as_html(shown: Iterable[QWidget]) -> list[str]:
    """Every part that would read what it is given as HTML, an image in a name for instance."""
    found = []
    for one in shown:
        if isinstance(one, QLabel) and one.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"read as HTML: label {_words(one)}")
        if isinstance(one, QTextEdit) and one.acceptRichText() and not one.isReadOnly():
            found.append(f"read as HTML: {_words(one)}")
        if isinstance(one, QMessageBox):
            found.append("read as HTML: message box")
        tips = [one.toolTip()]
        if isinstance(one, QAbstractItemView):
            tips += _tips(one.model())
        found += [f"read as HTML: tooltip {tip!r}" for tip in tips if not _is_plain(tip)]
    return found


def _is_plain(tip: str) -> bool:
    """Whether it is what `plain_tip` makes of some text."""
    return tip == plain_tip(unescape(tip.removeprefix("<p>").removesuffix("</p>")))


def _tips(model: QAbstractItemModel | None) -> list[str]:
    if model is None:
        return []
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    rows = range(model.rowCount())
    places = (model.index(row, column) for row in rows for column in range(columns))
    tips = (place.data(Qt.ItemDataRole.ToolTipRole) for place in places)
    return [tip for tip in tips if isinstance(tip, str)]


def _words(widget: QWidget) -> str:
    said = widget.text() if isinstance(widget, QLabel) else widget.accessibleName()
    inside = [type(one).__name__ for one in _with_parents(widget)][1:3]
    return f"{type(widget).__name__} {said!r} in {' in '.join(inside)}"


def _with_parents(widget: QWidget | None) -> Iterable[QWidget]:
    one = widget
    while one is not None:
        yield one
        one = one.parentWidget()
