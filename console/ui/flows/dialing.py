"""Dialing: which number, and why not now."""

import re
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from console.models.bodies import Rules
from console.models.terms import Channel, ContactSystem, OutreachClass
from console.models.views import RecordView
from console.rules.permission import may_contact
from console.ui.flows.parts import Parts
from console.ui.said import each

EARLY = timedelta(minutes=15)
"""How much before the time that a person asked for herself a callback still is what she asked."""
DIGITS = re.compile(r"\+?[0-9]{3,15}")


class Dialing(QObject):
    """Asks the rules about the person shown; permission to call her is asked for nowhere else."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session

    def number(self) -> str | None:
        """The number to dial: the confidential one where one is set, else the first."""
        record = self._session.record
        points = record.view.contact_points if record else ()
        leads = [p for p in points if not (p.wrong or p.no_service)]
        phones = [p for p in leads if p.system is ContactSystem.PHONE]
        confidential = [p for p in phones if p.confidential]
        chosen = (confidential or phones)[:1]
        return chosen[0].value if chosen else None

    def refusal(self, number: str | None) -> str:
        """Why it must not be dialed now, in sentences; empty when it may."""
        record, library = self._session.record, self._session.library
        if record is None or library is None:
            return self.tr("Nobody is picked. Find the person first ({0}).").format(
                self._parts.key("F2")
            )
        if not number:
            return self.tr("No phone number is on record for this person.")
        if not DIGITS.fullmatch(number):
            return self.tr("What is on record is no number that can be dialed.")
        if self._claim_is_over():
            return self.tr("This callback was open for long and is free for others. Open it again.")
        if self._session.staff is None:
            return self.tr("It is not known yet who works here. Try again in a moment.")
        return self._not_permitted(number, record, library.rules)

    def _not_permitted(self, number: str, record: RecordView, rules: Rules) -> str:
        now = self._parts.clock()
        if now - record.read_at > self._parts.center.settings.consents_valid_for:
            return self.tr("Offline: the consents on screen are too old to dial on.")
        permission = may_contact(
            record.facts,
            Channel.CALL,
            OutreachClass.TREATMENT,
            now,
            rules,
            contact=number,
            asked_for=self._asked_for(now),
        )
        return "" if permission.allowed else each(permission.reasons)

    def _claim_is_over(self) -> bool:
        """Whether somebody else may be calling her by now, because the callback's lease ran out."""
        desk = self._session.desk
        until = desk.claimed_until
        return desk.callback is not None and until is not None and self._parts.clock() >= until

    def _asked_for(self, now: datetime) -> bool:
        """Whether the callback opened is for a time that the person asked for, and that has come.

        A time of her own opens hours and caps; one that we promised, or another time, does not.
        """
        asked = self._session.desk.asked_for
        return asked is not None and now >= asked - EARLY
