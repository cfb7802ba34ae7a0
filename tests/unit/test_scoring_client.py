"""What the client does when its process dies, hangs or lies, shown with a process that holds no model."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import zipfile
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from warroom.domain.errors import ScoringError
from warroom.domain.health import ScorerState
from warroom.domain.model import Score, Unscored
from warroom.scoring.client import FlairScorer

DEADLY = Path(__file__).parents[1] / "helpers" / "deadly_worker.py"


@asynccontextmanager
async def toy(folder: Path, *, patience: float = 30, start_patience: float = 30, max_restarts: int = 5,
              workers: int = 1, **more: Any) -> AsyncIterator[FlairScorer]:
    model = folder / "model.pt"
    with zipfile.ZipFile(model, "w") as file:
        file.writestr("toy/data.pkl", "")
    scorer = FlairScorer(model, command=(sys.executable, "-P", str(DEADLY), "toy", str(folder)), pause=0.01,
                         patience=patience, start_patience=start_patience, max_restarts=max_restarts,
                         workers=workers, threads=1, **more)
    try:
        async with asyncio.timeout(60):
            yield scorer
    finally:
        await scorer.close()


def length(score: Score | Unscored) -> int:
    assert isinstance(score, Score), score
    return round(score.negative)


def starts(folder: Path) -> int:
    return len((folder / "starts").read_text().splitlines())


def scored(folder: Path) -> Counter[str]:
    return Counter((folder / "scored").read_text().splitlines())


async def until(fact: Callable[[], bool]) -> None:
    while not fact():
        await asyncio.sleep(0.01)


async def test_scores_keep_the_order_and_each_text_is_scored_once(tmp_path: Path) -> None:
    texts = [f"{'7' * (number * 37 % 100)} {number % 50}" for number in range(300)]
    async with toy(tmp_path) as scorer:
        said = await scorer.score(texts)
    assert [length(score) for score in said] == [len(text.strip()) for text in texts]
    assert scored(tmp_path) == Counter({text.strip(): 1 for text in set(texts)})
    assert starts(tmp_path) == 1


async def test_states_tell_what_the_scorer_is_doing(tmp_path: Path) -> None:
    seen = []
    async with toy(tmp_path) as scorer:
        seen.append(scorer.state)
        await scorer.start()
        seen.append(scorer.state)
        assert (scorer.reason, scorer.model) == ("", "model")
        await scorer.start()
        assert starts(tmp_path) == 1
    seen.append(scorer.state)
    assert seen == [ScorerState.STARTING, ScorerState.READY, ScorerState.OFF]


async def test_nothing_to_score_is_no_request(tmp_path: Path) -> None:
    async with toy(tmp_path) as scorer:
        assert await scorer.score([]) == []
        assert scorer.pid is None


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


async def test_callers_at_the_same_time_each_get_their_own_scores(tmp_path: Path) -> None:
    async with toy(tmp_path) as scorer:
        asked = [["1" * (caller + 1), "2" * (caller + 2)] * 40 for caller in range(20)]
        said = await asyncio.gather(*(scorer.score(texts) for texts in asked))
    for texts, scores in zip(asked, said, strict=True):
        assert [length(score) for score in scores] == [len(text) for text in texts]
    assert starts(tmp_path) == 1


async def test_a_caller_who_is_cancelled_does_not_spoil_the_next_ones_answers(tmp_path: Path) -> None:
    async with toy(tmp_path) as scorer:
        await scorer.start()
        for number in range(1, 20):
            task = asyncio.create_task(scorer.score([f"{'3' * number}{other}" for other in range(200)]))
            for _ in range(number % 5):
                await asyncio.sleep(0)
            task.cancel()
            assert length((await scorer.score(["4" * number]))[0]) == number
    assert starts(tmp_path) == 1


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


@pytest.mark.parametrize("text", ["\0", "\ud800 \udfff", "x" * 100_000, "\n\n{}\x1b[2J", "\u202eabc", "🏳️‍🌈" * 5_000])
async def test_any_string_gets_through_the_pipe(tmp_path: Path, text: str) -> None:
    async with toy(tmp_path) as scorer:
        before, odd, after = await scorer.score(["before", text, "after"])
        assert [length(before), length(after)] == [6, 5]
        assert isinstance(odd, Score) or odd == Unscored("no words")
    assert starts(tmp_path) == 1


@pytest.mark.parametrize(("content", "reason"), [
    (None, "There is no"), (b"", "no Flair model"), (b"version https://git-lfs", "no Flair model"),
    (b"PK\x03\x04 and then nothing", "ends too early"), (b"PK\x05\x06" + bytes(18), "no Flair model"),
])
async def test_a_model_file_that_cannot_be_one_is_told_without_a_start(
    tmp_path: Path, content: bytes | None, reason: str,
) -> None:
    model = tmp_path / "model.pt"
    if content is not None:
        model.write_bytes(content)
    scorer = FlairScorer(model, command=("/nonexistent/never-started",))
    with pytest.raises(ScoringError) as caught:
        await scorer.start()
    assert reason in caught.value.reason
    assert "scoring.model" in caught.value.hint
    assert (scorer.state, scorer.reason) == (ScorerState.FAILED, caught.value.reason)
    await scorer.close()


async def test_a_python_that_is_not_there_is_told(tmp_path: Path) -> None:
    async with toy(tmp_path) as scorer:
        await scorer.close()
    gone = FlairScorer(tmp_path / "model.pt", python=str(tmp_path / "python"))
    with pytest.raises(ScoringError, match="cannot be started"):
        await gone.start()
    await gone.close()


async def test_near_identical_texts_are_scored_once_also_at_another_time(tmp_path: Path) -> None:
    texts = ["Worst coffee ever https://t.co/a", "WORST coffee ever", "RT @mara: Worst coffee ever https://t.co/b",
             "worst  coffee ever", "@you worst coffee ever"]
    async with toy(tmp_path) as scorer:
        first = await scorer.score(texts)
        again = await scorer.score(["rt @x: RT @y worst coffee EVER", "Worst coffee ever!"])
    assert len(set(first[:4])) == 1
    assert again[0] == first[0]
    assert sorted(map(str.casefold, scored(tmp_path))) == [
        "@user worst coffee ever", "worst coffee ever", "worst coffee ever!"]


async def test_a_text_that_two_callers_ask_for_is_scored_once(tmp_path: Path) -> None:
    texts = [f"text {number}" for number in range(400)]
    async with toy(tmp_path, workers=2) as scorer:
        said = await asyncio.gather(*(scorer.score(texts[start:start + 300]) for start in (0, 50, 100)))
    assert all(length(score) == len(text) for text, score in zip(texts[100:], said[2], strict=True))
    assert scored(tmp_path) == Counter(dict.fromkeys(texts, 1))


async def test_a_caller_takes_over_what_a_cancelled_one_had_asked_for(tmp_path: Path) -> None:
    async with toy(tmp_path) as scorer:
        await scorer.start()
        first = asyncio.create_task(scorer.score([f"text {number}" for number in range(600)]))
        await asyncio.sleep(0)
        second = asyncio.create_task(scorer.score(["text 7", "other"]))
        await asyncio.sleep(0)
        first.cancel()
        assert [length(score) for score in await second] == [6, 5]


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


async def test_a_language_that_the_model_does_not_know_is_the_reason(tmp_path: Path) -> None:
    (tmp_path / "english").touch()
    texts = ["Estoy muy enfadado con este servicio, nadie contesta mis mensajes", "This is plain English to anybody"]
    async with toy(tmp_path) as scorer:
        said = await scorer.score(texts)
        assert said[0] == Unscored("in Spanish, which the model does not know")
        assert length(said[1]) == len(texts[1])


async def test_a_post_in_another_language_is_scored_by_its_own_model(tmp_path: Path) -> None:
    other = tmp_path / "spanish.pt"
    with zipfile.ZipFile(other, "w") as file:
        file.writestr("toy/data.pkl", "")
    texts = ["Estoy muy enfadado con este servicio, nadie contesta mis mensajes", "This is plain English to anybody"]
    async with toy(tmp_path, models={"es": other}) as scorer:
        said = await scorer.score(texts)
        assert [score.model for score in said if isinstance(score, Score)] == ["spanish", "model"]
        assert [about.language for about in scorer.about] == ["", "es"]


async def test_a_model_of_another_language_that_is_not_there_is_told_by_its_setting(tmp_path: Path) -> None:
    async with toy(tmp_path, models={"es": tmp_path / "no.pt"}) as scorer:
        with pytest.raises(ScoringError) as caught:
            await scorer.start()
    assert "scoring.models.es" in caught.value.hint
