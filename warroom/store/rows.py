"""Posts, items, scores, incidents and triage as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final, TypeAlias

from warroom.domain import triage as triage_
from warroom.domain.drafts import approval_to_json, approvals_from_json, overrides_from_json, writers_from_json
from warroom.domain.errors import BadLog
from warroom.domain.incident import Incident, Kind
from warroom.domain.item import Item
from warroom.domain.model import Label, Platform, Post, PostKey, Score, Sentiment, Unscored, digest, storable
from warroom.domain.post_json import post_to_json
from warroom.domain.quick import thawed
from warroom.domain.reply import Draft, DraftState, Sent
from warroom.domain.triage import UNTOUCHED, Status, Triage
from warroom.domain.wire import Json, canonical, from_stamp

Cell: TypeAlias = "str | int | float | bytes | None"
Cells: TypeAlias = dict[str, Cell]
Row: TypeAlias = Mapping[str, Cell]
Tuple: TypeAlias = tuple[Cell, ...]

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)
# What json.dumps makes of a text; a list of them for each post by way of it costs more than all else in a row.
_quote: Final = json.encoder.encode_basestring_ascii
_MOST: Final = 2**63 - 1
_PLATFORMS: Final = {str(platform): platform for platform in Platform}
#: What ``facets.mood`` counts: 0 waits for the model, 1 has no score and gets none, the rest are labels.
MOODS: Final = {Sentiment.NEGATIVE: 2, Sentiment.NEUTRAL: 3, Sentiment.POSITIVE: 4}

#: What :func:`to_items` reads, in this order; p, s and t are posts, scores and triage.
ITEM: Final = (
    "p.id, p.room, p.platform, p.native_id, p.author, p.author_name, p.text, p.place, p.url, p.lang, p.root_id, "
    "p.parent_id, p.repost_of, p.quoted, p.media_alt, p.links, p.hashtags, p.reach, p.verified, p.replies, p.reposts, "
    "p.likes, p.created, p.received, p.version, p.deleted, s.negative, s.neutral, s.positive, s.model, s.reason, "
    "t.status, t.holder, t.tags, t.snoozed_until, t.reason AS why, t.escalated_to, t.pinned, t.notes, "
    "t.label, t.checked, p.context"
)


def ticks(moment: datetime) -> int:
    """Give an aware time as whole microseconds since 1970."""
    return (moment - EPOCH) // _TICK


#: Posts of one batch share the time when they came.
_received: Final = lru_cache(maxsize=16)(ticks)


def moment(count: int) -> datetime:
    """Give microseconds since 1970 as aware UTC."""
    return EPOCH + timedelta(microseconds=count)


def _several(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_quote, texts))}]" if texts else ""


def split(text: str) -> tuple[str, ...]:
    """Read a list of texts as a row of ``posts`` holds it."""
    return tuple(json.loads(text)) if text else ()


def _bounded(number: int | None) -> int | None:
    return number if number is None or -_MOST <= number <= _MOST else (_MOST if number > 0 else -_MOST)


def clean(post: Post) -> Post:
    """Return the post as the database can hold it: text without NUL and lone surrogates, counts of 64 bits."""
    texts = [post.text, post.author, post.author_name, post.native_id, post.place, post.url, post.lang, post.root_id,
             post.parent_id, post.repost_of, post.quoted, *post.media_alt, *post.links, *post.hashtags]
    together = "".join(texts)
    if ("\0" in together or not together.isascii()) and storable(together) != together:
        post = replace(
            post, text=storable(post.text), author=storable(post.author), author_name=storable(post.author_name),
            native_id=storable(post.native_id), place=storable(post.place), url=storable(post.url),
            lang=storable(post.lang), root_id=storable(post.root_id), parent_id=storable(post.parent_id),
            repost_of=storable(post.repost_of), quoted=storable(post.quoted),
            media_alt=tuple(map(storable, post.media_alt)), links=tuple(map(storable, post.links)),
            hashtags=tuple(map(storable, post.hashtags)))
    if max(abs(post.reach or 0), abs(post.replies or 0), abs(post.reposts or 0), abs(post.likes or 0)) > _MOST:
        post = replace(post, reach=_bounded(post.reach), replies=_bounded(post.replies),
                       reposts=_bounded(post.reposts), likes=_bounded(post.likes))
    return post if post.created_at.tzinfo is UTC else replace(post, created_at=post.created_at.astimezone(UTC))


def post_row(item: Item, sha: bytes) -> Tuple:
    """Give the row of ``posts``, in the order of its columns."""
    post = item.post
    return (
        item.id, item.room, post.platform._value_, post.native_id, post.author, post.author_name, post.text, post.place,
        post.url, post.lang, post.root_id, post.parent_id, post.repost_of, post.quoted, _several(post.media_alt),
        _several(post.links), _several(post.hashtags), post.reach, int(post.verified), post.replies, post.reposts,
        post.likes, ticks(post.created_at), _received(item.received_at), item.version,
        None if item.deleted_at is None else ticks(item.deleted_at), sha, digest(post.text), int(item.context),
    )


def text_number(name: bytes) -> int:
    """Give the beginning of a digest as the number that ``facets.text`` holds."""
    return int.from_bytes(name[:8], "big", signed=True)


def mood(score: Score | Unscored | None) -> int:
    """Give the number under which filters find a score."""
    if score is None:
        return 0
    return 1 if isinstance(score, Unscored) else MOODS[score.label]


def facet_row(item: Item) -> Tuple:
    """Give the row of ``facets``, in the order of its columns."""
    post, score = item.post, item.score
    return (
        item.room, item.id, post.platform._value_, post.author.casefold(), post.lang.casefold(), ticks(post.created_at),
        post.reach, mood(score), score.valence if isinstance(score, Score) else None, int(post.verified),
        int(bool(post.parent_id)), int(bool(post.repost_of)), int(item.version > 1), int(item.deleted_at is not None),
        text_number(digest(post.text)),
    )


#: The types of :data:`ITEM`, in the same order.
ItemRow: TypeAlias = tuple[
    int, str, str, str, str, str, str, str, str, str, str,
    str, str, str, str, str, str, "int | None", int, "int | None", "int | None",
    "int | None", int, int, int, "int | None", "float | None", "float | None", "float | None", "str | None",
    "str | None", "str | None", "str | None", "str | None", "int | None", "str | None", "str | None", "int | None",
    "int | None", "str | None", "int | None", int,
]


_POST: Final = thawed(Post)
_ITEM: Final = thawed(Item)
_SCORE: Final = thawed(Score)


def to_items(rows: Iterable[ItemRow]) -> list[Item]:
    """Read rows of the columns of :data:`ITEM`. A page of 200 was half of what a filter takes: hence no call too many.

    What is made of a row stands in one place for the same reason, and is made unfrozen (see ``quick``).
    """
    items, at, received_at = [], 0, EPOCH
    for (id_, room, platform, native_id, author, author_name, text, place, url, lang, root_id,
         parent_id, repost_of, quoted, media_alt, links, hashtags, reach, verified, replies, reposts,
         likes, created, received, version, deleted, negative, neutral, positive, model, unscored,
         status, holder, tags, until, why, escalated_to, pinned, notes, label, checked, context) in rows:
        post = _POST(
            _PLATFORMS[platform], native_id, author, text, EPOCH + timedelta(0, 0, created), author_name, reach,
            verified == 1, place, url, lang, root_id, parent_id, repost_of, quoted,
            split(media_alt) if media_alt else (), split(links) if links else (), split(hashtags) if hashtags else (),
            replies, reposts, likes)
        post.__class__ = Post
        score: Score | Unscored | None = None
        if negative is not None and neutral is not None and positive is not None:
            score = _SCORE(negative, neutral, positive, model)
            score.__class__ = Score
        elif unscored is not None:
            score = Unscored(unscored)
        if received != at:  # posts of one batch share it
            at, received_at = received, moment(received)
        item = _ITEM(
            id_, room, post, received_at, version, None if deleted is None else moment(deleted), score,
            UNTOUCHED if status is None else _known_triage(
                (status, holder, tags, until, why, escalated_to, pinned, notes, label, checked)),
            context == 1)
        item.__class__ = Item
        items.append(item)
    return items


def to_body(post: Post) -> str:
    """Write an earlier version of a post as JSON."""
    return json.dumps(post_to_json(post))


def from_body(body: str) -> Post:
    """Read what :func:`to_body` wrote; unlike a file from outside it is taken as it is."""
    raw = json.loads(body)
    lists = {name: tuple(raw[name]) for name in ("media_alt", "links", "hashtags")}
    return Post(**raw | lists | {"platform": Platform(raw["platform"]), "created_at": from_stamp(raw["created_at"])})


def to_score(negative: Cell, neutral: Cell, positive: Cell, model: Cell, reason: Cell) -> Score | Unscored | None:
    """Read a row of ``scores``; None where there is none."""
    if isinstance(negative, float) and isinstance(neutral, float) and isinstance(positive, float):
        return Score(negative, neutral, positive, str(model))
    return Unscored(reason) if isinstance(reason, str) else None


def score_row(name: bytes, score: Score | Unscored, at: int) -> Cells:
    """Give the row of ``scores``."""
    if isinstance(score, Unscored):
        return {"digest": name, "negative": None, "neutral": None, "positive": None, "model": "",
                "reason": storable(score.reason), "at": at}
    return {"digest": name, "negative": float(score.negative), "neutral": float(score.neutral),
            "positive": float(score.positive), "model": storable(score.model), "reason": None, "at": at}


def triage_row(incident: str, key: PostKey, post_id: int | None, state: Triage) -> Cells:
    """Give the row of ``triage``."""
    return {
        "incident": incident, "post": key, "post_id": post_id, "status": state.status.value, "holder": state.holder,
        "tags": json.dumps(state.tags), "snoozed_until": ticks(state.snoozed_until) if state.snoozed_until else None,
        "reason": state.reason, "escalated_to": state.escalated_to, "pinned": int(state.pinned), "notes": state.notes,
        "label": state.label.value if state.label else "", "checked": int(state.checked),
    }


def to_triage(cells: Sequence[Cell]) -> Triage:
    """Read status, holder, tags, snoozed_until, reason, escalated_to, pinned, notes, label, checked of ``triage``.

    Raises BadLog where they are damaged.
    """
    status, holder, tags, until, reason, escalated_to, pinned, notes, label, checked = cells
    try:
        return Triage(
            status=Status(str(status)), holder=str(holder), tags=tuple(map(str, json.loads(str(tags)))),
            snoozed_until=moment(until) if isinstance(until, int) else None, reason=str(reason),
            escalated_to=str(escalated_to), pinned=bool(pinned), notes=notes if isinstance(notes, int) else 0,
            label=Label(str(label)) if label else None, checked=bool(checked),
        )
    except (ValueError, TypeError, OverflowError) as error:
        raise BadLog("The state of a post cannot be read.", reason=f"{error}.", hint="Run warroom verify.") from error


#: Many posts stand in the same state, and it never changes; what cannot be read is not kept.
_known_triage: Final = lru_cache(maxsize=1024)(to_triage)


def incident_row(now: Incident) -> Cells:
    """Give the row of ``incidents``."""
    return {
        "id": now.id, "kind": now.kind.value, "room": now.room, "title": now.title, "opened": ticks(now.opened_at),
        "closed": ticks(now.closed_at) if now.closed_at else None, "severity": now.severity, "head_seq": now.head_seq,
        "head_hash": now.head_hash, "story": None if now.story is None else canonical(now.story),
        "cluster": now.cluster, "strategy": now.strategy,
    }


def to_incident(row: Row) -> Incident:
    """Read a row of ``incidents``. Raises BadLog where it is damaged."""
    closed, severity, story = row["closed"], row["severity"], row["story"]
    try:
        return Incident(
            id=str(row["id"]), kind=Kind(str(row["kind"])), room=str(row["room"]), title=str(row["title"]),
            opened_at=moment(int(str(row["opened"]))), closed_at=moment(closed) if isinstance(closed, int) else None,
            severity=severity if isinstance(severity, int) else None, head_seq=int(str(row["head_seq"])),
            head_hash=str(row["head_hash"]), story=json.loads(story) if isinstance(story, str) else None,
            cluster=str(row["cluster"]), strategy=str(row["strategy"]),
        )
    except (ValueError, OverflowError) as error:
        raise BadLog("The state of an incident cannot be read.", reason=f"{error}.",
                     hint="Run warroom verify.") from error


def plain(state: Triage) -> dict[str, Json]:
    """Give a state as the log names its fields."""
    return triage_.to_json(state)


def draft_row(incident: str, draft: Draft) -> Cells:
    """Give the row of ``drafts``."""
    sent = draft.sent
    return {
        "incident": incident, "id": draft.id, "post": draft.post or "", "platform": draft.platform.value,
        "text": draft.text, "author": draft.author, "state": draft.state.value, "version": draft.version,
        "account": draft.account, "since": ticks(draft.since), "reason": draft.reason,
        "native_id": sent.native_id if sent else None, "url": sent.url if sent else None,
        "sent": ticks(sent.at) if sent else None, "statement": draft.statement,
        "approvals": canonical([approval_to_json(one) for one in draft.approvals]),
        "overrides": canonical(dict(draft.overrides)), "private": int(draft.private), "batch": draft.batch,
        "follows": draft.follows, "writers": canonical(list(draft.writers)), "seen": draft.seen,
    }


def to_draft(row: Row) -> Draft:
    """Read a row of ``drafts``. Raises BadLog where it is damaged."""
    try:
        platform, native_id, sent = Platform(str(row["platform"])), row["native_id"], row["sent"]
        return Draft(
            id=str(row["id"]), post=PostKey(str(row["post"])) if row["post"] else None, platform=platform,
            text=str(row["text"]), author=str(row["author"]), state=DraftState(str(row["state"])),
            version=int(str(row["version"])), account=str(row["account"]), since=moment(int(str(row["since"]))),
            reason=str(row["reason"]), sent=Sent(platform, native_id, str(row["url"]), moment(sent))
            if isinstance(native_id, str) and isinstance(sent, int) else None,
            statement=str(row["statement"]), approvals=approvals_from_json(json.loads(str(row["approvals"]))),
            overrides=overrides_from_json(json.loads(str(row["overrides"]))), private=bool(row["private"]),
            batch=str(row["batch"]), follows=str(row["follows"]),
            writers=writers_from_json(json.loads(str(row["writers"]))), seen=str(row["seen"]),
        )
    except (ValueError, OverflowError) as error:
        raise BadLog("The state of a reply cannot be read.", reason=f"{error}.", hint="Run warroom verify.") from error
