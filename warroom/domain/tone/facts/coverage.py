"""How far a fact reaches: only one place of several, all of those of which some, throughout where it changed, other hours, another colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft, Span, folded
from warroom.domain.tone.facts.quantities import clock
from warroom.domain.tone.kinds import Brief, Hit

_CUT: Final = re.compile(r", (?:and )?| (?:and|und|et|y|e|en|og|och|i) ")
#: Nouns that a list has in common: "the strawberry and cherry jam", "platforms 2 and 5".
_HEAD: Final = re.compile(r"^(?:the |our |in |on |at |for )+|(?<=\w) [a-z]+$")
_MOST_WORDS: Final = 4
_DENIED: Final = re.compile(r"\b(?:not|n't|never|isn't|wasn't|aren't|weren't) (?:\w+ )?$")


def covered(draft: Draft, brief: Brief) -> Iterator[Hit]:
    """Where a reply says that a fact holds for less, for more, for longer or for something else than the fact sheet does."""
    every = folded(" ".join(brief.facts.values()))
    for key, written in brief.facts.items():
        fact = folded(written).strip()
        name = {word[:5] for word in re.findall(r"[^\W\d_]{3,}", folded(key).replace("_", " "))}
        for where in (*_alone(draft, fact), *_all_of(draft, fact), *_throughout(draft, fact, name),
                      *_hours(draft, fact, name), *_coloured(draft, fact, every)):
            yield Hit(*where, f"The fact sheet says {key}: {written}.", f"Write {written}.")


def _alone(draft: Draft, fact: str) -> Iterator[Span]:
    """One of several said to be the only one: "in Spain only" for "Spain, Portugal and Italy"."""
    items = [item.strip() for item in _CUT.split(fact)]
    if len(items) < 2 or any(not item or len(item.split()) > _MOST_WORDS for item in items):
        return
    shorts = {_HEAD.sub("", item) for item in items}
    if any(short.isdigit() for short in shorts):  # "platforms 2 and 5"
        kind = re.match(r"[a-z]+(?=s \d)", fact)
        shorts = {f"{kind[0]} {re.sub(r'.* ', '', item)}" for item in items} if kind else set()
    told = {short for short in shorts if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", draft.own)}
    if len(told) != 1 or len(shorts) < 2:
        return
    short = re.escape(told.pop())
    for found in re.finditer(
            rf"(?<!\w)(?:only|just|solely|exclusively|nowhere but|nothing but|nobody but) (?:\w+ ){{0,4}}{short}(?!\w)"
            rf"|(?<!\w)(?:in |on |at |for |the |our )*{short}(?: \w+)?,? (?:only|alone|exclusively|and nowhere else|and no other|and nothing else)(?!\w)"
            rf"|(?<!\w){short}(?: \w+)? (?:is|was) the only\b", draft.own):
        if not _DENIED.search(draft.own, 0, found.start()):
            yield Span(*found.span())


_SOME_OF: Final = re.compile(r"(\d[\d,.]*) (?:out )?of (?:the |our |all )?(\d[\d,.]*)")


def _all_of(draft: Draft, fact: str) -> Iterator[Span]:
    """All of them, where the sheet has some of them: "all 60" for "48 of 60"."""
    some = _SOME_OF.search(fact)
    if some is None or some[1] == some[2]:
        return
    for found in re.finditer(rf"\b(?:all|every one|each one|each|none)(?: of)?(?: the| our| these| those)? {re.escape(some[2])}(?![\w%]|[.,]\d)(?: [a-z]+)?", draft.own):
        if not _DENIED.search(draft.own, 0, found.start()):
            yield Span(*found.span())


_ALL_ALONG: Final = re.compile(r"\b(?:throughout|at all times|the whole time|all the time|all along|at every point|from start to finish|at no (?:time|point|stage)|never)\b")


def _throughout(draft: Draft, fact: str, name: set[str]) -> Iterator[Span]:
    """All the time so, where the sheet says until when it was otherwise."""
    if len(name) < 2 or not re.search(r"\b(?:until|till|up to|before)\b.*\d.*\b(?:since|then|after|now)\b", fact):
        return
    for span in draft.sentences:
        own = draft.own[span.start:span.end]
        if _ALL_ALONG.search(own) and sum(re.search(rf"\b{stem}", own) is not None for stem in name) >= min(2, len(name)):
            yield span


_CLOCK: Final = r"(?:half past \w+|\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b\.?)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight)"
_RANGE: Final = re.compile(rf"\b(?:(?:from|between) )?({_CLOCK}) ?(?:to|until|till|and|-|\u2013) ?({_CLOCK})(?![\w%]| (?:days?|weeks?|hours?|minutes?|months?|years?|people|customers?|times|euros?|pounds|dollars|per)\b)")
_DAYS: Final = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\bweekend|\bweekday|\bdaily|\bevery day")
_OPEN: Final = re.compile(r"\b(?:open|opens|opening|hours|staffed|answers?|reach|visit|clos\w+)\b")


def _hours(draft: Draft, fact: str, name: set[str]) -> Iterator[Span]:
    """Other opening hours than the sheet's: "from nine to five on Saturday" for "10:00 to 14:00"."""
    right = _RANGE.search(fact)
    if right is None or not (name & {"hours", "open", "openi"}):
        return
    wanted = (clock(right[1]), clock(right[2]))
    days = set(_DAYS.findall(fact)) | {day for day in ("satur", "sunda", "monda", "frida", "weeke", "weekd") if day in name}
    for span in draft.sentences:
        own = draft.own[span.start:span.end]
        if not _OPEN.search(own):
            continue
        for found in _RANGE.finditer(own):
            said = (clock(found[1]), clock(found[2]))
            meant = found[0][0].isdigit() or found[0].startswith(("from", "between")) or _DAYS.search(own)
            if None in said or None in wanted or said == wanted or not meant:
                continue
            spoken = {day[:5] for day in _DAYS.findall(own)}
            if not days or not spoken or spoken & {day[:5] for day in days}:
                yield Span(span.start + found.start(), span.start + found.end())


_COLOURS: Final = re.compile(r"\b(?:black|white|red|blue|green|yellow|orange|purple|pink|brown|gr[ae]y|silver|gold)\b")


def _coloured(draft: Draft, fact: str, every: str) -> Iterator[Span]:
    """Another colour than the sheet's: "the blue kettles" for "black"."""
    right = set(_COLOURS.findall(fact))
    if len(right) != 1 or len(fact.split()) > _MOST_WORDS or re.search(rf"\b{next(iter(right))}\b", draft.own):
        return
    for found in _COLOURS.finditer(draft.own):
        if found[0] not in every and not draft.denied(found.start()):
            yield Span(*found.span())
