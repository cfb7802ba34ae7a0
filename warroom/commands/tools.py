"""``score`` and ``config``: tools that need no incident."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from warroom import config
from warroom.config_kinds import Value, span_text

if TYPE_CHECKING:
    import argparse

    from warroom.commands.context import Context, Run
    from warroom.domain.wire import Json


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    if name == "score":
        parser.epilog = (
            'Each line of standard input is a JSON object with "id" and "text". For each, in the\n'
            "same order, one line is written: id, label, negative, neutral, positive (0 to 1) and\n"
            "valence (-1 to 1); null and a reason where a text cannot be scored. A line that\n"
            "cannot be read is named on stderr, and the exit code is 1.\n\n"
            "Example: warroom posts --json | jq -c '{id: .key, text}' | warroom score"
        )
        return _score
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true", help="one JSON object a line: name, value, origin")
    group.add_argument("--sample", action="store_true", help="print a commented config.toml with every default")
    group.add_argument("--keys", action="store_true", help="list the keys of the console, by name")
    group.add_argument("--path", action="store_true", help="print where config.toml is looked for")
    return _config


def _score(_: argparse.Namespace, context: Context) -> int:
    from warroom.scoring.lines import score_lines

    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return context.run(score_lines(sys.stdin, context.write, context.say, model=context.settings.scoring.file))


def _config(args: argparse.Namespace, context: Context) -> int:
    if args.sample:
        context.write(config.sample_text())
        return 0
    if args.path:
        context.line(str(config.config_path(context.path("config"))))
        return 0
    if args.keys:
        return _keys(context)
    shown = config.listing(context.settings)
    if args.json:
        for name, value, origin in shown:
            context.json({"name": name, "value": _plain(value), "origin": origin})
        return 0
    from warroom.commands.plain import table

    rows = [[name, json.dumps(_plain(value), ensure_ascii=False), origin] for name, value, origin in shown]
    for line in table([["SETTING", "VALUE", "FROM"], *rows], None):
        context.line(line)
    return 0


def _keys(context: Context) -> int:
    from warroom.commands.plain import table
    from warroom.screens.keys import catalogue, check

    settings = context.settings
    check(settings.keys, origin=str(settings.config_file or ""))
    rows = [[key.id, key.keys, key.words] for key in catalogue(settings.keys)]
    for line in table([["NAME", "KEYS", "DOES"], *rows], context.width):
        context.line(line)
    return 0


def _plain(value: Value) -> Json:
    from collections.abc import Mapping
    from datetime import timedelta

    if isinstance(value, timedelta):
        return span_text(value)
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value
