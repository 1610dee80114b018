"""`worker`: derived tables and what became due."""

from typing import TYPE_CHECKING, Annotated

import typer

from console.cli.output import AsJson, failing, report, say
from console.errors import InUse

if TYPE_CHECKING:
    from console.models.views import JobLag
    from console.services.worker import JobDone

PATIENCE = 10.0
"""Seconds for which `--once` waits for another worker's round to end."""


def register(app: typer.Typer) -> None:
    app.command()(worker)


def worker(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Do what is due and end.")] = False,
    as_json: AsJson = False,
) -> None:
    """Runs the jobs that keep derived tables true, until interrupted or once."""
    from console.services.center import Center
    from console.services.worker import WAITS, Worker

    with failing(context.obj.profile), Center(context.obj) as center:
        jobs = Worker(center.shared, center.library, center.clock)
        done = jobs.once(PATIENCE) if once else jobs.forever(say)
        if once and not done:
            raise InUse(WAITS)
        lag = jobs.lag()
        report({"jobs": done, "lag": lag}, [*map(_done, done), *map(_lag, lag)], as_json)
        if any(job.error for job in done):
            raise typer.Exit(1)


def _done(job: "JobDone") -> str:
    return f"{job.name}: {job.done} in {job.seconds} s {job.error or ''}"


def _lag(job: "JobLag") -> str:
    return f"{job.name}: {job.behind:.0f} s behind"
