"""Replay: stored posts played again with the gaps that they had."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

from warroom.domain.errors import SourceStopped
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.post_json import moment_from_json, post_from_json
from warroom.ports import Batch, Clock

#: What a JSON export of an incident calls itself.
EXPORT: Final = "warroom-incident/"
#: Posts that one batch has at most.
TOGETHER: Final = 200
# A line longer than this is no post; a file without line ends must not fill the memory.
_LONGEST_LINE: Final = 4_000_000
# Exports are one document and are read whole.
_LARGEST_EXPORT: Final = 512_000_000
# Files up to this size are put in order of time first; larger ones are played as they stand.
_SORTED_UP_TO: Final = 32_000_000
_TICK: Final = 0.05
# What lies further from the rest of the file is told at its beginning or its end: for a clock that was wrong by decades
# no story waits.
_APART: Final = timedelta(days=7)

#: A line's number from 1, and its post, its deletion or the reason why it is skipped.
_Line = tuple[int, Post | Gone | str]
#: The same with the time (aware UTC) at which it is told.
_Told = tuple[int, Post | Gone | str, datetime]


class ReplaySource:
    """Plays a file of posts on a story's clock that starts at :func:`first_moment`.

    It reads JSON lines as ``warroom posts --json`` writes them, plain ones with platform, id, author, text and
    created_at, or an incident's JSON export. Files up to 32 MB and exports are played in order of ``created_at``;
    larger ones in the order of their lines, where a line that comes too late is played at once. What lies more than a
    week before or after the most of a file that is put in order is told at its beginning or its end. A post with
    ``deleted_at`` is deleted when its time comes (in larger files: right after the post). The cursor is the
    number of entries done, skipped ones included.
    """

    def __init__(self, path: Path, *, clock: Clock, speed: float) -> None:
        self.path = path
        self._clock = clock
        self._tick = _TICK * speed

    @property
    def name(self) -> str:
        """The source's name in its room."""
        return "replay"

    @property
    def platforms(self) -> frozenset[Platform]:
        """All three: a file may hold posts of every platform."""
        return frozenset(Platform)

    async def stream(self, cursor: str) -> AsyncIterator[Batch]:
        """Yield what is due by the clock, from after ``cursor``; ends with the file.

        A line that cannot be read is skipped and counted with its reason. Raises SourceStopped where the file is
        missing, cannot be read, or is no such file.
        """
        done = int(cursor) if cursor.isascii() and cursor.isdigit() else 0
        entries = await asyncio.to_thread(_ordered, self.path)
        yield Batch(cursor=cursor)
        held: list[Post | Gone] = []
        skipped: Counter[str] = Counter()
        with closing(entries):
            for number, (_, entry, due) in enumerate(entries, 1):
                if number <= done:
                    continue
                if isinstance(entry, str):
                    skipped[entry] += 1
                else:
                    wait = (due - self._clock.now()).total_seconds()
                    if wait > 0 and (held or skipped):
                        yield Batch(posts=held, cursor=str(number - 1), skipped=skipped)
                        held, skipped = [], Counter()
                    while wait > 0:
                        await self._clock.sleep(max(wait, self._tick))
                        wait = (due - self._clock.now()).total_seconds()
                    held.append(entry)
                if len(held) + skipped.total() >= TOGETHER:
                    yield Batch(posts=held, cursor=str(number), skipped=skipped)
                    held, skipped = [], Counter()
                    await asyncio.sleep(0)
                done = number
        if held or skipped:
            yield Batch(posts=held, cursor=str(done), skipped=skipped)


def first_moment(path: Path) -> datetime:
    """The time (aware UTC) of the first post that is played, for the clock to start at. Raises SourceStopped."""
    with closing(_ordered(path)) as entries:
        reason = ""
        for _, entry, due in entries:
            if not isinstance(entry, str):
                return due
            reason = reason or entry
    raise _stopped(path, f"No line of it is a post: {reason}." if reason else "It is empty.")


def last_moment(path: Path) -> datetime:
    """The time (aware UTC) of the last post or deletion in the file. Raises SourceStopped."""
    with closing(_ordered(path)) as entries:
        last = max((due for _, entry, due in entries if not isinstance(entry, str)), default=None)
    return last if last is not None else first_moment(path)


def _moment(entry: Post | Gone) -> datetime:
    return entry.created_at if isinstance(entry, Post) else entry.at


def _stopped(path: Path, reason: str) -> SourceStopped:
    return SourceStopped(
        f"Cannot replay {path.name}.", reason=reason,
        hint="Give a file of `warroom posts --json`, or a JSON export of an incident.",
    )


