"""The answers pane: a question of somebody unknown is answered from approved content."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.models.bodies import Content
from console.ui.answers.found import find, missing
from console.ui.answers.rows import ContentList
from console.ui.answers.unmet import UnmetCard
from console.ui.theme.theme import Theme
from console.ui.widgets import Card, Rule, SearchField


class AnswersPane(Card):
    """Search over what is approved; the first answer stands ready to be said.

    Down and Up move through the answers while the words stay in the field, Enter says the one
    under the cursor, Esc empties the field.

    Signals:
        said: the `Content` that the rep says.
        unmet_need_requested: what isn't offered, in the words that were typed.
    """

    said = Signal(object)
    unmet_need_requested = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.set_title(self.tr("Find an answer"))
        self._contents: tuple[Content, ...] = ()
        self._noted = ""
        self.search = SearchField(theme, self.tr("What is asked"), parent=self)
        self._rule = Rule(theme, parent=self)
        self.list = ContentList(theme, parent=self)
        self.unmet = UnmetCard(theme, parent=self)
        self._build_body()
        self._restyle()
        self._connect()
        self._show()

    def show_contents(self, contents: tuple[Content, ...]) -> None:
        """Search in these pieces; only such that may be said to anybody."""
        self._contents = contents
        self._show()

    def seek(self, question: str) -> None:
        """Put a question into the field, as the guide does."""
        self.search.setText(question)

    def show_noted(self, need: str) -> None:
        """Show that a need was written down on this call."""
        self._noted = need
        self._show()

    def clear(self) -> None:
        """Forget the question, so that nothing of a call stays for the next one."""
        self._noted = ""
        self.search.setText("")

    def focus_search(self) -> None:
        """Put the cursor into the field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show(self) -> None:
        question = self.search.text().strip()
        found = find(self._contents, question)
        self.list.show_pieces(found)
        count = len(found)
        one = self.tr("Approved content, 1 found")
        self.set_sub(one if count == 1 else self.tr("Approved content, %n found", "", count))
        need = question if not found else " ".join(missing(self._contents, question))
        self.unmet.show_need(need if question else "", bool(self._noted) and self._noted == need)

    def _build_body(self) -> None:
        self.column.removeItem(self.head)
        self.column.removeItem(self.body)
        self._top, self._below = QVBoxLayout(), QVBoxLayout()
        self._top.addLayout(self.head)
        self._top.addWidget(self.search)
        self._below.addWidget(self.unmet)
        self.column.addLayout(self._top)
        self.column.addWidget(self._rule)
        self.column.addWidget(self.list)
        self.column.addLayout(self._below)
        self.column.addStretch(1)

    def _restyle(self) -> None:
        super()._restyle()
        if not hasattr(self, "_below"):
            return
        px, side = self.theme.px, self.theme.px(16)
        self.column.setContentsMargins(1, px(11), 1, px(4))
        self.column.setSpacing(0)
        self._top.setContentsMargins(side, 0, side, px(12))
        self._top.setSpacing(px(6))
        self._below.setContentsMargins(px(8), px(4), px(8), px(4))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self.list.say_current)
        self.search.installEventFilter(self)
        self.list.said.connect(self.said)
        self.list.left_above.connect(self.focus_search)
        self.unmet.requested.connect(self.unmet_need_requested)

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self._show()

    def _handle_search_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.setText("")
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            if pressed and self._handle_search_key(event.key()):
                return True
        return super().eventFilter(watched, event)
