"""What a text becomes on its way out, and how long that is.

One count for the checks, the counter below the text, the outbox and the publishers: of what is really sent. Mastodon
counts the mention that we put in front and the content warning, Reddit the markdown that a text becomes. Pure.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from warroom.domain.markdown import to_markdown
from warroom.domain.model import Platform
from warroom.domain.reply import WARNED, TextLimit

#: How long a reply may be, where the platform's server does not say otherwise.
LIMITS: Final = {
    Platform.BLUESKY: TextLimit(300, "graphemes", most_bytes=3_000),
    Platform.MASTODON: TextLimit(500, "characters", per_url=23),
    Platform.REDDIT: TextLimit(10_000, "characters", markdown=True),
}
#: How long a private message may be, where that is not the same (chat.bsky.convo.defs: messageInput).
_PRIVATE: Final = {Platform.BLUESKY: TextLimit(1_000, "graphemes", most_bytes=10_000)}
_MENTION: Final = re.compile(r"@[\w.-]+(?:@[\w.-]+)?")
#: A link as Mastodon finds it (its twitter_regex.rb): a host with a dot, brackets in pairs, and no stop at the end. Its
#: list of top-level domains is not kept here.
_INNER: Final = r"[^\s<>()?]"
_BRACKETS: Final = rf"\((?:{_INNER}+|{_INNER}*\({_INNER}+\){_INNER}*)\)"
_LAST: Final = r"[^\s()?!*\"'\u300c\u300d<>;:=,.$%\[\]~&|@]"
_WEB: Final = re.compile(
    r"(?<![A-Za-z0-9@$#])https?://(?:[\w-]+\.)+(?:xn--[\w-]+|[^\W\d_]{2,})(?![\w-])(?::\d+)?"
    rf"(?:/(?:(?:{_INNER}|{_BRACKETS})*(?:{_LAST}|{_BRACKETS}))?)?"
    r"(?:\?[\w!?*'();:&=+$/%#\[\].,~|@^\u00a0-\U0010ffff-]*[\w&=#/\u00a0-\U0010ffff-])?", re.IGNORECASE)
#: A mention counts without its server (its Account::MENTION_RE).
_FAR_MENTION: Final = re.compile(r"(?<![\w/=])@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*(@\w+(?:[.-]+\w+)*)", re.IGNORECASE)
#: What markdown may lengthen, and what is cut from its ends.
_MARKED: Final = re.compile(r"[^\w ,.;:!?'\"()/\u2019\u201c\u201d\u2026\u2013\u2014]|_|^[\s\d]|\s$")
#: Escapes make a character two, and the end of a line three.
_LONGER: Final = 3
#: Bytes of UTF-8 that a character takes at most.
_WIDEST: Final = 4


def usual(platform: Platform, *, private: bool = False) -> TextLimit:
    """How long a reply may be, or a ``private`` message, where the platform's server does not say otherwise."""
    return (private_limit(platform) if private else None) or LIMITS[platform]


def private_limit(platform: Platform) -> TextLimit | None:
    """How long a private message may be, where that is not what a reply may be."""
    return _PRIVATE.get(platform)


def bounds(limit: TextLimit) -> tuple[TextLimit, ...]:
    """The limit, and that of its bytes where it has one: a text must fit both."""
    return (limit,) if limit.most_bytes is None else (limit, TextLimit(limit.most_bytes, "bytes"))


def binding(text: str, limit: TextLimit) -> TextLimit:
    """The bound to count a text by: that of its bytes where only they are too many (emoji of 25 bytes)."""
    if limit.most_bytes is None or len(text) * _WIDEST <= limit.most_bytes or overflow(text, limit)[0] > limit.most:
        return limit
    most = bounds(limit)[1]
    return most if overflow(text, most)[0] > most.most else limit


def answering(limit: TextLimit, *, platform: Platform, author: str, said: str, ours: str = "") -> TextLimit:
    """The limit of an answer to what ``author`` ``said``: with what goes out beside it.

    ``ours`` is our own handle ("" where nobody knows it yet): we mention ourselves nowhere, and people of our own
    server without its name. On Mastodon a handle is ``user@server``. Elsewhere nothing is added.
    """
    if platform is not Platform.MASTODON:
        return limit
    full = author.lstrip("@")
    name, _, server = full.partition("@")
    names = (name, full) if server and server.casefold() == ours.partition("@")[2].casefold() else (full,)
    warning = said.removeprefix(WARNED).partition("\n\n")[0] if said.startswith(WARNED) else ""
    return replace(limit, names=names if full and full.casefold() != ours.casefold() else (), warning=warning)


