"""A status of Mastodon's API in our own words; every field of it may be missing, null, or of any type.

Source: https://docs.joinmastodon.org/entities/Status/. GoToSocial, Pleroma and others send the same with other ids.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from typing import Final

from sources._mastodon_html import Plain, to_plain
from warroom.domain.model import Platform, Post
from warroom.domain.reply import WARNED
from warroom.domain.text import web_link

_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,128}")
_ACCT: Final = re.compile(r"[^\s@/?#]{1,200}(?:@[^\s@/?#]{1,255})?")
_LONGEST: Final = 20_000
_MOST: Final = 64
_AHEAD: Final = timedelta(minutes=5)
#: Before the web there were no posts: an earlier time is a wrong clock.
_FIRST: Final = datetime(1991, 8, 6, tzinfo=UTC)


class UnreadableError(ValueError):
    """An item that cannot be read; the words are the reason that is counted."""


@dataclass(frozen=True, slots=True)
class Note:
    """A status: the post, what terms are looked for in, and ``mark``, which changes when the content does.

    ``edited`` (aware UTC) is when it was last edited, None where it never was or its server does not say.
    """

    post: Post
    heard: str
    mark: bytes
    edited: datetime | None = None


def read_note(raw: object, *, home: str, now: datetime) -> Note:
    """Read a status; ``home`` is the domain of its server, ``now`` when it came (aware UTC).

    Raises UnreadableError with the reason to count.
    """
    if not isinstance(raw, Mapping):
        raise UnreadableError("a post that is no object")
    native_id = read_id(raw.get("id"))
    if not native_id:
        raise UnreadableError("a post without an id")
    account = _map(raw.get("account"))
    author = handle(account, home)
    if not author:
        raise UnreadableError("a post without an author")
    reblog = _map(raw.get("reblog"))
    said = reblog or raw
    body = _Body.of(said)
    url = _link(raw.get("url")) or _link(raw.get("uri"))
    parent = "" if reblog else read_id(raw.get("in_reply_to_id"))
    post = Post(
        platform=Platform.MASTODON,
        native_id=native_id,
        author=author,
        author_name=_text(account.get("display_name")).strip()[:640],
        text=body.text,
        created_at=_believed(raw.get("created_at"), now),
        reach=_count(account.get("followers_count")),
        url=url,
        lang=_lang(said.get("language")),
        # Its own server knows the root only by the whole thread; the nearest thing is the post that it answers.
        root_id=parent,
        parent_id=parent,
        repost_of=read_id(reblog.get("id")),
        quoted=body.quoted,
        media_alt=body.alts,
        links=body.links,
        hashtags=body.hashtags,
        replies=_count(said.get("replies_count")),
        reposts=_count(said.get("reblogs_count")),
        likes=_count(said.get("favourites_count")),
    )
    heard = "\n".join((post.text, *body.alts, *body.words))
    mark = blake2b("\0".join((post.text, post.quoted, *body.alts)).encode("utf-8", "replace"), digest_size=8).digest()
    edited = _believed(said.get("edited_at"), now) if said.get("edited_at") else None
    return Note(post, heard, mark, edited)


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    alts: tuple[str, ...]
    links: tuple[str, ...]
    hashtags: tuple[str, ...]
    words: tuple[str, ...]
    quoted: str

    @classmethod
    def of(cls, said: Mapping[str, object]) -> _Body:
        content = said.get("content")
        if not isinstance(content, str | None):
            raise UnreadableError("a post without text")
        quoted = _quoted(said)
        # Where the quoted post is there, the line "RE: address" that stands for it is not said twice.
        plain = to_plain(content or "", without="quote-inline" if quoted else "")
        media = [_map(one) for one in _list(said.get("media_attachments"))]
        alts = tuple(alt[:_LONGEST] for one in media if (alt := _text(one.get("description")).strip()))
        options = [_text(_map(option).get("title")).strip() for option in _list(_map(said.get("poll")).get("options"))]
        warning = to_plain(_text(said.get("spoiler_text"))).text
        if content is None and not (media or warning or options):
            raise UnreadableError("a post without text")
        asked = "\n".join(f"- {each}" for each in options if each)
        parts = (f"{WARNED}{warning}" if warning else "", plain.text, asked)
        card = _map(said.get("card"))
        tags = (_text(_map(tag).get("name")) for tag in _list(said.get("tags")))
        return cls(
            "\n\n".join(part for part in parts if part)[:_LONGEST], alts,
            tuple(dict.fromkeys(link for link in (*plain.links, _link(card.get("url"))) if link))[:_MOST],
            tuple(dict.fromkeys(tag.lstrip("#") for tag in tags if tag.strip("# ") and len(tag) <= 200)),
            tuple(word[:_LONGEST] for key in ("title", "description") if (word := _text(card.get(key)))),
            quoted,
        )


def _quoted(said: Mapping[str, object]) -> str:
    """What the quoted post says, else where it is. Source: https://docs.joinmastodon.org/entities/Quote/."""
    quote = _map(said.get("quote"))
    inner = _map(quote.get("quoted_status")) or (quote if "content" in quote else {})
    if not inner:
        return ""
    plain: Plain = to_plain(_text(inner.get("content")))
    warning = to_plain(_text(inner.get("spoiler_text"))).text
    words = "\n\n".join(part for part in (f"{WARNED}{warning}" if warning else "", plain.text) if part)
    return words[:_LONGEST] or _link(inner.get("url"))


def handle(account: Mapping[str, object], home: str) -> str:
    """The account as ``user@domain``; the server leaves out its own domain. "" where it names none."""
    acct = (_text(account.get("acct")) or _text(account.get("username"))).strip().lstrip("@")
    if not _ACCT.fullmatch(acct):
        return ""
    return acct if "@" in acct or not home else f"{acct}@{home}"


def read_id(value: object) -> str:
    """Read an id, which is a number as text, a ULID, any short word, or (old servers) a number; "" for all else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if 0 <= value < 2**63 else ""
    return value if isinstance(value, str) and _ID.fullmatch(value) else ""


def order(native_id: str) -> tuple[int, str]:
    """By this, ids sort by time: numbers without leading zeros, and ULIDs and flakes, which all have one length."""
    return len(native_id), native_id


def read_time(value: object) -> datetime | None:
    """Read a time in ISO 8601, of an e-mail header, or in seconds or milliseconds since 1970; None for all else."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000 if abs(value) > 1e11 else value, UTC)
        if not isinstance(value, str) or len(value) > 64:
            return None
        words = value.strip()
        if words.isascii() and words.isdecimal() and len(words) in (10, 13):
            return read_time(int(words))
        try:
            moment = datetime.fromisoformat(words)
        except ValueError:
            moment = parsedate_to_datetime(words)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError, OSError, TypeError, IndexError):
        return None


def _believed(value: object, now: datetime) -> datetime:
    said = read_time(value)
    return said if said is not None and _FIRST <= said <= now + _AHEAD else now


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53 else None


def _lang(value: object) -> str:
    primary = _text(value).replace("_", "-").split("-", 1)[0].lower()
    return primary if primary.isascii() and primary.isalpha() and 2 <= len(primary) <= 3 else ""


def _link(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= 2_000 and web_link(value) else ""


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[object]:
    return value[:_MOST] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
