"""A process that writes to a store and says on stdout what was acknowledged: ``FILE NAME COUNT`` (0: for ever)."""

from __future__ import annotations

import asyncio
import itertools
import sys
from pathlib import Path

from helpers.stored import NOON, batch, noted, post

from warroom.store.sql import open_store


async def main(path: str, name: str, count: int) -> None:
    store = await open_store(Path(path), wait=60)
    for n in itertools.islice(itertools.count(), count or None):
        await store.add("live", name, batch(post(f"{name}-{n}"), cursor=f"{n}"), NOON)
        sys.stdout.write(f"post {name}-{n}\n")
        (event,) = await store.commit("inc-1", [], lambda incident, items, n=n: [noted(f"{name} {n}")], NOON)  # type: ignore[misc]
        sys.stdout.write(f"event {event.seq} {event.hash}\n")
        sys.stdout.flush()
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
