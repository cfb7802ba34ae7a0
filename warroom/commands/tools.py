"""``config``: every setting, and where it came from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from warroom import config
from warroom.config_kinds import Value, span_text

if TYPE_CHECKING:
    import argparse

    from warroom.commands.context import Context, Run
    from warroom.domain.wire import Json


def build(_name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true", help="one JSON object a line: name, value, origin")
    group.add_argument("--sample", action="store_true", help="print a commented config.toml with every default")
    group.add_argument("--keys", action="store_true", help="list the keys of the console, by name")
    group.add_argument("--path", action="store_true", help="print where config.toml is looked for")
    return _config


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
