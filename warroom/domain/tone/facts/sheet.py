"""A fact sheet made ready: what each line is about, the values that it tells, and when they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from warroom.domain.tone.draft import Span, folded
from warroom.domain.tone.facts.kinds import labels, relative, sorts, spot
from warroom.domain.tone.facts.names import named
from warroom.domain.tone.facts.quantities import Clock, When
from warroom.domain.tone.facts.reading import told
from warroom.domain.tone.facts.values import Told
from warroom.domain.tone.facts.words import stems


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the sheet.

    ``about`` and ``last`` are the stems of its key and of the last word of it, ``words`` those of what it says beside its values. ``role`` is "start",
    "end", "length" or "". ``own_step``: it tells what we do next; ``past`` and ``coming``: its key says that it was, or will be; ``place``: its key asks for a place.
    """

    key: str
    name: str
    written: str
    about: frozenset[str]
    last: frozenset[str]
    words: frozenset[str]
    values: tuple[Told, ...]
    role: str
    own_step: bool
    past: bool
    coming: bool
    place: bool


_START: Final = re.compile(r"\b(?:start\w*|began|begin\w*|since|from|outset|kick-off|opens|opened|first|desde|seit|ab|depuis|\u00e0 partir|dal)\b")
_END: Final = re.compile(r"\b(?:until|till|ends?|ended|deadline|closes?|closing|by|before|restored|back|expires?|fixed|over|bis|jusqu'\w*|hasta|entro|fino|tot|solved|out)\b")
_LENGTH: Final = re.compile(r"\b(?:for|duration|lasted|length|how long|within|downtime|time|every|wait\w*|takes?|window)$|\bwithin\b")
_UNTIL: Final = re.compile(r"\b(?:until|till|by|before|bis|jusqu'\w+|hasta|entro|tot) $")
_KEY_STEP: Final = re.compile(r"update|news|brief|report|letter|mail|post|publish|call|answer|next|statement|meeting|result|talks|hearing|session|explan|write|review|audit|inspection|test|sample")
_PAST_KEY: Final = re.compile(r"\b(?:began|beg[au]n|start of|started|discovered|found|restored|sent|date of|accident|time of|happened|lost|ended|since|sold|built|made|taken|stopped|closed on|reported|detected|noticed|incident|occurred|leaked|opened|told|first|injured|evacuated|copied|was|were|affected|cancelled|fire out|capped|outage (?:start|end|began|ended))\b")
_COMING_KEY: Final = re.compile(r"\b(?:reopen\w*|expected|next|deadline|until|back by|due|resum\w*|restart\w*|valid|ends|by|new|planned|will|open again|return\w*|refund\w*|claim\w*|within|opening|opens)\b")
_PLACE_KEY: Final = re.compile(r"\b(?:place|site|where|location|venue|street|streets|area|areas|school|plant|depot|field|region|regions|town|city|branch|shop|store|station|stop|hall|office|clinic|hospital|address|room|point|stopped near|from|land|country|countries|warm|zona|salida|ort|lieu|luogo|plaats|bakery|bakeries|warehouse|factory|campus|line|route|gate|stand|beach|pool|park)\b|\b(?:at|in|near|to|from|outside)$")


def sheet(facts: Mapping[str, str]) -> tuple[Fact, ...]:
    """Read a fact sheet, key to value."""
    return _read(tuple(facts.items()))


@lru_cache(maxsize=8)
def _read(facts: tuple[tuple[str, str], ...]) -> tuple[Fact, ...]:
    return tuple(_fact(key, written) for key, written in facts)


def _fact(key: str, written: str) -> Fact:
    name, fact = folded(key).replace("_", " "), folded(written).strip()
    place = _PLACE_KEY.search(name) is not None
    read = (*told(fact, name), *named(written.strip(), place=place), *relative(fact), *sorts(fact), *labels(fact, name)) or tuple(spot(fact, place=place))
    read = (*read, *_lasting(read, fact))
    bare = fact
    for one in read:
        if one.kind in ("sort", "spot", "label"):
            continue
        bare = bare[:one.place.start] + " " * (one.place.end - one.place.start) + bare[one.place.end:]
    before = fact[:read[0].place.start] if read else ""
    return Fact(key, name, written, stems(name), stems(name.rsplit(" ", 1)[-1]), stems(bare), read, _role(name, fact), _KEY_STEP.search(name) is not None,
                _PAST_KEY.search(name) is not None, bool(_COMING_KEY.search(name) or _UNTIL.search(before)), place)


_TO: Final = re.compile(r" ?(?:to|until|till|-|\u2013) ?")


def _lasting(read: tuple[Told, ...], fact: str) -> Iterator[Told]:
    """How long a time from one hour or day to another is: "02:10-03:25", "2 to 5 February"."""
    if len(read) == _TWO and isinstance(read[0].worth, Clock) and isinstance(read[1].worth, Clock) and _TO.fullmatch(fact, read[0].place.end, read[1].place.start):
        yield Told(Span(read[0].place.start, read[1].place.end), "span", float((read[1].worth.minutes - read[0].worth.minutes) % _DAY), "~")
    if len(read) == _TWO and isinstance(first := read[0].worth, When) and isinstance(last := read[1].worth, When) and first.month == last.month and 0 < first.day < last.day and _TO.fullmatch(fact, read[0].place.end, read[1].place.start):
        yield from (Told(Span(read[0].place.start, read[1].place.end), "span", float(days * _DAY), "~") for days in (last.day - first.day, last.day - first.day + 1))


_TWO: Final = 2
#: Minutes of a day.
_DAY: Final = 1440


def _role(name: str, fact: str) -> str:
    if _LENGTH.search(name):
        return "length"
    early, late = _START.search(f"{name} {fact}"), _END.search(f"{name} {fact}")
    return "start" if early and not late else "end" if late and not early else ""
