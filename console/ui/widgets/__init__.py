"""The widgets that panes are built of; they know the theme and plain values, nothing else.

Each module is read when a name of it is first asked for: the first paint needs half of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from console.ui.widgets.aloud import say_aloud
    from console.ui.widgets.answer import AnswerGroup, Choice, DigitGrid
    from console.ui.widgets.bars import ProfileButton, TopBar
    from console.ui.widgets.button import Button
    from console.ui.widgets.callbox import CallBox, CallState, Phase, clock
    from console.ui.widgets.card import Card, Sheet
    from console.ui.widgets.check import CheckBox
    from console.ui.widgets.chip import Chip
    from console.ui.widgets.empty import Action, EmptyState
    from console.ui.widgets.field import Field, LineEdit, SearchField, TextArea
    from console.ui.widgets.framed import Framed
    from console.ui.widgets.label import Label
    from console.ui.widgets.mark import Avatar, Icon, KeyCap, Rule, Tag
    from console.ui.widgets.menu import Menu
    from console.ui.widgets.meter import Gauge, Meter, Progress, Skeleton
    from console.ui.widgets.paint import key_text
    from console.ui.widgets.picker import Option, Picker, PickerField
    from console.ui.widgets.row import AnswerRow, Digit
    from console.ui.widgets.say import RequiredBox, SayBox
    from console.ui.widgets.slot import Message, MessageKind, MessageSlot
    from console.ui.widgets.status import StatusBar
    from console.ui.widgets.step import NextStepCard, Step
    from console.ui.widgets.stepper import Stage, StageState, Stepper
    from console.ui.widgets.tabs import Tab, Tabs
    from console.ui.widgets.themed import Themed
    from console.ui.widgets.way_back import WayBack

# When you add a name: in the imports above, for the types; here, for the program; and in `__all__`.
_NAMES = {
    "aloud": "say_aloud",
    "answer": "AnswerGroup Choice DigitGrid",
    "bars": "ProfileButton TopBar",
    "button": "Button",
    "callbox": "CallBox CallState Phase clock",
    "card": "Card Sheet",
    "check": "CheckBox",
    "chip": "Chip",
    "empty": "Action EmptyState",
    "field": "Field LineEdit SearchField TextArea",
    "framed": "Framed",
    "label": "Label",
    "mark": "Avatar Icon KeyCap Rule Tag",
    "menu": "Menu",
    "meter": "Gauge Meter Progress Skeleton",
    "paint": "key_text",
    "picker": "Option Picker PickerField",
    "row": "AnswerRow Digit",
    "say": "RequiredBox SayBox",
    "slot": "Message MessageKind MessageSlot",
    "status": "StatusBar",
    "step": "NextStepCard Step",
    "stepper": "Stage StageState Stepper",
    "tabs": "Tab Tabs",
    "themed": "Themed",
    "way_back": "WayBack",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "Action",
    "AnswerGroup",
    "AnswerRow",
    "Avatar",
    "Button",
    "CallBox",
    "CallState",
    "Card",
    "CheckBox",
    "Chip",
    "Choice",
    "Digit",
    "DigitGrid",
    "EmptyState",
    "Field",
    "Framed",
    "Gauge",
    "Icon",
    "KeyCap",
    "Label",
    "LineEdit",
    "Menu",
    "Message",
    "MessageKind",
    "MessageSlot",
    "Meter",
    "NextStepCard",
    "Option",
    "Phase",
    "Picker",
    "PickerField",
    "ProfileButton",
    "Progress",
    "RequiredBox",
    "Rule",
    "SayBox",
    "SearchField",
    "Sheet",
    "Skeleton",
    "Stage",
    "StageState",
    "StatusBar",
    "Step",
    "Stepper",
    "Tab",
    "Tabs",
    "Tag",
    "TextArea",
    "Themed",
    "TopBar",
    "WayBack",
    "clock",
    "key_text",
    "say_aloud",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found  # the next time nothing is asked
    return found
