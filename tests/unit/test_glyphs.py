"""Every state has a glyph and a word: what can stand in the log, and what a source can be."""

from __future__ import annotations

from rich.cells import cell_len

from warroom.domain.events import EventType
from warroom.domain.health import SourceState
from widgets import health, timeline


def test_whatever_stands_in_the_log_has_a_glyph_of_one_column() -> None:
    assert {kind: cell_len(timeline.GLYPHS[kind]) for kind in EventType} == dict.fromkeys(EventType, 1)


def test_whatever_a_source_can_be_has_a_glyph_of_one_column() -> None:
    assert {state: cell_len(health.GLYPHS[state]) for state in SourceState} == dict.fromkeys(SourceState, 1)
