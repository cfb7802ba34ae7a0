"""The second reader at work: windows in, likelihoods out, opinions of them; in a thread, while the rules look."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from warroom.domain.tone.draft import MASK, Draft, Span
from warroom.domain.tone.facts.marks import marked
from warroom.domain.tone.kinds import Brief
from warroom.domain.tone.languages import language
from warroom.domain.tone.second import FACTS, Opinion, Reading, Verdict, ours
from warroom.tagger.windows import Window, chosen, fits, sentences, windows

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

log = logging.getLogger(__name__)

#: Where the shipped network lies.
FOLDER: Final = Path(__file__).parent / "model"
#: How likely a fault is in a draft is the mean of so many of its likeliest pieces.
_STRONGEST: Final = 3
#: A piece belongs to a fault where it is so likely, and so near to the likeliest; so many others may lie between.
_LEAST, _SHARE, _GAP = 0.2, 0.5, 2
#: Places that are named of one rule.
_PLACES: Final = 3
#: Readings that are kept: a text is read when it is typed, handed in, approved and sent.
_KEPT: Final = 16


class Bar(NamedTuple):
    """From which likelihood on a fault is found, and below which one is doubted that a rule found."""

    finds: float
    doubts: float

    def verdict(self, likely: float, *, whole: bool) -> Verdict:
        """What a likelihood says. Nobody doubts what stands where he did not read: not the ``whole`` draft."""
        if likely >= self.finds:
            return Verdict.FINDS
        return Verdict.DOUBTS if whole and likely < self.doubts else Verdict.LEAVES


@dataclass(frozen=True, slots=True)
class Said:
    """What the network said of a window: likelihoods (pieces, tagged rules) and (missing parts)."""

    window: Window
    pieces: np.ndarray
    reply: np.ndarray


class Tagger:
    """Reads drafts with a network that is loaded when the first one comes; the last few readings are kept.

    Where the network cannot be loaded it says nothing: the rules stand alone, and :attr:`trouble` has the reason.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        """Make it ready; nothing is loaded."""
        self._folder = folder
        self._threads = ThreadPoolExecutor(1, "second reader")
        self._lock = threading.Lock()
        self._kept: dict[tuple[object, ...], Reading] = {}
        self.trouble = ""

    @cached_property
    def card(self) -> Mapping[str, Any]:
        """What the network is, by which recipe, and from when on it speaks."""
        card: dict[str, Any] = json.loads((self._folder / "card.json").read_text(encoding="utf-8"))
        return card

    def prepare(self) -> None:
        """Begin to load the network, in the thread that runs it; nobody waits for that."""
        # What goes wrong here goes wrong again, and is told, when the first draft is read.
        self._threads.submit(lambda: (self.card, self.tokenizer, self._session))

    def begin(self, draft: Draft, brief: Brief) -> Callable[[], Reading]:
        """Begin to read a draft; what is returned waits for the end, once."""
        if language(draft.own) not in ("", "English"):
            return dict  # it learned from English ones
        asked = draft.text, brief.strategy, brief.reply_to if brief.facts else "", tuple(brief.facts.items())
        with self._lock:
            known = {} if self.trouble else self._kept.get(asked)
        if known is not None:
            return lambda: known
        try:
            made = self.windows(draft, brief)
            # The network runs without the interpreter: a thread of its own, while the rules are looked for in this one.
            running = self._threads.submit(self._run, made)
        except Exception as error:  # noqa: BLE001 - whatever a runtime or a broken file raises: the rules go on
            return self._lost(error)

        def ended() -> Reading:
            try:
                reading = self._opinions(draft, brief, running.result())
            except Exception as error:  # noqa: BLE001 - as above
                return self._lost(error)()
            with self._lock:
                while len(self._kept) >= _KEPT:
                    del self._kept[next(iter(self._kept))]
                self._kept[asked] = reading
            return reading

        return ended

    def _lost(self, error: Exception) -> Callable[[], Reading]:
        from warroom.domain.text import one_line  # slow to import, and seldom needed

        with self._lock:
            told, self.trouble = self.trouble, one_line(f"{type(error).__name__}: {error}")
        if not told:
            log.warning("drafts are checked by the rules alone, the second reader cannot read: %s", self.trouble)
        return dict

    def windows(self, draft: Draft, brief: Brief) -> list[Window]:
        """What of a draft the network reads: of one that is read as a whole also what the fact sheet says."""
        read = sentences(draft, chosen(draft, self.card["telling"]), self.tokenizer)
        return list(windows(read, self.tokenizer, brief.strategy, marked(draft, brief) if fits(draft) else None))

    def say(self, draft: Draft, brief: Brief) -> list[Said]:
        """What the network says of what is read of a draft. Raises what ONNX Runtime raises."""
        return self._run(self.windows(draft, brief))

    def _run(self, made: Sequence[Window]) -> list[Said]:
        if not made:
            return []
        import numpy as np

        longest = max(len(one.ids) for one in made)
        given = {name: np.array([[*row, *[0] * (longest - len(row))] for row in rows], np.int64) for name, rows in (
            ("ids", [one.ids for one in made]), ("parts", [one.parts for one in made]),
            ("seen", [(1,) * len(one.ids) for one in made]))}
        pieces, reply = self._session.run(None, given)
        return [Said(one, pieces[at, :len(one.ids)], reply[at]) for at, one in enumerate(made)]

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """Cuts words into pieces."""
        from tokenizers import Tokenizer

        return Tokenizer.from_file(str(self._folder / "tokenizer.json"))

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # One thread: the rules have the other processor, and threads that spin take both.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(self._folder / "tone.onnx"), options, ["CPUExecutionProvider"])

    def _opinions(self, draft: Draft, brief: Brief, said: Sequence[Said]) -> Reading:
        found: dict[str, Opinion] = {}
        whole = fits(draft)
        for number, rule in enumerate(self.card["tagged"]):
            if rule == FACTS and not (whole and brief.facts):
                continue
            if (bar := self.card["bars"].get(rule)) is not None:
                likely, spans = strongest(draft, said, number)
                found[rule] = Opinion(Bar(*bar).verdict(likely, whole=whole), likely, spans)
        for number, rule in enumerate(self.card["missing"]):
            # What is missing is learned of replies that stand in one window.
            if len(said) == 1 and (bar := self.card["bars"].get(rule)) is not None:
                likely = float(said[0].reply[number])
                found[rule] = Opinion(Bar(*bar).verdict(likely, whole=whole), likely)
        return found


