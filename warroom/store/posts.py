"""Posts in and out of the database; every function works inside the transaction of its caller."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, cast

from sqlalchemy.dialects.sqlite import insert as upsert

from warroom.domain.item import Item
from warroom.domain.model import Gone, Platform, Post, PostKey, Score, Unscored, digest, post_key
from warroom.store import blocks, ours, words
from warroom.store.connection import Connection, Rows
from warroom.store.intake import Arrival, Slot, merge
from warroom.store.rows import (
    ITEM,
    Cells,
    ItemRow,
    facet_row,
    from_body,
    moment,
    mood,
    post_row,
    score_row,
    text_number,
    ticks,
    to_body,
    to_items,
    to_score,
)
from warroom.store.schema import FACETS, POSTS, SCORES

_FROM: Final = (
    "FROM posts p LEFT JOIN scores s ON s.digest = p.digest "
    "LEFT JOIN triage t ON t.incident = :incident AND t.post_id = p.id"
)
_BY_IDS: Final = (
    f"SELECT {ITEM} FROM json_each(:ids) j CROSS JOIN posts p ON p.id = j.value "  # noqa: S608 - constants only
    + _FROM.removeprefix("FROM posts p "))
_BY_KEYS: Final = (
    f"SELECT {ITEM}, p.sha {_FROM} WHERE p.room = :room AND p.platform = :platform "  # noqa: S608 - constants only
    "AND p.native_id IN (SELECT value FROM json_each(:names))")
_IDS: Final = (
    "SELECT native_id, id FROM posts WHERE room = :room AND platform = :platform "
    "AND native_id IN (SELECT value FROM json_each(:names))")
_GRAVES: Final = (
    "SELECT native_id, at FROM tombstones WHERE room = :room AND platform = :platform "
    "AND native_id IN (SELECT value FROM json_each(:names))")
_SHAS: Final = "SELECT post_id, sha FROM post_versions WHERE post_id IN (SELECT value FROM json_each(:ids))"
_INSERT_POSTS: Final = f"INSERT INTO posts VALUES ({', '.join('?' for _ in POSTS.c)})"  # noqa: S608 - placeholders
# All but id, room, platform and native id, the first four, which never change: a change of the id would have all that
# points to the post looked for.
_UPDATE_POSTS: Final = f"UPDATE posts SET {', '.join(f'{column.name} = ?' for column in [*POSTS.c][4:])} WHERE id = ?"  # noqa: S608
_PUT_FACETS: Final = f"REPLACE INTO facets VALUES ({', '.join('?' for _ in FACETS.c)})"  # noqa: S608 - placeholders
_OF_TEXTS: Final = "SELECT room, id, text FROM facets WHERE text IN (SELECT value FROM json_each(:texts))"
_INSERT_VERSIONS: Final = "INSERT INTO post_versions VALUES (:post_id, :version, :sha, :body, :replaced)"
_VERSIONS: Final = (
    "SELECT v.body FROM posts p JOIN post_versions v ON v.post_id = p.id "
    "WHERE p.room = :room AND p.platform = :platform AND p.native_id = :native_id ORDER BY v.version")


def split_key(key: PostKey) -> tuple[str, str]:
    """Cut a key into platform and native id."""
    platform, _, native_id = key.partition(":")
    return platform, native_id


def _by_platform(keys: Iterable[PostKey]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for platform, native_id in map(split_key, keys):
        groups.setdefault(platform, []).append(native_id)
    return groups


async def by_ids(connection: Rows, ids: Sequence[int], incident: str) -> list[Item]:
    """Read posts by row id, in the order of ``ids``."""
    if not ids:
        return []
    rows = await connection.rows(_BY_IDS, {"ids": json.dumps(ids), "incident": incident})
    found = cast("dict[int, ItemRow]", {row[0]: row for row in rows})
    return to_items(found[id_] for id_ in ids if id_ in found)


async def by_keys(
    connection: Rows, room: str, keys: Iterable[PostKey], incident: str,
) -> dict[PostKey, tuple[Item, bytes]]:
    """Read posts by key, with the fingerprints of their content; unknown ones are absent."""
    found: dict[PostKey, tuple[Item, bytes]] = {}
    for platform, names in _by_platform(keys).items():
        rows = await connection.rows(
            _BY_KEYS, {"room": room, "platform": platform, "names": json.dumps(names), "incident": incident})
        for item, (*_, sha) in zip(to_items(cast("ItemRow", row[:-1]) for row in rows), rows, strict=True):
            found[item.key] = item, sha
    return found


async def ids_of(connection: Rows, room: str, keys: Iterable[PostKey]) -> dict[PostKey, int]:
    """Read the row ids of posts by key; unknown ones are absent."""
    found: dict[PostKey, int] = {}
    for platform, names in _by_platform(keys).items():
        rows = await connection.rows(_IDS, {"room": room, "platform": platform, "names": json.dumps(names)})
        found |= {PostKey(f"{platform}:{name}"): id_ for name, id_ in rows}
    return found


async def versions(connection: Connection, room: str, key: PostKey) -> list[Post]:
    """Read the earlier versions of a post, oldest first."""
    platform, native_id = split_key(key)
    rows = await connection.rows(_VERSIONS, {"room": room, "platform": platform, "native_id": native_id})
    return [from_body(body) for (body,) in rows]


async def scores(connection: Rows, digests: Iterable[bytes]) -> dict[bytes, Score | Unscored]:
    """Read the scores that are kept of these texts."""
    names = list(dict.fromkeys(digests))
    found: dict[bytes, Score | Unscored] = {}
    for at in range(0, len(names), 500):
        some = names[at : at + 500]
        rows = await connection.rows(
            "SELECT digest, negative, neutral, positive, model, reason FROM scores "  # noqa: S608 - placeholders only
            f"WHERE digest IN ({','.join('?' * len(some))})", tuple(some))
        for name, *said in rows:
            score = to_score(*said)
            if score is not None:
                found[name] = score
    return found


async def load(connection: Rows, room: str, arrivals: Sequence[Arrival | Gone]) -> dict[PostKey, Slot]:
    """Read what is stored of the posts of a batch."""
    keys = dict.fromkeys(arrival.key for arrival in arrivals)
    slots = {key: Slot() for key in keys}
    edited: dict[int, Slot] = {}
    for key, (item, sha) in (await by_keys(connection, room, keys, "")).items():
        slots[key] = Slot(item, sha, {sha}, before=item)
        if item.version > 1:
            edited[item.id] = slots[key]
    if edited:
        for post_id, sha in await connection.rows(_SHAS, {"ids": json.dumps(list(edited))}):
            edited[post_id].shas.add(sha)
    for platform, names in _by_platform(key for key in keys if slots[key].item is None).items():
        rows = await connection.rows(
            _GRAVES, {"room": room, "platform": platform, "names": json.dumps(names)})
        for native_id, at in rows:
            slots[post_key(Platform(platform), native_id)].gone_at = moment(at)
    return slots


async def take(
    connection: Rows, room: str, arrivals: Sequence[Arrival | Gone], received_at: datetime, *,
    context: bool = False, own: Collection[str] = (),
) -> tuple[list[Item], list[Item], int]:
    """Store a batch; returns the new items, the changed ones and how many were known.

    With ``context`` new posts get no facets and no words, and those of our own never do; ``own`` are names of ours that
    the platform told. A post that was context counts
    as new when a source brings it, and takes a place at the end, so that whoever reads on from the last row meets it.
    """
    slots = await load(connection, room, arrivals)
    is_ours = await ours.known(connection, room, own)
    said = [arrival for arrival in arrivals if not isinstance(arrival, Gone)]
    apart = {arrival.key for arrival in said if context or is_ours(arrival.post)}
    brought = dict.fromkeys(arrival.key for arrival in said if arrival.key not in apart)
    raised = await _raise(connection, [slots[key] for key in brought], received_at)
    buried = {key: slot.gone_at for key, slot in slots.items()}
    last = int(await connection.value("SELECT max(id) FROM posts") or 0)
    known = merge(arrivals, slots, room=room, first_id=last + 1, at=received_at, context=apart)
    await _score(connection, [slot for slot in slots.values() if slot.item is not None and slot.item.score is None])
    new = [slot for slot in slots.values() if slot.is_new]
    changed = [slot for slot in slots.values() if slot.changed]
    await _update(connection, changed)
    await insert_items(connection, [(slot.item, slot.sha) for slot in new if slot.item is not None])
    await _archive(connection, [*new, *changed], received_at)
    graves = [(key, slot.gone_at) for key, slot in slots.items() if slot.gone_at and slot.item is None
              and buried[key] is None]
    if graves:
        await connection.many("INSERT INTO tombstones VALUES (?, ?, ?, ?)",
                              [(room, *split_key(key), ticks(at)) for key, at in graves])
    found = [slot.item.post for slot in new if slot.gone_at is not None and slot.item is not None]
    if found:
        await connection.many("DELETE FROM tombstones WHERE room = ? AND platform = ? AND native_id = ?",
                              [(room, post.platform.value, post.native_id) for post in found])
    fresh = [slot.item for slot in (*raised, *new) if slot.item]
    known_before = {id(slot) for slot in raised}
    return fresh, [slot.item for slot in changed if slot.item and id(slot) not in known_before], known


async def _raise(connection: Rows, slots: Sequence[Slot], at: datetime) -> list[Slot]:
    """Give posts that were context a place among the others; returns these."""
    raised = [slot for slot in slots if slot.item is not None and slot.item.context]
    items = await put_last(connection, [replace(slot.item, received_at=at) for slot in raised if slot.item is not None])
    for slot, item in zip(raised, items, strict=True):
        slot.item = slot.before = item
    return raised


async def put_last(connection: Rows, items: Sequence[Item]) -> list[Item]:
    """Put posts that were context into all lists, at their end; returns them so. When they arrived they say."""
    if not items:
        return []
    # What points to a post moves along within this transaction.
    await connection.rows("PRAGMA defer_foreign_keys = ON")
    last = int(await connection.value("SELECT max(id) FROM posts"))
    listed = [replace(item, id=id_, context=False) for id_, item in enumerate(items, last + 1)]
    moved = [(now.id, then.id) for now, then in zip(listed, items, strict=True)]
    await connection.many("UPDATE posts SET id = ?, context = 0, received = ? WHERE id = ?",
                          [(now, ticks(item.received_at), then)
                           for item, (now, then) in zip(listed, moved, strict=True)])
    for table in ("post_versions", "triage"):
        await connection.many(f"UPDATE {table} SET post_id = ? WHERE post_id = ?", moved)  # noqa: S608 - constants
    # Its index begins with the incident.
    await connection.many("UPDATE triage_tags SET post_id = ? WHERE incident IN (SELECT id FROM incidents) "
                          "AND post_id = ?", moved)
    await _list(connection, listed)
    return listed


async def _score(connection: Rows, slots: Sequence[Slot]) -> None:
    waiting = [(slot, slot.item, digest(slot.item.post.text)) for slot in slots if slot.item is not None]
    if waiting:
        have = await scores(connection, (name for _, _, name in waiting))
        for slot, item, name in waiting:
            if name in have:
                slot.item = replace(item, score=have[name])


async def insert_items(connection: Rows, items: Sequence[tuple[Item, bytes]]) -> None:
    """Insert new posts under the ids that they bear, with all that is drawn from them."""
    if not items:
        return
    # As tuples to the driver: for rows of this width SQLAlchemy's own parameters cost more than the insert.
    await connection.many(_INSERT_POSTS, [post_row(item, sha) for item, sha in items])
    await _list(connection, [item for item, _ in items if not item.context])


async def _list(connection: Rows, items: Sequence[Item]) -> None:
    """Let lists and searches find posts."""
    if not items:
        return
    # Rooms first: the posts of a block are counted by room.
    counts: dict[str, int] = {}
    for item in items:
        counts[item.room] = counts.get(item.room, 0) + 1
    await connection.many(
        "INSERT INTO rooms VALUES (?, ?) ON CONFLICT (room) DO UPDATE SET posts = posts + excluded.posts",
        counts.items())
    await connection.many(_PUT_FACETS, [facet_row(item) for item in items])
    entries = [(item.id, words.said(item)) for item in items]
    await words.index(connection, entries)
    await words.measure(connection, items)
    await blocks.widen(connection, items)
    await blocks.seal(connection, entries)


async def _update(connection: Rows, slots: Sequence[Slot]) -> None:
    rows = [(slot.before, slot.item, slot.sha) for slot in slots if slot.before is not None and slot.item is not None]
    if not rows:
        return
    # FTS5 writes out all that it has gathered wherever it has to go back to a lower id.
    rows.sort(key=lambda row: row[1].id)
    await connection.many(_UPDATE_POSTS, [(*post_row(item, sha)[4:], item.id) for _, item, sha in rows])
    rows = [row for row in rows if not row[1].context]
    await connection.many(_PUT_FACETS, [facet_row(item) for _, item, _ in rows])
    stale = [(item.id, words.said(before), words.said(item)) for before, item, _ in rows]
    stale = [(id_, old, new) for id_, old, new in stale if old.split() != new.split()]
    await words.forget(connection, [(id_, old) for id_, old, _ in stale])
    await words.index(connection, [(id_, new) for id_, _, new in stale])
    await words.measure(connection, [item for _, item, _ in rows])
    await blocks.widen(connection, [item for _, item, _ in rows])
    await blocks.unseal(connection, [(id_, new) for id_, _, new in stale])


async def _archive(connection: Rows, slots: Sequence[Slot], at: datetime) -> None:
    rows: list[Cells] = [
        {"post_id": item.id, "version": item.version, "sha": sha, "body": to_body(item.post),
         "replaced": ticks(at)}
        for slot in slots for item, sha in slot.replaced
    ]
    if rows:
        await connection.many(_INSERT_VERSIONS, rows)


async def insert_versions(connection: Rows, said: Sequence[tuple[Item, int, Post]]) -> None:
    """Store what posts said before: (post as it is now, number of the version, what it said)."""
    rows = [
        {"post_id": item.id, "version": number, "sha": bytes.fromhex(post.content_sha256), "body": to_body(post),
         "replaced": ticks(item.received_at)}
        for item, number, post in said
    ]
    if rows:
        await connection.many(_INSERT_VERSIONS, rows)


async def keep_scores(
    connection: Connection, said: Mapping[bytes, Score | Unscored], at: datetime | Mapping[bytes, datetime],
) -> None:
    """Keep scores by text digest, said at a time or each at its own, and give them to every post of that text."""
    known = await scores(connection, said)
    keep = upsert(SCORES)
    names = ("negative", "neutral", "positive", "model", "reason", "at")
    await connection.execute(
        keep.on_conflict_do_update(index_elements=["digest"], set_={name: keep.excluded[name] for name in names}),
        [score_row(name, score, ticks(at if isinstance(at, datetime) else at[name])) for name, score in said.items()])
    # A text that had no score yet is that of waiting posts only, and these have an index of their own.
    await connection.many(
        "UPDATE facets SET mood = ?, valence = ? WHERE text = ? AND mood = 0",
        [(*_felt(score), text_number(name)) for name, score in said.items()])
    again = {text_number(name): _felt(said[name]) for name in known if known[name] != said[name]}
    if again:
        rows = await connection.rows(_OF_TEXTS, {"texts": json.dumps(list(again))})
        await connection.many(
            "UPDATE facets SET mood = ?, valence = ? WHERE room = ? AND id = ?",
            [(*again[number], room, id_) for room, id_, number in rows])


def _felt(score: Score | Unscored) -> tuple[int, float | None]:
    return mood(score), score.valence if isinstance(score, Score) else None
