"""Callbacks as rows: whom to call and when, what was asked, whose it is and who is on it."""

from PySide6.QtCore import QCoreApplication

from console.models.views import CallbackView
from console.rules import phone
from console.ui import text
from console.ui.lookup.rows import Row
from console.ui.lookup.values import Waiting

translate = QCoreApplication.translate


def late(waiting: Waiting) -> int:
    """Tell how many are late."""
    return sum(1 for entry in waiting.callbacks if _late(waiting, entry))


def short_row(waiting: Waiting, entry: CallbackView) -> Row:
    """Give a row for the little room of the lookup pane."""
    at, behind = _at(waiting, entry), _late(waiting, entry)
    return Row(
        key=entry.id,
        title=_name(entry),
        line=_taken_by(waiting, entry) or entry.note or _asked(entry).format(at),
        note=_from(waiting, entry),
        side=behind or at,
        side_role="bad" if behind else "text3",
    )


def whole_row(waiting: Waiting, entry: CallbackView) -> Row:
    """Give a row of two lines with everything that is known of the callback."""
    at, behind = _at(waiting, entry), _late(waiting, entry)
    title, whose = _name(entry), _taken_by(waiting, entry) or _from(waiting, entry)
    line = " · ".join(filter(None, (_asked(entry).format(at), entry.note, whose)))
    number = phone.display(entry.phone) if entry.phone and entry.name else ""
    return Row(
        key=entry.id,
        title=title,
        line=line,
        side=behind or at,
        side_role="bad" if behind else "text3",
        spoken=" · ".join(filter(None, (title, number, line, behind))),
    )


def _name(entry: CallbackView) -> str:
    number = phone.display(entry.phone) if entry.phone and not entry.name else ""
    return entry.name or number or translate("due", "Unknown")


def _taken(waiting: Waiting, entry: CallbackView) -> bool:
    """Whether another rep works on it."""
    return entry.claim is not None and entry.claim.holder != waiting.login


def _late(waiting: Waiting, entry: CallbackView) -> str:
    """How late it is; nothing for what another rep is on."""
    return "" if _taken(waiting, entry) else text.late(entry.due_at, waiting.now)


def _at(waiting: Waiting, entry: CallbackView) -> str:
    zone, now = waiting.zone, waiting.now
    near = text.local_day(entry.due_at, zone) == text.local_day(now, zone)
    return text.time_of_day(entry.due_at, zone) if near else text.day(entry.due_at, zone, now)


def _asked(entry: CallbackView) -> str:
    asked, promised = translate("due", "Asked for {0}"), translate("due", "Promised for {0}")
    return asked if entry.asked_for else promised


def _taken_by(waiting: Waiting, entry: CallbackView) -> str:
    words = translate("due", "Taken by {0}")
    return words.format(entry.holder_name) if _taken(waiting, entry) else ""


def _from(waiting: Waiting, entry: CallbackView) -> str:
    """Whose it was, when nobody took it in time."""
    own = entry.owner == waiting.login or _taken(waiting, entry)
    return "" if own else translate("due", "From {0}").format(entry.owner_name)
