"""A platform for the state machine of sending: it keeps count, can lose answers, and can take its caller's life."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from warroom.domain.errors import SendRefused, SendUnknown, SourceError
from warroom.domain.model import Platform, Post
from warroom.domain.reply import Sent, TextLimit
from warroom.ports import Store


class Died(BaseException):
    """The process ends here: nothing that it would do next happens."""


@dataclass
class World:
    """What really stands on the platform. ``before`` is told of every reply that is about to be taken."""

    safe: bool
    now: Callable[[], datetime]
    before: Callable[[str, str], None]
    taken: list[tuple[str, str]] = field(default_factory=list)
    standing: dict[str, Sent] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    #: Until when a reply that stands is not shown yet to who looks for it.
    hidden: dict[str, datetime] = field(default_factory=dict)

    def find(self, key: str) -> Sent | None:
        shown = key not in self.hidden or self.now() >= self.hidden[key]
        return self.standing.get(key) if shown else None

    def take(self, key: str, text: str) -> Sent:
        if self.safe and key in self.texts:
            return self.standing.get(key) or self._sent(key)
        self.before(key, text)
        self.taken.append((key, text))
        self.texts[key] = text
        self.standing[key] = self._sent(key)
        return self.standing[key]

    def _sent(self, key: str) -> Sent:
        name = f"r{len(self.taken)}"
        return Sent(Platform.MASTODON, name, f"https://board.example/{name}", self.now())


#: How long a platform may keep to itself what it took; less than the outbox waits.
LATE = timedelta(seconds=20)
#: What other processes do meanwhile: told "account" before a reply is *sending*, "call" and "answer" around the call.
Meanwhile = Callable[[str], None]


class WorldPublisher:
    """One process's way to the world; ``act`` says how the next call goes, ``look`` how the next look does."""

    platform = Platform.MASTODON

    def __init__(
        self, world: World, act: str = "take", look: str = "well", meanwhile: Meanwhile = lambda _: None,
    ) -> None:
        self.world = world
        self.act = act
        self.look = look
        self.meanwhile = meanwhile

    @property
    def repeats_safely(self) -> bool:
        return self.world.safe

    async def account(self) -> str:
        self.meanwhile("account")
        return "acme_care"

    async def limit(self, to: Post | None = None) -> TextLimit:
        return TextLimit(500, "characters")

    async def reply(self, to: Post, text: str, *, key: str) -> Sent:
        return await self._say(text, key)

    async def find(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:
        return await self._find(key)

    async def _say(self, text: str, key: str) -> Sent:
        act, self.act = self.act, "take"
        self.meanwhile("call")
        match act:
            case "refuse":
                raise SendRefused("The board said no.")
            case "drop":
                raise SendUnknown("The line went dead.")
            case "die before":
                raise Died
            case "break":
                raise RuntimeError("nobody foresaw this")
        sent = self.world.take(key, text)
        if act == "lose, shown late":
            self.world.hidden[key] = self.world.now() + LATE
        self.meanwhile("answer")
        if act in ("lose", "lose, shown late"):
            raise SendUnknown("The answer was lost.")
        if act == "break after":
            raise RuntimeError("nobody foresaw this")
        if act == "die after":
            raise Died
        return sent

    async def _find(self, key: str) -> Sent | None:
        if self.look == "down":
            raise SourceError("The board does not answer.")
        if self.look == "die":
            raise Died
        return self.world.find(key)

    async def post(self, text: str, *, key: str) -> Sent:
        return await self._say(text, key)

    async def find_post(self, text: str, *, key: str, since: datetime) -> Sent | None:
        return await self._find(key)

    async def delete(self, sent: Sent) -> None:
        self.world.standing = {
            key: one for key, one in self.world.standing.items() if one.native_id != sent.native_id}

    async def close(self) -> None:
        return


class MortalStore:
    """A store whose process may die right before or right after one of its writes."""

    def __init__(self, store: Store, *, write: int = 0, after: bool = False) -> None:
        self._store = store
        self._left = write
        self._after = after

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def commit_replies(self, *args: Any, **named: Any) -> Any:
        self._left -= 1
        if self._left == 0 and not self._after:
            raise Died
        written = await self._store.commit_replies(*args, **named)
        if self._left == 0:
            raise Died
        return written
