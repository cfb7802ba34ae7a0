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

from warroom.domain.tone.blame.blaming import OWNED
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
_NEW: Final = re.compile(
    rf"\b(?:a|an|the|our|one of our|two of our|some|some of our|her|his|by) (?:[\w'-]+ )?{_NEWCOMER}\b[^.;?]{{0,60}}?\b(?:didn't|did not|hadn't|had not|wasn't|weren't|isn't|aren't|never|forgot|missed|misread|mixed|misheard|pressed|skipped|overlooked|ignored|left|(?:got )?lost|got|put|can't|cannot|doesn't|not used to|not yet|unfamiliar|not familiar|a lot to learn)\b|"
    rf"\b(?:taken on|took on|hired|trying out|had in|had) (?:[\w'-]+ ){{1,4}}?(?:who|which),? [^.;?]{{0,30}}?\b(?:hadn't|hasn't|didn't|isn't|wasn't|doesn't|never)\b")
_HAD: Final = re.compile(
    r"(?:^|, |and |but )had (?!we |i |our |not |you (?:not|been|known|got|had)\b|they been|(?:\w+ )?been told|been )[^.;?]{4,90}?\b(?:would|wouldn't|could|couldn't|might|we'd|you'd|there'd)\b")




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

_FRAMES: Final = (_BY_OTHERS, _YOU_SO, _GUESS, _SEEMS, _WHEN, _NEW, _HAD, _LEFT_UNDONE, _SEEN)


def failing(draft: Draft, _: Brief) -> Iterator[Hit]:
    """Who failed, in a reply that nowhere takes it upon us. The first sentence takes up the post, and may tell of anybody."""
    if len(draft.sentences) > _MOST_SENTENCES:
        return
    for span in draft.sentences[1:]:
        said = draft.own[span.start:span.end]
        if len(said) > _LONGEST:
            continue
        ours = _WE_DO.search(said)
        if ours and not (ours[0] == "?" and _GUESS.search(said)):
            continue
        found = next((found for frame in _FRAMES if (found := frame.search(said))), None)
        if found and not draft.index.has(OWNED):
            yield Hit(span.start + found.start(), span.start + found.end())
