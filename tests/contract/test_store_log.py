"""What every Store keeps to of incidents, acts and their log, whatever database it stands on."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from helpers.stored import NOON, act, acting, add, found, key, noted, opening, post

from warroom.domain.errors import BadLog, BadMove, NotFound
from warroom.domain.events import first_break
from warroom.domain.incident import Kind
from warroom.domain.query import EVERYTHING, parse
from warroom.domain.triage import UNTOUCHED, Status, Verb
from warroom.ports import Store


async def test_an_act_is_an_event_and_the_state_that_it_makes(store: Store) -> None:
    await add(store, post("a"), post("b"))
    await store.commit("inc-1", [], opening(), NOON)
    await act(store, Verb.CLAIM, key("a"), key("b"))
    await act(store, Verb.TAG, key("b"), value="legal")
    events = await store.events("inc-1")
    assert [event.seq for event in events] == [1, 2, 3, 4]
    assert first_break(events) is None
    assert await store.events("inc-1", after=2, limit=1) == events[2:3]
    assert await found(store, "by:mara", incident="inc-1") == ["b", "a"]
    assert await found(store, "tag:legal", incident="inc-1") == ["b"]
    assert await found(store, "tag:legal") == []
    incident = await store.incident("inc-1")
    assert (incident.head_seq, incident.head_hash) == (4, events[-1].hash)
    assert (await store.items("live", [key("b")], incident="inc-1"))[key("b")].triage.tags == ("legal",)
    assert (await store.items("live", [key("b")]))[key("b")].triage == UNTOUCHED
    assert [(verdict.events, verdict.clean) for verdict in await store.verify()] == [(4, True)]


async def test_several_acts_on_one_post_in_one_commit_add_up(store: Store) -> None:
    await add(store, post())
    await store.commit("inc-1", [], opening(), NOON)
    await store.commit("inc-1", [key()], lambda incident, items: [
        *acting(Verb.PIN, [key()])(incident, items), *acting(Verb.TAG, [key()], "x")(incident, items)], NOON)
    state = (await store.items("live", [key()], incident="inc-1"))[key()].triage
    assert (state.pinned, state.tags) == (True, ("x",))
    assert (await store.verify("inc-1"))[0].clean


async def test_triage_is_of_one_incident_and_survives_an_edit(store: Store) -> None:
    await add(store, post())
    await store.commit("inc-1", [], opening(), NOON)
    await store.commit("inc-2", [], opening(), NOON)
    await act(store, Verb.SNOOZE, key(), until=NOON + timedelta(hours=1))
    await add(store, post(text="edited"))
    assert await found(store, "is:snoozed", incident="inc-1") == ["t1"]
    assert await found(store, "is:snoozed", incident="inc-2") == []
    state = (await store.items("live", [key()], incident="inc-1"))[key()].triage
    assert (state.status, state.snoozed_until) == (Status.SNOOZED, NOON + timedelta(hours=1))


async def test_what_decide_raises_leaves_nothing_behind(store: Store) -> None:
    await add(store, post())
    await store.commit("inc-1", [], opening(), NOON)
    await act(store, Verb.CLAIM, key())
    with pytest.raises(BadMove):
        await act(store, Verb.CLAIM, key())
    assert len(await store.events("inc-1")) == 2
    assert await store.commit("inc-1", [], lambda incident, items: [], NOON) == []
    with pytest.raises(BadLog):
        await store.commit("inc-9", [], lambda incident, items: [noted()], NOON)
    assert [incident.id for incident in await store.incidents()] == ["inc-1"]


async def test_an_unknown_post_refuses_the_whole_commit(store: Store) -> None:
    await store.commit("inc-1", [], opening(), NOON)
    with pytest.raises(NotFound):
        await store.commit("inc-1", [key("no")], lambda incident, items: [noted()], NOON)
    with pytest.raises(NotFound):
        await store.commit("inc-1", [], lambda incident, items: [replace(noted(), post=key("no"))], NOON)
    assert len(await store.events("inc-1")) == 1


async def test_every_event_of_a_drill_is_marked_from_the_first(store: Store) -> None:
    await store.commit("drill-1", [], opening(kind="drill", room="drill-1"), NOON)
    await store.commit("drill-1", [], lambda incident, items: [noted()], NOON)
    assert [event.drill for event in await store.events("drill-1")] == [True, True]
    assert (await store.incident("drill-1")).kind is Kind.DRILL


async def test_acts_in_a_drill_touch_the_posts_of_its_room(store: Store) -> None:
    await add(store, post())
    await add(store, post(), room="drill-1")
    await store.commit("drill-1", [], opening(kind="drill", room="drill-1"), NOON)
    await act(store, Verb.PIN, key(), incident="drill-1")
    assert await store.page("live", parse("is:pinned", now=NOON), incident="drill-1") == []
    assert len(await store.page("drill-1", parse("is:pinned", now=NOON), incident="drill-1")) == 1


async def test_an_incident_is_found_by_a_unique_beginning(store: Store) -> None:
    for name in ("inc-12", "inc-1", "watch-1"):
        await store.commit(name, [], opening(), NOON)
    assert [incident.id for incident in await store.incidents()] == ["inc-12", "inc-1", "watch-1"]
    assert (await store.incident("w")).id == "watch-1"
    assert (await store.incident("inc-1")).id == "inc-1"
    with pytest.raises(NotFound, match="2 incidents"):
        await store.incident("inc")
    for name in ("", "x"):
        with pytest.raises(NotFound):
            await store.incident(name)


async def test_hostile_words_in_an_event_are_stored_and_still_verify(store: Store) -> None:
    await store.commit("inc-1", [], opening(), NOON)
    await store.commit("inc-1", [], lambda incident, items: [
        replace(noted("\ud800\0 \x1b[2J"), details={"why": ["\udfff", {"\0": 1.5}]}, tags=("\0",))], NOON)
    assert (await store.events("inc-1"))[1].summary == "\ufffd\ufffd \x1b[2J"
    assert (await store.verify())[0].clean


async def test_commits_at_the_same_time_never_break_the_chain(store: Store) -> None:
    await store.commit("inc-1", [], opening(), NOON)
    await asyncio.gather(*(
        store.commit("inc-1", [], lambda incident, items, n=n: [noted(f"{n}")], NOON) for n in range(40)))  # type: ignore[misc]
    events = await store.events("inc-1")
    assert [event.seq for event in events] == list(range(1, 42))
    assert first_break(events) is None


async def test_a_caller_that_is_cancelled_leaves_the_store_whole(store: Store) -> None:
    await store.commit("inc-1", [], opening(), NOON)
    for n in range(30):
        tasks = [asyncio.ensure_future(store.page("live", EVERYTHING)),
                 asyncio.ensure_future(add(store, post(f"t{n}"))),
                 asyncio.ensure_future(store.commit("inc-1", [], lambda incident, items: [noted()], NOON))]
        for _ in range(n % 7):
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    # Writes take turns: behind this one nothing of those whose callers left is still under way.
    await store.commit("inc-1", [], lambda incident, items: [noted()], NOON)
    assert len(await store.page("live", EVERYTHING)) == await store.count()
    assert (await store.verify())[0].clean
