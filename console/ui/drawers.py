"""What lies over other parts of the window for as long as the cursor is in it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.widgets import Sheet


class Pile(QObject):
    """Parts that share one place, where the one with the cursor lies on top.

    None is ever hidden for another's sake: whatever takes the focus, by key, by Tab or because
    something is missing in it, is thereby in view. Lists and menus that pop up are windows of
    their own and turn nothing.

    Attributes:
        on: whether the parts share one place at all; side by side nothing is to be turned.

    Signals:
        turned: another child of `place` lies on top.
    """

    turned = Signal(QWidget)

    def __init__(self, place: QWidget, drawers: tuple[QWidget, ...] = ()) -> None:
        """With `drawers`, only these come up; and they go back under the rest without the focus."""
        super().__init__(place)
        self.on = False
        self._place, self._drawers = place, drawers
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def turn(self, part: QWidget) -> None:
        """Put a part on top of the others, below the sheets that are open."""
        if self.on:
            part.raise_()
            for sheet in self._place.children():
                if isinstance(sheet, Sheet) and sheet is not part and sheet.isVisible():
                    sheet.raise_()
            self.turned.emit(part)

    def settle(self) -> None:
        """Put everything where the focus says, such as after the parts were laid out anew."""
        self._on_focus_changed(None, self._place.window().focusWidget() or self._place.window())

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not self.on or now is None or now.window() is not self._place.window():
            return
        top = now if self._place.isAncestorOf(now) else None
        while top is not None and top.parentWidget() is not self._place:
            top = top.parentWidget()
        for drawer in self._drawers:
            if drawer is not top:
                drawer.lower()
        if top is not None and (not self._drawers or top in self._drawers):
            self.turn(top)
