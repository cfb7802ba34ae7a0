"""What the composer says of a reply and of what lies beside it, in words and rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from warroom.domain.composing import FIRM, Review, measure, severest
from warroom.domain.model import Score, Unscored
from warroom.domain.strategy import MEANS, Strategy
from warroom.domain.tone import Level
from widgets import words
from widgets.inking import Mark
from widgets.rows import Part, Row, Tone, fold

if TYPE_CHECKING:
    from warroom.screens.papers import Papers

_TONES: Final = {Level.ERROR: Tone.BAD, Level.WARNING: Tone.WARN, Level.SUGGESTION: Tone.ACCENT}
_SIGNS: Final = {"negative": ("▼", Tone.WARN), "neutral": ("◆", Tone.DIM), "positive": ("▲", Tone.GOOD)}


def mood_of(said: Score | Unscored) -> tuple[Part, str]:
    """What the model says of a text, with its sign; and why it says nothing, where it does not."""
    match said:
        case Score():
            sign, tone = _SIGNS[str(said.label)]
            return (f"sounds {sign} {said.label} {said.confidence:.2f}", tone), ""
        case Unscored(reason):
            return ("◌ not scored", Tone.DIM), reason


def first_words(found: Papers, met: str) -> Part:
    """What is said when the composer opens: what stands in the way, who else wrote there, why a draft came back."""
    if found.trouble:
        return found.trouble, Tone.WARN
    if found.item.deleted_at is not None:
        return "⊘ The post was deleted; nobody may see a reply to it.", Tone.WARN
    if met:
        return met, Tone.WARN
    if found.draft is not None and found.draft.reason:
        return f"It came back: {found.draft.reason}", Tone.WARN
    return "", Tone.PLAIN


def marks_of(review: Review, overrides: Collection[str], *, split: bool = False) -> list[Mark]:
    """The stretches to underline, the worst on top, and what is too much, which a thread takes."""
    marks = [Mark(one.start, one.end, _TONES[one.level]) for one in reversed(severest(review.findings))
             if one.end > one.start and one.rule not in overrides and one.rule != "too-long"]
    if review.count.over and not split:
        marks.append(Mark(review.count.cut, len(review.text), Tone.BAD, reverse=True))
    return marks


def next_step(text: str, review: Review | None, overrides: Collection[str], asked: str) -> Part:
    """What the writer does next: fill a gap, shorten it, mend what blocks it; else ``asked``, who must say yes."""
    blocking = review.blocking(overrides) if review is not None else []
    rules = [one.rule for one in blocking]
    if not text.strip() or not blocking:
        return asked, Tone.PLAIN
    if gaps := rules.count("unfilled-placeholder"):
        return f"{words.plural(gaps, 'gap')} to fill: Tab marks the next one, type over it.", Tone.WARN
    if "too-long" in rules:
        return "It is too long: shorten it, or F2 makes it a numbered thread.", Tone.WARN
    firm = all(rule in FIRM for rule in rules)
    many = len(blocking) > 1
    way = "F3 goes to the next" if many else "F3 goes there"
    aside = "" if firm else f", F8 sets {'one' if many else 'it'} aside"
    return f"{words.plural(len(blocking), 'error')} {'block' if many else 'blocks'} it: {way}{aside}.", Tone.WARN


def nothing_found(text: str, found: Papers) -> str:
    """What stands in the place of findings."""
    if text.strip():
        return "✓ nothing found"
    count = len(found.library.statements)
    begin = f"ctrl+t begins with one of {count} statements.\n" if count else ""
    answer = found.sheet.brief.strategy
    means = MEANS.get(Strategy(str(answer)), "") if answer is not None else ""
    how = f"Answered by {answer}: {means}.\n" if means else ""
    return f"{begin}{how}What is wrong with the text shows up here."


def said_before(found: Papers, columns: int) -> list[Row]:
    """What the team has answered to this post, or is about to."""
    rows: list[Row] = []
    for draft in found.drafts:
        if found.draft is not None and draft.id == found.draft.id:
            continue
        way = ", in private" if draft.private else ""
        rows.append([(" ↩ ", Tone.ACCENT), (f"{draft.author}, {draft.state}{way}", Tone.PLAIN)])
        rows += [[("   ", Tone.DIM), (line, Tone.DIM)] for line in fold(draft.text, columns - 4, most=3)]
    return rows


def parts_rows(parts: Sequence[str], found: Papers, columns: int) -> list[Row]:
    """The parts of a thread, each with its length."""
    rows: list[Row] = []
    for number, part in enumerate(parts, 1):
        count = measure(part, found.sheet.limit)
        rows.append([(f" {number} ", Tone.ACCENT), (f"{count.length:,} / {count.most:,}", Tone.DIM)])
        rows += [[("   ", Tone.DIM), (line, Tone.PLAIN)] for line in fold(part, columns - 4)]
    return rows
