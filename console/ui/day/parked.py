"""Parked calls: ended, not logged, each as it was left."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from console.models.bodies import Codes
from console.models.draft import Draft
from console.models.terms import Direction
from console.rules import call, names, phone
from console.ui import text
from console.ui.listing import ListSheet
from console.ui.lookup.rows import Row
from console.ui.theme.theme import Theme


class ParkedSheet(ListSheet):
    """The last one parked first; the `entered` key is its draft."""

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        super().__init__(theme, "", pane=pane, icon="pause")
        self.set_title(self.tr("Parked calls"))
        self.set_sub(self.tr("Enter takes one up again, to be logged."))
        self.list.setAccessibleName(self.tr("Parked calls"))

    def show_parked(
        self, drafts: tuple[Draft, ...], codes: Codes | None, zone: str, now: datetime
    ) -> None:
        """Show these, with times in the center's zone (IANA)."""
        if drafts:
            self.show_rows(tuple(self._row(draft, codes, zone, now) for draft in drafts))
        else:
            self.show_nothing(
                self.tr("No call is parked"),
                self.tr("After hang-up, the same key parks the call with all that was typed."),
            )

    def _row(self, draft: Draft, codes: Codes | None, zone: str, now: datetime) -> Row:
        title, line = self._who(draft), self._how_far(draft, codes, zone, now)
        side = ""
        if draft.parked_since is not None:
            side = self.tr("parked {0}").format(text.moment(draft.parked_since, zone, now))
        return Row(
            key=draft,
            title=title,
            line=line,
            note=draft.notes.partition("\n")[0],
            side=side,
            spoken=" · ".join(filter(None, (title, line, side, draft.notes))),
        )

    def _who(self, draft: Draft) -> str:
        name = names.short(draft.names.get(str(call.subject(draft)), ""))
        number = phone.display(draft.phone) if draft.phone else ""
        return name or number or self.tr("Nobody on record")

    def _how_far(self, draft: Draft, codes: Codes | None, zone: str, now: datetime) -> str:
        inbound = draft.direction is Direction.INBOUND
        way = self.tr("Incoming call") if inbound else self.tr("Outgoing call")
        code = codes.find(draft.code or "") if codes else None
        outcome = code.label if code else self.tr("no outcome yet")
        ended = text.moment(draft.ended_at or draft.started_at, zone, now)
        return self.tr("{0}, ended {1}, {2}").format(way, ended, outcome)
