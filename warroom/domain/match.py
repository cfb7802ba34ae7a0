"""Whether a post matches a filter: what a pane asks of each post, and what the store's SQL finds too."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from warroom.domain.item import Item
from warroom.domain.model import Label, Score, Sentiment, Unscored
from warroom.domain.query import (
    OPERATORS,
    Compare,
    Field,
    Flag,
    From,
    HeldBy,
    Is,
    Lang,
    Not,
    On,
    Plain,
    Query,
    Since,
    Tagged,
    Term,
    Words,
)
from warroom.domain.text import plain, tokens
from warroom.domain.triage import Status


def searchable(text: str, quoted: str, media_alt: Sequence[str]) -> str:
    """All the words of a post that a search looks at: text, quotation, media descriptions."""
    return " ".join((text, quoted, *media_alt)) if quoted or media_alt else text


def words_of(item: Item) -> str:
    """All the words of a stored post that a search looks at."""
    return searchable(item.post.text, item.post.quoted, item.post.media_alt)


def says(term: Words, text: str) -> bool:
    """True where the words stand in ``text`` one after another, the last one at least in its beginning."""
    if plain(text):
        pattern = _pattern(term)
        return pattern is not None and pattern.search(text.lower()) is not None
    wanted = f" {' '.join(term.words)}" + ("" if term.prefix else " ")
    return bool(term.words) and wanted in f" {' '.join(tokens(text))} "


@lru_cache(maxsize=64)
def _pattern(term: Words) -> re.Pattern[str] | None:
    """What finds the words in plain ASCII text, where ``tokens`` are its runs of letters and digits."""
    if not term.words or not all(re.fullmatch("[0-9a-z]+", word) for word in term.words):
        return None
    first, *others = term.words
    # What stands before the first word is asked behind it: a pattern that begins with plain letters is searched faster.
    return re.compile("[^0-9a-z]+".join((f"{first}(?<![0-9a-z]{first})", *others))
                      + ("" if term.prefix else "(?![0-9a-z])"))


def speaks(terms: Sequence[Term], text: str) -> bool:
    """True where every term that speaks of words holds for ``text``; others are not asked."""
    for term in terms:
        plain_term, wanted = (term.term, False) if isinstance(term, Not) else (term, True)
        if isinstance(plain_term, Words) and says(plain_term, text) is not wanted:
            return False
    return True


def matches(query: Query, item: Item) -> bool:
    """True where every term holds; the store's SQL finds exactly the same posts."""
    return all(not _holds(term.term, item) if isinstance(term, Not) else _holds(term, item) for term in query.terms)


def _holds(term: Plain, item: Item) -> bool:
    post, triage = item.post, item.triage
    match term:
        case Words():
            return says(term, words_of(item))
        case From(handle):
            return post.author.casefold().startswith(handle)
        case On(platform):
            return post.platform is platform
        case Tagged(tag):
            return tag in triage.tags
        case HeldBy(person):
            return triage.holder == person
        case Is(flag):
            return _FLAGS[flag](item)
        case Compare(field, op, value):
            number = _value(field, item)
            return number is not None and OPERATORS[op](number, value)
        case Lang(tag):
            return post.lang.casefold() == tag
        case Since(at):
            return post.created_at >= at


def _value(field: Field, item: Item) -> float | None:
    if field is Field.REACH:
        return item.post.reach
    return item.score.valence if isinstance(item.score, Score) else None


def _felt(mood: Sentiment) -> Callable[[Item], bool]:
    return lambda item: item.mood is mood


_FLAGS: Final[Mapping[Flag, Callable[[Item], bool]]] = {
    Flag.NEGATIVE: _felt(Sentiment.NEGATIVE),
    Flag.NEUTRAL: _felt(Sentiment.NEUTRAL),
    Flag.POSITIVE: _felt(Sentiment.POSITIVE),
    Flag.UNSCORED: lambda item: item.score is None or isinstance(item.score, Unscored),
    Flag.OPEN: lambda item: item.triage.status is Status.OPEN,
    Flag.CLAIMED: lambda item: bool(item.triage.holder),
    Flag.UNCLAIMED: lambda item: not item.triage.holder,
    Flag.SNOOZED: lambda item: item.triage.status is Status.SNOOZED,
    Flag.DISMISSED: lambda item: item.triage.status is Status.DISMISSED,
    Flag.ANSWERED: lambda item: item.triage.status is Status.ANSWERED,
    Flag.ESCALATED: lambda item: bool(item.triage.escalated_to),
    Flag.TAGGED: lambda item: bool(item.triage.tags),
    Flag.PINNED: lambda item: item.triage.pinned,
    Flag.NOTED: lambda item: item.triage.notes > 0,
    Flag.LABELLED: lambda item: item.triage.label is not None,
    Flag.IRRELEVANT: lambda item: item.triage.label is Label.IRRELEVANT,
    Flag.DELETED: lambda item: item.deleted_at is not None,
    Flag.EDITED: lambda item: item.version > 1,
    Flag.REPLY: lambda item: bool(item.post.parent_id),
    Flag.REPOST: lambda item: bool(item.post.repost_of),
    Flag.VERIFIED: lambda item: item.post.verified,
}
