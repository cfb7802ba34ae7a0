"""``detect``: a CSV of counts in, the same rows with what the alarm thinks of each out, row by row."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from warroom.domain.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from warroom.commands.context import Context, Run
    from warroom.domain.detection import Detector, Finding

_COLUMNS: Final = ("timestamp", "value", "usual", "score", "alarm", "amber")
#: The interval of a series that has one row.
_STEP: Final = 300.0


class _Row(NamedTuple):
    line: int
    at: datetime
    value: float
    words: tuple[str, str]


def build(_: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of the command and return what runs it."""
    parser.add_argument("file", metavar="FILE", help="a CSV with a header and the columns timestamp,value; - is stdin")
    parser.add_argument("--state", metavar="FILE", type=Path, default=None,
                        help="go on from this state where the file exists, and leave the state there at the end")
    parser.add_argument("--explain", action="store_true", help="print the alarms as sentences instead of the rows")
    parser.epilog = (
        "Times are ISO 8601 (UTC where they have no zone) or seconds since 1970, in order, at any\n"
        "regular interval, which is that of the first two rows; gaps are allowed. Written are\n"
        "timestamp, value, usual, score (above 2.25 is red), alarm and amber (1 in the row that\n"
        "raises it). A row that cannot be used is named on stderr and left out, and the exit code\n"
        "is 1.\n\n"
        "Example: warroom detect mentions.csv --explain"
    )
    return _detect


def _detect(args: argparse.Namespace, context: Context) -> int:
    complaints = _Complaints(context.say)
    show = _sentences(context) if args.explain else _table(context)
    with _opened(args.file) as file:
        rows = _rows(file, args.file, complaints)
        detector, rows = _begun(args.state, rows)
        for row in rows:
            try:
                finding = detector.push(row.at, row.value)
            except ValueError as error:
                complaints.add(row.line, str(error))
            else:
                show(row, finding)
    if args.state is not None and (detector.normal.pushed or args.state.exists()):
        _keep(args.state, detector)
    return 1 if complaints.number else 0


class _Complaints:
    def __init__(self, say: Callable[[str], None]) -> None:
        self.number = 0
        self._say = say

    def add(self, line: int, words: str) -> None:
        self.number += 1
        self._say(f"line {line}: {words}")


def _table(context: Context) -> Callable[[_Row, Finding], None]:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_COLUMNS)
    context.flush()

    def show(row: _Row, finding: Finding) -> None:
        usual = "" if finding.usual is None else f"{finding.usual:.4f}"
        writer.writerow((*row.words, usual, f"{finding.score:.4f}", int(finding.red), int(finding.amber)))

    return show


def _sentences(context: Context) -> Callable[[_Row, Finding], None]:
    def show(row: _Row, finding: Finding) -> None:
        if finding.red or finding.amber:
            context.line(f"{row.words[0]}  {finding.sentence()}")

    return show


def _rows(file: IO[str], name: str, complaints: _Complaints) -> Iterator[_Row]:
    rows = csv.reader(file)
    header = [cell.strip().casefold().lstrip("\ufeff") for cell in next(rows, [])]
    if not {"timestamp", "value"} <= set(header):
        raise UsageError(f"{name} has no columns timestamp and value.", hint="`warroom detect --help` shows the form.")
    time, count = header.index("timestamp"), header.index("value")
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            complaints.add(rows.line_num, str(error))
            continue
        if not row:
            continue
        try:
            yield _Row(rows.line_num, _moment(row[time]), float(row[count]), (row[time], row[count]))
        except (ValueError, IndexError, OverflowError, OSError):
            complaints.add(rows.line_num, "it has no time and count")


def _begun(state: Path | None, rows: Iterator[_Row]) -> tuple[Detector, Iterator[_Row]]:
    """The detector of the state, or a new one for the interval of the first two rows, and all the rows."""
    from warroom.domain.detection import Detector

    if state is not None and state.exists():
        try:
            return Detector.of(json.loads(state.read_text(encoding="utf-8"))), rows
        except (OSError, ValueError) as error:
            raise UsageError(f"{state} is no state of `warroom detect`.", reason=f"{error}.",
                             hint="Remove the file to begin anew.") from error
    first = list(islice(rows, 2))
    step = (first[1].at - first[0].at).total_seconds() if len(first) == 2 else _STEP
    return Detector(step if step > 0 else _STEP), chain(first, rows)


def _keep(state: Path, detector: Detector) -> None:
    try:
        state.write_text(json.dumps(detector.state()), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"The state {state} cannot be written.", reason=f"{error.strerror or error}.") from error


@contextmanager
def _opened(name: str) -> Iterator[IO[str]]:
    if name == "-":
        yield sys.stdin
        return
    try:
        with Path(name).open(encoding="utf-8", errors="replace", newline="") as file:
            yield file
    except OSError as error:
        raise UsageError(f"{name} cannot be read.", reason=f"{error.strerror or error}.") from error


def _moment(words: str) -> datetime:
    """A time of a row, aware UTC. Raises ValueError."""
    words = words.strip()
    try:
        seconds = float(words)
    except ValueError:
        at = datetime.fromisoformat(words)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return datetime.fromtimestamp(seconds, UTC)
