"""Which way to walk for a page: the cheapest, as far as a few probes tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from warroom.store.asking import Asking
from warroom.store.ways import CROSSED, EVERY, INDEX, Way, few, listing

#: A loose way with fewer posts than this is walked whole: sorting them is cheap, one page in a hundred would be dear.
FEW: Final = 4_000
#: Such a way must leave out so many posts for each that it has.
_CUTS: Final = 8
#: How deep a sorted way is probed, to learn how thinly its posts are spread.
_DEPTH: Final = 120
#: A post costs so much more to be looked at than to be passed over in the index's list of its platform.
_GLANCE: Final = 30
#: So many ids are counted to learn how long the lists are.
_NEWEST: Final = 2_048
_NEAR: Final = (
    "SELECT (SELECT count(*) FROM words WHERE words MATCH :marked AND rowid >= :low AND rowid < :before), "
    "(SELECT count(*) FROM words WHERE words MATCH :platform AND rowid >= :low AND rowid < :before)")


async def index(ask: Asking, before: int) -> Way | None:
    """Give the way that the index makes, None where there is nothing to ask it.

    The platform's own list is walked beside the others only where it is not much longer than they are.
    """
    if "crossed" not in ask.values:
        return INDEX if "words" in ask.values else None
    rows = await ask.some(_NEAR, {
        **ask.values, "low": max(ask.low, min(before, await ask.last()) - _NEWEST), "before": before})
    return CROSSED if rows and rows[0][1] < _GLANCE * rows[0][0] else INDEX


async def choose(ask: Asking, indexed: Way | None, before: int) -> tuple[Way, bool]:
    """Choose the way to walk, and say whether it has few posts."""
    ways = [*([indexed] if indexed else []), *ask.terms.ways]
    if len(ways) == 1 and not ways[0].loose and (ways[0] is indexed or not ask.terms.spoken):
        return ways[0], False
    if not ways:
        return EVERY, False
    # Reading the posts of another way pays only where it has few: else the index is taken, and not probed first.
    # Nor is it where each question makes the list of all that begins so.
    heard = indexed is not None and bool(ask.terms.wanted or ask.terms.begun)
    seen = await _depths(ask, ways[1:] if heard else ways, before)
    # Where every few posts are of a way it cuts nothing: another walk meets them soon.
    most = min(FEW, (min(before, await ask.last() + 1) - ask.low) // _CUTS)
    if heard and any(way.counted and _DEPTH <= depth < most for way, depth in seen) and not ask.terms.begun:
        seen = [*await _depths(ask, ways[:1], before), *seen]
    for way, depth in seen:
        if depth < 0 or (way.counted and depth < _DEPTH):
            return way, True
    for way, depth in seen:
        if way.counted and depth < most:
            return way, True
    if indexed is not None and heard:
        return indexed, False
    # The deeper the post at that depth lies, the fewer there are.
    return min(((depth, way) for way, depth in seen if not way.counted), key=lambda one: one[0],
               default=(0, EVERY))[1], False


async def _depths(ask: Asking, ways: Sequence[Way], before: int) -> list[tuple[Way, int]]:
    """Probe ways: the id at some depth of a sorted one, -1 where it ends before; of others how many there are."""
    if not ways:
        return []
    probes = ", ".join(f"(SELECT count(*) FROM ({few(way)}))" if way.counted  # noqa: S608 - built of constants
                       else f"coalesce((SELECT id FROM ({listing(way, ())})), -1)" for way in ways)  # noqa: S608
    rows = await ask.some(f"SELECT {probes}", {
        **ask.values, "low": ask.low, "before": before, "limit": 1, "skip": _DEPTH, "few": FEW})
    return list(zip(ways, rows[0], strict=True)) if rows else []
