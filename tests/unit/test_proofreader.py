"""The process that checks long drafts: it says what a thread would say, and nothing waits for it or is lost with it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.child import environment
from warroom.domain.composing import Sheet, examine
from warroom.domain.model import Platform
from warroom.domain.outgoing import LIMITS
from warroom.domain.reply import TextLimit
from warroom.domain.statements import Statement
from warroom.domain.strategy import Strategy
from warroom.domain.tone import RULES, Brief
from warroom.domain.tone.house import ruled
from warroom.proofing.client import LONG, Proofreader
from warroom.proofing.wire import review_in, review_out, sheet_in, sheet_out

if TYPE_CHECKING:
    from warroom.domain.tone.house import Tables

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUSE: Tables = [({"jargon": {"phrases": ["touch ~1 base"], "level": "error"}, "levity": {"off": True}}, "house.toml")]
SAYS = "We touch your base \u2018soon\u2019, 😀 and we are sorry if you were offended. Our helpline opens at 9 am. "
LONG_TEXT = (SAYS * (LONG // len(SAYS) + 1)).strip()


def a_sheet(**more: Any) -> Sheet:
    brief = Brief(reply_to="Two weeks and no refund", author="ana", platform=Platform.REDDIT, strategy=Strategy.REBUILD,
                  severity=2, facts={"helpline": "opens at 8 am"}, recent=("We are sorry, Ana.",))
    made = Sheet(brief=brief, limit=LIMITS[Platform.REDDIT], now=NOW, rules=ruled(RULES, HOUSE))
    return replace(made, **more)


@pytest.fixture
async def reader() -> AsyncIterator[Proofreader]:
    made = Proofreader()
    yield made
    await made.close()


async def apart(reader: Proofreader, sheet: Sheet) -> int:
    """Check a long text until a process does it; returns its id."""
    async with asyncio.timeout(30):
        while reader.pid is None:
            await reader.check(LONG_TEXT, sheet, HOUSE)
    return reader.pid


async def test_the_process_finds_what_a_thread_finds(reader: Proofreader) -> None:
    statement = Statement(id="holding", title="Holding", body="We are sorry. {what} follows.", approved_by="legal",
                          approved_until=NOW)
    for sheet in (a_sheet(), a_sheet(statement=statement), a_sheet(limit=TextLimit(300, "graphemes"), split=True),
                  a_sheet(limit=TextLimit(500, "characters", per_url=23, names=("ana",), warning="food"))):
        await apart(reader, sheet)
        for text in (LONG_TEXT, "", "Hi {name}, calm down!!", "a\ud800\0" + SAYS):
            proof = await reader.check(text, sheet, HOUSE)
            assert proof.review == examine(text, sheet)
            assert proof.cost == 0  # nothing of it was taken from the keys
    assert examine(LONG_TEXT, a_sheet()).findings


async def test_a_short_text_starts_no_process(reader: Proofreader) -> None:
    proof = await reader.check("Calm down.", a_sheet(), HOUSE)
    assert proof.review == examine("Calm down.", a_sheet())
    assert proof.review.findings
    assert proof.cost > 0
    assert reader.pid is None


async def test_a_process_that_is_killed_costs_no_answer_and_another_one_takes_its_place(reader: Proofreader) -> None:
    first = await apart(reader, a_sheet())
    os.kill(first, signal.SIGKILL)
    proof = await reader.check(LONG_TEXT, a_sheet(), HOUSE)
    assert proof.review == examine(LONG_TEXT, a_sheet())
    assert await apart(reader, a_sheet()) != first


@pytest.mark.parametrize("command", [
    (sys.executable, "-c", "raise SystemExit(3)"),
    (sys.executable, "-c", "import sys; sys.stdin.readline(); print('{}', flush=True)"),
    ("/no/such/program",),
])
async def test_where_no_process_can_be_kept_a_thread_answers_and_the_tries_end(command: tuple[str, ...]) -> None:
    reader = Proofreader(command=command)
    try:
        for _ in range(5):
            proof = await reader.check(LONG_TEXT, a_sheet(), HOUSE)
            assert proof.review == examine(LONG_TEXT, a_sheet())
            await reader.settled()
        assert reader.pid is None
        assert reader.given_up
    finally:
        await reader.close()


def test_the_process_ends_when_whoever_started_it_does() -> None:
    with subprocess.Popen([sys.executable, "-P", "-m", "warroom.proofing.worker"], env=environment(),
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.close()  # as the end of the other process closes it
        assert process.wait(30) == 0


@given(st.text(max_size=40), st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
       st.lists(st.text(max_size=5), max_size=2), st.booleans())
def test_papers_and_findings_come_over_as_they_were(text: str, facts: dict[str, str], recent: list[str],
                                                    split: bool) -> None:
    brief = Brief(reply_to=text, author=text, facts=facts, recent=tuple(recent), severity=1)
    sheet = a_sheet(brief=brief, split=split)
    assert sheet_in(json.loads(json.dumps(sheet_out(sheet))), sheet.rules) == sheet
    review = examine(text, sheet)
    review = replace(review, doubted=review.findings)
    assert review_in(json.loads(json.dumps(review_out(review))), text) == review
