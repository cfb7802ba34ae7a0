"""Blame by its shape: a sentence after the first whose subject is somebody else, or the person, and whose verb did it.

A good reply speaks of us, of the person's trouble and of what comes next. Where a later sentence tells what a driver, a
council or the person did, with no word of ours in it, and no sentence takes it upon us, the fault is put on them. What
helps, tells, waits or is going to happen is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.blaming import OWNED
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.slots import CROWD, OUTSIDE, STAFF

_HOUSES: Final = frozenset(["company", "hotel", "school", "hospital", "clinic", "team", "staff", "crew"])
_OTHERS: Final = (
    "bloke guy tourist helper chap lad lads girl boy boys girls clerk trainee temp intern apprentice porter lodger flatmate neighbour neighbours "
    "cleaner freelancer firm operator shift crew agency employer university office surgery gp vet accountant solicitor insurance household "
    "husband wife son daughter mother father dog cat kid child children stranger visitor dj band club publisher baker butcher owner owners seller "
    "dealer buyer host referee bookkeeper scaffolder roofer painter gardener locksmith mover movers removal lorry haulage ferry broker translator "
    "surveyor architect joiner welder decorator porter bellhop barista stylist tutor lecturer invigilator marker clerk registrar pharmacist chemist"
)
_PAST: Final = (
    "took left sent gave broke lost put let ran hid forgot sold typed made did kept cut hit threw set drove swept shut tore built bought chose stole "
    "swapped spilt spilled came got wrote held stuck shook spun swung lent bent drew froze blew flew slept overslept misread misheard fed led beat burst "
    "dealt dug ground laid spread split struck swore undid wound")
#: What helps, tells, waits, feels or merely happens.
_MILD: Final = (
    "found reported noticed helped returned cleared approved confirmed inspected opened closed started arrived replaced fixed wanted needed told asked "
    "called rang looked measured passed waited took named lost agreed followed flooded radioed handed came worked offered apologised apologized resigned "
    "wrote sent fetched promised asking reading driving being meeting training building evening morning coming working waiting standing sitting living "
    "travelling visiting buying flying using paying renting needing wanting signed voted gave died paid heard kept gathered carried listed agreed decided "
    "suspended left let moved drilled shouted brought tested checked sampled repaired cleaned collected stopped saw warned answered finished arrested "
    "joined learned learnt hoped thanked welcomed trusted enjoyed loved liked praised deserved posted published shared did made got explained described raised "
    "received listened walked ruled investigated evacuated rescued treated examined turned announced raised recorded recalled refunded visited invited")
_HARMLESS: Final = frozenset(_MILD.split())
#: What somebody does who is let down.
_BORNE: Final = (
    "stood cancelled had got mentioned spent expected travelled trained planned saved lived relied supported pointed wondered deserved missed suffered "
    "queued slept walked drove flew got ended ran sat ordered booked bought waited trusted worried cried fell tripped stayed needed hurt asked asking")
_SUFFERED: Final = _HARMLESS | frozenset(_BORNE.split())
_SOMEBODY: Final = sorted(
    {word.replace("_", " ") for word in OUTSIDE.split("|")} | {word.rstrip("*") for word in STAFF.split("|")} - _HOUSES | set(CROWD.split("|")) | set(_OTHERS.split()),
    key=len, reverse=True)
_DOER: Final = re.compile(
    r"\b(?:the|our|an?|your|some|two|three|one)\s(?:[\w'-]+ ){0,2}?(?:" + "|".join(map(re.escape, _SOMEBODY))
    + r")(?: (?:at|in|on|of|from|who|that|upstairs|next)(?: [\w'-]+){1,4}?)?(?: (?:just|simply|clearly|then|had|evidently|obviously|even|only|must have|keeps?))? "
    r"(?!was|were|is|are)(" + "|".join(_PAST.split()) + r"|\w{3,}(?<!ne)ed|(?<=keep )\w+ing|(?<=keeps )\w+ing)\b")
_YOU: Final = re.compile(
    r"(?:but |and |though |still,? |actually,? |well,? |then again,? |mind you,? |unfortunately,? |sadly,? )?you(?:'d|'ve| had| have)? (?:just |simply |clearly |been |must have )?("
    + "|".join(_PAST.split()) + r"|\w{3,}(?<!ne)ed|(?<=been )\w+ing)\b")
_OF_US: Final = re.compile(r"\b(?:we|our own|us|sorry|on us|i|we've|we're|i've|we'll|i'll|thanks?|deserve|police|will|tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\?$")

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
        if you and you[1] not in _SUFFERED and " our " not in draft.own[span.start:span.end]:
            yield Hit(span.start, you.end())
            continue
        doer = _DOER.search(draft.own, span.start, span.end)
        if doer and doer[1] not in _HARMLESS:
            yield Hit(*doer.span())
