"""A record of Bluesky (app.bsky.feed.post) in our own words.

Source: https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sources._bluesky_frames import UnreadableError, read_time
from warroom.domain.model import Platform, Post
from warroom.domain.text import web_link

#: The network opened in that month: an earlier time in a post is a wrong clock or an import from elsewhere.
_OPENED: Final = datetime(2022, 11, 1, tzinfo=UTC)
_AHEAD: Final = timedelta(minutes=5)
# The lexicon's own bound on text, in bytes; the network shows no post that is longer.
_LONGEST: Final = 3_000
_MOST: Final = 64
_URI: Final = re.compile(r"at://(did:[a-z]+:[A-Za-z0-9._:%-]+)/app\.bsky\.feed\.post/([A-Za-z0-9._:~-]+)")


def post_uri(did: str, key: str) -> str:
    """Name a post by its at:// address, which is its native id."""
    return f"at://{did}/app.bsky.feed.post/{key}"


def split_uri(uri: str) -> tuple[str, str] | None:
    """Cut a post's at:// address into DID and record key; None where it is no post's."""
    match = _URI.fullmatch(uri)
    return (match[1], match[2]) if match else None


def web_address(uri: str) -> str:
    """The address of a post in the Bluesky app, by DID, which outlives a change of handle; "" where it is no post."""
    match = _URI.fullmatch(uri)
    return f"https://bsky.app/profile/{match[1]}/post/{match[2]}" if match else ""


@dataclass(slots=True)
class Draft:
    """What a record says, as much of it as terms are looked for in; ``post`` makes the rest for the few that hold one.

    ``heard`` is the text with the words of pictures and link cards; ``quotes`` is the address of a quoted post.
    """

    record: Mapping[str, object]
    text: str
    heard: str
    alts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    quotes: str = ""

    def post(self, did: str, key: str, moment: datetime) -> Post:
        """The post that was committed at ``moment`` (aware UTC); its author is only a DID yet."""
        reply = _map(self.record.get("reply"))
        root, parent = _post(_map(reply.get("root")).get("uri")), _post(_map(reply.get("parent")).get("uri"))
        uri = post_uri(did, key)
        return Post(
            platform=Platform.BLUESKY,
            native_id=uri,
            author=did,
            text=self.text,
            created_at=_created(self.record.get("createdAt"), moment),
            url=web_address(uri),
            lang=_lang(self.record.get("langs")),
            root_id=root or parent,
            parent_id=parent or root,
            quoted=web_address(self.quotes),
            media_alt=self.alts,
            links=self.links,
            hashtags=self.hashtags,
        )


def read_draft(record: Mapping[str, object]) -> Draft:
    """Read a record. Raises UnreadableError with the reason to count."""
    if record.get("$type") != "app.bsky.feed.post":
        raise UnreadableError("a record of another type")
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableError("a post without text")
    if len(text) > _LONGEST or (not text.isascii() and len(text.encode("utf-8", "replace")) > _LONGEST):
        raise UnreadableError("a post longer than the network allows")
    if "embed" not in record and "facets" not in record and "tags" not in record:
        return Draft(record, text, text)
    embed = _Embed.of(_map(record.get("embed")))
    links, tags = _facets(record.get("facets"))
    return Draft(
        record, text, "\n".join((text, *embed.alts, *embed.words)), embed.alts,
        _once(link for link in (*links, *embed.links) if web_link(link)),
        _once((*tags, *_texts(record.get("tags")))), embed.quotes,
    )


@dataclass(frozen=True, slots=True)
class _Embed:
    alts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    quotes: str = ""

    @classmethod
    def of(cls, raw: Mapping[str, object]) -> _Embed:
        """Read what hangs on a post; a kind that is not known yet is nothing."""
        match raw.get("$type"):
            case "app.bsky.embed.images":
                alts = (_text(_map(image).get("alt")) for image in _list(raw.get("images")))
                return cls(alts=tuple(alt[:_LONGEST] for alt in alts if alt))
            case "app.bsky.embed.video":
                alt = _text(raw.get("alt"))[:_LONGEST]
                return cls(alts=(alt,) if alt else ())
            case "app.bsky.embed.external":
                card = _map(raw.get("external"))
                words = (_text(card.get("title"))[:_LONGEST], _text(card.get("description"))[:_LONGEST])
                return cls(links=(_text(card.get("uri")),), words=tuple(word for word in words if word))
            case "app.bsky.embed.record":
                return cls(quotes=_post(_map(raw.get("record")).get("uri")))
            case "app.bsky.embed.recordWithMedia":
                media = _map(raw.get("media"))
                # Only one level deep, as the lexicon has it: a record made to nest for ever ends here.
                inner = cls() if media.get("$type") == "app.bsky.embed.recordWithMedia" else cls.of(media)
                quotes = _post(_map(_map(raw.get("record")).get("record")).get("uri"))
                return cls(inner.alts, inner.links, inner.words, quotes)
        return cls()


def _created(value: object, moment: datetime) -> datetime:
    said = read_time(value)
    return said if said is not None and _OPENED <= said <= moment + _AHEAD else moment


def _facets(value: object) -> tuple[list[str], list[str]]:
    links: list[str] = []
    tags: list[str] = []
    for facet in _list(value):
        for raw in _list(_map(facet).get("features")):
            feature = _map(raw)
            match feature.get("$type"):
                case "app.bsky.richtext.facet#link":
                    links.append(_text(feature.get("uri")))
                case "app.bsky.richtext.facet#tag":
                    tags.append(_text(feature.get("tag")))
    return links, tags


def _lang(value: object) -> str:
    for lang in _texts(value):
        primary = lang.split("-", 1)[0].lower()
        if primary.isascii() and primary.isalpha() and 2 <= len(primary) <= 3:
            return primary
    return ""


def _post(value: object) -> str:
    return value if isinstance(value, str) and _URI.fullmatch(value) else ""


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word and len(word) <= _LONGEST))


def _texts(value: object) -> list[str]:
    return [word for word in _list(value) if isinstance(word, str)]


def _list(value: object) -> list[object]:
    return value[:_MOST] if isinstance(value, list) else []


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
