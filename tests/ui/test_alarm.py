"""The alarm under the header waits for whoever has time for it, and what is done about it stands in the log."""

from __future__ import annotations

from pathlib import Path

from helpers.alarms import an_alarm, raise_alarm
from helpers.room import Bench, a_console, bluesky, mastodon, reddit, settings_in

from warroom.domain.events import Event, EventType
from warroom.domain.incident import Kind
from warroom.screens.severity import SeverityDialog

POSTS = (reddit(1, "I want a refund for this"), mastodon(2, "we got sick on Sunday"), bluesky(3, "#recall now"))


async def log(bench: Bench, kind: EventType, incident: str = "") -> list[Event]:
    events = await bench.store.events(incident or bench.room.incident.id)
    return [event for event in events if event.type is kind]


async def on_the_alarm(bench: Bench, key: str) -> None:
    """Go to the alarm, and press a key there."""
    await bench.press("A")
    await bench.until(lambda: bench.app.focused is bench.app.room_screen.alarm)
    await bench.press(key)


async def test_an_alarm_takes_no_key_from_somebody_who_types_and_a_goes_to_it(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("slash")
        await bench.type("ref")
        await raise_alarm(bench.room.desk, an_alarm())
        await bench.sees("6.3x the usual for", "58 % negative against 21 %", "“we got sick on Sunday”")
        await bench.type("und")
        await bench.press("enter")
        await bench.sees("filter / refund")
        await bench.press("A")
        banner = bench.app.room_screen.alarm
        await bench.until(lambda: banner.has_focus)
        await bench.press("escape")
        await bench.until(lambda: bench.app.room_screen.focused is bench.app.room_screen.views.panes[0].body)
        assert bench.app.room_screen.pump.query.text == "refund"


async def test_one_key_opens_an_incident_that_carries_the_evidence(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS, kind=Kind.WATCH, title="Watch ACME") as bench:
        watch = bench.room.incident.id
        await raise_alarm(bench.room.desk, an_alarm())
        await bench.sees("A goes here:", "Enter open incident")
        await on_the_alarm(bench, "enter")
        await bench.until(lambda: bench.room.incident.kind is Kind.INCIDENT)
        await bench.lacks("Enter open incident")
        opened = (await log(bench, EventType.OPENED))[0]
        assert bench.room.incident.title == "refund, sick, #recall"
        alarm, posts = opened.details["alarm"], opened.details["posts"]
        assert isinstance(alarm, dict)
        assert isinstance(posts, list)
        assert alarm["id"] == "red-1"
        found = await bench.store.items("live", an_alarm().posts)
        assert {post["key"]: post["content_sha256"] for post in posts} == {
            item.key: item.post.content_sha256 for item in found.values()}
        taken = (await log(bench, EventType.ALARM_TAKEN, watch))[0]
        assert taken.details["opened"] == bench.room.incident.id


async def test_in_a_drill_enter_takes_the_alarm_on(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS, kind=Kind.DRILL) as bench:
        await raise_alarm(bench.room.desk, an_alarm())
        await bench.sees("Enter take it on")
        await on_the_alarm(bench, "enter")
        await bench.lacks("Enter take it on")
        assert [event.details["alarm"] for event in await log(bench, EventType.ALARM_TAKEN)] == ["red-1"]
        assert bench.app.room_screen.focused is not bench.app.room_screen.alarm


async def test_a_snoozed_alarm_comes_back_and_a_dismissed_one_does_not(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS, size=(80, 24)) as bench:
        await raise_alarm(bench.room.desk, an_alarm())
        await bench.sees("▸ refund 61, sick 40, #recall 22")
        await on_the_alarm(bench, "w")
        await bench.type("30m")
        await bench.press("enter")
        await bench.lacks("▸ refund 61")
        bench.clock.advance(minutes=31)
        await bench.sees("▸ refund 61")
        await on_the_alarm(bench, "d")
        await bench.type("spam")
        await bench.press("enter")
        await bench.lacks("▸ refund 61")
        assert [event.details["reason"] for event in await log(bench, EventType.ALARM_DISMISSED)] == ["spam"]
        bench.clock.advance(hours=2)
        bench.app.room_screen.alarms.refresh()  # type: ignore[union-attr]
        assert bench.app.room_screen.alarm.alarm is None


async def test_the_keys_are_written_as_they_are_bound(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, keys={"alarm.snooze": "x", "room.alarm": "F8"})
    async with a_console(tmp_path, *POSTS, settings=settings) as bench:
        await raise_alarm(bench.room.desk, an_alarm())
        await bench.sees("F8 goes here:", "x snooze", "d dismiss with reason")


async def test_the_severity_dialog_shows_its_inputs_and_logs_suggestion_and_decision(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("s")
        await bench.sees("velocity", "sentiment", "reach", "spread", "suggested SEV4")
        dialog = bench.app.screen
        assert isinstance(dialog, SeverityDialog)
        await bench.press("2")
        await bench.until(lambda: bench.app.screen is bench.app.room_screen)
        event = (await log(bench, EventType.SEVERITY))[0]
        suggestion = event.details["suggestion"]
        assert isinstance(suggestion, dict)
        assert (event.details["decided"], suggestion["level"], event.severity) == (2, 4, 2)
        assert event.summary == "no severity → SEV2 (SEV4 suggested)"
