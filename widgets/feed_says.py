"""What a feed says: messages for its screen, and the view that listeners get in the same breath as it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from warroom.domain.model import PostKey

if TYPE_CHECKING:
    from widgets.feed import Feed


@dataclass(frozen=True, slots=True)
class View:
    """What a feed shows now: ``shown`` cards from place ``first`` (0 is the top) of ``length``.

    ``unseen`` counts posts that were never on the screen and are newer than all that were.
    """

    length: int
    first: int
    shown: int
    unseen: int
    frozen: bool
    following: bool


class FeedMessage(Message):
    """Something that a feed says of itself."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self.feed = feed

    @property
    def control(self) -> Feed:
        """The feed that speaks."""
        return self.feed


class Moved(FeedMessage, namespace="feed"):
    """Another post is under the cursor; both are None where the feed is empty."""

    def __init__(self, feed: Feed, key: PostKey | None, item_id: int | None) -> None:
        super().__init__(feed)
        self.key = key
        self.id = item_id


class Opened(FeedMessage, namespace="feed"):
    """A person wants to read the post and its thread."""

    def __init__(self, feed: Feed, key: PostKey) -> None:
        super().__init__(feed)
        self.key = key


class StatusChanged(FeedMessage, namespace="feed"):
    """The number of unseen posts changed, or the feed was frozen or thawed."""

    def __init__(self, feed: Feed, *, unseen: int, frozen: bool) -> None:
        super().__init__(feed)
        self.unseen = unseen
        self.frozen = frozen
