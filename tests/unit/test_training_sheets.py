"""Variants of a labelled reply beside other fact sheets: what is changed, and that the labels follow."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from tone.corpus import Labelled

from training.sheets import agreed, another, contradicted, dressed, values, variants
from warroom.domain.tone import Brief

TEXT = "Sorry about that. We open again on Friday, and 12 shops stay shut."
SHEET = {"reopening": "Friday 14 March", "shops shut": "12"}
OTHER = (("cause of the fire", "a toaster"), ("refund within", "30 days"))


def reply(text: str = TEXT, facts: dict[str, str] | None = None, wrong: str = "") -> Labelled:
    spans = (("contradicts-fact", text.index(wrong), text.index(wrong) + len(wrong)),) if wrong else ()
    return Labelled(text, Brief(facts=facts or SHEET), spans, frozenset(), whole=True, held_out=False)


def marked(one: Labelled) -> list[str]:
    return [one.text[start:end] for _, start, end in one.spans]


@pytest.mark.parametrize("seed", range(20))
def test_a_value_changed_on_the_sheet_is_a_contradiction_where_the_reply_tells_it(seed: int) -> None:
    made = contradicted(reply(), random.Random(seed))
    assert made is not None
    (told,) = marked(made)
    key = {"Friday": "reopening", "12": "shops shut"}[told]
    assert told not in made.brief.facts[key].split()
    assert {other: line for other, line in made.brief.facts.items() if other != key} == {
        other: line for other, line in SHEET.items() if other != key}


def test_a_reply_that_tells_nothing_of_its_sheet_cannot_be_made_to_contradict_it() -> None:
    assert contradicted(reply("Sorry, we look into it."), random.Random(1)) is None


def test_a_contradiction_that_the_sheet_says_is_none_any_more() -> None:
    made = agreed(reply(TEXT.replace("Friday", "Tuesday"), wrong="Tuesday"))
    assert made is not None
    assert marked(made) == []
    assert made.brief.facts["reopening"] == "Tuesday 14 March"


def test_where_it_is_not_sure_which_line_is_contradicted_nothing_is_changed() -> None:
    two = {"reopening": "Friday 14 March", "result of the test": "Sunday"}
    assert agreed(reply(TEXT.replace("Friday", "Tuesday"), two, wrong="Tuesday")) is None
    assert agreed(reply("All of the shops are shut.", wrong="All")) is None


@pytest.mark.parametrize("seed", range(20))
def test_lines_of_other_incidents_stand_beside_the_own_ones_and_nothing_is_lost(seed: int) -> None:
    made = dressed(reply(), [OTHER], random.Random(seed))
    assert SHEET.items() <= made.brief.facts.items()
    assert set(made.brief.facts) - set(SHEET) <= dict(OTHER).keys()


@pytest.mark.parametrize("written", ["Friday", "may", "twelve", "1,190", "7", "18:30", "2.5", "3.4.2"])
@pytest.mark.parametrize("seed", range(10))
def test_another_value_is_of_the_same_kind_and_another(written: str, seed: int) -> None:
    (one,) = values(written)
    new = another(one, random.Random(seed))
    (made,) = values(new)
    assert made.plain != one.plain
    assert made.kind == one.kind
    assert new[0].isupper() is written[0].isupper()


def test_the_same_seed_makes_the_same_variants() -> None:
    first, second = ([(one.brief.facts, one.spans) for one in variants(reply(), [OTHER], random.Random(7), 12)]
                     for _ in range(2))
    assert first == second
    assert any(spans for _, spans in first)
    assert any(not spans for _, spans in first)


def test_what_may_or_may_not_be_a_contradiction_is_left_as_it_is() -> None:
    assert contradicted(replace(reply(), allowed=frozenset({"contradicts-fact"})), random.Random(1)) is None
