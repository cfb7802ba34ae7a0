"""Rules of what is missing: acknowledgement, and what happens next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from warroom.domain.tone.blame import BLAME
from warroom.domain.tone.defence import DEFENSIVE
from warroom.domain.tone.dismissal import DISMISSIVE
from warroom.domain.tone.draft import Draft, Span
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.phrases import Index, Phrases
from warroom.domain.tone.thread import language

_SOURCE: Final = "Lewicki, Polin and Lount 2016; Coombs 2007"
_ACK: Final = Phrases("""
sorry|apolog*|regret*|thank|thanks|thx|cheers|grateful|appreciate*|understand*|understood|acknowledge*|sympathise|sympathize|gracias|danke|merci|lamentamos|entschuldig*|lo_siento|lamento|desculpe|bedankt|spijt|scusi|grazie|obrigado|perd\u00f3n|tut_uns|es_tut
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
    r"(?!during|according|regarding|starting|beginning|following|going|nothing|opening|shipping|parking|processing|booking|billing|training|building|pricing|testing|evening|morning|during|depending|tracking|cleaning)[a-z]{3,}ing\b")
#: A sentence that begins so answers what was asked, or speaks of what the person did.
_ANSWERS: Final = re.compile(
    r"(?:[a-z][a-z-]+, |(?:from|since|after|over) [\w ]{2,30}, )?(?:yes|no|yep|nope|right|fair|correct|true|exactly|agreed|indeed|happy to|glad to|sure|of course|certainly|not (?!our|the|all)|neither|both|we did\b(?! not)|i did|we do\b(?! not)|we are\b(?! (?:open|a|the))|it is\b(?! (?:open|our))|"
    r"that's (?:your|you|a|fair|true|right|correct|us|on)|it's (?:us|fair|not|a|true)|because|here's|here is|point taken|still nothing|still no|we do see|we see|we knew|we know|we hear|good question|short answer|honest answer|straight answer|honestly|ouch|ugh|oh|ah)\b|"
    r"(?:you|you're|you've|you'd)\b(?! (?:can|may|must|need|should|will|could|have to|get|'ll)\b)|your (?:mother|father|son|daughter|child|kid|wife|husband|dog|cat|partner|dad|mum|mom|family|point|anger|question|worry)\b")
#: Speaks of the person, or tells what we did or cannot say.
_TO_THEM: Final = re.compile(
    r"\b(?:you|you've|you'd|you're)\b(?! (?:can|may|must|need|should|will|could|have to|get|find|pay|paid)\b)|"
    r"\byour (?!area|message|call|order number|patience|feedback|business|satisfaction|enquiry|inquiry|query|region|convenience|needs|case|ticket|contract|account|custom|replacement|refund|parcel|payment|booking|tickets|new|jar|delivery|luggage|bag|engineer|appointment)|"
    r"\b(?:we|i|our \w+)(?: \w+)? (?:hit|broke|lost|made|sent|took|left|missed|forgot|failed|looked|checked|read|saw|got|were|was|had|did|can't|cannot|won't|don't|didn't|aren't|weren't)\b|"
    r"\b(?:nobody|no one|anyone|anybody|everyone|somebody|someone) (?:should|would|could|deserves|likes|wants)|\b(?:would|could) (?:make|drive|scare|upset|frighten|keep|worry|put|leave)\b|\bnobody \w+ed\b|\b(?:easily|fairly|rightly)\b")
#: What is so of everything we do, or of our house, and so of nothing that the person wrote.
_GENERAL: Final = (
    r"^[\w ]{3,24} is an? (?:busy|special|proud|wonderful|great|exciting|magical|popular|challenging|hectic) (?:time|season|tradition|month|day|part)\b|"
    r"\bat the heart of (?:everything|all|what)|\b(?:was|were) (?:founded|established|built) in \d{4}|")
