"""The rule of the published facts: dates, times, shares, sums, spans, versions, codes and numbers against the fact sheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

from warroom.domain.tone.coverage import covered
from warroom.domain.tone.draft import Draft, Span, folded
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.quantities import ANY_VALUE, agree, values
from warroom.domain.tone.slips import is_long, lone, misread, slipped
from warroom.domain.tone.worded import worded

_SMALL_WORDS: Final = frozenset(["the", "a", "an", "of", "in", "on", "at", "to", "by", "is", "was", "were", "are", "and", "or", "for", "from", "our", "we", "number", "no", "until", "since", "within", "per", "date", "time", "total", "amount", "value", "when", "how", "many", "much", "be", "been", "has", "have", "will", "it", "that", "this", "with", "all"])


#: "Not one of the boxes", "one of ours": no count.
_ONE: Final = re.compile(r"one(?: (?:of|another|more|day|thing|who|that|is|was|has|we|you|i|by|in)\b|[.,;:!?]|$)")
#: "12 more than yesterday" is a difference.
_MORE: Final = re.compile(r" (?:more|fewer|less|extra|other|of (?:them|those|these))\b")
_FROM_TO: Final = re.compile(r"\b\d{1,2}(?: ?[ap]m)? ?(?:to|until|-|\u2013) ?\d{1,2}\b")
_PRONOUN: Final = re.compile(r"(?:it|they|this|that|these|which)\b")


def _facts(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not brief.facts:
        return
    known_facts = [(key, _stems(key), list(values(folded(value)))) for key, value in brief.facts.items()]
    yield from _places(draft, brief)
    in_words = [*worded(draft, brief), *covered(draft, brief)]
    yield from in_words
    known = [(kind, value) for _, _, stated in known_facts for _, kind, value in stated]
    # A number that the person wrote may be given back.
    known += [(kind, value) for _, kind, value in values(folded(brief.reply_to))]
    # "7 to 9" may be hours on the sheet and bare numbers in the reply.
    figures = {figure for value in brief.facts.values() for figure in re.findall(r"(?<![\d.,:])\d{1,2}(?![\d:]|[.,]\d)", value) if _FROM_TO.search(value)}
    times = {value for kind, value in known if kind == "time"}
    sentences = [(span, own, list(_told(own, times)) if ANY_VALUE.search(own) else [])
                 for span in draft.sentences for own in (draft.own[span.start:span.end],)]
    given = Counter((kind, value) for _, _, said in sentences for _, kind, value in said)
    # A value of two facts that is told once is told of one of them.
    shared = Counter((kind, right) for _, _, stated in known_facts for _, kind, right in stated if kind in _TWICE)
    untold = [[right for _, kind, right in stated
               if sum(count for (same, value), count in given.items() if same == kind and agree(kind, value, right)) < max(1, shared[kind, right])]
              for _, _, stated in known_facts]
    yield from _later(sentences, known_facts, untold, brief)
    kinds = Counter(kind for _, _, stated in known_facts for _, kind, _ in stated)
    before = ""
    for span, own, said in sentences:
        # "It takes two days": what "it" is stands in the sentence before.
        earlier = before
        about, before = (before if _PRONOUN.match(own) else ""), own
        odd = [(place, kind, value) for place, kind, value in said if kinds[kind] and not _MORE.match(own, place.end)
               and not (kind == "number" and own[place.start:place.end] in figures)
               and not any(hit.start <= span.start + place.start < hit.end for hit in in_words)
               # It may be another fact's number in the same sentence.
               and not any(agree(kind, value, right) for same, right in known if same == kind)]
        if not odd:
            continue
        here = _stems(f"{own} {about}")
        # One that stands beside a value of its kind from the sheet speaks of the sheet: "12:20 to 13:45".
        told = {kind for _, kind, value in said for _, _, stated in known_facts
                for _, same, right in stated if same == kind and agree(kind, value, right)}
        for (key, stems, stated), missing in zip(known_facts, untold, strict=True):
            for place, kind, value in odd:
                rivals = [right for _, same, right in stated if same == kind]
                if not rivals:
                    continue
                like = _like(brief.facts[key], own, kind)
                absent = [right for right in rivals if right in missing]
                near = stems & here and stems & _stems(_clause(own, place))
                # One digit beside says little alone: our update at 6 pm is no slip of a phone line that opens at 5.
                slip = slipped(kind, value, rivals) or lone(place, kind, value, odd, untold, own) or ((near or kind in told or is_long(kind, value)) and misread(kind, value, absent)) or (
                    kind == "date" and kinds[kind] == 1 and bool(absent) and misread(kind, value, absent)
                    and sum(same == kind for same, _ in given) == 1) or (
                    # The one number of its kind on the sheet, not told, and a word of its key beside another.
                    kinds[kind] == 1 and bool(absent) and bool(near) and kind in _SINGULAR
                    and sum(same == kind for _, same, _ in said) == 1) or (
                    # "Your refund: you get 30 percent": the one share on the sheet and in the reply.
                    kind == "percent" and kinds[kind] == 1 and bool(absent) and bool(stems & (here | _stems(earlier)) or _stems(brief.facts[key]) & _stems(own[place.end:place.end + _BEHIND]))
                    and sum(same == kind for same, _ in given) == 1) or (
                    # When it happened, to the minute: the sheet has one such time, and it is not told.
                    kind == "time" and bool(absent) and _BEFELL.search(folded(key)) is not None and _HAPPENED_AT.search(own, 0, place.end) is not None
                    and sum(_BEFELL.search(folded(other)) is not None for other in brief.facts) == 1)
                named = _named(key, stems, stems & here, kind) and (about or _named(key, stems, near or set(), kind))
                # Where the reply gives the fact, another value beside it is something else's.
                if slip or like or (named and absent):
                    yield Hit(span.start + place.start, span.start + place.end,
                              f"The fact sheet says {key}: {brief.facts[key]}.", f"Write {brief.facts[key]}.")


#: Letters behind a share in which it says of what: "80% of the fee".
_BEHIND: Final = 20
#: What two facts may have in common by chance: a day is one of seven.
_TWICE: Final = frozenset(["day"])
_BEFELL: Final = re.compile(r"\b(?:time of|(?:when|what time|hour) (?:it|of)|happened|occurred|struck) ?(?:the )?(?:accident|incident|crash|collision|fire|explosion|leak|event|happened|impact|derailment|$)?|\b(?:accident|incident|crash|collision|fire|explosion|derailment|impact)(?: time| at)\b")
#: "The ferry hit the quay at 8:40".
_HAPPENED_AT: Final = re.compile(r"\b(?:hit|struck|crashed|collided|happened|occurred|fell|broke|derailed|exploded|burst|ran (?:into|aground)|caught fire|gave way|came down|collapsed|failed|touched)\b[^,;.]{0,40} (?:at|around|just after|shortly after|shortly before|just before) \d{1,2}[:.]\d{2}[^\d]{0,3}$")
#: "The alarm went at 14:05 and the pool was empty five minutes later."
_LATER: Final = re.compile(r" (?:later|after that|afterwards)\b")


def _later(sentences: list[tuple[Span, str, list[tuple[Span, str, object]]]], known_facts: list[tuple[str, set[str], list[tuple[Span, str, object]]]],
           untold: list[list[object]], brief: Brief) -> Iterator[Hit]:
    """So long after a time of the sheet, where the sheet has another time for what came then."""
    for span, own, said in sentences:
        for place, kind, value in said:
            after = _LATER.match(own, place.end) if kind == "span" and isinstance(value, float | int) else None
            times = [time for earlier, same, time in said if same == "time" and earlier.end <= place.start and isinstance(time, int)]
            if after is None or not times or not isinstance(value, float | int):
                continue
            then = times[-1] + value
            stems = _stems(own[max(0, own.rfind(" and ", 0, place.start)):place.start])
            for (key, about, stated), missing in zip(known_facts, untold, strict=True):
                right = [time for _, same, time in stated if same == "time" and isinstance(time, int)]
                if len(right) == 1 and right[0] in missing and about & stems and then not in (right[0], right[0] + 720):
                    yield Hit(span.start + place.start, span.start + after.end(), f"The fact sheet says {key}: {brief.facts[key]}.", f"Write {brief.facts[key]}.")


def _told(own: str, times: set[object]) -> Iterator[tuple[Span, str, object]]:
    """What a sentence tells: "at ten" is the sheet's 10:00 or 22:00 where it has one, and says nothing where it has none."""
    for place, kind, value in values(own):
        if kind == "hour":
            yield from ((place, "time", time) for time in times if isinstance(time, int) and isinstance(value, int) and time % 720 == value)
        elif not (kind == "number" and (_ONE.match(own, place.start) or (value == 1.0 and re.search(r"\b(?:not|no|any|each|every|which|this|that|new|another|the) $", own[max(0, place.start - 12):place.start])))):
            yield place, kind, value


