"""A compositor that asks widgets only for the rows that are painted again: most keys change a few of them.

Textual's own surrounds all that changed with one frame, and asks every widget that the frame meets for all of its rows,
those beside what changed and the boxes behind it too. On a screen of 200x60 that was half of what a key cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import cast

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

#: Rows between two bands below which they are painted as one: a band of its own has every widget asked once more.
_NEAR = 3


class Cut(ChopsUpdate):
    """What changed, as text: Textual's own makes an object for each place that it goes to."""

    def render_segments(self, console: Console) -> str:
        """The sequences that paint it."""
        said: list[str] = []
        for y, left, right in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is None or x > right or end <= left:
                    continue
                whole = left <= x < right and end <= right
                said += (f"\x1b[{y + 1};{x + 1}H",
                         (strip if whole else strip.crop(0, min(end, right) - x)).render(console))
        return "".join(said)


class Bands(Compositor):
    """Paints band by band: what changed and lies together. A screen takes it in the place of its own."""

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        """Cut the rows of ``crop`` as Textual does, and ask each widget only for rows in which it is seen."""
        left, right = crop.column_span
        chops: list[dict[int, Strip | None]] = [{} for _ in self.cuts]
        # By row, the cuts within ``crop`` that nothing is painted into yet.
        missing: dict[int, set[int]] = {}
        for y in crop.line_range:
            if is_rendered_line(y):
                cuts = self.cuts[y]
                chops[y] = dict.fromkeys(cuts[:-1])
                missing[y] = {begin for begin, end in pairwise(cuts) if begin < right and end > left}
        # Whole rows of a widget: where a row is cut into columns is told for all of it.
        rows = Region(0, crop.y, self.size.width, crop.height)
        for widget, (region, clip) in self.visible_widgets.items():  # those in front first
            if not missing:
                break  # what lies in front, mostly children, hides all the rest
            here = region.intersection(clip).intersection(rows)
            if not here or not crop.overlaps(here):
                continue
            first, last = here.column_span
            seen = [y for y in here.line_range
                    if y in missing and any(first <= begin < last for begin in missing[y])]
            if not seen:
                continue
            here = Region(here.x, seen[0], here.width, seen[-1] + 1 - seen[0])
            strips = widget.render_lines(here.translate(-region.offset))
            for y in seen:
                if y - here.y >= len(strips):
                    break  # one that is being resized may give fewer
                cuts = [cut for cut in self.cuts[y] if first <= cut <= last]
                pieces = strips[y - here.y].divide([cut - here.x for cut in cuts[1:]])
                row = chops[y]
                for cut, piece in zip(cuts, pieces, strict=False):
                    if row.get(cut) is None:
                        row[cut] = piece
                        missing[y].discard(cut)
                if not missing[y]:
                    del missing[y]
        return cast("Sequence[Mapping[int, Strip]]", chops)

    def render_partial_update(self) -> ChopsUpdate | None:
        """Paint what changed; None where nothing did."""
        regions = self._dirty_regions.copy()
        self._dirty_regions.clear()
        spans = list(self._regions_to_spans(regions))
        if not spans:
            return None
        rendered = {y for y, _, _ in spans}.__contains__
        chops: list[Mapping[int, Strip]] = []
        for band in bands(spans):
            some = self._render_chops(band.intersection(self.size.region), rendered)
            chops = [*chops[: band.y], *some[band.y :]] if chops else list(some)
        return Cut(chops, spans, [cuts[1:] for cuts in self.cuts])


def bands(spans: Sequence[tuple[int, int, int]]) -> Iterable[Region]:
    """Put spans that lie together into one region each. A span is a row, its first column and the one behind its last.

    They come in the order of their rows, one at least.
    """
    first, left, right = spans[0]
    last = first
    for y, begin, end in spans[1:]:
        if y - last > _NEAR:
            yield Region(left, first, right - left, last + 1 - first)
            first, left, right = y, begin, end
        last, left, right = y, min(left, begin), max(right, end)
    yield Region(left, first, right - left, last + 1 - first)
