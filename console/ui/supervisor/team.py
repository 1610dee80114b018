"""Who of the team takes calls, and who does not and why."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from console.services.readiness import Mate
from console.ui import text
from console.ui.day.breaks import reason_words
from console.ui.listing import ListSheet
from console.ui.lookup.rows import Row
from console.ui.theme.theme import Theme


class TeamSheet(ListSheet):
    """Who is not ready stands first; it names reps, and nobody on record."""

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="users")
        self.set_title(self.tr("Ready and not ready"))
        self.set_sub(self.tr("What reps said today. Who said nothing is ready."))
        self.list.setAccessibleName(self.tr("Ready and not ready"))

    def show_team(self, team: tuple[Mate, ...], zone: str, now: datetime) -> None:
        """Show these, with times in the center's zone (IANA)."""
        if team:
            self.show_rows(tuple(self._row(mate, zone, now) for mate in team))
        else:
            self.show_nothing(
                self.tr("Nobody took a break today"),
                self.tr("When a rep is not ready, her reason and since when are shown here."),
            )

    def show_unread(self, sentence: str) -> None:
        """Say why it cannot be read."""
        self.show_nothing(self.tr("This cannot be read now"), sentence)

    def _row(self, mate: Mate, zone: str, now: datetime) -> Row:
        said = mate.presence
        words = self.tr("Ready") if said.ready else reason_words(said.reason)
        since = self.tr("since {0}").format(text.time_of_day(said.since, zone))
        lasted = text.duration(int((now - said.since).total_seconds()))
        return Row(
            key=mate.name,
            title=mate.name,
            line=f"{words}, {since}",
            icon="circle-check" if said.ready else "coffee",
            icon_role="ok" if said.ready else "warn",
            side=lasted,
            spoken=f"{mate.name} · {words}, {since} · {lasted}",
        )
