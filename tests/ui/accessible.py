"""What a screen reader, the Tab key and an unsteady hand may find wrong with a window."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableView,
    QWidget,
)

from console.ui.disposition.sheet import BarSheet
from console.ui.front import Front
from console.ui.person.openings import _Link
from console.ui.timeline.detail import EntryDetail
from console.ui.timeline.loading import Loading
from console.ui.widgets import Sheet

LEAST = 24
"""Pixels, WCAG 2.2, 2.5.8."""

SAME_ELSEWHERE = (_Link,)
"""Low on a small screen; the row of the timeline that they lead to can be pressed as well."""

Role = QAccessible.Role
ROLES: dict[type[QWidget], set[QAccessible.Role]] = {
    QLineEdit: {Role.EditableText},
    QPlainTextEdit: {Role.EditableText},
    QRadioButton: {Role.RadioButton},
    QCheckBox: {Role.CheckBox},
    QComboBox: {Role.ComboBox},
    QListView: {Role.List},
    QTableView: {Role.Table},
    QTabBar: {Role.PageTabList},
    QPushButton: {Role.Button, Role.ButtonMenu},
    EntryDetail: {Role.Border},  # AT-SPI: panel; what it says is its description
    Loading: {Role.Border},
    Front: {Role.Border},
}
LOGS = {"Notices"}
"""Lists that may say the same twice in a minute."""
PARTS = {Role.ListItem, Role.Cell, Role.PageTab}
"""What has no widget of its own."""


# What a screen reader is told


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """A part of the window and all in it that can be seen."""
    if node.state().invisible:
        return
    yield node
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None:
            yield from tree(child)


def name_of(node: QAccessibleInterface) -> str:
    """Its name; that of a picker is its label on Linux, and that of the line in it elsewhere."""
    if node.role() is not Role.ComboBox:
        return str(node.text(QAccessible.Text.Name))
    widget = node.object()
    labels = [
        other.text(QAccessible.Text.Name)
        for other, relation in node.relations()
        if relation & QAccessible.RelationFlag.Label
    ]
    assert isinstance(widget, QComboBox)
    line = widget.lineEdit()
    return (labels or [line.accessibleName() if line else ""])[0]


def misnamed(window: QWidget) -> list[str]:
    """Everything that takes the focus and whose name or role says too little."""
    found = []
    for node in tree(QAccessible.queryAccessibleInterface(window)):
        widget, told = node.object(), f"{node.role().name} {name_of(node)!r}"
        if "<" in node.text(QAccessible.Text.Description):
            found.append(f"markup in the description of {told}")
        if not node.state().focusable:
            continue
        if not any(letter.isalnum() for letter in name_of(node)) and not _empty_cell(node):
            found.append(f"no name: {told} {type(widget).__name__}")
        if not _fits(node, widget):
            found.append(f"role of {type(widget).__name__}: {told}")
        found += _twins(node)
    return found


def _empty_cell(node: QAccessibleInterface) -> bool:
    return node.role() is Role.Cell  # the first of a row says all of it


def _fits(node: QAccessibleInterface, widget: QObject | None) -> bool:
    if widget is None:
        return node.role() in PARTS
    if isinstance(widget, QPushButton) and widget.isCheckable():
        return node.role() is Role.CheckBox
    wanted = (roles for kind, roles in ROLES.items() if isinstance(widget, kind))
    return node.role() in next(wanted, set())


def _twins(node: QAccessibleInterface) -> list[str]:
    """Names that two parts of the same parent share; the parent is told by its first child."""
    parent = node.parent()
    if parent is None or node.role() is Role.Cell or parent.indexOfChild(node) != 0:
        return []
    if name_of(parent) in LOGS:
        return []
    return _shared(parent)


def _shared(parent: QAccessibleInterface) -> list[str]:
    children = [parent.child(place) for place in range(parent.childCount())]
    names = Counter(
        (child.role().name, name_of(child))
        for child in children
        if child is not None and child.state().focusable and not child.state().invisible
    )
    return [f"{many} times {role} {name!r}" for (role, name), many in names.items() if many > 1]


def rows_untold(window: QWidget) -> list[str]:
    """Painted lists whose rows a screen reader would not get one by one."""
    found = []
    for view in window.findChildren(QListView):
        node = QAccessible.queryAccessibleInterface(view)
        rows = view.model().rowCount() if view.isVisible() and view.model() else 0
        names = [node.child(row).text(QAccessible.Text.Name) for row in range(rows)]
        if node.childCount() < rows or not all(names):
            found.append(f"{view.accessibleName()}: {names}")
    return found


# What Tab reaches


def walk(window: QWidget) -> list[QWidget]:
    """What has the focus after each Tab, until it is at the first again."""
    seen: list[QWidget] = []
    while len(seen) < 200:
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            assert focused is seen[0], f"Tab is caught between {said(focused)} and itself"
            return seen
        assert on_top(focused), f"{said(focused)} has the focus and is not seen"
        seen.append(focused)
    raise AssertionError("Tab never comes round")


def said(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def on_top(widget: QWidget) -> bool:
    """Whether the middle of what is in view of a widget is its own."""
    window = widget.window()
    middle = widget.visibleRegion().boundingRect().center()
    hit = window.childAt(widget.mapTo(window, middle))
    return hit is not None and (hit is widget or widget.isAncestorOf(hit))


def reachable(window: QWidget) -> set[QWidget]:
    """What can take the focus and is not below a sheet; within the small sheet, where one is."""
    widgets = [w for w in window.findChildren(QWidget) if w.isVisible()]
    sheets = [w for w in widgets if isinstance(w, Sheet)]
    small = next((w for w in widgets if isinstance(w, BarSheet)), window)
    return {
        widget
        for widget in widgets
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and small.isAncestorOf(widget)
        and not any(_below(widget, sheet) for sheet in sheets)
    }


def _below(widget: QWidget, sheet: Sheet) -> bool:
    pane = sheet.parentWidget()
    return pane is not None and pane.isAncestorOf(widget) and not sheet.isAncestorOf(widget)


def too_small(window: QWidget) -> list[str]:
    return [
        f"{said(widget)} is {widget.width()} x {widget.height()}"
        for widget in reachable(window)
        if min(widget.width(), widget.height()) < LEAST and not isinstance(widget, SAME_ELSEWHERE)
    ]
