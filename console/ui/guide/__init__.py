"""The guide: script, next steps, the form after hang-up, stop and escalation sheets."""

from console.ui.guide.model import (
    Answer,
    Answered,
    Attempt,
    EscalateView,
    Escalation,
    GoesOn,
    GuideView,
    Outcome,
    ScopeChoice,
    StopView,
    WrapUpView,
)
from console.ui.guide.pane import GuidePane

__all__ = [
    "Answer",
    "Answered",
    "Attempt",
    "EscalateView",
    "Escalation",
    "GoesOn",
    "GuidePane",
    "GuideView",
    "Outcome",
    "ScopeChoice",
    "StopView",
    "WrapUpView",
]
