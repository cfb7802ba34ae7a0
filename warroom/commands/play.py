"""The console, and what plays in it: the live platforms, a drill, a replay."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING

from warroom.commands.where import named
from warroom.domain.errors import UsageError

if TYPE_CHECKING:
    from warroom.commands.context import Context, Run
    from warroom.plans import Drill, Plan, Replay, Resume


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    match name:
        case "drill":
            parser.add_argument("scenario", metavar="SCENARIO", nargs="?", default=None,
                                help="the name of a scenario, or a file or folder of your own")
            parser.add_argument("--list", action="store_true", help="name the scenarios that are shipped")
            parser.add_argument("--resume", metavar="INCIDENT", default="", help="go on with a broken-off drill")
            parser.add_argument("--seed", metavar="N", type=_whole, help="the same seed gives the same posts")
            parser.add_argument("--rate", metavar="N", type=_positive, help="so many posts a second, for load")
            work = _drill
        case "replay":
            parser.add_argument("file", metavar="FILE", type=Path, help="posts as JSON lines or CSV, or an export")
            work = _replay
        case _:
            return _console
    parser.add_argument("--speed", metavar="X", type=_positive, help="10 is ten times as fast as it happened")
    parser.add_argument("--headless", action="store_true", help="no screen: play to the end, then say what was stored")
    parser.add_argument("--json", action="store_true", help="with --headless or --list: JSON")
    return work


def _console(args: argparse.Namespace, context: Context) -> int:
    from warroom.plans import Attach, Live

    return _show(Attach(incident=named(args)) if named(args) else Live(), context)


def _drill(args: argparse.Namespace, context: Context) -> int:
    if args.list:
        from sources.scenario import load_scenario, scenario_names

        for name in scenario_names():
            scenario = load_scenario(name)
            if args.json:
                context.json({"scenario": name, "title": scenario.title,
                              "seconds": scenario.duration.total_seconds()})
            else:
                context.line(f"{name:<24}{scenario.title}")
        return 0
    from warroom.plans import Drill, Resume

    if args.resume:
        if args.scenario or args.seed is not None or args.rate is not None or args.speed is not None:
            raise UsageError("A drill goes on as it began: --resume takes no scenario, seed, rate or speed.")
        return _play(Resume(incident=args.resume), args, context)
    settings = context.settings.drill
    plan = Drill(
        scenario=args.scenario or settings.scenario, seed=settings.seed if args.seed is None else args.seed,
        speed=settings.speed if args.speed is None else args.speed, rate=args.rate,
    )
    return _play(plan, args, context)


def _replay(args: argparse.Namespace, context: Context) -> int:
    from warroom.plans import Replay

    return _play(Replay(path=args.file, speed=1.0 if args.speed is None else args.speed), args, context)


def _play(plan: Drill | Resume | Replay, args: argparse.Namespace, context: Context) -> int:
    if not args.headless:
        if args.json:
            raise UsageError("--json goes with --headless or --list.")
        return _show(plan, context)
    from warroom.wiring import run_headless

    done = context.run(run_headless(context.settings, plan, context.say))
    if args.json:
        context.json({"incident": done.incident, "posts": done.posts, "events": done.events,
                      "seconds": round(done.seconds, 3), "skipped": dict(done.skipped)})
    else:
        context.line(f"{done.incident}: {done.posts} posts, {done.events} events in {done.seconds:.1f} s")
        for reason, number in done.skipped.items():
            context.say(f"{number} skipped: {reason}")
    return 0


def _show(plan: Plan, context: Context) -> int:
    import gc
    import os
    import sys

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("The console needs a terminal.", hint="`warroom --help` lists what works without one; a drill "
                         "or a replay runs with --headless.")
    # Read when Textual is imported. It paints on a grid of 1/60 s, on which a key waits for the next paint; finer is
    # quicker to the eye and costs the same (bench/README.md).
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # Collections find nothing while modules load, and take a tenth of the start; the room switches them on again.
    gc.disable()
    from warroom.app import run_console

    settings = context.settings
    context.start_log()
    return run_console(settings, plan, again=context.read_again)


def _positive(words: str) -> float:
    number = float(words)
    if not math.isfinite(number) or number <= 0:
        raise argparse.ArgumentTypeError(f"{words} is not above zero")
    return number


def _whole(words: str) -> int:
    number = int(words)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{words} is below zero")
    return number
