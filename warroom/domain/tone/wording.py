"""Rules of single phrases about the person and the wrong: non-apology, defence, blame, dismissal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from warroom.domain.tone.draft import Draft, Span, merged
from warroom.domain.tone.kinds import Brief, Find, Hit, Level, Rule
from warroom.domain.tone.phrases import Phrase, phrases

PLAYBOOK: Final = "Lewicki, Polin and Lount 2016; Coombs 2007"


def looking_for(text: str, *, negated: bool = False, beside: str = "", unless: str = "") -> Find:
    """Make what finds phrases, one a line. ``beside`` must, ``unless`` must not stand in the same sentence."""
    wanted, needed, barred = phrases(text), phrases(beside), phrases(unless)

    def find(draft: Draft, _: Brief) -> Iterator[Hit]:
        spans = draft.find(wanted, negated=negated)
        return (Hit(*span) for span in merged(_beside(draft, spans, needed, barred)))

    return find


def _beside(
    draft: Draft, spans: Iterable[Span], needed: tuple[Phrase, ...], barred: tuple[Phrase, ...],
) -> Iterator[Span]:
    for span in spans:
        if (not needed or draft.near(span.start, needed)) and not (barred and draft.near(span.start, barred)):
            yield span


def all_of(*finds: Find) -> Find:
    """What several looks find, those that overlap made one."""
    def find(draft: Draft, brief: Brief) -> Iterator[Hit]:
        found = [hit for each in finds for hit in each(draft, brief)]
        end = -1
        for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= end:
                yield hit
                end = hit.end

    return find


_HURT: Final = "offended|upset|hurt|disappointed|insulted|bothered|annoyed|inconvenienced|confused|misled|triggered|uncomfortable|distressed|affected|harmed|let_down|put_off|alienated"
_APOLOGY: Final = "sorry\napolog*\nregret*"

NON_APOLOGY: Final = Rule(
    "non-apology", Level.ERROR,
    "This regrets a feeling, a doubt or a passive accident, not what we did; readers hear that we are not sorry.",
    "Name what we did and apologise for it: “We sent the wrong size, and we are sorry.”",
    PLAYBOOK,
    all_of(
        looking_for("""
            sorry|apologise|apologize|apologies|apologising|apologizing|apology|regret deeply|sincerely|truly|very_much|of_course|again|also? if you|any_of_you|they|people were|was|are|is|felt|feel|feels|found|took|take|have|'ve|got|experienced|saw|think|thought|perceived|misunderstood|had|see|believe
            sorry|apologise|apologize|apologies|apologising|apologizing|apology|regret deeply|sincerely|truly|very_much|of_course|again|also? if this|that|it|our|we|i|any*|some|somebody|someone|the|there|your|feelings|people|offence|offense
            sorry|regret* that|about|to_hear|to_see|to_read|to_learn|to_hear_that|to_see_that? you|some|people|some_people|many|customers feel|felt|are_feeling !ill|sick|unwell|pain|dizzy|faint|unsafe|worse|weak|bad_after
            sorry|regret*|apolog* that|about|to_hear|to_see|to_hear_that|to_see_that|for|for_how|how? you|some|people|some_people|many|certain|a_few ~2 think|thought|took|perceive*|interpreted|misunderstood|misread|misinterpreted|see_it|saw_it|view|viewed|believe*|found|find|consider*
            sorry|regret*|apolog* that|to_hear|to_hear_that|to_see_that? you|some|people|some_people|some_of_you|anyone|anybody were|was|are|got|have_been|'re|became so|very|a_little|a_bit? offended|upset|disappointed|insulted|bothered|annoyed|triggered|confused|unhappy|dissatisfied|displeased
            sorry|regret*|apolog* that|to_hear|to_hear_that? you're|you_are so? offended|upset|disappointed|insulted|bothered|unhappy|dissatisfied
            sorry|apolog*|regret deeply|sincerely|truly|unreservedly? for|about? any|whatever|all_and_any
            sorry|apolog*|regret for|about how|the_way you|some|people|it|this|our|the|my
            any inconvenience|offence|offense|upset|distress|hurt|confusion|misunderstanding ~1 caused
            sorry|apolog* for|about the|your|this? misunderstanding|misperception|miscommunication|perception|feelings
            sorry|apolog*|regret* for|to|that|about? anyone|anybody|those|people|everyone|everybody|customers|some|all|whoever who|that|whom? may|might|could|felt|feel|found|took|has_taken|have_taken|were_offended|was_offended|were_upset|was_upset|offended|upset|bothered
            sorry|apolog*|regret* ~9 may|might|could have ~1 caused|offended|upset|hurt|disappointed|confused|misled|inconvenienced|been_offended|been_upset|been_hurt|been_hurtful|been_insensitive|been_misleading|felt|led|seemed|appeared|come_across|been_misunderstood|been_affected
            sorry|apolog*|regret* but|however|though|although
            sorry not sorry
            regrettable|unfortunate that some|people|you|certain|many ~2 feel|felt|found|took|see|saw|think|were|was
            to the extent that|to_which we|you|any*|it|our
        """),
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
            mistakes|errors|missteps|wrongs were|have_been|may_have_been|might_have_been|got|had_been sadly|clearly|regrettably|unfortunately? made|committed
            mistakes happen|happened|do_happen|can_happen|occur|occurred
            a mistake|error was|has_been|may_have_been|had_been made
            offence|offense was|has_been|may_have_been taken
            lessons were|have_been|will_be|are_being|must_be learned|learnt
            no offence|offense|harm|disrespect was? intended|meant
            sensitivities|feelings were|may_have_been ~1 hurt|offended
        """, unless="we made\nour mistake*\nwe learned"),
        looking_for("""
            never|not our|my|the intention|intent|aim to ~2 offend|hurt|upset|cause|mislead|harm|insult|disrespect|alienate
            wasn't|weren't|was_not our|my|the intention|intent|aim to ~2 offend|hurt|upset|cause|mislead|harm|insult
            didn't|did_not|never|don't mean|meant|intended|intend|wish|want|set_out to ~1 offend|hurt|upset|insult|cause|mislead
        """, negated=True, unless="we|i were|was wrong\nour mistake\nour fault\nno excuse"),
    ),
)

