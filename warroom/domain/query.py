"""The filter language of ``/`` and of the command line: parsed once, matched in a pane (``match``) or compiled to SQL.

``refund "sick on sunday" from:mara platform:reddit tag:legal is:claimed sentiment<-0.3 reach>10k lang:en since:2h``
All terms must hold; a leading ``-`` turns one round (``-meme``), a trailing ``*`` lets a word go on (``refund*``).
Values with spaces are quoted (``tag:"store 12"``); a quoted word is only a word (``"from:mara"``).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import Final, TypeAlias, TypeVar

from warroom.domain.errors import QueryError
from warroom.domain.model import Platform
from warroom.domain.text import clip, tokens
from warroom.domain.triage import tag_name
from warroom.domain.when import moment as moment  # noqa: PLC0414 - both are part of the filter language
from warroom.domain.when import span as span  # noqa: PLC0414


class Flag(StrEnum):
    """What ``is:`` can ask."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"
    UNSCORED = "unscored"
    OPEN = "open"
    CLAIMED = "claimed"
    UNCLAIMED = "unclaimed"
    SNOOZED = "snoozed"
    DISMISSED = "dismissed"
    ANSWERED = "answered"
    ESCALATED = "escalated"
    TAGGED = "tagged"
    PINNED = "pinned"
    NOTED = "noted"
    LABELLED = "labelled"
    IRRELEVANT = "irrelevant"
    DELETED = "deleted"
    EDITED = "edited"
    REPLY = "reply"
    REPOST = "repost"
    VERIFIED = "verified"


class Field(StrEnum):
    """What can be compared with a number."""

    SENTIMENT = "sentiment"
    REACH = "reach"


@dataclass(frozen=True, slots=True)
class Words:
    """Consecutive search words (a word alone, or a phrase); ``prefix`` lets the last one go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class From:
    """The author's handle begins with this, case folded, without a leading ``@`` or ``u/``."""

    handle: str


@dataclass(frozen=True, slots=True)
class On:
    """The post is on this platform."""

    platform: Platform


@dataclass(frozen=True, slots=True)
class Tagged:
    """The team tagged the post so (case folded)."""

    tag: str


@dataclass(frozen=True, slots=True)
class HeldBy:
    """The post is held by this person."""

    person: str


@dataclass(frozen=True, slots=True)
class Is:
    """The post is so."""

    flag: Flag


@dataclass(frozen=True, slots=True)
class Compare:
    """The number compares so; a post without the number does not match. ``op`` is one of ``< <= > >= =``."""

    field: Field
    op: str
    value: float


@dataclass(frozen=True, slots=True)
class Lang:
    """The post's language, as a BCP 47 primary tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class Since:
    """The post was created at or after this (aware UTC)."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Not:
    """The term does not hold."""

    term: Plain


