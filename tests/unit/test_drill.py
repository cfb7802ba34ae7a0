from __future__ import annotations

import hashlib
import json
import math
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from functools import cache
from itertools import islice, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources._hostile import STRANGE
from sources._story import PENDING, Story
from sources.drill import DrillSource
from sources.scenario import Scenario, load_scenario, scenario_names
from warroom.domain.errors import ConfigError, SourceStopped
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.post_json import post_to_json
from warroom.domain.text import web_link
from warroom.ports import Batch, Source

Told = Sequence[tuple[float, Post | Gone]]
#: The scenarios in which something happens.
CRISES = [name for name in scenario_names() if name != "quiet-day"]


class FastClock:
    """A clock whose sleeps take no time."""

    def __init__(self, start: datetime) -> None:
        self.time = start
        self.sleeps: list[float] = []

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.time += timedelta(seconds=max(0.0, seconds))


@cache
def scenario_named(name: str) -> Scenario:
    return load_scenario(name)


@cache
def short() -> Scenario:
    """Two lively minutes, quick enough to be told many times."""
    whole = load_scenario("product-failure")
    phase = replace(whole.phases[3], minutes=2.0, edits=0.2, deletions=0.4)
    return replace(whole, phases=(phase,), beats=())


@cache
def told(name: str, seed: int = 7) -> Told:
    return list(Story(scenario_named(name), seed=seed))


def posts(name: str) -> list[Post]:
    return [post for _, post in told(name) if isinstance(post, Post)]


def drill(scenario: Scenario, seed: int = 7, speed: float = 1.0, rate: float | None = None) -> DrillSource:
    return DrillSource(scenario, clock=FastClock(scenario.start), seed=seed, speed=speed, rate=rate)


async def hear(source: DrillSource, cursor: str = "", most: int = 1_000_000) -> list[Batch]:
    heard: list[Batch] = []
    async for batch in source.stream(cursor):
        heard.append(batch)
        if sum(len(one.posts) for one in heard) >= most:
            break
    return heard


def flat(batches: Sequence[Batch]) -> list[Post | Gone]:
    return [post for batch in batches for post in batch.posts]


def test_the_drill_fits_the_port_of_a_source() -> None:
    source: Source = drill(short())
    assert source.name == "drill"
    assert source.platforms == frozenset(Platform)


async def test_the_same_seed_tells_the_same_story_with_edits_and_deletions() -> None:
    first, second = flat(await hear(drill(short()))), flat(await hear(drill(short())))
    assert first == second
    keys = Counter(post.key for post in first if isinstance(post, Post))
    assert max(keys.values()) > 1
    assert any(isinstance(post, Gone) for post in first)


async def test_another_seed_tells_it_differently() -> None:
    first, second = flat(await hear(drill(short(), seed=1))), flat(await hear(drill(short(), seed=2)))
    shared = {post.key for post in first} & {post.key for post in second}
    assert len(shared) < len(first) / 100


async def test_speed_alone_changes_nothing_that_is_told() -> None:
    assert flat(await hear(drill(short(), speed=1))) == flat(await hear(drill(short(), speed=60)))


def test_another_process_with_another_hash_seed_tells_the_same_story() -> None:
    code = (
        "import hashlib, itertools\n"
        "from sources._story import Story\n"
        "from sources.scenario import load_scenario\n"
        "told = itertools.islice(Story(load_scenario('false-rumour'), seed=3), 600)\n"
        "print(hashlib.sha256(ascii(list(told)).encode()).hexdigest())\n"
    )
    root = Path(__file__).parents[2]
    names = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    here = list(islice(Story(scenario_named("false-rumour"), seed=3), 600))
    assert names == {hashlib.sha256(ascii(here).encode()).hexdigest()}


@settings(max_examples=25, deadline=None)
@given(st.data())
async def test_a_restart_goes_on_exactly_where_it_stopped(data: st.DataObject) -> None:
    whole = await hear(drill(short()))
    everything = flat(whole)
    place = data.draw(st.integers(0, len(everything) + 3))
    rest = await hear(drill(short()), str(place))
    assert flat(rest) == everything[place:]
    if rest[-1].posts:
        assert rest[-1].cursor == str(len(everything))


async def test_the_cursor_counts_what_was_handed_over_and_no_batch_has_more_than_200() -> None:
    source = drill(short(), rate=100)
    done = 0
    async for batch in source.stream(""):
        done += len(batch.posts)
        assert batch.cursor == (str(done) if done else "")
        assert len(batch.posts) <= 200
    assert done > 10_000


