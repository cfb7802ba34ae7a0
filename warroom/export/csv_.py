"""CSV for spreadsheets (RFC 4180) and the variant that DFIR-IRIS loads; no cell is ever a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import AsyncIterator, Iterable, Sequence
from typing import Final

from warroom.domain.events import Event, to_row
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.text import neutralise, one_line
from warroom.domain.wire import Json, canonical, stamp
from warroom.export.sink import Write

COLUMNS: Final = (
    "id", "seq", "occurred_at", "recorded_at", "type", "actor", "summary", "details", "severity", "platform",
    "post_url", "content_sha256", "tags", "pinned", "drill", "prev_hash", "hash",
)
IRIS_COLUMNS: Final = (
    "event_date", "event_tz", "event_title", "event_category", "event_content", "event_raw", "event_source",
    "event_assets", "event_iocs", "event_tags",
)
# What a spreadsheet takes for the start of a formula: the four signs, their full-width, small and mathematical forms,
# also behind white space and quotation marks, which some programs strip. Source: OWASP, "CSV Injection".
_FORMULA: Final = re.compile(
    "[\\s\"'`\u00b4\u2018-\u201f\u2032-\u2037\uff02\uff07]*[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]"
)


def cell(value: Json) -> str:
    """Give a value as the text of a cell: harmless, and with a ``'`` before what could be a formula.

    Truth is ``true`` or ``false``, nothing is empty, lists and objects are JSON.
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            # A tab or a return at the start would be a formula too; neutralised text has none.
            text = neutralise(value)
            return f"'{text}" if _FORMULA.match(text) else text
        case int() | float():
            return str(value)
        case _:
            return canonical(value)


class _Lines:
    def __init__(self, write: Write) -> None:
        self.write = write


def _table(header: Sequence[str], rows: Iterable[Sequence[str]], write: Write) -> None:
    writer = csv.writer(_Lines(write), lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)


async def write_csv(incident: Incident, events: Sequence[Event], posts: AsyncIterator[Item], write: Write) -> None:
    """Write the log, one event a row, with every column of the row."""
    del incident, posts
    rows = map(to_row, events)
    _table(COLUMNS, ([cell(row[name]) for name in COLUMNS] for row in rows), write)


async def write_iris(incident: Incident, events: Sequence[Event], posts: AsyncIterator[Item], write: Write) -> None:
    """Write the log as the timeline of a DFIR-IRIS case takes it.

    IRIS cuts the file at line ends without looking at quotation marks, so a cell is always one line. It refuses
    categories, assets and indicators that the case does not know: those stay empty, and the type is a tag.
    """
    del posts
    _table(IRIS_COLUMNS, (_iris(incident, event) for event in events), write)


def _iris(incident: Incident, event: Event) -> list[str]:
    tags = [str(event.type), *event.tags, *(["drill"] if event.drill else ())]
    title = one_line(event.summary)
    return [
        stamp(event.occurred_at).removesuffix("+00:00"),
        "+00:00",  # as IRIS writes it; ours, so it needs no quotation mark, which IRIS could not read
        cell(title if len(title) > 1 else str(event.type)),
        "",
        cell(one_line(f"{event.actor}: {event.summary} {event.post_url}")),
        canonical(to_row(event)),
        cell(one_line(f"warroom {incident.id}")),
        "",
        "",
        cell("|".join(one_line(tag).replace("|", "/") for tag in tags)),
    ]
