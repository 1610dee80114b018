"""Parts that several panes are built of: a page that scrolls, lines with a mark or label before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from console.ui.theme.fonts import Style
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Icon, Label, Themed


class Page(QScrollArea):
    """A column that scrolls up and down only; `column` takes its parts, inset unless `flush`."""

    def __init__(self, theme: Theme, *, flush: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._flush = theme, flush
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The page itself is no stop for Tab: its parts are, and they scroll into view.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self)
        page.setProperty("page", True)
        self.column = QVBoxLayout(page)
        self.setWidget(page)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_parts(self, first: QWidget, last: QWidget) -> None:
        """Scroll so that `last` is in view, and `first` too when both fit."""
        self.column.activate()
        margin = self._theme.px(8)
        self.ensureWidgetVisible(last, 0, margin)
        page = self.widget()
        top = first.mapTo(page, first.rect().topLeft()).y() if page else 0
        bar = self.verticalScrollBar()
        bar.setValue(min(bar.value(), max(0, top - margin)))

    def _on_theme_changed(self) -> None:
        fit = self._theme.fit
        side = 0 if self._flush else fit(16, 12, 8)
        self.column.setContentsMargins(side, fit(6, 5, 4), side, fit(4, 4, 3))
        self.column.setSpacing(fit(8, 4, 3))


class Marked(Themed, QWidget):
    """A line with a mark before it, an answer at its right end and an explanation below it."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        role: Role,
        text: str,
        *,
        answer: str = "",
        below: str = "",
        style: Style = "body",
        style_role: Role = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._icon = Icon(theme, icon, role, 14, parent=self)
        self._text = Label(theme, text, style, style_role, wrap=not answer, parent=self)
        self._row, self._words = QHBoxLayout(self), QVBoxLayout()
        self._words.addWidget(self._text)
        if below:
            self._words.addWidget(Label(theme, below, "meta", "text3", wrap=True, parent=self))
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        if answer:
            self._row.addWidget(Label(theme, answer, "h3", parent=self))
        self.setAccessibleName(": ".join(part for part in (text, answer or below) if part))
        self._restyle()

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(6))
        self._words.setSpacing(px(2))
        self._icon.setFixedHeight(self.theme.line_height("body"))


class Fact(Themed, QWidget):
    """A label and what is so."""

    def __init__(
        self, theme: Theme, label: str, value: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._label = Label(theme, label, "field", "text2", parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(Label(theme, value, "body", wrap=True, parent=self), 1)
        self.setAccessibleName(f"{label}: {value}")
        self._restyle()

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._label.setFixedSize(self.theme.px(72), self.theme.line_height("body"))


class PathLine(Themed, QWidget):
    """A mark, a line of text and a time."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        role: Role,
        line: str,
        time: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._row = QHBoxLayout(self)
        top = Qt.AlignmentFlag.AlignTop
        self._icon = Icon(theme, icon, role, 14, parent=self)
        self._time = Label(theme, time, "time", "text3", parent=self)
        self._row.addWidget(self._icon, 0, top)
        self._row.addWidget(Label(theme, line, "body", "text2", wrap=True, parent=self), 1)
        self._row.addWidget(self._time, 0, top)
        self.setAccessibleName(f"{line}, {time}")
        self._restyle()

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.theme.px(8))
        for part in (self._icon, self._time):
            part.setFixedHeight(self.theme.line_height("body"))


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
