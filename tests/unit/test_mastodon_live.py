"""Events go from the library's threads to asyncio in order, none is lost, and no more than a few wait."""

from __future__ import annotations

import asyncio
import threading

import pytest

from sources._mastodon_live import Ahead, Event, Live
from sources._mastodon_wire import aside


async def test_a_thread_waits_while_too_many_events_wait() -> None:
    news = asyncio.Event()
    live = Live(news, ahead=10)
    waiting: list[int] = []
    found: list[object] = []

    def bring() -> None:
        for number in range(1_000):
            live.put(Event((), "update", number))

    thread = threading.Thread(target=bring, daemon=True)
    thread.start()
    async with asyncio.timeout(30):
        while len(found) < 1_000:
            await news.wait()
            news.clear()
            waiting.append(len(live._waiting))
            found += [event.payload for event in live.take(7)]
    assert found == list(range(1_000))
    assert max(waiting) <= 10
    await live.close()


async def test_closing_lets_a_waiting_thread_go() -> None:
    live = Live(asyncio.Event(), ahead=1)
    events = [Event((), "update", number) for number in range(3)]
    thread = threading.Thread(target=lambda: [live.put(event) for event in events], daemon=True)
    thread.start()
    await live.close()
    await aside(lambda: thread.join(30))
    assert not thread.is_alive()
    assert live.ended


async def test_what_happens_aside_comes_back_and_so_does_its_error() -> None:
    assert await aside(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 // 0)


async def test_a_call_that_is_given_up_ends_by_itself_and_harms_nobody() -> None:
    begun, gate = threading.Event(), threading.Event()

    def wait() -> bool:
        begun.set()
        return gate.wait(30)

    task = asyncio.create_task(aside(wait, "a call that hangs"))
    await aside(lambda: begun.wait(30))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    gate.set()
    thread = next((one for one in threading.enumerate() if one.name == "a call that hangs"), None)
    if thread is not None:
        await aside(lambda: thread.join(30))
        assert not thread.is_alive()


def test_reading_ahead_gives_the_same_bytes() -> None:
    sent = bytes(range(256)) * 20
    pieces = [sent[at:at + 700] for at in range(0, len(sent), 700)]
    ahead = Ahead(lambda most: pieces.pop(0)[:most])
    found = bytearray()
    while len(found) < len(sent):
        piece = ahead(1 + len(found) % 900)
        assert piece
        found += piece
    assert bytes(found) == sent
