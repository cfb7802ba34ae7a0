"""What somebody is writing, before it is a draft: and its versions. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warroom.domain.errors import BadMove
from warroom.domain.model import PostKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """The text that is being written on a post: one for each post of an incident, whoever writes.

    ``version`` counts saves from 1 and never goes back; ``statement`` is the id of the statement that it began with,
    "" for none. An empty text is one that was handed in or thrown away. ``at`` is aware UTC.
    """

    incident: str
    post: PostKey
    text: str
    author: str
    version: int
    at: datetime
    statement: str = ""


class Overtaken(BadMove):
    """Somebody saved another version meanwhile; ``theirs`` is what stands there now."""

    def __init__(self, theirs: Manuscript) -> None:
        super().__init__(f"{theirs.author} has changed this text.", reason=f"It was saved at {theirs.at:%H:%M:%S} UTC.",
                         hint="Look at the difference, and choose.")
        self.theirs = theirs
