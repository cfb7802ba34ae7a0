from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from helpers.alarms import an_alarm
from helpers.making import HOSTILE, START, Book, books, item, stream
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from warroom.domain.alarm import to_json
from warroom.domain.events import EventType
from warroom.domain.incident import Kind
from warroom.domain.model import Platform, PostKey, Score, Sentiment, Unscored
from warroom.domain.report import MACHINE, Tally, report
from warroom.domain.text import neutralise, one_line, web_link
from warroom.domain.triage import Verb
from warroom.export import export
from warroom.export.md import escape, link

HEADINGS = ["Overview", "What Happened", "Contributing Factors", "Resolution", "Impact", "Responders", "Timeline",
            "How'd We Do", "Action Items", "Messaging"]
BAD, FINE, SO_SO = Score(0.8, 0.15, 0.05), Score(0.1, 0.1, 0.8), Score(0.1, 0.8, 0.1)
# CommonMark with HTML, tables, struck-out text and bare links: all that a hostile post could reach for.
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MARKED = st.lists(st.sampled_from([
    "*", "**", "_", "__", "`", "```", "[", "]", "(", ")", "](", "![", "<", ">", "<b>", "<!--", "-->", "|", "\\", "~~",
    "#", "# ", "- ", "+ ", "1. ", "1) ", "= ", "===", "---", "&lt;", "&#124;", "$", "@", "^", "[^1]", "http://evil.example",
    "www.x.y", "javascript:alert(1)", "\n", "\r", "\n\n", "\t", " ", "a", "word", "\u2028", "\x1b[31m", "https://a.b/|`<x>",
]), max_size=12).map("".join) | st.text(max_size=30) | st.sampled_from(HOSTILE)


def spans(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from spans(token.children or [])


async def written(book: Book) -> str:
    pieces: list[str] = []
    await export("md", book.opened, book.events, stream(book.items), pieces.append)
    return "".join(pieces)


@given(MARKED)
def test_escaped_text_is_shown_as_it_is_and_is_nothing_but_text(text: str) -> None:
    kinds = {token.type for token in spans(PARSER.parseInline(escape(text)))}
    assert kinds <= {"inline", "text", "text_special"}
    assert "".join(token.content for token in spans(PARSER.parseInline(escape(text)))
                   if token.type != "inline") == one_line(text)


@given(MARKED)
def test_text_in_a_list_or_a_table_stays_in_its_place(text: str) -> None:
    page = f"- {escape(text)}\n\n| a | b |\n| --- | --- |\n| {escape(text)} | x |\n"
    blocks = [token.type for token in PARSER.parse(page)]
    assert blocks.count("bullet_list_open") == 1
    assert blocks.count("list_item_open") == 1
    assert blocks.count("table_open") == 1
    assert blocks.count("td_open") == 2
    assert set(blocks).isdisjoint({"html_block", "heading_open", "fence", "code_block", "ordered_list_open", "hr",
                                   "blockquote_open"})


@given(MARKED | MARKED.map("https://example.com/".__add__))
def test_only_links_of_the_web_become_links(url: str) -> None:
    found = list(spans(PARSER.parseInline(link(url))))
    hrefs = [token.attrs["href"] for token in found if token.type == "link_open"]
    assert bool(hrefs) == web_link(url)
    assert all(re.match(r"https?://", str(href), re.IGNORECASE) for href in hrefs)
    assert "|" not in re.sub(r"\\\|", "", link(url))
    assert not {token.type for token in found} & {"html_inline", "image", "code_inline", "em_open", "strong_open"}


@given(books())
async def test_the_page_has_its_headings_and_one_row_an_event(book: Book) -> None:
    page = await written(book)
    tokens = PARSER.parse(page)
    heads = [text.content for head, text in pairwise(tokens) if (head.type, head.tag) == ("heading_open", "h2")]
    assert heads == HEADINGS
    begin = page.index("| Time (UTC) | Event | Link |")
    rows = page[begin:page.index("## How'd We Do")].strip().splitlines()
    assert len(rows) == len(book.events) + 2
    table = [token.type for token in PARSER.parse("\n".join(rows))]
    assert table.count("tr_open") == len(book.events) + 1
    assert table.count("td_open") == 3 * len(book.events)
    kinds = {token.type for token in spans(tokens)}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "code_block", "hr"}
    for token in spans(tokens):
        if token.type == "link_open":
            assert re.match(r"https?://", str(token.attrs["href"]), re.IGNORECASE)
    assert neutralise(page) == page


