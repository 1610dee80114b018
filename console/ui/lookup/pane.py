"""The lookup pane: find people, say who is on the line, see who waits."""

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from console.models.views import Found
from console.ui import typed
from console.ui.lookup.line import LineCard
from console.ui.lookup.new_person import NewPersonSheet
from console.ui.lookup.people import PeopleBlock
from console.ui.lookup.results import ResultsBlock
from console.ui.lookup.roles import RolesBlock
from console.ui.lookup.values import LookupCall, Speaker, Waiting
from console.ui.lookup.waiting import WaitingBlock
from console.ui.search_card import SearchCard
from console.ui.theme.theme import Theme
from console.ui.widgets import EmptyState


class LookupPane(SearchCard):
    """Without a call it shows callbacks by name; during one it shows the line and only counts.

    While words stand in the search field, results take the place of everything but the line.
    Down goes from the field into the results, Enter picks the first or the marked one, Esc
    empties the field.

    Attributes:
        asking: the part that the next pick from the list of people gives.
        new_person: the sheet to write down somebody new.

    Signals:
        query_changed: the words typed, trimmed; empty when the search ended.
        match_picked: the `PersonId` of a result.
        speaking_picked: the `PersonId` whom the call is with.
        about_picked: the `PersonId` whom the call is about.
        new_person_requested: the query that found nobody.
        nobody_picked: the call is about nobody on record.
        person_added_requested: the call is with or about somebody not listed.
        move_requested: the call belongs to another person.
        callback_opened: the `CallbackView` picked.
    """

    query_changed = Signal(str)
    match_picked = Signal(object)
    speaking_picked = Signal(object)
    about_picked = Signal(object)
    new_person_requested = Signal(str)
    nobody_picked = Signal()
    person_added_requested = Signal()
    move_requested = Signal()
    callback_opened = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        self._call: LookupCall | None = None
        self._nobody_yet = False
        super().__init__(theme, parent=parent)
        self._build_blocks()
        self._build_column()
        self._restyle()
        self._connect()
        self._show()

    @cached_property
    def new_person(self) -> NewPersonSheet:
        return NewPersonSheet(self.theme, pane=self)

    @property
    def query(self) -> str:
        """What is searched for, trimmed."""
        return typed.dates(self.search.text().strip())

    @property
    def asking(self) -> Speaker:
        """The part that the next pick gives."""
        return self.people.asking

    def show_call(self, call: LookupCall | None) -> None:
        """Show the call on the line or just ended; None between calls."""
        self._call = call
        if call is not None:
            self.line.show_call(call)
            self.people.show_call(call)
            self.roles.show_call(call)
        self._show()

    def show_clock(self, seconds: int) -> None:
        """Show how long the call has lasted."""
        self.line.show_clock(seconds)

    def show_found(self, found: Found) -> None:
        """Show the answer to a query; one to an older query is dropped."""
        if found.query.strip() == self.query:
            self.results.show_found(found, masked=self._live())
            self._show()

    def show_waiting(self, waiting: Waiting) -> None:
        """Show callbacks and open inquiries."""
        self.waiting.show_waiting(waiting)

    def show_nobody_yet(self, nobody: bool) -> None:
        """Say that nobody is on record yet, in place of what waits."""
        self._nobody_yet = nobody
        self._show()

    def ask(self, part: Speaker) -> None:
        """Ask for whom the call is with, or about, and put the cursor on the list."""
        if self._call is not None:
            self.people.ask(part)
            self.people.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_search(self) -> None:
        """Put the cursor into the search field, with its words selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear(self) -> None:
        """Forget query and results, so that nothing of a call stays for the next one."""
        self.search.setText("")
        self.new_person.close_sheet()

    def _live(self) -> bool:
        return self._call is not None and self._call.live

    def _show(self) -> None:
        call, searching = self._call, bool(self.query)
        self.line.setVisible(call is not None)
        self.people.setVisible(call is not None and not searching)
        # With several people their rows tell the parts already.
        alone = call is not None and len(call.people) < 2
        self.roles.setVisible(self._live() and alone and not searching)
        self.results.setVisible(searching)
        self.waiting.hide_names(self._live())
        self.results.hide_names(self._live())
        self._below.setVisible(not searching and not self._nobody_yet)
        self._empty.setVisible(not searching and self._nobody_yet and call is None)

    def _build_blocks(self) -> None:
        self._page = QWidget(self)
        self._page.setProperty("page", True)
        self.line = LineCard(self.theme, parent=self._page)
        self.results = ResultsBlock(self.theme, parent=self._page)
        self.people = PeopleBlock(self.theme, parent=self._page)
        self.roles = RolesBlock(self.theme, parent=self._page)
        words = self.tr("People and callbacks show here.")
        self._empty = EmptyState(self.theme, "users", self.tr("Nobody on record yet"), words,
                                 parent=self._page)  # fmt: skip
        self._below = QWidget(self._page)
        self.waiting = WaitingBlock(self.theme, parent=self._below)

    def _build_column(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self._scroll, 1)
        self._line_row, self._blocks = QVBoxLayout(), QVBoxLayout(self._page)
        self._line_row.addWidget(self.line)
        self._blocks.addLayout(self._line_row)
        for block in (self.results, self.people, self.roles, self._empty, self._below):
            self._blocks.addWidget(block)
        self._blocks.addStretch(1)
        QVBoxLayout(self._below).addWidget(self.waiting)

    def _restyle(self) -> None:
        super()._restyle()
        if not hasattr(self, "_blocks"):
            return
        px = self.theme.px
        self._make_room()
        self._blocks.setSpacing(px(7 if self.theme.compact else 10))
        self._line_row.setContentsMargins(px(8), 0, px(8), 0)
        layout = self._below.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    @Slot()
    def _make_room(self) -> None:
        """A scroll bar takes the pane's own inset, not the room of names."""
        px, scrolls = self.theme.px, self._scroll.verticalScrollBar().maximum() > 0
        side = px(12 if self.theme.compact else 16) - px(8)
        self._blocks.setContentsMargins(side, px(12), 0 if scrolls else side, px(4))

    def _connect(self) -> None:
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.search.installEventFilter(self)
        self.results.list.left_above.connect(self.focus_search)
        self.results.picked.connect(self._on_match_picked)
        self.results.new_person_requested.connect(self._on_new_person_requested)
        self.results.nobody_picked.connect(self._on_nobody_picked)
        self.people.picked.connect(self._on_person_picked)
        self.people.person_added_requested.connect(self.person_added_requested)
        self.people.move_requested.connect(self.move_requested)
        self.people.nobody_picked.connect(self.nobody_picked)
        self.roles.asked.connect(self.ask)
        self.waiting.callback_opened.connect(self.callback_opened)

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self.results.wait()
        self._show()
        self.query_changed.emit(self.query)

    @Slot()
    def _on_return_pressed(self) -> None:
        self.results.pick_best()

    @Slot(object)
    def _on_match_picked(self, person: object) -> None:
        self.match_picked.emit(person)

    @Slot()
    def _on_new_person_requested(self) -> None:
        self.new_person_requested.emit(self.query)

    @Slot()
    def _on_nobody_picked(self) -> None:
        self.search.setText("")
        self.nobody_picked.emit()

    @Slot(object, Speaker)
    def _on_person_picked(self, person: object, part: Speaker) -> None:
        if part is Speaker.SPEAKING:
            self.speaking_picked.emit(person)
        else:
            self.about_picked.emit(person)

    def _handle_search_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and self.results.list.rows():
            self.results.list.step(1 if self.results.list.current_key() is not None else 0)
            self.results.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and self.query:
            self.search.setText("")
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            if pressed and self._handle_search_key(event):
                return True
        return super().eventFilter(watched, event)
