"""Holding scheduled posts back while an incident lasts, and letting them go again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from warroom.domain.errors import BadMove, NotFound, WarroomError
from warroom.domain.events import EventType
from warroom.domain.holding import NEAREST, Held, checklist, held, to_hold, to_json
from warroom.domain.model import Platform
from warroom.domain.reply import Scheduled
from warroom.domain.text import one_line
from warroom.domain.wire import Json, stamp
from warroom.engine.desk import Desk
from warroom.ports import Clock, Scheduler, Store
from warroom.redaction import REDACTOR

#: The schedulers of the platforms that have one. Raises CredentialError.
Schedulers = Callable[[], Awaitable[Mapping[Platform, Scheduler]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """What became of scheduled posts: moved, those that wait for a new time, those gone, and what failed and why."""

    moved: Sequence[Held] = ()
    late: Sequence[Held] = ()
    gone: Sequence[Held] = ()
    failed: Mapping[str, str] = field(default_factory=dict)
    checklist: Sequence[str] = ()


class Holding:
    """The scheduled posts of the brand, from one desk. In a drill nothing is touched, only written down."""

    def __init__(
        self, desk: Desk, store: Store, schedulers: Schedulers, *, platforms: Sequence[Platform], wall: Clock,
    ) -> None:
        self._desk = desk
        self._store = store
        self._schedulers = schedulers
        self._platforms = platforms or tuple(Platform)
        self._wall = wall

    async def scheduled(self) -> list[tuple[Platform, Scheduled, bool]]:
        """Every scheduled post, the next first, and whether it is held."""
        known = await self._held()
        found = [(platform, post, (platform, post.id) in known)
                 for platform, scheduler in (await self._ours()).items() for post in await scheduler.scheduled()]
        return sorted(found, key=lambda one: one[1].at)

    async def hold(self, reason: str) -> Handled:
        """Move all scheduled posts out, their first times in the log before any is touched.

        Raises BadMove without a reason or in a closed incident, and what a platform raises that cannot be asked.
        """
        words = one_line(reason)
        if not words:
            raise BadMove("A hold needs a reason.")
        ours, known = await self._ours(), await self._held()
        chosen = [post for platform, scheduler in ours.items()
                  for post in to_hold(platform, await scheduler.scheduled(), known)]
        todo = checklist(platform for platform in self._platforms if platform not in ours)
        number = f"{len(chosen)} scheduled post{'' if len(chosen) == 1 else 's'}"
        await self._desk.record(EventType.HELD, f"held {number}: {words}", {
            "reason": words, "posts": [to_json(post) for post in chosen], "checklist": todo})
        moved: list[Held] = []
        failed: dict[str, str] = {}
        rows: list[Json] = []
        for post in chosen:
            try:
                await ours[post.platform].postpone(post.id, post.until)
            except WarroomError as error:
                why = REDACTOR.scrub(str(error))
                failed[f"{post.platform}:{post.id}"] = why
                rows.append({"platform": str(post.platform), "id": post.id, "reason": why})
            else:
                moved.append(post)
        if failed:
            await self._desk.record(EventType.HELD, f"could not hold {len(failed)} of {number}", {"failed": rows})
        return Handled(moved=moved, failed=failed, checklist=todo)

    async def release(self, *, late: timedelta | None = None) -> Handled:
        """Move held posts back to their first times.

        One whose time has passed stays out, unless ``late`` says how long from now it shall appear: a post that was
        right last week may be wrong today. Raises BadMove where nothing is held.
        """
        ours, known = await self._ours(), await self._held()
        if not known and not await self._holds():
            raise BadMove("Nothing is held.", hint="warroom hold --reason TEXT holds scheduled posts.")
        now = self._wall.now()
        moved: list[Held] = []
        waiting: list[Held] = []
        gone: list[Held] = []
        failed: dict[str, str] = {}
        for post in known.values():
            at = post.at if post.at > now + NEAREST else None if late is None else now + max(late, NEAREST)
            if at is None:
                waiting.append(post)
                continue
            try:
                await ours[post.platform].postpone(post.id, at)
            except NotFound:
                gone.append(post)
            except (WarroomError, KeyError) as error:
                failed[f"{post.platform}:{post.id}"] = (
                    f"{post.platform} is switched off." if isinstance(error, KeyError) else REDACTOR.scrub(str(error)))
            else:
                moved.append(post)
        todo = checklist(platform for platform in self._platforms if platform not in ours)
        parts = [f"{len(posts)} {words}" for posts, words in (
            (moved, "back"), (waiting, "late and still held"), (gone, "gone"), (failed, "failed")) if posts]
        rows: list[Json] = [to_json(post) for post in (*moved, *gone)]
        await self._desk.record(EventType.UNHELD, f"released the hold: {', '.join(parts) or 'nothing was scheduled'}", {
            "posts": rows, "late": [to_json(post) for post in waiting], "failed": failed, "checklist": todo,
            "at": stamp(now)})
        return Handled(moved=moved, late=waiting, gone=gone, failed=failed, checklist=todo)

    async def _ours(self) -> Mapping[Platform, Scheduler]:
        return {} if self._desk.incident.drill else await self._schedulers()

    async def _held(self) -> dict[tuple[Platform, str], Held]:
        return held(await self._store.events(self._desk.incident.id))

    async def _holds(self) -> bool:
        """True where a hold stands that had nothing to move: its checklist is to be taken up again too."""
        kinds = [event.type for event in await self._store.events(self._desk.incident.id)
                 if event.type in (EventType.HELD, EventType.UNHELD)]
        return bool(kinds) and kinds[-1] is EventType.HELD
