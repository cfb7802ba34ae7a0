"""The rule of the strategy in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.strategy import Strategy
from warroom.domain.tone.draft import Draft, Span, folded, merged, taken_back
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.phrases import Phrases

_DENY: Final = Phrases("""
it|this|that|they wasn't|was_not|isn't|is_not us|our_doing|our_fault|our_post|our_product|ours !but
we|i|acme deny|denied|categorically_deny|firmly_deny|strongly_deny|flatly_deny|reject|completely_deny|absolutely_deny|refute|dispute
there was|is|were|has_been|'s|has_never_been|was_never no|never|not_any|absolutely_no ~3 leak|problem|issue|incident|accident|breach|fault|contamination|risk|injury|injuries|outage|defect|data|fire|mould|error|failure|evidence|truth|mistake|wrongdoing|such|recall|crisis|danger|discrimination|spill|hack|truth_to
no truth|leak|breach|incident|contamination|evidence|wrongdoing|such to|occurred|happened|took_place|that|of_wrongdoing|thing|incident|event
rumour*|rumor*|claim*|allegation*|accusation*|story|stories|report*|post|posts|video|statement|photo ~5 is|are|was|were ~2 false|untrue|fake|baseless|unfounded|wrong|not_true|fabricated|a_hoax|incorrect|a_lie|lies|without_foundation|doctored|invented|misleading|groundless|inaccurate|nonsense|entirely_false
false|baseless|unfounded|fake|untrue|fabricated|malicious|groundless rumour*|rumor*|claim*|allegation*|accusation*|story|report*|video
this|that|it|nothing_of_the|such|none_of_this|none_of_it|the_incident|the_leak|what_you_describe ~1 did_not|didn't|simply_did_not ~2 happen|occur|take_place
what|story|account|allegation*|incident|conversation|meeting ~6 never|did_not|didn't happened|occurred|took_place|happen|take_place|existed
this|that|it|such|none_of_this|none_of_it|the_incident|the_leak|what_you_describe ~1 never|has_not|hasn't ~1 happened|occurred|took_place|taken_place
nothing|nothing_at_all ever? happened|occurred|took_place
nothing of_the|like_that|like_this|such ~1 ever? happened|occurred|took_place|exists
it|this|that is|'s|was ~1 not_true|untrue|a_lie|a_hoax|false|fake|a_rumour|a_rumor|a_fabrication|not_what_happened|simply_false|not_the_case
that's|it's|this_is|that_is simply|just|completely|plainly? not_true|untrue|a_lie|a_hoax|false|fake|fake_news|a_myth
we|our_product*|our_staff|our_company|our_food|acme had|have|has|bear|bears ~1 nothing_to_do|no_responsibility|no_part|no_involvement|no_connection|no_role|no_fault
nothing to do with us|our
we|i|our_team|our_staff|acme|our_product* did_not|didn't|do_not|don't|have_not|haven't|never|had_not|has_not|does_not !should|ought ~2 cause|caused|sell|sold|leak|leaked|do_anything|do_this|do_it|discriminate|mislead|misled|share|lie|lied|hide|hid|contain|harm|harmed|say_that|fail|failed|do_wrong|poison|burn|hurt
we|i did|have_done nothing_wrong|no_wrong|nothing_of_the_sort|no_such_thing
not|isn't|wasn't our fault|mistake|responsibility|doing|product|problem|post
we are|were not|n't ~2 fault|responsible|to_blame|involved|liable
we weren't|aren't ~2 fault|responsible|to_blame|involved
hoax|fabricat*|misinformation|disinformation
no such thing|incident|event
no such ~2 took_place|has_taken_place|happened|has_happened|occurred|has_occurred|exists|existed|was_found|was_made|has_been|was_ever|ever
no ~2 took_place|has_taken_place|has_occurred|ever_happened|ever_occurred
is|are|was|were|just|merely|'s only|just|nothing_but|nothing_more_than|pure|merely|simply|entirely|all? a|an|the? ~1 rumour|rumours|rumor|rumors|hoax|lie|lies|myth|fabrication|invention|gossip|fiction|smear|propaganda|disinformation|misinformation|fairy_tale|fake
what you|people|they ~1 read|heard|saw|say|claim|describe|were_told ~2 is|was|are|did ~2 untrue|false|not|a_rumour|a_rumor|fake|made_up|a_lie|wrong|never
made up|-up by|story|claims|from
invented|made-up|concocted ~1 story|stories|claim*|by
nothing of the|that sort|kind ~1 happened|took_place|occurred
none|not_one|not_a_single of our|those|these|the ^3 has|have|had|was|were|is|did ^1 ever
no_one|nobody|none|no_employee|no_driver ^1 at|in|of|from|on ^1 our|this|the|us ^3 did|has|have|was|said|ever
our|the|my ^1 staff|driver|drivers|team|colleague|colleagues|crew|people|guard|nurse|manager|agent|oven|ovens|product|products|company never|didn't|did_not ^1 said|say|did|do|touched|touch|knew|know|sold|sell|hurt|made|make|used|caught|lied|took|take|shouted|shout|broke|break|pushed|push|laid|lay|filmed|film|ever
nothing|no_data|no_file|no_files|not_a_byte ^1 leaked|got_out|was_stolen|went_wrong|was_spilled|escaped|of_that|was_taken|left_our|was_ever|ever_left
paper|they|media|newspaper|press|people|somebody|someone|he|she|reporter|journalist made|dreamt|dreamed|cooked ~3 up
there never|has_never|have_never was|were|been
see|saw|find|found no fault|mistake|wrongdoing|error|failing|blame|evidence_of
no ^1 customer|customers|guest|guests|passenger|passengers|patient|patients|user|users|animals|animal|child|children|data|food|accounts was|were|has_been|have_been ^1 affected|harmed|hurt|ill|involved|mistreated|touched|lost|at_risk|endangered|in_danger|injured
we|i didn't|did_not|never|haven't lose|lost|drop|damage|touch|film|push|take|taken|turn|dump|dumped|pollute|polluted|spill|spilled|overcharge|delete|deleted|refuse|refused
that|this|it|which simply|just|plainly|clearly|certainly isn't|is_not|wasn't|was_not true|correct|right|what_happened|the_case|accurate|so|real
has|have|had no basis|foundation|substance|merit
whole|entire|all ^2 is|was|are|were invented|concocted|fabricated|faked|staged|made_up
reports|claims|stories|report|story|rumours ^3 is|are|was|were made_up|invented
frei erfunden
wir|ich haben|hatten|habe ~2 nichts|nie ~2 tun
das|dies|es stimmt|trifft ~1 nicht
c'est|est|sont ~1 faux|inventé|inventée|fausses
eso|esto|es|son ~1 mentira|falso|falsa|mentiras|inventado
non è ~1 vero|mai|successo
è ~1 falso|inventato|una_bugia
niet waar|gebeurd
não é|foi verdade
é mentira|falso|falsa
there was|were no ^1 shouting|swearing|fight|pushing|collision|crash|spill|flood|damage|abuse|cruelty|cover_up|scandal
the|our|this|that|his|her ^2 was|were never ^1 in|on|near|at|used|ours|there|locked|unlocked|touched|sold
can't|cannot|couldn't|could_not|can_hardly have been us|ours|our|one_of_ours
pure|sheer|utter|complete|absolute fantasy|fiction|nonsense|invention|fabrication|fairy_tale|rubbish
denies|deny|denied it|that|this|having|everything|any
no ^1 proof|evidence that ^6 our|we|us|ours
we|i|staff|team|driver|they|he|she|nobody|colleague ^1 did|done|do ^1 anything|nothing ^1 improper|wrong|illegal|untoward|unlawful|of_the_sort
test|tests|lab|checks|check|inspection|inspectors ^1 found|show|showed|says|said|shows ^6 was_fine|is_fine|was_safe|were_fine|nothing|perfectly|were_clean|was_clean|spotless
never had|owned|used|ran|sold|bought such|any|a_single
no_one|nobody|none was|were late|stranded|overcharged|refused|turned_away|misled
whole|entire|all ^2 exaggerated|overblown|invented|hyped
fairy_tale|fairy_story|cock_and_bull
nothing was|is|were|has_been|had_been ^1 missing|wrong|late|delayed|amiss !with_your
no|not_a_single ^3 actually|really|ever|in_fact went|got|was|were|left ^1 missing|lost|astray|late|affected|damaged|delayed|harmed
at_no_point|at_no_time|at_no_stage|never|at no? point|time|stage|once? was|were|has_been ^1 there|any|anyone|anybody|anything ^2 interruption|delay|risk|danger|shortage|problem|disruption|outage|leak|issue|fault|affected|harmed
no|never_any ^1 delay|interruption|shortage|outage|disruption|downtime|problem ^1 at_all|whatsoever|of_any|on_our|from_our
there was|were never ^1 any !warning|sign|notice|reply|answer|reason|excuse|plan|call|contact
worked|functioned|performed|operated|behaved|was_working|were_working exactly|precisely|perfectly|just|entirely|fully|completely as ^1 it|they|he|she|intended|designed|expected|planned|specified
call|calling ^6 is|would_be|seems ^1 rather|quite|frankly? ^1 a|an|to|going|too? ^1 stretch|exaggeration|overstatement|overblown|exaggerated|exaggerate|too_far|too_strong|unfair
nothing|not_a_thing ^1 at_all|whatsoever|actually|really? ^1 wrong|amiss ^1 with ^1 the|our|this|that|it|its
everything|all was|were ^1 done by_the_book|correctly|properly|exactly_as_it_should|to_the_letter
we|staff|our_people|everyone_here did everything ^1 right|correctly|properly|by_the_book|by_the_rules
no rule|rules|law|laws|procedure|regulation|regulations ^1 was|were|has_been|have_been ^1 broken|breached|violated
""")
_ADMIT: Final = Phrases("""
we|i ~2 apologise|apologize|sorry|regret_what_we|regret_our
sorry|apologise|apologize|apologies|apologising|apology ~2 for|that|about ~1 what|the|our|we|this|you|it|accident|incident|mistake|harm|pain|failing|letting|causing
we're|we_are|i'm|i_am|our|my ~2 sorry|apologies|apology
this|that|it|the_fault|the_mistake|the_blame was|is|'s|lies|were entirely|all|clearly|fully|completely? our|ours|on_us|with_us !not
our|my own? fault|mistake|error|failure|responsibility|failings|blunder !to_tell
we|i|acme ~1 own|owns|owned ~1 this|that|the|our|it ~1 mistake|error|failure|fault|up|problem|mess
we|i|acme take|takes|accept|accepts|own|bear|took|accepted full|complete|total|sole|entire? responsibility|it|blame|this|the_blame|that|our_mistake !seriously|very|extremely|as|from|up|to|in|back|out|with|off|deadly|on_board
we|i were|was|got|did|are wrong|it_wrong|this_wrong|at_fault|to_blame|responsible_for|responsible
we|i ~2 failed|messed_up|screwed_up|let_you_down|made_a|made_an|made_some|made_many|made_several|made_a_mistake|made_mistakes|made_an_error|should_have|should_never|should_not_have|shouldn't_have|let_people_down|fell_short|dropped_the_ball|caused_this|caused_the|broke_your
on us
we|i|you_will|you'll ~2 compensate|make_it_up|make_this_right|make_amends|make_up_for_it|pay_compensation
hold|holding|put|held our|my hands up
own|owning ^1 our|my ^1 part|share|failing|failings|mistakes|mistake
sorry ^1 for ^1 having|doing|causing|selling|hurting|failing|being|not|what|how|that|this|them|him|her|it|everything
for that|this|it|which we're|we_are|i'm|we|i ^1 sorry|apologise|apologize
regret ^1 what|how|our|having
forgive us|me
wrong|careless|bad|rude|stupid|slow of us|me|ours
we|i got ^3 wrong
we're|we_are|i'm|are ^1 ashamed|guilty|in_the_wrong|responsible|to_blame|at_fault|mortified
we|i slipped|messed|screwed|tripped|cocked up
we|i owe ^3 apology|apologies
failure|mistake|fault|error|slip|failing of ours
that|it|this|and_it|which was|is|'s ^1 our|ours|my ^1 own? ^1 slip|doing|error|mistake|fault|failing|bad
our own? ^1 doing|slip
we|i were|was ^1 slow|late|careless|too_slow|negligent|rude|wrong|clumsy|sloppy
make|made|making up ^1 for ^1 it|that|this|what
refund|refunding|compensate|compensating|replace|replacing|recall|recalling ^3 for|because_of|over|after ^1 the|our|this ^1 bad|contaminated|faulty|spoiled|mistake|leak|harm
learned|learnt ^1 from ^1 our|this|the ^1 mistake|mistakes|failure
blame ^1 is|lies|sits ^1 ours|with_us
yes it|this|that ^1 did|happened|was
tut|bedauern ~2 leid
unser|unsere ~1 fehler|schuld|versagen
notre faute|erreur|responsabilité
nuestra|nuestro culpa|error
culpa nuestra
nostra|nostro colpa|errore
colpa nostra
onze fout|schuld
nossa|nosso culpa|erro|falha
make|making amends
should've|ought_to_have told|warned|stopped|checked|done|known|said|acted|listened|seen
won't|will_not|must_not|must_never|shall_not happen again
could ^1 have|'ve prevented|stopped|avoided|acted
bottles|packs|batch|batches|ones|cases|few|products|cans|jars ^1 that|which ^1 was|were bad|faulty|contaminated|affected|spoiled|mouldy
part|valve|pipe|batch|machine|seal|tank ^1 that|which ^1 leaked|failed|broke|burst|caused
disciplined|fired|dismissed|sacked|suspended|punished ^1 the|our|him|her|them|those|that|two|three ^1 man|woman|person|driver|staff|employee|employees|colleague|colleagues|who|responsible|people
blame us|me|it_on_us
lapse|failure|mistake|error|fault|failing|slip|oversight ^1 on ^1 our|my part|side|end
down to us|me
guilty as
pay ^1 for ^1 the|any|all|your ^1 damage|harm|losses|treatment|vet|vet's|hospital|injuries
caught us|me
""")
_SMALL_IT: Final = Phrases("""
only|just|merely|no_more_than affected|affects|hit|a|a_few|a_handful|a_small|a_tiny|minor|very_few|some|isolated|one|two|three|hurt|a_couple|cosmetic ~4 people|customers|users|handful|few|number|percentage|fraction|issue|problem|incident|case|cases|delay|persons|orders|share|minutes|affected|store|stores|batch|glitch|inconvenience
only|just a|affected|affects|hit a? ~1 handful|few|small|tiny|minor|fraction|couple|minority|limited|isolated|minimal
tiny|small|minuscule|negligible fraction|number|share|part|minority|percentage|amount|handful of
effect*|impact|damage|harm|risk|problem|issue|leak|outage|delay|consequence*|injuries|incident|spill|fault|breach ~3 was|were|is|are|remains ~2 minimal|minor|small|slight|limited|negligible|trivial|low|isolated|insignificant|contained|tiny|very_low|modest|cosmetic|not_serious|not_significant|brief
was|were|is|are|remained|stayed ^1 tiny|minimal|negligible|trivial|minuscule|insignificant|harmless|very_small|rather_small|quite_small|marginal
seen|had|known|survived|experienced|heard ^1 far|much|a_lot worse
few|handful|couple ^1 of ^2 who|that|hours|minutes|days|people|children|litres|metres|cases ^3 only|did|just|were|was
only|just|merely|barely did|for|lasted|helped|worked|took|happened ^2 a|an|few|couple|so|for
only|just|merely|barely a ^1 couple|few|handful|little|bit|drop|trickle|fraction|matter
perspective|proportion
only|just|merely one|two|three|four|five|six|# ^2 fell|were|was|got|became ^1 ill|sick|hurt|injured|affected
minor|isolated|small|slight|minimal|limited|negligible|trivial|one-off|insignificant|rare incident|issue|problem|damage|accident|glitch|impact|effect*|leak|delay|hiccup|case|fault|mishap|harm|disruption|injuries|event|error|mistake|bug
not|n't|nowhere_near|less|wasn't|isn't|hardly as|that|so|so_very|very|a ~1 bad|serious|severe|significant|large|big|dangerous as|at_all|than|accident|leak|incident|problem
could|might have been much|far worse
much|far|a_lot less ~2 serious|bad|damage|severe|than
no serious|lasting|permanent|significant|real|major damage|harm|injuries|consequence*|effect*|injury|impact|problem
no_customer*|none_of_our|not_a_single was|were|got|has_been|is|became ~1 ill|hurt|injured|sick|harmed|affected
nobody|no_one was|got seriously|badly hurt|injured|ill
nobody|no_one was|were in_danger|at_risk
could not|n't have foreseen|predicted|known|prevented
couldn't have foreseen|predicted|known|prevented
out of|beyond our control
unforeseeable|unavoidable|freak|blown_out_of
not|never|didn't ~2 our intention|intend*|mean_to|meant
an accident nothing|not|that
other|most|many|all|every|our compan*|brands|competitor* ~3 same|worse|too
quickly contained
normal|small|quite|perfectly|completely|totally|entirely|mostly and? ^1 harmless
damage|harm|effect*|impact|leak|problem|issue|delay|outage ~2 was|were|is|are ~2 very|really|quite|rather|extremely|fairly|so|only ~1 limited|small|minor|slight|low|minimal|modest|isolated|brief
one|a|two|three|single|couple ^2 in|out_of|among ^1 #|forty|fifty|hundred|hundreds|thousand|thousands|millions|a_million|many ^1 thousand|pairs|bottles|packs|parcels|trips
less|fewer|under ^1 than ^1 one|two|three|half|# ^1 per_cent|percent|in_ten|in_a_hundred|in_a_thousand|dozen
next to no|none|nothing|no_one|nobody
little|no_great|no_real|hardly_any|scarcely_any|no_lasting|minimal harm|damage|distance|loss|effect|impact|trouble
most|almost_all|nearly_all|hardly_any|few ^1 of? ^1 customers|people|you|users|guests|passengers|residents ^1 didn't|did_not|never|hardly|barely|even? ^1 notice|noticed|felt|feel
no_one|nobody|none ^2 came to|any ^1 any|real|serious? harm
not|isn't|wasn't|hardly a|an|any ^1 big|huge|great|major|serious|real deal|problem|matter|thing|harm|disaster|catastrophe|issue
fairly|pretty|rather|relatively|quite|comparatively|really|mostly|only|merely minor|small|limited|trivial|harmless|modest|short|brief
trifle|bagatelle|pinprick|hiccup|blip|storm_in_a|molehill|peccadillo
small|tiny|little|minor|slight ^1 slip|glitch|hiccup|blip|oversight|thing|matter|mix_up|miscalculation|trace|hitch
in|looking_at the ^1 big|bigger|grand|greater|wider|larger picture|scheme
trace|amount|dose|quantity|share|number ^4 was|is|were tiny|minute|minuscule|small|negligible|low
it|that|there|this was|were|is mostly|mainly|nothing_but|merely
then_again|mind_you|that_said|in_all_fairness|all_said_and_done|when_all's
one ^1 bad|single|isolated batch|unit|case|box|bottle|incident|van|branch
over|finished|contained ^1 in|within ^1 #|five|ten|twenty|minutes|a_few_minutes|no_time
all of #|one|two|three|five|ten|a ^1 minutes|minute|seconds|hour|hours|day
mere|just_a|only_a|a footnote|formality|detail|technicality|inconvenience
hardly|barely|scarcely|no|not_exactly ^1 a|an? drama|crisis|disaster|catastrophe|scandal|tragedy|emergency|outrage
nobody|no_one|hardly_anyone would_have|would_even_have noticed|known|minded|cared
nobody|no_one|none|not_one actually|really|in_fact lost|suffered|paid|missed|got
nothing more|worse than_a|than_that
lasting|permanent|real|serious damage|harm done
only|just|merely|barely|no_more_than a|one|half_a ^1 teaspoon|spoonful|splash|sip|crumb|scratch|minute|moment|second|inch|trace|dash|pinch|whiff|glass|bite|smear|speck|puddle
hardly|barely|scarcely|almost|practically|virtually anyone|anybody|no_one|nobody|any_customers|anything|a_soul|any_of_you ^1 was|were|is|had|lost|noticed|got|felt|went|came|would
""")
_ABOUT: Final = {
    Strategy.REBUILD: (_DENY, "denies", _SMALL_IT, "makes it small"),
    Strategy.DENY: (_ADMIT, "takes the blame", _SMALL_IT, "makes it small, and so says that it happened"),
    Strategy.DIMINISH: (_DENY, "denies", Phrases(""), ""),
    Strategy.BOLSTER: (_DENY, "denies", Phrases(""), ""),
}
_FOR_A_DEED: Final = re.compile(r"\bfor (?:what|our|\w+ing)\b")
#: "Giving up on us", "count on us": no fault is on us there.
_OTHER_ON_US: Final = re.compile(r"\b(?:up|down|out|in|count|counting|rely|relying|depend\w*|call\w*|check\w*|walk\w*|keep\w*|based|hard|tough|easy|faith|trust|bet\w*|eye|report\w*|posts?|articles?|story|stories|piece|files?|information|data|works?|worked|rumours?|drop\w*) $")
_NOT_DENIED: Final = re.compile(r"\b(?:not|n't|never|cannot|no one|nobody|nor) (?:\w+ ){0,2}$|n't (?:\w+ ){0,2}$")
#: What went well begins so.
_WELL: Final = ("work", "function", "perform", "operat", "behav", "was work", "were work", "everything", "all ")
#: "Nobody checked that it worked exactly as it should."
_UNPROVED: Final = re.compile(r"\b(?:not|nobody|never|no one|\w+n't|whether|if|until|unless|sure|assumed|thought|believed|told)\b[\w ']{0,25}$")
_RUMOUR: Final = Phrases("worry|worried|frightened|scared|alarmed|wait|delay|confusion|question*|concern*|hear|trouble|read|asking|fear|uncertainty|upset|late")


def _strategy(draft: Draft, brief: Brief) -> Iterator[Hit]:
    against = _ABOUT.get(brief.strategy) if brief.strategy else None
    spans: list[tuple[Span, str]] = []
    if against:
        first, said, second, also = against
        spans += ((span, said) for span in draft.find(first, negated=first is _DENY))
        spans += ((span, also) for span in draft.find(second))
    elif brief.strategy is not None:
        # Under "inform" nothing is barred but the mix that is never right: to deny and to own up at once.
        denied = list(draft.find(_DENY, negated=True))
        if denied and any(True for _ in draft.find(_ADMIT)):
            spans += ((span, "denies what another sentence owns") for span in denied)
    found: dict[Span, str] = {}
    for span, words in spans:
        whole = draft.own[span.start:span.end]
        if brief.strategy is Strategy.DENY and re.search(r"sorry|apolog", whole) and draft.near(span.start, _RUMOUR) and not _FOR_A_DEED.search(
                draft.own, span.start, span.end + 12):
            continue  # sorry for the worry that a rumour gave, or for a late answer
        if brief.strategy is Strategy.DENY and whole == "on us" and _OTHER_ON_US.search(draft.own, 0, span.start):
            continue
        if brief.strategy is not Strategy.DENY and _NOT_DENIED.search(draft.own, max(0, span.start - 30), span.start) and whole.startswith(("den", "disput")):
            continue  # "We won't deny it"
        if whole.startswith(_WELL) and _UNPROVED.search(draft.own, max(0, span.start - 40), span.start):
            continue
        if brief.strategy is Strategy.REBUILD and _own_failing(whole, draft, span):
            continue
        if _UNHURT.search(whole) and any(_UNHURT.search(folded(key)) for key in brief.facts):
            continue  # that nobody was hurt is on the fact sheet: people ask for it
        found.setdefault(span, words)
    for span in merged(found):
        words = next(words for each, words in found.items() if each.start >= span.start and each.end <= span.end)
        yield Hit(*span, f"The strategy in force is {brief.strategy}; this {words}.")


_UNHURT: Final = re.compile(r"hurt|injur|casualt")


def _own_failing(said: str, draft: Draft, span: Span) -> bool:
    """True where a "did not" is the confession itself: "we did not tell you", "that was not true, what we said"."""
    if re.search(r"\b(?:do(?:n't| not)|did(?:n't| not)|cannot|can't)(?: yet)? (?:know|understand|say)\b", said):
        return True  # what is not known is not denied
    if taken_back(draft, span.start) and re.search(r"true|correct|right|accurate|false|wrong", said):
        return True
    return re.search(r"did(?:n't| not) (?:tell|test|check|answer|do enough|listen|act|mean|share|say)|no (?:excuse|warning|answer|reply)",
                     draft.own[span.start:min(len(draft.own), span.end + 12)]) is not None and "wrong" not in said


CONTRADICTS_STRATEGY: Final = Rule(
    "contradicts-strategy", Level.ERROR,
    "This contradicts how the incident is answered; to deny and to apologise at once is believed by nobody.",
    "Write it within the strategy, or have the lead change the strategy for every reply.",
    "Coombs 2007 (never mix denial with diminishing or rebuilding)", _strategy,
)

RULES: Final = (CONTRADICTS_STRATEGY,)
