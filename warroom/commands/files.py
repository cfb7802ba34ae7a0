"""``export`` and ``import``: an incident as a file, and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from warroom.commands.where import named, the_incident
from warroom.domain.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import datetime

    from warroom.commands.context import Context, Run
    from warroom.domain.incident import Incident
    from warroom.domain.model import Post, PostKey


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    from warroom.commands.log import add_incident

    if name == "import":
        parser.add_argument("file", metavar="FILE", type=Path, help="what `warroom export -f json` wrote")
        parser.add_argument("--json", action="store_true", help="what was brought in, as one JSON object")
        return lambda args, context: context.run(_import(args, context))
    from warroom.export import FORMATS

    add_incident(parser, "the latest open one, else the latest")
    parser.add_argument("-f", "--format", metavar="FORMAT", choices=tuple(FORMATS), default="",
                        help=f"{', '.join(FORMATS)}; where it is left out, the ending of FILE decides")
    parser.add_argument("-o", "--output", metavar="FILE", default="-", help="where to; else standard output, as with -")
    parser.add_argument("--force", action="store_true", help="overwrite FILE")
    parser.add_argument("--since", metavar="TIME", default="",
                        help="with posts from this time on (30m, 16:30, 2026-03-01); else from the opening on")
    parser.epilog = "\n".join(["Formats:", *(f"  {made.name:<12}{made.purpose}" for made in FORMATS.values())])
    return lambda args, context: context.run(_export(args, context))


async def _export(args: argparse.Namespace, context: Context) -> int:
    from warroom.export import export, write_export
    from warroom.export.gather import earlier_versions, posts_of
    from warroom.storage import open_store

    fmt, settings = _format(args.format, args.output), context.settings
    target = None if args.output == "-" else Path(args.output)
    async with open_store(settings) as store:
        incident = await the_incident(store, named(args), closed=True)
        since = _since(args.since, incident)
        events = await store.events(incident.id)
        posts = posts_of(store, incident, events, since=since)
        earlier: dict[PostKey, Sequence[Post]] = await earlier_versions(store, incident.room) if fmt == "json" else {}
        if target is None:
            if hasattr(sys.stdout, "reconfigure"):
                sys.stdout.reconfigure(encoding="utf-8", newline="")  # a file has the same bytes on every system
            await export(fmt, incident, events, posts, context.write, earlier=earlier)
            context.flush()
            where = "standard output"
        else:
            where = str(await write_export(fmt, incident, events, posts, target, force=args.force, earlier=earlier))
    context.say(f"{incident.id}: {len(events)} events to {where}, as {fmt}.")
    return 0


def _format(words: str, output: str) -> str:
    from warroom.export import FORMATS

    if words:
        return words
    ending = Path(output).suffix.casefold()
    for made in FORMATS.values():
        if ending and made.suffix == ending:
            return made.name
    raise UsageError("Which format?", hint=f"Give --format one of {', '.join(FORMATS)}, or -o a file with its ending.")


def _since(words: str, incident: Incident) -> datetime | None:
    from datetime import UTC, datetime

    from warroom.domain.query import moment

    if not words:
        return None
    if incident.drill:
        raise UsageError("A drill is exported with all its posts; --since is for real ones.")
    try:
        return moment(words, now=datetime.now(UTC).astimezone(), back=True)
    except ValueError as error:
        raise UsageError(f"{words!r} is no time.", hint="For example 30m, 2h, 16:30 or 2026-03-01.") from error


async def _import(args: argparse.Namespace, context: Context) -> int:
    from warroom.export import read_document
    from warroom.storage import open_store

    brought = read_document(args.file)
    async with open_store(context.settings) as store:
        added = await store.bring_in(brought.events, brought.items, brought.earlier)
    for words in brought.notes:
        context.say(words)
    if args.json:
        context.json({"incident": brought.incident.id, "events": len(brought.events), "added": added,
                      "posts": brought.count, "notes": list(brought.notes)})
    elif added:
        context.line(f"{brought.incident.id}: {added} events and {brought.count} posts are here now")
    else:
        context.line(f"{brought.incident.id}: it was here already, the same; nothing was added to its log")
    return 0
