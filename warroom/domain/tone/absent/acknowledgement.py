"""The rule of acknowledgement: whether the first sentence takes up what the person wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from warroom.domain.strategy import Strategy
from warroom.domain.tone.blame.rule import BLAME
from warroom.domain.tone.defence.rule import DEFENSIVE
from warroom.domain.tone.dismissal.rule import DISMISSIVE
from warroom.domain.tone.draft import MASK, Draft, Span
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.languages import language
from warroom.domain.tone.phrases import Index, Phrases

SOURCE: Final = "Lewicki, Polin and Lount 2016; Coombs 2007"
ACK: Final = Phrases("""
sorry|apolog*|regret*|congratulations|congrats|thank|thanks|thx|cheers|grateful|appreciate*|understand*|understood|acknowledge*|sympathise|sympathize|gracias|danke|merci|lamentamos|entschuldig*|lo_siento|lamento|desculpe|bedankt|spijt|scusi|grazie|obrigado|perd\u00f3n|tut_uns|es_tut
you're|you_are|you_were|that's|that_is|it_is|it's|your_concern|your_question|this_is|this_was|that_was|point ~2 right|fair|valid|not_ok|not_okay|not_good|unacceptable|not_acceptable|awful|horrible|frustrating|annoying|frightening|worrying|scary|upsetting|terrible|wrong|hard|painful|disappointing|reasonable|good_question|not_what|not_how|a_fair|important|miserable|a_long|stressful|unfair|far_too_long|alarming|entitled|correct|allowed|angry|upset|worried|serious|a_real|hurt|not_right|a_bad|not_on|concerning|distressing|infuriating|shocking
we|i hear|see|know|get|read|agree|feel|recognise|recognize|realise|realize|imagine|can_see|can_imagine|can_hear|can_understand|can_only_imagine|let|failed|did_not|didn't|got|made|missed|messed|should|broke|sent|charged|shipped|posted|lost|overcharged|kept|ran|forgot|owe|ruined|upset|hurt|mixed|sold|closed|have_read|have_seen|saw|heard|share|care|noticed|were|found|paid|put|built|wrote|printed|told|said|promised|cut|turned|used|showed|ignored|treated|rejected|locked|poisoned|leaked|published|delayed|overbooked|billed|misled|hid|refused|'ve_seen|'ve_read|took|closed|stopped|cancelled|are_aware|left|answered|gave|charged|caused|delivered|double-charged|don't_know_yet|do_not_know_yet|screwed|dropped|fell|took|own|take|follow|understand_why|see_why
our|my ~2 driver*|staff|team|agent*|guard*|kitchen|app|site|mail|letter|system|sign|label*|van|bus|train*|machine*|update|advert|post|chef|fitter*|colleague ~1 left|broke|failed|missed|forgot|lost|sent|told|shouted|did_not|didn't|was|were|spoke|treated|said|gave|drove|deleted|charged|wrote
we're|we_are|i'm|i_am aware|with_you|listening|here_for|as_upset|so_glad|glad|saddened|devastated|heartbroken|shocked|ashamed|embarrassed|reading|hearing|seeing|sad|appalled|horrified|dismayed|deeply|very_sad
you|your ~3 deserve*|should|must|have_every|asked|told|wrote|waited|trusted|were_charged|lost|expect*|expected|said|reported|raised|describe*|point|questions|concern*|worry|worries|anger|frustration|trouble|experience|had_to|noticed
that|this|it must|sounds|should_not|should_never|shouldn't|shouldn't_have|isn't|is_not|wasn't|was_not|hurts|matters|can't|cannot|never_should|has_been|is_a_hard|went_wrong|is_on_us|was_on_us|was_our
should|shouldn't|never|not ~1 have|happened
should not|never be|happen
on us
our mistake|fault|error|failure|post|joke|bad
what a|an ~2 day|way|start|mess|experience|wait|shock|shame|disappointment
how very|truly|really? awful|frustrating|horrible|frightening|worrying|annoying|terrible|upsetting|scary|disappointing
no|nobody|no_one|none|not ~3 should|deserves|of_our_drinks
to everyone|everybody|all|those|anyone|the who|affected|families|of
yes|no|good|great|fair ,|question|point|that|it|we|the|there
good|great|fair question|point|catch|spot
got it
noted
best|lovely|wonderful|sad|terrible news
we|i miss ^1 it|them|her|him
message|point ^1 received|taken|heard|understood
loud and_clear
what ~5 is|was|are ~2 sad|tragic|terrible|awful|heartbreaking|devastating|horrible|shocking|painful|frightening
a|this|it is|was ~1 hard|terrible|awful|difficult|sad day|time|week|night|news|loss
our hearts|thoughts
frightening|awful|horrible|terrifying|heartbreaking|infuriating|unacceptable|shameful|disgraceful|inexcusable|appalling|miserable|dreadful|distressing|upsetting|maddening|exhausting
no excuse
too long|late|slow|hot|cold|loud|little|many
let you|people|everyone|them|down|all_of_you ~1 down
wir|uns|nous|siamo|estamos|lo|sentimos|bedauern ~2
""")
#: "Twelve years of letters", "Losing it all": the matter itself, taken up.
_MATTER: Final = re.compile(r"(?:about |nearly |over |almost )?(?:\d[\d.,]*|half|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|nineteen|twenty|thirty|forty|fifty|sixty|ninety|several|many)[ -](?:\w+[ -]){0,2}(?:years?|weeks?|months?|days?|hours?|nights?|times|minutes|calls|mails|e-?mails|letters|outages|no-shows|deliveries|rejections|euros?|pounds|quid)\b(?! (?:a day|a week|until|from))|"
    r"(?!during|according|notwithstanding|regarding|starting|beginning|following|going|nothing|opening|shipping|parking|processing|booking|billing|training|building|pricing|testing|evening|morning|during|depending|tracking|cleaning)[a-z]{3,}ing (?:the|an?|it|all|him|her|them|your|you|to|for|on|in|up|off|out|at|with|without|through|from|by|no|two|three|hours|days|weeks|and|is|was|isn't|\d)\b")
#: A sentence that begins so answers what was asked, or speaks of what the person did.
_ANSWERS: Final = re.compile(
    r"(?:[a-z][a-z-]+, |(?:from|since|after|over) [\w ]{2,30}, )?(?:yes|no|yep|nope|right|fair|correct|true|exactly|agreed|indeed|happy to|glad to|sure|of course|certainly|not (?!our|the|all)|neither|both|we did\b(?! not)|i did|we do\b(?! not)|we are\b(?! (?:open|a|the))|it is\b(?! (?:open|our))|"
    r"that's (?:your|you|a|fair|true|right|correct|us|on)|it's (?:us|fair|not|a|true)|(?:well|nicely) (?:spotted|caught|observed)|(?:good|nice) (?:spot|catch)|spot on|same here|me too|mine (?:did|was|said)|(?:i|we) can (?:well |quite |easily |only )?(?:believe|imagine|picture|guess|tell)|because|here's|here is|point taken|still nothing|still no|we do see|we see|we knew|we know|we hear|good question|short answer|honest answer|straight answer|honestly|ouch|ugh|oh|ah)\b|"
    r"(?:you|you're|you've|you'd)\b(?! (?:can(?!'t)|may|must|need|should|will|could|have to|get|'ll)\b)|your (?:mother|father|son|daughter|child|kid|wife|husband|dog|cat|partner|dad|mum|mom|family|point|anger|question|worry)\b")
_HELLO: Final = re.compile(r"^(?:hi|hello|hey|dear)\b[\w ]{0,20}, ")
#: What still acknowledges where it comes second.
_LATE: Final = Phrases("sorry|apolog*|regret*|thank|thanks|understand\nyou're|you_are|you_were|that's|that_is ^1 right|fair|unacceptable|wrong|not_ok|not_good_enough|bad|awful\nwe|i ^1 hear|see|know|get|read|agree|failed|should|got_it|let\nour mistake|fault\non us\nshould never|not\nmust be|have|feel\nshouldn't have|be\nno excuse")
#: Begins with a word that points back at the post, or with what we did with it.
_POINTS_BACK: Final = re.compile(
    r"(?:it|that|this|those|they|he|she|it'd|that'd|he'd|she'd|it's|that's|they're|they've|he's|she's|it'll|yours|what (?!you need|we (?:do|offer|have))|which|did we|wouldn't|please don't|don't|never|nothing|nice (?:catch|spot|one)|i'd (?:be|have)|(?:broken|smashed|soaked|lost|late|cold|wet|gone|dead|torn|crushed),|[a-z' ]{3,40} (?:was|is|are|were) ours\b|(?:we|i) (?:\w{2,}ed|threw|sent|took|left|broke|lost|sold|told|gave|made|put|cut|kept|let|ran|hid|forgot|got|had|were|was|did|shut|fell|tore|built|dug|drove|chose|wrote)\b(?! (?:founded|established|built|proud))|we did|we hope|we wish|we're so|"
    r"(?:we've|i've|we have|i have) (?:now |just |all |also )?(?:seen|looked|read|heard|checked|watched|noticed|found|played|got your \w+ (?:about|on|from)|been|gone|went|listened|tried|had (?:your|a))|[a-z]+, (?:gladly|there|that|losing|it|what|we))\b")
#: The name of somebody who is spoken to.
_CALLED: Final = re.compile(r"(?<=[\w\"]), (?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|I\b)[A-Z][a-z]{1,11}(?=[,.!?:])")
#: Speaks of the person, or tells what we did or cannot say.
_TO_THEM: Final = re.compile(
    r"\b(?:you|you've|you'd|you're)\b(?! (?:can|may|must|need|should|will|could|have to|get|find|pay|paid)\b)|"
    r"\byour (?!area|message|call|order number|patience|feedback|business|satisfaction|enquiry|inquiry|query|region|convenience|needs|case|ticket|contract|account|custom|replacement|refund|parcel|payment|booking|tickets|new|jar|delivery|luggage|bag|engineer|appointment)|"
    r"\b(?:we|i|our \w+)(?: \w+)? (?:hit|broke|lost|made|sent|took|left|missed|forgot|failed|looked|checked|read|saw|got|were|was|had|did|can't|cannot|won't|don't|didn't|aren't|weren't)\b|"
    r"\b(?:nobody|no one|anyone|anybody|everyone|somebody|someone) (?:should|would|could|deserves|likes|wants)|\b(?:would|could) (?:make|drive|scare|upset|frighten|keep|worry|put|leave)\b|\bnobody \w+ed\b|\b(?:easily|fairly|rightly)\b")
#: What is so of everything we do, or of our house, and so of nothing that the person wrote.
_GENERAL: Final = (
    r"^(?:tens of |hundreds of )?(?:millions|thousands|hundreds|many|most) of (?:our )?(?:people|customers|guests|families|passengers|households|patients|users|visitors|travellers|readers|drivers|riders|members|students)\b|\b(?:is|are) (?:always|usually|often) our (?:busiest|quietest)\b|\b(?:takes?|taking) (?:great|the utmost) (?:care|pride) (?:over|of|in|with)\b|"
    r"^[\w ]{3,24} is an? (?:busy|special|proud|wonderful|great|exciting|magical|popular|challenging|hectic) (?:time|season|tradition|month|day|part)\b|"
    r"^our [a-z]+ (?:offers?|provides?|features?|boasts?|has|have) an? (?:wide |full |broad |great |large )?(?:range|choice|selection|variety|array|number) of\b|"
    r"\b(?:was|were|is|are|has been|have been) (?:\w+ )?(?:tested|certified|approved|inspected|audited) (?:by an? (?:independent|accredited|external|outside)|by (?:independent|external)|to the (?:highest|strictest)|in line with|according to)\b|"
    r"^our (?:\w+ )?hours are\b|\bat the heart of (?:everything|all|what)|\b(?:was|were) (?:founded|established|built) in \d{4}|"
    r"\b(?:has|have) (?:always )?been our (?:\w+ )?(?:passion|promise|mission|business|trade|pride|aim|motto)\b|\b(?:we|our \w+) (?:take|takes) (?!this\b|these|that|your|what|it\b|every|all\b)[\w' ]{1,40} (?:very |extremely |most |so |really )?seriously\b|"
    r"^we (?:always|constantly|continuously) (?:recommend|advise|strive|aim|try|work|do our best)\b|^for (?:[\w-]+ ){0,5}?(?:matters|questions|help|issues|enquiries|inquiries|complaints|support|refunds|assistance|information|problems|requests|service)\b(?: (?:on|about|of|with|regarding|concerning|around) [\w ]{2,30})?,? (?:\w+ ){0,5}?(?:use|have|see|visit|contact|write|call|fill|go|is|are)\b|"
    r"^(?:this|last|every|each) (?:spring|summer|autumn|fall|winter|year|month) we\b|\b(?:products?|recipes?|food|bread|toys|clothes) (?:is|are) (?:all |always )?made (?:with|of|in|by)\b|^we work (?:every day|hard|around the clock|tirelessly)\b")
_OF_ALL: Final = re.compile(_GENERAL)
_STOCK: Final = re.compile(r"^did you know|^(?:it's|this is|hi,? it's|hello,? it's) (?!not|true|so|a |an |the |no |our |clear)[a-z]+ (?:here|from)\b|^this (?:account|page|channel|inbox|desk)\b|^right,? let's see|^your (?:message|call|opinion|feedback|satisfaction|safety|business)\b|\b(?:already|previously|clearly|repeatedly) (?:explained|told|answered|said|stated)|important to us|have thousands|afraid|any simpler|policy|terms\b")
#: What somebody says of a trouble who has taken it in.
_FELT: Final = Phrases("""
awful|horrifying|terrifying|appalling|outrageous|shocking|creepy|dreadful|sickening|intolerable|dangerous|rotten|poor|bitter|scary|frightening|frustrating|serious|horrible|terrible|miserable|unfair|unpleasant|painful|annoying|worrying|alarming|grim|rough|nasty|disgusting|gross|disappointing|exhausting|stressful|distressing|humiliating|insulting|degrading|heartbreaking|sad|tragic|cruel|shameful|unacceptable|inexcusable|ridiculous|absurd|maddening|infuriating|upsetting|unsettling|confusing|embarrassing|careless|harsh|hard_to|hard_on|hard_when|lousy|lonely|cold_and|wretched|intolerable|unsafe|unbearable|appalling|outrageous|dreadful|ghastly|galling|gutting|crushing|tough|brutal|shocking|sickening|unhealthy|vile|absolutely_not
no good|way|joke|fun|small|answer|help|use|comfort|place|excuse|condition|surprise|start
isn't|is_not|wasn't|was_not|aren't|not|never|nowhere_near ^1 right|on|okay|ok|good|fair|acceptable|what|how|enough|normal|safe|fun|nothing|something|a_way|the_way|service|easy|nice|trivial|pleasant|an_answer
too ^1 many|long|much|late|slow|often|far|little|few|hot|cold|loud|early
far too
fair|valid|good|reasonable|important|legitimate|right|natural|hard|tough ^1 complaint|point|question|criticism|concern|challenge|thing_to|worry|ask|to_ask|one
is|was|are|were|sounds|must_be|feels|must_have ^2 hard|rough|cold|close|gone|ruined|wrong|soaked|broken|dead|stuck|stranded|lost|missing|late|sick|ill|scared|furious|angry|worried|upset|frantic|desperate|waiting|ignored|forgotten|wasted|spoiled|unreachable|unusable|unheard|nobody|no_one|nothing
what was|happened done|to ^1 to? you|your
ought|should ^1 to? never|not ^1 have
bad luck|news|day|night|way|start|service|experience
nightmare|failure|shame|disgrace|shambles|ordeal|blow|loss|pity|letdown|horror|scandal|insult|fright|scare
without|nobody|no_one ~4
wasted|ruined|spoiled|stranded|soaked|ignored|abandoned|stuck|scared|terrified|evacuated|evicted|bleeding|choking|crying|furious|locked_out|cut_off|kept_waiting|left_you|left_waiting|left_standing|woken|shut_out|turned_away|passed_around|bounced|let_down|mouldy|mold|mould|mouse|cockroach|maggot*|screw|glass|blood|rash|hospital|wheelchair|funeral|exam|insulin|oxygen
twice|three_times|four_times|again|third_time|second_time|weeks_of|months_of|days_of|hours_of|day_after ^1 is|and|in|now|without|isn't|of ~2
agreed|granted|true|ouch|oof|ugh
what a|an
you|your ~4 deserve*|trusted|waited|asked|cancelled|ordered|missed|lost|spent|stood|sat|drove|walked|booked|planned|told_us|wrote|called|rang|tried|went|came|got|found|were|had|shouldn't|should_not|should_never|saw|read|want|wanted|need|needed|expected|noticed|raised|reported|described|said|mentioned
deserve*
""")
_SORRY: Final = Phrases("sorry|apolog*|regret*\nno excuse\nlet ~2 down\nwe failed")
_TROUBLE: Final = Phrases("""
broken|late|delayed|cancelled|overcharged|leaked|failed|crashed|lost|stolen|stranded|locked|outage|burned|burnt|wrong|unsafe|flooded|out_of_order|out_of_service|out_of_stock
not|isn't|wasn't|doesn't|didn't ~1 work|working|arrive|arrived|safe|right|fair|come|open|load
""")
#: A sentence that takes up words of the post says so to somebody; a rule of the house says it to nobody.
_SPEAKING: Final = Phrases("you|your|we|i|our|us|my|that|this|it|you're|we're|i'm|that's|it's|we've|i've|no|not|never|oh|must|should|nobody|nothing")
_PRAISE: Final = Phrases("love*|great|thanks|thank|brilliant|amazing|wonderful|happy|excellent|lovely|awesome|perfect|best|nice|good|delicious|well")
_GREETING: Final = re.compile(r"(?:hi|hello|hey|dear|good (?:morning|evening|afternoon|day)|hallo|hola|bonjour|ciao|ol\u00e1)\b[^.!?,\n]{0,25},?$|@[\w.@-]+$|u/\w+$")
PROBLEM: Final = Phrases("""
you|u|your|you've ~3 evicted|fired|sacked|sold|sent|took|lost|killed|closed|cut|deleted|banned|blocked|charged|stole|lied|hid|gave|told|said|published|posted|dumped|poisoned|raised|doubled|built|demolished|shut|stopped|threw|left|locked|kicked|hit|broke|crushed|covered|knew|leaked|tied|searched|touched|called|named|treated|painted|used|read|kept|took_away|knocked|bulldozed
sorry|apolog*|regret*|problem*|issue*|trouble|broken|broke|late|delay*|wrong|fail*|refund*|lost|missing|down|error*|bug*|crash*|upset|angry|hurt|worried|worry|damage*|complain*|complaint|annoying|frustrat*|disappoint*|concern*|ill|sick|leak*|recall*|outage*|mistake*|smell|mould|mold|awful|horrible|terrible|worst|never|nobody|scam|disgust*|unsafe|burn*|fire|hot|rude|cancel*|waiting|wait|still|unacceptable|investigat*|scared|afraid|dangerous|affected|rumour|rumor|racist|sexist|offensive|shame*|injur*|fix|flag*|report*|not|can't|cannot|won't|doesn't|didn't|isn't|why|stopped|cold|dirty|overcharged|charged|incident|accident|hack*|breach|explod*|burst*|melted|fever|hospital|bled|bleeding|collapsed|drained|furious|gone|ruined|waited|ignored|refused|cry*|cried|scream*|stuck|fainted|choked|vomit*|pain|bruis*|stolen|robbed|harass*|insult*|attacked
looking|look into
so you|now
explain|explanation|how_come|how_dare
""")
#: An instruction: no acknowledgement, but a step.
TELL: Final = re.compile(
    r"(?:then |first,? |just |simply )?(?:use|call|visit|check|restart|update|open|download|unplug|stop|bring|return|keep|reply|write|tap|click|contact|"
    r"go|follow|reinstall|choose|pick|turn|switch|send|message|email|log|try|ring|dm|come|wash|throw|pull|fill|see|have a look)\b"
)


def fragment(draft: Draft, brief: Brief) -> bool:
    """True for a draft too short to be a whole reply: while somebody types, what is not there yet is not missing.

    An answer to a post is whole from its first words on, and so are bare thanks.
    """
    if brief.reply_to or len(draft.sentences) > 1 or len(draft.words) >= _WHOLE:
        return False
    return not draft.index.has(_THANKS)


_WHOLE: Final = 8
_THANKS: Final = Phrases("thank|thanks ~3 for|you|feedback|message|sharing|telling")


def _acknowledged(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not draft.words or fragment(draft, brief) or language(draft.own) not in ("", "English"):
        return
    if brief.strategy is Strategy.DENY or (brief.strategy is Strategy.INFORM and "?" in brief.reply_to):
        return  # the rumour is taken up by denying it, the question by what it asks for
    if len(draft.sentences) == 1 and len(draft.words) >= _ENDLESS:
        return  # what so long a sentence takes up cannot be told
    first = spoken(draft)
    if brief.reply_to and MASK not in draft.own[slice(*draft.sentences[first[0]])] and not draft.index.has(_LATE, *draft.sentences[first[0]]) and against(
            draft, draft.sentences[first[0]], brief, _MAINLY):
        yield Hit(*draft.sentences[first[0]])
        return
    opening = draft.sentences[first[0]]
    for span in draft.sentences[: first[-1] + 1]:
        own = _HELLO.sub("", draft.own[span.start:span.end])
        if span != opening and brief.reply_to and len(draft.own[opening.start:opening.end].split()) > _CALL and not draft.index.has(_LATE, *span):
            continue
        if _OF_ALL.search(own) and not draft.index.has(_SORRY, *span):
            break
        if draft.index.has(ACK, *span) or ((draft.index.has(_SPEAKING, *span) or span == opening) and _echoes(own, brief.reply_to)):
            return
        if _STOCK.search(own):
            break
        if span == opening and brief.reply_to and not TELL.match(own) and _reports(own, brief.reply_to):
            return
        if span == draft.sentences[first[0]] and (_ANSWERS.match(own) or (_MATTER.match(own) and brief.reply_to)):
            return
        if span == opening and brief.reply_to and ((own.endswith("?") and not _STOCK.search(own)) or (MASK in own and not TELL.match(own)) or _POINTS_BACK.match(own) or _CALLED.search(draft.text, span.start, span.end)):
            return
        if span == draft.sentences[first[0]] and _TO_THEM.search(own) and not TELL.match(own) and not _STOCK.search(own) and not own.startswith("please"):
            return
        if span == opening and brief.reply_to and 0 < len(own.split()) <= _CALL and _content(own) & _content(brief.reply_to):
            return  # "Onions!": taken up in a word
        if draft.index.has(_FELT, *span) and not TELL.match(own) and not own.startswith("please"):
            return
    # A statement of some length may tell what happened before it says sorry.
    told = len(draft.own) // 2 if brief.reply_to else len(draft.own)
    if len(draft.words) >= 50 and draft.index.has(_SORRY, 0, told):
        return
    if not brief.reply_to and draft.index.has(_TROUBLE, *opening):
        return
    if brief.reply_to and not is_problem(brief.reply_to):
        return
    span = opening
    if draft.sentences[0] != span and len(draft.own[slice(*draft.sentences[0])].split()) >= _SHORTEST:
        span = Span(draft.sentences[0].start, span.end)  # "Hello and welcome to our page." stands where their point belongs
    # A word or two, or another language than the rule knows, is not judged.
    if len(draft.words) >= 4 and sum(map(str.isascii, draft.words)) > 0.9 * len(draft.words) and in_english(draft):
        yield Hit(*span)


_ENDLESS: Final = 45
#: "No." answers, and shrugs nothing off.
_SHORTEST: Final = 4
#: How much of a sentence argues where the sentence is no more than that.
_GIST: Final = 0.3
_MAINLY: Final = 0.5


def against(draft: Draft, span: Span, brief: Brief, gist: float = _GIST) -> bool:
    """True where a sentence argues, blames or waves off: it speaks of the matter, but takes nothing in."""
    first = Draft(draft.text[span.start:span.end])
    if len(first.words) < _SHORTEST:
        return False
    if first.index.has(_SORRY) or first.index.has(_THANKS) or first.own.startswith("you can't"):
        return False
    most = max((hit.end - hit.start for rule in (DEFENSIVE, BLAME, DISMISSIVE) for hit in rule.find(first, brief)), default=0)
    return most >= gist * (span.end - span.start)


def spoken(draft: Draft) -> list[int]:
    """The first two sentences that are more than a greeting and our own voice."""
    found = (number for number, span in enumerate(draft.sentences)
             if not _GREETING.fullmatch(draft.own[span.start:span.end].rstrip(" .!,:"))
             and any(mark.isalpha() for mark in draft.own[span.start:span.end]))
    return list(islice(found, 2)) or [0]


def in_english(draft: Draft) -> bool:
    """True where common words of English stand in the draft, and it is not known to be in another language."""
    if len(draft.words) >= _WHOLE and language(draft.own) != "English":
        return False
    common = {"the", "to", "a", "is", "and", "of", "in", "you", "your", "we", "our", "it", "for", "on", "from", "at", "this", "that", "with", "be", "sorry", "what", "are", "was", "not", "they", "there"}
    return any(word in common for word in draft.words)


_SMALL: Final = frozenset(["the", "a", "an", "and", "or", "but", "of", "to", "in", "on", "at", "for", "with", "from", "by", "is", "are", "was", "were", "be", "been", "it", "its", "this", "that", "i", "you", "we", "they", "he", "she", "my", "your", "our", "their", "me", "us", "them", "not", "no", "do", "did", "does", "have", "has", "had", "so", "as", "if", "when", "what", "who", "why", "how", "there", "here", "just", "very", "still", "all", "can", "will", "would", "again", "up", "out", "after", "am", "im"])


_NUMBERS: Final = {word: str(number) for number, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"])} | {
    "twice": "2", "third": "3", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}


#: What is being done now, or how it came about.
_REPORTS: Final = re.compile(r"(?:we're|we are|i'm|i am|our (?:\w+ ){1,2}(?:is|are)) (?:\w+ )?[a-z]{3,}ing\b|(?:our|the|a) (?:\w+ ){1,2}\w+ed (?:because|when|after|as)\b")


def _reports(own: str, reply_to: str) -> bool:
    """True where a sentence reports on a thing of the post, or answers what the post asks, by one of its words."""
    if not reply_to.rstrip().endswith("?") and not _REPORTS.match(own):
        return False
    post = _content(reply_to)
    return any(word in post or any(len(stem) >= _STEM and word.startswith(stem) for stem in post) for word in _content(own))


_STEM: Final = 4


def _figures(text: str) -> set[str]:
    words = re.findall(r"\d+(?:[.,:]\d+)*|[a-z]+", text.lower())
    return {found for word in words if (found := _NUMBERS.get(word, word)).isdecimal() and found not in ("0", "1")}


def _echoes(own: str, reply_to: str) -> bool:
    """True where a sentence takes up the person's own words: a number, or two content words of the post."""
    if _figures(own) & _figures(reply_to):
        return True
    return bool(reply_to) and len(_content(own) & _content(reply_to)) >= 2


