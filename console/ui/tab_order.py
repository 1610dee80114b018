"""Where Tab goes: through the window as it is read, and never to what a sheet covers.

Qt's own chain is the order in which widgets were made. Rows that come later, such as the answers of
a question, would be its end, and a pane that hands its focus on would hide what stands before.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLayout, QScrollArea, QWidget

from console.ui.widgets import Sheet


def move(root: QWidget, *, forward: bool) -> bool:
    """Put the focus on the next stop within `root`, around its ends; tells whether there is one."""
    stop = next_stop(root, root.window().focusWidget(), forward=forward)
    if stop is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop.setFocus(reason)
    bring_into_view(stop)
    return True


def next_stop(root: QWidget, now: QWidget | None, *, forward: bool) -> QWidget | None:
    """Give the stop after or before `now`, which need not be a stop itself."""
    order = list(_as_read(root))
    if now in order:
        place = order.index(now)
        order = order[place + 1 :] + order[:place]
    if not forward:
        order.reverse()
    return next((widget for widget in order if _is_stop(widget)), None)


def _is_stop(widget: QWidget) -> bool:
    return (
        widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
    )


def _as_read(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all it holds that can be seen, in the order of the layouts."""
    yield widget
    if isinstance(widget, QComboBox):
        return  # the line to type into is one with it
    stack = widget.children()
    sheets = [child for child in stack if isinstance(child, Sheet) and child.isVisible()]
    for child in _children(widget):
        above = (sheet for sheet in sheets if stack.index(sheet) > stack.index(child))
        if child.isVisible() and not any(
            sheet.geometry().intersected(widget.rect()).contains(child.geometry())
            for sheet in above
        ):
            yield from _as_read(child)


def _children(widget: QWidget) -> list[QWidget]:
    laid = list(_laid_out(widget.layout()))
    known = set(laid)
    others = (child for child in widget.children() if isinstance(child, QWidget))
    return laid + [child for child in others if child not in known and not child.isWindow()]


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    """In order. Not by the layout's items: Python keeps what it has seen of one when the item is
    gone, and takes it for what comes to lie at its address, which crashes sooner or later.
    """
    holder = layout.parentWidget() if layout is not None else None
    if layout is None or holder is None:
        return
    placed: list[tuple[int, QWidget | QLayout]] = []
    placed += [(layout.indexOf(one), one) for one in holder.children() if isinstance(one, QWidget)]
    placed += [(layout.indexOf(one), one) for one in layout.children() if isinstance(one, QLayout)]
    for _, part in sorted((one for one in placed if one[0] >= 0), key=lambda one: one[0]):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _laid_out(part)


def cover_of(widget: QWidget) -> Sheet | None:
    """The sheet that lies over a widget, so that it could have the focus and not be seen."""
    parent = widget.parentWidget()
    while parent is not None and not widget.isWindow():
        stack = parent.children()
        for one in reversed(stack[stack.index(widget) + 1 :]):
            if isinstance(one, Sheet) and one.isVisible() and _covers(one, widget):
                return one
        widget, parent = parent, parent.parentWidget()
    return None


def _covers(sheet: Sheet, widget: QWidget) -> bool:
    parent = sheet.parentWidget()
    return parent is not None and sheet.geometry().intersected(parent.rect()).contains(
        widget.geometry()
    )


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever scrolls around a widget, so that it is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        elif isinstance(parent, Sheet):
            parent.bring_into_view(widget)
        parent = parent.parentWidget()
