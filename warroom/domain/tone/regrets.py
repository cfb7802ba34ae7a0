"""More families of the apology that is none: a pity, a condition, a feeling, a mistake that made itself.

What regrets and what is regretted are slots; a sentence that says what we did is left alone.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.wording import all_of, looking_for

_REGRET: Final = "sorry|apologise|apologize|apologies|apology|regret|regrets|regretted|regrettable|pity|shame|saddens|saddened|sad|sadly|unfortunate|pardon|forgive|sympathise|sympathies|condolences"
_SAD: Final = "regrettable|unfortunate|pity|shame|sad|regretted|disappointing|lamentable|deplorable|saddening|unlucky"
_WHO: Final = "anyone|anybody|someone|somebody|any|the|our|this|it|you|some|that|there|people|customers|guests|readers|viewers|feelings|offence|offense"
_TAKEN: Final = "taken|read|seen|understood|received|perceived|interpreted|viewed|heard|construed|felt|experienced|regarded"
_FEELING: Final = "frustration|disappointment|feelings|feeling|anger|unhappiness|displeasure|annoyance|irritation|upset|dissatisfaction|discomfort|grievance|concerns|distress"

_SORT_OF: Final = looking_for(f"""
    it's|it_is|that's|that_is|this_is|which_is|it_was|is|was ^2 {_SAD} ^1 that|if|how|when !we|our|i
    should {_WHO} ~12 {_SAD}|sorry|apologise|apologize|regret|never_the_idea|not_the_idea|never_the_plan|never_the_aim|not_the_aim|feel_for|never_our|not_our
    if|insofar_as|in_so_far_as|to_the_extent|in_case|wherever {_WHO} ~10 {_SAD}|never_the_idea|never_the_plan|never_the_aim|sorry|regret|apologise|apologies
    apologise|apologize|sorry|apologies|regret|pardon|forgiveness ^3 insofar|in_so_far|to_the_degree|where_applicable|if_applicable|if_needed|if_required|if_necessary|if_appropriate
    saddens|pains|troubles|distresses|grieves|disheartens us|me ^1 that|to|if|when|how !we|our
    hate|hates|sad|saddened|unhappy ^1 to_hear|to_see|to_read|to_learn? ^1 that|if? you|people|some|anyone ^1 feel|felt|see|saw|think|thought|found|find|came|left
    pardon|forgive|excuse us|me|our|them|him|her ^2 if
    beg|bad|pardon|regrets|condolences ^2 if
    {_REGRET} ^2 for|about|to_hear_of|to_hear_about|to_read_of ^1 your ^1 {_FEELING}
    {_REGRET} ^2 for ^1 appearing|seeming|sounding|coming_across|looking|coming_over|giving_the_impression|leaving_the_impression
    {_REGRET} ^3 it|matters|things|the_situation|a_situation|this_situation|such_a_situation|this ^1 has|have|had? ^1 come_to|arose|arisen|turned_out|ended_up|reached_this|got_to|escalated|developed|occurred|unfolded
    {_REGRET} ~5 wasn't|isn't|not|didn't|hasn't|weren't|did_not|was_not ^1 to|for|as|your|what|work|go ^1 your|everybody|everyone|everyone's|out|as|you|you'd ^1 taste|liking|cup|for_you|hoped|planned|wished|had_in
    {_REGRET} ~3 expectations ~1 weren't|were_not|not
    {_REGRET} ^1 that|to_hear|to_hear_that|if? you ^2 weren't|were_not|aren't|are_not ^1 satisfied|happy|pleased|impressed|comfortable
    {_REGRET} ^1 that|if? you ^1 had|have|felt|feel ^1 had? ^1 cause|reason|need|to_write|occasion|such_a_bad|a_bad_time|such_an
    {_REGRET} ^1 that|if? you|anyone|people|some ^1 had|have|has ^1 to ^1 experience|live|perceive|see ^1 it|this|that|us|our ^2 as|like|this_way|that_way|so
    {_REGRET} ^1 that|if? you|they|people|some|anyone ^1 can't|cannot|didn't|couldn't|don't ^1 take_a|get_the|see_the|like|share|appreciate
    {_REGRET} ^2 that|if|to_hear|for? ^3 some|certain|several|a_few|a_number|many ^1 of? ^1 our|the|you? ^1 guests|customers|people|viewers|readers|users|fans|of_you|members|visitors|passengers ^1 were|was|are|felt|feel|found|took|got
    {_REGRET} ^6 distress|upset|hurt|offence|offense|inconvenience|confusion|discomfort|frustration|anger|concern|worry|alarm|disappointment|unease ^1 which|that|any|this|it|our|the ^8 may|might|could ^1 have
    {_REGRET} ^2 to|for ^1 anyone|anybody|whoever|those|all_those|everyone|everybody|any|all|people ^1 of_you? ^1 who|whom|that ^2 felt|feel|feels|found|took|may|might|could|it_may|it_might|it_has_upset|thinks|thought|considers
    to|for|with whoever|anyone|anybody|those|all_those|everyone|everybody|any_of_you|all_of_you|people who|whom|that ^2 felt|feel|feels|found|took|may|might|could|was|were|is|has|thinks|thought|considers|saw ^8 sorry|apologise|apologies|regrets|regret|we_feel|we_hear|our_thoughts|sympathies|thinking
    some|things|matters|not_everything|it_all|everything|events|one_or_two_things ^1 things? didn't|did_not|hasn't|have_not|haven't ^1 quite|always|all? ^1 go|gone|work|worked|turn|turned|run ^1 the_way|as|to_plan|well|right|out|smoothly|like
    inaccuracies|inaccuracy|mistakes|mistake|errors|error|typos|flaws|oversights|oversight|irregularities|slip|slips|misunderstanding|misunderstandings|gremlins ^2 found|made|crept|slipped|arose|occurred|happened|got|worked|sneaked|snuck|appeared|took_place|has_happened|have_happened ^1 their|its|in|into|through|somewhere|along|at|during|on|here|there|and
    a|an|some|the|human ^1 mistake|error|oversight|slip|misjudgement|lapse|misunderstanding|miscommunication|mix_up happened|occurred|crept|arose|took_place|slipped|has_happened|has_occurred|came_about
    corners|balls|lines|wires|signals|steps|opportunities|warnings|signs|the_ball|a_ball|a_line ^1 was|were|got|have_been|had_been ^1 perhaps|clearly|sadly|evidently|somewhere? ^1 cut|dropped|crossed|mixed|skipped|missed|overlooked
    wrong|false|bad|unfortunate|mistaken ^1 impression|impressions|turn|turns|note|notes|tone|message|signal|signals ^1 was|were|has_been|have_been|may_have_been ^1 given|taken|struck|created|sent|conveyed
    something|things went ^1 wrong|awry|astray|sideways|amiss ^1 somewhere|along|here_and|that_day|on_the_day|that_night|on_all_sides|at_some_point|in_the_process
    perhaps|maybe|possibly|arguably|with_hindsight|in_hindsight ^4 could|might|may ^1 have ^1 been? ^1 worded|phrased|handled|put|said|expressed|communicated|done|chosen|timed|unlucky|unfortunate|clearer|better|framed
    could|might|may ^1 perhaps|maybe|possibly|arguably ^1 have ^1 been? ^1 worded|phrased|handled|put|said|expressed|communicated|done|chosen|timed|unlucky|clearer|better
    see|understand|appreciate|realise|realize|acknowledge|accept|recognise|recognize|concede|know ^1 that|how ^5 may|might|could ^1 well? ^1 have ^1 come_across|come_over|seemed|sounded|appeared|looked|surprised|landed|been_perceived|felt|caused_some|upset_some|irritated|confused|struck
    and|but|do|truly|deeply|also regret|regretted it|them|this
    if|should|where ^1 any|the|there|feathers|toes|anybody's|someone's|people's ^4 ruffled|trodden|upset|offence|offense|hurt|crossed|bruised ^6 {_SAD}|regret|sorry|apologise|apologies
    feel|felt bad|sorry|sad|for ^1 that|if|for ^1 you|people|those|anyone|some|everyone ^1 feel|felt|who|are|were|bad
    {_REGRET} ^2 for|to ^1 any|your ^1 unease|having_been|being|bother|upset|impression|discomfort|confusion|disquiet|ill_feeling|feeling
    {_REGRET} ^2 ^1 should|if|in_case|where ^1 the|our|this|that|it|any|some|anything ^6 much|strong|far|wrong|some|harsh|offence|badly|upset|confusing
    {_REGRET} ^1 if|that|this ^1 is ^1 how ^1 you|people|some|they|it
    {_REGRET} ^1 that|if? ^1 some|certain|people|folk|a_few ^2 are|feel|were|felt|have|find ^1 cross|angry|upset|unhappy|hurt|put|sad|disappointed|offended|annoyed|aggrieved|let
    {_REGRET} ^2 to ^1 all|those|everyone|anyone|whoever|people ^2 who|that ^2 were|was|are|is|feel|felt|needs|need ^1 put|cross|upset|hurt|offended|disappointed|unhappy|out|to_hear
    {_REGRET} ^1 for|about ^1 the|any ^1 way ^1 it|this|that|things|he|she ^1 came|come|sounded|looked|landed|went|was_put|turned
    {_REGRET} ^1 if|where ^1 apologies|one|an_apology|sorry|amends ^1 are|is ^1 due|called|needed|owed|wanted|in_order
    matter|cause|source of regret|sadness ^1 that|to
    there|it ^1 seems|appears|would_seem ^1 to ^1 be|have ^1 been? ^1 a|an|some ^1 hiccup|mistake|error|glitch|mix_up|slip|misunderstanding|oversight
    mistake|error|slip|typo|hiccup|glitch|misunderstanding ^1 seems|appears|may|must|might ^1 to? ^1 have ^1 been|found|crept|slipped|happened|occurred|made
    situation|circumstances|evening|outcome|timing|night|day|experience|communication|handling ^2 was|were|is ^1 less|far|not ^1 than|from|quite? ^1 ideal|perfect|optimal|happy|smooth
    things|it|matters|evening|night|day|everything ^1 could've|could_have|might_have|may_have ^1 gone|been|run|worked|turned_out ^1 better|smoother|more|differently|easier
    what|that ^1 happened|occurred|took_place ^2 was|is ^1 very|most|deeply|clearly? ^1 {_SAD}
    standards|things|matters|details|communication|balls ^1 slipped|were_let|went_astray|got_lost|fell_through|fell_down
    not our|the|anyone's finest|best|proudest hour|moment|day
    feelings|emotions|tempers ^1 ran|run|have_run|were_running ^1 high
    was|were|is|wasn't|weren't|isn't ^1 not|never? ^1 meant|intended|designed|supposed ^1 to ^1 cause|give|be ^1 any|an? ^1 offence|offense|hurt|harm|upset|disrespect|offensive|hurtful
    {_REGRET} ^1 that? you|they|people|some didn't|did_not|don't|couldn't ^1 feel|find|think !safe|well|able|it_in|it_on|it_at|the|your|a|out|anyone|any
    {_REGRET} ^2 to|for|with ^1 all|those|everyone|anyone|whoever|people|anybody|any ^1 of_you? ^1 who? ^1 was|were|is|are|got|feels|felt|been? bothered|annoyed|irritated|shocked|disappointed|unsettled|uncomfortable|startled|alarmed|confused|insulted|put_off|saddened|unhappy|displeased|disturbed|troubled|aggrieved
    if anything|something|anyone|any|some|someone|our|the ~12 we|i ^3 apologise|apologize|sorry|regret
    {_REGRET} ^1 that? the|this|your|our ^7 fell|fallen|fall short ^1 of ^2 expectation*|hopes|standard|standards|what_you
    was|were|wasn't|weren't not? ^1 experienced|received|perceived|taken|seen|understood ^1 in|as|the ^1 way|manner|spirit|light ^5 hoped|intended|meant|wished|planned|wanted
    {_REGRET} ~6 you_say|you_claim|you_believe|you_seem_to|you_think|you_feel ^2 you|have|was|were|we|our|happened|there
    saddened|disappointed|sad|sorry|concerned|upset|dismayed ^1 to ^1 learn|hear|read|see|find ^1 that? ^1 our|your|the ~4 didn't|did_not|not|wasn't ^1 live_up|meet|met|satisfy|come_up|match|what_you|up_to
    {_REGRET} ^1 that? it|this|that|things ^1 didn't|did_not|wasn't|hasn't|doesn't ~1 live_up|meet|met|match|come_up ^2 expect|expected|expectation*|standard|standards
    {_REGRET} ^1 that ^4 has|have|may_have|had? caused|given ^1 some|people|you|many|certain ^2 concern|offence|upset|distress|frustration|worry|alarm|unease|disappointment
    source|cause of ^1 frustration|concern|upset|annoyance|irritation|disappointment|unhappiness ^1 to|for ^1 you|some|people|many|customers|everyone
    shame|pity|sad ^1 that? you|they|people|some feel|see|think|took|felt|saw ^1 that_way|like|this_way|it|us|about|so
    never|not ^1 wanted|meant|intended|wished|set_out ^1 to ^1 hurt|upset|offend|alarm|confuse|insult|mislead|step
