"""The whole network by Jetstream, on a scripted server that speaks both versions of its wire."""

from __future__ import annotations

import json
from functools import partial

import pytest
from aiohttp import web
from helpers import engine
from helpers.firehose import DID, NOON, a_record
from helpers.following import following
from helpers.jetstream import (
    NEW,
    NOON_US,
    OLD,
    Stream,
    acme,
    new,
    new_commit,
    old,
    old_commit,
    tell,
)
from helpers.xrpc import serving, text

from sources.bluesky import BlueskySource
from warroom.domain.errors import SourceError
from warroom.domain.terms import Terms

until = partial(engine.until, seconds=30)
URI = f"at://{DID}/app.bsky.feed.post"


def source(url: str, *, path: str = "", **more: object) -> BlueskySource:
    fields: dict[str, object] = {"base_url": "", "jetstream": url + path, "terms": Terms(brand=("Acme",)),
                                 "patience": 1.0, "now": lambda: NOON}
    return BlueskySource(**(fields | more))  # type: ignore[arg-type]


async def test_posts_that_name_the_brand_arrive_without_a_login_and_only_posts_are_asked_for() -> None:
    stream = Stream(tell(new_commit(1, record=a_record("nothing")), acme(2, "x", "My Acme mug leaks")))
    async with serving((NEW, stream.serve)) as server, following(source(server.url)) as seen:
        await until(lambda: bool(seen.posts))
    assert [(post.native_id, post.text) for post in seen.posts] == [(f"{URI}/x", "My Acme mug leaks")]
    assert stream.asked[0]["collections"] == ["app.bsky.feed.post"]
    assert stream.asked[0]["kinds"] == ["commit", "identity", "account"]
    assert stream.protocols == ["xrpc.v1.json"]
    assert not any("Session" in method for method, _ in server.calls)


async def test_the_older_version_is_spoken_where_the_address_says_so() -> None:
    stream = Stream(tell(old_commit(NOON_US + 5, record=a_record("Acme leaks")), close=1000),
                    tell(old_commit(NOON_US + 6, key="b", record=a_record("Acme still leaks"))))
    async with serving((OLD, stream.serve)) as server:
        async with following(source(server.url, path="/subscribe")) as seen:
            await until(lambda: seen.error is not None)
        async with following(source(server.url, path="/subscribe"), seen.cursor) as again:
            await until(lambda: bool(again.posts))
    assert [*seen.texts, *again.texts] == ["Acme leaks", "Acme still leaks"]
    assert stream.asked[0]["wantedCollections"] == ["app.bsky.feed.post"]
    assert stream.cursors == ["", str(NOON_US + 5 - 5_000_000)]


async def test_edits_deletions_and_accounts_that_go_are_told() -> None:
    stream = Stream(tell(
        acme(1, "a"), acme(2, "b"), acme(3, "c"), new_commit(4, "update", "a", a_record("never mind")),
        new_commit(5, "delete", "b"), new("account", 6, account={"active": False, "status": "takendown"})))
    async with serving((NEW, stream.serve)) as server, following(source(server.url)) as seen:
        await until(lambda: len(seen.gone) == 3)
    assert seen.texts == ["Acme 1", "Acme 2", "Acme 3", "never mind"]
    assert [gone.native_id for gone in seen.gone] == [f"{URI}/{key}" for key in "bac"]


async def test_a_gap_is_closed_by_number_on_the_same_server_and_by_time_on_another() -> None:
    stream = Stream(tell(acme(41), close=1001), tell(acme(42), close=1000), tell(acme(43)))
    async with serving((NEW, stream.serve)) as server:
        async with following(source(server.url)) as first:
            await until(lambda: first.error is not None)
        async with following(source(server.url), first.cursor) as second:
            await until(lambda: second.error is not None)
        elsewhere = second.cursor.replace(server.url.removeprefix("http://"), "jetstream.example")
        async with following(source(server.url), elsewhere) as third:
            await until(lambda: bool(third.posts))
    assert stream.cursors == ["", "41", str(NOON_US + 42 - 5_000_000)]
    assert [*first.texts, *second.texts, *third.texts] == ["Acme 41", "Acme 42", "Acme 43"]


async def test_a_line_that_breaks_before_its_first_event_loses_nothing() -> None:
    stream = Stream(tell(close=1001), tell(acme(1)))
    async with serving((NEW, stream.serve)) as server:
        async with following(source(server.url)) as seen:
            await until(lambda: seen.error is not None)
        async with following(source(server.url), seen.cursor) as again:
            await until(lambda: bool(again.posts))
    assert stream.cursors == ["", str(NOON_US - 5_000_000)]


