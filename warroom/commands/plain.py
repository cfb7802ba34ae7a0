"""Posts and events as plain lines, for people and for screen readers: words instead of glyphs and colours."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warroom.domain.model import Label, Score, Unscored
from warroom.domain.text import neutralise, one_line
from warroom.domain.triage import Status

if TYPE_CHECKING:
    from warroom.domain.events import Event
    from warroom.domain.item import Item


def moment(at: datetime) -> str:
    """A time as the lists show it, in UTC."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


def count(number: int) -> str:
    """A number of people in five columns or less: ``12k``, ``3.2M``."""
    for size, unit in ((1_000_000, "M"), (1_000, "k")):
        if number >= size:
            short = f"{number / size:.1f}" if number < 10 * size else f"{number // size}"
            return f"{short.removesuffix('.0')}{unit}"
    return str(number)


def cells(text: str) -> int:
    """Columns that a terminal gives to ``text``: East Asian wide characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(mark) or unicodedata.category(mark) in ("Mn", "Me", "Cf") else
               2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)


def cut(text: str, width: int | None) -> str:
    """Cut one line to ``width`` columns, with an ellipsis where something is missing; None cuts nothing."""
    if width is None or cells(text) <= width:
        return text
    kept, room = "", width - 1
    for mark in text:
        room -= cells(mark)
        if room < 0:
            break
        kept += mark
    return f"{kept.rstrip()}…"


def table(rows: Sequence[Sequence[str]], width: int | None) -> Iterator[str]:
    """Align rows in columns, two blanks between; the last column is cut at ``width``."""
    wide = [max(cells(row[column]) for row in rows) for column in range(len(rows[0]) - 1)] if rows else []
    for row in rows:
        padded = (part + " " * (size - cells(part)) for part, size in zip(row, wide, strict=False))
        yield cut("  ".join((*padded, row[-1])).rstrip(), width)


def mood(item: Item) -> str:
    """What a person says of a post, else what the model says, in ten columns or less."""
    if item.triage.label is not None:
        return "off us" if item.triage.label is Label.IRRELEVANT else f"said {item.triage.label[:3]}"
    match item.score:
        case Score() as score:
            return f"{score.label[:3]} {score.confidence:.2f}"
        case Unscored():
            return "unscored"
        case None:
            return "waiting"


def state(item: Item) -> list[str]:
    """What the team did about a post, and what became of it, each as a few words."""
    now = item.triage
    words = [f"claimed by {now.holder}"] if now.holder else []
    if now.status is Status.SNOOZED and now.snoozed_until:
        words.append(f"snoozed until {moment(now.snoozed_until)}")
    elif now.status is not Status.OPEN:
        words.append(f"{now.status}: {now.reason}" if now.reason else str(now.status))
    if now.escalated_to:
        words.append(f"escalated to {now.escalated_to}")
    if now.pinned:
        words.append("pinned")
    if now.notes:
        words.append("1 note" if now.notes == 1 else f"{now.notes} notes")
    if item.deleted_at:
        words.append("deleted")
    if item.version > 1:
        words.append(f"edited, version {item.version}")
    return [one_line(part) for part in (*words, *(f"#{tag}" for tag in now.tags))]


def card(item: Item, width: int | None, *, whole: bool = False) -> Iterator[str]:
    """A post as a few lines: who, where, when and what the team did; what it says; its key."""
    post = item.post
    reach = f" ({count(post.reach)})" if post.reach is not None else ""
    place = f" in {one_line(post.place)}" if post.place else ""
    parts = [f"{mood(item):<10}", f"{one_line(post.author)}{reach}", f"{post.platform}{place}", moment(post.created_at)]
    yield cut("  ".join((*parts, *state(item))), None if whole else width)
    said = neutralise(post.text).split("\n") if whole else [one_line(post.text)]
    for paragraph in said:
        yield from _wrapped(paragraph, width)
    yield f"    {one_line(item.key)}"


def event_row(event: Event) -> list[str]:
    """An event as a row: number, time, actor, what happened."""
    pinned = " [pinned]" if event.pinned else ""
    return [f"{event.seq}", moment(event.occurred_at), one_line(event.actor), f"{one_line(event.summary)}{pinned}"]


def _wrapped(paragraph: str, width: int | None) -> Iterator[str]:
    if width is None:
        yield f"    {paragraph}"
        return
    for line in textwrap.wrap(paragraph, width - 4) or [""]:
        # textwrap counts characters; what is wider than it thinks is cut in two.
        rest = line
        while cells(rest) > width - 4:
            first = cut(rest, width - 4)[:-1]
            yield f"    {first}"
            rest = rest[len(first):].lstrip()
        yield f"    {rest}"
