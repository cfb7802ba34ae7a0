"""What a PDS lacks to be a whole network, before the real one: search and notifications over one account's posts."""

from __future__ import annotations

from typing import Any

import aiohttp
from aiohttp import web
from helpers.pds import COLLECTION, Account

LISTS = ("app.bsky.feed.searchPosts", "app.bsky.notification.listNotifications")


class AppView:
    """Lists what ``author`` has on the server at ``url``, as it is now; every post counts as a mention of us."""

    def __init__(self, url: str, author: Account) -> None:
        self._url = url
        self._author = author

    async def answer(self, request: web.Request, client: aiohttp.ClientSession) -> web.Response:
        """Answer one of ``LISTS``, a page at a time, the newest first."""
        asked = {"repo": self._author.did, "collection": COLLECTION, "limit": request.query.get("limit", "50"),
                 **({"cursor": cursor} if (cursor := request.query.get("cursor")) else {})}
        try:
            async with client.get(f"{self._url}/xrpc/com.atproto.repo.listRecords", params=asked) as said:
                listed = await said.json()
        except aiohttp.ClientError:
            return web.Response(status=502)  # the server behind it, or the way to it, is just being taken away
        word = request.query.get("q", "").strip('"').casefold()
        views = [self._view(one) for one in listed.get("records", ()) if word in one["value"]["text"].casefold()]
        more = {"cursor": listed["cursor"]} if listed.get("cursor") else {}
        if request.path.endswith(LISTS[0]):
            return web.json_response({"posts": views, **more})
        return web.json_response({"notifications": [{**view, "reason": "mention", "isRead": False} for view in views],
                                  **more})

    def _view(self, one: Any) -> dict[str, object]:
        return {"uri": one["uri"], "cid": one["cid"], "record": one["value"], "indexedAt": one["value"]["createdAt"],
                "author": {"did": self._author.did, "handle": self._author.handle}, "likeCount": 0, "repostCount": 0,
                "replyCount": 0}
