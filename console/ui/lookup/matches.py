"""People found, as rows; during a call they show no more than tells them apart."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from console.models.ids import PersonId
from console.models.views import Match
from console.rules import names, phone
from console.ui import words
from console.ui.lookup.rows import Row, RowList
from console.ui.theme.theme import Theme
from console.ui.widgets.aloud import say_aloud

NAMED_MS = 10_000
"""How long a name stays that was asked for during a call."""


class MatchList(RowList):
    """People found; while a call is live initials, age and place.

    Should two of them be alike in these, the one under the cursor is named on demand: she alone,
    for ten seconds, or until the list is about others.
    """

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent=parent)
        self._matches: tuple[Match, ...] = ()
        self._masked = False
        self._named: PersonId | None = None
        self._over = QTimer(self, singleShot=True, interval=NAMED_MS)
        self._over.timeout.connect(self._name_nobody)

    def show_matches(self, matches: tuple[Match, ...], *, masked: bool) -> None:
        """Show other people; `masked` while a caller might overhear or oversee a name."""
        self._matches, self._masked, self._named = matches, masked, None
        self._over.stop()
        self._show()

    def hide_names(self, masked: bool) -> None:
        """Show the same people with or without their names."""
        if masked is not self._masked:
            self.show_matches(self._matches, masked=masked)

    def name_current(self) -> bool:
        """Name the one under the cursor for a while; tells whether there was any to name."""
        key = self.current_key()
        if not self._masked or not self.isVisible() or key is None:
            return False
        self._named = PersonId(key)  # type: ignore[arg-type]  # every row here is a person's
        self._over.start()
        self._show()
        say_aloud(self, next(row.title for row in self.rows() if row.key == key))
        return True

    def _show(self) -> None:
        self.show_rows(
            tuple(
                match_row(match, masked=self._masked and match.person != self._named)
                for match in self._matches
            )
        )

    @Slot()
    def _name_nobody(self) -> None:
        self._named = None
        self._show()


def match_row(match: Match, *, masked: bool) -> Row:
    """A person found as a row; masked, initials and no phone."""
    initials = names.initials(match.name) or match.initials
    age = str(match.age) if match.age is not None else ""
    by_number = {"phone", "phone_suffix"} & set(match.matched)
    seen = phone.display(match.phones[0]) if match.phones and not masked else ""
    note = "" if masked or by_number else seen
    return Row(
        key=match.person,
        title=initials if masked else names.display(match.name),
        line=" · ".join(filter(None, (age, match.place))),
        note=" · ".join(filter(None, (words.matched(match.matched), note))),
        initials=initials.replace(".", "").replace(" ", ""),
        side=words.deceased() if match.deceased else "",
    )
