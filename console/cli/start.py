"""`open`, `demo`, `tour`: the window."""

import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from console.cli.output import AsJson, failing, report, say
from console.settings import Settings


def register(app: typer.Typer) -> None:
    app.command("open")(open_)
    app.command()(demo)
    app.command()(tour)


def open_console(settings: Settings, phone: str | None) -> None:
    """Runs the window until it is closed."""
    from console.process import run

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    code = run(settings, phone)
    if code:
        raise typer.Exit(code)


def open_(
    context: typer.Context,
    phone: Annotated[str | None, typer.Option("--phone", metavar="N", help="Who rings.")] = None,
) -> None:
    """Opens the console; with a number, hands an incoming call to the running one."""
    with failing(context.obj.profile):
        open_console(context.obj, phone)


def demo(
    context: typer.Context,
    people: Annotated[int, typer.Option("--people", min=1)] = 400,
    seed: Annotated[int, typer.Option("--seed")] = 1,
) -> None:
    """Makes a demo database if there is none, then opens the console on it."""
    from console.services.center import Center
    from console.services.demo import DEFAULT_LOGIN, make

    with failing(context.obj.profile):
        settings = _demo_settings(context.obj)
        with Center(settings) as center:
            if not center.identity.is_chosen():
                center.sit_down(DEFAULT_LOGIN)
            counts = make(
                center.shared, center.library(), people=people, seed=seed, now=center.clock()
            )
        if counts.is_new:
            say(f"Made a demo of {counts.people} invented people.")
        open_console(settings, None)


def tour(
    context: typer.Context,
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="Where pictures go.")],
    as_json: AsJson = False,
) -> None:
    """Plays the rep's two calls of the flu story in the real windows, with pictures."""
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from console.tour import play

    with failing(context.obj.profile):
        done = play(into, say)
        (into / "report.json").write_text(json.dumps(done, indent=2), encoding="utf-8")
        report(
            done,
            [
                f"{sum(step['ok'] for step in done['steps'])} of {len(done['steps'])} steps went "
                f"as they should. Pictures are in {into}."
            ],
            as_json,
        )
        if not done["ok"]:
            raise typer.Exit(1)


def _demo_settings(settings: Settings) -> Settings:
    """The demo lives in a profile of its own, beside the real one, unless one was named."""
    from console.settings import default_profile, embedded_file, joined_center

    named = not settings.embedded and settings.database != joined_center(settings.profile)
    if settings.profile != default_profile() or named:
        return settings
    folder = settings.profile / "demo"
    return replace(settings, profile=folder, database=embedded_file(folder))
