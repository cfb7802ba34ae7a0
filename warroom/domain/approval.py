"""Who must say yes to a reply before it goes out, and what stands in its way. Pure.

A rule is a few conditions and an answer. Of the rules of a house, in their order, the first one whose conditions all
hold decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from warroom.domain.approval_default import DEFAULT
from warroom.domain.errors import BadMove
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Platform
from warroom.domain.reply import Approval, Draft, DraftState, about_post, fingerprint
from warroom.domain.text import one_line

#: The roles that a rule may ask for.
ROLES: Final = ("lead", "responder", "approver", "legal", "scribe")
#: Who may answer for somebody who may only write, where no rule says otherwise.
_SENIOR: Final = ("lead", "approver", "legal")
#: Conditions besides severities and platforms.
_KINDS: Final = ("statement", "text", "private", "broadcast", "override")
_SEVERITIES: Final = ("sev1", "sev2", "sev3", "sev4", "watch")
CONDITIONS: Final = (*_SEVERITIES, *(str(platform) for platform in Platform), *_KINDS)


@dataclass(frozen=True, slots=True)
class Rule:
    """Who must approve where all ``conditions`` hold: ``count`` people, each in one of ``roles``; 0 is nobody."""

    conditions: frozenset[str]
    roles: tuple[str, ...] = ()
    count: int = 0


def read_rule(when: str, who: str) -> Rule:
    """Read one line of ``[approval.rules]``: ``"SEV1 text" = "2 of approver, legal"``. Raises ValueError."""
    conditions = frozenset(part for part in re.split(r"[\s,+]+", when.casefold()) if part and part != "any")
    if strange := sorted(conditions - set(CONDITIONS)):
        raise ValueError(f"there is no condition {strange[0]!r}")
    words = who.casefold().strip()
    if words in ("nobody", "none", "no one"):
        return Rule(conditions)
    found = re.fullmatch(r"(?:(\d)\s+of\s+)?(.+)", words)
    roles = tuple(dict.fromkeys(part for part in re.split(r"[\s,]+(?:or\s+)?", found[2]) if part)) if found else ()
    if strange := sorted(set(roles) - set(ROLES)):
        raise ValueError(f"there is no role {strange[0]!r}")
    count = int(found[1]) if found and found[1] else 1
    if not roles or count < 1:
        raise ValueError(f"{who!r} names nobody")
    return Rule(conditions, roles, count)


def _default_rules() -> tuple[Rule, ...]:
    return tuple(read_rule(when, who) for when, who in DEFAULT.items())


def _nobody() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules of a house, who is what in it, how long a yes holds, and who may only write."""

    rules: tuple[Rule, ...] = field(default_factory=_default_rules)
    team: Mapping[str, str] = field(default_factory=_nobody)
    expiry: timedelta = timedelta(hours=2)
    drafts_only: frozenset[str] = frozenset()

    def role(self, name: str) -> str:
        """The role of a person, "" where the team names none."""
        return next((role for known, role in self.team.items() if same(known, name)), "")

    def may_send(self, name: str) -> bool:
        """False for people who may only write."""
        return not any(same(known, name) for known in self.drafts_only)

    def must_send(self, name: str, what: str = "send them") -> None:
        """Raise BadMove for people who may only write replies; ``what`` is what they may not do with them."""
        if not self.may_send(name):
            raise BadMove(f"{name} may write replies, and not {what}.")

    def must_lead(self, name: str, what: str) -> None:
        """Raise BadMove where the team has a lead, and it is not ``name``.

        The lead sets how severe a crisis is and how it is answered: who must approve a reply hangs on both.
        """
        leads = [known for known, role in self.team.items() if role == "lead"]
        if leads and not any(same(known, name) for known in leads):
            raise BadMove(f"The {what} is set by the lead.",
                          hint=f"Ask {' or '.join(one_line(known) for known in leads)}.")


@dataclass(frozen=True, slots=True)
class Needs:
    """Who must approve a draft: ``count`` people of ``roles``; ``have`` are the approvals that hold now.

    ``words`` say it in a sentence, ``lapsed`` why an approval that was given does not hold any more ("" for none).
    """

    roles: tuple[str, ...] = ()
    count: int = 0
    have: tuple[Approval, ...] = ()
    words: str = ""
    lapsed: str = ""

    @property
    def missing(self) -> int:
        """How many more people must approve."""
        return max(0, self.count - len(self.have))


@dataclass(frozen=True, slots=True)
class Blocker:
    """What stands in the way of a draft. ``rule`` names it for an override; a ``firm`` one cannot be overridden."""

    rule: str
    words: str
    hint: str = ""
    firm: bool = False


class Blocked(BadMove):
    """Something stands in the way; ``blockers`` say what, and which of it a typed reason can set aside."""

    def __init__(self, blockers: Sequence[Blocker]) -> None:
        first = blockers[0]
        more = f" And {len(blockers) - 1} more: {', '.join(one.rule for one in blockers[1:])}." if blockers[1:] else ""
        hint = first.hint or ("" if first.firm else f"--override {first.rule}=REASON sets it aside; it is logged.")
        super().__init__(f"It cannot go out: {first.words}{more}", reason=f"Rule {first.rule}.", hint=hint)
        self.blockers = tuple(blockers)


def same(one: str, other: str) -> bool:
    """True where two names are one person's."""
    return one.strip().casefold() == other.strip().casefold()


def wrote(draft: Draft, name: str) -> bool:
    """True where this person wrote any of the text; nobody approves words of their own."""
    return any(same(name, writer) for writer in (draft.author, *draft.writers))


def seen(item: Item | None) -> str:
    """What a post says now, as one word: another one after an edit and after a deletion. "" for no post."""
    if item is None:
        return ""
    return f"{'deleted ' if item.deleted_at is not None else ''}{item.post.content_sha256}"


