"""The timeline pane: a person's touchpoints, newest first, with what is queued on top."""

from console.ui.timeline.pane import TimelinePane

__all__ = ["TimelinePane"]
