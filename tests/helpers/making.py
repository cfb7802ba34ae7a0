"""Posts, items and logs for tests: made by hand with few words, or drawn by Hypothesis in all their forms."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from warroom.domain.errors import BadMove
from warroom.domain.events import GENESIS, Event, EventType, NewEvent, seal
from warroom.domain.incident import Incident, Kind, fold
from warroom.domain.item import Item
from warroom.domain.model import LIVE, Label, Platform, Post, PostKey, Score, Unscored
from warroom.domain.triage import UNTOUCHED, Triage, Verb, changes, move
from warroom.domain.wire import Json, changes_to_json

# Drawn values are judged by what they show, not by how busy the machine is.
settings.register_profile("room", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("room")

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

#: Texts that once broke something somewhere: they go through every export.
HOSTILE = (
    "\x1b]0;owned\x07title \x1b[31mred\x1b[0m \x9b2J",
    "[click](javascript:alert(1)) <script>alert(1)</script> ![x](http://evil.example/x.png)",
    "| cell | `code` | \n\n# heading\n- item\n1. one\n<!-- --> &lt; **bold** _it_ ~~no~~ $x$ @everyone #12",
    '=HYPERLINK("http://evil.example","x")', "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", ' "=1',
    "＝1+1",
    "\u202egnp.exe\u202c \u2066x\u2069 pay\u200bpal a\u0301\u0301\u0301\u0301\u0301\u0301",
    "👩‍👩‍👧 🏳️‍🌈 می‌خواهم क्‍ष ภาษาไทย é", "", " ", "\u2028line\u2029para\x85next\x0btab\tend", "\ufeffbom \ufffe",
    "ends in a backslash \\", "```\nfence\n```", "www.evil.example http://evil.example a@b.example",
)

#: Any text that a store can hold: no NUL, no lone surrogate.
TEXTS = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60),
)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
IDS = st.from_regex(r"[A-Za-z0-9:/._-]{1,20}", fullmatch=True)
COUNTS = st.none() | st.integers(0, 2**63 - 1)
LISTS = st.lists(TEXTS, max_size=2).map(tuple)
POSTS = st.builds(
    Post, platform=st.sampled_from(Platform), native_id=IDS, author=TEXTS.filter(bool), text=TEXTS, created_at=MOMENTS,
    author_name=TEXTS, reach=COUNTS, verified=st.booleans(), place=TEXTS, url=TEXTS, lang=TEXTS, root_id=TEXTS,
    parent_id=TEXTS, repost_of=TEXTS, quoted=TEXTS, media_alt=LISTS, links=LISTS, hashtags=LISTS, replies=COUNTS,
    reposts=COUNTS, likes=COUNTS,
)
SHARES = st.floats(0, 1)
SCORES = st.none() | st.builds(Score, SHARES, SHARES, SHARES, TEXTS) | st.builds(Unscored, TEXTS)


def post(native_id: str = "1", text: str = "my order never came", **other: Any) -> Post:
    return Post(**{"platform": Platform.MASTODON, "native_id": native_id, "author": "ana@example.social", "text": text,
                   "created_at": START, **other})


def item(number: int = 1, text: str = "my order never came", *, room: str = LIVE, score: Score | None = None,
         triage: Triage = UNTOUCHED, version: int = 1, deleted_at: datetime | None = None, **other: Any) -> Item:
    return Item(id=number, room=room, post=post(str(number), text, **other), received_at=START, score=score,
                triage=triage, version=version, deleted_at=deleted_at)


async def stream(items: Iterable[Item]) -> AsyncIterator[Item]:
    for each in items:
        yield each


class Book:
    """An incident and its log, written as the desk writes it, without a store. A minute passes with every event."""

    def __init__(self, items: Iterable[Item] = (), *, kind: Kind = Kind.INCIDENT, title: str = "Late orders") -> None:
        self.room = "drill-1" if kind is Kind.DRILL else LIVE
        self.id = "drill-1" if kind is Kind.DRILL else "inc-1"
        self.kind = kind
        self.events: list[Event] = []
        self.now = START
        self._items = {each.key: each for each in items}
        self.states: dict[PostKey, Triage] = {}
        self.incident: Incident | None = None
        self.write(EventType.OPENED, "mara", f"opened: {title}", {"kind": str(kind), "room": self.room, "title": title})

    @property
    def opened(self) -> Incident:
        assert self.incident is not None
        return self.incident

    @property
    def items(self) -> list[Item]:
        return [replace(each, triage=self.states.get(key, UNTOUCHED)) for key, each in self._items.items()]

    def write(self, kind: EventType, actor: str, summary: str, details: Mapping[str, Json] | None = None,
              **other: Any) -> Event:
        new = NewEvent(type=kind, actor=actor, summary=summary, occurred_at=self.now, details=details or {}, **other)
        event = seal(new, incident=self.id, seq=len(self.events) + 1, recorded_at=self.now + timedelta(seconds=1),
                     drill=self.kind is Kind.DRILL, prev_hash=self.events[-1].hash if self.events else GENESIS)
        self.incident = fold(self.incident, event)
        self.events.append(event)
        self.now += timedelta(minutes=1)
        return event

    def act(
        self, verb: Verb, key: PostKey, actor: str = "mara", value: str = "", until: datetime | None = None,
    ) -> None:
        before = self.states.get(key, UNTOUCHED)
        after = move(before, verb, actor=actor, value=value, until=until)
        self.states[key] = after
        said = self._items[key].post
        self.write(EventType.LABEL if verb is Verb.CHECK else EventType[verb.name], actor, f"{verb} — {said.text}", {
            "changes": changes_to_json(changes(before, after)), "value": value}, post=key, platform=said.platform,
            post_url=said.url, content_sha256=said.content_sha256, tags=after.tags, pinned=after.pinned)

    def close(self, reason: str = "all is well") -> None:
        self.write(EventType.CLOSED, "mara", f"closed: {reason}",
                   {"changes": {"closed": [False, True]}, "reason": reason})

    def severity(self, level: int) -> None:
        before = self.opened.severity
        self.write(EventType.SEVERITY, "mara", f"SEV{level}", {"changes": {"severity": [before, level]}},
                   severity=level)


#: One thing that somebody tries: a verb, which post, who, with which word.
TRIES = st.tuples(st.sampled_from(Verb), st.integers(0, 3), st.sampled_from(["mara", "jo", "watch"]),
                  TEXTS | st.sampled_from(Label))


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A log of random acts on random posts, as long as the table of moves allows them."""
    kind = draw(st.sampled_from(Kind))
    room = "drill-1" if kind is Kind.DRILL else LIVE
    drawn = draw(st.lists(POSTS, min_size=1, max_size=4, unique_by=lambda each: each.key))
    items = [
        Item(id=number, room=room, post=each, received_at=draw(MOMENTS), version=draw(st.integers(1, 9)),
             deleted_at=draw(st.none() | MOMENTS), score=draw(SCORES))
        for number, each in enumerate(drawn, 1)
    ]
    book = Book(items, kind=kind, title=draw(TEXTS))
    keys = [each.key for each in items]
    for verb, which, actor, value in draw(st.lists(TRIES, max_size=12)):
        try:
            book.act(verb, keys[which % len(keys)], actor, value, until=START + timedelta(hours=which))
        except BadMove:
            continue
    if draw(st.booleans()):
        book.severity(draw(st.integers(1, 4)))
    if draw(st.booleans()):
        book.close(draw(TEXTS))
    return book
