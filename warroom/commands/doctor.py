"""``doctor``: whether everything is as it should be, a line a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warroom.domain.errors import ConfigError

if TYPE_CHECKING:
    import argparse

    from warroom.commands.context import Context, Run
    from warroom.domain.health import Check


def build(_: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of ``doctor`` and return what runs it."""
    parser.epilog = "Exit codes: 0 nothing failed (there may be warnings), 1 something did."
    parser.add_argument("--quick", action="store_true", help="do not load the model, which takes some seconds")
    parser.add_argument("--json", action="store_true", help="one JSON object a check")
    return _doctor


def _doctor(args: argparse.Namespace, context: Context) -> int:
    try:
        _ = context.settings
    except ConfigError as error:
        from warroom.doctor import of_error

        _tell(of_error("config", error), args, context)
        return 1
    return context.run(_all(args, context))


async def _all(args: argparse.Namespace, context: Context) -> int:
    from warroom.doctor import checks
    from warroom.domain.health import CheckState
    from warroom.scorers import scorer_of

    failed = 0
    async for check in checks(context.settings, scorer=None if args.quick else scorer_of):
        failed += check.state is CheckState.FAIL
        _tell(check, args, context)
        context.flush()
    return 1 if failed else 0


def _tell(check: Check, args: argparse.Namespace, context: Context) -> None:
    from warroom.domain.text import one_line

    if args.json:
        context.json({"check": check.name, "state": str(check.state), "words": check.words, "hint": check.hint})
        return
    context.line(f"{check.state:<5} {one_line(check.name):<20} {one_line(check.words)}")
    if check.hint:
        context.line(f"      {'':<20} {one_line(check.hint)}")
