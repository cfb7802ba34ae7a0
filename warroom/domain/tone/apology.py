"""The rule of the apology that is none; its further families are in :mod:`warroom.domain.tone.regrets`."""

from __future__ import annotations

from typing import Final

from warroom.domain.tone import tongues
from warroom.domain.tone.kinds import Level, Rule
from warroom.domain.tone.regrets import FAMILIES
from warroom.domain.tone.wording import LITERATURE, all_of, looking_for

_HURT: Final = "offended|upset|hurt|disappointed|insulted|bothered|annoyed|inconvenienced|confused|misled|triggered|uncomfortable|distressed|affected|harmed|let_down|put_off|alienated"
_APOLOGY: Final = "sorry\napolog*\nregret*"

_REGRET: Final = "sorry|apologise|apologize|apologies|regret|regrets|regretted"
_THEY: Final = "he|she|they|you|people|some|anyone|anybody|you've|you_have|customers|your_mother|your_son|your_daughter"

#: Regret of what they found, saw or came to think; of how matters turned out; of what may have been.
_REGRETS: Final = looking_for(f"""
    {_REGRET} if !we_can|i_can
    {_REGRET} ^8 if ^1 indeed|there_was|there_were|such|that's_what|that_is_what|it_was|ever
    if|where|in_case ^9 then? we're|we_are|we_do|i'm|i_am ^1 sorry|apologise|apologize|regret
    {_REGRET} ^1 that|if? {_THEY} ^2 found|find ^4 difficult|upsetting|hard|unpleasant|distressing|uncomfortable|offensive|disappointing|unhelpful|confusing|rude|frustrating|unsatisfactory|lacking|hurtful|challenging|inconvenient
    {_REGRET} ^1 that? {_THEY} ^1 come_to|came_to|begun_to|started_to|chosen_to|chose_to|lost? doubt|doubting|question|distrust|mistrust|suspect|faith|lose_faith|lose_trust
    {_REGRET} ^1 that|to_hear_that|to_hear? {_THEY} ^1 had|experienced ^1 a|an|such_a ^1 bad|poor|negative|unpleasant|disappointing|unfortunate|less ^2 experience|impression
    {_REGRET} ^1 that|for|about|if ^2 there_was|there_has_been|there_were|there_may|of|the|any|a ^3 misunderstanding|miscommunication|misperception|communication_breakdown|crossed_wires
    {_REGRET} ^2 that ^2 circumstances|events|matters|things|situation ^1 have|has|had|led|came|made|conspired|turned|ended|got|went
    regret|regrets|regretted ^1 the|this|that|any|how ^1 outcome|situation|turn_of|circumstances|events|episode|occurrence|matters|things !we|that_we|our
    {_REGRET} ^1 that|if ^6 left|leaves|gave|given ^1 you|some|people|anyone ^1 with? ^1 negative|bad|poor|wrong|unfavourable|impression|feeling|feelings|taste
    {_REGRET} ^8 experienced|regarded|viewed|seen|perceived|felt|construed ^1 as|by|to_be
    unfortunate|regrettable|a_pity|disappointing|regretted that ^6 may|might|could have
    is|was ^1 disappointing|regrettable|unfortunate|frustrating|a_shame|upsetting ^1 for|to ^1 everyone|everybody|us_all|all_of_us|all_concerned|all_involved|both_sides|all_parties
    may|might|could have ^1 felt|seemed|looked|appeared|sounded|read|come_across ^1 wrong|unfair|harsh|insensitive|rude|unkind|heartless|cold|strange|abrupt|that_way|like_that|dismissive|as
    wer|alle|jeder|allen|jedem ~3 sich ~4 fühlt|fühlen|gefühlt
    bedauern|leid|bedauere ~8 unzufrieden|nicht_zufrieden|enttäuscht|enttäuscht_sind|so_wahrgenommen
    excuses|sorry|spijt|spijtig|vervelend|jammer ~4 iedereen|wie|mensen|degenen|als ~5 voelt|voelen|gekwetst|gevoeld|aangekomen|ervaren|overgekomen
    si ~1 alguien|alguna|alguno|algún|algunas|algunos ~5 sentirse|sentido|ofendió|ofendido|molestó|molestado ~6 lamentamos|sentimos|disculpas|disculpamos
    beklager|undskylder|unnskylder|lei|kede|ked|ledsna|ledsen|ursäkt ~3 hvis|dersom|om_någon|om_du|såfremt ~3
    tråkigt|trist|kedeligt|ærgerligt|synd|kjedelig att|at ~2 upplevde|upplever|känner|kände|oplever|oplevede|opplever|opplevde|føler|følte
""", negated=True, unless=f"{_REGRET} that|for ^1 we|our\nour mistake|fault\nwe got|made|sent|lost|broke|failed")

