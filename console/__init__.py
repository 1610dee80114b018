"""The engagement-center console: who is on the line, what happened, what to do next, what came of it."""
