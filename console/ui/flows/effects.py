"""Effects of a call: their sheets, what the rep puts into them, and the chips that tell of it."""

from PySide6.QtCore import QObject, Slot

from console.models.draft import Draft
from console.rules import script, when
from console.ui import text
from console.ui.disposition import EffectContext, EffectState, SendChoice
from console.ui.flows.call import zone_of_subject
from console.ui.flows.parts import Parts
from console.ui.flows.sendable import sendable
from console.ui.session import Changes


class EffectFlow(QObject):
    """An effect belongs to the call and goes with its log; till then it can be changed or removed.

    "missed" is a sheet of its own: why a required statement was not read aloud.
    """

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._sheets = parts.window.effects
        parts.window.console.bar.effect_requested.connect(self.open)
        self._sheets.submitted.connect(self._on_submitted)
        self._sheets.removed.connect(self._on_removed)
        self._sheets.closed.connect(self._on_sheet_closed)
        self._session.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes & Changes.CALL and self._session.draft is None:
            self._sheets.close()

    @Slot(str)
    def open(self, kind: str, content: str = "", time: str = "") -> None:
        """Opens the sheet of an effect; `content` is marked to be sent, `time` begins with."""
        draft, now = self._session.draft, self._parts.clock()
        if draft is None:
            words = self.tr("Start the call first ({0}): effects belong to it.")
            self._parts.notices.tell(words.format(self._parts.key("Alt+A")))
            return
        value = self._value(draft, kind)
        choices = sendable(self._parts) if kind == "send" else ()
        if content:
            value = (*draft.sends, *self._first_way(content, choices))
        library, zone = self._session.library, zone_of_subject(self._parts)
        self._sheets.open(
            kind,
            value,
            EffectContext(
                now=now,
                zone=zone,
                at=when.parse(time, now, zone).at if time else None,
                my_zone=library.rules.zone if library else "UTC",
                contents=choices,
            ),
        )

    def _first_way(self, content: str, choices: tuple[SendChoice, ...]) -> tuple[str, ...]:
        allowed = [
            f"{c.content}/{c.channel}" for c in choices if c.content == content and not c.off
        ]
        return tuple(allowed[:1])

    def _value(self, draft: Draft, kind: str) -> object:
        values: dict[str, object] = {
            "callback": draft.callback,
            "promise": draft.promises[-1] if draft.promises else None,
            "appointment": draft.appointment,
            "send": draft.sends,
            "unmet_need": draft.unmet_need,
            "hand_off": draft.hand_off,
            "complaint": draft.complaint,
        }
        return values.get(kind)

    @Slot(str, object)
    def _on_submitted(self, kind: str, value: object) -> None:
        draft = self._session.draft
        if draft is None:
            return
        if kind == "missed":
            self._missed(draft, str(value))
            return
        fields = {"promise": "promises", "send": "sends"}
        stored = (value,) if kind == "promise" else value
        self._session.change_draft(Changes.OUTCOME, **{fields.get(kind, kind): stored})

    @Slot(str)
    def _on_removed(self, kind: str) -> None:
        empty: dict[str, tuple[str, object]] = {
            "promise": ("promises", ()),
            "send": ("sends", ()),
            "unmet_need": ("unmet_need", ""),
            "complaint": ("complaint", ""),
        }
        name, value = empty.get(kind, (kind, None))
        self._session.change_draft(Changes.OUTCOME, **{name: value})

    @Slot(str)
    def _on_sheet_closed(self, _kind: str) -> None:
        """The keys go back to where the call goes on."""
        if self._session.on_line:
            self._parts.window.console.guide.focus_guide()

    def _missed(self, draft: Draft, reason: str) -> None:
        library = self._session.library
        found = library.scripts.get(draft.script or "") if library else None
        if found is not None:
            changed = script.missed(draft, found, reason, self._parts.clock())
            self._session.set_draft(changed, Changes.OUTCOME | Changes.GUIDE)


def effect_states(parts: Parts, draft: Draft) -> tuple[EffectState, ...]:
    """The chips of the bar: what is attached, with its time in the person's zone."""
    zone, now = zone_of_subject(parts), parts.clock()
    callback, appointment = draft.callback, draft.appointment
    due = draft.promises[-1] if draft.promises else None
    return (
        _chip("callback", callback, text.moment(callback.due_at, zone, now) if callback else ""),
        _chip("promise", due, text.moment(due.due_at, zone, now) if due else ""),
        _chip(
            "appointment",
            appointment,
            text.moment(appointment.at, zone, now) if appointment else "",
        ),
        _chip("send", draft.sends, str(len(draft.sends)) if draft.sends else ""),
        _chip("unmet_need", draft.unmet_need, draft.unmet_need),
        _chip("hand_off", draft.hand_off, draft.hand_off.to if draft.hand_off else ""),
        _chip("complaint", draft.complaint, ""),
    )


def _chip(kind: str, value: object, detail: str) -> EffectState:
    return EffectState(kind=kind, chosen=bool(value), detail=detail if value else "")
