"""Drafts that are broken, hostile or huge are counted right or refused; nothing crashes and nothing hangs."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment
from hypothesis import given, settings
from hypothesis import strategies as st

from warroom.domain.model import Platform
from warroom.domain.outgoing import LIMITS, overflow
from warroom.domain.reply import TextLimit
from warroom.domain.tone import Brief, Strategy, check

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ODD = st.text(alphabet=st.one_of(
    st.characters(),
    st.sampled_from([*"\r\n\t\0'\"`>{}[]()<>@#!.,", "\u202e", "\u0301", "\u200d", "\u05d0", "\ud800"]),
))


@pytest.fixture
def warroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    clean_environment(monkeypatch, tmp_path / "data")
    return CommandLine(tmp_path / "data", capsys, monkeypatch)


@given(ODD, ODD, st.sampled_from(list(Platform)), st.sampled_from(list(Strategy)))
@settings(deadline=None, max_examples=150)
def test_any_text_is_checked_and_every_finding_lies_in_it(
    text: str, other: str, platform: Platform, strategy: Strategy,
) -> None:
    brief = Brief(reply_to=other, author=other, platform=platform, strategy=strategy, recent=(other, text),
                  facts={other: "12 May 2026", "refund days": other})
    for one in check(text, brief):
        assert 0 <= one.start <= one.end <= len(text)
        assert one.text == text[one.start:one.end]


@pytest.mark.parametrize(("text", "length"), [
    ("a" * 10, 10), (FAMILY * 5, 5), ("e\u0301" * 7, 7), ("\u05e9\u05dc\u05d5\u05dd", 4), ("a\r\nb", 3),
    ("Z\u0335\u0322\u0353" * 3, 3),
])
def test_bluesky_counts_what_a_reader_sees(text: str, length: int) -> None:
    assert overflow(text, LIMITS[Platform.BLUESKY])[0] == length


def test_a_link_on_mastodon_counts_as_23_and_a_far_mention_without_its_server() -> None:
    link = "https://acme.example/" + "a" * 100
    assert overflow(f"See {link} now", LIMITS[Platform.MASTODON])[0] == 4 + 23 + 4
    assert overflow("@ana@social.example hi", LIMITS[Platform.MASTODON])[0] == 7


def test_what_is_too_long_is_shown_where_it_overflows_and_never_within_a_character() -> None:
    assert overflow(FAMILY * 3, TextLimit(2, "graphemes")) == (3, 2 * len(FAMILY))
    found = [one for one in check(FAMILY * 301, Brief(platform=Platform.BLUESKY)) if one.rule == "too-long"]
    assert [(one.start, one.end) for one in found] == [(300 * len(FAMILY), 301 * len(FAMILY))]


@pytest.mark.parametrize("unit", [
    "sorry ", "a", "!", "\u0301", "((((", "> ", "`",
    '"', "@a.", "1 ", "1,", "4111 ", "https://", "[x](", "we will never ", "A ", "a\n", "xn--", "\u201c",
])
def test_a_megabyte_of_anything_is_answered(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    assert any(one.rule == "too-long" and one.end == 1_000_000 for one in check(text, Brief(platform=Platform.REDDIT)))


def test_a_word_without_an_end_takes_memory_as_any_other_text_does() -> None:
    check("warm", Brief())
    tracemalloc.start()
    try:
        check("a" * 40_000, Brief())
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("draft", ["We are\0 sorry.", "We are \ud800 sorry."])
def test_what_no_platform_takes_is_refused_with_the_reason(warroom: CommandLine, draft: str) -> None:
    said = warroom("tone", "--json", stdin=draft, code=2)
    assert said.out == ""
    assert "no platform takes it" in said.err


def test_where_no_draft_can_come_from_that_is_said(warroom: CommandLine) -> None:
    assert "standard input is closed" in warroom("tone", stdin=None, code=2).err


def test_an_empty_draft_has_no_findings(warroom: CommandLine) -> None:
    assert json.loads(warroom("tone", "--json", stdin="").out) == {"findings": []}