async def test_a_number_that_is_too_old_falls_back_to_the_time_and_the_gap_is_counted() -> None:
    stream = Stream(tell(acme(1), close=1001), tell(acme(9)))
    async with serving((NEW, stream.serve)) as server:
        async with following(source(server.url)) as seen:
            await until(lambda: seen.error is not None)
        stream.refusals.append(web.json_response({"error": "CursorTooOld", "message": "gone"}, status=400))
        async with following(source(server.url), seen.cursor) as again:
            await until(lambda: bool(again.posts))
    assert stream.cursors == ["", "1", str(NOON_US + 1)]
    assert again.skipped == {"a gap that the server no longer remembers": 1}


@pytest.mark.parametrize(("name", "reason"), [
    ("OutdatedCursor", "a gap that the server no longer remembers"),
    ("FutureCursor", "a cursor that the server does not know"),
])
async def test_what_the_server_says_of_our_cursor_is_counted(name: str, reason: str) -> None:
    info = json.dumps({"$type": "message", "payload": {
        "$type": "network.bsky.jetstream.subscribeEvents#info", "name": name}})
    stream = Stream(tell(info, acme(1)))
    async with serving((NEW, stream.serve)) as server, following(source(server.url)) as seen:
        await until(lambda: bool(seen.posts))
    assert seen.skipped == {reason: 1}


async def test_reading_too_slowly_is_told_and_goes_on_from_the_last_event() -> None:
    slow = json.dumps({"$type": "error", "error": "ConsumerTooSlow", "message": "bye"})
    stream = Stream(tell(acme(7), slow, close=1008))
    async with serving((NEW, stream.serve)) as server, following(source(server.url)) as seen:
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceError
    assert "too slowly" in str(seen.error)
    assert json.loads(seen.cursor)["jetstream"]["seq"] == 7


@pytest.mark.parametrize(("bad", "reason"), [
    ("{", "a frame that is not JSON"), ("[" * 100_000, "a frame that is not JSON"),
    (b"\xff\xfe", "a frame that is not JSON"),
    ("[]", "a frame that is no object"), ("null", "a frame that is no object"),
    ('{"$type": "message"}', "a frame of no known kind"),
    ('{"$type": "hello", "payload": {}}', "a frame of no known kind"),
    (new("commit", None), "an event without a sequence number"),
    (new("commit", 2**63), "an event without a sequence number"),
    (new("commit", True), "an event without a sequence number"),
    (new("account", 3, did=7), "an event without an account"),
    (new_commit(3, did="did:plc:../x", record=a_record("Acme")), "an event without an account"),
    (new_commit(3, key="../up", record=a_record("Acme")), "a change without a usable key"),
    (new_commit(3, key=None, record=a_record("Acme")), "a change without a usable key"),
    (new_commit(3, record=[1]), "a post that was not sent along"), (new_commit(3), "a post that was not sent along"),
    (new_commit(3, record={"text": "Acme"}), "a record of another type"),
    (new_commit(3, record=a_record(7)), "a post without text"),
    (new_commit(3, "merge", record=a_record("Acme")), "a change of no known kind"),
    (old("commit", "noon"), "an event without a time"), (old("commit", 2**62), "an event without a time"),
    (json.dumps({}), "an event without a time"),
])
async def test_what_cannot_be_read_is_counted_and_the_next_post_still_comes(bad: str | bytes, reason: str) -> None:
    stream = Stream(tell(bad, acme(9)))
    async with serving((NEW, stream.serve)) as server, following(source(server.url)) as seen:
        await until(lambda: bool(seen.posts))
    assert seen.texts == ["Acme 9"]
    assert seen.skipped == {reason: 1}


@pytest.mark.parametrize("quiet", [
    new("sync", 3), new("something", 3), new("identity", 3, identity={"handle": 4}), new("identity", 3),
    new("commit", 3, collection="app.bsky.feed.like", operation="create", rkey="x"), old("identity"), old("new kind"),
    old_commit(action="delete"), new("account", 3, account=[]),
])
async def test_what_does_not_concern_us_is_passed_over(quiet: str) -> None:
    stream = Stream(tell(quiet, acme(9)))
    async with serving((NEW, stream.serve)) as server, following(source(server.url)) as seen:
        await until(lambda: bool(seen.posts))
    assert (seen.texts, seen.gone, dict(seen.skipped)) == (["Acme 9"], [], {})


async def test_a_server_that_is_no_jetstream_says_which_setting_to_mend() -> None:
    async with serving((NEW, text("hello", "text/html"))) as server, following(source(server.url)) as seen:
        await until(lambda: seen.error is not None)
    assert seen.error is not None
    assert "sources.bluesky.jetstream" in seen.error.hint
