"""What stands in the detail of a disposition, part by part."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.models.terms import VerificationItem
from console.models.views import DispositionDetail, PathView, TimelineEntry, VerificationView
from console.ui import marks, text, words
from console.ui.parts import Fact, Marked, PathLine
from console.ui.supervisor import wording
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Label, Rule, Themed, paint

translate = QCoreApplication.translate

_SHOWN_THEN = 12
_MARKS: dict[str, tuple[str, Role]] = {"missed": ("x", "bad")}


def detail_parts(
    theme: Theme, detail: DispositionDetail, zone: str, parent: QWidget | None
) -> Iterator[QWidget]:
    """The parts in order; the call path is left out in the tight arrangement."""
    yield from _facts(theme, detail, zone, parent)
    missed = [step for step in detail.path if step.kind == "missed"]
    if detail.path and not theme.compact:
        yield Rule(theme, parent=parent)
        yield Label(theme, translate("sections", "Call path"), "h3", parent=parent)
        for step in detail.path:
            yield _step(theme, step, detail.answered_at or detail.started_at, parent)
    for step in missed:
        yield MissedBox(theme, step, parent=parent)
    if detail.notes:
        yield Label(theme, translate("sections", "Notes"), "h3", parent=parent)
        yield Label(theme, detail.notes, "body", wrap=True, parent=parent)
    yield from _timeline(theme, detail, zone, parent)


def _facts(
    theme: Theme, detail: DispositionDetail, zone: str, parent: QWidget | None
) -> Iterator[QWidget]:
    row = detail.row
    for view in detail.verification:
        label = translate("sections", "Verified")
        yield Fact(theme, label, _verified(view, zone, len(row.people) > 1), parent=parent)
    outcome = wording.outcome(row)
    if row.amended:
        outcome = translate("sections", "{0} (amended)").format(outcome)
    yield Fact(theme, translate("sections", "Outcome"), outcome, parent=parent)
    if detail.effects:
        said = " · ".join(wording.effect_line(view, zone) for view in detail.effects)
        yield Fact(theme, translate("sections", "Effects"), said, parent=parent)
    if detail.script:
        version = detail.versions.get(f"script:{detail.script}")
        script = detail.script_title or detail.script
        if version:
            script = translate("sections", "{0}, version {1}").format(script, version)
        yield Fact(theme, translate("sections", "Script"), script, parent=parent)
    if row.journey:
        stage = words.stage(row.stage) if row.stage else ""
        journey = ", ".join(part for part in (row.journey, stage) if part)
        yield Fact(theme, translate("sections", "Journey"), journey, parent=parent)


def _verified(view: VerificationView, zone: str, named: bool) -> str:
    items = [
        words.item(VerificationItem(item)) if item in set(VerificationItem) else item
        for item in view.matched
    ]
    parts = [text.time_of_day(view.at, zone), wording.verification(view.state), *items]
    return ", ".join(([view.name] if named else []) + parts)


def _step(theme: Theme, step: PathView, since: datetime, parent: QWidget | None) -> QWidget:
    icon, role = _MARKS.get(step.kind, ("check", "ok"))
    after = max(0, round((step.at - since).total_seconds()))
    return PathLine(theme, icon, role, wording.path_line(step), wording.clock(after), parent=parent)


def _timeline(
    theme: Theme, detail: DispositionDetail, zone: str, parent: QWidget | None
) -> Iterator[QWidget]:
    yield Rule(theme, parent=parent)
    title = translate("sections", "Timeline as it was then")
    yield Label(theme, title, "h3", parent=parent)
    if not detail.timeline:
        nothing = translate("sections", "Nothing was on record.")
        yield Label(theme, nothing, "meta", "text3", parent=parent)
    for entry in detail.timeline[:_SHOWN_THEN]:
        yield _entry(theme, entry, detail, zone, parent)
    more = len(detail.timeline) - _SHOWN_THEN
    if more > 0:
        words_ = translate("sections", "and %n more", "", more)
        yield Label(theme, words_, "meta", "text3", parent=parent)


def _entry(
    theme: Theme,
    entry: TimelineEntry,
    detail: DispositionDetail,
    zone: str,
    parent: QWidget | None,
) -> QWidget:
    title, icon = marks.entry_title(entry), marks.entry_icon(entry)
    when = text.day(entry.at, zone, detail.ended_at)
    return PathLine(theme, icon, "text3", title, when, parent=parent)


class MissedBox(Themed, QWidget):
    """A required statement that was not read, with the rep's own reason."""

    def __init__(self, theme: Theme, step: PathView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        title = translate("sections", "Statement missed: rep’s reason")
        reason = step.reason or translate("sections", "No reason given.")
        self._column = QVBoxLayout(self)
        self._column.addWidget(Label(theme, title, "h3", parent=self))
        self._column.addWidget(Label(theme, reason, "meta", "text2", wrap=True, parent=self))
        if step.question:
            line = Marked(theme, "shield-check", "warn", step.question, style="meta",
                          style_role="text2", parent=self)  # fmt: skip
            self._column.addWidget(line)
        self.setAccessibleName(f"{title}: {reason}")
        self._restyle()

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(px(12), px(8), px(12), px(8))
        self._column.setSpacing(px(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), self.theme, self.rect(), "warn_tint", "warn_line")
