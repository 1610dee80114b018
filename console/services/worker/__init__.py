"""The worker: jobs that keep derived tables true; each may run twice, killing it harms nothing."""

from console.services.worker.jobs import WAITS, JobDone, Worker

__all__ = ["WAITS", "JobDone", "Worker"]
