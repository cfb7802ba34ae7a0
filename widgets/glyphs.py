"""The signs of the room: every state has a glyph and a word, and an ASCII twin for terminals without UTF-8."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from warroom.domain.model import Sentiment


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs, none of them an emoji: terminals disagree on the width of those."""

    negative: str
    neutral: str
    positive: str
    unscored: str
    claimed: str
    snoozed: str
    escalated: str
    answered: str
    dismissed: str
    deleted: str
    edited: str
    labelled: str
    pinned: str
    noted: str
    replies: str
    reposts: str
    likes: str
    bar: str
    marked: str
    rule: str
    dot: str
    more: str
    thumb: str
    track: str
    utf8: bool


UTF8: Final = Glyphs(
    negative="▼", neutral="◆", positive="▲", unscored="◌", claimed="●", snoozed="◷", escalated="⚑", answered="✓",
    dismissed="✕", deleted="⊘", edited="Δ", labelled="✎", pinned="◈", noted="¶", replies="↩", reposts="⇄",
    likes="♥", bar="▌", marked="■", rule="─", dot="·", more="…", thumb="█", track="│", utf8=True,
)

ASCII: Final = Glyphs(
    negative="v", neutral="=", positive="^", unscored="?", claimed="@", snoozed="z", escalated="!", answered="+",
    dismissed="x", deleted="0", edited="~", labelled="%", pinned="*", noted="n", replies="re", reposts="rt",
    likes="<3", bar="|", marked="#", rule="-", dot="-", more="~", thumb="#", track="|", utf8=False,
)


def glyphs(*, utf8: bool) -> Glyphs:
    """The signs for a terminal that shows UTF-8, or for one that does not."""
    return UTF8 if utf8 else ASCII


def sentiment_sign(signs: Glyphs, label: Sentiment | None) -> tuple[str, str]:
    """The glyph of a mood and its short word; None is a post that has no score."""
    match label:
        case Sentiment.NEGATIVE:
            return signs.negative, "neg"
        case Sentiment.NEUTRAL:
            return signs.neutral, "neu"
        case Sentiment.POSITIVE:
            return signs.positive, "pos"
        case None:
            return signs.unscored, "unscored"


def to_ascii(text: str) -> str:
    """Return ``text`` for a terminal without UTF-8: accents are dropped, what has no ASCII form is a question mark."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKD", text.translate(_PUNCTUATION))
    return "".join(mark for mark in folded if not unicodedata.combining(mark)).encode("ascii", "replace").decode()


_PUNCTUATION: Final = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2026": "...",
})
