"""The rule of legal admissions: what the law asked and we did not do, wrongs by their legal names, harm that we caused, cases that we would lose."""

from __future__ import annotations

from typing import Final

from warroom.domain.tone import tongues
from warroom.domain.tone.kinds import Level, Rule
from warroom.domain.tone.wording import all_of, looking_for

#: What can be broken in law.
_LAW: Final = (
    "law|laws|act|statute|statutes|regulation|regulations|legislation|gdpr|hipaa|code_of_practice|fire_code|building_code|licence|license|licence_conditions|license_conditions|licensing|permit|consumer_protection|consumer_rights|fire_regulations|fire_safety_rules|"
    "health_and_safety|safety_law|safety_laws|safety_rules|safety_standards|safety_standard|legal_standard|legal_requirements|legal_requirement|statutory|legal_duty|legal_duties|legal_obligations|contract|contractual|lease|tenancy_agreement|directive|data_protection|"
    "equality|employment_law|labour_law|labor_law|minimum_wage|working_time|food_safety|food_hygiene_rules|advertising_standards|regulator's|ordinance|court_order|injunction|article|privacy_law|privacy_laws|trademark|copyright|patent|ada|osha|ferpa|coppa|ccpa|pecr"
)
#: Harm to a body, or a fire.
_HARM: Final = (
    "death|deaths|injury|injuries|illness|illnesses|burn|burns|fire|fires|blaze|accident|accidents|crash|crashes|collision|explosion|poisoning|food_poisoning|infection|infections|salmonella|e_coli|e._coli|listeria|norovirus|legionnaires|cancer|stroke|miscarriage|"
    "fracture|fractures|concussion|derailment|drowning|amputation|seizure|seizures|heart_attack|anaphylactic|anaphylaxis|allergic_shock|electric_shock|broken_leg|broken_arm|broken_wrist|broken_hip|brain_damage|scars|blindness|paralysis|disability|outbreak|suicide|"
    "collapse_of|fatalities|fatality|casualties|bodily_harm|personal_injury|loss_of_life"
)
_WHOM: Final = "you|him|her|them|people|somebody|someone|a|an|two|three|four|five|six|seven|your|his|their|our_customers|customers|guests|passengers|patients|children|#|the_boy|the_girl|the_man|the_woman|the_child|these|those"
#: What a court calls a wrong.
_WRONG: Final = (
    "negligence|fraud|theft|discrimination|malpractice|harassment|sexual_harassment|racial_discrimination|age_discrimination|disability_discrimination|libel|slander|defamation|trespass|misrepresentation|false_advertising|misleading_advertising|mis-selling|"
    "misselling|copyright_infringement|trademark_infringement|patent_infringement|infringement|wage_theft|unfair_dismissal|wrongful_dismissal|constructive_dismissal|unlawful_eviction|illegal_eviction|false_imprisonment|bribery|corruption|extortion|"
    "embezzlement|forgery|perjury|tax_evasion|money_laundering|price-fixing|price_fixing|collusion|insider_trading|forced_labour|child_labour|modern_slavery|criminal_damage|manslaughter|a_crime|a_criminal_offence|a_criminal_offense|an_offence|a_tort|contempt_of_court|identity_theft|"
    "unlawful_processing|unlawful_disclosure|a_breach_of_contract|breach_of_contract|breach_of_warranty|breach_of_confidence|breach_of_duty|breach_of_trust_in_law|gross_misconduct|an_illegal_act|illegal|unlawful|a_violation|a_hipaa_violation|victimisation|retaliation_in_law"
)

