"""A submission or a comment of Reddit, as its API tells it, in our own words.

Source: https://github.com/reddit-archive/reddit/wiki/JSON and https://www.reddit.com/dev/api.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sources._reddit_markdown import part_quotes, to_text
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.text import web_link

#: The name that stands where an author is gone or hidden.
DELETED: Final = "[deleted]"
#: A full name: kind (t1 comment, t3 submission) and number in base 36.
FULLNAME: Final = re.compile(r"t[13]_[0-9a-z]{1,13}")

_NUMBER: Final = re.compile(r"[0-9a-z]{1,13}")
_KINDS: Final = {"t1": "t1", "t3": "t3"}
#: Reddit opened in that month: an earlier time is a mistake.
_OPENED: Final = datetime(2005, 6, 1, tzinfo=UTC)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_AHEAD: Final = timedelta(minutes=5)
#: Titles have at most 300 characters, submissions 40,000, comments 10,000; signs of markdown may double that.
_LONGEST: Final = 100_000
_MOST: Final = 64
_GONE: Final = re.compile(
    r"\[\s*(?:deleted|removed)(?:\s+by\s+(?:user|moderators?|mods?|reddit)\b[^\]\n]{0,200})?\s*\]", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"\[\s*(?:unavailable|blocked)\s*\]", re.IGNORECASE)
_URL: Final = re.compile(r"https?://[^\s<>\"\\`\])]+(?:\([^\s<>\"()]*\))?[^\s<>\"\\`\])]*", re.IGNORECASE)
_TRAILING: Final = ".,;:!?'*_~"
_PATH: Final = re.compile(r"/r/[^/]+/comments/([0-9a-z]{1,13})(?:/|$)|/user/[^/]+/comments/([0-9a-z]{1,13})(?:/|$)")
_PLACE: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class UnreadableError(ValueError):
    """An item that cannot be read; the words are the reason that is counted."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where links lead to (``www``, without a slash at its end), and the present time (aware UTC)."""

    www: str
    now: datetime


def to_post(raw: object, site: Site) -> Post | Gone:
    """Read one item of a listing: ``{"kind": "t1" or "t3", "data": {...}}``.

    What was deleted or removed is Gone at the present time, for nobody tells when. Raises UnreadableError with the
    reason to count.
    """
    item = _map(raw)
    data, kind = _map(item.get("data")), _KINDS.get(_text(item.get("kind")), "")
    if not item or not data:
        raise UnreadableError("an item without data")
    if not kind:
        raise UnreadableError("an item of another kind")
    name = fullname(raw)
    if not name:
        raise UnreadableError("an item without a usable id")
    return _comment(name, data, site) if kind == "t1" else _submission(name, data, site)


def fullname(raw: object) -> str:
    """The full name of an item ("t3_abc"), "" where it has none that can be used."""
    item = _map(raw)
    kind, data = _text(item.get("kind")), _map(item.get("data"))
    name, number = data.get("name"), data.get("id")
    if isinstance(name, str) and FULLNAME.fullmatch(name):
        return name if not kind or name.startswith(kind) else ""
    if kind in _KINDS and isinstance(number, str) and _NUMBER.fullmatch(number):
        return f"{kind}_{number}"
    return ""


def when(raw: object) -> datetime | None:
    """When an item was made (aware UTC), None where it does not tell or cannot be right."""
    data = _map(_map(raw).get("data"))
    return _moment(data.get("created_utc")) or _moment(data.get("created"))


def subreddit_of(raw: object) -> tuple[str, str, int | None]:
    """The subreddit of an item: its name in small letters, its full name (t5_...), its subscribers (None: not told)."""
    data = _map(_map(raw).get("data"))
    place, name = _text(data.get("subreddit")).lower(), _text(data.get("subreddit_id"))
    return place, name if re.fullmatch(r"t5_[0-9a-z]{1,13}", name) else "", count(data.get("subreddit_subscribers"))


def count(value: object) -> int | None:
    """A count as Reddit tells it; None for what is none."""
    number = _signed(value)
    return number if number is not None and number >= 0 else None


def _submission(name: str, data: Mapping[str, object], site: Site) -> Post | Gone:
    title, body = data.get("title"), data.get("selftext")
    if not isinstance(title, str) and not isinstance(body, str):
        raise UnreadableError("a submission without words")
    title, body = _words(title), _words(body)
    if _HIDDEN.fullmatch(body) or _HIDDEN.fullmatch(title):
        raise UnreadableError("a post that is not shown to us")
    if _GONE.fullmatch(body) or _GONE.fullmatch(title) or _text(data.get("removed_by_category")):
        return Gone(Platform.REDDIT, name, site.now)
    cross = _first(data.get("crosspost_parent_list"))
    repost = _text(data.get("crosspost_parent"))
    return Post(
        platform=Platform.REDDIT,
        native_id=name,
        author=_author(data),
        text=_joined(title, body),
        created_at=_created(data, site.now),
        reach=count(data.get("subreddit_subscribers")),
        place=_place(data),
        url=_address(name, data, site, root=""),
        repost_of=repost if FULLNAME.fullmatch(repost) else "",
        quoted=_joined(_words(cross.get("title")), _words(cross.get("selftext"))),
        media_alt=_captions(data),
        links=_once(link for link in (*_outside(data), *_urls(body)) if web_link(link)),
        replies=count(data.get("num_comments")),
        reposts=count(data.get("num_crossposts")),
        likes=None if data.get("hide_score") is True else _score(data),
    )


