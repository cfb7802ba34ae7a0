"""What the client does when its process dies, hangs or lies, shown with a process that holds no model."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from pathlib import Path

import pytest
from helpers.toy_scorer import length, scored, starts, toy, until

from warroom.domain.errors import ScoringError
from warroom.domain.health import ScorerState
from warroom.domain.model import Score, Unscored
from warroom.scoring.client import FlairScorer


async def test_a_text_that_kills_the_process_is_given_up_and_the_others_are_scored_once(tmp_path: Path) -> None:
    texts = [f"text {number}" for number in range(150)]
    texts[70] = "kill-me now"
    async with toy(tmp_path) as scorer:
        said = await scorer.score(texts)
        assert said[70] == Unscored("the model's process did not survive it")
        assert all(isinstance(score, Score) for at, score in enumerate(said) if at != 70)
        await until(lambda: scorer.state is ScorerState.READY)
    assert set(scored(tmp_path)) == set(texts) - {"kill-me now"}
    assert max(scored(tmp_path).values()) == 1
    assert starts(tmp_path) == 5  # one, and one for each death: in its batch, and three times alone


async def test_many_deadly_texts_do_not_count_as_a_process_that_keeps_ending(tmp_path: Path) -> None:
    texts = [f"kill-me {number}" if number % 4 == 0 else f"text {number}" for number in range(24)]
    async with toy(tmp_path, max_restarts=3) as scorer:
        said = await scorer.score(texts)
    assert [isinstance(score, Unscored) for score in said] == [number % 4 == 0 for number in range(24)]


async def test_a_text_that_hangs_is_given_up_and_the_others_are_scored(tmp_path: Path) -> None:
    texts = ["first", "hang-here", "third", "a fourth one"]
    async with toy(tmp_path, patience=3) as scorer:
        said = await scorer.score(texts)
    assert isinstance(said[1], Unscored)
    assert [length(said[at]) for at in (0, 2, 3)] == [5, 5, 12]


async def test_a_text_that_raises_harms_no_other_and_no_process(tmp_path: Path) -> None:
    async with toy(tmp_path) as scorer:
        said = await scorer.score(["fine", "raise-here", "fine too"])
        assert said[1] == Unscored("the model cannot read it (RuntimeError)")
        assert [length(said[0]), length(said[2])] == [4, 8]
    assert starts(tmp_path) == 1


async def test_a_process_that_is_killed_while_idle_comes_back_by_itself(tmp_path: Path) -> None:
    async with toy(tmp_path) as scorer:
        await scorer.start()
        first = scorer.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        await until(lambda: scorer.state is ScorerState.RESTARTING)
        assert "SIGKILL" in scorer.reason
        await until(lambda: scorer.state is ScorerState.READY)
        assert scorer.pid not in {None, first}
        assert length((await scorer.score(["again"]))[0]) == 5


async def test_a_process_that_is_stopped_counts_as_hung_and_is_replaced(tmp_path: Path) -> None:
    async with toy(tmp_path, patience=1.5) as scorer:
        await scorer.start()
        stopped = scorer.pid
        assert stopped is not None
        os.kill(stopped, signal.SIGSTOP)
        assert length((await scorer.score(["again"]))[0]) == 5
        assert scorer.pid not in {None, stopped}


async def test_a_process_that_keeps_ending_is_given_up_with_its_last_words(tmp_path: Path) -> None:
    async with toy(tmp_path, max_restarts=2) as scorer:
        (tmp_path / "broken").touch()
        with pytest.raises(ScoringError) as caught:
            await scorer.start()
        assert "MemoryError: no room" in caught.value.reason
        assert "\x1b" not in caught.value.reason
        assert scorer.state is ScorerState.FAILED
        assert "MemoryError" in scorer.reason
        with pytest.raises(ScoringError):
            await scorer.score(["more"])
    assert starts(tmp_path) == 3


async def test_a_process_that_never_gets_ready_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "mute").touch()
    async with toy(tmp_path, start_patience=0.3, max_restarts=1) as scorer:
        with pytest.raises(ScoringError, match="not ready after"):
            await scorer.start()


async def test_closing_ends_the_process_and_whoever_waits(tmp_path: Path) -> None:
    async with toy(tmp_path, patience=600) as scorer:
        await scorer.start()
        pid = scorer.pid
        assert pid is not None
        waiting = asyncio.create_task(scorer.score(["hang-here"]))
        await asyncio.sleep(0)
        await scorer.close()
        with pytest.raises(ScoringError, match="closed"):
            await waiting
        await scorer.close()
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
        assert scorer.state is ScorerState.OFF


async def test_closing_ends_a_start_that_is_under_way(tmp_path: Path) -> None:
    (tmp_path / "mute").touch()
    async with toy(tmp_path, start_patience=600) as scorer:
        waiting = asyncio.create_task(scorer.start())
        await until(lambda: (tmp_path / "starts").exists() and (tmp_path / "starts").read_text().endswith("\n"))
        await scorer.close()
        with pytest.raises(ScoringError, match="closed"):
            await waiting
        pid = int((tmp_path / "starts").read_text())
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def test_a_python_that_is_not_there_is_told(tmp_path: Path) -> None:
    async with toy(tmp_path) as scorer:
        await scorer.close()
    gone = FlairScorer(tmp_path / "model.pt", python=str(tmp_path / "python"))
    with pytest.raises(ScoringError, match="cannot be started"):
        await gone.start()
    await gone.close()


async def test_each_of_several_processes_has_its_share(tmp_path: Path) -> None:
    async with toy(tmp_path, workers=3) as scorer:
        await scorer.score([f"text {number}" for number in range(20)])
        await until(lambda: len(scorer.pids) == 3)
        assert len(set(scorer.pids)) == 3
    assert starts(tmp_path) == 3


async def test_what_a_killed_process_had_is_taken_over_by_the_others(tmp_path: Path) -> None:
    texts = [f"{'7' * (number % 120)} text {number}" for number in range(3000)]
    async with toy(tmp_path, workers=2) as scorer:
        await scorer.start()
        await until(lambda: len(scorer.pids) == 2)
        asked = asyncio.create_task(scorer.score(texts))
        await until((tmp_path / "scored").exists)
        (tmp_path / "mute").touch()  # the one that is killed does not come back
        os.kill(scorer.pids[0], signal.SIGKILL)
        said = await asked
    assert [length(score) for score in said] == [len(text.strip()) for text in texts]


async def test_processes_are_killed_at_random_and_every_text_is_scored(tmp_path: Path) -> None:
    texts = [f"{'7' * (number * 13 % 120)} text {number}" for number in range(4000)]
    dice, killed = random.Random(5), list[int]()

    async def kill(scorer: FlairScorer) -> None:
        for share in (200, 900, 1700, 2600):
            await until(lambda share=share: (tmp_path / "scored").exists() and len(scored(tmp_path)) > share)
            await until(lambda: bool(scorer.pids))
            killed.append(dice.choice(scorer.pids))
            os.kill(killed[-1], signal.SIGKILL)

    async with toy(tmp_path, workers=2) as scorer:
        await scorer.start()
        killer = asyncio.create_task(kill(scorer))
        said = await scorer.score(texts)
        killer.cancel()
        await asyncio.gather(killer, return_exceptions=True)
    assert killed
    assert [length(score) for score in said] == [len(text.strip()) for text in texts]


async def test_a_text_that_was_being_scored_at_two_kills_is_scored_all_the_same(tmp_path: Path) -> None:
    async with toy(tmp_path) as scorer:
        (tmp_path / "dies").write_text("3")  # of other causes: in the batch, and twice alone
        said = await scorer.score(["first", "second of them", "third"])
    assert [length(score) for score in said] == [5, 14, 5]
    assert starts(tmp_path) == 4


async def test_a_process_that_is_given_up_leaves_the_work_to_the_others(tmp_path: Path) -> None:
    async with toy(tmp_path, workers=2, max_restarts=0) as scorer:
        await scorer.start()
        await until(lambda: len(scorer.pids) == 2)
        (tmp_path / "broken").touch()
        os.kill(scorer.pids[0], signal.SIGKILL)
        await until(lambda: len(scorer.pids) == 1)
        assert [length(score) for score in await scorer.score(["a", "bcd"])] == [1, 3]
        assert scorer.state is ScorerState.READY
        os.kill(scorer.pids[0], signal.SIGKILL)
        with pytest.raises(ScoringError, match="keeps ending"):
            await scorer.score(["more"])
    assert starts(tmp_path) == 2
