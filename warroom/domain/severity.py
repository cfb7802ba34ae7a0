"""How severe it looks: four inputs of 0 to 3 points with the figures that each comes from, and what they suggest.

Velocity, sentiment, reach and spread; the sum suggests a level; words of safety, law, a compromised account or
employee misconduct hold it at SEV2 or worse; in doubt the higher. It suggests and shows why; a person decides.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from warroom.domain.crisis import Guess
from warroom.domain.crisis import to_json as guesses_to_json
from warroom.domain.model import Platform, PostKey
from warroom.domain.shift import Poll, wilson_share
from warroom.domain.signs import GRAVE, Hint, Sign
from warroom.domain.wire import Json

#: The least sum of points of SEV1, SEV2 and SEV3.
BOUNDS: Final = (9, 6, 3)
#: Where one, two and three points begin: standard deviations, shares, shares above the usual, accounts' followers, and
#: times of the usual reach.
DEVIATIONS: Final = (1.5, 2.0, 3.0)
SHARES: Final = (0.30, 0.40, 0.60)
ABOVE: Final = (0.10, 0.20, 0.30)
FOLLOWERS: Final = (10_000, 100_000, 1_000_000)
TIMES: Final = (2.0, 4.0, 8.0)
#: Posts of a window below which speed says nothing, and voices below which a share is uncertain.
_FEW: Final = 10
_SAMPLE: Final = 20.0
#: Ordinary hours scatter at least so much (standard deviation of the logarithm): brands' counts are overdispersed.
_SPREAD: Final = 0.25
#: Critics that make criticism repeated, or a place one of several; voices that make a campaign, or a grave sign.
_CRITICS: Final = 3
_CAMPAIGN: Final = 3
_GRAVE: Final = 3
#: Share of a window that one text must be, by so many authors, to look like a campaign.
_COPIED: Final = 0.3
_COPYING: Final = 10


class Kind(StrEnum):
    """The four inputs."""

    VELOCITY = "velocity"
    SENTIMENT = "sentiment"
    REACH = "reach"
    SPREAD = "spread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of the last window, an hour by default; None and empty where it is not known.

    ``posts`` were written in the window, ``usual`` would have been, ``deviation`` is the standard deviation of the
    logarithm of ordinary windows; ``recent`` were written in the last ten minutes, for a burst. ``mood`` is the
    window by voices, ``negative_usual`` its usual share (0..1); ``checked`` the interval of a spot check. ``reach``
    is the sum of the authors' followers but for the largest account, ``reach_usual`` that of an ordinary window;
    ``critic`` and ``other`` are the largest followings of negative and of neutral authors, ``verified`` are
    critics. ``critics`` are authors of negative posts by platform, ``press`` links from outside that several people
    pass on; ``copied`` is the share (0..1) of one text, by ``copying`` authors.
    """

    posts: int = 0
    usual: float | None = None
    deviation: float = 0.0
    recent: int = 0
    recent_usual: float | None = None
    mood: Poll = field(default_factory=Poll)
    negative_usual: float | None = None
    checked: tuple[float, float] | None = None
    reach: int = 0
    reach_usual: float | None = None
    critic: int = 0
    critic_name: str = ""
    other: int = 0
    other_name: str = ""
    verified: int = 0
    critics: Mapping[Platform, int] = field(default_factory=dict)
    press: tuple[str, ...] = ()
    copied: float = 0.0
    copying: int = 0
    hints: Mapping[Sign, Hint] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Input:
    """One input: its points (0..3), the figures in words, and whether they rest on too little to be sure of."""

    kind: Kind
    points: int
    figures: str
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The level (1 worst to 4) that is suggested, the inputs in their order, and why it is not just their sum.

    ``floors`` are grave signs that hold it at SEV2; ``doubt`` says why the higher of two levels was taken.
    """

    level: int
    inputs: tuple[Input, ...]
    floors: tuple[Hint, ...] = ()
    doubt: str = ""
    guesses: tuple[Guess, ...] = ()

    @property
    def points(self) -> int:
        """The sum, 0..12."""
        return sum(one.points for one in self.inputs)

    @property
    def examples(self) -> tuple[PostKey, ...]:
        """Posts to read for the grave signs."""
        return tuple(dict.fromkeys(key for hint in self.floors for key in hint.examples))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why this level, a clause each."""
        said = [f"{self.points} of 12 points are SEV{level_of(self.points)}"]
        said += [f"{hint.sign}: at least SEV2 ({hint.said})" for hint in self.floors]
        return (*said, *([self.doubt] if self.doubt else []))


def level_of(points: int) -> int:
    """The level that a sum of points stands for: 9 and more SEV1, 6 SEV2, 3 SEV3, less SEV4."""
    return next((level for level, least in enumerate(BOUNDS, 1) if points >= least), 4)


def suggest(facts: Facts, guesses: Sequence[Guess] = ()) -> Suggestion:
    """Suggest a level; ``guesses`` of the crisis's kind go with it unchanged."""
    inputs = (_velocity(facts), _sentiment(facts), _reach(facts), _spread(facts))
    points = sum(one.points for one in inputs)
    level, doubt = level_of(points), ""
    unsure = [str(one.kind) for one in inputs if one.unsure and one.points < len(DEVIATIONS)]
    if unsure and facts.posts and level_of(points + 1) < level:
        level -= 1
        which = f"{' and '.join(unsure)} {'is' if len(unsure) == 1 else 'are'}"
        doubt = f"one point below SEV{level}, and {which} uncertain: in doubt the higher"
    floors = tuple(hint for sign in GRAVE if (hint := facts.hints.get(sign)) is not None and hint.voices >= _GRAVE)
    return Suggestion(min(level, 2) if floors else level, inputs, floors, doubt, tuple(guesses))


