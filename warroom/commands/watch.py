"""``watch``: the alarms of the live store as JSON lines, for a pager or a script."""

from __future__ import annotations

import select
import sys
from typing import IO, TYPE_CHECKING, Final

from warroom.domain.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from warroom.commands.context import Context, Run
    from warroom.domain.events import Event
    from warroom.ports import Store

#: Seconds between two looks for what the collecting process wrote.
LOOK: Final = 0.5
_WATCH: Final = """\
It raises no alarm itself: a console or `warroom collect` does, and writes it into the log. Each alarm is a JSON object
on a line, with its sentence, its figures, why, and posts to look at; `incident` and `seq` name its event. It goes on
until Ctrl+C; with --once it ends with what is there. With --incident it looks at that log alone, a drill's too.

Example: warroom watch --since 2h --once
"""
_DAY: Final = "1d"


def build(_: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of ``watch`` and return what runs it."""
    parser.epilog = _WATCH
    parser.add_argument("--since", metavar="TIME", default=_DAY,
                        help="begin with the alarms since then: 2h, 30m, 14:00 or a date (1d); 0s for none")
    parser.add_argument("--once", action="store_true", help="print what is there and end")
    return lambda args, context: context.run(_watch(args, context))


async def _watch(args: argparse.Namespace, context: Context) -> int:
    import asyncio
    from datetime import UTC, datetime

    from warroom.commands.where import named
    from warroom.domain.when import moment
    from warroom.storage import open_store

    try:
        since = moment(str(args.since), now=datetime.now(UTC), back=True)
    except ValueError as error:
        raise UsageError(f"--since: {error}.", hint="Like 2h, 30m, 14:00 or 2026-03-06.") from error
    async with open_store(context.settings) as store:
        only, seen = named(args), dict[str, int]()
        await _tell_new(store, context, seen, only, since)
        while not args.once:
            context.flush()
            if nobody_reads(sys.stdout):
                raise BrokenPipeError
            await asyncio.sleep(LOOK)
            if await store.changed_elsewhere():
                await _tell_new(store, context, seen, only, since)
    return 0


def nobody_reads(stream: IO[str]) -> bool:
    """True where a stream is a pipe whose reader went away: the next alarm may be days off, so nobody waits for it."""
    try:
        poll = select.poll()
        poll.register(stream.fileno(), 0)
    except (AttributeError, OSError, ValueError):  # Windows has no poll, and some streams no descriptor
        return False
    return any(event & select.POLLERR for _, event in poll.poll(0))


async def _tell_new(store: Store, context: Context, seen: dict[str, int], only: str, since: datetime) -> None:
    """Print the alarms of every log of the live room that are after what was seen of it."""
    from warroom.domain.alarm import to_json
    from warroom.domain.model import LIVE
    from warroom.engine.alarms import read

    incidents = [await store.incident(only)] if only else [
        incident for incident in await store.incidents() if incident.room == LIVE]
    found: list[Event] = []
    for incident in incidents:
        if incident.head_seq > seen.get(incident.id, 0):
            events = await store.events(incident.id, after=seen.get(incident.id, 0))
            seen[incident.id] = events[-1].seq if events else incident.head_seq
            found += events
    for event in sorted(found, key=lambda event: event.occurred_at):
        alarm = read(event) if event.recorded_at >= since else None
        if alarm is not None:
            context.json({**to_json(alarm), "incident": event.incident, "seq": event.seq})
