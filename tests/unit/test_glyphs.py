"""Every state has a glyph and a word: what can stand in the log, and what a source can be."""

from __future__ import annotations

from datetime import UTC, datetime

from rich.cells import cell_len

from warroom.domain.events import EventType
from warroom.domain.health import SourceReport, SourceState
from warroom.domain.model import Platform
from widgets import health, timeline
from widgets.rows import Tone


def test_whatever_stands_in_the_log_has_a_glyph_of_one_column() -> None:
    assert {kind: cell_len(timeline.GLYPHS[kind]) for kind in EventType} == dict.fromkeys(EventType, 1)


def test_whatever_a_source_can_be_has_a_glyph_of_one_column() -> None:
    assert {state: cell_len(health.GLYPHS[state]) for state in SourceState} == dict.fromkeys(SourceState, 1)


def test_a_server_that_stays_away_is_red_as_one_that_failed_and_a_short_break_is_not() -> None:
    def shown(state: SourceState, attempt: int) -> Tone:
        return health.tone(SourceReport(name="bluesky", platforms=frozenset({Platform.BLUESKY}), state=state,
                                        since=datetime(2026, 3, 6, tzinfo=UTC), attempt=attempt))

    assert [shown(SourceState.RECONNECTING, attempt) for attempt in (1, 2, 9)] == [Tone.WARN, Tone.BAD, Tone.BAD]
    assert (shown(SourceState.FAILED, 0), shown(SourceState.LIVE, 0)) == (Tone.BAD, Tone.GOOD)
