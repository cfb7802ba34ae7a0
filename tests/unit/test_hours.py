"""Quiet hours: what counts is what the clock on the wall says, also where it is put forward or back."""

from __future__ import annotations

import sys
import zoneinfo
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from warroom.domain.errors import ConfigError
from warroom.domain.hours import Hours, stretch, zone

NIGHT = Hours.of("Europe/Berlin", ["22:00-07:00"])
MINUTE = timedelta(minutes=1)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


def test_without_quiet_hours_time_is_time() -> None:
    assert Hours().after(utc(2026, 3, 29), timedelta(hours=30)) == utc(2026, 3, 30, 6)
    assert Hours().counted(utc(2026, 3, 29), utc(2026, 3, 30)) == timedelta(days=1)
    assert Hours().counted(utc(2026, 3, 30), utc(2026, 3, 29)) == timedelta(0)


def test_a_night_does_not_count() -> None:
    assert NIGHT.after(utc(2026, 1, 5, 20, 30), timedelta(hours=1)) == utc(2026, 1, 6, 6, 30)  # 21:30 to 07:30 there


def test_the_night_in_which_the_clock_is_put_forward_is_an_hour_shorter() -> None:
    asleep = utc(2026, 3, 28, 21)  # 22:00 in Berlin
    assert NIGHT.after(asleep, MINUTE) == utc(2026, 3, 29, 5, 1)  # 07:01 by summer time
    assert NIGHT.after(asleep - timedelta(days=1), MINUTE) == utc(2026, 3, 28, 6, 1)


def test_the_night_in_which_the_clock_is_put_back_is_an_hour_longer() -> None:
    assert NIGHT.after(utc(2026, 10, 24, 20), MINUTE) == utc(2026, 10, 25, 6, 1)


def test_an_hour_that_happens_twice_is_quiet_twice_and_one_that_does_not_happen_never() -> None:
    small = Hours.of("Europe/Berlin", ["02:15-02:45"])
    assert small.counted(utc(2026, 10, 25, 0), utc(2026, 10, 25, 2)) == timedelta(hours=1)
    assert small.counted(utc(2026, 3, 29, 0), utc(2026, 3, 29, 3)) == timedelta(hours=3)


def test_what_is_always_quiet_never_falls_due() -> None:
    assert Hours.of("UTC", ["Mon-Sun"]).after(utc(2026, 1, 5), MINUTE) is None


@pytest.mark.parametrize(("words", "start", "end", "days"), [
    ("22:00-07:00", 1320, 1860, {0, 1, 2, 3, 4, 5, 6}), ("Sat", 0, 1440, {5}), ("Sat-Sun", 0, 1440, {5, 6}),
    ("fri 18:30-24:00", 1110, 1440, {4}), ("Sun - Tue", 0, 1440, {6, 0, 1}), ("Thursday", 0, 1440, {3}),
])
def test_quiet_times_are_read_as_people_write_them(words: str, start: int, end: int, days: set[int]) -> None:
    found = stretch(words)
    assert (found.start, found.end, set(found.days)) == (start, end, days)


@pytest.mark.parametrize("words", ["", "22:00", "7-9", "25:00-07:00", "22:60-07:00", "T", "Someday", "07:00-07:00",
                                   "2026-02-30", "Sat,Sun", "24:00-07:00"])
def test_what_is_no_quiet_time_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        stretch(words)


def test_a_post_mortem_waits_for_working_days() -> None:
    friday = utc(2026, 11, 20, 15)
    assert Hours().working_days_after(friday, 5) == utc(2026, 11, 27, 15)
    gulf = Hours.of("Asia/Riyadh", ["Fri", "Sat"])
    assert gulf.working_days_after(friday, 1) == utc(2026, 11, 22, 15)
    feast = Hours.of("UTC", ["2026-12-25"])
    assert feast.working_days_after(utc(2026, 12, 24, 9), 1) == utc(2026, 12, 28, 9)
    assert NIGHT.working_days_after(utc(2026, 3, 27, 12), 1) == utc(2026, 3, 30, 11)  # 13:00 there, before and after


