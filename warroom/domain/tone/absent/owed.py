"""Whether an answer owes a next step: by what was posted, and by how it is taken up."""

from __future__ import annotations

import re
from typing import Final

from warroom.domain.strategy import Strategy
from warroom.domain.tone.absent.acknowledgement import PROBLEM, against, is_problem
from warroom.domain.tone.draft import Draft, folded
from warroom.domain.tone.kinds import Brief
from warroom.domain.tone.phrases import Index, Phrases

#: Sorry, or ours: the trouble is granted, and something is to follow.
_GRANTED: Final = Phrases("""
sorry|apolog*|regret*
messed|slipped|let_you|let_down|screwed ^1 up|down
our|my ^1 mistake|fault|error|slip|failure|doing
got|did|had ^2 wrong
should ^1 have|never
on us
horrible|awful|dreadful|unacceptable|terrible
""")
#: Praise is taken up as praise.
_CHEERED: Final = Phrases("""
kind|lovely|nice|warm|good words|note|message|feedback
lovely|wonderful|great|nice|good|glad|happy|pleased|delighted|thrilled to hear|read|see|know
so|very|really glad|happy|pleased|delighted|chuffed ^3 arrived|liked|enjoyed|helped|worked|went|made|loved|fits|came
made|makes|has_made our|my|the|their|his|her ^2 day|morning|evening|week|afternoon|shift
will|'ll|they'll|he'll|she'll|be|is|are|was|were|he's|she's|they're ^1 chuffed|grinning|delighted|thrilled|beaming|over_the_moon|made_up|pleased|proud|touched|smiling|blushing|happy_to_hear
for|the|your praise|compliment*|thumbs_up|shout-out|shoutout|standing_up_for|sticking_up_for|cheering
thank*|cheers ~8 we'll|i'll|we_will|i_will tell|pass|read|show
means a_lot|so_much|the_world|everything
happy|many birthday|anniversary|congratulations|returns
thank*|cheers ^1 for ^1 calling|helping|standing|looking_after|stepping_in|being_so|being_there
""")
#: Understanding and patience are for who complains, whatever kind words stand beside.
_BORNE: Final = Phrases("disappointment|patience|frustration|bear|bearing\nunderstand|appreciate ^1 your|how|why|that")
#: A question is taken up as a question.
_ASKED: Final = Phrases("""
thank*|cheers|good_of_you|right|glad|wise ~3 asking|checking|to_ask|to_check|you_asked|you_checked
thank*|good|fair|great|reasonable|for_the|for_your|fine ^1 question
good|great to ask|check
""")
_DENIED: Final = re.compile(
    r"\b(?:is|are|was|were|'s|it's|that's|that is|it is)(?: an?| all| simply| completely| entirely| just)? (?:false|not true|untrue|fake|a fake|hoax|made up|invented|false alarm|not from us|not ours|scam)\b|"
    r"\b(?:isn't|wasn't|aren't|weren't) (?:true|from us|ours|one of ours|us|real|our)\b|\bfrom another (?:company|firm|shop|hotel|brand|place|year|country)\b")
#: A post that thanks, praises or tells of something well done.
_PRAISED: Final = re.compile(
    r"\b(?:thank (?:you|u)|thanks|thx|cheers|credit (?:where|to)|kudos|shout-?out|hats off|props|well done|bravo|chapeau|big up|obsessed|love (?:the|this|that|your|how|my|it|you)|loved|(?:still |simply |by far )?the (?:best|nicest|kindest)|"
    r"much better|hot (?:this time|again)|brilliant|amazing|wonderful|excellent|lovely|awesome|fantastic|superb|spot on|top[- ]notch|first class|legends?|heroes|star|(?:was|is|were|are) (?:decent|great|kind|perfect|delicious|lovely|super)|"
    r"made my|saved (?:my|our|the|his|her)|have to say|so (?:good|kind|helpful|happy|proud)|impressed|gracias|cracks|da gusto|merci|bravo|danke|dank|super|klasse|toll|lecker|grazie|complimenti|obrigad[oa]|bedankt|dankjewel|top|precios\w*|maravill\w*|estupend\w*|delicios\w*|riqu\u00edsim\w*|superbe|d\u00e9licieux|magnifique|wunderbar|gro\u00dfartig|herrlich|fantastisch|heerlijk|geweldig|prachtig|ottim\w*|buonissim\w*|bellissim\w*|maravilh\w*|adorei)\b", re.IGNORECASE)
