"""The shipped model in its real process, through the client: one start is paid for the whole file."""

from __future__ import annotations

import asyncio
import csv
import json
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from warroom.domain.errors import ScoringError
from warroom.domain.health import ScorerState
from warroom.domain.model import Score, Sentiment, Unscored
from warroom.ports import Scorer
from warroom.scoring.client import SHIPPED, FlairScorer
from warroom.scoring.lines import score_lines
from warroom.scoring.process import Launch

ROOT = Path(__file__).parents[2]
DEADLY = ROOT / "tests" / "helpers" / "deadly_worker.py"
HELD_OUT = ROOT.parent / "shared" / "data" / "sentiment" / "semeval_val.tsv"

# One group: the fixture below is a process of 700 MB that takes ten seconds to start.
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("scorer")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scorer")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scorer(folder: Path) -> AsyncIterator[FlairScorer]:
    one = FlairScorer(command=(sys.executable, "-P", str(DEADLY), "real", str(folder)), pause=0.01, patience=120)
    await one.start()
    yield one
    await one.close()


async def labels(scorer: Scorer, *texts: str) -> list[str]:
    return [score.label if isinstance(score, Score) else score.reason for score in await scorer.score(texts)]


async def test_the_shipped_model_tells_plainly_bad_from_plainly_good(scorer: FlairScorer) -> None:
    bad = ["I hate this company, worst service ever", "Disgusting. My son got sick after your cold brew 🤮",
           "They stole my money and nobody answers. Never again!", "this is a terrible disaster and I am so angry 😡"]
    good = ["I love this, thank you so much!", "Best coffee in town, great people ❤️",
            "So happy with my new phone, it is amazing", "Awesome concert last night, what a wonderful evening 😍"]
    assert await labels(scorer, *bad) == [Sentiment.NEGATIVE] * 4
    assert await labels(scorer, *good) == [Sentiment.POSITIVE] * 4
    assert await labels(scorer, "The store opens at 9 on Monday.") == [Sentiment.NEUTRAL]


async def test_a_score_is_three_probabilities_and_the_models_name(scorer: FlairScorer) -> None:
    for score in await scorer.score(["good", "bad", "the shop is closed on Sunday", "?!", "猫"]):
        assert isinstance(score, Score)
        assert score.model == scorer.model
        assert min(score.negative, score.neutral, score.positive) >= 0
        assert score.negative + score.neutral + score.positive == pytest.approx(1, abs=1e-5)


async def test_a_score_does_not_depend_on_the_company_a_text_keeps(scorer: FlairScorer) -> None:
    texts = [f"{'very ' * (number % 60)}bad service number {number}" for number in range(200)]
    together = await scorer.score(texts)
    for at in (0, 59, 111, 199):
        alone = (await scorer.score([texts[at]]))[0]
        company = together[at]
        assert isinstance(alone, Score)
        assert isinstance(company, Score)
        assert alone.valence == pytest.approx(company.valence, abs=0.02)


async def test_odd_texts_do_not_cost_the_process_its_life(scorer: FlairScorer) -> None:
    pid = scorer.pid
    odd = ["", " \n", "\0", "\ud800", "@someone", "https://acme.example", "x" * 100_000, "no " * 50_000,
           "\U0001f3f3\ufe0f\u200d\U0001f308" * 300, "\x1b[2J\u202e", "[SEP] [MASK] [CLS]", "a\u0301" * 2_000]
    said = await scorer.score(odd)
    assert said[:6] == [Unscored("no words")] * 6
    assert all(isinstance(score, Score) for score in said[6:])
    assert scorer.pid == pid


async def test_a_text_that_raises_in_the_model_harms_no_other(scorer: FlairScorer) -> None:
    pid = scorer.pid
    assert await labels(scorer, "I love it", "raise-here", "I hate it") == [
        "positive", "the model cannot read it (RuntimeError)", "negative"]
    assert scorer.pid == pid


