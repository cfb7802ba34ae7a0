"""``score``: JSON lines in, JSON lines out, through the model and without an incident."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from warroom.domain.errors import UsageError

if TYPE_CHECKING:
    from warroom.commands.context import Context, Run
    from warroom.scoring.client import FlairScorer

_EPILOG: Final = """\
Each line of standard input is a JSON object with "id" and "text". For each, in the
same order, one line is written: id, label, negative, neutral, positive (0 to 1) and
valence (-1 to 1); null and a reason where a text cannot be scored. A line that
cannot be read is named on stderr, and the exit code is 1.

With --summary one object is written for all of them: n (posts with a score), model (the
shares that the model counts) and checked (null without labels). --labels FILE holds JSON
lines with "id" and "label" (negative, neutral, positive, or irrelevant: not about us) for
posts that were drawn at random; with them the shares are estimated, each with the ends of
its 95 % interval. Labels that cannot be used are named, and the exit code is 1.

Examples: warroom posts --json | jq -c '{id: .key, text}' | warroom score
          warroom score --summary --labels checked.jsonl < posts.jsonl
"""


def build(_name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of the command and return what runs it."""
    parser.add_argument("--workers", type=_count, default=0, metavar="N",
                        help="processes that score, each with its share of the cores (scoring.workers)")
    parser.epilog = _EPILOG
    parser.add_argument("--summary", action="store_true", help="one object for all lines: the shares of the moods")
    parser.add_argument("--labels", metavar="FILE", type=Path, help="with --summary: what people say of a random few")
    return _score


def _count(words: str) -> int:
    if not words.isdecimal() or not 1 <= int(words) <= 64:
        raise argparse.ArgumentTypeError("it must be a whole number from 1 to 64")
    return int(words)


def _score(args: argparse.Namespace, context: Context) -> int:
    from warroom.scorers import flair_scorer

    if args.labels is not None and not args.summary:
        raise UsageError("--labels needs --summary.")
    summary = Summarizing(args.labels, context) if args.summary else None
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    scorer = flair_scorer(context.settings, args.workers)
    code = context.run(_lines(scorer, summary.take if summary else context.write, context))
    return summary.end(code) if summary else code


async def _lines(scorer: FlairScorer, write: Callable[[str], object], context: Context) -> int:
    from warroom.scoring.lines import score_lines

    try:
        await scorer.start()
        for note in scorer.notes:
            context.say(note)
        return await score_lines(sys.stdin, write, context.say, scorer=scorer, flush=context.flush)
    finally:
        await scorer.close()


class Summarizing:
    """Takes scored lines, and writes one object for all of them in the end."""

    def __init__(self, labels: Path | None, context: Context) -> None:
        from warroom.scoring.summary import Labels, Summary

        self._context = context
        self._labels = None
        if labels is not None:
            try:
                with labels.open(encoding="utf-8", errors="replace") as file:
                    self._labels = Labels(file, context.say)
            except OSError as error:
                raise UsageError(f"{labels} cannot be read.", reason=f"{error.strerror or error}.") from error
        self._summary = Summary(self._labels)
        self.take = self._summary.take

    def end(self, code: int) -> int:
        """Write the object; returns the exit code."""
        strangers = self._summary.unknown()
        for line, name in strangers:
            self._context.say(f"labels, line {line}: no post has the id {name[:80]!r}")
        self._context.json(self._summary.result())
        return 1 if code == 0 and (strangers or (self._labels and self._labels.bad)) else code
