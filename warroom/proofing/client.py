"""Has drafts checked: short ones in a thread, long ones in a process that is kept for it, so that no key waits."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from typing import TYPE_CHECKING, Final, NamedTuple

from warroom.child import Child, ChildGone, environment
from warroom.domain.composing import Review, Sheet, examine
from warroom.proofing.wire import review_in, sheet_out

log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warroom.domain.tone import Reader
    from warroom.domain.tone.house import Tables

#: Code points from which on a check takes more from the keys than a process costs: some 3 ms.
LONG: Final = 1_000
#: Seconds that an answer may take; a house may have many slow patterns.
_PATIENCE: Final = 5.0
#: A process that dies so often without one answer is not started again.
_DEATHS: Final = 3


class Proof(NamedTuple):
    """What was found, and the seconds of processor that the check took from this process."""

    review: Review
    cost: float


class Proofreader:
    """Checks one draft at a time. The first long text starts the process; it ends with :meth:`close`, or with us."""

    def __init__(self, reader: Reader | None = None, *, command: Sequence[str] = (), long: int = LONG) -> None:
        """Make it ready; nothing is started. ``command`` replaces the process's own (tests put another there).

        With a ``reader`` drafts are read twice; the process has one of its own.
        """
        self._reader = reader
        # -P: a folder that somebody starts the console in may hold a "regex.py".
        self._command = tuple(command) or (sys.executable, "-P", "-m", "warroom.proofing.worker")
        self._long = long
        self._child: Child | None = None
        self._starting: asyncio.Task[None] | None = None
        self._deaths = 0
        self._asked = 0
        self._busy = asyncio.Lock()
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process id, while there is a process."""
        return self._child.pid if self._child is not None else None

    @property
    def given_up(self) -> bool:
        """True where no process will be started any more: a thread does it."""
        return self._deaths >= _DEATHS

    async def settled(self) -> None:
        """Wait for a process that is being started, whatever becomes of it."""
        while self._starting is not None:
            await asyncio.gather(self._starting, return_exceptions=True)

    async def check(self, text: str, sheet: Sheet, house: Tables = ()) -> Proof:
        """Check a text as it stands; ``house`` is what the rules of ``sheet`` were made of.

        The answer is the same wherever it comes from: where there is no process (yet, or any more) it is a thread.
        """
        if len(text) >= self._long:
            self._start(text, sheet, house)
        async with self._busy:
            child = self._child
            if child is not None:
                try:
                    return Proof(await self._ask(child, text, sheet, house), 0.0)
                except ChildGone as gone:
                    await self._bury(child, str(gone))
            return await asyncio.to_thread(_timed, text, sheet, self._reader)

    async def close(self) -> None:
        """End the process. Safe to call twice."""
        self._closed = True
        if self._starting is not None:
            self._starting.cancel()
            await asyncio.gather(self._starting, return_exceptions=True)
        child, self._child = self._child, None
        if child is not None:
            await child.end()

    def _start(self, text: str, sheet: Sheet, house: Tables) -> None:
        if self._child is None and self._starting is None and not self.given_up and not self._closed:
            self._starting = asyncio.create_task(self._launch(text, sheet, house))

    async def _launch(self, text: str, sheet: Sheet, house: Tables) -> None:
        try:
            child = await Child.launch(self._command, environment())
            try:
                # Its first answer takes it long, and nobody waits for that.
                await self._ask(child, text, sheet, house)
            except ChildGone as gone:
                await self._bury(child, str(gone))
            except BaseException:
                await child.end(patience=0)
                raise
            else:
                self._child = child
        except OSError as error:
            self._deaths = _DEATHS
            log.warning("drafts are checked in the console's own process: %s", error)
        finally:
            self._starting = None

    async def _ask(self, child: Child, text: str, sheet: Sheet, house: Tables) -> Review:
        self._asked += 1
        mine = self._asked
        await child.write({"id": mine, "text": text, "sheet": sheet_out(sheet), "house": [list(one) for one in house],
                           "twice": self._reader is not None}, _PATIENCE)
        while True:
            try:
                async with asyncio.timeout(_PATIENCE):
                    said = await child.read()
            except TimeoutError:
                raise ChildGone(f"it gave no answer for {_PATIENCE:g} s") from None
            match said:
                case {"id": int(asked)} if asked < mine:
                    continue  # an answer to somebody who was cancelled
                case {"id": int(asked), "review": dict(found)} if asked == mine:
                    try:
                        review = review_in(found, text)
                    except (KeyError, TypeError, ValueError) as error:
                        raise ChildGone("it said something unreadable") from error
                    self._deaths = 0
                    return review
                case _:
                    raise ChildGone("it said something unreadable")

    async def _bury(self, child: Child, how: str) -> None:
        self._deaths += 1
        if self._child is child:
            self._child = None
        log.warning("the process that checks drafts is gone: %s", how)
        await child.end(patience=0)


def _timed(text: str, sheet: Sheet, reader: Reader | None) -> Proof:
    begin = time.thread_time()
    review = examine(text, sheet, reader)
    return Proof(review, time.thread_time() - begin)
