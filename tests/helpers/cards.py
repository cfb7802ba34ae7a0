"""Items for tests of the feed: any kind of post that a pane may have to show."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from warroom.domain.item import Item
from warroom.domain.model import LIVE, Platform, Post, Score, Unscored
from warroom.domain.triage import UNTOUCHED, Triage

NOW = datetime(2026, 11, 20, 16, 4, tzinfo=UTC)
SAID = (
    "Three of us got sick after the cold brew on Sunday. What are you going to do about it?",
    "ok",
    "charged me twice and support has ignored me for three days. Disgusting. " * 3,
    "love the flavour \U0001f60d \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea \U0001f44d\U0001f3fd",
    "冷たいコーヒーを飲んで気分が悪くなりました。会社は何をしていますか。返金してください。",
    "",
)


def item(
    number: int, text: str | None = None, *, score: Score | Unscored | None = None, triage: Triage = UNTOUCHED,
    age: float | None = None, version: int = 1, deleted: bool = False, author: str = "mara", **post: object,
) -> Item:
    """The item with id ``number``; ``age`` is in seconds before NOW."""
    created = NOW - timedelta(seconds=60 if age is None else age)
    said = SAID[number % len(SAID)] if text is None else text
    return Item(
        id=number, room=LIVE, received_at=NOW, version=version, deleted_at=NOW if deleted else None, score=score,
        triage=triage,
        post=Post(
            **{"platform": Platform.MASTODON, "native_id": f"n{number}", "author": author, "text": said,
               "created_at": created} | post,
        ),
    )


def items(first: int, last: int) -> list[Item]:
    """Items ``first`` up to and including ``last``, of all lengths."""
    return [item(number) for number in range(first, last + 1)]
