"""Scheduled posts that are held back: what the log says of them, and what people must look after themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from warroom.domain.errors import BadLog
from warroom.domain.events import Event, EventType
from warroom.domain.model import Platform
from warroom.domain.reply import Scheduled
from warroom.domain.text import clip
from warroom.domain.wire import Json, from_stamp, stamp

#: A post is held by moving it out by so much: whole weeks, all by the same, so that no day gets more posts than it had
#: (Mastodon takes 25 a day).
AWAY: Final = timedelta(weeks=52)
#: A platform takes no time nearer than this (Mastodon: five minutes).
NEAREST: Final = timedelta(minutes=6)
_SAME: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A scheduled post that was moved out. ``at`` is its first time, ``until`` where it stands now; both aware UTC."""

    platform: Platform
    id: str
    at: datetime
    until: datetime
    text: str = ""


def held(events: Iterable[Event]) -> dict[tuple[Platform, str], Held]:
    """Fold a log to the posts that it says are held, by platform and id. Raises BadLog where one cannot be read."""
    now: dict[tuple[Platform, str], Held] = {}
    for event in events:
        if event.type not in (EventType.HELD, EventType.UNHELD):
            continue
        try:
            for raw in _rows(event.details.get("posts", ())):
                key = Platform(str(raw["platform"])), str(raw["id"])
                if event.type is EventType.UNHELD:
                    now.pop(key, None)
                    continue
                # Held twice, it still goes back to where it stood first.
                first = now[key].at if key in now else from_stamp(str(raw["at"]))
                now[key] = Held(platform=key[0], id=key[1], at=first, until=from_stamp(str(raw["until"])),
                                text=str(raw.get("text", "")))
            for raw in _rows(event.details.get("failed", ()) if event.type is EventType.HELD else ()):
                now.pop((Platform(str(raw["platform"])), str(raw["id"])), None)
        except (KeyError, ValueError) as error:
            raise BadLog(f"Event {event.id} cannot be.", reason=f"{error}.") from error
    return now


def to_hold(
    platform: Platform, posts: Sequence[Scheduled], known: Mapping[tuple[Platform, str], Held],
) -> list[Held]:
    """Say which scheduled posts are to be moved out, and where to; those that stand out already are left there."""
    chosen = []
    for post in posts:
        before = known.get((platform, post.id))
        if before is not None and abs(post.at - before.until) < _SAME:
            continue
        at = post.at if before is None else before.at
        chosen.append(Held(platform=platform, id=post.id, at=at, until=at + AWAY, text=clip(post.text, 200)))
    return chosen


def to_json(post: Held) -> dict[str, Json]:
    """Give a held post as an event keeps it."""
    return {"platform": str(post.platform), "id": post.id, "at": stamp(post.at), "until": stamp(post.until),
            "text": post.text}


def checklist(platforms: Iterable[Platform]) -> list[str]:
    """What people must do themselves on platforms that have no scheduled posts of their own."""
    return [f"{platform.capitalize()}: pause what other tools have scheduled there." for platform in platforms]


def _rows(raw: Json) -> list[Mapping[str, Json]]:
    if isinstance(raw, str) or not isinstance(raw, Sequence):
        raise ValueError("posts must be a list")
    rows = [row for row in raw if isinstance(row, Mapping)]
    if len(rows) != len(raw):
        raise ValueError("a post must be an object")
    return rows
