from __future__ import annotations

import pytest

from warroom.domain.strategy import Cluster, Strategy, advice, at_odds


@pytest.mark.parametrize(("cluster", "history", "rumour", "first"), [
    (Cluster.VICTIM, False, False, Strategy.INFORM), (Cluster.VICTIM, False, True, Strategy.DENY),
    (Cluster.VICTIM, True, False, Strategy.DIMINISH), (Cluster.ACCIDENTAL, False, False, Strategy.DIMINISH),
    (Cluster.ACCIDENTAL, True, False, Strategy.REBUILD), (Cluster.PREVENTABLE, False, False, Strategy.REBUILD),
])
def test_the_advice_is_that_of_the_theory(cluster: Cluster, history: bool, rumour: bool, first: Strategy) -> None:
    told = advice(cluster, history=history, rumour=rumour)
    assert told.first is first
    assert Strategy.INFORM in (told.first, *told.also)  # instructing information always comes along
    assert told.words


@pytest.mark.parametrize(("now", "target", "odd"), [
    ("deny", "rebuild", True), ("rebuild", "deny", True), ("deny", "diminish", True), ("diminish", "rebuild", False),
    ("", "deny", False), ("deny", "", False), ("deny", "deny", False),
])
def test_a_denial_never_goes_with_what_admits(now: str, target: str, odd: bool) -> None:
    assert bool(at_odds(now, target)) is odd
