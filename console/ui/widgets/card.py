"""Surfaces that panes stand on: the card, and the sheet that covers one."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollBar, QVBoxLayout, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.label import Label
from console.ui.widgets.mark import Icon, KeyCap
from console.ui.widgets.themed import Themed
from console.ui.widgets.way_back import WayBack

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Card(Themed, QFrame):
    """A surface with a line around it; a head with title, sub text and key, and a body.

    Attributes:
        head: the row of the title; `add_to_head` puts a widget before the key cap.
        body: the column below it.
    """

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        sub: str = "",
        key: str = "",
        *,
        inset: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._inset = inset
        self._fill: Role = "surface"
        self._edge: Role = "line"
        self._edge_width = 1
        self._title = Label(theme, title, "h2", parent=self)
        self._sub = Label(theme, sub, "meta", "text3", parent=self)
        self._cap = KeyCap(theme, key, parent=self)
        self.setAccessibleName(title)
        self._build()
        self._restyle()

    def set_title(self, title: str) -> None:
        """Change the title, which is the card's name as well."""
        self._title.set_text(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_sub(self, sub: str) -> None:
        """Change the text beside the title."""
        self._sub.set_text(sub)
        self._sub.setVisible(bool(sub))

    def set_colors(self, fill: Role, edge: Role, width: int = 1) -> None:
        """Use another surface and edge."""
        self._fill, self._edge, self._edge_width = fill, edge, width
        self.update()

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the right end of the head, before the key cap."""
        self.head.insertWidget(self.head.count() - 1, widget)

    def _build(self) -> None:
        self.column = QVBoxLayout(self)
        self.head, self.body = QHBoxLayout(), QVBoxLayout()
        self.head.addWidget(self._title)
        self.head.addWidget(self._sub)
        self.head.addStretch(1)
        self.head.addWidget(self._cap)
        self.column.addLayout(self.head)
        self.column.addLayout(self.body, 1)
        for part in (self._title, self._sub):
            part.setVisible(bool(part.text()))

    def _restyle(self) -> None:
        px = self.theme.px
        side = px(self._inset if self._inset is not None else 12 if self.theme.compact else 16)
        self.column.setContentsMargins(side, px(10), side, px(12))
        self.column.setSpacing(px(8))
        self.head.setSpacing(px(8))
        self.body.setSpacing(px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, self.theme, self.rect(), self._fill, self._edge, radius=8,
                  width=self._edge_width)  # fmt: skip


class Sheet(Card):
    """A card with an accent edge that covers the pane it is opened over; Esc closes it, and Enter
    presses the button that has the focus.

    Over a pane that is lower than the least it needs it slides up and down behind its edge.

    Attributes:
        gives_way: it closes when the focus goes to what lies below it; a sheet to type into stays.

    Signals:
        opened: it covers the pane and has the focus.
        closed: the pane is free again; the focus is back where it was.
    """

    gives_way = False
    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        pane: QWidget,
        icon: str = "",
        icon_role: Role = "accent",
        sub: str = "",
        key: str = "",
    ) -> None:
        super().__init__(theme, title, sub, key, parent=pane)
        self.set_colors("surface", "accent", 2)
        self._pane = pane
        self._back = WayBack()
        self._slider = QScrollBar(Qt.Orientation.Vertical, self)
        self._slider.valueChanged.connect(self._cover)
        self._slider.hide()
        if icon:
            self.head.insertWidget(0, Icon(theme, icon, icon_role, 18, parent=self))
        pane.installEventFilter(self)
        self.hide()

    def open_sheet(self) -> None:
        """Cover the pane and take the focus; asked for once more, it begins anew."""
        if self.isHidden():
            self._back.keep(self.window())
        self._cover()
        self.show()
        self.raise_()
        self._focus_first()
        self.opened.emit()

    def close_sheet(self) -> None:
        """Free the pane and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        self._back.take()
        self.closed.emit()

    def give_way(self, below: QWidget) -> None:
        """Something below it got the focus, where nobody would see it."""
        if self.gives_way:
            self.close_sheet()
            below.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_first()

    def cycle(self) -> bool:
        """Go on to the next part of the sheet; says whether it has parts to go through."""
        return False

    def bring_into_view(self, part: QWidget) -> None:
        """Slide so that a part of it is seen."""
        top = part.mapTo(self, QPoint(0, 0)).y()
        bottom, room = top + part.height(), self._pane.height()
        shown = self._slider.value()
        self._slider.setValue(min(top, max(shown, bottom + self.theme.px(8) - room)))

    @Slot()
    def _cover(self) -> None:
        room, least = self._pane.size(), self.minimumSizeHint().height()
        over = max(0, least - room.height())
        self._slider.setRange(0, over)
        self._slider.setPageStep(room.height())
        self._slider.setVisible(over > 0)
        hidden, wide = self._slider.value(), self._slider.sizeHint().width()
        self.setGeometry(0, -hidden, room.width(), room.height() + over)
        self._slider.setGeometry(room.width() - wide - 2, hidden + 2, wide, room.height() - 4)
        self._slider.raise_()

    def _focus_first(self) -> None:
        for child in self.findChildren(QWidget):
            if child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                child.setFocus(Qt.FocusReason.PopupFocusReason)
                return
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._cover()  # what it needs may have changed
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._pane:
            self._cover()
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._slider.setValue(self._slider.value() - event.angleDelta().y() // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in ENTER and isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()  # Qt presses it with the space bar alone
        else:
            super().keyPressEvent(event)
