"""Flows are tried in the real window: the desks of the stories, on databases of their own."""

from tests.stories.conftest import desk, no_error_logged, ready_profile, start_desk

__all__ = ["desk", "no_error_logged", "ready_profile", "start_desk"]
