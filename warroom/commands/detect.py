"""``detect``: a CSV of counts in, the same rows with what the alarm thinks of each out, row by row."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator, Mapping
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
    from warroom.domain.wire import Json

_COLUMNS: Final = ("timestamp", "value", "usual", "score", "alarm", "amber")
#: The interval of a series that has one row; where it goes on later, the next row says what it is.
_STEP: Final = 300.0
#: What a state has instead of a detector's after a series of one row: its time and its count, as they stood there.
_ALONE: Final = "alone"


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
        detector, alone, rows = _begun(args.state, _rows(file, args.file, complaints))
        for row in rows:
            try:
                finding = detector.push(row.at, row.value)
            except ValueError as error:
                complaints.add(row.line, str(error))
            else:
                show(row, finding)
    if args.state is not None and (detector.normal.pushed or args.state.exists()):
        _keep(args.state, {_ALONE: list(alone)} if alone and detector.normal.pushed else detector.state())
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


class _Lines:
    """The lines of a file, which know whether the reader came to the end of them."""

    def __init__(self, file: IO[str]) -> None:
        self.ended = False
        self._file = file

    def __iter__(self) -> Iterator[str]:
        yield from self._file
        self.ended = True


def _rows(file: IO[str], name: str, complaints: _Complaints) -> Iterator[_Row]:
    lines = _Lines(file)
    rows = csv.reader(lines)
    header = [cell.strip().casefold().lstrip("\ufeff") for cell in next(rows, [])]
    if not {"timestamp", "value"} <= set(header):
        raise UsageError(f"{name} has no columns timestamp and value.", hint="`warroom detect --help` shows the form.")
    time, count = header.index("timestamp"), header.index("value")
    while True:
        begin = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            words = f"a quote is opened here and not closed by line {rows.line_num}: " if rows.line_num > begin else ""
            complaints.add(begin, f"{words}{error}")
            continue
        if lines.ended:  # a row ends with its line: only one that waits for its quote reads on to the end
            complaints.add(begin, f"a quote is opened here and never closed: nothing of lines {begin} to "
                                  f"{rows.line_num} was read")
            return
        if not row:
            continue
        try:
            yield _Row(begin, _moment(row[time]), float(row[count]), (row[time], row[count]))
        except (ValueError, IndexError, OverflowError, OSError):
            upto = f", nor has what its quotes hold up to line {rows.line_num}" if rows.line_num > begin else ""
            complaints.add(begin, f"it has no time and count{upto}")


def _begun(state: Path | None, rows: Iterator[_Row]) -> tuple[Detector, tuple[str, str] | None, Iterator[_Row]]:
    """The detector of the state, or a new one for the interval of the first two rows; and the rows to judge.

    Between them stands the row of a series that has but one: what its interval is, is not known yet.
    """
    from warroom.domain.detection import Detector

    known: list[_Row] = []
    if state is not None and state.exists():
        try:
            kept = json.loads(state.read_text(encoding="utf-8"))
            if not isinstance(kept, dict) or _ALONE not in kept:
                return Detector.of(kept), None, rows
            at, value = map(str, kept[_ALONE])
            known = [_Row(0, _moment(at), float(value), (at, value))]
            Detector(_STEP).push(known[0].at, known[0].value)  # whether it can be one at all
        except (OSError, ValueError, TypeError) as error:
            raise UsageError(f"{state} is no state of `warroom detect`.", reason=f"{error}.",
                             hint="Remove the file to begin anew.") from error
    first = list(islice(rows, 2 - len(known)))
    both = [*known, *first]
    step = (both[1].at - both[0].at).total_seconds() if len(both) == 2 else _STEP
    detector = Detector(step if step > 0 else _STEP)
    for row in known:
        detector.push(row.at, row.value)
    return detector, both[0].words if len(both) == 1 else None, chain(first, rows)


def _keep(state: Path, what: Mapping[str, Json]) -> None:
    try:
        state.write_text(json.dumps(what), encoding="utf-8")
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
