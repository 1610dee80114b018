"""The sheet of unusual access: who opened whose record, and why that asks for a second look."""

from datetime import date

from PySide6.QtWidgets import QWidget

from console.services.oversight import Finding
from console.ui import text
from console.ui.listing import ListSheet
from console.ui.lookup.rows import Row
from console.ui.supervisor import wording
from console.ui.text import translate
from console.ui.theme.theme import Theme


class UnusualSheet(ListSheet):
    """Newest first; the one under the cursor is told whole below the list."""

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, translate("UnusualSheet", "Unusual access"), pane=pane, icon="eye")
        self.set_sub(self.tr("Last 7 days. Candidates for a second look; they prove nothing."))

    def show_findings(self, found: tuple[Finding, ...], zone: str, today: date) -> None:
        """Show these, with times in the center's zone (IANA); the cursor stays where it was."""
        if found:
            self.show_rows(tuple(_row(one, zone, today) for one in found))
            return
        self.show_nothing(
            self.tr("Nothing unusual"),
            self.tr("Nobody opened a record in the last 7 days that asks for a second look."),
        )

    def show_offline(self, sentence: str) -> None:
        """Say that they cannot be read; those in view stay in view."""
        if not self.list.rows():
            self.show_nothing(self.tr("This cannot be read now"), sentence)


def _row(found: Finding, zone: str, today: date) -> Row:
    when, who = _when(found, zone, today), wording.opened(found)
    why = wording.unusual(found.what.why, found.what.detail)
    return Row(
        key=found.what,
        title=who,
        line=why,
        icon="siren" if found.what.why == "break_glass" else "",
        icon_role="bad",
        side=when,
        spoken=f"{when} · {who}. {why}",
    )


def _when(found: Finding, zone: str, today: date) -> str:
    at, day = text.time_of_day(found.what.at, zone), text.local_day(found.what.at, zone)
    return at if day == today else f"{text.calendar_day(day, today)}, {at}"
