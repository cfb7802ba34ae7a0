"""The gauge against what is usual: how many times as loud, the usual mood, and the last hours with their alarms."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from helpers.engine import NOON

from warroom.domain.alarm import EVERYWHERE, Alarm, Scope, Tier
from warroom.domain.baseline import Heard, Usual
from warroom.domain.gauge import Reading
from warroom.domain.health import ScorerState, Vitals
from warroom.domain.model import Platform
from warroom.domain.why import Driver, Why
from widgets.gauge import short_row, tall_rows
from widgets.mood import Line, mood_rows
from widgets.normal import Norm, alarm_marks, ratio, spark
from widgets.rows import Tone, plain, width

READY = Vitals(scorer=ScorerState.READY)
READING = Reading(window=timedelta(hours=1), n=1284, net=-0.41, negative=0.61, volume=(1, 2, 3) * 10,
                  trend=(-0.4,) * 30, per_hour=412.0)
USUAL = Usual(volume=65.4, negative=0.21, net=-0.08, spread=0.3, hours=200)
FIVE = timedelta(minutes=5)
HEARD = tuple(Heard(NOON - FIVE * (72 - at), 10.0 if at < 60 else 80.0, 6.0) for at in range(72))
AT = NOON + timedelta(minutes=17)


def an_alarm(tier: Tier = Tier.RED, minutes: float = -60, scope: Scope = EVERYWHERE) -> Alarm:
    why = Why(terms=(Driver(text="refund", posts=9, authors=9, texts=9),),
              words=(Driver(text="sick", posts=5, authors=5, texts=5),))
    return Alarm(id="a1", tier=tier, at=NOON + timedelta(minutes=minutes), scope=scope, why=why)


NORM = Norm(at=AT, usual=USUAL, heard=HEARD, alarms=(an_alarm(),))


def test_the_band_says_how_many_times_the_usual_it_is_with_its_interval_and_the_usual_mood() -> None:
    mood, volume = (plain(row) for row in tall_rows(READING, READY, 198, 10, NORM))
    assert "-0.41   usual -0.08   negative 61 % as the model counts, unchecked, usual 21 %" in mood
    assert "412/h     6.3x usual for Fri 12:00   (65/h, 40 to 107)" in volume
    assert "last 6 h ▁" in volume
    assert "! red 11:00 ▸ refund, sick" in volume


def test_the_small_band_says_it_shortly() -> None:
    row = plain(short_row(READING, READY, 78, 10, NORM))
    assert row.startswith("mood -0.41 (usual -0.08)")
    assert "412/h  6.3x  " in row
    assert len(row) <= 78


@pytest.mark.parametrize("norm", [None, Norm(at=AT), Norm(at=AT, usual=replace(USUAL, hours=23.0))])
def test_before_a_day_was_heard_nothing_is_called_usual(norm: Norm | None) -> None:
    for rows in (tall_rows(READING, READY, 198, 10, norm), [short_row(READING, READY, 78, 10, norm)]):
        assert all("usual" not in plain(row) and "x" not in plain(row).split() for row in rows)


def test_of_hardly_anything_there_is_no_times() -> None:
    assert ratio(50, replace(USUAL, volume=0.2)) == ""
    assert ratio(66_000, USUAL) == " 1009x"
    assert len(ratio(412, USUAL)) == len(ratio(4, USUAL)) == 6


def test_loud_hours_stand_out_only_above_the_usual_interval() -> None:
    for per_hour, tone in ((412.0, Tone.WARN), (80.0, Tone.PLAIN)):
        row = tall_rows(replace(READING, per_hour=per_hour), READY, 198, 10, NORM)[1]
        assert next(one for text, one in row if text.endswith("x")) is tone


def test_alarms_are_marked_by_colour_and_by_a_sign_in_the_same_column() -> None:
    bars, marks = spark(NORM, 36), alarm_marks(NORM, 36)
    red = sum(width([part]) for part in bars[: next(at for at, part in enumerate(bars) if part[1] is Tone.BAD)])
    assert plain(marks).index("!") == red == 29
    assert plain(bars)[:28] == "▁" * 28
    assert plain(bars)[-1] == "█"
    assert alarm_marks(replace(NORM, alarms=()), 36) == []


def test_a_column_with_two_alarms_shows_the_worse_and_an_alarm_of_another_scope_none() -> None:
    both = replace(NORM, alarms=(an_alarm(Tier.SHIFT), an_alarm(Tier.RED), an_alarm(Tier.AMBER)))
    assert plain(alarm_marks(both, 12)).strip() == "!"
    reddit = replace(NORM, scope=Scope(Platform.REDDIT))
    assert alarm_marks(reddit, 36) == []


def test_hours_in_which_a_feed_was_down_are_a_gap_and_no_calm() -> None:
    heard = (*HEARD[:36], *(replace(one, count=None) for one in HEARD[36:54]), *HEARD[54:])
    assert plain(spark(Norm(at=AT, heard=heard), 72))[36:54] == " " * 18


def test_fewer_bins_than_columns_stand_at_the_right() -> None:
    assert plain(spark(Norm(at=AT, heard=HEARD[-3:]), 8)) == "     ███"


@pytest.mark.parametrize("columns", [74, 186])
def test_the_page_has_a_row_for_each_platform_and_term(columns: int) -> None:
    lines = [Line(EVERYWHERE, READING, NORM), Line(Scope(Platform.REDDIT), replace(READING, n=3), replace(
        NORM, alarms=())), Line(Scope(None, "cold brew"), READING, Norm(at=AT))]
    rows = [plain(row) for row in mood_rows(lines, columns, 10)]
    assert all(len(row) <= columns for row in rows)
    everything, reddit, brew = (next(row for row in rows if row.startswith(name))
                                for name in ("everything", "Reddit", "cold brew"))
    assert "61 % ±3" in everything
    assert "6.3x" in everything
    assert "21 %" in everything
    assert "(too few)" in reddit
    assert "x" not in brew.split("/h")[1]
    assert rows[rows.index(everything) + 1].strip() == "!"


def test_a_room_that_listens_for_ten_minutes_does_not_speak_of_an_hour() -> None:
    said = plain(tall_rows(replace(READING, heard=timedelta(minutes=10)), READY, 198, 10, NORM)[0])
    assert "n 1,284 in the first 10 m" in said
    assert "in the last hour" in plain(tall_rows(replace(READING, heard=timedelta(hours=1)), READY, 198, 10, NORM)[0])
