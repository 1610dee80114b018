"""`person`: the privacy office's acts: legal hold, restriction, erasure, what is due for it."""

from typing import Annotated
from uuid import UUID

import typer

from console.cli.output import AsJson, failing, report
from console.errors import BadInput

Why = Annotated[str, typer.Option("--reason", help="Why, for the record.")]


def register(app: typer.Typer) -> None:
    room = typer.Typer(
        help="Privacy: holds, restriction, erasure.", no_args_is_help=True, rich_markup_mode=None
    )
    room.command()(hold)
    room.command()(release)
    room.command()(restrict)
    room.command()(restrictions)
    room.command()(erase)
    room.command()(due)
    app.add_typer(room, name="person")


def hold(context: typer.Context, person: str, reason: Why, as_json: AsJson = False) -> None:
    """Places a legal hold: the person cannot be erased."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        found = center.records.resolve(person)
        placed = center.privacy.hold(found, reason)
        report({"person": found, "hold": placed}, ["The legal hold is in force."], as_json)


def release(context: typer.Context, person: str, reason: Why, as_json: AsJson = False) -> None:
    """Lifts the legal holds of a person."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        found = center.records.resolve(person)
        lifted = center.privacy.release(found, reason)
        report({"person": found, "lifted": lifted}, [f"{lifted} legal holds lifted."], as_json)


def restrict(context: typer.Context, fact: str, reason: Why, as_json: AsJson = False) -> None:
    """Hides a misfiled call, message or other fact, named by its id, from everybody who calls."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        hidden = center.privacy.restrict(_fact(fact), reason)
        report({"restricted": hidden}, [f"{len(hidden)} facts are hidden."], as_json)


def restrictions(context: typer.Context, as_json: AsJson = False) -> None:
    """What is restricted, by whom and why."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        found = center.privacy.restrictions()
        lines = [f"{e.at:%Y-%m-%d %H:%M}  {e.kind}  {e.fact}  {e.by}  {e.why}" for e in found]
        report({"restrictions": found}, lines or ["Nothing is restricted."], as_json)


def erase(context: typer.Context, person: str, reason: Why, as_json: AsJson = False) -> None:
    """Erases a prospect for good: names, numbers and texts; says what is kept and why."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        erased = center.privacy.erase(center.records.resolve(person), reason)
        count = sum(erased.blanked.values())
        lines = [f"Erased; {count} rows were blanked.", *(f"Kept: {why}" for why in erased.kept)]
        report(
            {"person": erased.person, "blanked": erased.blanked, "kept": erased.kept},
            lines,
            as_json,
        )


def due(context: typer.Context, as_json: AsJson = False) -> None:
    """Prospects whom the center has kept for longer than its rules say."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        found = center.privacy.due()
        lines = [f"{entry.person}  last {entry.last:%Y-%m-%d}" for entry in found]
        report({"due": found}, lines or ["Nobody is due."], as_json)


def _fact(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise BadInput("A fact is named by its id, as the timeline gives it.") from None