_STOCK: Final = re.compile(_GENERAL + r"^your (?:message|call|opinion|feedback|satisfaction|safety|business)\b|\b(?:already|previously|clearly|repeatedly) (?:explained|told|answered|said|stated)|important to us|have thousands|afraid|any simpler|policy|terms\b")
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
_PROBLEM: Final = Phrases("""
you|u|your|you've ~3 evicted|fired|sacked|sold|sent|took|lost|killed|closed|cut|deleted|banned|blocked|charged|stole|lied|hid|gave|told|said|published|posted|dumped|poisoned|raised|doubled|built|demolished|shut|stopped|threw|left|locked|kicked|hit|broke|crushed|covered|knew|leaked|tied|searched|touched|called|named|treated|painted|used|read|kept|took_away|knocked|bulldozed
sorry|apolog*|regret*|problem*|issue*|trouble|broken|broke|late|delay*|wrong|fail*|refund*|lost|missing|down|error*|bug*|crash*|upset|angry|hurt|worried|worry|damage*|complain*|complaint|annoying|frustrat*|disappoint*|concern*|ill|sick|leak*|recall*|outage*|mistake*|smell|mould|mold|awful|horrible|terrible|worst|never|nobody|scam|disgust*|unsafe|burn*|fire|hot|rude|cancel*|waiting|wait|still|unacceptable|investigat*|scared|afraid|dangerous|affected|rumour|rumor|racist|sexist|offensive|shame*|injur*|fix|flag*|report*|not|can't|cannot|won't|doesn't|didn't|isn't|why|stopped|cold|dirty|overcharged|charged|incident|accident|hack*|breach|explod*|burst*|melted|fever|hospital|bled|bleeding|collapsed|drained|furious|gone|ruined|waited|ignored|refused|cry*|cried|scream*|stuck|fainted|choked|vomit*|pain|bruis*|stolen|robbed|harass*|insult*|attacked
looking|look into
so you
""")
_WHEN: Final = Phrases("""
at|before|after|by|until|over dawn|dusk|nightfall|sunrise|sunset|lunch|breakfast|dinner|supper|work|school|any_hour|teatime|tea_time
on|at any|every ^1 day|weekday|hour|time
today|tonight|tomorrow|tomorrow's|tonight's|today's|monday*|tuesday*|wednesday*|thursday*|friday*|saturday*|sunday*|noon|midnight|midday|now|immediately|hourly|daily|weekly|already|yesterday|o'clock|january|february|march|april|june|july|august|september|october|november|december|shortly_after|next
this morning|afternoon|evening|week|hour|minute|month|weekend
by|before|until spring|summer|autumn|winter|christmas|easter
within|in|by|at|until|before|after|over|for|every|from|since|on|under #
by|at|until|before|after|from|since|past ~1 one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half
within|in|by|for|over|next|every the|a|an|one|two|three|four|five|six|seven|ten|twelve|few|next|coming ~2 hour*|day*|minute*|week*|month*
by|before|until the? end|close of
next hour|day*|week|month|few|two|24|48
take|takes|another|to|about|in_about # to? #? hour*|day*|minute*|week*|working|business
end of ~1 day|week|month|may|business|today
first thing
right away|now
straight away
as we speak
any day
""")
_DONE: Final = Phrases("""
we've|we_have|i've|i_have|we|i|has_been|have_been|is|are|was|were|it's|they're|they_are|you_are|you're|team_has|just|now|already|since|nina_has|which_we|and ~3 refunded|replaced|fixed|sent|shipped|booked|stopped|removed|deleted|taken|took|closed|corrected|opened|restored|rebooked|cancelled|recalled|credited|issued|reversed|updated|changed|solved|resolved|withdrawn|pulled|apologised_to|repaired|sorted|dispatched|arranged|ordered|paid|reported|switched|published|pulled|waived|reinstated|mended|here_until|on_its_way|on_their_way|reset|posted_a|messaged|dm'd|emailed|called_you|upgraded|unlocked|collected|cleaned|blocked|retrained|free|patched|halted
on its|their|the|his|her|our way
you|they|everyone|everybody|guests|customers|users|each ~2 get|gets|receive|receives|have_your_money|can_keep|will_get|will_receive
is|are now? up_again|back|open|fixed|live|running|here|working_again|safe_again|over
up again
went|came|rolled|goes|going out|live
an|a ~1 ago
come by|back|in
""")
_CHANNEL: Final = Phrases("""
please|can_you|could_you|would_you|and|you_can|just|or|to|kindly|if_so|then|do|so|first|us|me|by|via|a|your|our|through|in ~3 dm|pm|direct_message|private_message|message_us|write_to|email|e-mail|call|contact|ring|reply|tell_us|tell_me|visit|unplug|stop_using|see_a_doctor|check|restart|update|bring|return|keep|send|open|use|reinstall|switch|turn|try|fill|follow|go_to|throw|wait_for|ask|choose|pick|come|write
dm|pm|message|call|email|write|contact|reach|tell us|me|our
send us|me|it|a
direct|private message*|chat
see|at|on|here|is|page|read|follow|visit https
""")
_FIRM: Final = Phrases("""
we'll|we_will|i'll|i_will|will|we_are_going_to|we're_going_to|to ~3 refund|replace|send|ship|call|collect|pay|publish|credit|rebook|waive|repay|reimburse|cover|test|deliver|exchange|cancel|remove|delete|print|retrain|recall|train|dm
refund|money|parcel|order|replacement|one|new|card|package|engineer|technician|van|doctor|colleague ~3 leaves|goes|ships|arrives|comes|starts|lands|calls|visits
we|nina|i|she|he|you|it|they|team|which|that|and|manager|doctor|engineer|technician|colleague|fitter|vet|nurse|driver|head|director|chef|inspector|plumber|electrician|steward*|lab|clinic ~4 refund|replace|send|ship|call|calls|collect|collects|pay|ships|arrives|publish|reimburse|deliver|comes|leaves|goes|answer|answers|test|tests|repair|deliver|restart|visits|visit|meets|meet|rings|brings|drives|looks_in|picks|takes
""")
_VAGUE: Final = Phrases("""
be|stay ^1 in_touch|in_contact|shared|provided|announced|given|told|considered|reviewed
follow|come|share|update|keep ^2 shortly|soon|due|posted|updated|informed|course|available
looking|look into|at ~2
we're|we_are|i'm|i_am|team_is|currently|actively|is|are|and ~2 looking_into|investigating|working_on|working_hard|aware|on_it|on_the_case|checking|reviewing|monitoring|exploring|assessing|working
get|getting|come|be back|in_touch to? you? ~1 soon|shortly|asap|later
as soon as|we ~2
soon|shortly|asap|eventually
stay tuned
passed|pass|passing|forward|forwarded|share|shared|raised ~3 on|along|team|to|with
""")
#: These say that nothing happens.
_EMPTY: Final = Phrases("""
consider|regard|treat ^2 closed|settled|finished
matter|case|subject|discussion|topic ^1 is|as ^1 closed|settled|over
hesitate to
should you require|need|have ~6
won't|not ^2 comment*|respond|reply|discuss* ^1 further|on|this
taken|taking|take|took|noted|logged|recorded ~4 on_board|onboard|into_account|into_consideration|seriously|note|your_comments|your_feedback
""")


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
    first = spoken(draft)
    if brief.reply_to and _against(draft, draft.sentences[first[0]], brief):
        yield Hit(*draft.sentences[first[0]])
        return
    if brief.reply_to and not _BUSINESS.match(draft.own, draft.sentences[first[0]].start) and not _STOCK.search(
            draft.own, draft.sentences[first[0]].start, draft.sentences[first[0]].end):
        return
    opening = draft.sentences[first[0]]
    for span in draft.sentences[: first[-1] + 1]:
        own = draft.own[span.start:span.end]
        if draft.index.has(_ACK, *span) or ((draft.index.has(_SPEAKING, *span) or span == draft.sentences[first[0]]) and _echoes(own, brief.reply_to)):
            return
        if _STOCK.search(own):
            break
        if span == draft.sentences[first[0]] and (_ANSWERS.match(own) or (_MATTER.match(own) and brief.reply_to)):
            return
        if span == draft.sentences[first[0]] and _TO_THEM.search(own) and not _TELL.match(own) and not _STOCK.search(own) and not own.startswith("please"):
            return
        if span == opening and brief.reply_to and 0 < len(own.split()) <= _CALL and _content(own) & _content(brief.reply_to):
            return  # "Onions!": taken up in a word
        if draft.index.has(_FELT, *span) and not _TELL.match(own) and not own.startswith("please"):
            return
    # A statement of some length may tell what happened before it says sorry.
    told = len(draft.own) // 2 if brief.reply_to else len(draft.own)
    if len(draft.words) >= 50 and draft.index.has(_SORRY, 0, told):
        return
    if not brief.reply_to and draft.index.has(_TROUBLE, *opening):
        return
    if brief.reply_to and not _is_problem(brief.reply_to):
        return
    span = opening
    # A word or two, or another language than the rule knows, is not judged.
    if len(draft.words) >= 4 and sum(map(str.isascii, draft.words)) > 0.9 * len(draft.words) and in_english(draft):
        yield Hit(*span)


