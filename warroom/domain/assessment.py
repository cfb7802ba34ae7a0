"""The last window put together: why it is loud, how severe it looks, and what kind of crisis it may be. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from warroom.domain import crisis, severity, signs
from warroom.domain.baseline import Usual
from warroom.domain.explain import explain, handle
from warroom.domain.gauge import Checked
from warroom.domain.item import Item
from warroom.domain.model import Label, Platform, Post, Sentiment
from warroom.domain.severity import Facts, Suggestion
from warroom.domain.shift import poll_of
from warroom.domain.signs import Hint, Sign
from warroom.domain.terms import Terms
from warroom.domain.text import tokens
from warroom.domain.voices import USUAL, Side
from warroom.domain.why import Why

#: Times of the usual that words of a sign must be said to count as a hint.
_MORE: Final = 2.0
#: Share of the people of a window who say something grave, from which it counts even where they said it before.
_LOUD: Final = 0.05
#: People who pass a link on that make it news.
_PASSED_ON: Final = 3
#: A burst within the window.
_BURST: Final = timedelta(minutes=10)
#: Hosts that are no press: the platforms themselves.
_PLATFORMS: Final = ("reddit.com", "redd.it", "bsky.app", "youtu.be", "youtube.com", "i.imgur.com", "imgur.com")


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the ``window`` that ended ``at`` (aware UTC) looks like."""

    at: datetime
    window: timedelta
    why: Why
    suggestion: Suggestion
    facts: Facts


def assess(
    now: Sequence[Item], before: Sequence[Item], *, at: datetime, window: timedelta, usual: Usual | None = None,
    checked: Checked | None = None, posts: int | None = None, terms: Terms | None = None,
) -> Assessment:
    """Assess the window that ends ``at`` from its posts and those before it.

    ``posts`` is how many were written in it, where ``now`` are only the newest of them. Takes some tens of
    milliseconds; keep it off the hot path.
    """
    why = explain(now, before, terms=terms)
    posts = len(now) if posts is None else posts
    hours = window / timedelta(hours=1)
    ours = frozenset("".join(tokens(name)) for name in (terms.brand if terms else ()))
    now = [item for item in now if not _ours(item.post, ours)]
    critical = [item for item in now if _critical(item)]
    grave = [item for item in critical if item.mood is not Sentiment.NEUTRAL]
    mood = poll_of(now)
    critic = max(grave, key=lambda item: _reach(item.post), default=None)
    other = max((item for item in critical if item.mood is Sentiment.NEUTRAL), key=lambda item: _reach(item.post),
                default=None)
    facts = Facts(
        posts=posts, usual=None if usual is None or usual.hours <= 0 else usual.volume * hours,
        deviation=0.0 if usual is None else usual.spread,
        recent=sum(item.post.created_at > at - _BURST for item in now),
        recent_usual=None if usual is None or usual.hours <= 0 else usual.volume * (_BURST / timedelta(hours=1)),
        mood=mood, negative_usual=_usual_share(usual, before),
        checked=None if checked is None else (checked.negative.low, checked.negative.high),
        reach=_reached(now), reach_usual=_usual_reach(now, before, posts, usual, hours),
        critic=0 if critic is None else _reach(critic.post),
        critic_name="" if critic is None else handle(critic.post),
        other=0 if other is None else _reach(other.post), other_name="" if other is None else handle(other.post),
        verified=len({_author(item) for item in grave if item.post.verified}),
        critics=_critics(now),
        press=tuple(link.text for link in why.links
                    if link.authors >= _PASSED_ON and not link.text.partition("/")[0].endswith(_PLATFORMS)),
        copied=0.0 if why.copies is None else why.copies.share,
        copying=0 if why.copies is None else why.copies.authors,
        hints=_hints(critical, grave, now, before),
    )
    return Assessment(at, window, why, severity.suggest(facts, crisis.guess(facts.hints, why.people)), facts)


def _critical(item: Item) -> bool:
    """True for a post that may hold criticism: not praise, and about us."""
    return item.mood is not Sentiment.POSITIVE and item.triage.label is not Label.IRRELEVANT and not item.context


def _ours(post: Post, names: Collection[str]) -> bool:
    """True where the author's handle begins with a name of the brand: our own posts are no criticism and no reach."""
    said = "".join(tokens(post.author))
    return any(len(name) > 2 and said.startswith(name) for name in names)


def _author(item: Item) -> str:
    return f"{item.post.platform}:{item.post.author}"


def _reach(post: Post) -> int:
    """Followers of the author; Reddit tells the readers of the subreddit, which are nobody's own."""
    return 0 if post.platform is Platform.REDDIT else post.reach or 0


def _reached(items: Sequence[Item]) -> int:
    """The followers of everybody who wrote, each author once, but for the largest: one account is no reach of many."""
    followers = {_author(item): _reach(item.post) for item in items}.values()
    return sum(followers) - max(followers, default=0)


def _usual_reach(
    now: Sequence[Item], before: Sequence[Item], posts: int, usual: Usual | None, hours: float,
) -> float | None:
    """The reach of an ordinary window: that of the posts before, as many as usual; None where too few are known."""
    if len(before) < 20 or usual is None or usual.hours <= 0 or not now or not posts:
        return None
    expected = usual.volume * hours * len(now) / posts
    return _reached(before) * min(1.0, expected / len(before)) or None


def _usual_share(usual: Usual | None, before: Sequence[Item]) -> float | None:
    if usual is not None and usual.negative is not None:
        return usual.negative
    mood = poll_of(before)
    return mood.share if mood.voices >= 20 else None


def _critics(now: Sequence[Item]) -> dict[Platform, int]:
    authors: dict[Platform, set[str]] = {}
    for item in now:
        if item.mood is Sentiment.NEGATIVE and not item.context:
            authors.setdefault(item.post.platform, set()).add(item.post.author)
    return {platform: len(found) for platform, found in authors.items()}


def _hints(
    critical: Sequence[Item], grave: Sequence[Item], now: Sequence[Item], before: Sequence[Item],
) -> Mapping[Sign, Hint]:
    """The signs that are more than what is always said; grave ones are not looked for in posts without a mood.

    "Do you have an allergy list?" is no complaint; "my son is in hospital" is never neutral to the model for long.
    """
    said, meant = signs.hints(Side.of(critical)), signs.hints(Side.of(grave))
    here = {sign: hint for sign in Sign if (hint := (meant if sign in signs.GRAVE else said).get(sign)) is not None}
    usual = Side.of(before, most=USUAL, near=False)
    if not here or not usual.voices:
        return here
    there, voices = signs.hints(usual), len({_author(item) for item in now})
    return {
        sign: hint for sign, hint in here.items()
        if sign not in there or hint.voices * len(usual.people) >= _MORE * there[sign].voices * voices
        or (sign in signs.GRAVE and hint.voices >= _LOUD * voices)
    }
