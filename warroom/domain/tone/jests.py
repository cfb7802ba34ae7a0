"""Jokes by their build: "Digital detox, anyone?", scores, laughter, hashtags; families of words are in ``jokes``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft, folded
from warroom.domain.tone.kinds import Brief, Hit

#: What a text has to hold before it is worth to look for the joke, and the joke.
_MARKED: Final = tuple((needles, re.compile(pattern)) for needles, pattern in (
    ((", anyone",), r", anyone\?"),
    (("eh", "huh", "innit", "amirite", "am i right"), r"\b(?:eh|huh|innit|amirite|am i right)\s*[?!]"),
    (("ha!", "ha,", "ha.", "ha "), r"h(?<!\wh)(?<!\d h)a+(?:(?:,? ha+)+\b|!)"),
    ((", you're welcome",), r", you're welcome\b[.!]"),
    (("literally",), r",? (?:quite |and i mean that )?literally[!?.](?= |$)|\(not literally"),
    ((" 0", " nil", " zero"), r"\b(?!(?:page|part|phase|step|zone|line|room|gate|level|track|version|class|day|week|batch|lot|lane|floor|flat|unit|block|ward|tier|grade|group|stage|season|episode|article|section|number|type|platform|terminal)\b)[a-z]{3,14}:? (?:1|one),? [a-z]+:? (?:0|nil|zero)\b"),
    (("the great ",), r"\bthe great [a-z]+ (?:escape|mystery|flood|fiasco|debacle|saga|heist|caper|meltdown)(?: of \d{4})?\b"),
    (("put the", "puts the", "putting the"), r"\bput(?:s|ting)? the ['\u2018\u201c\"]?([a-z]{3,})['\u2019\u201d\"]? (?:back )?in(?:to)? (?:[a-z]+ )?\1[a-z]*"),
    (("guess ",), r"(?:^|(?<=[.!?] ))guess (?:that|we|you|our|the|it|he|she|someone|this|they)\b[^.!?]{0,60}"),
    (("at least",), r"(?:^|(?<=[.!?] ))(?:well, |still, |but )?at least (?:you|nobody|no one|it|they|your|there)\b(?! (?:should|deserve|ought|could have|can|will have))[^.!?]{0,80}(?:!|, right\?|, eh\?|, no\?)"),
    (("at least the ",), r"(?:^|(?<=[.!?] ))(?:well, |still, |but )?at least the (?![^.!?]*\b(?:again|back|safe|working|refund\w*|money)\b)\w+(?: \w+)? (?:was|were|is|are|got|had|came)\b[^.!?]{0,40}!"),
    (("think of it as", "think of this as", "call it a", "consider it a"), r"(?:^|(?<=[.!?] ))(?:well, |just |let's |and |so |maybe |perhaps )*(?:think of (?:it|this) as|call it|consider it) (?:a|an|our|free) (?!deposit|complaint|warning|question|loan|mistake|failure|shame|disgrace|delay|mess|lie|fault|bug|scandal|cut|promise|down|goodwill|refund|first|credit|small thank|thank|gesture|draw|day\b)[^.!?]{3,50}"),
    (("would be proud of", "would be jealous of", "would be proud!", "would be jealous!"), r"(?:^|(?<=[.!?] ))(?:well, )?(?:even |the |a )?(?!(?:we|you|she|he|they|i|your|my|anyone|anybody|nobody)\b)[a-z][^.!?]{2,40} would be (?:proud|jealous)(?: of (?!you|your|how you)[^.!?]{3,40})?[.!]"),
    (("clearly ", "apparently", "obviously", "evidently"), r"\b(?:clearly|obviously|apparently|evidently),? (?:[a-z]+ )?(?:hadn't|hasn't|haven't|didn't|forgot|skipped|missed|needed|needs) (?:to )?(?:done |do |had |have |read |got |get )?(?:(?:its|their|his|her|the|enough|some|a|more) (?:\w+ )?)?(?:revision|homework|memo|beauty sleep|breakfast|coffee|cuppa|nap|lie-in|holiday|gym)\b"),
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
    (("talk about ",), r"(?:^|(?<=[.!?] ))talk about (?!it\b|that|this|what|your|how|which|these|those|them|us\b|our)[^.!?]{2,50}!"),
    (("not exactly the ", "not quite the "), r"\bnot (?:exactly|quite) the (?:\w+ )?(?:fireworks|splash|party|entrance|light show|adventure|bang|grand opening|spa day|cruise|sauna|shower)\b"),
    ((" promise ", " swear "), r"\b(?:we|i) (?:promise|swear) (?:we|it|that|they|he|she) (?:weren't|wasn't|isn't|aren't) (?:\w+ )?(?:trying|part of|auditioning|going for|our new)\b"),
    ((" way",), r",? (?:and |but |just )?not in (?:the|a) (?:good|fun|nice|tasty|cool) way\b"),
    (("the cheek of ",), r"\bthe cheek of (?:it|him|her|them)\b"),
    # An aside that sells the harm as an extra.
    ((", we know", ", we'll admit", ", we admit", " promise.", ", mind.", ", honest."),
     r"(?:^|(?<=[.!?] ))(?!(?:it|that|this|we|you|i|there|sorry|your|our|which|and|but)\b)[^.!?]{3,50}\b(?:costs? extra|comes? at a price|your job|(?:part of|in|on) (?:the|your) (?:deal|membership|plan|package|ticket|brochure|tour|menu|programme|itinerary|bill)|a bonus|optional extras?)(?: \w+)?, (?:we know|we'll admit|we admit|we promise|promise|mind|honest)[.!]"),
    (("turns out ", "turns out, "), r"\bturns out,? not (?:every|all|everyone|everybody)\b[^.!?]{0,24}\b(?:reads?|likes?|loves?|wants?|follows?|knows?|respects?|wears?|enjoys?|minds?|pays?)\b[^.!?]{0,40}"),
    (("least of all",), r"\bnobody likes an? [^.!?]{3,40}, least of all\b[^.!?]{0,30}"),
    (("apparently", "it seems", "clearly", "evidently"), r"\b(?:was|were|is|are|got|gets) (?:\w+ )?(?:hungry|thirsty|peckish|bored|shy|lonely|homesick|camera-shy|jealous|starving|sleepy), (?:apparently|it seems|clearly|evidently)\b"),
    ((" issues", " ambitions", " taste", "sweet tooth", "appetite", " opinions"), r"\b(?:clearly|apparently|obviously|evidently|even our \w+|it|he|they) (?:has|have|had|likes|loves) (?:commitment issues|trust issues|ambitions|(?:good|great|excellent|fine|expensive) taste|a sweet tooth|a big appetite|strong opinions)\b"),
    (("must have been ",), r"\bmust have been (?:watching the|daydreaming|dreaming|sunbathing|in love|partying)\b"),
    (("not you, it",), r"\bit's not you, it's (?:us|me)\b"),
    (("as they say in ",), r"\bas they say in (?:the )?(?:films?|movies?|song|songs|theatre|show ?business|hollywood)\b"),
    (("like our ",), r"\blike our [a-z]+ (?:like|the way|as) (?:we like )?our\b"),
    (("not our finest ",), r"\bnot our finest (?!hour|moment|day|week|work|service)[a-z]+"),
    ((", didn't we?",), r"\bwe did (?:promise|say|warn|tell)\b[^.!?]{3,70}, didn't we\?"),
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


#: Beasts that come unasked; nobody's pets.
_BEASTS: Final = re.compile(
    r"\b(?:rats?|mouse|mice|pigeons?|gulls?|seagulls?|fox(?:es)?|raccoons?|snakes?|cows?|bulls?|goats?|sheep|lambs?|birds?|ducks?|squirrels?|wasps?|ants?|cockroach(?:es)?|spiders?|bears?|monkeys?|boars?|deer|bats?|bees|slugs?|"
    r"maggots?|lizards?|swans?|goose|geese|hedgehogs?|badgers?|possums?|owls?|crows?|magpies?|toads?|frogs?|moths?|flies|caterpillars?|kangaroos?|crocodiles?|alligators?|moose|elk|donkeys?|pigs?|hens?|chickens?|peacocks?|otters?)\b")
#: What only a guest of ours would have or do.
_GUESTLY: Final = re.compile(
    r"\b(?:he|she|it|they|the \w+|(?:our|these|those|the|some) (?:new |little |tiny |uninvited |unexpected |winged |furry |feathered |four-legged )*(?:guests?|visitors?|residents?|tenants?|lodgers?|colleagues?))(?:'ve|'s|'d|,)? (?:at least,? )?(?:(?:did ?n[o']t|never|hadn?'?t?|has|have|had no|yet|did|even|clearly|also|forgot|refused|not|to|no|could|couldn't) ){0,4}"
    r"(?:(?:buy|bought|show|shown|have|had|pay|paid|book|booked|leave|left|make|made|gave|give|skip|skipped|jump|jumped|bring|brought|checked in|moved in|came in|walked in|dropped in)\b(?: \w+){0,4} )?"
    r"(?:tickets?|boarding pass(?:es)?|queue|knock(?:ed)?|invitations?|invited|a reservation|a booking|membership|the bill|a tip|a review|(?:five|four|one|two|three) stars?|regrets|manners|loyalty cards?|season pass(?:es)?|rent|rsvp|an appointment)\b")


def _guests(draft: Draft, brief: Brief) -> Iterator[Hit]:
    """Beasts told of as guests: "they didn't even buy a ticket"."""
    if _BEASTS.search(draft.own) or _BEASTS.search(brief.reply_to.lower()):
        yield from (Hit(*found.span()) for found in _GUESTLY.finditer(draft.own))


_DEATH: Final = re.compile(r"\b(?:late (?:mr|mrs|ms|husband|wife|father|mother)|died|dead|death|passed away|funeral|deceased|coffin|widow|hearse|cremat\w+|burial|grave|urn)\b")
_MORBID: Final = re.compile(r"\b(?:a dead cert|dead giveaway|to die for|dying to|dead keen|drop[- ]dead|over (?:my|our|his|her) dead body|kick the bucket|skeleton staff|late to (?:his|her|their) own|six feet|nail in the coffin|dead on time|buried in)\b")


def _morbid(draft: Draft, brief: Brief) -> Iterator[Hit]:
    """Turns of death where somebody died."""
    if (found := _MORBID.search(draft.own)) and _DEATH.search(f"{folded(brief.reply_to)} {draft.own[:found.start()]} {draft.own[found.end():]}"):
        yield Hit(*found.span())


_TAG: Final = re.compile(r"#(?<![\w&/]#)(\w{4,})")
_TAG_JOKES: Final = re.compile(
    r"zombie|tgif|oldschool|throwback|goals|happens$|typical|sorrybut|notus|amiright|nowhere|fridayfeeling|mondays|justmyluck|notagain|keep_?calm|home_?alone|tothefuture|oops|whoops|epic_?fail|fails?$|awkward|lol|mode$|wegotthis|goals$|mood|vibes|struggle|sorrynotsorry|facepalm|yikes|adulting|"
    r"gate$|drama|party|soggy|hangry|wellies|karma|plottwist|dontpanic|yolo|blessed|squad|firstworld|problems$|ninja|hero(?:es)?$|hangover|mybad|ourbad|life$|wars$|begins$|strikesback|returns$|punny|fun$|magic|"
    r"games?$|thestruggle|notallheroes|staystrong|stillhungry|bye|gone(?:with|wild|fishing)|escape|island|dayoff|snowday|chill|splash|titanic|jaws|sharknado|inception|survivor|thrones|justsaying|winning|surprise|literally")


#: An emoji right before a tag makes it a jest, and no slogan.
_BEFORE: Final = re.compile(r"[\U0001f300-\U0001faff\u2600-\u27bf][\ufe0f\u200d\U0001f3fb-\U0001f3ff]* ?$")


def jesting(draft: Draft, start: int, tag: str) -> bool:
    """True where a hashtag jests: by its words, or behind an emoji."""
    return _TAG_JOKES.search(tag.lower()) is not None or _BEFORE.search(draft.own, max(0, start - 4), start) is not None


def _tags(draft: Draft, brief: Brief) -> Iterator[Hit]:
    theirs = brief.reply_to.casefold()
    for found in _TAG.finditer(draft.own):
        if _TAG_JOKES.search(found[1]) and found[0] not in theirs:
            yield Hit(*found.span())


#: What finds them.
MARKED: Final = (_marked, _tags, _guests, _morbid)
