"""The feed: posts as cards in one virtual list that costs the same with ten posts and with a million.

A plain ``Widget`` that hands out finished rows. Only the cards on the screen are laid out; a new post elsewhere costs
its place on the shelf; nothing is painted, and no timer is armed, while nothing happens.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar, Final, TypeAlias

from textual import events
from textual.binding import Binding, BindingType

from warroom.domain.item import Item
from warroom.domain.model import Score, Unscored
from widgets import feed_says
from widgets.browse import Browse
from widgets.feed_says import View

__all__ = ["Feed", "View"]

#: New posts are let in on this grid of seconds, the same for all feeds, so that they are painted together.
BEAT: Final = 0.1
#: So many posts a second and more are a flood, in which one beat in so many is kept: nobody reads a list that is
#: another one at every look, and a picture of it costs as much as storing a hundred posts. The worst comes first.
FLOODS: Final = ((250, 4), (100, 2))
_WHEEL: Final = 3


def _key(keys: str, action: str, name: str, binding_id: str, tooltip: str) -> Binding:
    # Priority only saves the way up through every ancestor (about a millisecond): the chain begins at the focus,
    # so these keys act in a focused feed and nowhere else.
    return Binding(keys, action, name, id=binding_id, tooltip=tooltip, show=False, priority=True)


class Feed(Browse, can_focus=True):
    """A list of posts. ``now`` tells the time that ages are counted from; ``limit`` is how many posts are kept.

    ``newest_first`` puts new posts at the top. With ``utf8`` off everything is shown in ASCII.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("j,down", "move(1)", "Next", "feed.down", "Go to the next post"),
        _key("k,up", "move(-1)", "Previous", "feed.up", "Go to the previous post"),
        _key("pagedown", "page(1)", "Page down", "feed.page-down", "Go one screen down"),
        _key("pageup", "page(-1)", "Page up", "feed.page-up", "Go one screen up"),
        _key("g,home", "top", "Top", "feed.top", "Go to the first post and follow new ones"),
        _key("G,end", "bottom", "Bottom", "feed.bottom", "Go to the last post"),
        _key("enter", "open", "Open", "feed.open", "Open the post"),
    ]

    Moved: TypeAlias = feed_says.Moved
    Opened: TypeAlias = feed_says.Opened
    StatusChanged: TypeAlias = feed_says.StatusChanged

    def __init__(
        self, *, now: Callable[[], datetime], newest_first: bool = True, limit: int = 200_000, utf8: bool = True,
        id: str | None = None, classes: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(now=now, newest_first=newest_first, utf8=utf8, id=id, classes=classes)
        self.limit = limit
        #: How many posts were dropped at the old end because of ``limit``.
        self.evicted = 0
        self._beat: asyncio.TimerHandle | None = None
        self._fresh = 0
        self._every = 1
        self._said_cursor: int | None = None
        self._said_status = (0, False)

    # --- what comes in ---

    def extend(self, items: Sequence[Item]) -> None:
        """Take new posts, in order of arrival. They are shown at the next beat, within 0.1 s (0.4 s in a flood)."""
        if items:
            self._shelf.extend(items)
            self._window.recount()
            self._fresh += len(items)
            self._arm()

    def reset(self, items: Sequence[Item]) -> None:
        """Show these posts (oldest first) instead; the cursor stays on its post where that is among them."""
        self._shelf.clear()
        self._shelf.extend(items[-self.limit:])
        self.evicted = 0
        self._drawn.clear()
        self._window.newest = -(2**63)
        self._window.let_in()
        self.show(stale={card.item_id for card in self._shown})

    def change(self, items: Sequence[Item]) -> None:
        """Show edits, deletions and triage of posts that may be here; others are ignored."""
        changed = {item.id for item in items if self._shelf.change(item)}
        self._redraw(changed)

    def scored(self, scores: Mapping[int, Score | Unscored]) -> None:
        """Show the model's word on posts that may be here, by item id; others are ignored."""
        self._redraw(set(self._shelf.score(scores)))

    def _redraw(self, changed: set[int]) -> None:
        for item_id in changed:
            self._drawn.pop(item_id, None)
        if any(card.item_id in changed for card in self._shown):
            self.show(changed)

    @property
    def waiting(self) -> bool:
        """True while posts wait for the next beat."""
        return self._beat is not None

    def _arm(self) -> None:
        if self._beat is None and self.is_mounted:
            loop = asyncio.get_running_loop()
            beat = BEAT * self._every
            self._beat = loop.call_later(beat - loop.time() % beat, self.call_later, self._flush)

    def _flush(self) -> None:
        self._beat = None
        rate, self._fresh = self._fresh / (BEAT * self._every), 0
        self._every = next((every for flood, every in FLOODS if rate >= flood), 1)
        over = len(self._shelf) - self.limit
        if over > 0:
            self._shelf.drop(over)
            self.evicted += over
        before = self._window.cursor
        if self._frozen:
            self._window.mend()
        else:
            self._window.let_in()
        if before is not None and before != self._window.cursor:
            self._slides.append((time.monotonic(), before))
        self.show()

    def on_mount(self) -> None:
        """Show what came before there was a screen."""
        self._flush()

    def on_unmount(self) -> None:
        """Let nothing ring after the end."""
        if self._beat is not None:
            self._beat.cancel()

    # --- what it says, and what it hears ---

    def told(self) -> None:
        """Tell listeners and the screen what changed, once."""
        cursor, status = self._window.cursor, (self.unseen, self._frozen)
        if cursor != self._said_cursor:
            self._said_cursor = cursor
            self.post_message(self.Moved(self, self.selected_key, cursor))
        if status != self._said_status:
            self._said_status = status
            self.post_message(self.StatusChanged(self, unseen=status[0], frozen=status[1]))
        if self._listeners:
            view = self.view
            for listener in self._listeners:
                listener(view)

    def on_click(self, event: events.Click) -> None:
        """Select the post under the mouse; a second click opens it."""
        for card in self._shown:
            if card.top <= event.y - self.content_offset.y < card.top + card.tall:
                self.goto(card.item_id)
                if event.chain > 1:
                    self.action_open()
                break

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Turn the wheel towards the foot."""
        event.stop()
        self.scroll_rows(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Turn the wheel towards the top."""
        event.stop()
        self.scroll_rows(-_WHEEL)

    def action_open(self) -> None:
        """Ask the screen to open the post; it stays under the cursor."""
        self.hold()
        key = self.selected_key
        if key is not None:
            self.post_message(self.Opened(self, key))
