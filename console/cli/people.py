"""`find`, `show`, `timeline`, `next-steps`: people and what happened with them."""

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from console.cli.output import AsJson, failing, report
from console.errors import BadInput
from console.models.terms import Channel
from console.models.views import TimelineFilter

Reason = Annotated[str, typer.Option("--reason", help="Why, for the audit.")]
At = Annotated[str | None, typer.Option("--at", metavar="TIME", help="As of then (ISO 8601).")]


def register(app: typer.Typer) -> None:
    app.command()(find)
    app.command()(show)
    app.command()(timeline)
    app.command("next-steps")(next_steps)


def find(
    context: typer.Context,
    query: str,
    limit: Annotated[int, typer.Option("--limit", min=1, max=200)] = 20,
    as_json: AsJson = False,
) -> None:
    """People by phone, name, date of birth, MRN, email, in any mix."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        found = center.directory.find(query, limit)
        results = [
            {
                "person": match.person,
                "name": match.name,
                "birth_date": match.birth_date,
                "mrn": match.mrn,
                "phones": match.phones,
                "emails": match.emails,
                "place": match.place,
                "matched": match.matched,
                "score": match.score,
            }
            for match in found.results
        ]
        lines = [
            f"{match.person}  {match.name}  {match.birth_date or '?'}  {match.place}  "
            f"{' '.join(match.phones)}"
            for match in found.results
        ]
        report(
            {"query": query, "results": results, "elapsed_ms": round(found.elapsed_ms, 3)},
            lines or ["Nobody found. Try fewer letters, or the last digits of the number."],
            as_json,
        )


def show(
    context: typer.Context, person: str, reason: Reason = "command line", as_json: AsJson = False
) -> None:
    """The person as the header shows it."""
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        found = center.records.resolve(person)
        record = center.records.open(
            frozenset({found}), login=center.identity.acting().login, reason=reason
        )
        view = record.view
        document: dict[str, Any] = {
            "person": view.person,
            "name": view.name,
            "birth_date": view.birth_date,
            "mrn": view.mrn,
            "contact_points": view.contact_points,
            "consents": view.consents,
            "journeys": [
                {"journey": j.journey, "stage": j.stage, "since": j.since, "why": j.why}
                for j in view.journeys
            ],
            "alerts": view.alerts,
            "holds": view.holds,
            "open": view.open,
            "openings": view.openings,
        }
        lines = [
            f"{view.name}  {view.birth_date or '?'}  {view.place}  MRN {view.mrn or 'none'}",
            *(f"  {point.system}: {point.raw}" for point in view.contact_points),
            *(f"  consent {entry.channel}: {entry.state}" for entry in view.consents),
            *(f"  {j.title}: {j.stage} since {j.since:%d %b %Y}. {j.why}" for j in view.journeys),
            *(f"  alert: {alert}" for alert in view.alerts),
        ]
        report(document, lines, as_json)


def timeline(
    context: typer.Context,
    person: str,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000)] = 50,
    before: Annotated[str | None, typer.Option("--before", metavar="TIME")] = None,
    channel: Annotated[Channel | None, typer.Option("--channel")] = None,
    reason: Reason = "command line",
    as_json: AsJson = False,
) -> None:
    """Touchpoints, newest first."""
    from uuid import UUID

    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        start = (instant(before), UUID(int=0)) if before else None
        found = frozenset({center.records.resolve(person)})
        center.records.open(found, login=center.identity.acting().login, reason=reason)
        page = center.records.timeline(
            found, TimelineFilter(channel=channel), before=start, limit=limit
        )
        touchpoints = [
            {
                "id": entry.id,
                "at": entry.at,
                "channel": entry.channel,
                "direction": entry.direction,
                "kind": entry.kind,
                "title": entry.title,
                "summary": entry.summary,
                "status": entry.status.key if entry.status else None,
                "content": entry.content,
                "campaign": entry.campaign,
                "by": entry.by,
            }
            for entry in page.entries
        ]
        lines = [
            f"{entry.at:%Y-%m-%d %H:%M}  {entry.channel:<7} {entry.direction:<9} "
            f"{entry.title or entry.kind}  [{entry.status.key if entry.status else ''}]"
            for entry in page.entries
        ]
        report(
            {"touchpoints": touchpoints, "more": page.before is not None},
            lines or ["Nothing happened with this person yet."],
            as_json,
        )


def next_steps(
    context: typer.Context,
    person: str,
    at: At = None,
    reason: Reason = "command line",
    as_json: AsJson = False,
) -> None:
    """What the guide advises, and what it holds back."""
    from console.rules.next_steps import next_steps as advised
    from console.services.center import Center

    with failing(context.obj.profile), Center(context.obj) as center:
        now = instant(at) if at else center.clock()
        found = frozenset({center.records.resolve(person)})
        record = center.records.open(found, login=center.identity.acting().login, reason=reason)
        steps = advised(record.facts, center.library(), now)
        document = [
            {
                "id": step.id,
                "journey": step.journey,
                "stage": step.stage,
                "prompt": step.prompt,
                "channel": step.channel,
                "script": step.script,
                "reasons": [
                    {"text": why.text, "touchpoints": why.touchpoints} for why in step.reasons
                ],
                "blocked_by": step.blocked_by,
            }
            for step in steps
        ]
        lines = [
            f"{step.prompt}  Why: {' '.join(why.text for why in step.reasons)}"
            + (f"  Held back: {' '.join(step.blocked_by)}" if step.blocked_by else "")
            for step in steps
        ]
        report(
            {"next_steps": document}, lines or ["Nothing is advised for this person now."], as_json
        )


def instant(text: str) -> datetime:
    """An instant as typed, in UTC; without an offset it is UTC."""
    try:
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise BadInput(
            "The time is not understood. Write it like 2026-11-19T14:30-05:00."
        ) from None
