"""What a post is made of, for counting: words, pairs of characters, mentions, links; and how each is shown again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from warroom.domain.model import Post
from warroom.domain.text import clip, one_line, tokens, unspaced

#: Longest text that is looked at, in code points; the longest posts of any platform say little new after that.
LONGEST: Final = 2_000
_URL: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PLAIN: Final = re.compile(r"@[a-z0-9][\w.@-]*\w|[a-z0-9]+")
_MENTION: Final = re.compile(r"(@[A-Za-z0-9][\w.@-]*\w)")
# Signs and pictures that stand between the words of otherwise plain posts; without them those are cut faster.
_ORNAMENTS: Final = re.compile(
    "[\u00a1\u00ab\u00b7\u00bb\u00bf\u2010-\u2027\u2030-\u205e\u2190-\u27bf\ufe0f\U0001f300-\U0001faff]+")
_PASSED_ON: Final = re.compile(r"\s*(?:RT\s+@[\w.@-]+(?:\s*:\s*|\s+))+", re.IGNORECASE)
_WORD: Final = re.compile(r"#?[^\W_]+")
_SHORT_LINK: Final = 48


# The same posts are cut for the words, for the signs and for the mood, and again with the next look.
@lru_cache(maxsize=4096)
def units(text: str) -> tuple[str, ...]:
    """Cut a text into what is counted: folded words, ``@mentions``, and pairs of characters where none are spaced.

    Links and the ``RT @name:`` of somebody who passed it on are left out. In order, with repeats.
    """
    text = text[:LONGEST]
    if (found := _PASSED_ON.match(text)) is not None:
        text = text[found.end():]
    if "://" in text or "www." in text:
        text = _URL.sub(" ", text)
    if not text.isascii():
        text = _ORNAMENTS.sub(" ", text)
    if text.isascii():
        return tuple(_PLAIN.findall(text.lower()))
    made: list[str] = []
    for part in _MENTION.split(text):
        if part.startswith("@") and len(part) > 1:
            made.append(part.casefold())
        else:
            made += _paired(tokens(part))
    return tuple(made)


def _paired(found: Iterable[str]) -> Iterator[str]:
    run: list[str] = []
    for token in found:
        if unspaced(token):
            run.append(token)
            continue
        yield from _pairs(run)
        run = []
        yield token
    yield from _pairs(run)


def _pairs(run: list[str]) -> Iterable[str]:
    return map("".join, pairwise(run)) if len(run) > 1 else run


def is_pair(unit: str) -> bool:
    """True for a pair of characters of a script without spaces."""
    return len(unit) == 2 and unspaced(unit[0])


def link_name(url: str) -> str:
    """A link as it is shown and counted: host and path, without what only tells where it was found; "" for no link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    return clip(one_line(f"{host}{parts.path.rstrip('/')}"), _SHORT_LINK) if host else ""


def links(post: Post) -> set[str]:
    """The links of a post by name, each once."""
    return {name for name in map(link_name, post.links) if name}


def shown(phrase: tuple[str, ...], posts: Iterable[Post]) -> str:
    """Write a phrase of units as most of ``posts`` write it, as a hashtag where they do; folded where none is found."""
    if phrase[0].startswith("@"):
        return " ".join(phrase)
    forms: Counter[str] = Counter()
    for post in posts:
        text = one_line(_URL.sub(" ", post.text[:LONGEST]))
        if (form := _form(phrase, text)) is not None:
            forms[form] += 1
        elif len(phrase) == 1 and any(tokens(tag) == [phrase[0]] for tag in post.hashtags):
            forms[f"#{phrase[0]}"] += 1
    if not forms:
        return _joined(phrase)
    # A capital at the beginning of a sentence is no name: the form with fewer capitals wins among equals.
    best = max(forms, key=lambda form: (forms[form], sum(letter.islower() for letter in form), form))
    return clip(best, _SHORT_LINK)


def _joined(phrase: tuple[str, ...]) -> str:
    if is_pair(phrase[0]):
        return phrase[0] + "".join(pair[1:] for pair in phrase[1:])
    return " ".join(phrase)


def _form(phrase: tuple[str, ...], text: str) -> str | None:
    if is_pair(phrase[0]):
        return _run(_joined(phrase), text)
    words = list(_WORD.finditer(text))
    for at in range(len(words) - len(phrase) + 1):
        some = words[at : at + len(phrase)]
        if all(tokens(word.group()) == [unit] for word, unit in zip(some, phrase, strict=True)):
            return text[some[0].start():some[-1].end()] if len(phrase) > 1 else some[0].group()
    return None


def _run(wanted: str, text: str) -> str | None:
    """The run of characters of ``text`` that folds to ``wanted``; voiced kana are one character there, or two."""
    for start in range(len(text)):
        folded = ""
        for end in range(start + 1, min(len(text), start + 3 * len(wanted)) + 1):
            folded = "".join(tokens(text[start:end]))
            if folded == wanted:
                return text[start:end].strip()
            if not wanted.startswith(folded):
                break
    return None
