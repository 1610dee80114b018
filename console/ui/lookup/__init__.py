"""The lookup pane: finding people, who is on the line, and who waits for a call."""

from console.ui.lookup.new_person import NewPersonForm, NewPersonSheet
from console.ui.lookup.pane import LookupPane
from console.ui.lookup.values import LinePerson, LookupCall, Speaker, Waiting

__all__ = [
    "LinePerson",
    "LookupCall",
    "LookupPane",
    "NewPersonForm",
    "NewPersonSheet",
    "Speaker",
    "Waiting",
]
