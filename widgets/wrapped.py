"""The text of a reply cut into rows, where a key costs the rows around it and not the whole paragraph."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import Final

from textual._wrap import compute_wrap_offsets
from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument

#: Rows that are cut at first; four times as many where the cuts behind them do not yet fall where they fell before.
_WINDOW: Final = 6
_MORE: Final = 4


class Wrapped(WrappedDocument):
    """A document in rows, as Textual cuts it. ``TextArea`` makes one without asking: give it this class afterwards.

    Textual cuts a whole paragraph anew at every key, and makes a rich text of it to say where a row ends: 3 ms for
    10,000 characters. Where a row begins depends only on where the one before it began and on what stands there, so
    cutting may begin a row before the edit, and end where a row begins where one did before.
    """

    def get_sections(self, line_index: int) -> list[str]:
        """The rows of a paragraph."""
        line = self.document[line_index]
        return [line[begin:end] for begin, end in pairwise([0, *self.get_offsets(line_index), len(line)])]

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Cut anew what an edit from ``start`` to ``old_end`` changed, which is up to ``new_end`` now."""
        number, first = start
        offsets = None
        if number == old_end[0] == new_end[0] and number < len(self._wrap_offsets) == self.document.line_count:
            offsets = self._cut(number, first, old_end[1], new_end[1])
        if offsets is None:
            super().wrap_range(start, old_end, new_end)
            return
        before, self._wrap_offsets[number] = len(self._wrap_offsets[number]), offsets
        if (more := len(offsets) - before) == 0:
            return
        top = self._line_index_to_offsets[number][0]
        rows = len(offsets) + 1
        self._line_index_to_offsets[number] = list(range(top, top + rows))
        self._offset_to_line_info[top : top + before + 1] = [(number, at) for at in range(rows)]
        for later in range(number + 1, len(self._line_index_to_offsets)):
            self._line_index_to_offsets[later] = [at + more for at in self._line_index_to_offsets[later]]

    def _cut(self, number: int, first: int, old_end: int, new_end: int) -> list[int] | None:
        """Where the rows of a paragraph begin now, the first one left out; None where only all of it can tell."""
        line, before, width = self.document[number], self._wrap_offsets[number], self._width
        # A word wider than a row is cut anywhere, and a tab is as wide as its place says: both are left to Textual.
        if not width or "\t" in line or any(self._tab_width_cache[number]):
            return None
        row = max(0, bisect_right(before, min(first, old_end)) - 1)
        begin = before[row - 1] if row else 0
        if any(not line[at - 1 : at].isspace() for at in (begin,) if at):
            return None
        moved = new_end - old_end
        behind = {at + moved for at in before if at + moved > max(first, new_end)}
        window = _WINDOW * width
        while True:
            piece = line[begin : begin + window]
            whole = begin + window >= len(line)
            cuts = [begin + at for at in compute_wrap_offsets(piece, width, self._tab_width)]
            if any(not line[at - 1].isspace() for at in cuts):
                return None
            # The last row of a piece of the line may go on behind it.
            sure = cuts if whole else cuts[:-1]
            met = next((at for at in sure if at in behind), None)
            if met is not None:
                sure = [at for at in sure if at < met] + sorted(at for at in behind if at >= met)
            if whole or met is not None:
                return before[:row] + sure
            window *= _MORE
