"""A platform as small as can be: a file of replies, and a publisher that can lose, refuse and hang on demand."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from warroom.domain.errors import SendRefused, SendUnknown, SourceError, SourceStopped
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.reply import Sent, TextLimit
from warroom.ports import Batch


class Board:
    """The replies that the platform took, one JSON object a line."""

    def __init__(self, file: Path, platform: Platform = Platform.MASTODON) -> None:
        self.file = file
        self.platform = platform

    @property
    def rows(self) -> list[dict[str, str]]:
        return [json.loads(line) for line in self.file.read_text().splitlines()] if self.file.exists() else []

    @property
    def texts(self) -> list[str]:
        return [row["text"] for row in self.rows]

    def take(self, to: str, text: str, key: str, *, once: bool) -> Sent:
        known = [row for row in self.rows if row["key"] == key]
        row = known[0] if once and known else {
            "id": f"r{len(self.rows) + 1}", "to": to, "text": text, "key": key, "at": datetime.now(UTC).isoformat()}
        if row not in self.rows:
            with self.file.open("a") as out:
                out.write(json.dumps(row) + "\n")
        return self._sent(row)

    def find(self, to: str, text: str) -> Sent | None:
        found = [row for row in self.rows if (row["to"], row["text"]) == (to, text)]
        return self._sent(found[-1]) if found else None

    def remove(self, native_id: str) -> None:
        rows = [row for row in self.rows if row["id"] != native_id]
        self.file.write_text("".join(json.dumps(row) + "\n" for row in rows))

    def _sent(self, row: dict[str, str]) -> Sent:
        return Sent(self.platform, row["id"], f"https://board.example/{row['id']}", datetime.fromisoformat(row["at"]))


class BoardPublisher:
    """Publishes to a board. ``acts`` says what the next calls of ``reply`` do, and ``looks`` those of ``find``.

    take: well · lose: taken, the answer lost · drop: lost before it was taken · refuse · hang: taken, never answered
    · break: an error that nobody foresaw, before it was taken.
    """

    def __init__(
        self, board: Board, *, repeats_safely: bool = False, acts: Sequence[str] = (), looks: Sequence[str] = (),
        login: bool = True,
    ) -> None:
        self.platform = board.platform
        self.repeats_safely = repeats_safely
        self.board = board
        self.acts = list(acts)
        self.looks = list(looks)
        self.calls = 0
        self.hanging = asyncio.Event()
        self.closed = False
        self.most: TextLimit | None = TextLimit(500, "characters")
        self._login = login

    async def account(self) -> str:
        if not self._login:
            raise SourceStopped("The board does not know us.", hint="Log in.")
        return "acme_care"

    async def limit(self, to: Post | None = None) -> TextLimit:
        if self.most is None:
            raise SourceError("The board does not answer.")
        return self.most

    async def reply(self, to: Post, text: str, *, key: str) -> Sent:
        self.calls += 1
        act = self.acts.pop(0) if self.acts else "take"
        if act == "refuse":
            raise SendRefused("The board said no.", reason="The post is locked.")
        if act == "drop":
            raise SendUnknown("The line went dead.")
        if act == "break":
            raise RuntimeError("nobody foresaw this")
        sent = self.board.take(to.native_id, text, key, once=self.repeats_safely)
        if act == "lose":
            raise SendUnknown("The answer was lost.")
        if act == "hang":
            self.hanging.set()
            await asyncio.Event().wait()
        return sent

    async def find(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:
        del key
        if (self.looks.pop(0) if self.looks else "") == "down":
            raise SourceError("The board does not answer.")
        found = self.board.find(to.native_id, text)
        return found if found is not None and found.at >= since - timedelta(days=30) else None

    async def delete(self, sent: Sent) -> None:
        self.board.remove(sent.native_id)

    async def close(self) -> None:
        self.closed = True


class Told:
    """A platform that tells one conversation."""

    def __init__(self, *posts: Post | Gone) -> None:
        self.posts: Sequence[Post | Gone] = posts
        self.asked = 0
        self.trouble: SourceError | None = None

    async def thread(self, post: Post, *, limit: int = 200) -> Batch:
        self.asked += 1
        if self.trouble is not None:
            raise self.trouble
        return Batch(self.posts[:limit])

    async def close(self) -> None:
        return
