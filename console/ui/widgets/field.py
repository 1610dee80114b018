"""Fields to type into: a line, a search, and an area for notes."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import paint
from console.ui.widgets.framed import Framed
from console.ui.widgets.themed import Themed


class LineEdit(Themed, QLineEdit):
    """A line edit of the design's height, with a painted search icon if asked for."""

    def __init__(
        self,
        theme: Theme,
        *,
        placeholder: str = "",
        search: bool = False,
        sunken: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._search = search
        self.setPlaceholderText(placeholder)
        # Painted, because QLineEdit.addAction would make a button without a name.
        self.setProperty("icon", search)
        self.setProperty("tone", "sunken" if sunken else "plain")
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self.theme.font("body"))
        self.setFixedHeight(self.theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(64), self.theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._search:
            role: Role = "text3" if self.isEnabled() else "disabled"
            middle = self.height() // 2
            paint.icon(QPainter(self), self.theme, "search", role, self.theme.px(10), middle)


class SearchField(LineEdit):
    """A search field without a label row; `name` is what screen readers say."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        placeholder: str = "",
        sunken: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, placeholder=placeholder or name, search=True, sunken=sunken, parent=parent
        )
        self.setAccessibleName(name)


class Field(Framed):
    """One line of text.

    Signals:
        text_changed: the text, as typed.
        submitted: the text, when Enter is pressed.
    """

    text_changed = Signal(str)
    submitted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        placeholder: str = "",
        key: str = "",
        optional: str = "",
        hints: bool = False,
        search: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, label, key=key, optional=optional, hints=hints, parent=parent)
        self.edit = LineEdit(theme, placeholder=placeholder, search=search, parent=self)
        self._frame(self.edit)
        self.edit.textChanged.connect(self.text_changed)
        self.edit.returnPressed.connect(self._on_return_pressed)

    def text(self) -> str:
        """Give what is typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text into the field."""
        self.edit.setText(text)

    @Slot()
    def _on_return_pressed(self) -> None:
        self.submitted.emit(self.edit.text())


class TextArea(Framed):
    """Several lines of plain text, for notes; Tab leaves it. Height 0 takes the room left.

    Signals:
        text_changed: the text, as typed.
    """

    text_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        placeholder: str = "",
        key: str = "",
        optional: str = "",
        height: int = 50,
        hints: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, label, key=key, optional=optional, hints=hints, parent=parent)
        self._height = height
        self.edit = QPlainTextEdit(self)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setTabChangesFocus(True)
        tall = QSizePolicy.Policy.Fixed if height else QSizePolicy.Policy.Expanding
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        self._frame(self.edit)
        self.edit.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """Give what is typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text into the area."""
        self.edit.setPlainText(text)

    def set_height(self, height: int) -> None:
        """Change the height, in design px."""
        self._height = height
        self._restyle()

    def _restyle(self) -> None:
        super()._restyle()
        if self._control is None:
            return
        self.edit.setFont(self.theme.font("body"))
        if self._height:
            self.edit.setFixedHeight(self.theme.px(self._height))

    @Slot()
    def _on_text_changed(self) -> None:
        self.text_changed.emit(self.edit.toPlainText())
