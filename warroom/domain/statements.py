"""Statements prepared before they are needed: their gaps, what may be sent, and which fits best. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from warroom.domain.model import Platform
from warroom.domain.typed import MOST

#: Code points that may be written into one placeholder; more is a text of one's own, not a filled gap.
WIDEST: Final = 300
#: Statements within statements, one in the other.
DEEPEST: Final = 20
_HOLE: Final = re.compile(r"\{([^{}@\n][^{}\n]{0,79})\}")
#: Where a sentence ends and another one begins; a name after "Dr." looks the same, and is then approved as free text.
_SECOND: Final = re.compile(r"[.!?\u2026][\"'\u201d\u2019)]*\s+(?![a-z\d\u00df-\u00ff])|[\u3002\uff01\uff1f]\s*\w")
_PART: Final = re.compile(r"\{@([^{}\n]{1,80})\}")


class Kind(StrEnum):
    """What a statement is for."""

    HOLDING = "holding"
    ANSWER = "answer"
    FAQ = "faq"


class Hole(NamedTuple):
    """A placeholder in a text: where it stands, in code points with its braces, and its name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A prepared text. An empty set means that it fits any; ``approved_until`` (aware UTC) None means *until recalled*.

    ``where`` is the file and the line that it stands in.
    """

    id: str
    title: str
    body: str
    kind: Kind = Kind.HOLDING
    clusters: frozenset[str] = frozenset()
    severities: frozenset[int] = frozenset()
    languages: frozenset[str] = frozenset()
    platforms: frozenset[Platform] = frozenset()
    approved_by: str = ""
    approved_until: datetime | None = None
    where: str = ""


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Library:
    """All statements by id, and the published facts, each a key and a value; ``problem`` says why there are none."""

    statements: Mapping[str, Statement] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=_nothing)
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Where a statement is looked for; "" and None where it is not known. ``language`` is ISO 639."""

    cluster: str = ""
    severity: int | None = None
    platform: Platform | None = None
    language: str = ""


def holes(text: str) -> list[Hole]:
    """The placeholders that stand in ``text``, in order."""
    return [Hole(*found.span(), " ".join(found[1].split())) for found in _HOLE.finditer(text)]


def fill(body: str, values: Mapping[str, str]) -> str:
    """Fill the placeholders whose names ``values`` knows, whatever their capitals; the others stay as they are."""
    known = {name.casefold(): value for name, value in values.items() if value}
    return _HOLE.sub(lambda found: known.get(" ".join(found[1].split()).casefold(), found[0]), body)


def sendable(statement: Statement, now: datetime) -> str:
    """Why a statement must not be sent at ``now`` (aware); "" where it may."""
    if not statement.approved_by:
        return f"Nobody has approved the statement “{statement.title}”."
    if statement.approved_until is not None and now >= statement.approved_until:
        return (f"The approval of the statement “{statement.title}” by {statement.approved_by} ended at "
                f"{statement.approved_until:%Y-%m-%d %H:%M} UTC.")
    return ""


def verbatim(statement: Statement, text: str) -> bool:
    """True where ``text`` is the statement with its gaps filled and nothing else changed but white space.

    Where it is not, it is a text of its own and needs the approval of one.
    """
    said = " ".join(text.split())
    fixed = [" ".join(piece.split()) for piece in _HOLE.split(statement.body)[::2]]
    if len(fixed) == 1:
        return said == fixed[0]
    first, *middle, last = fixed
    if not said.startswith(first) or not said.endswith(last) or len(said) < len(first) + len(last):
        return False
    at, end = len(first), len(said) - len(last)
    for piece in middle:
        found = said.find(piece, at, end)
        if found < 0 or not _fills(said[at:found]):
            return False
        at = found + len(piece)
    return _fills(said[at:end])


def _fills(words: str) -> bool:
    """True for what fills a gap: short, and with no sentence that begins in it, which nobody has approved."""
    return len(words) <= WIDEST and _SECOND.search(words) is None


def parts(body: str) -> list[str]:
    """The ids of the statements that are put into a body, in order."""
    return [found.strip() for found in _PART.findall(body)]


