"""The rule of what is confidential: what is said in its own words; families of what insiders know are in ``inside``."""

from __future__ import annotations

from typing import Final

from warroom.domain.tone import inside, tongues
from warroom.domain.tone.kinds import Level, Rule
from warroom.domain.tone.wording import all_of, looking_for

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
            internal|in-house ~1 memo*|document*|report|reports|email*|e-mail*|investigation|audit|review|data|figures|numbers|note|notes|forecast*|roadmap|chat|slack|presentation|code_name|codename|discussion*|sources|test_results|tests|target*|ticket|wiki|estimate*|guidance|analysis|findings|policy|communications|message*|meeting*|budget|projections|study|deadline|briefing|assessment|records|log|logs|system|dashboard
            our|company's|the legal|lawyers|lawyer|attorney*|counsel|solicitor* team|department|counsel|advisers|advisors? ~1 told|advised|says|said|asked|instructed|forbid*|forbade|recommends|recommended|has_advised|have_advised|thinks|think|believes|want|wants|warned|is_preparing|are_preparing|have_told|has_told|have_asked|has_asked|won't_let|does_not_want|don't_want
            legal|lawyers told|advised|says|said|asked|won't_let us
            advice of|from our legal|lawyers|counsel|lawyer|solicitors|attorney
            attorney-client|legal|legally privilege*
            strictly|highly|company|still|this_is|that_is|that's|it_is|it's|is|are|remains|and confidential|top_secret|classified|proprietary|embargoed !and_only|we_keep|when
            confidential|proprietary|secret|embargoed|privileged|classified|sensitive ~1 info*|document*|report*|data_shows|memo|agreement|agreements|deal|talks|details|settlement|source*|project|formula|recipe|plan*|roadmap|negotiations|terms|until|file
            between you and me|us !and_it
            marked|stamped|labelled|labeled|classed|classified ^1 as? ^1 internal|confidential|restricted|not_for|for_internal|secret !use_only
            between us|ourselves !and|, ^1
            board|directors|management|executives|leadership|bosses|owners|ceo|cfo|coo|chairman|chairwoman|chair has|have|had|is|are ~1 already|secretly|quietly|privately|internally|just|behind|now ~2 decided|voted|agreed|approved|chosen|planning|planned|signed|discussed|considering|talking|looking_for|resigned|selling|closing
            set|put|setting|putting|put_money|set_money aside ~6 settlement*|claims|compensation|lawsuit*|legal|payouts|damages|fines
            legal|lawyers|lawyer|counsel|solicitors|attorneys|insurers|insurer|pr_team|pr_agency|communications_team|head_office|hq has|have|had|just|also told|advised|said|asked|instructed|warned|forbidden|ordered|approved|cleared
            insurers|insurer|pr_team|pr_agency|agency|comms_team|communications_team|head_office|hq told|advised|asked|instructed|warned|forbade|ordered|wrote|wants us|me|that|this
            told|advised|instructed|asked|ordered|warned|briefed|allowed not to ~1 say|comment|talk|share|speak|tell|discuss|admit|mention|disclose|reveal|answer
            merger|acquisition|takeover|buyout|restructuring|layoffs|redundancies|ipo|deal|sale|recall|launch ~6 not_public|not_yet_public|isn't_public|not_been_announced|announced_next|to_be_announced|not_announced|will_be_announced|secret|under_wraps|hush-hush
            we're|we_are|acme_is|they_are about|set|due|going|planning to ~1 be_bought|be_acquired|be_sold|be_taken_over|merge|close_the|close_ten|close_all|cut|announce|sell|recall
            layoffs|redundancies|job_cuts|store_closures|plant_closure* are|is|planned|coming|next|will|in ~2
            he's|she's|ceo|boss|director|manager|chair|he|she|founder|president|officer|colleague|chief ^3 having|undergoing|receiving|in|on|for|with chemo|chemotherapy|rehab|cancer|depression|burnout|sick_leave|stress_leave|maternity|gardening_leave|a_breakdown
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
            unannounced|unreleased|upcoming|secret|next-gen|codenamed ^1 model|product|version|feature|merger|closure|launch|partnership|restructuring|layoffs|product_line
            leaked|leaking memo*|document*|email*|report*|slides|internal
            you didn't|did_not|never heard|get|hear|read ~3 from me|us|here
            heard|hear it|this from me|us|a_colleague|someone_inside|inside !first|by|on|here|at|again|before|as|,
            embargo*
            just|strictly|only|purely between us|you|ourselves|these
            off the record
            under|signed|by|an|our|breaking|of|have nda|ndas|embargo|n.d.a|non-disclosure|non_disclosure_agreement|a_gag_order|an_nda|an_embargo|wraps
            non-disclosure
            nda|ndas
            gag order
            unreleased|unannounced|unpublished|pre-release|prerelease|undisclosed|not_yet_announced|yet-to-be-announced|soon-to-be-announced|unlaunched
            not|isn't|hasn't|haven't|has_not|have_not|n't|aren't ~1 been? public|yet_public|announced|published|released|disclosed|official|made_public|told_the_public|for_publication|supposed_to|meant_to|allowed_to|yet_announced|authorised_to|authorized_to|gone_public ~3 yet|but|say|share|tell|talk|discuss|until|know|this
            about|going|planning|plan|preparing|set|due|hope|intend|ready to announce|acquire|merge|launch|lay_off|close_the_deal|buy|sell_the|cut_jobs|shut_down|sign|go_public|file_for|fire|replace_our_ceo|divest ~4
            ongoing|pending|current|upcoming|active|open|confidential|sealed litigation|lawsuit*|legal_case|settlement|negotiation*|merger|acquisition|talks|investigation_by|legal_proceedings|legal_dispute|court_case|layoffs|restructuring|redundancies|takeover|ipo|arbitration
            you_didn't|you_did_not|you_never hear|heard ~3 this|it_from|that_from|it_here
            don't|do_not|please_don't|please_do_not|you_didn't ~1 share|tell|repeat|spread|quote|forward|pass_this|mention|breathe|publish|screenshot|let_anyone|say_anything ~3 this|anyone|anybody|it_from|a_word|that|outside|it_here|it_on|this_on
            keep|keeping|stays|stay|kept|remain this|it|that|between|strictly|quiet|secret|under ~2 yourself|between_us|quiet|secret|confidential|wraps|private_please|your_hat|hush
            keep this|it to|quiet|between|under|secret
            you didn't|did_not hear this|it|that
            secret|code-named|codenamed|code_name|working_title|project project|name|recipe|formula|feature|deal|plan ~1
            confidential|secret|classified|undisclosed|privileged|sealed|private_internal|internal_only ~1 audit*|review*|study|studies|test*|finding*|investigation*|probe|list|file*|letter|call|meeting|conversation*|slide*|paper*|survey|assessment|inspection|budget|number*|figure*|price*|data|contract*|briefing
            in|holding|started|having|secret talks|negotiations|discussions to|with|about|over|on ~3
            looking|searching for a ~1 buyer|investor|new_ceo|replacement_ceo|successor
            file|filing|filed for bankruptcy|insolvency|administration|chapter
            our|the ~1 cash|money|funds|bank_covenant* ~2 runs_out|run_out|low|gone|tight|only_lasts
            plan|plans|intend|decided to ~1 close|shut|sell|discontinue|kill|axe|scrap|drop|fire|cut|outsource ~4 quietly|next_month|next_quarter|next_year|soon|in_spring|in_autumn|by_summer|after
            medical|hr|personnel|disciplinary file*|record*|procedure|hearing|proceedings
            told|tells|tell|said|heard|learned|learnt|confided|whispered|mentioned ~3 in_confidence|in_secret|privately|secretly|behind_closed|off_record
            agree*|reached|sign*|offer*|negotiat*|discuss*|pay*|close_to|working_on ~4 settlement*|out-of-court|hush
            layoffs|redundancies|job_cuts|restructuring|closure|closures|takeover|merger ~4 announced|public|confirmed|official|news
            announced|official next|on|in|this|after|tomorrow|soon ~1 week|month|monday|tuesday|wednesday|thursday|friday|quarter|year !here|at
            quote|cite me|us on|as|here?
            real|true|actual reason|cause|story is|was|behind ~1 the|that|a|we ~2 layoff*|merger|budget|cost*|cut*|strike|sale|deal|ceo|management|money
            insider|inside information|knowledge|info|source*|scoop|word
            staff|employee|hr|personnel record*|file*|salary|salaries|disciplin*
            he|she|they|who|employee*|colleague*|manager|driver|guard|nurse|person|staff|worker*|agent|team_member|member ~2 was|were|has_been|is_being|been|have_been ~1 disciplined|suspended|fired|sacked|put_on_leave|reprimanded
            trade secret*
            source code|credentials
            access|api|admin|root|master|server|database|wifi|default|staging password*|token|key|keys|credentials|login
            not for|meant_for publication|public|release|circulation|distribution|the_public|public_release
            i|we shouldn't|should_not|am_not_supposed_to|'m_not_supposed_to|are_not_supposed_to|'re_not_supposed_to|am_not_allowed_to|'m_not_allowed_to|aren't_supposed_to|probably_shouldn't|can_tell_you_privately ~1 say|tell|share|be_telling|be_saying|be_sharing|reveal|disclose|mention
            i'm|we're not|n't supposed|allowed|meant|authorised|authorized to say|tell|share|reveal|disclose|talk
        """, negated=True,
            unless="stayed|stay|stays|remained|stop|conversation|contract|agreement|misunderstanding|chat|messages|call ^1 between\nthey|concerned|affected|staff|employees|families|everyone|everybody|colleagues ^1 have|all|first? ^1 heard\nwe|i announced ^1 on|in|last|that|yesterday\nshared|passed|discussed|raised|forwarded ~3 internally\nnothing about\nminutes ^1 are|is|at|will ^4\npublish*|published ~6 review|report|minutes|audit|names\nshould|deserve*|owed|entitled ~3 hear|know\nnobody|no_one|no|never|without ~6 nda|ndas|secret|code_name\nhow the|our|these|your ^1 redundancies|layoffs|job_cuts|closure|closures\nnot confidential\nkeep your ~4 confidential\nyour messages|data|details|report|information|file|case|record|records|name|visit|chat ~4 confidential\ncan't|cannot|won't share|discuss|disclose|give|comment\ntreat* ~4 confidential*|confidence\nhandle*|treat*|keep|kept|hold|held|stay* ~4 in_confidence\nwe keep|treat|hold\nwe will not|never share"),
    ),
)

RULES: Final = (CONFIDENTIAL,)
