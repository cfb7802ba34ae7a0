"""Rules of single phrases about the person: blame and dismissal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.wording import all_of, looking_for

_THEM: Final = "supplier*|vendor*|contractor*|subcontractor*|courier*|carrier*|partner*|manufacturer*|agency|driver|franchisee*|distributor*|warehouse|logistics_partner|delivery_company|delivery_partner|delivery_firm|payment_provider|third-party|third_part*|employee*|intern|staff_member|member_of_staff|colleague*|staff|worker*|temp|trainee|junior|agent|developer|engineer|technician|cashier|postal_service|post_office|hosting_provider|cloud_provider|airport|software_provider|baker|cook|chef|freelancer|influencer|manager|provider|haulier*|shipper*|forwarder*|printer*|landlord*|plumber*|electrician*|telecom*|network_operator|wholesaler*|grower*|farmer*|retailer*|reseller*|dealer*|importer*|packer*|logistics|translator*|photographer*|caterer*|security_firm|security_company|cleaner*|cleaning_company|volunteer*|apprentice*|newcomer|new_hire|builder*|installer*|consultant*|moderator*|call_centre|call_center|nurse*|doctor*|waiter*|pilot*|crew|shift|night_shift|front_desk|back_office|reception|dispatch*|porter*|steward*|guard*|operator|vendor|lab|laboratory|upstream|middleman|broker*|dealership"

#: "This is the baker's fault": whoever has the fault, but for us and nobody.
_THEIRS: Final = re.compile(
    r"\b(?:this|that|it|which|all)(?:'s| is| was| must be| has to be)(?: (?!not|never|no)\w+){0,3} "
    r"(?!our|my|nobody|anybody|no-one|today|yesterday)[a-z][\w-]+(?:'s|s') (?:own )?(?:fault|error|mistake|doing|failure|negligence)\b"
)


def _somebodys(draft: Draft, _: Brief) -> Iterator[Hit]:
    return (Hit(*found.span()) for found in _THEIRS.finditer(draft.own) if not draft.denied(found.start()))


BLAME: Final = Rule(
    "blame", Level.ERROR,
    "This puts the fault on the customer, a supplier or an employee; people hold the brand responsible, and see it duck.",
    "Say what we did or failed to do, and what we change.",
    "Coombs 2007 (scapegoating); Lewicki, Polin and Lount 2016",
    all_of(
        _somebodys,
        looking_for("""
            you should|ought_to|could|might|must|needed_to|were_supposed_to|were_meant_to|were_told_to|'d have|to|'ve? ~1 checked|read|known|asked|waited|used|followed|contacted|noticed|seen|kept|saved|taken|looked|called|been_more|been_careful|thought|tested|ordered|planned|backed|charged|updated|measured|cleaned|paid|realised|realized|avoided|double-checked|reported|registered|arrived|come|left|stored|complained|cancelled|bought|chosen !from
            should've|should_have read|checked|known|asked|followed|backed|looked ~6
            had_you|if_you_had|if_you'd|if_only_you|if_only_you_had|if_only_you'd|next_time_you|maybe_if_you|perhaps_if_you only|just|actually|simply|properly|first|bothered_to? read|checked|followed|told|asked|used|called|waited|kept|contacted|looked|been|updated|paid|listened|measured|reported|installed|stored|charged|cleaned|taken|done|saved
            your|customer|user|human|pilot|driver|operator own? error|fault|mistake|negligence|carelessness|misuse|failure|doing|misunderstanding|own_choice|own_decision|impatience
            customer's|user's|customers'|users'|buyer's|client's|passenger's fault|error|mistake|misuse|responsibility|own|failure
            you|customers|users|customer|user clearly|simply|just|have|has|had|probably? misused|mishandled|misread|misunderstood|mistyped|ignored|neglected|forgot|failed_to|broke_it|dropped_it|damaged_it|overloaded|overcharged_it|left_it|chose_to|brought_this|brought_it|caused_this|caused_it|caused_the|opened_it|installed_it|used_it|agreed_to|missed_the|clicked|signed_up_for wrong*|incorrectly|improperly|badly|too_long|the_wrong|against?
            you must_have|probably|may_have|might_have|could_have|seem_to_have|appear_to_have|evidently|apparently|presumably|likely ~1 entered|typed|used|ordered|clicked|pressed|chosen|chose|selected|misread|missed|forgotten|forgot|lost|broken|dropped|left|put|given|gave|picked|booked|spilled|overlooked|deleted|misplaced|ignored|installed|unplugged|mixed|set|confused|washed|stored|done|made|not
            did you even|actually|really|bother|at_least read|check|try|look|plug|charge|ask|follow|turn|open
            are you sure ~2 you|that|it
            people|customers|users|folks who|should|must|need|ought|have to? ~2 read|check|learn|follow|ignore|ignored|misuse|complain|wait|take_care|be_more_careful
            you|customers|users entered|gave|typed|used|ordered|chose|selected|picked|clicked|put|provided|supplied|wrote|booked|installed|uploaded us? a|the|an? wrong|incorrect|outdated|incomplete
            you|customers|users entered|used|installed|assembled|stored|washed|charged|handled|typed|operated ~4 wrongly|incorrectly|improperly|wrong|the_wrong_way|badly
            this|that|it|delay|delays|problem|problems|issue|fault|error|outage|charge is|was|'s|are|were|comes|came|lies|lay|starts|began probably|clearly|usually|often|mostly|entirely|likely|simply|all? down_to|because_of|due_to|caused_by|on|with|from|the_fault_of your ~1 bank|phone|device|browser|router|provider|carrier|insurer|internet|wifi|connection|settings|landlord|employer|card|card_issuer|mobile_provider|operator|isp|end|side|own|doctor|vet
            that's|it's|that_is|it_is|this_is on you|your_end|your_side|your_bank
            fault|problem|mistake|error|issue|responsibility is|was|lies|lay|sits|must_be on|with|at your end|side|hands|bank|phone|device|provider|own_end
            you're|you_are|you_were the one|ones|person who|that
            you brought|asked|signed|walked|knew ~1 this_on|it_on|for_it|for_this|into_this|the_risk|the_risks|what_you_were|what_you_signed|about_the_risk
            your expectations|expectation were|was|are|is too_high|unrealistic|unreasonable
            you|customers|users|parents|passengers|guests|drivers|people did_this|do_this|caused|are_responsible|have_a_duty|need_to_take_responsibility|must_take_responsibility|share_the_blame|share_some|bear_some ~2 to_yourself|to_yourselves|themselves|by|for|it|this|responsibility
            if|had only? customers|users|people|passengers|parents|patients|guests|everybody|everyone|you|someone ~1 had|'d|only|just|would_have ~1 reported|told|said|read|checked|followed|waited|asked|used|listened|kept|looked|complained|called|warned|noticed|been_more|paid|spoken|come_forward|done
            customers|users|people|passengers|parents|patients|guests should|could|ought_to|must have_been|have ~1 reported|told|said|read|checked|followed|waited|asked|used|listened|kept|looked|called|warned|noticed|known|paid|more
            looks|seems|appears ~2 you ~2 used|chose|typed|entered|forgot|missed|misread|broke|dropped|left|put|ordered|picked|installed|ignored ~3 wrong|incorrect|too|not|without|warning*|instructions
            because|since|as|when|after you|customers|users|people ~1 ignored|misused|forgot|failed|refused|waited_too_long|left_it|dropped|chose_to|insisted|overcharged|overloaded|misread|neglected
        """, unless="should have been seen|told|asked|warned|informed|contacted|called|given|paid|offered|treated|checked|able|met|heard|helped|let|safe|refunded\nshould have received\nshould have been able\nnot your fault\nif|in_case|where you ~1 entered|gave|typed|used|ordered|chose|selected|picked|clicked|put|booked|provided ~9 you|we|just can|may|will|change|correct|edit|write|send|fix|tell\nour fault\nnot your\nread|misread|missed|misunderstood|misinterpreted ~2 our|my"),
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
            it|this|that was|is|were our|the|a|an|one_of_our ~2 {_THEM} who|that|which !told|noticed|found|helped|reported|saw|warned
            mistake|error|oversight|slip|slip-up|failure|blunder|negligence|carelessness ~1 by|of|from|with|made_by|on_the_part_of our|the|a|an|one_of_our ~2 {_THEM}
            user|customer|operator error|misuse
            a|one few? bad apple*
            this|that|it|delay|delays|problem|fault|error|outage|mix-up is|was|'s|lies|are|were entirely|simply|all|solely|clearly|largely|mainly? down_to|on|with|because_of|due_to our|the|a|an|one|one_of_our|my ~2 {_THEM}
            our|the|a|an|one_of_our|this|that ~2 {_THEM} ~2 pressed|clicked|pushed|typed|forwarded|copied|deleted|opened|took|wired|turned|connected|put|gave|used|did|made|got|sent|printed|delivered|entered|installed|packed|loaded|wrote|picked|chose|shipped|set|filled|mixed|built|wired|fitted|labelled|charged|told|forgot ~2 wrong|late|incorrect*|badly|nothing|mistake*|error*|the_old|an_old|faulty|defective|broken|expired|incorrectly|poorly|a_mess|too_much|too_little
            driver|employee|colleague|agent|worker|member_of_staff|staff_member|technician|courier|person ~2 question|concerned|responsible ~2 did_not|didn't|failed|ignored|broke|acted|made|was|has_been|will_be
            this|that|it|so_this|so_that is|was ~1 his|her|their|theirs|hers own? failure|fault|mistake|error|doing|responsibility|decision|negligence|problem
            previous|former|last|old owner*|management|team|tenant|supplier|contractor|ceo|agency|administration ~3 left|failed|made|caused|ignored|did|never|is_to_blame|was_responsible|were_responsible|got_us
            our|the|my hands|people|team|staff|drivers|workers were|was let_down_by|misled_by|misinformed_by|badly_advised_by
            we|i were|was|got|have_been|had_been let_down|misled|misinformed|badly_advised|lied_to|deceived by
            take|taken|took|taking it|this|that up with ~2 bank|provider|courier|manufacturer|council|landlord|retailer|seller|airport
            weather|government|council|regulator|pandemic|brexit|strike|unions|union|media|press|competitor* is|are|was|were ~1 to_blame|at_fault|responsible|the_reason
            only|really|just have|has|got themselves|yourself|yourselves|himself|herself ~1 blame|thank
            somebody|someone else's|elses fault|mistake|problem|error|job
            out of|beyond|outside our|my hands|control
            you|you've|you_have|customers|people only|brought have_yourself|yourself_to_blame|have_yourselves|this_on_yourself|it_on_yourself|it_upon_yourself|this_upon_yourself|themselves_to_blame
            you|customers|users are|were|have to|at|only|partly|yourself|largely|entirely ~1 blame|fault|responsible|yourself_to_blame
            your expectations|lack_of|failure|misuse|inability|refusal|decision_to|phone|device|browser|internet|connection|wifi ~4 is|are|was|were|led|caused ~1 to_blame|unrealistic|the_problem|the_cause|at_fault|to_this|this|the_issue|responsible
        """, unless="date|list|address|text|it|that|this|them from us\nwe chose\nand|but we ~1 had|did|should|failed|gave|let|never ~1 no|not|never|them|it|nobody|have|to\nnot your fault\nour responsibility\non us\nwe should"),
    ),
)