def test_a_zone_that_does_not_exist_is_named_with_the_nearest() -> None:
    with pytest.raises(ConfigError) as caught:
        zone("Europe/Berln")
    assert "Did you mean Europe/Berlin?" in str(caught.value)
    with pytest.raises(ConfigError):
        zone("../../etc/passwd")


def test_a_computer_without_time_zones_says_so_and_knows_utc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("tzdata", *(name for name in sys.modules if name.startswith("tzdata."))):
        monkeypatch.setitem(sys.modules, name, None)  # the package is not installed
    zoneinfo.ZoneInfo.clear_cache()
    zoneinfo.reset_tzpath([tmp_path])
    try:
        with pytest.raises(ConfigError) as caught:
            zone("Europe/Berlin")
        assert "no time-zone database" in str(caught.value)
        assert "pip install tzdata" in str(caught.value)
        assert zone("UTC") is UTC
    finally:
        zoneinfo.reset_tzpath()
        zoneinfo.ZoneInfo.clear_cache()


ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu",
         "America/Santiago")
QUIET = ("22:00-07:00", "01:30-02:30", "02:10-02:50", "Sat", "Sat-Sun", "Sun 01:00-03:00", "Sat 23:30-02:15",
         "2026-10-25", "12:00-13:00", "00:00-24:00")
# Three days before the nights on which these places change their clocks.
NEAR = (utc(2026, 3, 26), utc(2026, 3, 5), utc(2026, 10, 22), utc(2026, 10, 29), utc(2026, 4, 2), utc(2026, 10, 1),
        utc(2026, 2, 12), utc(2026, 9, 3))


def quiet_by_the_wall(name: str, words: list[str], at: datetime) -> bool:
    """A second opinion: the words of the settings against the words of the wall's clock."""
    here = at.astimezone(UTC if name == "UTC" else zoneinfo.ZoneInfo(name))
    yesterday = here.replace(tzinfo=None) - timedelta(days=1)
    names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    def is_day(day: str, moment: datetime) -> bool:
        if not day:
            return True
        if day[0].isdigit():
            return f"{moment:%Y-%m-%d}" == day
        first, _, last = day.partition("-")
        span = names[names.index(first):names.index(last or first) + 1]
        return names[moment.weekday()] in span

    for word in words:
        day, _, times = word.rpartition(" ") if ":" in word else (word, "", "00:00-24:00")
        low, high = times.split("-")
        clock = f"{here:%H:%M}"
        if low < high:
            if is_day(day, here) and low <= clock < high:
                return True
        elif (is_day(day, here) and clock >= low) or (is_day(day, yesterday) and clock < high):
            return True
    return False


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(ZONES), words=st.lists(st.sampled_from(QUIET[:-1]), min_size=1, max_size=3),
       near=st.sampled_from(NEAR), offset=st.integers(0, 5 * 1440), length=st.integers(1, 1800))
@example(name="Australia/Lord_Howe", words=["01:30-02:30"], near=utc(2026, 4, 2), offset=3000, length=900)
@example(name="America/New_York", words=["Sun 01:00-03:00"], near=utc(2026, 10, 29), offset=4000, length=900)
def test_time_is_counted_as_minute_by_minute_by_the_clock_on_the_wall(
    name: str, words: list[str], near: datetime, offset: int, length: int,
) -> None:
    hours, start = Hours.of(name, words), near + offset * MINUTE
    at, passed = start, 0
    while passed < length:
        awake = not quiet_by_the_wall(name, words, at)
        assert hours.quiet(at) is not awake
        passed += awake
        at += MINUTE
    assert hours.after(start, length * MINUTE) == at
    assert hours.counted(start, at) == length * MINUTE
