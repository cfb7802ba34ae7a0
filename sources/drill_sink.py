"""Where the replies of a drill go: into the drill's own room, as posts of ours, and nowhere else.

It has no address, no login and no connection; what it takes is handed to ``take``, which stores it in that room.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final, Literal

from warroom.domain.errors import SendRefused
from warroom.domain.model import Gone, Platform, Post, PostKey, post_key
from warroom.domain.reply import Sent, TextLimit
from warroom.ports import Clock

#: The handle that the brand answers under in every drill.
HANDLE: Final = "us.in.this.drill"
#: Stores a post, or the deletion of one, in the drill's room.
Take = Callable[[Post | Gone], Awaitable[None]]
#: The post of that name in the drill's room as it stands; None where there is none, or it was deleted.
Have = Callable[[PostKey], Awaitable[Post | None]]


class DrillSink:
    """Publishes one platform's replies into a drill (see ``ports.Sink``)."""

    repeats_safely = True

    def __init__(self, platform: Platform, *, take: Take, have: Have, clock: Clock) -> None:
        self.platform = platform
        self._take = take
        self._have = have
        self._clock = clock

    @property
    def rehearses(self) -> Literal[True]:
        """Always: this is no way to any platform."""
        return True

    async def account(self) -> str:
        """The handle of the drill."""
        return HANDLE

    async def limit(self, to: Post | None = None) -> TextLimit:
        """The platform's usual limit, so that a drill teaches the same."""
        from warroom.domain.outgoing import LIMITS, answering  # its patterns are of no use before somebody replies

        usual = LIMITS[self.platform]
        return usual if to is None else answering(
            usual, platform=self.platform, author=to.author, said=to.text, ours=HANDLE)

    async def reply(self, to: Post, text: str, *, key: str) -> Sent:
        """Put a reply below ``to``; the same key again is the same reply."""
        return await self._put(text, key, to=to)

    async def find(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:  # noqa: ARG002 - the port's
        """The reply of this key, None where it is not there."""
        return await self._standing(key)

    async def post(self, text: str, *, key: str) -> Sent:
        """Put a post of our own into the room."""
        return await self._put(text, key, to=None)

    async def find_post(self, text: str, *, key: str, since: datetime) -> Sent | None:  # noqa: ARG002 - the port's
        """The post of this key, None where it is not there."""
        return await self._standing(key)

    async def message(self, to: Post, text: str, *, key: str) -> Sent:
        """Put a private message below the post whose author gets it."""
        return await self._put(text, key, to=to, place="private message")

    async def find_message(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:  # noqa: ARG002
        """The message of this key, None where it is not there."""
        return await self._standing(key)

    async def delete(self, sent: Sent) -> None:
        """Take a reply out of the drill's thread."""
        await self._take(Gone(self.platform, sent.native_id, self._clock.now()))

    async def close(self) -> None:
        """Nothing is open."""

    async def _put(self, text: str, key: str, *, to: Post | None, place: str = "") -> Sent:
        if not text.strip():
            raise SendRefused("The reply has no text.", hint="Write one.")
        standing = await self._standing(key)
        if standing is not None:
            return standing
        made = Post(
            platform=self.platform, native_id=_name(key), author=HANDLE, text=text, created_at=self._clock.now(),
            author_name="Us", place=place, root_id=(to.root_id or to.native_id) if to is not None else "",
            parent_id=to.native_id if to is not None else "")
        await self._take(made)
        return self._sent(made)

    async def _standing(self, key: str) -> Sent | None:
        found = await self._have(post_key(self.platform, _name(key)))
        return None if found is None else self._sent(found)

    def _sent(self, post: Post) -> Sent:
        return Sent(self.platform, post.native_id, "", post.created_at)


def _name(key: str) -> str:
    return f"ours-{key}"
