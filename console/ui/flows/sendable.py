"""What could be sent to the person whom the call is about, and why something may not be."""

from console.models.terms import Channel
from console.rules.permission import may_contact
from console.ui.disposition import SendChoice
from console.ui.flows.parts import Parts
from console.ui.said import each

WAYS = (Channel.TEXT, Channel.EMAIL, Channel.MAIL, Channel.PORTAL)


def sendable(parts: Parts) -> tuple[SendChoice, ...]:
    """One choice for each content piece and way of sending."""
    session = parts.session
    if session.library is None:
        return ()
    rules, choices, record = session.library.rules, [], session.subject
    for content in session.library.contents.values():
        for channel in content.channels:
            if channel not in WAYS:
                continue
            off = ""
            if record is not None:
                permission = may_contact(
                    record.facts, channel, content.outreach_class, parts.clock(), rules
                )
                off = "" if permission.allowed else each(permission.reasons)
            choices.append(
                SendChoice(
                    content=content.key,
                    title=content.title,
                    channel=channel,
                    about=content.summary,
                    off=off,
                )
            )
    return tuple(choices)
