"""A long reply becomes a numbered thread: each part fits, nothing is lost, and no link is cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.errors import BadMove
from warroom.domain.outgoing import overflow
from warroom.domain.reply import TextLimit
from warroom.domain.thread_split import split

BLUESKY = TextLimit(300, "graphemes")
MASTODON = TextLimit(500, "characters", per_url=23)
SENTENCE = "We have stopped the sale of the batch and test every bottle that comes back to us today. "

WORDS = st.one_of(
    st.sampled_from(["sorry", "refund.", "Sunday!", "…", "👩\u200d🚀", "e\u0301", "Straße", "第二批。", "مرحبا",
                     "“quoted.”", "\n\n"]),
    st.text("abcdefgh👍é", min_size=1, max_size=60),
    st.sampled_from(["https://acme.example/recall", "https://acme.example/a/very/long/path?with=a&query=1#there",
                     "[the list](https://acme.example/list)", "@mara_k@mastodon.example"]),
)


def content(text: str) -> str:
    return re.sub(r"\s+", "", text)


def unnumbered(parts: list[str]) -> list[str]:
    return [part.removesuffix(f" {at}/{len(parts)}") for at, part in enumerate(parts, 1)]


def test_a_text_that_fits_is_not_numbered() -> None:
    assert split("  We are on it.\n", BLUESKY) == ["We are on it."]


def test_parts_end_with_a_sentence_where_one_is_near_and_say_how_many_there_are() -> None:
    parts = split(SENTENCE * 8, BLUESKY)
    assert [part[-10:] for part in parts] == ["today. 1/3", "today. 2/3", "today. 3/3"]


def test_a_paragraph_is_the_best_place_to_cut() -> None:
    text = f"{SENTENCE * 2}Here is the list.\n\n{SENTENCE * 2}"
    assert split(text, BLUESKY)[0].endswith("Here is the list. 1/2")


def test_a_word_longer_than_a_part_is_cut_between_whole_characters() -> None:
    parts = split("👩\u200d🚀" * 400, BLUESKY)
    assert all(overflow(part, BLUESKY)[0] <= 300 for part in parts)
    assert "".join(unnumbered(parts)) == "👩\u200d🚀" * 400


def test_a_link_that_fits_in_no_part_is_refused_in_words() -> None:
    with pytest.raises(BadMove, match="link is longer"):
        split(f"See https://acme.example/{'a' * 400} please", BLUESKY)


def test_a_text_for_too_many_parts_is_refused_in_words() -> None:
    with pytest.raises(BadMove, match="25 parts"):
        split(SENTENCE * 200, BLUESKY)


def test_a_link_weighs_what_the_platform_says() -> None:
    link = f"https://acme.example/{'a' * 480}"
    assert len(split(f"{'word ' * 90}{link}", MASTODON)) == 1


@given(st.lists(WORDS, min_size=1, max_size=160), st.sampled_from([BLUESKY, MASTODON, TextLimit(80, "graphemes")]))
def test_every_part_fits_no_link_is_cut_and_nothing_is_lost(words: list[str], limit: TextLimit) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    try:
        parts = split(text, limit, most=99)
    except BadMove:
        return
    assert all(overflow(part, limit)[0] <= limit.most for part in parts)
    bare = unnumbered(parts) if len(parts) > 1 else parts
    assert content("".join(bare)) == content(text)
    links = re.findall(r"https://\S+", text)
    kept = [found for part in bare for found in re.findall(r"https://\S+", part)]
    assert sorted(kept) == sorted(links)
