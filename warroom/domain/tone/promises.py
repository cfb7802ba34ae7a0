"""Rules of what a lead or legal has to agree to: promises, admissions, what is confidential."""

from __future__ import annotations

from typing import Final

from warroom.domain.tone import inside, law, tongues, vows
from warroom.domain.tone.kinds import Level, Rule
from warroom.domain.tone.wording import all_of, looking_for

OVER_PROMISE: Final = Rule(
    "over-promise", Level.WARNING,
    "Nobody can keep this for certain; the first exception becomes the next story.",
    "Say what you do and by when: “Two people check each batch from Monday.”",
    "Coombs 2007; Lewicki, Polin and Lount 2016",
    all_of(
        looking_for(tongues.OVER_PROMISE, negated=True),
        vows.VOWS,
        looking_for("""
            it's|is|are|be|becomes now|absolutely|technically|completely|simply? impossible ^1 for|to ^1 anyone|anybody|hackers|thieves|this|it|break|happen|steal|again
            guarantee|guarantees|guaranteed|guaranteeing !card|is|ends|period|claim|for_two|covers|runs|on_the|on_your|of_the_hinge|fund|still_covers|applies
            we|i|you_have_our|you_have_my|on_my|on_our|give_you_our|gave_you_our promise|vow|swear|pledge|word|solemn_promise|guarantee !to_post|to_write|to_answer|to_keep_you_posted
            never|not|won't_ever|will_never|not_ever happen|occur|have|be|see|experience|face|suffer|go|fail|let|worry|lose|make|break|repeat|wait|again ~8 again
            never again !will_we_say
            not|no a|one|any|another|even|more ~5 will|shall|is_going_to|are_going_to|is_ever_going_to|would|can ever|again|be
            will|shall ever ~2 again
            word|promise|guarantee|assurance|vow|oath that|: ~8 ever|never|again|always|nobody|no_one|every
            under|in no circumstances|way|event|case ~2 will|can|shall|could|would|is
            in no way will|can
            no|nobody|no_one|no-one|nothing|none ~3 will|can|could|shall ever|again
            no|not_one|not_a_single|zero more|further|other|future ~1 delay*|outage*|mistake*|error*|problem*|leak*|incident*|cancellation*|surprise*|issue*|bug*|failure* from|after|ever|again|at|in|, ~2
            last|final time ~4 ever|you'll|you_will|this_happens|anything|this_will
            you'll|you_will|customers_will|everyone_will|we_will|we'll|nobody_will never|not ever? need|want|regret|see|hear|wait|worry|pay|lose|face|have
            all|every|everything|each ~3 will|is_going_to ~1 be ~1 perfect|flawless|fixed_for_good|fine|back_to_normal_forever|100|refunded_no_matter|solved_for_good
            ever again , ~3
            whatever it_costs|it_takes
            solve|solves|fix|fixes|end|ends|stop|stops|prevent|prevents ~3 for_good|once_and_for_all|forever|for_ever|permanently|for_all_time|completely
            put ~3 end to ~4 for_good|once_and_for_all|forever
            say|state|confirm|tell_you|promise ~1 with|in_all ~1 certainty|confidence
            hand on heart
            hundred percent|per_cent ~1
            perfectly|entirely|totally|completely|absolutely|fully fine|okay|ok|safe_to|under_control|problem-free|impossible
            fault-free|problem-free|trouble-free|leakproof|accident-free|crash-proof|future-proof|infallible|unsinkable|indestructible
            we|i will|'ll ~1 fix|solve|answer|refund|compensate|repair|replace|make_happy ~1 everything|everyone|every_single|all_of_it|each_and_every
            each and every_one|every_single|every_time|every_order|every_customer
            by tomorrow everything|all|every
            everyone|everybody|all_of_you|every_one_of_you|nobody|no_one|no_customer will ever|always|get|be ~2 full|whatever|happy|satisfied|again|wait|disappointed
            you have nothing|no_reason ~1 worry|fear
            nothing to worry|fear ~1
            rely|count|depend on ~3 always|every_time|forever|100
            as long as you live
            for the rest of your|my|our|their|his|her
            always|forever and|be ever|there_for
            every|each single ~3 will|is_going_to|gets|arrives|leaves|has_been
            remov*|eliminat*|exclud*|erases|ends|kills|abolish* all|any|every|each|the_last ~1 risk*|danger*|doubt*|problem*|error*|bacteria|germs|delay*|chance*
            rules|ruled|ruling|rule out ~2 any|all|every|further|future|another
            one|1 hundred percent|per_cent
            rest|sleep|breathe easy|easily
            you|nobody|no_one|we|it will|'ll ~1 never|not_ever ~2 crash*|fail*|break*|leak*|happen*|lose|lost|wait*|burn*|see|suffer*|regret*|worry
            stake my|our reputation|name|life
            you can|may be ~1 certain|sure|confident|positive that|of|we|it|this|there
            we|i know|are_certain|am_certain|are_sure|are_confident|are_positive ~2 for_certain|won't_happen|will_not_happen|never|100
            won't|will_not|can't|cannot|can_never|couldn't|couldn't_possibly|shall_not ~1 happen|occur|fail|be|break|recur|repeat|go_wrong|have ~5 again|ever|recur|repeated|problem|in_future
            impossible|no_way|no_chance|inconceivable for|that|of? this|it|that|such|them|any ~6 again|happen|recur|fail|twice|go_wrong|break|repeat*
            first|the_first and? last time
            the|our very? last outage|time|mistake|failure|incident|problem|recall|delay
            100%|1000%|110%|99.9%|99.99% !refund|of_the_price|of_your|of_the|of_our|of_what|cotton|recycled|wool|silk|linen|leather|down|polyester|vegan|organic|beef|juice|natural|vegetarian|recyclable|electric|renewable|merino|cashmere|arabica|bamboo|rubber|nylon|viscose|pork|lamb|fruit
            100|110|hundred percent|per_cent|% ~1
            completely|totally|absolutely|perfectly|entirely|fully|utterly|100 safe|secure|certain|sure|harmless|risk-free|reliable|foolproof|protected|fixed_forever|bulletproof
            zero|absolutely_no|no|without_any|no_possible|not_any|not_the_slightest risk|risks|danger|chance|doubt|possibility|side_effects ~3 to|for|of|whatsoever|at_all|that|with|in !promise
            risk-free|foolproof|bulletproof|fail-safe|failproof|unhackable|unbreakable|flawless
            definitely|certainly|undoubtedly|absolutely|unquestionably !nobody|everybody|nothing|clear|delighted|happy|a|the|not|right|understand|see|hear|agree|wrong|know|fair|deserve|should|unacceptable
            without fail|a_doubt|any_doubt|exception|question
            no matter what|how_long|the_cost|how_much
            whatever|everything it_takes|the_cost|humanly_possible|in_our_power|you_want|we_can_do
            do|doing|done anything|everything ~1 it_takes|in_our_power|possible|humanly
            spare|stop_at|sparing no_expense|no_effort|nothing
            every|each|all single? ~2 customer|customers|one_of_you|person|user|users|guest|passengers|passenger|of_you will|is_going_to|gets|shall ~6 compensated|happy|satisfied|refunded_in_full|made_whole|full_refund_no
            will|shall|we'll|i'll|you'll|'ll always|forever|never ever? !find|be_enough|be_able|bring|undo|forgive|make_up|be_on_us|be_here|welcome|sell|ever_sell|ever_share|share|ask|post|argue|blame|tell|forget|call|write|again_say
            you'll|you_will|nobody_will|no_one_will|they_will|it_will|that_will never|forever|always !find|forget|know|see_us_say
            from|from_now on|this_day ~3 always|never|perfect
            can|do|want_to|let_me|will|would_like_to assure|promise|reassure you|everyone|everybody|customers|all|our|that ~6 again|never|not|won't|no|always|safe|fixed|completely|every|nobody|100
            rest assured ~6 again|never|won't|always|safe
            assure|promise|reassure|assuring you|everyone|everybody|all ~6 again|never|won't|always|safe|fixed
            make|making|ensure|ensuring|ensures|see_to_it|made|guarantee sure? ~3 never|won't|doesn't|does_not|not|can't|cannot|no_one|nobody ~6 again|recur|repeated
            so|and that ~2 never|won't|can't|cannot|doesn't ~1 happen|happens|occur|recur ~2 again|recur
            permanently|forever|for_good|once_and_for_all ~1 fixed|solved|resolved|eliminated|gone|safe
            fixed|solved|resolved|eliminated|eradicated|prevented|ruled_out permanently|forever|for_good|once_and_for_all|for_all_time|for_all
            fully|completely|definitively|permanently resolved|eliminated|prevented|ruled_out|bug-free ~3 forever|ever|again
            nothing|nobody|no_one|none|no_customer|no_data like_this|of_the_kind|similar|will|can|could|is ~4 ever|again|be_affected|affected|go_wrong|leave|lose|be_lost
            bug-free|error-free|worry-free|hassle-free
            cross my|our heart
            you|they have|has our|my word|solemn_word|promise|guarantee
            our|my word|solemn_promise|personal_guarantee|personal_promise|solemn_vow that|,|is|on_it ~5
            full|unlimited|unconditional compensation|refund for? all|everyone|everybody|anything|ever|no_questions
            no questions asked
            always be|works|work|arrive|arrives|deliver|answer|available|on_time|get
            unconditional*
            eradicate*|eliminate* ~2 all|every|any|completely|entirely
            problem|issue|bug|fault|leak|outage is|has_been|was ~1 completely|totally|100|fully|entirely ~2 gone|fixed|solved|eliminated|behind
            mark my|our words
            no ifs , no|buts
            no buts
            there|it can|will|could ^1 be no|never ^1 further|more|other|another|second|next|repeat
            no|never|nobody|nothing|always|every|zero ~8 period|full_stop
            cannot|can't be ~6 period|full_stop
            stay|remain|be|are|is ^1 safe|secure|private|protected forever|for_ever|always
            you_have_my_word|count_on_it|you_can_count|you_can_bank|mark_it|rain_or_shine|come_rain|without_fail|absolutely_no_way|dead_certain|one_hundred
            every|each last|single one|penny|cent|bit|piece|file|photo|item|order|customer|case ^1 !of_your
            recover|restore|find|refund|return|fix|save|reach|answer|replace|get_back|repair ^1 every|all_of ^1 last|single|one|lost
            whatever|no_matter|regardless ^2 outcome|happens|comes|cost|takes|result|the_case|of_what ^1 we|you|it|i|, ^2 will|'ll|we'll|promise|get
            and always|forever will_be|remain|be
            never|nothing|nobody|no ^2 could|can|will ever|possibly ^1
            every|each|any single? second|minute|hour|day|time|moment|night of|, every|each ^1
            every|each single time|second|minute|order|parcel|flight|train|customer|day !we_get|it_happens|you
            on time|schedule|target every|each|always|all single|day|of|the
            always|forever|permanently|for_ever|all_the_time on|be|stay|remain|up|available|there|run|running|secure|safe ^1 !of_course
            from now|today|tomorrow|monday on|onwards|forward ^3 always|never|every|all|no|nothing|nobody|without|perfect|flawless*|100|zero
            hundertprozentig*|garantier*|garantiz*|garantiert|nie_wieder|nunca_más|nunca_mais|plus_jamais|jamais_plus|mai_più|100_prozent|jamás|versprechen|prometemos|prometo|promettons ^1
            worry|risk|trouble|error|bug|fault|stress|pain|delay|crash|fool|bullet|idiot free|proof
            cannot|can't|could_not|won't|will_not|couldn't ^1 possibly|ever|in_any_way fail|happen|break|go_wrong|be_wrong|leak|crash|be_hacked|be_beaten
            there|we ^1 is|are|'s|will_be ^1 absolutely|simply|literally|no|zero|not_a ^1 no|zero|way|chance|risk ^1 risk|danger|way|chance|of|possibility|that ^1 !yet
            come what may
            hell or high water
        """, unless="state|deposit|savings|bank|repair*|federal|government ~2 guarantee|guaranteed\nguarantee|guarantees ~5 month|months|year|years|per_person|scheme|fund\nyear|years|month|lifetime|two-year|one-year|three-year|five-year|money-back|price|manufacturer's|covered_by_the|under_the|under_our|covered_by_our guarantee\nmust|should|shouldn't|mustn't|ought not|never? ~1 happen|have_happened|be_allowed\nagain without\nmustn't|shouldn't happen\ncan't promise|guarantee\npeople|folks|customers|someone|some|there will always\ncannot promise|guarantee\npromised|said|told\nwould be cheap|easy|a_lie|dishonest|wrong|lying\nno guarantee\nwon't promise|guarantee\nnobody|no_one ~1 can|could guarantee|promise\nask|asked|asks|asking|want|wanted ~2 to guarantee|promise\nnot a guarantee"),
    ),
)

