"""What we send to Reddit reads as it was typed, judged by a real renderer; what we read is compared as text."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sources._reddit_markdown import part_quotes, same_words, to_text
from warroom.domain.markdown import to_markdown

RENDERER = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough", "linkify"])


def rendered(text: str) -> str:
    return RENDERER.render(to_markdown(text))


def shown(text: str) -> str:
    """What a reader sees of it, line by line."""
    lines = html.unescape(re.sub(r"<[^>]*>", "", rendered(text))).split("\n")
    return "\n".join(line.strip() for line in lines).strip()


@pytest.mark.parametrize("text", [
    "We are *really* sorry, _truly_ and `honestly`.", "# no heading", "#hashtag", "1. not a list\n2. nor this",
    "1) nor this", "- no bullet", "+ nor this", "* nor this", "> no quote", ">!no spoiler!<", "~~not struck~~",
    "a ^ b^c", "snake_case_name",
    "[no](link)", "![no](image)", "a | b\n--|--\nc | d", "Title\n=====", "Title\n-----", "***", "---", "AT&amp;T &lt;3",
    "<script>alert(1)</script>", "<https://in.angles>", "C:\\new\\table", "100 * 2 * 3 = 600", "5 < 6 > 4",
    "line one\nline two", "    not code", "``` not a fence", "~~~ not a fence", "\\*already escaped\\*", "-> here <-",
    "a\n\nb", "12:30 - 14:00", "1986. A great year", "&#42;", "[a]: https://defines.nothing",
])
def test_plain_text_is_shown_as_it_was_typed(text: str) -> None:
    assert shown(text).split() == text.split()
    assert set(re.findall(r"</?(\w+)", rendered(text))) <= {"p", "br", "a"}


def test_every_line_stays_a_line() -> None:
    assert shown("Dear Ana,\nwe are sorry.\nAcme") == "Dear Ana,\nwe are sorry.\nAcme"


@pytest.mark.parametrize("link", [
    "https://acme.example/status_page_now?a=1&b=2*3#frag", "http://acme.example/_under_/~tilde", "https://acme.example/a(b)",
])
def test_links_stay_links(link: str) -> None:
    assert link in to_markdown(f"See {link} for more.")
    assert f'<a href="{html.escape(link)}">' in rendered(f"See {link} for more.")


@pytest.mark.parametrize("mention", ["u/some_user-1", "/u/some_user", "r/Coffee_Lovers", "/r/coffee"])
def test_mentions_stay_mentions(mention: str) -> None:
    assert mention in to_markdown(f"Thank you, {mention}! *Really*.")


def test_what_only_looks_like_a_mention_is_escaped_as_text() -> None:
    assert to_markdown("and/or_this_u/x") == r"and/or\_this\_u/x"


@given(st.text(alphabet=list("ab1 .,:;!?*_~^`[]()<>#+-=|&\\/\"'\n\u00e9\u4f60\U0001f600"), max_size=60))
def test_no_text_becomes_anything_but_paragraphs_lines_and_links(text: str) -> None:
    assert set(re.findall(r"<(\w+)", rendered(text))) <= {"p", "br", "a"}
    assert "".join(shown(text).split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_what_we_wrote_is_known_again_after_its_way_through_reddit(text: str) -> None:
    written = to_markdown(text)
    assert same_words(written, written.replace("  \n", "\n").strip())
    assert to_text(written).split() == html.unescape(text).replace("\u200b", "").split() or "\\" in text or "&" in text


def test_other_words_are_not_ours() -> None:
    assert not same_words(to_markdown("We are sorry."), "We are very sorry.")


def test_entities_and_escapes_of_others_are_read_as_they_meant_them() -> None:
    assert to_text("snake\\_case &amp; more&#x200B;\n") == "snake_case & more"


def test_a_quote_is_parted_from_what_its_author_says() -> None:
    assert part_quotes("> Acme is evil\n> really\n\nNo, it is not.") == ("No, it is not.", "Acme is evil\nreally")
    assert part_quotes("> only a quote") == ("> only a quote", "")
    assert part_quotes(">!a spoiler!<\nwords") == (">!a spoiler!<\nwords", "")
