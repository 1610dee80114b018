"""The sheet that covers the guide: a fixed head, a page that scrolls, a fixed foot."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.ui.parts import Page
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Button, Rule, Sheet


class GuideSheet(Sheet):
    """A sheet with 2 px accent edge; `top` stands fixed below the title, `foot` at the bottom."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        pane: QWidget,
        icon: str,
        icon_role: Role,
        key: str,
        done: str,
    ) -> None:
        super().__init__(theme, title, pane=pane, icon=icon, icon_role=icon_role, key=key)
        self.page = Page(theme, parent=self)
        self.top, self.foot = QVBoxLayout(), QHBoxLayout()
        self.done = Button(theme, done, key="Esc", parent=self)
        self.done.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.done.clicked.connect(self._on_done_clicked)
        self.column.insertLayout(1, self.top)
        self.body.addWidget(Rule(theme, parent=self))
        self.body.addWidget(self.page, 1)
        self.body.addWidget(Rule(theme, parent=self))
        self.body.addLayout(self.foot)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)
        self._restyle()

    def _restyle(self) -> None:
        super()._restyle()
        if not hasattr(self, "foot"):
            return
        px = self.theme.px
        side = px(12 if self.theme.compact else 16)
        self.column.setContentsMargins(2, px(8), 2, px(8))
        self.column.setSpacing(px(6))
        self.head.setContentsMargins(side, 0, px(12), 0)
        self.top.setContentsMargins(side, 0, side, px(2))
        self.body.setSpacing(0)
        self.foot.setContentsMargins(side, px(8), side, 0)
        self.foot.setSpacing(px(8))

    def _focus_first(self) -> None:
        self.done.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _on_done_clicked(self) -> None:
        self.close_sheet()
