"""Families of inside knowledge: not out yet, who is told what, money and deals, people of ours, tickets and ways in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.wording import looking_for

#: Who works for us, spoken of as one person.
_ROLE: Final = (
    "driver|pilot|nurse|guard|chef|cook|waiter|waitress|teacher|manager|agent|colleague|employee|technician|engineer|conductor|supervisor|trainer|coach|steward|stewardess|doctor|surgeon|midwife|cashier|barista|courier|"
    "receptionist|clerk|director|ceo|cfo|coo|cto|chairman|chairwoman|chair|president|founder|boss|officer|dean|lecturer|professor|headteacher|head|principal|caretaker|carer|developer|captain|moderator|intern|trainee|operator|foreman|"
    "lifeguard|vet|pharmacist|adviser|advisor|consultant|spokesman|spokeswoman|spokesperson|inspector|person_responsible|person|worker|handler|keeper|instructor|therapist|buyer|buyers|drivers|managers|nurses|guards|pilots|colleagues|employees|editor|journalist|presenter"
)
#: Who advises us, insures us or speaks for us.
_ADVISERS: Final = (
    "lawyer|lawyers|attorney|attorneys|counsel|barrister|barristers|solicitor|solicitors|legal_team|legal_department|legal_people|insurer|insurers|insurance|insurance_company|underwriters|pr_agency|pr_team|pr_people|pr_firm|pr_department|"
    "comms_team|comms_agency|comms_people|communications_team|crisis_team|crisis_agency|agency|auditors|accountants|law_firm|loss_adjuster|legal|compliance|bankers|investors|shareholders|head_office|hq|headquarters|corporate|upper_management|senior_management|compliance_team|compliance_officer"
)

_INSIDE: Final = looking_for(f"""
    haven't|have_not|hasn't|has_not|n't|not ~1 told|informed|notified|briefed ^1 the|our|any|anyone|anybody? ^1 staff|employees|workers|workforce|union|unions|press|media|public|customers|tenants|regulator|investors|shareholders|market|markets|journalists|authorities|anyone|dealers|partners|parents|residents ^1 yet|so_far|about
    staff|employees|workers|workforce|union|unions|press|media|public|customers|tenants|investors|shareholders|dealers|teams|residents|parents|nobody|no_one don't|doesn't|do_not|does_not|hasn't_been|haven't_been|won't_be|isn't|aren't|has|have ^2 know|knows|told|informed|heard|aware ^3 yet|until|this
    before|ahead_of|until ^2 it's|it_is|announcement|we ^1 of_the|is|are|made|goes|go|the? ^1 public|official|announced|announcement|out|publish|launch_it_publicly ^1 !this|that|here
    unofficially|confidentially|in_strictest_confidence|in_strict_confidence|privately_speaking|sub_rosa|hush ^1 !on
    isn't|is_not|not|n't|hasn't|aren't|yet_to_be ~1 been? ~1 out|unveiled|revealed|official|gone_public|in_the_papers|in_the_press|on_the_website|declared ^1 yet|till|until ~1
    won't|will_not|not ~2 be? ^1 out|public|announced|published|released|told|known|unveiled|made_public ^1 till|until|before|for ^2 after|election|next|week|weeks|month|months|monday|january|spring|results|vote ^2 but|so|please ^1
    which we|they|nobody|the_company ^1 haven't|have_not|hasn't|has_not|will_only|will|plan_to|won't ^1 yet? ^1 announced|released|published|disclosed|launched|unveiled|revealed|announce|release|unveil|reveal|told
    we're|we_are|company|they're|group|owners|management ^1 is|are? in|holding|conducting|having|close_to|entering|opening ^1 early|late|advanced|final|exclusive|first|secret? talks|negotiations|discussions|conversations ^1 with|to|about|over|on|for
    in ^1 early|late|advanced|final|exclusive|secret|preliminary|takeover|merger|sale talks|negotiations
    negotiating|talking|haggling ^1 with|to|over ^2 buyer|buyers|bidder|bidders|investor|investors|new_owner|new_owners|potential|competitor|rival|private_equity
    deal|merger|sale|takeover|acquisition|buyout|partnership|term_sheet ^4 closes|signed|signs|completes|is_done|goes_through|falls_through|collapsed|agreed|worth|says|be_signed|be_announced
    agreed|agree|fixed|offered|accepted ^1 on? ^1 a|the ^1 price|terms|sum|figure|deal|settlement|offer with|from|to ^2
    selling|sell|sold|offload|flog|spin_off ^1 off? ^1 the ^1 brand|business|company|division|site|factory|plant|unit|arm|subsidiary|chain|club ^1 to|for|off|next
    about|going|planning|preparing|set|due|likely|want|wants|intend|intends|plan|plans|will|'ll ^1 to? ^1 lay_off|make_redundant|axe|cut|cull|shed|let_go|close|shut|sell|scrap ^4 the_depot|the_branch|the_factory|the_site|the_plant|the_store|people|jobs|staff|employees|workers|posts|roles|positions|heads
    hundred|hundreds|dozens|thousand|thousands|forty|fifty|twenty|thirty|half|many|several ^2 jobs|roles|posts|positions|staff|people ^1 will|are_going_to|are_to|are_about_to|are_likely_to ^1 go|be_cut|be_lost|lose|be_let|be_axed|be_made
    {_ROLE}|branch|factory|plant|site|depot|store|office|hotel|shop|school|clinic|ward|route|product|brand|studio|title|league will|is_going_to|is_due_to|is_set_to|is_about_to ^1 close|shut|be_closed|be_sold|be_scrapped|be_dropped|be_axed|be_replaced|be_discontinued|be_let_go|resign|step_down|be_fired|be_sacked|go_under ^4 but|though|don't|not|please|quiet|yet|secret
    recommends|recommended|wants|proposes|proposed|considering|favours|discussing|mulling|weighing ^1 axing|closing|selling|scrapping|dropping|cutting|firing|sacking|outsourcing|merging|discontinuing
    running|run|runs|ran out of ^1 cash|money|funds|funding
    close|near to bankruptcy|insolvency|collapse|going_bust|the_wall
    haven't|have_not|hasn't|not patched ^3 yet|vulnerability|hole|flaw
    close|brink|verge|edge|facing|near|heading|headed ^1 to|of|for|towards ^1 the|of ^1 bankruptcy|insolvency|administration|collapse|going_bust|liquidation|receivership
    bank|banks|lender|lenders|creditors ^1 has|have|is|are|had ^1 called_in|given_us|gave_us|pulled|cut|cutting|refused|calling_in|withdrawn|frozen|nervous|extended|threatened|pulling ^3
    bank|lenders gave|pulled|refused|called|want|wants us|our|in|the|their ^3
    investors|shareholders|owners|backers|sponsors|board_members ^1 are|is|have|want|will|would|'re ^2 nervous|furious|unhappy|pull_out|pulling|worried|selling|leave|leaving|to_sell|out|threatening|losing_patience|breathing
    lost|losing|lose ^1 our|the|a|two ^1 of_our? biggest|largest|main|key|major|most_important ^1 client|customer|contract|account|sponsor|supplier|investor|clients
    miss|missed|missing ^1 our|the|this|all|its ^3 sales_targets|profit_target|profit_targets|growth_target|quarterly_target|quarterly_targets|annual_target|financial_targets|forecast|forecasts|numbers|earnings|guidance|sales_target|revenue
    quarterly|half-year|annual|full-year|unpublished|preliminary|q1|q2|q3|q4 ^1 numbers|figures|results|accounts|earnings|revenue|profit ^3 will|show|look|are|bad|down|worse|not
    sales|profits|profit|revenue|bookings|turnover|subscriptions|donations|cancellations|margins ^1 have|has|are|were|is? ^1 fell|fallen|dropped|down|collapsed|plummeted|up|halved|crashed|tanked ^3 #|percent|quarter|half
    we|it ^2 pay|pays|paid ^1 our|the|them ^1 supplier|suppliers|farmers|growers|factory|workers|couriers|drivers|riders|contractor|agency ^1 only|just|about|around|less_than? ^1 #|peanuts
    costs|cost us|them|acme|the_company ^1 only|just|about|around|roughly|less_than|under|next_to|barely? ^1 #|nothing|pennies ^2 to|a|per|each
    our|the|a ^2 margin|margins|mark-up|markup ^1 on|is|are|of
    set_aside|put_aside|set|put|reserved|earmarked|provisioned|budgeted|ring-fenced|ringfenced ^3 million|m|k|thousand|#|money|budget|sum ^3 aside|for ^1 claims|this|compensation|settlements|lawsuits|fines|legal|it|the
    has|have|'ve ^1 set|put ^1 aside|by ^1 #|million|money|a !new_date|new|few|room|table|fresh|second
    settled|settling|settle ^1 out_of_court|quietly|privately|with|for ^2 the|for|a|another|other|two|with ^3 family|families|#|sum|figure|victims|million|customer|claimant|guest
    settlement ^2 confidential|was|figure|sum|of|with ^2 #|six-figure|seven-figure|nda|confidential
    paid|pay|paying|offered|offering ^1 him|her|them|the|a|another|other|last|one ^8 to keep|stay|drop|withdraw|sign|shut ^1 quiet|silent|it|the|an|up|mum
    buy|bought|buying|paid|paying ^1 his|her|their silence
    hush|shush up|it|hush|now
    review|plan|report|draft|paper|analysis|proposal|list|figures ^4 that|which ^1 went|goes|was_sent|was_shown|was_put|is_going|goes_up ^1 to|before ^1 the board|works_council|ceo|management|directors|investors|shareholders|cabinet|trustees|owners
    figures|numbers|data|rates|statistics|test_results ^1 which|that ^1 we|the_company don't|do_not|never publish|release|give_out|make_public
    what's|what_is|all on the table|cards|plan in-house|internally
    but|and that|this stays here|between|with_us
    so that? nobody|no_one notices|finds_out|hears_of
    off the books !fee|payment
    staff|team|employees|union|unions|workforce|teams ^1 only? hear|hears|will_hear|get_told|will_be_told ^2 on|next|tomorrow|this ^1 !your
    seen by ^2 #|two|three|four|five|six|a_few|a_handful of us so_far
    talks|negotiations with ^3 are|is ^3 stage|advanced|closing|signing|final
    internally|in-house ^1 we're|we_are|they're|i'm ^1 working|planning|calculating|budgeting|aiming|counting|assuming|looking|expecting|talking ^1 with|for|on|at|of|about
    he's|she's|they're|he|she|{_ROLE} ^6 divorce|drinking_problem|drink_problem|drug_test|drugs_test|rehab|depression|burnout|burn-out|nervous_breakdown|breakdown_last|gambling|addiction|alcoholic|alcoholism|hungover|therapy|antidepressants|medication|stress_leave|mental_health|personal_problems|family_problems|private_problems|panic_attacks|miscarriage|pregnant|maternity|affair_with|marriage|cancer|chemo|bereavement|anger_management|aa_meetings|bipolar|adhd|autistic
    off|away|out|signed_off|absent|leave ^1 sick|work|on|ill? ^1 with|for|due_to|because_of stress|depression|burnout|anxiety|exhaustion|a_breakdown|mental|cancer|surgery|back
    he|she|they|who|{_ROLE} ^6 has|have|had|was|were|is|are|will|'ll|being ^1 since|just|already|now|quietly|immediately|be? ^1 been|be|being|being_let? ^1 fired|sacked|dismissed|let_go|terminated|disciplined|reprimanded|demoted|put_on_leave|placed_on_leave|suspended|escorted|stood_down|formally_warned|taken_off_shift|shown_the_door|axed|made_redundant|removed_from_post|on_gardening
    he's|she's|they've|they're|he'd|she'd|he'll|she'll ^3 fired|sacked|dismissed|let_go|terminated|disciplined|reprimanded|demoted|put_on_leave|on_leave|placed_on_leave|suspended|stood_down|formally_warned|made_redundant|written_up|on_notice|on_probation|up_for_promotion|being_moved|being_replaced|under_investigation|off_to ^1 !to_help|a_flying_start
    letting|let|getting_rid_of ^1 him|her|them ^1 go
    will|'ll|to|be|being|gets|got let go ^1 on|next|tomorrow|monday|friday|after|at|this
    he|she|they|who|{_ROLE}|two|both|our ^4 handed_in ^1 his|her|their|notice
    he|she|they|who|{_ROLE}|ceo|cfo|director ^2 resigned|quit|walked_out|stepping_down|steps_down|asked_to_go|asked_to_leave|asked_to_resign|forced_out|on_the_way_out|leaving_us|pushed_out|moved_aside|is_leaving|has_left ^6 announced|announce|monday|tuesday|wednesday|thursday|friday|yet|public|next|soon|quiet|please|over
    chairman|chairwoman|chair|ceo|cfo|director|manager|boss|head|president ^2 asked|forced|told|pushed|going ^1 to? go|leave|resign|out|quit
    performance|improvement|disciplinary|capability ^1 improvement|management? plan|review|hearing|procedure|process|warning|action|proceedings|meeting ^1 !of_the|data
    had|has|have|got|getting|gets|given|received|on|under|with ^2 # ^1 verbal|written|final|formal|previous|official? warnings|warning|reprimand|reprimands !of
    had|has|have|got|getting|gets|given|received|on|facing|with ^2 verbal|written|final|formal|two|three|several|previous|official ^1 written|formal|verbal? warnings|warning|reprimand|complaints_against|disciplinaries !of
    already|previously ^1 been? ^1 warned|disciplined|cautioned|suspended ^1 twice|once|before|three|in|for|by
    coaching|anger-management|anger_management|counselling|remedial|retraining ^1 session|sessions|course ^1 !for_you
    record|history|string|pattern|file ^1 of ^1 complaints|lateness|absences|misconduct|warnings|drinking|violence
    hr|human_resources|personnel ^1 is|are|has|have|'s|'ve|will|'ll|had ^2 looking|opened|investigating|dealing|preparing|file|interviewing|speaking|involved|spoken|started|suspended|talked|talking|taken
    hr|personnel file|files|record|records|case|says|said|knows|know|know_about|wants|has_a_file
    hr's|human_resources' ^1
    late|absent|drunk|asleep ^1 #|several|many times ^2
    slack|teams|whatsapp|discord|telegram|signal ^1 logs|channel|thread|messages|message|group|chats ^2 show|shows|say|says|prove|reveal|are|is|for|of|among
    in|on|from|per|via|our|someone_in|internal|ops|incident|crisis|war-room slack|intranet|confluence|sharepoint|jira|pagerduty|backlog|wiki|runbook|sprint|grafana|kibana|trello|basecamp|servicenow|stand-up|standup !app|outage|integration|bot|is_down|channel_is_down
    in|from|per|see|the|show|shows|according ^1 to? ^1 the|our|tuesday's|last|of ^1 minutes ^1 of|show|say|record|from|we
    minutes show|prove|record ^1 the|that|our|a|tuesday's|last|board
    it's|it_is|that's|is|was in the minutes
    board|committee|cabinet|council|steering|exec|trustees|governors|management|leadership|directors ^1 paper|papers|minutes|memo|pack|deck|discussion|briefing|away-day
    board|directors|trustees|governors|management|executives|leadership|owners|bosses|chairman|ceo ^1 has|have|had|was|were|is|are|already? ^1 rejected|turned_down|vetoed|blocked|refused|overruled|ignored|shelved|voted_down|knew|aware|warned|discussing|split|furious|unhappy|divided|emailed|been_warned|panicking|fighting|postponed|signed_off ^6 !you|your
    emailed|e-mailed|wrote_to|warned|told|memoed|messaged|alerted the ^1 chairman|chairwoman|chair|ceo|board|directors|management|minister|head_office ^2 in|about|of|that|on|last
    was|were|been ^1 warned|told|alerted ^1 about|of|to ^2 in writing|an_email|a_memo|a_letter|january|february|march|april|june|july|august|september|october|november|december|a_report ^1 !the_public
    list|lists|memo|file|document|documents|sheet|paper|figures|numbers|slide|slides|schedule|report|map|note ^1 is|was|are|were|'s ^2 for|only_for|meant_for|strictly_for ^1 managers|management|staff|the_board|directors|employees|insiders|internal_use|head_office|executives|shareholders ^1 only|eyes|alone|now
    our|the|my|a|your|some|company ^1 own? ^1 {_ADVISERS} !has_been|have_been|was|were|is|are|had_been|will_be ^2 told|tells|tell|advised|advise|advises|says|say|said|thinks|think|want|wants|don't_want|doesn't_want|won't_let|asked|ask|warned|warns|fear|fears|reckon|reckons|expect|expects|believe|believes|recommend|recommends|insist|insists|prefer|prefers|forbid|forbids|forbade|instructed|wrote|drafted|nervous|stopped_us|stop_us|suggests|suggested|made_us|would_rather|has_told|have_told|has_asked|have_asked|cleared|signed_off|vetoed !you|us_how|you_how
    our|the|counsel's|lawyer's|lawyers'|barrister's|solicitor's|attorney's|insurer's|legal ^1 {_ADVISERS}|view|opinion|advice|assessment|instructions|strategy|guidance ^1 is|was|says ^1 that|to|we|you
    legal|lawyers|compliance|pr|comms|insurers|head_office|hq|corporate|upstairs|management|the_top|above told|tells|asked|asks|wants|want|won't|says|said|don't|doesn't|made|signed|cleared|instructed|instructs|advised|forced|forbids|prefers us|me|to|let|not|that|it|off|we|i|everyone ^1 !you|know
    management|head_office|bosses|boss|hq|corporate|supervisor|manager|ceo|chairman|marketing|pr ^1 told|instructed|ordered|asked|wants|want|made us|me|everyone|all_of_us|staff ^1 to|not ^1 to? ^1 say|blame|keep|tell|deny|delete|lie|stick|not|use|write|post|avoid
    i've|we've|i_have|we_have|i_was|we_were|i'm|we're|everyone_was|staff_were ^1 all? ^1 been? ^1 told|instructed|asked|briefed|ordered|forbidden|banned|under_orders|not_allowed|advised ^1 not|to|from ^1 to? ^1 say|keep|blame|tell|talk|talking|comment|commenting|discuss|discussing|use|stick|deny|delete|name|mention|naming|post|admit|saying|apologise|apologize
    police|regulator|investigators|inspector|inspectors|authority|authorities|prosecutor|prosecutors|ministry|coroner|detectives|fire_service ^2 told|asked|tell|tells|have_told|has_told|have_asked|has_asked|let ^1 us|me ^2 privately|confidentially|in_confidence|not_to_reveal|off_the_record|informally|to_keep|know_privately|unofficially
    confidential|internal|unpublished|sealed|secret letter|letters|call|email|emails|warning|memo|note|meeting|conversation|briefing|tip-off|report|audit|letter ^1 to|from|with|showed|shows|says|said|of|between|last|on
    colleague|friend|somebody|someone|source|sources|insider|insiders|whistleblower|contact|people|mate|buddy|pal|former_employee ^1 in|at|from|here|inside|of_mine|within|on ^3 told|tells|tell|says|say|said|confirmed|whispered|admitted|leaked|claims
    insider|whistleblower|little_bird tells|told|says|said|confirmed ^1
    whistleblower|leaker|informant ^2 is|was|works|turns_out ^2 one|our|in|a|at|from
    heard|hear|understand|learned|learnt|gather|know ^1 it? ^1 from ^1 head_office|upstairs|accounts|a_colleague|the_office|management|inside|the_boardroom|someone|a_friend|hr|legal|marketing|reliable
    word|rumour|rumor|gossip|whispers|talk|buzz|rumours|rumors ^1 from|around|in|has_it ^1 upstairs|the_office|head_office|the_canteen|the_building|the_corridors|inside|above|the_floor|that|the_boardroom
    according to ^1 our|people|someone|a|an|the ^1 board|insiders|internal|hr|legal|on_our_board|on_the_board|draft|unpublished|leaked|confidential|lawyers|private|memo|inside|minutes|audit_that|colleague
    according to ^1 our|the ^2 internal|own_audit|risk_register|draft|legal|post-mortem|postmortem|root_cause|incident_report|server_logs|logs|crm|case_notes
    not|never ^1 meant|intended|written|supposed|for ^1 for|to_leave|to_be_seen? ^1 outside|external|outsiders|other|the_public's|your ^1 eyes|ears|consumption|readers|the_building
    oughtn't|ought_not|mustn't|must_not|shouldn't|should_not|not_free|not_at_liberty|no_right|no_business|not_cleared ^1 really? ^1 to? ^1 post|say|tell|share|write|mention|be_telling|be_saying|be_writing|quote|reveal|let_on|name|publish|talk ^1 !about_cause|a_number|more
    which|that|what ^1 i've|i_have|we've|we_have|i'm|we're|i|we ^1 no_right|not_allowed|no_business|can't|cannot|mustn't|shouldn't ^1 to? ^1 quote|say|share|post|mention|print|repeat|announce|publish
    can't|cannot|can_not|not_allowed_to|may_not ^1 officially|publicly|formally|yet|just|really? announce|confirm_it_yet|reveal|disclose_yet|go_public ^1 !a_date|a_time
    they|he|she|staff|tenants|it don't|doesn't|do_not|does_not know ^1 it|this|that|about_it? ^1 yet
    up for sale|grabs
    on the ^1 auction? block
    being|been|getting|will_be|to_be ^1 sold|bought|taken_over|merged|wound_up|hived_off|floated|broken_up|acquired ^1 to|by|in|off|next|come|this ^2
    in|into|heading_for|facing ^1 arbitration|litigation|mediation ^1 with|over|about|against|since ^2
    arbitration|litigation ^1 with ^1 them|the|our|a ^2
    it's|all|already|deal_is|is signed ^1 and|but ^1 !delivery|letter|for_by
    cash|money|liquidity|budget is|'s ^1 very|really|so? ^1 tight|short|running_out|gone|low ^1 till|until|at|this|so ^1
    keep ^1 it|this|that ^1 off|out ^1 of ^1 the ^1 timeline|record|press|papers|internet|feed|thread|group|news
    insurer's|lawyer's|lawyers'|board's|hr's|counsel's|consultant's|management's|ceo's|regulator's_private ^1 internal? ^1 memo|report|letter|email|note|paper|file|notes|minutes|view|warning|opinion ^2 !is_public|will_be_published
    counsel|barrister|compliance|underwriters ^1 thinks|think|says|say|asked|asks|advised|advises|reckons|wants|want|told|warned|believes|recommends|insists|fears
    cab_firm|contractor|supplier|agency|franchisee|landlord|tenant|cleaners|caterer|vendor|partner ^1 gets|is_getting|will_get|is_about_to_get|'s_getting its|their|his|her ^1 notice|marching_orders|papers
    supplier|contractor|agency|vendor|caterer|cab_firm|sponsor ^1 has|is|'s|was|will_be|have ^2 dropped|dumped|sacked|fired|axed|ditched ^1 next|but|quietly|yet|and ^2
    isn't|is_not|not|n't ^1 announcing|publishing|releasing|telling|disclosing|unveiling|saying|confirming ^1 it|this|that|anything|anyone ^2 until|till|before|yet
    this|that|it|which isn't|is_not|'s_not|not ^1 public|official|announced|out|for_publication|published|known ^1 : ^1
    isn't|not public|official the|our|we|but
    told|informed|tipped|briefed|assured ^1 off? ^1 by ^1 the|our|a|someone ^2 board|management|head_office|colleague|insider|legal|lawyers|hr|ceo|boss|directors|finance|on_the_inside|friend_in
    by|from ^1 legal|hr|compliance|the_lawyers|our_lawyers|pr|head_office|corporate ^1 to ^1 keep|say|not|stay|stick|delete|avoid|shut
    we'll|we_will|acme_will|they'll|going_to|about_to ^1 soon|shortly? ^1 be ^1 bought|taken_over|sold|acquired|merged|nationalised|wound_up|split ^1 by|to|with|up|in|next
    was|were|been|is|being|got ^1 let_go|fired|sacked|dismissed|suspended|moved_on|demoted|written_up|disciplined|reprimanded ^1 over|for|because_of|after|on ^1 this|it|that|monday|tuesday|wednesday|thursday|friday|the
    hr|human_resources|personnel told|tells|informed|confirmed|warned ^1 me|us
    our|the ^1 engineers|staff|inspector|technicians|auditor|auditors|doctors|nurses|safety_officer|consultants|developers|security_team|accountants ^1 had|have? ^1 warned|told|emailed|alerted|flagged ^2 managers|management|board|bosses|directors|us|head_office|superiors|ceo|leadership ^6 email|memo|last|in|months|years|ago|twice|repeatedly|writing
    in our|the bug_tracker|issue_tracker|internal_tracker|ticketing_system|crm|case_system|internal_system|tracker_as
    assigned|parked|owned ^1 to|with|by|on ^1 {_ROLE}|priya|raj|dev|the_backend|the_platform|platform|legal|qa|the_squad|squad
    settlement|payout|pay-off|deal|compensation|agreement ^1 with|for|to? ^4 was|is|of|came_to|worth ^1 about|around|over|for? ^1 #|two|three|four|five|half|several|six|seven ^1 million|figures|thousand|hundred|figure|m|k ^1
    lawyers|solicitors|legal|legal_team|counsel|insurers|insurer|board|management|head_office ^1 is|are|'s|'re|were|was ^1 against|opposed|nervous|worried|afraid|furious|keen|unhappy|terrified|scared|panicking|jittery ^3
    legal|lawyers|boss|manager|department|pr|hr|ceo|director ^2 would|will|'d|'ll|is_going_to ^1 kill|murder|fire|sack|have_my|shoot|strangle|go_mad
    it's|it_is|that's|they're ^1 not announced|public|official|out ^1
    shh|shhh|psst|hush|ssh ^1
    merger|takeover|sale|buyout|acquisition|settlement|severance|layoff|redundancy|closure ^1 talks|negotiations|discussions|plans|plan ^2 going|are|is|will|have|with|have_stalled|collapsed|continue ^1 !false|public
    we|they|bosses|management ^1 keep|kept|are_keeping|have_kept|'re_keeping ^1 it|that|this|them|these ^1 quiet|secret|hidden|under|from|internal|out
    keep|keep_it|keep_that|kept_it|kept_that quiet|hush|dark
    our|the|an|main|biggest investor|investors|owner|owners|shareholder|sponsor|partner|backer|backers ^1 want|wants|is|are|has|have|will|plans|plan ^2 out|leave|sell|pulling|pull|walk|walked|bailing|bail|quit|exit|to_cash
    esto es|queda interno|entre|confidencial
    esto|ceci|das|dies|questo|isto|dit es|est|ist|è|é|is interno|interne|intern|riservato
    despedirán|licencieront|entlassen|licenzieranno|despedirão|ontslaan ~2 cien|cientos|cent|hundert|cento|honderd|#
    my|our lips are
    mum's the word
    you'll|you_will|you read|see|hear ^1 about ^1 it|this|that ^1 in the papers|news|press
    watch the ^1 news|papers|stock|share_price ^1
    that's all|as_much_as we|i can|may|dare ^1 say|reveal|let_on|tell ^1 !at|for|about|today|now|until|about|without
    say no more
    i'll deny|deny_it
    delete this|that|it ^2 after|once|when|later
    don't|do_not|never|please_don't|shouldn't ~1 pass|spread|breathe|leak|forward|circulate|broadcast|blab|let_on|quote|repeat|print ^1 it|this|that|us|me|a ^1 on|around|word|further|to|anywhere|please
    between you ^1 me|us
    between me and
    please|kindly|you_must|would_you treat|keep|consider|regard this|it|that|these|what_i ^2 as? confidential|private|secret|quiet|in_confidence|to_yourself|to_yourselves|off_the_record|under|as_confidential
    for your|internal eyes|ears|use|information only
    just|only between
    not|never|hardly|shouldn't|should_not|can't|cannot|mustn't|supposed|allowed|n't ~2 say|saying|tell|telling|reveal|share|sharing|mention|writing|post|posting|know ~2 this|it|that|so ~1 but ^1
    codename|codenamed|code-named|code_name|working_title|internal_name|internally_known|known_internally|internally_called|called_internally
    draft|unreleased|unpublished|leaked|provisional|preliminary ^1 inspection|audit|safety|inquiry|investigation|expert|engineering|test|lab|toxicology? report|findings|results|conclusions|accounts|review|paper|budget|plan|schedule|version_of_the
    first|early|preliminary|unofficial|provisional|initial ^1 three|two|few|lab|test? results|tests|readings|samples|three|two|ones|findings ^2 came_back|were|are|look|suggest|show|point ^2 positive|bad|terrible|contaminated|fatal|failed|to ^1 !not_yet
    post-mortem|postmortem|autopsy|toxicology|tox_report ^1 doc|report|results? ^1 showed|shows|found|finds|says|said|suggests|on_our
    internal|own|secret|confidential ^1 audit|audits|tests|testing|review|investigation|report|inquiry|survey|study|figures|documents|emails|memo|files|numbers ^4 shows|show|showed|found|finds|says|said|say|concluded|suggests|suggest|revealed|proves|prove|blames|names|warned|lists
    vulnerability|vulnerabilities|hole|holes|flaw|flaws|bug|bugs|backdoor|exploit|leak|breach ^4 haven't|have_not|hasn't|has_not|not|isn't|n't|never ~1 disclosed|patched|made_public|reported|published|told|public|announced|closed_yet|known
    servers|server|systems|system|machines|database|website|firmware|tills|terminals|plugin|firewall ^1 still|currently ^1 run|runs|running|uses|use|is|are ^3 unpatched|outdated|windows_xp|unsupported|unencrypted|default|old_version|end-of-life|open_to
    firewall|alarm|alarms|camera|cameras|cctv|backups|backup|security|sensors|locks|lock|monitoring|encryption ^1 is|are|'s ^1 currently|still|always|all|usually|switched|turned|actually? ^1 off|disabled|down|switched_off|turned_off|dummies|fake|broken|not_recording|not_working|not_connected ^2 at|on|until|this|since|for|right
    nobody|no_one guards|watches|monitors|checks|patrols ^3 at_night|weekends|after
    next_year's|next-generation|next-gen|upcoming|coming|forthcoming|2027|2028|2029|new|unreleased|future ^1 model|version|phone|car|console|title|game|album|season|release|range ^6 slips|slip|delayed|pushed|will_cost|leaks|drops_in|comes_out_in|ships_in|ships_on|will_ship|postponed|scrapped|isn't|is_not|hasn't|not_yet
    slips|slip|slipped|pushed|delayed ^1 back? ^1 to ^1 #|next|q1|q2|q3|q4|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter ^9 yet|announce*|public|told|dealers|unveil*|because_of ^1
    our|the|on|per|internal|product ^1 internal|product? roadmap ^2 has|says|for|shows|in|until|as|till|q
    under embargo|wraps|nda
    nda|embargo ^2 until|till|runs|lifts|expires|with|forbids|on
    supplier|vendor|subcontractor|manufacturer|factory is|was ^2 but_that's|but_that_is|but_don't ^1 confidential|secret|though_that
    quietly|secretly|covertly|discreetly|silently|on_the_quiet ^1 settled|changed|change|changing|dropped|dropping|replaced|replacing|removed|withdrawn|withdrawing|testing|tested|sold|bought|planning|moved|paid|closed|closing|working|shelved|fixed|patched|recalled|deleted|stopped|agreed|looking|preparing
    likely|probably|going_to|expected|will|about_to|plans_to|wants_to|threatened_to ^1 fine|prosecute|sue|charge|revoke|pull|suspend ^1 us|our ^3
    had|has|got|given|received|on|under ^1 his|her|their|a ^1 first|second|third|final|last|written|verbal|formal ^1 warning
    our|the ^2 budget ^4 run_out|ran_out|is_gone|is_spent|used_up|been_frozen|was_frozen|is_frozen
    my|our boss|manager|ceo|cfo|coo|director ^1 told|tells|says_to me|us ^1 !to|about
    draft ^5 says|names|gives|shows|has_us|puts ^4
    though|although it's|it|that|this ^1 not|hasn't|isn't|has_not|is_not ^1 been? released|announced|public|published|official|out
    bonus|bonuses|salary|pay_rise|severance|pay-off|payoff|golden_handshake ^2 of|worth|is|was|tied|depends|# ^2
    ceo|cfo|director|boss|chairman|president|manager ^2 earns|earned|makes|took_home|pocketed|got ^2 #|million|bonus