async def test_every_text_is_scored_though_the_process_is_killed_under_load(
    scorer: FlairScorer, folder: Path,
) -> None:
    texts = [f"post {number}: {'the worst' if number % 2 else 'lovely'} thing I saw" for number in range(1500)]
    await scorer.start()
    killed = scorer.pid
    assert killed is not None
    (folder / "scored").write_text("")
    asked = asyncio.create_task(scorer.score(texts))
    async with asyncio.timeout(60):
        while "post 7:" not in (folder / "scored").read_text():
            await asyncio.sleep(0.01)
    assert not asked.done()
    os.kill(killed, signal.SIGKILL)
    said = await asked
    assert scorer.pid != killed
    moods = [score.valence for score in said if isinstance(score, Score)]
    assert len(moods) == len(texts)
    assert all(lovely > worst for lovely, worst in zip(moods[::2], moods[1::2], strict=True))


async def test_the_process_ends_with_a_parent_that_is_shot(tmp_path: Path) -> None:
    script = (
        "import asyncio, sys\n"
        "from warroom.scoring.client import FlairScorer\n"
        "async def main():\n"
        "    scorer = FlairScorer()\n"
        "    await scorer.start()\n"
        "    print(scorer.pid, flush=True)\n"
        "    await scorer.score([f'{n} ' + 'word ' * 100 for n in range(100000)])\n"
        "asyncio.run(main())\n"
    )
    parent = await asyncio.create_subprocess_exec(sys.executable, "-c", script, stdout=subprocess.PIPE, cwd=ROOT)
    assert parent.stdout is not None
    async with asyncio.timeout(120):
        child = int(await parent.stdout.readline())
    assert os.getpgid(child) != os.getpgid(0)
    parent.kill()
    await parent.wait()
    async with asyncio.timeout(60):
        while running(child):
            await asyncio.sleep(0.02)


async def test_the_process_ends_with_its_stdin_even_while_it_loads() -> None:
    child = await asyncio.create_subprocess_exec(
        *Launch(model=SHIPPED).argv(), cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL)
    assert child.stdin is not None
    child.stdin.close()
    async with asyncio.timeout(120):
        assert await child.wait() == 0
    assert child.stdout is not None
    assert await child.stdout.read() == b""


async def test_flair_does_not_speak_on_the_channel_of_the_scores_or_on_the_terminal(capfd: pytest.CaptureFixture[str],
                                                                                     scorer: FlairScorer) -> None:
    await scorer.score(["a", "b"])
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


@pytest.mark.parametrize("kind", ["cut", "garbled"])
async def test_a_model_file_that_is_not_one_is_told_with_a_hint(tmp_path: Path, kind: str) -> None:
    whole = SHIPPED.read_bytes()
    model = tmp_path / "model.pt"
    model.write_bytes(whole[: len(whole) // 2] if kind == "cut" else whole[:200] + bytes(2_000) + whole[2_200:])
    scorer = FlairScorer(model)
    with pytest.raises(ScoringError) as caught:
        await scorer.start()
    assert str(model) in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert caught.value.hint
    assert scorer.state is ScorerState.FAILED
    await scorer.close()


async def test_lines_are_scored_by_the_shipped_model(scorer: FlairScorer) -> None:
    class Kept:
        """The shared scorer, which this test may not close."""

        state, reason, start, score = scorer.state, scorer.reason, scorer.start, scorer.score

        async def close(self) -> None:
            await asyncio.sleep(0)

    written: list[str] = []
    code = await score_lines(['{"id": "7", "text": "I hate it"}', '{"id": 8, "text": "@you"}'], written.append,
                             written.append, scorer=Kept())
    assert code == 0
    assert [(said["id"], said["label"]) for said in map(json.loads, written)] == [("7", "negative"), (8, None)]


async def test_the_cards_figure_is_what_the_shipped_file_reaches(scorer: FlairScorer) -> None:
    if not HELD_OUT.exists():
        pytest.skip(f"the held-out posts are not here: {HELD_OUT}")
    card = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    stated = re.search(r"macro recall \*\*(\d\d\.\d)\*\*", card)
    assert stated is not None
    with HELD_OUT.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    said = await labels(scorer, *(row["text"] for row in rows))
    total, right = Counter(row["label"] for row in rows), Counter(
        row["label"] for row, label in zip(rows, said, strict=True) if label == row["label"])
    recall = 100 * sum(right[label] / total[label] for label in total) / len(total)
    assert len(total) == 3
    assert recall == pytest.approx(float(stated[1]), abs=0.3)


def running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
