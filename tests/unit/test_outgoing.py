"""How long a reply is: of what really goes out, and not of what was typed alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.composing import Sheet, examine
from warroom.domain.markdown import to_markdown
from warroom.domain.model import Platform
from warroom.domain.outgoing import LIMITS, addressed, answering, beside, overflow, plain, sure_to_fit, usual
from warroom.domain.reply import TextLimit
from warroom.domain.thread_split import split
from warroom.domain.tone import Brief, check

ANA = "ana@far.example"
WARNED = "CW: burns & blisters\n\nMy heater is on fire"
MASTODON = answering(LIMITS[Platform.MASTODON], platform=Platform.MASTODON, author=ANA, said=WARNED)
TEXTS = st.text(st.sampled_from("ab 1-*_#@.\n\\>:/e\u0301👍"), max_size=80)


@pytest.mark.parametrize(("platform", "text"), [
    (Platform.BLUESKY, "e\u0301" * 300),
    (Platform.MASTODON, "x" * (500 - len("@ana ") - len("burns & blisters"))),
    (Platform.REDDIT, "*" * 5_000),
    (Platform.REDDIT, "- a\n" * 1_428 + "abcd"),  # an escape, and two spaces that keep the end of the line
])
def test_what_just_fits_fits_and_one_more_does_not(platform: Platform, text: str) -> None:
    limit = answering(LIMITS[platform], platform=platform, author=ANA, said=WARNED)
    assert overflow(text, limit) == (limit.most, len(text))
    length, cut = overflow(f"{text}!", limit)
    assert (length, cut) == (limit.most + 1, len(text))
    brief = Brief(platform=platform, author=ANA, reply_to=WARNED)
    found = {words: [one for one in check(words, brief) if one.rule == "too-long"] for words in (text, f"{text}!")}
    assert [len(found[text]), len(found[f"{text}!"])] == [0, 1]


#: One character as a reader counts, eleven bytes.
ASTRONAUT = "👩\u200d🚀"


def test_where_only_the_bytes_are_too_many_they_are_what_is_counted() -> None:
    brief, limit = Brief(platform=Platform.BLUESKY), LIMITS[Platform.BLUESKY]
    for text, over in ((ASTRONAUT * 272, False), (ASTRONAUT * 273, True)):  # 2,992 and 3,003 bytes
        assert bool([one for one in check(text, brief) if one.rule == "too-long"]) is over
        review = examine(text, Sheet(brief=brief, limit=limit, now=datetime(2026, 3, 2, tzinfo=UTC)))
        assert [one.reason for one in review.findings if one.rule == "too-long"] == (
            ["It takes 3,000 bytes; this has 3,003."] if over else [])
        assert review.count == ((3_003, 3_000, 272 * len(ASTRONAUT)) if over else (272, 300, 272 * len(ASTRONAUT)))


def test_a_text_of_too_many_bytes_becomes_a_thread_of_parts_that_fit() -> None:
    limit = LIMITS[Platform.BLUESKY]
    parts = split(f"{ASTRONAUT * 100} " * 4, limit)
    assert [part.count(ASTRONAUT) for part in parts] == [200, 200]
    assert all(len(part.encode()) <= 3_000 and overflow(part, limit)[0] <= 300 for part in parts)


@pytest.mark.parametrize(("platform", "most"), [
    (Platform.BLUESKY, 1_000), (Platform.MASTODON, 500), (Platform.REDDIT, 10_000),
])
def test_a_private_message_has_a_limit_of_its_own_where_the_platform_has_one(platform: Platform, most: int) -> None:
    assert usual(platform, private=True).most == most
    assert usual(platform) == LIMITS[platform]


@pytest.mark.parametrize(("author", "ours", "text", "sent"), [
    (ANA, "acme@home.example", "sorry", f"@{ANA} sorry"),
    ("ben@home.example", "acme@home.example", "sorry", "@ben sorry"),
    ("ben@home.example", "acme@home.example", "sorry, @Ben.", "sorry, @Ben."),
    ("ben@home.example", "acme@home.example", "sorry, @ben@home.example", "sorry, @ben@home.example"),
    (ANA, "acme@home.example", "sorry, @ana", f"@{ANA} sorry, @ana"),  # that is somebody else, on our own server
    ("acme@home.example", "acme@home.example", "and 2/2", "and 2/2"),
    ("", "acme@home.example", "sorry", "sorry"),
])
def test_the_author_is_mentioned_where_the_text_does_not(author: str, ours: str, text: str, sent: str) -> None:
    limit = answering(LIMITS[Platform.MASTODON], platform=Platform.MASTODON, author=author, said="x", ours=ours)
    assert addressed(text, limit.names) == sent
    assert limit.warning == ""


def test_what_counts_beside_the_text_is_said() -> None:
    assert beside("sorry", MASTODON) == f" with @{ANA} in front and the content warning"
    assert beside(f"sorry, @{ANA}", MASTODON) == " with the content warning"
    assert beside("5 * 3", LIMITS[Platform.REDDIT]) == " with the signs that keep it plain text"
    assert beside("sorry", LIMITS[Platform.REDDIT]) == beside("sorry", LIMITS[Platform.BLUESKY]) == ""


@given(TEXTS, st.sampled_from([*LIMITS.values(), MASTODON]), st.integers(6, 60))
def test_what_stands_before_the_cut_fits(text: str, limit: TextLimit, most: int) -> None:
    small = replace(limit, most=most, warning=limit.warning[:3])
    length, cut = overflow(text, small)
    # What stands around the text may be too long for so small a limit by itself: then nothing of a text fits.
    assert (length <= most) == (cut == len(text)) or not text
    assert overflow(text[:cut], small)[0] <= most or cut == 0


@given(TEXTS)
def test_reddit_counts_the_markdown(text: str) -> None:
    limit = LIMITS[Platform.REDDIT]
    assert overflow(text, limit)[0] == len(to_markdown(text))
    assert not plain(text, limit) or len(to_markdown(text)) == len(text)
    assert not sure_to_fit(text, replace(limit, most=40)) or len(to_markdown(text)) <= 40


def test_of_a_thread_only_the_first_part_mentions_the_author() -> None:
    parts = split("so sorry " * 120, MASTODON)
    sent = [addressed(parts[0], MASTODON.names), *parts[1:]]
    # As Mastodon counts: the warning, and a mention without its server.
    assert all(len("burns & blisters") + len(part.replace("@far.example", "")) <= 500 for part in sent)
    assert len(parts[1]) > len(parts[0])


def test_a_text_that_is_far_too_long_is_cut_where_it_becomes_so() -> None:
    text = "_" * 30_000 + "\n" + "b" * 30_000
    length, cut = overflow(text, LIMITS[Platform.REDDIT])
    assert (length, cut) == (60_000 + 2 + 1 + 30_000, 5_000)
