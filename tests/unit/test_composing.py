"""What is right and wrong with a reply while it is written, apart from any screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.composing import Sheet, examine, made_of, measure, severest
from warroom.domain.model import Platform
from warroom.domain.outgoing import LIMITS, overflow
from warroom.domain.reply import TextLimit
from warroom.domain.statements import Statement
from warroom.domain.tone import Brief, Level

NOW = datetime(2026, 3, 6, 16, tzinfo=UTC)
HOLDING = Statement(id="holding", title="Holding", approved_by="legal", approved_until=NOW + timedelta(hours=1),
                    body="You fell ill, and we are sorry. {what we know}. We post the next update here by {time}.")
FILLED = "You fell ill, and we are sorry. Two people told us of it. We post the next update here by 6 pm."
GOOD = "You waited three weeks, and we are sorry. We pay you back today, and write here again by 6 pm."


def sheet(platform: Platform = Platform.BLUESKY, **more: Any) -> Sheet:
    made = Sheet(brief=Brief(platform=platform), limit=LIMITS[platform], now=NOW)
    return replace(made, **more)


def rules(text: str, on: Sheet) -> list[str]:
    return [one.rule for one in examine(text, on).findings]


@pytest.mark.parametrize(("text", "platform", "length"), [
    ("👩\u200d🚀" * 10, Platform.BLUESKY, 10), ("e\u0301" * 10, Platform.BLUESKY, 10),
    ("a" * 400, Platform.REDDIT, 400),
    (f"see https://acme.example/{'a' * 200}", Platform.MASTODON, 27), ("a\nb", Platform.REDDIT, 5),
    ("(https://en.wikipedia.org/wiki/Cold_brew_(coffee)).", Platform.MASTODON, 26),
    ("https://a.org", Platform.MASTODON, 23),
    ("https://acme.example/recall?lot=(0226-B)&from=mail!", Platform.MASTODON, 24),
    ("http://localhost/recall", Platform.MASTODON, 23), ("http://127.0.0.1/a", Platform.MASTODON, 18),
    ("https://social.example/@mara@far.example", Platform.MASTODON, 23), ("mail@acme.example", Platform.MASTODON, 17),
    ("@mara.k@far.example hi", Platform.MASTODON, 10), ("@mara-k@localhost:1", Platform.MASTODON, 9),
])
def test_a_text_is_counted_as_its_platform_counts(text: str, platform: Platform, length: int) -> None:
    assert measure(text, LIMITS[platform]).length == length


@given(st.text(st.sampled_from("ab @:/.\nhtps👍e\u0301")), st.sampled_from(list(LIMITS.values())))
def test_the_quick_count_is_the_slow_one(text: str, limit: TextLimit) -> None:
    assert measure(text, limit)[::2] == overflow(text, limit)


def test_the_servers_own_limit_counts_and_not_the_usual_one() -> None:
    long = f"{GOOD} " * 6
    assert "too-long" in rules(long, sheet(Platform.MASTODON))
    assert "too-long" not in rules(long, sheet(Platform.MASTODON, limit=TextLimit(5_000, "characters", 23)))


def test_what_is_too_long_says_from_where_and_a_thread_takes_the_finding_away() -> None:
    found = examine(f"{GOOD} " * 4, sheet())
    [long] = [one for one in found.findings if one.rule == "too-long"]
    assert (long.start, found.count.cut, found.count.over) == (300, 300, found.count.length - 300)
    split = examine(f"{GOOD} " * 4, sheet(split=True))
    assert len(split.parts) == 2
    assert "too-long" not in [one.rule for one in split.findings]


def test_a_thread_that_cannot_be_made_says_why() -> None:
    found = examine(f"See https://acme.example/{'a' * 400} please", sheet(split=True))
    assert [one.reason for one in found.findings if one.rule == "too-long"] == [
        "A link is longer than a part of the thread may be. Use a shorter address of your own."]


def test_a_statement_blocks_while_it_may_not_go_out_and_a_changed_one_is_said_to_be_free_text() -> None:
    assert "statement" not in rules(FILLED, sheet(statement=HOLDING))
    late = examine(FILLED, sheet(statement=HOLDING, now=NOW + timedelta(hours=2)))
    assert [one.rule for one in late.blocking({"statement": "please"})] == ["statement"]
    changed = examine(FILLED.replace("sorry", "very sorry"), sheet(statement=HOLDING))
    assert changed.changed
    assert [one.level for one in changed.findings if one.rule == "statement"] == [Level.SUGGESTION]


def test_a_text_of_which_nothing_of_the_statement_is_left_is_no_more_made_of_it() -> None:
    assert made_of(HOLDING, FILLED)
    assert made_of(HOLDING, "Hello. We post the next update here by 7 pm.")
    assert not made_of(HOLDING, GOOD)


def test_a_reason_sets_an_error_aside_but_no_gap_and_nothing_that_cannot_be_shown() -> None:
    found = examine("Mistakes were made, {name}. \u202eabc", sheet(Platform.REDDIT))
    assert {"non-apology", "unfilled-placeholder", "unsendable"} <= {one.rule for one in found.blocking()}
    aside = {"non-apology": "x", "unfilled-placeholder": "x", "unsendable": "x"}
    assert {one.rule for one in found.blocking(aside)} == {"unfilled-placeholder", "unsendable"}


def test_errors_come_first_and_an_empty_text_has_no_findings() -> None:
    levels = [one.level for one in severest(examine("Mistakes were made. We guarantee it!!!", sheet()).findings)]
    assert levels == sorted(levels, key=list(Level).index)
    assert len(set(levels)) > 1
    assert examine("  \n", sheet()).findings == ()
