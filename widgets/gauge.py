"""The gauge band: how bad, which way, and how sure, without a figure where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from warroom.domain.estimate import Share
from warroom.domain.gauge import Reading
from warroom.domain.health import ScorerState, Vitals
from warroom.domain.text import one_line
from widgets import words
from widgets.rows import BARS, Chunk, Part, Row, Rows, Tone, lay_out

_LABEL = 6
_LOPSIDED = 3  # points


def mood_bar(net: float | None, columns: int) -> list[Part]:
    """Draw net sentiment from -1 (left end) to 1: a mark, and a thick line from nought to it."""
    inner = max(3, columns - 2)
    middle = inner // 2
    cells = ["─"] * inner
    cells[middle] = "┼" if net is None else "┿"
    parts: list[Part]
    if net is None:
        return [("├" + "".join(cells) + "┤", Tone.DIM)]
    mark = min(inner - 1, max(0, round((net + 1) / 2 * (inner - 1))))
    low, high = sorted((mark, middle))
    parts = [("├" + "─" * low, Tone.DIM)]
    for at in range(low, high + 1):
        if at == mark:
            parts.append(("●", Tone.ACCENT))
        elif at == middle:
            parts.append(("┿", Tone.PLAIN))
        else:
            parts.append(("━", Tone.ACCENT))
    return [*parts, ("─" * (inner - 1 - high) + "┤", Tone.DIM)]


def volume_line(volume: Sequence[int], columns: int) -> str:
    """Draw counts as bars that start at nought, the latest at the right; ``columns`` wide."""
    sums = _merged(volume, columns)
    top = max(sums, default=0)
    bars = "".join(BARS[min(7, value * 7 // top)] if top and value else BARS[0] for value in sums)
    return bars.rjust(columns)


def trend_line(trend: Sequence[float | None], columns: int) -> str:
    """Draw net sentiment over time, -1 the lowest bar and 1 the highest; a gap where nothing was scored."""
    groups = _groups(trend, columns)
    bars = ""
    for group in groups:
        known = [value for value in group if value is not None]
        bars += BARS[min(7, int((sum(known) / len(known) + 1) / 2 * 8))] if known else " "
    return bars.rjust(columns)


def _groups(values: Sequence[float | None], columns: int) -> list[Sequence[float | None]]:
    size = min(columns, len(values))
    edges = [round(at * len(values) / size) for at in range(size + 1)] if size else []
    return [values[start:end] for start, end in pairwise(edges)]


def _merged(values: Sequence[int], columns: int) -> list[int]:
    size = min(columns, len(values))
    edges = [round(at * len(values) / size) for at in range(size + 1)] if size else []
    return [sum(values[start:end]) // (end - start) for start, end in pairwise(edges)]


def no_mood(reading: Reading, vitals: Vitals, minimum: int) -> Part | None:
    """Say why there is no figure for the mood, None where there is one."""
    if reading.n >= max(1, minimum) and reading.net is not None:
        return None
    posts = words.plural(reading.unscored, "post")
    match vitals.scorer:
        case ScorerState.FAILED:
            return (f"✕ no mood: the model failed. {one_line(vitals.scorer_reason)}".rstrip(), Tone.BAD)
        case ScorerState.OFF if not reading.n:
            why = one_line(vitals.scorer_reason)
            return (f"◌ no mood: posts are not scored here{f' ({why})' if why else ''}", Tone.DIM)
        case ScorerState.STARTING | ScorerState.RESTARTING if not reading.n:
            return (f"◌ no mood yet: the model is loading, {posts} wait for it", Tone.DIM)
        case _ if reading.n:
            return (f"◌ no mood yet: {reading.n} of the {minimum} scored posts that it takes", Tone.DIM)
        case _ if reading.unscored:
            return (f"◌ no mood yet: {posts} wait for the model", Tone.DIM)
        case _:
            return (f"◌ no mood: no posts in the last {window_words(reading.window)}", Tone.DIM)


def window_words(window: timedelta) -> str:
    """Name the gauge's window: ``hour``, ``30 m``, ``2 h``."""
    return "hour" if window == timedelta(hours=1) else words.span(window).replace(" 00 m", "")


