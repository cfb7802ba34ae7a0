"""The log in the database: events in, and the state that they make, in one transaction of the caller's."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import delete, insert, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from warroom.domain import drafts as drafts_
from warroom.domain import triage as triage_
from warroom.domain.errors import BadLog, NotFound
from warroom.domain.events import GENESIS, Event, NewEvent, from_row, seal, to_row
from warroom.domain.incident import Incident, fold
from warroom.domain.item import Item
from warroom.domain.model import LIVE, PostKey, storable
from warroom.domain.reply import Draft, DraftState
from warroom.domain.triage import UNTOUCHED, Triage
from warroom.domain.wire import Json, canonical
from warroom.ports import DecideReplies
from warroom.store.connection import Connection
from warroom.store.posts import by_keys, ids_of
from warroom.store.rows import Cells, Row, draft_row, incident_row, to_draft, to_incident, to_triage, triage_row
from warroom.store.schema import DRAFTS, EVENTS, INCIDENTS, TAGS, TRIAGE

_JSON: Final = ("details", "tags")
_STATE: Final = ("status", "holder", "tags", "snoozed_until", "reason", "escalated_to", "pinned", "notes",
                 "label", "checked")


#: An incident that is there as a whole.
_WHOLE: Final = "id NOT IN (SELECT incident FROM arriving)"
#: Whether any state waits for its post; asked with every batch that comes in.
_ORPHANS: Final = ("SELECT 1 FROM triage t JOIN incidents i ON i.id = t.incident "
                   "WHERE t.post_id IS NULL AND i.room = ? LIMIT 1")
_INSERT_EVENTS: Final = f"INSERT INTO events VALUES ({', '.join(f':{column.name}' for column in EVENTS.c)})"  # noqa: S608 - names only
#: As text to the driver: an import writes many.
_PUT_TRIAGE: Final = (
    f"INSERT INTO triage VALUES ({', '.join(f':{column.name}' for column in TRIAGE.c)}) ON CONFLICT (incident, post) "  # noqa: S608 - names only
    f"DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in (*_STATE, 'post_id'))}")


def event_row(event: Event) -> Cells:
    """Give the row of ``events``: that of exports, with lists and objects as canonical JSON."""
    row: Cells = {}
    for name, value in to_row(event).items():
        if name in _JSON:
            row[name] = canonical(value)
        elif isinstance(value, bool):
            row[name] = int(value)
        elif value is None or isinstance(value, (str, int, float)):
            row[name] = value
    return row


def to_event(row: Row) -> Event:
    """Read a row of ``events``. Raises BadLog where it is damaged in any way, even one that means the same."""
    try:
        plain: dict[str, Json] = {
            name: json.loads(str(value)) if name in _JSON
            else bool(value) if name in ("pinned", "drill")
            else value.decode("utf-8", "replace") if isinstance(value, bytes) else value
            for name, value in row.items()
        }
    except (ValueError, RecursionError) as error:
        raise BadLog(f"Event {row['incident']!s}/{row['seq']!s} cannot be read.", reason=f"{error}.") from error
    event = from_row(plain)
    if event_row(event) != dict(row):
        raise BadLog(f"Event {event.id} cannot be read.", reason="It is not in the form in which events are kept.")
    return event


async def read_incidents(connection: Connection) -> list[Incident]:
    """Read all incidents, the latest opened last."""
    rows = await connection.execute(select(INCIDENTS).where(text(_WHOLE)).order_by(text("rowid")))
    return [to_incident(dict(row)) for row in rows.mappings().all()]


async def read_incident(connection: Connection, name: str) -> Incident | None:
    """Read one incident."""
    rows = await connection.execute(select(INCIDENTS).where(INCIDENTS.c.id == name, text(_WHOLE)))
    row = rows.mappings().first()
    return None if row is None else to_incident(dict(row))


async def arrives(connection: Connection, name: str) -> bool:
    """Tell whether an import is not done with an incident (see ``arriving``), which is not there so long."""
    return bool(await connection.rows("SELECT 1 FROM arriving WHERE incident = ?", (name,)))


async def read_rows(
    connection: Connection, incident: str, *, after: int = 0, limit: int | None = None,
) -> list[Row]:
    """Read rows of the log in order of seq, as they stand."""
    query = select(EVENTS).where(EVENTS.c.incident == incident).order_by(EVENTS.c.seq).limit(limit)
    if after:
        query = query.where(EVENTS.c.seq > after)
    return [dict(row) for row in (await connection.execute(query)).mappings()]


async def commit(
    connection: Connection, name: str, keys: Sequence[PostKey], decide: DecideReplies, recorded_at: datetime, *,
    replies: bool = False,
) -> list[Event]:
    """Ask ``decide`` and append what it says; see ``ports.Store.commit`` and ``commit_replies``."""
    now = await read_incident(connection, name)
    seq, prev = await _head(connection, name, now)
    room = LIVE if now is None else now.room
    items = {key: item for key, (item, _) in (await by_keys(connection, room, keys, name)).items()}
    _all_known(keys, items)
    drafts = {draft.id: draft for _, draft in await read_drafts(connection, name, posts=keys)} if replies else {}
    said = [clean_event(new) for new in decide(now, items, drafts)]
    events: list[Event] = []
    for new in said:
        # The first event says itself whether it opens a drill; fold reads that from any hash.
        drill = now.drill if now is not None else fold(None, _sealed(new, name, 1, recorded_at, GENESIS)).drill
        event = seal(new, incident=name, seq=seq + 1, recorded_at=recorded_at, drill=drill, prev_hash=prev)
        now = fold(now, event)
        seq, prev = event.seq, event.hash
        events.append(event)
    if now is not None and events:
        await append(connection, now, events, items)
    return events


def _sealed(new: NewEvent, name: str, seq: int, at: datetime, prev: str) -> Event:
    return seal(new, incident=name, seq=seq, recorded_at=at, drill=False, prev_hash=prev)


def _all_known(keys: Iterable[PostKey], items: Mapping[PostKey, Item]) -> None:
    for key in keys:
        if key not in items:
            raise NotFound(f"There is no post {key}.", hint="It may stand in another room.")


async def _head(connection: Connection, name: str, now: Incident | None) -> tuple[int, str]:
    rows = await connection.execute(
        select(EVENTS.c.seq, EVENTS.c.hash).where(EVENTS.c.incident == name).order_by(EVENTS.c.seq.desc()).limit(1))
    row = rows.first()
    seq, prev = (0, GENESIS) if row is None else (row[0], row[1])
    if (seq, prev) != ((0, GENESIS) if now is None else (now.head_seq, now.head_hash)):
        raise BadLog(f"The log of incident {name} does not end where its state says.",
                     reason="Nothing is added to a log that does not hold.", hint="Run warroom verify.")
    return seq, prev


async def append(
    connection: Connection, now: Incident, events: Sequence[Event], items: Mapping[PostKey, Item],
) -> None:
    """Write events, the incident after them, and the posts' state that they change. ``items`` have the state before."""
    await connection.execute(insert(EVENTS), [event_row(event) for event in events])
    await write_incident(connection, now)
    states: dict[PostKey, Triage] = {}
    missing = {event.post for event in events if event.post is not None and event.post not in items}
    have = {key: (item.id, item.triage) for key, item in items.items()}
    have |= {key: (item.id, item.triage) for key, (item, _) in
             (await by_keys(connection, now.room, missing, now.id)).items()}
    for event in events:
        if event.post is None:
            continue
        if event.post not in have:
            raise NotFound(f"There is no post {event.post}.", hint="It may stand in another room.")
        if event.changes:
            states[event.post] = triage_.apply(states.get(event.post, have[event.post][1]), event.changes)
    await write_triage(connection, now.id, [(key, have[key][0], state) for key, state in states.items()])
    await _append_drafts(connection, now.id, events)


