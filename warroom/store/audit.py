"""Checking a log against itself and against the state, and taking in one from elsewhere."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Final

from sqlalchemy import insert, select

from warroom.domain import drafts
from warroom.domain.errors import BadLog, ImportRefused
from warroom.domain.events import Break, Event, first_break
from warroom.domain.incident import Incident, rebuild
from warroom.domain.item import Item
from warroom.domain.model import Post, PostKey, digest, storable
from warroom.domain.reply import Draft
from warroom.domain.triage import UNTOUCHED, Triage
from warroom.ports import Verdict
from warroom.store import log
from warroom.store.connection import Connection
from warroom.store.posts import by_keys, insert_items, insert_versions, keep_scores, scores
from warroom.store.rows import Row, clean, draft_row, incident_row, plain, to_triage, triage_row
from warroom.store.schema import DRAFTS, EVENTS, INCIDENTS, TAGS, TRIAGE

_CHUNK: Final = 500


async def verify(connection: Connection, name: str) -> Verdict:
    """Check one incident: the chain first, then what the log says against what is stored as its state."""
    rows = await log.read_rows(connection, name)
    events, broken = readable(name, rows)
    if broken is None:
        broken = first_break(events)
    state = (await connection.execute(select(INCIDENTS).where(INCIDENTS.c.id == name))).mappings().first()
    if broken is None and state is not None and isinstance(state["head_seq"], int) and state["head_seq"] > len(rows):
        broken = Break(f"{name}/{len(rows) + 1}", len(rows) + 1,
                       f"it is missing: the incident counts {state['head_seq']} events, the log holds {len(rows)}")
    if broken is not None:
        return Verdict(name, len(rows), broken)
    try:
        now, posts = rebuild(events)
        replies = drafts.rebuild(events)
    except (BadLog, ValueError) as error:
        return Verdict(name, len(rows), None, [f"the log cannot be folded: {error}"])
    drift = list(_incident_drift(now, None if state is None else dict(state)))
    drift += await _triage_drift(connection, name, posts)
    drift += await _drafts_drift(connection, name, replies)
    return Verdict(name, len(rows), None, drift)


def readable(name: str, rows: Sequence[Row]) -> tuple[list[Event], Break | None]:
    """Read rows up to the first that cannot be read or that breaks the chain before it."""
    events: list[Event] = []
    for place, row in enumerate(rows, start=1):
        try:
            events.append(log.to_event(row))
        except BadLog as error:
            # What stands before it may be broken already; the first fault is the one to name.
            return events, first_break(events) or Break(
                f"{name}/{place}", place, f"it cannot be read: {error.reason or error.title}")
    return events, None


def _incident_drift(now: Incident | None, state: Row | None) -> Iterator[str]:
    if state is None:
        yield "incident: it has a log, but no state"
    elif now is None:
        yield "incident: it has state, but no log"
    else:
        for field, told in incident_row(now).items():
            if state[field] != told:
                yield f"incident: {field} is {state[field]!r}, the log says {told!r}"


async def _triage_drift(connection: Connection, name: str, told: Mapping[PostKey, Triage]) -> list[str]:
    drift: list[str] = []
    stored: dict[PostKey, Triage] = {}
    tags: dict[PostKey, set[str]] = {}
    names = [field.name for field in fields(Triage)]
    for row in (await connection.execute(select(TRIAGE).where(TRIAGE.c.incident == name))).mappings():
        key = PostKey(str(row["post"]))
        try:
            stored[key] = to_triage([row[field] for field in names])
            if triage_row(name, key, row["post_id"], stored[key]) != dict(row):
                drift.append(f"post {key}: its state is not in the form in which states are kept")
        except BadLog as error:
            drift.append(f"post {key}: its state cannot be read: {error.reason}")
            stored[key] = told.get(key, UNTOUCHED)
    tagged = select(TRIAGE.c.post, TAGS.c.tag).join(
        TAGS, (TAGS.c.incident == TRIAGE.c.incident) & (TAGS.c.post_id == TRIAGE.c.post_id))
    for post, tag in await connection.execute(tagged.where(TRIAGE.c.incident == name)):
        tags.setdefault(PostKey(post), set()).add(tag)
    placed = {row[0] for row in await connection.execute(
        select(TRIAGE.c.post).where(TRIAGE.c.incident == name, TRIAGE.c.post_id.is_not(None)))}
    for key in sorted({*stored, *told}):
        now, then = plain(stored.get(key, UNTOUCHED)), plain(told.get(key, UNTOUCHED))
        drift += [f"post {key}: {field} is {now[field]!r}, the log says {then[field]!r}"
                  for field in now if now[field] != then[field]]
        if key in placed and tags.get(key, set()) != set(told.get(key, UNTOUCHED).tags):
            drift.append(f"post {key}: it is found under the tags {sorted(tags.get(key, set()))}, "
                         f"the log says {sorted(told.get(key, UNTOUCHED).tags)}")
    return drift


async def _drafts_drift(connection: Connection, name: str, told: Mapping[str, Draft]) -> list[str]:
    rows = (await connection.execute(select(DRAFTS).where(DRAFTS.c.incident == name))).mappings()
    stored = {str(row["id"]): dict(row) for row in rows}
    drift: list[str] = []
    for id_ in sorted({*stored, *told}):
        if id_ not in told:
            drift.append(f"reply {id_}: it has state, but the log does not speak of it")
        elif id_ not in stored:
            drift.append(f"reply {id_}: the log speaks of it, but it has no state")
        else:
            then = draft_row(name, told[id_])
            drift += [f"reply {id_}: {field} is {stored[id_][field]!r}, the log says {then[field]!r}"
                      for field in then if stored[id_][field] != then[field]]
    return drift


async def names(connection: Connection) -> list[str]:
    """Name every incident that has a log or a state."""
    found = dict.fromkeys(row[0] for row in await connection.execute(select(INCIDENTS.c.id)))
    found |= dict.fromkeys(row[0] for row in await connection.execute(select(EVENTS.c.incident).distinct()))
    return [str(name) for name in found]


async def bring_in(
    connection: Connection, events: Sequence[Event], items: Iterable[Item],
    earlier: Mapping[PostKey, Sequence[Post]],
) -> int:
    """Import an incident; see ``ports.Store.bring_in``."""
    name = _check(events)
    rows = await log.read_rows(connection, name)
    for stored, brought in zip(rows, events, strict=False):
        if dict(stored) != log.event_row(brought):
            raise ImportRefused(
                f"Incident {name} is here already and is another.",
                reason=f"Its event {brought.seq} differs from the one in the file.",
                hint="Run warroom verify; nothing was written.")
    fresh = list(events[len(rows):])
    last = int(await connection.value("SELECT max(id) FROM posts") or 0)
    for chunk in _chunks(items):
        last = await _posts(connection, chunk, last, earlier)
    if fresh:
        await connection.execute(insert(EVENTS), [log.event_row(event) for event in fresh])
    if fresh or not rows:
        await log.replace_state(connection, name, events)
    return len(fresh)


def _check(events: Sequence[Event]) -> str:
    if not events:
        raise ImportRefused("There is nothing to import.", reason="The log has no events.")
    name = events[0].incident
    if any(event.incident != name for event in events):
        raise ImportRefused("The file mixes incidents.", reason="A log is of one incident.")
    broken = first_break(events)
    if broken is not None:
        raise ImportRefused("The log in the file does not hold.", reason=f"Event {broken.event_id}: {broken.reason}.")
    for event in events:
        if any(isinstance(cell, str) and storable(cell) != cell for cell in log.event_row(event).values()):
            raise ImportRefused("The log in the file cannot be kept.",
                                reason=f"Event {event.id} holds characters that a database cannot.")
    try:
        rebuild(events)
        drafts.rebuild(events)
    except (BadLog, ValueError) as error:
        raise ImportRefused("The log in the file cannot be followed.", reason=f"{error}.") from error
    return name


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while chunk := list(itertools.islice(rest, _CHUNK)):
        yield chunk


async def _posts(
    connection: Connection, items: Sequence[Item], last: int, earlier: Mapping[PostKey, Sequence[Post]],
) -> int:
    cleaned = {(item.room, post.key): replace(item, room=storable(item.room), post=post)
               for item in items for post in [clean(item.post)]}
    said = {digest(item.post.text): item for item in cleaned.values() if item.score is not None}
    kept = await scores(connection, said)
    told = {name: item.score for name, item in said.items() if name not in kept and item.score is not None}
    if told:
        await keep_scores(connection, told, {name: said[name].received_at for name in told})
        kept |= told
    fresh: list[tuple[Item, bytes]] = []
    for room in dict.fromkeys(item.room for item in cleaned.values()):
        here = [item for item in cleaned.values() if item.room == room]
        known = await by_keys(connection, room, (item.key for item in here), "")
        for item in here:
            if item.key not in known:
                last += 1
                score = kept.get(digest(item.post.text))
                fresh.append((replace(item, id=last, score=score, triage=UNTOUCHED),
                              bytes.fromhex(item.post.content_sha256)))
    await insert_items(connection, fresh)
    await insert_versions(connection, [
        (item, number, clean(said))
        for item, _ in fresh for number, said in enumerate(earlier.get(item.key, ()), start=1)
    ])
    await adopt_all(connection, [item for item, _ in fresh])
    return last


async def adopt_all(connection: Connection, items: Sequence[Item]) -> None:
    """Give state that waits for these posts to them."""
    for room in dict.fromkeys(item.room for item in items):
        await log.adopt(connection, room, [item for item in items if item.room == room])
