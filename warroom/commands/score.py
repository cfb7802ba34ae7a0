"""``score``: JSON lines in, JSON lines out, through the model and without an incident."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse

    from warroom.commands.context import Context, Run

_EPILOG: Final = """\
Each line of standard input is a JSON object with "id" and "text". For each, in the
same order, one line is written: id, label, negative, neutral, positive (0 to 1) and
valence (-1 to 1); null and a reason where a text cannot be scored. A line that
cannot be read is named on stderr, and the exit code is 1.

Example: warroom posts --json | jq -c '{id: .key, text}' | warroom score
"""


def build(_name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of the command and return what runs it."""
    parser.epilog = _EPILOG
    return _score


def _score(_: argparse.Namespace, context: Context) -> int:
    from warroom.scoring.lines import score_lines

    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return context.run(score_lines(sys.stdin, context.write, context.say, model=context.settings.scoring.file))
