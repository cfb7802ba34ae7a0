"""``hold``, and ``release`` without posts: the brand's scheduled posts, held back while an incident lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warroom.commands.where import named, the_incident
from warroom.domain.errors import SourceError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import timedelta

    from warroom.commands.context import Context, Run
    from warroom.domain.holding import Held
    from warroom.engine.holding import Handled

_HOLD: Final = """\
Scheduled posts on Mastodon are moved out by a year; their first times stand in the log, and `warroom release`
moves them back. Other platforms have no scheduled posts of their own: there you get a checklist, which is logged.
"""


def build(_: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of ``hold`` and return what runs it."""
    parser.epilog = _HOLD
    parser.add_argument("-r", "--reason", metavar="TEXT", default="", help="why, for the log")
    parser.add_argument("--list", action="store_true", help="only list what is scheduled and what is held")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    return lambda args, context: context.run(_hold(args, context))


async def _hold(args: argparse.Namespace, context: Context) -> int:
    from warroom.storage import open_store
    from warroom.wiring import open_holding

    if not args.list and not args.reason.strip():
        raise UsageError("A hold needs a reason.", hint="warroom hold --reason 'store closed'")
    async with open_store(context.settings) as store:
        incident = await the_incident(store, named(args))
        async with open_holding(context.settings, store, incident) as holding:
            if not args.list:
                return _tell("held", await holding.hold(args.reason), args, context)
            found = await holding.scheduled()
    for platform, post, is_held in found:
        if args.json:
            from warroom.domain.wire import stamp

            context.json({"platform": str(platform), "id": post.id, "at": stamp(post.at), "text": post.text,
                          "held": is_held})
        else:
            from warroom.commands.plain import cut, moment
            from warroom.domain.text import one_line

            context.line(cut(f"{platform}:{one_line(post.id)}  {moment(post.at)}  {'held  ' if is_held else ''}"
                             f"{one_line(post.text)}", context.width))
    if not args.json:
        context.say(f"{len(found)} scheduled post{'' if len(found) == 1 else 's'}.")
    return 0


async def release(args: argparse.Namespace, context: Context) -> int:
    """Move held posts back to their times."""
    from warroom.storage import open_store
    from warroom.wiring import open_holding

    late = _late(args.late) if args.late else None
    async with open_store(context.settings) as store:
        incident = await the_incident(store, named(args))
        async with open_holding(context.settings, store, incident) as holding:
            return _tell("released", await holding.release(late=late), args, context)


def _late(words: str) -> timedelta:
    from warroom.domain.query import span

    try:
        return span(words)
    except ValueError as error:
        raise UsageError(f"{words!r} is no length of time.", hint="For example 30m or 2h.") from error


def _tell(what: str, done: Handled, args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.holding import to_json
    from warroom.domain.text import neutralise

    if args.json:
        context.json({
            what: [to_json(post) for post in done.moved], "late": [to_json(post) for post in done.late],
            "gone": [to_json(post) for post in done.gone], "failed": done.failed, "checklist": list(done.checklist)})
    else:
        _lines(what, done.moved, context)
        _lines("late, still held (--late 1h gives it a new time)", done.late, context)
        _lines("gone: published or deleted meanwhile", done.gone, context)
        for item in done.checklist:
            context.line(f"[ ] {item}")
        if not (done.moved or done.late or done.gone or done.failed):
            context.say("Nothing was scheduled.")
    for name, why in done.failed.items():
        context.say(neutralise(f"{name}: {why}"))
    return SourceError.exit_code if done.failed else 0


def _lines(what: str, posts: Sequence[Held], context: Context) -> None:
    from warroom.commands.plain import cut, moment
    from warroom.domain.text import one_line

    for post in posts:
        context.line(cut(f"{what}: {post.platform}:{one_line(post.id)}  {moment(post.at)}  {one_line(post.text)}",
                         context.width))
