"""Facts in words against the fact sheet: names in a list, one word off, yes and no, open and closed, what is not known yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft, Span, folded
from warroom.domain.tone.kinds import Brief, Hit

_TOKEN: Final = re.compile(r"[^\W_]+(?:[-'.:/][^\W_]+)*")
_LIST: Final = re.compile(r"(?<![^\W_])(?:(?:[^\W\d_]{1,40}-)?[^\W_]{1,40}(?:[ -][^\W_]{1,40})?, (?:and )?){0,6}[^\W_]{1,40}(?:-[^\W_]{1,40})? (?:and|und|et|y|e|en|og|och|i) [^\W_]{1,40}(?:-[^\W_]{1,40})?(?: addresses| numbers| details| data)?")
_CUT: Final = re.compile(r", (?:and )?| (?:and|und|et|y|e|en|og|och|i) ")
_NO: Final = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|isn't|aren't|wasn't|weren't|haven't|hasn't|didn't|don't|doesn't|won't|whether|if|except|safe|or)\b")
_YES: Final = frozenset(["yes", "ja", "oui", "si", "true", "confirmed"])
_NONE: Final = frozenset(["no", "none", "nein", "non", "nee", "false"])
#: What is not settled: nobody may say it as if it were.
_OPEN_QUESTION: Final = re.compile(
    r"(?:still |as yet )?(?:not (?:yet )?(?:known|clear|confirmed|established|determined|decided|certain)|unknown|unclear|unconfirmed|"
    r"under investigation|being investigated|undecided|to be (?:confirmed|decided|announced)|tbc|tba|investigation (?:is )?(?:ongoing|running|under way))\b")
_CAUSED: Final = re.compile(
    r"\b(?:(?:was|were|is|has been|had been) caused by|caused (?:the|this|it|that|your|last)|(?:is|was) (?:down|due) to|happened because|the (?:cause|reason|culprit) (?:is|was)|"
    r"(?:led to|set off|triggered|brought on|started) (?:the|this|it|that))\b")
_HEDGED: Final = re.compile(r"\b(?:may|might|could|whether|if|not|don't|isn't|wasn't|can't|cannot|no|nobody|yet|unknown|investigat\w*|looking|what|find out|rumou?rs?|claims?|until|once|when)\b")
#: States of a thing that shut each other out.
_STATES: Final = tuple(
    (re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b"))
    for one, other in (
        ("out of (?:service|order|action)|broken|down|not working|not running|no service|offline|en panne|hors service|au\u00dfer betrieb|defekt|fuera de servicio|fuori servizio|buiten gebruik",
         "(?:is|are|it's|they're|has been|have been) (?:now |all |back |up and |fully )*(?:running|working|back|up|online|repaired|fixed|mended|in service)|works? (?:again|now|fine)|runs? again|(?:remarche|fonctionne|l\u00e4uft wieder|funktioniert wieder|funciona|funziona|werkt weer)\\b"),
        ("(?:not (?:yet )?|un)(?:fixed|solved|repaired|resolved|mended)",
         "(?:is|are|it's|has|have|was) (?:now |all )?(?:been )?(?:fixed|solved|repaired|resolved|mended)"),
        ("(?:working|running|in service|operational|online|back (?:up|online)|works|repaired|fixed)\\b", "(?:is|are|it's|they're) (?:still |now |currently )?(?:out of (?:service|order|action)|broken|down|not working|offline)"),
        ("closed|shut|geschlossen|fermée?|cerrad[oa]|gesloten|chius[oa]", "(?:is|are|it's|they're|stays?|remains?) (?:now |still |all |back |done and |ready and )?open|has reopened|have reopened"),
        ("open|reopened", "(?:is|are|it's|they're|stays?|remains?) (?:now |still |all )?(?:closed|shut)"),
        ("not safe|unsafe|(?:do not|don't) (?:drink|use)|undrinkable|contaminated|boil", "(?:is|are|it's|they're|perfectly|completely) (?:now |perfectly |completely |quite )?(?:safe|fine|clean|drinkable|ok|okay)\\b|(?:you|everyone|everybody|people) can (?:now |safely |all )?(?:drink|use)\\b|(?:notice|warning|advice) (?:is|was|has been|'s) (?:now )?(?:lifted|over|withdrawn)"),
        ("safe|drinkable", "(?:is|are) (?:not safe|unsafe|contaminated|undrinkable)"),
        ("cancelled|called off|canceled", "(?:goes|going|will go|takes place|is still on|are still on|is on|still running)\\b(?: ahead| as planned)?"),
        ("postponed|suspended|stopped|halted|paused", "(?:goes|going) ahead|(?:is|are) (?:still )?running|as planned|(?:has|have) resumed"),
        ("sold out|out of stock|unavailable|not available", "(?:is|are) (?:still |now |back )?(?:available|in stock|on sale)"),
    )
)
_ONLY: Final = re.compile(r"\b(?:(?:yours|this|that|it|you)(?:'s| is| are|'re| was) (?:\w+ )?(?:the |an )?(?:only|first|one-off|isolated)(?: (?:case|one|report|complaint|customer|incident|person|instance))?|isolated (?:case|incident)|no (?:other|further|similar) (?:cases|reports|complaints|incidents)|one-off)\b")
_MANY: Final = re.compile(r"case|report|complaint|incident|affected|injur|similar|number_of")
_PLAIN: Final = frozenset(["the", "a", "an", "of", "in", "on", "at", "to", "by", "is", "was", "and", "or", "for", "from", "our", "it", "its", "until", "till", "as", "with", "all", "about", "roughly", "around", "nearly", "over", "almost", "approximately", "some", "more", "than", "ca"])
_MOST_SHARED: Final = 8


def worded(draft: Draft, brief: Brief) -> Iterator[Hit]:
    """Where a reply says in words something else than the fact sheet."""
    for key, written in brief.facts.items():
        fact = folded(written).strip()
        name = re.findall(r"[^\W\d_]{3,}", folded(key).replace("_", " "))
        for where in (*_only(draft, fact), *_unhurt(draft, key, fact), *_listed(draft, fact), *_one_word_off(draft, fact, brief), *_answered(draft, fact, name), *_stated(draft, fact, name),
                      *_singled(draft, key, fact), *_kept_back(draft, fact)):
            yield Hit(*where, f"The fact sheet says {key}: {written}.", f"Write {written}.")


def _listed(draft: Draft, fact: str) -> Iterator[Span]:
    """Lists that share a name with the sheet's and hold one that it has not: "Hove and Eastbourne" for "Hove and Seaford"."""
    right = {item.strip() for item in _CUT.split(fact)}
    if len(right) < 2 or not _LIST.fullmatch(fact):
        return
    for found in _LIST.finditer(draft.own):
        said = [item.strip() for item in _CUT.split(found[0])]
        # The first may drag words of the sentence before it along, the last those that follow.
        shared = [item for item in said if any(item == one or item.endswith(f" {one}") for one in right)]
        other = [item for item in said if item not in shared and not any(one in item or item in one for one in right)]
        if shared and other and all(_proper(draft, found.start(), found.end(), item) or len(shared) >= len(right) for item in other):
            yield Span(*found.span())


