"""Phrases with slots: checked once, compiled once, said many times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from sources._table import nearest
from warroom.domain.errors import ConfigError

#: Language -> slot -> phrases; ``any`` holds what every language shares.
Slots: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
#: A compiled phrase: a text, or texts and banks to draw from in turn.
Phrase: TypeAlias = "str | tuple[str | Bank, ...]"
Bank: TypeAlias = "list[Phrase]"
#: Draws a number from 0 up to but not including 1.
Dice: TypeAlias = Callable[[], float]

_SLOT: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_DEEPEST: Final = 12
_ENDED: Final = re.compile(r"[.!?][\s\"'“”»]*\s$")


def _find(slots: Slots, lang: str, name: str) -> tuple[str, ...] | None:
    return slots.get(lang, {}).get(name) or slots.get("any", {}).get(name)


def check_phrases(phrases: Iterable[str], slots: Slots, lang: str, wrong: Callable[[str, str], ConfigError]) -> None:
    """Raise what ``wrong`` makes where a phrase names a slot that is not there, or slots that never come to an end."""
    ends: set[str] = set()

    def follow(phrase: str, above: tuple[str, ...]) -> None:
        for name in _SLOT.findall(phrase):
            if name in ends:
                continue
            bank = _find(slots, lang, name)
            if bank is None:
                known = {*slots.get(lang, {}), *slots.get("any", {})}
                raise wrong(f"has the slot {{{name}}}, which is not known", nearest(name, known))
            if name in above or len(above) >= _DEEPEST:
                raise wrong(f"has the slot {{{name}}}, which leads back to itself", "Break the circle.")
            for inner in bank:
                follow(inner, (*above, name))
            ends.add(name)

    for phrase in phrases:
        follow(phrase, ())


class Compiler:
    """Turns phrases into banks; each slot of a language is compiled once and shared."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self._done: dict[tuple[str, str, bool], Bank] = {}

    def bank(self, phrases: Sequence[str], lang: str, *, begins: bool = False) -> Bank:
        """Compile phrases that :func:`check_phrases` has passed; ``begins``: each begins a sentence."""
        return [self._phrase(phrase, lang, begins) for phrase in phrases]

    def _phrase(self, phrase: str, lang: str, begins: bool) -> Phrase:
        pieces = _SLOT.split(phrase)
        if begins:
            pieces[0] = upper_first(pieces[0])
        if len(pieces) == 1:
            return pieces[0]
        parts: list[str | Bank] = []
        for at, piece in enumerate(pieces):
            if at % 2:
                before = pieces[at - 1]
                parts.append(self._slot(piece, lang, _ENDED.search(before) is not None if before else begins))
            else:
                parts.append(piece)
        return tuple(part for part in parts if part)

    def _slot(self, name: str, lang: str, begins: bool) -> Bank:
        key = (lang, name, begins)
        if key not in self._done:
            self._done[key] = self.bank(_find(self._slots, lang, name) or (), lang, begins=begins)
        return self._done[key]


def say(bank: Bank, dice: Dice) -> str:
    """Draw a phrase and fill its slots."""
    phrase = bank[int(dice() * len(bank))]
    if isinstance(phrase, str):
        return phrase
    return "".join([part if isinstance(part, str) else say(part, dice) for part in phrase])


def upper_first(text: str) -> str:
    """Begin with a capital, and leave the rest as it is written."""
    return text[:1].upper() + text[1:]


_ENDS: Final = ("!", "!!", "", "...", " 😡", " 🙏", " 👇", " ‼️", " RT", " — please share", " (not my words)", ".")
_STARTS: Final = ("READ THIS: ", "Passing this on: ", "copied from a friend: ", "THIS. ", "❗ ", "so: ", "FYI ", "🔁 ")
_SWAPS: Final = (
    (" and ", " & "), (" you ", " u "), (" are ", " r "), ("'", "’"), (". ", ".. "), (" with ", " w/ "),  # noqa: RUF001
    (" because ", " bc "), (" the ", " teh "), ("ACME", "Acme"), (" people ", " ppl "), (", ", " "), ("  ", " "),
)


def vary(text: str, dice: Dice) -> str:
    """Make a near copy: what people do to a text that they paste, one or two small changes."""
    draw = dice()
    if draw < 0.35:
        return text.rstrip(".! ") + _ENDS[int(dice() * len(_ENDS))]
    if draw < 0.6:
        return _STARTS[int(dice() * len(_STARTS))] + text
    if draw < 0.7:
        return text.lower()
    if draw < 0.92:
        before, after = _SWAPS[int(dice() * len(_SWAPS))]
        return text.replace(before, after, 1 + int(dice() * 3))
    cut = int(dice() * len(text)) if text else 0
    return text[:cut] + text[cut + 1 :]
