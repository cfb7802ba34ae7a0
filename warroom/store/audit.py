"""Checking a log against itself and against the state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from sqlalchemy import select

from warroom.domain import drafts
from warroom.domain.errors import BadLog
from warroom.domain.events import Break, Event, first_break
from warroom.domain.incident import Incident, rebuild
from warroom.domain.model import PostKey
from warroom.domain.reply import Draft
from warroom.domain.triage import UNTOUCHED, Triage
from warroom.ports import Verdict
from warroom.store import log
from warroom.store.connection import Connection
from warroom.store.rows import Row, draft_row, incident_row, plain, to_triage, triage_row
from warroom.store.schema import DRAFTS, EVENTS, INCIDENTS, TAGS, TRIAGE


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
    """Name every incident that has a log or a state, but for those that an import is not done with."""
    found = dict.fromkeys(row[0] for row in await connection.execute(select(INCIDENTS.c.id)))
    found |= dict.fromkeys(row[0] for row in await connection.execute(select(EVENTS.c.incident).distinct()))
    coming = {row[0] for row in await connection.rows("SELECT incident FROM arriving")}
    return [str(name) for name in found if name not in coming]
