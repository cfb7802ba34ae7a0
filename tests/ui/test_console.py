"""The room on the screen: what arrives is shown in its place, and every key does what the help says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers.engine import NOON, WordScorer
from helpers.room import a_console, bluesky, mastodon, reddit, settings_in

from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.incident import Kind
from warroom.domain.model import LIVE, Gone, Platform, PostKey
from warroom.domain.triage import Status, Verb
from warroom.screens import loader
from widgets.prompt import Line

THREE = (reddit(1, "sick after the cold brew"), mastodon(2, "charged me twice"), bluesky(3, "second report"))


async def test_each_post_lands_in_the_pane_of_its_platform(tmp_path: Path) -> None:
    async with a_console(tmp_path, *THREE) as bench:
        await bench.sees("sick after the cold brew", "charged me twice", "second report")
        bench.tap.say(bluesky(4, "a late one"))
        await bench.sees("a late one")
        feeds = bench.app.room_screen.views.feeds
        assert [len(feeds[platform]) for platform in Platform] == [1, 1, 2]


async def test_the_top_line_tells_title_severity_kind_and_person(tmp_path: Path) -> None:
    async with a_console(tmp_path, *THREE) as bench:
        await bench.sees("Cold brew", "no severity", "live incident", "open under a minute", "ana")
        await bench.press("s", "2")
        await bench.sees("SEV2")
        assert (await bench.store.incident(bench.room.incident.id)).severity == 2


async def test_a_drill_cannot_be_mistaken_for_the_real_thing(tmp_path: Path) -> None:
    async with a_console(tmp_path, *THREE, kind=Kind.DRILL) as bench:
        await bench.sees("DRILL  12:00", "nothing is published", "▞ drill")


async def test_claiming_writes_the_log_shows_the_claim_and_goes_on(tmp_path: Path) -> None:
    async with a_console(tmp_path, reddit(1, "older"), reddit(2, "newer")) as bench:
        feed = bench.app.room_screen.views.feeds[Platform.REDDIT]
        await bench.until(lambda: feed.selected_key == "reddit:n2")
        await bench.press("c")
        await bench.sees("claimed by ana", "claimed the post")
        await bench.until(lambda: feed.selected_key == "reddit:n1")
        items = await bench.store.items(LIVE, [PostKey("reddit:n2")], incident=bench.room.incident.id)
        assert items[PostKey("reddit:n2")].triage.holder == "ana"


async def test_a_refusal_says_why_in_words(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        await bench.desk_of("ben").act(Verb.CLAIM, [THREE[0].key])
        await bench.sees("claimed by ben")
        await bench.press("c")
        await bench.sees("ben holds this post. Assign it to yourself to take it over.")


async def test_z_takes_the_last_act_back(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        await bench.press("p")
        await bench.sees("◈ pinned")
        await bench.press("z")
        await bench.until(lambda: bench.status.startswith("undid: pinned"))
        items = await bench.store.items(LIVE, [THREE[0].key], incident=bench.room.incident.id)
        assert not items[THREE[0].key].triage.pinned


async def test_the_same_key_turns_a_claim_a_pin_and_a_dismissal_round(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        for key, does, undoes in (("c", "claimed the post", "released the post"),
                                  ("p", "pinned the post", "unpinned the post")):
            await bench.press(key)
            await bench.until(lambda does=does: bench.status == does)
            await bench.press(key)
            await bench.until(lambda undoes=undoes: bench.status == undoes)


async def test_a_question_takes_no_empty_answer_and_esc_writes_nothing(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        await bench.press("d")
        await bench.type("")
        await bench.press("enter")
        await bench.sees("Type something, or press Esc.")
        await bench.press("escape")
        await bench.until(lambda: not bench.app.room_screen.prompt.asking)
        assert not [words for words in await bench.summaries() if words.startswith("dismissed")]


async def test_dismissing_asks_for_the_reason_and_logs_it(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        await bench.press("d")
        await bench.type("spam")
        await bench.press("enter")
        await bench.sees("dismissed the post: spam")
        items = await bench.store.items(LIVE, [THREE[0].key], incident=bench.room.incident.id)
        assert items[THREE[0].key].triage.status is Status.DISMISSED


async def test_a_snooze_wants_a_time_and_says_until_when(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        await bench.press("w")
        await bench.type("soon")
        await bench.press("enter")
        await bench.sees("That is no time. For example 30m, 2h, 1d or 16:30.", "^^^^")
        await bench.press("backspace", "backspace", "backspace", "backspace")
        await bench.type("2h")
        await bench.press("enter")
        await bench.until(lambda: bench.status == "snoozed the post until 14:00 UTC")


async def test_a_known_tag_is_completed_and_a_minus_takes_it_off(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        await bench.press("t")
        await bench.type("legal")
        await bench.press("enter")
        await bench.sees("#legal", "tagged the post #legal")
        await bench.press("t")
        await bench.type("-legal")
        await bench.press("enter")
        await bench.until(lambda: bench.status == "took #legal off the post")
        await bench.press("t")
        await bench.type("le")
        line = bench.app.focused
        assert isinstance(line, Line)
        await bench.until(lambda: line._suggestion == "legal")
        await bench.press("tab", "enter")
        await bench.until(lambda: bench.status == "tagged the post #legal")


async def test_marks_gather_posts_for_one_act(tmp_path: Path) -> None:
    async with a_console(tmp_path, *(reddit(number) for number in range(1, 6))) as bench:
        await bench.press("space", "space", "e")
        await bench.sees("escalate 2 posts to")
        await bench.type("legal")
        await bench.press("enter")
        await bench.until(lambda: bench.status == "escalated 2 posts to legal")
        assert sum("escalated" in summary for summary in await bench.summaries()) == 2
        assert not bench.app.room_screen.views.feeds[Platform.REDDIT].marks


async def test_the_severity_is_never_set_by_a_bare_enter(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        await bench.press("s")
        await bench.sees("SEV1 all hands, now", "suggested SEV4")
        await bench.press("enter", "escape")
        await bench.until(lambda: bench.app.screen is bench.app.room_screen)
        assert bench.room.incident.severity is None


async def test_closing_an_incident_needs_a_reason_and_a_typed_yes(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        acts = bench.app.room_screen.acts
        assert acts is not None
        bench.app.room_screen.do(acts.close_incident())
        await bench.type("over")
        await bench.press("enter")
        await bench.sees("Close “Cold brew”?")
        await bench.press("enter")
        await bench.until(lambda: bench.status == "It stays open.")
        assert bench.room.incident.open
        bench.app.room_screen.do(acts.close_incident())
        await bench.type("over")
        await bench.press("enter")
        await bench.sees("Close “Cold brew”?")
        await bench.press("y")
        await bench.until(lambda: not bench.room.incident.open)
        await bench.sees("✕ closed")


async def test_what_somebody_else_does_appears_on_the_timeline_and_on_the_card(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[1]) as bench:
        await bench.desk_of("ben").act(Verb.ESCALATE, [THREE[1].key], value="legal")
        await bench.sees("ben ⚑ escalated to legal", "⚑ legal")


async def test_the_older_log_comes_behind_the_newest_and_the_event_under_the_cursor_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(loader, "NEWEST", 3)
    monkeypatch.setattr(loader, "_EVENTS_PAGE", 4)
    async with a_console(tmp_path, *THREE) as bench:
        for number in range(30):
            await bench.room.desk.act(Verb.NOTE, [PostKey("reddit:n1")], value=f"note {number}")
        screen, head = bench.app.room_screen, bench.room.incident.head_seq
        timeline = screen.views.timeline
        assert head > 30
        await bench.until(lambda: len(timeline.shown) == head)
        timeline.reset(await screen.loader.log())
        assert [event.seq for event in timeline.shown] == [head - 2, head - 1, head]
        newest = timeline.selected
        await screen.load()
        assert [event.seq for event in timeline.shown] == list(range(1, head + 1))
        assert timeline.selected == newest
        monkeypatch.setattr(loader, "EVENTS", 10)
        await screen.load()
        assert [event.seq for event in timeline.shown] == list(range(head - 9, head + 1))


async def test_enter_on_an_event_shows_its_post(tmp_path: Path) -> None:
    async with a_console(tmp_path, *THREE) as bench:
        await bench.desk_of("ben").act(Verb.CLAIM, [THREE[1].key])
        await bench.sees("ben ● claimed")
        await bench.press("4", "enter")
        await bench.sees("Post @person2", "facts", THREE[1].content_sha256[:20])


async def test_the_page_of_a_post_tells_everything_and_esc_goes_back(tmp_path: Path) -> None:
    question = reddit(1, "is it the cold brew?", reach=12_000, place="r/boston", hashtags=("illness",), replies=2)
    answer = reddit(2, "same here", parent_id="n1", root_id="n1")
    async with a_console(tmp_path, question, answer) as bench:
        await bench.press("j", "i")
        await bench.type("call her")
        await bench.press("enter")
        await bench.until(lambda: bench.status == "noted on the post")
        await bench.press("g", "j", "enter")
        await bench.sees("Post u/person1 · r/boston · 1 other post in the thread", "is it the cold brew?",
                         "└ u/person2", "12,000 subscribers", "#illness", "2 replies", "it waits for the model",
                         "note: call her", "https://reddit.example/n1")
        await bench.press("c")
        await bench.sees("claimed by", "● ana")
        await bench.press("escape")
        await bench.lacks("12,000 subscribers")
        assert bench.app.focused is bench.app.room_screen.views.feeds[Platform.REDDIT]


async def test_the_page_of_a_post_follows_an_edit_and_keeps_the_earlier_text(tmp_path: Path) -> None:
    async with a_console(tmp_path, reddit(1, "first words")) as bench:
        await bench.press("enter")
        await bench.sees("facts")
        bench.tap.say(reddit(1, "second words"))
        await bench.sees("earlier texts", "version 1", "second words")
        bench.tap.say(Gone(Platform.REDDIT, "n1", NOON))
        await bench.sees("kept as evidence")
        await bench.sees("second words")


async def test_freezing_counts_what_comes_and_does_not_show_it(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        await bench.press("f")
        await bench.sees("frozen")
        bench.tap.say(reddit(7, "hidden for now"), reddit(8, "this one too"))
        await bench.sees("2 new above · frozen")
        assert "hidden for now" not in bench.screen_text
        await bench.press("f")
        await bench.sees("hidden for now", "this one too")


async def test_a_source_that_reconnects_says_so_in_words(tmp_path: Path) -> None:
    async with a_console(tmp_path, THREE[0]) as bench:
        bench.tap.fail(SourceError("The stream broke.", retry_after=8))
        # The eight seconds that were asked for, and up to one more, so that not everybody comes back at once.
        await bench.until(lambda: bool(re.search(r"1 Reddit ◐ reconnecting \(1st try in [89] s\)", bench.screen_text)))
        await bench.sees("The stream")


async def test_a_failed_source_tells_its_panes_the_reason_and_what_to_do(tmp_path: Path) -> None:
    async with a_console(tmp_path, platforms=frozenset({Platform.BLUESKY})) as bench:
        bench.tap.fail(SourceStopped("Bluesky refused the login.", hint="Run warroom login."))
        await bench.sees("3 Bluesky ✕ failed", "✕ tap failed, R tries again. Bluesky refused", "Run warroom login.")
        await bench.sees("No source brings posts from Reddit into this")


async def test_the_mood_is_told_only_where_enough_is_scored(tmp_path: Path) -> None:
    scorer = WordScorer()
    scorer.gate.clear()
    posts = [reddit(number, f"bad thing {number}") for number in range(1, 16)]
    async with a_console(tmp_path, *posts, scorer=scorer) as bench:
        await bench.sees("no mood yet: 14 posts wait for the model")
        scorer.gate.set()
        await bench.sees("negative 100 % as the model counts, unchecked", "n 14 in the last hour", "-0.85")


async def test_markup_in_a_post_is_only_text(tmp_path: Path) -> None:
    trick = "[@click=app.quit]free[/] [bold red]STAFF[/]"
    async with a_console(tmp_path, reddit(1, trick, author="[red]x[/]", place="[b]r/x[/]"), title="[i]T[/]") as bench:
        await bench.sees(trick)
        await bench.press("enter")
        await bench.sees("[red]x[/]", "[b]r/x[/]", "[i]T[/]")
        await bench.press("c")
        await bench.sees("claimed — [red]x[/]")


async def test_nothing_that_a_terminal_obeys_reaches_the_screen(tmp_path: Path) -> None:
    nasty = "before\x1b[2J\x1b]52;c;aGk=\x07\u202eafter\x9b31m\x00end"
    async with a_console(tmp_path, reddit(1, nasty, author="a\x1b[2Jb", url="https://x.example/\x1b[2J")) as bench:
        await bench.press("enter")
        await bench.sees("facts", "before")
        await bench.press("c")
        await bench.until(lambda: bench.status == "claimed the post")
        assert not {mark for mark in bench.screen_text if ord(mark) < 32 or 127 <= ord(mark) < 160} - {"\n"}
        assert "\u202e" not in bench.screen_text


async def test_what_is_copied_is_neutralised(tmp_path: Path) -> None:
    async with a_console(tmp_path, reddit(1, "call \x1b[2Jus")) as bench:
        await bench.press("y")
        await bench.until(lambda: bench.status.startswith("copied"))
        assert bench.app.clipboard == "u/person1\ncall us\nhttps://reddit.example/n1"


async def test_a_link_that_is_no_web_link_is_not_opened(tmp_path: Path) -> None:
    async with a_console(tmp_path, reddit(1, url="javascript:alert(1)")) as bench:
        await bench.press("o")
        await bench.until(lambda: bench.status.startswith("This post has no link that may be opened"))


async def test_a_terminal_without_utf8_is_sent_ascii_only(tmp_path: Path) -> None:
    from warroom.settings import Console

    plain = settings_in(tmp_path, console=Console(ascii="on", flush_ms=20))
    async with a_console(tmp_path, reddit(1, "crème brûlée 🥐", hashtags=("é",)), settings=plain) as bench:
        await bench.press("c", "enter")
        await bench.sees("facts", "creme brulee")
        assert bench.screen_text.isascii()
