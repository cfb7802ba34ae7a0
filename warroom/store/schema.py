"""The tables, as SQLAlchemy Core sees them; what creates them stands in ``migrations``.

``posts`` is the record. ``facets`` (what filters look at) and ``words`` (what a search looks at) are drawn from it and
are written in the same transaction. Times are whole microseconds since 1970, so that they sort and are exact.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Table, Text

METADATA: Final = MetaData()


def _table(name: str, *columns: Column[str] | Column[int] | Column[float] | Column[bytes]) -> Table:
    return Table(name, METADATA, *columns)


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _whole(*names: str) -> list[Column[int]]:
    return [Column(name, Integer) for name in names]


#: One row a post, as it stands now; ``id`` is the order of arrival over all rooms. A post of ``context`` was fetched
#: with a conversation and holds no term of ours: it has no row in ``facets`` and no words, so that no list, gauge or
#: model meets it.
POSTS: Final = _table(
    "posts",
    Column("id", Integer, primary_key=True),
    *_texts("room", "platform", "native_id", "author", "author_name", "text", "place", "url", "lang", "root_id",
            "parent_id", "repost_of", "quoted", "media_alt", "links", "hashtags"),
    *_whole("reach", "verified", "replies", "reposts", "likes", "created", "received", "version", "deleted"),
    Column("sha", LargeBinary),
    Column("digest", LargeBinary),
    *_whole("context"),
)

#: What filters look at, clustered by room and id. ``mood`` is one of the numbers of ``rows.MOODS``; ``text`` is the
#: beginning of the text's digest. What never changes is looked up by marks in ``words`` and has no index here: a tree
#: that grows at random places would write a page for every post.
FACETS: Final = _table(
    "facets",
    Column("room", Text, primary_key=True),
    Column("id", Integer, primary_key=True),
    *_texts("platform", "handle", "lang"),
    *_whole("created", "reach", "mood"),
    Column("valence", Float),
    *_whole("verified", "reply", "repost", "edited", "deleted", "text"),
)

#: Earlier versions of edited posts, as JSON.
VERSIONS: Final = _table(
    "post_versions",
    Column("post_id", Integer, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("sha", LargeBinary),
    *_texts("body"),
    *_whole("replaced"),
)

#: Posts whose deletion came before they did.
TOMBSTONES: Final = _table(
    "tombstones",
    *(Column(name, Text, primary_key=True) for name in ("room", "platform", "native_id")),
    *_whole("at"),
)

#: Rooms and how many posts each holds.
ROOMS: Final = _table("rooms", Column("room", Text, primary_key=True), *_whole("posts"))

#: Where each source of a room resumes.
CURSORS: Final = _table(
    "cursors",
    Column("room", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    *_texts("cursor"),
    *_whole("at"),
)

#: What the model said of a text, by its digest; ``reason`` stands where it has no score.
SCORES: Final = _table(
    "scores",
    Column("digest", LargeBinary, primary_key=True),
    *(Column(name, Float) for name in ("negative", "neutral", "positive")),
    *_texts("model", "reason"),
    *_whole("at"),
)

#: The log: the rows that every export has (docs/exports.md). Triggers refuse updates and deletions.
EVENTS: Final = _table(
    "events",
    Column("incident", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    *_texts("id", "occurred_at", "recorded_at", "type", "actor", "summary", "details"),
    *_whole("severity"),
    *_texts("platform", "post", "post_url", "content_sha256", "tags"),
    *_whole("pinned", "drill"),
    *_texts("prev_hash", "hash"),
)

#: State that the log can rebuild: incidents, and what the team did to posts (``post_id`` is NULL until it is stored).
INCIDENTS: Final = _table(
    "incidents",
    Column("id", Text, primary_key=True),
    *_texts("kind", "room", "title"),
    *_whole("opened", "closed", "severity", "head_seq"),
    *_texts("head_hash", "story", "cluster", "strategy"),
)
TRIAGE: Final = _table(
    "triage",
    Column("incident", Text, primary_key=True),
    Column("post", Text, primary_key=True),
    *_whole("post_id"),
    *_texts("status", "holder", "tags"),
    *_whole("snoozed_until"),
    *_texts("reason", "escalated_to"),
    *_whole("pinned", "notes"),
    *_texts("label"),
    *_whole("checked"),
)
TAGS: Final = _table(
    "triage_tags",
    Column("incident", Text, primary_key=True),
    Column("tag", Text, primary_key=True),
    Column("post_id", Integer, primary_key=True),
)

#: State that the log can rebuild: replies on their way out.
DRAFTS: Final = _table(
    "drafts",
    Column("incident", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    *_texts("post", "platform", "text", "author", "state"),
    *_whole("version"),
    *_texts("account"),
    *_whole("since"),
    *_texts("reason", "native_id", "url"),
    *_whole("sent"),
    *_texts("statement", "approvals", "overrides"),
    *_whole("private"),
    *_texts("batch", "follows", "writers", "seen"),
)

#: What is usual in a room, by scope, as JSON. Stored posts could teach it again, but for when a feed was down.
BASELINES: Final = _table(
    "baselines",
    Column("room", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    *_texts("state"),
    *_whole("at"),
)

#: Texts that are being written. They are no state of the log: what is handed in becomes a draft, which is.
MANUSCRIPTS: Final = _table(
    "manuscripts",
    Column("incident", Text, primary_key=True),
    Column("post", Text, primary_key=True),
    *_texts("text", "statement", "author"),
    *_whole("version", "at"),
    *_texts("writers", "overrides"),
    *_whole("split"),
)
