"""Documents of small incidents, as they are exported, and as somebody changed them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from helpers.making import HOSTILE, Book, item, stream

from warroom.domain.events import chain_hash, from_row
from warroom.domain.model import Post, PostKey, Score
from warroom.domain.triage import Verb
from warroom.export import export

KEY = PostKey("mastodon:1")
Doc = dict[str, Any]


async def text_of(book: Book, earlier: dict[PostKey, list[Post]] | None = None) -> str:
    pieces: list[str] = []
    await export("json", book.opened, book.events, stream(book.items), pieces.append, earlier=earlier)
    return "".join(pieces)


def small() -> Book:
    book = Book([item(1, "bad", score=Score(0.8, 0.15, 0.05, "m1")), item(2, "waits"), item(3, HOSTILE[0])])
    book.act(Verb.CLAIM, KEY)
    book.act(Verb.TAG, KEY, value="legal")
    book.severity(2)
    return book


async def rewritten(tmp_path: Path, change: Callable[[Doc], object], *, mend: bool = False) -> Path:
    """The document of a small incident after somebody changed it; ``mend`` gives it a chain that verifies again."""
    document = json.loads(await text_of(small()))
    change(document)
    if mend:
        prev = "0" * 64
        for row in document["events"]:
            row["prev_hash"] = prev
            row["hash"] = prev = chain_hash(from_row(row))
        document["incident"]["head_hash"] = prev
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(document))
    return path
