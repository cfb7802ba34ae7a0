"""The whole program against a platform on loopback: collect, answer, take back, crash, mend."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import pytest
from helpers.forked import Mother, QuickProgram
from helpers.platforms import Fault, PlatformRig, Side, secrets_of
from helpers.process import Program, Running

from warroom.domain.model import Platform

pytestmark = pytest.mark.xdist_group("live")  # what their commands are forks of has imported everything once
WORDS = "Sorry that it is down. We say more at 17:00."
TEAM = {"WARROOM_TEAM_ROLES": "ana=lead;ben=approver"}


@pytest.fixture(scope="module")
def mothers() -> Iterator[Callable[[Platform], Mother]]:
    made: list[Mother] = []

    @cache
    def mother(platform: Platform) -> Mother:
        made.append(Mother(platform))
        return made[-1]

    yield mother
    for each in made:
        each.close()


@pytest.fixture
def program(program: Program, rig: PlatformRig, mothers: Callable[[Platform], Mother]) -> Program:
    """``warroom`` as in the other files, but quick: these tests type some ninety commands."""
    return QuickProgram(program, mothers(rig.platform))


@asynccontextmanager
async def collecting(program: Program, *words: str, **more: str) -> AsyncIterator[Running]:
    running = await program.start("collect", *words, **more)
    try:
        yield running
    finally:
        if running.process.returncode is None:
            running.kill()
            await running.ended()


async def drafted(rig: PlatformRig, program: Program) -> tuple[str, str, str]:
    """A post came in, and ana wrote a reply at SEV1: the platform's name of the post, ours, and the draft."""
    async with collecting(program) as collector:
        await collector.says("live")
        native_id = await rig.post("Acme is down")
        key = await program.key_of("Acme is down")
    await program("open", "Outage", "--severity", "1", "--as", "ana")
    draft = await program("draft", key, "--text", WORDS, "--json", "--as", "ana", **TEAM)
    return native_id, key, draft.objects[0]["id"]


async def test_a_post_comes_in_and_the_answer_stands_in_its_thread(rig: PlatformRig, program: Program) -> None:
    async with collecting(program) as collector:
        await collector.says("live")
        native_id = await rig.post("Acme is down")
        key = await program.key_of("Acme is down")
        done = (await program("reply", key, "--text", WORDS, "--yes", "--json")).objects[0]
        assert (done["state"], done["account"], done["post"]) == ("sent", rig.handle, key)
        assert [WORDS in text for text in await rig.ours(native_id)] == [True]
        shown = (await program("show", key, "--room", "live", "--json")).objects[0]
        assert shown["triage"]["status"] == "answered"
        kinds = [json.loads(line)["type"] for line in (await program("timeline", "--json")).out.splitlines()]
        assert [kind for kind in kinds if kind != "source"] == ["opened", "drafted", "approved", "sending", "sent"]
        await program("undo")
        assert await rig.ours(native_id) == []
        assert (await program("outbox", "--json")).objects[0]["state"] == "deleted"
        collector.kill(signal.SIGTERM)
        assert (await collector.ended()).code == 143
        assert collector.said.count(f"{rig.platform} starting") == 1
    assert "chain and state hold" in (await program("verify")).out


@pytest.mark.rig(platforms={Platform.BLUESKY})  # the real server; what is before it is the same for all
async def test_a_reply_goes_from_draft_to_another_persons_yes_to_the_platform_and_back(
    rig: PlatformRig, program: Program,
) -> None:
    """Each step is a command of its own, as two people type them, and each stands in the timeline."""
    native_id, _, draft = await drafted(rig, program)
    asked = await program("submit", draft, "--as", "ana", **TEAM)
    assert "It needs an approver or legal (ben)." in asked.err
    await program("send", draft, "--as", "ana", code=4, **TEAM)
    await program("approve", draft, "--as", "ana", code=4, **TEAM)
    assert await rig.ours(native_id) == []
    await program("approve", draft, "--as", "ben", **TEAM)
    sent = (await program("send", draft, "--json", "--as", "ana", **TEAM)).objects[0]
    assert (sent["state"], sent["account"]) == ("sent", rig.handle)
    assert [WORDS in text for text in await rig.ours(native_id)] == [True]
    await program("unsend", draft, "--as", "ana")
    assert await rig.ours(native_id) == []
    rows = (await program("timeline", "--json")).objects
    assert [(row["type"], row["actor"]) for row in rows] == [
        ("opened", "ana"), ("drafted", "ana"), ("submitted", "ana"), ("approved", "ben"), ("sending", "ana"),
        ("sent", "ana"), ("deleted", "ana")]
    assert "chain and state hold" in (await program("verify")).out


