"""The rule of dismissal: what makes a trouble small, or sends the person away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone import tongues
from warroom.domain.tone.dismissal.closing import CLOSING
from warroom.domain.tone.dismissal.shrugging import FAMILIES
from warroom.domain.tone.dismissal.trifles import TRIFLES
from warroom.domain.tone.dismissal.waving import TOO_MUCH, WAVED_OFF
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.sly import WAVES, tautologies
from warroom.domain.tone.wording import all_of, looking_for

#: "Whatever." shrugs; "whatever you wrote" does not.
_WHATEVER: Final = re.compile(r"(?:^|(?<=[.!?,;\n] ))(?:but |ok |okay |yeah |well )?whatever(?=\s*(?:[.!,;\u2026\u2014-]|$))")

#: An order to be glad; "we would be glad" is none.
_BE_GLAD: Final = re.compile(r"(?:^|(?<=[.!?,;\n] ))(?:so |and |just |please )*be (?:happy|glad|thankful|grateful|pleased)\b")


def _whatever(draft: Draft, _: Brief) -> Iterator[Hit]:
    looks = ((_WHATEVER, ("whatever",)), (_BE_GLAD, ("be happy", "be glad", "be thankful", "be grateful", "be pleased")))
    return (Hit(*found.span()) for said, words in looks if any(word in draft.own for word in words)
            for found in said.finditer(draft.own))


#: A sentence that is nothing but a shrug: "Noted.", "So what?", "Tough, mate."
_SHRUG: Final = re.compile(
    r"(?:(?:oh|ah|well|ok|okay|yeah|yes|aw|sorry|so|and|but|honestly|hey|right|erm|uh)[, ]+)*(?:"
    r"(?:that's |that is |just )?tough|(?:bad|hard|tough|rotten) luck|never ?mind(?: that| it)?|so what|and|so|and then|big deal|noted|duly noted|message received|"
    r"(?:what's )?your point(?: being)?|your point is|if you say so|as you (?:like|wish|please)|(?:sure|right|of course)(?: you (?:did|do|are|have))|"
    r"yeah,? right|good for you|well done you|happy now|(?:feel|feeling) better(?: now)?|are (?:you|we) (?:finished|done)(?: yet| now)?|(?:anything|anyone) else|"
    r"cool(?: story)?(?: bro)?|ok|okay|k|lol|meh|yawn|shrug|next|next question|nope|nah|no|thanks for sharing|nice try|try harder|moving on|end of|enough(?: said| now)?|"
    r"that's (?:that|final|it|all|enough|your opinion|on you|your problem|your call|your loss)|that is (?:that|final|all)|case closed|full stop|period|"
    r"such is life|c'est la vie|that's life|life(?: goes on)?|deal with it|fine|poor (?:you|thing|baby)|there,? there|smile|cheer up|easy(?:,? tiger)?|patience(?: please)?|"
    r"good riddance|your loss|suit yourself|please yourself|do what you (?:like|want|must)|(?:think|believe|say) what you (?:like|want)|whatever you say|"
    r"boo[ -]?hoo|ouch|get in line|wait your turn|be patient|all that for this|who asked(?: you)?|don't (?:like|want) it|and your point is|says you|big whoop|talk to the hand|"
    r"nobody asked(?: you)?|it's friday|take a hint|go on then|rules are rules|policy is policy|business is business|war is hell|sorry not sorry|not our circus|c'mon|come on"
    r")(?:,? (?:then|mate|folks|people|pal|friend|everyone|buddy|love|dear|sir|madam|darling|thanks|thank you|really|i guess|i suppose|so|all|guys)|,\s[a-z]{2,12})?"
)
#: These are a shrug only where they are all that is said.
_BARE: Final = frozenset(["ok", "okay", "k", "noted", "noted, thanks", "cool", "fine", "no", "nope", "right", "and", "so", "yes", "duly noted", "anything else", "life", "ouch", "period", "sure", "message received", "never mind", "enough"])


def _shrug(draft: Draft, _: Brief) -> Iterator[Hit]:
    for span in draft.sentences:
        said = draft.own[span.start:span.end].strip(" .!?,:;\u2026-\u2014\n")
        if len(said) <= 60 and not said.endswith("no, sorry") and _SHRUG.fullmatch(said) and (said.split(",")[0] not in _BARE or len(draft.words) <= 3):
            yield Hit(*span)


DISMISSIVE: Final = Rule(
    "dismissive", Level.ERROR,
    "This makes the person's trouble small or sends them away; it is what gets quoted.",
    "Take the trouble as it is for them: “That is a day of your holiday gone.”",
    "Danescu-Niculescu-Mizil et al. 2013; Coombs 2007",
    all_of(
        _whatever,
        _shrug,
        WAVED_OFF,
        WAVES,
        FAMILIES,
        CLOSING,
        TRIFLES,
        tautologies,
        TOO_MUCH,
        looking_for(tongues.DISMISSIVE, negated=True),
        looking_for("""
            calm|chill|simmer|settle|cool|lighten|grow|cheer|wise|man|toughen|loosen down|up|out|off !jacket
            relax|chill !in|with|at|you|to|the|our|your|on|by|for|this
            just|so|please|now|all breathe !in|through|easily|again
            take a|some chill_pill|deep_breath|breath
            overreact*
            overly|too|so|a_bit|a_little|needlessly|unnecessarily sensitive|dramatic|emotional|hysterical|touchy|upset_over|demanding|fussy|picky
            stop being|complaining|whining|moaning|crying|overreacting|exaggerating|overthinking|making_a|making_such|worrying_so|panicking
            no need|reason|point|use to|for|in? panic|shout|be_upset|be_angry|get_upset|get_angry|overreact|worry_about_this|drama|complain|complaining|exaggerate|be_rude|be_so|make_a_fuss|get_worked_up|all_this|hysteria|arguing|crying|get_emotional|fuss
            get|getting over it|this|yourself
            get a life|grip
            suck it up
            move|moving on !from|to|with|and|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the
            better|other|more_important things|stuff|hobbies to|than ~1
            let it|this|that go !on|to|unanswered|for|by|past|wrong|so|cold|out|up|off|through|unnoticed
            first-world problem*
            not|isn't|hardly|n't a|such_a|that|the|really? big_deal|end_of_the_world|huge_deal|rocket_science
            it's|it_is|it_was|this_is|that's|this_was|that_is|they're|there's just|only|merely|just_a|nothing_but !in|on|at|from|when|because|by|after|since|for|that|right|fair|natural|if|where|with|possible ~2 a|one|some|few|minor|little|small|phone|game|joke|money|day|cup|app|food|hour|minor_thing !handful|few_of|matter
            you're|you_are|you_seem_to_be|people_are|you_keep ~1 blowing|making|turning ~3 proportion|mountain|fuss|drama|meal_of|scene|too_much|crisis|scandal|big_thing
            keep|put|see|let's_keep|let's_put|try_to_keep ~2 perspective|proportion
            see|seeing|understand|get the problem|fuss|big_deal|drama|issue_here
            sense of humour|humor
            can't|cannot take a? joke|criticism
            get used to
            join the|our queue|club
            nobody's|nobody_is|no_one_is|no-one_is|we're_not|we_are_not perfect
            hardly|barely|scarcely a|an|the ~1 disaster|catastrophe|tragedy|crisis|emergency|scandal|issue|problem|crime|hardship|big_deal
            such a? ~1 fuss|drama|song_and_dance|big_deal|outcry|stink about|over|for
            all this|the|that fuss|drama|outrage|noise|anger|shouting about|over|for|is
            wah|waah|boo-hoo
            plenty|lots of other fish|shops|airlines|options|companies|places
            bye|goodbye|bye-bye then|felicia
            dream on
            what's|whats|what_is|what the|your ~1 fuss|drama|big_deal|harm_in
            not worth|a ~1 fuss|trouble|time|our_time|discussing|effort|drama|tragedy|disaster|crisis
            spare us|me the|your|this
            you get what you
            what a|an ~1 overreaction|drama|fuss|baby
            just|simply|please_just ignore|forget|deal_with_it|live_with|get_over|get_used_to|move_on|accept_it|put_up|suck|cope|chill|relax
            surely|really|honestly|seriously you|there ~1 have|are|can|must better|worse|bigger|more
            hardly|barely|scarcely worth|noticeable|matters|anything|a_reason
            could|might ~1 be|been much|far|a_lot? worse
            at least you|nobody|no_one|your ~1 have|got|had|still|is|was|works|can|were|are
            whatever you|floats say|think|want_to_believe|reckon|your_boat
            making|make a mountain|scene|fuss|drama|big_deal|too_much
            nobody|no_one|none_of_our_customers|not_a_single_customer|few_people else|other|has|have? ~1 complained|complains|noticed|minded|minds|cares|seems_to_mind|has_a_problem|had_a_problem|had_this|has_this|reported|is_complaining|was_bothered
            you're|you_are|you_seem_to_be|you_must_be the|our|literally only|first person|one|customer? !who_wrote
            you're|you_are the only|first one|person|customer|who
            that's|this_is|that_is|it's|it_is just|simply|how|the_way how|the_way|life|business|it|things ~4 works|work|is|are|goes|go|policy|it_goes|works_here
            that's|that_is life|business|showbiz|the_way_it_goes|how_it_goes|show_business
            it is what it is
            these|those|such|this|stuff|shit|accidents things|stuff|happen|happens|accidents|kind_of_thing ^2 happen|happens|sometimes|occur|all_the_time
            things|accidents|delays|bugs|stuff happen|happens|occur
            take your|you're_free_to|you_are_free_to|feel_free_to|you_can_always|you_could_always|by_all_means ~1 business|go|leave|shop|elsewhere|cancel|unfollow|switch|buy|complain
            not|isn't|hardly our|my|really_our problem|concern|department|job|business|issue_to_solve
            can't|cannot|couldn't|could please|help|satisfy everyone|everybody
            nothing we|i|else_we|more_we can|could|'re_able_to|are_able_to do
            nothing|anything to see|complain|worry_about|get_upset_about|cry_about here?
            read the|our|it terms|small_print|fine_print|manual|faq|website|terms_and_conditions|rules|again
            google it
            figure it out
            who cares
            cry|whine|whining|moan|moaning|rant|ranting about|me|more|away|baby|all_you
            your|this|such|that|another ~1 rant|whining|tantrum|moaning|drama|hysteria|nonsense|so-called_problem|silly_complaint|petty_complaint|meltdown
            petty|silly|trivial|mere|minor|slight complaint|inconvenience|hiccup|annoyance|hassle|blip|setback|concern
            we've|we_have|i've got|have? better|bigger|more_important|other|real things|problems|fish|customers !with|in|on|at|here|who
            there are|'re bigger|worse|more_important|real|more_serious problems|things|issues|worries
            could be|have_been|'ve_been much|far|a_lot? worse
            don't be so? silly|dramatic|ridiculous|sensitive|a_baby|a_child|rude|difficult
            yawn
            boo hoo
            ok|okay boomer|karen|buddy|pal|sweetheart
            you'll|you_will survive|live|get_over|be_fine|manage|cope
            we're|we_are|i'm not going|here|a|able|obliged to|charity ~2 argue|discuss|debate|babysit|hold|listen !about|over|with_you_about
            it's|it_is|high|about time people|everyone|everybody|you|you_all moved_on|got_over|forgot_about|let_this_go|let_it_go !to|from
            won't|will_not be? discussing|discuss|debating|debate it|this|that any? further
            have nothing more|further|else? to add|say !until|yet|today|tonight|before|for_now|about|to|here
            not everything|every_mistake|every_delay is|needs|has|must|should ^3 scandal|drama|crisis|outrage|conspiracy|tragedy
            end of story|discussion|conversation|debate
            what|why did|do|are you expect|so|even|making|complaining|upset|want_us|want_from_us
            good luck with that|finding|elsewhere
            be patient !with|while|until
        """,
            unless="not funny\nis|was how|why these|such|those|things\nthan our\nshould ~1 not|never\nfrom today|monday|now\nif you ~1 read\nyou'd|have|had|has|i|we|they|he|she|who read\nyou read the ^2 and|but\nnobody|no_one noticed ~2 for|until\nwe|they ~2 nobody noticed\nand nobody|no_one noticed\nhad you\nshould have|should've read\nnot|never overreact*\naren't overreact*\nno excuse\nbig deal for you\nlet us know"),
        looking_for("""
            not|isn't|hardly|nothing_but a|such_a|that|the|really|that_much_of_a? big_deal|end_of_the_world|huge_deal|big_problem|that_bad|that_serious|that_big
            not|isn't|hardly|ain't our|my|really_our problem|concern|job|business
            nothing we|i|else_we|more_we|much_we can|could|'re_able_to do
            we|i don't|do_not|haven't|have_no|'ve_no have|got? ~1 time|energy|patience|interest for|to|in this|that|such|you|your|argue|answer|everyone|every|deal|these|complaints
            sorry|unfortunately|afraid|sadly|regret* but|that? we|i? can't|cannot|can_not|unable_to|not_able_to ~1 help|assist !with|by|but|you_here|here|before|until|while|in
            it's|that's|it_is|that_is your|entirely_your|up_to|purely_your|your_own choice|decision|you|problem to|if|whether ~1 use|buy|shop|fly|stay|complain|order|leave|come|eat|travel|follow|read
            don't|do_not|can't|cannot|fail_to|hardly|barely really|quite|honestly|even? see|get|understand|know what|why|the|how|where ~3 fuss|outrage|drama|big_deal|problem_is|problem_lies|upset|complaining|problem
            most|nearly_all|almost_all|the_majority_of ~1 people|customers|users|guests|visitors|passengers haven't|have_not|didn't|did_not|don't|do_not|never|won't even? notice*|mind|care|complain*|see|have|had ~1
            nobody|no_one else|other|has|forced|forces|makes|asked|is_forcing|cares ~2 complained|complains|noticed|minded|minds|cares|you|mind|problem|about
            don't|do_not|never|no_need_to|needn't make|get|take|be|panic|shout|cry|whine ~2 fuss|drama|worked_up|hysterical|personally|so_seriously|scene|big_deal|upset|silly|dramatic|ridiculous|sensitive|baby|child|difficult|hysterics
            if you don't|do_not|'re_not|are_not|aren't ~1 like|happy|agree|satisfied ~5 shop|go|leave|buy|find|don't|feel_free|try|use|look|take|switch|nobody|unfollow|cancel|stop|there|elsewhere|door|somebody|someone|competitor*
            no big deal
            nobody|no_one|no-one|none_of_you|it_is_not_as_if_anyone has|is|will? ever? died|dying|dead|die !in|at|on|from|of
            no need|reason to|for ~1 panic|shout|upset|angry|overreact|drama|complain|exaggerate|rude|fuss|worked_up|hysteria|emotional|offended
        """, negated=True, unless="we know\nwe understand\nfor you\nbecause ^1 we|our\nswitch|change|turn|go ^1 it? back|off\nleast nobody|no_one\nnobody|no_one noticed|told|checked|answered ~3 for|until|us"),
    ),
)

RULES: Final = (DISMISSIVE,)
