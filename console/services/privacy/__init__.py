"""Privacy: legal holds, restriction of misfiled facts, erasure of prospects, retention periods."""

from console.services.privacy.office import Privacy

__all__ = ["Privacy"]