def addressed(text: str, names: Iterable[str]) -> str:
    """Put a mention of the first of ``names`` before ``text``, where it mentions none of them."""
    wanted = [f"@{name}" for name in names]
    found = {mention.rstrip(".-").casefold() for mention in _MENTION.findall(text)} if wanted else set()
    return text if not wanted or any(each.casefold() in found for each in wanted) else f"{wanted[0]} {text}"


def beside(text: str, limit: TextLimit) -> str:
    """What counts beside the text, in words that go on after a number: " with @ana in front"; "" where nothing does."""
    said = []
    if limit.markdown and len(to_markdown(text)) > len(text):
        said.append("the signs that keep it plain text")
    if addressed(text, limit.names) != text:
        said.append(f"@{limit.names[0]} in front")
    if limit.warning:
        said.append("the content warning")
    return f" with {' and '.join(said)}" if said else ""


def plain(text: str, limit: TextLimit) -> bool:
    """True where every code point of ``text`` counts one and nothing is added, so that counting costs nothing."""
    if limit.names or limit.warning:
        return False
    if limit.markdown:
        return _MARKED.search(text) is None
    if limit.unit == "characters" and limit.per_url is None:
        return True
    return text.isascii() and (limit.per_url is None or ("@" not in text and "://" not in text)) and "\r" not in text


def sure_to_fit(text: str, limit: TextLimit) -> bool:
    """True where ``text`` fits whatever it becomes, so that it need not be counted (on Mastodon it always is)."""
    return limit.per_url is None and len(text) * (_LONGER if limit.markdown else 1) <= limit.most and (
        limit.most_bytes is None or len(text) * _WIDEST <= limit.most_bytes)


def overflow(text: str, limit: TextLimit) -> tuple[int, int]:
    """Count ``text`` as its platform does: how long it is as it goes out, and the code point where it becomes too long.

    The second is the length of ``text`` where it fits. Sources: app.bsky.feed.post (300 graphemes, Unicode UAX #29,
    and 3,000 bytes);
    Mastodon's StatusLengthValidator (500 characters, which are graphemes, of content warning and text; a link counts
    23, a mention without its server); Reddit counts its markdown.
    """
    if limit.markdown:
        return _as_markdown(text, limit.most)
    sent = addressed(text, limit.names)
    if limit.unit in ("graphemes", "bytes"):
        units = [(at, 1 if limit.unit == "graphemes" else len(grapheme.encode("utf-8", "replace")))
                 for at, grapheme in _graphemes(sent)]
    elif limit.per_url is None:
        units = [(at, 1) for at in range(len(sent))]
    else:
        # Mastodon counts graphemes too, after links and mentions have been shortened.
        units = _weighed(sent, limit.per_url)
    length, cut = sum(1 for _ in _graphemes(limit.warning)), len(sent)
    for start, weight in units:
        if length + weight > limit.most and cut == len(sent):
            cut = start
        length += weight
    return length, max(0, cut - (len(sent) - len(text)))


def _graphemes(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text into its graphemes, each with where it begins."""
    import regex  # dear to import, and a plain text is counted without it

    for found in regex.finditer(r"\X", text):
        yield found.start(), found[0]


def _weighed(text: str, per_url: int) -> list[tuple[int, int]]:
    out, done = list[tuple[int, int]](), 0
    special = [(*found.span(), per_url) for found in _WEB.finditer(text)]
    special += [(*found.span(1), 0) for found in _FAR_MENTION.finditer(text)]
    for start, end, weight in (*sorted(special), (len(text), len(text), 0)):
        if start < done:
            continue
        out += [(done + at, 1) for at, _ in _graphemes(text[done:start])]
        if end > start:
            out.append((start, weight))
        done = end
    return out


#: How many characters before the end a text that is too long is first looked at.
_NEAR: Final = 32


def _as_markdown(text: str, most: int) -> tuple[int, int]:
    length = len(to_markdown(text))
    if length <= most:
        return length, len(text)
    # The longer the beginning the longer its markdown; where it becomes too long is looked for no further than needed.
    reach = most + 1
    while reach < len(text) and len(to_markdown(text[:reach])) <= most:
        reach *= 2
    reach = min(reach, len(text))
    # Most drafts are too long by little: the place is near the end, and is looked for from there.
    back = max(_NEAR, length - most)
    while back < reach and len(to_markdown(text[:reach - back])) > most:
        back *= 2
    near = max(0, reach - back)
    beyond = bisect.bisect_right(range(reach), most, lo=near, key=lambda at: len(to_markdown(text[:at])))
    return length, max(0, beyond - 1)
