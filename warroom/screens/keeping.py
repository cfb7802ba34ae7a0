"""What is typed is kept: saved within half a second, version by version, and never over what somebody else saved."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from warroom.domain.errors import StoreError
from warroom.domain.manuscript import NO_CHOICES, Choices, Manuscript, Overtaken
from warroom.domain.model import PostKey
from warroom.redaction import REDACTOR
from widgets import words
from widgets.rows import Part, Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room

log = logging.getLogger(__name__)

#: Seconds from the first key that is not saved until it is; seconds until another try where the store refused.
PAUSE: Final = 0.4
AGAIN: Final = 1.0
#: Seconds after which a save that still waits is told.
SLOW: Final = 1.0
#: Somebody who saved so lately is still writing, as far as one can tell.
_LATELY: Final = timedelta(minutes=2)


class Keeping:
    """The saved versions of one text after another. ``told`` is called when something about that has changed."""

    def __init__(self, room: Room, told: Callable[[], None]) -> None:
        self._room = room
        self.told = told
        self._post: PostKey | None = None
        self._version = 0
        self._rescued = 0
        self._text = self._statement = ""
        #: What this person chose beside the words; and what is on the disk of both.
        self.choices = NO_CHOICES
        self._saved = "", NO_CHOICES
        self._armed: asyncio.TimerHandle | None = None
        self._one_at_a_time = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self.clash: Manuscript | None = None
        self.words: Part = ("", Tone.DIM)
        self.met = ""
        #: Others who wrote some of what stands here: they cannot approve it.
        self.others: tuple[str, ...] = ()

    async def open(self, post: PostKey) -> Manuscript | None:
        """Read what was saved on a post, and go on from there; ``met`` says who else wrote there lately.

        Where this person's text was set aside by somebody else's version, both are there again.
        """
        texts, incident, me = self._room.manuscripts, self._room.incident.id, self._room.desk.actor
        found = await texts.load(incident, post)
        aside = await texts.load(incident, self._aside(post))
        self._post, self.clash, self.met = post, None, ""
        self._version = found.version if found is not None else 0
        self._rescued = aside.version if aside is not None else 0
        self._text = found.text if found is not None else ""
        self.choices = found.choices if found is not None and found.author == me else NO_CHOICES
        self._saved = self._text, self.choices
        self._statement = found.statement if found is not None else ""
        self.others = ()
        if found is not None:
            self.joined(found)
        self.words = (f"saved {found.at:%H:%M:%S}", Tone.DIM) if found is not None and found.text else ("", Tone.DIM)
        if found is not None and found.text and found.author != me:
            ago = self._room.wall.now() - found.at
            still = ", and may still be writing" if ago < _LATELY else ""
            self.met = f"{found.author} wrote this {words.span(ago)} ago{still}."
        if aside is not None and aside.text and found is not None and found.text != aside.text:
            self.clash, self._text, self.choices = found, aside.text, aside.choices
            return aside
        return found

    def joined(self, other: Manuscript) -> None:
        """Go on with a text in which others wrote."""
        if other.text.strip():
            wrote = (*self.others, *other.writers, other.author)
            self.others = tuple(dict.fromkeys(name for name in wrote if name != self._room.desk.actor))

    def typed(self, text: str, statement: str, choices: Choices | None = None) -> None:
        """Keep this; it is on the disk within half a second. Without ``choices`` those before stand."""
        choices = self.choices if choices is None else choices
        if (text, statement, choices) == (self._text, self._statement, self.choices):
            return
        self._text, self._statement, self.choices = text, statement, choices
        if not text.strip():
            self.others = ()
        if self._armed is None:
            self._arm(PAUSE)

    async def now(self) -> None:
        """Save at once what is not saved yet."""
        if self._armed is not None:
            self._armed.cancel()
            self._armed = None
        await self._save()

    async def look(self) -> None:
        """See whether somebody else saved another version meanwhile: then both are kept, and ``clash`` is theirs."""
        async with self._one_at_a_time:
            post = self._post
            try:
                found = await self._room.manuscripts.load(self._room.incident.id, post) if post is not None else None
            except StoreError as error:
                log.info("nobody knows whether somebody else wrote: %s", error)  # the next save, or look, finds out
                return
            if found is None or found.version == (self.clash.version if self.clash is not None else self._version):
                return
            if self.clash is None and found.text == self._text:
                self._version, self._saved = found.version, (found.text, found.choices)
                self.joined(found)
                return
            if self.clash is None:
                self._saved = "", NO_CHOICES  # ours stands nowhere any more
            self.clash = found
        await self._save()
        self.told()

    async def settle(self, text: str) -> None:
        """Let ``text`` stand where two versions stood."""
        if self.clash is None or self._post is None:
            return
        self._version, self.clash = self.clash.version, None
        self._text = text
        await self._save(anyway=True)
        if self._rescued:
            await self._room.manuscripts.drop(self._room.incident.id, self._aside(self._post), self._rescued)
            self._rescued += 1

    async def drop(self) -> None:
        """Empty what was saved: it was handed in."""
        if self._armed is not None:
            self._armed.cancel()
            self._armed = None
        async with self._one_at_a_time:
            if self._post is not None and self._version:
                try:
                    await self._room.manuscripts.drop(self._room.incident.id, self._post, self._version)
                except Overtaken as error:
                    log.info("what was handed in had another version: %s", error)  # it stays, for its writer
            self._post = None

    def _arm(self, after: float) -> None:
        self._armed = asyncio.get_running_loop().call_later(after, self._begin)

    def _begin(self) -> None:
        self._armed = None
        task = asyncio.get_running_loop().create_task(self._save(), name="save the text")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _save(self, *, anyway: bool = False) -> None:
        async with self._one_at_a_time:
            post, text = self._post, self._text
            if post is None or ((text, self.choices) == self._saved and not anyway):
                return
            slow = asyncio.get_running_loop().call_later(SLOW, self._say_slow)
            try:
                await (self._rescue(post, text) if self.clash is not None else self._keep(post, text))
            except StoreError as error:
                self.words = (f"✕ not saved: {REDACTOR.scrub(str(error))}", Tone.BAD)
                if self._armed is None:
                    self._arm(AGAIN)
            finally:
                slow.cancel()
        self.told()

    def _say_slow(self) -> None:
        self.words = ("saving …", Tone.WARN)
        self.told()

    async def _keep(self, post: PostKey, text: str) -> None:
        try:
            made = await self._room.manuscripts.save(
                self._room.incident.id, post, text, self._version, statement=self._statement, choices=self.choices)
        except Overtaken as error:
            self.clash = error.theirs
            await self._rescue(post, text)
            return
        self._version, self._saved = made.version, (text, made.choices)
        self.words = (f"saved {made.at:%H:%M:%S}", Tone.DIM)

    async def _rescue(self, post: PostKey, text: str) -> None:
        """Keep a text beside the one that stands there, until its writer has chosen."""
        texts, incident, here = self._room.manuscripts, self._room.incident.id, self._aside(post)
        statement, choices = self._statement, self.choices
        try:
            made = await texts.save(incident, here, text, self._rescued, statement=statement, choices=choices)
        except Overtaken as error:  # by another console of this person's: what was typed last stands
            made = await texts.save(incident, here, text, error.theirs.version, statement=statement, choices=choices)
        self._rescued, self._saved = made.version, (text, choices)
        who = self.clash.author if self.clash is not None else ""
        self.words = (f"✕ {who} changed it: F9", Tone.BAD)

    def _aside(self, post: PostKey) -> PostKey:
        return PostKey(f"{post}#{self._room.desk.actor}")
