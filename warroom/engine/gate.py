"""The gate before every reply: who must approve it, and what stands in its way now. It decides, and writes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from warroom.domain import approval
from warroom.domain.approval import Blocker, Needs, Policy
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.reply import Draft
from warroom.domain.text import clip, one_line

if TYPE_CHECKING:
    from warroom.domain.tone import Rule

#: Findings that no reason sets aside: these words were never meant to go out.
_FIRM: Final = frozenset({"unfilled-placeholder"})
_PLACEHOLDER: Final = re.compile(r"\{[^{}\n]{1,60}\}")
#: What fills a placeholder of a statement is a name, a time, a link: no more than so many code points of one line.
_FILL: Final = 120


@dataclass(frozen=True, slots=True)
class Voucher:
    """What the library says of a statement: its words with their placeholders, and why it may not be used ("")."""

    body: str
    problem: str = ""


#: Looks a statement up by its id, at a time (aware UTC); None where there is none.
Library = Callable[[str, datetime], Voucher | None]


def _empty(_name: str, _now: datetime) -> Voucher | None:
    return None


class Gate:
    """The rules of a house for what goes out. ``rules`` (None: ours) and ``facts`` are those of the tone checks."""

    def __init__(
        self, policy: Policy | None = None, *, library: Library = _empty, rules: Sequence[Rule] | None = None,
        facts: Mapping[str, str] | None = None,
    ) -> None:
        self.policy = policy or Policy()
        self._library = library
        self._rules = rules
        self._facts = facts or {}

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

    def _free(self, draft: Draft, now: datetime) -> bool:
        voucher = self._library(draft.statement, now) if draft.statement else None
        return voucher is None or bool(voucher.problem) or not says(voucher.body, draft.text)

    def _of_statement(self, draft: Draft, now: datetime) -> list[Blocker]:
        if not draft.statement:
            return []
        voucher = self._library(draft.statement, now)
        if voucher is None:
            return [Blocker("statement", f"there is no statement {draft.statement!r}.", "Pick another one.", firm=True)]
        if voucher.problem:
            return [Blocker("statement", voucher.problem, "Pick another one, or have it approved again.", firm=True)]
        return []

    def _of_tone(self, draft: Draft, item: Item | None, incident: Incident) -> list[Blocker]:
        from warroom.domain.tone import RULES, Brief, Level, Strategy, check  # slow to import

        brief = Brief(
            reply_to=item.post.text if item is not None else "", author=item.post.author if item is not None else "",
            platform=draft.platform, severity=incident.severity, facts=self._facts,
            strategy=Strategy(incident.strategy) if incident.strategy else None)
        found: dict[str, Blocker] = {}
        for one in check(draft.text, brief, RULES if self._rules is None else self._rules):
            if one.level is not Level.ERROR or (draft.private and one.rule == "asks-personal-data"):
                continue
            words = f"“{clip(one_line(one.text), 60)}”: {one.reason}" if one.text else one.reason
            found.setdefault(one.rule, Blocker(one.rule, words, firm=one.rule in _FIRM))
        return list(found.values())


def says(body: str, text: str) -> bool:
    """True where ``text`` is a statement's ``body`` with its placeholders filled, and nothing else besides.

    Spaces count as one; what fills a placeholder has up to 120 code points. What departs from the statement
    is free text, and is approved as such.
    """
    plain = " ".join(text.split())
    parts = [" ".join(part.split()) for part in _PLACEHOLDER.split(body)]
    fills = len(_PLACEHOLDER.findall(body))
    if not fills:
        return plain == parts[0]
    if not plain.startswith(parts[0]) or not plain.endswith(parts[-1]):
        return False
    at, end = len(parts[0]), len(plain) - len(parts[-1])
    for part in parts[1:-1]:
        found = plain.find(part, at + 1, end) if part else at + 1
        if found < 0 or found - at > _FILL:
            return False
        at = found + len(part)
    return 0 < end - at <= _FILL