def valid(approval: Approval, now: datetime, draft: Draft, item: Item | None, incident: Incident) -> str:
    """Say why an approval does not hold any more, "" where it does."""
    if wrote(draft, approval.by):
        return f"{approval.by} wrote some of the text"
    if now >= approval.expires:
        return f"the approval of {approval.by} ran out at {approval.expires:%H:%M} UTC"
    if approval.text_sha256 != fingerprint(draft):
        return f"the text changed after {approval.by} approved it"
    if approval.post_sha256 != seen(item):
        gone = item is not None and item.deleted_at is not None
        return f"the post was {'deleted' if gone else 'edited'} after {approval.by} approved the reply"
    if approval.strategy != incident.strategy:
        return f"the strategy changed after {approval.by} approved the reply"
    return ""


def needs(
    policy: Policy, draft: Draft, now: datetime, item: Item | None, incident: Incident, *, free: bool = True,
) -> Needs:
    """Say who must approve a draft, and whose approval holds at ``now`` (aware UTC).

    ``free`` is False for the words of a published statement. Where the team table is empty, or names the author
    alone, there is nobody to ask, and a person alone may answer.
    """
    kinds = conditions(draft, incident, free=free)
    rule = next((rule for rule in policy.rules if rule.conditions <= kinds), Rule(frozenset(), _SENIOR, 1))
    writer_only = not all(policy.may_send(name) for name in (draft.author, *draft.writers))
    if rule.count == 0 and writer_only:
        rule = Rule(rule.conditions, _SENIOR, 1)
    alone = not draft.writers and all(same(name, draft.author) for name in policy.team)
    if rule.count and (alone or not policy.team) and not writer_only:
        return Needs(words="Nobody: the team table names nobody who could approve it.")
    troubles = [(one, valid(one, now, draft, item, incident)) for one in draft.approvals]
    have = {one.by.casefold(): one for one, trouble in troubles if not trouble and one.role in rule.roles}
    lapsed = next((trouble for _, trouble in troubles if trouble), "")
    if rule.count == 0:
        return Needs(words="Nobody needs to approve it.", lapsed=lapsed)
    able = sorted(name for name, role in policy.team.items()
                  if role in rule.roles and policy.may_send(name) and not wrote(draft, name))
    who = " or ".join(rule.roles)
    words = f"{rule.count} of {who}" if rule.count > 1 else f"{_article(who)} {who}"
    names = f" ({', '.join(able)})" if able else "; nobody in the team table is that"
    return Needs(rule.roles, rule.count, tuple(have.values()), f"It needs {words}{names}.", lapsed)


def conditions(draft: Draft, incident: Incident, *, free: bool) -> frozenset[str]:
    """The conditions of rules that hold for a draft."""
    held = {f"sev{incident.severity}" if incident.severity else "watch", str(draft.platform)}
    held.add("text" if free else "statement")
    if draft.private:
        held.add("private")
    if draft.post is None:
        held.add("broadcast")
    if any(not about_post(rule) for rule in draft.overrides):
        held.add("override")
    return frozenset(held)


def may_approve(policy: Policy, draft: Draft, asked: Needs, name: str) -> str:
    """Return the role in which a person may approve a draft. Raises BadMove where there is none."""
    if wrote(draft, name):
        raise BadMove("Nobody approves words of their own.", reason=f"{name} wrote some of this text.",
                      hint=asked.words)
    if not policy.may_send(name):
        raise BadMove(f"{name} may write replies, and no more.", hint=asked.words)
    role = policy.role(name)
    if asked.count and role not in asked.roles:
        raise BadMove(f"{name} cannot approve this reply.", reason=f"{name} is {role or 'not in the team table'}.",
                      hint=asked.words)
    return role


def of_post(draft: Draft, item: Item | None, others: Iterable[Draft], *, actor: str) -> list[Blocker]:
    """What the post itself puts in the way: somebody else has it, it was edited, it is gone, it has these words."""
    found: list[Blocker] = []
    if item is not None:
        holder = item.triage.holder
        if holder and not same(holder, actor):
            found.append(Blocker(f"held:{holder}", f"{holder} holds this post.", "Ask, or set it aside with a reason."))
        if item.deleted_at is not None:
            found.append(Blocker("deleted", "the post was deleted.", "Nobody may see a reply to it."))
        elif draft.seen and draft.seen != seen(item):
            mark = item.post.content_sha256[:8]
            found.append(Blocker(f"edited:{mark}", "the post was edited after the reply was written.",
                                 "Read it again, and the reply."))
    if any(other.id != draft.id and other.state is DraftState.SENT and other.text == draft.text
           and other.platform is draft.platform and other.private == draft.private for other in others):
        found.append(Blocker("same-words", "these words were sent there already."))
    return found


def with_overrides(draft: Draft, blockers: Iterable[Blocker], given: Mapping[str, str]) -> Mapping[str, str]:
    """The overrides of a draft with those of ``given`` that set aside what stands in its way now.

    Raises Blocked where something stands that was not, or cannot be, set aside, and BadMove for an empty reason.
    """
    found = {one.rule: one for one in blockers}
    kept = dict(draft.overrides)
    for rule, reason in given.items():
        if rule not in found:
            continue
        if not reason.strip():
            raise BadMove(f"Setting {rule} aside needs a reason.", hint="It stands in the log, with your name.")
        kept[rule] = " ".join(reason.split())
    left = [one for one in found.values() if one.firm or one.rule not in kept]
    if left:
        raise Blocked(left)
    return MappingProxyType(kept)


def _article(words: str) -> str:
    return "an" if words[:1] in "aeiou" else "a"
