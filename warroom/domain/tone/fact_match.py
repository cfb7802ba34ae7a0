"""Which fact a value of a reply stands for: what speaks for it and against it, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log10
from typing import Final, NamedTuple

from warroom.domain.tone.draft import Draft, Span, folded
from warroom.domain.tone.fact_names import looks_like, named, names
from warroom.domain.tone.fact_values import Told, agree, nothing, relative, sorts, spot, spots, told
from warroom.domain.tone.fact_words import placed, stems
from warroom.domain.tone.quantities import ANY_VALUE
from warroom.domain.tone.slips import slipped


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the sheet: what its key and its value are about, and the values that it tells."""

    key: str
    written: str
    about: frozenset[str]
    words: frozenset[str]
    values: tuple[Told, ...]
    role: str
    own_step: bool
    past: bool
    coming: bool
    #: The words that stand beside its values: "3 passengers".
    beside: tuple[frozenset[str], ...]


class Said(NamedTuple):
    """A value of the reply, with its clause and its sentence as stems."""

    told: Told
    place: Span
    clause: str
    in_clause: frozenset[str]
    in_sentence: frozenset[str]
    before: frozenset[str]
    beside: frozenset[str]
    role: str
    sentence: int
    #: Letters of the sentence before the value and behind it.
    ahead: str
    behind: str


_START: Final = re.compile(r"\b(?:start\w*|began|begin\w*|since|from|outset|kick-off|opens|opened|first|desde|seit|ab|depuis|\u00e0 partir|dal)\b")
_END: Final = re.compile(r"\b(?:until|till|ends?|ended|deadline|closes?|closing|by|before|restored|back|expires?|fixed|over|bis|jusqu'\w*|hasta|entro|fino|tot|solved|out)\b")
_LENGTH: Final = re.compile(r"\b(?:for|duration|lasted|length|how long|within|downtime|time|every|wait\w*|takes?|window)$|\bwithin\b")
_FOR: Final = re.compile(r"\b(?:for|lasted|took|takes?|within|in|every|up to|after|have|wait(?:ed)?)(?: \w+)? $")
_SINCE: Final = re.compile(r"\b(?:since|from|starting|starts?|began|begins?|as of|seit|ab|vom|depuis|desde|dal|dalle|\u00e0 partir d\w+)(?: \w+){0,2} $")
_UNTIL: Final = re.compile(r"\b(?:until|till|by|before|ends?|closes?|bis|jusqu'\w+|hasta|entro|fino (?:a|al)|tot|to)(?: \w+){0,2} $")
_STEP: Final = re.compile(
    r"\b(?:(?:we|i|she|he|they|someone|team|manager|colleague\w*|engineer|lead|director|\w+ team)(?:'ll| will|'re going to| are going to|'m going to)|you'll|you will|next|update|we post|we write|wir|melden|on vous|ti scriviamo|"
    r"(?:we|i) (?:answer|reply|report|meet|publish))\b(?:(?!, (?:and|but) |;| \u2013 ).){0,70}$")
_WE_WILL: Final = re.compile(r"\b(?:we|i|you|he|she)(?:'ll| will|'d like| would like|'re going to)\b|\b(?:rings?|calls?) (?:you|all|every)|\b(?:dm|message|write to|tell|ask|come by|send|bring|look|try|call) (?:us|me|here|for|again|by|your|tomorrow)\b|\bshould (?:reach|be with)|\bwould like to\b|\byour? (?:slot|parcel|seats?|appointment|booking)\b")
_STEP_DOES: Final = re.compile(
    r"\b(?:post|posts|update|updates|report|write|writes|call|calls|ring|rings|tell|say|be back|come back|let you know|answer|answers|confirm|publish|publishes|share|reply|announce|hear|news|message|e-?mail|dm|meet|"
    r"explain|know more|check|look|follow|contact|phone|speak|talk|melden|schreiben|scriviamo|rappelle|point|send|visit|read)\b")