def _steps(value: float, bounds: Sequence[float]) -> int:
    return sum(value >= bound for bound in bounds)


def _velocity(facts: Facts) -> Input:
    if facts.usual is None:
        return Input(Kind.VELOCITY, 0, f"{facts.posts:,} posts; the usual is not known yet", unsure=True)
    points, figures = _speed(facts.posts, facts.usual, facts.deviation, "")
    if facts.recent_usual is not None:
        burst, words = _speed(facts.recent, facts.recent_usual, facts.deviation, " in 10 minutes")
        if burst > points:
            points, figures = burst, words
    return Input(Kind.VELOCITY, points, figures)


def _speed(posts: int, usual: float, deviation: float, when: str) -> tuple[int, str]:
    """Points and figures of so many posts where so many are usual."""
    damp = 1 + math.sqrt(max(0.0, usual))
    deviations = math.log((posts + damp) / (usual + damp)) / max(_SPREAD, deviation)
    times = f"{posts / usual:.1f}x the usual {usual:,.0f}" if usual >= 1 else "hardly any usual"
    words = f"{posts:,} posts{when}, {times}; {max(0.0, deviations):.1f} deviations"
    return 0 if posts < _FEW else _steps(deviations, DEVIATIONS), words


def _sentiment(facts: Facts) -> Input:
    mood = facts.mood
    if not mood.posts:
        return Input(Kind.SENTIMENT, 0, "no post has a score", unsure=True)
    share, small = mood.share, mood.voices < _SAMPLE
    words = f"{share:.0%} negative of {mood.voices:,.0f} voices"
    if facts.checked is not None:
        low, high = facts.checked
        share, words = (low + high) / 2, f"{(low + high) / 2:.0%} ±{(high - low) * 50:.0f} negative, checked"
    points = _steps(share, SHARES)
    if facts.negative_usual is not None:
        points = max(points, _steps(share - facts.negative_usual, ABOVE))
        words += f", usual {facts.negative_usual:.0%}"
    if small:  # a share of so few is worth no more than what its interval surely holds
        centre, half = wilson_share(mood.share, mood.voices)
        points = min(points, _steps(centre - half, SHARES) + 1)
    unsure = small or mood.unscored > mood.posts
    return Input(Kind.SENTIMENT, points, words.replace("%", " %"), unsure)


def _reach(facts: Facts) -> Input:
    words = [f"{_count(facts.reach)} followers"]
    if facts.reach_usual:
        points = _steps(facts.reach / facts.reach_usual, TIMES) if facts.reach >= FOLLOWERS[0] else 0
        words.append(f"{facts.reach / facts.reach_usual:.1f}x the usual")
    else:
        points = _steps(facts.reach, [10 * bound for bound in FOLLOWERS])
    if facts.critic >= FOLLOWERS[0]:
        points = max(points, min(2, _steps(facts.critic, FOLLOWERS)))
        words.append(f"a critic with {_count(facts.critic)}: {facts.critic_name}")
    if facts.other >= FOLLOWERS[1]:
        points = max(points, _steps(facts.other, FOLLOWERS[1:]))
        words.append(f"an author with {_count(facts.other)}: {facts.other_name}")
    if facts.verified:
        points = max(points, 1)
        words.append(f"{facts.verified} verified {'critic' if facts.verified == 1 else 'critics'}")
    return Input(Kind.REACH, points, ", ".join(words))


def _spread(facts: Facts) -> Input:
    places = [platform for platform, critics in facts.critics.items() if critics >= _CRITICS]
    critics = sum(facts.critics.values())
    words, points = [f"{critics:,} {'critic' if critics == 1 else 'critics'}"], 0
    if places:
        points = 2 if len(places) > 1 else 1
        words.append(f"on {' and '.join(sorted(str(place) for place in places))}")
    if facts.press and critics >= _CRITICS:
        points = 2
        words.append(f"links to {', '.join(facts.press[:2])}")
    for sign in (Sign.CAMPAIGN, Sign.THREAT):
        hint = facts.hints.get(sign)
        if hint is not None and hint.voices >= _CAMPAIGN:
            points = 3
            words.append(f"{sign} ({hint.said})")
    if facts.copied >= _COPIED and facts.copying >= _COPYING:
        points = 3
        words.append(f"one text is {facts.copied:.0%}".replace("%", " % of it"))
    return Input(Kind.SPREAD, points, ", ".join(words))


def _count(number: int) -> str:
    if number >= 1_000_000:
        return f"{number / 1_000_000:.1f}M"
    return f"{number / 1_000:.0f}k" if number >= 10_000 else f"{number:,}"


def to_json(suggestion: Suggestion) -> dict[str, Json]:
    """Give it as JSON, as the event of a decision keeps it and the command line prints it."""
    return {
        "level": suggestion.level, "points": suggestion.points,
        "inputs": [{"kind": str(one.kind), "points": one.points, "figures": one.figures, "unsure": one.unsure}
                   for one in suggestion.inputs],
        "floors": [{"sign": str(hint.sign), "voices": hint.voices, "words": list(hint.words),
                    "examples": list(hint.examples)} for hint in suggestion.floors],
        "doubt": suggestion.doubt, "types": guesses_to_json(suggestion.guesses),
    }