async def test_hostile_posts_do_not_break_the_page() -> None:
    book = Book([item(number, text, author=text or "x", url=text, reach=number, score=BAD)
                 for number, text in enumerate(HOSTILE, 1)])
    for number, text in enumerate(HOSTILE, 1):
        book.act(Verb.PIN, PostKey(f"mastodon:{number}"), actor=text or "jo")
        book.act(Verb.NOTE, PostKey(f"mastodon:{number}"), actor=text or "jo", value=f"n {text}")
    tokens = list(spans(PARSER.parse(await written(book))))
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h2") == len(HEADINGS)
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "code_block", "link_open"}


async def test_the_page_counts_what_can_be_counted() -> None:
    book = Book([
        item(1, "bad one", score=BAD, reach=10, url="https://m.example/1"), item(2, "bad two", score=BAD, reach=5000),
        item(3, "nice", score=FINE, version=2), item(4, "so so", score=SO_SO, platform=Platform.REDDIT),
        item(5, "waits", created_at=START + timedelta(minutes=7), deleted_at=START),
    ])
    book.act(Verb.CLAIM, PostKey("mastodon:1"), actor="jo")
    book.act(Verb.ESCALATE, PostKey("mastodon:1"), actor="jo", value="pr")
    book.act(Verb.PIN, PostKey("mastodon:2"))
    book.severity(2)
    book.severity(3)
    book.write(EventType.NOTE, "mara", "note: the baker called", {"text": "the baker called"})
    book.write(EventType.SOURCE, MACHINE, "bluesky is live")
    book.close("quiet again")
    text = await written(book)
    for line in (
        "- Opened: 2026-03-01 12:00 UTC", "- Closed: 2026-03-01 12:08 UTC, after 8 min",
        "- Severity: SEV3, at worst SEV2",
        f"- Log: 9 events, the last with the hash `{book.events[-1].hash}`",
        "The busiest minute was 2026-03-01 12:00 with 4.", "- 2026-03-01 12:03 UTC mara: pin — bad two",
        "2026-03-01 12:08 UTC mara: closed: quiet again.", "- Posts: 5 (1 edited, 1 deleted)", "- On Mastodon: 4",
        "- On Reddit: 1",
        "the model sees it: negative 50% (15% to 85%), neutral 25% (5% to 70%), positive 25% (5% to 70%)",
        "- Without a score: 1", "- ana\\@example.social, reach 5000: “bad two”",
        "| mara | 6 | severity 2, opened 1, pinned 1, noted 1, closed 1 |", "| jo | 2 | claimed 1, escalated 1 |",
        "| 2026-03-01 12:01:00 | jo: claim — bad one | <https://m.example/1> |",
        "- Time to the first claim: 1 min", "- Time to the first escalation: 2 min",
        "- Time to the first dismissal: never",
        "- Acts of people: 8, by 2", "- 2026-03-01 12:06 UTC mara: note: the baker called",
    ):
        assert line in text, line
    assert text.index("reach 5000") < text.index("reach 10:")
    assert "watch" not in text[text.index("## Responders"):text.index("## Timeline")]