LEGAL_ADMISSION: Final = Rule(
    "legal-admission", Level.ERROR,
    "This is a statement of law: it can be read in court, and it can void an insurance.",
    "Own the deed in plain words (“this is on us”), and let legal read anything about liability.",
    "Coombs 2007; the approver's or legal's to say (docs/tone.md)",
    all_of(
        looking_for(tongues.LEGAL, negated=True),
        law.ADMISSIONS,
        looking_for("""
            we|i|company|acme|they are|were|'re|am|'m|is|was|may_be|might_be|could_be|will_be|can_be|remain|feel|have_been|would_be|stand ~3 liable|negligent|culpable|guilty|at_fault_legally|reckless|in_breach|criminally|legally|in_violation|grossly
            we're|i'm|we_'re|we_know_we_are|we_know_we_were ~3 liable|negligent|culpable|guilty|reckless|in_breach|criminally|legally|in_violation
            accept*|admit*|acknowledg*|assum*|conced*|take|taking|bear|confess*|concede ~3 liability|negligence|guilt|legal_responsibility|legal_liability|wrongdoing|legal_fault|culpability|breach|that_we_broke_the_law|malpractice|misconduct
            our ^3 faulty|defective|unsafe|careless* ^4 caused|killed|injured|led_to
            our ^4 caused ^4 death|deaths|injury|injuries|stroke|amputation
            failed|breached|neglected ^3 statutory|fiduciary|duty_of_care|legal_duty
            pay|compensate|reimburse|indemnify ^4 for all|any|every ^1 damage|damages|losses|loss|harm
            misleading|false|unlawful|unfair|illegal advertising|imprisonment|discrimination|dismissal|practice|detention|eviction ^1 under|by|in ^3 law|act|statute|code
            offence|breach|violation under ^3 law|act|code|statute
            full|sole|legal|strict|product|legally legal? liability|negligence|responsible|responsibility_in_law|culpability|at_fault|to_blame
            our own? ~1 negligence|liability|recklessness|wrongdoing|malpractice|breach|culpability|illegal|unlawful|misconduct|crime|guilt
            gross|criminal|wilful|willful|clear|sheer|pure|plain|contributory|medical|corporate negligence|recklessness|misconduct|manslaughter|liability
            negligence|negligently|recklessly|unlawfully|illegally|fraudulently|criminally on|by|was|caused|failed|sold|stored|shared|used|collected|discriminated|dumped|polluted|endangered|exposed|misled|kept
            we|i|our_staff|our_team|our_company|company acted|behaved|operated ~1 negligently|recklessly|unlawfully|illegally|fraudulently|in_bad_faith
            broke|broken|violated|breached|breaking|violating|breaching|infringed|violate|breach|ignored ~4 law|laws|contract|duty|regulation*|gdpr|act|rights|privacy|warranty|agreement|statute*|code|legislation|obligation*|rules_of|patent*|copyright|hipaa|obligations|consumer_protection|directive|permit|licence|license
            violation|breach|infringement of ~4 law|laws|contract|duty|regulation*|gdpr|rights|privacy|warranty|agreement|trust_and_law|copyright
            duty of care ~4 failed|breached|broke|neglected|not_met|it
            failed|breached|neglected|did_not_meet|didn't_meet|fell_short ~3 legal|duty_of_care|statutory|duty|obligations|fiduciary|of_our_duty
            our|the|this|that|acme's ~2 product*|food|drink*|car|cars|heater*|charger*|device*|battery|batteries|medicine|drug|drugs|machine*|toy|toys|cream|water|meal|meals|sandwich*|salad*|burger*|jar|jars|oven*|pump|shampoo|vaccine|phone|bike|equipment|ingredient*|dish|dishes|milk|formula|lotion|negligence|failure|mistake|staff ~2 poisoned|injured|killed|burned|burnt|harmed|sickened|infected|scarred|endangered|electrocuted ~2 you|your|people|person|child|children|customer*|him|her|them|woman|man|baby|son|daughter|anyone|a|two|three|#
            our|acme's ~2 made|left|got you|your|people|him|her|them|customers|guests|children|somebody|someone|a ~2 ill|sick|unwell|vomit*
            our|the|this|that|acme's ~2 product*|food|drink*|car|heater*|charger*|device*|battery|batteries|medicine|drug|drugs|machine*|toy*|cream|water|meal*|sandwich*|salad*|burger*|jar*|oven*|pump|shampoo|vaccine|phone|bike|equipment|ingredient*|dish|dishes|milk|formula|lotion|negligence|failure|mistake|staff ~2 made|got|left you|people|him|her|them|customers|guests|your_child|your_son|your_daughter|children|your_family ~2 ill|sick|unwell|in_hospital|injured|blind|disabled
            our|the|this|that|acme's ~2 product*|food|drink*|car|heater*|charger*|device*|battery|batteries|medicine|drug|drugs|machine*|toy*|cream|water|meal*|oven*|pump|shampoo|vaccine|phone|bike|equipment|ingredient*|dish|dishes|milk|formula|lotion|negligence|failure|mistake|staff ~2 caused|gave|led_to|resulted_in|started|was_the_cause|is_the_cause|were_the_cause ~4 death|deaths|injury|injuries|illness|fire|poisoning|burns|cancer|accident|crash|salmonella|infection|reaction|explosion|sick|damage
            our|the product*|food|charger|heater|battery|device caused the|your|this fire|injury|accident|burn|burns|illness|damage
            we|i|our_food|our_product|our_staff|our_driver|our_negligence|our_mistake poisoned|injured|killed|made_you_ill|made_you_sick|made_people_ill|made_people_sick|caused_your_injury|caused_your_injuries|caused_the_injuries|caused_the_death|caused_your_illness|caused_the_accident|caused_the_fire|caused_the_crash|harmed_your_health|caused_her_death|caused_his_death|defrauded|endangered|discriminated|sexually|bribed|lied_to_regulators|stole|caused_bodily
            knew|known|aware|knowingly ~6 defective|faulty|dangerous|unsafe|toxic|contaminated|hazardous|illegal|unlawful|defect|sold|shipped|misled
            knowingly|deliberately|intentionally|wilfully|willfully sold|misled|hid|shipped|deceived|concealed|ignored|lied|withheld|destroyed
            covered|cover|hid|conceal* ~3 up|defect|evidence|results|it_up|from_regulators
            pay|paying|owe|award|entitled|compensate ~3 damages|for_pain_and_suffering|legal_costs|your_medical_bills|your_legal|medical_expenses|for_your_injury|for_your_injuries|settlement
            damages for
            makes|leaves us|me criminally|legally responsible|liable|accountable
            we|i ^1 caused ^2 death|deaths|injury|injuries
            without ^3 was|were|is unlawful|illegal|against_the_law
            pay|cover|reimburse ^1 all|any|every ^1 damage|damages|loss|losses
            legal|proximate|direct|sole ^1 cause of
            vicariously|jointly|severally|personally ^1 liable|responsible
            admit*|concede*|acknowledge* ^2 breach|breach_of|violation|offence|infringement|the_charge|guilt
            gesetz verstoßen
            verstoßen|verstoßen|rechtswidrig|gesetzwidrig|illegal_gehandelt|vertragsbruch
            law|court|courts|judge|inquest|tribunal|jury ^1 will|would|may|might|could|can|is_going_to find|rule|hold|convict ^1 us|against|our|me ^2
            it|this|that|what_we_did ^1 was|is|amounts_to|amounted_to|constitutes|constituted|were plain|simply|pure|outright|clear|a? fraud|theft|medical_malpractice|medical_negligence|gross_negligence|negligence|assault|manslaughter|discrimination|a_crime|crime|illegal|unlawful|criminal|corruption|bribery|perjury|defamation|malpractice|extortion|embezzlement !attempt
            conspir*|obstruct* ^1 to|of ^1 obstruct|defraud|pervert|conceal|mislead|justice|conceal|cover
            theft|fraud|assault|manslaughter|discrimination|trespass|malpractice|defamation|forgery|bribery|embezzlement under|in_law|in_the_eyes|as_defined|within_the_meaning ^1
            wage theft
            under|against|in_breach_of|contrary_to the|a ^3 act|law|statute|regulation|directive|code|gdpr|convention !we|you|your
            our|the_company's|my ^2 failure|negligence|mistake|error|fault|defect|decision|product|staff|system|delay|doors|brakes ^3 killed|caused|led_to|cost|resulted_in|injured|maimed|poisoned|crippled|contributed_to ^3 him|her|them|you|people|death*|life|lives|injur*|illness*|loss|harm|damage*|accident|fire|explosion
            was|were|is|are|been ^1 defective|negligent|unlawful|illegal|a_breach|in_breach|actionable|grossly|criminal|fraudulent|discriminatory|a_violation|in_violation|unsafe_and_we_knew
            wir haften
            haften|haftbar|fahrlässig|schadensersatz|schadenersatz|negligencia|negligente|negligencia|responsabilidad_legal|responsabilité_juridique|faute_grave|dédommagerons
            to blame|responsible|at_fault|accountable in|under|before the? law|court|legally
            liable|liability !whether|if|question|issue|is_for|goes
            we|acme|management ~1 ignored|disregarded|suppressed|buried ~3 warning*|safety|report*|test*|results|evidence
            sold|shipped|used|installed|served|kept_selling ~6 knowing|although_we_knew|even_though_we_knew|despite_knowing|anyway
            wrongful*|unlawful*|illegal* ~1 deduct*|evict*|fired|dismiss*|charg*|collect*|shar*|process*|discriminat*|withh*
            we|i|our_driver|our_staff|our_guard|our_employee assaulted|discriminated|harassed|robbed|stole|abused|molested|racially|sexually
            consumer|data|employment|labour|labor|safety|privacy|competition law|laws|act|regulations ~2 was|were|broken|violated|breached
            we|i|acme confess|plead
            admit*|admitted|accept*|acknowledg*|conced*|confess* ~1 fault|full_fault|guilt|legal_fault|that_we_were_at_fault|that_this_was_illegal|that_we_acted_illegally|to_breaking
            entitled|right to|for ~2 damages|compensation_in_law|sue
            law|legal is|was|are on your side
            you have|'ve|you'd_have|would_have ~3 case|grounds|right_to_sue|legal_claim
            you'd|you_would|you_will|you'll ~1 win in|at|the|any|your court|case|lawsuit|tribunal
            court|judge|jury|tribunal|regulator would|will ~2 find|rule|agree|side ~3 against_us|for_you|with_you|in_your_favour|in_your_favor|you|guilty|liable
            we|i|acme|company|they are|were|am|is|was|'re ~2 responsible for ~3 death*|injur*|illness*|accident|fire|burns|poisoning|loss_of_life|crash|explosion|fatal*
            we|i|acme|management|company|they knew|were_aware|was_aware|had_known|had_been_warned|were_warned ~4 and|but|yet|, ~3 sold|shipped|did_nothing|hid|ignored|kept|carried_on|still|went_ahead|said_nothing
            what|which we|they did|have_done|sold|said ~2 is|was|were ~2 illegal|unlawful|against_the_law|a_crime|criminal|fraud|theft|negligent
            we|i|acme|company stole|embezzled|defrauded|bribed|discriminated|colluded|price-fixed|evaded|falsified|forged|fabricated|doctored|perjured
            we|i|acme|company ~2 falsified|forged|faked|manipulated|tampered|backdated|destroyed|shredded ~3 records|results|tests|documents|data|evidence|reports|emails|certificates|figures
            we|i|acme|our_company failed|fell_short|fell in|to|of|below our|the|a|any|meet|fulfil|comply ~3 legal|statutory|contractual|law|regulatory|duty|obligations|safety_law|regulations
            against the law
            contract|agreement|law|lease|licence|license|regulation*|gdpr|rights|warranty ~5 broken|breached|violated|infringed by us|acme|our ~2
            contract|agreement|law|lease|gdpr|rights was|were|been ~1 broken|breached|violated|infringed !or|by_the|by_them|by_you
            contravened|infringed|flouted ~3
            wrongful death|dismissal|termination|arrest
            our|my fault|mistake|error|negligence|failure|carelessness that|and|which|why ~3 died|dead|killed|death|injured|drowned|burned|hospital|disabled|blind|paralysed|paralyzed|ill|sick
            died|dead|killed|death|injured|drowned|injuries ~1 because_of|due_to|as_a_result_of|through|is|was|were|on ~1 our|us ~1
            that|this|it is|was|'s|constitutes|amounts|amounted a|to|an !data|security ~1 breach|crime|violation|fraud|malpractice|assault|theft|negligence
            settle|settling|settled out_of_court|your_claim|the_lawsuit|the_case|this_case|your_lawsuit|with_you_out
            you have|'ve_got|would_have ~2 case|claim against us|acme
            you can|could|should|may|have_every_right_to|are_entitled_to ~1 sue us|our|the_company
            sue us
            illegal|unlawful|fraud|fraudulent|criminal|discriminatory of_us|on_our_part|on_our_side|by_us|conduct|practice|practices|act
            was|were|is illegal|unlawful|against_the_law|fraudulent|a_crime|criminal|discrimination|a_breach|a_violation|negligent|reckless ~3
            our product|products|design|device|food|heater|battery|brakes|charger is|are|was|were|has|have|had ~2 defective|unsafe_by_design|unfit_for|a_design_defect|a_manufacturing_defect|a_defect
            we|i committed|commit|perpetrated ~2 fraud|crime|offence|offense|malpractice|perjury
            plead|pleaded|pled guilty
            we|i sold|shipped|supplied ~3 defective|dangerous|contaminated|unsafe|poisoned|toxic
        """, unless="you ^1 write|wrote|say|said|call|called|think|feel|claim\nwhether|if we|i|acme are|were\nallege*|claims|reported|lawyer*|accused\ncourt|tribunal|judge|ombudsman found|ruled|decided|held|concluded that\nfor|up_to the|a court|judge|judges|courts\ncourt will|is|has|may|to\ninvestigat*\nwe do not know\nwe don't know\nfind out"),
    ),
)

