"""The person pane: who it is, how verified, where in the journey, and what opens the talk."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from console.models.draft import DraftVerification
from console.models.views import PersonView
from console.ui.person.header import HeaderCard
from console.ui.person.openings import OpeningsCard
from console.ui.person.values import Masked
from console.ui.person.verify import VerifySheet
from console.ui.theme.theme import Layout, Theme
from console.ui.widgets import Themed


class PersonPane(Themed, QWidget):
    """The upper part of the centre: header, then the verify sheet or the four opening lines.

    It takes as much height as it needs; timeline or answers stand below it. A large screen has room
    for the lines below the sheet, too.

    Attributes:
        verify: the sheet that verifies.

    Signals:
        touchpoint_linked: the `TouchpointId` that an opening line leads to.
        journey_picked: the key of the journey to show.
        refused: the caller refuses to verify.
        could_not_verify: what the caller says does not match.
        verify_requested: open the verify sheet.
        headline_changed: a `Headline`, for where only a line has room.
    """

    touchpoint_linked = Signal(object)
    journey_picked = Signal(str)
    refused = Signal()
    could_not_verify = Signal()
    verify_requested = Signal()
    headline_changed = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.header = HeaderCard(theme, parent=self)
        self.verify = VerifySheet(theme, parent=self)
        self.openings = OpeningsCard(theme, parent=self)
        self._column = QVBoxLayout(self)
        for card in (self.header, self.verify, self.openings):
            self._column.addWidget(card)
        self._column.addStretch(1)  # on a page of its own the last card grows no taller than needed
        self._connect()
        self._show_openings(False)
        self._restyle()

    def show_person(
        self,
        view: PersonView,
        *,
        now: datetime,
        verification: DraftVerification | None = None,
        in_call: bool = False,
        spoken: bool = True,
        journey: str | None = None,
        emergency_until: datetime | None = None,
    ) -> None:
        """Show a record.

        `in_call`: the header says whether the person is verified. `spoken` False: the call ended
        and reached nobody. `journey` names the journey to show, the first without one. Until the
        person is verified on a call, the opening lines name no reason. `emergency_until`: all of
        the record is open until then.
        """
        self.header.show_person(
            view, now, verification=verification, in_call=in_call, spoken=spoken, journey=journey,
            emergency_until=emergency_until,
        )  # fmt: skip
        self.openings.show_openings(
            view.openings, view.zone, now, masked=in_call and verification is None
        )
        self._show_openings(bool(view.openings))
        picker = self.header.journeys.picker if view.journeys else None
        self.setFocusProxy(picker or self.openings.first_link() or self.header)

    def show_masked(self, masked: Masked) -> None:
        """Show somebody who must be verified first."""
        self.header.show_masked(masked)
        self.header.set_verifying(self.verify.isVisibleTo(self))
        self.setFocusProxy(self.header.refuse)
        self._show_openings(False)

    def show_unknown(self, line: str) -> None:
        """Show a call about nobody; `line` is the title of the phone line that was rung."""
        self.verify.close_sheet()
        self.header.show_unknown(line)
        self._show_openings(False)

    def show_loading(self, name: str, initials: str, line: str) -> None:
        """Show who is being read."""
        self.header.show_loading(name, initials, line)
        self._show_openings(False)

    def set_copy_from(self, at: datetime | None) -> None:
        """Say from when the consents are while there is no connection."""
        self.header.consents.set_copy_from(at)

    def _connect(self) -> None:
        self.header.journey_picked.connect(self.journey_picked)
        self.header.refused.connect(self.refused)
        self.header.could_not_verify.connect(self.could_not_verify)
        self.header.verify_requested.connect(self.verify_requested)
        self.header.headline_changed.connect(self.headline_changed)
        self.openings.touchpoint_linked.connect(self.touchpoint_linked)
        self.verify.opened.connect(self._on_verify_opened)
        self.verify.closed.connect(self._on_verify_closed)

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.theme.px(8))
        # Where it scrolls it is as tall as it likes to be, else no taller.
        tall = QSizePolicy.Policy.Minimum if self.theme.narrow else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        self._make_room()

    def _show_openings(self, there: bool) -> None:
        self._has_openings = there
        self._make_room()

    def _make_room(self) -> None:
        """Without it the fields to verify would be squeezed on a laptop's screen, or cut."""
        crowded = self.theme.layout is Layout.COMPACT and not self.verify.isHidden()
        self.openings.setVisible(self._has_openings and not crowded)

    @Slot()
    def _on_verify_opened(self) -> None:
        self.header.set_verifying(True)
        self._make_room()

    @Slot()
    def _on_verify_closed(self) -> None:
        self.header.set_verifying(False)
        self._make_room()