#: How a sentence begins that is about our business and not about theirs: an order, a rule, what we have or do.
_BUSINESS: Final = re.compile(
    r"(?:(?:hi|hello|hey|dear)\b[\w ]{0,20}[,.!] )?(?:please(?! don't| do not)|kindly|our|the|all|every|each|these|at|in|on|for|as|from|to|with|both|most|any|some|delivery|(?:we|i) (?:have|take|operate|offer|serve|value|welcomed|transport|use|run|make|are (?:a|the|open|aware|looking))|version|update|"
    r"(?!yes|thanks|sometimes|always|this|was|is|has|does|as)[a-z-]{3,}s|acme|use|call|visit|check|restart|open|download|unplug|stop|bring|return|keep|reply|write|tap|click|contact|go|follow|log|try|turn|switch|send|message|e?mail|choose|pick|ring|dm|press|read|fill|hi)\b|"
    r"(?:notwithstanding|with reference|with regard|in light|in accordance|further to|following the|pursuant|we acknowledge the)\b|\w+(?: \w+){0,3} has been (?:building|serving|making|baking|operating|running|providing|a family)\b|"
    r"\w+(?: \w+){0,3} (?:is|are|begins?|has|have|covers?|includes?) (?:a|an|the|our|included|open|closed|available|covered|part|made|subject|planned|scheduled|due|expected|under way|running)\b", re.IGNORECASE)


