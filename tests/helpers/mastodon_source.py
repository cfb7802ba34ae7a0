"""The Mastodon source as its own tests want it: one term, quick looks, short timeouts."""

from __future__ import annotations

from helpers.mastodon_data import TOKEN
from helpers.mastodon_server import MastodonServer

from sources.mastodon import MastodonFollow, MastodonLogin, MastodonSource
from warroom.domain.terms import Terms

WAYS = ["websocket", "sse", "off"]


def source(server: MastodonServer, *, token: str = TOKEN, **more: object) -> MastodonSource:
    follow = {"interval": 0.2, **{name: more.pop(name) for name in list(more) if name in (
        "streaming", "hashtags", "timeline", "notifications", "search", "interval")}}
    fields: dict[str, object] = {
        "base_url": server.url, "terms": Terms(brand=("Acme",)), "login": MastodonLogin(token),
        "follow": MastodonFollow(**follow), "open_timeout": 1.5, "patience": 1.5}  # type: ignore[arg-type]
    return MastodonSource(**(fields | more))  # type: ignore[arg-type]