def strongest(draft: Draft, said: Sequence[Said], number: int) -> tuple[float, tuple[Span, ...]]:
    """How likely a draft breaks the tagged rule ``number``, and the words that are meant, the likeliest first three."""
    read = [(float(likely), span) for one in said
              for likely, span in zip(one.pieces[:, number], one.window.spans, strict=True)
              if span[1] > span[0] and draft.own[span[0]] != MASK]
    if not read:
        return 0.0, ()
    top = sorted((likely for likely, _ in read), reverse=True)[:_STRONGEST]
    least = max(_LEAST, _SHARE * top[0])
    runs: list[tuple[float, int, int]] = []
    since = _GAP + 1
    for likely, (start, end) in read:
        if likely < least:
            since += 1
        elif since <= _GAP:
            runs[-1] = max(runs[-1][0], likely), runs[-1][1], end
            since = 0
        else:
            runs.append((likely, start, end))
            since = 0
    kept = sorted(runs, reverse=True)[:_PLACES]
    spans = [_widened(draft.text, start, end) for _, start, end in kept]
    return sum(top) / len(top), tuple(span for span in spans if ours(draft, span))


def _widened(text: str, start: int, end: int) -> Span:
    """A span grown to whole words."""
    while start and (text[start - 1].isalnum() and text[start].isalnum()):
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)