async def _append_drafts(connection: Connection, incident: str, events: Sequence[Event]) -> None:
    names = {str(event.details["draft"]) for event in events if "draft" in event.details}
    if not names:
        return
    replies = {draft.id: draft for _, draft in await read_drafts(connection, incident, ids=sorted(names))}
    for event in events:
        draft = drafts_.fold(replies, event)
        if draft is not None:
            replies[draft.id] = draft
    await write_drafts(connection, incident, replies.values())


async def read_drafts(
    connection: Connection, incident: str | None, *, ids: Sequence[str] | None = None,
    posts: Sequence[PostKey] | None = None, states: Collection[DraftState] | None = None,
) -> list[tuple[str, Draft]]:
    """Read replies with their incident, the oldest first."""
    query = select(DRAFTS).order_by(DRAFTS.c.id)
    if incident is not None:
        query = query.where(DRAFTS.c.incident == incident)
    if ids is not None:
        query = query.where(DRAFTS.c.id.in_(ids))
    if posts is not None:
        query = query.where(DRAFTS.c.post.in_(posts or [""]))  # without a post: posts of our own
    if states is not None:
        query = query.where(DRAFTS.c.state.in_([state.value for state in states]))
    rows = (await connection.execute(query)).mappings()
    return [(str(row["incident"]), to_draft(dict(row))) for row in rows]


