"""The whole conversation around a post, as our server knows it. Source: https://docs.joinmastodon.org/entities/Context/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sources._mastodon_login import MastodonLogin
from sources._mastodon_office import Office
from sources._mastodon_post import UnreadableError, read_id, read_note
from sources._mastodon_publisher import statuses
from sources._mastodon_server import budget, explain
from sources._mastodon_trouble import WireError
from warroom.domain.model import Gone, Platform, Post
from warroom.ports import Batch


class MastodonThreads:
    """Fetches conversations (see ``ports.Threads``); without a login only those that the server shows to all."""

    def __init__(
        self, *, base_url: str, login: MastodonLogin | None = None, open_timeout: float = 10.0, patience: float = 15.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._office = Office(base_url, login or MastodonLogin(), open_timeout=open_timeout, patience=patience)
        self._now = now

    async def thread(self, post: Post, *, limit: int = 200) -> Batch:
        """The posts above ``post``, itself, and below, in this order and at most ``limit``, each with root and parent.

        Of a longer thread the root and the nearest above are kept, and the first below. A post that the server does not
        show any more comes as deleted. Raises SourceError.
        """
        try:
            server = await self._office.server()
            own = await self._office.status(post)
            own_id = read_id(own.get("id"))
            said = (await self._office.wire.call("status_context", own_id)).read()
        except WireError as error:
            if error.gone:
                return Batch([Gone(Platform.MASTODON, post.native_id, self._now())])
            raise explain(error, self._office.wire) from error
        context: Mapping[str, object] = said if isinstance(said, Mapping) else {}
        above, below = statuses(context.get("ancestors")), statuses(context.get("descendants"))
        root = read_id(above[0].get("id")) if above else own_id
        room = max(0, limit - 1)
        if len(above) > room // 2 + 1:
            above = [above[0], *above[len(above) - room // 2:]] if room > 1 else above[:room]
        skipped: Counter[str] = Counter()
        posts: list[Post] = []
        for raw in [*above, own, *below[:room - len(above)]]:
            try:
                found = read_note(raw, home=server.domain, now=self._now()).post
            except UnreadableError as error:
                skipped[str(error)] += 1
                continue
            # Here it may have another id than where it came from; it stays the post that it is.
            mine = {own_id: post.native_id}
            posts.append(replace(
                found, native_id=mine.get(found.native_id, found.native_id),
                root_id="" if found.native_id == root else mine.get(root, root),
                parent_id=mine.get(found.parent_id, found.parent_id)))
        return Batch(posts, skipped=skipped, budget=budget(self._office.wire))

    async def close(self) -> None:
        """Let go of connections; safe to call twice."""
        await self._office.close()
