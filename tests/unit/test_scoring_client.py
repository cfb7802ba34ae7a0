"""What callers get from the client, shown with a process that holds no model."""

from __future__ import annotations

import asyncio
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from helpers.toy_scorer import length, scored, starts, toy

from warroom.domain.errors import ScoringError
from warroom.domain.health import ScorerState
from warroom.domain.model import Score, Unscored
from warroom.scoring.client import FlairScorer


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
