"""The engagement-center console: who is on the line, what happened, what to do, what came of it."""
