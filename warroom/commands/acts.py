"""What a person does to posts: the command-line twin of each verb of the desk, and of undo."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from warroom.commands.typed_in import from_stdin
from warroom.commands.where import named, the_incident, the_posts
from warroom.domain.errors import BadMove, UsageError
from warroom.domain.triage import Verb

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator, Sequence
    from datetime import datetime

    from warroom.commands.context import Context, Run
    from warroom.domain.events import Event
    from warroom.engine.desk import Desk
    from warroom.ports import Store


class _Value(NamedTuple):
    option: str
    short: str
    metavar: str
    words: str


_VALUES: Final = {
    Verb.ASSIGN: _Value("--to", "-t", "PERSON", "who is to take them"),
    Verb.TAG: _Value("--tag", "-t", "TAG", "the tag, with or without #"),
    Verb.UNTAG: _Value("--tag", "-t", "TAG", "the tag, with or without #"),
    Verb.SNOOZE: _Value("--until", "-u", "TIME", "30m, 2h, 16:30 or 2026-03-01 09:00 (this computer's zone)"),
    Verb.DISMISS: _Value("--reason", "-r", "TEXT", "why, for the log"),
    Verb.ESCALATE: _Value("--to", "-t", "WHOM", "a person or a role"),
    Verb.LABEL: _Value("--is", "-l", "LABEL", "negative, neutral, positive or irrelevant (not about us)"),
    Verb.NOTE: _Value("--text", "-t", "TEXT", "the note; - reads it from standard input"),
}


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    parser.add_argument("--json", action="store_true", help="the events that were written, one JSON object a line")
    if name == "undo":
        return lambda args, context: context.run(_undo(args, context))
    verb = Verb(name)
    if verb is Verb.RELEASE:
        parser.epilog = "Without posts it releases what `warroom hold` held: scheduled posts go back to their times."
        parser.add_argument("--late", metavar="TIME", default="",
                            help="without posts: when (30m, 2h from now) those appear whose time has passed")
    parser.add_argument(
        "posts", metavar="POST", nargs="*" if verb in (Verb.NOTE, Verb.RELEASE) else "+",
        help="a key (mastodon:113), a native id, a URL or a row number; - reads them from standard input, one a line"
             + {Verb.NOTE: "; none: the note is on the incident", Verb.RELEASE: "; none: the hold"}.get(verb, ""),
    )
    value = _VALUES.get(verb)
    if value:
        parser.add_argument(value.short, value.option, dest="value", metavar=value.metavar, required=True,
                            help=value.words)
    return lambda args, context: context.run(_act(verb, args, context))


@asynccontextmanager
async def at_desk(args: argparse.Namespace, context: Context) -> AsyncIterator[tuple[Desk, Store]]:
    """Sit down at the desk of the incident that the command means."""
    from warroom.engine.clock import SystemClock
    from warroom.engine.desk import Desk
    from warroom.engine.story import clock_of
    from warroom.storage import open_store

    settings = context.settings
    async with open_store(settings) as store:
        incident = await the_incident(store, named(args))
        yield Desk(store, incident, clock=clock_of(incident), wall=SystemClock(), actor=settings.actor), store


def report(events: Sequence[Event], args: argparse.Namespace, context: Context) -> None:
    """Write the events of an act: as JSON, or as a line each."""
    from warroom.commands.plain import event_row, table
    from warroom.domain.events import to_row

    if args.json:
        for event in events:
            context.json(to_row(event))
    else:
        for line in table([[event.incident, *event_row(event)] for event in events], context.width):
            context.line(line)


async def _act(verb: Verb, args: argparse.Namespace, context: Context) -> int:
    value = str(getattr(args, "value", ""))
    if verb is Verb.RELEASE and not args.posts:
        from warroom.commands.hold import release

        return await release(args, context)
    if verb is Verb.NOTE and value == "-":
        if "-" in args.posts:
            raise UsageError("Standard input can hold the posts or the note, not both.")
        value = from_stdin().strip()
    async with at_desk(args, context) as (desk, store):
        until = _until(value, desk) if verb is Verb.SNOOZE else None
        if verb is Verb.NOTE and not args.posts:
            report(await desk.note(value), args, context)
            return 0
        keys = await the_posts(store, desk.incident.room, args.posts)
        outcome = await desk.act(verb, keys, value="" if until else value, until=until)
    report(outcome.events, args, context)
    for key, why in outcome.refused.items():
        context.say(f"{key}: {why}")
    if outcome.refused:
        done, left = len(outcome.events), len(outcome.refused)
        raise BadMove(f"{left} of {done + left} posts stay as they were.")
    return 0


def _until(words: str, desk: Desk) -> datetime:
    from warroom.domain.query import moment
    from warroom.engine.story import clock_of

    now = clock_of(desk.incident).now()
    try:
        until = moment(words, now=now.astimezone(), back=False)
    except ValueError as error:
        raise UsageError(f"{words!r} is no time.", hint="For example 30m, 2h, 16:30 or 2026-03-01.") from error
    if until <= now:
        raise UsageError(f"{words!r} is over already.")
    return until


async def _undo(args: argparse.Namespace, context: Context) -> int:
    from warroom.counter import open_outbox
    from warroom.domain.events import EventType

    async with at_desk(args, context) as (desk, store):
        act = await desk.last_act()
        if not act or act[0].type is not EventType.SENT:
            report(await desk.undo(), args, context)
            return 0
        async with open_outbox(context.settings, store, desk.incident, say=context.say) as outbox:
            incident, draft = await outbox.replies.find(desk.incident.id, str(act[0].details.get("draft")))
            await outbox.unsend(incident, draft)
        report((await store.events(incident))[-1:], args, context)
    return 0
