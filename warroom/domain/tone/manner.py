"""Rules of manner: sales talk, jokes, shouting, jargon, and how hard a draft is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.wording import all_of, looking_for

_TAG: Final = re.compile(r"(?<![\w&/])#(?!\d+\b)\w+")
_TAGS: Final = re.compile(r"(?<![\w&/])#(?!\d+\b)\w+(?:[ \t]+#\w+)*")


_DEAL: Final = re.compile(r"\b\d{1,2} ?(?:%|percent) (?:off|discount|cashback|savings?)\b(?! (?:was|were|did|that))|\b(?:only|just|from) [$\u20ac\u00a3]\d+[\d.]*")


def _deals(draft: Draft, _: Brief) -> Iterator[Hit]:
    return (Hit(*found.span()) for found in _DEAL.finditer(draft.own))


def _hashtags(draft: Draft, brief: Brief) -> Iterator[Hit]:
    theirs = {tag.casefold() for tag in _TAG.findall(brief.reply_to)}
    for found in _TAGS.finditer(draft.own):
        if not {tag.casefold() for tag in _TAG.findall(found[0])} <= theirs:
            yield Hit(*found.span(), suggestion="Leave the hashtag out; it turns an answer into a campaign.")


PROMOTION: Final = Rule(
    "promotion", Level.WARNING,
    "Sales talk in a crisis reads as not listening, and gets screenshotted.",
    "Leave it out; a voucher, where due, is offered as repair and without a slogan.",
    "Coombs 2007 (bolstering only on top of instructing information)",
    all_of(
        looking_for("""
            use|with|enter|apply ~2 code|coupon|promo_code|voucher_code|discount_code|promo
            promo|coupon|discount code*
            check|try|discover|explore|experience|see|browse|meet|introducing|enjoy|taste|love|visit|grab|get|pick_up out? ~1 our|the|acme's ~1 new|latest|delicious|summer|winter|spring|autumn|amazing|exciting|range|collection|menu|deals|offers|best|special|great|other_products|full_range|popular|upcoming|sale|award-winning|premium|products|favourites|favorites|bestsellers|brand-new|line|store_for|shop_for|website_for|selection|exclusive|biggest|all-new|limited
            shop|buy|order|book|subscribe|upgrade|join|download|sign_up|act|register|pre-order|preorder|reserve now|today_and|here_and|online_and|before_it|with_us_and|our
            shop|save|grab|snap up|now|big|yours|our|the|on|today|with ~1 sale|collection|deals|yours|range|now
            don't|do_not|never|can't|cannot|won't_want_to miss out|our|the|this|it|your|on|these|a ~4
            upgrade|switch|subscribe|sign_up|move|go|join to|for|our|up|premium|us premium|pro|plus|our|gold|newsletter|club|acme|loyalty|prime|rewards|the_pro|a_premium
            upgrade|upgrading to
            sign|signing|join|follow|subscribe up|our|us|to ~1 for|newsletter|club|mailing_list|loyalty|rewards|deals|instagram|exclusive|channel|offers|more_great
            award-winning|world-class|best-in-class|industry-leading|market-leading|best-selling|top-rated|unbeatable|number-one_brand|world's|unmissable|mouth-watering|game-changing|state-of-the-art|unrivalled|unmatched|unparalleled|second-to-none|cutting-edge|first-class|five-star|premium-quality|best-loved|leading_provider|revolutionary|next-level
            nation's|world's|country's|city's|europe's favourite|favorite|best|leading|number|most|no|top|first|finest|greatest
            buy one|two|three
            one|two|three for|get one|two|the_price|free
            get|receive|win|earn|enjoy|save|grab|take # off|free|discount|bonus|points|more|on_your|today|now|when|cash !refunded
            half|special|great|low|lowest|introductory|unbeatable|best|sale|amazing|bargain price|prices|price_on|offer|offers|deal|deals|value|discount*|savings ~1 !was|were|badly
            limited|exclusive|special|unmissable|one-time|today-only|last time|offer*|edition|deal*|discount*|only|chance|promotion*|stock
            biggest|summer|winter|black|cyber|spring|flash|end-of-season|christmas|easter|holiday|january|clearance|anniversary ~1 sale*|friday|monday_deals|event_of|savings|deals
            while stocks|supplies last
            free|extra gift|trial|shipping_on|samples|delivery_on_your_next|sample|bonus|upgrade_to|loyalty|month_of_premium !to_say_sorry|refund
            our|the|this|a ~1 amazing|exciting|fantastic|brand-new|delicious|stunning|incredible|gorgeous|great_new|tasty|wonderful|irresistible|unbeatable|refreshing|sensational|magical ~2 new|product*|range|collection|menu|latte|offer*|sale|service*|app|features|drink*|snack*|flavour*|flavor*|deal*|coffee|burger*|meals|line|experience|event|summer|selection|recipe*|sneaker*|shoe*
            thrilled|excited|proud|delighted|pleased|can't_wait to announce|introduce|launch|share|unveil|present|offer|show_you|be|welcome_you ~2
            stay tuned for|to more|our|exciting|great|new|a|big
            exciting news|times|offers|things|announcement|new
            tell your|all friends
            share the love
            spread the word|love
            treat yourself
            did you know that|our|we
            why not try|visit|pop|upgrade|come|treat|take|check|grab|switch|sign|enjoy|buy|order|join|book
            you'll|you_will|you're_going_to|you're_sure_to love|adore our|the|it|this|these|what
            loved by|trusted_by millions|thousands|customers|families|#|fans|over
            voted|rated|awarded best|number|#|the|no
            we're|we_are|acme_is|we_remain|still_the proud_to_be|still|simply|the|known_as? ~1 best|leader*|number_one|no|#1|market_leader|favourite|favorite|most_trusted|most_loved|leading|world's
            tap|click|hit|swipe|link the? ~1 link|bio|up|here|below|in_bio ~1 to shop|buy|order|save|get|win|browse|discover|pre-order|upgrade
            link in bio
            like|comment|retweet|tag|share and|to|a|this follow|win|share|friend|enter|repost|like|post_to
            chance to win
            giveaway|sweepstake*|bargain*|bogo
            on sale now|today|this|from|at
            new|out|available|in|launching|hitting in|now|stores stores|everywhere|now
            something for everyone
            perfect gift|for|treat|way
            our bestselling|signature|famous|iconic|legendary|beloved|top-selling|flagship|popular
            best coffee|pizza|burgers|service|deals|prices|product*|quality|app ~1 in|on|around|of|ever
        """),
        _hashtags,
        _deals,
    ),
)

_FUN: Final = re.compile(
    "(?:[\U0001f300-\U0001f5ff\U0001f600-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f900-\U0001f9ff\U0001fa70-\U0001faff"
    "\U0001f1e6-\U0001f1ff\u2600-\u26ff\u2700-\u2704\u2708-\u2712\u2728\u2744\u274c\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u2b50\u2b55\u231a\u231b\u23e9-\u23f3]"
    "[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*)+"
)
_FACES: Final = re.compile(r"(?<![\w:/])(?:[:;=8xX][-'o^]?[)DPpOo3|\\/*]|\(;|<3|\^_\^|xD|XD|:'\)|\\o/|:\]|;\]|\(:)(?![\w/])")
_LAUGH: Final = re.compile(r"\b(?:a*ha(?:ha)+h?|he(?:he)+|hihi|lo+l(?:s|z)?|lmf?ao+|rofl(?:mao)?|lulz|teehee|tee-hee|bwahaha\w*|jaja+|kek)\b")


def _fun(draft: Draft, _: Brief) -> Iterator[Hit]:
    for pattern, text in ((_FUN, draft.own), (_FACES, draft.text), (_LAUGH, draft.own)):
        for found in pattern.finditer(text):
            if draft.own[found.start()] != "\x01":
                yield Hit(*found.span())


LEVITY: Final = Rule(
    "levity", Level.WARNING,
    "Jokes and emoji are out of place while people are hurt or angry.",
    "Say it plainly, without the joke or the emoji.",
    "Coombs 2007; NHS and GOV.UK social-media guidance on incidents",
    all_of(
        looking_for("""
            oops*|whoops*|oopsie*|whoopsie*|whoopsy|woops*|yikes|uh-oh|d'oh|doh|eek|oopsy|womp|facepalm|yolo|yay|woohoo|woo_hoo|yippee|ta-da|tada|meh|teehee|giggle*|lolz|jk|j/k|hooray|hurrah|welp|wink|lol
            just|only|we're|we_are|i'm|totally|all just? kidding|joking|messing|teasing|pulling_your_leg|having_fun|playing
            no|all kidding|joking|jokes aside
            joke|jokes|pun|puns is|aside|intended|'s_on|on_us|of
            no|pun pun|intended intended?
            fun|funny fact|story|thing|enough
            brain|brains fart|freeze|fog|on_holiday|took_a
            silly us|me|billy|goose|mistake|robots|gremlins
            gremlins|hamster*|hamsters|monkeys
            blame it|that on the
            my|our bad
            facepalm moment
            face palm
            our|the intern|servers|server|robots|computers|wifi|bots|website|app|machines|hamsters|coffee_machine|website ~2 needed|took|decided|went|wanted|had|is_having|has|must_have|felt_like|fancied ~2 nap|holiday|break_from|coffee|vacation|monday|tantrum|strike|lunch|day_off|diva|rest|siesta|moment|own|party|hangover|snooze|bad_hair
            a case of|bad ~1 mondays|monday|hair|gremlins
            it's|it_is|that's|must_be|someone_has|somebody_had|we_had ~2 case_of_the|mondays|monday|bad_hair_day|too_much_coffee
            not enough|before our|my coffee
            at least|on_the_bright_side|look_on_the ~2 nobody|no_one|you|it|bright|got|now|we|free ~6 died|dead|laugh|story|diet|exercise|excuse|tan|dry|side|adventure|fun|lost_weight|warm|party
            on the|look_on_the|look_at_the bright side
            laugh|laughing|giggle|chuckle out|about|at|it|on|together|over|!at_nothing
            had|gave|made|good us|them|a ~3 laugh|giggle|chuckle|smile|lol
            who|what doesn't|didn't|needs love|like|a|sleep|electricity|trains|wifi|hot ~2
            who needs ~2 anyway
            cheers mate|m8|buddy|pal
            hold my|our beer
            plot twist
            drum roll|drumroll
            spoiler alert
            epic|big|major|total fail|oof|yikes|facepalm|whoops
            oof|lel|sry|soz|bruh|bro|dude|fam|yo|bestie|slay|yeet|sksksk|y'all|yass*|omg|wtf|smh|ikr|tbh|fml|imho|rotfl|haha*|hehe*
            keep|stay calm and|cool|awesome
            happy|have_a|it's_almost friday|monday|friyay|hump_day|weekend_everyone|awesome|super|fab|weekend ~1
            party|rock|dance|let's_get_this_party|keep_calm_and on|time|party
            dad joke
            knock knock
            houston ~2 problem
            murphy's law
            stuff happens|hits
            the|our dog|cat|unicorn* ate|did|ran
            may|must_have the force|odds|been_aliens
            pinky swear|promise
            easy peasy
            okey dokey
            oh snap|boy|dear_lord|no_,|my
            guess|looks|seems|sounds who|like|as_if someone|somebody|we|our ~2 forgot|skipped|had|got_up|woke|broke|needs|spilled
            beam|teleport you|me|us
            pizza|coffee|cake|cookies|chocolate|wine|beer fixes|makes|solves|cures|heals|anyone
            hot|spicy|crispy|toasty|shocking|electrifying|explosive stuff|summer|news|experience|topic|moment|situation ~1
            crumbs|brew-tal|brewtal|egg-cellent|un-bear*|purr*|paw*
            joking|jokes|pun
        """, unless="no joke\nnot a joke|joking\nour joke|post|advert\nthe joke\njokes about\nmade a joke|jokes\na joke|joke we|that|was|in\nnothing funny"),
        _fun,
    ),
)

_CAPS: Final = re.compile(r"(?<![\w#@/.-])[A-Z][A-Z']{1,24}(?:[ \t,-]{1,2}[A-Z][A-Z']{0,24})*(?![\w])")
_MARKS: Final = re.compile(r"[!\uff01\u203c\u2757](?:[ \t]?[!?\uff01\uff1f\u203c\u2757\u2049])+|\?!|\?{3,}|\u203c|\u2049")
_STRETCHED: Final = re.compile(r"\b[a-z]*([aeiouy])\1{3,}[a-z]*\b")
# Words that people shout; other short capitals are acronyms until several stand together.
_LOUD: Final = frozenset(["NOT", "NEVER", "VERY", "NOW", "STOP", "PLEASE", "SORRY", "READ", "ALL", "ANY", "THIS", "THAT", "REALLY", "ABSOLUTELY", "TOTALLY", "COMPLETELY", "EVER", "ALWAYS", "NO", "YES", "NOTHING", "EVERYONE", "EVERY", "ONLY", "WILL", "MUST", "HAVE", "HATE", "LOVE", "WRONG", "RIGHT", "AGAIN", "ENOUGH", "YOUR", "YOU", "WE", "OUR", "ARE", "DO", "DON'T", "CAN'T", "WON'T", "ISN'T", "DIDN'T", "IMPORTANT", "URGENT", "WARNING", "ATTENTION", "FALSE", "TRUE", "LIES", "LIE", "FREE", "FIRST", "LAST", "BEST", "WORST", "TODAY", "IMMEDIATELY", "EXTREMELY", "EXACTLY", "DEFINITELY", "HELP", "LISTEN", "WAIT", "SO", "TOO", "MUCH", "MANY", "NEED", "KNOW", "WHAT", "WHY", "HOW", "WHEN", "NOBODY", "SAFE", "THANK", "THANKS", "HUGE", "BIG", "EVERYTHING", "ZERO", "DEEPLY", "TRULY", "FULLY", "ALREADY", "JUST", "FIX", "FIXED", "SERIOUSLY", "HONESTLY", "CANNOT", "DOES", "DID", "BEFORE", "AFTER", "SURE", "GUARANTEE", "PROMISE", "UPDATE", "NOTICE", "HERE"])
_HEADLINES: Final = frozenset(["UPDATE", "NOTICE", "WARNING", "RECALL", "IMPORTANT", "EDIT"])


def _shouting(draft: Draft, _: Brief) -> Iterator[Hit]:
    for found in _CAPS.finditer(draft.text):
        if "\x01" in draft.own[found.start():found.end()]:
            continue
        words = re.findall(r"[A-Z']+", found[0])
        loud = [word for word in words if word in _LOUD]
        long = [word for word in words if len(word) >= 5]
        headline = len(words) == 1 and words[0] in _HEADLINES and draft.text[found.end():found.end() + 1] == ":"
        plain = (loud and not headline and words != ["US"]) or any(len(word) >= 7 for word in words)
        if plain or (len(words) >= 3 and long) or (len(words) >= 2 and len(long) >= 2):
            if headline:
                continue
            yield Hit(*found.span())
    for found in _MARKS.finditer(draft.own):
        yield Hit(*found.span())
    marks = [found.start() for found in re.finditer(r"!", draft.own)]
    most = max(2, len(draft.words) // 60)
    if len(marks) > most and not any(draft.own[at:at + 2] == "!!" for at in marks):
        yield Hit(marks[0], marks[-1] + 1, "So many exclamation marks read as shouting, or as false cheer.")
    for found in _STRETCHED.finditer(draft.own):
        yield Hit(*found.span())


SHOUTING: Final = Rule(
    "shouting", Level.WARNING,
    "Capitals and rows of exclamation marks read as shouting.",
    "Write it in small letters with a full stop.",
    "Shea 1994, Netiquette; Danescu-Niculescu-Mizil et al. 2013", _shouting,
)

JARGON: Final = Rule(
    "jargon", Level.SUGGESTION,
    "Stock phrases and office words sound like a machine, not like a person who read the post.",
    "Say who does what, in words that you would say aloud.",
    "Plain Language Action and Information Network 2011; GOV.UK style guide",
    looking_for("""
        leverag*|synerg*|stakeholder*|learnings|ideat*|incentiviz*|incentivis*|operationaliz*|operationalis*|actionable|deliverable*|granular|scalab*|optimiz*|optimis*|utiliz*|utilis*|holistic|proactive*|paradigm*|bandwidth|streamlin*|customer-centric|mission-critical|value-add*|cross-functional|onboarding|alignment|touchpoint*|touch_point*|ecosystem|robust|seamless*|innovative|aforementioned|herewith|hereby|heretofore|kindly|endeavour|endeavor|facilitat*|commenc*|pursuant|notwithstanding|remediat*|solutioning|best-in-breed|turnkey|empower*|impactful|monetiz*|verticals|going-forward|omnichannel|end-to-end|wheelhouse|low-hanging|ideation|mitigat*|expedit*|action_item* !prime
        key stakeholder*|learnings|deliverables|takeaways
        your feedback|satisfaction|opinion|business|safety|comfort|input|call|experience|concerns|privacy|message|comments|enquiry|inquiry is|are very|extremely|really|so|always|highly|of_the_utmost? important|valuable|valued|appreciated|priority|our_priority|our_top|importance|paramount
        we|i value|appreciate|thank_you_for|cherish your feedback|business|loyalty|input|custom|patience|concerns|understanding|continued|comments|patronage|opinion
        thank|thanks you|for for|your ~1 your? feedback|patience|understanding|continued|valuable|loyalty|valued|cooperation|bearing_with
        appreciate your|the patience|understanding|feedback|cooperation|business|continued
        please be advised|informed|assured|note_that|aware
        please note that
        valued|esteemed|dear_valued|loyal|dear_loyal customer*|guest*|member*|client*|user*|patron*|subscriber*|passengers
        dear customer|user|sir|client|guest|madam|valued
        reach|reached|reaching|circle|circling|touch|touching|loop|looping|drill|deep-dive|deep_dive|ping out|back|base|in|down|up !to_us_anytime
        going|moving forward
        at this|the point|present|current|moment in|moment|time|juncture time|juncture?
        in the near future
        in due course
        in a timely manner|fashion
        at your|our|the earliest convenience
        rest|be assured
        per|as_per|in_line_with|in_accordance_with|pursuant_to|according_to our|your|company|the ~2 policy|policies|guidelines|terms|procedure*|terms_and_conditions|protocol|request|email
        around the clock
        24 7
        top|number-one|highest|utmost|no priority|one_priority|importance|1
        our|number-one|first|is|main|number_one|highest number? ~1 priority
        of the|paramount utmost|importance importance?
        take|takes|taking|took ~4 very|extremely|incredibly|so|seriously seriously|serious
        take|takes|taking all|this|such|these|your|any|the|customer|data|matters|safety|security|privacy|it|complaints|every ~5 seriously
        escalat* ~2 your|the|this|it|to|ticket|case|issue
        relevant|appropriate|concerned|respective|corresponding team*|department*|part*|channel*|personnel|stakeholder*|authorities|people
        we|i|always strive|endeavour|endeavor|aim|pride_ourselves|are_committed|'re_committed|remain_committed|are_dedicated|'re_dedicated to|on ~1 provid*|deliver*|offer*|maintain*|ensur*|excellen*|be|the|our|highest|giving|quality|customer*|improv*|meet*
        strive* to|for
        highest|high|exacting|rigorous|strict standards|standard|level|levels of|we|that|quality?
        continuous|continually improv*|improvement|process
        committed to|dedicated excellence|providing|delivering|to|quality|ensuring|our|the|continu*|improving|transparency|you
        moving the needle
        think|thinking outside
        best practice*|practices|in_class|possible_experience
        core|brand values|competenc*|business|principles
        value|customer|user|guest proposition|experience|journey|centric|success_team|satisfaction
        root-cause|root_cause analysis
        lessons learned|learnt
        in terms of
        with regard*|respect|reference to|your
        in regards to
        regarding your|the ~1 matter|query|enquiry|inquiry|concern|ticket|request
        to this end
        as such ,
        prior|subsequent to
        in order to
        due to the fact
        for the purpose*
        in the event that
        in light|view of
        unforeseen|operational|technical circumstances|difficulties|reasons|issues|challenges
        due to operational|technical|unforeseen|circumstances|high|an_unusually|unprecedented ~1
        higher|unusually|exceptionally|unprecedented than|high|large normal|usual|volume*|demand|call_volumes?
        service|system|connectivity degradation|disruption*|interruption|availability
        degraded performance
        resolve|address|rectify|action your|the|this issue|query|concern|matter|ticket|request|enquiry ~2 as|in|at|accordingly|satisfaction

        in this|the_said matter|regard|respect|connection
        do|please not hesitate|hesitate to|hesitate?
        don't hesitate
        sorry|apolog* for the|this inconvenience
        your|this ticket|case|query|enquiry|inquiry|request|matter has_been|was|is_being|is ~1 logged|received|escalated|forwarded|raised|actioned|processed|registered|assigned|noted
        has been duly
        duly noted
        noted with
        kind|warm|best regards
        happy|glad|here to assist|help_with_any|be_of_assistance|be_of_service
        of service|assistance to
        assist you|further|with
        for|any further|additional assistance|information|queries|enquiries|questions|inquiries
        should you have|require|need|wish
        take|taken|taking|take_this ~2 onboard|on_board|under_advisement|into_consideration
        passed|passing|forwarded|forwarding ~3 feedback|relevant|along_to_the
        fit for purpose
        deep|deeper dive
        full|complete visibility|alignment|transparency
        key|strategic|next-generation|proactive|comprehensive|tailored|bespoke|integrated|innovative solution*|initiative*|partner*|measures|roadmap|action*|framework|approach|pillars
        transformation journey
        win win
        low-hanging fruit
        we hear your|you_loud concerns|feedback|frustration|frustrations|and
        on our|my radar
        world-class|best-in-class service|support|experience
        feedback has been|is
        stand by for
        we are actively|currently|diligently|tirelessly|closely
        working|work tirelessly|diligently|hard|closely|around_the_clock ~1
        actively|tirelessly|diligently investigating|working|monitoring|looking|engag*
        closely monitor*
        monitoring the situation
        our thoughts and prayers
        it has come to our attention
        heartfelt|sincerest|deepest apologies|apology|condolences|regret
        we thank you for
        operat* model|excellence|efficienc*|headwinds
    """),
)

_FAIR: Final = 14.0
_MOST_WORDS: Final = 40


def _hard(draft: Draft, _: Brief) -> Iterator[Hit]:
    words = syllables = sentences = 0
    hard: list[Hit] = []
    for span in draft.sentences:
        found = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", draft.own[span.start:span.end])
        weight = sum(map(_syllables, found))
        if found and found[0].isascii():
            words, syllables, sentences = words + len(found), syllables + weight, sentences + 1
        if len(found) > _MOST_WORDS or (len(found) >= 14 and grade(len(found), weight, 1) > 18):
            hard.append(Hit(*span, f"This sentence has {len(found)} words and needs {grade(len(found), weight, 1):.0f} "
                                   "years of school; an upset reader skims."))
    if hard:
        yield from hard
    elif words >= 30 and grade(words, syllables, sentences) > _FAIR:
        yield Hit(draft.sentences[0].start, draft.sentences[-1].end,
                  f"This needs {grade(words, syllables, sentences):.0f} years of school; an upset reader skims.")


def grade(words: int, syllables: int, sentences: int) -> float:
    """Years of school that a text asks for: the Flesch-Kincaid grade level (Kincaid et al. 1975)."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _syllables(word: str) -> int:
    count = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and count > 1:
        count -= 1
    if word.endswith("ed") and count > 1 and word[-3:-2] not in "td":
        count -= 1
    return max(1, count)


HARD_TO_READ: Final = Rule(
    "hard-to-read", Level.SUGGESTION,
    "Long sentences and long words are not read by somebody who is upset.",
    "Cut it into sentences of fifteen words, with the words that you would say aloud.",
    "Kincaid et al. 1975 (Flesch-Kincaid grade); GOV.UK on sentences of 25 words", _hard,
)

RULES: Final = (PROMOTION, LEVITY, SHOUTING, JARGON, HARD_TO_READ)
