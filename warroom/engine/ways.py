"""The ways out of a room, and what a draft asks of a publisher: an answer, a post of its own, or a private message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from warroom.domain.errors import SendRefused, SourceError
from warroom.domain.model import Platform, Post
from warroom.domain.reply import Draft, Sent
from warroom.ports import Broadcaster, Messenger, Publisher, Sink

#: Gives a platform's publisher. Raises CredentialError and the like where there is none.
Publishers = Callable[[Platform], Awaitable[Publisher]]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The way out of a drill: its room, and what takes the replies there. It has no place for a real publisher."""

    room: str
    sink: Callable[[Platform], Sink]


def must_be_able(publisher: Publisher, draft: Draft) -> None:
    """Raise SendRefused where a platform has no way for a draft of this kind."""
    name = draft.platform.capitalize()
    if draft.private and not isinstance(publisher, Messenger):
        raise SendRefused(f"{name} has no private message that warroom could send.",
                          hint="Ask the person in public to write to you.")
    if draft.post is None and not draft.follows and not isinstance(publisher, Broadcaster):
        raise SendRefused(f"warroom cannot post on {name} without answering somebody.")


async def say(publisher: Publisher, draft: Draft, to: Post | None) -> Sent:
    """Hand a draft to a publisher: below ``to``, in private to its author, or as a post of its own."""
    must_be_able(publisher, draft)
    if to is None and isinstance(publisher, Broadcaster):
        return await publisher.post(draft.text, key=draft.id)
    if to is None:
        raise SendRefused("There is nothing to answer.")
    if draft.private and isinstance(publisher, Messenger):
        return await publisher.message(to, draft.text, key=draft.id)
    return await publisher.reply(to, draft.text, key=draft.id)


async def find(publisher: Publisher, draft: Draft, to: Post | None, since: datetime) -> Sent | None:
    """Look for what :func:`say` handed over. Raises SourceError where the platform cannot be asked."""
    if to is None:
        if not isinstance(publisher, Broadcaster):
            raise SourceError(f"{draft.platform.capitalize()} cannot be asked about a post of ours.")
        return await publisher.find_post(draft.text, key=draft.id, since=since)
    if draft.private:
        if not isinstance(publisher, Messenger):
            raise SourceError(f"{draft.platform.capitalize()} cannot be asked about a private message.")
        return await publisher.find_message(to, draft.text, key=draft.id, since=since)
    return await publisher.find(to, draft.text, key=draft.id, since=since)
