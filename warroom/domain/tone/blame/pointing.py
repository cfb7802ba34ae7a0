"""Blame by habit and by suspicion: what other people always do, what it looks as if somebody did, who was new to it.

Said plainly and in passing, as a careless reply says it: the fault is no deed of one day, but the way of people like
these, or a guess from a picture. Where the sentence takes it upon us, or says what we do about it, nobody is blamed.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.blame.blaming import unowned
from warroom.domain.tone.slots import CROWD, NAMED, OUTSIDE
from warroom.domain.tone.wording import all_of, looking_for

_MANY: Final = CROWD + "|children|parents|families|youths|teens|tourists|locals|smokers|dog_owners|shoppers|campers|cardholders|learners"
#: What people do that makes it worse for others, as a habit.
_HABITS: Final = (
    "treat|take|spill|let_their|throw|dump|drop|park|ignore|block|kick|smoke|misuse|break|damage|steal|push|overload|hog|abuse|wreck|forget|refuse|insist|"
    "leave_their|leave_things|leave_it|leave_them|leave_rubbish|leave_litter|leave_the|don't|do_not|won't|never|just_don't|cause|bring_their|feed|"
    "jump_the|hold_the|hold_up|use_too|book_and|mistreat|mishandle|overfill|vandalise|litter|tamper|share_their|reuse|click|fall_for|hammer|flood|"
    "hammered|flooded|stormed|swamped|overran|crashed|grabbed|snapped_up|hoarded|misjudged|spilled|spilt|dumped|dropped|kicked|blocked|trashed|jammed"
)
_SOME: Final = "some|other|others|certain|many|most|a_few|a_handful_of|too_many|certain|a_minority_of|fellow|a_couple_of|several|lots_of|plenty_of"
#: How a thing is treated by who is careless.
_CARELESS: Final = (
    "wrong|wrongly|careful|carefully|careless|properly|correctly|too_hot|too_high|too_hard|too_long|too_early|too_late|dropped|overlooked|misread|"
    "missed|forgotten|forgot|left_in|left_out|left_on|left_open|knocked|overtightened|overfilled|misused|mixed_up|not_followed|wasn't_followed|"
    "in_a_hurry|roughly|forced|opened_by|tampered|without_reading|without_checking|skipped|ignored|bit_rough|heavy_handed|incorrectly|upside_down"
)

_NOT_THEIRS: Final = """
our own? fault|mistake|error|job|side|instructions|sign|signs|system|label|driver|drivers|team|crew|staff|kitchen|courier|fitter|fitters
we ^1 should|failed|got|forgot|sent|left|put|used|did|didn't|made|missed|must|need|owe
so ^1 we|we've|we're|i
on us
by us
not your|their fault|doing
sorry|apologise|apologize that|for
because|since we|our
that's|this_is|which_is why ^1 we
if you|it|yours|your ^3 please|tell|call|stop|don't|send|let|ring|write|we
"""

_HABITUAL: Final = looking_for(f"""
    {_SOME} ^3 {_MANY} ^2 do? ^1 {_HABITS} !worry|need|have|want|like|know
    {_MANY} ^1 keep|keeps|will_keep|insist_on|will_insist|persist_in|kept ^1 kicking|leaving|dumping|dropping|parking|blocking|ignoring|throwing|breaking|misusing|jumping|holding|spilling|forgetting|smoking|treating|pressing|propping|feeding|putting|taking|pulling|sharing|using|overloading
    {_MANY} ^1 simply|just|clearly|obviously|sadly ^1 don't|do_not|won't|didn't|aren't|weren't|ignore|ignored|forget|leave|left
    parents|people|owners|customers|users|tenants|visitors ^1 don't|do_not|didn't|couldn't|won't ^1 care|bother|listen|look|clean|supervise|read
    happen|happens|happened|occur|occurs|arise|arises|comes_up ^3 when|if|because|where|once ^2 {_MANY}|people|someone|somebody|owners ^1 don't|do_not|didn't|doesn't|forget|forgets|ignore|leave|leaves|left|pull|pulls|put|puts|use|uses|press|open|opens|rush|overload|wash|skip|share|try_to|are_careless|aren't|isn't|fail|click|plug|unplug|charge|drop|book|order|wait
    if ^2 {_MANY} ^12 there'd|there_would|we'd|wouldn't|would_not|it_would|this_would|none_of|things_would
    little|nothing|not_much|only_so_much ^1 a|an|any|the ^2 porter|team|company|shop|airline|staff|lifeguard|driver|cleaner|guard|steward|warden|school|council|crew|teacher|club|hotel|host|business can|could do
    no team|company|cleaning_team|system|shop|airline|staff|one|amount|cleaner|school|bank ^3 can|could ^1 keep_up|cope|prevent|stop|guard|help|police|protect ^2 that|them|it|this|against|for|every|with
    {_MANY} ^1 are|were ^1 asked|required|expected|supposed|advised|reminded|told|meant|obliged to ^9 ^9 didn't_happen|did_not_happen|wasn't_done|was_not_done|wasn't_the_case|was_not_the_case|not_followed|didn't_do|did_not_do|hasn't_happened|wasn't_followed
    {_MANY} ^1 are|remain|were ^1 themselves? responsible for their|the|keeping|checking|reading
