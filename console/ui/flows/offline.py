"""While the server is away: since when, and how old the consents are that one would dial on."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from console.services.connect_faults import NotAdmitted, NotTrusted, SignInNeeded
from console.ui import text
from console.ui.flows.parts import Parts
from console.ui.said import said
from console.ui.session import Changes
from console.ui.widgets import Message, MessageKind, say_aloud

AGES_MS = 30_000


class OfflineFlow(QObject):
    """The message stands in its slot for as long as it is so, and grows older with the consents.

    A file on this desk is never offline: what is wrong with its disk stands in the status bar.
    """

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._slot = parts.window.console.bar.slot
        self._ages = QTimer(self, interval=AGES_MS)
        self._connect()

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self._slot.expired.connect(self._on_expired)
        self._ages.timeout.connect(self._show)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & Changes.CONNECTION:
            self._set(away=self._session.desk.offline_since is not None)
        elif changes & (Changes.RECORD | Changes.PERSON | Changes.CALL):
            self._show()

    @Slot(MessageKind)
    def _on_expired(self, kind: MessageKind) -> None:
        if kind is MessageKind.OFFLINE:  # a passing notice of something that could not be read
            self._show()

    def _set(self, *, away: bool) -> None:
        if away:
            self._ages.start()
            self._show()
        else:
            if self._ages.isActive():
                say_aloud(
                    self._slot, self.tr("Back online. What you logged meanwhile is being sent.")
                )
            self._ages.stop()
            self._slot.dismiss(MessageKind.OFFLINE)

    @Slot()
    def _show(self) -> None:
        since = self._session.desk.offline_since
        if since is None or self._parts.center.shared.embedded:
            return
        known, message = self._slot.message(MessageKind.OFFLINE), self._message(since)
        if message != known:  # its age need not be said aloud every minute
            self._slot.show_message(message, aloud=known is None)

    def _message(self, since: datetime) -> Message:
        """Short, it says what the status bar doesn't, which has the time and what is kept."""
        library = self._session.library
        zone = library.rules.zone if library else self._parts.center.settings.zone or "UTC"
        offline = self.tr("Offline since {time}.").format(time=text.time_of_day(since, zone))
        reason = self._reason()
        said, short = (reason, text.first_sentence(reason)) if reason else self._dialing_words()
        return Message(
            MessageKind.OFFLINE, f"{offline} {said}", short=short, action=self.tr("Try now")
        )

    def _reason(self) -> str:
        """What somebody can do something about; empty for a server that just does not answer."""
        fault = self._session.desk.fault or self._parts.center.shared.fault
        return (
            said(fault.message)
            if isinstance(fault, SignInNeeded | NotAdmitted | NotTrusted)
            else ""
        )

    def _dialing_words(self) -> tuple[str, str]:
        """Whether one can still dial on what is on screen, else that logging goes on; and short."""
        record = self._session.record
        if record is None:
            whole = self.tr("Calls are logged here and sent later.")
            return whole, whole
        limit = self._parts.center.settings.consents_valid_for
        age = self._parts.clock() - record.read_at
        short = self.tr("No dialing: consents {age} min old")
        if age <= limit:
            whole = self.tr("You can dial until the consents on screen are {limit} min old.")
            short = self.tr("Dial until consents are {limit} min old")
        elif self._session.draft is not None:
            whole = self.tr(
                "After this call, no dialing: consents are {age} min old, limit {limit}."
            )
        else:
            whole = self.tr("No dialing: consents are {age} min old, limit {limit}.")
        minutes = {"age": int(age.total_seconds()) // 60, "limit": limit.seconds // 60}
        return whole.format(**minutes), short.format(**minutes)
