"""``warroom score --summary``: the window as a whole instead of line by line, checked where there are labels."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from warroom.domain.estimate import Predictions, Share
from warroom.domain.gauge import Checked, Draw, check, probability
from warroom.domain.model import Label, Score, Sentiment
from warroom.domain.text import clip, one_line
from warroom.domain.wire import Json

_DIGITS: Final = 5


@dataclass(frozen=True, slots=True)
class Told:
    """A label of the file, and the line that it stands on."""

    line: int
    label: Label


class Labels:
    """Labels of posts by their id: the lines ``{"id", "label"}`` of a file. ``bad`` counts what could not be used."""

    def __init__(self, lines: Iterable[str], complain: Callable[[str], object]) -> None:
        self.bad = 0
        self.by_id: dict[str, Told] = {}
        for number, line in enumerate(lines, start=1):
            problem = self._read(number, line.removeprefix("\ufeff").strip())
            if problem:
                self.bad += 1
                complain(f"labels, line {number}: {problem}")

    def _read(self, number: int, line: str) -> str:
        if not line:
            return ""
        try:
            said: object = json.loads(line)
        except (ValueError, RecursionError) as error:
            return f"not JSON ({error})"
        match said:
            case {"id": bool()}:
                return '"id" must be a string or a whole number'
            case {"id": str() | int() as name, "label": str(word)} if word in tuple(Label):
                before = self.by_id.setdefault(str(name), Told(number, Label(word)))
                return "" if before.label == word else f"line {before.line} says something else of the same post"
            case {"id": str() | int(), "label": word}:
                return f"{clip(one_line(repr(word)), 40)} is no label; there are {', '.join(Label)}"
            case _:
                return 'not an object with "id" (a string or a whole number) and "label"'


class Summary:
    """Takes the lines that ``score_lines`` writes, keeps counts, and says in the end what the window is like."""

    def __init__(self, labels: Labels | None = None) -> None:
        self._labels = {} if labels is None else labels.by_id
        self._draws: dict[str, Draw] = {}
        self._said = {mood: Predictions() for mood in Sentiment}
        self._counts = dict.fromkeys(Sentiment, 0)

    def take(self, line: str) -> None:
        """Count one post."""
        told = json.loads(line)
        score = None
        if told["label"] is not None:
            score = Score(told["negative"], told["neutral"], told["positive"])
            self._counts[Sentiment(told["label"])] += 1
        for mood, said in self._said.items():
            said.add(None if score is None else probability(score, mood))
        name = str(told["id"])
        if name in self._labels and name not in self._draws:
            self._draws[name] = Draw(self._labels[name].label, score)

    def unknown(self) -> list[tuple[int, str]]:
        """The labels of posts that were not among the lines: the number of their line, and the id."""
        return sorted((told.line, name) for name, told in self._labels.items() if name not in self._draws)

    def result(self) -> dict[str, Json]:
        """The whole as one object: scored posts, the model's shares, and the checked ones (null without labels)."""
        n = sum(self._counts.values())
        checked = check({mood: {"": said} for mood, said in self._said.items()}, self._draws.values())
        return {
            "n": n,
            "model": {str(mood): round(count / n, _DIGITS) if n else None for mood, count in self._counts.items()},
            "checked": None if checked is None else checked_to_json(checked),
        }


def checked_to_json(checked: Checked) -> Mapping[str, Json]:
    """Give the checked shares as JSON: each with the ends of its interval, and the number of labels."""
    shares = (checked.negative, checked.neutral, checked.positive)
    return {**{str(mood): _share(share) for mood, share in zip(Sentiment, shares, strict=True)},
            "labels": checked.labels}


def _share(share: Share) -> Mapping[str, Json]:
    return {"share": round(share.share, _DIGITS), "low": round(share.low, _DIGITS), "high": round(share.high, _DIGITS)}
