"""`recovery-key`, `recover`: getting calls back from a desk that has lost its key."""

from pathlib import Path
from typing import Annotated

import typer

from console.cli.output import AsJson, failing, report


def register(app: typer.Typer) -> None:
    app.command("recovery-key")(recovery_key)
    app.command()(recover)


def recovery_key(
    context: typer.Context,
    into: Annotated[Path, typer.Option("--into", metavar="FILE", help="The private key.")],
    as_json: AsJson = False,
) -> None:
    """Makes the organization's key pair: the private key in FILE, the public one printed."""
    from console.services.recovery import make_pair

    with failing(context.obj.profile):
        public = make_pair(into)
        report(
            {"private": into, "public": public},
            [
                f"ENGAGEMENT_RECOVERY_KEY={public}",
                f"Set this at every desk. Keep {into} off the desks: it opens all their stores.",
            ],
            as_json,
        )


def recover(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The workstation file.")],
    key: Annotated[Path, typer.Option("--key", metavar="FILE", help="The private key.")],
    as_json: AsJson = False,
) -> None:
    """Takes the calls of a store whose key is lost into this desk's, to be sent from here."""
    from console.cli.logs import desk
    from console.services import salvage

    with desk(context.obj) as center:
        found = salvage.recover(file, key, center.store)
        report(
            {"entries": found.entries, "drafts": found.drafts, "lost": found.lost},
            [
                f"{found.entries} entries and {found.drafts} unfinished calls are at this desk "
                f"now, {found.lost} rows could not be read. Each is sent under its author's login."
            ],
            as_json,
        )
        if found.lost:
            raise typer.Exit(1)
