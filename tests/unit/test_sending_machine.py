"""Random people, acts, crashes and hours, and no way to send what may not go out.

The machine drives the real log, gate and outbox on a real store. What it holds them to is a second, plain account of
who said yes to what and when, and it is asked at the moment that the platform takes a reply.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from helpers.memory_store import MemoryStore
from helpers.second_account import GAP, HOLDING, HOUSES, OFFENDS, PLAIN, TEAM, TEXTS
from helpers.sending_acts import Acts
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from warroom.domain.reply import DraftState
from warroom.domain.triage import Verb
from warroom.ports import Store
from warroom.store.sql import open_store

PEOPLE = st.sampled_from(sorted(TEAM))
ACTS = st.sampled_from([
    *["take"] * 6, "lose", "lose, shown late", "drop", "refuse", "break", "break after", "die before", "die after"])
LOOKS = st.sampled_from(["well", "well", "well", "down", "die"])
#: Who says yes, and what happens before the reply is sent.
YES = st.sampled_from([*[["ben", "lea", "ana"]] * 5, ["lea"], ["ben", "ben"], ["kim"], ["sam"], ["ana"], []])
SMALL = st.sampled_from([
    "revise", "submit", "approve", "set aside", "out of review", "decide", "unsend", "watch", "drill"])
SENDERS = st.sampled_from(["ana", "ana", "ana", "ana", "ben", "kim"])
BETWEEN = st.sampled_from([
    "edit", "edit unseen", "delete", "delete, set aside", "time", "severity", "strategy", "revise", "claim",
    "set aside", "send", "again", "back and in again", "other rules", "another"])
#: What others do in the very middle of a send: between the last look at everything and the write that it is *sending*,
#: before the call, and before its answer.
MEANWHILE = st.just(("", "")) | st.tuples(st.just("account"), st.sampled_from([
    "edit", "delete", "time", "severity", "strategy", "revise", "claim", "send", "back and in again", "find out",
])) | st.tuples(st.sampled_from(["call", "answer"]), st.sampled_from([
    "find out", "find out", "decide", "decide", "send", "again", "revise", "unsend", "another"]))
#: The write that a process dies at, 0 for none, and whether right after it.
DEATHS = st.tuples(st.sampled_from([0, 0, 0, 0, 1, 2]), st.booleans())


class Sending(Acts, RuleBasedStateMachine):
    drafts = Bundle("drafts")

    @initialize(safe=st.booleans(), house=st.sampled_from(sorted(HOUSES)), severity=st.sampled_from([1, 2, 2, 4]),
                ruled=st.sampled_from([True, True, False]))
    def open(self, safe: bool, house: str, severity: int, ruled: bool) -> None:
        self.begin(safe=safe, house=house, ruled=ruled)
        self.severity_changes(severity)

    # --- acts ----------------------------------------------------------------------------------------------------

    @rule(target=drafts, who=PEOPLE, text=st.sampled_from(TEXTS), from_library=st.booleans(), again=st.booleans())
    def somebody_writes(self, who: str, text: str, from_library: bool, again: bool) -> str:
        return self.write(who, text, from_library, again)

    @rule(target=drafts, who=PEOPLE, text=st.sampled_from(TEXTS), from_library=st.booleans())
    def somebody_writes_a_broadcast(self, who: str, text: str, from_library: bool) -> str:
        return self.broadcast(who, text, from_library)

    @rule(who=PEOPLE, draft_id=drafts, act=ACTS, look=LOOKS, death=DEATHS)
    def somebody_sends(self, who: str, draft_id: str, act: str, look: str, death: tuple[int, bool]) -> None:
        self.send(who, draft_id, act, look, death)

    @rule(act=ACTS, look=LOOKS, death=DEATHS)
    def a_process_finds_out(self, act: str, look: str, death: tuple[int, bool]) -> None:
        self.find_out(act, look, death)

    @rule(target=drafts, who=PEOPLE)
    def write_in_parts(self, who: str) -> str:
        parts = self.run(self.replies(who).write_thread(self.name, self.post.key, PLAIN)) or []
        for part in parts:
            self.note(who, part, follows=part.follows)
        return parts[-1].id if parts else ""

    @rule(target=drafts, who=PEOPLE, text=st.sampled_from((*PLAIN, *PLAIN, *PLAIN, HOLDING, OFFENDS, GAP)), yes=YES,
          between=st.just([]) | st.lists(BETWEEN, min_size=1, max_size=2), sender=SENDERS, act=ACTS, look=LOOKS,
          death=DEATHS, after=st.just([]) | st.lists(BETWEEN, min_size=1, max_size=2), meanwhile=MEANWHILE,
          own=st.sampled_from([False, False, False, True]))
    def a_reply_takes_its_way(
        self, *, who: str, text: str, yes: list[str], between: list[str], sender: str, act: str, look: str,
        death: tuple[int, bool], after: list[str], meanwhile: tuple[str, str], own: bool,
    ) -> str:
        """The way that most replies go, with something in between that ought to stop some of them."""
        if self.deleted:
            self.the_post_is_edited()
        self.find_out("take", "well", (0, False))
        if own:
            draft_id = self.broadcast(who, text, from_library=text == HOLDING)
        else:
            draft_id = self.write(who, text, from_library=text == HOLDING, again=True)
        if not draft_id:
            return ""
        self.submit(who, draft_id, aside=True)
        for other in yes:
            self.approve(other, draft_id, aside=True)
        for what in between:
            self.disturb(what, draft_id, who)
        self.send(sender, draft_id, act, look, death, self.others(draft_id, who, *meanwhile))
        for what in after:
            self.disturb(what, draft_id, who)
        self.find_out("take", "well", (0, False))
        return draft_id

    another_reply_takes_its_way = a_reply_takes_its_way
    a_third_reply_takes_its_way = a_reply_takes_its_way

    @rule(target=drafts, act=ACTS, look=LOOKS)
    def two_replies_wait_below_one_post(self, act: str, look: str) -> str:
        """The second must wait until it is known what became of the first."""
        made = [self.write("ana", text, from_library=False, again=True) for text in PLAIN]
        for draft_id in filter(None, made):
            self.submit("ana", draft_id, aside=True)
            self.approve("ben", draft_id, aside=True)
            self.approve("lea", draft_id, aside=True)
        for draft_id, how, sight in zip(made, (act, "take"), (look, "well"), strict=True):
            self.send("ana", draft_id, how, sight, (0, False))
        return made[-1]

    @rule(who=PEOPLE, draft_id=drafts)
    def two_send_at_once(self, who: str, draft_id: str) -> None:
        if not draft_id:
            return
        draft, self.sender = self.now_of(draft_id), who

        async def both() -> None:
            await asyncio.gather(*(self.outbox(who, "take", "well", (0, False)).send(self.name, draft)
                                   for _ in range(2)), return_exceptions=True)

        self.run(both())
        self.sender = ""

    @rule(draft_id=drafts, act=ACTS, death=DEATHS)
    def send_the_parts(self, draft_id: str, act: str, death: tuple[int, bool]) -> None:
        batch = self.now_of(draft_id).batch if draft_id else ""
        if batch:
            self.sender = "ana"
            self.run(self.outbox("ana", act, "well", death).send_batch(self.name, batch))
            self.sender = ""

    @rule(who=PEOPLE, draft_id=drafts, what=SMALL, text=st.sampled_from(TEXTS), yes=st.booleans(), death=DEATHS)
    def somebody_acts(
        self, who: str, draft_id: str, what: str, text: str, yes: bool, death: tuple[int, bool],
    ) -> None:
        match what:
            case "revise":
                self.revise(who, draft_id, text, stale=yes)
            case "submit":
                self.submit(who, draft_id, aside=yes)
            case "approve":
                self.approve(who, draft_id, aside=yes)
            case "set aside":
                self.set_findings_aside_later(who, draft_id)
            case "out of review":
                self.take_out_of_review(who, draft_id, back=yes)
            case "decide":
                self.a_person_looks_and_decides(draft_id)
            case "unsend":
                self.unsend(draft_id, death)
            case "watch":
                self.the_watch_looks_after_approvals()
            case "drill":
                self.somebody_takes_a_drill_for_real(who)

    # --- the world goes on ---------------------------------------------------------------------------------------

    @rule(what=st.sampled_from(["time", "edit", "delete", "hands", "severity", "strategy"]), who=PEOPLE,
          minutes=st.sampled_from([1, 5, 9, 11, 61, 119, 121, 400]), level=st.integers(1, 4), release=st.booleans(),
          strategy=st.sampled_from(["", "inform", "rebuild", "deny"]))
    def the_world_goes_on(
        self, what: str, who: str, minutes: int, level: int, release: bool, strategy: str,
    ) -> None:
        match what:
            case "time":
                self.time_passes(minutes)
            case "edit":
                self.the_post_is_edited()
            case "delete":
                self.the_post_is_deleted()
            case "hands":
                self.the_post_changes_hands(who, Verb.RELEASE if release else Verb.ASSIGN)
            case "severity":
                self.severity_changes(level)
            case "strategy":
                self.strategy_changes(strategy)

    # --- what must hold ------------------------------------------------------------------------------------------

    @invariant()
    def what_the_log_says_is_so(self) -> None:
        assert not self.faults
        if not hasattr(self, "world"):
            return
        for _, draft in self.run(self.store.drafts(self.name)) or []:
            there = draft.id in self.world.standing
            match draft.state:
                case DraftState.SENT if draft.id not in self.unsent:
                    assert there, "it is called sent, and it is not there"
                case DraftState.DELETED:
                    assert not there, "it is called deleted, and it stands on the platform"
                case DraftState.FAILED | DraftState.APPROVED | DraftState.DRAFT | DraftState.IN_REVIEW:
                    assert not there, f"it is called {draft.state}, and it stands on the platform"

    def teardown(self) -> None:
        verdicts = self.run(self.store.verify(self.name)) or []
        self.runner.run(self.store.close())
        assert all(verdict.clean for verdict in verdicts), [verdict.drift for verdict in verdicts]


#: Runs of the machine, each from a seed of its own: within one run hypothesis tries variations of few examples.
RUNS, EXAMPLES, STEPS = 24, 6, 40


def drive(
    fresh: Callable[[], Awaitable[Any]], runner: asyncio.Runner, runs: range, phases: tuple[Phase, ...] = tuple(Phase),
) -> int:
    """Let the machine run on a store; returns how many replies the platform took. Raises what it finds."""
    went = 0
    for run in runs:
        machine = type("Machine", (Sending,), {
            "fresh": staticmethod(fresh), "runner": runner, "_hypothesis_internal_use_seed": run})
        run_state_machine_as_test(machine, settings=settings(
            max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None, database=None, print_blob=False,
            phases=phases, suppress_health_check=list(HealthCheck)))
        went += machine.went
    return went


def test_no_way_is_found_to_send_what_may_not_go_out() -> None:
    async def fresh() -> MemoryStore:
        return MemoryStore()

    with asyncio.Runner() as runner:
        # A machine whose replies never get to the platform would prove nothing.
        assert drive(fresh, runner, range(RUNS)) > 200


def test_no_way_is_found_on_the_real_store_either(tmp_path: Path) -> None:
    numbers = itertools.count()

    async def fresh() -> Store:
        return await open_store(tmp_path / f"{next(numbers)}.db")

    with asyncio.Runner() as runner:
        assert drive(fresh, runner, range(RUNS, RUNS + 1)) > 0
