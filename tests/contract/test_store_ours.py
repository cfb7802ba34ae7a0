"""What we said ourselves comes back on a platform's stream: it stands in its conversation, and is no voice about us."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from helpers.engine import NOON, ScriptedSource, TestClock, a_post, until

from warroom.domain.events import Event
from warroom.domain.incident import Kind
from warroom.domain.model import LIVE, Platform, Post
from warroom.domain.query import EVERYTHING
from warroom.domain.reply import Draft, DraftState, Sent
from warroom.engine.bus import Arrived, Bus, Message
from warroom.engine.desk import open_incident
from warroom.engine.intake import Intake
from warroom.engine.replies import Replies
from warroom.ports import Batch, Store

ACCOUNTS = {Platform.REDDIT: "Acme_Care", Platform.MASTODON: "acme@social.example", Platform.BLUESKY: "acme.example"}
DID = "did:plc:acme"
WORDS = "Sorry that Acme is down. We say more at 17:00."


async def sending(store: Store, platform: Platform) -> tuple[Replies, Draft, Post]:
    """A reply whose platform is being called, and the complaint that it answers."""
    clock = TestClock()
    complaint = a_post(1, "Acme is down", platform=platform, author="mara")
    await store.add(LIVE, "stream", Batch([complaint], "1"), NOON)
    await open_incident(store, "inc-1", title="Outage", kind=Kind.INCIDENT, actor="ana", clock=clock, wall=clock)
    replies = Replies(store, clock=clock, wall=clock, actor="ana", dice=random.Random(1))
    draft = await replies.write("inc-1", complaint.key, WORDS)
    draft = await replies.submit("inc-1", draft.id)
    return replies, await replies.begin("inc-1", draft, ACCOUNTS[platform]), complaint


def coming_back(draft: Draft, to: Post, **more: object) -> Post:
    native_id = f"at://{DID}/app.bsky.feed.post/{draft.id}" if draft.platform is Platform.BLUESKY else "r1"
    made = a_post(2, WORDS, platform=draft.platform, author=ACCOUNTS[draft.platform].lower(), native_id=native_id,
                  root_id=to.native_id, parent_id=to.native_id)
    return replace(made, **more)  # type: ignore[arg-type]


async def listed(store: Store) -> list[str]:
    return [item.post.author for item in await store.page(LIVE, EVERYTHING)]


@pytest.mark.parametrize("platform", list(Platform))
async def test_a_reply_that_comes_back_before_its_answer_does_is_in_its_thread_and_in_no_list(
    store: Store, platform: Platform,
) -> None:
    _, draft, complaint = await sending(store, platform)
    other = a_post(3, "Acme is down here too", platform=platform, author="ben")
    await store.add(LIVE, "stream", Batch([coming_back(draft, complaint), other], "2"), NOON)
    assert await listed(store) == ["ben", "mara"]
    assert [item.post.author for item in await store.since(LIVE, 0)] == ["mara", "ben"]
    assert [item.post.text for item in await store.thread(LIVE, complaint.key)] == ["Acme is down", WORDS]
    assert await store.count(LIVE) == 2


async def test_on_bluesky_we_are_known_by_our_did_where_the_handle_is_not(store: Store) -> None:
    replies, draft, complaint = await sending(store, Platform.BLUESKY)
    nameless = coming_back(draft, complaint, author=DID)
    await store.add(LIVE, "stream", Batch([nameless], "2"), NOON)
    assert await listed(store) == ["mara"]
    await replies.settle("inc-1", draft, DraftState.SENT, sent=Sent(Platform.BLUESKY, nameless.native_id, "", NOON))
    elsewhere = f"at://{DID}/app.bsky.feed.post/another"  # written with another tool, under the same account
    await store.add(LIVE, "stream", Batch([coming_back(draft, complaint, author=DID, native_id=elsewhere)], "3"), NOON)
    assert await listed(store) == ["mara"]


async def test_a_source_does_not_bring_a_fetched_reply_of_ours_into_the_lists(store: Store) -> None:
    _, draft, complaint = await sending(store, Platform.MASTODON)
    ours = coming_back(draft, complaint)
    await store.add(LIVE, "thread", Batch([ours]), NOON, context=True)
    again = await store.add(LIVE, "stream", Batch([ours], "2"), NOON)
    assert (list(again.new), again.known) == ([], 1)
    assert await listed(store) == ["mara"]


async def test_the_same_name_elsewhere_is_another_person(store: Store) -> None:
    _, draft, complaint = await sending(store, Platform.REDDIT)
    namesake = coming_back(draft, complaint, platform=Platform.MASTODON)
    await store.add(LIVE, "stream", Batch([namesake], "2"), NOON)
    await store.add("drill-1", "drill", Batch([coming_back(draft, complaint)], "2"), NOON)
    assert await listed(store) == ["acme_care", "mara"]
    assert len(await store.page("drill-1", EVERYTHING)) == 1


async def test_nobody_is_told_that_we_spoke_as_if_it_were_a_voice(store: Store) -> None:
    _, draft, complaint = await sending(store, Platform.MASTODON)
    other = a_post(3, "Acme is down here too", author="ben@social.example")
    bus, told = Bus(), list[str]()

    def hear(message: Message) -> None:
        if isinstance(message, Arrived):
            told.extend(item.post.author for item in message.items)

    async def herald(_: object) -> Event | None:
        return None

    bus.subscribe(hear)
    source = ScriptedSource([Batch([coming_back(draft, complaint), other], "2")])
    intake = Intake(source, room=LIVE, store=store, bus=bus, clock=TestClock(), herald=herald,  # type: ignore[arg-type]
                    dice=random.Random(1))
    await intake.run()
    await until(lambda: bool(told))
    assert told == ["ben@social.example"]


async def test_a_source_that_knows_our_account_keeps_our_posts_out_before_the_first_reply(store: Store) -> None:
    by_handle = a_post(1, "Acme opens at 9.", platform=Platform.BLUESKY, author="Acme.example")
    by_id = a_post(2, "Acme closes at 5.", platform=Platform.BLUESKY, author="renamed.example",
                   native_id=f"at://{DID}/app.bsky.feed.post/two")
    other = a_post(3, "Acme is down", platform=Platform.BLUESKY, author="ben")
    batch = Batch([by_handle, by_id, other], "1", own=frozenset({"acme.example", DID}))
    stored = await store.add(LIVE, "stream", batch, NOON)
    assert [item.post.author for item in stored.new if not item.context] == ["ben"]
    assert await listed(store) == ["ben"]
    assert await store.count(LIVE) == 1
    namesake = a_post(4, "Acme?", platform=Platform.MASTODON, author="acme.example")
    await store.add(LIVE, "another", Batch([namesake], "1"), NOON)
    assert await listed(store) == ["acme.example", "ben"]


async def test_a_reply_of_ours_is_told_from_the_context_of_others(store: Store) -> None:
    _, draft, complaint = await sending(store, Platform.MASTODON)
    ours, other = coming_back(draft, complaint), a_post(3, "same here", author="ben@social.example")
    assert await store.ours(LIVE, [complaint, ours, other]) == {ours.key}
    assert await store.ours("drill-1", [ours]) == frozenset()