def _only(draft: Draft, fact: str) -> Iterator[Span]:
    """Only one of several, or one more than the only one: "only the Android app" for "Android and iOS apps"."""
    if len(items := [item.strip() for item in _CUT.split(fact)]) > 1 and all(item and len(item.split()) <= 3 for item in items):
        shorts = [re.sub(r" (?:apps?|users?|customers?|shops?|stores?|lines?|trains?|sites?|models?|versions?|addresses|numbers|details|data)$", "", item) for item in items]
        for short in shorts:
            found = re.search(rf"\bonly (?:the |our |in |on |at |for )?{re.escape(short)}\b", draft.own)
            if found and not any(other in draft.own for other in shorts if other != short):
                yield Span(*found.span())
    sole = re.fullmatch(r"only (.{3,40})|(.{3,40}) only", fact)
    if sole:
        name = re.escape(sole[1] or sole[2])
        for found in re.finditer(rf"\b{name}(?:,| and) ((?!(?:we|i|it|nothing|no)\b)\w+(?: \w+)?)|(\w+ \w+),? and {name}\b", draft.own):
            group = 1 if found[1] else 2
            if draft.text[found.start(group)].isupper() and found[group].split()[0] not in _PLAIN:
                yield Span(*found.span())


def _proper(draft: Draft, start: int, end: int, item: str) -> bool:
    at = draft.own.find(item, start, end)
    return at >= 0 and (draft.text[at].isupper() or "-" in item or any(map(str.isdigit, item)))


