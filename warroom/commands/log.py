"""``incidents``, ``timeline`` and ``verify``: the log, and the proof that nobody changed it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from warroom.commands.where import named, the_incident
from warroom.domain.errors import BadLog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warroom.commands.context import Context, Run
    from warroom.domain.events import Event
    from warroom.domain.incident import Incident
    from warroom.domain.wire import Json
    from warroom.ports import Verdict

#: Seconds between two looks for what other processes wrote, with ``--follow``.
LOOK: Final = 0.5


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    match name:
        case "incidents":
            return lambda args, context: context.run(_incidents(args, context))
        case "timeline":
            add_incident(parser, "the latest open one, else the latest")
            parser.add_argument("--follow", action="store_true", help="go on with what is written, until Ctrl+C")
            return lambda args, context: context.run(_timeline(args, context))
        case _:
            add_incident(parser, "all of them")
            return lambda args, context: context.run(_verify(args, context))


def add_incident(parser: argparse.ArgumentParser, otherwise: str) -> None:
    """Let the incident be named without ``--incident``, too."""
    parser.add_argument("incident", metavar="INCIDENT", nargs="?", default=argparse.SUPPRESS,
                        help=f"an incident's id or its beginning ({otherwise})")


def incident_json(incident: Incident) -> dict[str, Json]:
    """An incident as one JSON object."""
    from warroom.domain.wire import stamp

    return {
        "id": incident.id, "title": incident.title, "kind": str(incident.kind), "room": incident.room,
        "severity": incident.severity, "open": incident.open, "opened_at": stamp(incident.opened_at),
        "closed_at": stamp(incident.closed_at) if incident.closed_at else None, "events": incident.head_seq,
        "drill": incident.drill,
    }


async def _incidents(args: argparse.Namespace, context: Context) -> int:
    from warroom.commands.plain import moment, table
    from warroom.domain.text import one_line
    from warroom.storage import open_store

    async with open_store(context.settings) as store:
        every = await store.incidents()
    if args.json:
        for incident in every:
            context.json(incident_json(incident))
        return 0
    rows = [[one.id, str(one.kind), f"SEV{one.severity}" if one.severity else "-",
             "open" if one.closed_at is None else f"closed {moment(one.closed_at)}", moment(one.opened_at),
             f"{one.head_seq}", one_line(one.title)] for one in every]
    for line in table([["ID", "KIND", "SEV", "STATE", "OPENED (UTC)", "EVENTS", "TITLE"], *rows], context.width):
        context.line(line)
    if not every:
        context.say("There is none yet. `warroom drill` rehearses one, `warroom open TITLE` opens one.")
    return 0


async def _timeline(args: argparse.Namespace, context: Context) -> int:
    import asyncio

    from warroom.storage import open_store

    async with open_store(context.settings) as store:
        incident = await the_incident(store, named(args), closed=True)
        events = await store.events(incident.id)
        if not args.json:
            context.say(f"{incident.id}: {incident.title} ({len(events)} events, times in UTC)")
        _print_events(args, context, events)
        seen = events[-1].seq if events else 0
        while args.follow:
            context.flush()
            await asyncio.sleep(LOOK)
            if await store.changed_elsewhere():
                events = await store.events(incident.id, after=seen)
                _print_events(args, context, events)
                seen = events[-1].seq if events else seen
    return 0


def _print_events(args: argparse.Namespace, context: Context, events: Sequence[Event]) -> None:
    from warroom.commands.plain import event_row, table
    from warroom.domain.events import to_row

    if args.json:
        for event in events:
            context.json(to_row(event))
    else:
        for line in table([event_row(event) for event in events], context.width):
            context.line(line)


async def _verify(args: argparse.Namespace, context: Context) -> int:
    from warroom.storage import open_store

    async with open_store(context.settings) as store:
        words = named(args)
        verdicts = await store.verify((await store.incident(words)).id if words else None)
    for verdict in verdicts:
        if args.json:
            context.json(_verdict_json(verdict))
        else:
            for line in _verdict_lines(verdict):
                context.line(line)
    bad = [verdict for verdict in verdicts if not verdict.clean]
    if bad:
        raise BadLog(f"{len(bad)} of {len(verdicts)} logs {'does' if len(bad) == 1 else 'do'} not hold: "
                     f"{', '.join(verdict.incident for verdict in bad)}.",
                     hint="Keep this database as it is, and compare it with an export or a backup.")
    if not verdicts:
        context.say("There is no log yet.")
    return 0


def _verdict_json(verdict: Verdict) -> dict[str, Json]:
    broken = verdict.broken
    return {
        "incident": verdict.incident, "events": verdict.events, "clean": verdict.clean,
        "broken": {"event": broken.event_id, "seq": broken.seq, "reason": broken.reason} if broken else None,
        "drift": list(verdict.drift),
    }


def _verdict_lines(verdict: Verdict) -> list[str]:
    from warroom.domain.text import one_line

    if verdict.clean:
        return [f"{verdict.incident}: {verdict.events} events, chain and state hold"]
    lines = [f"{verdict.incident}: the state differs from the log: {one_line(words)}" for words in verdict.drift]
    if verdict.broken:
        lines.insert(0, f"{verdict.incident}: broken at event {verdict.broken.event_id}: {verdict.broken.reason}")
    return lines
