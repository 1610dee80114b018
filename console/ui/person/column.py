"""One person to verify: what to ask, what was said, and whether it matches."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from console.models.terms import VerificationItem
from console.ui import text, typed, words
from console.ui.person.ask import Ask
from console.ui.person.values import Answer, VerifyPerson, VerifyResults
from console.ui.theme.theme import Theme
from console.ui.widgets import Icon, Label, Themed

_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_LETTERS_THEN_FIGURES = re.compile(r"[A-Za-z]{0,4}[- ]?\d+")
_PHONE_FIGURES = 10
_THIRD = (
    VerificationItem.ZIP,
    VerificationItem.ADDRESS,
    VerificationItem.MRN,
    VerificationItem.PHONE,
)


def item_said(said: str, *, shared: bool) -> VerificationItem:
    """Tell which item the third answer is, by its form.

    Five figures are a ZIP, ten or more a phone, other figures with at most a short prefix an MRN,
    everything else an address. `shared`: housemates know ZIP and address, so five figures can
    only be an MRN.
    """
    figures = sum(letter.isdigit() for letter in said)
    if _ZIP.fullmatch(said) and not shared:
        return VerificationItem.ZIP
    if figures >= _PHONE_FIGURES and not any(letter.isalpha() for letter in said):
        return VerificationItem.PHONE
    if shared or _LETTERS_THEN_FIGURES.fullmatch(said):
        return VerificationItem.MRN
    return VerificationItem.ADDRESS


class VerifyColumn(Themed, QWidget):
    """Name, birth date and one thing more; below them what came of it.

    Signals:
        said: a `PersonId`, the `VerificationItem` and what was said.
    """

    said = Signal(object, object, str)

    def __init__(self, theme: Theme, part: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow(theme)
        self.person: VerifyPerson | None = None
        self.verified = False
        self._part = Label(theme, part, "h3", parent=self)
        self._who = Label(theme, "", "body", "text2", parent=self)
        self.name, self.birth_date, self.third = (Ask(theme, parent=self) for _ in range(3))
        self._icon = Icon(theme, "badge-check", "ok", 16, parent=self)
        self.outcome = Label(theme, "", "meta", "text3", parent=self)
        self._build()
        self._restyle()
        self.name.said.connect(self._on_name_said)
        self.birth_date.said.connect(self._on_birth_date_said)
        self.third.said.connect(self._on_third_said)

    def show_person(self, person: VerifyPerson | None) -> None:
        """Ask for somebody; None hides the column."""
        self.person = person
        self.setVisible(person is not None)
        if person is None:
            return
        age = str(person.age) if person.age is not None else ""
        self._who.set_text(", ".join(filter(None, (person.initials, age, person.note))))
        self.name.set_ask(self.tr("Full name"), self.tr("As it is said; its first letters do"))
        self.birth_date.set_ask(self.tr("Birth date"))
        if person.shared:
            label = self.tr("MRN, or a phone on file other than this one")
            self.third.set_ask(label, self.tr("Ask this: address is shared"))
        else:
            label = self.tr("ZIP or address, else MRN or another phone")
            self.third.set_ask(label, self.tr("One of these is enough"))

    def show_results(self, results: VerifyResults) -> None:
        """Show the answers so far."""
        answers = results.answers
        item = VerificationItem
        self.name.show_answer(answers.get(item.NAME, Answer.TO_ASK))
        self.birth_date.show_answer(answers.get(item.BIRTH_DATE, Answer.TO_ASK))
        third = [answers[key] for key in _THIRD if key in answers]
        best = Answer.MATCH if Answer.MATCH in third else third[-1] if third else Answer.TO_ASK
        self.third.show_answer(best)
        self.verified = results.verified_at is not None
        self._show_outcome(results)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.name.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def wipe(self) -> None:
        """Forget what was typed and answered."""
        self.verified = False
        for ask in (self.name, self.birth_date, self.third):
            ask.wipe()
        self._say("", "", "text3")

    def edits(self) -> tuple[QLineEdit, ...]:
        """Give the fields, in order."""
        return (self.name.edit, self.birth_date.edit, self.third.edit)

    def _show_outcome(self, results: VerifyResults) -> None:
        if self.person is not None and results.verified_at is not None:
            at = text.time_of_day(results.verified_at, results.zone)
            self._say(self.tr("Verified: {0}, {1}").format(self.person.initials, at), "ok", "ok")
            return
        wrong = [key for key, answer in results.answers.items() if answer is Answer.NO_MATCH]
        if not wrong:
            self._say("", "", "text3")
            return
        items = text.sentence_list([words.item(key) for key in wrong])
        said = items[:1].upper() + items[1:]
        self._say(self._tries(said, len(wrong), results.tries_left), "bad", "text3")

    def _tries(self, items: str, count: int, left: int | None) -> str:
        one = self.tr("{0} does not match.").format(items)
        what = one if count == 1 else self.tr("{0} do not match.").format(items)
        if left is None:
            return what
        if left == 0:
            return self.tr("{0} No tries left: pick Could not verify.").format(what)
        if left == 1:
            return self.tr("{0} Ask once more; 1 try left.").format(what)
        return self.tr("{0} Ask once more; %n tries left.", "", left).format(what)

    def _say(self, sentence: str, state: str, role: str) -> None:
        good = state == "ok"
        self._icon.setVisible(bool(sentence))
        self._icon.set_icon("badge-check" if good else "circle-x", "ok" if good else "bad")
        self.outcome.set_text(sentence)
        self.outcome.set_role("ok" if role == "ok" else "text3")
        self.outcome.set_style("h3" if good else "meta")

    def _build(self) -> None:
        self._column, self._head, self._foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._part)
        self._head.addWidget(self._who, 1)
        self._column.addLayout(self._head)
        for ask in (self.name, self.birth_date, self.third):
            self._column.addWidget(ask)
        self._foot.addWidget(self._icon)
        self._foot.addWidget(self.outcome, 1)
        self._column.addLayout(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _restyle(self) -> None:
        px = self.theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(3 if self.theme.compact else 5))
        self._head.setSpacing(px(8))
        self._foot.setSpacing(px(6))
        self._part.setMinimumWidth(px(40))
        # The line keeps its room, so that nothing moves when an answer comes.
        self.outcome.setFixedHeight(px(20))

    @Slot(str)
    def _on_name_said(self, said: str) -> None:
        self._emit(VerificationItem.NAME, said)

    @Slot(str)
    def _on_birth_date_said(self, said: str) -> None:
        if typed.is_two_days(said):
            doubt = self.tr("{0} may be two days: write it with strokes between.")
            self._say(doubt.format(said), "bad", "text3")
            return
        self._emit(VerificationItem.BIRTH_DATE, typed.birth_date(said))

    @Slot(str)
    def _on_third_said(self, said: str) -> None:
        if self.person is not None:
            self._emit(item_said(said, shared=self.person.shared), said)

    def _emit(self, item: VerificationItem, said: str) -> None:
        if self.person is not None:
            self.said.emit(self.person.person, item, said)