async def test_nothing_is_told_before_its_time_and_the_stream_ends_with_the_story() -> None:
    scenario = short()
    clock = FastClock(scenario.start)
    times = [at for at, _ in Story(scenario, seed=7)]
    done = 0
    async for batch in DrillSource(scenario, clock=clock, seed=7, speed=1.0).stream(""):
        done += len(batch.posts)
        if done:
            assert times[done - 1] <= (clock.now() - scenario.start).total_seconds() + 1e-6
    assert clock.now() >= scenario.start + scenario.duration
    assert max(clock.sleeps) < 60


async def test_a_story_that_is_behind_catches_up_without_a_sleep() -> None:
    scenario = short()
    clock = FastClock(scenario.start + timedelta(minutes=10))
    source = DrillSource(scenario, clock=clock, seed=7, speed=1.0)
    batches = await hear(source)
    assert flat(batches) == [post for _, post in Story(scenario, seed=7)]
    assert not any(seconds > 0 for seconds in clock.sleeps)
    assert batches[0].posts == ()
    assert not batches[1].caught_up


@pytest.mark.parametrize(("rate", "speed"), [(20.0, 1.0), (100.0, 4.0), (300.0, 60.0)])
async def test_a_rate_is_posts_a_wall_second_on_average_over_the_story(rate: float, speed: float) -> None:
    scenario = short()
    source = drill(scenario, speed=speed, rate=rate)
    wanted = rate * scenario.duration.total_seconds() / speed
    assert sum(1 for _ in source.plan()) == pytest.approx(wanted, rel=0.15)


@pytest.mark.parametrize(("speed", "rate"), [(0.0, None), (-1.0, None), (math.nan, None), (1.0, 0.0), (1.0, 2001.0)])
def test_speeds_and_rates_that_cannot_be_are_refused(speed: float, rate: float | None) -> None:
    with pytest.raises(ConfigError, match="A drill cannot"):
        drill(short(), speed=speed, rate=rate)


async def test_a_foreign_cursor_stops_the_source_with_words() -> None:
    with pytest.raises(SourceStopped, match="not a number"):
        await hear(drill(short()), "t3_abc")


def test_a_flood_holds_only_what_is_still_to_come() -> None:
    scenario = scenario_named("product-failure")
    story = Story(scenario, seed=1, scale=200.0)
    for _ in islice(story, 20_000):
        assert len(story._pending) <= PENDING
    assert all(len(recent) <= 160 for recent in story._recent.values())


