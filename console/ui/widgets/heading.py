"""A line that says who is shown: name, state, and that there is something to know."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.ui.theme.theme import Theme
from console.ui.widgets.label import Label, set_tip
from console.ui.widgets.mark import Kind, Tag
from console.ui.widgets.themed import Themed


class Heading(Themed, QWidget):
    """`title` stands here as long as nobody is shown. The tag gives up its words before the name
    is cut, and keeps its icon.
    """

    def __init__(self, theme: Theme, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._title = title
        self._told: tuple[str, Kind, str] | None = None
        self._name = Label(theme, "", "h2", parent=self)
        self._tag = Tag(theme, "", parent=self)
        self._alerts = Tag(theme, "", "warn", "triangle-alert", parent=self)
        self._row = QHBoxLayout(self)
        for part in (self._name, self._tag, self._alerts):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._restyle()
        self.show_heading("", None, ())

    def show_heading(
        self, name: str, tag: tuple[str, Kind, str] | None, alerts: tuple[str, ...]
    ) -> None:
        """Show a name, a tag as words, kind and icon, and how many alerts there are."""
        self._name.set_text(name or self._title)
        self._told = tag
        self._tag.setVisible(tag is not None)
        self._alerts.setVisible(bool(alerts))
        self._alerts.set_tag(str(len(alerts)), "warn", "triangle-alert")
        self._alerts.setAccessibleName("; ".join(alerts))
        set_tip(self._alerts, "\n".join(alerts))
        self._show_tag()

    def _show_tag(self) -> None:
        if self._told is None:
            return
        words, kind, icon = self._told
        taken = self._name.sizeHint().width() + self._row.spacing()
        if not self._alerts.isHidden():
            taken += self._alerts.sizeHint().width() + self._row.spacing()
        fits = taken + Tag.wanted(self.theme, words, icon) <= self.width()
        self._tag.set_tag(words if fits else "", kind, icon)
        self._tag.setAccessibleName(words)
        set_tip(self._tag, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tag()

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.theme.px(8))
        self._show_tag()
