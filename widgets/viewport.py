"""Which posts a window shows, and where: a cursor, the row that it stands on, and nothing that must be kept in step.

Pure geometry. The anchor is an item, not an offset: whatever arrives, changes or is dropped elsewhere in the list,
the cursor's item keeps its row. Heights are asked for only of items that are walked over on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol


class Rows(Protocol):
    """Items in order of arrival, each with an id that grows."""

    def __len__(self) -> int: ...

    def id_at(self, at: int) -> int:
        """The id of the item at a position, 0 the oldest."""
        ...

    def find(self, item_id: int) -> int | None:
        """The position of an item, None where it is not here."""
        ...

    def after(self, item_id: int) -> int:
        """The position of the first item that is newer than ``item_id``."""
        ...


class Viewport:
    """A window of ``height`` rows on ``rows``; ``tall`` says how many rows the item at a position takes, 1 or more.

    ``cursor`` is the id of the selected item, None where there is none; ``row`` is where its first line stands.
    While ``following`` the cursor goes with the newest item. ``newest`` is the id of the newest item that is let in:
    what came later is there but not shown. "Down" is always towards the foot of the screen.
    """

    def __init__(self, rows: Rows, tall: Callable[[int], int], *, newest_first: bool = True) -> None:
        self._rows = rows
        self._tall = tall
        self.newest_first = newest_first
        self.height = 0
        self.cursor: int | None = None
        self.row = 0
        self.following = True
        self.newest = -(2**63)
        #: How many items are let in.
        self.length = 0

    # --- the list as it is displayed: place 0 is at the top ---

    def at(self, place: int) -> int:
        """The position on the shelf of a place on the display, and the other way round."""
        return self.length - 1 - place if self.newest_first else place

    @property
    def place(self) -> int | None:
        """The cursor's place on the display."""
        if self.cursor is None:
            return None
        at = self._rows.find(self.cursor)
        return None if at is None else self.at(at)

    def _height(self, place: int) -> int:
        return self._tall(self.at(place))

    def visible(self) -> Iterator[tuple[int, int]]:
        """Walk the items on the screen from the top: position on the shelf and first row (it may be negative)."""
        place = self.place
        if place is None or self.height <= 0:
            return
        top = self.row
        while top > 0 and place > 0:
            place -= 1
            top -= self._height(place)
        length = self.length
        while top < self.height and place < length:
            size = self._height(place)
            if top + size > 0:
                yield self.at(place), top
            top += size
            place += 1

    # --- what happens to the list ---

    def recount(self) -> None:
        """Count what is let in; to be called after every change of the list."""
        self.length = self._rows.after(self.newest)

    def let_in(self) -> None:
        """Show everything that is there; a following cursor goes to the newest, any other stays where it is."""
        if len(self._rows):
            self.newest = max(self.newest, self._rows.id_at(len(self._rows) - 1))
        self.mend()

    def mend(self) -> None:
        """Make the cursor stand on an item that is there, and on the newest one while following."""
        self.recount()
        length = self.length
        if not length:
            self.cursor, self.row, self.following = None, 0, True
        elif self.following:
            self._go(0 if self.newest_first else length - 1, 0 if self.newest_first else self.height)
        elif self.place is None:
            # Its item was dropped. What is nearest in time takes the row.
            at = 0 if self.cursor is None else min(self._rows.after(self.cursor), length - 1)
            self._go(self.at(at), self.row)

    def resize(self, height: int) -> None:
        """Give the window another height; heights of items may have changed too."""
        self.height = height
        if height <= 0:
            return  # hidden: the row is still where the person left it when the window comes back
        place = self.place
        if place is None or self.following:
            self.mend()
        else:
            self.row = max(0, min(self.row, height - min(height, self._height(place))))

    # --- what a person asks for ---

    def move(self, delta: int) -> None:
        """Go ``delta`` items down (up where negative), as far as there are any."""
        place = self.place
        if place is None or not delta:
            return
        target = max(0, min(self.length - 1, place + delta))
        row = self.row
        if abs(target - place) > self.height:
            row = self.height if delta > 0 else 0
        else:
            for step in range(place, target):
                row += self._height(step)
            for step in range(target, place):
                row -= self._height(step)
        self.following = False
        self._go(target, row)

    def page(self, delta: int) -> None:
        """Go one window down or up; the cursor keeps its row where the list allows it."""
        place = self.place
        if place is None:
            return
        self.following = False
        step = 1 if delta > 0 else -1
        for _ in range(abs(delta)):
            start, walked = place, 0
            while 0 <= place + step < self.length:
                walked += self._height(place if step > 0 else place + step)
                if walked > self.height and place != start:
                    break
                place += step
        row = self.row
        if place == 0:
            row = 0
        elif place == self.length - 1:
            row = self.height
        self._go(place, row)

    def top(self) -> None:
        """Go to the first item; where that is the newest, follow."""
        if self.length:
            self.following = self.newest_first
            self._go(0, 0)

    def bottom(self) -> None:
        """Go to the last item; where that is the newest, follow."""
        if self.length:
            self.following = not self.newest_first
            self._go(self.length - 1, self.height)

    def goto(self, item_id: int) -> bool:
        """Go to an item; False where it is not shown here."""
        at = self._rows.find(item_id)
        place = self.place
        if at is None or at >= self.length or place is None:
            return False
        self.to_place(self.at(at))
        return True

    def to_place(self, target: int) -> None:
        """Go to a place on the display; the cursor keeps its row where the place was out of sight."""
        place = self.place
        if place is None:
            return
        if abs(target - place) <= self.height:
            self.move(target - place)
        self.following = False
        self._go(max(0, min(target, self.length - 1)), self.row)

    def scroll(self, lines: int) -> None:
        """Move the window ``lines`` rows down the list; the cursor stays on its item while that is on the screen."""
        place = self.place
        if place is None or not lines:
            return
        self.following = False
        row = self.row - lines
        # The cursor is never out of sight: a verb must not act on what nobody sees.
        while row < 0 and place + 1 < self.length:
            row += self._height(place)
            place += 1
        while row + self._height(place) > self.height and row > 0 and place > 0:
            place -= 1
            row -= self._height(place)
        self._go(place, row)

    def _go(self, place: int, row: int) -> None:
        """Stand on ``place``, near ``row``: wholly in sight, and without a gap above or below the list."""
        self.cursor = self._rows.id_at(self.at(place))
        size = self._height(place) if self.height > 0 else 0
        row = max(0, min(row, self.height - size))
        above, first = row, place
        while above > 0 and first > 0:
            first -= 1
            above -= self._height(first)
        if first == 0 and above > 0:
            row, above = row - above, 0
        end, last = row + size, place
        while end < self.height and last + 1 < self.length:
            last += 1
            end += self._height(last)
        gap = self.height - end
        while gap > 0 and above > -gap and first > 0:
            first -= 1
            above -= self._height(first)
        self.row = row + max(0, min(gap, -above))