#: "North Devon" is not "south Devon".
_SIDE: Final = re.compile(r"\b(north|south|east|west|northern|southern|eastern|western|left|right|upper|lower) ([a-z]{3,})\b")


def _places(draft: Draft, brief: Brief) -> Iterator[Hit]:
    for key, value in brief.facts.items():
        for side, place in _SIDE.findall(folded(value)):
            for found in _SIDE.finditer(draft.own):
                if found[2] == place and found[1] != side:
                    yield Hit(*found.span(), f"The fact sheet says {key}: {value}.", f"Write {value}.")


#: "Back since 6 am", "running again": what a sheet calls restored.
_AGAIN: Final = re.compile(r"\b(?:back (?=on\b|up\b|online\b|since\b|in service\b|to normal\b)|(?:on|up|running|working) again\b)")


def _stems(text: str) -> set[str]:
    text = _AGAIN.sub("restored ", text)
    bare = folded(text).replace("_", " ")
    if not bare.isascii():
        bare = "".join(mark for mark in normalize("NFKD", bare) if not combining(mark))
    return {_stem(word) for word in re.findall(r"[^\W\d_]+", bare) if word not in _SMALL_WORDS and len(word) > 1}


#: Words that a fact sheet and a reply use of the same thing, by their stems.
_SAME: Final = {
    other: words.split()[0]
    for words in ("last dur length long took run", "pric cost fee charg", "injur hurt wound", "custom user client guest passeng peopl person account",
                  "begin start", "end finish", "clos shut", "reopen open", "fix patch", "refund reimburs", "shop stor branch", "pay paid", "staff employe worker", "hotlin helplin", "dead died death kill die")
    for other in words.split()[1:]
}


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    stem = _bare(word)
    return _SAME.get(stem, stem)


