"""The answers pane: what may be said to somebody who only asks."""

from console.ui.answers.pane import AnswersPane

__all__ = ["AnswersPane"]
