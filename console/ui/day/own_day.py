"""My day: what is promised for today, and the calls that were logged, with their sums."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from console.models.bodies import Codes
from console.models.own_day import DayCall, DayPromise, OwnDay
from console.models.terms import Direction
from console.models.views import CallbackView
from console.rules import own_day, phone
from console.ui import text
from console.ui.listing import ListSheet
from console.ui.lookup.rows import Row
from console.ui.theme.theme import Theme
from console.ui.widgets import Label

MOST_OUTCOMES = 6


class DaySheet(ListSheet):
    """Promises and callbacks first, then calls, newest first; calls name nobody.

    The `entered` key is the DayPromise, CallbackView or DayCall under the cursor.
    """

    def __init__(self, theme: Theme, *, pane: QWidget) -> None:
        self._codes: Codes | None = None
        self._zone = "UTC"
        super().__init__(theme, "", pane=pane, icon="calendar-days")
        self.set_title(self.tr("My day"))
        self.list.setAccessibleName(self.tr("My day"))
        self._figures = Label(theme, "", "body", wrap=True, parent=self)
        self._outcomes = Label(theme, "", "body", "text2", wrap=True, parent=self)
        self._partly = Label(theme, "", "meta", "warn", wrap=True, parent=self)
        for place, label in enumerate((self._partly, self._figures, self._outcomes)):
            self.body.insertWidget(place, label)
            label.hide()

    def show_day(self, day: OwnDay, codes: Codes | None, zone: str, now: datetime) -> None:
        """Show this day, with times in the center's zone (IANA)."""
        self._codes, self._zone = codes, zone
        self.set_sub(f"{text.day(now, zone, now)} · {text.zone_name(zone)}")
        self._show_sums(day)
        rows = (
            *(self._promise(one, now) for one in day.promises),
            *(self._callback(one, now) for one in day.callbacks),
            *map(self._call, day.calls),
        )
        if rows:
            self.show_rows(rows)
        else:
            self.show_nothing(
                self.tr("Nothing yet today"),
                self.tr("Calls that you log, and what you promise for today, are listed here."),
            )

    def show_unread(self, sentence: str) -> None:
        """Say why the day cannot be read."""
        self.show_nothing(self.tr("Your day cannot be read now"), sentence)

    def _show_sums(self, day: OwnDay) -> None:
        found = own_day.sums(day.calls)
        one = self.tr("1 call: {0} incoming, {1} outgoing; somebody answered {2}.")
        many = self.tr(
            "%n calls: {0} incoming, {1} outgoing; somebody answered {2}.", "", found.calls
        )
        figures = (one if found.calls == 1 else many).format(
            found.inbound, found.calls - found.inbound, found.spoke
        )
        handled = self.tr("Handled {0}: talk {1}, hold {2}, wrap-up {3}.").format(
            *map(text.duration, (found.handled, found.talk, found.hold, found.wrap_up))
        )
        self._figures.set_text(f"{figures} {handled}")
        shown = found.outcomes[:MOST_OUTCOMES]
        outcomes = [f"{self._label(code)} {count}" for code, count in shown]
        if left := sum(count for _, count in found.outcomes[MOST_OUTCOMES:]):
            outcomes.append(self.tr("others {0}").format(left))
        self._outcomes.set_text(" · ".join(outcomes))
        self._partly.set_text(
            self.tr("Offline: only what this desk has logged. Promises made before may be missing.")
        )
        self._figures.setVisible(bool(day.calls))
        self._outcomes.setVisible(bool(day.calls))
        self._partly.setVisible(not day.whole)

    def _promise(self, promise: DayPromise, now: datetime) -> Row:
        title = promise.name or self.tr("Somebody promised just now")
        line = self.tr("Promise: {0}").format(promise.what)
        return self._due(promise, "handshake", title, line, promise.due_at, now)

    def _callback(self, callback: CallbackView, now: datetime) -> Row:
        number = phone.display(callback.phone) if callback.phone else ""
        title = callback.name or number or self.tr("Somebody promised just now")
        words = self.tr("Callback, asked for") if callback.asked_for else self.tr("Callback")
        line = " · ".join(filter(None, (words, callback.note)))
        return self._due(callback, "phone-call", title, line, callback.due_at, now)

    def _due(
        self, key: object, icon: str, title: str, line: str, due_at: datetime, now: datetime
    ) -> Row:
        behind = text.late(due_at, now)
        side = behind or text.due(due_at, self._zone, now)
        return Row(
            key=key,
            title=title,
            line=line,
            icon=icon,
            side=side,
            side_role="bad" if behind else "text3",
            spoken=f"{title} · {line} · {text.due(due_at, self._zone, now)}"
            + (f" · {behind}" if behind else ""),
        )

    def _call(self, call: DayCall) -> Row:
        inbound = call.direction is Direction.INBOUND
        way = self.tr("Incoming call") if inbound else self.tr("Outgoing call")
        title, at = self._label(call.code), text.time_of_day(call.ended_at, self._zone)
        times = self.tr("talk {0}, wrap-up {1}").format(
            text.duration(own_day.talked(call)), text.duration(call.wrap_up_seconds)
        )
        waits = self.tr("not sent yet") if call.waits else ""
        line = " · ".join(filter(None, (way, times, waits)))
        return Row(
            key=call,
            title=title,
            line=line,
            icon="phone-incoming" if inbound else "phone-outgoing",
            side=at,
            spoken=f"{at} · {title} · {line}",
        )

    def _label(self, code: str) -> str:
        found = self._codes.find(code) if self._codes else None
        return found.label if found else code