def _content(text: str) -> set[str]:
    """The words of a text that mean something, cut to their beginnings."""
    return {(word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word)[:6]
            for word in re.findall(r"[^\W\d_]{3,}", text.lower()) if word not in _SMALL}


#: So many words are a call, and no sentence.
_CALL: Final = 5
#: "WHERE are the papers": a word in capitals is said aloud.
_CALLED_OUT: Final = re.compile(r"\b[A-Z]{5,}\b")


def is_problem(text: str) -> bool:
    """True for a post that tells of a trouble; a question or praise asks for no next step."""
    from warroom.domain.tone.draft import folded

    said = folded(text)
    if Index(said).has(PROBLEM) or "!!" in text or (not text.isupper() and _CALLED_OUT.search(text)):
        return True
    if re.match(r"(?:so )?(?:you|your|u|ur)\b(?! (?:can|could|would|think))", said):
        return True
    # What is told at length, neither asked nor praised, is told because it matters to somebody.
    told = re.sub(r"[^.!?]*\?+", "", said).split()
    return len(told) >= (7 if "?" in said else 6) and not Index(said).has(_PRAISE)


NO_ACKNOWLEDGEMENT: Final = Rule(
    "no-acknowledgement", Level.WARNING,
    "The reply does not show that the person's point was read.",
    "Begin with their point: “You waited three weeks for a parcel that was lost.”",
    SOURCE, _acknowledged,
)

RULES: Final = (NO_ACKNOWLEDGEMENT,)
