"""Which incident, which room and which posts the words of a command mean."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from warroom.domain.errors import NotFound

if TYPE_CHECKING:
    import argparse

    from warroom.commands.context import Context
    from warroom.domain.incident import Incident
    from warroom.domain.model import PostKey
    from warroom.ports import Store


class Place(NamedTuple):
    """A room (None: all of them), and the incident whose triage its posts show."""

    room: str | None
    incident: Incident | None


def named(args: argparse.Namespace) -> str:
    """The incident that the command line names, "" for none."""
    return str(vars(args).get("incident") or "")


async def the_incident(store: Store, words: str, *, closed: bool = False) -> Incident:
    """The incident of these words; for "" the latest open one, with ``closed`` else the latest. Raises NotFound."""
    if words:
        return await store.incident(words)
    every = await store.incidents()
    opened = [incident for incident in every if incident.open]
    if opened:
        return opened[-1]
    if closed and every:
        return every[-1]
    raise NotFound("No incident is open.", hint="`warroom open TITLE` opens one, `warroom drill` rehearses, and "
                   "--incident names a closed one.")


async def the_place(store: Store, room: str, incident: str) -> Place:
    """The room that ``--room`` or ``--incident`` means; neither: that of the latest open incident, or the live one."""
    if room == "all":
        return Place(None, await store.incident(incident) if incident else None)
    if incident:
        found = await store.incident(incident)
        return Place(found.room, found)
    from warroom.domain.model import LIVE  # the console asks this module for no more than a word

    every = await store.incidents()
    if room and room != LIVE:
        found = await store.incident(room)
        return Place(found.room, found)
    here = [one for one in every if one.room == LIVE] if room else every
    opened = [one for one in here if one.open]
    if opened:
        return Place(opened[-1].room, opened[-1])
    here = [one for one in here if one.room == LIVE]
    return Place(LIVE, here[-1] if here else None)


async def the_posts(store: Store, room: str, words: Iterable[str]) -> list[PostKey]:
    """The posts of these words; ``-`` reads more of them from stdin, one a line. Raises NotFound."""
    wanted: list[str] = []
    for word in words:
        wanted += [line.strip() for line in sys.stdin if line.strip()] if word == "-" else [word]
    return [(await store.resolve(room, word)).key for word in wanted]


def tell_place(context: Context, place: Place) -> None:
    """Say on stderr that what follows is a drill's, where nobody asked for a drill by name."""
    if place.incident is not None and place.incident.drill:
        context.say(f"These are posts of {place.incident.id}, a drill. `--room live` shows the real ones.")
