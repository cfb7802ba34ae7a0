"""What a person does in a list of posts: look, move, mark, hold it still. What comes in is the feed's."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Final

from warroom.domain.model import PostKey
from widgets.canvas import Canvas
from widgets.feed_says import View

#: Seconds that a person needs from seeing a post to pressing a key about it.
REACTION: Final = 0.5


class Browse(Canvas):
    """A canvas with somebody in it: a cursor that moves, marks, and a list that can be held still."""

    def __init__(
        self, *, now: Callable[[], datetime], newest_first: bool, utf8: bool,
        id: str | None, classes: str | None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(now=now, newest_first=newest_first, utf8=utf8, id=id, classes=classes)
        self._frozen = False
        #: Where the cursor stood before new posts moved it, and when.
        self._slides: deque[tuple[float, int]] = deque(maxlen=32)
        self._listeners: list[Callable[[View], None]] = []

    # --- what a person sees and has chosen ---

    @property
    def selected(self) -> int | None:
        """The id of the item under the cursor."""
        return self._window.cursor

    @property
    def selected_key(self) -> PostKey | None:
        """The post under the cursor."""
        at = None if self._window.cursor is None else self._shelf.find(self._window.cursor)
        return None if at is None else self._shelf.key_at(at)

    @property
    def marks(self) -> list[PostKey]:
        """The marked posts, from the top; empty where none is."""
        places = self._marks.positions(self._shelf, self._window.cursor)
        return [self._shelf.key_at(at) for at in (reversed(places) if self._window.newest_first else places)]

    @property
    def targets(self) -> list[PostKey]:
        """What a verb acts on: the marked posts, or else the one under the cursor."""
        marked = self.marks
        if marked:
            return marked
        key = self.selected_key
        return [] if key is None else [key]

    @property
    def view(self) -> View:
        """What is shown now."""
        at = self._shelf.find(self._shown[0].item_id) if self._shown else None
        return View(
            length=self._window.length, first=0 if at is None else self._window.at(at), shown=len(self._shown),
            unseen=self.unseen, frozen=self._frozen, following=self._window.following,
        )

    @property
    def unseen(self) -> int:
        """How many posts are newer than all that were on the screen."""
        return len(self._shelf) - self._shelf.after(self._seen)

    @property
    def following(self) -> bool:
        """True while the cursor goes with the newest post."""
        return self._window.following

    def __len__(self) -> int:
        return len(self._shelf)

    def subscribe(self, listener: Callable[[View], None]) -> None:
        """Call ``listener`` in the same breath as each change of the view, so that both are painted together."""
        self._listeners.append(listener)
        listener(self.view)

    # --- moving ---

    def move(self, delta: int) -> None:
        """Go ``delta`` posts down the screen; the feed no longer follows."""
        self._window.move(delta)
        self.show()

    def page(self, delta: int) -> None:
        """Go ``delta`` screens down."""
        self._window.page(delta)
        self.show()

    def top(self) -> None:
        """Go to the first post; where that is the newest, follow."""
        self._window.top()
        self.show()

    def bottom(self) -> None:
        """Go to the last post; where that is the newest, follow."""
        self._window.bottom()
        self.show()

    def goto(self, item_id: int) -> bool:
        """Go to a post; False where it is not shown here."""
        there = self._window.goto(item_id)
        self.show()
        return there

    def seek(self, share: float) -> None:
        """Go to the post at a share of the list, 0 at the top and 1 at the foot."""
        self._window.to_place(round(min(max(share, 0.0), 1.0) * (self._window.length - 1)))
        self.show()

    def scroll_rows(self, rows: int) -> None:
        """Move the window ``rows`` down; the cursor stays on its post while that can be seen."""
        self._window.scroll(rows)
        self.show()

    def next_item(self) -> None:
        """Go to the next post, after an act on this one."""
        self.hold()
        self.move(1)

    def hold(self) -> None:
        """Stop following, on the post that a person decided about: the one under the cursor ``REACTION`` ago."""
        if self._window.following:
            edge = time.monotonic() - REACTION
            seen = next((before for at, before in self._slides if at > edge), None)
            self._slides.clear()
            self._window.following = False
            if seen is not None and self._window.goto(seen):
                self.show()
        self.told()

    def find(self, words: str, direction: int = 1) -> bool:
        """Go to the next post down (``direction`` 1) or up (-1) that holds all ``words``; False where none does."""
        wanted, place = words.split(), self._window.place
        if not wanted or place is None:
            return False
        places = range(place + 1, self._window.length) if direction > 0 else range(place - 1, -1, -1)
        at = self._shelf.search(wanted, (self._window.at(each) for each in places))
        return at is not None and self.goto(self._shelf.id_at(at))

    action_move = move
    action_page = page
    action_top = top
    action_bottom = bottom

    # --- freezing ---

    @property
    def frozen(self) -> bool:
        """True while new posts are counted and not shown."""
        return self._frozen

    def freeze(self, frozen: bool | None = None) -> None:
        """Hold new posts back, or let them in again; without an argument change from one to the other."""
        self._frozen = not self._frozen if frozen is None else frozen
        if not self._frozen:
            self._window.let_in()
        self.show()

    # --- marking ---

    def toggle_mark(self) -> None:
        """Mark the post under the cursor or take its mark away; an open range is closed and stays marked."""
        self.hold()
        cursor = self._window.cursor
        if self._marks.range_from is not None:
            self._marks.close_range(self._shelf, cursor)
        elif cursor is not None:
            self._marks.toggle(cursor)
        self.show()

    def start_range(self) -> None:
        """Begin a range that goes with the cursor; a second call closes it."""
        self.hold()
        cursor = self._window.cursor
        if self._marks.range_from is not None:
            self._marks.close_range(self._shelf, cursor)
        else:
            self._marks.range_from = cursor
        self.show()

    def mark_all(self) -> None:
        """Mark every post that is let in."""
        self.hold()
        self._marks.range_from = None
        self._marks.add(self._shelf.id_at(at) for at in range(self._window.length))
        self.show()

    def clear_marks(self) -> None:
        """Take all marks away."""
        self._marks.clear()
        self.show()
