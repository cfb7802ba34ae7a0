"""What every platform's conversations must be: whole, bounded, and as the platform has them now."""

from __future__ import annotations

import pytest
from helpers.platforms import Fault, PlatformRig, a_complaint

from warroom.domain.errors import SourceError
from warroom.domain.model import Post


@pytest.mark.rig(tells_replies=True)
async def test_the_posts_around_a_post_come_with_it_and_know_their_places(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    first = await rig.post("same here", reply_to=post.native_id)
    second = await rig.post("doubt it", reply_to=first)
    threads = rig.threads()
    try:
        batch = await threads.thread(post)
    finally:
        await threads.close()
    found = {entry.native_id: entry for entry in batch.posts if isinstance(entry, Post)}
    assert {post.native_id, first, second} <= set(found)
    assert found[first].parent_id == post.native_id
    assert found[second].parent_id == first
    assert found[post.native_id].text == "Acme is down"


async def test_a_conversation_is_bounded(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    for number in range(5):
        await rig.post(f"answer {number}", reply_to=post.native_id)
    threads = rig.threads()
    try:
        batch = await threads.thread(post, limit=3)
    finally:
        await threads.close()
    assert len(batch.posts) <= 3
    assert post.native_id in {entry.native_id for entry in batch.posts}


async def test_a_platform_that_does_not_answer_is_an_error_in_words(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    threads = rig.threads()
    rig.fault(Fault.UNAVAILABLE, times=None)
    try:
        with pytest.raises(SourceError) as caught:
            await threads.thread(post)
    finally:
        await threads.close()
    assert caught.value.title
