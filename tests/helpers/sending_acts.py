"""What the people of a sending office do, and what happens to them meanwhile; the state machine drives it at random."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from helpers.desk_world import Meanwhile, WorldPublisher
from helpers.second_account import MAY_ONLY_WRITE, PLAIN, Paper, Yes
from helpers.sending_office import Office

from warroom.domain.model import LIVE, Gone, Platform
from warroom.domain.reply import Draft, DraftState
from warroom.domain.triage import Verb
from warroom.engine.desk import Desk
from warroom.engine.outbox import Outbox
from warroom.ports import Batch, Publisher


class Acts(Office):
    """Each act is one process's, and each keeps the second account; what is refused changes nothing in it."""

    def write(self, who: str, text: str, from_library: bool, again: bool) -> str:
        statement = "holding" if from_library else ""
        draft = self.run(self.replies(who).write(self.name, self.post.key, text, statement=statement, again=again))
        return self.note(who, draft, statement=statement) if draft else ""

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

    def send(
        self, who: str, draft_id: str, act: str, look: str, death: tuple[int, bool],
        meanwhile: Meanwhile = lambda _: None,
    ) -> None:
        if draft_id:
            before, self.sender = self.sender, who
            draft = self.now_of(draft_id)
            self.run(self.outbox(who, act, look, death, meanwhile).send(self.name, draft))
            self.sender = before

    def others(self, draft_id: str, who: str, when: str, what: str) -> Meanwhile:
        """What somebody else does in the middle of a send."""
        def act(now: str) -> None:
            if now == when and self.nests:
                self.disturb(what, draft_id, who)

        return act

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
            case "back and in again":
                self.take_out_of_review("lea", draft_id, back=True)
                self.submit(who, draft_id, aside=True)
            case "edit unseen" if not self.deleted:
                self.unseen = replace(self.post, text=f"Acme is down, unseen edit {self.edits}")
            case "other rules":
                self.ruled = True
            case "find out":
                self.find_out("take", "well", (0, False))
            case "decide":
                self.a_person_looks_and_decides(draft_id)
            case "unsend":
                self.unsend(draft_id, (0, False))
            case "another":
                waiting = [one.id for one in self.drafts_of_the_post() if one.state is DraftState.APPROVED]
                other = waiting[0] if waiting else self.write("ana", PLAIN[1], from_library=False, again=True)
                if other != draft_id:
                    self.submit("ana", other, aside=True)
                    self.approve("ben", other, aside=True)
                    self.send("ana", other, "take", "well", (0, False))

    def drafts_of_the_post(self) -> list[Draft]:
        return [draft for _, draft in self.run(self.store.drafts(self.name)) or [] if draft.post is not None]

    def find_out(self, act: str, look: str, death: tuple[int, bool]) -> None:
        before, self.sender = self.sender, ""
        self.run(self.outbox("ana", act, look, death).reconcile())
        self.sender = before

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

    def time_passes(self, minutes: int) -> None:
        self.clock.pass_(timedelta(minutes=minutes))

    def the_post_is_edited(self) -> None:
        self.edits += 1
        self.deleted, self.unseen = False, None
        self.post = replace(self.post, text=f"Acme is down, edit {self.edits}")
        self.run(self.store.add(LIVE, "test", Batch([self.post]), self.clock.now()))

    def the_post_is_deleted(self) -> None:
        if self.deleted:
            return
        self.deleted, self.unseen = True, None
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
