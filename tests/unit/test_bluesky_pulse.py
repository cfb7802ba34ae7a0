"""Behind or up to date, alive or silent: a connection is judged by its events and the clock alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sources._bluesky_pulse import CursorError, Pulse
from sources._bluesky_reader import Haul
from sources._bluesky_seen import Seen
from warroom.domain.errors import SourceError

NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)


class Bench:
    """A pulse with a clock that the test moves."""

    def __init__(self, *, resumed: bool = True, silence: float = 60.0) -> None:
        self.time = 0.0
        self.seq = 0
        self.pulse = Pulse("bsky.example", resumed=resumed, silence=silence, clock=lambda: self.time,
                           now=lambda: NOON + timedelta(seconds=self.time))

    def round(self, *, after: float, lag: float | None, frames: int = 100) -> None:
        """So many seconds later, frames whose last event is ``lag`` seconds old (None: nothing came)."""
        self.time += after
        if lag is None:
            self.pulse.beat(0, Haul())
            return
        self.seq += frames
        self.pulse.beat(frames, Haul(seq=self.seq, when=(NOON + timedelta(seconds=self.time - lag)).isoformat()))


def test_old_events_mean_catching_up_and_fresh_ones_that_it_is_done() -> None:
    bench = Bench()
    bench.round(after=0.1, lag=3600)
    assert not bench.pulse.caught_up
    bench.round(after=1, lag=40)
    assert not bench.pulse.caught_up
    bench.round(after=1, lag=3)
    assert bench.pulse.caught_up


def test_nothing_more_to_come_means_caught_up_however_old_the_last_event_is() -> None:
    bench = Bench()
    bench.round(after=0.1, lag=3600)
    bench.round(after=1, lag=None)
    assert bench.pulse.caught_up


def test_a_gap_that_would_take_too_long_is_given_up() -> None:
    bench = Bench()
    for second in range(20):
        bench.round(after=1, lag=14 * 3600 - 10 * second)  # ten seconds a second: 84 minutes to go
    with pytest.raises(CursorError, match="too long"):
        bench.round(after=1, lag=14 * 3600 - 200)


def test_a_gap_that_is_caught_up_with_in_time_is_read_to_its_end() -> None:
    bench = Bench()
    lag = 3600.0
    while lag > 0:
        bench.round(after=1, lag=lag)
        lag -= 30
    bench.round(after=1, lag=0)
    assert bench.pulse.caught_up


def test_a_live_stream_with_a_wrong_clock_is_never_given_up() -> None:
    bench = Bench(resumed=False)
    for _ in range(100):
        bench.round(after=1, lag=300)
    assert not bench.pulse.caught_up


def test_only_a_busy_stream_may_not_fall_silent() -> None:
    quiet = Bench()
    quiet.round(after=1, lag=0, frames=999)
    quiet.round(after=1000, lag=None)
    slow = Bench()
    for _ in range(20):
        slow.round(after=10, lag=0, frames=60)
    slow.round(after=1000, lag=None)
    busy = Bench()
    for _ in range(20):
        busy.round(after=1, lag=0, frames=60)
    busy.round(after=59, lag=None)
    with pytest.raises(SourceError, match="fell silent"):
        busy.round(after=2, lag=None)


def test_something_is_said_at_once_then_on_news_after_a_while_only() -> None:
    bench = Bench(resumed=False)
    assert bench.pulse.due
    bench.pulse.told()
    bench.round(after=100, lag=None)
    assert not bench.pulse.due
    bench.round(after=0.1, lag=0)
    assert bench.pulse.due
    bench.pulse.told()
    bench.round(after=4.9, lag=0)
    assert not bench.pulse.due
    bench.round(after=0.1, lag=0)
    assert bench.pulse.due


def test_what_was_skipped_is_handed_over_once() -> None:
    bench = Bench()
    bench.pulse.skipped["x"] += 2
    assert bench.pulse.told() == {"x": 2}
    assert bench.pulse.told() == {}


def test_only_so_many_posts_are_remembered_and_the_oldest_are_forgotten() -> None:
    seen = Seen(keep=3)
    for number in range(5):
        seen.add(f"at://did:plc:{number % 2}/app.bsky.feed.post/{number}", f"text {number}")
    assert len(seen) == 3
    assert not seen.has("at://did:plc:0/app.bsky.feed.post/0")
    assert seen.text("at://did:plc:0/app.bsky.feed.post/4") == "text 4"
    assert seen.take("did:plc:0") == ["at://did:plc:0/app.bsky.feed.post/2", "at://did:plc:0/app.bsky.feed.post/4"]
    assert seen.take("did:plc:0") == []
    assert seen.text("at://did:plc:0/app.bsky.feed.post/4") == ""
    assert len(seen) == 1