#: "Whatever." shrugs; "whatever you wrote" does not.
_WHATEVER: Final = re.compile(r"(?:^|(?<=[.!?,;\n] ))(?:but |ok |okay |yeah |well )?whatever(?=\s*(?:[.!,;\u2026\u2014-]|$))")

#: An order to be glad; "we would be glad" is none.
_BE_GLAD: Final = re.compile(r"(?:^|(?<=[.!?,;\n] ))(?:so |and |just |please )*be (?:happy|glad|thankful|grateful|pleased)\b")


def _whatever(draft: Draft, _: Brief) -> Iterator[Hit]:
    return (Hit(*found.span()) for said in (_WHATEVER, _BE_GLAD) for found in said.finditer(draft.own))


DISMISSIVE: Final = Rule(
    "dismissive", Level.ERROR,
    "This makes the person's trouble small or sends them away; it is what gets quoted.",
    "Take the trouble as it is for them: “That is a day of your holiday gone.”",
    "Danescu-Niculescu-Mizil et al. 2013; Coombs 2007",
    all_of(
        _whatever,
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
            move|moving on !from|to|with|and
            better|other|more_important things|stuff|hobbies to|than ~1
            let it|this|that go
            first-world problem*
            not|isn't|hardly|n't a|such_a|that|the|really? big_deal|end_of_the_world|huge_deal|rocket_science
            it's|it_is|it_was|this_is|that's|this_was|that_is|they're|there's just|only|merely|just_a|nothing_but ~2 a|one|some|few|minor|little|small|phone|game|joke|money|day|cup|app|food|hour|minor_thing
            you're|you_are|you_seem_to_be|people_are|you_keep ~1 blowing|making|turning ~3 proportion|mountain|fuss|drama|meal_of|scene|too_much|crisis|scandal|big_thing
            keep|put|see|let's_keep|let's_put|try_to_keep ~2 perspective|proportion
            some|bit_of|sense_of|little perspective here?|please
            see|seeing|understand|get the problem|fuss|big_deal|drama|issue_here
            grow|get|develop a? thicker|thick skin
            sense of humour|humor
            can't|cannot take a? joke|criticism
            it's|it_was|that's|this_was|this_is|that_was|just|only only|just|meant_as|merely? a|some|meant_as_a? ~1 joke|prank|laugh|banter|teasing|bit_of_fun|fun
            snowflake*|crybab*|cry-bab*|whiner*|moaner*|time-waster*|timewaster*|attention-seek*|keyboard_warrior*
            get used to
            join the|our queue|club
            wait|queue like everyone|everybody|all_the_others
            you're|you_are hardly|scarcely|far_from the only|first|only_one
            hundreds|thousands|millions|plenty|lots|loads of ~2 people|customers|messages|others|orders|users ~2 happy|manage|managed|satisfied|no_complaint*|without_complain*|never_complain*
            worse|stranger things happen
            nobody's|nobody_is|no_one_is|no-one_is|we're_not|we_are_not perfect
            hardly|barely|scarcely a|an|the ~1 disaster|catastrophe|tragedy|crisis|emergency|scandal|issue|problem|crime|hardship|big_deal
            such a? ~1 fuss|drama|song_and_dance|big_deal|outcry|stink about|over|for
            all this|the|that fuss|drama|outrage|noise|anger|shouting about|over|for|is
            small|little|minor|trivial|silly ~3 such|this|so_much ~1 fuss|drama|outrage|noise|stir
            sounds like a? you|your|personal problem
            wah|waah|boo-hoo
            vote with your
            take it or leave
            if it|this|that bothers|upsets|offends you|anyone ~2 so_much|that_much|don't|then|look|scroll|go
            scroll on|past|along
            plenty|lots of other fish|shops|airlines|options|companies|places
            there's|there_is|know_where|where the door|exit
            off you go
            bye|goodbye|bye-bye then|felicia
            happy to see|watch you go|leave
            dream on
            cry me
            what's|whats|what_is|what the|your ~1 fuss|drama|big_deal|harm_in
            could|couldn't|we_could|i_could care less
            not worth|a ~1 fuss|trouble|time|our_time|discussing|effort|drama|tragedy|disaster|crisis
            you'll|you_will|you'd just? have|need to ~1 cope|adapt|survive|put_up|live_with|deal
            you|you_all|people|customers|everyone|passengers|guests|critics|users ~1 should|must|ought_to|could|can|might ~1 be happy|glad|thankful|grateful|pleased|lucky
            your ~1 drama|tone|attitude|outburst|hysterics ~1 are|is|was|aside|not
            mind your|the language|tone|manners|words
            watch your tone|language|mouth
            childish|pathetic|hysterical|ridiculous|laughable|silly|petty|paranoid|whiny
            nobody|no_one|no-one likes a ~1 complainer|moaner|whiner
            spare us|me the|your|this
            did you|that really? expect|think ~6 for_that_price|at_that_price|for_free|at_this_price
            you get what you
            what a|an ~1 overreaction|drama|fuss|baby
            much ado
            just|simply|please_just ignore|forget|deal_with_it|live_with|get_over|get_used|move_on|accept_it|put_up|suck|cope|chill|relax
            goes|go|will_go away ~1 by|on itself|its_own|their_own|themselves
            surely|really|honestly|seriously you|there ~1 have|are|can|must better|worse|bigger|more
            hardly|barely|scarcely worth|noticeable|matters|anything|a_reason
            could|might|have|be ~1 be|been? much|far|a_lot? worse
            at least you|it|nobody|no_one|your ~1 have|got|had|still|is|was|works|can|were|are
            few|no real|actual|serious reason|grounds|cause to|for ~1 complain*|complaint*|worry|upset|angry|panic
            whatever you|floats say|think|want_to_believe|reckon|your_boat
            storm|tempest in a teacup|teapot
            making|make a mountain|scene|fuss|drama|big_deal|too_much
            nobody|no_one|none_of_our_customers|not_a_single_customer|few_people else|other|has|have? ~1 complained|complains|noticed|minded|minds|cares|seems_to_mind|has_a_problem|had_a_problem|had_this|has_this|reported|is_complaining|was_bothered
            everyone|everybody|most else|people|customers|other_customers ~1 loves|love|likes|like|happy|seems_happy|fine|managed|is_happy|are_happy|is_fine|are_fine|had_no_problem|has_no_problem|manages|seems_fine
            you're|you_are|you_seem_to_be|you_must_be the|our|literally only|first person|one|customer?
            you're|you_are the only|first one|person|customer|who
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
            your|this|such|that|another ~1 rant|whining|tantrum|moaning|drama|hysteria|nonsense|so-called_problem|silly_complaint|petty_complaint|meltdown
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
            we're|we_are|i'm not going|here|a|able|obliged to|charity ~2 argue|discuss|debate|babysit|hold|listen !about_who|over_who|about_whose
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
            unless="if you ~1 read\nyou'd|have|had|has|i|we|they|he|she|who read\nnobody|no_one noticed ~2 for|until\nwe|they ~2 nobody noticed\nand nobody|no_one noticed\nhad you\nshould have|should've read\nnot|never overreact*\naren't overreact*\nno excuse\nbig deal for you\nlet us know"),
        looking_for("""
            not|isn't|hardly|nothing_but a|such_a|that|the|really|that_much_of_a? big_deal|end_of_the_world|huge_deal|big_problem|that_bad|that_serious|that_big
            not|isn't|hardly|ain't our|my|really_our problem|concern|job|business
            nothing we|i|else_we|more_we|much_we can|could|'re_able_to do
            we|i don't|do_not|haven't|have_no|'ve_no have|got? ~1 time|energy|patience|interest for|to|in this|that|such|you|your|argue|answer|everyone|every|deal|these|complaints
            we|i can't|cannot|can_not|could_not|couldn't do anything|more|help_you|please_everyone
            sorry|unfortunately|afraid|sadly|regret* but|that? we|i? can't|cannot|can_not|unable_to|not_able_to ~1 help|assist !with|by|but|you_here|here|before|until|while|in
            it's|that's|it_is|that_is your|entirely_your|up_to|purely_your|your_own choice|decision|you|problem to|if|whether ~1 use|buy|shop|fly|stay|complain|order|leave|come|eat|travel|follow|read
            not|isn't|wasn't|aren't that|so|as ~1 bad|serious|difficult|hard|important|expensive|long|big
            not worth
            as if|though ~1 anyone|anybody|someone|somebody|people|it|we ~2 died|dead|hurt|killed|drowned|bleeding|burned_down|end_of_the_world|poisoned
            don't|do_not|can't|cannot|fail_to|hardly|barely really|quite|honestly|even? see|get|understand|know what|why|the|how|where ~3 fuss|outrage|drama|big_deal|problem_is|problem_lies|upset|complaining|problem
            see|get the|any|a problem|issue|fuss with|here
            most|nearly_all|almost_all|the_majority_of ~1 people|customers|users|guests|visitors|passengers haven't|have_not|didn't|did_not|don't|do_not|never|won't even? notice*|mind|care|complain*|see|have|had ~1
            nobody|no_one else|other|has|forced|forces|makes|asked|is_forcing|cares ~2 complained|complains|noticed|minded|minds|cares|you|mind|problem|about
            don't|do_not|never|no_need_to|needn't make|get|take|be|panic|shout|cry|whine ~2 fuss|drama|worked_up|hysterical|personally|so_seriously|scene|big_deal|upset|silly|dramatic|ridiculous|sensitive|baby|child|difficult|hysterics
            if you don't|do_not|'re_not|are_not|aren't ~1 like|happy|want|agree|satisfied ~5 shop|go|leave|buy|find|don't|feel_free|try|use|look|take|switch|nobody|unfollow|cancel|stop|there|elsewhere|door|somebody|someone|competitor*
            no big deal
            nobody|no_one|no-one|none_of_you|it_is_not_as_if_anyone has|is|will? ever? died|dying|dead|die !in|at|on|from|of
            no need|reason to|for ~1 panic|shout|upset|angry|overreact|drama|complain|exaggerate|rude|fuss|worked_up|hysteria|emotional|offended
        """, negated=True, unless="we know\nwe understand\nfor you\nleast nobody|no_one\nnobody|no_one noticed|told|checked|answered ~3 for|until|us"),
    ),
)

RULES: Final = (BLAME, DISMISSIVE)
