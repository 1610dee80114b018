"""What a record shows before its person is verified: that there is something, not what."""

from dataclasses import replace

from console.models.terms import TouchpointKind
from console.models.views import PersonView, TimelineEntry, TimelinePage


def without_openings(view: PersonView) -> PersonView:
    """Its opening lines with counts and days for titles."""
    lines = tuple(replace(line, text=line.masked or line.text) for line in view.openings)
    return replace(view, openings=lines)


def without_titles(page: TimelinePage, words: str) -> TimelinePage:
    """Before somebody is verified: that something was sent, not what."""
    return replace(page, entries=tuple(_without_title(entry, words) for entry in page.entries))


def _without_title(entry: TimelineEntry, words: str) -> TimelineEntry:
    if entry.kind is TouchpointKind.CALL:  # what was told then is hers as well
        return replace(entry, summary=words if entry.summary else "")
    return replace(entry, title="", summary=words, content="")
