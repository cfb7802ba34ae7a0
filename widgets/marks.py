"""Which items are marked: one by one, and as a range that goes with the cursor until it is closed."""

from __future__ import annotations

from collections.abc import Iterable

from widgets.shelf import Shelf


class Marks:
    """A set of item ids. An open range holds every item between where it began and the cursor."""

    def __init__(self) -> None:
        self.range_from: int | None = None
        self._ids: set[int] = set()

    def covers(self, item_id: int, cursor: int | None) -> bool:
        """True where the item is marked or lies in the open range."""
        if item_id in self._ids:
            return True
        if self.range_from is None or cursor is None:
            return False
        return min(self.range_from, cursor) <= item_id <= max(self.range_from, cursor)

    def positions(self, shelf: Shelf, cursor: int | None) -> list[int]:
        """Where the marked items stand on the shelf, oldest first; what was dropped is not among them."""
        places = {shelf.find(item_id) for item_id in self._ids} - {None}
        if self.range_from is not None and cursor is not None:
            low, high = sorted((self.range_from, cursor))
            places.update(range(shelf.after(low - 1), shelf.after(high)))
        return sorted(place for place in places if place is not None)

    def toggle(self, item_id: int) -> None:
        """Mark an item, or take its mark away."""
        self._ids.symmetric_difference_update((item_id,))

    def add(self, ids: Iterable[int]) -> None:
        """Mark items."""
        self._ids.update(ids)

    def close_range(self, shelf: Shelf, cursor: int | None) -> None:
        """Keep the marks of the open range and end it."""
        self._ids.update([shelf.id_at(at) for at in self.positions(shelf, cursor)])
        self.range_from = None

    def clear(self) -> None:
        """Take all marks away."""
        self._ids.clear()
        self.range_from = None
