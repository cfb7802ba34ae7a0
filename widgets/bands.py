"""A compositor that asks widgets only for the rows that are painted again: most keys change a few of them.

Textual's own surrounds all that changed with one frame, and asks every widget that the frame meets for all of its rows,
those beside what changed and the boxes around it too. On a screen of 200x60 that was half of what a key cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

#: Rows between two bands below which they are painted as one: a band of its own has every widget asked once more.
_NEAR = 3


class Bands(Compositor):
    """Paints band by band: what changed and lies together. A screen takes it in the place of its own."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if crop is None or crop == self.size.region:
            yield from super()._get_renders(crop)
            return
        # Rows only: where a row is cut into columns is told for whole widgets.
        rows = Region(0, crop.y, self.size.width, crop.height)
        for widget, (region, clip) in self.visible_widgets.items():
            here = region.intersection(clip).intersection(rows)
            if here and crop.overlaps(here):
                yield region, here, widget.render_lines(here.translate(-region.offset))

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
        return ChopsUpdate(chops, spans, [cuts[1:] for cuts in self.cuts])


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
