"""Some failures are lived through at whole desks, those of the stories."""

from tests.stories.conftest import desk, no_error_logged, ready_profile, start_desk

__all__ = ["desk", "no_error_logged", "ready_profile", "start_desk"]
