"""The people of a drill: made as they are needed, heavy-tailed in reach, each with a way of writing."""

from __future__ import annotations

import math
import random
import unicodedata
from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final, Generic, TypeVar

from sources._ids import did
from sources._script import Person, Place, Scenario
from warroom.domain.model import Platform

_T = TypeVar("_T")

# Half of all authors have under 300 followers, one in a hundred has over 12,000, and a handful has a crowd.
_MEDIAN: Final = 300.0
_SPREAD: Final = 1.65
_SMALLEST: Final = 12
_LARGEST: Final = 2_000_000
_VERIFIED_FROM: Final = 60_000


class Style(IntEnum):
    """How somebody types."""

    PLAIN = 0
    LOWER = 1
    NO_STOP = 2
    LOUD = 3


_STYLES: Final = (Style.PLAIN,) * 12 + (Style.LOWER,) * 3 + (Style.NO_STOP,) * 4 + (Style.LOUD,)


@dataclass(slots=True, eq=False)
class Author:
    """Somebody who posts in the story. ``place`` is the home instance on Mastodon; ``did`` the identity on Bluesky."""

    platform: Platform
    lang: str
    handle: str
    name: str
    reach: int | None
    verified: bool
    place: str
    did: str
    style: Style


class Draw(Generic[_T]):
    """Draws by weight."""

    __slots__ = ("_last", "_sums", "_total", "things")

    def __init__(self, weights: Iterable[tuple[_T, float]]) -> None:
        self.things: list[_T] = []
        self._sums: list[float] = []
        self._total = 0.0
        for thing, weight in weights:
            self._total += weight
            self.things.append(thing)
            self._sums.append(self._total)
        self._last = len(self.things) - 1

    def __call__(self, at: float) -> _T:
        """The thing that ``at`` (0 up to but not including 1) falls on."""
        return self.things[bisect(self._sums, at * self._total, 0, self._last)]


class Cast:
    """Everybody who may speak. ``crowd`` is how many authors the story has; regulars come back often."""

    def __init__(self, scenario: Scenario, dice: random.Random, crowd: int) -> None:
        self._dice = dice
        self._crowd = crowd
        self._authors: dict[tuple[Platform, str, str, int], Author] = {}
        self._taken: set[str] = set()
        self._first: Mapping[str, tuple[str, ...]] = scenario.first_names
        self._last: Mapping[str, tuple[str, ...]] = scenario.last_names
        self._nicks = scenario.nicknames
        self._instances = self._by_language(scenario.instances)
        self._subreddits = self._by_language(scenario.subreddits)

    @staticmethod
    def _by_language(places: Iterable[Place]) -> dict[str, Draw[Place]]:
        every = list(places)
        common = [place for place in every if not place.lang] or every
        tables = {lang: Draw([(place, place.weight) for place in every if place.lang == lang])
                  for lang in {place.lang for place in every}}
        return {**tables, "": Draw([(place, place.weight) for place in common])}

    def subreddit(self, lang: str) -> Place:
        """Where a submission in this language is made."""
        tables = self._subreddits
        dice = self._dice.random
        if lang in tables and (lang == "en" or dice() < 0.9):
            return tables[lang](dice())
        return tables[""](dice())

    def someone(self, platform: Platform, lang: str, voice: str = "", regulars: int = 0) -> Author:
        """An author for a post: mostly somebody new, sometimes one who spoke before; regulars share a voice."""
        draw = self._dice.random()
        if regulars:
            key = (platform, lang, voice, int(draw * draw * regulars))
        else:
            key = (platform, lang, "", int(draw * math.sqrt(draw) * self._crowd))
        found = self._authors.get(key)
        if found is None:
            found = self._authors[key] = self._make(platform, lang)
        return found

    def person(self, person: Person) -> Author:
        """The author that a written person is."""
        self._taken.add(person.handle)
        return Author(person.platform, person.lang, person.handle, person.display, person.reach, person.verified,
                      person.place, self._did(person.platform), Style.PLAIN)

    def _make(self, platform: Platform, lang: str) -> Author:
        dice = self._dice
        first = self._pick(self._first.get(lang) or self._first["en"])
        last = self._pick(self._last.get(lang) or self._last["en"])
        place = ""
        if platform is Platform.MASTODON:
            tables = self._instances
            place = (tables[lang] if lang in tables and dice.random() < 0.7 else tables[""])(dice.random()).name
        handle = self._handle(platform, first, last)
        full = handle
        if platform is Platform.MASTODON:
            full = f"{handle}@{place}"
        elif platform is Platform.BLUESKY:
            full = f"{handle}.bsky.social"
        if full in self._taken:
            full = full.replace(handle, f"{handle}{len(self._taken)}", 1)
        self._taken.add(full)
        reach = int(min(_LARGEST, max(_SMALLEST, _MEDIAN * math.exp(_SPREAD * dice.gauss(0, 1)))))
        if dice.random() < 0.004:
            reach = min(_LARGEST, int(40_000 / (1 - dice.random())))
        name = "" if platform is Platform.REDDIT else self._display(first, last)
        verified = platform is not Platform.REDDIT and reach >= _VERIFIED_FROM and dice.random() < 0.7
        return Author(platform, lang, full, name, None if platform is Platform.REDDIT else reach, verified, place,
                      self._did(platform), self._pick(_STYLES))

    def _display(self, first: str, last: str) -> str:
        draw = self._dice.random()
        if draw < 0.5:
            return f"{first} {last}"
        if draw < 0.75:
            return first
        return f"{first} {last[:1]}." if draw < 0.9 else first.lower()

    def _handle(self, platform: Platform, first: str, last: str) -> str:
        draw = self._dice.random()
        ascii_first, ascii_last = _ascii(first), _ascii(last)
        if platform is Platform.REDDIT or draw < 0.3 or not (ascii_first and ascii_last):
            word, noun = (self._pick(words) for words in self._nicks)
            joint = "" if platform is Platform.BLUESKY else self._pick(("", "_", "", "-"))
            if platform is Platform.MASTODON:
                joint = joint.replace("-", "_")
            tail = str(int(self._dice.random() * 9900) + 1) if draw < 0.55 else ""
            nick = word + joint + noun + tail
            return nick if platform is Platform.REDDIT and draw > 0.4 else nick.lower()
        joint = self._pick(("", "-", "") if platform is Platform.BLUESKY else ("", "_", "_"))
        shapes = (f"{ascii_first}{joint}{ascii_last}", f"{ascii_first}{joint}{ascii_last[:1]}",
                  f"{ascii_first[:1]}{ascii_last}", f"{ascii_first}{int(draw * 97) + 1}")
        return self._pick(shapes)

    def _pick(self, things: tuple[_T, ...]) -> _T:
        return things[int(self._dice.random() * len(things))]

    def _did(self, platform: Platform) -> str:
        return did(self._dice.getrandbits(120)) if platform is Platform.BLUESKY else ""


@lru_cache(2_000)
def _ascii(name: str) -> str:
    spelled = name.lower()
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        spelled = spelled.replace(letter, plain)
    spelled = unicodedata.normalize("NFKD", spelled)
    return "".join(letter for letter in spelled if letter.isascii() and letter.isalnum())
