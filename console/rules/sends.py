"""Sends of a call: which content goes out by which channel.

An entry of `Draft.sends` is a content key, or "key/channel" when the rep chose how.
"""

from dataclasses import dataclass
from datetime import datetime

from console.models.bodies import Content, Library, Rules
from console.models.draft import Draft
from console.models.person_facts import PersonFacts
from console.models.terms import Channel
from console.rules.permission import may_contact

SENDABLE = (Channel.TEXT, Channel.EMAIL, Channel.PORTAL, Channel.MAIL)


@dataclass(frozen=True, slots=True)
class Send:
    content: Content
    channel: Channel


def sends(
    draft: Draft, facts: PersonFacts | None, library: Library, now: datetime
) -> tuple[Send, ...]:
    """What is to be sent, each piece once by a channel; what cannot be sent is left out."""
    found = dict.fromkeys(draft.sends)
    resolved = (_send(entry, facts, library, now) for entry in found)
    return tuple(dict.fromkeys(one for one in resolved if one is not None))


def unknown_sends(draft: Draft, library: Library) -> tuple[str, ...]:
    """Entries whose content is not in the library, or goes by no channel that sends."""
    return tuple(entry for entry in draft.sends if not _channels(entry, library))


def best_channel(
    content: Content, facts: PersonFacts | None, rules: Rules, now: datetime
) -> Channel | None:
    """The first of the content's channels that is permitted now, else the first that can send.

    A send is judged once more when it goes out, so what isn't permitted today is not lost here.
    """
    own = [channel for channel in content.channels if channel in SENDABLE]
    if facts is not None:
        for channel in own:
            if may_contact(facts, channel, content.outreach_class, now, rules).allowed:
                return channel
    return own[0] if own else None


def _channels(entry: str, library: Library) -> tuple[Channel, ...]:
    key, _, chosen = entry.partition("/")
    content = library.contents.get(key)
    if content is None:
        return ()
    own = tuple(channel for channel in content.channels if channel in SENDABLE)
    return tuple(channel for channel in own if chosen in {"", channel.value})


def _send(entry: str, facts: PersonFacts | None, library: Library, now: datetime) -> Send | None:
    channels = _channels(entry, library)
    if not channels:
        return None
    content = library.contents[entry.partition("/")[0]]
    channel = channels[0]
    if "/" not in entry:
        channel = best_channel(content, facts, library.rules, now) or channel
    return Send(content, channel)
