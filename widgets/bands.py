"""A compositor that asks widgets only for the rows that are painted again: most keys change a few of them.

Textual's own surrounds all that changed with one frame, and asks every widget that the frame meets for all of its rows,
the frames and boxes around a list too. On a screen of 60 rows that was half of what a key cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip

#: Rows between two bands below which they are painted as one: a band of its own has every widget asked once more.
_NEAR = 3


class Bands(Compositor):
    """Paints band by band: rows that changed and lie together. A screen takes it in the place of its own."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if crop is None or crop.height >= self.size.height:
            yield from super()._get_renders(crop)
            return
        # Rows only: where a row is cut into columns is told for whole widgets.
        band = Region(0, crop.y, self.size.width, crop.height)
        for widget, (region, clip) in self.visible_widgets.items():
            here = region.intersection(clip).intersection(band)
            if here:
                yield region, here, widget.render_lines(here.translate(-region.offset))

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        bands = list(_together([y for y in crop.line_range if is_rendered_line(y)]))
        if not bands:
            return super()._render_chops(crop, is_rendered_line)
        painted: list[Mapping[int, Strip]] = []
        for first, last in bands:
            some = super()._render_chops(Region(crop.x, first, crop.width, last + 1 - first), is_rendered_line)
            painted = [*painted[:first], *some[first:]] if painted else list(some)
        return painted


def _together(lines: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Give the first and the last of each run of lines, in order."""
    first = last = lines[0] if lines else 0
    for line in lines[1:]:
        if line - last > _NEAR:
            yield first, last
            first = line
        last = line
    if lines:
        yield first, last
