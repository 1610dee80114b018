"""What the guide shows and what it tells: plain frozen values, filled and read by the window."""

from collections.abc import Hashable
from dataclasses import dataclass

from console.models.terms import StopScope
from console.ui.widgets import Option


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One step behind the rep: what was asked and what was said."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """One step of a script, with fields already merged.

    `kind` of the answer is choice, text or none; `chosen` counts options from 0. `ended` is the
    state after the last step: nothing left to say or ask.
    """

    title: str
    step: str = ""
    step_no: int = 0
    steps: int = 0
    trail: tuple[Answered, ...] = ()
    say: str = ""
    required: str = ""
    required_read: bool = False
    question: str = ""
    kind: str = "choice"
    options: tuple[str, ...] = ()
    chosen: int | None = None
    text: str = ""
    note: str = ""
    can_go_back: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An outcome that a digit picks."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """When the person is tried again, and why then."""

    title: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapUpView:
    """The form after hang-up. `clock` is the wrap-up time; `proposal` a whole sentence."""

    clock: str = "00:00"
    outcomes: tuple[Outcome, ...] = ()
    options: tuple[Option, ...] = ()
    picked: str = ""
    proposal: str = ""
    voicemail: str = ""
    voicemail_note: str = ""
    can_dial: bool = False
    attempt: Attempt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeChoice:
    """A scope of a stop request in the words of the screen."""

    scope: StopScope
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoesOn:
    """What a stop request does not reach, and why."""

    what: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopView:
    """A stop request in force. `scopes` from the widest; narrower than `widest` needs a reason."""

    since: str
    say: str
    scopes: tuple[ScopeChoice, ...]
    scope: StopScope
    widest: StopScope
    stopped: tuple[str, ...] = ()
    goes_on: tuple[GoesOn, ...] = ()
    can_undo: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalateView:
    """What to do when somebody needs help now; another `call` clears what was typed."""

    call: Hashable
    phone: str = ""
    text: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered at a step: an option, counted from 0, or a text."""

    step: str
    index: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """Where somebody who needs help can be rung and found."""

    phone: str
    place: str
