"""``collect``: the engine without a screen, for a machine that stays on; a console attaches to its store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse

    from warroom.commands.context import Context, Run
    from warroom.engine.bus import Health, Message

_COLLECT: Final = """\
It reads the platforms, scores and stores, until it is told to end (Ctrl+C, SIGTERM). Open `warroom` beside it, on the
same data folder: the console follows. Each change of a source is a line on standard error. SIGHUP reads settings and
logins again and tries failed sources, as R does in a console.
"""


def build(_: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of ``collect`` and return what runs it."""
    parser.epilog = _COLLECT
    parser.add_argument("--json", action="store_true", help="each change of a source as a JSON object a line")
    return lambda args, context: context.run(_collect(args, context), hang_up=False)


async def _collect(args: argparse.Namespace, context: Context) -> int:
    import asyncio
    import signal

    from warroom.engine.bus import Health as Told
    from warroom.wiring import run_collector

    last: dict[str, tuple[object, ...]] = {}

    def hear(message: Message) -> None:
        if isinstance(message, Told):
            report = message.report
            words = (report.state, report.reason, report.hint, report.attempt, report.next_try)
            if last.get(report.name) != words:  # what was told at the start may come once more by the bus
                last[report.name] = words
                (_json if args.json else _line)(message, context)

    asked = asyncio.Event()
    if hasattr(signal, "SIGHUP"):
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, asked.set)
    await run_collector(context.settings, hear=hear, say=context.say, asked=asked, again=context.read_again)
    return 0


def _line(message: Health, context: Context) -> None:
    from datetime import UTC, datetime

    from warroom.domain.health import SourceState

    report = message.report
    words = [f"{datetime.now(UTC):%H:%M:%S}", report.name, str(report.state)]
    if report.state is SourceState.RECONNECTING:
        words.append(f"(try {report.attempt}, in {report.next_try:.0f} s)")
    words += [part for part in (report.reason, report.hint) if part]
    if report.state is SourceState.FAILED:
        words.append("It stopped; SIGHUP, or R in a console, lets it try again.")
    context.say(" ".join(words))


def _json(message: Health, context: Context) -> None:
    from warroom.domain.wire import stamp

    report = message.report
    context.json({
        "source": report.name, "state": str(report.state), "since": stamp(report.since), "reason": report.reason,
        "hint": report.hint, "attempt": report.attempt, "next_try": round(report.next_try, 1),
        "received": report.received,
    })
    context.flush()
