"""The clocks of a room: they keep up with the log and the posts, and write each breach once, whatever happens."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.engine import NOON, TestClock, a_post, until
from helpers.room import Tap, a_room

from warroom.domain.approval import Policy
from warroom.domain.clocks import Clock, Rules, State
from warroom.domain.errors import BadMove
from warroom.domain.events import Event, EventType
from warroom.domain.incident import Kind
from warroom.domain.ledger import Audience
from warroom.domain.model import Platform, PostKey, Score, digest
from warroom.domain.reply import DraftState, Sent
from warroom.domain.terms import Terms
from warroom.domain.triage import Verb
from warroom.engine import clocks as clocks_module
from warroom.engine.bus import Arrived, Bus, Logged, Message, Scored
from warroom.engine.clocks import Clocks, read_clocks
from warroom.engine.desk import Desk, open_incident
from warroom.engine.gate import Gate
from warroom.engine.replies import Replies
from warroom.ports import Batch, Store
from warroom.store.sql import open_store

HOUR = timedelta(hours=1)
ONE, TWO = PostKey("mastodon:1"), PostKey("mastodon:2")


class Place:
    """A process on a store: a desk and its clocks, which hear what the desk writes."""

    def __init__(self, store: Store, time: TestClock, desk: Desk) -> None:
        self.store, self.time, self.desk, self.bus = store, time, desk, Bus()
        self.clocks = Clocks(store, desk, bus=self.bus, clock=time, wall=time, rules=Rules())
        desk.heed(self._told)
        self._seq = 0

    async def _told(self) -> None:
        events = await self.store.events("inc-1", after=self._seq)
        self._seq = events[-1].seq if events else self._seq
        keys = [event.post for event in events if event.post]
        self.bus.publish(Logged(events, list((await self.store.items("live", keys, incident="inc-1")).values())))

    async def look(self, *, collecting: bool = True) -> None:
        await self.clocks.look(collecting=collecting)

    def state(self, clock: Clock) -> State:
        return next(one.state for one in self.clocks.readings if one.clock is clock)

    async def breaches(self) -> list[Event]:
        return [event for event in await self.store.events("inc-1") if event.type is EventType.BREACH]


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(tmp_path / "warroom.db")
    yield opened
    await opened.close()


async def place(store: Store, time: TestClock | None = None, actor: str = "ana") -> Place:
    time = time or TestClock()
    known = await store.incidents()
    incident = known[-1] if known else await open_incident(
        store, "inc-1", title="Cold brew", kind=Kind.INCIDENT, actor=actor, clock=time, wall=time, severity=2)
    return Place(store, time, Desk(store, incident, clock=time, wall=time, actor=actor))


async def bad_posts(store: Store, *numbers: int) -> None:
    posts = [a_post(number, f"bad {number}", created_at=NOON - timedelta(minutes=30 - number)) for number in numbers]
    await store.add("live", "tap", Batch(posts), NOON)
    await store.put_scores({digest(post.text): Score(0.9, 0.05, 0.05) for post in posts}, NOON)


async def test_a_breach_is_one_event_however_often_one_looks(store: Store) -> None:
    here = await place(store)
    await here.look()
    assert await here.breaches() == []
    here.time.advance(minutes=75)
    for _ in range(3):
        await here.look()
    event, = await here.breaches()
    assert (event.actor, event.occurred_at, event.recorded_at) == ("watch", NOON + HOUR, NOON + timedelta(minutes=75))
    assert event.summary == "overdue: holding statement, was due 13:00 UTC"
    assert here.desk.incident.head_seq == event.seq
    assert all(verdict.clean for verdict in await store.verify())


async def test_a_breach_is_not_raised_again_by_a_process_that_starts_after_a_crash(store: Store) -> None:
    before = await place(store)
    before.time.advance(hours=2)
    await before.look()
    after = await place(store, before.time)
    await after.look()
    assert len(await after.breaches()) == 1
    assert after.state(Clock.HOLDING) is State.RED


async def test_two_processes_that_both_think_that_they_collect_raise_it_once(store: Store) -> None:
    one = await place(store)
    two = await place(store, one.time, "ben")
    await one.look()
    await two.look()
    one.time.advance(hours=2)
    await one.look()
    await two.look()  # it has not heard of the other's event
    await two.look()
    assert len(await two.breaches()) == 1


async def test_only_the_process_that_collects_raises_breaches(store: Store) -> None:
    here = await place(store)
    here.time.advance(hours=2)
    await here.look(collecting=False)
    assert here.state(Clock.HOLDING) is State.RED
    assert await here.breaches() == []


async def test_nothing_is_raised_while_the_incident_is_closed_and_a_reopening_starts_anew(store: Store) -> None:
    here = await place(store)
    await here.desk.close_incident("over")
    here.time.advance(hours=3)
    await here.look()
    assert await here.breaches() == []
    assert [one.clock for one in here.clocks.readings] == [Clock.POST_MORTEM]
    await here.desk.reopen_incident()
    await here.look()
    assert (await here.breaches(), here.state(Clock.HOLDING)) == ([], State.OK)
    here.time.advance(minutes=61)
    await here.look()
    assert len(await here.breaches()) == 1


async def test_a_snoozed_clock_raises_nothing_until_its_time(store: Store) -> None:
    here = await place(store)
    here.time.advance(minutes=50)
    await here.clocks.snooze(Clock.HOLDING, here.time.now() + HOUR, "legal reads it")
    here.time.advance(minutes=55)
    await here.look()
    assert await here.breaches() == []
    here.time.advance(minutes=6)
    await here.look()
    assert len(await here.breaches()) == 1


@pytest.mark.parametrize(("minutes", "reason", "words"), [
    (30, " ", "needs a reason"), (-1, "later", "That time is over"), (0, "later", "That time is over"),
])
async def test_a_snooze_needs_a_reason_and_a_time_to_come(
    store: Store, minutes: int, reason: str, words: str,
) -> None:
    here = await place(store)
    with pytest.raises(BadMove, match=words):
        await here.clocks.snooze(Clock.HOLDING, NOON + timedelta(minutes=minutes), reason)


async def test_each_period_has_a_breach_of_its_own(store: Store) -> None:
    here = await place(store)
    await here.clocks.update(Audience.PUBLIC, "We look into it. Next word at 14:00.")
    here.time.advance(hours=3)
    await here.look()
    await here.clocks.update(Audience.PUBLIC, "We found it.")
    await here.look()
    assert here.state(Clock.PUBLIC) is State.OK
    here.time.advance(hours=3)
    await here.look()
    assert [event.details["clock"] for event in await here.breaches()] == ["public", "public", "executive"]
    with pytest.raises(BadMove, match="needs a text"):
        await here.clocks.update(Audience.EXECUTIVE, " ")


async def test_the_breach_of_a_complaint_speaks_of_the_post_and_then_the_next_one_is_the_oldest(store: Store) -> None:
    await bad_posts(store, 1, 2)
    here = await place(store)
    here.time.advance(minutes=45)
    await here.look()
    event, = await here.breaches()
    assert (event.post, event.details["clock"]) == (ONE, "complaint")
    assert event.content_sha256 == (await store.items("live", [ONE]))[ONE].post.content_sha256
    assert "an answer to user1@example.social, was due 12:31 UTC — “bad 1”" in event.summary
    await here.desk.act(Verb.DISMISS, [ONE], value="spam")
    await here.look()
    assert [event.post for event in await here.breaches()] == [ONE, TWO]
    await here.desk.act(Verb.REOPEN, [ONE])
    await here.look()
    assert len(await here.breaches()) == 2
    assert all(verdict.clean for verdict in await store.verify())


async def test_a_post_that_is_answered_between_the_look_and_the_write_is_no_breach(store: Store) -> None:
    await bad_posts(store, 1)
    here = await place(store)
    await here.look()
    other = await place(store, here.time, "ben")
    here.time.advance(minutes=45)
    await other.desk.act(Verb.DISMISS, [ONE], value="solved on the phone")
    await here.look()
    await here.look()
    assert await here.breaches() == []


async def test_what_was_overdue_before_the_incident_was_opened_does_not_count(store: Store) -> None:
    posts = [a_post(number, f"bad {number}", created_at=NOON - timedelta(minutes=minutes))
             for number, minutes in ((1, 61), (2, 59))]
    await store.add("live", "tap", Batch(posts), NOON)
    await store.put_scores({digest(post.text): Score(0.9, 0.05, 0.05) for post in posts}, NOON)
    here = await place(store)
    await here.look()
    assert next(one.post for one in here.clocks.readings if one.clock is Clock.COMPLAINT) == TWO


@pytest.mark.parametrize("heard", [True, False])
async def test_a_post_becomes_a_complaint_when_the_model_has_read_it(store: Store, heard: bool) -> None:
    stored = await store.add("live", "tap", Batch([a_post(1, "bad 1")]), NOON)
    here = await place(store)
    await here.look()
    if heard:
        here.bus.publish(Arrived(stored.new))
    assert here.clocks.readings[1].post is None
    await store.put_scores({digest("bad 1"): Score(0.9, 0.05, 0.05)}, NOON)
    here.bus.publish(Scored({stored.new[0].id: Score(0.9, 0.05, 0.05)}))
    if not heard:  # nobody knows here when it was written: everything is looked at again, now and then
        here.time.advance(seconds=30)
    await here.look()
    assert here.clocks.readings[1].post == ONE


async def test_a_complaint_of_the_last_hour_before_a_reopening_waits(store: Store) -> None:
    here = await place(store)
    await here.desk.close_incident("over")
    await here.look()
    await bad_posts(store, 1)
    here.time.advance(minutes=10)
    await here.look()
    await here.desk.reopen_incident()
    await here.look()
    assert here.clocks.readings[1].post == ONE


async def test_the_severity_that_another_console_sets_moves_the_clocks_and_is_ours_too(store: Store) -> None:
    here = await place(store)
    await here.clocks.update(Audience.PUBLIC, "We look into it.")
    await here.look()
    other = await place(store, here.time, "ben")
    await other.desk.set_severity(1)
    here.bus.publish(Logged([], []))
    await here.look()
    public = next(one for one in here.clocks.readings if one.clock is Clock.PUBLIC)
    assert public.due == NOON + HOUR / 2
    assert here.desk.incident.severity == 1


async def test_a_look_from_the_store_alone_says_the_same(store: Store) -> None:
    await bad_posts(store, 1)
    here = await place(store)
    await here.look()
    assert await read_clocks(store, here.desk.incident, Rules(), here.time.now()) == here.clocks.readings


@pytest.mark.parametrize(("page", "clock", "score"), [
    (1, Clock.COMPLAINT, Score(0.9, 0.05, 0.05)), (250, Clock.COMPLAINT, Score(0.9, 0.05, 0.05)),
    (1, Clock.MENTION, Score(0.05, 0.9, 0.05)),
])
async def test_what_is_said_about_a_competitor_alone_waits_for_no_answer_of_ours(
    store: Store, monkeypatch: pytest.MonkeyPatch, page: int, clock: Clock, score: Score,
) -> None:
    monkeypatch.setattr(clocks_module, "_PAGE", page)
    terms = Terms(brand=("Northwind",), competitors=("BrewCo", "Northwind"), hashtags=("coldbrew",))
    said = (("BrewCo made me sick", ""), ("BrewCo again", ""), ("and BrewCo is no better", "1"), ("Northwind, too", ""),
            ("BrewCo #ColdBrew", ""))
    posts = [a_post(number, text, created_at=NOON - HOUR / 2, parent_id=parent)
             for number, (text, parent) in enumerate(said, 1)]
    await store.add("live", "tap", Batch(posts), NOON)
    await store.put_scores({digest(post.text): score for post in posts}, NOON)
    here = await place(store)
    seen = []
    for _ in range(4):
        waits = await read_clocks(store, here.desk.incident, Rules(), NOON, terms)
        seen.append(next(one.post for one in waits if one.clock is clock))
        if seen[-1]:
            await here.desk.act(Verb.DISMISS, [seen[-1]], value="spam")
    assert seen == ["mastodon:3", "mastodon:4", "mastodon:5", None]
    await here.desk.act(Verb.LABEL, [TWO], value="negative" if clock is Clock.COMPLAINT else "neutral")
    assert TWO in [one.post for one in await read_clocks(store, here.desk.incident, Rules(), NOON, terms)]


async def test_in_a_drill_the_clocks_run_by_story_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clocks_module, "PACE", 0.01)
    time = TestClock()
    raised: list[Event] = []

    def hear(message: Message) -> None:
        if isinstance(message, Logged):
            raised.extend(event for event in message.events if event.type is EventType.BREACH)

    async with a_room(tmp_path, clock=time, sources=[Tap()], kind=Kind.DRILL) as room:
        room.bus.subscribe(hear)
        await until(lambda: bool(room.clocks.readings))
        time.advance(minutes=61)
        await until(lambda: bool(raised))
    assert [(event.drill, event.occurred_at) for event in raised] == [(True, NOON + HOUR)]


async def test_a_broadcast_that_went_out_is_the_public_update_and_a_private_word_is_none(store: Store) -> None:
    await bad_posts(store, 1)
    here = await place(store)
    replies = Replies(store, clock=here.time, wall=here.time, actor="ana", dice=random.Random(1),
                      gate=Gate(Policy(rules=())))
    for draft in (await replies.write("inc-1", ONE, "We write to you.", private=True),
                  *await replies.broadcast("inc-1", {Platform.MASTODON: "We look into it."})):
        here.time.advance(minutes=10)
        sending = await replies.begin("inc-1", await replies.submit("inc-1", draft.id), "@acme")
        await replies.settle("inc-1", sending, DraftState.SENT, sent=Sent(draft.platform, "n", "u", here.time.now()))
        await here.look()
        assert next(one.done for one in here.clocks.readings if one.clock is Clock.HOLDING) is not draft.private
    public = next(one for one in here.clocks.readings if one.clock is Clock.PUBLIC)
    assert public.since == NOON + timedelta(minutes=20)
