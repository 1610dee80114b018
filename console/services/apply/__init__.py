"""Applying commands to the shared database: exactly once, in one transaction, judging nothing."""

from console.services.apply.gate import (
    Applied,
    Conflict,
    apply,
    body_of,
    journal_body,
    journal_sha,
    seal,
)

__all__ = ["Applied", "Conflict", "apply", "body_of", "journal_body", "journal_sha", "seal"]
