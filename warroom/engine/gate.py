"""The gate before every reply: who must approve it, and what stands in its way now. It decides, and writes nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from warroom.domain import approval
from warroom.domain.approval import Blocker, Needs, Policy
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Platform
from warroom.domain.reply import Draft
from warroom.domain.statements import Library, Statement, sendable, verbatim
from warroom.domain.text import clip, one_line

if TYPE_CHECKING:
    from warroom.domain.tone import Reader, Rule

#: Seconds for which the house's files count as read.
FRESH: Final = 30.0
#: Findings that no reason sets aside: these words were never meant to go out.
_FIRM: Final = frozenset({"unfilled-placeholder"})


@dataclass(frozen=True, slots=True)
class House:
    """What drafts are checked by: the rules of tone, who reads beside them, and the library with published facts."""

    rules: Sequence[Rule]
    library: Library = field(default_factory=Library)
    reader: Reader | None = None


def _ours() -> House:
    from warroom.domain.tone import RULES  # slow to import

    return House(RULES)


class Gate:
    """The rules of a house for what goes out. ``house`` reads the rest of them, from files, when they are needed.

    What was read counts as fresh for so many seconds.
    """

    def __init__(
        self, policy: Policy | None = None, *, house: Callable[[], House] = _ours, fresh: float = FRESH,
    ) -> None:
        self.policy = policy or Policy()
        self._read = house
        self._house: House | None = None
        self._read_at = 0.0
        self._fresh = fresh

    async def open(self) -> None:
        """Read the house's files, where that was not done just now: a statement may have been recalled meanwhile.

        Raises ConfigError with what is wrong in them.
        """
        if self._house is None or time.monotonic() - self._read_at >= self._fresh:
            self._house = await asyncio.to_thread(self._read)
            self._read_at = time.monotonic()

    @property
    def house(self) -> House:
        """The rules of tone and the library."""
        if self._house is None:
            self._house, self._read_at = self._read(), time.monotonic()
        return self._house

    def blockers(
        self, draft: Draft, item: Item | None, incident: Incident, others: Iterable[Draft], *, actor: str,
        now: datetime,
    ) -> list[Blocker]:
        """What stands in the way of ``draft``, were ``actor`` to send it now; overridden or not."""
        return [*approval.of_post(draft, item, others, actor=actor), *self._of_statement(draft, now),
                *self._of_tone(draft, item, incident)]

    def needs(self, draft: Draft, item: Item | None, incident: Incident, now: datetime) -> Needs:
        """Who must approve ``draft``, and who has."""
        return approval.needs(self.policy, draft, now, item, incident, free=self._free(draft, now))

    def _statement(self, draft: Draft) -> Statement | None:
        return self.house.library.statements.get(draft.statement) if draft.statement else None

    def _free(self, draft: Draft, now: datetime) -> bool:
        """True for words that are not those of a statement that may be sent."""
        statement = self._statement(draft)
        return statement is None or bool(sendable(statement, now)) or not verbatim(statement, draft.text)

    def _of_statement(self, draft: Draft, now: datetime) -> list[Blocker]:
        statement = self._statement(draft)
        if statement is None:
            return [Blocker("statement", f"there is no statement {draft.statement!r}.", "Pick another one.",
                            firm=True)] if draft.statement else []
        if trouble := sendable(statement, now):
            return [Blocker("statement", trouble, "Pick another one, or have it approved again.", firm=True)]
        return []

    def _of_tone(self, draft: Draft, item: Item | None, incident: Incident) -> list[Blocker]:
        from warroom.domain.tone import Brief, Level, Strategy, check  # slow to import

        brief = Brief(
            reply_to=item.post.text if item is not None else "", author=item.post.author if item is not None else "",
            platform=draft.platform, severity=incident.severity, facts=self.house.library.facts,
            strategy=Strategy(incident.strategy) if incident.strategy else None)
        found: dict[str, Blocker] = {}
        for one in check(draft.text, brief, self.house.rules, self.house.reader):
            if one.level is not Level.ERROR or (draft.private and one.rule == "asks-personal-data"):
                continue
            if one.rule == "too-long" and (draft.private or draft.platform is Platform.MASTODON):
                continue  # each server has its own limit, and so has a message; the outbox asks for it
            words = f"“{clip(one_line(one.text), 60)}”: {one.reason}" if one.text else one.reason
            found.setdefault(one.rule, Blocker(one.rule, words, firm=one.rule in _FIRM))
        return list(found.values())
