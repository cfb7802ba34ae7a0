"""Which words, links, authors and copies an alarm names: what sets the window apart, by voices and not by noise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from helpers.making import START, post
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.explain import explain
from warroom.domain.item import Item
from warroom.domain.model import Label, Platform
from warroom.domain.terms import Terms
from warroom.domain.triage import Triage
from warroom.domain.voices import log_odds
from warroom.domain.why import NOTHING, Driver, Why

CHAT = ("lovely morning with a latte", "which beans are these", "queue was long today", "my barista is the best",
        "cold outside, warm cup inside", "new mug arrived", "decaf or not, that is the question", "second cup please",
        "who else is working late", "the croissant here is great")


def said(texts: Sequence[str], *, start: int = 1, author: str = "", platform: Platform = Platform.MASTODON,
         **more: object) -> list[Item]:
    return [
        Item(id=start + at, room="live", received_at=START,
             post=post(f"n{start + at}", text, author=author or f"a{start + at}", platform=platform,
                       created_at=START + timedelta(seconds=start + at), **more))
        for at, text in enumerate(texts)
    ]


def usual(posts: int = 100) -> list[Item]:
    return said([f"{CHAT[at % len(CHAT)]} {at}" for at in range(posts)], start=10_000)


def various(word: str, posts: int) -> list[Item]:
    """Posts of as many people that have nothing in common but one word."""
    return said([f"{word} {chr(97 + at) * 5} {chr(97 + at) * 6} {at}" for at in range(posts)], start=500)


def names(drivers: Sequence[Driver]) -> list[str]:
    return [driver.text for driver in drivers]


def test_what_people_suddenly_say_is_named_with_posts_to_look_at() -> None:
    now = usual(30) + various("refund", 12)
    why = explain(now, usual())
    refund = why.words[0]
    assert (refund.text, refund.posts, refund.authors, refund.usual) == ("refund", 12, 12, 0.0)
    assert len(refund.examples) == 3
    assert set(refund.examples) <= {item.key for item in now if "refund" in item.post.text}
    assert "morning" not in names(why.words)


def test_one_loud_author_does_not_make_a_word_loud() -> None:
    shouting = said([f"{word} acorn disaster" for word in ("one", "two", "three", "four", "five", "six", "seven")],
                    author="loud")
    why = explain(shouting + various("parcel", 7) + usual(40), usual())
    assert names(why.words) == ["parcel"]
    assert "@loud" in names(why.authors)


def test_copies_count_as_one_text_and_are_told_as_such() -> None:
    copied = said(["The pumpkin syrup killed my gerbil and they hide it, share this"] * 30, start=200)
    why = explain(copied + various("refund", 20), usual())
    assert why.copies is not None
    assert (why.copies.posts, why.copies.share, why.copies.first) == (30, 0.6, copied[0].key)
    assert "gerbil" not in names(why.words)
    assert why.sentence.startswith("two thirds of it copies of @a200: “The pumpkin syrup killed")


def test_a_template_with_a_changed_word_is_still_one_text() -> None:
    towns = ("Boston", "Paris", "Berlin", "Lima", "Osaka", "Quito", "Turin", "Malmo", "Bergen", "Delft")
    flood = said([f"Yesterday the staff in the shop of {town} laughed at my ill daughter, never again this brand"
                  for town in towns], start=300)
    why = explain(flood + usual(30), usual())
    assert why.copies is not None
    assert why.copies.posts >= 8
    assert "laughed" not in names(why.words)


def test_reposts_belong_to_what_they_repost_whatever_their_text() -> None:
    first = said(["They knew since Monday"], author="mara")
    passed = said([f"RT, also {at}" for at in range(5)], start=20, repost_of=first[0].post.native_id)
    why = explain(first + passed + usual(6), usual())
    assert why.copies is not None
    assert (why.copies.posts, why.copies.author, why.copies.authors) == (6, "@mara", 6)
    assert names(why.authors)[0] == "@mara"


def test_our_own_terms_and_stop_words_are_no_news_as_words_but_terms_are_told_apart() -> None:
    terms = Terms(brand=("ACME",), products=("vanilla cold brew", "oat latte"))
    now = various("because the ACME vanilla cold brew smells odd", 10)
    why = explain(now, various("ACME oat latte is nice", 20), terms=terms)
    found = names(why.words)
    assert names(why.terms) == ["vanilla cold brew"]
    assert any("smells odd" in name for name in found)
    assert not {"acme", "vanilla", "cold", "brew", "because", "the"} & {word for name in found for word in name.split()}


def test_words_that_stand_together_are_one_phrase_as_people_write_it() -> None:
    assert names(explain(various("again Customer Service was it", 8), usual()).words)[0] == "Customer Service"


def test_hashtags_mentions_and_links_are_named_as_such() -> None:
    now = various("#BoycottAcme @foodwatch", 6)
    now += said(["see this", "and this"], links=("https://www.news.example/recall/?utm_source=x",))
    why = explain(now, usual())
    assert {"#BoycottAcme", "@foodwatch"} <= set(names(why.words))
    assert names(why.links) == ["news.example/recall"]


@pytest.mark.parametrize(("texts", "wanted"), [
    (["もう退款してください、お願い", "退款はいつですか", "早く退款しろ", "全然退款されない", "退款希望です"], "退款"),
    (["我要退款，太差了", "什么时候退款啊", "退款还没到账", "商家拒绝退款", "投诉，要求退款"], "退款"),
    (["환불 요청했어요", "환불 안 해줘요", "환불 언제 되나요", "계속 환불 거절", "환불 좀"], "환불"),
    (["Rückruf sofort", "wo bleibt der Rückruf", "Rückruf gefordert", "kein Rückruf bisher", "Rückruf!"], "Rückruf"),
    (["верните деньги", "где мои деньги", "деньги не пришли", "отдайте деньги", "деньги назад"], "деньги"),
])
def test_any_script_is_read(texts: list[str], wanted: str) -> None:
    assert wanted in names(explain(said(texts), usual()).words)


def test_without_anything_to_compare_with_the_commonest_words_are_named_and_no_usual_is_claimed() -> None:
    why = explain(said([f"refund now, {at}" for at in range(5)]), [])
    assert [(driver.text, driver.usual) for driver in why.words] == [("refund", None)]


def test_who_is_answered_most_is_named_even_where_there_is_nothing_before() -> None:
    first = said(["They knew since Monday"], author="mara")
    answers = said(["why", "how", "when"], start=20, parent_id=first[0].post.native_id)
    assert names(explain(first + answers, []).authors) == ["@mara"]


def test_posts_that_are_not_about_us_explain_nothing() -> None:
    irrelevant = [Item(id=item.id, room="live", post=item.post, received_at=START,
                       triage=Triage(label=Label.IRRELEVANT))
                  for item in said([f"tractor pull tonight {at}" for at in range(9)])]
    assert explain(irrelevant, usual()) == NOTHING
    assert explain([], []) == Why()


def test_an_author_with_a_very_large_reach_is_named_for_one_post() -> None:
    now = said(["Looking into this."], author="ledger", reach=1_200_000) + said(["hm"], start=5, author="small")
    assert names(explain(now, usual()).authors) == ["@ledger"]
    assert names(explain(said(["hm"], reach=1_200_000, platform=Platform.REDDIT), usual()).authors) == []


@given(here=st.integers(0, 50), more=st.integers(1, 50), there=st.integers(0, 200), rest=st.integers(1, 400))
def test_the_log_odds_tell_which_side_has_more_and_turn_round_with_the_sides(
    here: int, more: int, there: int, rest: int,
) -> None:
    every, others = here + more, there + rest
    if here + there == 0:
        return
    odds = log_odds(here, every, there, others)
    assert odds == pytest.approx(-log_odds(there, others, here, every))
    if here / every > 1.5 * there / others + 1 / min(every, others):
        assert odds > 0
