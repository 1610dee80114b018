"""What every flow is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from console.ui.notices import Notices
from console.ui.session import Session
from console.ui.tasks import Tasks
from console.ui.widgets import key_text

if TYPE_CHECKING:
    from console.services.center import Center
    from console.ui.window import Window


@dataclass(frozen=True, slots=True)
class Parts:
    """`clock` gives the desk's instant, aware and UTC."""

    center: "Center"
    session: Session
    tasks: Tasks
    notices: Notices
    window: "Window"
    clock: Callable[[], datetime]

    def key(self, chord: str) -> str:
        """The key that leads where this one does as it comes, as sentences name it."""
        return key_text(self.window.theme, chord)
