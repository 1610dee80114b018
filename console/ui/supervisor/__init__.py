"""The supervisor's page."""

from console.ui.supervisor.page import SupervisorPage

__all__ = ["SupervisorPage"]
