"""A post as the room knows it: stored, scored, triaged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from warroom.domain.model import Label, Post, PostKey, Score, Sentiment, Unscored
from warroom.domain.triage import UNTOUCHED, Triage

_MOODS: Final = {Label(mood.value): mood for mood in Sentiment}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One stored post with all that a pane shows of it.

    ``id`` is the store's row id and grows with arrival. ``score`` is None while the post waits for the model.
    ``deleted_at`` is when the platform deleted it (its text stays, as evidence). ``version`` counts edits from 1.
    ``context`` is true for a post that was only fetched with a conversation, or is our own: it stands in no list and no
    gauge.
    """

    id: int
    room: str
    post: Post
    received_at: datetime
    version: int = 1
    deleted_at: datetime | None = None
    score: Score | Unscored | None = None
    triage: Triage = UNTOUCHED
    context: bool = False

    @property
    def key(self) -> PostKey:
        """The post's name inside its room."""
        return self.post.key

    @property
    def mood(self) -> Sentiment | None:
        """What a person says of it, else what the model says; None without either, and where it is not about us."""
        if self.triage.label is not None:
            return _MOODS.get(self.triage.label)
        return self.score.label if isinstance(self.score, Score) else None
