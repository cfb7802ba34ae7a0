"""The JSON document: an incident without loss, one event and one post a line, the same bytes for the same incident."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Final

from warroom.domain.events import Event, to_row
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.item_json import item_to_json
from warroom.domain.model import Post, PostKey
from warroom.domain.post_json import post_to_json
from warroom.domain.wire import Json, canonical, stamp
from warroom.export.sink import Write

#: What ``format`` says: a name and the version of the document's form.
NAME: Final = "warroom-incident"
VERSION: Final = 1


def incident_to_json(incident: Incident) -> dict[str, Json]:
    """Give an incident as JSON; all of it can be read from the log too, and an import compares."""
    return {
        "id": incident.id,
        "kind": str(incident.kind),
        "room": incident.room,
        "title": incident.title,
        "opened_at": stamp(incident.opened_at),
        "closed_at": stamp(incident.closed_at) if incident.closed_at else None,
        "severity": incident.severity,
        "head_seq": incident.head_seq,
        "head_hash": incident.head_hash,
        "story": incident.story,
    }


def post_line(item: Item, earlier: Sequence[Post] = ()) -> dict[str, Json]:
    """Give the object of one post: the item without its row number, which means nothing in another database."""
    line = item_to_json(item, full=True)
    del line["id"]
    return line | {"earlier": [post_to_json(post) for post in earlier]}


async def write_document(
    incident: Incident, events: Sequence[Event], posts: AsyncIterator[Item], write: Write,
    earlier: Mapping[PostKey, Sequence[Post]] | None = None,
) -> None:
    """Write the document. ``earlier`` gives what edited posts said before, oldest first, so that it stays provable.

    All text is ASCII with JSON's own escapes, so that no reader's terminal obeys it; nothing is changed or left out.
    """
    before = earlier or {}
    write(f'{{"format":"{NAME}/{VERSION}",\n"incident":{canonical(incident_to_json(incident))},\n"events":[')
    lead = "\n"
    for event in events:
        write(lead + canonical(to_row(event)))
        lead = ",\n"
    write('\n],\n"posts":[')
    lead = "\n"
    async for item in posts:
        write(lead + canonical(post_line(item, before.get(item.key, ()))))
        lead = ",\n"
    write("\n]}\n")