Plain: TypeAlias = Words | From | On | Tagged | HeldBy | Is | Compare | Lang | Since
Term: TypeAlias = Plain | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed filter: every term must hold. No terms match everything."""

    terms: tuple[Term, ...] = ()
    text: str = ""


EVERYTHING: Final = Query()
OPERATORS: Final[Mapping[str, Callable[[float, float], bool]]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq,
}
_TERM: Final = re.compile(r'\S*?"[^"]*"|\S+')
_KEYED: Final = re.compile(r"([A-Za-z]+)(:|<=|>=|<|>|=)(.*)", re.DOTALL)
_Name = TypeVar("_Name", bound=StrEnum)
_KEYS: Final = ("from", "platform", "tag", "by", "is", "sentiment", "reach", "lang", "since")


def parse(text: str, *, now: datetime, me: str = "") -> Query:
    """Read a filter. ``now`` (aware) is what ``since:2h`` counts from; ``me`` is who ``by:me`` and ``is:mine`` mean.

    Raises QueryError whose span (code points of ``text``) is the word at fault.
    """
    terms: list[Term] = []
    if text.count('"') % 2:
        start = text.rindex('"')
        raise QueryError("The quotation is not closed.", start=start, end=len(text), hint='Add a closing ".')
    for found in _TERM.finditer(text):
        word, start, end = found.group(), found.start(), found.end()
        negated = word.startswith("-") and len(word) > 1
        body = word[1:] if negated else word
        term = _term(body, start + negated, end, now, me)
        if term is not None:
            terms.append(Not(term) if negated else term)
    return Query(tuple(terms), text)


def _told(value: str) -> str:
    return repr(clip(value, 40))


def _term(body: str, start: int, end: int, now: datetime, me: str) -> Plain | None:
    keyed = _KEYED.fullmatch(body)
    if keyed and not body.startswith('"') and not re.match(r"https?://", body):
        key, op, value = keyed.group(1).lower(), keyed.group(2), keyed.group(3)
        value = value.replace('"', "").strip()
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, n=1)
            raise QueryError(
                f"There is no filter {_told(key)}.", start=start, end=start + len(key),
                hint=f"Did you mean {near[0]}?" if near else
                f'Filters: {", ".join(_KEYS)}. To search for the word itself, quote it.',
            )
        at = start + len(key) + len(op)
        if not value:
            raise QueryError(f"{key}{op} needs a value.", start=start, end=end)
        if key in tuple(Field):
            return Compare(Field(key), "=" if op == ":" else op, _number(value, Field(key), at, end))
        if op != ":":
            raise QueryError(f"{key} takes a colon, not {op!r}.", start=at - len(op), end=at,
                             hint=f"For example {key}:{clip(value, 40)}.")
        return _keyed(key, value, at, end, now, me)
    prefix = body.rstrip('"').endswith("*")
    words = tuple(tokens(body))
    if not words and not body.isascii():
        raise QueryError(f"{_told(body)} holds nothing that can be searched.", start=start, end=end,
                         hint="Words are searched by letters and digits.")
    return Words(words, prefix) if words else None


def _keyed(key: str, value: str, start: int, end: int, now: datetime, me: str) -> Plain:
    match key:
        case "from":
            handle = re.sub(r"\A/?u/", "", value.removeprefix("@")).casefold()
            if not handle:
                raise QueryError("from: needs a name.", start=start, end=end)
            return From(handle)
        case "platform":
            return On(_one_of(Platform, value, start, end))
        case "tag":
            tag = tag_name(value)
            if not tag:
                raise QueryError("tag: needs a tag.", start=start, end=end)
            return Tagged(tag)
        case "by":
            return HeldBy(_somebody(me, start, end) if value == "me" else value)
        case "is":
            mine = value.lower() == "mine"
            return HeldBy(_somebody(me, start, end)) if mine else Is(_one_of(Flag, value, start, end))
        case "lang":
            return Lang(value.casefold())
        case _:
            try:
                return Since(moment(value, now=now, back=True))
            except ValueError as error:
                raise QueryError(f"{_told(value)} is no time.", start=start, end=end,
                                 hint="For example 30m, 2h, 3d, 16:30 or 2026-03-01.") from error


def _somebody(me: str, start: int, end: int) -> str:
    if not me:
        raise QueryError("It is not known here who you are.", start=start, end=end, hint="Name the person: by:mara.")
    return me


def _one_of(names: type[_Name], value: str, start: int, end: int) -> _Name:
    try:
        return names(value.lower())
    except ValueError:
        every = [str(name) for name in names]
        near = get_close_matches(value.lower(), every, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"One of {', '.join(every)}."
        raise QueryError(f"{_told(value)} is not known here.", start=start, end=end, hint=hint) from None


def _number(value: str, field: Field, start: int, end: int) -> float:
    found = re.fullmatch(r"([+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?)([kKmM]?)", value)
    if not found or (found.group(2) and field is Field.SENTIMENT):
        example = "reach>10k" if field is Field.REACH else "sentiment<-0.3"
        raise QueryError(f"{_told(value)} is no number.", start=start, end=end, hint=f"For example {example}.")
    return float(found.group(1)) * {"": 1, "k": 1e3, "m": 1e6}[found.group(2).lower()]