def _ordered(path: Path) -> Generator[_Told, None, None]:
    """Open the file now, so that what is wrong with it is said at once, and give its entries in playing order."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise _stopped(path, f"{error.strerror or error}.") from error
    if not head.strip():
        raise _stopped(path, "It is empty.")
    if b"\0" in head:
        raise _stopped(path, "It is not a text file.")
    export = _export(path, size, head)
    if export is None and size > _SORTED_UP_TO:
        return _as_they_stand(_lines(path))
    entries = list(export if export is not None else _lines(path))
    if not any(isinstance(entry, Post) for _, entry in entries):
        reasons = [entry for _, entry in entries if isinstance(entry, str)]
        raise _stopped(path, f"No line of it is a post: {reasons[0]}." if reasons else "It holds no posts.")
    # A skipped line keeps its place behind the post that it followed; sorting is stable, so equal times keep theirs.
    keyed: list[tuple[datetime, _Line]] = []
    latest: datetime | None = None
    for line in entries:
        if not isinstance(line[1], str):
            latest = _moment(line[1])
        keyed.append((latest or datetime.min.replace(tzinfo=UTC), line))
    keyed.sort(key=lambda pair: pair[0])
    first, last = _story([moment for moment, line in keyed if not isinstance(line[1], str)])
    return ((*line, min(max(moment, first), last)) for moment, line in keyed)


def _story(moments: Sequence[datetime]) -> tuple[datetime, datetime]:
    """Where the most of a file begins and ends: the most moments, of those in order, with no gap above ``_APART``."""
    edges = [0, *(at for at in range(1, len(moments)) if moments[at] - moments[at - 1] > _APART), len(moments)]
    begin, end = max(pairwise(edges), key=lambda run: run[1] - run[0])
    return moments[begin], moments[end - 1]


def _as_they_stand(lines: Iterator[_Line]) -> Generator[_Told, None, None]:
    latest = datetime.min.replace(tzinfo=UTC)
    for number, entry in lines:
        if not isinstance(entry, str):
            latest = _moment(entry)
        yield number, entry, latest


def _export(path: Path, size: int, head: bytes) -> Generator[_Line, None, None] | None:
    """Give the posts of an incident's JSON export; None where the file is JSON lines."""
    first = head.partition(b"\n")[0]
    whole_document = first.strip() == b"{" or head.lstrip().startswith(b'{"format"')
    whole: object = None
    if size <= _LARGEST_EXPORT and (whole_document or b'"format"' in head):
        try:
            whole = json.loads(path.read_bytes())
        except (ValueError, RecursionError) as error:
            if whole_document:
                raise _stopped(path, f"It is not whole: {error}.") from error
    if not isinstance(whole, Mapping) or "format" not in whole:
        return None
    posts = whole.get("posts")
    if not str(whole["format"]).startswith(EXPORT) or not isinstance(posts, list):
        raise _stopped(path, f"It says that it is {str(whole['format'])[:60]!r}, which cannot be replayed.")
    return _entries(enumerate(posts, 1))


def _lines(path: Path) -> Generator[_Line, None, None]:
    def raw() -> Iterator[tuple[int, object]]:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(_LONGEST_LINE):
                number += 1
                if len(line) >= _LONGEST_LINE:
                    while line and not line.endswith(b"\n"):
                        line = file.readline(_LONGEST_LINE)
                    yield number, "the line is too long"
                elif line.strip():
                    try:
                        yield number, json.loads(line.removeprefix(b"\xef\xbb\xbf"))
                    except (ValueError, RecursionError):
                        yield number, "not JSON"

    return _entries(raw())


def _objects(value: object) -> list[Mapping[str, object]]:
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []


def _entries(raw: Iterator[tuple[int, object]] | enumerate[object]) -> Generator[_Line, None, None]:
    for number, value in raw:
        if isinstance(value, str):
            yield number, value
            continue
        if not isinstance(value, Mapping):
            yield number, "not an object"
            continue
        inner = value.get("post")
        fields = {**value, **inner} if isinstance(inner, Mapping) else value
        try:
            post = post_from_json(fields)
            earlier = [post_from_json(said) for said in _objects(fields.get("earlier"))]
            gone = fields.get("deleted_at")
            deletion = Gone(post.platform, post.native_id, moment_from_json(gone, "deleted_at")) if gone else None
        except ValueError as error:
            yield number, str(error)
            continue
        # What an edited post said before; when it was edited nobody kept, so the versions come one after the other.
        for version in earlier:
            yield number, version
        yield number, post
        if deletion is not None:
            # A deletion before its post, by a wrong clock, would delete nothing.
            yield number, deletion if deletion.at > post.created_at else Gone(
                post.platform, post.native_id, post.created_at + timedelta(microseconds=1))
