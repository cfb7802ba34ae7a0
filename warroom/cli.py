"""The command line: reads the words, calls the command, and maps every error to words and an exit code in one place."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import signal
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from warroom import __version__
from warroom.commands import COMMANDS, GROUPS
from warroom.commands.context import GLOBALS, Context, Ended, Parser, Run, add_globals
from warroom.domain.errors import UsageError, WarroomError

#: Exit codes that are not those of an error of our own tree: a bug, Ctrl+C, and a reader that went away.
BUG: Final = 70
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141
#: New objects between collections. At the usual 700 a command of half a second spends a tenth of it on them: they come
#: while it imports, and find nothing.
_YOUNG: Final = 50_000

_EXAMPLES: Final = """\
Examples:
  warroom drill                              rehearse now: no account, no network
  warroom posts 'refund is:negative'         `warroom posts --help` has the filters
  warroom claim mastodon:113 --as ana        every act of the screen has its twin
  warroom timeline --follow                  read along
  warroom export -o post-mortem.md           after it is over

Every list and every act takes --json: one object a line, nothing else.
Exit codes: 0 done, 2 wrong usage or settings, 3 not found, 4 not allowed now,
5 database, 6 a log does not hold, 7 source, 8 model, 9 import refused, 10 a reply
was not sent, 11 nobody knows whether it was, 12 login, 70 a bug, 130 interrupted.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``warroom``; returns the exit code. Never lets an exception out."""
    gc.set_threshold(_YOUNG)
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a Latin-1 terminal must not end a command
    context = Context(argparse.Namespace())
    try:
        args, run = _read(words)
        context = Context(args)
        code = run(args, context)
        sys.stdout.flush()
    except WarroomError as error:
        return _complain(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Ended as end:
        context.say(f"Ended by {signal.Signals(end.number).name}. What was stored is kept.")
        return 128 + end.number
    except BrokenPipeError:
        # What is left in the buffer has no reader; without this the interpreter complains of it at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except SystemExit as end:  # argparse, after --help
        return end.code if isinstance(end.code, int) else 0
    except Exception as error:  # noqa: BLE001 - the last wall: a bug ends in one line and a file, not in a traceback
        return _crash(error, context)
    return code


def _read(words: list[str]) -> tuple[argparse.Namespace, Run]:
    at = _command_at(words)
    args = argparse.Namespace()
    head = Parser(prog="warroom", add_help=False, allow_abbrev=False)
    head.add_argument("-h", "--help", action="store_true")
    head.add_argument("-V", "--version", action="store_true")
    add_globals(head)
    head.parse_args(words[:at], namespace=args)
    if args.version:
        return args, _version
    if args.help or words[at : at + 1] == ["help"]:
        return args, _help
    name = words[at] if at < len(words) else ""
    if name and name not in COMMANDS:
        raise _unknown(name)
    entry = COMMANDS.get(name)
    summary = f"{entry.summary[:1].upper()}{entry.summary[1:]}." if entry else ""
    parser = Parser(prog=f"warroom {name}".rstrip(), allow_abbrev=False, description=summary,
                    formatter_class=argparse.RawDescriptionHelpFormatter)
    module = importlib.import_module(f"warroom.commands.{entry.module if entry else 'play'}")
    run: Run = module.build(name, parser)
    add_globals(parser)
    parser.parse_intermixed_args(_shielded(words[at + 1 :]) if name == "posts" else words[at + 1 :], namespace=args)
    return args, run


def _shielded(words: Sequence[str]) -> list[str]:
    """Let the words of a filter begin with a dash: ``-is:claimed`` is no option, and a blank before it says so."""
    return [f" {word}" if word[:1] == "-" and word[:2] != "--" and word not in ("-", "-h") else word for word in words]


def _command_at(words: Sequence[str]) -> int:
    """Where the command stands: the first word that is no option and no option's value."""
    valued = {name for names, metavar, _ in GLOBALS if metavar for name in names}
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in valued else 1
    return min(at, len(words))


def _unknown(name: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    hint = f"Did you mean `warroom {near[0]}`?" if near else "`warroom --help` lists the commands."
    return UsageError(f"There is no command {name!r}.", hint=hint)


def _version(_: argparse.Namespace, context: Context) -> int:
    context.line(f"warroom {__version__}")
    return 0


def _help(_: argparse.Namespace, context: Context) -> int:
    context.line("Usage: warroom [global options] [command] [options]\n")
    context.line("A war room in the terminal: what people say about your brand, what you do\nabout it, and the proof.")
    wide = max(len(name) for name in COMMANDS) + 2
    for title, entries in GROUPS:
        context.line(f"\n{title}:")
        for entry in entries:
            context.line(f"  {entry.name:<{wide}}{entry.summary}")
    context.line("\nGlobal options (before or behind the command):")
    for names, metavar, words in (*GLOBALS, (("-h, --help",), "", "this text, or that of a command"),
                                  (("-V, --version",), "", "the version")):
        context.line(f"  {f'{names[0]} {metavar}'.rstrip():<20}{words}")
    context.line(f"\n{_EXAMPLES}".rstrip())
    return 0


def _complain(error: WarroomError) -> int:
    from warroom.domain.text import one_line
    from warroom.redaction import REDACTOR

    sys.stdout.flush()
    sys.stderr.write(f"warroom: {one_line(REDACTOR.scrub(error.title))}\n")
    for words in (error.reason, error.hint):
        if words:
            sys.stderr.write(textwrap.indent(textwrap.fill(one_line(REDACTOR.scrub(words)), 100, break_long_words=False,
                                                           break_on_hyphens=False), "  ") + "\n")
    return error.exit_code


def _crash(error: Exception, context: Context) -> int:
    import tempfile
    import traceback
    from datetime import UTC, datetime

    from warroom.redaction import REDACTOR

    text, now = REDACTOR.scrub("".join(traceback.format_exception(error))), datetime.now(UTC)
    try:
        folder = context.settings.data_dir
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = _private(folder / f"crash-{now:%Y%m%dT%H%M%S}-{os.getpid()}.log", text)
    except (OSError, WarroomError):
        file = _private(Path(tempfile.mkdtemp(prefix="warroom-")) / "crash.log", text)
    sys.stderr.write(f"warroom: this is a bug: {type(error).__name__}. The details are in {file}\n")
    return BUG


def _private(file: Path, text: str) -> Path:
    """Write a file that only its owner can read."""
    file.touch(mode=0o600)
    file.write_text(text, encoding="utf-8")
    return file
