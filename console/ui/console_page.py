"""The page of a call: lookup, the person in the middle, the guide; the disposition bar below."""

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.ui.answers import AnswersPane
from console.ui.disposition.bar import DispositionBar
from console.ui.drawers import Pile
from console.ui.guide import GuidePane
from console.ui.lookup import LookupPane
from console.ui.parts import Page
from console.ui.person import Headline, PersonPane
from console.ui.rail import Rail
from console.ui.theme.layout import ANY_WIDTH, EDGE, GUIDE_WIDTH
from console.ui.theme.theme import Layout, Theme
from console.ui.timeline import TimelinePane
from console.ui.welcome import Welcome
from console.ui.widgets import Sheet, Tab, Tabs, Themed
from console.ui.widgets.label import Aside


class Place(StrEnum):
    """What the narrow arrangement has a tab for; their order is that of the tabs."""

    GUIDE = "guide"
    WELCOME = "welcome"
    PERSON = "person"
    TIMELINE = "timeline"
    ANSWERS = "answers"
    STEPS = "steps"


class _Ground(Themed, QWidget):
    """Nothing behind it shines through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._follow(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.color("canvas"))


class _Scrolled(_Ground):
    """A pane that is as tall as it needs to be, in a place that may be lower."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.page = Page(theme, flush=True, parent=self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        self.hide()

    def hold(self, pane: QWidget) -> None:
        """Take a pane out of wherever it is laid out."""
        self.page.column.addWidget(pane)