DEFENSIVE: Final = Rule(
    "defensive", Level.WARNING,
    "This argues or defends us; in public it makes a crisis longer, even where we are right.",
    "Leave the argument out: say what you understood, what is true now, and what happens next.",
    PLAYBOOK,
    all_of(
        looking_for("""
            as|like we|i|we've|i've|we_have|i_have already|previously|clearly|repeatedly|often|now|just|have|had|also? said|stated|explained|told|mentioned|pointed_out|noted|made_clear|communicated|written|wrote|posted|say already|before|earlier|many_times|repeatedly|clearly?
            as already|previously|clearly|repeatedly|stated|mentioned|explained|noted|said|pointed_out stated|said|explained|mentioned|noted|communicated|before|above|earlier|previously|out|many_times
            we've|we_have|i've|i_have already|repeatedly|clearly|previously|been_very_clear|been_clear|been_over|been_through ~2 said|told|explained|stated|answered|addressed|this|made_it_clear|made_clear|that
            we|i already|repeatedly|clearly said|told|explained|stated|answered|addressed|wrote|warned|made
            how many times
            we've|we_have|i've|i_have said|told|explained|answered|addressed|stated|been_over|repeated this|that|it|you ~2 times|before|already|repeatedly|again|often
            once again|more|and_for_all we|i|to_be_clear|for_the_record
            for the record|umpteenth_time|last_time
            simply|just|plainly|completely|totally|absolutely|entirely|patently|utterly|flat_out|demonstrably not_true|untrue|false|wrong|incorrect|inaccurate|unfounded|unfair|ridiculous|nonsense|absurd|not_the_case
            that's|that_is|this_is|it's|it_is|which_is|those_are|these_are ~1 nonsense|rubbish|ridiculous|unfair|untrue|absurd|not_true|not_fair|not_accurate|a_lie|lies|a_myth|slander|libel|defamatory|misinformation|fake_news|not_what_happened|not_the_whole_story
            in our|my|all|the_company's defence|defense|honesty|fairness
            to be fair|clear_about_who|honest_with_you
            to be fair to? us|our_team|our_staff
            in fairness to? us|our_team|our_staff?
            with all? due respect
            you|people|critics|everyone|everybody|customers|folks have_to|need_to|must|should|ought_to|'d_better|fail_to|don't|do_not|clearly_don't understand|realise|realize|appreciate|remember|accept|see|recognise|recognize|keep_in_mind|consider that|how|why|what|this|it|we|our
            you clearly|obviously|evidently|apparently|conveniently|simply|just|seem_to_have|appear_to_have didn't|don't|do_not|did_not|haven't|have_not|missed|misread|misunderstood|forgot|ignore*|left_out|want*|misunderstand
            you're|you_are|your_facts_are|that_makes_you ~1 wrong|mistaken|incorrect|misinformed|lying|ill-informed|misguided|confused|not_correct|not_right|being_unfair|being_unreasonable|being_unrealistic|missing_the_point|mistaken|spreading
            your claim*|accusation*|allegation*|criticism|complaint|comment|post|version|statement is|are|was|were simply|just|also|both|frankly? false|wrong|unfair|untrue|baseless|incorrect|misleading|unfounded|ridiculous|inaccurate|unjustified|unwarranted|nonsense
            actually if|you|we_did|we_do|our|the|it's|that's|this|most|nobody|i
            if you had|have|'d|actually|would|bothered|only|look|looked|read|check ~2 read|bothered|looked|checked|listened|taken_the_time|paid|our|the_post|the_facts|carefully|closely|at_the_facts
            we|i strongly|respectfully|firmly|totally|completely|entirely|categorically|utterly|must|have_to|beg_to|strenuously? disagree|differ|reject|refute|dispute|object
            we|i stand by|behind our|the|my|what|this|every
            reject|refute|dispute* any_suggestion|the_suggestion|the_accusation|this_accusation|that_characterisation|that_characterization|your_claim|your_accusation|these_accusations|this_claim
            everyone|everybody|every|all|our|most|other else|other|competitors|companies|brands|shops|airlines|banks|carriers|the ~5 do_the_same|does_the_same|does_this|do_this|does_it|do_it|has_this_problem|have_the_same|are_no_better|is_no_better|worse|charge_more|charges_more
            let's|let_us|can_we not|stick|look|be|just ~2 to_the_facts|at_the_facts|realistic|honest|reasonable|fair|serious|exaggerate|pretend|rewrite
            the facts|truth speak_for_themselves|say_otherwise|are_clear|is_that|are_that|of_the_matter
            taken|took|quoted|ripped ~2 out_of_context
            blown|blowing ~4 out_of_proportion
            we|i did|'ve_done|have_done|acted|had what_we_could|everything_right|everything_by_the_book|nothing_wrong|all_we_could|our_best|what_any|no_choice|nothing_illegal|correctly|properly|by_the_book|exactly_what|within_our_rights
            we|i were|are|acted fully? within our rights
            unlike|contrary_to what|you|your|some|other|popular
            you|people|some can't|cannot please everyone|everybody
            hindsight is|, ~1
            we|i|nobody|no_one don't|do_not owe|s you|anyone|anybody
            we|i don't|do_not owe|need_to you|anyone|anybody|explain|justify|defend ~3 explanation|apology|anything|ourselves|this|it|that
            don't|do_not believe everything|what|all|the_hype
            get your|the facts|story straight
            do your|some|the own? research|homework
            that's|that_is|this_is|it's not|just|only ~2 what_happened|what_we_said|your_opinion|one_side|the_case
            we|i beg to differ
            our hands are|were tied
            no other company|brand|airline|bank
            may|might|let we|i|us|me remind|point_out
            we|i remind|would_remind|'d_remind|would_like_to_remind|must_remind you|everyone|people
        """),
        looking_for("""
            we|i didn't|did_not|never|haven't|have_not do|did|done anything|a_thing wrong
            we|i don't|do_not|didn't|did_not|will_not|won't owe|have_to|need_to you|anyone|anybody|explain|justify|defend ~3 explanation|apology|anything|ourselves|this|it|that
            nothing|not to|our do_with_us|with_us
            nobody|no_one told|warned|informed|asked|reported us
            you|they never|didn't|did_not told|tell|warn|complain|complained|contact|contacted ~1 us|before
            it's|it_is|that's|that_is|this_is|was not|never what_happened|true|what_we_said|accurate|fair|the_case
            it|that|this isn't|wasn't what_happened|true|what_we_said|accurate|fair|the_case
            you don't|do_not|didn't|did_not|clearly_don't|can't|cannot know|understand ~2 what|how|talking|facts|about|anything|context
            don't|do_not believe|listen_to|fall_for everything|what|rumours|rumors|the
            we|i don't|do_not accept|agree|share ~4 accusation|criticism|claim*|characterisation|characterization|version|view|assessment
        """, negated=True, unless="we understand"),
    ),
)

