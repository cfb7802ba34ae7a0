"""Names of places and things in a sheet and in a reply: "Harbour Road plant", "Leeds and York", "Android"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Span, folded
from warroom.domain.tone.facts.calendar import MONTHS, WEEKDAYS, words
from warroom.domain.tone.facts.values import Told
from warroom.domain.tone.facts.words import SMALL_WORDS

_CAPITAL: Final = "A-Z\u00c0-\u00d6\u00d8-\u00de"
_NAME: Final = re.compile(rf"(?<![\w@#/.])(?:[{_CAPITAL}][\w\u2019'-]*\w|i[A-Z]\w+)(?: (?:(?:of|de la|del|de|am|van|der|the) )?(?:[{_CAPITAL}][\w\u2019'-]*\w|[{_CAPITAL}]\b))*(?: \d{{1,3}}\b)?")
_PERSON_BEFORE: Final = re.compile(
    r"(?:\b(?:thanks|thank you|sorry|hi|hello|dear|ask for|ask|i'm|i am|mr|mrs|ms|dr|herr|frau|madame|monsieur|se\u00f1ora?|manager|colleague|colleagues|director|lead|head|with|called|named|signed|name is|driver|nurse|captain|chef|coach|team|and you)\.?,? |, |^\W*|[.!?] |\u2013 ?|- ?|\n)$")
_PERSON_AFTER: Final = re.compile(r"(?:,|\.|!|\?|$|;|:)|(?:,? (?:who|will|would|can|has|is|was|knows|rings?|calls?|writes?|and i|from our|our|at the|or one of|on the desk))\b|'ll|'d|'s (?:team|number)")
_PERSON_VERB: Final = re.compile(r",? (?:who|will|would|can|knows|rings?|calls?|writes?|from our|from the|our|in the office|on the desk|has your)\b|'ll|'d")
_ADDRESSED: Final = re.compile(r"(?:,|\b(?:thanks|sorry|hi|hello|dear|mr|mrs|ms|dr|herr|frau|ask for|i'm|is|by|to|with))\.?,? $")
_NO_NAME: Final = words("i i'm i'll i've i'd dm dms utc bst cet gmt est ok faq id pdf sms pm am mr mrs ms dr herr frau tv gps url ceo uk eu us usa yes no none nobody euro euros pounds dollars") | MONTHS.keys() | WEEKDAYS.keys() | {f"{day}s" for day in WEEKDAYS}
_LEAD: Final = SMALL_WORDS | words("sorry thanks thank please message write send tell ask bring check look come call try questions question until then after before since today tonight tomorrow yesterday once when while though although because however both two three every each staff people our another other let lo mi das es die der wir nous vous le les desol\u00e9s gracias buses trains refunds tickets water power normal next more less about around almost nearly good fair first second last long only even new right hotel free money letters")
#: So many capitals may be a name, "M25"; more are shouted.
_SHORT: Final = 3
_GERMAN: Final = re.compile(r"\b(?:und|wir|das|ist|nicht|ihnen|f\u00fcr|sind|uns)\b")


def names(text: str, own: str, start: int = 0) -> Iterator[Told]:
    """The names in a sentence of a reply: not those of a person who is spoken to or who will ring; ``own`` is the same folded and masked."""
    german = len(_GERMAN.findall(own)) > 1  # every noun has a capital; a town has no article
    for found in _NAME.finditer(text):
        place = _trimmed(text, Span(*found.span()))
        if place is None or place.start < 0 or "\x01" in own[place.start:place.end]:
            continue
        before, after = own[max(0, place.start - 24):place.start], own[place.end:place.end + 16]
        if text[place.start:place.end].isupper() and place.end - place.start > _SHORT:
            continue
        single = " " not in text[place.start:place.end]
        if place.start == 0 and (single or after.startswith(",")):
            continue
        if _PERSON_VERB.match(after) or (_ADDRESSED.search(before) and (re.match(r"[,.!?;:]|$", after) or re.search(r"(?:ask for|i'm|mr|mrs|ms|dr|herr|frau)\.? $", before))):
            continue
        if german and not re.search(r"\b(?:in|nach|bei|aus|ab|von|richtung) $", before):
            continue
        yield Told(Span(start + place.start, start + place.end), "name", own[place.start:place.end])


def named(written: str, *, place: bool) -> Iterator[Told]:
    """The names in a value of a sheet; ``place`` where its key asks for one, so that the first word may be a name by itself."""
    for found in _NAME.finditer(written):
        spot = _trimmed(written, Span(*found.span()))
        if spot is None:
            continue
        alone = spot.start == 0 and " " not in written[:spot.end]
        if alone and not place and not re.match(r"$|,| and | or | only\b| / |;| \(", written[spot.end:]):
            continue
        yield Told(spot, "name", folded(written[spot.start:spot.end]))


def _trimmed(text: str, place: Span) -> Span | None:
    """A name without the small words at its beginning; None where nothing is left, or it is a day."""
    start, end = place
    while start < end:
        word = re.match(r"[\w\u2019'-]+", text[start:end])
        if word is None:
            return None
        plain = folded(word[0])
        if plain in _NO_NAME or plain in _LEAD or plain.split("'")[0] in _LEAD:
            start += word.end() + 1
        else:
            break
    return Span(start, end) if end - start > 1 else None


def looks_like(one: str, other: str) -> bool:
    """True where two names are alike: the same kind of street, or the same beginning."""
    mine, theirs = one.split(), other.split()
    return bool(set(mine) & set(theirs)) or mine[0][:3] == theirs[0][:3]