async def write_drafts(connection: Connection, incident: str, drafts: Iterable[Draft]) -> None:
    """Write the state of replies."""
    rows = [draft_row(incident, draft) for draft in drafts]
    if not rows:
        return
    put = upsert(DRAFTS)
    await connection.execute(put.on_conflict_do_update(
        index_elements=["incident", "id"], set_={name: put.excluded[name] for name in rows[0]}), rows)


async def write_incident(connection: Connection, now: Incident) -> None:
    """Write the state of an incident."""
    row = incident_row(now)
    put = upsert(INCIDENTS)
    await connection.execute(
        put.on_conflict_do_update(
            index_elements=["id"], set_={name: put.excluded[name] for name in row if name != "id"}), row)


async def write_triage(
    connection: Connection, incident: str, states: Sequence[tuple[PostKey, int | None, Triage]],
) -> None:
    """Write the state of posts in an incident; untouched ones keep no row."""
    if not states:
        return
    rows = [triage_row(incident, key, post_id, state) for key, post_id, state in states]
    await connection.many(_PUT_TRIAGE, rows)
    await connection.many(
        "DELETE FROM triage_tags WHERE incident = ? AND post_id = ?", [(incident, post_id) for _, post_id, _ in states])
    tags: list[Cells] = [
        {"incident": incident, "tag": tag, "post_id": post_id}
        for _, post_id, state in states if post_id is not None for tag in dict.fromkeys(state.tags)
    ]
    if tags:
        await connection.many("INSERT INTO triage_tags VALUES (:incident, :tag, :post_id)", tags)


async def adopt(connection: Connection, room: str, items: Sequence[Item]) -> None:
    """Give state that an import brought without its posts to the posts that arrive now."""
    if not await connection.rows(_ORPHANS, (room,)):
        return
    waiting = await connection.execute(
        select(TRIAGE).join(INCIDENTS, INCIDENTS.c.id == TRIAGE.c.incident)
        .where(TRIAGE.c.post_id.is_(None), INCIDENTS.c.room == room))
    ids = {item.key: item.id for item in items}
    for row in waiting.mappings().all():
        key = PostKey(row["post"])
        if key in ids:
            await write_triage(connection, row["incident"],
                               [(key, ids[key], to_triage([row[name] for name in _STATE]))])


async def write_events(connection: Connection, rows: Sequence[Cells]) -> None:
    """Append events as they stand in a log."""
    await connection.many(_INSERT_EVENTS, rows)


async def begin_state(connection: Connection, now: Incident) -> None:
    """Write the state of an incident anew, all that its log makes: itself, and nothing of its posts and replies yet."""
    await write_incident(connection, now)
    for table in (DRAFTS, TAGS, TRIAGE):
        await connection.execute(delete(table).where(table.c.incident == now.id))


async def go_on(connection: Connection, now: Incident, keys: Iterable[PostKey]) -> None:
    """Write an incident as it is now, and take away the state of posts that is to be written anew."""
    await write_incident(connection, now)
    await connection.many("DELETE FROM triage WHERE incident = ? AND post = ?", [(now.id, key) for key in keys])


async def write_states(connection: Connection, now: Incident, states: Mapping[PostKey, Triage]) -> None:
    """Write the state of posts, wherever they are stored."""
    ids = await ids_of(connection, now.room, states)
    await write_triage(connection, now.id, [
        (key, ids.get(key), state) for key, state in states.items() if state != UNTOUCHED or key in ids])


def clean_event(new: NewEvent) -> NewEvent:
    """Return the event with its text as every database can hold it, before its hash is made."""
    return replace(
        new, actor=storable(new.actor), summary=storable(new.summary), post_url=storable(new.post_url),
        content_sha256=storable(new.content_sha256), tags=tuple(map(storable, new.tags)),
        post=None if new.post is None else PostKey(storable(new.post)),
        details={storable(name): _clean(value) for name, value in new.details.items()},
    )


def _clean(value: Json) -> Json:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Mapping):
        return {storable(name): _clean(part) for name, part in value.items()}
    if isinstance(value, Sequence):
        return [_clean(part) for part in value]
    return value

