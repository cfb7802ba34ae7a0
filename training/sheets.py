"""Variants of labelled replies that have a fact sheet: the same reply beside another sheet, and with it other labels.

A network that sees each reply with one sheet learns which replies contradict, and not what a contradiction is. So a
value that a reply tells rightly is changed on the sheet, and is a contradiction from then on; what a contradiction
says is written on the sheet, and it is none; lines are put in another order, and lines of another incident beside
them. (Counterfactual data: Kaushik et al. 2020.)
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from warroom.domain.tone.second import FACTS

if TYPE_CHECKING:
    from tone.corpus import Labelled

#: Words of which one stands for another: days, months, numbers.
_KINDS: Final = tuple(tuple(words.split()) for words in (
    "monday tuesday wednesday thursday friday saturday sunday",
    "january february march april may june july august september october november december",
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty"))
_VALUE: Final = re.compile(
    r"\d+(?:[.,:]\d+)*|\b(?:" + "|".join(word for words in _KINDS for word in words) + r")\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z]{4,}")
#: How often a variant has other values, and how often a reply with a contradiction gets a second one.
_CHANGED, _AGAIN = 0.5, 0.3
#: So many lines of other incidents.
_STRANGE: Final = (0, 0, 1, 1, 2, 3)
_STEM: Final = 5

Sheet = tuple[tuple[str, str], ...]


class Value(NamedTuple):
    """A number, day or month where it stands."""

    written: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """What it is, however it is written."""
        return self.written.lower().replace(",", "")

    @property
    def kind(self) -> int:
        """The words that it is one of; -1 for a number in digits, -2 for a time."""
        lowered = self.written.lower()
        return next((at for at, words in enumerate(_KINDS) if lowered in words), -2 if ":" in lowered else -1)


def variants(reply: Labelled, sheets: Sequence[Sheet], chance: random.Random, count: int) -> Iterator[Labelled]:
    """``count`` variants of a reply that has a fact sheet; ``sheets`` are those of other replies."""
    for _ in range(count):
        other = None
        if chance.random() < _CHANGED:
            clean = not any(rule == FACTS for rule, _, _ in reply.spans)
            other = contradicted(reply, chance) if clean or chance.random() < _AGAIN else agreed(reply)
        yield dressed(other or reply, sheets, chance)


def contradicted(reply: Labelled, chance: random.Random) -> Labelled | None:
    """The reply beside a sheet on which a value that it tells is another one; None where it tells none."""
    if FACTS in reply.allowed:
        return None
    said, sheet = values(reply.text), reply.brief.facts
    on_sheet = [one.plain for told in sheet.values() for one in values(told)]
    found = []
    for key, told in sheet.items():
        for one in values(told):
            places = [other for other in said if other.plain == one.plain]
            if len(places) == 1 and on_sheet.count(one.plain) == 1 and not _labelled(reply, places[0]):
                found.append((key, one, places[0]))
    if not found:
        return None
    key, one, place = chance.choice(found)
    new = another(one, chance)
    if new.lower().replace(",", "") in {other.plain for other in said}:
        return None
    return replace(_beside(reply, key, one, new), spans=(*reply.spans, (FACTS, place.start, place.end)))


def agreed(reply: Labelled) -> Labelled | None:
    """The reply beside a sheet that says what it says; None where that cannot be told for sure."""
    told = {one.plain for one in values(reply.text)}
    made = reply
    for rule, start, end in reply.spans:
        if rule != FACTS:
            continue
        mine = values(reply.text[start:end])
        found = [(key, one) for key, line in made.brief.facts.items() for one in values(line)
                 if mine and one.kind == mine[0].kind and one.plain not in told]
        if len(mine) != 1 or len(found) != 1:
            return None
        made = _beside(made, *found[0], mine[0].written)
    return replace(made, spans=tuple(span for span in reply.spans if span[0] != FACTS))


def dressed(reply: Labelled, sheets: Sequence[Sheet], chance: random.Random) -> Labelled:
    """The reply with its sheet in another order and writing, and with lines of which it says nothing."""
    lines, stems = list(reply.brief.facts.items()), _stems(reply.text)
    for _ in range(chance.choice(_STRANGE)):
        key, told = chance.choice(chance.choice(sheets))
        if not _stems(f"{key} {told}") & stems and key not in dict(lines):
            lines.append((key, told))
    chance.shuffle(lines)
    return replace(reply, brief=replace(reply.brief, facts=dict(lines)))


def values(text: str) -> list[Value]:
    """The numbers, days and months of a text."""
    return [Value(found[0], *found.span()) for found in _VALUE.finditer(text)]


def another(one: Value, chance: random.Random) -> str:
    """Another value of the same kind, written alike."""
    if one.kind >= 0:
        word = chance.choice([word for word in _KINDS[one.kind] if word != one.written.lower()])
        return word.capitalize() if one.written[0].isupper() else word
    if one.kind == -1 and "." not in one.written:
        number = int(one.written.replace(",", ""))
        new = _number(number, chance)
        return f"{new:,}" if "," in one.written else str(new)
    at = chance.choice([at for at, mark in enumerate(one.written) if mark.isdigit()])
    high = "2" if one.kind == -2 and at == 0 else "5"  # the hours of a day
    digit = chance.choice([mark for mark in "0123456789" if mark <= high and mark != one.written[at]])
    return one.written[:at] + digit + one.written[at + 1:]


def _number(number: int, chance: random.Random) -> int:
    """A slip, a multiple, or a number as long."""
    new = chance.choice((
        number + chance.choice((-3, -2, -1, 1, 2, 3, 5, 10)),
        round(number * chance.choice((0.1, 0.5, 0.75, 1.2, 1.5, 2, 3, 10))),
        chance.randrange(1, 10 ** len(str(number)) + 5)))
    return new if new > 0 and new != number else number + chance.randrange(1, 9)


def _beside(reply: Labelled, key: str, old: Value, new: str) -> Labelled:
    sheet: Mapping[str, str] = reply.brief.facts
    line = sheet[key][:old.start] + new + sheet[key][old.end:]
    return replace(reply, brief=replace(reply.brief, facts={**sheet, key: line}))


def _labelled(reply: Labelled, place: Value) -> bool:
    return any(rule == FACTS and start < place.end and place.start < end for rule, start, end in reply.spans)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower())}
