"""The oldest post that waits for an answer: a step or a few in a tree that is sorted by the time of writing.

What is passed over is what the team dealt with since; negative posts have a small tree of their own.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.model import Sentiment
from warroom.store.connection import Connection
from warroom.store.rows import MOODS

_BAD: Final = MOODS[Sentiment.NEGATIVE]
# A person's word goes before the model's; what was dealt with, or is no question to us, waits for nobody.
_WAITS: Final = """f.room = :room AND f.created >= :since
AND (f.created > :since OR f.id > :after) AND f.repost = 0 AND f.deleted = 0 AND NOT EXISTS (
  SELECT 1 FROM triage t WHERE t.incident = :incident AND t.post_id = f.id
  AND (t.status <> 'open' OR t.label IN ({others})))"""
# What we sent comes back from its platform as any post; it is no question to us.
_THEIRS: Final = """NOT EXISTS (
  SELECT 1 FROM posts p JOIN drafts d INDEXED BY drafts_ours ON d.platform = p.platform AND d.native_id = p.native_id
  WHERE p.id = f.id)"""
_OLDEST: Final = """SELECT f.created, f.id FROM facets f INDEXED BY {tree} WHERE {which}
ORDER BY f.created, f.id LIMIT :most"""
# Those of the other mood by the model, which a person calls so. The team's labels are few.
_LABELLED: Final = """SELECT f.created, f.id FROM triage t CROSS JOIN facets f
WHERE t.incident = :incident AND t.label <> '' AND t.label IN ({named}) AND t.status = 'open'
AND f.room = :room AND f.id = t.post_id AND f.mood {mood} AND f.created >= :since
AND (f.created > :since OR f.id > :after) AND f.repost = 0 AND f.deleted = 0 AND {theirs}
ORDER BY f.created, f.id LIMIT :most"""


def _statement(*, negative: bool) -> str:
    own, other = ("'negative'", "'neutral', 'positive'") if negative else ("'neutral', 'positive'", "'negative'")
    # The number stands in the text: a partial index is taken only where its condition can be seen.
    mood, strange = (f"= {_BAD}", f"<> {_BAD}") if negative else (f"<> {_BAD}", f"= {_BAD}")
    which = f"{_WAITS.format(others=f'{other}, {chr(39)}irrelevant{chr(39)}')} AND f.mood {mood} AND {_THEIRS}"
    first = _OLDEST.format(tree="facets_complaints" if negative else "facets_created", which=which)
    second = _LABELLED.format(named=own, mood=strange, theirs=_THEIRS)
    both = f"SELECT * FROM ({first}) UNION ALL SELECT * FROM ({second})"  # noqa: S608 - constants only
    return f"SELECT id FROM ({both}) ORDER BY created, id LIMIT :most"  # noqa: S608 - constants only


_NEGATIVE: Final = _statement(negative=True)
_OTHER: Final = _statement(negative=False)


async def oldest(
    connection: Connection, room: str, incident: str, since: int, *, negative: bool, after: int = 0, limit: int = 1,
) -> list[int]:
    """Give the ids of the oldest open posts, negative or not, written at or after ``since`` (ticks); none: empty.

    Of those written exactly then only ids above ``after``.
    """
    rows = await connection.rows(_NEGATIVE if negative else _OTHER,
                                 {"room": room, "incident": incident, "since": since, "after": after, "most": limit})
    return [id_ for (id_,) in rows]
