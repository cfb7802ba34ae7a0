"""The exports: one module a format, all of them streams of posts into whole files."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from warroom.domain.errors import UsageError
from warroom.domain.events import Event
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Post, PostKey
from warroom.export.csv_ import write_csv, write_iris
from warroom.export.document import write_document
from warroom.export.md import write_markdown
from warroom.export.reader import Imported, read_document
from warroom.export.sink import Exporter, Format, Write, whole_file
from warroom.export.timesketch import write_timesketch

__all__ = ["FORMATS", "Exporter", "Format", "Imported", "Write", "export", "read_document", "write_export"]

#: Every format by the name that ``--format`` takes.
FORMATS: Final[Mapping[str, Format]] = {
    made.name: made for made in (
        Format("md", ".md", "a post-mortem to finish by hand", write_markdown),
        Format("json", ".json", "everything, to import again", write_document),
        Format("csv", ".csv", "the timeline for a spreadsheet", write_csv),
        Format("csv-iris", ".csv", "the timeline for a DFIR-IRIS case", write_iris),
        Format("timesketch", ".jsonl", "the timeline for Timesketch", write_timesketch),
    )
}


async def export(
    fmt: str, incident: Incident, events: Sequence[Event], posts: AsyncIterator[Item], write: Write,
    *, earlier: Mapping[PostKey, Sequence[Post]] | None = None,
) -> None:
    """Write an incident in the format ``fmt``, piece by piece, to ``write``.

    ``posts`` is read to its end by md and json and not at all by the others; ``earlier`` gives json what edited posts
    said before. Raises UsageError for a format that there is not.
    """
    if fmt not in FORMATS:
        raise UsageError(f"There is no format {fmt!r}.", hint=f"Formats: {', '.join(FORMATS)}.")
    exporter: Exporter = partial(write_document, earlier=earlier) if fmt == "json" else FORMATS[fmt].exporter
    await exporter(incident, events, posts, write)


async def write_export(
    fmt: str, incident: Incident, events: Sequence[Event], posts: AsyncIterator[Item], target: Path,
    *, force: bool = False, earlier: Mapping[PostKey, Sequence[Post]] | None = None,
) -> Path:
    """Write an incident into the file ``target``, whole or not at all, and return its path.

    Raises UsageError as :func:`export` does, and where the file is there (without ``force``) or cannot be written.
    """
    with whole_file(target, force=force) as write:
        await export(fmt, incident, events, posts, write, earlier=earlier)
    return target
