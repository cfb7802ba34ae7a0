"""What goes between the console and the process that checks its drafts, as plain data: papers there, findings back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from warroom.domain.composing import Count, Review, Sheet
from warroom.domain.model import Platform
from warroom.domain.reply import TextLimit
from warroom.domain.statements import Statement
from warroom.domain.strategy import Strategy
from warroom.domain.tone import Brief, Finding, Level

if TYPE_CHECKING:
    from warroom.domain.tone import Rule

def sheet_out(sheet: Sheet) -> dict[str, Any]:
    """A sheet as JSON has it, but for its rules, which are made anew on the other side."""
    brief, statement = sheet.brief, sheet.statement
    return {
        "brief": {"reply_to": brief.reply_to, "author": brief.author, "platform": brief.platform,
                  "strategy": brief.strategy, "severity": brief.severity, "facts": dict(brief.facts),
                  "recent": list(brief.recent)},
        "limit": asdict(sheet.limit), "now": sheet.now.isoformat(), "split": sheet.split,
        "statement": None if statement is None else {
            "id": statement.id, "title": statement.title, "body": statement.body, "approved_by": statement.approved_by,
            "approved_until": statement.approved_until and statement.approved_until.isoformat()},
    }


def sheet_in(said: Mapping[str, Any], rules: Sequence[Rule]) -> Sheet:
    """The sheet that :func:`sheet_out` wrote. Of its statement what a check asks: the words, and who approved them."""
    brief, limit, statement = dict(said["brief"]), dict(said["limit"]), said["statement"]
    brief["platform"] = brief["platform"] and Platform(brief["platform"])
    brief["strategy"] = brief["strategy"] and Strategy(brief["strategy"])
    brief["recent"] = tuple(brief["recent"])
    limit["names"] = tuple(limit["names"])
    if statement is not None:
        until = statement["approved_until"]
        statement = Statement(**{**statement, "approved_until": until and datetime.fromisoformat(until)})
    return Sheet(brief=Brief(**brief), limit=TextLimit(**limit), now=datetime.fromisoformat(said["now"]), rules=rules,
                 statement=statement, split=said["split"])


def review_out(review: Review) -> dict[str, Any]:
    """What was found, as JSON has it; the text is known on the other side."""
    return {"findings": [_out(one) for one in review.findings], "doubted": [_out(one) for one in review.doubted],
            "count": list(review.count), "parts": list(review.parts), "changed": review.changed}


def review_in(said: Mapping[str, Any], text: str) -> Review:
    """What :func:`review_out` wrote, about ``text``. Raises KeyError, TypeError or ValueError for anything else."""
    findings, doubted = (tuple(map(_in, said[name])) for name in ("findings", "doubted"))
    return Review(text, findings, Count(*said["count"]), tuple(said["parts"]), changed=said["changed"], doubted=doubted)


def _out(one: Finding) -> list[Any]:
    return [one.rule, one.level, one.start, one.end, one.text, one.reason, one.suggestion]


def _in(said: Sequence[Any]) -> Finding:
    rule, level, start, end, words, reason, suggestion = said
    return Finding(rule, Level(level), start, end, words, reason, suggestion)
