"""`worker`: derived tables and what became due."""

from typing import Annotated

import typer

from console.cli.output import AsJson, failing, report, say


def register(app: typer.Typer) -> None:
    app.command()(worker)


def worker(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Do what is due and end.")] = False,
    as_json: AsJson = False,
) -> None:
    """Runs the jobs that keep derived tables true, until interrupted or once."""
    from console.services.center import Center
    from console.services.worker import Worker

    with failing(context.obj.profile), Center(context.obj) as center:
        jobs = Worker(center.shared, center.library, center.clock)
        done = jobs.once() if once else jobs.forever(say)
        report(
            {"jobs": done},
            [f"{job.name}: {job.done} in {job.seconds} s {job.error or ''}" for job in done],
            as_json,
        )
        if any(job.error for job in done):
            raise typer.Exit(1)
