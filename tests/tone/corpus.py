"""The labelled replies: read and judged.

Those of ``fresh*.jsonl`` were each written after the tuning on those before them; docs/tone.md says
what the rules made of each when they first saw it. Those of ``blind*.jsonl`` are by writers who
did not know the rules; each was judged before anything was mended by it. By those of
``unseen*.jsonl`` nothing was ever mended, and nothing is to be: they are judged, and not looked at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warroom.domain.model import Platform
from warroom.domain.tone import Brief, Finding, Reader, Strategy, check

FOLDER = Path(__file__).parent / "replies"
#: Whether anything is missing is judged only where a reply is a whole one; the others are single sentences.
MISSING = {"no-acknowledgement", "no-responsibility", "no-next-step"}
WHOLE = {"missing", "good"}
_FILL = "We are sorry about the lamp. It is on us. We fix it today. "
_MARKED = re.compile("⟦([a-z-]+):(.*?)⟧", re.DOTALL)


@dataclass(frozen=True)
class Labelled:
    """A reply with what is wrong with it: ``spans`` are (rule, start, end), ``rules`` have no place of their own."""

    text: str
    brief: Brief
    spans: tuple[tuple[str, int, int], ...]
    rules: frozenset[str]
    whole: bool
    held_out: bool
    #: Rules of which a finding would be neither right nor wrong.
    allowed: frozenset[str] = frozenset()


@dataclass
class Count:
    """Right, wrong and missed findings of one rule."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def replies(kind: str = "[!bu]", *, without: Collection[str] = ()) -> Iterator[Labelled]:
    """Read our own replies, or ("blind", "unseen") those of writers who did not know the rules.

    ``without`` names files that are left out.
    """
    for file in sorted(FOLDER.glob(f"{kind}*.jsonl")):
        if file.stem in without:
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            whole = file.stem in WHOLE or raw.get("whole", False)
            yield _labelled(raw, whole=whole, held_out=file.stem.startswith("fresh"))


def _labelled(raw: dict[str, Any], *, whole: bool, held_out: bool) -> Labelled:
    text, spans = "", list[tuple[str, int, int]]()
    marked = raw["say"] if "say" in raw else _FILL * (raw["fill"] // len(_FILL) + 1)
    if "fill" in raw:
        marked = marked[: raw["fill"] - 1] + "."
    done = 0
    for found in _MARKED.finditer(marked):
        text += marked[done:found.start()]
        spans.append((found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        done = found.end()
    text += marked[done:]
    brief = Brief(
        reply_to=raw.get("to", ""), author=raw.get("author", ""),
        facts={key: str(value) for key, value in raw.get("facts", {}).items()},
        platform=Platform(raw["on"]) if "on" in raw else None, recent=tuple(raw.get("recent", ())),
        strategy=Strategy(raw["plan"]) if "plan" in raw else None, severity=raw.get("sev"),
    )
    return Labelled(text, brief, tuple(spans), frozenset(raw.get("also", ())), whole, held_out,
                    frozenset(raw.get("allow", ())))


def judge(
    wanted: Iterator[Labelled] | list[Labelled], reader: Reader | None = None,
) -> tuple[dict[str, Count], list[str]]:
    """Count each rule over replies; the second part says each mistake in words."""
    counts: dict[str, Count] = {}
    words = []
    for reply in wanted:
        for rule, outcome, what in _outcomes(reply, check(reply.text, reply.brief, reader=reader)):
            count = counts.setdefault(rule, Count())
            setattr(count, outcome, getattr(count, outcome) + 1)
            if outcome != "right":
                words.append(f"{outcome:6} {rule:22} {what[:60]!r} in {reply.text[:140]!r}")
    return counts, words


def _outcomes(reply: Labelled, found: list[Finding]) -> Iterator[tuple[str, str, str]]:
    used = set[int]()
    for rule, start, end in reply.spans:
        hits = [number for number, one in enumerate(found) if one.rule == rule and one.start < end and start < one.end]
        used.update(hits)
        yield rule, "right" if hits else "missed", reply.text[start:end]
    for rule in reply.rules:
        hits = [number for number, one in enumerate(found) if one.rule == rule]
        used.update(hits)
        yield rule, "right" if hits else "missed", ""
    expected = {rule for rule, _, _ in reply.spans} | reply.rules
    for number, one in enumerate(found):
        # A second place of a rule that the reply breaks anyway is no mistake.
        if one.rule not in expected | reply.allowed and number not in used and (reply.whole or one.rule not in MISSING):
            yield one.rule, "wrong", one.text
