"""Combo boxes: one that filters as you type, and one to pick from only."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFocusEvent,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from console.rules.folding import fold
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.framed import Framed
from console.ui.widgets.popup import dress
from console.ui.widgets.themed import Themed

_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to pick: the key the program knows it by, its words, and the heading above it."""

    key: str
    label: str
    group: str = ""


class _Found(QSortFilterProxyModel):
    """The options of which words begin with what is typed; failing that, those that hold it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed: list[str] = []
        self._inside = False

    def seek(self, text: str) -> None:
        self._typed, self._inside = fold(text).split(), False
        self.invalidate()
        if self._typed and not self.rowCount():
            self._inside = True
            self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        index = self.sourceModel().index(row, 0, parent)
        if not index.data(_KEY):
            return not self._typed
        label = fold(str(index.data(Qt.ItemDataRole.DisplayRole)))
        if self._inside:
            return all(typed in label for typed in self._typed)
        words = label.split()
        return all(any(word.startswith(typed) for word in words) for typed in self._typed)


class Picker(Themed, QComboBox):
    """Picks one option by its words; a heading cannot be picked.

    Editable, it filters as the person types, and what matches nothing goes back to the option
    picked before when the focus leaves.

    Signals:
        picked: the key of the option that the person picked; not sent by `set_key`.
    """

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        editable: bool = True,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._key = ""
        self._settled = False
        self._options = QStandardItemModel(self)
        self._found = _Found(self)
        self._found.setSourceModel(self._options)
        self.setModel(self._options)
        self.setEditable(editable)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        dress(self.view(), theme, name)
        if editable:
            self._complete(name)
        self.setPlaceholderText(placeholder)
        self._restyle()
        self.activated.connect(self._on_activated)

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Offer other options; a heading stands before the first of each group."""
        self._options.clear()
        group = ""
        for option in options:
            if option.group and option.group != group:
                group = option.group
                self._options.appendRow(_heading(group))
            item = QStandardItem(option.label)
            item.setData(option.key, _KEY)
            self._options.appendRow(item)
        self.set_key(self._key)

    def key(self) -> str:
        """Give the key of the option picked, or nothing."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show an option as picked; an unknown or empty key shows none."""
        row = self.findData(key, _KEY) if key else -1
        self._key = key if row >= 0 else ""
        self.setCurrentIndex(row)
        if self.isEditable():
            self.setEditText(self.itemText(row) if row >= 0 else "")
            self._show_start()

    def found(self) -> list[str]:
        """Give the words of the options that match what is typed."""
        rows = range(self._found.rowCount())
        return [str(self._found.index(row, 0).data()) for row in rows]

    def setPlaceholderText(self, text: str) -> None:
        """Show a text while nothing is picked; an editable combo box leaves it to its line."""
        super().setPlaceholderText(text)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(text)

    def _show_start(self) -> None:
        """Show the first words of a label that is wider than the line."""
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)

    def _complete(self, name: str) -> None:
        completer = QCompleter(self._found, self)
        # Unfiltered: our own filter knows accents and word order, Qt's does not.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        popup = QListView()
        completer.setPopup(popup)
        # Afterwards: the completer gives the popup a delegate of its own.
        dress(popup, self.theme, name)
        line = self.lineEdit()
        if line is None:
            return
        # On the line, not on the combo box, which would take rows of our filter for its own.
        line.setCompleter(completer)
        line.setAccessibleName(name)
        line.textEdited.connect(self._on_text_edited)
        line.returnPressed.connect(self._on_return_pressed)
        completer.activated[QModelIndex].connect(  # type: ignore[index]  # stubs lack overloads
            self._on_completed
        )

    def _restyle(self) -> None:
        self.setFont(self.theme.font("body"))
        self.setFixedHeight(self.theme.px(32))
        line = self.lineEdit()
        if line is not None:
            line.setFont(self.theme.font("body"))

    def _pick(self, key: str) -> None:
        self.set_key(key)
        self._found.seek("")
        if key:
            self.picked.emit(key)

    @property
    def _popup(self) -> QAbstractItemView | None:
        """The list of what matches, where it is open."""
        line = self.lineEdit()
        popup = line.completer().popup() if line and line.completer() else None
        return popup if popup is not None and popup.isVisible() else None

    @Slot(str)
    def _on_text_edited(self, typed: str) -> None:
        self._settled = False
        self._found.seek(typed)

    @Slot(int)
    def _on_activated(self, row: int) -> None:
        # Words typed in full are picked by the line. The same key then picks in the list that is
        # open still, though what stands there now is another option.
        self._settled = self._popup is not None
        key = self.itemData(row, _KEY)
        if key:
            self._pick(str(key))

    @Slot(QModelIndex)
    def _on_completed(self, index: QModelIndex) -> None:
        settled, self._settled = self._settled, False
        if index.data(_KEY) and not settled:
            self._pick(str(index.data(_KEY)))

    @Slot()
    def _on_return_pressed(self) -> None:
        """Take the first match, so that "no v", Enter is enough."""
        if self._answered_by_qt():
            return
        for row in range(self._found.rowCount()):
            key = self._found.index(row, 0).data(_KEY)
            if key and self.currentText().strip():
                self._pick(str(key))
                return

    def _answered_by_qt(self) -> bool:
        """Tell whether Qt picks by itself: words typed in full, or a row marked in the popup."""
        marked = self._popup is not None and self._popup.currentIndex().isValid()
        exact = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString) >= 0
        return marked or exact

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isEditable() and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._found.seek("")
            self.set_key(self._key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel over the bar must not change an outcome that nobody looks at.
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(72), self.theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QStylePainter(self), self.theme.px
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        off: Role | None = None if self.isEnabled() else "disabled"
        left, middle = self.width() - px(10 + 14), self.height() // 2
        paint.icon(painter, self.theme, "chevron-down", off or "text2", left, middle, 14)
        if not self.isEditable():
            # The style would cut a long label in the middle of a letter.
            room = self.rect().adjusted(px(12), 0, -px(10 + 14 + 4), 0)
            words: str = self.currentText()
            ink: Role = off or "text"
            if not words:
                words, ink = self.placeholderText(), "text3"  # switched off, it says why
            paint.text(painter, self.theme, room, words, "body", ink)


class PickerField(Framed):
    """A picker with label, key cap and hint line; `picker` is the control."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        editable: bool = True,
        placeholder: str = "",
        key: str = "",
        hints: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, label, key=key, hints=hints, parent=parent)
        self.picker = Picker(theme, label, editable=editable, placeholder=placeholder, parent=self)
        self._frame(self.picker)


def _heading(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
