"""Jokes by their build: "Digital detox, anyone?", scores, laughter, hashtags; families of words are in ``jokes``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit

#: What a text has to hold before it is worth to look for the joke, and the joke.
_MARKED: Final = tuple((needles, re.compile(pattern)) for needles, pattern in (
    ((", anyone",), r", anyone\?"),
    (("eh", "huh", "innit", "amirite", "am i right"), r"\b(?:eh|huh|innit|amirite|am i right)\s*[?!]"),
    (("ha!", "ha,", "ha.", "ha "), r"(?<!\d )\bha+(?:,? ha+)*!|\bha+(?:,? ha+)+\b"),
    ((", you're welcome",), r", you're welcome\b[.!]"),
    (("literally",), r",? (?:quite |and i mean that )?literally[!?.](?= |$)|\(not literally"),
    ((" 0", " nil", " zero"), r"\b(?!(?:page|part|phase|step|zone|line|room|gate|level|track|version|class|day|week|batch|lot|lane|floor|flat|unit|block|ward|tier|grade|group|stage|season|episode|article|section|number|type|platform|terminal)\b)[a-z]{3,14}:? (?:1|one),? [a-z]+:? (?:0|nil|zero)\b"),
    (("the great ",), r"\bthe great [a-z]+ (?:escape|mystery|flood|fiasco|debacle|saga|heist|caper|meltdown)(?: of \d{4})?\b"),
    (("put the", "puts the", "putting the"), r"\bput(?:s|ting)? the ['\u2018\u201c\"]?([a-z]{3,})['\u2019\u201d\"]? (?:back )?in(?:to)? (?:[a-z]+ )?\1[a-z]*"),
    (("guess ",), r"(?:^|(?<=[.!?] ))guess (?:that|we|you|our|the|it|he|she|someone|this|they)\b[^.!?]{0,60}"),
    (("at least",), r"(?:^|(?<=[.!?] ))(?:well, |still, |but )?at least (?:you|nobody|no one|it|they|your|there)\b(?! (?:should|deserve|ought|could have|can|will have))[^.!?]{0,80}(?:!|, right\?|, eh\?|, no\?)"),
    (("at least",), r"(?:^|(?<=[.!?] ))(?:well, |still, |but )?at least (?:you were spared|nobody (?:fell|will fall) asleep|it was a good)[^.!?]{0,60}"),
    (("you could say", "you might say", "one might say"), r"\b(?:you could|you might|one might) say (?:we|our|the|they|he|she|this|things)\b[^.!?]{0,60}"),
    (("awkward",), r"(?:^|(?<=[.!?] ))(?:well, )?(?:(?:this|that)(?:'s| is) )?(?:a bit )?awkward(?=[.!])"),
    ((" fancied", "lunch", "holiday", " nap", "day off", "walkabout", "adventure"), r"\b(?:seems?|looks like|must have|apparently|appears?|decided)\b[^.!?]{0,40} (?:fancied|(?:gone|went|go|off|left) (?:for|on|to) (?:a |an |its |their |his )?(?:\w+ )?(?:lunch|holiday|nap|walkabout|adventure|walk|swim|stroll|break|strike|trip))\b"),
    ((" fancied ",), r"\b(?!you |we |i |anyone |customers |guests )[a-z]+ fancied (?:a|an|some|roast|his|its|the)\b"),
    (("hope the ", "hope our "), r"\bhope (?:the|our) (?:hacker|hackers|thief|thieves|mouse|mice|rat|dog|gull|pigeon|fox|burglar|scammer|scammers)\b[^.!?]{0,60}"),
    (("in peace: ", "missing: ", "wanted: "), r"\b(?:rest in peace|missing|wanted): (?:one|a|our|your|dead)\b"),
    (("reward: our",), r"\breward: our\b"),
    (("brr", "ho ho"), r"\bbrr+\b|\b(?:ho ){2,}"),
    (("not us ",), r"\bnot us [a-z]+ing\b"),
    (("get it?",), r"\bget it\?"),
    (("talk about ",), r"(?:^|(?<=[.!?] ))talk about (?!it|that|this|what|your (?:case|loss|losses|options|order|refund)|how|which)(?:an? |[a-z]+ing\b|bad |good |cold |hot |perfect |your )[^.!?]{0,60}"),
    (("kidding",), r"\bkidding[,!]"),
    (("oups", "upsi", "hoppla", "huch", "oeps", "oei", "hopsan", "hups", "ups", "ops"), r"(?:^|(?<=[.!?] ))(?:oups|upsi|hoppla|huch|oeps|oei|hopsan|hups|hupsista|ups|ops),? "),
))


def _marked(draft: Draft, _: Brief) -> Iterator[Hit]:
    for needles, pattern in _MARKED:
        if not any(needle in draft.own for needle in needles):
            continue
        for found in pattern.finditer(draft.said if r"\1" in pattern.pattern else draft.own):
            # The courier is written in capitals.
            if not re.search(r"\b(?:UPS|OPS)\b", draft.text[found.start():found.end()]):
                yield Hit(*found.span())


_TAG: Final = re.compile(r"(?<![\w&/])#(\w{4,})")
_TAG_JOKES: Final = re.compile(
    r"zombie|amiright|nowhere|fridayfeeling|mondays|justmyluck|notagain|keep_?calm|home_?alone|tothefuture|oops|whoops|epic_?fail|fails?$|awkward|lol|mode$|wegotthis|goals$|mood|vibes|struggle|sorrynotsorry|facepalm|yikes|adulting|"
    r"gate$|drama|party|soggy|hangry|wellies|karma|plottwist|dontpanic|yolo|blessed|squad|firstworld|problems$|ninja|hero(?:es)?$|hangover|mybad|ourbad|life$|wars$|begins$|strikesback|returns$|punny|fun$|magic|"
    r"games?$|thestruggle|notallheroes|staystrong|stillhungry|bye|gone(?:with|wild|fishing)|escape|island|dayoff|snowday|chill|splash|titanic|jaws|sharknado|inception|survivor|thrones|justsaying|winning|surprise|literally")


def _tags(draft: Draft, brief: Brief) -> Iterator[Hit]:
    theirs = brief.reply_to.casefold()
    for found in _TAG.finditer(draft.own):
        if _TAG_JOKES.search(found[1]) and found[0] not in theirs:
            yield Hit(*found.span())


#: What finds them.
MARKED: Final = (_marked, _tags)