_KEY_STEP: Final = re.compile(r"update|news|brief|report|letter|mail|post|publish|call|answer|next|statement|meeting|result|talks|hearing|session|explan|write|review|audit|inspection|test|sample")
_PAST_KEY: Final = re.compile(r"\b(?:began|beg[au]n|start of|started|discovered|found|restored|sent|date of|accident|time of|happened|lost|ended|since|sold|built|made|taken|stopped|closed on|reported|detected|noticed|incident|occurred|leaked|opened|told|first|injured|evacuated|copied|was|were|affected|cancelled|fire out|capped|outage (?:start|end|began|ended))\b")
_COMING_KEY: Final = re.compile(r"\b(?:reopen\w*|expected|next|deadline|until|back by|due|resum\w*|restart\w*|valid|ends|by|new|planned|will|open again|return\w*|refund\w*|claim\w*|within|opening|opens)\b")
_WAS: Final = re.compile(r"\b(?:was|were|had|did|began|started|went|hit|came|found|learn\w+|broke|fell|lasted|took|happened|stopped|left|sent|sold|built|made|been|knew|lost|\w{3,}ed)\b")
_WILL: Final = re.compile(r"\b(?:will|'ll|going to|opens?|reopens?|resumes?|restarts?|until|expects?|should|can|may|ends?|closes?|runs?|leaves?|starts?|begins?|by)\b")
_OTHER: Final = re.compile(r" ?(?:other|another|of (?:you|us|our)|later|ago|away|earlier|times|out of|each other|or (?:later|earlier|newer|older|more|fewer))\b|'s\b|-(?:year|hour|minute|day|strong)")
#: "Four more counters" are none of those that the sheet counts.
_MORE: Final = re.compile(r" (?:more|fewer|less|extra|additional|further)\b(?! than (?:\d|one|two|three))")
_IF: Final = re.compile(r"\b(?:if|whether|unless|in case|anyone who|whoever|once|when you)\b")
_YOURS: Final = re.compile(r"\b(?:your (?:\w+ )?|you (?:waited|wait|were|sat|paid|spent|bought|say|wrote|had|ordered|called|rang|told|asked|posted)\b[^,;.]{0,30})$")
_CUT: Final = re.compile(r";|:|\u2014| \u2013 | but | so |, (?:and|but|so|which|while|where|who|then)\b| and (?=(?:we|it|they|you|i|he|she|the|your|our|all|every|each|that|there|is|are|was|were|will|has|have|any|those|everyone|nobody)\b)|, (?=(?:we|it|they|you|i|he|she)\b)")


def sheet(facts: Mapping[str, str]) -> list[Fact]:
    """Read a fact sheet."""
    out = []
    for key, written in facts.items():
        name, fact = folded(key).replace("_", " "), folded(written).strip()
        read = tuple(told(fact, name))
        read += tuple(named(written, place=bool(_PLACE_KEY.search(name))))
        read += (*relative(fact), *sorts(fact))
        if not read:
            read = tuple(spot(fact, place=bool(_PLACE_KEY.search(name))))
        bare = fact
        for one in read:
            bare = bare[:one.place.start] + " " * (one.place.end - one.place.start) + bare[one.place.end:]
        out.append(Fact(key, written, stems(name), stems(bare), read, _role(name, fact), bool(_KEY_STEP.search(name)), bool(_PAST_KEY.search(name)), bool(_COMING_KEY.search(name) or _UNTIL.search(fact[:read[0].place.start] if read else "")),
                        tuple(_beside(fact, one.place.end) for one in read)))
    return out


def _role(name: str, fact: str) -> str:
    if _LENGTH.search(name):
        return "length"
    early, late = _START.search(f"{name} {fact}"), _END.search(f"{name} {fact}")
    return "start" if early and not late else "end" if late and not early else ""


def _beside(text: str, at: int) -> frozenset[str]:
    found = _NEXT_WORDS.match(text, at)
    return stems(found[0]) if found else frozenset()


_NEXT_WORDS: Final = re.compile(r"(?: (?!(?:and|or|to|at|in|on|by|for|of|is|are|was|were|from|until|with|have|has|had|will|since|we|you|it|that|which|who|as|so|but)\b)[^\W\d_][\w-]*){1,3}")


def said(draft: Draft, *, by_name: bool, by_spot: bool, by_sort: bool) -> Iterator[Said]:
    """The values of a reply, each with its surroundings."""
    earlier: frozenset[str] = frozenset()
    for number, span in enumerate(draft.sentences):
        own = draft.own[span.start:span.end]
        here = placed(own)
        everything = frozenset(stem for _, _, forms in here for stem in forms)
        called = list(names(draft.text[span.start:span.end], own)) if by_name else []
        if called or by_spot or by_sort or ANY_VALUE.search(own) or _NONE.search(own) or _DAYS_AWAY.search(own):
            cuts = [0, *(found.start() for found in _CUT.finditer(own)), len(own)]
            for one in (*told(own), *nothing(own), *called, *relative(own), *(sorts(own) if by_sort else ()), *(spots(own) if by_spot else ())):
                begin = max(cut for cut in cuts if cut <= one.place.start)
                end = min(cut for cut in cuts if cut >= one.place.end)
                inside = frozenset(stem for start, stop, forms in here if begin <= start and stop <= end and (stop <= one.place.start or start >= one.place.end) for stem in forms)
                yield Said(one, Span(span.start + one.place.start, span.start + one.place.end), own[begin:end], inside, everything, earlier, _beside(own, one.place.end),
                           "length" if one.kind == "span" and _FOR.search(own, max(0, one.place.start - 24), one.place.start) else "start" if _SINCE.search(own, max(0, one.place.start - 24), one.place.start) else "end" if _UNTIL.search(own, max(0, one.place.start - 24), one.place.start) else "",
                           number, own[max(0, one.place.start - 90):one.place.start], own[one.place.end:one.place.end + 60])
        earlier = everything