def assembled(bodies: Mapping[str, str], fail: Callable[[str, str], Exception]) -> dict[str, str]:
    """All bodies by name, with every ``{@other}`` put in.

    Raises what ``fail`` makes of the name of the body at fault and a reason: a part that is not there, a loop, parts
    of parts without end, or a text that no reply may be as long as.
    """
    whole: dict[str, str] = {}

    def put(here: str, way: tuple[str, ...]) -> str:
        if here in whole:
            return whole[here]
        if len(way) > DEEPEST:
            raise fail(way[0], f"its parts have parts that have parts, more than {DEEPEST} deep")
        pieces = _PART.split(bodies[here])
        length = 0
        for at, piece in enumerate(pieces):
            if at % 2:
                other = piece.strip()
                if other not in bodies:
                    raise fail(here, f"{{@{other}}} names no statement")
                if other in way:
                    raise fail(here, f"it is part of itself: {' → '.join((*way[way.index(other):], other))}")
                pieces[at] = put(other, (*way, other))
            length += len(pieces[at])
            if length > MOST:
                raise fail(here, f"with its parts it has more than {MOST:,} characters, and no reply may have so many")
        whole[here] = "".join(pieces)
        return whole[here]

    for name in bodies:
        put(name, (name,))
    return whole


def rank(statements: Iterable[Statement], query: str, situation: Situation, *, now: datetime) -> list[Statement]:
    """Those that match ``query``, the best first: by words, by the situation, and what may be sent before the rest."""
    scored: list[tuple[float, str, Statement]] = []
    for statement in statements:
        words = _matches(query, statement)
        if words is not None:
            ready = 0.0 if sendable(statement, now) else 1.0
            scored.append((-(3 * words + _fits(statement, situation) + ready), statement.title.casefold(), statement))
    return [statement for *_, statement in sorted(scored, key=lambda one: one[:2])]


def misfits(statement: Statement, situation: Situation) -> str:
    """In words, what the statement was not written for; "" where it fits or nothing is known."""
    said = []
    if situation.cluster and statement.clusters and situation.cluster not in statement.clusters:
        said.append(f"the {situation.cluster} cluster")
    if situation.severity and statement.severities and situation.severity not in statement.severities:
        said.append(f"SEV{situation.severity}")
    if situation.platform and statement.platforms and situation.platform not in statement.platforms:
        said.append(situation.platform.value.capitalize())
    if situation.language and statement.languages and situation.language not in statement.languages:
        said.append(f"the language “{situation.language}”")
    return f"not written for {', '.join(said)}" if said else ""


def _fits(statement: Statement, situation: Situation) -> float:
    """How well it fits; what is named and fits counts more than what fits anything, what does not fit counts most."""
    here: Iterator[tuple[float, bool, bool, bool]] = iter((
        (3.0, bool(situation.cluster), bool(statement.clusters), situation.cluster in statement.clusters),
        (2.0, bool(situation.severity), bool(statement.severities), situation.severity in statement.severities),
        (2.0, bool(situation.platform), bool(statement.platforms), situation.platform in statement.platforms),
        (3.0, bool(situation.language), bool(statement.languages), situation.language in statement.languages),
    ))
    return sum(weight * (1.0 if fits else -2.0) for weight, known, named, fits in here if known and named)


def _matches(query: str, statement: Statement) -> float | None:
    """How well the words of a query are found in title or text, or letter by letter; None where one is not."""
    title, body = statement.title.casefold(), f"{statement.id} {statement.kind} {statement.body}".casefold()
    total = 0.0
    for word in query.casefold().split():
        if word in title:
            total += 3.0 if re.search(rf"\b{re.escape(word)}", title) else 2.5
        elif word in body:
            total += 2.0
        elif (loose := _loosely(word, f"{title} {statement.id}".casefold())) > 0:
            total += loose
        else:
            return None
    return total


def _loosely(word: str, text: str) -> float:
    """1 where the letters of ``word`` stand close together in ``text``, less where they are far apart, 0 where not."""
    start = at = text.find(word[0])
    for mark in word[1:]:
        if at < 0:
            return 0.0
        at = text.find(mark, at + 1)
    return 0.0 if at < 0 else len(word) / (at - start + 1)
