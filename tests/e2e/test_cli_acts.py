from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from helpers.alarms import an_alarm, raise_alarm
from helpers.command_line import CommandLine, clean_environment
from helpers.engine import NOON, a_post

from warroom.domain.alarm import Alarm
from warroom.domain.model import Gone, Platform, PostKey
from warroom.engine.clock import SystemClock
from warroom.engine.desk import Desk
from warroom.settings import Settings
from warroom.storage import open_store


@pytest.fixture
def warroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    clean_environment(monkeypatch, tmp_path / "data")
    return CommandLine(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture
def room(warroom: CommandLine) -> CommandLine:
    """An open incident on twelve live posts."""
    warroom.store([a_post(number, url=f"https://example.social/{number}") for number in range(1, 13)])
    warroom("open", "Cold brew illness")
    return warroom


def triage(room: CommandLine, post: str) -> dict[str, object]:
    return room("show", post, "--json").objects[0]["triage"]


@pytest.mark.parametrize(("act", "undone", "field", "value"), [
    (("claim", "1"), ("release", "1"), "holder", "ana"),
    (("assign", "1", "--to", "ben"), ("undo",), "holder", "ben"),
    (("tag", "1", "--tag", "#Legal"), ("untag", "1", "-t", "legal"), "tags", ["legal"]),
    (("dismiss", "1", "--reason", "not about us"), ("reopen", "1"), "status", "dismissed"),
    (("snooze", "1", "--until", "30m"), ("wake", "1"), "status", "snoozed"),
    (("escalate", "1", "--to", "legal"), ("undo",), "escalated_to", "legal"),
    (("note", "1", "--text", "called them"), ("undo",), "notes", 1),
    (("pin", "1"), ("unpin", "1"), "pinned", True),
    (("label", "1", "--is", "irrelevant"), ("undo",), "label", "irrelevant"),
])
def test_every_act_on_a_post_and_its_way_back(
    room: CommandLine, act: tuple[str, ...], undone: tuple[str, ...], field: str, value: object,
) -> None:
    before = triage(room, "1")[field]
    event = room(*act, "--json").objects[0]
    assert event["post"] == "mastodon:1"
    assert event["actor"] == "ana"
    assert triage(room, "1")[field] == value
    room(*undone)
    assert triage(room, "1")[field] == before
    assert room("verify").out.count("chain and state hold") == 1


def test_a_post_is_named_by_key_native_id_url_or_row(room: CommandLine) -> None:
    row = str(room("show", "3", "--json").objects[0]["id"])
    done = room("tag", "mastodon:1", "2", "https://example.social/3", f"#{row}", "5", "--tag", "x", "--json")
    assert sorted(event["post"] for event in done.objects) == ["mastodon:1", "mastodon:2", "mastodon:3", "mastodon:5"]


def test_posts_are_read_from_standard_input(room: CommandLine) -> None:
    listed = room("posts", "post", "-11", "-12", "--json").objects
    keys = "".join(f"{post['key']}\n" for post in listed)
    assert len(room("claim", "-", "--json", stdin=keys).objects) == 10


def test_an_act_is_refused_for_the_posts_that_do_not_allow_it_and_done_for_the_others(room: CommandLine) -> None:
    room("claim", "1", "--as", "ben")
    said = room("claim", "1", "2", code=4)
    assert "mastodon:1: ben holds this post." in said.err
    assert "1 of 2 posts stay as they were." in said.err
    assert triage(room, "2")["holder"] == "ana"
    assert triage(room, "1")["holder"] == "ben"


def test_an_act_on_an_unknown_post_changes_nothing(room: CommandLine) -> None:
    assert "There is no post 'nope'" in room("claim", "1", "nope", code=3).err
    assert triage(room, "1")["holder"] == ""


def test_undo_takes_back_only_ones_own_last_act(room: CommandLine) -> None:
    room("claim", "1")
    room("tag", "1", "2", "-t", "refund", "--as", "ben")
    room("undo")
    assert triage(room, "1")["holder"] == ""
    assert triage(room, "1")["tags"] == ["refund"]
    assert len(room("undo", "--as", "ben", "--json").objects) == 2
    assert "nothing of yours" in room("undo", code=4).err


def test_a_note_stands_on_the_incident_where_no_post_is_named(room: CommandLine) -> None:
    event = room("note", "-t", "-", "--json", stdin="two\nlines\n").objects[0]
    assert event["post"] is None
    assert event["details"]["text"] == "two\nlines"
    assert "not both" in room("note", "-", "-t", "-", code=2).err


@pytest.mark.parametrize("words", ["soon", "99999999w", "2020-01-01"])
def test_a_snooze_needs_a_time_to_come(room: CommandLine, words: str) -> None:
    said = room("snooze", "1", "--until", words, code=2).err
    assert words in said
    assert triage(room, "1")["status"] == "open"


def test_severity_shows_what_speaks_for_which_and_the_log_keeps_suggestion_and_decision(room: CommandLine) -> None:
    shown = room("severity", "--json").objects[0]
    assert [one["kind"] for one in shown["suggestion"]["inputs"]] == ["velocity", "sentiment", "reach", "spread"]
    assert shown["severity"] is None
    assert "SEV4 is suggested; now it is none" in room("severity").out
    details = room("severity", "3", "--json").objects[0]["details"]
    assert (details["decided"], details["suggestion"]["level"]) == (3, 4)


def test_an_alarm_that_waits_is_snoozed_dismissed_or_opens_an_incident(room: CommandLine) -> None:
    async def ring(*alarms: Alarm) -> None:
        async with open_store(Settings(data_dir=room.folder)) as store:
            incident = (await store.incidents())[-1]
            desk = Desk(store, incident, clock=SystemClock(), wall=SystemClock(), actor="watch")
            for alarm in alarms:
                await raise_alarm(desk, alarm)

    now = datetime.now(UTC)
    asyncio.run(ring(*(replace(an_alarm(number), at=now - timedelta(minutes=9 - number), posts=(PostKey("mastodon:1"),))
                       for number in (1, 2, 3))))
    assert [alarm["id"] for alarm in room("alarms", "--json").objects] == ["red-3", "red-2", "red-1"]
    assert "6.3x the usual" in room("alarms").out
    room("alarms", "red-3", "--snooze", "30m")
    room("alarms", "--dismiss", "a bot flood")
    opened = room("alarms", "--open", "--json").objects[0]
    assert opened["title"] == "refund, sick, #recall"
    room("alarms", "red-1", "--take", code=3)
    carried = room("timeline", str(opened["id"]), "--json").objects[0]["details"]
    assert carried["alarm"]["id"] == "red-1"
    assert [post["key"] for post in carried["posts"]] == ["mastodon:1"]


def test_severity_open_close_and_open_again(room: CommandLine) -> None:
    assert room("severity", "SEV2", "--json").objects[0]["severity"] == 2
    assert "SEV2 already" in room("severity", "2", code=4).err
    assert "no severity" in room("severity", "5", code=2).err
    name = room("incidents", "--json").objects[0]["id"]
    room("close", "--reason", "calm again")
    closed = room("incidents", "--json").objects[0]
    assert (closed["open"], closed["severity"], closed["events"]) == (False, 2, 3)
    assert "No incident is open" in room("claim", "1", code=3).err
    assert "is closed" in room("claim", "1", "--incident", name, code=4).err
    again = room("open", "--again", name, "--severity", "1", "--json").objects[0]
    assert (again["id"], again["open"], again["severity"]) == (name, True, 1)
    assert "Give a title" in room("open", code=2).err
    assert "Give a title" in room("open", "x", "--again", name, code=2).err


def test_the_latest_open_incident_is_meant_where_none_is_named(room: CommandLine) -> None:
    first = room("incidents", "--json").objects[0]["id"]
    second = room("open", "Second", "--severity", "1").out.strip()
    assert room("claim", "1", "--json").objects[0]["incident"] == second
    assert room("claim", "1", "--incident", first, "--json").objects[0]["incident"] == first
    assert [line.split()[0] for line in room("incidents").out.splitlines()] == ["ID", first, second]
    room("close", second)
    assert room("pin", "1", "--json").objects[0]["incident"] == first


def test_all_matching_posts_come_newest_first_one_object_a_line(warroom: CommandLine) -> None:
    warroom.store([a_post(number, text=f"refund {number % 2 * 'now'} {number}") for number in range(1, 1203)])
    every = warroom("posts", "--json").objects
    assert [post["native_id"] for post in every] == [str(number) for number in range(1202, 0, -1)]
    some = warroom("posts", "refund", "-now", "--limit", "501", "--json").objects
    assert [post["native_id"] for post in some] == [str(number) for number in range(1202, 200, -2)]
    plain = warroom("posts", "now")
    assert len(plain.out.split("\n\n")) == 51
    assert "50 posts. The newest; --limit shows more." in plain.err


def test_a_filter_may_begin_with_a_dash_and_stand_on_both_sides_of_an_option(room: CommandLine) -> None:
    room("claim", "1", "2")
    found = room("posts", "-is:unclaimed", "--json", "post", "-2").objects
    assert [post["key"] for post in found] == ["mastodon:1"]
    assert {post["key"] for post in room("posts", "by:me", "--json").objects} == {"mastodon:1", "mastodon:2"}
    assert room("posts", "by:me", "--as", "ben", "--json").objects == []


def test_a_filter_that_cannot_be_read_is_underlined(room: CommandLine) -> None:
    lines = room("posts", "brew", "sentment<0", code=2).err.splitlines()
    assert lines[:2] == ["  brew sentment<0", "       ^^^^^^^^"]
    assert "Did you mean sentiment?" in lines[-1]


def test_posts_of_a_drill_are_announced_and_the_live_ones_can_be_asked_for(room: CommandLine) -> None:
    from warroom.domain.incident import Kind
    from warroom.engine.clock import SystemClock
    from warroom.engine.desk import open_incident
    from warroom.storage import open_store

    room.store([a_post(99)], room="drill-x")

    async def rehearse() -> None:
        clock = SystemClock()
        async with open_store(room.settings) as store:
            await open_incident(store, "drill-x", title="Drill", kind=Kind.DRILL, actor="ana", clock=clock, wall=clock,
                                room="drill-x")

    asyncio.run(rehearse())
    said = room("posts", "--json")
    assert [post["key"] for post in said.objects] == ["mastodon:99"]
    assert said.objects[0]["drill"]
    assert "drill-x, a drill" in said.err
    assert len(room("posts", "--room", "live", "--json").objects) == 12
    assert len(room("posts", "--room", "all", "--json").objects) == 13
    assert len(room("posts", "--room", "drill-x", "--json").objects) == 1
    assert "There is no incident" in room("posts", "--room", "nope", code=3).err
    assert room("show", "99", "--room", "all", "--json").objects[0]["incident"] == "drill-x"
    assert room("show", "1", "--room", "all", "--json").objects[0]["incident"].startswith("inc-")


def test_show_tells_conversation_versions_and_history(warroom: CommandLine) -> None:
    warroom.store([a_post(1, text="first"), a_post(2, text="answer", parent_id="1", root_id="1")])
    warroom.store([a_post(1, text="first, edited"), Gone(Platform.MASTODON, "2", NOON + timedelta(hours=1))])
    warroom("open", "X")
    warroom("claim", "1")
    shown = warroom("show", "1", "--json").objects[0]
    assert [post["native_id"] for post in shown["thread"]] == ["1", "2"]
    assert [post["text"] for post in shown["versions"]] == ["first", "first, edited"]
    assert [event["type"] for event in shown["history"]] == ["claimed"]
    plain = warroom("show", "1").out
    for words in ("first, edited", "Conversation (2 stored", "answer", "Versions", "claimed by ana", "What was done"):
        assert words in plain
    assert "deleted" in warroom("show", "2").out


def test_hostile_text_reaches_the_terminal_as_harmless_text_and_json_without_loss(warroom: CommandLine) -> None:
    evil = "\x1b]0;pwned\x07\x1b[2J\u202eolleh\u202c [@click=app.quit]x[/] \u009b31m\nsecond\r\nline"
    warroom.store([a_post(1, text=evil, author="\x1b[31mmallory\u202e", place="\u009dx\u009c")])
    warroom("open", "X")
    warroom("note", "1", "-t", evil)
    for words in (("posts",), ("show", "1"), ("timeline",), ("claim", "1")):
        said = warroom(*words)
        assert not [mark for mark in said.out + said.err if mark in "\x1b\x07\u202e\u202c\u009b\u009c\u009d\r"], words
    assert "[@click=app.quit]x[/]" in warroom("posts").out
    stored = warroom("posts", "--json")
    assert stored.out.isascii()
    assert stored.objects[0]["text"] == evil


def test_the_timeline_tells_what_was_done_in_order(room: CommandLine) -> None:
    room("claim", "1")
    room("note", "-t", "calm down")
    told = room("timeline")
    assert [line.split("  ")[2] for line in told.out.splitlines()] == ["ana"] * 3
    assert "note: calm down" in told.out.splitlines()[-1]
    assert [event["seq"] for event in room("timeline", "--json").objects] == [1, 2, 3]
    name = room("incidents", "--json").objects[0]["id"]
    room("close")
    assert len(room("timeline", "--json").objects) == 4
    assert len(room("timeline", name[:8], "--json").objects) == 4


def test_a_log_that_somebody_changed_ends_verify_with_6_and_the_first_bad_event(room: CommandLine) -> None:
    for number in range(1, 5):
        room("claim", str(number))
    assert room("verify", "--json").objects[0]["clean"]
    name = room("incidents", "--json").objects[0]["id"]
    with sqlite3.connect(room.settings.database) as database:
        for trigger, in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute("UPDATE events SET actor = 'eve' WHERE seq = 3")
    said = room("verify", code=6)
    assert f"{name}: broken at event {name}/3" in said.out
    assert "1 of 1 logs does not hold" in said.err
    broken = room("verify", name, "--json", code=6).objects[0]
    assert broken["broken"]["event"] == f"{name}/3"
    assert not broken["clean"]


def test_an_empty_room_says_what_to_do(warroom: CommandLine) -> None:
    assert "warroom drill" in warroom("incidents").err
    assert warroom("incidents", "--json").out == ""
    assert "0 posts." in warroom("posts").err
    assert "No incident is open" in warroom("timeline", code=3).err
    assert warroom("verify", "--json").out == ""


@pytest.fixture
def fresh(warroom: CommandLine) -> CommandLine:
    """An open incident on thirty posts of the last minutes."""
    now = datetime.now(UTC)
    warroom.store([a_post(number, f"thing {number}\x1b[2J", created_at=now - timedelta(seconds=number))
                   for number in range(30)])
    warroom("open", "Cold brew illness")
    return warroom


def test_a_spot_check_line_by_line_is_written_at_once_and_says_what_came_of_it(fresh: CommandLine) -> None:
    ended = fresh("check", stdin="1\nneutral\nwhat\n0\n3\nz\n1\n\n")
    assert "negative 6" in ended.out
    assert "by 3 labels of 30 posts, 1 not about us" in ended.out
    assert "There is no label 'what'" in ended.err
    assert "\x1b" not in ended.err
    state = [post["triage"] for post in fresh("posts", "is:labelled", "--json").objects]
    assert sorted(one["label"] for one in state) == ["irrelevant", "negative", "negative", "neutral"]
    assert all(one["checked"] for one in state)
    assert fresh("verify").out.count("chain and state hold") == 1


def test_a_spot_check_goes_on_where_it_was_and_ends_when_every_post_was_asked_about(fresh: CommandLine) -> None:
    first = fresh("check", "--count", "4", "--json", stdin="1\n" * 9)
    asked = [event["post"] for event in first.objects[:-1]]
    assert first.objects[-1]["checked"]["labels"] == 4
    rest = fresh("check", "--json", stdin="2\n" * 40)
    others = [event["post"] for event in rest.objects[:-1]]
    assert len({*asked, *others}) == len(asked) + len(others) == 30
    assert "Every post of the window was checked." in rest.err
    assert rest.objects[-1]["checked"]["negative"] == pytest.approx({"share": 4 / 30, "low": 4 / 30, "high": 4 / 30},
                                                                    abs=1e-4)

