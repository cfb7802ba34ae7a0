"""``clocks`` and ``update``: what is due next, a clock put away, and an update that was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warroom.commands.acts import at_desk, report
from warroom.commands.typed_in import the_text
from warroom.commands.where import named, the_incident
from warroom.domain.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from warroom.commands.context import Context, Run
    from warroom.domain.clocks import Reading
    from warroom.domain.wire import Json

_CLOCKS: Final = """\
Clocks: holding (the first public word), complaint (the oldest open negative post), mention (the oldest other one),
public, executive (the next update), post-mortem (after the close). Periods and quiet hours: [clocks] in config.toml.
"""
_AWAY: Final = ("holding", "complaint", "mention", "public", "executive")


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    if name == "update":
        parser.add_argument("audience", choices=("public", "executive"), help="whom it was for")
        parser.add_argument("-t", "--text", metavar="TEXT", required=True,
                            help="what was said, and where; - reads it from standard input")
        parser.add_argument("--json", action="store_true", help="the event that was written, as one JSON object")
        return lambda args, context: context.run(_update(args, context))
    parser.epilog = _CLOCKS
    parser.add_argument("--snooze", metavar="CLOCK", choices=_AWAY, help="put a clock away until a time")
    parser.add_argument("-u", "--until", metavar="TIME", default="", help="30m, 2h or 16:30 (this computer's zone)")
    parser.add_argument("-r", "--reason", metavar="TEXT", default="", help="why, for the log")
    parser.add_argument("--wake", metavar="CLOCK", choices=_AWAY, help="let a clock go on that was put away")
    parser.add_argument("--json", action="store_true", help="a clock, or the event that was written, as a JSON object")
    return lambda args, context: context.run(_clocks(args, context))


async def _update(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.ledger import Audience
    from warroom.engine.clocks import record_update

    text = the_text(str(args.text))
    async with at_desk(args, context) as (desk, _):
        report(await record_update(desk, Audience(args.audience), text), args, context)
    return 0


async def _clocks(args: argparse.Namespace, context: Context) -> int:
    if args.snooze and args.wake:
        raise UsageError("Either --snooze or --wake.")
    if args.snooze or args.wake:
        return await _snooze(args, context)
    from warroom.engine.clocks import read_clocks
    from warroom.engine.story import clock_of
    from warroom.storage import open_store
    from warroom.stories import terms_of

    rules = context.settings.clocks.rules()
    async with open_store(context.settings) as store:
        incident = await the_incident(store, named(args), closed=True)
        now = clock_of(incident).now()
        readings = await read_clocks(store, incident, rules, now, terms_of(context.settings, incident))
    if args.json:
        for reading in readings:
            context.json(clock_json(reading))
        return 0
    from warroom.commands.plain import table
    from warroom.domain.clocks import NAMES

    for line in table([[_state(reading), NAMES[reading.clock], reading.words] for reading in readings], context.width):
        context.line(line)
    if not readings:
        from warroom.domain.incident import Kind

        watch = incident.kind is Kind.WATCH
        context.say("The standing watch has no clocks; an incident has: warroom open TITLE." if watch else
                    "Every clock is switched off.")
    return 0


async def _snooze(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.clocks import Clock
    from warroom.engine.clocks import record_snooze
    from warroom.engine.story import clock_of

    async with at_desk(args, context) as (desk, _):
        now = clock_of(desk.incident).now()
        until = _until(args.until, now) if args.snooze else None
        clock = Clock(args.snooze or args.wake)
        report(await record_snooze(desk, now, clock, until, args.reason), args, context)
    return 0


def _until(words: str, now: datetime) -> datetime:
    from warroom.domain.when import moment

    if not words:
        raise UsageError("A clock is put away until a time.", hint="--until 30m, or --until 16:30.")
    try:
        return moment(words, now=now.astimezone(), back=False)
    except ValueError as error:
        raise UsageError(f"{words!r} is no time.", hint="For example 30m, 2h or 16:30.") from error


def _state(reading: Reading) -> str:
    if reading.snooze is not None:
        return "snoozed"
    return "done" if reading.done else "still" if reading.still else "-" if reading.due is None else str(reading.state)


def clock_json(reading: Reading) -> dict[str, Json]:
    """Give a clock as one JSON object; ``left`` is in seconds of its own time, below zero where it is overdue."""
    from warroom.domain.wire import stamp

    snooze = reading.snooze
    return {
        "clock": str(reading.clock), "state": str(reading.state), "done": reading.done, "still": reading.still,
        "since": stamp(reading.since) if reading.since else None, "due": stamp(reading.due) if reading.due else None,
        "left": None if reading.left is None else round(reading.left.total_seconds()), "post": reading.post,
        "snoozed_until": stamp(snooze.until) if snooze else None, "snoozed_by": snooze.by if snooze else None,
        "reason": snooze.reason if snooze else None, "words": reading.words,
    }
