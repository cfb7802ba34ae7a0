"""What is known of a filter before any list is walked: that it cannot hold, and between which ids its posts stand.

Two long lists that never meet are walked to their ends to learn so. Often their ends tell it at once: posts that wait
for the model are the newest, what the team worked on has a first and a last, a word that was on everybody's lips last
week is not said any more, and blocks of ids know their times.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final

from warroom.domain.query import Compare, Field, From, Not, Since, Term, Words
from warroom.store.ways import Way, ends

#: So many words of a filter are asked for their first and last post; each costs two looks into the index.
_WORDS: Final = 4
_BEYOND: Final = 2**62


def contradicts(terms: Sequence[Term]) -> bool:
    """Tell whether terms exclude each other: one that is also denied, two handles, two ranges of numbers or of time."""
    denied = {term.term for term in terms if isinstance(term, Not)}
    handles = sorted((term.handle for term in terms if isinstance(term, From)), key=len)
    since = [term.at for term in terms if isinstance(term, Since)]
    until = [term.at for term in denied if isinstance(term, Since)]
    return (
        any(term in denied for term in terms if not isinstance(term, Not))
        or any(not handles[-1].startswith(handle) for handle in handles)
        or bool(since and until and max(since) >= min(until))
        or any(_apart([term for term in terms if isinstance(term, Compare) and term.field is field]) for field in Field)
    )


def _apart(terms: Sequence[Compare]) -> bool:
    """Tell whether no number compares so with all of these."""
    low = max(((term.value, term.op == ">") for term in terms if term.op in (">", ">=", "=")), default=None)
    high = min(((term.value, term.op != "<") for term in terms if term.op in ("<", "<=", "=")), default=None)
    if low is None or high is None:
        return False
    return low[0] > high[0] or (low[0] == high[0] and (low[1] or not high[1]))


def simple(terms: Sequence[Term]) -> list[Term]:
    """Leave out what is said twice, and beginnings of a handle of which a longer one is asked for."""
    longest = max((len(term.handle) for term in terms if isinstance(term, From)), default=0)
    return [term for term in dict.fromkeys(terms) if not isinstance(term, From) or len(term.handle) == longest]


def certain_words(spoken: Sequence[Term]) -> list[str]:
    """Give single words that every post of a filter has."""
    found = (word for term in spoken if isinstance(term, Words)
             for word in (term.words[:-1] if term.prefix else term.words))
    return list(dict.fromkeys(found))[:_WORDS]


async def between(
    ask: Callable[[str, Mapping[str, object]], Awaitable[list[tuple[Any, ...]]]],
    ways: Sequence[Way], said: Sequence[str], values: Mapping[str, object], before: int,
) -> tuple[int, int]:
    """Give ids, from one up to and without the other, between which all posts of these ways and words stand.

    They are the same where there are none. ``ask`` runs SQL; what it leaves unsaid bounds nothing.
    """
    names = {f"word{number}": f'"{word}"' for number, word in enumerate(said)}
    walked = [Way((("words w", f"w.words MATCH :{name}"),), "w.rowid") for name in names]
    groups = [found for way in (*walked, *ways) if (found := ends(way))]
    if not groups:
        return 0, before
    rows = await ask(f"SELECT {', '.join(end for group in groups for pair in group for end in pair)}",
                     {**values, **names, "before": before})
    low, top = 0, before
    for row in rows:
        cells = iter(row)
        for group in groups:
            pairs = [(next(cells), next(cells)) for _ in group]
            low = max(low, min((first for first, _ in pairs if first is not None), default=_BEYOND))
            top = min(top, 1 + max((last for _, last in pairs if last is not None), default=-1))
    return (low, top) if low < top else (top, top)
