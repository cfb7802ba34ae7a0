"""``open``, ``strategy`` and ``close``: the life of an incident."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from warroom.commands.acts import at_desk, report
from warroom.commands.log import add_incident, incident_json
from warroom.domain.errors import UsageError

if TYPE_CHECKING:
    from warroom.commands.context import Context, Run


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    match name:
        case "open":
            parser.add_argument("title", metavar="TITLE", nargs="?", default="", help="what it is about")
            parser.add_argument("--severity", metavar="LEVEL", type=level_named, help="1 (worst) to 4, or SEV1 to SEV4")
            parser.add_argument("--again", metavar="INCIDENT", default="", help="open this closed incident again")
            parser.add_argument("--json", action="store_true", help="the incident as one JSON object")
            return lambda args, context: context.run(_open(args, context))
        case "strategy":
            parser.add_argument("cluster", metavar="CLUSTER", nargs="?", default=None,
                                help="victim, accidental or preventable; none takes it back")
            parser.add_argument("strategy", metavar="STRATEGY", nargs="?", default="",
                                help="inform, deny, diminish, rebuild or bolster; without one the theory's advice")
            parser.add_argument("--history", action="store_true", help="there was such a crisis before")
            parser.add_argument("--rumour", action="store_true", help="what is said is not true")
            work = _strategy
        case _:
            add_incident(parser, "the latest open one")
            parser.add_argument("-r", "--reason", metavar="TEXT", default="", help="why, for the log")
            work = _close
    parser.add_argument("--json", action="store_true", help="the event that was written, as one JSON object")
    return lambda args, context: context.run(work(args, context))


async def _open(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.incident import Kind
    from warroom.engine.clock import SystemClock
    from warroom.engine.desk import open_incident
    from warroom.storage import open_store
    from warroom.stories import new_id

    if bool(args.title.strip()) == bool(args.again):
        raise UsageError("Give a title, or --again INCIDENT.")
    if args.again:
        from warroom.counter import policy_of

        args.incident = args.again
        async with at_desk(args, context) as (desk, _):
            other = args.severity is not None and args.severity != desk.incident.severity
            if other:
                policy_of(context.settings).must_lead(desk.actor, "severity")
            await desk.reopen_incident()
            if other:
                await desk.set_severity(args.severity)
            incident = desk.incident
    else:
        clock = SystemClock()
        async with open_store(context.settings) as store:
            incident = await open_incident(
                store, new_id(Kind.INCIDENT), title=args.title, kind=Kind.INCIDENT, actor=context.settings.actor,
                clock=clock, wall=clock, severity=args.severity,
            )
    if args.json:
        context.json(incident_json(incident))
    else:
        context.line(incident.id)
        context.say(f"Open: {incident.title}")
    return 0


async def _strategy(args: argparse.Namespace, context: Context) -> int:
    from warroom.counter import policy_of
    from warroom.domain.strategy import EXAMPLES, Cluster, advice, at_odds

    async with at_desk(args, context) as (desk, _):
        now = desk.incident
        if args.cluster is None:
            if args.json:
                context.json({"incident": now.id, "cluster": now.cluster, "strategy": now.strategy})
                return 0
            context.line(f"{now.id}: {now.cluster or 'no cluster'}, {now.strategy or 'no strategy'}")
            for one in Cluster:
                told = advice(one, history=args.history, rumour=args.rumour)
                context.say(f"{one}: {told.first}. {told.words} ({EXAMPLES[one]})")
            return 0
        policy_of(context.settings).must_lead(desk.actor, "strategy")
        cluster = "" if args.cluster == "none" else args.cluster
        strategy = args.strategy
        if not strategy and cluster in tuple(Cluster):
            told = advice(Cluster(cluster), history=args.history, rumour=args.rumour)
            strategy = told.first.value
            context.say(told.words)
        events = await desk.set_strategy(cluster, strategy)
        if (odd := at_odds(now.strategy, desk.incident.strategy)):
            context.say(odd)
    report(events, args, context)
    return 0


async def _close(args: argparse.Namespace, context: Context) -> int:
    async with at_desk(args, context) as (desk, _):
        report(await desk.close_incident(args.reason), args, context)
    return 0


def level_named(words: str) -> int:
    """Read ``2`` or ``SEV2``. Raises ArgumentTypeError for anything else."""
    number = words.strip().casefold().removeprefix("sev")
    if number not in ("1", "2", "3", "4"):
        raise argparse.ArgumentTypeError(f"{words!r} is no severity; it is 1 (worst) to 4")
    return int(number)
