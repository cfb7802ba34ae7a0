"""The board of a broadcast: one row a platform, with its length, what was found, and what became of it there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warroom.domain.composing import Count
from warroom.domain.model import Platform
from warroom.domain.text import clip, one_line
from warroom.domain.tone.kinds import Finding
from widgets.findings import summary
from widgets.foot import Foot
from widgets.health import NAMES
from widgets.rows import Part, Row, Rows, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One platform's part: whether it takes part, its length, what was found in it, and how it stands ("" before).

    ``follows`` is the platform whose words it has.
    """

    platform: Platform
    on: bool
    count: Count
    findings: Sequence[Finding] = ()
    aside: Mapping[str, str]
    state: Part = ("", Tone.DIM)
    more: str = ""
    follows: Platform | None = None


def part_row(part: Share, columns: int, *, current: bool) -> Row:
    """Lay a part out: ``▌[x] Mastodon  213/500  1 error  ✓ sent``."""
    bar: Part = ("▌" if current else " ", Tone.ACCENT)
    over = Tone.BAD if part.count.over else Tone.DIM
    name = [bar, (f"[{'x' if part.on else ' '}] ", Tone.PLAIN if part.on else Tone.DIM),
            (f"{NAMES[part.platform]:<9}", Tone.STRONG if current else Tone.PLAIN if part.on else Tone.DIM),
            (f" {part.count.length:>6,}/{part.count.most:,}", over)]
    row: Row = [*name, ("  ", Tone.DIM)]
    if part.state[0]:
        more = f"  {clip(one_line(part.more), max(10, columns - 40))}" if part.more else ""
        return [*row, part.state, (more, Tone.DIM)]
    if not part.on:
        return [*row, ("not to this one", Tone.DIM)]
    if not part.count.length:
        return [*row, ("no text yet", Tone.DIM)]
    alike: Row = [(f"  as on {NAMES[part.follows]}", Tone.DIM)] if part.follows is not None else []
    return [*row, *summary(part.findings, part.aside), *alike]


class Board(Rows):
    """The parts of a broadcast, one a row."""

    DEFAULT_CSS = """
    Board { height: 3; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[Share] = ()
        self._current: Platform | None = None

    def show(self, parts: Sequence[Share], current: Platform) -> None:
        """Tell the parts, and which one is in the editor."""
        self._parts, self._current = parts, current
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """A row for each; that of the one in the editor, where there is no room for all."""
        shown = self._parts if lines >= len(self._parts) else [one for one in self._parts
                                                               if one.platform is self._current]
        return [part_row(one, columns, current=one.platform is self._current) for one in shown][:lines]


class BoardFoot(Foot):
    """The keys of a broadcast, before and after it was handed in."""

    handed_in = behind = False

    def ways(self) -> Sequence[tuple[str, str]]:
        """The keys."""
        ways = [("F5", "hand in"), ("F2", "statement"), ("F3", "next platform"), ("F4", "in or out"), ("Esc", "back"),
                ("F6", "this text for all")]
        if self.handed_in:
            return [("F5", "send what is approved"), *ways[2:5], ("F7", "begin another")]
        return [*ways, ("F7", "the one handed in")] if self.behind else ways