def _one_word_off(draft: Draft, fact: str, brief: Brief) -> Iterator[Span]:
    """The words of a fact with one of them changed: "Creamy Peanut Butter 16 oz" for "Crunchy Peanut Butter 16 oz"."""
    right = _TOKEN.findall(fact)
    if not 3 <= len(right) <= _MOST_SHARED or fact in draft.own or sum(word not in _PLAIN and not word.isdigit() for word in right) < 3:
        return
    post = folded(brief.reply_to)
    # Of two neighbours in the fact one stands in the reply as it is, so the windows around its words are all that need be seen.
    begins = {found.start() for word in {*right} for found in re.finditer(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", draft.own)} if sum(word in draft.own for word in {*right}) >= len({*right}) - 1 else set()
    tokens = list(_TOKEN.finditer(draft.own)) if begins else []
    for at in range(len(tokens) - len(right) + 1):
        window = tokens[at:at + len(right)]
        if window[0].start() not in begins and window[1].start() not in begins:
            continue
        off = [(one, other[0]) for one, other in zip(right, window, strict=True) if one != other[0]]
        if len(off) == 1 and not {*off[0]} & _PLAIN and off[0][1] not in post and not _kin(*off[0]) and not _elsewhere_told(draft, *off[0]):
            yield Span(window[0].start(), window[-1].end())


def _elsewhere_told(draft: Draft, right: str, other: str) -> bool:
    """True where the reply has the fact's own word after all, or one of the two is a figure, which is judged as a figure."""
    return (re.search(rf"(?<![^\W_]){re.escape(right)}(?![^\W_])", draft.own) is not None
            or any(map(str.isdigit, right)) != any(map(str.isdigit, other)))


#: Words that say the same of a thing.
_SAME: Final = tuple(map(frozenset, (
    ("valid", "good", "usable"), ("closed", "shut"), ("starts", "begins"), ("ends", "finishes"), ("until", "till"),
    ("shop", "store"), ("shops", "stores"), ("large", "big"), ("small", "little"), ("refunded", "repaid"),
)))


def _kin(one: str, other: str) -> bool:
    """True where two words are forms of one, an ending, an abbreviation; or say the same."""
    return any({one, other} <= same for same in _SAME) or (one[:4] == other[:4] and one.isalpha()) or one.startswith(other) or other.startswith(one)


def _answered(draft: Draft, fact: str, name: list[str]) -> Iterator[Span]:
    """Yes said where the sheet says no, and the other way round."""
    first = (_TOKEN.findall(fact) or [""])[0] if re.match(r"\w+(?:$|[,.;])", fact) else ""
    if (first not in _YES and first not in _NONE) or not name:
        return
    for span in draft.sentences:
        own = draft.own[span.start:span.end]
        subject = re.search(rf"\b{re.escape(name[0][:6])}\w*", own)
        if subject is None or not all(re.search(rf"\b{re.escape(word[:5])}", own) or word in _TAKEN for word in name[1:]) or own.endswith("?"):
            continue
        if len(name) > 1 and not re.search(_DONE_TO, own):
            continue
        # "It was encrypted, and there is no sign that anyone read it" denies nothing of the first.
        clause = own[max(own.rfind(mark, 0, subject.start()) for mark in ",;") + 1:]
        denied = _NO.search(own if first in _NONE else re.split("[,;]", clause)[0]) is not None
        if denied != (first in _NONE) and not (first in _YES and re.search(r"\b(?:whether|if|or|safe|except)\b", own)):
            yield span


_TAKEN: Final = frozenset(["taken", "stolen", "leaked", "exposed", "affected", "copied", "accessed", "lost", "involved", "included", "breached"])
_DONE_TO: Final = r"\b(?:taken|took|stole|stolen|leaked|exposed|affected|copied|accessed|lost|involved|included|breached|got out|read)\b"


def _stated(draft: Draft, fact: str, name: list[str]) -> Iterator[Span]:
    """A state that the sheet's shuts out, or a cause where the sheet has none yet."""
    if not name:
        return
    fact = _STILL.sub("", fact)
    unknown = _OPEN_QUESTION.match(fact) is not None and name[-1] in ("cause", "reason", "culprit", "origin")
    states = [other for one, other in _STATES if one.match(fact)]
    if not unknown and not states:
        return
    generic = name[-1:] == ["status"] and len(name) == 1
    thing = [word for word in name if word not in ("status", "state", "open", "opening", "hours")]
    before = ""
    for span in draft.sentences:
        own = draft.own[span.start:span.end]
        # "It is open again": what "it" is stands in the sentence before.
        about, before = (f"{before} {own}" if re.match(r"it\b|they\b|this\b|that\b", own) else own), own
        if own.endswith("?") or (_HEDGED.search(own) and unknown):
            continue
        if unknown and _CAUSED.search(own):
            yield span
        elif generic or (thing and (all(word[:5] in about for word in thing) or (thing[-1] == "water" and re.search(r"\bto (?:drink|use)\b", own)))):
            for other in states:
                # Until when it is so is no contradiction: "the beach is open from Saturday".
                # What is said of another thing in the same sentence is not said of this one: look after its name first.
                named_at = max((own.find(word[:5]) for word in thing), default=0)
                if (found := other.search(own, max(0, named_at)) or other.search(own)) and not _NO.search(own.replace("safe", "")) and not _ONCE.search(own, 0, found.start()) and not re.match(
                        r"[\w ]{0,20}\b(?:from|again (?:from|on|at|by|next|soon|tomorrow|in|this|later)|on|by|at|as of|until|when|once|after)\b", own[found.end():]):
                    yield Span(span.start, span.start + found.end())


def _singled(draft: Draft, key: str, fact: str) -> Iterator[Span]:
    """One case where the sheet counts several."""
    count = re.fullmatch(r"(?:about |over |more than )?(\d[\d.,]*)", fact)
    if count and _MANY.search(folded(key)) and re.sub(r"\D", "", count[1]) not in ("", "0", "1"):
        yield from (Span(*found.span()) for found in _ONLY.finditer(draft.own))


#: "You can drink it once the notice is lifted."
_ONCE: Final = re.compile(r"\b(?:once|until|till|when|as soon as|before)\b")
#: "Still closed" is closed.
_STILL: Final = re.compile(r"^(?:still|currently|temporarily|remains?|stays?|now|all) (?=[a-z]{4})")
_NOT_TAKEN: Final = re.compile(r"\b(?:no|without) ([a-z]+) (?:details|data|numbers)\b")


def _kept_back(draft: Draft, fact: str) -> Iterator[Span]:
    """What was taken, said to be safe, or what is safe, said to be taken: "no card details" where cards are on the list."""
    denied = {found[1] for found in _NOT_TAKEN.finditer(fact)}
    if not denied and " and " not in fact and "," not in fact:
        return
    for found in _NOT_TAKEN.finditer(draft.own):
        if not denied and not _NO.search(fact) and re.search(rf"\b{found[1]}s?\b", fact):
            yield Span(*found.span())
    for thing in denied:
        for found in re.finditer(rf"\b{thing} (?:details|data|numbers)\b", draft.own):
            sentence = draft.sentence(found.start())
            if not _NO.search(draft.own, sentence.start, sentence.end) and _TOOK.search(draft.own, sentence.start, sentence.end):
                yield Span(*found.span())


_TOOK: Final = re.compile(r"\b(?:touched|leaked|took|taken|stolen|copied|exposed|affected|accessed|read|seen|lost|involved|included|leak|breach)\b")
_HURT: Final = re.compile(r"injur|hurt|wounded|dead|deaths|killed|missing|casualt|victims|ill|sick|affected|(?:animals|people|lives|fish|birds) lost|lost (?:animals|lives)|died")
_NOBODY: Final = re.compile(r"\b(?:nobody|no one|no-one|none of (?:them|you|us)) (?:was|is|were|has been|got) (?:\w+ )?(?:hurt|injured|wounded|killed|missing|ill|sick|harmed|affected)\b|\b(?:all|both|everyone|everybody|every [a-z]+|each of them)\b[\w ]{0,40}\b(?:unhurt|unharmed|uninjured|unscathed|in one piece|without (?:a scratch|injury))\b|\b(?:all|both|every one of)(?: the| our| of the| of our)? [a-z]+ (?:are|were|is|was) (?:fine|ok|okay|well|unhurt|all right)\b|\b(?:all|both|every one of)(?: the| our| of the| of our)? (?:[a-z]+ )?(?:survived|are alive|made it|lived)\b|\b(?:no|without) (?:injuries|casualties|deaths|victims|fatalities)\b")


def _unhurt(draft: Draft, key: str, fact: str) -> Iterator[Span]:
    """Nobody was hurt, where the sheet counts some."""
    if _HURT.search(folded(key)) and re.match(r"(?:about |at least |over )?(?:[1-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a few|many|dozens)\b)", fact):
        yield from (Span(*found.span()) for found in _NOBODY.finditer(draft.own))
