"""Taking in an incident from elsewhere, in steps so short that others write in between.

The posts come first, a few at a time and unseen: as context, which no list, gauge or model meets. Then come the log and
all state that it makes (see ``arriving``): an incident is there as a whole or not at all. Then the posts take their
places in the lists, again a few at a time. ``brought`` names those that wait for that, so that a process that dies
meanwhile leaves it to the next one; one that dies before leaves nothing that is seen.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from warroom.domain.events import Event
from warroom.domain.item import Item
from warroom.domain.model import Post, PostKey, digest, storable
from warroom.domain.triage import UNTOUCHED
from warroom.store import arriving, log, posts
from warroom.store.connection import Connection
from warroom.store.link import Link
from warroom.store.rows import clean

#: Posts of one step.
CHUNK: Final = 500
#: How long (s) others have the database to themselves between two steps; who waits for it asks up to every tenth.
_BREATH: Final = 0.02
_WAITING: Final = "SELECT post_id FROM brought WHERE incident = ? ORDER BY post_id LIMIT ?"
_UNFINISHED: Final = (
    "SELECT DISTINCT b.incident FROM brought b JOIN incidents i ON i.id = b.incident "
    "WHERE i.id NOT IN (SELECT incident FROM arriving)")


async def bring_in(
    writer: Link, reader: Link, events: Sequence[Event], items: Iterable[Item],
    earlier: Mapping[PostKey, Sequence[Post]],
) -> int:
    """Import an incident; see ``ports.Store.bring_in``."""
    brought = await asyncio.to_thread(arriving.check, events)
    async with reader.transaction() as connection:
        compared = await arriving.compare(connection, brought)
    for chunk in chunks(items):
        async with writer.transaction() as connection:
            await stage(connection, brought.name, chunk, earlier)
        await asyncio.sleep(_BREATH)
    added = await arriving.write(writer, brought, compared=compared)
    await _show_all(writer, brought.name)
    return added


async def finish(writer: Link, reader: Link) -> None:
    """Bring to its end what a process did not that was killed while it imported."""
    async with reader.transaction() as connection:
        names = [str(name) for (name,) in await connection.rows(_UNFINISHED)]
    for name in names:
        await _show_all(writer, name)


async def _show_all(writer: Link, name: str) -> None:
    shown = 1
    while shown:
        async with writer.transaction() as connection:
            shown = await show(connection, name)
        await asyncio.sleep(_BREATH)


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Cut what is brought into steps."""
    rest = iter(items)
    while chunk := list(itertools.islice(rest, CHUNK)):
        yield chunk


async def stage(
    connection: Connection, name: str, items: Sequence[Item], earlier: Mapping[PostKey, Sequence[Post]],
) -> None:
    """Store posts that are not here yet, unseen, and those scores of theirs that are not known."""
    cleaned = {(item.room, post.key): replace(item, room=storable(item.room), post=post)
               for item in items for post in [clean(item.post)]}
    said = {digest(item.post.text): item for item in cleaned.values() if item.score is not None}
    kept = await posts.scores(connection, said)
    told = {text: item.score for text, item in said.items() if text not in kept and item.score is not None}
    if told:
        await posts.keep_scores(connection, told, {text: said[text].received_at for text in told})
    last = int(await connection.value("SELECT max(id) FROM posts") or 0)
    fresh: list[tuple[Item, bytes]] = []
    waiting: list[int] = []
    for room in dict.fromkeys(item.room for item in cleaned.values()):
        here = [item for item in cleaned.values() if item.room == room]
        known = await posts.by_keys(connection, room, (item.key for item in here), "")
        for item in here:
            if item.key not in known:
                last += 1
                fresh.append((replace(item, id=last, score=None, triage=UNTOUCHED, context=True),
                              bytes.fromhex(item.post.content_sha256)))
            elif not known[item.key][0].context:
                continue
            # What was context where it comes from stays so.
            waiting += [] if item.context else [last if item.key not in known else known[item.key][0].id]
    await posts.insert_items(connection, fresh)
    await posts.insert_versions(connection, [
        (item, number, clean(said))
        for item, _ in fresh for number, said in enumerate(earlier.get(item.key, ()), start=1)
    ])
    await connection.many("INSERT OR IGNORE INTO brought VALUES (?, ?)", [(name, id_) for id_ in waiting])


async def show(connection: Connection, name: str) -> int:
    """Let lists find some of the posts that an incident brought; returns how many, 0 where all are found."""
    ids = [id_ for (id_,) in await connection.rows(_WAITING, (name, CHUNK))]
    # A source may have brought one of them since: then it has its place.
    items = [item for item in await posts.by_ids(connection, ids, "") if item.context]
    shown = await connection.together(lambda near: posts.put_last(near, items))
    for room in dict.fromkeys(item.room for item in shown):
        await log.adopt(connection, room, [item for item in shown if item.room == room])
    await connection.many("DELETE FROM brought WHERE incident = ? AND post_id = ?", [(name, id_) for id_ in ids])
    return len(ids)
