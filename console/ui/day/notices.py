"""Notices: everything that the message slot said, with its time."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from console.rules.noticed import Said
from console.ui import text
from console.ui.listing import ListSheet
from console.ui.lookup.rows import Row
from console.ui.theme.theme import Theme
from console.ui.widgets import MessageKind
from console.ui.widgets.slot import LOOKS


class NoticeSheet(ListSheet):
    """Newest first; the one under the cursor is told whole below."""

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="bell")
        self.set_title(self.tr("Notices"))
        self.set_sub(self.tr("Of the last 12 hours, without names. Nothing of it is stored."))
        self.list.setAccessibleName(self.tr("Notices"))

    def show_notices(self, said: tuple[Said, ...], zone: str, now: datetime) -> None:
        """Show these, with times in the center's zone (IANA)."""
        if said:
            self.show_rows(tuple(self._row(one, zone, now) for one in said))
        else:
            self.show_nothing(
                self.tr("Nothing was said yet"),
                self.tr("What the window tells you stays readable here when it has passed."),
            )

    def _row(self, said: Said, zone: str, now: datetime) -> Row:
        _, _, role, icon = LOOKS[MessageKind(said.kind)]
        at = text.moment(said.at, zone, now)
        side = self.tr("{0}, %n times", "", said.times).format(at) if said.times > 1 else at
        return Row(
            key=said,
            title=said.text,
            icon=icon,
            icon_role=role,
            side=side,
            spoken=f"{side} · {said.text}",
        )