#: What speaks for a pair or against it, in the order of the weights.
NAMES: Final = (
    "always", "none", "name", "spot", "relative", "sort", "number", "money", "percent", "when", "time", "span", "year", "other kinds",
    "key in clause", "key in sentence", "key in sentence before", "key in post", "last word of key in clause", "words of value in sentence", "noun beside", "other noun beside",
    "same role", "other role", "own step", "own step of the sheet", "we will in clause", "dated, no key in clause", "fits the tense", "other tense", "only fact of its kind", "only value of its kind", "a part of it told", "slip of the pen", "other facts told in sentence",
    "another fact nearer", "more, other", "condition", "yours", "far apart", "told in words", "pronoun", "no key word anywhere", "place for place", "alike names", "name and no preposition", "name and key in clause", "spot and key in clause", "relative, other value told")
_DAYS_AWAY: Final = re.compile(r"\b(?:yesterday|last night|today|tonight|tomorrow|this (?:morning|afternoon|evening))\b")
_NONE: Final = re.compile(r"\bno(?:ne|body|t one|t a single|-one)?\b")
_PLACE_KEY: Final = re.compile(r"\b(?:place|site|where|location|venue|street|streets|area|areas|school|plant|depot|field|region|regions|town|city|branch|shop|store|station|stop|hall|office|clinic|hospital|address|room|point|stopped near|from|land|country|countries|warm|zona|salida|ort|lieu|luogo|plaats|bakery|bakeries|warehouse|factory|campus|line|route|gate|stand|beach|pool|park)\b|\b(?:at|in|near|to|from|outside)$")
_AT: Final = re.compile(r"\b(?:in|at|on|near|outside|from|of|behind|around|along|between|off|to|al|en|a|de|bij)(?: (?:the|our|its|their|barrio de|la|el))? $")
_KINDS: Final = ("none", "name", "spot", "relative", "sort", "number", "money", "percent", "when", "time", "span", "year")


class Pair(NamedTuple):
    """A value of the reply, a fact that it may stand for, and what speaks for it."""

    said: Said
    fact: Fact
    features: tuple[float, ...]


def pairs(draft: Draft, facts: Sequence[Fact], asked_as: str) -> list[Pair]:
    """Each value of a reply that agrees with nothing on the sheet nor in the post, with each fact of its kind that the reply does not tell."""
    spoken = list(said(draft, by_name=any(right.kind == "name" for fact in facts for right in fact.values), by_spot=any(right.kind == "spot" for fact in facts for right in fact.values), by_sort=any(right.kind == "sort" for fact in facts for right in fact.values)))
    if not spoken:
        return []
    post = folded(asked_as)
    asked = stems(post)
    posted = [*told(post), *sorts(post), *(one for fact in facts for one in sorts(folded(fact.key))), *(Told(one.place, "name", one.worth) for words in (asked_as, *(fact.key for fact in facts)) for one in named(words, place=True))]
    open_values = {number: [right for right in fact.values if not any(alike(one.told, right) and agree(one.told, right) for one in spoken)] for number, fact in enumerate(facts)}
    odd = [one for one in spoken if not _MORE.match(one.behind) and not any(alike(one.told, right) and agree(one.told, right) for fact in facts for right in fact.values)
           and not any(alike(one.told, right) and agree(one.told, right) for right in posted)]
    everything = frozenset(stem for one in spoken for stem in one.in_sentence)
    out = []
    for one in odd:
        near = [_overlap(fact.about, one.in_clause) for fact in facts]
        for number, fact in enumerate(facts):
            rivals = [right for right in open_values[number] if alike(one.told, right) and agree(one.told, right) is False]
            if rivals:
                others = max((score for at, score in enumerate(near) if at != number), default=0.0)
                alone = sum(any(alike(one.told, right) for right in rights) for rights in open_values.values()) == 1
                sole = sum(other.told.kind == one.told.kind for other in odd) == 1
                around = [other for other in spoken if other.sentence == one.sentence and other is not one]
                part = any(right not in open_values[number] and any(alike(other.told, right) and agree(other.told, right) for other in around) for right in fact.values)
                among = sum(any(alike(other.told, right) and agree(other.told, right) for other in around) for line in facts if line is not fact for right in line.values)
                out.append(Pair(one, fact, _features(one, fact, rivals, asked, everything, others, alone=alone, sole=sole, part=part, among=among)))
    return out


def alike(one: Told, right: Told) -> bool:
    """True where two values are of one kind: none of them is a number."""
    return one.kind == right.kind or (one.kind == "none" and right.kind == "number")


