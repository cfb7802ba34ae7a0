"""What a sheet or a reply tells without a figure: that there were none, a day from today on, a sort of a thing, a place without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Span
from warroom.domain.tone.facts.sorts import SORT, SORTS
from warroom.domain.tone.facts.values import Told
from warroom.domain.tone.facts.words import stems

_NONE: Final = re.compile(r"\b(?:nobody|no one|no-one|not one|not a single|none(?: of (?:them|you|us|these|those|the \w+))?|no(?= [a-z]{4}[a-z]*s?\b)(?! (?:longer|need|idea|doubt|more|excuse|matter|form|news|other|reason|answer|message|wonder|sign|fault|point|sense|trouble|cost|receipt|charge|warning|notice|explanation)))\b")


def nothing(text: str) -> Iterator[Told]:
    """Where a folded text says that there were none: "nobody was hurt", "no operations"."""
    yield from (Told(Span(*found.span()), "none", 0.0) for found in _NONE.finditer(text))


_FREE: Final = re.compile(r"\b(?:for free|free of charge|at no (?:extra )?(?:cost|charge)|without charge|costs? (?:you )?nothing|is free|are free|no charge)\b")


def free(text: str) -> Iterator[Told]:
    """Where a folded text says that something costs nothing."""
    yield from (Told(Span(*found.span()), "money", 0.0) for found in _FREE.finditer(text))


_RELATIVE: Final = {"yesterday": -1.0, "last night": -1.0, "today": 0.0, "tonight": 0.0, "this morning": 0.0, "this afternoon": 0.0, "this evening": 0.0, "tomorrow": 1.0}
_DAYS_AWAY: Final = re.compile(rf"\b(?:{'|'.join(_RELATIVE)})\b")


def relative(text: str) -> Iterator[Told]:
    """The days that are told from today on: "last night"."""
    yield from (Told(Span(*found.span()), "relative", _RELATIVE[found[0]]) for found in _DAYS_AWAY.finditer(text))


def sorts(text: str) -> Iterator[Told]:
    """Words of one sort of thing: chlorine, the ferry."""
    yield from (Told(Span(*found.span()), "sort", SORTS[found[0]]) for found in SORT.finditer(text))
    for found in _FLOOR.finditer(text):
        level = found[1] or found[2]
        yield Told(Span(*found.span()), "sort", ("floor", _FLOORS.get(level, re.sub(r"\D", "", level))))


_LABELLED: Final = "platform|line|route|gate|hall|block|ward|room|zone|terminal|lane|track|section|row|bus|tram|exit|unit|building|tower|wing|level|pier|berth|junction|bay|phase|car|pool|entrance|counter|desk|studio|court|pitch|pump|well|reactor|oven"
_LABEL: Final = re.compile(rf"\b({_LABELLED}) (\d{{1,3}}[a-z]?|[b-h])\b(?![:.,]\d| (?:people|minutes|hours|days)|%)")
_LABEL_KEY: Final = re.compile(rf"\b({_LABELLED})$")
_LABEL_ALONE: Final = re.compile(r"(\d{1,3}[a-z]?|[a-h])(?=$|,|;| \()")


def labels(text: str, key: str = "") -> Iterator[Told]:
    """Things that bear a number or a letter: "platform 1", "block C"; ``key`` is what a sheet calls them."""
    yield from (Told(Span(*found.span()), "label", (found[1], found[2])) for found in _LABEL.finditer(text))
    if (kind := _LABEL_KEY.search(key)) and (alone := _LABEL_ALONE.match(text)):
        yield Told(Span(*alone.span()), "label", (kind[1], alone[1]))


_FLOORS: Final = {word: str(number) for number, row in enumerate(("ground", "first one", "second two", "third three", "fourth four", "fifth five", "sixth six", "seventh seven", "eighth eight", "ninth nine", "tenth ten")) for word in row.split()}
_FLOOR: Final = re.compile(rf"\b({'|'.join(_FLOORS)}|\d{{1,2}}(?:st|nd|rd|th)) floor\b|\bfloor ({'|'.join(_FLOORS)}|\d{{1,2}})\b")


_SPOT_WORDS: Final = "exit|room|station|store|hall|office|side|wing|entrance|gate|desk|kitchen|cellar|roof|floor|car park|garage|yard|school|library|church|gym|centre|center|shop|bank|pool|platform|canteen|counter|door|tent|stand|depot|warehouse|lobby|ward|stairs|lift|hotel|square|market|bridge|tunnel|canal|river|lake|harbour|beach"
_IS_SPOT: Final = re.compile(rf"\b(?:{_SPOT_WORDS})s?\b")
_SPOT: Final = re.compile(r"\b(?:in|at|on|outside|near|behind|from|inside|under|opposite|below|beside) (?:the|our|a|an|its|their) (?P<noun>(?!(?:site|page|website|web|phone|way|day|morning|evening|afternoon|night|weekend|week|month|year|time|moment|end|end of|same|first|next|last|right|wrong|app|post|dm|spot|meantime|case)\b)(?:(?!(?:is|are|was|were|and|or|at|in|on|of|by|for|to|that|which|from|has|have|we|it|you|so|since|until|with|because|when|after|before|today|tonight|tomorrow|yesterday)\b)[^\W\d_][\w-]*(?: |\b)){1,3})")
_FEW: Final = 7


def spots(text: str) -> Iterator[Told]:
    """Places without a name: "in the laundry room"."""
    for found in _SPOT.finditer(text):
        end = found.start("noun") + len(found["noun"].rstrip())
        if (words := stems(found["noun"])):
            yield Told(Span(found.start("noun"), end), "spot", words)


def spot(fact: str, *, place: bool) -> Iterator[Told]:
    """The place that a value of a sheet is, where it has no name: "bin store"."""
    if len(fact.split()) <= _FEW and (place or _IS_SPOT.search(fact)) and not re.match(r"(?:closed|open|shut|all|none|no|not|unchanged|same|yes|any|still)\b", fact) and (words := stems(fact)):
        yield Told(Span(0, len(fact)), "spot", words)