""", negated=True, unless="stayed|stay|stays|remained|conversation|contract|agreement|chat|messages|call|dispute ^1 between\nhaven't|hasn't|isn't|aren't|wasn't|not|never ^1 been? ^1 bought|sold|merged|acquired|taken_over\nminutes ^1 are|is|at|will ^4\ndelete it|that_mail|the_email\ntreat*|handle*|keep|kept|hold|store* ^2 your|all|every ~4 confidential*|confidence|private\npublic|published|open roadmap\nagainst|without|bound|ask|asked|have_to|need_to|had_to ~3 nda\nno|not|never|nobody|n't ~2 secret|nda|code_name|embargo|hidden|anything_to_hide\nnot confidential\nnothing ^2 secret|hide|about\npublish*|published ~6 review|report|minutes|audit|names\ncouncil|public|open ^1 meeting|session\nno plans|talks|decision\nno truth\nrumours|rumors|rumour|rumor ^2 is|are|that ~6 false|wrong|untrue|not_true\ncan't|cannot|won't|will_not|not_able ~2 discuss|comment|share|disclose|say_more\nyour data|details|messages|report|information|records|file|chat ~4 confidential*|private|encrypted\nyou|your ~1 lawyer|lawyers|insurer|insurance|solicitor|bank|doctor\npublished|public|announced ^3 on|today|yesterday|here")

_TICKET: Final = re.compile(r"(?<![\w-])(?!LOT|COVID|SARS|CVE|ISO|EN-|DIN|BS-|UTC|GMT|IEC|IEEE|RFC|PDF)[A-Z]{2,8}-?\d{2,9}\b")
#: What stands before it where it is one of our own.
_TICKETS: Final = re.compile(
    r"(?<!your )\b(?:ticket|jira|tracked|filed|logged|raised|backlog|bug|issue|incident|post-?mortem|doc|epic|story|runbook|sits in|parked in|change|our|under)\b[^.!?\n\d]{0,22}$", re.IGNORECASE)
_NAMED: Final = re.compile(r"(?:INC|CHG|PRB|TASK|REQ)-?\d{4,9}")
_HOST: Final = re.compile(r"\b(?:db|prod|srv|app|web|api|mail)-(?:prod|stage|staging|live|eu|us|master|primary|replica)[\w-]*\d\b")
_PROJECT: Final = re.compile(r"\b(?:[Pp]roject (?!(?:Manager|Gutenberg|Lead|Leader|Office|Team|Management|Director|Runeberg|Zero|Zomboid|Planning|Coordinator|Fi|I|Is|In|We|The)\b)[A-Z][a-z]{2,}|Operation [A-Z][a-z]{3,})\b")
_SECRET: Final = re.compile(r"\b(?<!your )(?:password|passcode|passphrase|door code|alarm code|safe code|gate code|entry code|wi-?fi code|admin pin|master key|api key)\b[^.!?\n]{0,40}?\b(?:is|was|were|stays)\b:? \W?(?=\S*\d)[\w!#$%&*@-]{3,}")


def _names(draft: Draft, _: Brief) -> Iterator[Hit]:
    """Tickets, projects and ways in, by how they look."""
    for pattern, text in ((_TICKET, draft.text), (_HOST, draft.own), (_PROJECT, draft.text), (_SECRET, draft.own)):
        for found in pattern.finditer(text):
            if draft.own[found.start()] == "\x01":
                continue
            if pattern is _TICKET and not _NAMED.fullmatch(found[0]) and not ("-" in found[0] and _TICKETS.search(text[max(0, found.start() - 40):found.start()])):
                continue
            yield Hit(*found.span())


#: Inside knowledge by its words, and by the names that only insiders use.
INSIDE: Final = (_INSIDE, _names)