class ConsolePage(QWidget):
    """Side by side where there is room; else a rail, and one column in which panes lie piled.

    In the narrow arrangement the tabs turn to a pane, and so does whatever takes the focus (see
    `Pile`); lookup and the rest of the bar lie over the column while the cursor is in them, and Esc
    leaves them. Whoever makes it runs `build` to its end.

    Attributes:
        lookup, person, timeline, answers, welcome, guide, bar: the panes.
        centre: what holds those in the middle, for sheets that cover them.

    Signals:
        key_pressed: the name of an action in `keys.KEYS`, from the rail.
        headline_changed: the `Headline` of who is shown; without a name of nobody.
    """

    key_pressed = Signal(str)
    headline_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False

    def build(self) -> Iterator[None]:
        """Makes its parts, a pane at a time."""
        theme = self._theme
        # Before the panes: with a style sheet in force, a part that moves elsewhere falls back to
        # the font that it had first, and takes the right one only when it restyles itself.
        theme.changed.connect(self._restyle)
        self._upper = _Ground(theme, self)
        self.rail = Rail(theme, parent=self._upper)
        self._column = _Ground(theme, self._upper)
        self.tabs = Tabs(theme, self._named(), name=self.tr("Panes"), parent=self._column)
        self._where = Aside(theme, "", "body", "text2", parent=self._column)
        self.centre = QWidget(self._column)
        self.lookup = LookupPane(theme, parent=self._upper)
        yield
        self.person = PersonPane(theme, parent=self.centre)
        yield
        self.timeline = TimelinePane(theme, parent=self.centre)
        yield
        self.answers = AnswersPane(theme, parent=self.centre)
        self.welcome = Welcome(theme, parent=self.centre)
        yield
        self.guide = GuidePane(theme, parent=self._upper)
        yield
        self.bar = DispositionBar(theme, parent=self)
        yield
        self._scrolled = {
            pane: _Scrolled(theme, self.centre) for pane in (self.person, self.welcome)
        }
        self._build()
        self._under = _Ground(theme, self.centre)  # what lies below the top one stays out of sight
        self._panes = Pile(self.centre)
        self._piles = (
            self._panes,
            Pile(self._upper, (self.lookup,)),
            Pile(self, (self.bar.drawer,)),
        )
        self._arrange()
        self.show_centre(self.welcome)  # all four together would set the least height
        self._connect()
        self._restyle()

    @property
    def place(self) -> Place:
        """The pane whose tab is picked in the narrow arrangement."""
        return Place(self.tabs.current_key)

    def show_centre(self, *panes: QWidget) -> None:
        """Shows these of the middle panes and hides the others."""
        every = (self.person, self.timeline, self.answers, self.welcome)
        # First those that go: for a moment all of them would be taller than a small screen, and
        # the window would grow for good.
        for pane in sorted(every, key=lambda pane: pane in panes):
            pane.setVisible(pane in panes)
            if pane in self._scrolled:
                self._scrolled[pane].setVisible(self._narrow and pane in panes)
        if self.welcome in panes:
            self._on_headline_changed(Headline(name=""))
        self._show_tabs()

    def go(self, place: Place) -> None:
        """Turns to a pane and puts the focus where it is read or answered."""
        self._turn(place)
        focus = {
            Place.GUIDE: self.guide.focus_guide,
            Place.PERSON: self.person.setFocus,
            Place.TIMELINE: self.timeline.setFocus,
            Place.ANSWERS: self.answers.focus_search,
            Place.STEPS: self.guide.focus_next_steps,
        }
        if place in focus:
            focus[place]()

    def _named(self) -> tuple[Tab, ...]:
        words = {
            Place.GUIDE: self.tr("Guide"),
            Place.WELCOME: self.tr("Start"),
            Place.PERSON: self.tr("Person"),
            Place.TIMELINE: self.tr("Timeline"),
            Place.ANSWERS: self.tr("Answers"),
            Place.STEPS: self.tr("Next steps"),
        }
        chords = {Place.GUIDE: "F4", Place.PERSON: "F3", Place.TIMELINE: "F12", Place.STEPS: "F5"}
        return tuple(Tab(place, words[place], chord=chords.get(place, "")) for place in Place)

    def _parts(self) -> dict[Place, QWidget]:
        """What lies in the column for each tab."""
        return {
            Place.GUIDE: self.guide,
            Place.WELCOME: self._scrolled[self.welcome],
            Place.PERSON: self._scrolled[self.person],
            Place.TIMELINE: self.timeline,
            Place.ANSWERS: self.answers,
            Place.STEPS: self.guide.steps_page,
        }

    def _build(self) -> None:
        self._grid = QGridLayout(self._upper)
        self._middle = QGridLayout(self.centre)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setRowStretch(1, 1)
        # In a column of their own: a grid forgets the gap above a cell whose last part is hidden.
        self._below = QVBoxLayout()
        self._middle.addLayout(self._below, 1, 0)
        self._head, column = QHBoxLayout(), QVBoxLayout(self._column)
        self._head.addWidget(self.tabs)
        self._head.addStretch(1)
        self._head.addWidget(self._where)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.centre, 1)
        self._grid.addWidget(self.rail, 0, 0)
        self._grid.setColumnStretch(2, 1)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._upper, 0, 0)
        whole.addWidget(self.bar.drawer, 0, 0, Qt.AlignmentFlag.AlignBottom)
        whole.addWidget(self.bar, 1, 0)
        whole.setRowStretch(0, 1)

    def _connect(self) -> None:
        self.tabs.picked.connect(self._on_tab_picked)
        self._panes.turned.connect(self._on_turned)
        self.rail.key_pressed.connect(self.key_pressed)
        self.person.headline_changed.connect(self._on_headline_changed)
        self.timeline.counted.connect(self._on_timeline_counted)
        self.guide.steps.counted.connect(self._on_steps_counted)
        lookup = self.lookup
        for picked in (lookup.match_picked, lookup.about_picked, lookup.callback_opened,
                       lookup.nobody_picked):  # fmt: skip
            picked.connect(self._leave_drawers)

    @Slot()
    def _restyle(self) -> None:
        px = self._theme.px
        if self._narrow is not (self._theme.layout is Layout.NARROW):
            self._narrow = not self._narrow
            self._arrange()
        if not self._narrow:
            self.guide.setFixedWidth(px(GUIDE_WIDTH[self._theme.layout]))
        edge = px(EDGE[self._theme.layout])
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._grid.setSpacing(edge)
        self._middle.setSpacing(px(8))
        # What is hidden keeps its margins, and the cards would begin lower than the panes beside.
        right, under = (px(8), px(2)) if self._narrow else (0, 0)
        self._head.setContentsMargins(0, 0, right, under)
        self._head.setSpacing(px(8))

    def _arrange(self) -> None:
        """Lays the panes out side by side, or piles them; the cursor stays where it is."""
        focused = self.window().focusWidget()
        every = (self.person, self.timeline, self.answers, self.welcome)
        shown = [pane for pane in every if not pane.isHidden()]
        for pile in self._piles:
            pile.on = self._narrow
        for part in (self.rail, self.tabs, self._where, self._under, self.bar.drawer,
                     self.guide.steps_page):  # fmt: skip
            part.setVisible(self._narrow)
        if self._narrow:
            self._pile_up()
        else:
            self._lay_side_by_side()
        self.show_centre(*shown)
        self.guide.show()
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        for pile in self._piles:
            pile.settle()

    def _lay_side_by_side(self) -> None:
        self._grid.addWidget(self.lookup, 0, 1)
        self._grid.addWidget(self._column, 0, 2)
        self._grid.addWidget(self.guide, 0, 3)
        self._middle.addWidget(self.person, 0, 0)
        for pane in (self.timeline, self.answers, self.welcome):
            self._below.addWidget(pane, 1)
        for part in (*self._scrolled.values(), self.guide.steps_page, self._under):
            self._middle.removeWidget(part)
            part.hide()

    def _pile_up(self) -> None:
        self._grid.addWidget(self._column, 0, 2)
        self._grid.addWidget(self.lookup, 0, 2, Qt.AlignmentFlag.AlignLeft)
        self.lookup.lower()
        self.bar.drawer.lower()
        self.guide.setMinimumWidth(0)
        self.guide.setMaximumWidth(ANY_WIDTH)
        for pane, scrolled in self._scrolled.items():
            scrolled.hold(pane)
        for part in self._parts().values():
            self._middle.addWidget(part, 1, 0)
        self._middle.addWidget(self._under, 1, 0)

    def _show_tabs(self) -> None:
        """Only what is shown has a tab; one whose pane went gives way to what came in its place."""
        shown = {
            Place.GUIDE: True,
            Place.WELCOME: not self.welcome.isHidden(),
            Place.PERSON: not self.person.isHidden(),
            Place.TIMELINE: not self.timeline.isHidden(),
            Place.ANSWERS: not self.answers.isHidden(),
            Place.STEPS: not self.person.isHidden() and self.answers.isHidden(),
        }
        place = self.place
        if not shown[place] or (place is Place.GUIDE and shown[Place.WELCOME]):
            place = Place.WELCOME if shown[Place.WELCOME] else Place.PERSON
        self.tabs.show_only(*(tab for tab in Place if shown[tab]))
        self._turn(place)
        self._show_chords()

    def _show_chords(self) -> None:
        """A pane shows its key where the eye is: on its tab, if words need not give way to it."""
        where = self._where.sizeHint().width() + self._head.contentsMargins().right()
        self.tabs.show_chords(self._column.width() - where - 2 * self._head.spacing())

    def _turn(self, place: Place) -> None:
        self.tabs.set_current(place)
        self._panes.turn(self._parts()[place])

    @Slot(str)
    def _on_tab_picked(self, key: str) -> None:
        for sheet in self.centre.findChildren(Sheet):
            if sheet.gives_way:
                sheet.close_sheet()
        self._panes.turn(self._parts()[Place(key)])

    @Slot(QWidget)
    def _on_turned(self, part: QWidget) -> None:
        self._under.stackUnder(part)
        for place, pane in self._parts().items():
            if pane is part:
                self.tabs.set_current(place)

    @Slot(object)
    def _on_headline_changed(self, headline: Headline) -> None:
        self._where.set_text(headline.journey)
        self._show_chords()
        self.headline_changed.emit(headline)

    @Slot(object)
    def _on_timeline_counted(self, count: int | None) -> None:
        self.tabs.set_count(Place.TIMELINE, count)
        self._show_chords()

    @Slot(int)
    def _on_steps_counted(self, count: int) -> None:
        self.tabs.set_count(Place.STEPS, count or None)
        self._show_chords()

    @Slot()
    def _leave_drawers(self) -> None:
        """To the column, from whatever lies over it."""
        if self._narrow:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chords()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        over = (self.lookup, self.bar.drawer)
        focused = self.window().focusWidget()
        inside = focused is not None and any(part.isAncestorOf(focused) for part in over)
        if event.key() == Qt.Key.Key_Escape and self._narrow and inside:
            self._leave_drawers()
        else:
            super().keyPressEvent(event)
