"""A draft in windows that the network reads at once: whole sentences in pieces of words, the most telling ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from warroom.domain.tone.draft import Draft, Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from warroom.domain.strategy import Strategy
    from warroom.domain.tone.facts.marks import Marked

#: Pieces of text in one window, and of the fact sheet behind it; what the network has places for is a little more.
WIDTH: Final = 100
SHEET: Final = 80
#: The parts of a window: what is no text of the draft, its text, and from here on the marks of values.
FRAME, TEXT, MARKS = 0, 1, 1
#: Characters that are read of one draft, for 30 ms; longer ones are for Reddit alone.
BUDGET: Final = 1_200
#: Words of a sentence that tell how much it is worth reading.
_TELLING: Final = 5
_WORD: Final = re.compile(r"[^\W\d_]+")
#: Half a character, which is no UTF-8.
_HALF: Final = re.compile("[\ud800-\udfff]")


class Sentence(NamedTuple):
    """The pieces of a sentence, or of a part of a very long one, with their places in the draft."""

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """What the network reads at once: the strategy, text, and the fact sheet if there is one.

    ``parts`` say of each piece which part of the window it is, ``spans`` where it stands in the draft: nowhere, if
    it is none of its text.
    """

    ids: tuple[int, ...]
    parts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


def words(text: str) -> list[str]:
    """The words of a folded text, by which sentences are chosen."""
    return _WORD.findall(text)


def fits(draft: Draft, most: int = BUDGET) -> bool:
    """True for a draft that is read from beginning to end."""
    return sum(span.end - span.start for span in draft.sentences) <= most


def chosen(draft: Draft, telling: Mapping[str, float], most: int = BUDGET) -> list[Span]:
    """The sentences that are read, in their order: all, or those whose words stand most often in faults.

    ``telling`` is how much oftener a word stands in a fault than elsewhere. One of more than ``most`` characters is
    read as far as they go.
    """
    every = list(draft.sentences)
    if fits(draft, most):
        return every

    def worth(span: Span) -> float:
        found = sorted((telling.get(word, 0.0) for word in words(draft.own[span.start:span.end])), reverse=True)
        return sum(found[:_TELLING])

    kept, left = list[Span](), most
    for span in sorted(every, key=worth, reverse=True):
        if span.end - span.start <= left:
            kept.append(span)
            left -= span.end - span.start
    return sorted(kept) or [Span(every[0].start, every[0].start + most)]


def sentences(draft: Draft, spans: Sequence[Span], tokenizer: Tokenizer) -> list[Sentence]:
    """Sentences of a draft in pieces; one of more than :data:`WIDTH` pieces is cut."""
    found = []
    texts = [_HALF.sub("\ufffd", draft.text[start:end]) for start, end in spans]
    coded = tokenizer.encode_batch(texts, add_special_tokens=False)
    for (begin, _), one in zip(spans, coded, strict=True):
        places = [(begin + start, begin + end) for start, end in one.offsets]
        found += [Sentence(tuple(one.ids[at:at + WIDTH]), tuple(places[at:at + WIDTH]))
                  for at in range(0, len(places), WIDTH)]
    return found


def windows(
    every: Sequence[Sentence], tokenizer: Tokenizer, strategy: Strategy | None, marked: Marked | None = None,
) -> Iterator[Window]:
    """Fill windows with sentences one after the other; behind each the lines of the fact sheet, the nearest first."""
    plan = tokenizer.encode(strategy.value if strategy else "none", add_special_tokens=False).ids
    first, last = (tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]"))
    if first is None or last is None:
        raise ValueError("the tokenizer has no [CLS] or no [SEP]")
    head = (first, *plan, last)
    lines = _lines(marked, tokenizer) if marked is not None else []

    def made(held: Sequence[Sentence]) -> Window:
        ids = tuple(piece for one in held for piece in one.ids)
        spans = tuple(span for one in held for span in one.spans)
        sheet = [pair for line in _nearest(lines, ids) for pair in line]
        tail = (*sheet, (last, FRAME)) if sheet else ()
        return Window((*head, *ids, last, *(piece for piece, _ in tail)),
                      (FRAME,) * len(head) + _parts(spans, marked) + (TEXT,) + tuple(part for _, part in tail),
                      ((0, 0),) * len(head) + spans + ((0, 0),) * (1 + len(tail)))

    held: list[Sentence] = []
    for one in every:
        if held and sum(len(other.ids) for other in held) + len(one.ids) > WIDTH:
            yield made(held)
            held = []
        held.append(one)
    if held:
        yield made(held)


#: Pieces of a line of the fact sheet with their parts.
_Line: TypeAlias = tuple[tuple[int, int], ...]


def _lines(marked: Marked, tokenizer: Tokenizer) -> list[_Line]:
    texts = [_HALF.sub("\ufffd", text) for key, told, _ in marked.lines for text in (f"{key}:", f"{told};")]
    coded = [one.ids for one in tokenizer.encode_batch(texts, add_special_tokens=False)]
    return [(*((piece, FRAME) for piece in key), *((piece, MARKS + mark) for piece in told))[:SHEET]
            for (_, _, mark), key, told in zip(marked.lines, coded[::2], coded[1::2], strict=True)]


def _nearest(lines: Sequence[_Line], ids: Sequence[int]) -> Iterator[_Line]:
    """The lines that have most in common with a text, as many as there is room for, in their order.

    A piece that many lines hold tells little of any of them.
    """
    left = SHEET
    held = [frozenset(ids) & {piece for piece, _ in line} for line in lines]
    among = Counter(piece for one in held for piece in one)
    kept = []
    for at in sorted(range(len(lines)), key=lambda at: -sum(1 / among[piece] for piece in held[at])):
        if len(lines[at]) <= left:
            kept.append(at)
            left -= len(lines[at])
    return (lines[at] for at in sorted(kept))


def _parts(spans: Sequence[tuple[int, int]], marked: Marked | None) -> tuple[int, ...]:
    """The part that each piece of the text is: plain text, or a value with its mark."""
    values = marked.values if marked is not None else ()
    return tuple(MARKS + next((mark for place, mark in values if place.start < end and start < place.end), TEXT - MARKS)
                 for start, end in spans)
