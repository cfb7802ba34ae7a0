"""Blame by who failed: somebody else, a failing, and nowhere a word that it was ours.

A careless reply seldom says "their fault". It says what an agency, a newcomer, the other guests or the person did or left
undone, and goes on to the next step. Each frame here is read sentence by sentence: a subject that is not us, what it
failed to do, and where both may be innocent a word that makes it the cause. A reply that owns it anywhere is left alone,
and so is a sentence that says what we do about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.blaming import OWNED
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.slots import CROWD, OUTSIDE

#: A longer statement tells of many people, and is read as a whole; a longer sentence is no sentence.
_MOST_SENTENCES: Final = 12
_LONGEST: Final = 400

_HEADS: Final = (
    "firm|company|agency|agencies|office|bureau|authority|board|association|union|federation|studio|workshop|factory|plant|mill|"
    "client|employer|bank|garage|surgery|gp|vet|fitter|movers|removers|publisher|editor|writer|designer|band|dj|artist|seller|host|"
    "owners?|management|agents?|handling|handlers|airline|airport|railway|ferry|port|harbour|cemetery|church|parish|school|university|"
    "city|town hall|court|lawyers?|solicitors?|accountants?|auditors?|assessors?|adjusters?|inspectors?|scaffolders?|digger crew|road crew|programmers?|"
    "packers?|pickers?|loaders?|hauliers?|truckers?|breeders?|florist|baker|butcher|bottler|brewer|roaster|tailor|jeweller|framer|"
    "coach party|tour guide|tour operator|travel agent|interpreter|sponsor|parent company|mailing house|call centre|service desk|(?:ground|airport|agency|night|security|cleaning|event|station) staff|(?:relief|agency) driver"
)
_PARTY: Final = (
    r"(?:(?:the|our|an?|your|their|this|that|one of (?:the|our)|two of (?:the|our)|some of (?:the|our)) (?:(?!who|that|and|or)[\w'-]+ ){0,3}?(?:"
    + "|".join(sorted({word.replace("_", " ") for word in OUTSIDE.split("|")}, key=len, reverse=True)) + rf"|{_HEADS})|{CROWD.replace('|bots', '')}|the [\w']+ (?:people|lot)|ground handling)")
_FAILED: Final = (
    r"(?:(?:just |simply |clearly |sadly |evidently |obviously |then |still |again |had |has |have )?(?:didn't|did not|hadn't|had not|failed|forgot|forgotten|"
    r"neglected|never|refused|wouldn't|would not|ignored|overlooked|misread|mixed|muddled|missed|messed|botched|skipped|lost|dropped|threw|left|"
    r"broke|cut|insisted|dragged|mislaid|mislabelled|jumped|rushed|sat on|took (?:its|their|his|her) time|let us down|(?:gave|sent|sold|left|handed|told) us (?:no |poor|bad|old|nothing|it was|they were|(?:a |an |the )?(?:wrong|old|bad|poor|faulty|stale|false))|used (?:an old|the wrong|a cheap)|"
    r"(?:been |keeps? |kept )(?:sitting|slow|dragging|sending|giving|selling|leaving|dropping|losing|changing|ignoring|missing|bringing|putting))|(?:just |simply )won't|couldn't be bothered|(?!up |to |at |in |on |of |for |by |with |from )\w+ (?:us |out |up )?(?:the|an?) (?:wrong|old|faulty|broken|stale)|took (?:\w+ ){1,2}(?:weeks|days|months|hours)|went ahead without|brought (?:their|its|his|her) own)\b")
#: What nobody is blamed for: what they suffer, get, know, or help with.
_SPARED: Final = (
    r"(?! (?:get|got|have|hear|receive|know|find|see|deserve|ask|want|need|expect|feel|cause|let|come|arrive|been|happen|work|belong|doubt|"
    r"power|electricity|heating|signal|staff|mind|stop|gave up|give up|any time|a minute|notice|anything|a thing|a chance|home|work|their (?:homes|money|seats|jobs|luggage|bags)|out\b))")
#: That the one made the other.
_SO: Final = (
    r"\b(?:that's|that is|this is|it's|which is|which's|is|hence) (?:why|how|what|where)\b|\bso (?:the|it|your|there|this|that|our hands|we couldn't|we could not|we had no|he|she|they)\b|"
    r"\bwhich (?:explains|meant|means|caused|led|made)\b|\bthat explains\b|\bas a result\b|\bhands (?:were|are) tied\b|\bhence\b")
_WE_DO: Final = re.compile(
    r"\b(?:we|i) (?:should|failed|let|chose|picked|hadn't|had not|missed|are sorry|apologi[sz]e|owe|own|answer|take|put it right)\b|"
    r"\b(?:we'll|i'll|we're(?! fighting| left| only| limited)|i'm(?! afraid)|will(?! do\b| happen| always| often)|(?:at|on) our (?:end|side|part)|by us|tomorrow|tonight|thanks?|sorry|our fault|our mistake|on us|ours|kind|kindly|right to|helped)\b(?! to blame)|\bin our\b|\bour own\b(?! (?:systems?|servers?|side|part|network|records|checks)\b)|\?$")
_HANDLED: Final = (
    "plugged|washed|dropped|stored|worn|cleaned|charged|cooked|knocked|closed|tightened|watered|fed|locked|fitted|installed|assembled|overloaded|"
    "overfilled|overheated|heated|bent|forced|exposed|misused|descaled|rinsed|dried|ironed|shaken|soaked|overtightened|switched off|unplugged|"
    "kept (?:in|out|on|near|too|at|cool|dry|cold|warm|upright)|followed|read|opened (?:too|with|before|by)|mixed (?:with|too)|"
    "left (?:open|out|on|in|running|near|outside|uncovered|unattended|to|at|by|unlocked|overnight|standing)|used (?:with|on|in|for|without|near|too|after)|"
    "put (?:in|on|into|through|together|up)|set (?:too|wrong|up)|treated|maintained|serviced|secured|covered|sealed|supervised|checked before|applied|taken with")
_YOURS: Final = (
    "connection|fridge|freezer|oven|hob|kettle|wifi|wi-fi|router|phone|laptop|computer|tablet|browser|settings|wiring|sockets?|charger|cable|car|bike|garden|"
    "lawn|soil|walls?|floors?|pipes?|boiler|water pressure|skin|hair|feet|foot|pan|pans|dishwasher|washing machine|machine|dog|cat|child|son|daughter|letterbox|"
    "mailbox|inbox|filter|spam filter|bank|firewall|antivirus|signal|network|eyes|diet|technique|grip|posture|battery|door|doorbell|gate|driveway|"
    "neighbours?|flatmate|landlord|plumber|electrician|builder|fitter|garage|vet|gp|doctor|employer|accountant|solicitor|keyboard|screen protector|case")
_NEWCOMER: Final = (
    r"(?:(?:new|newer|newest|young|younger|youngest|junior|temporary|inexperienced|stand-in|relief|agency|seasonal|holiday|weekend|casual|freelance|placement|"
    r"student|part-time|trainee|summer|saturday) (?:\w+ )?(?:colleagues?|lads?|girls?|boys?|guys?|chaps?|workers?|drivers?|cooks?|chefs?|cleaners?|members?|assistants?|"
    r"starters?|hands?|waiters?|waitress|clerks?|temps?|persons?|people|helpers?|joiners?|baristas?|porters?|nurses?|vets?|groomers?|fitters?|teachers?|tutors?|"
    r"guides?|doctors?|stewards?|agents?|managers?|editors?|recruits?|staff|engineers?|technicians?|employees?|crew|team|tellers?|cashiers?|carers?|guards?|hires?|packers?|pickers?)|"
    r"trainees?|apprentices?|stand-ins?|temps?|locums?|interns?|newcomers?|work experience|student on placement)")

_BY_OTHERS: Final = re.compile(
    rf"\b(?:{_PARTY}(?:,? (?:we (?:hired|use|used|work with|had in|booked|asked|chose)|who \w+ \w+|at [\w' -]{{3,20}}?|in [\w-]+|of [\w' -]{{3,20}}?|on \w+))? {_FAILED}{_SPARED}|"
    rf"(?:rely|relied|depend|depended|counted|count|trust|trusted|waiting (?:on|for)|waited (?:on|for)|asked|told|warned|run by|owned by|handled by|looked after by|made by|managed by|supplied by)\b[^.;?]{{3,70}}?"
    rf"(?:and|but|who|yet|which) (?:they |he |she |it |still |just |simply |then )*(?:didn't|did not|haven't|hasn't|hadn't|never|failed|forgot|wouldn't|refused|let us|ignored|still)\b)")
_AGAINST: Final = re.compile(
    r"\b(?:against our (?:\w+ )?(?:instructions?|wishes|orders|rules|advice|guidance|policy)|despite (?:our (?:\w+ )?(?:instructions?|warnings?|requests?|reminders?|signs?|advice)|(?:clear|repeated) (?:instructions?|warnings?|requests?|signs?)|being (?:told|asked|warned|trained|shown))|"
    r"without (?:waiting for our|asking us|telling us|checking with us|clearing it with|running it (?:by|past)|our (?:knowledge|say-so|permission|approval|consent))|"
    r"(?:even though|although|though) (?:they|he|she|it|we'd|we had|you'd|you had|you|they'd|he'd|she'd) (?:know|knew|knows|had been told|had been asked|had been warned|were told|were asked|were warned|was told|was asked|was warned|asked (?:them|him|her|you)|told (?:them|him|her|you)|sent (?:them|him|her|you)|been (?:told|asked|warned|shown)) (?!sorry)|"
    r"which (?:we|the \w+|our \w+) (?:do |does |always |clearly )?(?:ask|asks|tell|tells|warn|warns|advise|advises) (?:people|customers|everyone|everybody|guests|users|you|owners|passengers|members|against)\b)")
_YOU_SO: Final = re.compile(
    r"\b(?:you|you've|you had|you'd|your \w+) (?:(?:just |simply |only |never |clearly )?(?:didn't|did not|hadn't|haven't|had not|have not|never|forgot|failed|missed|skipped|pressed|clicked|tapped|chose|picked|ticked|typed|entered|left|put|moved|changed|opened|booked|registered|signed|used|let|turned)\b)"
    rf"{_SPARED}[^;?]{{3,140}}?(?:{_SO})")
_GUESS: Final = re.compile(
    r"(?:^|, |; |so |but |and )(?:perhaps|maybe|possibly|presumably|could it be(?: that)?|might it be(?: that)?|is it possible(?: that)?|it's possible(?: that)?|it is possible(?: that)?|"
    r"(?:it|that) (?:may|might|could)(?: well)? be(?: that)?|chances are(?: that)?|my guess is(?: that)?|our guess is(?: that)?|(?:we|i) (?:wonder|suspect|imagine|guess)(?: if| whether| that)?),? "
    rf"(?:you(?: have|'ve| had|'d| may have| might have)? (?:just |simply |accidentally |not )?(?!waited|been |heard|seen|felt|told|already|got |spent|noticed|read)(?:haven't|hadn't|didn't|weren't|aren't|let|left|put|set|gave|took|kept|forgot|hit|held|wore|cut|\w{{3,}}ed)\b|"
    rf"(?:your|the) (?:{_YOURS}) (?:is|isn't|was|wasn't|were|weren't|has|hasn't|had|hadn't|didn't|doesn't|are|aren't|dropped|blocked|runs|ran|let)\b|"
    rf"(?:it|they|this|that|the [\w-]+|someone|somebody) (?:was|were|wasn't|weren't|hadn't been|had been|got|has been|hasn't been) (?:\w+ )?(?:{_HANDLED})\b)")
_SEEMS: Final = re.compile(
    r"\b(?:looks?|sounds?|seems?|appears?|suggests?|(?:must|may|might|could)(?: well)?|i'd say|we'd say|we think|i think|most likely|probably|i'm afraid)\b[^.;?]{0,50}?\b(?:"
    rf"(?:was|were|wasn't|weren't|been|went|got|isn't|aren't)(?: \w+| never)? (?:{_HANDLED})\b|(?:wasn't|weren't|hadn't been) (?:worn|used|done|kept|on\b|in place|closed)|went in (?:with|too|at)|"
    rf"your (?:{_YOURS}) (?:\w+ )?(?:dropped|went|isn't|wasn't|didn't|doesn't|hadn't|hasn't|was|is|has|had|can't|couldn't|blocked|lost|cut)\b|(?:that|this|it) (?:didn't|hasn't|hadn't|did not) happen(?:ed)?\b)")
_WHEN: Final = re.compile(
    rf"\b(?:happens?|happened|happening|occurs?|see (?:this|it|that)|come[s]? (?:up|about)|breaks?|fails?|cracks?|leaks?|tears?|jams?|sticks?|bends?|snaps?|splits?|shrinks?|warps?)\b[^.;?]{{0,30}}?\b(?:when|whenever|if|because|where|once|after)\b (?:\w+ ){{0,2}}?(?:(?:{CROWD}|owners|someone|somebody|a (?:customer|user|guest|passenger|child)|children) (?!report|tell|ask|need|are hurt|were hurt)"
    rf"|(?:it's|it is|it isn't|it's been|it wasn't|it hasn't been|they're|they are|they aren't|they weren't|they haven't been|it gets|they get|the \w+ (?:is|isn't|are|aren't|gets|wasn't|hasn't been)) (?:\w+ )?(?:not \w+ed|{_HANDLED})\b)")
_USUALLY: Final = re.compile(rf"\b(?:it's|this is|that's|it is|that is|these are) (?:usually|often|mostly|generally|normally|typically|nearly always|almost always)\b[^.;?]{{0,40}}?\b(?:{CROWD}|owners|someone|somebody|children)\b")
_HABIT: Final = re.compile(
    rf"\b(?:(?:{CROWD}) (?:have been|are|were|keep|kept|do keep) (?!waiting|asking|telling|writing|reporting|calling|queuing|queueing|looking|living|paying|sleeping|standing|missing|being|getting|having|worrying|using|working|struggling|travelling|going)\w+ing\b[^.;?]{{0,60}}?\b(?:again|although|despite|even though|instead|rather than|although|when they|without)\b|"
    r"not (?:everyone|everybody|all (?:of )?(?:our |the )?(?:customers|guests|users|owners|parents|members|tenants|passengers)) [^.;?]{2,60}? as (?:the|we|our|it|they)\b|"
    r"(?:does|do|did|can) (?:tend to|have a habit|have a way|like to) (?:run|wander|climb|pull|bite|push|shout|touch|fiddle|play|chew|jump|forget|ignore|leave|lose|drop|scratch|overload|take)\b)")
_NEW: Final = re.compile(
    rf"\b(?:a|an|the|our|one of our|two of our|some|some of our|her|his|by) (?:[\w'-]+ )?{_NEWCOMER}\b[^.;?]{{0,60}}?\b(?:didn't|did not|hadn't|had not|wasn't|weren't|isn't|aren't|never|forgot|missed|misread|mixed|misheard|pressed|skipped|overlooked|ignored|left|(?:got )?lost|got|put|can't|cannot|doesn't|not used to|not yet|unfamiliar|not familiar|a lot to learn)\b|"
    rf"\b(?:taken on|took on|hired|trying out|had in|had) (?:[\w'-]+ ){{1,4}}?(?:who|which),? [^.;?]{{0,30}}?\b(?:hadn't|hasn't|didn't|isn't|wasn't|doesn't|never)\b")
_HAD: Final = re.compile(
    r"(?:^|, |and |but )had (?!we |i |our |not |you (?:not|been|known|got|had)\b|they been|(?:\w+ )?been told|been )[^.;?]{4,90}?\b(?:would|wouldn't|could|couldn't|might|we'd|you'd|there'd)\b")
_HELPLESS: Final = re.compile(
    r"\b(?:nothing (?:that )?(?:we|i|our \w+) (?:could|can) do|(?:we|our \w+) (?:could|can) only (?:watch|wait|stand)|our hands (?:were|are) tied|(?:hardly|barely|never) (?:stood|had) a chance|"
    r"(?:we|our \w+) had no (?:choice|say|way)|(?:nobody|no one|no-one) (?:told|warned|informed) (?:us|me)\b|we (?:weren't|were not|were never) (?:told|warned|informed|asked|given))")
_ANYBODY: Final = re.compile(rf"\b(?:{_PARTY}|{CROWD}|parked|people|nobody|no one|no-one|told|warned|informed|asked|given)\b")
_YOUR_MAN: Final = re.compile(
    r"(?<!\bif )(?<!\bwhen )(?<!\bunless )(?<!\bwhether )\byour (?:\w+ )?(?:fitter|builder|garage|landlord|bank|vet|gp|plumber|electrician|installer|agent|solicitor|accountant|employer|school|insurer|broker|architect|designer|neighbours?|office|secretary|assistant|caterer|venue|planner)\b[^.;?]{0,50}?"
    r"(?:(?:'d|would|could|should|might) have|had the chance|still (?:hasn't|haven't)|didn't|never|failed|forgot|(?:who|they|and) still)\b")

_NOT_A_NAME: Final = r"(?!We |I |You |It |They |There |This |That |These |Those |He |She |Our |Your |The |Some |Nobody |Trains |Buses |Yours |Mine |Which |Yes |No |What |Who |\w+ing |\w+ed )"
#: "Openreach have missed three appointments", "Kyle only joined last week": names, so in the text as it was written.
_NAMED: Final = re.compile(
    rf"(?:^|, |[.!?] |and |but |because ){_NOT_A_NAME}[A-Z]\w+(?: [A-Z]\w+)? (?:(?:has|have|had) (?:now |again |still |yet again |simply )?(?:missed|failed|lost|ignored|refused|let us|dropped|not (?:yet )?(?:sent|replied|answered|paid|released))|"
    r"(?:only|just) (?:joined|started)\b|(?:is|was) (?:new|still learning|still new|only)\b|(?:do|does|did) tend to|didn't|forgot|hadn't|failed to|never|lost|mixed|misread|took (?:three|two|four|weeks|days|months))")
_SEEM_TO: Final = re.compile(
    r"\b(?<!\bwe )(?<!\bi )(?:seems?|appears?) to have (?:thrown|lost|dropped|left|put|missed|mixed|forgotten|ignored|misread|used|given|sent|broken|chosen|pressed|entered|let|taken|skipped|overlooked|misunderstood|delivered|confused)\b|"
    r"\b(?:has|have|had) (?:a lot|much|plenty|everything|something) to learn\b|\b(?:is|was) (?:from|with) (?:an? )?(?:outside|external|temp(?:orary)?|agency)[^.;?]{0,40}\bnot\b")
#: "When guests run the shower for half an hour": what people do, and what comes of it.
_AS_LONG: Final = re.compile(
    rf"(?:^|, |so |but )(?:when|as long as|because|since|so long as|with so many) (?:\w+ ){{0,2}}?(?:{CROWD}|owners|children|everyone|everybody)(?: \w+ly| all| keep| still)? (?!call|ring|ask|write|need|want|try|report|tell|complain|come|wait|miss|are|were|have|had|can|could|should|must|trust|get|see|rely|"
    r"who|in|at|of|from|with|like|deserve|pay|depend|told|asked|said|book)\w+\b[^.;?]{3,80}?\b(?:can't|cannot|couldn't|won't|don't|doesn't|didn't|we're|it's|jams?|breaks?|blocks?|fails?|there's|the (?:tank|system|lift|door|doors|machine|queue|bins|line|pipes))\b|"
    r"\b(?:most|many|some|several|a lot) of (?:those|them|these|you)(?: \w+)? (?:left it|waited|didn't|hadn't|ignored|forgot|used|chose|had not|skipped|missed)\b|"
    rf"\b(?:children|adults|dogs|{CROWD}) (?:must not|mustn't|are (?:asked|told|expected|supposed|meant|reminded) (?:not )?to|should always|should never)\b(?! have)(?![^.;?]*\b(?:today|until|from|now|please|leave|gate)\b)")
_ENTERED: Final = re.compile(
    r"\byou (?:\w+ly )?(?:entered|typed|gave|put|wrote|filled in|submitted|keyed|chose|picked|booked|ticked)\b[^.;?]{3,70}?\b(?:where|instead of|rather than|without)\b|"
    r"\byou (?:turned off|switched off|unsubscribed|opted out|cancelled|deleted|removed|declined|unticked)\b[^.;?]{2,60}?\bso\b|"
    r"\byour (?:own )?(?:\w+ ){1,3}(?:is|are|was|were) (?:to blame|the cause|the reason|at fault|the culprit|the problem)\b|"
    r"\b(?:button|key|link|form|order|alarm|lever|brake|cord|switch|box) (?:was|had been|has been) (?:pressed|clicked|pulled|tapped|sent|submitted|ticked|unticked) (?:twice|more than once|again|too|by you|several)\b|"
    r"\b(?:someone|somebody) (?:had |has |must have |clearly |simply |obviously )*(?:jammed|blocked|propped|forgot|forgotten|left|knocked|tampered|pressed|pulled|misread|mixed|overlooked|unplugged|put|pushed)\b(?! a link| it right)|"
    r"\b(?:site|sites|shop|shops|firm|firms|company|dealers?|sellers?|agency|school|bank|couriers?|drivers?),? (?:who |which |they )?(?:don't|doesn't|never|rarely|won't) (?:\w+ )?(?:check|read|look|listen|care|answer|tell|ask|reply|train|test|clean|follow|bother)\b|"
    rf"\bif (?:it|they|this|that|the \w+) (?:had|'d|hadn't) been (?:\w+ly )?(?:kept|{_HANDLED})\b[^?]{{2,80}}?\b(?:would|wouldn't|'d|might)\b|"
    rf"\b(?:may|might|can) (?:well )?not (?:always )?have been (?:done|the case|{_HANDLED})\b|"
    rf"\b(?:tends? to|usually|often|mostly|normally|typically|generally|nearly always|almost always|mainly) (?:comes? from|be caused by|caused by|because|due to|down to|a sign)\b[^.;?]{{1,50}}?\b(?:{_HANDLED}|wasn't|weren't|isn't|hasn't been|{CROWD})\b")

#: "It was the processor that pushed it twice": not us, by the turn of the sentence.
_IT_WAS: Final = re.compile(
    rf"\b(?:it was|it's|it is) (?:just |only |simply |in fact |actually )?(?:{_PARTY}|(?:the|our|your|their) [\w-]+ (?:provider|processor|operator|network|platform|site)) (?:that|who|which) (?:\w+ly )?"
    r"(?:pushed|sent|lost|left|mixed|sat|let|sold|dug|broke|dropped|changed|cut|held|forgot|missed|delayed|blocked|took|kept|put|gave|deleted|charged|cancelled|entered|failed|refused|caused|damaged|"
    r"overbooked|oversold|didn't|did not|wouldn't|couldn't|never|hadn't|messed|got|used|misread|double)\b")
#: "She was a temp and has shown poor judgement".
_JUDGED: Final = re.compile(
    r"\b(?<!\bwe )(?<!\bi )(?<!\bwe've )(?<!\bwe have )(?<!\bi have )(?:shown|showed|shows|used|displayed|exercised) (?:a |some )?(?:very |rather |really |real |quite |such )?(?:poor|bad|little|no|lack of|questionable|terrible) "
    r"(?:\w+ )?(?:judge?ment|sense|care|tact|manners|taste|discretion|initiative)\b|"
    r"\b(?<!\bthere )(?:was|were) (?:only |just )?(?:an? )?(?:new |young |junior )?(?:temps?|trainees?|locums?|stand-ins?|interns?|apprentices?|newcomers?|agency(?: staff| workers?)?|casuals?)(?: worker| hire)?,? (?:and|who|so) (?!we\b|i\b|our\b)")

#: Where a newcomer was left alone, that is ours.
_LEFT_ALONE: Final = re.compile(r"\b(?:we|i) (?:left|let|should|didn't|had|put|gave|hired|own|never|failed)\b|\bon us\b|\bours\b")
#: What is guessed of your handling, who put it up, what the box asks, what would be if others behaved.
_TURNED: Final = re.compile(
    rf"\b(?:was|were|got|had been) (?:probably|most likely|likely|presumably|perhaps|maybe|evidently|obviously) (?:{_HANDLED})\b(?! (?:by us|when we|on our))|"
    rf"\b(?:posted|put up|written|sent|typed|packed|entered|deleted|approved|uploaded|printed) (?:out |in )?by (?:a|an|one of our) (?:[\w'-]+ )?{_NEWCOMER}\b|"
    r"\b(?:did|have) you (?:\w+ ){1,7}?(?:that |which )?(?:the|our) (?:box|label|leaflet|manual|instructions|booklet|guide|card|sign|terms|packet) (?:asks?|says?|tells?|recommends?|mentions?|warns?)\b|"
    r"\byou (?:\w+ly )?(?:ordered|booked|chose|picked|asked for|typed|entered|selected|ticked)\b[^.;?]{2,50}?\b(?:so that's|which is|so that is|that's) (?:exactly |just )?what (?:we|you|our)\b|"
    rf"\bif (?:the |other |our |more |all )?(?:{CROWD}|owners|everyone|everybody) (?:\w+ly |just |only )?(?!wanted|needed|asked|preferred|wished|reported|called|noticed|liked|agreed|missed|tried|visited|enjoyed|loved)(?:\w{{3,}}ed|kept|stuck|put|read|thought|didn't|wouldn't|weren't)\b[^.;?]{{3,90}}?\b(?:would|wouldn't|there'd)\b|"
    rf"\b{_PARTY} (?:still )?(?:hasn't|haven't|has not|have not) [^.;?]{{3,60}}?\b(?:despite|although|in spite of|though we|even though)\b|"
    rf"\b(?:{CROWD}|owners|anyone|those|people) who (?:don't|do not|didn't|never|won't)\b[^.;?]{{2,50}}?\b(?:shouldn't|should not|can't|cannot|mustn't|need not|have only) (?:be (?:surprised|shocked)|expect|complain|wonder|themselves)\b")

#: What another should have done, what a stranger did, what was asked and not done.
_LEFT_UNDONE: Final = re.compile(
    rf"\b{_PARTY}\b[^.;?]{{0,60}}?\b(?:should have|ought to have) (?!been|had|got|received)\w+|"
    rf"\b(?:couldn't|can't|didn't|wasn't able|unable|missed|late|stuck|blocked|slow)\b[^.;?]{{0,40}}? because (?:{CROWD}|owners|everyone|everybody|someone) (?!call|ring|ask|write|need|want|try|report|were|are|had|have|can't|could|tell|told|who)\w+|"
    r"\b(?:an?|another|one|some) (?:[\w-]+ )?(?:snowboarder|skier|cyclist|motorist|pedestrian|passenger|customer|guest|visitor|member|resident|tenant|neighbour|pupil|student|player|rider|parent|toddler|child|walker|swimmer|shopper|driver|fan|dog) "
    r"(?:had |has |clearly |then )*(?:ignored|pulled|pressed|blocked|jumped|propped|spilt|spilled|knocked|kicked|forgot|misread|wandered|climbed|refused|left (?:the|it|a|his|her|their))\b|"
    r"\b(?:asks?|needs?|need to|has to|have to|says|supposed to|meant to)\b[^.;?]{3,80}?,? (?:and|but|which|yet) (?:sadly |clearly |here )?(?:(?:nobody|no one|no-one) did|(?:that|this|it|which) (?:was|seems to have been|has been) (?:missed|overlooked|forgotten|skipped)|(?:that|this|it) wasn't (?:done|the case)|was (?:missed|overlooked|skipped)|(?:you|they) didn't)\b|"
    rf"\b(?:won't have been (?:\w+ed|put|set|kept|shut)|can't have been (?:{_HANDLED}))\b|\bit would have helped (?:to|if you)\b|"
    r"\b(?:someone|somebody) (?!here|of |on |at |in |with )(?:has |had |must have )?\w+ [^.;?]{0,20}?\b(?:the wrong|wrongly|without|too)\b|"
    rf"\b(?:{_PARTY}|they|he|she|who)\b[^.;?]{{0,60}}? without (?:saying so|saying anything|a word|letting (?:us|me|anyone) know|asking (?:us|anyone|anybody|first)|telling (?:us|anyone|anybody))|"
    r"\bas (?:the|our) (?:\w+ )?(?:form|booklet|label|leaflet|sign|signs|manual|instructions|page|terms|email|card|tag|ticket|box) (?:asks?|tells?|warns?|reminds?) (?:you|people|customers|everyone|against|guests)|\bdepends? (?:\w+ )?on your own\b")

#: "From what we can see, you let it run flat", "you did choose not to", "our supplier sent milk that was off", "the firm we use lost it".
_SEEN: Final = re.compile(
    r"\b(?:from what (?:we|i)(?: can)? (?:see|tell|gather|understand)|as far as (?:we|i) can (?:see|tell)|by the looks? of (?:it|things)|judging by [^.,;?]{3,30}|our (?:logs?|records?|data|checks?|system) (?:shows?|suggests?|says?|tells? us)),? (?:that )?"
    rf"you(?:'d|'ve| had| have)? (?:just |simply |then )?(?:let|left|ignored|forgot|forgotten|pressed|didn't|did not|hadn't|haven't|never|unplugged|skipped|missed|dropped|mistyped|kept|shared|overloaded|opened|overlooked|misread){_SPARED}(?!\w)(?![^.;?]*\b(?:we|still|in time|and then)\b)|"
    r"(?:^|but |though |^still,? |^then again,? )you (?:did (?:choose|decide|opt|elect)|(?:chose|decided|opted|elected)) (?:not to|against|to (?:skip|ignore|decline|go without|leave))\b|"
    rf"\b{_PARTY} (?:had |has |have )?(?:delivered|sent|supplied|sold|shipped|gave|fitted|installed|brought|produced|provided|packed|used)(?: us| you)? (?!(?:a|an|the) (?:message|letter|report|mail)\b)[^.,;?]{{2,40}}? (?:that|which) (?:was|were|had|hadn't|wasn't|weren't|didn't|did not|turned out|contained|should)\b|"
    r"\b(?:the|an?) (?!(?:[\w'-]+ ){0,2}(?:system|app|software|servers?|machines?|van|form|template|process|method|model|tool|list|till|programme|cable|part|battery)\b)(?:[\w'-]+ ){1,3}(?:that )?(?:we|our [\w]+) (?:use|used|hire|hired|buy from|bought from|work with|worked with|rely on|booked|rent from|order from) "
    rf"{_FAILED}{_SPARED}|"
    r"\b(?:someone|somebody) (?:in|on|at|from) (?!our|my|here|the (?:team|office))[\w ]{2,20}? (?:had |has )?\w{2,}(?:ed|ew|ft|pt|ut|oke) [^.;?]{2,30}? (?:too (?:early|late|soon|far|hard|fast|long)\b|wrong|without|and that (?:stopped|broke|blocked|caused|set off))")

#: Frames that want the sentence to be none of ours, and those that may speak of us.
_PLAIN: Final = (_BY_OTHERS, _YOU_SO, _GUESS, _SEEMS, _WHEN, _USUALLY, _HABIT, _NEW, _HAD, _YOUR_MAN, _AGAINST, _SEEM_TO, _AS_LONG, _ENTERED, _LEFT_UNDONE, _IT_WAS, _TURNED, _SEEN)


def failing(draft: Draft, _: Brief) -> Iterator[Hit]:
    """Who failed, in a reply that nowhere takes it upon us."""
    if len(draft.sentences) > _MOST_SENTENCES:
        return
    for number, span in enumerate(draft.sentences):
        if span.end - span.start > _LONGEST:
            continue
        for found in _in_sentence(draft.own[span.start:span.end], draft.text[span.start:span.end], first=number == 0):
            if not draft.index.has(OWNED):
                yield Hit(span.start + found.start(), span.start + found.end())
            break


def _in_sentence(said: str, written: str, *, first: bool) -> Iterator[re.Match[str]]:
    if not first and (found := _JUDGED.search(said)) and not _LEFT_ALONE.search(said):
        yield found
    barred = _WE_DO.search(said)
    if barred and not (barred[0] == "?" and (_GUESS.search(said) or _TURNED.search(said))):
        return
    if first:
        return
    for frame in _PLAIN:
        if found := frame.search(said):
            yield found
    if (found := _NAMED.search(written)) and "\x01" not in said[found.start():found.end()]:
        yield found
    if (found := _HELPLESS.search(said)) and _ANYBODY.search(said):
        yield found
