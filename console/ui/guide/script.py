"""One step of a script on the screen: what was answered, what to say, what to read, what to ask."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.guide.model import Answer, GuideView
from console.ui.parts import Marked, Page, clear
from console.ui.theme.theme import Theme
from console.ui.widgets import AnswerGroup, Button, Choice, Field, Label, RequiredBox, SayBox

_TRAIL = 3
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class ScriptPage(Page):
    """A step, scrolled so that its question can be seen; see `GuideView` for what it shows.

    A single choice goes on by itself, except with the arrow keys, which only try answers, and
    except while the required statement is unread: then the answer stays chosen and waits.

    Signals:
        answered: an `Answer`.
        next_requested: on to the next step; nothing of this one holds it back.
        went_back: back to the step before.
        statement_read: step, and whether its required statement was read.
    """

    answered = Signal(object)
    next_requested = Signal()
    went_back = Signal()
    statement_read = Signal(str, bool)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.view = GuideView(title="")
        self._filling = False
        self._by_arrow = False
        page = self.widget()
        self._trail = QWidget(page)
        self._trail_rows = QVBoxLayout(self._trail)
        self.say = SayBox(theme, parent=page)
        self.required = RequiredBox(theme, parent=page)
        self.question = Label(theme, "", "question", wrap=True, parent=page)
        self.note = Label(theme, "", "meta", "text3", wrap=True, parent=page)
        self.answers = AnswerGroup(theme, parent=page)
        self.text = Field(theme, self.tr("Answer"), parent=page)
        self.ending = Label(theme, "", "body", "text2", wrap=True, parent=page)
        self.back = Button(theme, self.tr("Back"), "quiet", key="Alt+Left", parent=page)
        self.hold = Label(theme, "", "meta", "warn", parent=page)
        self.next = Button(theme, self.tr("Next"), key="Alt+Right", parent=page)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._on_theme_changed()

    def show_step(self, view: GuideView) -> None:
        """Show a step; the same step again keeps focus, scroll and what is being typed."""
        before, self.view = self.view, view
        self._filling = True
        if before.trail != view.trail:
            self._show_trail()
        self._show_texts(view)
        if (before.step, before.options) != (view.step, view.options):
            self._show_answers(view)
        elif before.chosen != view.chosen:
            self._mark(view.chosen)
        if before.step != view.step:
            self.text.set_text(view.text)
        self._filling = False
        self._show_hold()
        if before.step != view.step:
            self._settle.start()

    def choose(self, number: int) -> bool:
        """Choose an answer by number from 1, as Alt and the digit do."""
        self._by_arrow = False
        return self.view.kind == "choice" and not self.view.ended and self.answers.choose(number)

    def toggle_read(self) -> bool:
        """Say that the required statement was read, or take that back."""
        if not self.view.required or self.view.ended:
            return False
        self.required.set_read(not self.required.read)
        return True

    def go_back(self) -> bool:
        """Ask for the step before."""
        if not self.view.can_go_back:
            return False
        self.went_back.emit()
        return True

    def go_next(self) -> bool:
        """Ask for the next step, or say and show what this one still waits for."""
        if self.view.ended:
            return False
        if self._held():
            self.required.check.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.view.kind == "text":
            self._answer_text()
        elif self.view.kind == "choice" and self.view.options and not self.answers.chosen_key:
            self._focus_answers()
            self.hold.set_text(self.tr("Choose an answer"))
        else:
            self.next_requested.emit()
            return True
        return False

    def focus_step(self) -> None:
        """Put the focus where this step is answered."""
        if self.view.ended:
            self.back.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.view.kind == "text":
            self.text.focus()
        elif self.view.kind == "choice" and self.answers.rows:
            self._focus_answers()
        else:
            self.next.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_question(self) -> None:
        """Scroll the question and its answers into view."""
        self.show_parts(self.question, self.back)

    def _build(self) -> None:
        for part in (self._trail, self.say, self.required):
            self.column.addWidget(part)
        self._asked = QVBoxLayout()
        self._asked.addWidget(self.question)
        self._asked.addWidget(self.note)
        self.column.addLayout(self._asked)
        for part in (self.answers, self.text, self.ending):
            self.column.addWidget(part)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.back)
        self._foot.addStretch(1)
        self._foot.addWidget(self.hold)
        self._foot.addWidget(self.next)
        self.column.addLayout(self._foot)
        self.column.addStretch(1)
        self._trail_rows.setContentsMargins(0, 0, 0, 0)

    def _connect(self) -> None:
        self.answers.chosen.connect(self._on_chosen)
        self.required.read_changed.connect(self._on_read_changed)
        self.text.submitted.connect(self._on_submitted)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_next)
        self._settle.timeout.connect(self.show_question)

    def _show_trail(self) -> None:
        clear(self._trail_rows)
        trail = self.view.trail
        earlier = len(trail) - _TRAIL
        if earlier > 0:
            text = self.tr("%n earlier answers", "", earlier)
            self._trail_rows.addWidget(Label(self._theme, text, "meta", "text3", parent=self))
        for entry in trail[-_TRAIL:]:
            row = Marked(self._theme, "check", "ok", entry.question, answer=entry.answer,
                         style_role="text2", parent=self._trail)  # fmt: skip
            self._trail_rows.addWidget(row)

    def _show_texts(self, view: GuideView) -> None:
        asks = not view.ended
        self._trail.setVisible(bool(view.trail) and not self._theme.compact)
        self.say.set_text(view.say)
        self.say.setVisible(bool(view.say) and asks)
        if self.required.check.accessibleDescription() != view.required:
            self.required.set_text(view.required)
        self.required.set_read(view.required_read)
        self.required.setVisible(bool(view.required) and asks)
        self.question.set_text(view.question if asks else self.tr("End of the script"))
        self.question.setVisible(bool(view.question) or not asks)
        self.note.set_text(view.note)
        self.note.setVisible(bool(view.note) and asks)
        self.answers.setVisible(view.kind == "choice" and bool(view.options) and asks)
        self.text.setVisible(view.kind == "text" and asks)
        self.ending.set_text(self.tr("Nothing is left to ask. Pick the outcome and log."))
        self.ending.setVisible(not asks)
        self.back.setEnabled(view.can_go_back)
        self.next.setVisible(asks)

    def _show_answers(self, view: GuideView) -> None:
        choices = tuple(Choice(str(place), text) for place, text in enumerate(view.options))
        chosen = "" if view.chosen is None else str(view.chosen)
        self.answers.set_answers(choices, chosen)
        self.answers.setAccessibleName(view.question)
        for row in self.answers.rows:
            row.installEventFilter(self)

    def _mark(self, chosen: int | None) -> None:
        if chosen is not None and chosen < len(self.answers.rows):
            self.answers.rows[chosen].setChecked(True)
        elif chosen is None:
            self._show_answers(self.view)

    def _held(self) -> bool:
        return bool(self.view.required) and not self.required.read

    def _show_hold(self) -> None:
        held = self._held() and not self.view.ended
        self.hold.set_text(self.tr("Read it first") if held else "")

    def _focus_answers(self) -> None:
        rows = self.answers.rows
        chosen = next((row for row in rows if row.isChecked()), rows[0])
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _answer_text(self) -> None:
        text = self.text.text().strip()
        if not text:
            self.text.focus()
            self.hold.set_text(self.tr("Type the answer"))
            return
        self.answered.emit(Answer(step=self.view.step, index=None, text=text))
        self.next_requested.emit()

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        index = int(key)
        by_arrow, self._by_arrow = self._by_arrow, False
        self._show_hold()
        self.answered.emit(Answer(step=self.view.step, index=index, text=self.view.options[index]))
        if not by_arrow and not self._held():
            self.next_requested.emit()

    @Slot(bool)
    def _on_read_changed(self, read: bool) -> None:
        if not self._filling:
            self._show_hold()
            self.statement_read.emit(self.view.step, read)

    @Slot(str)
    def _on_submitted(self, _text: str) -> None:
        self.go_next()

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if hasattr(self, "_foot"):
            self._foot.setSpacing(self._theme.px(8))
            for button in (self.back, self.next):
                button.set_height(28 if self._theme.compact else 32)
            self._trail_rows.setSpacing(self._theme.px(2))
            self._asked.setSpacing(self._theme.px(2))
            self._trail.setVisible(bool(self.view.trail) and not self._theme.compact)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._by_arrow = event.key() in _ARROWS
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._by_arrow = False
        return super().eventFilter(watched, event)
