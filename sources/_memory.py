"""What was told of posts, bounded, and taken back where it never arrived.

A source notes what it hands over, so as not to say it twice. But what it handed over may be lost: the engine lets go
of a connection while it holds a batch, something fails before the batch is whole, or the store fails after it was
taken. Then the cursor still stands before it, the posts are read again, and a memory that calls them known would lose
them for good.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Final, Generic, TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


class Memory(Generic[_K, _V]):
    """A mapping that keeps the latest ``keep`` entries. What changed since ``settle`` is undone by ``resume``."""

    def __init__(self, keep: int) -> None:
        self._keep: Final = keep
        self._entries: OrderedDict[_K, _V] = OrderedDict()
        self._before: dict[_K, _V | None] = {}
        self._cursor = ""

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: _K) -> bool:
        return key in self._entries

    def get(self, key: _K) -> _V | None:
        """What is remembered under a key, None where nothing is."""
        return self._entries.get(key)

    def put(self, key: _K, value: _V) -> None:
        """Remember, as the latest; the oldest are forgotten."""
        self._note(key)
        self._entries[key] = value
        self._entries.move_to_end(key)
        while len(self._entries) > self._keep:
            self._entries.popitem(last=False)

    def drop(self, key: _K) -> None:
        """Forget one."""
        self._note(key)
        self._entries.pop(key, None)

    def settle(self, cursor: str) -> None:
        """What was told was taken, and ``cursor`` stands after it."""
        self._before.clear()
        self._cursor = cursor or self._cursor

    def resume(self, cursor: str) -> None:
        """Go on at ``cursor``: what was told since ``settle`` did not arrive, so remember as before it.

        Where another cursor was taken last, nobody knows what arrived, and nothing is remembered.
        """
        if cursor != self._cursor:
            self._entries.clear()
            self._before.clear()
        for key, value in self._before.items():
            if value is None:
                self._entries.pop(key, None)
            else:
                self._entries[key] = value
        self._before.clear()

    def _note(self, key: _K) -> None:
        self._before.setdefault(key, self._entries.get(key))