def tall_rows(reading: Reading, vitals: Vitals, columns: int, minimum: int) -> list[Row]:
    """Two rows: mood over volume, in the same columns."""
    bar = max(15, min(len(reading.volume) + 1, columns // 4)) | 1
    why = no_mood(reading, vitals, minimum)
    known = why is None
    net = reading.net if known else None
    figure = "" if net is None else f"{net:+.2f}"
    mood = [Chunk((("mood".ljust(_LABEL + 1), Tone.DIM), *mood_bar(net, bar), (figure.rjust(9), Tone.STRONG)))]
    volume = [Chunk((
        ("volume".ljust(_LABEL + 1), Tone.DIM),
        (volume_line(reading.volume, bar), Tone.PLAIN if any(reading.volume) else Tone.DIM),
        (f"{words.short(reading.per_hour)}/h".rjust(9), Tone.STRONG),
    ))]
    if why is not None:
        mood += [*_checked(reading), Chunk((why,), 2)]
    else:
        mood += [*_share(reading), _sample(reading)]
        volume.append(Chunk((
            ("over time ", Tone.DIM), (trend_line(reading.trend, min(30, columns // 6)), Tone.PLAIN),
        ), 2))
    platforms = [(f"{name} {_percent(share)}", Tone.DIM) for name, share in sorted(reading.by_platform.items())]
    tail = [Chunk((("negative by platform   ", Tone.DIM), *_spaced(platforms)), 3)] if platforms and known else []
    return [lay_out(columns, mood, gap=4), lay_out(columns, volume, tail, gap=4)]


def short_row(reading: Reading, vitals: Vitals, columns: int, minimum: int) -> Row:
    """One row for small terminals."""
    why = no_mood(reading, vitals, minimum)
    spark = Chunk(((f"{words.short(reading.per_hour)}/h ", Tone.PLAIN),
                   (volume_line(reading.volume, min(12, max(4, columns // 7))), Tone.PLAIN)), 3)
    if why is not None or reading.net is None:
        known = _checked(reading, word="neg", short=True)
        return lay_out(columns, [*known, Chunk((why or ("no mood", Tone.DIM),), 4 if known else 0)], [spark], gap=2)
    bar = max(9, min(21, columns // 4)) | 1
    return lay_out(columns, [
        Chunk((("mood ", Tone.DIM), (f"{reading.net:+.2f}", Tone.STRONG))),
        Chunk(tuple(mood_bar(reading.net, bar)), 4),
        *_share(reading, word="neg", short=True),
    ], [spark], gap=2)


def _share(reading: Reading, *, word: str = "negative", short: bool = False) -> list[Chunk]:
    """The checked share before the model's; the model's alone says that nobody checked it."""
    said = reading.negative or 0.0
    if reading.checked is None:
        note = " model" if short else " as the model counts, unchecked"
        return [Chunk(((f"{word} ", Tone.DIM), (_percent(said), Tone.STRONG), (note, Tone.DIM)), 1)]
    off = round(said * 100) - round(reading.checked.negative.share * 100)
    wrong = f" ({abs(off)} too {'high' if off > 0 else 'low'})" if off else " (agrees)"
    model = ("" if short else wrong, Tone.DIM)
    return [*_checked(reading, word=word, short=short),
            Chunk((("model ", Tone.DIM), (_percent(said), Tone.PLAIN), model), 5 if short else 2)]


def _checked(reading: Reading, *, word: str = "negative", short: bool = False) -> list[Chunk]:
    checked = reading.checked
    if checked is None:
        return []
    age = "now" if reading.age < timedelta(minutes=1) else f"{words.span(reading.age)} ago"
    note = " checked" if short else f" checked ({words.plural(checked.labels, 'label')}, {age})"
    return [Chunk(((f"{word} ", Tone.DIM), (_percent(checked.negative.share), Tone.STRONG),
                   (f" {spread(checked.negative)}", Tone.PLAIN), (note, Tone.DIM)), 1)]


def spread(share: Share) -> str:
    """Write an interval in points: ``±7``, or its ends where the share is not in its middle: ``(0 to 7)``."""
    low, here, high = (round(value * 100) for value in (share.low, share.share, share.high))
    if abs((high - here) - (here - low)) > _LOPSIDED:
        return f"({low} to {high})"
    return f"±{max(1, round(share.margin * 100))}"


def _sample(reading: Reading) -> Chunk:
    left = f", {words.count(reading.unscored)} not scored" if reading.unscored else ""
    return Chunk(((f"n {words.count(reading.n)} in the last {window_words(reading.window)}{left}", Tone.DIM),), 2)


def _percent(share: float) -> str:
    return f"{round(share * 100):>2} %"


def _spaced(parts: Sequence[Part]) -> list[Part]:
    row: list[Part] = []
    for part in parts:
        row += [part] if not row else [("   ", Tone.PLAIN), part]
    return row


class Gauge(Rows):
    """The gauge band; two rows, or one where the terminal is small. Below ``minimum`` scored posts it has no figure."""

    DEFAULT_CSS = """
    Gauge { height: 2; }
    """

    def __init__(self, *, minimum: int = 1, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._minimum = minimum
        self._told: tuple[Reading, Vitals] | None = None
        self.tooltip = ("What the model counts is not the truth. A spot check (in the palette) shows random posts to a "
                        "person; the checked share and its 95 % interval come from that.")

    def show(self, reading: Reading, vitals: Vitals) -> None:
        """Tell the present mood."""
        self._told = (reading, vitals)
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """One row or two."""
        if self._told is None:
            return []
        if lines >= 2:
            return tall_rows(*self._told, columns, self._minimum)
        return [short_row(*self._told, columns, self._minimum)]
