"""Words for screen readers alone: of what changes while the focus is elsewhere."""

from PySide6.QtWidgets import QWidget


def say_aloud(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have a screen reader say this when it is done, or `at_once`; nobody else notices."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not read for a start

    event = QAccessibleAnnouncementEvent(widget, words)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
