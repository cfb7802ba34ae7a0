"""Review: people submit drafts, say yes or no to them, and set findings aside; each step is an event of the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from warroom.domain.approval import Blocker, Needs, may_approve, same, seen, with_overrides, wrote
from warroom.domain.errors import BadMove
from warroom.domain.events import EventType
from warroom.domain.item import Item
from warroom.domain.reply import WRITABLE, Approval, Conflict, Draft, DraftState, fingerprint, moved
from warroom.domain.text import one_line
from warroom.domain.wire import Json
from warroom.engine.draft_log import DraftLog, Scene, Step, Turn
from warroom.engine.entries import WATCH
from warroom.engine.gate import Gate

_NO_OVERRIDES: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that waits for somebody's yes: for whose, and why an earlier yes does not hold any more ("")."""

    draft: Draft
    needs: Needs
    item: Item | None
    lapsed: str


class Review:
    """The drafts of one log in review, before one gate."""

    def __init__(self, log: DraftLog, gate: Gate) -> None:
        self.actor = log.actor
        self.gate = gate
        self._log = log

    async def submit(
        self, incident: str, draft_id: str, *, overrides: Mapping[str, str] = _NO_OVERRIDES,
    ) -> Draft:
        """Ask for approval; where the rules need nobody's, the draft is approved at once.

        ``overrides`` set findings aside, each with a typed reason. Raises Blocked with what stands in the way.
        """
        def turn(scene: Scene) -> Step | None:
            draft = self._past(scene, overrides)
            asked = self._needs(scene, draft)
            if scene.draft.state is DraftState.IN_REVIEW and asked.missing:
                raise BadMove("It is in review already.", reason=asked.words)
            if scene.draft.state is DraftState.APPROVED and not asked.missing:
                return None
            target = DraftState.IN_REVIEW if asked.missing else DraftState.APPROVED
            after = self._at(draft, moved(scene.draft.state, target), approvals=asked.have, reason="")
            details = _why(draft, scene.draft)
            if asked.missing:
                return Step(after=after, kind=EventType.SUBMITTED, words=asked.words, details=details)
            # Who submits it says that it is ready; nobody approves words of their own.
            by = ", ".join(approval.by for approval in asked.have)
            return Step(after=after, kind=EventType.APPROVED, said="cleared the reply",
                        words=f"approved by {by}" if by else "nobody needs to approve it", details=details)

        return await self._change(incident, draft_id, turn)

    async def approve(
        self, incident: str, draft_id: str, *, comment: str = "", overrides: Mapping[str, str] = _NO_OVERRIDES,
        version: int | None = None, post: str | None = None,
    ) -> Draft:
        """Say that a draft may go out, as it and its post are now. Raises BadMove for those who may not say so.

        ``version`` and ``post`` (see :func:`warroom.domain.approval.seen`) are what was read; where the text or the
        post became another one since, nobody has read it, and it is refused.
        """
        def turn(scene: Scene) -> Step | None:
            before = scene.draft
            if version not in (None, before.version):
                raise Conflict(before, hint="Read it as it is now, then approve it.")
            if post not in (None, seen(scene.item)):
                raise BadMove("The post changed while you read the reply; nothing was approved.",
                              hint="Read both as they are now, then approve it.")
            if before.state is not DraftState.IN_REVIEW:
                lapsed = before.state is DraftState.APPROVED and self._needs(scene, before).missing
                if not lapsed:
                    hint = "Submit it first." if before.state is DraftState.DRAFT else ""
                    raise BadMove(f"There is nothing to approve: it is {before.state}.", hint=hint)
            draft = self._past(scene, overrides)
            asked = self._needs(scene, draft)
            role, now = may_approve(self.gate.policy, draft, asked, self.actor), self._log.clock.now()
            yes = Approval(
                by=self.actor, role=role, at=now, text_sha256=fingerprint(draft), post_sha256=seen(scene.item),
                strategy=scene.incident.strategy, expires=now + self.gate.policy.expiry)
            draft = replace(draft, approvals=(*(one for one in asked.have if not same(one.by, self.actor)), yes))
            asked = self._needs(scene, draft)
            target = DraftState.IN_REVIEW if asked.missing else DraftState.APPROVED
            state = target if target is before.state else moved(before.state, target)
            words = f"{asked.missing} more must" if asked.missing else one_line(comment)
            return Step(after=self._at(draft, state, reason=""), kind=EventType.APPROVED, words=words,
                        details={**_why(draft, before), **({"comment": comment.strip()} if comment.strip() else {})})

        return await self._change(incident, draft_id, turn)

    async def send_back(self, incident: str, draft_id: str, comment: str) -> Draft:
        """Give a draft back to its writer, with what is wrong about it. Raises BadMove without a comment."""
        words = comment.strip()
        if not words:
            raise BadMove("Sending a reply back needs a comment.", hint="Say what should be different.")

        def turn(scene: Scene) -> Step:
            self.gate.policy.must_send(self.actor, "send them back")
            return self._back(scene, EventType.RETURNED, words, {"comment": words})

        return await self._change(incident, draft_id, turn)

    async def withdraw(self, incident: str, draft_id: str, reason: str = "") -> Draft:
        """Take a draft of one's own out of review, to go on writing. Raises BadMove for those who did not write it."""
        def turn(scene: Scene) -> Step:
            if not wrote(scene.draft, self.actor):
                raise BadMove(f"{scene.draft.author} wrote this reply.", hint="Send it back with a comment.")
            return self._back(scene, EventType.WITHDRAWN, one_line(reason), {})

        return await self._change(incident, draft_id, turn)

    async def override(self, incident: str, draft_id: str, overrides: Mapping[str, str]) -> Draft:
        """Set findings aside that came up after the draft was submitted; of the text, its approvals lapse by that."""
        def turn(scene: Scene) -> Step | None:
            if scene.draft.state not in WRITABLE:
                raise BadMove(f"A reply that is {scene.draft.state} goes its way.")
            draft = self._past(scene, overrides)
            if draft.overrides == scene.draft.overrides:
                return None
            return Step(after=draft, kind=EventType.OVERRIDDEN, words=_reasons(draft, scene.draft),
                        details=_why(draft, scene.draft))

        return await self._change(incident, draft_id, turn)

    async def needs(self, incident: str, draft: Draft) -> Needs:
        """Who must approve a draft, whose approval holds now, and in words."""
        scene = await self._look(incident, draft.id)
        return self._needs(scene, scene.draft)

    async def blockers(self, incident: str, draft_id: str) -> list[Blocker]:
        """What stands in the way of a draft now and was not set aside."""
        return self._open(await self._look(incident, draft_id))

    async def waiting(self, incident: str) -> list[Waiting]:
        """The drafts that wait for somebody's yes, the oldest first; those whose approval lapsed among them."""
        found: list[Waiting] = []
        for _, draft in await self._log.store.drafts(incident, states=(DraftState.IN_REVIEW, DraftState.APPROVED)):
            scene = await self._look(incident, draft.id)
            asked = self._needs(scene, draft)
            if draft.state is DraftState.IN_REVIEW or asked.missing:
                found.append(Waiting(draft, asked, scene.item, asked.lapsed))
        return found

    async def lapse(self, incident: str) -> list[Draft]:
        """Put approved drafts whose approval does not hold any more back into review; the watch does so."""
        back: list[Draft] = []
        for one in await self.waiting(incident):
            if one.draft.state is DraftState.APPROVED:
                after = await self._change(incident, one.draft.id, lambda scene: self._lapsed(scene, WATCH))
                back += [after] if after.state is DraftState.IN_REVIEW else []
        return back

    async def _change(self, incident: str, draft_id: str, turn: Turn, *, closed: bool = False) -> Draft:
        await self.gate.open()
        return await self._log.change(incident, draft_id, turn, closed=closed)

    async def _look(self, incident: str, draft_id: str) -> Scene:
        await self.gate.open()
        return await self._log.look(incident, draft_id)

    def _blockers(self, scene: Scene, draft: Draft) -> list[Blocker]:
        return self.gate.blockers(draft, scene.item, scene.incident, scene.others, actor=self.actor,
                                  now=self._log.clock.now())

    def _open(self, scene: Scene) -> list[Blocker]:
        """What was not set aside."""
        return [one for one in self._blockers(scene, scene.draft) if one.firm or one.rule not in scene.draft.overrides]

    def _past(self, scene: Scene, overrides: Mapping[str, str]) -> Draft:
        """The draft with ``overrides``. Raises Blocked where something stands in its way all the same."""
        # That somebody else holds the post concerns the one who sends; before that it may be set aside, no more.
        found = [one for one in self._blockers(scene, scene.draft)
                 if not one.rule.startswith("held:") or one.rule in overrides]
        kept = with_overrides(scene.draft, found, overrides)
        return replace(scene.draft, overrides=kept)

    def _needs(self, scene: Scene, draft: Draft) -> Needs:
        return self.gate.needs(draft, scene.item, scene.incident, self._log.clock.now())

    def _at(self, draft: Draft, state: DraftState, **more: object) -> Draft:
        return replace(draft, state=state, since=self._log.clock.now(), **more)  # type: ignore[arg-type]

    def _back(self, scene: Scene, kind: EventType, reason: str, details: Mapping[str, Json]) -> Step:
        if scene.draft.state not in (DraftState.IN_REVIEW, DraftState.APPROVED):
            raise BadMove(f"It is not in review: it is {scene.draft.state}.")
        state = moved(scene.draft.state, DraftState.DRAFT)
        return Step(after=self._at(scene.draft, state, approvals=(), reason=one_line(reason)), kind=kind,
                    details=details)

    def _lapsed(self, scene: Scene, actor: str = "") -> Step | None:
        asked = self._needs(scene, scene.draft)
        if scene.draft.state is not DraftState.APPROVED or not asked.missing:
            return None
        state = moved(DraftState.APPROVED, DraftState.IN_REVIEW)
        after = self._at(scene.draft, state, approvals=asked.have, reason=asked.lapsed or asked.words)
        return Step(after=after, kind=EventType.LAPSED, actor=actor)


def _reasons(after: Draft, before: Draft) -> str:
    return "; ".join(f"{rule}: {reason}" for rule, reason in after.overrides.items()
                     if before.overrides.get(rule) != reason)


def _why(after: Draft, before: Draft) -> dict[str, Json]:
    """What was set aside by this act, for the event."""
    fresh = {rule: reason for rule, reason in after.overrides.items() if before.overrides.get(rule) != reason}
    return {"set aside": fresh} if fresh else {}
