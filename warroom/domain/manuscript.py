"""What somebody is writing, before it is a draft: and its versions. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final, NamedTuple

from warroom.domain.errors import BadMove
from warroom.domain.model import PostKey


class Choices(NamedTuple):
    """What a writer chose beside the words.

    ``overrides`` are the findings that were set aside, by rule, each with its typed reason; with ``split`` the text
    goes out as a numbered thread.
    """

    overrides: Mapping[str, str] = MappingProxyType({})
    split: bool = False


#: Nothing is set aside, and it is one text.
NO_CHOICES: Final = Choices()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """The text that is being written on a post: one for each post of an incident, whoever writes.

    ``version`` counts saves from 1 and never goes back; ``statement`` is the id of the statement that it began with,
    "" for none. An empty text is one that was handed in or thrown away. ``at`` is aware UTC. ``writers``
    are all who saved some of it since it was empty, ``author`` among them. ``choices`` are the author's.
    """

    incident: str
    post: PostKey
    text: str
    author: str
    version: int
    at: datetime
    statement: str = ""
    writers: tuple[str, ...] = ()
    choices: Choices = NO_CHOICES


def after(before: Manuscript | None, new: Manuscript) -> Manuscript:
    """``new`` with all who wrote in it, ``before`` being what stood there."""
    if not new.text.strip():
        return replace(new, writers=())
    others = (before.writers or (before.author,)) if before is not None and before.text.strip() else ()
    return replace(new, writers=(*(name for name in others if name != new.author), new.author))


class Overtaken(BadMove):
    """Somebody saved another version meanwhile; ``theirs`` is what stands there now."""

    def __init__(self, theirs: Manuscript) -> None:
        super().__init__(f"{theirs.author} has changed this text.", reason=f"It was saved at {theirs.at:%H:%M:%S} UTC.",
                         hint="Look at the difference, and choose.")
        self.theirs = theirs
