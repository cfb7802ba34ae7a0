"""Many short byte strings in one block.

As an object each would cost 33 bytes more, 8 for its place in a list, and some 8 by which memory is rounded.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Final

#: Stands behind each string. No byte of UTF-8 is 0xFF, nor is any of a surrogate that was let pass.
_END: Final = 0xFF
#: Bytes that may lie dead before the block is written anew, beside as many as are alive.
_SPARE: Final = 65_536


class Heap:
    """Byte strings (UTF-8) addressed by row. What is replaced or taken away lies dead until it is worth a move."""

    def __init__(self) -> None:
        self._block = bytearray()
        self._places = array("Q")  # counted from the first byte that ever was, of which some are gone
        self._gone = 0
        self._alive = 0

    def __len__(self) -> int:
        return len(self._places)

    @property
    def size(self) -> int:
        """Bytes in the block, dead ones too."""
        return len(self._block)

    def __getitem__(self, row: int) -> bytearray:
        """The string of a row, as a copy."""
        block, at = self._block, self._places[row] - self._gone
        return block[at : block.index(_END, at)]

    def insert(self, row: int, strings: Sequence[bytes]) -> None:
        """Put strings before a row."""
        self._places[row:row] = array("Q", [self._append(string) for string in strings])

    def replace(self, row: int, string: bytes) -> None:
        """Put another string in a row."""
        self._alive -= self._length(row)
        self._places[row] = self._append(string)
        self._tidy()

    def drop(self, count: int) -> None:
        """Take the first ``count`` rows away."""
        self._alive -= sum(map(self._length, range(count)))
        del self._places[:count]
        # Rows mostly stand in the order in which they came: then what they leave is the beginning of the block.
        first = min(self._places, default=self._gone + len(self._block))
        del self._block[: first - self._gone]
        self._gone = first
        self._tidy()

    def clear(self) -> None:
        """Take all rows away."""
        self._block, self._places, self._gone, self._alive = bytearray(), array("Q"), 0, 0

    def _length(self, row: int) -> int:
        at = self._places[row] - self._gone
        return self._block.index(_END, at) + 1 - at

    def _append(self, string: bytes | bytearray) -> int:
        at = self._gone + len(self._block)
        self._block += string
        self._block.append(_END)
        self._alive += len(string) + 1
        return at

    def _tidy(self) -> None:
        if len(self._block) <= 2 * self._alive + _SPARE:
            return
        strings = [self[row] for row in range(len(self))]
        self._block, self._gone, self._alive = bytearray(), 0, 0
        self._places = array("Q", [self._append(string) for string in strings])
