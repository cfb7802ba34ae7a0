"""The Reddit source on a scripted server, read in the background: what tests of it begin with and wait for."""

from __future__ import annotations

from functools import partial

from helpers import engine
from helpers.following import Following
from helpers.reddit_server import RedditServer
from helpers.rig_reddit import LOGIN

from sources.reddit import RedditFollow, RedditLogin, RedditSource
from warroom.domain.terms import Terms

until = partial(engine.until, seconds=30)
READER = RedditLogin(client_id="app", client_secret="s3cret-of-the-app")


def a_source(server: RedditServer, login: RedditLogin = LOGIN, **more: object) -> RedditSource:
    fields: dict[str, object] = {"subreddits": ("coffee",), "interval": 0.05, "recheck": 0.05, **more}
    known = fields.pop("known", None)
    terms = fields.pop("terms", Terms(brand=("Acme",)))
    return RedditSource(login=login, terms=terms, base_url=server.url, patience=1.5, known=known,  # type: ignore[arg-type]
                        follow=RedditFollow(**fields))  # type: ignore[arg-type]


async def live(seen: Following) -> None:
    await until(lambda: (bool(seen.batches) and seen.batches[-1].caught_up) or seen.error is not None)


async def came(seen: Following, *texts: str) -> None:
    await until(lambda: set(texts) <= set(seen.texts) or seen.error is not None)


def asked(server: RedditServer, path: str) -> list[dict[str, str]]:
    return [query for _, where, query in server.requests if where == path]


def unavailable() -> object:
    from aiohttp import web

    return web.json_response({"message": "Service Unavailable", "error": 503}, status=503)
