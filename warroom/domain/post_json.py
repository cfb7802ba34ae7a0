"""A post as JSON, and back: the one mapping that exports, the command line and replay share."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from warroom.domain.model import Platform, Post
from warroom.domain.wire import Json, from_stamp, stamp

# An epoch beyond this many seconds (year 5138) can only have been meant in milliseconds.
_MILLISECONDS: Final = 1e11
# What every database holds.
_MOST: Final = 2**63 - 1


def post_to_json(post: Post) -> dict[str, Json]:
    """Give every field of a post as JSON, always all of them and in the same order."""
    return {
        "platform": post.platform.value,
        "native_id": post.native_id,
        "author": post.author,
        "author_name": post.author_name,
        "reach": post.reach,
        "verified": post.verified,
        "place": post.place,
        "text": post.text,
        "created_at": stamp(post.created_at),
        "url": post.url,
        "lang": post.lang,
        "root_id": post.root_id,
        "parent_id": post.parent_id,
        "repost_of": post.repost_of,
        "quoted": post.quoted,
        "media_alt": list(post.media_alt),
        "links": list(post.links),
        "hashtags": list(post.hashtags),
        "replies": post.replies,
        "reposts": post.reposts,
        "likes": post.likes,
    }


def post_from_json(raw: Mapping[str, object]) -> Post:
    """Read what :func:`post_to_json` wrote, or less: only platform, id, author, text and created_at must be there.

    ``id`` stands for ``native_id`` where that is missing; ``null`` is a missing field; other keys are ignored.
    ``created_at`` is ISO 8601 with an offset or seconds (beyond 1e11: milliseconds) since 1970. Raises ValueError
    with words that name the field.
    """
    id_field = "native_id" if raw.get("native_id") is not None else "id"
    return Post(
        platform=_platform(raw),
        native_id=_id(raw, id_field),
        author=_required(raw, "author"),
        text=_required(raw, "text", empty=True),
        created_at=moment_from_json(raw.get("created_at"), "created_at"),
        author_name=_text(raw, "author_name"),
        reach=_count(raw, "reach"),
        verified=_flag(raw, "verified"),
        place=_text(raw, "place"),
        url=_text(raw, "url"),
        lang=_text(raw, "lang"),
        root_id=_text(raw, "root_id"),
        parent_id=_text(raw, "parent_id"),
        repost_of=_text(raw, "repost_of"),
        quoted=_text(raw, "quoted"),
        media_alt=_texts(raw, "media_alt"),
        links=_texts(raw, "links"),
        hashtags=_texts(raw, "hashtags"),
        replies=_count(raw, "replies"),
        reposts=_count(raw, "reposts"),
        likes=_count(raw, "likes"),
    )


def moment_from_json(value: object, field: str) -> datetime:
    """Read a time as aware UTC from ISO 8601 with an offset or an epoch number. Raises ValueError, naming ``field``."""
    if value is None:
        raise ValueError(f"{field} is missing")
    try:
        if isinstance(value, str):
            return from_stamp(value)
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return datetime.fromtimestamp(value / 1000 if abs(value) > _MILLISECONDS else value, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(f"{field} is not a time with a zone") from error
    raise ValueError(f"{field} is not a time with a zone")


def _platform(raw: Mapping[str, object]) -> Platform:
    value = raw.get("platform")
    if value is None:
        raise ValueError("platform is missing")
    if isinstance(value, str) and value.lower() in set(Platform):
        return Platform(value.lower())
    raise ValueError(f"platform is none of {', '.join(Platform)}")


def _id(raw: Mapping[str, object], field: str) -> str:
    value = raw.get(field)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _required(raw, field)


def _required(raw: Mapping[str, object], field: str, *, empty: bool = False) -> str:
    if raw.get(field) is None:
        raise ValueError(f"{field} is missing")
    value = _text(raw, field)
    if not value and not empty:
        raise ValueError(f"{field} is empty")
    return value


def _text(raw: Mapping[str, object], field: str) -> str:
    value = raw.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{field} is not a text")
    return value


def _texts(raw: Mapping[str, object], field: str) -> tuple[str, ...]:
    value = raw.get(field)
    if value is None:
        return ()
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        raise ValueError(f"{field} is not a list of texts")
    texts = tuple(text for text in value if isinstance(text, str))
    if len(texts) != len(value):
        raise ValueError(f"{field} is not a list of texts")
    return texts


def _count(raw: Mapping[str, object], field: str) -> int | None:
    value = raw.get(field)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{field} is not a whole number")
    if abs(value) > _MOST:
        raise ValueError(f"{field} is beyond any count")
    return value


def _flag(raw: Mapping[str, object], field: str) -> bool:
    value = raw.get(field)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise ValueError(f"{field} is not true or false")
    return value