_THEM: Final = "supplier*|vendor*|contractor*|subcontractor*|courier*|carrier*|partner*|manufacturer*|agency|driver|franchisee*|distributor*|warehouse|logistics_partner|delivery_company|delivery_partner|delivery_firm|payment_provider|third-party|third_part*|employee*|intern|staff_member|member_of_staff|colleague*|staff|worker*|temp|trainee|junior|agent|developer|engineer|technician|cashier|postal_service|post_office|hosting_provider|cloud_provider|airport|software_provider|baker|cook|chef|freelancer|influencer|manager|provider"

BLAME: Final = Rule(
    "blame", Level.ERROR,
    "This puts the fault on the customer, a supplier or an employee; people hold the brand responsible, and see it duck.",
    "Say what we did or failed to do, and what we change.",
    "Coombs 2007 (scapegoating); Lewicki, Polin and Lount 2016",
    all_of(
        looking_for("""
            you should|ought_to|could|might|must|needed_to|were_supposed_to|were_meant_to|were_told_to|'d have|to|'ve? ~1 checked|read|known|asked|waited|used|followed|contacted|noticed|seen|kept|saved|taken|looked|called|been_more|been_careful|thought|tested|ordered|planned|backed|charged|updated|measured|cleaned|paid|realised|realized|avoided|double-checked|reported|registered|arrived|come|left|stored|complained|cancelled|bought|chosen !from
            should've|should_have read|checked|known|asked|followed|backed|looked ~6
            had you|if_you_had|if_you'd|if_only_you|if_only_you_had|if_only_you'd only|just|actually|simply|properly|first|bothered_to? read|checked|followed|told|asked|used|called|waited|kept|contacted|looked|been|updated|paid|listened|measured|reported|installed|stored|charged|cleaned|taken|done|saved
            your|customer|user|human|pilot|driver|operator own? error|fault|mistake|negligence|carelessness|misuse|failure|doing|misunderstanding|choice|decision|impatience
            customer's|user's|customers'|users'|buyer's|client's|passenger's fault|error|mistake|misuse|responsibility|own|failure
            you|customers|users|customer|user clearly|simply|just|have|has|had|probably? misused|mishandled|misread|misunderstood|mistyped|ignored|neglected|forgot|failed_to|broke_it|dropped_it|damaged_it|overloaded|overcharged_it|left_it|chose_to|brought_this|brought_it|caused_this|caused_it|caused_the|opened_it|installed_it|used_it|agreed_to|missed_the|clicked|signed_up_for wrong*|incorrectly|improperly|badly|too_long|the_wrong|against?
            you|customers|users entered|gave|typed|used|ordered|chose|selected|picked|clicked|put|provided|supplied|wrote|booked|installed|uploaded us? a|the|an? wrong|incorrect|outdated|incomplete
            you|customers|users entered|used|installed|assembled|stored|washed|charged|handled|typed|operated ~4 wrongly|incorrectly|improperly|wrong|the_wrong_way|badly
            because|since|as|when|after you|customers|users|people ~1 ignored|misused|forgot|failed|refused|waited_too_long|left_it|dropped|chose_to|insisted|overcharged|overloaded|misread|neglected
        """, unless="should have received\nshould have been able\nnot your fault\nour fault\nnot your"),
        looking_for("""
            you|customers|users didn't|did_not|don't|do_not|never|haven't|have_not|failed_to|weren't|refused_to|neglected_to bother_to|properly|even|correctly|simply? follow|read|check|listen|use|update|pay|contact|tell|told|call|called|keep|charge|wait|close|cancel|save|saved|provide|give|gave|install|register|back|ask|asked|reply|answer|clean|store|mention|complete|confirm|enter|respect|comply|turn|switch|set ~3 instruction*|manual|label|terms|properly|correctly|in_time|on_time|us|first|right|wrong|it|advice|guide*|warning*|rules|email|emails|details|information|up|app|description|address
            it's|that's|it_is|that_is|this_is|this_was|it_was not our|ours fault|mistake|error|doing|responsibility
            not our|my fault|mistake|error|doing|responsibility
            wasn't|isn't our|my fault|mistake|error|doing|responsibility
            nothing to do with us|our
            not caused by us|our
        """, negated=True, unless="won't|not say|claim|pretend"),
        looking_for(f"""
            our|the|a|an|one_of_our ~2 {_THEM} fault|error|mistake|failure|'s_fault|negligence|incompetence|blunder
            supplier's|vendor's|contractor's|courier's|carrier's|partner's|manufacturer's|agency's|driver's|employee's|intern's|colleague's|worker's|trainee's|company's|provider's|staff's|developer's|agent's|franchisee's fault|error|mistake|failure|negligence|blunder|doing|responsibility|decision|problem|carelessness
            suppliers'|partners'|employees'|contractors' fault|error|mistake|failure|responsibility
            our|the|a|an|one_of_our|this|some|that|individual|single|lone|rogue ~2 {_THEM} of? ours? ~3 failed|messed_up|screwed_up|let_us_down|let_you_down|didn't_follow|did_not_follow|ignored|lost|forgot|made_a_mistake|made_an_error|made_the_mistake|made_mistakes|acted_alone|acted_on|acted_without|posted|published|is_responsible|are_responsible|was_responsible|were_responsible|is_to_blame|are_to_blame|was_to_blame|were_to_blame|caused|sent_us|sold_us|gave_us|shipped_us|delivered_us|dropped_the_ball|broke|damaged|violated|went_rogue|misread|mishandled|misunderstood|disregarded|wrote|delivered_a|delivered_the|was_careless|was_negligent|is_at_fault|was_at_fault|were_at_fault|got_it_wrong|made_this|did_this|neglected|delivered_late|did_not_do|didn't_do|didn't_check|did_not_check|sent_the_wrong|sent_out|was_not_paying|wasn't_paying|didn't_deliver|did_not_deliver|provided_us|supplied_us|supplied_a|supplied_the|used_the_wrong|mislabelled|mislabeled|mixed_up|slipped_up|leaked|overlooked
            caused|created|introduced|down|due|thanks|made|done|triggered|attributable|owing|traced by|to|entirely_by|solely_by|entirely_to|solely_to|purely_by|only_by|back_to a|an|our|one_of_our|the|one|individual|human|some? ~2 {_THEM}|partners|third-party
            because|since|as|when our|the|a|an|one_of_our ~1 {_THEM} ~2 failed|didn't|did_not|lost|delivered|sent|was|were|had|made|forgot|ignored|broke
            blame|fault|responsibility|error|mistake|problem lies|lay|rests|rested|is|was|belongs|sits|goes entirely|solely|fully|squarely|clearly? with|to|on|lies_with|down_to the|our|a|an|your|you ~2 {_THEM}|customer*|user*|you|them|parents
            blame|ask|complain_to|talk_to|take_it_up_with|take_that_up_with|take_this_up_with|speak_to the|your|our ~2 {_THEM}|bank|government|weather|parents|regulator
            rogue|disgruntled|careless|incompetent|former|lone|single|junior|inexperienced|one_bad employee*|worker*|staff*|colleague*|intern|apple|contractor|agent|member*
            user|customer|operator error|misuse
            a|one few? bad apple*
            somebody|someone else's|elses fault|mistake|problem|error
            out of|beyond|outside our|my hands|control
            you|you've|you_have|customers|people only|brought have_yourself|yourself_to_blame|have_yourselves|this_on_yourself|it_on_yourself|it_upon_yourself|this_upon_yourself|themselves_to_blame
            you|customers|users are|were|have to|at|only|partly|yourself|largely|entirely ~1 blame|fault|responsible|yourself_to_blame
            your expectations|lack_of|failure|misuse|inability|refusal|decision|phone|device|browser|internet|connection|wifi ~4 is|are|was|were|led|caused ~1 to_blame|unrealistic|the_problem|the_cause|at_fault|to_this|this|the_issue|responsible
        """, unless="we chose\nnot your fault\nour responsibility\non us\nwe should"),
    ),
)

