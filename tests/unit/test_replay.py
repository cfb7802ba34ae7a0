from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources import replay
from sources._story import Story
from sources.replay import ReplaySource, first_moment, last_moment
from sources.scenario import load_scenario
from warroom.domain.errors import SourceStopped
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.post_json import post_to_json
from warroom.domain.wire import stamp
from warroom.ports import Batch, Source

_START = datetime(2026, 3, 6, 15, tzinfo=UTC)


class FastClock:
    """A clock whose sleeps take no time."""

    def __init__(self, start: datetime = _START) -> None:
        self.time = start
        self.slept = 0.0

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.slept += seconds
        self.time += timedelta(seconds=seconds)


def line(number: int, at: float, **more: Any) -> dict[str, Any]:
    return {
        "platform": "mastodon", "id": str(number), "author": "mara", "text": f"post {number}",
        "created_at": stamp(_START + timedelta(seconds=at)), **more,
    }


def write(path: Path, lines: Sequence[object]) -> Path:
    path.write_text("".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in lines), "utf-8")
    return path


async def hear(path: Path, cursor: str = "", clock: FastClock | None = None) -> list[Batch]:
    source = ReplaySource(path, clock=clock or FastClock(), speed=1.0)
    return [batch async for batch in source.stream(cursor)]


def flat(batches: Sequence[Batch]) -> list[Post | Gone]:
    return [post for batch in batches for post in batch.posts]


def skipped(batches: Sequence[Batch]) -> Counter[str]:
    return sum((Counter(batch.skipped) for batch in batches), Counter())


def ids(batches: Sequence[Batch]) -> list[str]:
    return [post.native_id for post in flat(batches)]


def test_replay_fits_the_port_of_a_source(tmp_path: Path) -> None:
    source: Source = ReplaySource(tmp_path / "x", clock=FastClock(), speed=2.0)
    assert source.name == "replay"
    assert source.platforms == frozenset(Platform)


async def test_a_told_drill_that_was_written_down_is_replayed_whole(tmp_path: Path) -> None:
    told = [post for _, post in Story(load_scenario("false-rumour"), seed=1) if isinstance(post, Post)][:800]
    path = write(tmp_path / "posts.jsonl", [post_to_json(post) for post in told])
    heard = flat(await hear(path, clock=FastClock(first_moment(path))))
    assert sorted(heard, key=lambda post: (post.key, str(post))) == sorted(told, key=lambda post: (post.key, str(post)))
    times = [post.created_at for post in heard if isinstance(post, Post)]
    assert times == sorted(times)


