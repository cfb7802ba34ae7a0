"""Posts, events and acts for tests of the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from warroom.domain import triage as triage_
from warroom.domain.events import EventType, NewEvent
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Gone, Platform, Post, PostKey, Score
from warroom.domain.query import parse
from warroom.domain.triage import Verb
from warroom.domain.wire import changes_to_json
from warroom.ports import Batch, Decide, Store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


#: A score that is plainly bad.
BAD = Score(0.9, 0.05, 0.05, "m1")


def post(name: str = "t1", text: str = "Refund me now", **more: object) -> Post:
    given: dict[str, object] = {
        "platform": Platform.REDDIT, "native_id": name, "author": "mara", "text": text, "created_at": NOON, **more}
    return Post(**given)  # type: ignore[arg-type]


def gone(name: str = "t1", minutes: float = 5) -> Gone:
    return Gone(Platform.REDDIT, name, NOON + timedelta(minutes=minutes))


def key(name: str = "t1") -> PostKey:
    return PostKey(f"reddit:{name}")


def batch(*posts: Post | Gone, cursor: str = "") -> Batch:
    return Batch(posts, cursor)


async def add(store: Store, *posts: Post | Gone, room: str = "live") -> list[Item]:
    return list((await store.add(room, "test", batch(*posts), NOON)).new)


async def found(store: Store, words: str, **more: str) -> list[str]:
    """The ids of the live posts that a filter finds, the newest first."""
    return [item.post.native_id for item in await store.page("live", parse(words, now=NOON), **more)]  # type: ignore[arg-type]


def opened(*, kind: str = "incident", room: str = "live", title: str = "Recall") -> NewEvent:
    return NewEvent(type=EventType.OPENED, actor="mara", summary=f"opened: {title}", occurred_at=NOON,
                    details={"kind": kind, "room": room, "title": title})


def opening(**more: str) -> Decide:
    return lambda incident, items: [opened(**more)]


def noted(words: str = "a note", actor: str = "mara") -> NewEvent:
    return NewEvent(type=EventType.NOTE, actor=actor, summary=words, occurred_at=NOON)


def acting(verb: Verb, keys: Sequence[PostKey], value: str = "", *, actor: str = "mara",
           until: datetime | None = None) -> Decide:
    def decide(incident: Incident | None, items: Mapping[PostKey, Item]) -> list[NewEvent]:
        made = []
        for name in keys:
            before = items[name].triage
            after = triage_.move(before, verb, actor=actor, value=value, until=until)
            made.append(NewEvent(
                type=EventType.TAG, actor=actor, summary=f"{verb} {value}", occurred_at=NOON, post=name,
                details={"changes": changes_to_json(triage_.changes(before, after))}))
        return made

    return decide


async def act(store: Store, verb: Verb, *keys: PostKey, value: str = "", incident: str = "inc-1",
              until: datetime | None = None) -> None:
    await store.commit(incident, keys, acting(verb, keys, value, until=until), NOON)