_ADMISSIONS: Final = looking_for(f"""
    did|do|does|have|has|had|was|were|are|is not|never|n't ~5 comply|complied|compliant|in_compliance|conform|conformed ~1 with|to ~4 {_LAW}
    not|never|nor|hardly|n't|failed ~2 comply|complied|compliant|meet|met|satisfy|satisfied|fulfil|honour ~4 {_LAW}
    did|do|does|is|was|were|are not|never ~2 meet|met|satisfy|fulfil ~3 standards|requirements in_force|required_by_law|of_law|in_law|safety|legal
    failed|failure|failing|neglected|omitted ^2 to ^2 comply|meet|observe|honour|follow|obey|fulfil|respect ~4 {_LAW}
    non-compliant|noncompliant|out_of_compliance|not_in_compliance|non-compliance|noncompliance|in_contravention|contravened|contravenes|contravening|in_default|defaulted ^1 with|of|on ^4
    falls|fell|fall|far|well|short|below|beneath ~3 of|the|below|what ~3 law|legal|statutory|standard_of_care|required_by_law|contract_requires|regulations|regulator_requires
    standard of care ^1
    reasonable|due|proper care ~6 didn't|did_not|failed|never|not|n't
    didn't|did_not|failed_to|never|not|neglected_to ~2 take|exercise|exercised|use|taken|show ^1 reasonable|due|proper|adequate ^1 care|diligence|precautions
    not what the? law|regulations|contract|lease|licence|statute|code ^1 requires|require|demands|says|asks|allows|permits|provides
    law|regulations|contract|lease|statute|code|act requires|required|demands|demanded|obliged|obliges|said|says ^6 and|but ^2 we|didn't|did_not ^2
    had|have|has|with|hold|held|without ^1 no|any|a|the|valid|proper? ^1 legal|lawful|valid_legal ^1 right|basis|grounds|ground|authority|power|justification|entitlement|title|excuse|defence
    no legal|lawful right|basis|grounds|ground|authority|power|justification|entitlement|title|defence|excuse|leg
    no ^1 right|defence|defense|justification in|under law|the_law|the_contract|your_contract|the_lease|the_act
    without ^3 lawful|legal ^1 basis|authority|grounds|right|consent
    without ^2 valid|required|necessary|proper|planning|operating|legal|the|a ^1 licence|license|permit|permission_from_the_council|authorisation|certificate|planning_permission
    did|do|didn't|don't|never|had|have|has|we've ~1 not|no|never|have|had|held|hold|any|a ~2 valid|required|necessary|operating|liquor|legal ~1 licence|license|permit|insurance|certificate|authorisation|certification
    unlicensed|unlicenced|uninsured|uncertified we|when|and|staff|driver*|operation|for|work|on_our|in
    isn't|wasn't|aren't|weren't|never|not ~2 legal|lawful|enforceable|legally|lawfully !advice|reasons|yet|to_say|team|department|entitle*|allowed|permitted|required|obliged|bound|possible|able
    unenforceable|null_and_void|unfair_under|invalid_in_law|unconstitutional ^1
    clause|term|terms|fee|charge|contract|dismissal|eviction|deduction|fine|rule|policy|penalty ^2 is|was|were|are ^1 void|unenforceable|illegal|unlawful|unfair_in_law|invalid|unfair_under|not_enforceable|not_legal|discriminatory
    don't|do_not|won't|will_not|cannot|can't|didn't|shan't|aren't_going_to|not ~1 dispute|contest|deny|challenge|fight|defend|argue_against|oppose|disputing|contesting|denying ~4 liability|claim|lawsuit|negligence|breach|charge|charges|culpability|guilt|legal|the_case|your_case|suit|action
    at_fault|to_blame|responsible|answerable|accountable|in_the_wrong|on_the_hook|liable in|under|by|before|for_it_in ^1 the? law|legally|court|contract
    legally|in_law|in_legal_terms|as_a_matter_of_law|from_a_legal_standpoint|from_a_legal_point|from_a_legal_perspective|legally_speaking|in_the_eyes_of_the_law|under_the_law|by_law|under_contract|contractually|technically_and_legally|in_strict_law|before_the_law|under_the_contract|under_the_lease|under_the_act ^9 fault|blame|responsible|responsibility|liable|owe|owed|on_us|in_the_wrong|accountable|answerable|guilty|our_doing|wrong_of_us|we_broke|we_failed|should_have_paid
    owe|owed|owes|due|entitled|right|entitles|eligible ^2 to|for|you|them|him|her? ^3 damages|restitution|legal_redress|statutory_compensation|sue|compensation_under|compensation_by_law|a_remedy_in_law|legal_action|punitive
    make|pay|cover|reimburse|compensate|settle|meet|refund|bear|pick_up|indemnify ^1 good|up|for|you|them|her|him|your|all|any|every|the ~4 loss|losses|loss_of_earnings|lost_earnings|lost_wages|lost_income|consequential|medical_costs|medical_expenses|medical_bills|hospital_costs|hospital_bills|hospital_bill|medical_bill|legal_costs|legal_fees|legal_bills|lawyer's|lawyers'_fees|pain_and_suffering|funeral|treatment_costs|costs_of_your_treatment|damages|emotional_distress|rehabilitation
    pay|paying|settle|meet|compensate ^2 whatever|what|any|every ^3 court|judge|tribunal|jury|lawyer*|award|awards|claim|claims|it_comes_to|sum
    settle|settling|pay|meet|honour ^1 your|the|their|his|her|every ^2 claim|lawsuit|suit|case ^2 in_full|whatever|out_of_court|for
    mis-sold|missold|mis-sell|missell|mis-selling|misselling|misrepresented|defrauded|defraud|swindled|embezzled|price-fixed|colluded|bribed|libelled|libeled|slandered|defamed|plagiarised|plagiarized|perjured|extorted|trespassed|discriminated|infringed|infringe|infringes
    we|i|our|company|acme|manager|director|guard|driver|staff|he|she|they|management|employee|colleague ^3 deceived|misled ^2 investors|regulators|regulator|the_authorities|authorities|the_court|shareholders|inspectors|the_public_knowingly|consumers|the_tax
    lied|lying|false_statement|false_statements|false_information|misled|hid_it|concealed ^3 to|from ^2 regulator|regulators|inspector|inspectors|court|police|authority|authorities|investigators|auditor|auditors|taxman|tax|coroner|inquiry|council|parliament
    obstructed|obstruct|obstructing|perverted|pervert|pervert|impeded|hindered|misled ^2 inspector|inspectors|investigation|justice|inquiry|police|course_of|regulator|auditors
    false|deceptive|misleading|untrue|untruthful|fraudulent advertising|advertisement|advert|claims_in_law|marketing_under|accounting|invoices|statements_to
    advertising|advert|advertisement|advertisements|marketing|label|labelling ^1 was|is|were ^1 false|misleading_in_law|deceptive|unlawful|illegal|fraudulent|misleading_under
    case|act|instance|matter|clear_case|textbook_case|form of ^1 plain|clear|pure|sheer|outright? ^1 {_WRONG}
    it|that|this|which|what_happened|what_we_did|what_he_did|what_she_did|what_they_did|deduction|charge|conduct|behaviour|such_conduct ^1 was|is|'s|were|counts_as|qualifies_as|amounts_to|amounted_to|constitutes|constituted|meant ^2 {_WRONG}
    that's|it's|which_is ^2 {_WRONG} !attempt|email*|site*|free|if
    guilty|accused_rightly|convicted_rightly ^1 of ^2 {_WRONG}|breach|violating|breaking
    we|i|our|management|company ^2 tolerated|condoned|committed|enabled|covered_up|practised|practiced|allowed|facilitated|engaged_in|took_part_in|are_guilty_of ^2 {_WRONG}
    manager|guard|driver|steward|supervisor|teacher|coach|director|employee|employees|colleague|colleagues|staff|nurse|doctor|trainer|agent|officer|boss|foreman ^2 assaulted|harassed|sexually|racially|discriminated|abused|raped|groped|attacked_you|stole|defrauded|molested|unlawfully|illegally
    dumped|dumping|discharged|released|burned|burnt|polluted|poured|buried ^4 illegally|unlawfully|without_a_permit|into_the_river|into_the_lake|into_the_sea|groundwater|toxic
    polluted|contaminated|poisoned the ^1 river|lake|sea|water|groundwater|soil|air|beach|bay
    employed|employing|hired|use|used|using children|minors|child_labour|forced_labour|slave|illegal_workers|undocumented
    below|under|less_than ^1 the ^1 legal|national|statutory? minimum_wage|legal_minimum|living_wage_required|statutory_minimum
    tampered|tampering|fiddled|meddled|doctored|rigged|faked|forged|falsified|fabricated|backdated|altered|manipulated|shredded|destroyed ^1 with? ^3 meter|meters|readings|records|evidence|results|documents|certificates|certificate|logs|figures|accounts|books|tests|emissions|signature|signatures|data|report|reports|invoices|files|odometer|tachograph*
    took|take|taken|paid|pay|accepted|offered|gave bribes|a_bribe|kickbacks|a_kickback|backhanders
    evaded|dodged|evade ^1 tax|taxes|duty|customs
    violat*|breach*|infring*|contraven*|broke|breaks|broken|flout* ^2 article|section|clause|rule|regulation|paragraph|sections|articles|clauses ^1 #
    it|this|that|which ^1 breaches|breached|violates|violated|infringes|infringed|contravenes|contravened|breaks|broke ^5 {_LAW}|rights|your_privacy
    contrary|in_breach|in_violation|in_contravention to|of ^4 {_LAW}|rules|terms|contract|rights|obligations|duty|duties|policy_in_law
    clear|serious|blatant|flagrant|plain|straight|outright|material|fundamental|technical|willful|wilful ^1 {_LAW} ^1 violation|breach|infringement|offence
    hipaa|gdpr|licence|license|code|privacy|safety|contract|copyright|patent|trademark|data_protection|civil_rights|human_rights|labour|labor violation|violations|breach|breaches|infringement|offence
    we|i|our|company|you|they ^2 denied|refused|deprived|robbed|trampled ^2 of|on? ^2 statutory|legal|consumer|civil|human|constitutional|employment|contractual|lawful ^1 right|rights
    statutory|legal|consumer|civil|human|constitutional|employment|contractual|privacy ^1 right|rights ^1 was|were|have_been|had_been|has_been ^1 denied|violated|infringed|breached|ignored|disregarded|refused
    owe|owed|owes ^2 duty of care
    statutory|legal|contractual|fiduciary|regulatory|licensing|safety ^1 duty|duties|obligation|obligations|requirement|requirements|responsibility|responsibilities ~6 not_met|weren't_met|wasn't_met|ignored|breached|neglected|failed|not|n't|didn't_meet|unmet|violated
    our|acme's|my|company's|own ^3 caused|gave|led_to|started|brought_about|triggered|set_off|produced|contributed_to|resulted_in|brought_on|provoked|sparked ^3 {_HARM}
    broke|broken|breached|violated|failed|failing|neglected|ignored|flouted|fell_short_of|not_met|didn't_meet|did_not_meet ^2 our|a|the|its|several|some|of|in ^1 legal|statutory|contractual|regulatory|fiduciary|licensing ^1 duty|duties|obligation|obligations|responsibility|responsibilities|requirement|requirements|commitments
    we|i|company ^2 caused|gave_rise_to|started|brought_about|triggered|set_off|contributed_to|are_the_cause_of|were_the_cause_of|is_the_cause_of ^3 {_HARM}
    responsible|to_blame|at_fault|answerable|liable|accountable|blame|guilt ^1 for ^5 {_HARM}|dying|died
    we|i|we've|we_have ^2 misled|deceived ^2 customers|consumers|passengers|patients|buyers ^2 on_purpose|deliberately|knowingly
    we've|we_have|i've ^1 committed ^1 fraud|theft|perjury|crime|offence
    by law ^1 you|he|she|they ^2 entitled|owed ^6 and|but we ^1 denied|refused|withheld|kept
    in the ^1 eyes of the law ^9 fault|liable|guilty|responsible
    fault|liable|guilty|responsible|wrong in the ^1 eyes of ^1 law
    {_HARM} ~2 was|were|is ^1 caused|triggered|started|brought_about ^1 by ^3 fault|defect|failure|flaw|error|mistake|leak|wiring ^2 our|ours
    fault|defect|failure|flaw|error|mistake ^3 caused|led_to|cost|gave ^1 his|her|your|their ^2 injury|injuries|death|burn|burns|illness|stroke|fall|accident|infection|life
    was|were|is|went|goes|ran ^1 against|contrary_to|outside ^4 law|laws|act|statute|regulations|gdpr|licence !for|to
    {_HARM} ~3 was|is|were|are ~2 our|my doing|fault|responsibility|negligence|liability|making|mistake
    {_HARM} ~3 was|were|is|are|been ^1 caused|triggered|started|brought_about ^1 by ^1 our|us|a_fault_of_ours|my
    our|acme's|my|own ^4 poisoned|maimed|electrocuted|scalded|injured|crippled|blinded|paralysed|paralyzed|disabled|infected|disfigured|suffocated|choked|killed ^1 {_WHOM}
    our|acme's|my|own ^4 burned|burnt|scalded|cut ^1 you|him|her|them|people|somebody|a_child|children|your_son|your_daughter|your_hand|your_hands|your_arm|your_face|your_leg|your_child|your_baby|your_wife|your_husband|customers|guests|two|three|his|her
    got|get|contracted|caught|picked_up|suffered ^1 food_poisoning|salmonella|e_coli|e._coli|listeria|legionnaires|norovirus|botulism|hepatitis ^1 from|in|at|through|because_of|off ^1 our
    kitchen|chicken|food|restaurant|salad|meal|burger|ice|water|eggs|we|i|buffet|canteen|product|ours ^1 gave|has_given|have_given ^4 food_poisoning|salmonella|e_coli|e._coli|listeria|norovirus|botulism|hepatitis
    salmonella|e_coli|e._coli|listeria|norovirus|legionella ^1 came|comes|originated|stems|stemmed|was_in|is_from ^1 from? ^1 our
    fire|blaze|explosion|outbreak|infection|contamination ^1 started|began|broke_out|originated|was_started ^1 in|from|at|by|with|inside ^1 our|one_of_our
    our|acme's ^3 set ^4 on_fire|alight|ablaze|fire_to
    our|acme's|we|i ^3 burned|burnt|set_fire|razed ^4 house|home|flat|kitchen|garage|car|down
    carry|bear|face|accept|shoulder|take|own ^3 legal ^1 consequences|consequence|responsibility|liability|blame|burden|costs
    in law|legal_terms ^2 it|this|that|we|you|what ^6 fell|short|failed|bound|obliged|owed|ours|on_us|wrong|breach|fault
    law|contract|lease|statute ^1 puts|places|lays|makes|holds|pins ^3 on_us|us|with_us|at_our
    legally|legally_speaking|in_law|in_legal_terms ^1 this|it|that|everything ^6 with_us|ours|at_our|our_problem|our_doing|falls_to_us|down_to_us|falls_on_us
    our_solicitors|our_lawyers|solicitors|lawyers ^1 won't|will_not ^1 contest|dispute|fight|oppose|challenge ^1 it|this|that|you|your
    without ^7 law|regulations|regulation|statute|licence|license|code ^1 asks|requires|demands|prescribes|calls_for|insists
    that|which|what|something|way|things|as ^4 law|regulations|statute|code|gdpr|contract|lease ^1 forbids|prohibits|bans|outlaws|rules_out|doesn't_allow|does_not_allow|doesn't_permit
    {_HARM}|damage|wrist|leg|arm ^3 down_to|because_of|due_to|the_result_of|a_result_of|thanks_to ^1 our|us|my
    {_HARM} ^1 happened|occurred|came|come|are_there|were_caused ^1 about? ^1 because|as|since|from|when ^1 we|our|us
    answer|answerable|answers ^1 for ^4 before|in_front_of|in ^1 any|a|the? ^1 judge|jury|court|law|tribunal
    answers|answer|stand|stands|pay|pays in full for ^2 {_HARM}|fall|damage|it|your|this
    knew ~4 kept|carried_on|went_on|sold|shipped|did_nothing|looked_away ^1 !calm|going_back
    court|judge|jury|lawyer would|will|might ^1 call|deem|see|consider|rule|find|name ^2
    short of ^1 the ^2 code|regulations|act|law|statute|standard_required|legal|bylaws|licence
    put|puts|placed|landed|left him|her|them|you|your ^4 in ^1 that|the|a? ^1 hospital|hospital_bed|wheelchair|coma|grave|intensive
    makes|made us ^1 liable|responsible_in_law|guilty|culpable|accountable
    {_HARM}|fire|crash ^1 in|at|on|of ^3 began|started ^1 with|in|at ^1 our
    overcharged|charged|billed|evicted|filmed|recorded|fined|dismissed|searched|detained|deducted|shared|sold|kept ^3 illegally|unlawfully|unlawful|without_legal|fraudulently
    should|ought_to ^1 have ^1 had ^1 a|the|an ^2 permit|licence|license|certificate|permission
    lease|contract|licence|agreement|tenancy|permit ^2 doesn't|does_not|didn't|did_not|never ^1 allow|allows|allowed|permit|cover|let ^3 this|that|it|us|and|so
    duty of care ^1 was|is|were|has|toward|owed|broken|breached|failed|forgotten
    by|under law|the_law|statute|contract ^2 we|you|that|this|it ^1 should|were|was|had|must|ought|are|is ^3 have_told|have_been|have_paid|obliged_and|required_and|owed|wrong|ours|entitled_to_more|have_warned|have_stopped|have_refunded|have_informed|have_asked
    our|my|acme's ^6 killed|drowned|maimed|poisoned|crushed|suffocated|paralysed|blinded ^1 a|an|your|his|her|their|two|three|him|you|them|people|one ^1 !your_mood
    took|cost|claimed ^1 his|her|their|your|a ^2 life|lives ^4 our|by_our|we
    court|judge|jury|tribunal|regulator ^1 would|will|'d|is_bound_to|is_going_to ^1 surely|certainly|clearly|rightly|definitely|no_doubt? ^1 convict|find|rule|fine|punish|side|agree|condemn|make_us ^2 !on_it
    verstoß|verstoss ~2 gegen
    klarer|schwerer|eindeutiger rechtsverstoß|verstoß|gesetzesverstoß
    blood on our|my|the
    cost|costs|costing ^1 him|her|them|you|people|a_man|a_woman|a_child|someone|the_man|the_woman ^1 his|her|their|your|its ^1 life|lives|leg|arm|hand|sight|eye|hearing|eyesight|foot|finger|career
    knew|known|aware|realised|realized ^8 defective|unsafe|void|illegal|unlawful|could_fail|could_kill|would_fail|might_fail|may_fail|would_break|could_burn|could_collapse|could_explode|carcinogenic|toxic|not_roadworthy|unroadworthy|against_the_law|breach|contaminated|hazardous|deadly|lethal|cracked_and|ladder_was_dangerous|was_dangerous|were_dangerous|is_dangerous
    aware|knew|known|warned|ignored|disregarded|dismissed of|about|the|that? ^4 risk|risks|danger|dangers|hazard|hazards|defect|defects|warnings ^2 and|but|yet ^2 did|ignored|carried|kept|sold|nothing|still|shipped|went|chose|took|decided|said|opened
    expect|deserve|deserved|going|ought|likely|will|'ll|should|bound|rightly ^2 to? ^1 be ^1 prosecuted|convicted|sued|charged_with|taken_to_court|jailed|indicted|found_guilty|found_liable|held_liable
    you|they|she|he|anyone|customers|victims|family ^1 could|can|would|'d|might|may|should|have_every_right_to|has_every_right_to|are_entitled_to|is_entitled_to ^3 sue|take_us_to_court|take_legal_action_against_us|claim_damages|press_charges|win_in_court|go_to_court_and_win|win_against_us
    sue|suing|sued|court|lawsuit|tribunal|trial ^3 win|lose|would_lose|we'd_lose|you'd_win|you_would_win|we'd_probably_lose|against_us_and
    no ^1 defence|defense|leg_to_stand_on|legal_leg|case_against|ground_in ^1 in|to|at|against|before|at_all ^2
    don't|do_not|haven't|have_not|have|without ^1 a|no|any? ^1 legal|real? ^1 leg to stand
    won't|wouldn't|will_not|would_not|couldn't|can't ~2 stand|hold|stick ^1 up? ^1 in|before|at court|a_court|any_court|trial|a_judge|tribunal|law
    we|i ^1 denied you|them|him|her|customers|tenants|workers ^2 statutory|legal|civil|consumer|human|contractual
    deceived customers|consumers|investors|buyers
    we'll|we_will|we ^1 be|get|are|were prosecuted|convicted|sued|indicted !by
    what ^1 he|she|they|we|our_guard|our_driver did ^1 is|was|amounts_to ^1 assault|theft|fraud|harassment|abuse
    libellous|libelous|slanderous|defamatory ^1
    slander|libel|defamation|trespass|fraud|discrimination|negligence|harassment|theft on|by|of ^1 our|us
    unfairly|wrongfully|unlawfully|illegally|constructively|improperly_and_unlawfully dismissed|sacked|fired|evicted|detained|arrested|deducted|withheld|charged|collected|shared|processed|recorded|filmed|sold|stored|kept|used|disclosed|obtained|searched|imprisoned|terminated|discriminated
    reckless|grossly|criminally|wilfully|willfully disregard|careless|negligent|indifferent|blind|inadequate|endangered
    reckless ^1 of|by|on|as|and|with|in ^1 us|our|the|we|conduct|behaviour|to|it
    criminal|regulatory|civil|statutory|disciplinary_in_law offence|offense|breach|wrong|act|conduct|violation ^2
    guilty|culpable|liable|negligent|at_fault as|in ^1 charged|law|full|court|the_legal
    wasn't|weren't|isn't|was_not|were_not|not|never ~1 safe|fit|roadworthy|airworthy|seaworthy|certified|approved to|for|and ^1 sell|sold|sale|use_under|drive|fly|purpose|human_consumption|put_on_the_market|be_on_the_market|we_sold|we_used
    unfit|unsafe|not_fit for|to ^2 sale|human|habitation|purpose|sell|consumption|drive|sold
    has|have|had|with|is|was|due_to ^1 a|an ^2 design|manufacturing|production|construction|safety ^1 defect|flaw_that_kills
    stand|stood|stands|found|held|is|are|were ^1 rightly|rightfully|correctly|justly ^1 accused|charged|convicted|sued|prosecuted|fined
    we ^1 stole|stolen|robbed|pirated|copied_illegally ^2
    used|using|published|printed|sold|copied ^6 without ^2 licence|license|copyright|legal_permission|rights_to|paying_royalties|owning_the_rights
    unlawful|illegal|wrongful|fraudulent|negligent|tortious|actionable|libellous|discriminatory ^2 eviction|dismissal|detention|deduction|charge|fee|disclosure|processing|sale|termination|search|arrest|act|conduct|practice|discharge|imprisonment|surveillance|death|treatment|maintenance|driving_by|supervision|design
""", negated=True, unless="you ^1 write|wrote|say|said|call|called|think|feel|claim\nrumour|rumor|story|claim|claims|allegation|post ^1 that ~12 false|untrue|wrong|not_true|rumour\nwhether|if a|any|the ~1 law|crime|offence\nwhether|if we|i|acme|it|this|that|they|anyone ^1 are|were|is|was|broke|breaks|fell|followed\nallege*|claims_that|accused|alleging|suspected|suspect|suspects\ncourt|tribunal|judge|ombudsman|regulator|inquest|coroner ~2 found|ruled|decided|held|concluded|will|has|may|is|to that?\ncourt|tribunal|judge|inquest|coroner|jury ^1 will|has|is|may|must|to|decides|decide|sits\ninvestigat*\nwe do_not|don't know\nfind out\nreport ^2 fraud|theft|abuse|harassment|crime|infringement\nscam*|phishing|scammers|impostor*|impersonat*|fraudsters\nno place\nnever|don't|do_not|won't|will_not tolerate|accept|condone|break|breach|sell|use|employ\nzero tolerance\nnobody|no_one ^1 was|is|has ^1 injured|hurt\nany|all ^1 legal|lawful\nwe deny|denied|reject\nno|not ^1 legal advice\nnot illegal|unlawful|a_crime|negligent|liable\nstolen from us\nto avoid|prevent|stop\nnone|not_one|nobody|neither of|at|among ^2 our|us|ours|the\nno truth\nno|not_a ^1 colleague|employee|driver|product|batch|device ^1 of ours ^1 caused|started|led")