#: "No." answers, and shrugs nothing off.
_SHORTEST: Final = 4
#: How much of a sentence argues where the sentence is no more than that.
_GIST: Final = 0.3


def _against(draft: Draft, span: Span, brief: Brief) -> bool:
    """True where a sentence argues, blames or waves off: it speaks of the matter, but takes nothing in."""
    first = Draft(draft.text[span.start:span.end])
    if len(first.words) < _SHORTEST:
        return False
    if first.index.has(_SORRY) or first.index.has(_THANKS):
        return False
    most = max((hit.end - hit.start for rule in (DEFENSIVE, BLAME, DISMISSIVE) for hit in rule.find(first, brief)), default=0)
    return most >= _GIST * (span.end - span.start)


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
    "first": "1", "twice": "2", "second": "2", "third": "3", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}


def _figures(text: str) -> set[str]:
    words = re.findall(r"\d+|[a-z]+", text.lower())
    return {found for word in words if (found := _NUMBERS.get(word, word)).isdecimal() and found not in ("0", "1")}


def _echoes(own: str, reply_to: str) -> bool:
    """True where a sentence takes up the person's own words: a number, or two content words of the post."""
    if _figures(own) & _figures(reply_to):
        return True
    return bool(reply_to) and len(_content(own) & _content(reply_to)) >= 2


