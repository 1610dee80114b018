"""What stands about a person beside her history: enrollments, consents, holds."""

from datetime import datetime
from random import Random

from console.models.facts import ConsentEvent, Enrollment, Hold
from console.models.terms import (
    Channel,
    ConsentAction,
    ConsentForm,
    EnrollmentAction,
    HoldCause,
    Purpose,
    StopScope,
)
from console.services.demo.calendar import Calendar
from console.services.demo.ledger import IMPORTER, Ledger
from console.services.demo.someone import Someone
from console.services.demo.vocabulary import Vocabulary


class Standing:
    """Writes these facts of one person into the ledger.

    Attributes:
        one: whose.
    """

    def __init__(
        self, ledger: Ledger, calendar: Calendar, words: Vocabulary, chance: Random, one: Someone
    ) -> None:
        self.ledger = ledger
        self.calendar = calendar
        self.words = words
        self.chance = chance
        self.one = one

    def enroll(
        self, journey: str, at: datetime, *, track: str | None = None, why: str = ""
    ) -> None:
        """Nothing when no playbook of that name is published."""
        if self.words.journey(journey):
            self.ledger.fact(
                Enrollment,
                person_id=self.one.id,
                journey=journey,
                track=track,
                action=EnrollmentAction.ENROLLED,
                at=at,
                reason=why,
            )

    def agree(
        self,
        channel: Channel,
        at: datetime,
        *purposes: Purpose,
        form: ConsentForm = ConsentForm.IMPORTED,
    ) -> None:
        for purpose in purposes:
            self._consent(channel, at, purpose, ConsentAction.GIVEN, form, None)

    def revoke(
        self, channel: Channel, at: datetime, scope: StopScope, purpose: Purpose | None = None
    ) -> None:
        """A stop that came in writing: a link in an email, a card sent back."""
        form = ConsentForm.WEB if channel is Channel.EMAIL else ConsentForm.WRITTEN
        self._consent(channel, at, purpose, ConsentAction.REVOKED, form, scope)

    def _consent(
        self,
        channel: Channel,
        at: datetime,
        purpose: Purpose | None,
        action: ConsentAction,
        form: ConsentForm,
        scope: StopScope | None,
    ) -> None:
        self.ledger.fact(
            ConsentEvent,
            person_id=self.one.id,
            contact=None,
            channel=channel,
            purpose=purpose,
            action=action,
            form=form,
            scope=scope,
            lifts=[],
            at=at,
            by=IMPORTER,
            evidence="intake form" if action is ConsentAction.GIVEN else "",
            reason="",
        )

    def hold(self, cause: HoldCause, at: datetime, note: str) -> None:
        self.ledger.fact(
            Hold, person_id=self.one.id, cause=cause, provisional=False, at=at, note=note
        )
