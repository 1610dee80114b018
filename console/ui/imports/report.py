"""The page with the report of one import: numbers in words, then what was rejected and why."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.models.terms import ImportState
from console.models.views import ImportView
from console.ui import text
from console.ui.imports import wording
from console.ui.imports.values import Shown, Told
from console.ui.listing import TallLines
from console.ui.lookup.rows import Row
from console.ui.parts import clear
from console.ui.theme.theme import Theme
from console.ui.theme.tokens import Role
from console.ui.widgets import Button, Label, Rule, Tag, Themed

COLUMNS = 2


class ReportPage(Themed, QWidget):
    """Signals:
    back_requested: to the list.
    again_requested: do for good what the dry run tried.
    """

    back_requested = Signal()
    again_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)
        self._title = Label(theme, "", "h2", parent=self)
        self._tag = Tag(theme, "", parent=self)
        self._when = Label(theme, "", "meta", "text3", parent=self)
        self._note = Label(theme, "", "body", "text2", wrap=True, parent=self)
        self._facts = QGridLayout()
        self._rule = Rule(theme, parent=self)
        self._said = Label(theme, "", "meta", "text3", wrap=True, parent=self)
        self.list = TallLines(theme, self.tr("What was not taken, and why"), parent=self)
        self._space = QWidget(self)
        self.again = Button(theme, self.tr("Import for good"), icon="upload", parent=self)
        self.back = Button(theme, self.tr("Back"), "quiet", key="Esc", parent=self)
        self._build()
        self.again.clicked.connect(self.again_requested)
        self.back.clicked.connect(self.back_requested)
        self._restyle()

    def show_report(self, told: Told, one: ImportView | None, shown: Shown | None) -> None:
        """Show what an import told; `one` is its record, which a dry run has not."""
        names = wording.files(one.files) if one else self.tr("Dry run: nothing was changed")
        self._title.set_text(names)
        self._show_state(one, shown)
        self._note.set_text(_note(told, one))
        self._note.setVisible(bool(self._note.text()))
        self._show_facts(told)
        self.list.show_rows(tuple(_rows(told)))
        if self.list.rows():
            self.list.step(0)
        has_rows = bool(self.list.rows())
        self._rule.setVisible(has_rows)
        self._space.setVisible(not has_rows)
        self._said.set_text(self._about_rejected(told))
        self._said.setVisible(bool(self._said.text()))
        self.again.setVisible(told.dry_run)

    def focus_first(self) -> None:
        if not self.again.isHidden():
            first: QWidget = self.again
        else:
            first = self.list if self.list.rows() else self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about_rejected(self, told: Told) -> str:
        if told.saved:
            saved = self.tr("What was rejected lies in {0}. Correct it there, then import that.")
            return saved.format(told.saved)
        if told.rejected and not told.first:
            return self.tr(
                "Files and places are told only in the window that imported, until it closes."
            )
        return ""

    def _show_state(self, one: ImportView | None, shown: Shown | None) -> None:
        self._tag.setVisible(one is not None)
        self._when.setVisible(one is not None)
        if one is None or shown is None:
            return
        standing = shown.standing(one)
        kinds = {"ok": "ok", "warn": "warn", "accent_text": "info"}
        kind = kinds.get(wording.ROLES[standing], "neutral")
        self._tag.set_tag(wording.state(standing), kind)  # type: ignore[arg-type]  # of that list
        self._when.set_text(wording.who(one, text.moment(one.at, shown.zone, shown.now)))

    def _show_facts(self, told: Told) -> None:
        clear(self._facts)
        facts = wording.facts(told)
        rows = -(-len(facts) // COLUMNS)
        for place, (count, words) in enumerate(facts):
            row, column = place % rows, place // rows * 2
            number = Label(self.theme, text.number(count), "h3", parent=self)
            said = Label(self.theme, words, "body", "text2", wrap=True, parent=self)
            self._facts.addWidget(number, row, column, Qt.AlignmentFlag.AlignRight)
            self._facts.addWidget(said, row, column + 1)

    def _build(self) -> None:
        self._column, self._head, self._buttons = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._tag)
        self._head.addStretch(1)
        self._head.addWidget(self._when)
        self._column.addLayout(self._head)
        self._column.addWidget(self._note)
        self._column.addLayout(self._facts)
        self._column.addWidget(self._rule)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._space, 1)
        self._column.addWidget(self._said)
        for button in (self.again, self.back):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        for layout in (self._column, self._head, self._buttons):
            layout.setSpacing(px(8))
        self._facts.setHorizontalSpacing(px(8))
        self._facts.setVerticalSpacing(px(4))
        for column in range(COLUMNS):
            self._facts.setColumnStretch(column * 2 + 1, 1)


def _note(told: Told, one: ImportView | None) -> str:
    if told.undone or (one and one.state is ImportState.UNDONE):
        return wording.undone(told.undone)
    return ""


def _rows(told: Told) -> Iterator[Row]:
    """By reason and how often, what is worst first; then each with its place."""
    groups: tuple[tuple[Mapping[str, int], Callable[[int], str], Role], ...] = (
        (told.reasons, wording.rejected, "bad"),
        (told.remarks, wording.empty, "warn"),
        (told.skipped, wording.skipped, "text3"),
    )
    for reasons, how_often, role in groups:
        for reason, count in reasons.items():
            yield Row(
                key=(role, reason),
                title=wording.because(reason),
                side=how_often(count),
                side_role=role,
            )
    for place, each in enumerate(wording.places(told)):
        yield Row(key=place, title=wording.place(each.where), line=wording.because(each.reason))
