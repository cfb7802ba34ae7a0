from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from warroom.domain.errors import ScoringError
from warroom.domain.health import ScorerState
from warroom.domain.model import Score, Unscored
from warroom.scoring.client import FlairScorer
from warroom.scoring.lines import TOGETHER, UNDER_WAY, score_lines


class Judge:
    """Says of a text how long it is; "?" has no score."""

    state = ScorerState.READY
    reason = ""

    def __init__(self) -> None:
        self.calls: list[int] = []
        self.closed = 0

    async def start(self) -> None:
        self.calls.clear()

    async def score(self, texts: Sequence[str]) -> list[Score | Unscored]:
        self.calls.append(len(texts))
        return [Unscored("no words") if text == "?" else Score(len(text) / 100, 0.25, 0.123456789) for text in texts]

    async def close(self) -> None:
        self.closed += 1


async def run(lines: Sequence[str]) -> tuple[int, list[dict[str, object]], list[str]]:
    written: list[str] = []
    complaints: list[str] = []
    code = await score_lines(lines, written.append, complaints.append, scorer=Judge())
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in written)
    return code, [json.loads(line) for line in written], complaints


async def test_scores_come_in_the_order_of_the_lines_with_their_ids() -> None:
    lines = [json.dumps({"id": number, "text": "x" * number, "more": [1]}) + "\n" for number in range(1, 90)]
    code, written, complaints = await run(lines)
    assert (code, complaints) == (0, [])
    assert [one["id"] for one in written] == list(range(1, 90))
    assert [one["negative"] for one in written] == [number / 100 for number in range(1, 90)]
    assert written[49] == {"id": 50, "label": "negative", "negative": 0.5, "neutral": 0.25, "positive": 0.12346,
                           "valence": -0.37654}


async def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_scored() -> None:
    deep = '{"id": 1, "text": ' + "[" * 100_000
    lines = ['{"id": "a", "text": "one"}', "", "nonsense", '{"id": "b"}', "[1]", '{"id": true, "text": "t"}',
             '{"id": "c", "text": 7}', deep, '\ufeff{"id": "d", "text": "last"}']
    code, written, complaints = await run(lines)
    assert code == 1
    assert [one["id"] for one in written] == ["a", "d"]
    assert [complaint.partition(":")[0] for complaint in complaints] == [f"line {at}" for at in (3, 4, 5, 6, 7, 8)]
    assert "'text'" in complaints[1]


async def test_a_text_without_a_score_has_nulls_and_a_reason() -> None:
    _, written, _ = await run(['{"id": 1, "text": "?"}'])
    assert written == [{"id": 1, "label": None, "negative": None, "neutral": None, "positive": None, "valence": None,
                        "reason": "no words"}]


async def test_ids_that_no_encoding_takes_come_back_as_they_were() -> None:
    _, written, _ = await run(['{"id": "\\ud800\\u0000\\n", "text": "a"}'])
    assert written[0]["id"] == "\ud800\0\n"


async def test_an_endless_input_is_written_as_it_comes_and_never_held() -> None:
    given = 0

    def lines() -> Iterator[str]:
        nonlocal given
        while True:
            given += 1
            yield '{"id": 1, "text": "a"}'

    class EnoughError(Exception):
        pass

    written: list[str] = []

    def write(line: str) -> None:
        written.append(line)
        if len(written) == 3 * TOGETHER:
            raise EnoughError

    judge = Judge()
    with pytest.raises(EnoughError):
        await score_lines(lines(), write, write, scorer=judge)
    # Those that are written, those under way, one group that is read and one that is being read.
    assert given <= (3 + UNDER_WAY + 2) * TOGETHER
    assert max(judge.calls) <= TOGETHER
    assert judge.closed == 1


async def test_a_line_is_answered_though_the_next_one_does_not_come() -> None:
    more = threading.Event()

    def lines() -> Iterator[str]:
        yield '{"id": 1, "text": "a"}'
        assert more.wait(30)
        yield '{"id": 2, "text": "b"}'

    written: list[str] = []

    def write(line: str) -> None:
        written.append(line)
        more.set()  # the second line comes only when the first is answered

    assert await score_lines(lines(), write, write, scorer=Judge()) == 0
    assert [json.loads(line)["id"] for line in written] == [1, 2]


async def test_an_error_of_the_input_is_raised_after_what_came_before_it() -> None:
    def lines() -> Iterator[str]:
        yield '{"id": 1, "text": "a"}'
        raise OSError("the disk is gone")

    judge = Judge()
    with pytest.raises(OSError, match="the disk is gone"):
        await score_lines(lines(), str, str, scorer=judge)
    assert judge.closed == 1


async def test_groups_are_scored_beside_each_other_and_written_in_their_order() -> None:
    class Crossing(Judge):
        """Answers a group only when the next one is asked for."""

        def __init__(self) -> None:
            super().__init__()
            self.second = asyncio.Event()

        async def score(self, texts: Sequence[str]) -> list[Score | Unscored]:
            if texts[0] == "first":
                await self.second.wait()
            else:
                self.second.set()
            return await super().score(texts)

    lines = [json.dumps({"id": number, "text": "first" if number < TOGETHER else "second"})
             for number in range(2 * TOGETHER)]
    written: list[str] = []
    async with asyncio.timeout(30):
        await score_lines(lines, written.append, str, scorer=Crossing())
    assert [json.loads(line)["id"] for line in written] == list(range(2 * TOGETHER))


async def test_no_lines_are_no_work() -> None:
    assert await run([]) == (0, [], [])


async def test_a_model_that_is_not_there_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(ScoringError) as caught:
        await score_lines(['{"id": 1, "text": "a"}'], str, str, scorer=FlairScorer(tmp_path / "no.pt"))
    assert str(tmp_path / "no.pt") in caught.value.reason
    assert caught.value.hint
