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
from widgets.normal import Norm, hours_words, latest_alarm, loudness, spark, usual_net, usual_share
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


def tall_rows(
    reading: Reading, vitals: Vitals, columns: int, minimum: int, norm: Norm | None = None,
) -> list[Row]:
    """Two rows: mood over volume, in the same columns; ``norm`` says what is usual, None where nothing is known."""
    bar = max(15, min(len(reading.volume) + 1, columns // 4)) | 1
    why = no_mood(reading, vitals, minimum)
    known = why is None
    net = reading.net if known else None
    figure = "" if net is None else f"{net:+.2f}"
    mood = [Chunk((("mood".ljust(_LABEL + 1), Tone.DIM), *mood_bar(net, bar), (figure.rjust(9), Tone.STRONG)))]
    if known and (usually := usual_net(norm)):
        mood.append(Chunk(((f"usual {usually}", Tone.DIM),), 1))
    volume = [Chunk((
        ("volume".ljust(_LABEL + 1), Tone.DIM),
        (volume_line(reading.volume, bar), Tone.PLAIN if any(reading.volume) else Tone.DIM),
        (f"{words.short(reading.per_hour)}/h".rjust(9), Tone.STRONG),
    ))]
    if why is not None:
        mood += [*_checked(reading), Chunk((why,), 2)]
    else:
        mood += [*_share(reading, usually=usual_share(norm)), _sample(reading)]
    volume += loudness(norm, reading.per_hour)
    if norm is not None and (long := hours_words(norm.heard)):
        volume.append(Chunk(((f"{long} ", Tone.DIM), *spark(norm, min(36, columns // 6))), 3))
    volume += latest_alarm(norm, room=40 if columns >= 180 else 16)
    if known:
        over = trend_line(reading.trend, min(30, columns // 6))
        volume.append(Chunk((("mood over time ", Tone.DIM), (over, Tone.PLAIN)), 5))
    platforms = [(f"{name} {_percent(share)}", Tone.DIM) for name, share in sorted(reading.by_platform.items())]
    tail = [Chunk((("negative by platform   ", Tone.DIM), *_spaced(platforms)), 6)] if platforms and known else []
    gap = 4 if norm is None or norm.known is None else 3
    return [lay_out(columns, mood, gap=gap), lay_out(columns, volume, tail, gap=gap)]


def short_row(
    reading: Reading, vitals: Vitals, columns: int, minimum: int, norm: Norm | None = None,
) -> Row:
    """One row for small terminals."""
    why = no_mood(reading, vitals, minimum)
    right = [Chunk(((f"{words.short(reading.per_hour)}/h", Tone.PLAIN),), 2), *loudness(
        norm, reading.per_hour, short=True)]
    size = min(12, max(4, columns // 7))
    long = norm is not None and len(norm.heard) >= size
    right.append(Chunk(tuple(spark(norm, size)) if norm is not None and long else (
        (volume_line(reading.volume, size), Tone.PLAIN),), 3))
    if why is not None or reading.net is None:
        known = _checked(reading, word="neg", short=True)
        return lay_out(columns, [*known, Chunk((why or ("no mood", Tone.DIM),), 4 if known else 0)], right, gap=2)
    bar = max(9, min(21, columns // 4)) | 1
    figure: list[Part] = [("mood ", Tone.DIM), (f"{reading.net:+.2f}", Tone.STRONG)]
    if usually := usual_net(norm):
        figure.append((f" (usual {usually})", Tone.DIM))
    return lay_out(columns, [
        Chunk(tuple(figure)), Chunk(tuple(mood_bar(reading.net, bar)), 6), *_share(reading, word="neg", short=True),
    ], right, gap=2)


def _share(reading: Reading, *, word: str = "negative", short: bool = False, usually: str = "") -> list[Chunk]:
    """The checked share before the model's; the model's alone says that nobody checked it."""
    said = reading.negative or 0.0
    # What is usual is what the model counted: it stands beside the model's share and no other.
    usual = f", usual {usually}" if usually else ""
    if reading.checked is None:
        note = " model" if short else f" as the model counts, unchecked{usual}"
        return [Chunk(((f"{word} ", Tone.DIM), (_percent(said), Tone.STRONG), (note, Tone.DIM)), 1)]
    off = round(said * 100) - round(reading.checked.negative.share * 100)
    wrong = f" ({abs(off)} too {'high' if off > 0 else 'low'})" if off else " (agrees)"
    model = ("" if short else f"{wrong}{usual}", Tone.DIM)
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
    when = f"last {window_words(reading.window)}"
    if reading.heard is not None and reading.heard < reading.window:
        when = f"first {words.span(max(reading.heard, timedelta(minutes=1)))}"
    left = f", {words.count(reading.unscored)} not scored" if reading.unscored else ""
    return Chunk(((f"n {words.count(reading.n)} in the {when}{left}", Tone.DIM),), 2)


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
        self._norm: Norm | None = None
        self.tooltip = ("What the model counts is not the truth. A spot check (in the palette) shows random posts to a "
                        "person; the checked share and its 95 % interval come from that.")

    def show(self, reading: Reading, vitals: Vitals, norm: Norm | None = None) -> None:
        """Tell the present mood, and what is usual."""
        self._told, self._norm = (reading, vitals), norm
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """One row or two."""
        if self._told is None:
            return []
        if lines >= 2:
            return tall_rows(*self._told, columns, self._minimum, self._norm)
        return [short_row(*self._told, columns, self._minimum, self._norm)]
