"""The supervisor's page."""

from console.ui.supervisor.figures import Figure
from console.ui.supervisor.page import SupervisorPage

__all__ = ["Figure", "SupervisorPage"]
