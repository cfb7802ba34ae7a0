"""A real Bluesky server, the real model, the whole console: a post is seen, scored, triaged and in the timeline."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path

import pytest
from helpers.engine import until
from helpers.pds import Pds

from warroom import opening
from warroom.app import WarroomApp
from warroom.domain.events import EventType
from warroom.domain.health import SourceState
from warroom.domain.model import LIVE, Platform, Score, Sentiment, post_key
from warroom.domain.query import EVERYTHING
from warroom.plans import Live
from warroom.settings import Bluesky, Settings, Sources, Team, Terms
from warroom.storage import open_store
from warroom.wiring import open_room
from widgets.feed import Feed

pytestmark = pytest.mark.pds


def settings(folder: Path, pds: Pds, brand: str) -> Settings:
    return Settings(data_dir=folder, terms=Terms(brand=(brand,)), team=Team(me="ana"),
                    sources=Sources(bluesky=Bluesky(enabled=True, base_url=pds.url)))


def screen_text(app: WarroomApp) -> str:
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


async def test_a_post_on_a_real_server_is_seen_scored_triaged_and_in_the_timeline(pds: Pds, tmp_path: Path) -> None:
    brand = f"Acme{secrets.token_hex(4)}"
    wanted = settings(tmp_path, pds, brand)
    customer = await pds.account("mara")
    app = WarroomApp(wanted, lambda look: opening.open_room(wanted, Live(), look))
    async with app.run_test(size=(200, 60)) as pilot, asyncio.timeout(120):
        await app.ready.wait()
        assert app.trouble is None
        while "Bluesky ● live" not in screen_text(app):
            await pilot.pause(0.05)
        uri = await customer.post(f"This is disgusting, {brand}, your coffee made my whole family sick!")
        key = post_key(Platform.BLUESKY, uri)
        while "made my whole family sick" not in screen_text(app) or "▼ neg" not in screen_text(app):
            await pilot.pause(0.05)
        await pilot.press("3")
        feed = app.screen.focused
        assert isinstance(feed, Feed)
        assert feed.selected_key == key
        await pilot.press("c")
        while "claimed by ana" not in screen_text(app):
            await pilot.pause(0.05)
    async with open_store(wanted) as store:
        [item] = await store.page(LIVE, EVERYTHING)
        assert isinstance(item.score, Score)
        assert (item.key, item.score.label) == (key, Sentiment.NEGATIVE)
        assert item.post.author in (customer.handle, customer.did)  # a name that takes long stands on the next post
        [incident] = await store.incidents()
        [claim] = [event for event in await store.events(incident.id) if event.type is EventType.CLAIM]
        assert (claim.actor, claim.post, claim.content_sha256) == ("ana", key, item.post.content_sha256)
        assert all(verdict.clean for verdict in await store.verify())


async def test_what_was_posted_while_the_console_was_closed_is_there_when_it_opens_again(
    pds: Pds, tmp_path: Path,
) -> None:
    brand = f"Acme{secrets.token_hex(4)}"
    wanted = settings(tmp_path, pds, brand)
    customer = await pds.account("ben")

    async def until_stored(count: int) -> None:
        async with open_room(wanted, Live()) as room:
            await until(lambda: room.reports[0].state is SourceState.LIVE, 60)
            if count == 1:
                await customer.post(f"{brand} is down")
            await until(lambda: room.vitals.stored == count, 60)

    await until_stored(1)
    for number in range(3):
        await customer.post(f"{brand} is still down, {number}")
    await until_stored(4)
    async with open_store(wanted) as store:
        texts = [item.post.text for item in reversed(await store.page(LIVE, EVERYTHING))]
    assert texts == [f"{brand} is down", *(f"{brand} is still down, {number}" for number in range(3))]
