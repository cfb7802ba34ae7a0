"""kill -9 between *sending* and the answer, a hundred times per platform: never two replies, and none forgotten.

The servers take the reply and let no answer through; Bluesky is the real PDS behind a proxy that does so. What is
killed is ``warroom reply``, at the moment that the server says it has the request.
"""

from __future__ import annotations

import asyncio
import os
import signal

import pytest
from helpers.forked import CLIENTS, forks_of
from helpers.gate import Moment
from helpers.platforms import PlatformRig
from helpers.process import Program

from warroom.domain.model import PostKey

#: Kills of each platform in all, the chains that they are dealt out to, and the posts of each that are answered.
KILLS, CHAINS, POSTS = 100, 2, 5
SENT_BEFORE, KILLED = 4, -signal.SIGKILL


async def complaints(rig: PlatformRig, program: Program) -> list[tuple[str, PostKey]]:
    """Posts of somebody else, as ``warroom collect`` stores them: the platform's id and our key of each."""
    collector = await program.start("collect")
    try:
        await collector.says("live")
        texts = [f"Acme is down in town {number}" for number in range(POSTS)]
        ids = [await rig.post(text) for text in texts]
        return [(native_id, PostKey(await program.key_of(text))) for native_id, text in zip(ids, texts, strict=True)]
    finally:
        collector.kill()
        await collector.ended()


@pytest.mark.parametrize("chain", range(CHAINS))
async def test_a_hundred_kills_between_sending_and_the_answer_make_no_second_reply(
    rig: PlatformRig, program: Program, chain: int,
) -> None:
    posts = await complaints(rig, program)
    async with forks_of(program, "warroom.commands.reply", f"sources.{rig.platform}", CLIENTS[rig.platform]) as warroom:
        for kill in range(KILLS // CHAINS):
            native_id, key = posts[kill % POSTS]
            words = f"We look into it and say more at 17:00, number {1000 * (chain + 1) + kill}."
            gate = rig.hold(list(Moment)[kill % len(Moment)])
            sender = await warroom.start("reply", key, "--text", words, "--yes")
            async with asyncio.timeout(60):
                await gate.reached.wait()
            os.kill(sender, signal.SIGKILL)
            assert await warroom.ended() == KILLED
            if kill % 2:
                assert "sent" in await warroom("outbox", "--look", "--json")
                await warroom("reply", key, "--text", words, "--yes", code=SENT_BEFORE)
            else:
                assert "An earlier call had sent it already" in await warroom("reply", key, "--text", words, "--yes")
            async with asyncio.timeout(60):
                await gate.taken.wait()
            assert sum(words in text for text in await rig.ours(native_id)) == 1
    drafts = (await program("outbox", "--json")).objects
    assert [draft["state"] for draft in drafts] == ["sent"] * (KILLS // CHAINS)
    assert len({draft["native_id"] for draft in drafts}) == KILLS // CHAINS
    standing = [text for native_id, _ in posts for text in await rig.ours(native_id)]
    assert len(standing) == KILLS // CHAINS
    assert "chain and state hold" in (await program("verify")).out