def _comment(name: str, data: Mapping[str, object], site: Site) -> Post | Gone:
    body = data.get("body")
    if not isinstance(body, str):
        raise UnreadableError("a comment without words")
    body = _words(body)
    if _HIDDEN.fullmatch(body):
        raise UnreadableError("a post that is not shown to us")
    if _GONE.fullmatch(body):
        return Gone(Platform.REDDIT, name, site.now)
    text, quoted = part_quotes(body)
    parent, root = _text(data.get("parent_id")), _root(data)
    parent = parent if FULLNAME.fullmatch(parent) else root
    return Post(
        platform=Platform.REDDIT,
        native_id=name,
        author=_author(data),
        text=text,
        created_at=_created(data, site.now),
        place=_place(data),
        url=_address(name, data, site, root=root),
        root_id=root or parent,
        parent_id=parent,
        quoted=quoted,
        links=_once(link for link in _urls(body) if web_link(link)),
        likes=None if data.get("score_hidden") is True else _score(data),
    )


def _root(data: Mapping[str, object]) -> str:
    """The submission that a comment belongs to; in the inbox only its address tells."""
    link = _text(data.get("link_id"))
    if link.startswith("t3_") and FULLNAME.fullmatch(link):
        return link
    for key in ("permalink", "context", "link_permalink"):
        match = _PATH.search(_text(data.get(key)))
        if match:
            return f"t3_{match[1] or match[2]}"
    return ""


def _address(name: str, data: Mapping[str, object], site: Site, *, root: str) -> str:
    path = (_text(data.get("permalink")) or _text(data.get("context"))).partition("?")[0]
    url = f"{site.www}{path}"
    if path.startswith("/") and _PATH.match(path) and web_link(url):
        return url
    place = _place(data)
    where = f"{site.www}/{place}/comments/" if place else f"{site.www}/comments/"
    if not root:
        return f"{where}{name[3:]}/" if name.startswith("t3_") else ""
    return f"{where}{root[3:]}/_/{name[3:]}/"


def _place(data: Mapping[str, object]) -> str:
    name = _text(data.get("subreddit"))
    if not _PLACE.fullmatch(name):
        return ""
    # A person's own page is a subreddit whose name begins with "u_".
    return f"u/{name[2:]}" if name.startswith("u_") else f"r/{name}"


def _author(data: Mapping[str, object]) -> str:
    name = _text(data.get("author")).strip()
    return name[:64] if name else DELETED


def _created(data: Mapping[str, object], now: datetime) -> datetime:
    said = _moment(data.get("created_utc")) or _moment(data.get("created"))
    return said if said is not None and said <= now + _AHEAD else now


def _moment(value: object) -> datetime | None:
    """Read seconds or milliseconds since 1970, as a number or as digits, or an ISO 8601 time (a naive one as UTC)."""
    try:
        if isinstance(value, str) and len(value) <= 64:
            try:
                value = float(value)
            except ValueError:
                said = datetime.fromisoformat(str(value).strip())
                said = said.replace(tzinfo=UTC) if said.tzinfo is None else said.astimezone(UTC)
                return said if said >= _OPENED else None
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return None
        said = _EPOCH + timedelta(seconds=value if abs(value) < 1e11 else value / 1000)
    except (ValueError, OverflowError):
        return None
    return said if said >= _OPENED else None


def _captions(data: Mapping[str, object]) -> tuple[str, ...]:
    """What is written under the pictures of a gallery, which is all that Reddit has for people who do not see them."""
    items = _list(_map(data.get("gallery_data")).get("items"))
    return _once(_words(_map(item).get("caption"))[:1000] for item in items)


def _outside(data: Mapping[str, object]) -> list[str]:
    """What a submission links to: not itself, and not what is only a place on Reddit."""
    links = [_text(_map(item).get("outbound_url")) for item in _list(_map(data.get("gallery_data")).get("items"))]
    url = _text(data.get("url_overridden_by_dest")) or _text(data.get("url"))
    own = data.get("is_self") is True or (bool(url) and url.endswith(_text(data.get("permalink")) or "\n"))
    return links if own else [url, *links]


def _urls(body: str) -> list[str]:
    return [found.rstrip(_TRAILING) for found in _URL.findall(body)[:_MOST]]


def _score(data: Mapping[str, object]) -> int | None:
    score = _signed(data.get("score"))
    return _signed(data.get("ups")) if score is None else score


def _signed(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if isinstance(value, float) and not value.is_integer():  # also infinity and "not a number"
        return None
    return int(value) if abs(value) < 2**53 else None


def _joined(title: str, body: str) -> str:
    return f"{title}\n\n{body}" if title and body else title or body


def _words(value: object) -> str:
    return to_text(value[:_LONGEST]) if isinstance(value, str) else ""


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word and len(word) <= 2_000))[:_MOST]


def _first(value: object) -> Mapping[str, object]:
    listed = _list(value)
    return _map(listed[0]) if listed else {}


def _list(value: object) -> list[object]:
    return value[:_MOST] if isinstance(value, list) else []


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