def _content(text: str) -> set[str]:
    """The words of a text that mean something, cut to their beginnings."""
    return {word[:6] for word in re.findall(r"[^\W\d_]{3,}", text.lower()) if word not in _SMALL}


#: So many words are a call, and no sentence.
_CALL: Final = 5


def _is_problem(text: str) -> bool:
    from warroom.domain.tone.draft import folded

    said = folded(text)
    if Index(said).has(_PROBLEM) or "!!" in text:
        return True
    if re.match(r"(?:so )?(?:you|your|u|ur)\b(?! (?:can|could|would|think))", said):
        return True
    # What is told at length, neither asked nor praised, is told because it matters to somebody.
    return len(said.split()) >= 6 and "?" not in said and not Index(said).has(_PRAISE)


NO_ACKNOWLEDGEMENT: Final = Rule(
    "no-acknowledgement", Level.WARNING,
    "The reply does not show that the person's point was read.",
    "Begin with their point: “You waited three weeks for a parcel that was lost.”",
    _SOURCE, _acknowledged,
)

def _next_step(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not draft.words or not in_english(draft) or fragment(draft, brief):
        return
    if language(draft.own) not in ("", "English"):
        return
    if brief.reply_to and not _is_problem(brief.reply_to) and not draft.index.has(_PROBLEM):
        return
    if not (brief.reply_to or draft.index.has(_PROBLEM) or draft.index.has(_ACK)):
        return
    vague: Span | None = None
    for span in draft.sentences:
        def has(wanted: Phrases, span: Span = span) -> bool:
            return draft.index.has(wanted, *span)

        if has(_EMPTY) or _HOUSE.search(draft.own, span.start, span.end):
            vague = span
            continue
        hedged = has(_VAGUE)
        timed = has(_WHEN) or _CLOCK.search(draft.own, span.start, span.end) is not None
        if hedged and not timed:
            vague = span
            if has(_DONE) or has(_CHANNEL_FIRM):
                return
            continue
        if _TELL.match(draft.own, span.start) or has(_DONE) or (has(_CHANNEL) and not _THANKING.match(draft.own, span.start)) or has(_FIRM) or any(
                span.start <= link.start < span.end for link in draft.links):
            return
        if not hedged and has(_WILL):
            return
        firm = _DEADLINE.search(draft.own, span.start, span.end) is not None
        if timed and (firm or not has(_FEELING)) and (has(_PLAN) or not has(_PAST)) and (draft.text[span.end - 1:span.end] != "?" or _OFFER.search(draft.own, span.start, span.end)):
            return
        if _GAP.search(draft.own, span.start, span.end):
            return  # what happens is there, only its hour is left open
    yield Hit(*(vague or draft.sentences[-1]))


#: When a place is open, and how old it is, are no next step.
_HOUSE: Final = re.compile(r"\b(?:garden|museum|gallery|park|caf\u00e9|cafe|restaurant|theatre|zoo|pool|castle|library) (?:is open (?:daily|every day|all year)|serves (?:lunch|dinner|food|drinks))\b|\b(?:was|were) (?:founded|established|built) in \d{4}")
_CLOCK: Final = re.compile(r"\bthe \d{1,2}(?:st|nd|rd|th)\b|\b(?:an hour|closing time)\b|\b\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m|p\.m|utc|cet|gmt|bst|o'clock)\b|\b\d{1,2}:\d{2}\b|\b(?:on|by|from|until|till|before) the \d{1,2}(?:st|nd|rd|th)\b|\bon the hour\b|\bthe moment (?:we|it|you|they)\b|"
    r"\b(?:starts?|begins?|follows?|continues?) (?:once|when|as soon as)\b|"
    r"\b(?:in|within|after|about|takes?|over|next) (?:the next )?(?:\d+|one|two|three|four|five|six|ten|twenty|thirty|forty|an|a few) (?:working )?(?:minutes?|hours?|days?|weeks?)\b|"
    r"\b(?:\d+|two|three|five|ten|twenty|thirty|forty) (?:minutes?|hours?|days?) (?:away|from now|at most)\b")
_OFFER: Final = re.compile(r"\b(?:would|could|shall|can|may|does|is) (?:we|i|you|\w+day|tomorrow|that|this)\b")
_THANKING: Final = re.compile(r"thank(?:s| you)\b(?!.*\b(?:dm|message|write|call|email)\b)")
_FEELING: Final = Phrases("we|i ^1 appreciate|understand|realise|realize|imagine|recognise|recognize|know ^1 that|how|what\nsorry|apologise|apologize|keep_anyone_up")
_WILL: Final = Phrases("will|won't|going_to ^1 air|run|open|stay|remain|stop|go|leave|take|get|have|see|receive|speak|meet|visit|hold|start|begin|change|keep|print|appear|sell|use|work|call|ring|write|answer|send|bring|pay|refund|replace|collect|post|publish|tell|arrive|land|reach|drive|fix|check|test|return\nafter|before|over|at ^1 lunch|breakfast|work|dinner|lunchtime|sunset|dark\nin january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter\nin|on our|the profile|bio|pinned|link\nmeet|meets|expects|stays|waits|sits you|with_you|for_you\nat|outside the? front|gate|door|desk|exit|entrance")
_DEADLINE: Final = re.compile(r"\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening)|an hour|closing time)\b|\bthe \d{1,2}(?:st|nd|rd|th)\b|\b(?:by|until|from|at|on|since) (?:\d|noon|midnight|today|tonight|tomorrow|this|next|the|(?:mon|tues|wednes|thurs|fri|satur|sun)day)")
_PAST: Final = Phrases("asked|could\nmondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays|weekday|since|changed\nwas|were|had|happened|yesterday|ago|last\nwe|i|you|it|they|he|she ^1 did|took|went|came|had|got|sent|broke|fell")
_GAP: Final = re.compile(r"\[[a-z _/-]{2,30}\]|\{+[^{}\n]{1,40}\}+|<+[a-z _-]{2,30}>+|%[a-z_]{2,30}%|\bxx[:/.]xx\b|\b(?:tbc|tba|tbd)\b")
_TELL: Final = re.compile(
    r"(?:then |first,? |just |simply )?(?:use|call|visit|check|restart|update|open|download|unplug|stop|bring|return|keep|reply|write|tap|click|contact|"
    r"go|follow|reinstall|choose|pick|turn|switch|send|message|email|log|try|ring|dm|come|wash|throw|pull)\b"
)
_PLAN: Final = Phrases("""
will|we'll|i'll|it'll|they'll|going|go|goes|take|takes|we|i|is|are|from|until|by|ship*|arrive*|come*|get*|call*|post*|reply|answer*|open*|back|next|you|again|test*|publish*|was|were|they
""")
_CHANNEL_FIRM: Final = Phrases("send us|me ^2 dm|direct_message|message|pm|private_message\ndm|direct_message|private_message|message us|me|to\nemail|call|contact us|our")

NO_NEXT_STEP: Final = Rule(
    "no-next-step", Level.WARNING,
    "The reply does not say what happens next and by when; “we are looking into it” says neither.",
    "Say who does what by when: “We test the batch today and post the result here at 6 pm.”",
    _SOURCE, _next_step,
)

RULES: Final = (NO_ACKNOWLEDGEMENT, NO_NEXT_STEP)
