"""Random people, acts, crashes and hours, and no way to send what may not go out.

The machine drives the real log, gate and outbox on a real store. What it holds them to is a second, plain account of
who said yes to what and when, and it is asked at the moment that the platform takes a reply.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from helpers.desk_world import WorldPublisher
from helpers.memory_store import MemoryStore
from helpers.second_account import (
    GAP,
    HOLDING,
    HOUSES,
    MAY_ONLY_WRITE,
    OFFENDS,
    PLAIN,
    TEAM,
    TEXTS,
    Paper,
    Yes,
)
from helpers.sending_office import Office
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

from warroom.domain.model import LIVE, Gone, Platform
from warroom.domain.reply import DraftState
from warroom.domain.triage import Verb
from warroom.engine.desk import Desk
from warroom.engine.outbox import Outbox
from warroom.ports import Batch, Publisher, Store
from warroom.store.sql import open_store

PEOPLE = st.sampled_from(sorted(TEAM))
ACTS = st.sampled_from([*["take"] * 5, "lose", "drop", "refuse", "break", "die before", "die after"])
LOOKS = st.sampled_from(["well", "well", "well", "down", "die"])
#: Who says yes, and what happens before the reply is sent.
YES = st.sampled_from([*[["ben", "lea", "ana"]] * 5, ["lea"], ["ben", "ben"], ["kim"], []])
SMALL = st.sampled_from([
    "revise", "submit", "approve", "set aside", "out of review", "decide", "unsend", "watch", "drill"])
SENDERS = st.sampled_from(["ana", "ana", "ana", "ana", "ben", "kim"])
BETWEEN = st.sampled_from([
    "edit", "delete", "delete, set aside", "time", "severity", "strategy", "revise", "claim", "set aside", "send",
    "again"])
#: The write that a process dies at, 0 for none, and whether right after it.
DEATHS = st.tuples(st.sampled_from([0, 0, 0, 0, 1, 2]), st.booleans())


class Sending(Office, RuleBasedStateMachine):
    drafts = Bundle("drafts")

    @initialize(safe=st.booleans(), house=st.sampled_from(sorted(HOUSES)), severity=st.sampled_from([1, 2, 2, 4]))
    def open(self, safe: bool, house: str, severity: int) -> None:
        self.begin(safe=safe, house=house)
        self.severity_changes(severity)

    # --- acts ----------------------------------------------------------------------------------------------------

    @rule(target=drafts, who=PEOPLE, text=st.sampled_from(TEXTS), from_library=st.booleans(), again=st.booleans())
    def write(self, who: str, text: str, from_library: bool, again: bool) -> str:
        statement = "holding" if from_library else ""
        draft = self.run(self.replies(who).write(self.name, self.post.key, text, statement=statement, again=again))
        return self.note(who, draft, statement=statement) if draft else ""

    @rule(target=drafts, who=PEOPLE)
    def write_in_parts(self, who: str) -> str:
        parts = self.run(self.replies(who).write_thread(self.name, self.post.key, PLAIN)) or []
        for part in parts:
            self.note(who, part, follows=part.follows)
        return parts[-1].id if parts else ""

    @rule(target=drafts, who=PEOPLE, text=st.sampled_from(TEXTS), from_library=st.booleans())
    def broadcast(self, who: str, text: str, from_library: bool) -> str:
        statement = "holding" if from_library else ""
        made = self.run(self.replies(who).broadcast(self.name, {Platform.MASTODON: text}, statement=statement,
                                                    again=True)) or []
        for draft in made:
            self.papers.setdefault(draft.id, Paper({who}, draft.text, statement, "", own=True))
        return made[0].id if made else ""

    def revise(self, who: str, draft_id: str, text: str, stale: bool) -> None:
        if not draft_id:
            return
        before = self.now_of(draft_id)
        after = self.run(self.replies(who).revise(self.name, draft_id, text, version=before.version - stale))
        if after is not None and after.version != before.version:
            paper = self.papers[draft_id]
            paper.hands.add(who)
            paper.text, paper.seen, paper.given, paper.yes = text, self.seen_with(paper), set(), []
            assert not stale, "what somebody else wrote was overwritten"

    def submit(self, who: str, draft_id: str, aside: bool) -> None:
        if draft_id:
            self.set_aside(draft_id, self.run(self.replies(who).submit(
                self.name, draft_id, overrides=self.reasons(who, draft_id) if aside else {})))

    def approve(self, who: str, draft_id: str, aside: bool) -> None:
        if not draft_id:
            return
        before = self.now_of(draft_id)
        after = self.run(self.replies(who).approve(
            self.name, draft_id, overrides=self.reasons(who, draft_id) if aside else {}))
        self.set_aside(draft_id, after)
        if after is not None and after != before:
            assert who not in self.papers[draft_id].hands, "somebody approved words of their own"
            assert who != MAY_ONLY_WRITE
            paper = self.papers[draft_id]
            paper.yes.append(Yes(who, paper.text, self.seen_with(paper), self.strategy, self.clock.now(), paper.aside))

    def set_findings_aside_later(self, who: str, draft_id: str) -> None:
        if draft_id:
            self.set_aside(draft_id, self.run(self.replies(who).override(
                self.name, draft_id, self.reasons(who, draft_id))))

    def take_out_of_review(self, who: str, draft_id: str, back: bool) -> None:
        if draft_id:
            replies = self.replies(who)
            after = self.run(replies.send_back(self.name, draft_id, "say when") if back else
                             replies.withdraw(self.name, draft_id))
            if after is not None:
                self.papers[draft_id].yes = []

    @rule(who=PEOPLE, draft_id=drafts, act=ACTS, look=LOOKS, death=DEATHS)
    def send(self, who: str, draft_id: str, act: str, look: str, death: tuple[int, bool]) -> None:
        if draft_id:
            self.sender = who
            draft = self.now_of(draft_id)
            self.run(self.outbox(who, act, look, death).send(self.name, draft))
            self.sender = ""

    @rule(target=drafts, who=PEOPLE, text=st.sampled_from((*PLAIN, *PLAIN, *PLAIN, HOLDING, OFFENDS, GAP)), yes=YES,
          between=st.just([]) | st.lists(BETWEEN, min_size=1, max_size=2), sender=SENDERS, act=ACTS, look=LOOKS,
          death=DEATHS, after=st.just([]) | st.lists(BETWEEN, min_size=1, max_size=2),
          own=st.sampled_from([False, False, False, True]))
    def a_reply_takes_its_way(
        self, *, who: str, text: str, yes: list[str], between: list[str], sender: str, act: str, look: str,
        death: tuple[int, bool], after: list[str], own: bool,
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
        self.send(sender, draft_id, act, look, death)
        for what in after:
            self.disturb(what, draft_id, who)
        self.find_out("take", "well", (0, False))
        return draft_id

    another_reply_takes_its_way = a_reply_takes_its_way
    a_third_reply_takes_its_way = a_reply_takes_its_way

    def disturb(self, what: str, draft_id: str, who: str) -> None:
        match what:
            case "edit":
                self.the_post_is_edited()
            case "delete":
                self.the_post_is_deleted()
            case "delete, set aside":
                self.the_post_is_deleted()
                self.set_findings_aside_later("lea", draft_id)
            case "time":
                self.time_passes(121)
            case "severity":
                self.severity_changes(1)
            case "strategy":
                self.strategy_changes("rebuild" if self.strategy != "rebuild" else "inform")
            case "revise":
                self.revise("ben", draft_id, PLAIN[0] if self.papers[draft_id].text != PLAIN[0] else PLAIN[1],
                            stale=False)
            case "claim":
                self.the_post_changes_hands("ana" if who != "ana" else "ben", Verb.ASSIGN)
            case "set aside":
                self.set_findings_aside_later("lea", draft_id)
            case "send":
                self.send("ana", draft_id, "lose", "down", (0, False))
            case "again":
                self.submit(who, draft_id, aside=True)
                self.send("ana", draft_id, "take", "well", (0, False))

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

    @rule(act=ACTS, look=LOOKS, death=DEATHS)
    def find_out(self, act: str, look: str, death: tuple[int, bool]) -> None:
        self.run(self.outbox("ana", act, look, death).reconcile())

    def a_person_looks_and_decides(self, draft_id: str) -> None:
        if draft_id and (draft := self.now_of(draft_id)).state in (DraftState.UNKNOWN, DraftState.SENDING):
            sent = self.world.standing.get(draft_id)
            state = DraftState.SENT if sent is not None else DraftState.FAILED
            self.run(self.outbox("ana", "take", "well", (0, False)).resolve(self.name, draft, state, sent))

    def unsend(self, draft_id: str, death: tuple[int, bool]) -> None:
        if draft_id:
            self.unsent.add(draft_id)
            self.run(self.outbox("ana", "take", "well", death).unsend(self.name, self.now_of(draft_id)))

    def the_watch_looks_after_approvals(self) -> None:
        self.run(self.replies("ana").lapse(self.name))

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

    def time_passes(self, minutes: int) -> None:
        self.clock.pass_(timedelta(minutes=minutes))

    def the_post_is_edited(self) -> None:
        self.edits += 1
        self.deleted = False
        self.post = replace(self.post, text=f"Acme is down, edit {self.edits}")
        self.run(self.store.add(LIVE, "test", Batch([self.post]), self.clock.now()))

    def the_post_is_deleted(self) -> None:
        if self.deleted:
            return
        self.deleted = True
        self.run(self.store.add(LIVE, "test", Batch([Gone(Platform.MASTODON, self.post.native_id, self.clock.now())]),
                                self.clock.now()))

    def the_post_changes_hands(self, who: str, verb: Verb) -> None:
        desk = Desk(self.store, self.incident, clock=self.clock, wall=self.clock, actor=self.holder or who)
        self.run(desk.act(verb, [self.post.key], value=who if verb is Verb.ASSIGN else ""))
        found = self.run(self.store.items(LIVE, [self.post.key], incident=self.name)) or {}
        self.holder = found[self.post.key].triage.holder

    def severity_changes(self, level: int) -> None:
        desk = Desk(self.store, self.incident, clock=self.clock, wall=self.clock, actor="ana")
        if self.run(desk.set_severity(level)):
            self.severity = level

    def strategy_changes(self, strategy: str) -> None:
        desk = Desk(self.store, self.incident, clock=self.clock, wall=self.clock, actor="ana")
        if self.run(desk.set_strategy("", strategy)):
            self.strategy = strategy

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

    def somebody_takes_a_drill_for_real(self, who: str) -> None:
        async def go() -> None:
            async def way(_: Platform) -> Publisher:
                return WorldPublisher(self.drill_world)

            outbox = Outbox(self.replies(who), self.store, way, sole=self.sole, wall=self.clock)
            draft = await outbox.replies.write(self.drill.id, self.post.key, PLAIN[0])
            draft = await outbox.replies.submit(self.drill.id, draft.id)
            await outbox.send(self.drill.id, draft)

        self.run(go())
        assert not self.drill_world.taken, "a drill published"

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