_SORRY_ELSEWHERE: Final = re.compile(r"\b(?:lo siento|sentimos|lamentamos|disculp\w*|perd\u00f3n|leid|entschuldig\w*|bedauer\w*|d\u00e9sol\w*|excus\w*|regrett\w*|spijt\w*|vervelend|scus\w*|dispiace|desculp\w*)\b")
#: What follows is how it ended well.
_GOOD_NEWS: Final = ("good news", "great news", "happy news", "all's well", "all is well", "all safe")
#: Said of what goes wrong, and in scorn.
_SCORNED: Final = re.compile(
    r"\b(?:thanks|thank you|thx|cheers) (?:for (?:nothing|ruining|wasting|the (?:heads? up|warning|food poisoning))|a lot|a bunch|but)\b|\bbedankt hoor\b|\b(?:broken?|ruined|(?<!my )(?<!full )(?<!the )(?<!quick )refund|scam|worst|disgust\w*|unacceptable|dirty|mould|rude|lied|late|useless|hours? (?:late|on hold)|never again|"
    r"not (?:work|ok|good|the)\w*|doesn't|won't|isn't|wasn't|didn't (?!cost|have to|even charge)|can't|cannot|no one|nobody|nada|nichts|rien|niente|nunca|kaputt|niemand|sick|poison\w*|overcharged|missing|wrong)\b", re.IGNORECASE)
#: Thanks or gladness in the reply: what was praised is taken up.
_THANKED: Final = re.compile(
    r"\b(?:thank\w*|cheers|glad|happy|pleased|delighted|chuffed|thrilled|lovely|grin\w*|smil\w*|proud|made (?:our|my)|means|(?:good|best|great|lovely) (?:news|to)|gracias|alegr\w+|agradec\w+|encanta|merci|ravis?|plaisir|touche|danke|dank|freu\w*|sch\u00f6n|grazie|piacere|felici|contenti|obrigad\w|bedankt|dankjewel|fijn|leuk|blij)\b")
#: Opens as one asks to know something.
_QUESTION: Final = re.compile(
    r"(?:^|[.!?;:,] )(?:(?:so|and|but|hi|hello|hey|sorry|quick question|question),? )?(?:is|are|was|were|do|does|did|can|could|will|would|should|may|has|have|what|which|when|where|who|how|if|any|anyone|whose)\b[^.!?]*\?\s*$", re.IGNORECASE)
#: The same, by who types without a mark of interrogation.
_REQUEST: Final = re.compile(r"(?:(?:hi|hello|hey)[,!]? )?(?:can|could|do|does|is|are|when|where|which|how|will|any chance) (?:you|i|we|the|your|there|it|this|of)\b(?! (?:people|guys|lot))", re.IGNORECASE)
#: So long a sentence is hard to read; what it promises cannot be told by rules.
_ENDLESS: Final = 45


def nothing_owed(draft: Draft, brief: Brief) -> bool:
    """True for thanks taken up, a question that is answered, a rumour that is denied; what is granted as our fault owes a step."""
    if brief.strategy is Strategy.DENY:
        return True
    if len(draft.sentences) == 1 and len(draft.words) >= _ENDLESS:
        return True
    if draft.index.has(_GRANTED):
        return False
    if draft.own.startswith(_GOOD_NEWS):
        return True
    if cheered(draft, brief):
        return True
    problem = is_problem(brief.reply_to) or draft.index.has(PROBLEM)
    argued = any(against(draft, span, brief) for span in draft.sentences[:_FIRST])
    if argued:
        return False
    if _REQUEST.match(brief.reply_to) and not Index(folded(brief.reply_to)).has(PROBLEM):
        return True
    asked = _QUESTION.search(brief.reply_to) is not None
    return not problem or (draft.index.has(_CHEERED) and not (draft.index.has(_BORNE) and is_problem(brief.reply_to))) or draft.index.has(_ASKED) or _DENIED.search(draft.own) is not None or (
        asked and not is_problem(brief.reply_to))


def cheered(draft: Draft, brief: Brief) -> bool:
    """True where praise is taken up as praise, in any of seven languages."""
    return praises(brief.reply_to) and _THANKED.search(draft.own) is not None and not draft.index.has(_GRANTED) and not _SORRY_ELSEWHERE.search(draft.own) and not any(
        against(draft, span, brief) for span in draft.sentences[:_FIRST])


def praises(post: str) -> bool:
    """True for a post that praises or thanks, and tells of nothing wrong."""
    post = post.replace("\u2019", "'")
    return _PRAISED.search(post) is not None and _SCORNED.search(post) is None


#: So many sentences tell whether a reply argues.
_FIRST: Final = 6
