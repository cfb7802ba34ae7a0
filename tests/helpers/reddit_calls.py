"""A client of a scripted Reddit, and what its calls came to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from helpers.reddit_server import RedditServer
from helpers.rig_reddit import LOGIN

from sources._reddit_client import Client
from sources._reddit_faults import Fault
from sources._reddit_login import RedditLogin, address


def now() -> datetime:
    return datetime.now(UTC)


def a_client(server: RedditServer, login: RedditLogin = LOGIN, *, patience: float = 1.0) -> Client:
    return Client(login, address(server.url), patience=patience, now=now)


async def failing(client: Client, method: str = "get", path: str = "r/coffee/new", **data: str) -> Fault:
    try:
        with pytest.raises(Fault) as caught:
            await getattr(client, method)(path, **data)
    finally:
        await client.close()
    return caught.value


def asked(server: RedditServer, path: str) -> int:
    return sum(path == where for _, where, _ in server.requests)
