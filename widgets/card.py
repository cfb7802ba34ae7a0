"""One post as three or four rows: what is said is bright, everything about it is dim, every state has a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from warroom.domain.model import Label, Platform, Sentiment
from warroom.domain.text import one_line
from warroom.domain.triage import Status
from widgets.glyphs import Glyphs, sentiment_sign, to_ascii
from widgets.shelf import Card
from widgets.wrap import agreed, cells, fit, wrap


class Role(StrEnum):
    """What a piece of a card is; the theme gives each a colour through the class ``feed--ROLE``."""

    TEXT = "text"
    AUTHOR = "author"
    META = "meta"
    QUIET = "quiet"
    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"
    UNSCORED = "unscored"
    CLAIMED = "claimed"
    URGENT = "urgent"
    MARK = "mark"
    RULE = "rule"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one role. ``size`` is the most cells that a terminal may give them, ``odd`` if some give less."""

    text: str
    role: Role
    size: int
    odd: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row: pieces from the left, pieces up to the right edge; ``aged`` where the age comes after the left."""

    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()
    aged: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """How a card is laid out: ``width`` cells of words, ``lines`` at most, and whether a rule follows.

    The bar stands before the words; ``air`` is how many cells stay empty after them.
    """

    width: int
    lines: int
    rule: bool
    air: int = 0

    @classmethod
    def of(cls, width: int, height: int) -> Shape:
        """The shape that suits a window of this size: small windows get shorter cards."""
        air = 1 if width >= 30 else 0
        lines = 4 if height >= 15 else 3 if height >= 8 else 2
        return cls(max(2, width - 1 - air), lines, rule=lines > 2, air=air)


_MOOD: Final = {
    Sentiment.NEGATIVE: Role.NEGATIVE, Sentiment.NEUTRAL: Role.NEUTRAL, Sentiment.POSITIVE: Role.POSITIVE,
    None: Role.UNSCORED,
}
_OFF: Final = "off us"  # a label: not about us
_AGED: Final = 6  # two spaces and an age of four characters
_WORDS: Final = 600  # code points of a post that a card may need at most: four rows of a wide window


def age(now: float, then: float) -> str:
    """How long ago something was, in at most four characters: now, 5m, 3h, 2d, 9w, 4y. Both in seconds."""
    seconds = now - then
    if seconds < 60:
        return "now"
    for size, unit, limit in ((60, "m", 60), (3600, "h", 24), (86400, "d", 14), (604800, "w", 104)):
        if seconds < size * limit:
            return f"{int(seconds // size)}{unit}"
    return f"{min(999, int(seconds // 31557600))}y"


def short(number: int) -> str:
    """A count in at most four characters: 999, 3.2k, 12k, 214k, 1.2M."""
    for size, unit in ((1_000_000_000, "G"), (1_000_000, "M"), (1000, "k")):
        if number >= size - (size // 2000 if size > 1000 else 0):
            amount = number / size
            return f"{amount:.1f}{unit}" if amount < 9.95 else f"{amount:.0f}{unit}"
    return str(number)


def layout(card: Card, shape: Shape, signs: Glyphs) -> tuple[Line, ...]:
    """Lay one card out. How many lines it gives does not depend on the age, the score, the cursor or the marks."""
    pieces = _Pieces(signs)
    states = _states(card, signs, pieces)
    facts = _facts(card, signs, pieces)
    reserved = 0
    if states and shape.lines == 2:
        # No row is left for the words of the states: their glyphs stand beside the age.
        states = [pieces.make("".join(piece.text[:1] for piece in states if not piece.text.isspace()), Role.MARK)]
        reserved = size(states) + 2
    meta = _meta(card, shape.width - reserved, signs, pieces)
    beside = bool(states) and size(states) + 2 <= shape.width - size(meta) - _AGED
    head = Line(tuple(meta), tuple(states) if beside else (), aged=True)
    if beside:
        states = []
    settled = card.deleted or card.triage.status in {Status.DISMISSED, Status.ANSWERED}
    role = Role.QUIET if settled else Role.TEXT
    most = max(1, shape.lines - 1)
    words = pieces.outside(card.text[:_WORDS])
    body, whole = wrap(words, shape.width, most)
    whole = whole and len(card.text) <= _WORDS
    tail: Line | None = None
    last: tuple[Piece, ...] = ()
    if facts and not states and whole and body and cells(body[-1]) + 2 + size(facts) <= shape.width:
        last = tuple(facts)
    elif (facts or states) and shape.lines > 2:
        tail = Line(*_both(facts, states, shape.width, signs.more))
        if len(body) > most - 1:
            body, whole = body[: most - 1], False
    if not whole and body:
        body[-1] = fit(body[-1] + signs.more, shape.width, signs.more)
    lines = [head]
    for at, text in enumerate(body):
        lines.append(Line((pieces.make(text, role),), last if at == len(body) - 1 else ()))
    if tail is not None:
        lines.append(tail)
    if shape.rule:
        lines.append(Line((Piece(signs.rule * (shape.width + shape.air), Role.RULE, shape.width + shape.air),)))
    return tuple(lines)


class _Pieces:
    """Makes pieces; whatever comes from outside is made harmless here and nowhere else."""

    def __init__(self, signs: Glyphs) -> None:
        self._utf8 = signs.utf8

    def outside(self, text: str) -> str:
        harmless = one_line(text)
        return harmless if self._utf8 else to_ascii(harmless)

    def make(self, text: str, role: Role) -> Piece:
        even = agreed(text)
        return Piece(text, role, len(text) if even else cells(text), odd=not even)


def size(pieces: Sequence[Piece]) -> int:
    """The most cells that a terminal may give pieces side by side."""
    return sum(piece.size for piece in pieces)


def _meta(card: Card, width: int, signs: Glyphs, pieces: _Pieces) -> list[Piece]:
    """Mood, author, place and reach, in as much detail as there is room for; the age comes after them."""
    said, role = _said(card, signs, short=width < 36)
    made = [pieces.make(said, role)]
    room = width - size(made) - _AGED
    prefix = "u/" if card.platform is Platform.REDDIT else "@"
    name = pieces.outside(card.author)
    name = name if name.startswith(prefix) else prefix + name
    place = pieces.outside(card.place)
    reach = short(card.reach) if card.reach is not None else ""
    # The narrower it gets the more goes: first the place, then the reach, then the end of the name.
    about = f" {signs.dot} ".join(part for part in (place, reach) if part)
    for detail in (about, reach, ""):
        space = room - 2 - (cells(detail) + 2 if detail else 0)
        if space >= min(cells(name), 14) or not detail:
            break
    if space >= 3:
        made.append(pieces.make("  " if width >= 36 else " ", Role.META))
        made.append(pieces.make(fit(name, space, signs.more), Role.AUTHOR))
    if detail:
        made.append(pieces.make("  " + detail, Role.META))
    return made


def _said(card: Card, signs: Glyphs, *, short: bool) -> tuple[str, Role]:
    """The mood, in ten cells or five: what a person says goes before what the model says."""
    if (label := card.triage.label) is not None:
        word = _OFF if label is Label.IRRELEVANT else label.value
        role = Role.META if label is Label.IRRELEVANT else _MOOD[Sentiment(label.value)]
        return f"{signs.labelled} {word[:3] if short else f'{word:<8}'}", role
    sign, word = sentiment_sign(signs, card.label)
    sure = f"{word} {card.confidence:.2f}" if card.label else word
    return f"{sign} {word[:3] if short else f'{sure:<8}'}", _MOOD[card.label]


def _states(card: Card, signs: Glyphs, pieces: _Pieces) -> list[Piece]:
    """What the team and the platform did to the post, each with its glyph and its word."""
    triage = card.triage
    said: list[tuple[str, Role]] = []
    if triage.escalated_to:
        said.append((f"{signs.escalated} {pieces.outside(triage.escalated_to)}", Role.URGENT))
    if triage.holder:
        said.append((f"{signs.claimed} claimed by {pieces.outside(triage.holder)}", Role.CLAIMED))
    match triage.status:
        case Status.SNOOZED:
            until = f" until {triage.snoozed_until:%H:%M}" if triage.snoozed_until else ""
            said.append((f"{signs.snoozed} snoozed{until}", Role.META))
        case Status.ANSWERED:
            said.append((f"{signs.answered} answered", Role.POSITIVE))
        case Status.DISMISSED:
            reason = f": {pieces.outside(triage.reason)}" if triage.reason else ""
            said.append((f"{signs.dismissed} dismissed{reason}", Role.META))
        case Status.OPEN:
            pass
    if card.deleted:
        said.append((f"{signs.deleted} deleted", Role.URGENT))
    if card.edited:
        said.append((f"{signs.edited} edited", Role.META))
    if triage.pinned:
        said.append((f"{signs.pinned} pinned", Role.MARK))
    if triage.notes:
        said.append((f"{signs.noted} {triage.notes} note{'s' if triage.notes > 1 else ''}", Role.META))
    return _spread(said, pieces)


def _facts(card: Card, signs: Glyphs, pieces: _Pieces) -> list[Piece]:
    """Answers, shares and likes where there are any, and the team's tags."""
    replies, reposts, likes = card.counts
    said = [
        (f"{sign} {short(count)}", Role.META)
        for sign, count in ((signs.replies, replies), (signs.reposts, reposts), (signs.likes, likes)) if count
    ]
    said += [(f"#{pieces.outside(tag)}", Role.MARK) for tag in card.triage.tags]
    return _spread(said, pieces)


def _spread(said: Sequence[tuple[str, Role]], pieces: _Pieces) -> list[Piece]:
    made: list[Piece] = []
    for text, role in said:
        if made:
            made.append(pieces.make("  ", Role.META))
        made.append(pieces.make(text, role))
    return made


def _both(
    facts: Sequence[Piece], states: Sequence[Piece], width: int, more: str,
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Facts to the left and states to the right of one row; facts go first where there is too little room."""
    kept: list[Piece] = []
    room = width
    for piece in states:
        if piece.size > room:
            text = fit(piece.text, room, more)
            if room > 2:
                kept.append(Piece(text, piece.role, cells(text), piece.odd))
            room = 0
            break
        kept.append(piece)
        room -= piece.size
    left: list[Piece] = []
    room -= 2 if kept else 0
    for piece in facts:
        if piece.size > room:
            break
        left.append(piece)
        room -= piece.size
    return tuple(left), tuple(kept)