@pytest.mark.parametrize("name", CRISES)
def test_a_whole_story_has_crowds_languages_threads_and_reposts(name: str) -> None:
    every = posts(name)
    assert 3_000 <= len(every) <= 6_500
    assert len({(post.platform, post.author) for post in every}) >= 500
    reach = sorted({(post.author, post.reach) for post in every if post.reach and post.platform != "reddit"},
                   key=lambda pair: pair[1] or 0)
    assert reach[0][1] < 50
    assert reach[-1][1] >= 1_000_000
    assert (reach[len(reach) // 2][1] or 0) < 1_000
    languages = Counter(post.lang for post in every)
    assert {"en", "es", "de", "fr", "pt", "it", "ja", "ar"} <= languages.keys()
    assert languages["en"] > len(every) / 2
    for platform in Platform:
        assert sum(post.platform is platform for post in every) > len(every) / 6
    known = {post.key for post in every}
    replies = [post for post in every if post.parent_id]
    assert len(replies) > len(every) / 5
    assert all(f"{post.platform}:{post.parent_id}" in known for post in replies)
    assert all(f"{post.platform}:{post.root_id}" in known for post in replies)
    assert any(post.parent_id != post.root_id for post in replies)
    reposts = [post for post in every if post.repost_of]
    assert len(reposts) > 100
    assert all(f"{post.platform}:{post.repost_of}" in known for post in reposts)
    assert sum(post.verified for post in every) >= 10
    for some in (lambda p: p.quoted, lambda p: p.media_alt, lambda p: p.links, lambda p: p.hashtags):
        assert sum(bool(some(post)) for post in every) >= 20


@pytest.mark.parametrize("name", CRISES)
def test_the_posts_do_not_look_alike_but_campaigns_do(name: str) -> None:
    own = [post.text for post in posts(name) if not post.repost_of]
    assert len(set(own)) / len(own) > 0.72
    assert Counter(own).most_common(1)[0][1] < len(own) / 100
    tag = "#ToxicBrew" if name == "false-rumour" else "#BoycottACME"
    pasted = list(dict.fromkeys(text for text in own if tag in text and len(text) > 90))[:45]
    near = sum(
        0.9 < SequenceMatcher(None, one, other, autojunk=False).ratio() < 1
        for number, one in enumerate(pasted) for other in pasted[:number]
    )
    assert near > 20


@pytest.mark.parametrize("name", CRISES)
def test_every_strange_string_edits_and_deletions_are_told(name: str) -> None:
    texts = {post.text for post in posts(name)}
    assert set(STRANGE.values()) <= texts
    assert any(len(text) >= 100_000 for text in texts)
    gone = {post.key for _, post in told(name) if isinstance(post, Gone)}
    assert len(gone) >= 20
    assert gone <= {post.key for post in posts(name)}
    versions: dict[str, set[str]] = {}
    for post in posts(name):
        versions.setdefault(post.key, set()).add(post.text)
    assert sum(len(said) > 1 for said in versions.values()) >= 20
    assert all(isinstance(json.dumps(post_to_json(post)), str) for post in posts(name))


@pytest.mark.parametrize("name", CRISES)
def test_ids_handles_and_addresses_look_like_their_platform(name: str) -> None:
    first: dict[str, Post] = {}
    for post in posts(name):
        first.setdefault(post.key, post)
        assert web_link(post.url), post.url
        assert ".example/" in post.url
        assert all(web_link(link) and ".example" in link for link in post.links)
        if post.platform is Platform.REDDIT:
            assert post.native_id.startswith("t1_" if post.parent_id else "t3_")
            assert post.place.startswith("r/")
            assert post.reach
        elif post.platform is Platform.MASTODON:
            assert post.native_id.isdigit()
            assert post.author.endswith(f"@{post.place}")
        else:
            assert post.native_id.startswith("at://did:plc:")
            assert post.author.endswith(".bsky.social")
            assert len(post.text) <= 300 or post.text in STRANGE.values()
    assert len({post.url for post in first.values()}) == len(first)


@pytest.mark.parametrize("name", CRISES)
def test_some_posts_arrive_late_and_some_have_impossible_times(name: str) -> None:
    start, length = scenario_named(name).start, scenario_named(name).duration
    times = [post.created_at for post in posts(name)]
    assert min(times) < start - timedelta(days=10_000)
    assert max(times) > start + length + timedelta(days=365)
    sane = [time for time in times if start <= time <= start + length]
    assert len(sane) >= len(times) - 4
    assert any(later < earlier for earlier, later in pairwise(sane))


@pytest.mark.parametrize("name", CRISES)
def test_the_volume_rises_from_a_quiet_baseline_to_a_peak_and_falls(name: str) -> None:
    minutes = Counter(int(at // 60) for at, _ in told(name))
    last = int(scenario_named(name).duration.total_seconds() // 60) - 1
    assert all(minutes[minute] < 20 for minute in range(5))
    assert max(minutes.values()) > 150
    assert minutes[last] < 40


def test_written_beats_come_at_their_minute_with_their_edit_and_their_deletion() -> None:
    story = told("product-failure")
    scenario = scenario_named("product-failure")
    beat = next(beat for beat in scenario.beats if beat.name == "first")
    at, post = next((at, post) for at, post in story if isinstance(post, Post) and post.text == beat.text)
    assert at == beat.at * 60
    assert post.author == "tallgrass"
    assert post.created_at == scenario.start + timedelta(minutes=beat.at)
    edited = [(when, one) for when, one in story if isinstance(one, Post) and one.text == beat.edit_text]
    assert [(when, one.key) for when, one in edited if one.author == "tallgrass"] == [(12.6 * 60, post.key)]
    advert = next(beat for beat in scenario.beats if beat.name == "scheduled-advert")
    shown = next(one for _, one in story if isinstance(one, Post) and one.text == advert.text and one.verified)
    assert (25.5 * 60, shown.key) in [(when, one.key) for when, one in story if isinstance(one, Gone)]
    answers = [one for _, one in story if isinstance(one, Post) and one.parent_id == post.native_id]
    assert len(answers) >= 10
