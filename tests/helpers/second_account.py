"""A second, plain account of who said yes to what and when: what the state machine of sending is held to.

It knows nothing of the code that it judges but the names of two findings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from helpers.desk_world import World

from warroom.domain.approval import read_rule
from warroom.domain.model import Post
from warroom.domain.tone import RULES

#: By her role kim might approve; but she may only write.
TEAM = {"ana": "lead", "ben": "approver", "lea": "legal", "kim": "approver", "sam": "responder"}
MAY_ONLY_WRITE = "kim"
SENIOR = {"lead", "approver", "legal"}
#: What the rules ask for, in the two houses: by severity, the roles and how many.
HOUSES: dict[str, dict[int | None, tuple[set[str], int]]] = {
    "shipped": {1: ({"approver", "legal"}, 1), 2: ({"approver", "legal"}, 1)},
    "strict": dict.fromkeys((1, 2, 3, 4, None), ({"approver", "legal", "lead"}, 2)),
}
STRICT = (read_rule("statement", "nobody"), read_rule("any", "2 of lead, approver, legal"))
EXPIRY = timedelta(hours=2)
PLAIN = ("We look into it and say more here at 17:00 today.", "Your refund went out this morning, thank you.")
OFFENDS = "We are sorry if you were offended. We say more at 17:00."
GAP = "We pay back {amount} by 17:00 today."
HOLDING = "We know that it is down. The next update comes here at 17:00."
#: Two rules of tone are enough here: one whose finding can be set aside, and one whose cannot. A lenient house begins
#: without the first, and may take it up while replies wait.
RULES_ASKED = [one for one in RULES if one.id in ("non-apology", "unfilled-placeholder")]
LENIENT = [one for one in RULES_ASKED if one.id != "non-apology"]
TEXTS = (*PLAIN, OFFENDS, GAP, HOLDING)


class HurriedClock:
    """Time that passes when somebody sleeps, or when the machine says so."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 6, 12, tzinfo=UTC)

    def now(self) -> datetime:
        self._now += timedelta(milliseconds=1)
        return self._now

    async def sleep(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)

    def pass_(self, span: timedelta) -> None:
        self._now += span


@dataclass
class Yes:
    who: str
    text: str
    seen: str
    strategy: str
    at: datetime
    aside: frozenset[str]


@dataclass
class Paper:
    """What the machine itself knows of a reply."""

    hands: set[str]
    text: str
    statement: str
    seen: str
    follows: str = ""
    #: A post of our own, below nobody's.
    own: bool = False
    given: set[str] = field(default_factory=set)
    yes: list[Yes] = field(default_factory=list)

    @property
    def aside(self) -> frozenset[str]:
        """The findings of tone that somebody set aside with a reason."""
        return frozenset(self.given & {"non-apology"})


class SecondAccount:
    """What is known from outside: papers, the post, who holds it, the strategy, the severity, the time."""

    #: Replies that the platform took in all: a machine that never gets there proves nothing.
    went: ClassVar[int] = 0
    papers: dict[str, Paper]
    faults: list[str]
    world: World
    clock: HurriedClock
    post: Post
    house: str
    severity: int | None
    strategy: str
    holder: str
    sender: str
    edits: int
    deleted: bool
    until: datetime
    #: False as long as the house has no rule against OFFENDS.
    ruled: bool
    #: An edit of the post that no stream told of; who sends looks, and finds it.
    unseen: Post | None

    @property
    def seen(self) -> str:
        return f"{self.edits}{' gone' if self.deleted else ''}"

    def seen_with(self, paper: Paper) -> str:
        """What the post that a paper answers says now."""
        return "" if paper.own else self.seen

    def goes_out(self, key: str, text: str) -> None:
        """The platform is about to take a reply: may it? The outbox catches what a publisher raises, so it is kept."""
        type(self).went += 1
        try:
            self.may_go_out(key, text)
        except AssertionError as error:
            self.faults.append(str(error))

    def may_go_out(self, key: str, text: str) -> None:
        paper = self.papers[key]
        assert key not in [taken for taken, _ in self.world.taken], "a reply went out twice"
        assert text == paper.text, "other words went out than those that were written last"
        assert text != GAP, "a gap went out"
        assert text != OFFENDS or not self.ruled or "non-apology" in paper.aside, "an error of tone went out"
        now = self.clock.now()
        published = paper.statement == "holding" and now < self.until
        assert not paper.statement or published, "a statement went out that had run out"
        roles, count = HOUSES[self.house].get(self.severity, (SENIOR, 0))
        if self.house == "shipped" and paper.own and self.severity not in (1, 2):
            roles, count = SENIOR, 1
        if published and text == HOLDING:
            count = 0
        if self.house == "shipped" and "non-apology" in paper.aside:
            roles, count = {"approver", "legal"}, max(1, count)
        if MAY_ONLY_WRITE in paper.hands and not count:
            roles, count = SENIOR, 1
        good = {one.who for one in paper.yes if TEAM[one.who] in roles and one.who not in paper.hands
                and one.text == text and one.seen == self.seen_with(paper) and one.strategy == self.strategy
                and one.at + EXPIRY > now and one.aside == paper.aside}
        assert len(good) >= count, f"it went out with {sorted(good)} of {count} {sorted(roles)}"
        assert self.sender != MAY_ONLY_WRITE, "somebody sent who may only write"
        assert not paper.follows or paper.follows in self.world.standing, "a part went out before the one before it"
        if paper.own:
            return
        assert not self.deleted or "deleted" in paper.given, "it went out below a deleted post"
        assert paper.seen == self.seen or self.deleted or (
            f"edited:{self.post.content_sha256[:8]}" in paper.given), "it went out below an edited post"
        if self.sender:
            assert self.unseen is None or paper.follows, "it went out below a post that had been edited on its platform"
            assert self.holder in ("", self.sender) or f"held:{self.holder}" in paper.given, "not theirs"