CONFIDENTIAL: Final = Rule(
    "confidential", Level.ERROR,
    "This is inside knowledge, or says that there is some; a public reply is read by reporters and rivals.",
    "Say only what is published, or ask the approver or legal to release it.",
    "The house's list of terms; Coombs 2007 (instructing information first)",
    all_of(
        looking_for(tongues.CONFIDENTIAL, negated=True),
        *inside.INSIDE,
        looking_for("""
            internally we|i|our|they|it|this|the|already|knew|discussed|flagged|known|classified|nobody|there
            known|discussed|flagged|know|knew|classified|call|called|say|said|agreed|been|documented ~5 internally !tested|checked
            internal|in-house ~1 memo*|document*|report|reports|email*|e-mail*|investigation|audit|review|data|figures|numbers|note|notes|forecast*|roadmap|chat|slack|presentation|code_name|codename|discussion*|sources|test_results|tests|target*|ticket|wiki|estimate*|guidance|analysis|findings|policy|communications|message*|meeting*|budget|projections|study|deadline|briefing|assessment|records|log|logs|system|dashboard
            our|company's|the legal|lawyers|lawyer|attorney*|counsel|solicitor* team|department|counsel|advisers|advisors? ~1 told|advised|says|said|asked|instructed|forbid*|forbade|recommends|recommended|has_advised|have_advised|thinks|think|believes|want|wants|warned|is_preparing|are_preparing|have_told|has_told|have_asked|has_asked|won't_let|does_not_want|don't_want
            legal|lawyers told|advised|says|said|asked|won't_let us
            advice of|from our legal|lawyers|counsel|lawyer|solicitors|attorney
            attorney-client|legal|legally privilege*
            strictly|highly|company|still|this_is|that_is|that's|it_is|it's|is|are|remains|and confidential|top_secret|classified|proprietary|embargoed !and_only|we_keep|when
            confidential|proprietary|secret|embargoed|privileged|classified|sensitive ~1 info*|document*|report*|data_shows|memo|agreement|agreements|deal|talks|details|settlement|source*|project|formula|recipe|plan*|roadmap|negotiations|terms|until|file
            between you and me|us
            between us|ourselves !and|, ^1
            board|directors|management|executives|leadership|bosses|owners|ceo|cfo|coo|chairman|chairwoman|chair has|have|had|is|are ~1 already|secretly|quietly|privately|internally|just|behind|now ~2 decided|voted|agreed|approved|chosen|planning|planned|signed|discussed|considering|talking|looking_for|resigned|selling|closing
            board|directors|management|ceo|cfo secretly|quietly|privately|internally ~3
            ceo|cfo|coo|chairman|chairwoman|boss|managing_director|head_of_* is|will|'s|plans|wants ~2 resign*|step_down|stepping_down|leave|leaving|go|be_fired|be_replaced|out !into|on
            set|put|setting|putting|put_money|set_money aside ~6 settlement*|claims|compensation|lawsuit*|legal|payouts|damages|fines
            reserved|earmarked|budgeted|provisioned|ring-fenced ~7 settlement*|claims|compensation|lawsuit*|legal|payouts|damages|fines|this
            settlement|insurance|legal|compensation fund|reserve|budget|payout of|is|has|for
            legal|lawyers|lawyer|counsel|solicitors|attorneys|insurers|insurer|pr_team|pr_agency|communications_team|head_office|hq has|have|had|just|also told|advised|said|asked|instructed|warned|forbidden|ordered|approved|cleared
            insurers|insurer|pr_team|pr_agency|agency|comms_team|communications_team|head_office|hq told|advised|asked|instructed|warned|forbade|ordered|wrote|wants us|me|that|this
            told|advised|instructed|asked|ordered|warned|briefed|allowed not to ~1 say|comment|talk|share|speak|tell|discuss|admit|mention|disclose|reveal|answer
            told|ordered|instructed to keep|stay ~2 quiet|silent|secret|it|this
            merger|acquisition|takeover|buyout|restructuring|layoffs|redundancies|ipo|deal|sale|recall|launch ~6 not_public|not_yet_public|isn't_public|not_been_announced|announced_next|to_be_announced|not_announced|will_be_announced|secret|under_wraps|hush-hush
            we're|we_are|acme_is|they_are about|set|due|going|planning to ~1 be_bought|be_acquired|be_sold|be_taken_over|merge|close_the|close_ten|close_all|cut|announce|sell|recall
            layoffs|redundancies|job_cuts|store_closures|plant_closure* are|is|planned|coming|next|will|in ~2
            supplier|distribution|licensing|lease|employment|exclusive contract|agreement ~1 with ~4 says|pays|runs|costs|gives|lets|forbids|ends|expires
            margin|markup|mark-up|profit on|per|of ~4 is|are|about|around|only|over #
            costs|cost us|acme ~1 only|about|just|around|roughly|less_than ~1 # ~2 to_make|a_piece|each|per_unit|to_produce|to_build
            he's|she's|ceo|boss|director|manager|chair|he|she|founder|president|officer|colleague|chief ^3 having|undergoing|receiving|in|on|for|with chemo|chemotherapy|rehab|cancer|depression|burnout|sick_leave|stress_leave|maternity|gardening_leave|a_breakdown
            ceo|boss|director|manager|chair|founder|president|chief ^3 having|undergoing|receiving|in|on|for|with treatment|surgery|therapy|hospital
            treatment|diagnosed|diagnosis|operation for|with|of|on ^2 cancer|depression|burnout|addiction|leukaemia|tumour|tumor|alcoholism|cancer_and ^1 !you|your
            internally|in-house ^1 it's|it_is|we|known|called|the|this|they|, ^2
            greenlight|board|strategy|budget|steering|planning|leadership|exec|all-hands|town-hall|sprint|roadmap|crisis|stand-up|war-room ^1 meeting|call|review|session|committee|deck|offsite
            really|probably|strictly_speaking|actually|honestly ^1 shouldn't|should_not|not_supposed|mustn't|not_allowed ^1 be|to ^1 telling|saying|tell|say|sharing|share|posting
            mustn't|must_not|not_allowed_to|forbidden_to|can't_officially|not_permitted_to|obliged_not_to|forbids_us|prohibits_us|bars_us ^2 name|say|tell|disclose|reveal|identify|mention|discuss|them|from
            contract|agreement|nda|lawyers|settlement ^1 says|means|forbids|prevents|prohibits|stops|bars|with ^1 we|us|them ^1 mustn't|must_not|can't|cannot|from|not
            hush money
            on|in|from|per our wiki|intranet|confluence|jira|slack|backlog|sharepoint
            which we ~1 haven't|have_not announced|released|published|disclosed|launched
            he|she ~1 on|given|had|has|received ~1 final|written|verbal warning
            hr ^1 preparing|prepared|drafting|drafted ^1 his|her|their
            hasn't|has_not|haven't|have_not|isn't|is_not|not|never|yet_to_be ^1 been? released|published|made_public|announced|disclosed|patched|fixed_publicly|reported_to|told|shared_with|declared ^1 yet|, ^1
            that|which|two_more|others|bugs|flaws|holes|vulnerabilities ^2 we|they|have|are ^1 haven't|have_not|not ^1 patched|fixed|closed|disclosed|yet|told
            intern steht|heißt|wurde|wissen|ist
            betriebsrat|vertraulich|unter_uns|noch_nicht_öffentlich|confidencial|entre_nosotros|aún_no|todavía_no_es_público|entre_nous|confidentiel|pas_encore_public|onder_ons|vertrouwelijk|riservato|confidenziale
            board|directors|executives|management|leadership|committee|investors ^1 signs|sign|signed|votes|vote|voted|decides|decide|decided|approves|approve|meets|meet|wants|will_announce|discussed|plans|agreed|considers|is_considering ^1 off|on|about|the|to|whether|this|next|it|with !#
            internal|confidential|unpublished|draft|preliminary|leaked ^1 post-mortem|postmortem|report|memo|audit|review|document*|email*|note*|ticket*|slides|findings|investigation|numbers|figures|forecast|roadmap|channel|chat|wiki|target*|codename|analysis|log|logs|survey|paper|presentation|data_shows ^1 !by|of_ours_is_public|published
            nothing|not|n't|isn't|hasn't_been ^2 announced|official|public|published|released|signed ^2 but|, ^2 we|they|the|it|i ^1
            our ^1 lawyers|legal|counsel|solicitors|attorneys|insurer|insurers|legal_team|pr_team|pr_agency|auditors ^1 told|advised|advise|say|said|warned|want|recommend*|asked|insist*|think|suggested|won't_let|reckon|reckons|expect|fear|believe
            on|per|following ^1 advice|instruction*|orders of|from ^1 legal|counsel|lawyers|our_lawyers|our_legal|our_insurer|our_solicitors
            on legal|our_lawyers'|our_lawyer's advice|counsel
            unannounced|unreleased|upcoming|secret|next-gen|codenamed ^1 model|product|version|feature|merger|closure|launch|partnership|restructuring|layoffs|product_line
            hush-hush|behind_closed_doors|behind_the_scenes_we|in_strict_confidence|in_confidence_:|on_background|not_for_attribution|privileged_and|eyes_only|need_to_know_basis
            closed|internal|private|confidential|board|crisis meeting|call|session ~1 last|yesterday|today|on|this|with|we|our|, ~3
            screenshot|copy|extract|leak of|from our|an|the internal|slack|board|hr|chat
            leaked|leaking memo*|document*|email*|report*|slides|internal
            i'd|we'd|i_could|we_could|i_will|i_would get|be|lose ~2 fired|in_trouble|sacked|my_job|our_jobs
            get|lose me my|our? job|fired|in_trouble
            don't|do_not say|tell|quote ~2 i|we told|said|you_heard|me
            you didn't|did_not|never heard|get|hear|read ~3 from me|us|here
            heard|hear it|this from me|us|a_colleague|someone_inside|inside !first|by|on|here|at|again|before|as|,
            sources|somebody|someone|a_friend|a_contact|people inside|within|at|in the? company|building|office|board|head_office|team|ministry
            embargo*
            just|strictly|only|purely between us|you|ourselves|these
            off the record
            on the quiet|down_low|qt
            under|signed|by|an|our|breaking|of|have nda|ndas|embargo|n.d.a|non-disclosure|non_disclosure_agreement|a_gag_order|an_nda|an_embargo|wraps
            non-disclosure
            nda|ndas
            gag order
            unreleased|unannounced|unpublished|pre-release|prerelease|undisclosed|not_yet_announced|yet-to-be-announced|soon-to-be-announced|unlaunched
            not|isn't|hasn't|haven't|has_not|have_not|n't|aren't ~1 been? public|yet_public|announced|published|released|disclosed|official|made_public|told_the_public|for_publication|supposed_to|meant_to|allowed_to|yet_announced|authorised_to|authorized_to|gone_public ~3 yet|but|say|share|tell|talk|discuss|until|know|this
            about|going|planning|plan|preparing|set|due|hope|intend|ready to announce|acquire|merge|launch|lay_off|close_the_deal|buy|sell_the|cut_jobs|shut_down|sign|go_public|file_for|fire|replace_our_ceo|divest ~4
            ongoing|pending|current|upcoming|active|open|confidential|sealed litigation|lawsuit*|legal_case|settlement|negotiation*|merger|acquisition|talks|investigation_by|legal_proceedings|legal_dispute|court_case|layoffs|restructuring|redundancies|takeover|ipo|arbitration
            don't|do_not|please_don't|please_do_not|you_didn't ~1 share|tell|repeat|spread|quote|hear|forward|pass_this|mention|breathe|publish|screenshot|let_anyone|say_anything ~3 this|anyone|anybody|it_from|a_word|that|outside|it_here|it_on|this_on
            keep|keeping|stays|stay|kept|remain this|it|that|between|strictly|quiet|secret|under ~2 yourself|between_us|quiet|secret|confidential|wraps|private_please|your_hat|hush
            keep|keeping|stays|stay|kept|remain this|it|that ^1 between|among us|ourselves|you
            keep this|it to|quiet|between|under|secret
            you didn't|did_not hear this|it|that
            secret|code-named|codenamed|code_name|working_title|project project|name|recipe|formula|feature|deal|plan ~1
            project codename|code_name|orion|titan|phoenix
            confidential|secret|classified|undisclosed|privileged|sealed|private_internal|internal_only ~1 audit*|review*|study|studies|test*|finding*|investigation*|probe|list|file*|letter|call|meeting|conversation*|slide*|paper*|survey|assessment|inspection|budget|number*|figure*|price*|data|contract*|briefing
            in|holding|started|having|secret talks|negotiations|discussions to|with|about|over|on ~3
            negotiating|talking with|about|the ~3 buyer*|investor*|sale|acquir*|takeover|merger|settlement|insurer*|regulator*|administrators
            looking|searching for a ~1 buyer|investor|new_ceo|replacement_ceo|successor
            file|filing|filed for bankruptcy|insolvency|administration|chapter
            our|the ~1 cash|money|funds|bank_covenant* ~2 runs_out|run_out|low|gone|tight|only_lasts
            plan|plans|intend|decided to ~1 close|shut|sell|discontinue|kill|axe|scrap|drop|fire|cut|outsource ~4 quietly|next_month|next_quarter|next_year|soon|in_spring|in_autumn|by_summer|after
            quietly|secretly ~2
            investigat* by|from the police|regulator|prosecutor|fbi|sec|ftc|authority ~2 not|hasn't|has_not|is_secret|yet
            witness statement*
            salary|salaries|bonus|bonuses|severance of|is|was|package !paid|due
            medical|hr|personnel|disciplinary file*|record*|procedure|hearing|proceedings
            told|tells|tell|said|heard|learned|learnt|confided|whispered|mentioned ~3 in_confidence|in_secret|privately|secretly|behind_closed|off_record
            agree*|reached|sign*|offer*|negotiat*|discuss*|pay*|close_to|working_on ~4 settlement*|out-of-court|hush
            layoffs|redundancies|job_cuts|restructuring|closure|closures|takeover|merger ~4 announced|public|confirmed|official|news
            announced|official next|on|in|this|after|tomorrow|soon ~1 week|month|monday|tuesday|wednesday|thursday|friday|quarter|year !here|at
            quote|cite me|us on|as|here?
            real|true|actual reason|cause|story is|was|behind ~1 the|that|a|we ~2 layoff*|merger|budget|cost*|cut*|strike|sale|deal|ceo|management|money
            insider|inside information|knowledge|info|source*|scoop|word
            my|our boss|manager|ceo|director|management|executives|cfo|cto|shareholders|investors|leadership|bosses ~2 told|said|knew|decided|wants|want|asked|does_not|doesn't|refused|approved|ignored|hid|discussed|plans|rejected|know|knows|agreed|don't|do_not|says|is_leaving|will_resign|is_planning ~1
            board|executive|management|leadership meeting|minutes|papers|discussion
            staff|employee|hr|personnel record*|file*|salary|salaries|disciplin*
            he|she|they|who|employee*|colleague*|manager|driver|guard|nurse|person|staff|worker*|agent|team_member|member ~2 was|were|has_been|is_being|been|have_been ~1 disciplined|suspended|fired|sacked|put_on_leave|reprimanded
            trade secret*
            profit|sales|revenue|margin|cost|production|earnings|q1|q2|q3|q4|quarterly ~1 margin|forecast*|target*|projections|figures_show|figures_will|numbers_will|guidance|results_will|results_next|earnings_will|revenue_will ~2
            source code|credentials
            access|api|admin|root|master|server|database|wifi|default|staging password*|token|key|keys|credentials|login
            our|the|an|a unpatched|undisclosed|unfixed|known vulnerability|vulnerabilities|flaw|exploit|backdoor|defect
            not for|meant_for publication|public|release|circulation|distribution|the_public|public_release
            i|we shouldn't|should_not|am_not_supposed_to|'m_not_supposed_to|are_not_supposed_to|'re_not_supposed_to|am_not_allowed_to|'m_not_allowed_to|aren't_supposed_to|probably_shouldn't|can_tell_you_privately ~1 say|tell|share|be_telling|be_saying|be_sharing|reveal|disclose|mention
            i'm|we're not|n't supposed|allowed|meant|authorised|authorized to say|tell|share|reveal|disclose|talk
            supposed to be|stay a? secret|confidential|private|internal
        """, negated=True,
            unless="nothing about\npublish*|published ~6 review|report|minutes|audit|names\nshould|deserve*|owed|entitled ~3 hear|know\nnobody|no_one|no|never|without ~6 nda|ndas|secret|code_name\nhow the|our|these|your ^1 redundancies|layoffs|job_cuts|closure|closures\nnot confidential\nkeep your ~4 confidential\nyour messages|data|details|report|information|file|case|record|records|name|visit|chat ~4 confidential\ncan't|cannot|won't share|discuss|disclose|give|comment\ntreat* ~4 confidential*|confidence\nhandle*|treat*|keep|kept|hold|held|stay* ~4 in_confidence\nwe keep|treat|hold\nwe will not|never share"),
    ),
)

RULES: Final = (OVER_PROMISE, LEGAL_ADMISSION, CONFIDENTIAL)
