"""How well the rules do on labelled replies; those that the rules were tuned on."""

from __future__ import annotations

import pytest
from tone.corpus import Count, judge, replies

from warroom.domain.model import Platform
from warroom.domain.tone import RULES

IDS = [rule.id for rule in RULES]


@pytest.fixture(scope="module")
def tuned() -> dict[str, Count]:
    return judge([reply for reply in replies() if not reply.held_out])[0]


def test_there_are_three_hundred_replies_of_all_platforms_and_every_rule_is_on_both_sides() -> None:
    every = list(replies())
    assert len(every) >= 300
    assert {reply.brief.platform for reply in every} >= set(Platform)
    for held in (True, False):
        labelled = {rule for reply in every if reply.held_out is held
                    for rule in (*reply.rules, *(name for name, _, _ in reply.spans))}
        assert labelled == set(IDS)


@pytest.mark.parametrize("rule", IDS)
def test_a_rule_is_right_and_misses_few_on_the_replies_that_it_was_tuned_on(
    rule: str, tuned: dict[str, Count],
) -> None:
    count = tuned[rule]
    assert count.right
    assert count.precision >= 0.88, f"{count.wrong} wrong of {count.right + count.wrong}"
    assert count.recall >= 0.85, f"{count.missed} missed of {count.right + count.missed}"
