"""The top line: which incident, how bad, real or rehearsed, open since when, and who sits here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from warroom.domain.clocks import Reading
from warroom.domain.incident import Incident, Kind
from warroom.domain.text import clip, one_line
from widgets import words
from widgets.clocks import long_chunks, short_chunks, span
from widgets.rows import Chunk, Row, Rows, Tone, chunk, cut, lay_out, spare

#: Columns from which names are written out, and below which they are cut short.
_WIDE: Final = 150
_NARROW: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the top line tells. ``now`` is the room's time (story time in a drill), aware UTC."""

    incident: Incident
    now: datetime
    actor: str
    role: str = ""
    clocks: Sequence[Reading] = ()

    @property
    def speed(self) -> float:
        """Story seconds a second; 1 where there is no story."""
        value = (self.incident.story or {}).get("speed")
        return float(value) if isinstance(value, (int, float)) else 1.0


def heading_row(heading: Heading, columns: int) -> Row:
    """Lay the top line out."""
    incident = heading.incident
    # The word DRILL stands beside it, larger than any prefix.
    name = incident.title.removeprefix("Drill: ").removeprefix("Replay: ") if incident.drill else incident.title
    narrow = columns < _NARROW
    name = one_line(name) or incident.id
    title = clip(name, (16 if incident.drill else 24) if narrow else columns * 2 // 5)
    left = [
        chunk(title, Tone.STRONG),
        _kind(heading, columns),
        severity_chunk(incident.severity, rank=2 if incident.severity else 4),
        chunk(incident.strategy, Tone.ACCENT, rank=3),
    ]
    if incident.closed_at is not None:
        left.append(chunk("✕ closed", Tone.WARN, rank=2))
    elif incident.kind is Kind.INCIDENT:
        lasted = heading.now - incident.opened_at
        left.append(chunk(span(lasted) if narrow else f"open {words.since(lasted)}", rank=3))
    who, role = clip(one_line(heading.actor), 24), f" ({heading.role})" if heading.role and not narrow else ""
    # The clocks stand at the right, before the name that never changes: so no figure pushes another aside.
    clocks = long_chunks(heading.clocks, heading.now) if columns >= _WIDE else short_chunks(
        heading.clocks, heading.now)
    right = [*clocks, Chunk(((who, Tone.PLAIN), (role, Tone.DIM)), 5)]
    gap = 3 if columns >= _WIDE else 2
    if narrow:  # what nothing else takes is the title's
        most = left[0].width + spare(columns, left, right, gap=gap)
        left[0] = Chunk(tuple(cut([(clip(name, most), Tone.STRONG)], most)))
    return lay_out(columns, left, right, gap=gap)


def severity_chunk(severity: int | None, *, rank: int = 0) -> Chunk:
    """Name a severity; only the two worst stand out."""
    if severity is None:
        return chunk("no severity", Tone.DIM, rank=rank)
    tone = Tone.BAD if severity == 1 else Tone.WARN if severity == 2 else Tone.STRONG
    return chunk(f"SEV{severity}", tone, rank=rank)


def _kind(heading: Heading, columns: int) -> Chunk:
    incident = heading.incident
    match incident.kind:
        case Kind.WATCH:
            return chunk("live watch", Tone.DIM, rank=6)
        case Kind.INCIDENT:
            return chunk("live incident", Tone.DIM, rank=6)
        case Kind.DRILL:
            name = "REPLAY" if "replay" in (incident.story or {}) else "DRILL"
            time, speed = f"{heading.now:%H:%M}", f"x{heading.speed:g}"
            if columns >= _WIDE:
                return chunk(f" {name}  {time} {speed}  nothing is published ", Tone.DRILL)
            return chunk(f" {name} {time} {speed} ", Tone.DRILL)


class Header(Rows):
    """The top line of the room."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._heading: Heading | None = None

    def show(self, heading: Heading) -> None:
        """Tell the present state of the incident."""
        self._heading = heading
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """One row."""
        del lines
        if self._heading is None:
            return [lay_out(columns, [chunk("warroom", Tone.STRONG), chunk("opening the room …", Tone.DIM, rank=1)])]
        return [heading_row(self._heading, columns)]