_IRREGULAR: Final = {"began": "begin", "begun": "begin", "made": "mak", "sold": "sell", "sent": "send", "paid": "pay", "built": "build", "ran": "run"}


def _bare(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4:
        for end in ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y"):
            if word.endswith(end) and len(word) - len(end) >= 3:
                return word[: -len(end)]
    return word


#: Of these a reply says one where the sheet has one.
_SINGULAR: Final = frozenset(["money", "percent", "time", "date", "measure", "number"])
#: What is one of its kind in a reply more often than not: a word of the key is enough to know which.
_TELLING: Final = frozenset(["code", "version", "time", "date", "span", "measure", "side"])
_UNITS: Final = frozenset(["hour", "day", "week", "month", "minut", "year"])


def _named(key: str, stems: set[str], common: set[str], kind: str) -> bool:
    """True where the words that a key shares with a sentence say that the sentence is about it."""
    if len(common) >= min(2, len(stems)):
        return bool(common)
    last = [word for word in re.findall(r"[^\W\d_]+", folded(key).replace("_", " ")) if word not in _SMALL_WORDS][-1:]
    return kind in _TELLING and any(_stem(word) in common - _UNITS for word in last)


def _like(value: str, own: str, kind: str) -> bool:
    """True where a measure or a code stands with the words of the fact itself: "Sea Salt 150 g", "the Sea Salt 50 g bags"."""
    words = _stems(value)
    return kind in ("measure", "code") and len(words & _stems(own)) >= min(2, len(words)) > 0


def _clause(own: str, place: Span) -> str:
    """The clause of a sentence in which a value stands."""
    begin = max(own.rfind(mark, 0, place.start) for mark in (";", " but ", ", and it", ", and we", ", and they", " and it "))
    end = min((at for mark in (";", " but ", ", and it", ", and we ", ", and the ") if (at := own.find(mark, place.end)) >= 0), default=len(own))
    return own[max(0, begin):end]


CONTRADICTS_FACT: Final = Rule(
    "contradicts-fact", Level.ERROR,
    "This differs from the published fact sheet; two numbers are worse than a wrong one.",
    "Write what the fact sheet says, or have it corrected first.",
    "Coombs 2007 (instructing information first); the fact sheet", _facts,
)

RULES: Final = (CONTRADICTS_FACT,)
