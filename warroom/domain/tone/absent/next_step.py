"""The rule of the next step: who does what, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.strategy import Strategy
from warroom.domain.tone.absent.acknowledgement import ACK, PROBLEM, SOURCE, TELL, against, fragment, in_english
from warroom.domain.tone.absent.owed import cheered, nothing_owed
from warroom.domain.tone.draft import Draft, Span
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.languages import language
from warroom.domain.tone.phrases import Index, Phrases

_WHEN: Final = Phrases("""
at|before|after|by|until|over dawn|dusk|nightfall|sunrise|sunset|lunch|breakfast|dinner|supper|work|school|any_hour|teatime|tea_time
on|at any|every ^1 day|weekday|hour|time
today|tonight|tomorrow|tomorrow's|tonight's|today's|monday*|tuesday*|wednesday*|thursday*|friday*|saturday*|sunday*|noon|midnight|midday|now|immediately|hourly|daily|weekly|already|yesterday|o'clock|january|february|march|april|june|july|august|september|october|november|december|shortly_after|next
this morning|afternoon|evening|week|hour|minute|month|weekend
by|before|until spring|summer|autumn|winter|christmas|easter
within|in|by|at|until|before|after|over|for|every|from|since|on|under #
by|at|until|till|before|after|from|since|past ~1 one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half
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
we've|we_have|i've|i_have|we|i|has_been|have_been|is|are|was|were|it's|they're|they_are|you_are|you're|team_has|just|now|already|since|nina_has|which_we|and ~3 refunded|replaced|fixed|sent|shipped|booked|stopped|removed|deleted|taken|took|closed|corrected|opened|restored|rebooked|cancelled|recalled|credited|issued|reversed|updated|changed|solved|resolved|withdrawn|pulled|apologised_to|repaired|sorted|dispatched|arranged|ordered|paid|reported|switched|published|pulled|waived|reinstated|mended|here_until|on_its_way|on_their_way|reset|posted_a|messaged|dm'd|emailed|called_you|upgraded|unlocked|collected|cleaned|blocked|retrained|free|patched|halted|rolled_back|undone|put_right|swapped|lifted|off_the_shelves
on its|their|the|his|her|our way
you|they|everyone|everybody|guests|customers|users|each ~2 get|gets|receive|receives|have_your_money|can_keep|will_get|will_receive
is|are now? up_again|back|open|fixed|live|running|here|working_again|safe_again
is|are now|all over
up again
went|rolled|goes|going out|live
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
we'll|we_will|i'll|i_will|we're_going_to ^2 post|write|ring|tell|show|fix|mend|repair|bring|meet|add|put|open|move|correct|swap|reopen|roll|read_it|set
we'll|we_will|i'll|i_will|will|we_are_going_to|we're_going_to|to ~3 refund|replace|send|ship|call|collect|pay|publish|credit|rebook|waive|repay|reimburse|cover|test|deliver|exchange|cancel|remove|delete|print|retrain|recall|train|dm
refund|money|parcel|order|replacement|one|new|card|package|engineer|technician|van|doctor|colleague ~3 leaves|goes|ships|arrives|comes|starts|lands|calls|visits
we|nina|i|she|he|you|it|they|team|which|and|manager|doctor|engineer|technician|colleague|fitter|vet|nurse|driver|head|director|chef|inspector|plumber|electrician|steward*|lab|clinic ~4 refund|replace|send|ship|call|calls|collect|collects|pay|ships|arrives|publish|reimburse|deliver|comes|leaves|goes|answer|answers|test|tests|repair|deliver|restart|visits|visit|meets|meet|rings|brings|drives|looks_in|picks|takes
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
nothing|no|little ^1 more|further|else to ^1 say|add|discuss
won't|not ^2 comment*|respond|reply|discuss* ^1 further|on|this
taken|taking|take|took|noted|logged|recorded ~4 on_board|onboard|into_account|into_consideration|seriously|note|your_comments|your_feedback
""")


def _next_step(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not draft.words or fragment(draft, brief):
        return
    if brief.strategy is Strategy.DENY or (brief.reply_to and cheered(draft, brief)):
        return
    theirs, ours = language(brief.reply_to), language(draft.own)
    if brief.reply_to and (ours in _ELSEWHERE or (not ours and theirs in _ELSEWHERE)):
        if brief.strategy is Strategy.INFORM and brief.reply_to.rstrip().endswith("?"):
            return  # what is asked is answered
        if (theirs == ours or not theirs or not ours) and not draft.links and _STEP_ELSEWHERE.search(draft.own) is None:
            yield Hit(*draft.sentences[-1])
        return
    if language(draft.own) not in ("", "English") or not in_english(draft):
        return
    if brief.reply_to and nothing_owed(draft, brief):
        return
    if not (brief.reply_to or draft.index.has(PROBLEM) or draft.index.has(ACK)):
        return
    vague: Span | None = None
    few = bool(brief.reply_to) and len(draft.sentences) <= _FEW
    for span in draft.sentences:
        own = draft.own[span.start:span.end]
        said = _TAKEN_IN.sub(" ", own)
        # What only thanks, regrets or takes in does nothing: the rest of the sentence is asked.
        index = Index(said) if len(said) < len(own) else None

        def has(wanted: Phrases, span: Span = span, index: Index | None = index) -> bool:
            return index.has(wanted) if index else draft.index.has(wanted, *span)

        timed = has(_WHEN) or _CLOCK.search(said) is not None
        if (has(_EMPTY) and not (timed and _OURS_AHEAD.search(said))) or _HOUSE.search(own) or (_told(own, said) and not has(_MENDED)):
            vague = span if has(_EMPTY) else vague
            continue
        hedged = has(_VAGUE)
        if hedged and not timed:
            vague = span
            if has(_DONE) or has(_CHANNEL_FIRM):
                return
            continue
        if few and not (has(_DONE) and _DEADLINE.search(said)) and against(draft, span, brief, _MOSTLY):
            continue  # who argues or waves off says no more than that
        if TELL.match(draft.own, span.start) or has(_DONE) or (has(_CHANNEL) and not _THANKING.match(draft.own, span.start)) or has(_FIRM) or any(
                span.start <= link.start < span.end for link in draft.links):
            return
        if _MENDED_SINCE.search(said) or _WAY_ON.search(said):
            return
        if not hedged and has(_WILL):
            return
        firm = _DEADLINE.search(said) is not None
        if timed and (firm or not has(_FEELING)) and (has(_PLAN) or not has(_PAST)) and (draft.text[span.end - 1:span.end] != "?" or _OFFER.search(draft.own, span.start, span.end)):
            return
        if _GAP.search(draft.own, span.start, span.end):
            return  # what happens is there, only its hour is left open
    yield Hit(*(vague or draft.sentences[-1]))


_ELSEWHERE: Final = frozenset(["German", "French", "Spanish", "Italian", "Portuguese", "Dutch"])
#: A time, a verb of the future or an act that mends, in six languages; where none of them stands nothing is said of what comes next.
_STEP_ELSEWHERE: Final = re.compile(
    r"\d|\b(?:heute|morgen|nachher|gleich|sofort|bald|jetzt|bis|(?:mon|diens|mitt|donners|frei|sams|sonn)\w*tag\w*|mittwoch|uhr|werden|wird|wollen|bitte|k\u00f6nnen sie|kannst|ruf\w*|meld\w*|schreib\w*|schick\w*|send\w*|erstatt\w*|ersetz\w*|tausch\w*|bekomm\w*|erh\u00e4lt|erhalten sie|pr\u00fcf\w*|kl\u00e4r\w*|k\u00fcmmer\w*|zahl\w*|dm|n\u00e4chste\w*|"
    r"hoy|ma\u00f1ana|lunes|martes|mi\u00e9rcoles|jueves|viernes|s\u00e1bado|domingo|vamos|ya|\w+remos|\w{3,}r\u00e1n?|\w{3,}r\u00e9|escr[i\u00ed]b\w*|ll\u00e1m\w*|llama\w*|env[i\u00ed]\w*|devol\w*|devuel\w*|reembols\w*|por favor|dinos|reenv\w*|m\u00e1nd\w*|pr\u00f3xim\w*|"
    r"demain|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|d'ici|allons|va|\w+rons|\w+rez|\w{3,}era|\w{3,}erai|\u00e9cri\w*|appel\w*|rembours\w*|envoy\w*|contact\w*|s'il vous|prochain\w*|"
    r"oggi|domani|luned\u00ec|marted\u00ec|mercoled\u00ec|gioved\u00ec|venerd\u00ec|sabato|domenica|\w+remo|\w{3,}er\u00e0|scriv\w*|chiam\w*|rimbors\w*|mand\w*|contatt\w*|entro|attiv\w*|ricev\w*|ritir\w*|prossim\w*|"
    r"hoje|amanh\u00e3|segunda|ter\u00e7a|quarta|quinta|sexta|escrev\w*|lig\w*|devolv\w*|at\u00e9|"
    r"vandaag|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|zullen|gaan|stur\w*|stuur\w*|bel\w*|betal\w*|vergoed\w*|mail\w*|uur|rijdt|tot|dirlo|vuole|pag\w*|recep\w*|boutique|jours|giorni|ore|heures|horas|d\u00edas|dias|dagen|uren|stunden|tagen|d\u00e9pose\w*|binnen|volgende)\b")
#: "The last train was taken off at 23:10": what was is no next step, unless it mended something.
_ONCE: Final = re.compile(r"\b(?:was|were|had|did|didn't|wasn't|weren't|hadn't|left|went|came|took|ran|got|made|told|sent|gave|broke|lost|fell|put|stood|sat|kept|found|drove|saw|happened|(?!need|speed|exceed|indeed|proceed|succeed|hundred)\w{3,}ed)\b")
_AHEAD: Final = re.compile(
    r"\b(?:will|won't|shall|is|are|isn't|aren't|has|have|am|can|may|must|do|does|don't|please|let|let's|today|tonight|tomorrow|now|goes|go|comes|gets|get|leaves|starts|ends|runs|stays|opens|calls|rings|writes|tells|ships?|takes|arrives?|flies|fly|meets?|reopens?|follows?|fits|brings?|sends?|pays?|refunds?|returns?|works?|prints?|carr(?:y|ies)|ask|show|would|need|follows|"
    r"until|till|next|soon|back|down|again|(?<!was )(?<!were )already|yesterday|\w+'(?:ll|re|ve|m)|(?:it|that|he|she|there|here|what|who|everything|this|one|team|where)'s|\w+'s (?=(?:in|on|at|up|back|being|been|due|open|fixed|out|off|here|there|free|fine|good|done|ready|now|not|a|the|yours|gone|by|going|with|got|\w+ing|\w{3,}ed)\b)|(?:mon|tues|wednes|thurs|fri|satur|sun)day's|from (?:today|tomorrow|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|\d)|by (?:noon|today|tonight|tomorrow|\w+day|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|the)|\w+day the|this (?:morning|afternoon|evening|week)|(?:ago|since|so far|meanwhile))\b|https?:|\?")
#: What a sentence says of having understood, of regret, thanks or hope is about today, and does nothing.
_REST: Final = r"(?:(?! and (?:will|we|we'll|we've|i|i'll|our|my|expect|it|it'll|you|you'll|they|the|one|are|have)\b)[^.,;])*"
_TAKEN_IN: Final = re.compile(
    r"\b(?:you're|you are|that's|it's|this is|that is) (?:right|fair|wrong|awful|on us|unacceptable|true|bad|grim|not ok|not good enough)\b(?: to be [\w ]+| that)?|\byou've every (?:right|reason)[^.,;]*|\b(?:i|we) (?:get|see|know|understand|can see|realise|hear|read) (?:why|how|that|what|it)\b(?:(?! and (?:will|we'll|i'll|it|are|have)\b)[^.,;])*|"
    r"\bwe've got the (?:picture|message)\b|\b(?:that's|this is|that is|it's|it is|that|this|it) ?(?:not|isn't|wasn't) (?:how|what|the way|who) we\b[^.;]*|\b(?:isn't|is not|wasn't) the first time\b[^.;]*|\b(?:is|are) \w+ too (?:many|much|long)\b|"
    rf"\b(?:we're|i'm|we are|i am)(?: \w+)? (?:sorry|ashamed)\b(?! if){_REST}|"
    rf"\b(?:we|i) (?:\w+ )?(?:appreciate|hope|wish)\b (?:that |the |your? |this |it(?! (?:to|will)\b)){_REST}|"
    r"\b(?:nobody|no one|no-one)(?:'s|'d| should| wants?| likes?| deserves?| would| needs?| expects?| ought)\b[^.,;]*|"
    r"\b(?:that's|it's|this is|that is|that was|what) an? (?:\w+ ){1,3}(?:to|for)\b[^.,;]*|\bthat helps (?:nobody|no one)\b[^.,;]*|"
    rf"\b(?:it's|it is|it was|that's|that is|that was|how) (?:very |really |so )?(?:good|kind|nice|brave|generous|helpful|thoughtful|decent) of you\b{_REST}|"
    rf"\b(?:we|i) (?:really |truly |deeply |greatly )?(?:value|admire|respect|treasure) (?:how|that|your|what)\b{_REST}|"
    r"\b(?:that|which|who) (?:didn't|did not|doesn't|never|won't) (?:come|open|work|turn|arrive|reply|call|check|return|answer|ring)\w*\b|"
    r"\ban? (?:easy|hard|tough|difficult|close|bad|painful|sad) (?:call|one|decision|step|choice)\b|"
    r"\b(?:should|could|ought to)(?:n't| not| never)? have (?:been )?[a-z]+")
#: What we do next, beside what is noted.
_OURS_AHEAD: Final = re.compile(r"\b(?:will|shall|\w+'ll|going to)\b|\b(?:our|the|a|an) (?:\w+ ){1,4}(?:comes|goes|starts|opens|follows|arrives|lands|leaves|begins|meets|is out|is due) ")
#: "It's gone since nine", "the story has said so since 15:30": mended, with the hour.
_MENDED_SINCE: Final = re.compile(
    r"\b(?:it|they|that|this|those|he|she|\w{3,})(?:'s|'ve| is| are| has| have)(?: been| now| all| already)* "
    r"(?:gone|off (?:air|sale|the \w+)|out of (?:use|service|stock|the \w+)|back|fixed|right|open|live|running|working|clean|repaired|corrected|said so|says so|read|shown)\b[\w ]{0,20}\bsince\b")
#: What the person can do now.
_WAY_ON: Final = re.compile(
    r"\byou (?:can|may) (?:now |also |still |safely |always )?(?!see|imagine|be\b|trust|rest|expect|count|understand|take your|shop|guess|thank|find (?:other|another)|go elsewhere|choose|only|hardly|tell|always|stop|leave|judge|decide)[a-z]+|"
    r"(?:^|[;:,] (?:so |and )?|\bplease )(?:don't|do not) (?:use|eat|drink|drive|click|open|pay|touch|wear|throw|enter|reply|plug|charge|install)\b|"
    r"(?:^|[;:,] (?:so |and )?|\bplease )(?:take (?:it|them|yours|that|the) (?:back |along )?to|type|delete|forward|install|ignore|leave (?:it|them|the)|hold on to)\b")
_MENDED: Final = Phrases("refunded|replaced|fixed|shipped|credited|reversed|restored|repaired|rebooked|corrected|reinstated|apologised|apologized|published|mended|cleaned|collected|waived|unlocked|unblocked|retrained|recalled|pulled|withdrew|booked|arranged|dispatched|reported|patched|called_you|emailed_you|messaged_you|wrote_to_you|rang_you|took_it|took_the|changed|updated|reopened|reset|removed|stopped\nsent you|the|a ^1 new|replacement|refund|right|link|message|dm|mail|email|letter")


def _told(own: str, said: str) -> bool:
    """True for a sentence that tells what was, and nothing of what is or will be; ``said`` is it without what it takes in."""
    return _AHEAD.search(said) is None and (_ONCE.search(said) is not None or len(said) < len(own))


#: Of more sentences than these each is taken as it stands: to ask every one whether it argues takes time.
_FEW: Final = 6
#: So much of a sentence argues where nothing else is in it.
_MOSTLY: Final = 0.55
#: When a place is open, and how old it is, are no next step.
_HOUSE: Final = re.compile(r"\b(?:garden|museum|gallery|park|caf\u00e9|cafe|restaurant|theatre|zoo|pool|castle|library) (?:is open (?:daily|every day|all year)|serves (?:lunch|dinner|food|drinks))\b|\b(?:was|were) (?:founded|established|built) in \d{4}")
_CLOCK: Final = re.compile(r"\b(?:by|before|until|over|after|at) the (?:weekend|end of|start of|kick-off|match|game|season|holidays|next|following)\b|\b(?:on|by) the day\b|\bin the course of the\b|\bthe \d{1,2}(?:st|nd|rd|th)\b|\b(?:an hour|closing time)\b|\b\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m|p\.m|utc|cet|gmt|bst|o'clock)\b|\b\d{1,2}:\d{2}\b|\b(?:on|by|from|until|till|before) the \d{1,2}(?:st|nd|rd|th)\b|\bon the hour\b|\bthe moment (?:we|it|you|they)\b|"
    r"\b(?:starts?|begins?|follows?|continues?) (?:once|when|as soon as)\b|"
    r"\b(?:in|within|after|about|takes?|over|next) (?:the next )?(?:\d+|one|two|three|four|five|six|ten|twenty|thirty|forty|an|a few) (?:working )?(?:minutes?|hours?|days?|weeks?)\b|"
    r"\b(?:\d+|two|three|five|ten|twenty|thirty|forty) (?:minutes?|hours?|days?) (?:away|from now|at most)\b")
_OFFER: Final = re.compile(r"\b(?:i'm|we're) free\b|\bis (?:\w+ )?(?:\d|\w+day|noon)|\b(?:would|could|shall|can|may|does|is) (?:we|i|you|\w+day|tomorrow|that|this)\b")
_THANKING: Final = re.compile(r"thank(?:s| you)\b(?!.*\b(?:dm|message|write|call|email)\b)")
_FEELING: Final = Phrases("we|i ^1 appreciate|understand|realise|realize|imagine|recognise|recognize|know ^1 that|how|what\nsorry|apologise|apologize|keep_anyone_up")
_WILL: Final = Phrases("you ^1 hear ^1 from\nwill|won't|going_to ^1 air|run|open|stay|remain|stop|go|leave|take|get|have|see|receive|speak|meet|visit|hold|start|begin|change|keep|print|appear|sell|use|work|call|ring|write|answer|send|bring|pay|refund|replace|collect|post|publish|tell|arrive|land|reach|drive|fix|check|test|return\nafter|before|over|at ^1 lunch|breakfast|work|dinner|lunchtime|sunset|dark\nin january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter\nin|on our|the profile|bio|pinned|link\nmeet|meets|expects|stays|waits|sits you|with_you|for_you\nat|outside the? front|gate|door|desk|exit|entrance")
_DEADLINE: Final = re.compile(r"\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening)|an hour|closing time)\b|\bthe \d{1,2}(?:st|nd|rd|th)\b|\b(?:by|before|until|from|at|on|since) (?:\d|noon|midnight|today|tonight|tomorrow|this|next|the|(?:mon|tues|wednes|thurs|fri|satur|sun)day)")
_PAST: Final = Phrases("asked|could\nmondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays|weekday|since|changed\nwas|were|had|happened|yesterday|ago|last\nwe|i|you|it|they|he|she ^1 did|took|went|came|had|got|sent|broke|fell")
_GAP: Final = re.compile(r"\[[a-z _/-]{2,30}\]|\{+[^{}\n]{1,40}\}+|<+[a-z _-]{2,30}>+|%[a-z_]{2,30}%|\bxx[:/.]xx\b|\b(?:tbc|tba|tbd)\b")
_PLAN: Final = Phrases("""
will|we'll|i'll|it'll|they'll|going|go|goes|take|takes|we|i|is|are|from|until|by|ship*|arrive*|come*|get*|call*|post*|reply|answer*|open*|back|next|you|again|test*|publish*|was|were|they
""")
_CHANNEL_FIRM: Final = Phrases("send us|me ^2 dm|direct_message|message|pm|private_message\ndm|direct_message|private_message|message us|me|to\nemail|call|contact us|our")

NO_NEXT_STEP: Final = Rule(
    "no-next-step", Level.WARNING,
    "The reply does not say what happens next and by when; “we are looking into it” says neither.",
    "Say who does what by when: “We test the batch today and post the result here at 6 pm.”",
    SOURCE, _next_step,
)

RULES: Final = (NO_NEXT_STEP,)
