"""The clocks: what the team is held to, read from the log and from the oldest post that waits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from helpers.log import Log, minute

from warroom.domain.clocks import OFF, Clock, Reading, Rules, State, Waiting, earliest, next_change, read
from warroom.domain.events import EventType
from warroom.domain.hours import Hours
from warroom.domain.incident import Kind
from warroom.domain.model import PostKey
from warroom.domain.wire import stamp

MINUTE = timedelta(minutes=1)
RULES = Rules()


def clock(log: Log, name: Clock, at: float, rules: Rules = RULES, waiting: Waiting | None = None) -> Reading:
    found = {one.clock: one for one in read(log.ledger, rules, minute(at), complaint=waiting, mention=waiting)}
    return found[name]


def due(log: Log, name: Clock, rules: Rules = RULES, at: float = 0) -> float | None:
    found = clock(log, name, at, rules).due
    return None if found is None else (found - minute(0)) / MINUTE


def test_a_holding_statement_is_due_an_hour_after_the_opening() -> None:
    log = Log()
    states = [clock(log, Clock.HOLDING, at).state for at in (0, 29, 30, 59, 60, 61)]
    assert states == [State.OK, State.OK, State.AMBER, State.AMBER, State.RED, State.RED]
    assert due(log, Clock.HOLDING) == 60
    assert clock(log, Clock.HOLDING, 72).words == "overdue by 12 m, was due 13:00 UTC; since 12:00 UTC"
    assert clock(log, Clock.HOLDING, 72).left == -12 * MINUTE


@pytest.mark.parametrize("kind", ["reply", "update", "broadcast"])
def test_the_first_public_word_stops_the_holding_statement(kind: str) -> None:
    log = Log()
    log.update(5, "executive")
    log.reply(10, "private one", private=True)
    assert not clock(log, Clock.HOLDING, 20).done
    match kind:
        case "reply":
            log.reply(20)
        case "broadcast":
            log.reply(20, alone=True, batch="b1")
        case _:
            log.update(20)
    done = clock(log, Clock.HOLDING, 90)
    assert (done.done, done.state, done.due) == (True, State.OK, None)
    assert done.words == "said 12:20 UTC, 20 m after the opening"


def test_a_reply_that_was_taken_back_was_no_statement() -> None:
    log = Log()
    log.reply(10)
    log.unsend(15)
    assert due(log, Clock.HOLDING) == 60


@pytest.mark.parametrize(("severity", "minutes"), [(1, 30), (2, 120), (3, 360), (4, 720)])
def test_the_next_public_update_comes_after_the_last_one_by_severity(severity: int, minutes: int) -> None:
    log = Log(severity=severity)
    assert clock(log, Clock.PUBLIC, 5).due is None
    log.reply(10)
    assert due(log, Clock.PUBLIC) == 10 + minutes
    log.update(40)
    log.reply(50, "d2")  # an answer to one person is no update for everybody
    assert due(log, Clock.PUBLIC) == 40 + minutes
    log.reply(55, "d3", batch="b1")  # nor is a thread below their post
    log.reply(60, "d4", alone=True, batch="b2")
    assert due(log, Clock.PUBLIC) == 60 + minutes


@pytest.mark.parametrize(("severity", "hours"), [(1, 6), (2, 6), (3, 12), (4, None)])
def test_the_executive_update_comes_by_severity_and_never_at_the_least(severity: int, hours: int | None) -> None:
    log = Log(severity=severity)
    assert due(log, Clock.EXECUTIVE) == (None if hours is None else hours * 60)
    log.update(30, "executive")
    assert due(log, Clock.EXECUTIVE) == (None if hours is None else 30 + hours * 60)


def test_a_new_severity_moves_what_is_due_and_makes_nobody_late_in_hindsight() -> None:
    log = Log(severity=4)
    log.update(0)
    log.severity(60, 2)
    assert due(log, Clock.PUBLIC, at=60) == 120
    log.severity(100, 1)
    assert due(log, Clock.PUBLIC, at=100) == 100  # half an hour was over long before: now is the time
    assert clock(log, Clock.PUBLIC, 105).words.startswith("overdue by 5 m")
    log.severity(110, 3)
    assert due(log, Clock.PUBLIC, at=110) == 360


def test_until_somebody_sets_a_severity_the_higher_one_counts() -> None:
    log = Log(severity=None)
    log.update(0)
    assert due(log, Clock.PUBLIC) == 120
    log.write(EventType.UNDO, 5, {"changes": {"severity": [2, None]}})
    assert due(log, Clock.PUBLIC, Rules(assumed=4)) == 720


def test_an_incident_that_is_opened_again_starts_its_clocks_anew_and_a_closed_one_has_none() -> None:
    log = Log()
    log.update(10)
    log.close(60)
    assert [one.clock for one in read(log.ledger, RULES, minute(61))] == [Clock.POST_MORTEM]
    log.reopen(1000)
    assert clock(log, Clock.HOLDING, 1001).done
    assert due(log, Clock.PUBLIC, at=1001) == 1120
    assert due(log, Clock.EXECUTIVE, at=1001) == 1360


def test_one_that_was_closed_in_silence_owes_its_statement_after_the_reopening() -> None:
    log = Log()
    log.close(10)
    log.reopen(500)
    assert due(log, Clock.HOLDING, at=501) == 560


def test_a_post_mortem_is_due_five_working_days_after_the_close() -> None:
    log = Log()
    log.close(60)  # a Friday, 13:00
    found, = read(log.ledger, RULES, minute(61))
    assert found.words == "due 2026-03-13 13:00 UTC, 5 working days after the close"
    assert read(log.ledger, Rules(post_mortem=0), minute(61)) == []


def test_the_standing_watch_has_no_clocks_and_a_drill_has_them() -> None:
    assert read(Log(Kind.WATCH).ledger, RULES, minute(600)) == []
    assert clock(Log(Kind.DRILL), Clock.HOLDING, 61).state is State.RED


def test_the_oldest_complaint_is_due_an_hour_after_it_was_written() -> None:
    log = Log()
    waiting = Waiting(PostKey("mastodon:7"), "@mara", minute(-20))
    reading = clock(log, Clock.COMPLAINT, 18, waiting=waiting)
    assert (reading.state, reading.left, reading.post) == (State.AMBER, 22 * MINUTE, "mastodon:7")
    assert reading.words == "@mara; due 12:40 UTC, 22 m left"
    assert clock(log, Clock.MENTION, 18, waiting=waiting).due == minute(-20) + timedelta(hours=24)
    assert clock(log, Clock.COMPLAINT, 18).done
    assert earliest(log.ledger, timedelta(hours=1)) == minute(-60)  # what was late before, nobody was asked for


@pytest.mark.parametrize("name", [Clock.HOLDING, Clock.COMPLAINT, Clock.MENTION, Clock.PUBLIC, Clock.EXECUTIVE])
def test_every_clock_can_be_switched_off(name: Clock) -> None:
    log, off = Log(), {"public": (OFF,) * 4, "executive": (OFF,) * 4}
    rules = Rules(**{name.value: off.get(name.value, OFF)})  # type: ignore[arg-type]
    assert name not in {one.clock for one in read(log.ledger, rules, minute(900))}
    assert len(read(log.ledger, rules, minute(900))) == 4


def test_without_a_holding_statement_the_public_updates_begin_with_the_opening() -> None:
    assert due(Log(), Clock.PUBLIC, Rules(holding=OFF)) == 120


def test_a_snoozed_clock_is_quiet_until_its_time_and_then_red() -> None:
    log = Log()
    log.write(EventType.CLOCK_SNOOZED, 50, {"clock": "holding", "until": stamp(minute(90)), "reason": "legal reads it"})
    reading = clock(log, Clock.HOLDING, 70)
    assert (reading.state, reading.breached) == (State.OK, False)
    assert reading.words.startswith("put away until 13:30 UTC by ana: legal reads it")
    assert clock(log, Clock.HOLDING, 90).state is State.RED
    assert clock(log, Clock.EXECUTIVE, 359).state is State.AMBER
    log.write(EventType.CLOCK_SNOOZED, 75, {"clock": "holding", "until": None})
    assert clock(log, Clock.HOLDING, 76).state is State.RED


def test_a_period_keeps_its_name_until_it_is_over_and_what_was_breached_is_known() -> None:
    log = Log(severity=1)
    log.update(0)
    first = clock(log, Clock.PUBLIC, 40)
    log.write(EventType.BREACH, 40, {"clock": "public", "period": first.period}, actor="watch")
    log.severity(50, 2)
    assert clock(log, Clock.PUBLIC, 500).period in log.ledger.breached
    log.update(501)
    assert clock(log, Clock.PUBLIC, 900).period not in log.ledger.breached


def test_a_clock_stands_still_in_quiet_hours_unless_it_is_bad_enough() -> None:
    lunch = Rules(hours=Hours.of("UTC", ["12:30-13:30"]))
    mild, bad = Log(severity=3), Log(severity=2)
    assert due(mild, Clock.HOLDING, lunch) == 120
    assert due(bad, Clock.HOLDING, lunch) == 60
    reading = clock(mild, Clock.HOLDING, 60, lunch)
    assert (reading.still, reading.left, reading.state) == (True, 30 * MINUTE, State.OK)
    assert reading.words == "due 14:00 UTC, 30 m left; stands still in quiet hours"
    assert due(mild, Clock.HOLDING, Rules(hours=lunch.hours, awake=3)) == 60
    assert due(bad, Clock.HOLDING, Rules(hours=lunch.hours, awake=0)) == 120


def test_each_stretch_of_time_counts_by_the_severity_that_was_in_force_then() -> None:
    night = Rules(hours=Hours.of("UTC", ["12:00-24:00"]))
    log = Log(severity=3)
    log.severity(180, 1)
    assert due(log, Clock.HOLDING, night, at=180) == 240  # three hours of sleep were nobody's fault
    log.severity(200, 4)
    assert due(log, Clock.HOLDING, night, at=200) == 720 + 40


def test_hours_that_are_all_quiet_make_nothing_due() -> None:
    reading = clock(Log(severity=4), Clock.HOLDING, 900, Rules(hours=Hours.of("UTC", ["Mon-Sun"])))
    assert (reading.state, reading.due) == (State.OK, None)


def test_the_next_change_is_told_so_that_nobody_needs_to_look_before() -> None:
    log = Log()
    readings = read(log.ledger, RULES, minute(1))
    assert next_change(readings, RULES, minute(1)) == minute(30)
    assert next_change(readings, RULES, minute(30)) == minute(60)
    assert next_change(read(log.ledger, RULES, minute(400)), RULES, minute(400)) is None
