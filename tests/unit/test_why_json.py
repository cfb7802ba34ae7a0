"""What an alarm's explanation says of itself, and how it survives the log."""

from __future__ import annotations

import json

import pytest

from warroom.domain.model import PostKey
from warroom.domain.why import NOTHING, Copies, Driver, Why
from warroom.domain.why_json import from_json, to_json

REFUND = Driver(text="refund", posts=12, authors=9, texts=11, usual=1.5, weight=4.25, examples=(PostKey("reddit:a"),))
BANK = Driver(text="example.org/recall", posts=3, authors=3, texts=3, examples=(PostKey("reddit:b"),))
COPIES = Copies(share=0.5, posts=20, authors=18, first=PostKey("bluesky:c"), author="@mara", text="They\nknew.")


def test_it_is_the_same_after_a_way_through_the_log() -> None:
    why = Why(words=(REFUND,), links=(BANK,), copies=COPIES, posts=40, people=33)
    assert from_json(json.loads(json.dumps(to_json(why)))) == why
    assert from_json(to_json(NOTHING)) == NOTHING


@pytest.mark.parametrize("raw", [None, [], {"terms": 1}, {**to_json(NOTHING), "words": ["refund"]},
                                 {**to_json(NOTHING), "posts": -1}, {**to_json(NOTHING), "copies": {"share": "half"}}])
def test_what_is_no_explanation_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match=r"object|expected"):
        from_json(json.loads(json.dumps(raw)))


def test_the_sentence_names_the_copies_and_what_there_is_more_of() -> None:
    why = Why(words=(REFUND,), links=(BANK,), copies=COPIES, posts=40, people=33)
    assert why.sentence == "half of it copies of @mara: “They knew.”; more than usual: refund, example.org/recall"
    assert why.examples == ("bluesky:c", "reddit:a", "reddit:b")


def test_a_few_copies_are_not_worth_a_word() -> None:
    assert Copies(share=0.1, posts=4, authors=4, first=PostKey("reddit:a")).words == ""
    assert NOTHING.sentence == ""
