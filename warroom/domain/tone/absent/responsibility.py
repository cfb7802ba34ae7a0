"""The rule of responsibility: where the strategy is to rebuild, somebody has to say that it was us.

There are many ways to own a deed: by its name ("our mistake"), by a word of fault ("we failed"), by what should have
been, by "us" after a passive, and by telling the deed itself ("we shipped 400 without the check"). Where it is not
certain that none of them stands there, the rule says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.strategy import Strategy
from warroom.domain.tone.absent.acknowledgement import fragment, in_english, spoken
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.languages import language
from warroom.domain.tone.phrases import Phrases

_OWN: Final = Phrases("""
we|i ^1 planned|packed|priced|set|made|built|scheduled|cut|left|booked|ran|kept ^4 too ^1 tight|short|small|late|few|little|soon|long|high|thin|fast|many|much
by|because_of|thanks_to|through us|me
on|from|of our|my part|side|end|account !you|send
our|my ^2 wrong|blame|omission|misjudgement|misjudgment|planning|neglect|bad_planning|bad_call|slow_reply|lateness|clumsiness|shortcoming*|failing*|fault*|bug|bugs|typo|blunder|mess|mix-up|wrongdoing|incompetence|silence|delay
we|i ^1 owe ^4 apology|apologies|better|explanation|answer|you_more|money|that
we|i|we're|we've_been|i'm ^1 were|was|have_been|had_been|are|am ^2 negligent|careless|slow|late|asleep|too|unprepared|rude|unfair|short|sloppy|blind|deaf|understaffed|overconfident|unclear|complacent|dishonest|arrogant|not|never|ashamed|hasty|lax|in_the_wrong|behind|embarrassed
we|i|there ^1 had|have|gave|left|put|kept|ran|planned|hired|were|was no|only|too|just|nobody|not
we|i|our ~4 should|ought_to|could ~2 have|'ve
we|i|our ~3 should've|could've|shouldn't've|ought_to've
wouldn't|would_not|need_not|needn't have happened|been_necessary if|had|but|without
had|if|when we|i ^1 checked|tested|listened|acted|called|looked|asked|told|done|read|answered|stopped|known|taken|not|only|followed|paid|trained|been
it's|it_was|was|is we|us|me who|that
so|is|was mine|ours
we|i were|was|'d_been|had_been told|warned|asked|begged ^1
we|i took|taken ^1 #|your|away|from|half|part|money
guilty as charged
blame|fault|buck|responsibility|failure|error|mistake ^3 us|me|ours|mine|with_us|here|our_own|our_team|our_side
own|owns|owning|answer|answers|answerable ^1 it|this|that|for|up|the
wrong|unfair|careless|poor|sloppy|rude|thoughtless|clumsy|not_right|not_ok|not_good_enough|not_fair|unacceptable|bad|lazy|stupid|foolish|not_good of|from|by|on|for us|me|our
failure|mistake|error|lapse|oversight|slip|fault|bug|gap|hole|flaw ^2 on|by|of|in|with|at ^1 our|us|my|me|ours
cannot|can't|don't|do_not|won't|will_not ^1 excuse|defend|justify|dress ^1 it|that|this|what
inexcusable|unforgivable|indefensible
we|i ^2 let ^3 down
our|my|in ^1 own ^1 software|code|fault|error|making|doing|rules|mistake*|people|kitchen|plant|team
ours|mine to|alone|and|, ~1
was|were|is|are|'s ours|mine
that|this|it|one|all_of|much_of is|'s|was|of_it_is ~2 ours|mine|us
that's|it's|it_was|this_is|that_was|was us|me !who_found
we're|we_are|i'm|i_am the ~2 ones|one|reason|people who|that|behind
we|i ^2 admit|concede|confess|regret_that_we|recognise_that_we|recognize_that_we|accept ^2 that|our|we|this|it|responsibility
came from our|us|one_of_our
started|began|happened|arose in|at|with|on our|us|one_of_our
we|i let ~7 stay|in|through|slip|happen|go|pass|lie|slide|out|run|rot|wait|sit
our|my ~2 was|were|is|are ~2 poor|bad|slow|late|careless|inadequate|insufficient|unclear|faulty|rude|outdated|misleading|badly|sloppy|clumsy|hasty|weak|lax
our|my ~2 slip|slip-up|oversight|lapse|carelessness|sloppiness
that|this|it|what_we_did|what_i_did|what_we_said|which was|is|were wrong|unforgivable|inexcusable|indefensible|careless|thoughtless !number|address|size|item|about|to_say
it|this|that|which was|is ~1 mean|cruel|rude|unkind|unfair|unjust|insulting|disrespectful|short-sighted|heartless|tasteless|reckless_of|negligent_of|ours !that_you|to_you|that_they
it|this|that|which was|is a|an ~1 poor|bad|wrong|terrible|foolish|stupid|careless decision|mistake|idea|choice|call|judgement|judgment|error
we|i raised|put_up|increased|doubled|tripled|hiked|upped ~3 price*|fee*|fare*|rent|cost*|bill*
we|i|our_driver|our_guard|our_barista|our_manager|our_agent|our_staff|our_crew|our_team|our_waiter|our_clerk|our_officer asked|told|ordered|made|forced|called_the ~3 leave|go|out|wait|off|police|pay
it|they|he|she|our_app|our_system|our_team|our_staff|our_driver should_have|should_never|should_not_have|shouldn't_have ~1 kept|been|told|asked|sent|checked|stopped|worked|warned|said|done|shown|called|answered|had|given|refused|treated
our|your|the ~2 meal|food|dish|soup|chicken|product|cream|update|advert|post|email|letter|change|mistake|decision made|left|cost|gave|frightened|hurt|harmed|scared|offended|insulted|misled|deleted|broke you|your|people|many|some|customers|them|him|her|guests
our|my own? choice|choices|decision|decisions|doing|call|fault|negligence|carelessness|own_doing
we|i ~2 far|much|too|so ~1 long|late|slow|slowly|little|few|many|hastily|quickly
it|this|that|they|cause|fault|came|comes|lay|was|is ~1 came_from|from|in|started_in|began_in|arose_in|caused_by|left_by our own? ~1 machine*|kitchen|line|system*|software|plant|factory|process*|store|shop|server*|code|warehouse|oven*|design|update|side|own|team|house|production|equipment|label*|works|depot
answer|to_answer for
we|i ~3 the|a|an|you_the|it wrong|incorrect|faulty
we|i ~1 got|did|put|had ~3 wrong
that|this|it was|is ~1 wrong and|so|we|i ~1 i|we|apologise|apologize|am|are
that|this was|is wrong of us
we|i|our_driver|our_team|our_staff|our_kitchen|our_app|our_system|our_agent|our_guard|our_letter|our_shop ~3 put_off|gave_you|gave_the|gave_him|gave_her|took_too|took_more|waited_too|had_not|hadn't|were_not|weren't|was_not|wasn't|never|refused|turned_away|paid_you|paid_late|billed|told_you_the|printed|promised|cut|built|left|locked|treated|spoke|shouted|misjudged|underestimated|rushed|allowed|published|leaked|poisoned|hid|mishandled|confused|swapped|misplaced|cancelled|stopped
and|but ~1 did_not|didn't|never|failed_to ~3 tell|warn|check|answer|notice|act|listen|ask|stop|fix|care|test|call|say|look|see
our|my|one_of_our|three_of_our|two_of_our|some_of_our ~2 shop*|store*|driver*|guard*|crew|team|staff|colleague*|kitchen|nurse*|clerk*|agent*|app|system|machine*|fitter*|rules|process|letter ~1 sold|hung_up|left|lost|broke|sent|served|gave|told|shouted|failed|ignored|forgot|charged|deleted|treated|refused|turned|did_not|didn't|should_have|was_rude|were_rude|was_wrong|were_wrong|cut|mixed|missed|dropped|damaged|hurt|let
no excuse
from|by|through us|me|our_team|our_desk|our_office|our_staff ^1 was|is|were ^2 wrong|incorrect|false|misleading|untrue|useless
for|up_to us|me ^1 to ^1 put|make|set|sort|answer|fix|clear|mend
it's|it_is|that's|it_was|that_was|they're our|my ^2 and ^1 our|my
we|i ^1 took|charged|billed|debited|sent|booked|deducted ^5 twice|double|doubly|two_times|three_times|wrongly|by_mistake|in_error|without_asking
we|i|we've|we_have|i've|i_have clearly|badly|really|simply|then|also|honestly|have|had|all|both|know_we|know_that_we|see_that_we|truly|just? failed|messed|screwed|got_it_wrong|got_this_wrong|got_that_wrong|let_you|let_people|let_them|let_our|let_down|made_a_mistake|made_the_mistake|made_mistakes|made_an_error|made_a_serious|made_a_bad|made_this|should_have|should_never|should_not|shouldn't|ought_to_have|broke|sold|charged|were_wrong|was_wrong|were_late|were_slow|were_careless|did_not|didn't|forgot|sent|shipped|posted|own|owned|take_responsibility|take_full|take_the_blame|accept_responsibility|accept_full|accept_that|fell_short|missed|overlooked|ignored|caused|hurt|misled|kept|handled_this_badly|mishandled|mixed|dropped_the_ball|lost|left_you|gave_you|overcharged|deleted|damaged|overbooked|chose|could_have|broke_your|bear|mislabelled|put_you|planned_it_badly|neglected|betrayed|delivered_the_wrong|cut_corners|treated_you|tested_too|disappointed_you
we|i take|accept|own|bear ~3 responsibility|it|blame|that|this
on us|me
our|my ~3 fault|mistake|error|failure|failing*|responsibility|doing|mistakes|errors|failings|blunder|wrong|failures|bad
fault|mistake|responsibility|failure|blame is|was|lies|are|were ~1 ours|our_own|mine|with_us
we|i apologise|apologize|are_sorry|am_sorry|'re_sorry for|that|we ~2 failing|letting|selling|sending|posting|charging|losing|breaking|not|getting|leaving|missing|we|our|making|causing|ignoring|misleading|hurting|giving|keeping
sorry|apologise|apologize|apologies for|that|about ~1 our|we|letting|failing|selling|sending|posting|charging|losing|breaking|getting|leaving|making|misleading|hurting|keeping|causing|giving|treating|ignoring|how_we
responsible for|to_you
we|i are|am|were liable|in_breach
we|i were|was|are|am to_blame|at_fault|responsible|wrong
""")


#: "If our post gave offence" owns nothing.
_ONLY_IF: Final = re.compile(r"\b(?:if|should|where) (?:any of )?$")
#: "Who let it expire?" "We did."
_WE_DID: Final = re.compile(r"(?:^|[.!?] )(?:yes[,.] )?(?:we|i) did\b(?! not)")
#: Owned in passing: what is denied beside it does not take it back.
_SAID: Final = re.compile(
    r"\b(?:we|i|our \w+) (?:told|assured|promised) (?:you|everyone|everybody|people|him|her|them|your \w+)\b[^.?!]{0,80}?\b(?:and|but|when|while) (?:it|that|they|this|he|she|there) ?(?:is|are|was|were|had|did|does|isn't|aren't|wasn't|weren't|hadn't|didn't|doesn't)\b|"
    r"\b(?:we|i|our \w+) (?:told|assured) (?:you|him|her|them|everyone) (?:\w+ times|twice|again and again|every time)\b|\b(?:in|at|on|behind|under|with) (?:our|us)(?: \w+){0,2} (?:all along|all the while|the whole time|all the time)\b|"
    r"\bbecause (?:we|i|our \w+|one of (?:us|our \w+)|nobody here|no one here|somebody here)\b[^.?!]{0,60}\b(?:didn't|never|without|forgot|wasn't|weren't|too|wrong|hadn't|not)\b|"
    r"\b(?:wrong|careless|thoughtless|unfair|rude|stupid|unkind|tactless|foolish|lazy|sloppy|shabby) (?:thing )?of (?:us|me)\b|\b(?:me|us|myself|ourselves) included\b|\bwe (?:were|are) the ones\b|"
    r"\b(?:we|i)(?: \w+)? (?:agree|accept|grant|concede)(?: with you)? that\b|\b(?:we're|we are|i'm) guilty of\b|"
    r"\bwe (?:had|kept|ran|hired|put on) (?:only |just |no |too few )?(?:one|two|three|four|five|six|\d+) [a-z]+ (?:on|for|in|at|to)\b|"
    r"\bour (?:[a-z]+ ){1,8}(?:missed|failed|broke|overlooked|forgot|leaked|misread|mislabelled|skipped|dropped|lost|ignored|let (?:it|this|that|you|them))\b|"
    r"\byou're right(?:,? [a-z]+)?(?: about [\w ]{2,40})?[:,] (?!but|we\b|i\b|and|so|thanks|thank|it must|this must|that must|sorry)[^.?!]{0,80}\b(?:wrong|never|broke|broken|makes?|leaks?|shows?|fails?|failed|didn't|wasn't|isn't|doesn't|false|too|missing|left)\b|"
    r"\bfair (?:point|comment|criticism|cop)\b[^?!]{0,120}\bwrong (?:word|picture|photo|name|tone|place|moment|choice|time|message|price|thing)\b")
_REGRET: Final = Phrases("sorry|apolog*|regret*")
_ASHAMED: Final = Phrases("ashamed|sorry|wrong|apologise|apologize|nobody|mistake|shameful|cruel|rude|disgraceful|unforgivable|inexcusable|unfair|careless|shame")
_LEFT_UNDONE: Final = Phrases("we|i ~2 did_not|didn't|should_not|shouldn't|should_never|failed_to|should_have")


def _responsible(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if brief.strategy is not Strategy.REBUILD or not draft.words or fragment(draft, brief):
        return
    if language(draft.own) not in ("", "English") or not in_english(draft):
        return  # the words are English ones
    if any(not _ONLY_IF.search(draft.own, 0, span.start) for span in draft.find(_OWN)) or _owns_negated(draft):
        return
    if any(found[1] not in _NO_DEED for found in _SORRY_FOR.finditer(draft.own)):
        return
    if _WE_DID.search(draft.own) or _SAID.search(draft.own):
        return
    if any(_is_deed(found[1]) or (found[1] in _MENDING and draft.near(found.start(), _ASHAMED)) for told in _DID for found in told.finditer(draft.own)):
        return
    # A plain "sorry" is the apology, where there is one; "to our regret" may speak of something else.
    sorry = min(draft.index.find(_REGRET), key=lambda place: not draft.own.startswith("sorry", place[0]), default=None)
    yield Hit(*(draft.sentence(sorry[0]) if sorry else draft.sentences[spoken(draft)[0]]))


#: "Sorry for printing it": what one apologises for doing one has done.
_SORRY_FOR: Final = re.compile(r"\b(?:sorry|apologi[sz]e|apologies|apology) for (?:not |never |ever |also |so )?(\w+ing)\b")
_NO_DEED: Final = frozenset(["anything", "everything", "something", "nothing", "morning", "evening", "feeling", "suffering", "meeting", "building"])
#: What we did: a verb in the past after "we" or "I", or after one or two words of ours ("our school bus").
_DID: Final = (
    re.compile(r"\b(?:we|i)(?: (?:also|then|both|simply|all|once|never|only|still|had|have))? ([a-z-]+)\b"),
    re.compile(r"\bour [a-z]+ ([a-z]+)\b"), re.compile(r"\bour [a-z]+ [a-z]+ ([a-z]+)\b"),
)
#: Past tenses that do not end in -ed.
_PAST: Final = frozenset(["woke", "used", "sold", "sent", "took", "gave", "left", "kept", "told", "broke", "lost", "cut", "built", "let", "put", "hid", "got", "ran", "fell", "chose", "hit", "held", "forgot", "knew", "wrote", "drove", "threw", "shut", "spent", "thought", "bought", "caught", "burnt", "spilt", "stole", "tore", "shook", "froze", "cast", "set", "drew", "grew", "misled", "overran", "overdid", "paid", "made", "went", "said", "drew", "spoke", "swore", "stood", "sat", "taught", "ate", "did"])
#: Past tenses that mend or take note, and own nothing.
_MENDING: Final = frozenset(["refunded", "replaced", "fixed", "apologised", "apologized", "closed", "called", "asked", "started", "removed", "checked", "hired", "changed", "contacted", "launched", "offered", "received", "learned", "listened", "worked", "decided", "tested", "opened", "invited", "informed", "alerted", "restored", "repaired", "added", "published", "posted", "talked", "looked", "noticed", "agreed", "planned", "promised", "reviewed", "investigated", "reported", "booked", "shipped", "recalled", "stopped", "need", "indeed", "feed", "read", "pleased", "saddened", "shocked", "devastated", "committed", "dedicated", "concerned", "wanted", "hoped", "tried", "wished", "needed", "visited", "collected", "answered", "replied", "thanked", "welcomed", "shared", "passed", "forwarded", "raised", "trained", "doubled", "arranged", "ordered", "credited", "reset", "set", "put", "shut", "took", "let", "got", "told", "wrote", "thought", "met"])


def _is_deed(verb: str) -> bool:
    """True for a past tense that tells what we did, and not how we mended it."""
    return verb not in _MENDING and (verb in _PAST or (verb.endswith("ed") and len(verb) > 4))


def _owns_negated(draft: Draft) -> bool:
    # "did not", "should not have": the negation is the confession, so it is no denial.
    return any(True for _ in draft.find(_LEFT_UNDONE))


NO_RESPONSIBILITY: Final = Rule(
    "no-responsibility", Level.WARNING,
    "The strategy is to rebuild, and nothing here says that it was ours: the part of an apology that counts most.",
    "Say what we did: “We sold a heater that we had not tested. That was our mistake.”",
    "Lewicki, Polin and Lount 2016; Coombs 2007", _responsible,
)

RULES: Final = (NO_RESPONSIBILITY,)
