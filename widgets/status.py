"""The bottom line: how the sources, the model and the store do, what just happened, and the keys to know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from textual.timer import Timer

from warroom.domain.health import ScorerState, SourceReport, SourceState, Vitals
from warroom.domain.text import one_line
from widgets import health, words
from widgets.rows import Chunk, Part, Row, Rows, Tone, chunk, lay_out

#: Seconds that the words about an act stay.
STAY: Final = 8.0
_SCORER: Final = {
    ScorerState.OFF: ("◌", Tone.DIM),
    ScorerState.STARTING: ("○", Tone.DIM),
    ScorerState.READY: ("●", Tone.GOOD),
    ScorerState.RESTARTING: ("◐", Tone.WARN),
    ScorerState.FAILED: ("✕", Tone.BAD),
}


def source_chunk(report: SourceReport, *, brief: bool) -> Chunk:
    """A source's state; ``brief`` is for small terminals, where only trouble gets words."""
    bad = report.state in (SourceState.FAILED, SourceState.RECONNECTING)
    parts: list[Part] = [health.glyph(report), (f" {one_line(report.name)}", Tone.PLAIN)]
    if not brief or bad:
        parts.append((f" {health.state_words(report)}", Tone.DIM))
    if report.state is SourceState.LIVE and not brief:
        parts.append((f" {words.rate(report.rate):>7}", Tone.PLAIN))
        if report.budget is not None:
            low = report.budget.left <= max(1, report.budget.limit // 10)
            parts.append((f" {words.count(report.budget.left)}/{words.count(report.budget.limit)}",
                          Tone.WARN if low else Tone.DIM))
        if report.lag >= 60:
            parts.append((f", {words.span(timedelta(seconds=report.lag))} behind", Tone.WARN))
    return Chunk(tuple(parts), 1 if bad else 3)


def scorer_chunk(vitals: Vitals, *, brief: bool) -> Chunk:
    """What the model does and how much waits for it."""
    glyph = _SCORER[vitals.scorer]
    head: list[Part] = [glyph, (" scorer", Tone.PLAIN)]
    reason = one_line(vitals.scorer_reason)
    match vitals.scorer:
        case ScorerState.READY if brief:
            head.append((f" {words.short(vitals.waiting)}", Tone.DIM))
        case ScorerState.READY:
            head.append((f" {words.rate(vitals.scored_rate):>7}, {words.count(vitals.waiting):>6} waiting", Tone.DIM))
        case ScorerState.FAILED:
            head.append((f" failed{'' if brief else ': ' + reason}", Tone.BAD))
        case state:
            head.append((f" {state}{f' ({reason})' if reason and not brief else ''}", Tone.DIM))
    return Chunk(tuple(head), 1 if vitals.scorer is ScorerState.FAILED else 4)


def store_chunks(vitals: Vitals, *, brief: bool) -> list[Chunk]:
    """How many posts are kept, what was dropped, and what ails the store."""
    dropped = chunk(f"dropped {words.count(vitals.dropped)}", Tone.WARN if vitals.dropped else Tone.DIM, rank=5)
    if vitals.store_problem:
        return [chunk(f"✕ store: {one_line(vitals.store_problem)}", Tone.BAD, rank=0), dropped]
    return [dropped] if brief else [chunk(f"store {words.count(vitals.stored):>7} posts", Tone.DIM, rank=4), dropped]


class Status(Rows):
    """The status strip. ``say`` puts words in its place for a while; the keys to know stay at the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._reports: tuple[SourceReport, ...] = ()
        self._vitals: Vitals | None = None
        self._hints: Sequence[tuple[str, str]] = ()
        self._said: Part | None = None
        self._timer: Timer | None = None

    @property
    def said(self) -> str:
        """The words that are shown now instead of the state, "" where there are none."""
        return self._said[0] if self._said else ""

    def show(self, reports: Iterable[SourceReport], vitals: Vitals) -> None:
        """Tell the present state."""
        self._reports, self._vitals = tuple(reports), vitals
        self.update()

    def hint(self, keys: Sequence[tuple[str, str]]) -> None:
        """Name the keys to know, the most useful last, where it stays longest."""
        self._hints = keys
        self.update()

    def say(self, text: str, tone: Tone = Tone.PLAIN, *, stay: float = STAY) -> None:
        """Show words about what just happened, for ``stay`` seconds; none let the state of things be seen again."""
        if not text:
            self.hush()
            return
        self._said = (one_line(text), tone)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(stay, self.hush)
        self.update()

    def hush(self) -> None:
        """Go back to the state of things."""
        self._said = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """One row: words or state at the left, keys at the right."""
        del lines
        hints = [Chunk(((key, Tone.ACCENT), (f" {word}", Tone.DIM)), 6 + len(self._hints) - at)
                 for at, (key, word) in enumerate(self._hints)]
        return [lay_out(columns, self._left(columns), hints, gap=3 if columns >= 100 else 2)]

    def _left(self, columns: int) -> list[Chunk]:
        if self._said is not None:
            return [Chunk((self._said,))]
        if self._vitals is None:
            return []
        brief = columns < 120
        return [
            *(source_chunk(report, brief=brief) for report in self._reports),
            scorer_chunk(self._vitals, brief=brief),
            *store_chunks(self._vitals, brief=brief),
        ]