async def test_an_edit_that_nobody_was_told_of_stops_yes_and_reply_until_a_reason_is_typed(
    rig: PlatformRig, program: Program,
) -> None:
    """Nothing collects meanwhile: the platform is asked when it counts."""
    native_id, key, draft = await drafted(rig, program)
    await program("submit", draft, "--as", "ana", **TEAM)
    await rig.edit(native_id, "Acme is down, and my data is gone")
    refused = await program("approve", draft, "--as", "ben", code=4, **TEAM)
    assert "the post was edited after the reply was written" in refused.err
    assert "my data is gone" in (await program("show", key)).out
    await program("submit", draft, "--as", "ana", code=4, **TEAM)
    [rule] = [word.rstrip(".") for word in refused.err.split() if word.startswith("edited:")][:1]
    await program("approve", draft, "--as", "ben", "--override", f"{rule}=it fits that too", **TEAM)
    await rig.delete(native_id)
    gone = await program("send", draft, "--as", "ana", code=4, **TEAM)
    assert "the post was deleted" in gone.err
    assert await rig.ours(native_id) == []


async def test_without_yes_nothing_is_sent_and_what_is_too_long_is_not_kept(
    rig: PlatformRig, program: Program,
) -> None:
    async with collecting(program) as collector:
        await collector.says("live")
        native_id = await rig.post("Acme is down")
        key = await program.key_of("Acme is down")
    preview = await program("reply", key, "--text", WORDS, code=2)
    assert WORDS in preview.err
    refused = await program("reply", key, "--text", "so sorry " * 1_200, "--yes", code=10)
    assert "too long" in refused.err
    assert "Shorten it by" in refused.err
    assert (rig.writes, await rig.ours(native_id)) == (0, [])
    assert (await program("outbox", "--json")).objects == []


async def test_a_reply_is_not_sent_twice_when_its_process_is_killed_before_the_answer(
    rig: PlatformRig, program: Program,
) -> None:
    async with collecting(program) as collector:
        await collector.says("live")
        native_id = await rig.post("Acme is down")
        key = await program.key_of("Acme is down")
    rig.fault(Fault.DROP_AFTER, Side.WRITE)
    sending = await program.start("reply", key, "--text", WORDS, "--yes")
    async with asyncio.timeout(60):
        while not await rig.ours(native_id):  # the server has taken it; what it only began to read may be lost
            await asyncio.sleep(0)
    sending.kill()
    await sending.ended()
    again = await program("reply", key, "--text", WORDS, "--yes", "--json")
    assert again.objects[0]["state"] == "sent"
    assert len(await rig.ours(native_id)) == 1
    assert [draft["state"] for draft in (await program("outbox", "--json")).objects] == ["sent"]
    assert "chain and state hold" in (await program("verify")).out


async def test_a_mended_login_is_taken_without_a_restart(rig: PlatformRig, program: Program) -> None:
    """The wrong secret stands in a file that a command prints; then the right one, and SIGHUP asks to read again."""
    name, secret = next((name, value) for name, value in program.environ.items() if value in secrets_of(rig))
    file = program.folder.parent / "secret"
    file.write_text("wrong\n")
    part = name.removeprefix("WARROOM_").lower().split("_", 1)[1]
    more = {name: "", f"WARROOM_ACCOUNTS_{rig.platform.upper()}_{part.upper()}_COMMAND": f"cat {file}"}
    async with collecting(program, **more) as collector:
        await collector.says("failed")
        file.write_text(f"{secret}\n")
        collector.kill(signal.SIGHUP)
        await collector.says(f"{rig.platform} live")
        await rig.post("Acme is down")
        await program.key_of("Acme is down")
        assert "wrong" not in collector.said


async def test_the_collector_works_on_the_incident_that_was_opened_last(rig: PlatformRig, program: Program) -> None:
    async with collecting(program) as collector:
        await collector.says("live")
        opened = (await program("open", "Outage", "--json")).objects[0]["id"]
        async with asyncio.timeout(60):
            rows: list[dict[str, Any]] = []
            while not rows:
                rows = [row for row in (await program("timeline", opened, "--json")).objects if row["type"] == "source"]
        assert [row["details"]["state"] for row in rows] == ["live"]


async def test_a_reply_in_a_drill_stands_in_the_drill_and_nothing_of_it_is_sent(
    rig: PlatformRig, program: Program,
) -> None:
    drill = (await program("drill", "product-failure", "--headless", "--speed", "3000", "--json")).objects[0]
    post = (await program("posts", "platform:" + rig.platform, "--limit", "1", "--json")).objects[0]
    sent = await program("reply", post["key"], "--text", WORDS, "--yes", "--incident", drill["incident"], "--json")
    assert sent.objects[0]["state"] == "sent"
    shown = (await program("show", post["key"], "--room", drill["incident"], "--json")).out
    assert WORDS in shown
    await program("unsend", sent.objects[0]["id"])
    assert [one["state"] for one in (await program("outbox", "--all", "--json")).objects] == ["deleted"]
    assert rig.writes == 0