""", negated=True, unless=_NOT_THEIRS)

_SEEMING: Final = looking_for(f"""
    looks|sounds|seems|look|sound|appears|suggests|suggest as_if|as_though|like_it|like_the|like_this|that_it|that_the|it_was|it_went|whoever|somebody|someone ~12 {_CARELESS} !us|by_us
    may|might|could|must|will have ^1 been ^1 overlooked|misread|missed|mishandled|misused|forgotten|dropped|left|misunderstood|skipped|ignored|knocked|overfilled|tampered ^2 here|there|in_this_case|at_home|by_you|on_your|this_time|in_your
    which may|might|could|must have ^1 been ^1 overlooked|missed|misread|forgotten|skipped|misunderstood
    might|may|could have ^1 been ^1 something|anything ^4 you|your ^2 ate|did|used|put|changed|installed|added|washed|left
    that|this|it is|was|will_be|'s ^1 usually|often|almost_always|mostly|typically|normally|generally|invariably ^3 settings|user|cable|phone|router|browser|password|storage|installation|way_it|how_it|how_people|forgotten|fitted|washed|stored|charged|left|used|someone|customer
    not ^1 something|anything|a_thing ^2 we|our ^1 system|team|shop|app|kitchen? can|could ^1 control|influence|prevent|help
    problem|fault|error|cause|trouble|delay|issue|hold_up ^2 is|lies|was|sits|must_be|seems_to_be|starts|began ^1 at|on|with|in your|their|his|her|the_other end|side|hands|bank|office|part
""", negated=True, unless=_NOT_THEIRS + "\nour|us")

_NEW_TO_IT: Final = unowned(looking_for(f"""
    had|was|were|got|it's|is ^1 a|an|some|the|our ^1 new|temporary|temp|trainee|junior|young|relief|agency|stand_in|weekend|student|holiday|inexperienced|casual ^2 lad|girl|boy|guy|chap|worker|driver|cook|cleaner|member|colleague|assistant|starter|hand|waiter|clerk|temp|person|helper|joiner|barista|porter ^5 who|and|clearly|so|that
    a|an|some|one_of_our|the|our ^1 new|temporary|temp|trainee|junior|young|relief|agency|stand_in|weekend|student|holiday|inexperienced|casual|shop|sales|local|delivery ^2 lad|girl|boy|guy|worker|driver|cook|cleaner|assistant|starter|hand|waiter|clerk|temp|helper|joiner|barista|porter|partner|partners|agent|agents|reps|rep ^1 clearly|simply|just|evidently|obviously|must_have? ^1 typed|got|put|forgot|misread|mixed|took|sent|pressed|left|lost|dropped|picked|wrote|entered|didn't|hadn't|wasn't|ignored|did|made|gave|printed|packed|muddled|confused|overlooked|skipped|jumped|acted|told|promised
    wasn't|weren't|isn't|hadn't|was_not|not ^1 quite|really|clearly|exactly? ^1 paying_attention|concentrating|listened_in|paid_attention|on_the_ball|up_to_the_job|listening_in|been_listening
    got|grew ^1 greedy|sloppy|careless|lazy|overzealous|over_keen|carried_away|cocky ^1 !of_us|of_me
    and|who ^1 has|have ^1 since|already|now? ^1 been ^1 spoken_to|disciplined|told_off|reprimanded|let_go
    their|his|her|its|the ^2 failure|fault|mistake|error|doing|problem|oversight|delay|decision ^6 ^1 not|rather_than ^1 ours|us
    {OUTSIDE}|{NAMED}|they|them ^3 failed|late|let_us|sat|sitting|slow|messed ^6 not|rather_than|instead_of ours|us|our
    hardly|scarcely|not_really|cannot|can't|can_hardly|can_scarcely|could_hardly|not ^1 be ^1 held|expected|blamed|made ^1 to? ^1 account|responsible|answer|liable|accountable ^2 for
    we ^1 can ^1 only ^1 work|go|act|pass_on|print|deliver|sell|build|be_as ^2 what|with|as_good|on ^2 we're|we_are|they|the|we_get
    sent|paid|shipped|posted|delivered|transferred|released ^1 it|them|that|everything|the_money ^4 ^1 it's|the_rest|from_there ^2 your|the|up_to ^2 bank|{OUTSIDE}
"""))

BY_HABIT: Final = all_of(_HABITUAL, _SEEMING, _NEW_TO_IT)