DISMISSIVE: Final = Rule(
    "dismissive", Level.ERROR,
    "This makes the person's trouble small or sends them away; it is what gets quoted.",
    "Take the trouble as it is for them: “That is a day of your holiday gone.”",
    "Danescu-Niculescu-Mizil et al. 2013; Coombs 2007",
    all_of(
        looking_for("""
            calm|chill|simmer|settle|cool|lighten|grow|cheer|wise|man|toughen|loosen down|up|out|off|it !jacket
            relax|chill|breathe !in|with|at
            take a|some chill_pill|deep_breath|breath
            deep breath
            overreact*
            overly|too|so|a_bit|a_little|needlessly|unnecessarily sensitive|dramatic|emotional|hysterical|touchy|upset_over|demanding|fussy|picky
            drama queen|over
            stop being|complaining|whining|moaning|crying|overreacting|exaggerating|overthinking|making|worrying|panicking
            no need|reason|point|use to|for|in? panic|shout|be_upset|be_angry|get_upset|get_angry|overreact|worry_about_this|drama|complain|complaining|exaggerate|be_rude|be_so|make_a_fuss|get_worked_up|all_this|hysteria|arguing|crying|get_emotional|fuss
            get|getting over it|this|yourself
            get a life|grip
            deal with it !today|now|for_you|right|as|tonight
            suck it up
            live with it
            tough luck|break
            too bad
            oh well
            move|moving on
            let it|this|that go
            first-world problem*
            not|isn't|hardly|n't a|such_a|that|the|really? big_deal|end_of_the_world|huge_deal|rocket_science
            it's|it_is|it_was|this_is|that's|this_was|that_is|they're|there's just|only|merely|just_a|nothing_but ~2 a|one|some|few|minor|little|small|phone|game|joke|money|day|cup|app|food|hour|minor_thing
            much ado
            storm|tempest in a teacup|teapot
            making|make a mountain|scene|fuss|drama|big_deal|too_much
            nobody|no_one|none_of_our_customers|not_a_single_customer|few_people else|other|has|have? ~1 complained|complains|noticed|minded|minds|cares|seems_to_mind|has_a_problem|had_a_problem|had_this|has_this|reported|is_complaining|was_bothered
            everyone|everybody|most else|people|customers|other_customers ~1 loves|love|likes|like|happy|seems_happy|fine|managed|is_happy|are_happy|is_fine|are_fine|had_no_problem|has_no_problem|manages|seems_fine
            you're|you_are|you_seem_to_be|you_must_be the|our|literally only|first person|one|customer?
            you're|you_are the only|first one|person|customer|who
            whatever !the|it|you_need|we|they|happens|happened|your|comes|caused|day|time|way|size|its
            that's|this_is|that_is|it's|it_is just|simply|how|the_way how|the_way|life|business|it|things ~4 works|work|is|are|goes|go|policy|it_goes|works_here
            that's|that_is life|business|showbiz|the_way_it_goes|how_it_goes|show_business
            it is what it is
            these|those|such|this|stuff|shit|accidents things|stuff|happen|happens|accidents|kind_of_thing ~2 happen|happens|sometimes|occur|all_the_time
            things|accidents|delays|bugs|stuff happen|happens|occur
            if you don't|do_not|'re_not|are_not|aren't|hate|dislike|think ~2 like|happy|it|this|want|satisfied|agree|better ~4 shop|go|leave|buy|find|don't|feel_free|try|use|look|take|switch|nobody|unfollow|cancel|stop|there|elsewhere
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
            your|this|such|that|another ~1 rant|whining|tantrum|moaning|drama|hysteria|outrage|nonsense|so-called_problem|silly_complaint|petty_complaint|meltdown
            petty|silly|trivial|minor|tiny|small|little|mere|slight|simple complaint|issue|thing|problem|inconvenience|hiccup|detail|glitch|matter|annoyance|hassle|blip|setback|concern
            we've|we_have|i've got|have? better|bigger|more_important|other|real things|problems|fish|customers
            there are|'re bigger|worse|more_important|real|more_serious problems|things|issues|worries
            could be|have_been|'ve_been much|far|a_lot? worse
            don't be so? silly|dramatic|ridiculous|sensitive|a_baby|a_child|rude|difficult
            thanks|thank_you for your|the opinion|rant|unsolicited|two_cents|essay|novel
            yawn
            boo hoo
            cool story
            ok|okay boomer|karen|then|buddy|pal|sweetheart
            think|i_think you|you'll|you'd|you're? survive|live|get_over|be_fine|manage|'ll_survive
            you'll|you_will survive|live|get_over|be_fine|manage|cope
            count yourself lucky
            be grateful|thankful|glad|happy_that
            we're|we_are|i'm not going|here|a|able|obliged to|charity ~2 argue|discuss|debate|babysit|hold|listen
            end of story|discussion|conversation|debate
            case closed
            nothing|something out of the ordinary
            what|why did|do|are you expect|so|even|making|complaining|upset|want_us|want_from_us
            good luck with that|finding|elsewhere
            learn to|how_to
            have some patience
            be patient !with
            don't|do_not|no_need_to|stop worry* about_nothing|so_much|over
            don't|do_not make|get|take ~2 fuss|drama|worked_up|hysterical|personally|so_seriously|scene|big_deal|upset_about
        """,
            unless="had you\nshould have|should've read\nnot|never overreact*\naren't overreact*\nno excuse\nbig deal for you\nlet us know"),
        looking_for("""
            not|isn't|hardly|nothing_but a|such_a|that|the|really|that_much_of_a? big_deal|end_of_the_world|huge_deal|big_problem|that_bad|that_serious|that_big
            not|isn't|hardly|ain't our|my|really_our problem|concern|job|business
            nothing we|i|else_we|more_we|much_we can|could|'re_able_to do
            we|i can't|cannot|can_not|could_not|couldn't do anything|more|help_you|please_everyone
            not|isn't|wasn't|aren't that|so|as ~1 bad|serious|difficult|hard|important|expensive|long|big
            not worth
            nobody|no_one else|other|has|forced|forces|makes|asked|is_forcing|cares ~2 complained|complains|noticed|minded|minds|cares|you|mind|problem|about
            don't|do_not|never|no_need_to|needn't make|get|take|be|panic|shout|cry|whine ~2 fuss|drama|worked_up|hysterical|personally|so_seriously|scene|big_deal|upset|silly|dramatic|ridiculous|sensitive|baby|child|difficult|hysterics
            if you don't|do_not|'re_not|are_not|aren't ~1 like|happy|want|agree|satisfied ~5 shop|go|leave|buy|find|don't|feel_free|try|use|look|take|switch|nobody|unfollow|cancel|stop|there|elsewhere|door|somebody|someone|competitor*
            no big deal
            no need|reason to|for ~1 panic|shout|upset|angry|overreact|drama|complain|exaggerate|rude|fuss|worked_up|hysteria|emotional|offended
        """, negated=True, unless="we know\nwe understand\nfor you"),
    ),
)

RULES: Final = (NON_APOLOGY, DEFENSIVE, BLAME, DISMISSIVE)
