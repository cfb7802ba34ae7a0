"""A source's state as a glyph and words: the same in the pane, in the tabs and in the status strip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from warroom.domain.health import SourceReport, SourceState
from warroom.domain.model import Platform
from warroom.domain.text import one_line
from widgets.rows import Part, Tone

GLYPHS: Final[Mapping[SourceState, str]] = {
    SourceState.STARTING: "○",
    SourceState.BACKFILL: "◐",
    SourceState.LIVE: "●",
    SourceState.RECONNECTING: "◐",
    SourceState.FAILED: "✕",
    SourceState.ENDED: "■",
}
_WORDS: Final[Mapping[SourceState, str]] = {
    SourceState.STARTING: "connecting",
    SourceState.BACKFILL: "catching up",
    SourceState.LIVE: "live",
    SourceState.RECONNECTING: "reconnecting",
    SourceState.FAILED: "failed",
    SourceState.ENDED: "ended",
}
_TONES: Final[Mapping[SourceState, Tone]] = {
    SourceState.LIVE: Tone.GOOD,
    SourceState.FAILED: Tone.BAD,
    SourceState.RECONNECTING: Tone.WARN,
}
_WORST_FIRST: Final = (
    SourceState.FAILED, SourceState.RECONNECTING, SourceState.STARTING, SourceState.BACKFILL, SourceState.LIVE,
    SourceState.ENDED,
)
NAMES: Final[Mapping[Platform, str]] = {
    Platform.REDDIT: "Reddit", Platform.MASTODON: "Mastodon", Platform.BLUESKY: "Bluesky",
}


def tone(report: SourceReport) -> Tone:
    """Red for what needs a person and for a server that stays away; amber for a break; quiet for the rest."""
    if report.state is SourceState.RECONNECTING and (report.attempt > 1 or report.away):
        return Tone.BAD
    return _TONES.get(report.state, Tone.DIM)


def glyph(report: SourceReport) -> Part:
    """The glyph of a state."""
    return GLYPHS[report.state], tone(report)


def state_words(report: SourceReport) -> str:
    """Say what a source does: ``live``, ``reconnecting (3rd try in 8 s)``, ``failed, R tries again``."""
    word = _WORDS[report.state]
    if report.state is SourceState.FAILED:
        return f"{word}, R tries again"  # it stopped for good: nothing but a person brings it back
    if report.state is SourceState.RECONNECTING and report.attempt:
        return f"{word} ({ordinal(report.attempt)} try in {max(1, round(report.next_try))} s)"
    if report.away:
        return f"{word} since {report.since:%H:%M} UTC"
    return word


def trouble(report: SourceReport) -> str:
    """What went wrong and what to do, in words; "" where nothing did."""
    if report.state not in (SourceState.FAILED, SourceState.RECONNECTING):
        return ""
    return " ".join(one_line(words) for words in (report.reason, report.hint) if words)


def worst(reports: Iterable[SourceReport], platform: Platform) -> SourceReport | None:
    """The report that a platform's pane should show: the worst of the sources that bring it."""
    ours = [report for report in reports if platform in report.platforms]
    return min(ours, key=lambda report: _WORST_FIRST.index(report.state), default=None)


def ordinal(number: int) -> str:
    """Write 1st, 2nd, 3rd, 4th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
