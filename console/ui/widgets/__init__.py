"""The widgets that panes are built of; they know the theme and plain values, nothing else."""

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
