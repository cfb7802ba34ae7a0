"""What lies on the table while a reply is written: the post and its talk, the house's rules, what was said before."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from warroom import house
from warroom.domain.approval import seen
from warroom.domain.composing import Sheet
from warroom.domain.errors import ConfigError, WarroomError
from warroom.domain.item import Item
from warroom.domain.model import Platform, Post, PostKey
from warroom.domain.outgoing import LIMITS, answering
from warroom.domain.reply import Draft, DraftState, TextLimit
from warroom.domain.statements import Library, Situation
from warroom.domain.tone import RULES, Brief, Rule, Strategy
from warroom.domain.tone.house import Tables, ruled
from widgets.detail import Dossier

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.screens.loader import Loader
    from warroom.settings import Settings

#: Earlier replies of the team that a new one is compared with.
RECENT: Final = 20
#: Seconds that a platform may take to say how long a reply may be; until then it is the platform's usual limit.
_PATIENCE: Final = 20.0
_OUT: Final = frozenset({DraftState.SENT, DraftState.SENDING, DraftState.UNKNOWN, DraftState.APPROVED})
_WRITABLE: Final = frozenset({DraftState.DRAFT, DraftState.FAILED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """All that is known when somebody begins to write on a post; ``trouble`` says what of the house cannot be used.

    ``draft`` is a reply of this person's that was handed in and came back, to be written on. ``seen`` is what the post
    said when the writer saw it first.
    """

    dossier: Dossier
    sheet: Sheet
    library: Library
    situation: Situation
    drafts: tuple[Draft, ...] = ()
    draft: Draft | None = None
    trouble: str = ""
    seen: str = ""
    #: What the rules of the sheet were made of.
    house: Tables = ()

    @property
    def item(self) -> Item:
        """The post that is answered."""
        return self.dossier.item

    @property
    def platform(self) -> Platform:
        """Where the reply goes."""
        return self.item.post.platform

    @property
    def values(self) -> Mapping[str, str]:
        """What fills gaps of a statement by itself: the author's handle, and every published fact."""
        post = self.item.post
        handle = f"u/{post.author}" if self.platform is Platform.REDDIT else f"@{post.author.lstrip('@')}"
        return {**self.library.facts, "author": handle}


async def lay_out(room: Room, loader: Loader, settings: Settings, key: PostKey) -> Papers | None:
    """Gather it; None where the post is not in the store. The house's files are read anew each time."""
    dossier = await loader.dossier(key, ())
    if dossier is None:
        return None
    incident, post = room.incident, dossier.item.post
    # In a thread: files are read, and the rules take their time to import.
    rules, library, trouble, tables = await asyncio.to_thread(of_house, settings, drill=incident.drill)
    every = sorted((draft for _, draft in await room.store.drafts(incident.id)), key=lambda one: one.since)
    own = [draft for draft in every if draft.post == key]
    mine = [draft for draft in own if draft.state in _WRITABLE and draft.author == room.desk.actor
            and not draft.batch and not draft.private]
    recent = tuple(draft.text for draft in every if draft.state in _OUT)[-RECENT:]
    strategy = Strategy(incident.strategy) if incident.strategy else None
    brief = Brief(reply_to=post.text, author=post.author, platform=post.platform, strategy=strategy,
                  severity=incident.severity, facts=library.facts, recent=recent)
    usual = answering(LIMITS[post.platform], platform=post.platform, author=post.author, said=post.text)
    sheet = Sheet(brief=brief, limit=usual, now=room.clock.now(), rules=rules)
    situation = Situation(cluster=incident.cluster, severity=incident.severity, platform=post.platform,
                          language=post.lang.partition("-")[0].lower())
    return Papers(dossier=dossier, sheet=sheet, library=library, situation=situation, drafts=tuple(own),
                  draft=mine[-1] if mine else None, trouble=trouble, seen=seen(dossier.item), house=tables)


async def limit(
    room: Room, post: Post | None = None, *, platform: Platform | None = None, private: bool = False,
) -> TextLimit | None:
    """How long a reply to ``post``, or a post of our own on ``platform``, may be, as its server says it.

    None where it does not. A ``private`` one has no content warning.
    """
    where = post.platform if post is not None else platform
    if room.outbox is None or where is None:
        return None
    try:
        async with asyncio.timeout(_PATIENCE):
            return await room.outbox.limit(where, post, private=private)
    except (WarroomError, TimeoutError):
        return None


def with_limit(papers: Papers, found: TextLimit) -> Papers:
    """The same with another limit."""
    return replace(papers, sheet=replace(papers.sheet, limit=found))


def renewed(before: Papers, now: Papers) -> Papers:
    """The same post as it is now, for somebody who saw it as it was ``before``."""
    # The server's limit, and the post's own warning, which an edit may have changed.
    limit = replace(before.sheet.limit, warning=now.sheet.limit.warning)
    return replace(with_limit(now, limit), seen=before.seen, draft=before.draft)


def of_house(settings: Settings, *, drill: bool) -> tuple[tuple[Rule, ...], Library, str, Tables]:
    """Read the house's rules and its library, say what of them cannot be used, and what the rules were made of.

    It reads files: use a thread.
    """
    rules: tuple[Rule, ...] = RULES
    tables: Tables = ()
    library, troubles = Library(), list[str]()
    try:
        read = house.tables(settings)
        rules, tables = ruled(RULES, read), read
    except ConfigError as error:
        troubles.append(str(error))
    try:
        library = house.statements(settings, drill=drill)
    except ConfigError as error:
        library = Library(problem=str(error))
        troubles.append(str(error))
    return rules, library, " ".join(troubles), tables
