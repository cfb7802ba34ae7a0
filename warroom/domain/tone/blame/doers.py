"""Blame by its shape: a sentence after the first whose subject is somebody else, or the person, and whose verb did it.

A good reply speaks of us, of the person's trouble and of what comes next. Where a later sentence tells what a driver, a
council or the person did, with no word of ours in it, and no sentence takes it upon us, the fault is put on them. Only
verbs that say by themselves that it was done wrong count: nobody is blamed by who came, retired or called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.blame.blaming import OWNED
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.slots import CROWD, OUTSIDE, STAFF

_HOUSES: Final = frozenset(["company", "hotel", "school", "hospital", "clinic", "team", "staff", "crew"])
_OTHERS: Final = (
    "bloke guy tourist helper chap lad lads girl boy boys girls clerk trainee temp intern apprentice porter lodger flatmate neighbour neighbours "
    "cleaner freelancer firm operator shift crew agency employer university office surgery gp vet accountant solicitor insurance household "
    "husband wife son daughter mother father dog cat kid child children stranger visitor dj band club publisher baker butcher owner owners seller "
    "dealer buyer host referee bookkeeper scaffolder roofer painter gardener locksmith mover movers removal haulage broker translator "
    "surveyor architect joiner welder decorator porter bellhop barista stylist tutor lecturer invigilator marker clerk registrar pharmacist chemist"
)
#: What was done wrong, by its verb alone.
_PAST: Final = (
    "broke put hid forgot cut hit threw swept shut tore stole swapped spilt spilled spun bent froze blew overslept misread misheard beat burst "
    "dug split struck undid hammered ignored misused dumped dropped failed refused skipped overlooked neglected blocked pressed pushed pulled smashed "
    "damaged jammed knocked crashed rushed forced mixed muddled unplugged deleted misplaced mislaid mislabelled leaked clicked mistyped misjudged "
    "overloaded overfilled delayed caused dragged botched bungled ruined wrecked trashed stormed scratched dented bumped tampered meddled panicked "
    "fumbled mishandled mistook disregarded jumped slammed flushed")
_SOMEBODY: Final = sorted(
    {word.replace("_", " ") for word in OUTSIDE.split("|")} | {word.rstrip("*") for word in STAFF.split("|")} - _HOUSES | set(CROWD.split("|")) | set(_OTHERS.split()),
    key=len, reverse=True)
_DOER: Final = re.compile(
    r"\b(?:the|our|an?|your|some|two|three|one)\s(?:[\w'-]+ ){0,2}?(?:" + "|".join(map(re.escape, _SOMEBODY))
    + r")(?: (?:at|in|on|of|from|who|that|upstairs|next)(?: [\w'-]+){1,4}?)?(?: (?:just|simply|clearly|then|had|evidently|obviously|even|only|must have|keeps?))? "
    r"(?!was|were|is|are)(" + "|".join(_PAST.split()) + r"|(?<=keep )\w+ing|(?<=keeps )\w+ing)\b")
_YOU: Final = re.compile(
    r"(?:but |and |though |still,? |actually,? |well,? |then again,? |mind you,? |unfortunately,? |sadly,? )?you(?:'d|'ve| had| have)? (?:just |simply |clearly |been |must have )?("
    + "|".join(_PAST.split()) + r")\b")
_OF_US: Final = re.compile(r"\b(?:if|we|our own|us|sorry|on us|i|we've|we're|i've|we'll|i'll|thanks?|deserve|police|will|tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\?$")

#: A longer statement tells of many people, and is read as a whole.
_MOST: Final = 12


def doers(draft: Draft, brief: Brief) -> Iterator[Hit]:
    """Who is told to have done it, in a later sentence of an answer that nowhere takes it upon us."""
    if not brief.reply_to or len(draft.sentences) > _MOST or draft.index.has(OWNED):
        return
    for span in draft.sentences[1:]:
        if _OF_US.search(draft.own, span.start, span.end):
            continue
        you = _YOU.match(draft.own, span.start, span.end)
        if you and " our " not in draft.own[span.start:span.end]:
            yield Hit(span.start, you.end())
            continue
        doer = _DOER.search(draft.own, span.start, span.end)
        if doer:
            yield Hit(*doer.span())
