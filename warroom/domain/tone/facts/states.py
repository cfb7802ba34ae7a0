"""What state a thing is in, and what caused it, in words: caught or loose, open or closed, a pump or a valve."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from warroom.domain.tone.draft import Draft, Span, folded
from warroom.domain.tone.facts.reply import Reply
from warroom.domain.tone.facts.sheet import Fact
from warroom.domain.tone.facts.words import stems

_AUX: Final = r"(?:is|are|'s|'re|has been|have been|had been|been|stays?|stayed|remains?|remained|runs?|went|be)"
#: States of one thing that shut each other out: as a sheet may word them, and as a reply may.
_AXES: Final = tuple((re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b")) for one, other in (
    # open, closed
    ("(?:re)?open(?:s|ed)?(?: again)?|accessible|clear(?:ed)?", "closed|shut|blocked|sealed off|fenced off|out of use|impassable|off limits"),
    # running, not running
    ("running|working|works?|operating|operational|back(?: up| on| online| to normal)?|restored|resumed|in service|online|live|normal(?:ly)?|as normal|available|(?:on|up)(?: again| and running|(?=[.,;]|$| since| now))|shown|showing|still (?:up|on)",
     "offline|(?:down|off)(?=[.,;]|$| since| again| for| at| now| today)|still (?:down|off|out)|out of (?:service|order|action|use)|not (?:yet )?(?:running|working|restored|back|available)|suspended|stopped|paused|withdrawn|halted|broken|cancelled|called off|taken down|pulled|dead|unavailable|still out|interrupted|switched off"),
    ("safe|fine|clean|drinkable|harmless|normal|clear|all-clear|can (?:safely )?(?:drink|use|eat)|ok|okay", "unsafe|not safe|boil\\w*|do not (?:drink|use|eat)|don't (?:drink|use|eat)|must not|contaminated|undrinkable|polluted|dangerous|no longer safe|tainted|not to be (?:used|eaten)"),
    ("caught|captured|recovered|found|recaptured|back in|rescued|returned|released", "loose|at large|missing|still out|on the run|not (?:yet )?(?:been )?(?:found|caught)|escaped|free"),
    ("fixed|repaired|solved|mended|resolved|patched|finished|complete(?:d)?|done|ready|over|lifted", "not (?:yet )?(?:been )?(?:fixed|repaired|solved|mended|resolved|finished|complete|done|ready|over|lifted)|unresolved|unfixed|broken|still (?:being )?(?:worked on|under way|in force|being repaired)|under repair|in force|ongoing|unfinished"),
    ("unhurt|unharmed|alive|well|safe|stable|recovering|home", "dead|died|critical(?:ly)?|injured|hurt"),
    ("suspended|off duty|dismissed|sacked|on leave|stood down|removed|sent home", "still (?:working|at work|on duty|driving|employed)|on duty|back at work|at work|working"),
    ("free(?: of charge)?|without charge|at no cost|no charge|nothing|none|no fee", "for a fee|charged|cost(?:s)? (?:extra|you)|pay for|paid for|half price"),
    ("automatic(?:ally)?|no form|not (?:needed|required|necessary)|none needed|by itself|optional|without a (?:form|receipt|booking|ticket)|no (?:receipt|booking|appointment|form|ticket)(?: needed| required| necessary)?",
     "fill in|form (?:is|must)|apply|you(?:'ll| will)? need(?: to)? (?:a|bring|show|fill|book|apply|send|your)|must (?:book|show|bring|apply|fill)|with (?:a|the|your) (?:receipt|booking)|only with|required|bring (?:the|your) receipt|needs? to be (?:booked|requested)"),
    ("valid|accepted|honoured|can be used", "no longer valid|expired?|invalid|void|not (?:valid|accepted)|not be (?:valid|accepted)"),
    ("in stock|available|on sale", "sold out|out of stock|unavailable|gone|not available"),
    ("included|covered|part of|affected", "not (?:part of|included|covered|affected|touched)|unaffected|excluded|left out"),
    ("in full|full|whole|100 ?%|everything|all of it|entire", "half(?! past| an)|part of|partly|a part|in part|a third|a quarter"),
    ("indoors|inside", "outdoors|outside"), ("both", "only one"), ("unchanged|the same|stays? the same|as planned", "changed|moved|different|new (?:date|place|time|venue)|another (?:date|place|time|venue)"),
    ("encrypted|hashed", "in plain text|unencrypted|readable"), ("confirmed|certain", "not (?:yet )?confirmed|unconfirmed|still open"), ("ended|over|settled|called off", "goes on|continues|ongoing|still on|continue"),
    ("confirmed|approved|granted|accepted", "refused|rejected|denied|turned down|declined"), ("voluntary|advised|recommended", "mandatory|compulsory|ordered"), ("arrested|in custody|charged", "still at large|released|not (?:been )?(?:arrested|charged)"),
))
#: Said of what is to come, or not said for certain.
_AHEAD: Final = re.compile(r"(?:\bwill|'ll|\b(?:until|till|when|once|as soon as|expect\w*|going to|should|can't say|cannot say|whether|if|might|may|could|hope|due|before))\b[^;:]*$")
_BEHIND: Final = re.compile(r"(?: \w+){0,2} (?:until|till|from (?:tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|\d)|on (?:the|mon|tue|wed|thu|fri|sat|sun|\d)\w*|at (?:\d|noon|six|seven|eight|nine|ten)|by|tomorrow|when|once|next|if|as soon as|before)\b")
_TURN: Final = re.compile(r"[;:,]|\bbut\b|\band (?:it|the|we|they|all|you)\b|\bso\b")
_NOT: Final = re.compile(r"(?:\bnot|n't|\bno longer|\bnever|\bneither|\bnot yet|\bno|\bnothing|\bwithout|\bisn't|\baren't)(?: \w+){0,2} $")
_MARKS: Final = re.compile(r"\b(?:status|state|now|current|still|is|are|today|tonight|situation|opening|hours|when|open|closed|of|the)\b")
_PRONOUN: Final = re.compile(r"(?:it|they|she|he|this|that|these|both|all)(?:'s|'re)?\b")
_CAUSE_KEY: Final = re.compile(r"\b(?:cause|reason|culprit|origin|source|due to|why|ursache|grund|oorzaak|causa|motivo|caused by|trigger)\b")
_CAUSE: Final = re.compile(
    r"\b(?:because of|due to|caused by|owing to|down to|thanks to|as a result of|on account of|(?:cause|reason|culprit) (?:is|was|turned out to be)|comes? from|came from|comes? down to|came down to|trouble (?:is|was)|problem (?:is|was|lies? (?:in|with))|traced (?:it )?(?:back )?to|vient d(?:e|u|'une?|es)|\u00e0 cause d\w*|"
    r"wegen|liegt an|lag an|vanwege|debido a|a causa di|set off by|triggered by|brought (?:on|down) by|it was(?= [^.;,]{4,50} (?:that|which) )|fault (?:lay|lies) (?:in|with)|failed because|started (?:in|with|from|at)|began (?:with|in)|after(?= (?:an?|two|some) )) "
    r"(?P<after>[^.;,!?\x01]{4,60})")
_DOER: Final = re.compile(r"(?P<doer>\b(?:a|an|one|our|the|some|two|three)(?: (?!(?:is|are|was|were|has|had|have|that|which|who|will|can|and|to)\b)[^\W\d_][\w-]*){1,7}?) (?:is how|is why|was how|is what|was what|took|takes|knocked|brought|set off|triggered|stopped|cut|caused|shut|blocked|put|left|made|started|tripped|broke|failed|burst|gave way|blew|ruined|wiped|crashed|hit|is behind|was behind)\b")
_OPEN_YET: Final = re.compile(r"\b(?:unknown|not (?:yet )?(?:known|clear|confirmed)|unclear|under investigation|being investigated|investigat\w+|tbc|pending|open)\b")


def stated(reply: Reply, facts: Sequence[Fact]) -> Iterator[tuple[Span, Fact]]:
    """Where a reply tells another state of a thing, or another cause, than the sheet."""
    for fact in facts:
        key = fact.name
        yield from ((place, fact) for place in _only_some(reply, fact))
        yield from ((place, fact) for place in (*_other_relation(reply.draft, fact), *_opposite(reply.draft, fact)))
        if _CAUSE_KEY.search(key):
            yield from ((place, fact) for place in _other_cause(reply, fact))
        else:
            yield from ((place, fact) for place in (*_needed(reply.draft, fact), *_other_state(reply, fact, stems(_MARKS.sub(" ", key)))))


def _other_cause(reply: Reply, fact: Fact) -> Iterator[Span]:
    draft = reply.draft
    words = stems(re.split(r" (?:in|on|at|of|near|by|from) ", folded(fact.written))[0])
    if not words or _OPEN_YET.search(folded(fact.written)) or words & reply.all_stems:
        return
    for found in (*_CAUSE.finditer(draft.own), *_DOER.finditer(draft.own)):
        group = "after" if "after" in found.re.groupindex else "doer"
        if stems(found[group]) and not draft.denied(found.start()):
            yield Span(*found.span(group))
            return


_ALL: Final = re.compile(r"\b(?:whole|all|entire|every|everyone|everywhere|everybody|both|including)\b")
_SOME: Final = re.compile(r"\bonly (?:in|on|at|for|to) (?:\w+ ){0,3}\w+|\b(?:everywhere|everyone|everybody|all|every \w+) (?:but|except) (?:\w+ ){0,2}\w+")


def _only_some(reply: Reply, fact: Fact) -> Iterator[Span]:
    """Only a part, where the sheet has the whole: "only on the second floor" for "in the whole building"."""
    if not _ALL.search(folded(fact.written)):
        return
    for number, span in enumerate(reply.draft.sentences):
        found = _SOME.search(reply.sentence(number))
        if found is None or not (fact.about | fact.words) & reply.stems(number):
            continue
        # "In all areas, including the islands" is not "everywhere but the islands".
        if ("including" in folded(fact.written)) == bool(stems(found[0]) & (fact.words | fact.about)):
            yield Span(span.start + found.start(), span.start + found.end())


def _other_state(reply: Reply, fact: Fact, about: frozenset[str]) -> Iterator[Span]:
    written = folded(fact.written)
    if _SAFE_KEY.match(fact.name):  # "safe to use: no"
        written = f"not {fact.name}" if _NO.match(written) else fact.name if _YES.match(written) else written
        about = frozenset()
    first = re.split(r"[,;(]|\buntil\b|\btill\b|\bbut\b|\bsince\b", written)[0]
    if _TO_COME.match(first):
        return
    axes = [other for one, two in _AXES for mine, other in ((one, two), (two, one)) if _is(mine, first) and not _is(other, first)]
    if not axes or len(first.split()) > _MOST_WORDS or not (about or _GENERAL.match(fact.name)):
        return
    before: frozenset[str] = frozenset()
    for number, span in enumerate(reply.draft.sentences):
        own, here = reply.sentence(number), reply.stems(number)
        there = here | before if _PRONOUN.match(own) or not here & about else here
        before = here
        if about and not (fact.last & about & there or len(about & there) >= _BOTH):
            continue
        first_about = min((at for at, _, forms in reply.placed(number) if forms & about), default=0)
        for other in axes:
            for found in other.finditer(own):
                if found.end() < first_about and stems(own[max(0, found.start() - _CLAUSE):found.start()]):  # said of another thing: "the shop is shut, the galleries aren't"
                    continue
                first = max(0, found.start() - _CLAUSE)
                clause = own[max((turn.end() for turn in _TURN.finditer(own, first, found.start())), default=first):found.start()]
                if not own.endswith("?") and not _NOT.search(clause) and not _AHEAD.search(clause) and not _BEHIND.match(own, found.end()) and ((_BY_ITSELF.match(found[0]) and stems(clause) & about) or _BEFORE_STATE.search(clause)):
                    yield Span(span.start + found.start(), span.start + found.end())
                    return


_TO_COME: Final = re.compile(r"(?:re)?opens\b|resumes?\b|restarts?\b|from\b|back (?:on|at|by|from)\b")
_BOTH: Final = 2
_MOST_WORDS: Final = 8
#: Letters before a state in which what it is said of stands.
_CLAUSE: Final = 120
#: A key that names no thing: the sheet speaks of the one thing that the incident is about.
_GENERAL: Final = re.compile(r"(?:(?:the |current )?(?:status|state|situation)(?: now| today)?|safe(?: to (?:use|eat|drink))?)$")
_SAFE_KEY: Final = re.compile(r"safe(?: to (?:use|eat|drink))?$")
_NO: Final = re.compile(r"(?:no|none|not (?:needed|required|necessary))\b(?! (?:yet|known))")
_YES: Final = re.compile(r"(?:yes|needed|required|necessary|compulsory|must)\b")
_NEED_KEY: Final = re.compile(r"^(?:a |the )?(?P<noun>[a-z]{4,})s?(?: (?:is |are )?(?:needed|required|necessary))?$")


def _needed(draft: Draft, fact: Fact) -> Iterator[Span]:
    """What is asked for though it need not be there, or waived though it must: "bring your receipt" for "receipt: not needed"."""
    key = _NEED_KEY.match(fact.name)
    written = folded(fact.written)
    if key is None or not (_NO.match(written) or _YES.match(written)):
        return
    noun = re.escape(key["noun"].removesuffix("s"))
    wanted = (rf"\b(?:need|needs|bring|show|fill in|fill out|send in|must have|book|wear|with) (?:a|an|the|your|that)?(?: \w+)? ?{noun}s?\b" if _NO.match(written)
              else rf"\b(?:no|without|don't need|do not need|needn't|not need|skip|leave)(?: a| an| any| your| the)?(?: \w+)? {noun}s?\b|\b{noun}s? (?:is|are) (?:not|no longer) (?:needed|required|necessary)\b")
    for found in re.finditer(wanted, draft.own):
        if _YES.match(written) or not draft.denied(found.start()):
            yield Span(*found.span())


#: States that are verbs.
_BY_ITSELF: Final = re.compile(r"works?$|resumed$|reopened$")
_BEFORE_STATE: Final = re.compile(rf"\b(?:{_AUX}|(?<=\w)'s|(?<=\w)'re|can)(?: (?!the\b|an?\b|at\b|in\b|on\b|from\b|for\b|to\b|by\b)\w+){{0,3}} $|^ ?$")
#: Where or when, beside a noun: "after the match" is not "during the match".
_RELATIONS: Final = (frozenset(["before", "after", "during"]), frozenset(["inside", "outside"]), frozenset(["above", "below", "under", "over"]), frozenset(["with", "without"]))
_RELATION: Final = re.compile(r"\b(before|after|during|inside|outside|above|below|under|over|with|without) (?:the |a |an |our |your )?([a-z]{4,})\b")


def _other_relation(draft: Draft, fact: Fact) -> Iterator[Span]:
    for found in _RELATION.finditer(folded(fact.written)):
        told = [(said[1], said[2]) for said in _RELATION.finditer(draft.own)]
        for said in _RELATION.finditer(draft.own):
            if said[2] == found[2] and said[1] != found[1] and (found[1], found[2]) not in told and any({said[1], found[1]} <= words for words in _RELATIONS):
                yield Span(*said.span())


_LONG_WORD: Final = re.compile(r"\b(un|in)?(?=[a-z]{6})([a-z]+(?:ed|able|ible))\b")


def _opposite(draft: Draft, fact: Fact) -> Iterator[Span]:
    """A word and the same with "un" before it: "uninsured" for "insured"."""
    for found in _LONG_WORD.finditer(folded(fact.written)):
        word = found[0]
        other = word.removeprefix("un") if word.startswith("un") else f"un{word}"
        if _NOT.search(folded(fact.written), 0, found.start()) or re.search(rf"\b{word}\b", draft.own):
            continue
        yield from (Span(*said.span()) for said in re.finditer(rf"\b{other}\b", draft.own) if not draft.denied(said.start()))


def _is(state: re.Pattern[str], text: str) -> bool:
    return any(not _NOT.search(text, 0, found.start()) for found in state.finditer(text))