async def test_the_page_says_how_many_posts_people_labelled_and_how_they_came_to_it() -> None:
    book = Book([item(1, "bad one", score=FINE), item(2, "bad two", score=FINE), item(3, "nice", score=FINE)])
    book.act(Verb.CHECK, PostKey("mastodon:1"), value="negative")
    book.act(Verb.LABEL, PostKey("mastodon:2"), value="irrelevant")
    text = await written(book)
    assert "- Posts that people labelled: 2, of which spot checks drew 1 at random" in text
    assert "labelled 2" in text
    assert "as the model sees it: negative 0%" in text


async def test_what_only_people_know_is_asked_for_in_italics() -> None:
    text = await written(Book())
    prompts = re.findall(r"_To be written: [^_]+_", text)
    assert len(prompts) == 9
    assert "There are no posts." in text
    assert "The incident is open." in text
    assert "- Severity: never set" in text


async def test_a_drill_is_marked_before_anything_else() -> None:
    text = await written(Book(kind=Kind.DRILL))
    assert text.splitlines()[2].startswith("> **DRILL.** This was an exercise")
    assert "DRILL" not in await written(Book(title="no exercise"))


def test_the_tally_holds_five_posts_however_many_pass() -> None:
    tally = Tally()
    for number in range(1, 1001):
        tally.push(item(number, score=BAD, reach=number % 100, created_at=START + timedelta(seconds=number)))
    assert [one.post.reach for one in tally.loudest] == [99] * 5
    assert [one.id for one in tally.loudest] == [99, 199, 299, 399, 499]
    assert tally.posts == tally.scored == 1000
    assert tally.busiest == (START + timedelta(minutes=1), 60)
    assert Tally().busiest is None


def test_posts_without_a_score_are_in_no_share() -> None:
    tally = Tally()
    for one in (item(1, score=BAD), item(2), replace(item(3), score=Unscored("too long"))):
        tally.push(one)
    assert (tally.posts, tally.scored) == (3, 1)
    low, high = tally.share(Sentiment.NEGATIVE).interval
    assert 0 < low < tally.share(Sentiment.NEGATIVE).value == high == 1
    assert (Tally().share(Sentiment.NEGATIVE).value, Tally().share(Sentiment.NEGATIVE).interval) == (0, (0, 1))


def test_the_first_claim_that_stood_counts_and_undone_ones_do_not() -> None:
    book = Book([item(1)])
    book.act(Verb.CLAIM, PostKey("mastodon:1"), actor="jo")
    book.write(EventType.UNDO, "jo", "undid", {"undoes": book.events[-1].id, "changes": {"holder": ["jo", ""]}},
               post=PostKey("mastodon:1"))
    assert report(book.opened, book.events).first_claim is None
    book.write(EventType.CLAIM, "mara", "claimed", {"changes": {"holder": ["", "mara"]}}, post=PostKey("mastodon:1"))
    told = report(book.opened, book.events)
    assert told.first_claim == timedelta(minutes=3)
    assert told.responders["jo"][EventType.CLAIM] == 1


@pytest.mark.parametrize(("text", "escaped"), [
    ("plain words, it's 12:30 - really (yes)!", "plain words, it's 12:30 - really (yes)!"),
    ("a|b", "a\\|b"), ("1. one", "1\\. one"), ("- item", "\\- item"), ("see http://x.y", "see http\\://x.y"),
])
def test_what_needs_no_escape_stays_readable(text: str, escaped: str) -> None:
    assert escape(text) == escaped


async def test_the_alarms_stand_in_what_happened_with_their_sentences() -> None:
    book = Book()
    alarm = an_alarm()
    for _ in range(2):  # the same alarm in another process's words is still one
        book.write(EventType.ALARM, MACHINE, f"red: {alarm.sentence}", {"alarm": to_json(alarm)})
    page = await written(book)
    section = page.partition("## What Happened")[2].partition("## Contributing")[0]
    assert section.count(f"2026-03-06 11:58 UTC red: {escape(alarm.sentence)}") == 1
