"""``tone``: a draft in on standard input, what is wrong with it out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from warroom.commands.typed_in import from_stdin
from warroom.domain.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from warroom.commands.context import Context, Run
    from warroom.domain.tone import Brief, Finding

_EPILOG: Final = """\
The draft is read from standard input as UTF-8. --facts is TOML, one `key = value` a line
("heaters in the recall" = 12400); --recent holds one earlier reply a line; --rules is a
house's own words, levels and exceptions (docs/tone.md), and may be given more than once.
The rules and terms under [tone] in the settings count too, and so do the facts of the
statement library where no --facts are given.
With --json one object is written: {"findings": [{"rule", "level", "start", "end", "text",
"reason", "suggestion"}]}, with offsets in code points. The exit code is 1 where a finding
is an error, which blocks sending, and 0 otherwise.

Example: echo "Sorry if you were offended." | warroom tone --platform bluesky
"""
#: Bytes of a file of earlier replies that are read.
_MOST: Final = 4_000_000


def build(_name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of the command and return what runs it."""
    parser.add_argument("--reply-to", metavar="TEXT", default="", help="the post that the draft answers")
    parser.add_argument("--author", metavar="HANDLE", default="", help="who wrote that post")
    parser.add_argument("--platform", choices=("reddit", "mastodon", "bluesky"), help="where the draft would go")
    parser.add_argument("--strategy", choices=("inform", "deny", "diminish", "rebuild", "bolster"),
                        help="how the incident is answered")
    parser.add_argument("--severity", type=int, choices=(1, 2, 3, 4), metavar="1..4",
                        help="of the incident, 1 is worst")
    parser.add_argument("--facts", metavar="FILE", type=Path, help="the published facts")
    parser.add_argument("--recent", metavar="FILE", type=Path, help="earlier replies, one a line")
    parser.add_argument("--rules", metavar="FILE", type=Path, action="append", default=[], help="rules of the house")
    parser.add_argument("--json", action="store_true", help="one JSON object, with offsets in code points")
    parser.epilog = _EPILOG
    return _tone


def _tone(args: argparse.Namespace, context: Context) -> int:
    from warroom import house
    from warroom.domain.tone import Level, weigh

    rules = house.rules(context.settings, args.rules)
    published = {} if args.facts else house.facts(context.settings)
    found, doubted = weigh(_draft(), _brief(args, published), rules, house.reader(context.settings))
    if args.json:
        context.json({"findings": [
            {"rule": one.rule, "level": str(one.level), "start": one.start, "end": one.end, "text": one.text,
             "reason": one.reason, "suggestion": one.suggestion} for one in found]})
    else:
        _show(found, doubted, context)
    return 1 if any(one.level is Level.ERROR for one in found) else 0


def _brief(args: argparse.Namespace, published: Mapping[str, str]) -> Brief:
    from warroom.domain.model import Platform
    from warroom.domain.tone import Brief, Strategy

    return Brief(
        reply_to=args.reply_to, author=args.author, platform=Platform(args.platform) if args.platform else None,
        strategy=Strategy(args.strategy) if args.strategy else None, severity=args.severity,
        facts=_facts(args.facts) if args.facts else published,
        recent=_recent(args.recent) if args.recent else (),
    )


def _draft() -> str:
    text = from_stdin()
    bad = next((at for at, mark in enumerate(text) if mark == "\0" or "\ud800" <= mark <= "\udfff"), None)
    if bad is not None:
        what = "a NUL" if text[bad] == "\0" else "half a character (a lone surrogate)"
        raise UsageError("The draft cannot be sent as it is.",
                         reason=f"Character {bad + 1:,} is {what}; no platform takes it.")
    # The newline that ends every line of a shell is not part of the draft.
    return text.removesuffix("\n").removesuffix("\r")


def _recent(file: Path) -> tuple[str, ...]:
    try:
        with file.open("rb") as opened:
            text = opened.read(_MOST).decode("utf-8-sig", errors="replace")
    except OSError as error:
        raise UsageError(f"{file} cannot be read.", reason=f"{error.strerror or error}.") from error
    return tuple(line for line in text.splitlines() if line.strip())


def _facts(file: Path) -> dict[str, str]:
    from warroom.house import table

    found: dict[str, str] = {}

    def take(prefix: str, table: Mapping[str, object]) -> None:
        for key, value in table.items():
            name = f"{prefix} {key}".strip()
            if isinstance(value, dict):
                take(name, value)
            else:
                found[name.replace("_", " ")] = ", ".join(map(str, value)) if isinstance(value, list) else str(value)

    take("", table(file))
    return found


def _show(found: list[Finding], doubted: list[Finding], context: Context) -> None:
    from warroom.domain.text import clip, one_line

    def head(word: str, one: Finding) -> None:
        context.line(f"{word}  {one.rule}  {one.start}-{one.end}  “{clip(one_line(one.text), 60)}”")

    for one in found:
        head(str(one.level), one)
        context.line(f"    {one_line(one.reason)}")
        context.line(f"    Better: {one_line(one.suggestion)}")
    if not found:
        context.line("Nothing found.")
    for one in doubted:
        head("doubted", one)
        context.line("    A rule found it, the second reader hears no harm in it: no finding.")
