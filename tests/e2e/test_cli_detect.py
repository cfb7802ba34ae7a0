"""``warroom detect``: rows in, judgements out, the same in one go and in two."""

from __future__ import annotations

import csv
import io
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment

HEADER = "timestamp,value\n"
BURST = range(1_200, 1_224)


@pytest.fixture
def warroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    clean_environment(monkeypatch, tmp_path / "data")
    return CommandLine(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture
def lines() -> list[str]:
    """Six days of counts every five minutes, with a burst of two hours in the fifth."""
    dice, begin = random.Random(3), datetime(2026, 3, 2, 0, 2, 53, tzinfo=UTC)
    moments = ((number, begin + number * timedelta(minutes=5)) for number in range(6 * 288))
    return [f"{at:%Y-%m-%d %H:%M:%S},{dice.randint(5, 15) * (20 if number in BURST else 1)}\n"
            for number, at in moments]


def test_every_row_comes_back_with_its_judgement_and_a_burst_is_one_alarm(
    warroom: CommandLine, lines: list[str], tmp_path: Path,
) -> None:
    file = tmp_path / "mentions.csv"
    file.write_text(HEADER + "".join(lines))
    rows = list(csv.DictReader(io.StringIO(warroom("detect", str(file)).out)))
    assert [f"{row['timestamp']},{row['value']}\n" for row in rows] == lines
    assert list(rows[0]) == ["timestamp", "value", "usual", "score", "alarm", "amber"]
    alarms = [number for number, row in enumerate(rows) if row["alarm"] == "1"]
    assert len(alarms) == 1
    assert alarms[0] in BURST[:3]
    assert float(rows[alarms[0]]["score"]) > 2.25
    assert float(rows[1_000]["usual"]) == pytest.approx(10, abs=3)


def test_a_series_in_two_halves_with_a_state_between_is_judged_to_the_byte_as_in_one(
    warroom: CommandLine, lines: list[str], tmp_path: Path,
) -> None:
    state = tmp_path / "state.json"
    whole = warroom("detect", "-", stdin=HEADER + "".join(lines)).out
    first = warroom("detect", "-", "--state", str(state), stdin=HEADER + "".join(lines[:1_210])).out
    second = warroom("detect", "-", "--state", str(state), stdin=HEADER + "".join(lines[1_210:])).out
    assert first + second.partition("\n")[2] == whole


def test_the_alarms_can_be_read_as_sentences(warroom: CommandLine, lines: list[str]) -> None:
    said = warroom("detect", "-", "--explain", stdin=HEADER + "".join(lines)).out.splitlines()
    assert any("red: " in line and "x the usual for Friday 04:" in line for line in said)


def test_a_row_that_cannot_be_used_is_named_and_the_others_are_judged(warroom: CommandLine, lines: list[str]) -> None:
    spoiled = [*lines[:10], "yesterday,5\n", "2026-03-02 00:50:53\n", "2026-03-02 00:51:00,-4\n", lines[3], "\n",
               *lines[10:20]]
    said = warroom("detect", "-", stdin=HEADER + "".join(spoiled), code=1)
    assert len(said.out.splitlines()) == 1 + 20
    assert [line.partition(":")[0] for line in said.err.splitlines()] == ["line 12", "line 13", "line 14", "line 15"]


def test_an_endless_field_is_named_and_a_series_without_rows_leaves_no_state_that_guesses_its_interval(
    warroom: CommandLine, lines: list[str], tmp_path: Path,
) -> None:
    said = warroom("detect", "-", stdin=HEADER + lines[0] + "x" * 200_000 + ",5\n" + lines[1], code=1)
    assert (len(said.out.splitlines()), said.err[:7]) == (3, "line 3:")
    state = tmp_path / "state.json"
    warroom("detect", "-", "--state", str(state), stdin=HEADER)
    hourly = "".join(f"2026-03-02 {hour:02}:00:00,5\n" for hour in range(3))
    warroom("detect", "-", "--state", str(state), stdin=HEADER + hourly)
    assert '"step": 3600.0' in state.read_text()


def test_a_half_of_one_row_guesses_no_interval(warroom: CommandLine, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    hourly = [f"2026-03-0{1 + hour // 24} {hour % 24:02}:00:00,{5 + hour % 3}\n" for hour in range(72)]
    whole = warroom("detect", "-", stdin=HEADER + "".join(hourly)).out
    parts = [hourly[:1], [], hourly[1:2], hourly[2:]]
    said = [warroom("detect", "-", "--state", str(state), stdin=HEADER + "".join(part)).out for part in parts]
    assert "".join(part.partition("\n")[2] for part in said) == whole.partition("\n")[2]
    assert '"step": 3600.0' in state.read_text()


def test_a_quote_that_is_never_closed_is_named_by_the_line_where_it_is_opened(
    warroom: CommandLine, lines: list[str],
) -> None:
    spoiled = [*lines[:5], f'"{lines[5]}', *lines[6:300]]
    said = warroom("detect", "-", stdin=HEADER + "".join(spoiled), code=1)
    assert len(said.out.splitlines()) == 1 + 5
    assert said.err == "line 7: a quote is opened here and never closed: nothing of lines 7 to 301 was read\n"
    closed = [*lines[:5], f'"{lines[5]}', *lines[6:9], f'"{lines[9]}', *lines[10:20]]
    said = warroom("detect", "-", stdin=HEADER + "".join(closed), code=1)
    assert said.err.startswith("line 7: it has no time and count, nor has what its quotes hold up to line 11")
    assert len(said.out.splitlines()) == 1 + 15
    noted = f'timestamp,value,note\n{lines[0].strip()},"two\nlines"\n{lines[1]}'
    assert len(warroom("detect", "-", stdin=noted).out.splitlines()) == 3


@pytest.mark.parametrize("text", ["", "when,what\n1,2\n"])
def test_a_file_without_the_columns_is_refused_in_words(warroom: CommandLine, text: str) -> None:
    assert "columns timestamp and value" in warroom("detect", "-", stdin=text, code=2).err


def test_a_missing_file_and_a_foreign_state_are_refused_in_words(
    warroom: CommandLine, lines: list[str], tmp_path: Path,
) -> None:
    assert "cannot be read" in warroom("detect", str(tmp_path / "none.csv"), code=2).err
    state = tmp_path / "state.json"
    state.write_text('{"normal": 7}')
    assert "no state of" in warroom("detect", "-", "--state", str(state), stdin=HEADER + lines[0], code=2).err
    assert state.read_text() == '{"normal": 7}'


def test_seconds_since_1970_and_a_single_row_are_fine(warroom: CommandLine) -> None:
    said = warroom("detect", "-", stdin=HEADER + "1767225600,4\n").out.splitlines()
    assert said[1].startswith("1767225600,4,,0.0000,0,0")
