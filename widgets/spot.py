"""One post of a spot check: what it says, whose it is, and how far the check has come; not what the model said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from warroom.domain.estimate import Share, margin_at
from warroom.domain.item import Item
from warroom.domain.text import neutralise, one_line
from widgets import words
from widgets.detail import author
from widgets.gauge import spread
from widgets.health import NAMES
from widgets.reader import Reader
from widgets.rows import Row, Tone, fold

#: How many labels a check aims at first, about three minutes; who goes on aims at twice as many.
FIRST: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a check has come: the labels in the window, its posts, and the checked share (None: no label yet)."""

    labels: int
    posts: int
    share: Share | None = None

    @property
    def target(self) -> int:
        """How many labels are aimed at."""
        target = FIRST
        while target <= self.labels:
            target *= 2
        return min(target, max(self.posts, self.labels))


def progress_words(progress: Progress) -> str:
    """Write how far a check has come, and what its error will be at the end: ``23/50, negative 61 % ±9 → ±7``."""
    target = progress.target
    now = f", negative {round(progress.share.share * 100)} % {spread(progress.share)}" if progress.share else ""
    then = margin_at(progress.share, target, posts=progress.posts)
    points = f" → ±{max(0, round(then * 100))}" if target > progress.labels else ""
    return f"{progress.labels}/{target}{now}{points}"


def post_rows(item: Item, now: datetime, columns: int) -> list[Row]:
    """Lay a post out to be judged: its author and place, its words, what it quotes and shows."""
    post = item.post
    age = words.span(max(now, post.created_at) - post.created_at)
    place = f" · {one_line(post.place)}" if post.place else ""
    rows: list[Row] = [[(author(post), Tone.STRONG), (f"{place} · {NAMES[post.platform]} · {age} ago", Tone.DIM)], []]
    rows += [[(line, Tone.PLAIN)] for line in fold(neutralise(post.text), columns) or ["(no text)"]]
    if post.quoted:
        rows += [[], *([(f"│ {line}", Tone.DIM)] for line in fold(neutralise(post.quoted), columns - 2))]
    rows += [[(line, Tone.DIM)] for said in post.media_alt for line in fold(f"[picture] {neutralise(said)}", columns)]
    rows += [[(one_line(link), Tone.DIM)] for link in post.links]
    return rows


class Specimen(Reader):
    """The post that is asked about, or words where there is none."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._shown: tuple[Item, datetime] | str = "Drawing a post …"

    def show(self, item: Item, now: datetime) -> None:
        """Ask about a post."""
        self._shown = item, now
        self.update()
        self.scroll_to(y=0, animate=False)

    def tell(self, text: str) -> None:
        """Say why there is no post."""
        self._shown = text
        self.update()

    def rows_for(self, columns: int) -> list[Row]:
        """The post, or the words."""
        if isinstance(self._shown, str):
            return [[(line, Tone.PLAIN)] for line in fold(self._shown, columns)]
        return post_rows(*self._shown, columns)
