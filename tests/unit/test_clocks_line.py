"""The clocks in the top line: every figure in columns of its own, a sign for each state, what presses dropped last."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from helpers.engine import NOON
from helpers.log import Log, minute

from warroom.domain.clocks import Clock, Reading, Rules, Waiting, read
from warroom.domain.events import EventType
from warroom.domain.hours import Hours
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import PostKey
from warroom.domain.wire import stamp
from widgets.clocks import clock_rows, long_chunks, short_chunks, span, tick
from widgets.header import Heading, heading_row
from widgets.rows import plain, width

COMPLAINT = Waiting(PostKey("mastodon:7"), "@mara", NOON - timedelta(minutes=20))


def readings(at: float, log: Log | None = None, rules: Rules | None = None) -> list[Reading]:
    log = log or Log(severity=1)
    return read(log.ledger, rules or Rules(), minute(at), complaint=COMPLAINT)


def line(at: float, columns: int, found: list[Reading], *, kind: Kind = Kind.INCIDENT) -> str:
    incident = Incident(id="inc-1", kind=kind, room="live", title="ACME cold-brew illness", opened_at=NOON, severity=2,
                        story={"speed": 20} if kind is Kind.DRILL else None)
    return plain(heading_row(Heading(incident=incident, now=minute(at), actor="ana", role="lead", clocks=found),
                             columns))


@pytest.mark.parametrize("chunks", [long_chunks, short_chunks])
def test_no_figure_pushes_another_aside_while_time_passes(chunks: object) -> None:
    assert callable(chunks)
    seen: dict[int, set[int]] = {}
    for at in range(0, 3_000, 7):
        for place, one in enumerate(chunks(readings(at), minute(at))):
            seen.setdefault(place, set()).add(width(one.parts))
    assert all(len(widths) == 1 for widths in seen.values()), seen


def test_lengths_of_time_fit_their_columns() -> None:
    assert [span(timedelta(minutes=minutes)) for minutes in (0, 59, 60, 605, 1439, 1440, 20_000)] == [
        "0m", "59m", "1h00m", "10h05m", "23h59m", "1d0h", "13d21h"]
    assert [tick(timedelta(seconds=seconds)) for seconds in (0, 714, 3_599, 3_600)] == [
        "0:00:00", "0:11:54", "0:59:59", "1h00m"]


def test_each_state_has_a_sign_and_a_word() -> None:
    assert "oldest complaint    25m  due    35m" in line(5, 198, readings(5))
    assert "oldest complaint    38m ▲due    22m" in line(18, 198, readings(18))
    assert "holding  !over    5m   oldest complaint  1h25m !over   25m" in line(65, 198, readings(65))
    asleep = Rules(hours=Hours.of("UTC", ["12:00-24:00"]), awake=0)
    assert "holding        quiet" in line(30, 198, readings(30, rules=asleep))
    log = Log(severity=1)
    log.write(EventType.CLOCK_SNOOZED, 1, {"clock": "holding", "until": stamp(minute(90)), "reason": "legal"})
    assert "holding  ◷     13:30" in line(30, 198, readings(30, log))


def test_a_narrow_line_keeps_the_drills_badge_and_what_presses() -> None:
    log = Log(severity=1)
    log.update(5)
    said = line(100, 78, readings(100, log), kind=Kind.DRILL)
    assert "DRILL 13:40 x20" in said
    assert "complaint  2h00m!" in said
    assert "update  1h05m!" in said
    assert len(said) <= 78


def test_on_a_narrow_line_the_title_has_what_nothing_else_takes() -> None:
    named = Heading(incident=Incident(id="inc-1", kind=Kind.DRILL, room="live", opened_at=NOON, story={"speed": 6},
                                      title="Drill: ACME cold brew makes customers ill"), now=minute(5), actor="ana")
    for columns in range(40, 100):
        bare, full = (plain(heading_row(replace(named, clocks=found), columns)) for found in ([], readings(5)))
        assert len(full) <= columns
        whole = "ACME cold brew makes customers ill"
        assert whole in bare or len(bare) > columns - 2  # a cut at a space takes the space too
        assert whole in full or "     " not in full


def test_the_list_names_what_is_due_and_why() -> None:
    rows = [plain(row) for row in clock_rows(readings(65), 1, minute(65), 90)]
    assert rows[0] == " ! overdue   holding statement     13:00 UTC       5m over"
    assert rows[1].startswith("▌! overdue   oldest complaint")
    assert "@mara; overdue by 25 m, was due 12:40 UTC" in rows
    assert any("Lithium 2013" in row for row in rows)
    other_day = [plain(row) for row in clock_rows(readings(65, Log(severity=4)), 0, minute(65) - timedelta(days=1), 90)]
    assert "06 Mar 13:00" in other_day[0]


def test_an_incident_without_clocks_says_so() -> None:
    assert [plain(row) for row in clock_rows([], 0, NOON, 60)] == ["No clock runs here."]
    assert {one.clock for one in readings(0)} == {Clock.HOLDING, Clock.COMPLAINT, Clock.MENTION, Clock.PUBLIC,
                                                  Clock.EXECUTIVE}
