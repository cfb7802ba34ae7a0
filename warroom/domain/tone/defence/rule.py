"""The rule of defence: who argues, and with what.

What is listed by its words stands here; the families of phrases are in :mod:`warroom.domain.tone.defence.arguing`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from warroom.domain.strategy import Strategy
from warroom.domain.tone.defence.arguing import AT_THE_CRITIC, IN_THE_RIGHT, NOT_SO, OTHERS, YOU_KNEW
from warroom.domain.tone.defence.excuses import EXCUSES
from warroom.domain.tone.defence.measuring import BY_MEASURE
from warroom.domain.tone.defence.standing import FAMILIES
from warroom.domain.tone.draft import Draft, taken_back
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.sly import ARGUES
from warroom.domain.tone.wording import LITERATURE, all_of, looking_for

_FALSE: Final = (
    looking_for("""
        simply|just|plainly|completely|totally|absolutely|entirely|patently|utterly|flat_out|demonstrably not_true|untrue|false|wrong|incorrect|inaccurate|unfounded|unfair|ridiculous|nonsense|absurd|not_the_case !that_you|that_we|of_us
        no|not_much|little|not_a_word_of truth|basis|substance in|to|behind|for your|what_you|you ~2
        that's|that_is|this_is|it's|it_is|which_is|those_are|these_are ~1 untrue|not_true|not_accurate|a_lie|lies|a_myth|misinformation|fake_news|not_what_happened
    """),
    looking_for("""
        it's|it_is|that's|that_is|this_is|was not|never what_happened|true|accurate|the_case
        it|that|this isn't|wasn't what_happened|true|accurate|the_case !that
    """, negated=True, unless="we understand"),
)


def _contradicts(draft: Draft, brief: Brief) -> Iterator[Hit]:
    # Where the strategy is to deny, to say that a rumour is false is the answer and no argument.
    if brief.strategy is not Strategy.DENY:
        for find in (*_FALSE, NOT_SO):
            yield from (hit for hit in find(draft, brief) if not taken_back(draft, hit.start))


DEFENSIVE: Final = Rule(
    "defensive", Level.WARNING,
    "This argues or defends us; in public it makes a crisis longer, even where we are right.",
    "Leave the argument out: say what you understood, what is true now, and what happens next.",
    LITERATURE,
    all_of(
        _contradicts,
        IN_THE_RIGHT,
        YOU_KNEW,
        OTHERS,
        AT_THE_CRITIC,
        ARGUES,
        FAMILIES,
        BY_MEASURE,
        EXCUSES,
        looking_for("""
            as|like we|i|we've|i've|we_have|i_have already|previously|clearly|repeatedly|often|now|just|have|had|also? said|stated|explained|told|mentioned|pointed_out|noted|made_clear|communicated|written|wrote|posted|say already|before|earlier|many_times|repeatedly|clearly? !at|in|on|yesterday|this
            as already|previously|clearly|repeatedly|stated|mentioned|explained|noted|said|pointed_out stated|said|explained|mentioned|noted|communicated|before|above|earlier|previously|out|many_times
            we've|we_have|i've|i_have already|repeatedly|clearly|previously|been_very_clear|been_clear|been_over|been_through ~2 said|told|explained|stated|answered|addressed|this|made_it_clear|made_clear|that
            we|i already|repeatedly|clearly said|told|explained|stated|answered|addressed|wrote|warned|made
            nothing|little|no_reason|no_cause to|for ~1 apologise|apologize|be_sorry|be_ashamed|answer_for|hide_here|hide_from|apology
            make|makes|making no apolog*|excuses_for
            got|getting|have|had|get|check|checked your|the|his|her|their facts|story|details|dates|numbers wrong|mixed|muddled|backwards|straight|first|right
            every|any|each|no|no_other|most|all ~1 airline*|compan*|brand*|shop*|bank*|carrier*|retailer*|restaurant*|hotel*|chain*|store*|maker*|manufacturer*|business*|firm*|operator*|competitor*|insurer*|landlord* does|do|has|have|charges|charge|works|would_have|would ~2 this|it|that|same|problem*|issue*|exactly|so|worse
            others|competitors|rivals|other_airlines|other_brands|other_companies|other_shops|other_banks|they are|do|charge|treat ~2 worse|the_same|same_thing|no_better|more
            standard|common|normal|usual|accepted industry|practice|procedure practice|across|in_our|in_the|everywhere|for_every|throughout
            we|i|our_team|our_staff|they|driver|crew !followed_the_wrong|followed_the_rules_for have|'ve|had|did|always|only|simply|just|strictly|fully|have_always|'ve_always|have_only|have_fully? follow*|complied|comply|adhered|acted|went|kept|stuck|met|meet ~1 all|every|each|the|to|with|by|in|fully|strictly|our|relevant? ~3 rule*|law|laws|procedure*|protocol*|regulation*|guideline*|requirement*|standards|book|letter|policy|line_with
            fully compliant
            within the|our law|rights|rules
            legally|technically|strictly_speaking we|it|you|the
            technically we|this|it|you|the|our
            that's|that_is|that_would_be|this_is your|one|only_your|just_your|merely_your opinion|view|interpretation|perception|version|side|reading
            your|one version|side|account|interpretation|take of|on|is ~2 events|story|things|happened|incomplete|one-sided|different
            jump|jumping|leap|rush|rushing to ~1 conclusion*|judge|judgement|judgment|judgements
            before you judge|accuse|criticise|criticize|attack|complain|comment|point_fingers|jump
            witch hunt
            witch-hunt|smear*|hatchet_job|pile-on|bandwagon|clickbait|troll|trolls|trolling|slanderous
            set|put|keep the record straight
            straw man
            you'd|you_would know|see|understand|realise|realize if|that|had|how
            as|if you|anyone|everybody|everyone|anybody ~2 would_know|would_see|should_know|should_be_aware|are_well_aware|can_clearly_see|can_see_for|knows_full_well|well_know
            as you are|should|will|must|can|may|know ~1 aware|know|recall|well
            it's|it_is|that's|that_is|this_is easy|unfair|wrong|rich|hypocritical|simply_unfair|not_right ~2 to_judge|to_criticise|to_criticize|to_point_fingers|to_blame|to_accuse|coming_from|to_attack|to_say
            outrage|criticism|anger|attack|attacks|accusation*|hate|abuse|pile-on|reaction|backlash|complaint*|review|post|comment ~2 is|are|was|seems|feels ~3 unfair|unjust|unjustified|unwarranted|undeserved|over_the_top|disproportionate|excessive|ridiculous|absurd|hypocritical|misplaced|misguided|exaggerated|overblown|unreasonable|based_on|uncalled
            unfair|unjust|hurtful|cruel|insulting to|on|for|towards ~1 our|my|us ~2
            seem|appear|seems to|you_have !not|never ~1 have? misread|misunderstood|forgotten|misinterpreted|confused|missed
            you've|you_have|you_may_have|you_might_have|perhaps_you|maybe_you !not|never|haven't ~1 misread|misunderstood|misinterpreted|misheard|been_misinformed|been_misled
            our|my staff|team|people|crew|drivers|employees|workers|colleagues ~1 deserve|do_not_deserve|don't_deserve|work_hard|are_doing|did|do|have_been|acted ~2 respect|better|this|abuse|best|very_hard|right|correctly|properly|nothing
            easy to be|judge|criticise|criticize|complain|say|talk|sit
            where is|where's|show_us|you_have_no|there_is_no|where_are your|the|any|a? ~1 evidence|proof|source
            no one|other|brand|company could|does|has ~2 more|better
            we're|we_are|acme_is|i'm not|hardly|n't the only|first ~2 airline*|compan*|brand*|shop*|bank*|ones|one|hotel*|restaurant*|store*|operator*|people|team|railway|carrier*|business*|in
            our|my|the records|record|cameras|cctv|logs|log|footage|data|files|tapes|system ~2 show|shows|prove|proves|confirm|confirms|say|says|tell|tells|indicate*|suggest* ~1 that|nobody|no|you|otherwise|we|it_was|nothing !never_got|never_heard|never_received|didn't_get|waited|paid|you_paid|you_were_right|were_right|you're_right|you_are_right|were_charged|you_were_charged|you_did|did|we_charged|charged|we_didn't|didn't|we_failed|we_never|we_took
            it|this|that|which|ticket|label|page|website|contract|sign|leaflet|manual|app|menu|invoice ~1 clearly|plainly|explicitly|quite_clearly says|states|said|stated|shows|showed|reads|mentions|warns
            entitled to your|an|any|that opinion|view|feelings|version
            let's|let_us|can_we ~1 be honest|real|frank|clear|fair|realistic !about_our|with_you_about
            in defence|defense|truth
            don't|do_not|please_don't twist|distort|exaggerate|blow|put_words|jump|assume|pretend|judge|blame_us
            you're|you_are reading|making|taking|twisting|putting !a|an ~3 too_much|things|words|out_of|wrong
            we|i|we've|we_have|our_team|our_staff ~2 more_than_fair|more_than_generous|more_than_patient|more_than_reasonable|more_than_accommodating
            with respect the|that|this|you|we|our|your|it|#|nobody|most|no|a|an
            facts|truth|reality ~1 are|is|look|looks different|otherwise|simple|clear|plain|not_what|on_our
            we've|we_have|i've|i_have said|told|explained|answered|addressed|stated|been_over|repeated this|that|it|you ~2 times|before|already|repeatedly|again|often
            for the umpteenth_time|last_time !of
            that's|that_is|this_is|it's|it_is|which_is|those_are|these_are ~1 nonsense|ridiculous|unfair|absurd|not_fair|slander|libel|defamatory|not_the_whole_story !on|to_you|for_you|of_us|from_us|by_us|and_we|that_you|what_you|service
            in our|my|all|the_company's defence|defense|honesty|fairness
            you're|you_are|you|that_is|that's ~1 exaggerat*|overstat*|overdramati*|dramatis*|dramatiz*
            most|many|other|nearly_all|almost_all|thousands_of|millions_of|the_majority_of ~1 people|customers|users|guests|passengers|clients|of_our_customers ~1 disagree*|love|think_otherwise|say_otherwise|are_happy|are_satisfied|are_delighted|are_perfectly|would_disagree|feel_differently
            article*|coverage|report|story|review|video|documentary|journalist*|reporter*|media|press|newspaper|blog ~3 is|are|was|were ~1 biased|one-sided|unfair|sensational*|exaggerated|slanted|a_hit_piece|clickbait|unbalanced|tendentious
            why do|are|must you|people|they|everyone ~1 only|always|keep|never|constantly ~4 negative|bad|complain*|attack*|criticis*|criticiz*|blam*|positive|good|bash*
            let|allow me|us to? correct|educate|enlighten you|your|this_claim|this_claims
            perfectly|fine|flawlessly|well|great for|with ~1 everybody|everyone|others|other|most|all|thousands ~1 else|customers|people|users|guests|of_our_customers
            two|both sides to|of ~2 story|coin|argument
            every|all|any|most airline*|bank*|shop*|hotel*|compan*|brand*|carrier*|retailer*|restaurant*|store*|business*|insurer* ~4 normal|standard|usual|common|the_same
            before accusing|judging|criticising|criticizing|attacking|blaming|complaining ~1
            for your information|info ~1 we|our|i|it|that|this|nobody|you|us
            have|had|would ^1 never ^1 and would|will|could|shall never
            according to|by everything|all|what|our_information|the_information|the_data|every_measure|any_measure|our_records|our_checks|every_standard ^1 we|our|i|, ^1
            statistically|comparatively|relatively|proportionally|percentage-wise ^1
            less|cheaper|no_more|safer ^1 than ^1 a|one|the|most|any|driving|half ^2 cup|coffee|pint|cigarettes|netflix|day|week|others|competitors|elsewhere|average
            open mind|eyes|heart
            a ^1 handful|few|minority|tiny_number ^1 of ^2 against|out_of|among|compared|versus|when ^2 thousand*|hundreds|#|many|most|who
            most|many|several|lots_of|the ^1 mothers|fathers|women|men|experts|colleagues|people|customers|guests|fans|residents ^1 we ^1 spoke|asked|know|heard|talked ^1 to|about|from
            different|alternative|legitimate|possible|honest ^1 reading|interpretation|understanding|view|opinion ^1 of
            when you|one think|consider|look|compare ^1 about|at|it ^1
            ahead of ourselves|its_time|their_time
            refers|means|meant|stands_for|is_defined|counts ^1 to|as ^1 the ^2 after|from|of_dispatch|working|business|date_of|time_of
            we|i|nobody|they|company ^1 never|didn't|did_not|don't|do_not|needn't|weren't|are_not|aren't ^1 had|have|need|needed|obliged|required|bound ^1 to ^1 tell|say|inform|offer|reply|answer|refund|pay|disclose|explain|publish|give|do
            no rules|laws|regulations|law|rule|procedures|protocols|policies ^1 were|was|have_been|has_been ^1 broken|breached|violated|ignored
            permits|licences|licenses|papers|paperwork|approvals|permissions|certificates|checks|safeguards|consents ^2 were|was|are|is ^1 in_place|in_order|valid|obtained|granted|up_to_date
            won't|will_not|can't|cannot|couldn't|hard_to ^1 find|get|beat|ask_for ^1 a|an|any ^1 cheaper|better|safer|fairer|faster|lower|friendlier|stricter|more
            surely|honestly|you can't|cannot|can_hardly|could_hardly ^1 hold|blame|expect|ask|fault|want us|our|the|me|anyone
            labour|labor of love
            not|don't|doesn't|never|barely ^1 make|earn|see|take ^1 a ^1 penny|profit|cent|dime|fortune|money
            not to make|be|sound ^1 excuses|defensive
            there|we ^1 are|is|have|only ^1 only so many|much|few
            gently|kindly|respectfully|politely ^1 remind|point_out
            whatever|despite_what|no_matter_what|regardless_of_what ^1 the ^3 says|say|claim*|thinks|think|suggest*|reported|wrote|tells
            it should|must|ought_to|has_to|needs_to|may|can|might ^1 be|also_be said|remembered|pointed_out|added|stressed|emphasised|borne_in_mind|mentioned|acknowledged_that_we|recognised|kept_in_mind !that_subject|that,_subject
            no other|not_one|not_a_single|none_of_our ^1 customer*|guest*|passenger*|user*|patient*|report*|complaint*|store|shop ^1 has|have|reported|was|were|had|of|like
            rather|somewhat|quite|frankly|a_little|very puzzled|surprised|taken_aback|bemused|perplexed|baffled|disappointed by|at|that ^1 you|your|yours|this|the
            how|what ^1 practically|virtually|nearly|almost|basically|just_about|every|all|most ^2 messenger*|app|apps|company|companies|airline*|service*|bank*|platform*|shop*|site*|website*|provider*|firm*|product*|device* ^1 works|work|does|do|is_done|operate*
            you|everyone|customers ^1 agreed|consented|opted|signed_up|accepted ^1 to|in|this|it|that ^1 it|this|that|when|in_section|in_clause|by ^2
            as you'll|you|you've|you_will|you_can ^2 seen|see|read|gathered|noticed|heard|been_told|gather ^1 from|in|by
            answer|position|view|stance|policy|decision has|is|remains|hasn't|hasn't_changed|has_not|will_not|won't|stays not? changed|change|the_same|unchanged
            coverage|reporting|press|debate|discussion|conversation|outcry|noise ^2 has|is|was ^5 sensational*|exaggerated|one-sided|unfair|biased|overblown|out_of_proportion|hysterical|unbalanced|misleading|inaccurate
            find|finding it|this|that ^1 hard|difficult|impossible|strange ^1 to ^1 believe|credit|accept|square|understand_your|imagine|reconcile
            hard|difficult|impossible to believe|credit|reconcile|square
            unlikely|improbable|doubtful|implausible|inconceivable to|that ^1 be|have|our|it|we|this|the
            research|data|figures|numbers|surveys|survey|studies|statistics|tests|logs|cameras|feedback|reviews|records|measurements|users ^1 say|says|tell|tells|suggest|suggests|show|shows|paint|paints|speak|point|prefer|preferred ^1 otherwise|a_different|another|the_opposite|differently|for_themselves|something_else|it
            in ^2 defence|defense ^1
            was|is|were|remains|has_been ^1 accurate|correct|true|right|fair|factual|legal|compliant|best_practice|the_best_information ^1 at|when ^1 the|that|time|we
            hardly|scarcely|barely|not_exactly|nowhere_near a|an|the ^1 epidemic|scandal|conspiracy|pattern|trend|crime|disaster|systemic|secret|surprise|representative
            our|the ^1 crew*|team*|staff|drivers|chefs|nurses|doctors|engineers|technicians|kitchen|kitchens|guards|agents|people|teachers|carers|instructors|pilots|factory|lab|restaurant|hotel ^3 trained|training|certified|qualified|experienced|awards|award|accredited|vetted|five_stars|five-star|top_marks|highest_hygiene|hygiene_rating|iso|gold_standard|professional|professionals|dedicated|committed|careful|well-trained|best_in ^1
            win|wins|won|winning|awarded|earned|received|holds|hold|gained|scored|got ^2 awards|award|prize*|stars|accreditation|certification|certificate|top_marks|full_marks|highest_rating|best_rating|praise
            under ^1 enormous|huge|immense|great|extreme|tremendous|a_lot_of|intense pressure|strain|stress
            you|you've|critics|people ~1 have|got|has no|zero proof|evidence|idea|clue|grounds|facts ~1 !yet|how_much
            to be fair|clear_about_who|honest_with_you !to_your|to_the|to_all|to_everyone|to_them|to_other
            to be fair to? us|our_team|our_staff
            in fairness !to
            with all? due respect
            you|people|critics|everyone|everybody|customers|folks have_to|need_to|must|should|ought_to|'d_better|fail_to|don't|do_not|clearly_don't understand|realise|realize|appreciate|remember|accept|see|recognise|recognize|keep_in_mind|consider that|how|why|what|this|it|we|our !by|on|in|today|tomorrow|tonight|within|there|from|before|again|soon|when|arrive|next|appear
            you clearly|obviously|evidently|apparently|conveniently|simply|just|seem_to_have|appear_to_have didn't|don't|do_not|did_not|haven't|have_not|missed|misread|misunderstood|forgot|ignore*|left_out|want*|misunderstand
            you're|you_are|your_facts_are|that_makes_you ~1 wrong|mistaken|incorrect|misinformed|lying|ill-informed|misguided|confused|not_correct|not_right|being_unfair|being_unreasonable|being_unrealistic|missing_the_point|mistaken|spreading
            your claim*|accusation*|allegation*|criticism|complaint|comment|post|version is|are|was|were simply|just|also|both|frankly? false|wrong|unfair|untrue|baseless|incorrect|misleading|unfounded|ridiculous|inaccurate|unjustified|unwarranted|nonsense
            actually if|you|we_did|we_do|our|the|it's|that's|this|most|nobody|i
            if you had|'d|actually|would_have|bothered|only ~2 read|bothered|looked|checked|listened|taken_the_time|paid_attention|our|the_post|the_facts|carefully|closely|at_the_facts
            we|i strongly|respectfully|firmly|totally|completely|entirely|categorically|utterly|must|have_to|beg_to|strenuously? disagree|differ|reject|refute|dispute|object !among|amongst
            we|i stand by our|the|my|what|this|every
            reject|refute|dispute* any_suggestion|the_suggestion|the_accusation|this_accusation|that_characterisation|that_characterization|your_claim|your_accusation|these_accusations|this_claim
            everyone|everybody|every|all|our|most|other else|other|competitors|companies|brands|shops|airlines|banks|carriers|the ~5 do_the_same|does_the_same|does_this|do_this|has_this_problem|have_the_same|are_no_better|is_no_better|worse|charge_more|charges_more
            let's|let_us|can_we not|stick|look|be|just ~2 to_the_facts|at_the_facts|realistic|honest|reasonable|fair|serious|exaggerate|pretend|rewrite
            taken|took|quoted|ripped ~2 out_of_context
            blown|been_blown|is_being_blown|got_blown ~4 out_of_proportion
            we|i did|'ve_done|have_done|acted|had what_we_could|everything_right|everything_by_the_book|nothing_wrong|all_we_could|our_best|what_any|no_choice|nothing_illegal|correctly|properly|by_the_book|exactly_what|within_our_rights
            unlike|contrary_to what|you|your|some|other|popular
            we|i|nobody|no_one don't|do_not owe|s you|anyone|anybody
            we|i don't|do_not owe|need_to you|anyone|anybody|explain|justify|defend ~3 explanation|apology|anything|ourselves|this|it|that
            don't|do_not believe everything|what|all|the_hype
            get your|the facts|story straight
            do your|some|the own? research|homework
            that's|that_is|this_is|it's not|just|only ~2 what_happened|what_we_said|your_opinion|one_side|the_case
            begs to differ
            sorry not_sorry
            oh|ah so we're|we_are|now_we're|we|i'm ^2 supposed|meant|expected|to_blame
            we're|we_are|i'm telling|reminding you again
            as our|the ^1 faq|faqs|terms|website|leaflet|sign|signs|page|policy|listing|manual|app ^2 made|makes|make clear|plain
        """),
        looking_for("""
            we|i don't|do_not|can't|cannot|fail_to|struggle_to ~1 see|understand|know|think what|how|why|where|that? ~1 we|our ~4 wrong|fault|blame|apologise|apologize|differently
            never|not_once|haven't|not_yet ~1 had|received|got|heard|seen a|one|any|single|another? ~2 complaint*
            we|i don't|do_not|didn't|did_not|will_not|won't owe|have_to|need_to you|anyone|anybody|explain|justify|defend ~3 explanation|apology|anything|ourselves|this|it|that
            we|i|our_team|company ^1 did_not|didn't|have_never|never|haven't|would_never|do_not|don't !meant|intended|mean ~3 lie|lied|cheat|cheated|hide|hid|mislead|misled|steal|stole|deceive|deceived|discriminate|ignore|ignored|degrade|harm|hurt|abuse|exploit|profit|do_anything_to|spy|overcharge|cut_corners|break_any|break_the
            nobody|no_one told|warned|informed us
            it's|it_is|that's|that_is|this_is|was not|never what_we_said|fair
            you don't|do_not|didn't|did_not|clearly_don't|can't|cannot know|understand the? whole|full|entire|real|half story|picture|truth|context|of_it|background
            we|i don't|do_not|can't|cannot accept|agree|believe|think|consider that|this|it|our ~4 mistake|error|wrong|unfair|misleading|our_fault !of_yours
        """, negated=True, unless="we understand\nbut|and ^1 we|i ^1 did|should|failed"),
    ),
)

RULES: Final = (DEFENSIVE,)
