"""Everything that must be known of a person before a word is said, each in its whole words."""

from PySide6.QtWidgets import QWidget

from console.ui.listing import ListSheet
from console.ui.lookup.rows import Row
from console.ui.marks import Mark
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role

_INKS: dict[str, Role] = {"bad": "bad", "warn": "warn", "ok": "ok", "info": "accent_text"}


class AlertSheet(ListSheet):
    """The gravest first; the line below has a flag whole that its row cuts."""

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="triangle-alert")
        self.set_title(self.tr("Alerts"))
        self.list.setAccessibleName(self.tr("Alerts"))

    def show_alerts(self, name: str, alerts: tuple[Mark, ...]) -> None:
        """Show those of a person; there is at least one."""
        self.set_sub(name)
        self.show_rows(
            tuple(
                Row(key=number, title=mark.text, icon=mark.icon,
                    icon_role=_INKS.get(mark.kind, "text3"), spoken=mark.text)
                for number, mark in enumerate(alerts)
            )
        )  # fmt: skip