NON_APOLOGY: Final = Rule(
    "non-apology", Level.ERROR,
    "This regrets a feeling, a doubt or a passive accident, not what we did; readers hear that we are not sorry.",
    "Name what we did and apologise for it: “We sent the wrong size, and we are sorry.”",
    LITERATURE,
    all_of(
        looking_for(tongues.NON_APOLOGY, negated=True),
        _REGRETS,
        FAMILIES,
        looking_for("""
            sorry|apologise|apologize|apologies|apologising|apologizing|apology|regret deeply|sincerely|truly|very_much|of_course|again|also? if you|any_of_you|they|people were|was|are|is|felt|feel|feels|found|took|take|have|'ve|got|experienced|saw|think|thought|perceived|misunderstood|had|see|believe
            sorry|apologise|apologize|apologies|apologising|apologizing|apology|regret deeply|sincerely|truly|very_much|of_course|again|also? if this|that|it|our|we|i|any*|some|somebody|someone|the|there|your|feelings|people|offence|offense
            sorry|regret* that|about|to_hear|to_see|to_read|to_learn|to_hear_that|to_see_that? you|some|people|some_people|many|customers feel|felt|are_feeling !ill|sick|unwell|pain|dizzy|faint|unsafe|worse|weak|bad_after
            sorry|regret*|apolog* that|about|to_hear|to_see|to_hear_that|to_see_that|for|for_how|how? you|some|people|some_people|many|certain|a_few ~2 think|thought|took|perceive*|interpreted|misunderstood|misread|misinterpreted|see_it|saw_it|view|viewed|believe*|found_it|found_this|found_that|found_our|found_us|find_it|find_this|find_that|find_our|find_us|found_the|consider*
            sorry|regret*|apolog* that|to_hear|to_hear_that|to_see_that? you|some|people|some_people|some_of_you|anyone|anybody were|was|are|got|have_been|'re|became so|very|a_little|a_bit? offended|upset|disappointed|insulted|bothered|annoyed|triggered|confused|unhappy|dissatisfied|displeased
            sorry|regret*|apolog* that|to_hear|to_hear_that? you're|you_are so? offended|upset|disappointed|insulted|bothered|unhappy|dissatisfied
            sorry|apolog*|regret deeply|sincerely|truly|unreservedly? for|about? any|whatever|all_and_any
            sorry|apolog*|regret for|about how|the_way|the_fact_that|the_impression ~6 perceived|interpreted|received|came_across|come_across|landed|understood|was_read|were_read|sounded|felt|feel|feels|taken|looked|seemed|appeared|worded|viewed|saw|see|took
            sorry|apolog*|regret* ~2 your|the|this|our ~2 experience|visit|stay|service|product|order|trip|flight|answer|meal|time did_not|didn't|hasn't|has_not|does_not|doesn't|was_not|wasn't|failed_to|fell|fails_to ~4 expectation*|expect|expected|hopes|hoped|hoping|standard*|looking_for|wanted|short|what_you|up_to
            sorry|apolog*|regret* ~3 wasn't|was_not|isn't|is_not|less_than|not|below ~4 hoping|hoped|expected|expecting|expectation*|looking_for
            sorry|apolog*|regret* ~9 been|was|were|is|are|got|being widely|so|badly|perhaps|partly? misinterpreted|misunderstood|misread|misconstrued|misperceived|mistaken_for|taken_the_wrong|taken_badly|taken_personally|taken_out|read_that_way|seen_that_way|seen_as|perceived_as|interpreted_as|interpreted_in|interpreted_by|perceived_by|received_by
            sorry|apolog*|regret* ~5 impression|tone|wording|phrasing|optics|perception|reaction_to|reactions|controversy|backlash|outcry|sentiment|stir ~3
            sorry|apolog*|regret* to|for ~1 any|anybody|anyone|those|people|customers|everyone|everybody|whoever|members|viewers|readers ~3 may|might|could|who_felt|who_feel|who_found|who_took|who_think|who_thought|feeling|offended
            sorry|apolog*|regret* ~4 may|might|could ~2 feel|have_felt|seem|have_seemed|appear|sound|have_sounded|look|have_looked|upset|offend|hurt|confuse|have_come
            sorry|apolog*|regret* ~3 sounded|seemed|appeared|came_across|felt ~2 harsh|rude|cold|insensitive|wrong|abrupt|dismissive|unfair|like
            sorry|apolog*|regret* ~1 you|if_you|that_you|some|people|customers had|have|has to|such|this? feel*|see_it|take_it|read_it_that
            sorry|apolog* you're|you_are|that_you|to_hear_you ~1 not happy|satisfied|pleased|content
            sorry ~2 you|people|some didn't|did_not|don't|do_not|couldn't|could_not|weren't|were_not like|enjoy|appreciate|understand|see|happy|satisfied|pleased|get_it|get_the_joke|get_what|get_our|get_that
            if we|it|this|that|our|anyone|anything ~8 ~2 apologise|apologize|sorry|apologies|regret
            if|where|should_any|should_anyone|should_anybody|should_you|should_our|should_this|should_it|should_we|should_there ~8 we|i ~1 apologise|apologize|regret|say_sorry|sincerely_apologise|of_course_apologise
            sorry|apolog*|regret* ~8 less_than|not_quite|far_from|short_of|not_entirely|not_fully a|an|the? ideal|perfect|satisfactory|optimal|stellar|great|positive|happy|satisfied|satisfying|pleasant|smooth|enjoyable
            any inconvenience|offence|offense|upset|distress|hurt|confusion|misunderstanding ~1 caused
            sorry|apolog* for|about the|your|this? misunderstanding|misperception|miscommunication|perception|feelings
            sorry|apolog*|regret* for|to|that|about? anyone|anybody|those|people|everyone|everybody|customers|some|all|whoever who|that|whom? may|might|could|felt|feel|found|took|has_taken|have_taken|were_offended|was_offended|were_upset|was_upset|offended|upset|bothered
            sorry|apolog*|regret* ~9 may|might|could have ~1 caused|offended|upset|hurt|disappointed|confused|misled|inconvenienced|been_offended|been_upset|been_hurt|been_hurtful|been_insensitive|been_misleading|felt|led|seemed|appeared|come_across|been_misunderstood|been_affected
            sorry|apolog*|regret* but|however|though|although
            sorry|apolog*|regret* to|for ~1 anyone|anybody|those|people|everyone|everybody|whoever|all|some who|that didn't|did_not|don't|do_not|couldn't|could_not ~1 find|like|enjoy|appreciate|understand|agree|see_the|get_the_joke|get_it|share ~1
            sorry not sorry
            regrettable|unfortunate that some|people|you|certain|many ~2 feel|felt|found|took|see|saw|think|were|was
            apologise|apologize|sorry|apologies for ^1 having|needing|being_obliged|being_forced|being_unable ^1 to
            matter|source|cause ^1 of ^1 regret|sadness|sorrow ^1
            regret*|sorry|apolog* ^4 your ^1 takeaway|perception|impression|reading|conclusion|interpretation|feeling|feelings|reaction
            could|might|should ^1 perhaps|possibly|arguably|conceivably|maybe|with_hindsight|in_hindsight ^1 have ^1 been ^1 handled|done|worded|communicated|phrased|managed|dealt|explained|better
            things|it|this|that|matters|situation|communication|timing ^1 could|might|may ^2 have ^1 been ^1 handled|done|worded|communicated|phrased|managed|dealt_with|better|different|clearer ^1 !by_us
            for any|whatever hurt|pain|harm|offence|upset|distress|anguish|confusion|concern|misunderstanding|damage ^3 real|perceived|we|, ^3 regret|apolog*|sorry
            real or perceived|imagined
            timing|tone|choice|wording|placement|coincidence ^1 was|proved|proves|is|turned_out ^1 unfortunate|regrettable|unlucky|poor|infelicitous
            want|wish|like|intend ^1 anyone|anybody|somebody|you|people|any_of_you ^1 to ^1 feel|be ^3 regret*|sorry
            sorry|apologise|apologize|apologies|regret* ^1 for|about ^2 disappointment|frustration|confusion|upset|distress|inconvenience|concern|worry|annoyance|discomfort|dissatisfaction|unease|alarm|trouble|misgivings|irritation !we|i|that_caused|this_caused|that_our|that_we|our ^5 generated|caused|created|arisen|experienced|felt|engendered|produced|occasioned|resulted|sparked|suffered|had
            sorry|apologise|apologize|apologies ^2 to|for ^1 anyone|anybody|those|people|everyone|all|whoever ^3 failed|misunderstood|missed|misread|misinterpreted|didn't|did_not|couldn't|could_not|doesn't|takes|chose|choose|sees|saw|reads|feels
            that ^8 perceived|interpreted|seen|read|understood|felt|viewed|received|taken|experienced ^4 is ^2 regret*|unfortunate|regrettable|sad
            is|was ^1 something|a_matter ^1 we|i|that_we ^2 regret*
            saddened|disappointed|sad|concerned|upset|dismayed ^1 to ^1 learn|hear|read|see|find ^1 that? ^1 our|your|the|you|some ^4 live_up|expectation*|meet|met|fell|satisfied|happy|unhappy|disappointed|pleased|felt|standards|enjoy
            sorry|apologise|apologize|regret* ^1 that|for|to ^1 you|anyone|they|he|she ^1 had|have|has|felt|experienced ^1 to ^1 go_through|experience|endure|deal_with|face|feel|see|suffer|put_up ^4
            if|should|where|to_the_extent ^9 , ^1 you_have|we're|we_are|you|it's|this_is|that_is ^1 our ^1 sympath*|sorry|regrets|regretted|regret|condolences|thoughts
            should it|this|that|our|any|anything|anyone|someone|these ^1 have ^4 reopened|caused|offended|upset|hurt|led|given|seemed|appeared|touched|triggered|felt|been
            unfortunate|regrettable|pity|shame|regretted that ^1 the|our|this|it|some|messages|communication ^3 wasn't|was_not|weren't|were_not|didn't|did_not|has_not|hasn't ^2 received|understood|perceived|land|landed|intended|read|taken|seen|meant|come_across
            this|that|it|any ^2 is|was ^1 regretted|regrettable|to_be_regretted|deeply_regretted
            sorry|sympath*|regret* ^1 if|about|for ^6 isn't_there|is_not_there|that_isn't|not_intended|unintended|never_meant
            sorry|apologise|apologize|apologies|regret to|for|that|if ^1 those|anyone|people|anybody|whoever|everyone|customers|some|readers|fans|all ^1 who|that ^1 are|were|is|was|have|had|feel|take|took|chose|may|might|could|got|happen|find|found|see|saw|read ^3 sensitive|sensitivities|offence|offense|different|wrong|issue|exception|personally|badly|upset|offended|differently|strongly
            sorry|apologise|apologize|apologies|regret* ^2 it|this|that|the|our|some|if ^4 landed|came_over|came_across|went_down|sat|struck|rubbed|touched|fell_flat|missed_the_mark|got_lost|was_lost|didn't_land|resonated|sat_badly|hit ^2 wrong|badly|poorly|with|way|nerve|harshly|differently|for_some|mark|flat
            sorry|apologise|apologize|regret* ^3 people|some|you|anyone|others|so_many ^2 upset|hurt_by|offended|disappointed|unhappy|uncomfortable|let_down_by|sensitive|triggered|put_out ^1 by|about|over|with|at|to
            to the extent that|to_which we|you|any*|it|our
        """, unless="you ^1 had|have to ^1 find|see|hear|read|learn"),
        looking_for(f"""
            if anyone|anybody|someone|somebody|you|any_of_you|some|people|any_of_our_customers ~1 was|were|felt|feel|is|are|been|took|found ~2 {_HURT}|offence|offense|offensive|it_offensive|way
            if|where|should we|our|it|this|that|any ~4 {_HURT}|offence|offense|offensive|upsetting|hurtful|caused|came_across|distress
            how|way ~5 perceived|interpreted|received|taken|understood|came_across|come_across|was_read|landed|comes_across
            some|certain|a_few|many people|customers|users|viewers|readers|followers|of_you|fans? ~1 found|felt|feel|took|saw|may|might|were|interpreted
            anyone|anybody|those|someone who|that may|might|could|felt|feel|took|found
            anyone|anybody|those|someone {_HURT} by
            may|might|could have ~1 {_HURT}|caused|seemed|appeared|come_across|sounded|felt
        """, beside=_APOLOGY),
        looking_for("""
            mistakes|errors|missteps|wrongs|lapses|misjudgements|misjudgments|failures ~3 were|have_been|may_have_been|might_have_been|got|had_been sadly|clearly|regrettably|unfortunately? made|committed
            mistakes happen|happened|do_happen|can_happen|occur|occurred
            a|an mistake|error|misjudgement|misjudgment|oversight was|has_been|may_have_been|had_been|occurred|happened made|committed|on|at|in|and|, ~1
            wrong|bad|poor|some|certain|the_wrong|incorrect|questionable|regrettable|unfortunate|difficult|hasty decision*|choice*|call*|judgement*|judgments|words|steps|actions|comments|remarks|language|things was|were|have_been|had_been|may_have_been ~1 taken|made|used|said|posted|sent|chosen
            things|words|comments|remarks were|have_been|may_have_been ~1 said|done|written|posted|used|exchanged
            standards|expectations|procedures|balls|ball were|was|may_have_been not? ~1 met|followed|missed|dropped|upheld|observed
            mistakes|errors|failures|failings|shortcomings|lapses|oversights|irregularities ~1 occurred|happened|crept_in|arose|took_place|slipped_in|have_occurred|may_have_occurred|do_happen|have_happened
            offence|offense was|has_been|may_have_been taken
            regrettable|unfortunate|a_pity|a_shame|sad ~1 that ~3 feelings|feel|felt|perceived|interpreted|misunderstood|offended|upset|hurt|offence
            mistakes|errors|inaccuracies|discrepancies|irregularities|flaws|inconsistencies|omissions|faults ^1 were|was|have_been|had_been|got ^1 unfortunately|sadly|regrettably? ^1 introduced|made|created|generated|overlooked !by
            words|images|terms|phrases|choices|decisions|language ^1 were|was|have_been ^1 chosen|used|picked|made|taken ^1 that|which|in_a
            lessons were|have_been|will_be|are_being|must_be|are ~1 learned|learnt|drawn
            offence|offense|upset|hurt|distress caused|taken is|was|has_been|may ~2 regret*|unintentional|unintended|never
            any|whatever offence|offense|upset|hurt|distress|harm ~2 unintentional|unintended|not_intended|inadvertent|never_intended|accidental
            no offence|offense|harm|disrespect was? intended|meant
            sensitivities|feelings were|may_have_been ~1 hurt|offended
            regrettable|unfortunate|regretful|a_pity|a_shame|sad|deplorable ^1 that|how|if ^4 came|occurred|happened|arose|resulted|emerged|appeared|ended|were|was|became|got|had_to|took|led|caused|affected|ensued !we|our|you_were
            regrettably|unfortunately|sadly|inadvertently ^2 things|files|data|records|details|messages|some|certain|a_number|items|orders|bags|emails|an_error|a_mistake|an_issue|issues|errors|incidents ^3 were|was|came|got|occurred|happened|arose|had|went|became|ended
            data|files|records|accounts|details|information|messages|orders|bags ^1 came|got|ended|happened to_be|to|exposed|lost|up|deleted|visible|into_the_wrong ^2 visible|exposed|lost|accessed|public|elsewhere|hands
            it was|is never|not our|my|the|anyone's|anybody's intention|intent|wish|aim|purpose
            if|any|whatever|to_the_extent ^2 distress|concern|disappointment|frustration|discomfort|displeasure|worry|confusion|dissatisfaction|annoyance|upset|grievance ^2 caused|felt|experienced|arose|has_been|may|arisen
            whatever|any ^2 may_have|might_have|may ^1 happened|occurred|gone_wrong|been_done|caused|offended|upset|experienced
        """, unless="we made\nour mistake*\nwe learned"),
        looking_for("""
            never|not our|my|the intention|intent|aim to ~2 offend|hurt|upset|cause|mislead|harm|insult|disrespect|alienate
            wasn't|weren't|was_not our|my|the intention|intent|aim to ~2 offend|hurt|upset|cause|mislead|harm|insult
            didn't|did_not|never|don't mean|meant|intended|intend|wish|want|set_out to ~1 offend|hurt|upset|insult|cause|mislead
        """, negated=True, unless="we|i were|was wrong\nour mistake\nour fault\nno excuse"),
    ),
)

RULES: Final = (NON_APOLOGY,)