""", negated=True, unless="""
we|i|i've|we've ^1 got|made|sent|lost|broke|failed|were_wrong|was_wrong|wrong|did|didn't|should|shouldn't|let|sold|charged|told|left|caused|took|gave|forgot|hurt_you|misled|wrote|posted|published
our ^2 mistake|fault|error|doing|failure|responsibility|side|carelessness|failing
by us
on us
no excuse
wrong of us
you_get|you'll_get|refund|refunded|voucher
would be
quoted|said ^1 sorry ^1 if
if_only|if_needed_call
""")

_CAME_AWAY: Final = looking_for(f"""
    came|come|comes|left|leave|walked|went|gone away|home ^1 with|feeling|thinking|believing
    came|come|comes|walked|went|gone out ^1 feeling|thinking|believing
    struck|strike|strikes|hit|hits|landed|rubbed ^1 people|some|you|anyone|everyone|them? ^1 a|up|the ^1 wrong|cold|false|sour|bad|off ^1 note|way|chord|nerve|notes
    could|should|can|might|may|was|were|been|be ^2 {_TAKEN} ^2 in_such|that_way|in_a_way|like_that|otherwise|differently|as|out_of|so|badly|amiss|wrong|wrongly|personally
""", negated=True, beside=f"{_REGRET}\nfeel for", unless="our ^2 mistake|fault|error|doing|failure\nwe|i ^1 got|made|sent|lost|broke|failed|wrong|should|didn't")

_ELSEWHERE: Final = looking_for("""
    fehler|versäumnisse|pannen|dinge ^1 sind|wurden|ist|haben ^2 gemacht|passiert|geschehen|unterlaufen|begangen|schiefgelaufen|falsch_gelaufen
    es|da wurden|sind|ist ^1 fehler|etwas|dinge|einiges|manches ^1 gemacht|passiert|schief|schiefgelaufen|unterlaufen|geschehen
    tut|leid|bedauern|bedauere|entschuldigung|entschuldigen ~3 wenn|falls|sofern|sollte ~8 verletzt|angegriffen|gestört|enttäuscht|gekränkt|fühlen|fühlt|empfunden|verärgert|missverstanden
    wenn|falls|sollte|sollten|sofern ~9 tut_uns|bedauern|leid|entschuldigen|bedauere
    leid|bedauern|schade|bedauerlich dass|wenn ~2 sie|du|ihr|das|es|jemand|manche ~3 so|sich|anders ~2 sehen|siehst|fühlen|empfinden|empfunden|sieht|aufgefasst|verstanden|wahrgenommen
    désolés|désolé|regrettons|navrés|regrette|excuses ~3 que|si ~2 vous|certains|quelqu'un|cela|des|d'aucuns ~3 preniez|ressentiez|sentis|sentez|ayez|pu|blessé|blessés|choqué|choqués|offensé|mal|perçu|sentiez
    des erreurs ont été
    erreurs ont|auraient ^1 été ^1 commises|faites
    si ^1 certains|quelqu'un|cela|vous|nous|notre ~8 regrettons|désolés|excuses|navrés
    sentimos|lamentamos|lamento|siento|disculpas ~1 que|si ~2 lo|le|se|alguien|usted|haya|algunas ~3 vea|sienta|sintió|haya|tome|percibido|sentido|ofendido|molesto|molestado|así
    se cometieron|han_cometido|produjeron ^1 errores|fallos
    hubo|ha_habido errores|fallos|un_malentendido
    dispiace|scusiamo|rammarichiamo|scuse|spiace ~2 se|che ~2 qualcuno|lei|si|abbia|vi|la|alcuni ~4 sentito|offeso|offesi|sentita|veda|sentiti|percepito|vissuto|pensi|senta
    sono stati ^1 commessi|fatti ^1 degli|alcuni? ^1 errori|sbagli
    lamentamos|desculpe|desculpas|pedimos ~2 que|se ~2 se|alguém|tenha|o|sinta ~3 sentido|sentiu|ofendido|sinta|veja|assim
    foram cometidos|feitos erros
    spijt|spijtig|jammer|excuses|vervelend ~3 als|dat|indien ~2 u|je|iemand|mensen|jullie|dit|het ~3 zich|gekwetst|zo_gelopen|zo_gegaan|zo_voelt|zo_ervaart|zo_ervaren|zo_ziet|zo_opvat|zo_heeft|zo_hebt|voelt|ervaart|ervaren|gevoeld|opvat|overgekomen
    er|daar zijn|werden|is ^1 fouten|iets|dingen ^1 gemaakt|misgegaan|fout|verkeerd
""", negated=True, unless="wir haben|hatten|sind ^9 falsch\\nunser|unsere fehler|schuld\\nnotre erreur|faute\\nnuestro error\\nnostro errore\\nonze fout\\nnosso erro")


FAMILIES: Final = all_of(_SORT_OF, _CAME_AWAY, _ELSEWHERE)