LEGAL_ADMISSION: Final = Rule(
    "legal-admission", Level.ERROR,
    "This is a statement of law: it can be read in court, and it can void an insurance.",
    "Own the deed in plain words (“this is on us”), and let legal read anything about liability.",
    "Coombs 2007; the approver's or legal's to say (docs/tone.md)",
    all_of(
        looking_for(tongues.LEGAL, negated=True),
        _ADMISSIONS,
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
            gross|criminal|wilful|willful|clear|sheer|pure|plain|contributory|medical|corporate negligence|recklessness|manslaughter|liability
            negligence|negligently|recklessly|unlawfully|illegally|fraudulently|criminally on|by|was|caused|failed|sold|stored|shared|used|collected|discriminated|dumped|polluted|endangered|exposed|misled|kept
            we|i|our_staff|our_team|our_company|company acted|behaved|operated ~1 negligently|recklessly|unlawfully|illegally|fraudulently|in_bad_faith
            broke|broken|violated|breached|breaking|violating|breaching|infringed|violate|breach|ignored ~4 law|laws|contract|duty|regulation*|gdpr|act|rights|privacy|warranty|agreement|statute*|code|legislation|obligation*|rules_of|patent*|copyright|hipaa|obligations|consumer_protection|directive|permit|licence|license
            violation|breach|infringement of ~4 law|laws|contract|duty|regulation*|gdpr|rights|privacy|warranty|agreement|trust_and_law|copyright
            duty of care ~4 failed|breached|broke|neglected|not_met|it
            failed|breached|neglected|did_not_meet|didn't_meet|fell_short ~3 legal|duty_of|statutory|obligations|fiduciary
            our|the|this|that|acme's ~2 product*|food|drink*|car|cars|heater*|charger*|device*|battery|batteries|medicine|drug|drugs|machine*|toy|toys|cream|water|meal|meals|sandwich*|salad*|burger*|jar|jars|oven*|pump|shampoo|vaccine|phone|bike|equipment|ingredient*|dish|dishes|milk|formula|lotion|negligence|failure|mistake|staff ~2 poisoned|injured|killed|burned|burnt|harmed|sickened|infected|scarred|endangered|electrocuted ~2 you|your|people|person|child|children|customer*|him|her|them|woman|man|baby|son|daughter|anyone|a|two|three|#
            our|acme's ~2 made|left|got you|your|people|him|her|them|customers|guests|children|somebody|someone|a ~2 ill|sick|unwell|vomit*
            our|the|this|that|acme's ~2 product*|food|drink*|car|heater*|charger*|device*|battery|batteries|medicine|drug|drugs|machine*|toy*|cream|water|meal*|sandwich*|salad*|burger*|jar*|oven*|pump|shampoo|vaccine|phone|bike|equipment|ingredient*|dish|dishes|milk|formula|lotion|negligence|failure|mistake|staff ~2 made|got|left you|people|him|her|them|customers|guests|your_child|your_son|your_daughter|children|your_family ~2 ill|sick|unwell|in_hospital|injured|blind|disabled
            our|the|this|that|acme's ~2 product*|food|drink*|car|heater*|charger*|device*|battery|batteries|medicine|drug|drugs|machine*|toy*|cream|water|meal*|oven*|pump|shampoo|vaccine|phone|bike|equipment|ingredient*|dish|dishes|milk|formula|lotion|negligence|failure|mistake|staff ~2 caused|gave|led_to|resulted_in|started|was_the_cause|is_the_cause|were_the_cause ~4 death|deaths|injury|injuries|illness|fire|poisoning|burns|cancer|accident|crash|salmonella|infection|reaction|explosion|sick|damage
            our|the product*|food|charger|heater|battery|device caused the|your|this fire|injury|accident|burn|burns|illness|damage
            we|i|our_food|our_product|our_staff|our_driver|our_negligence|our_mistake poisoned|injured|killed|made_you_ill|made_you_sick|made_people_ill|made_people_sick|caused_your_injury|caused_your_injuries|caused_the_injuries|caused_the_death|caused_your_illness|caused_the_accident|caused_the_fire|caused_the_crash|harmed_your_health|caused_her_death|caused_his_death|defrauded|endangered|discriminated|sexually|bribed|lied_to_regulators|stole|caused_bodily
            knew|known|aware|knowingly ~6 defective|faulty|dangerous|unsafe|toxic|contaminated|hazardous|illegal|unlawful|defect|sold|shipped|misled
            knowingly|deliberately|intentionally|wilfully|willfully sold|misled|hid|shipped|deceived|concealed|ignored|lied|withheld|destroyed
            pay|paying|owe|award|entitled|compensate ~3 damages|for_pain_and_suffering|legal_costs|your_medical_bills|your_legal|medical_expenses|for_your_injury|for_your_injuries|settlement
            damages for
            makes|leaves us|me criminally|legally responsible|liable|accountable
            we|i ^1 caused ^2 death|deaths|injury|injuries
            hadn't|had_not|didn't|did_not|weren't|wasn't|were_not|was_not|failed|fell_short|outside|beyond|below|lapsed|missing|never|without|ignored ^9 as|what|that|which|than ^1 the|our|by? ^2 law|laws|bylaws|by-laws|act|statute|gdpr|regulations|licence|code ^1 require|requires|required|demand|demands|demanded|allow|allows|allowed|permit|permits|prescribe|prescribes|oblige|obliges|forbids ^1 !more
            inspection|check|test|licence|permit|insurance|certificate|training ^1 that|which the law|act|code|regulations requires|prescribes|demands ^3 lapsed|missing|overdue|expired|skipped|missed|late|never
            weren't|were_not|wasn't|was_not|aren't|are_not|not|never entitled|allowed|permitted|authorised|authorized|licensed ^1 by|under ^1 the? law|statute|contract|regulations|bylaws|act|licence
            that|this|which|it|tablets|medicine|mistake|error|we|dose|delay|failure|fall|oversight ^1 is|was? ^1 that|what? ^1 which? led_to|caused|brought_on|triggered ^1 his|her|their|your|the ^1 stroke|death|heart_attack|seizure|miscarriage|amputation|coma|injury|injuries|burns|sepsis|overdose|collapse|blindness|paralysis
            is|was|are|were what|who killed|injured|blinded|poisoned|scarred|crippled|electrocuted
            is|was|are|were what|who put|landed|sent ^2 in|to|into hospital|intensive_care|icu|a_and_e|a_coma|casualty
            died|killed|blinded|paralysed|paralyzed|drowned|choked because ^1 our|we|one_of_our|of_our
            driver|pilot|captain|skipper|drivers|pilots|courier ^1 was|were|had_been ^1 over|above|beyond ^1 legal|drink-drive|alcohol|permitted|statutory limit|hours
            set your|his|her|the kitchen|house|flat|home|bedroom|car|bed|sofa|hair ^1 on_fire|alight
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
            sold|shipped|used|installed|served|kept_selling ~6 knowing|although_we_knew|even_though_we_knew|despite_knowing
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
            we|i|acme|management|company|they knew|were_aware|was_aware|had_known|had_been_warned|were_warned ~4 and|but|yet|, ~3 sold|shipped|did_nothing|hid|ignored|kept|carried_on|still_sold|still_shipped|still_let|still_opened|still_ran|still_flew|still_served|went_ahead
            what|which we|they did|have_done|sold|said ~2 is|was|were ~2 illegal|unlawful|against_the_law|a_crime|criminal|fraud|theft|negligent
            we|i|acme|company stole|embezzled|defrauded|bribed|discriminated|colluded|price-fixed|evaded|falsified|forged|fabricated|doctored|perjured
            we|i|acme|company ~2 falsified|forged|faked|manipulated|tampered|backdated|destroyed|shredded ~3 records|results|tests|documents|data|evidence|reports|emails|certificates|figures
            we|i|acme|our_company failed|fell_short|fell in|to|of|below our|the|a|any|meet|fulfil|comply ~3 legal|statutory|contractual|law|regulatory|duty_of|our_duties_under|obligations|safety_law|regulations
            against the law
            contract|agreement|law|lease|licence|license|regulation*|gdpr|rights|warranty ~5 broken|breached|violated|infringed by us|acme|our ~2
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
        """, unless="you ^1 write|wrote|say|said|call|called|think|feel|claim\nwhether|if we|i|acme are|were\nallege*|claims|reported|lawyer*|accused\ncourt|tribunal|judge|ombudsman found|ruled|decided|held|concluded that\nfor|up_to the|a court|judge|judges|courts\ncourt will|is|has|may|to\ninvestigat*\nwe do not know\nwe don't know\nfind out\nmay|might|could have"),
    ),
)

RULES: Final = (LEGAL_ADMISSION,)
