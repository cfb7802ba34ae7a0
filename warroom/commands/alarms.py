"""``alarms``: the alarms that wait for somebody, and what is done about one; the twin of the console's banner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warroom.commands.acts import at_desk, report
from warroom.domain.errors import NotFound, UsageError

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from warroom.commands.context import Context, Run
    from warroom.domain.alarm import Alarm
    from warroom.engine.desk import Desk
    from warroom.ports import Store


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of the command and return what runs it."""
    del name
    parser.add_argument("alarm", metavar="ALARM", nargs="?", default="", help="an alarm's id; the first one that waits")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--open", metavar="TITLE", nargs="?", const="", dest="title",
                      help="open an incident for it, which carries its evidence")
    what.add_argument("--take", action="store_true", help="say that this incident looks after it")
    what.add_argument("--snooze", metavar="TIME", help="30m, 2h or 16:30 (this computer's zone); then it is back")
    what.add_argument("--dismiss", metavar="REASON", help="put it away, with a reason")
    parser.add_argument("--json", action="store_true", help="an alarm, or the event that was written, a line each")
    return lambda args, context: context.run(_alarms(args, context))


async def _alarms(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.alarm_board import Board
    from warroom.engine.assess import Answers
    from warroom.engine.story import clock_of

    async with at_desk(args, context) as (desk, store):
        now = clock_of(desk.incident).now()
        board = Board()
        board.take(await store.events(desk.incident.id))
        waiting = board.waiting(now)
        if args.title is None and not args.take and args.snooze is None and args.dismiss is None:
            return _list(waiting, args, context)
        alarm = next((one for one in waiting if args.alarm in ("", one.id)), None)
        if alarm is None:
            raise NotFound(f"No alarm{f' {args.alarm}' if args.alarm else ''} waits in {desk.incident.id}.",
                           hint="`warroom alarms` lists those that do.")
        if args.title is not None:
            return await _open(alarm, args, context, desk, store)
        answers = Answers(desk)
        if args.snooze is not None:
            events = await answers.snooze(alarm, _until(args.snooze, now), now=now)
        elif args.dismiss is not None:
            events = await answers.dismiss(alarm, args.dismiss)
        else:
            events = await answers.take(alarm)
        report(events, args, context)
    return 0


def _list(waiting: list[Alarm], args: argparse.Namespace, context: Context) -> int:
    from warroom.commands.plain import table
    from warroom.domain.alarm import to_json

    if args.json:
        for alarm in waiting:
            context.json(to_json(alarm))
        return 0
    for line in table([[alarm.id, f"{alarm.at:%H:%M}", alarm.sentence] for alarm in waiting], context.width):
        context.line(line)
    if not waiting:
        context.say("No alarm waits.")
    return 0


async def _open(alarm: Alarm, args: argparse.Namespace, context: Context, desk: Desk, store: Store) -> int:
    from warroom.commands.log import incident_json
    from warroom.domain.errors import BadMove
    from warroom.domain.incident import Kind
    from warroom.engine.assess import Answers, evidence, title
    from warroom.engine.clock import SystemClock
    from warroom.engine.desk import open_incident
    from warroom.stories import new_id

    if desk.incident.drill:
        raise BadMove("A drill has its one incident.", hint="--take says that it looks after the alarm.")
    clock = SystemClock()
    posts = await store.items(desk.incident.room, alarm.posts)
    incident = await open_incident(
        store, new_id(Kind.INCIDENT), title=args.title or title(alarm), kind=Kind.INCIDENT, actor=desk.actor,
        clock=clock, wall=clock, room=desk.incident.room, evidence=evidence(alarm, posts))
    await Answers(desk).take(alarm, opened=incident.id)
    if args.json:
        context.json(incident_json(incident))
    else:
        context.line(incident.id)
        context.say(f"Open: {incident.title}")
    return 0


def _until(words: str, now: datetime) -> datetime:
    from warroom.domain.when import moment

    try:
        return moment(words, now=now.astimezone(), back=False)
    except ValueError as error:
        raise UsageError(f"{words!r} is no time.", hint="For example 30m, 2h or 16:30.") from error