async def test_posts_come_with_the_gaps_they_had_and_never_before_their_time(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", [line(1, 0), line(2, 0), line(3, 90), line(4, 600)])
    clock = FastClock(first_moment(path))
    groups = []
    async for batch in ReplaySource(path, clock=clock, speed=1.0).stream(""):
        groups.append([post.native_id for post in batch.posts])
        assert all(isinstance(post, Post) and post.created_at <= clock.now() for post in batch.posts)
    assert groups == [[], ["1", "2"], ["3"], ["4"]]
    assert clock.slept == pytest.approx(600, abs=0.2)


async def test_lines_out_of_order_are_played_in_order_of_time(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", [line(3, 30), line(1, 10), line(2, 20)])
    assert first_moment(path) == _START + timedelta(seconds=10)
    assert last_moment(path) == _START + timedelta(seconds=30)
    assert ids(await hear(path)) == ["1", "2", "3"]


async def test_a_large_file_is_played_as_it_stands_without_a_wait_backwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(replay, "_SORTED_UP_TO", 10)
    path = write(tmp_path / "a.jsonl", [line(3, 30), line(1, 10), line(2, 40, deleted_at=stamp(_START))])
    clock = FastClock()
    heard = await hear(path, clock=clock)
    assert ids(heard) == ["3", "1", "2", "2"]
    assert clock.slept == pytest.approx(40, abs=0.2)


async def test_a_date_that_is_wrong_by_decades_keeps_nobody_waiting(tmp_path: Path) -> None:
    year = 365 * 86_400
    lines = [line(1, 0), line(2, 60), line(3, -55 * year), line(4, 70 * year), line(5, 90)]
    path = write(tmp_path / "posts.jsonl", lines)
    clock = FastClock(first_moment(path))
    posts = flat(await hear(path, clock=clock))
    assert [post.native_id for post in posts] == ["3", "1", "2", "5", "4"]
    assert [post.created_at.year for post in posts if isinstance(post, Post)] == [1971, 2026, 2026, 2026, 2096]
    assert (first_moment(path), last_moment(path)) == (_START, _START + timedelta(seconds=90))
    assert clock.slept == 90


async def test_a_bad_line_is_skipped_and_counted_with_its_reason(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", [
        "{broken", line(1, 0), "[]", "", line(2, 1, platform="myspace"), line(3, 2, created_at=None),
        line(4, 3, created_at="soon"), line(5, 4, created_at=1772809205), "17",
    ])
    heard = await hear(path)
    assert ids(heard) == ["1", "5"]
    assert skipped(heard) == {
        "not JSON": 1, "not an object": 2, "platform is none of reddit, mastodon, bluesky": 1,
        "created_at is missing": 1, "created_at is not a time with a zone": 1,
    }


async def test_bytes_that_are_not_utf8_and_endless_lines_cost_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(replay, "_LONGEST_LINE", 1_000)
    path = tmp_path / "a.jsonl"
    good = [json.dumps(line(number, number)).encode() for number in (1, 2)]
    path.write_bytes(b"\xef\xbb\xbf" + good[0] + b'\n{"text": "\xff\xfe"}\n' + b"x" * 5_000 + b"\n" + good[1])
    heard = await hear(path)
    assert ids(heard) == ["1", "2"]
    assert skipped(heard) == {"not JSON": 1, "the line is too long": 1}


async def test_a_deleted_post_is_deleted_again_when_its_time_comes(tmp_path: Path) -> None:
    gone = _START + timedelta(seconds=50)
    path = write(tmp_path / "a.jsonl", [line(1, 0, deleted_at=stamp(gone)), line(2, 20), line(3, 80)])
    heard = flat(await hear(path))
    assert [post.native_id for post in heard] == ["1", "2", "1", "3"]
    assert heard[2] == Gone(Platform.MASTODON, "1", gone)


async def test_the_posts_of_an_incident_export_are_replayed(tmp_path: Path) -> None:
    path = tmp_path / "incident.json"
    document = {"format": "warroom-incident/1", "events": [{"id": "e1"}], "posts": [line(2, 20), {"post": line(1, 0)}]}
    for indent in (None, 2):
        path.write_text(json.dumps(document, indent=indent), "utf-8")
        assert ids(await hear(path)) == ["1", "2"]


async def test_an_edited_post_of_an_export_says_what_it_said_before_first(tmp_path: Path) -> None:
    edited = line(1, 0, text="now", earlier=[line(1, 0, text="first"), line(1, 0, text="then")])
    path = tmp_path / "incident.json"
    path.write_text(json.dumps({"format": "warroom-incident/1", "posts": [edited]}), "utf-8")
    assert [post.text for post in flat(await hear(path)) if isinstance(post, Post)] == ["first", "then", "now"]


@settings(max_examples=30, deadline=None)
@given(data=st.data())
async def test_a_restart_goes_on_after_the_lines_done(data: st.DataObject, tmp_path_factory: Any) -> None:
    rows: list[object] = [
        "broken" if kind == "bad" else line(number, at, **({"deleted_at": stamp(_START)} if kind == "gone" else {}))
        for number, (kind, at) in enumerate(data.draw(
            st.lists(st.tuples(st.sampled_from(["ok", "ok", "bad", "gone"]), st.integers(0, 300)), max_size=12)))
    ]
    path = write(tmp_path_factory.mktemp("replay") / "a.jsonl", [*rows, line(999, 301)])
    whole = await hear(path)
    stop = data.draw(st.integers(0, len(whole) - 1))
    rest = await hear(path, whole[stop].cursor)
    assert flat(whole[: stop + 1]) + flat(rest) == flat(whole)
    assert skipped(whole[: stop + 1]) + skipped(rest) == skipped(whole)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "No such file"),
        (b"", "It is empty"),
        (b"\n\n", "It is empty"),
        (b"\x89PNG\0\0", "not a text file"),
        (b"platform,id\nreddit,1\n", "not JSON"),
        (b'{"a": 1}\n', "platform is missing"),
        (b'{"format": "other/1", "posts": []}', "'other/1', which cannot be replayed"),
        (b'{"format": "warroom-incident/1", "posts": []}', "It holds no posts"),
        (b'{"format":"warroom-incident/1",\n"events":[', "It is not whole"),
        (b'{\n "format": "warroom-incident/1", "posts": [', "It is not whole"),
    ],
)
async def test_a_file_that_cannot_be_replayed_stops_with_reason_and_hint(
    tmp_path: Path, content: bytes | None, reason: str,
) -> None:
    path = tmp_path / "a.jsonl"
    if content is not None:
        path.write_bytes(content)
    for ask in (first_moment, last_moment):
        with pytest.raises(SourceStopped, match=reason):
            ask(path)
    with pytest.raises(SourceStopped) as caught:
        await hear(path)
    assert reason in caught.value.reason
    assert "warroom posts --json" in caught.value.hint


async def test_batches_have_at_most_200_posts_when_behind(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", [line(number, number / 1000) for number in range(650)])
    heard = await hear(path, clock=FastClock(_START + timedelta(hours=1)))
    assert [len(batch.posts) for batch in heard] == [0, 200, 200, 200, 50]
    assert heard[-1].cursor == "650"
