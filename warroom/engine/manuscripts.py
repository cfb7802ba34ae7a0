"""Texts that are being written: saved under the writer's name, version by version, and never over somebody else's."""

from __future__ import annotations

from warroom.domain.manuscript import NO_CHOICES, Choices, Manuscript
from warroom.domain.model import PostKey
from warroom.ports import Clock, Store


class Manuscripts:
    """The texts of one store, written by ``actor``."""

    def __init__(self, store: Store, *, wall: Clock, actor: str) -> None:
        self._texts = store.manuscripts
        self._wall = wall
        self._actor = actor

    async def load(self, incident: str, post: PostKey) -> Manuscript | None:
        """The text on a post as it was saved last, None where there never was one."""
        return await self._texts.load(incident, post)

    async def save(
        self, incident: str, post: PostKey, text: str, base_version: int, *, statement: str = "",
        choices: Choices = NO_CHOICES,
    ) -> Manuscript:
        """Save a text that was made of version ``base_version`` (0 where there was none).

        Raises Overtaken, with the other text, where somebody saved since.
        """
        made = Manuscript(incident=incident, post=post, text=text, author=self._actor, version=base_version + 1,
                          at=self._wall.now(), statement=statement, choices=choices)
        return await self._texts.save(made)

    async def drop(self, incident: str, post: PostKey, base_version: int) -> Manuscript:
        """Empty a text that was handed in or thrown away; its version goes on, so that nobody takes an old one up."""
        return await self.save(incident, post, "", base_version)