def _overlap(about: frozenset[str], words: frozenset[str]) -> float:
    return len(about & words) / max(1, min(3, len(about)))


def _features(one: Said, fact: Fact, rivals: Sequence[Told], asked: frozenset[str], everything: frozenset[str], others: float, *, alone: bool, sole: bool, part: bool, among: int) -> tuple[float, ...]:
    kind = one.told.kind
    dated = kind in ("when", "time", "span")
    step = dated and bool(_STEP.search(one.ahead) and _STEP_DOES.search(one.clause))
    beside = bool(one.beside & (fact.about | fact.words | frozenset(stem for words in fact.beside for stem in words)))
    in_clause = _overlap(fact.about, one.in_clause)
    left = fact.about - one.in_clause
    in_sentence = len(left & one.in_sentence) / max(1, min(3, len(fact.about)))
    in_before = len(left & one.before - one.in_sentence) / max(1, min(3, len(fact.about)))
    in_post = len((left & asked) - one.before - one.in_sentence) / max(1, min(3, len(fact.about)))
    was, will = _WAS.search(one.clause) is not None, _WILL.search(one.clause) is not None
    fits = dated and ((fact.past and was and not will) or (fact.coming and will and not was))
    clash = dated and ((fact.past and not fact.coming and will and not was) or (fact.coming and not fact.past and was and not will))
    called, at, name = kind in ("name", "spot"), _AT.search(one.ahead) is not None, folded(fact.key).replace("_", " ")
    last = stems(folded(fact.key).replace("_", " ").rsplit(" ", 1)[-1])
    return (
        1.0, *(float(kind == name) for name in _KINDS), float(kind not in _KINDS),
        in_clause, in_sentence, in_before, in_post, float(bool(last & one.in_clause)), min(2, len(fact.words & one.in_sentence)) / 2.0,
        float(beside), float(bool(one.beside) and not beside and kind in ("number", "money", "percent", "other")),
        float(bool(one.role) and one.role == fact.role), float(bool(one.role and fact.role) and one.role != fact.role),
        float(step and not fact.own_step), float(step and fact.own_step), float(dated and not fact.own_step and bool(_WE_WILL.search(one.clause))), float(kind in ("when", "time", "number") and not in_clause), float(fits), float(clash),
        float(alone), float(sole), float(part), float(any(slipped(kind, one.told.worth, right.worth) for right in rivals)), min(among, 2) / 2,
        float(others > in_clause), float(_OTHER.match(one.behind) is not None), float(_IF.search(one.clause) is not None), float(_YOURS.search(one.ahead) is not None),
        min((_apart(one.told.worth, right.worth) for right in rivals), default=0.0), float(bool(fact.words) and fact.words <= everything),
        float(re.match(r"(?:it|they|this|that|these|he|she)\b", one.clause.lstrip(" ,;:")) is not None),
        float(not (fact.about | fact.words) & (one.in_sentence | one.before)),
        float(called and at and bool(_PLACE_KEY.search(name))), float(kind == "name" and any(looks_like(str(one.told.worth), str(right.worth)) for right in rivals)), float(called and not at), in_clause if kind == "name" else 0.0, in_clause if kind == "spot" else 0.0, float(kind == "relative" and part),
    )


#: Fitted by ``tests/tone/fit_facts.py`` (logistic regression, each value by its best fact) on the replies with a fact sheet that stood there on 22 November 2026.

WEIGHTS: Final = (-1.84, -2.25, -0.61, -1.98, -0.89, 0.04, 1.04, 0.56, 1.44, 0.04, -0.42, 1.70, 0.40, 0.88, 2.76, -0.38, -0.37, -1.32, 1.84, 1.24, 1.71, -0.12, 1.02, 0.05, -0.44, 0.00, -2.42, -1.00, 0.92, -1.64, 0.83, 0.68, 0.11, 1.13, 1.51, 1.08, -0.28, -1.60, 0.24, -1.77, -0.39, 1.55, 0.21, 1.51, -0.13, -2.21, -0.42, 0.26, 0.00)
BAR: Final = -0.3


def contradictions(draft: Draft, facts: Sequence[Fact], asked_as: str) -> Iterator[tuple[Span, Fact]]:
    """The values that stand for a fact and say something else, each with the fact that fits best."""
    best: dict[Span, tuple[float, Fact]] = {}
    for one in pairs(draft, facts, asked_as):
        score = sum(weight * feature for weight, feature in zip(WEIGHTS, one.features, strict=True))
        if score > BAR and score > best.get(one.said.place, (BAR, one.fact))[0]:
            best[one.said.place] = score, one.fact
    for place, (_, fact) in best.items():
        yield place, fact


def _apart(one: object, other: object) -> float:
    return min(2.0, abs(log10(one / other))) if isinstance(one, float) and isinstance(other, float) and one > 0 and other > 0 else 0.0
