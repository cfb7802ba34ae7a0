from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from sources._hostile import STRANGE
from sources.scenario import load_scenario, scenario_names
from warroom.domain.errors import ConfigError, NotFound
from warroom.domain.model import Platform, Sentiment

_SMALL = """
extends = "_acme"
title = "A small one"
start = 2026-03-06T15:00:00Z

[person.ann]
platform = "reddit"
handle = "ann"
place = "r/coffee"

[person.bob]
platform = "bluesky"
handle = "bob.bsky.social"

[[phase]]
name = "only"
minutes = 10
per_minute = [6, 60]
voices = { chatter = 2, fan = 1 }

[[beat]]
name = "first"
at = 1
by = "ann"
text = "hello"

[[beat]]
name = "second"
at = 2
by = "bob"
text = "world"
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(*changes: tuple[str, str], text: str = _SMALL) -> Path:
        for before, after in changes:
            assert before in text
            text = text.replace(before, after, 1)
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


CRISES = [name for name in scenario_names() if name != "quiet-day"]


def test_three_crises_and_a_quiet_day_come_with_warroom_and_shared_files_are_not_among_them() -> None:
    assert scenario_names() == ["false-rumour", "insensitive-campaign", "product-failure", "quiet-day"]


def test_the_quiet_day_is_24_hours_of_everyday_talk() -> None:
    scenario = load_scenario("quiet-day")
    assert scenario.duration == timedelta(days=1)
    assert not scenario.beats
    assert all(max(phase.per_minute) <= 4 for phase in scenario.phases)
    assert all(phase.voices == scenario.phases[0].voices for phase in scenario.phases)


@pytest.mark.parametrize(("line", "said"), [
    ("usual = {days = -1}", "usual.days must lie between 0 and 60"),
    ("usual = {shape = [1, 2]}", "usual.shape must have 24 numbers"),
    ("usual = {shape = 3}", "usual.shape must be a list of numbers"),
    ("usual = {negative = 2}", "usual.negative must lie between 0 and 1"),
    ("usual = {mood = 1}", "usual.mood means nothing here"),
])
def test_days_before_the_story_that_cannot_be_are_named(write: Write, line: str, said: str) -> None:
    path = write()
    path.write_text(f"{line}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape(said)):
        load_scenario(str(path))


@pytest.mark.parametrize("name", CRISES)
def test_every_shipped_scenario_tells_a_whole_crisis(name: str) -> None:
    scenario = load_scenario(name)
    assert scenario.name == name
    assert scenario.title
    assert scenario.summary
    assert scenario.brand
    assert scenario.start.tzinfo is UTC
    assert scenario.duration.total_seconds() >= 45 * 60
    assert 3_000 <= scenario.volume <= 6_000
    assert set(scenario.strange) == set(STRANGE)
    quiet = scenario.phases[0]
    assert 5 <= quiet.minutes <= 8
    assert max(quiet.per_minute) < 10
    assert max(max(phase.per_minute) for phase in scenario.phases) > 180
    assert scenario.phases[-1].per_minute[1] < 20
    assert len(scenario.beats) >= 15
    assert {person.platform for person in scenario.people.values()} == set(Platform)


@pytest.mark.parametrize("name", CRISES)
def test_the_mood_falls_with_the_onset_and_comes_back(name: str) -> None:
    scenario = load_scenario(name)

    def share(at: int, stance: Sentiment) -> float:
        voices = scenario.phases[at].voices
        return sum(w for v, w in voices.items() if scenario.voices[v].stance is stance) / sum(voices.values())

    negative = [share(at, Sentiment.NEGATIVE) for at in range(len(scenario.phases))]
    assert negative[0] < 0.2
    assert max(negative) > 0.6
    assert negative[-1] < 0.25
    assert share(0, Sentiment.POSITIVE) > 0.2
    assert share(-2, Sentiment.POSITIVE) > share(3, Sentiment.POSITIVE)


def test_a_file_of_ones_own_is_read_and_builds_on_the_shared_file(write: Write) -> None:
    scenario = load_scenario(str(write()))
    assert scenario.name == "mine"
    assert scenario.duration.total_seconds() == 600
    assert scenario.volume == 330
    assert "fan" in scenario.voices


def test_an_unknown_name_says_which_one_is_near() -> None:
    with pytest.raises(NotFound) as caught:
        load_scenario("product-failur")
    assert "'product-failur'" in caught.value.title
    assert "Did you mean 'product-failure'?" in caught.value.hint


def test_a_shared_file_is_no_scenario_and_a_missing_path_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        load_scenario("_acme")
    with pytest.raises(NotFound, match="no scenario file"):
        load_scenario(str(tmp_path / "none.toml"))


@pytest.mark.parametrize(
    ("before", "after", "where", "hint"),
    [
        ("minutes = 10", "minuts = 10", "phase[1].minutes is missing", ""),
        ("minutes = 10", "minutes = 10\nreplys = 0.1", "phase[1].replys means nothing here", "'replies'"),
        ("minutes = 10", "minutes = 0", "phase[1].minutes must lie between 0.1 and 10000", ""),
        ("minutes = 10", "minutes = nan", "phase[1].minutes must lie between", ""),
        ("[6, 60]", "6", "phase[1].per_minute must be two numbers", ""),
        ("chatter = 2", "chater = 2", "phase[1].voices.chater is not known", "'chatter'"),
        ('by = "ann"', 'by = "anne"', "beat[1].by is 'anne', which is not known", "'ann'"),
        ("at = 2", "at = 20", "beat[2].at must lie between 0 and 10", ""),
        ("at = 2", 'at = 2\nreply_to = "firs"', "beat[2].reply_to is 'firs', which is not known", "'first'"),
        ("at = 2", 'at = 2\nreply_to = "first"', "beat[2].reply_to names 'first', which is on another platform", ""),
        ('name = "second"', 'name = "first"', "beat[2].name is 'first', which another beat has", ""),
        ("at = 2", "at = 2\nedit_at = 1\nedit_text = 'x'", "beat[2].edit_at must lie between 2 and 10", ""),
        ('platform = "reddit"', 'platform = "redit"', "person.ann.platform is 'redit', which is not known", "'reddit'"),
        ("2026-03-06T15:00:00Z", "2026-03-06T15:00:00", "start must be a time with an offset", "without quotes"),
        ('title = "A small one"', "title = 3", "title must be a text", ""),
        ('title = "A small one"', 'titel = "A small one"', "title is missing", ""),
        ('title = "A small one"', 'title = "A"\nstrange = ["ansy"]', "strange names 'ansy'", "'ansi'"),
        ('extends = "_acme"', 'extends = "../_acme"', "extends must be the bare name", ""),
        ('extends = "_acme"', 'extends = "nothing"', "extends names 'nothing', which is not there", ""),
        ('extends = "_acme"', "", "voice is missing", ""),
        ("[[phase]]", "[[phase]", "is not TOML", ""),
    ],
)
def test_what_is_wrong_is_said_with_file_key_and_nearest_name(
    write: Write, before: str, after: str, where: str, hint: str,
) -> None:
    with pytest.raises(ConfigError) as caught:
        load_scenario(str(write((before, after))))
    assert "mine.toml" in caught.value.title
    assert where in str(caught.value)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("voice", "where", "hint"),
    [
        ('[voice.mine]\nstance = "angry"\n[voice.mine.en]\nsay = ["x"]', "voice.mine.stance is 'angry'", ""),
        ('[voice.mine]\nstance = "neutral"', "voice.mine.en is missing", ""),
        ('[voice.mine]\nstance = "neutral"\n[voice.mine.en]\nopen = ["x"]', "voice.mine.en.say is missing", ""),
        ('[voice.mine]\nstance = "neutral"\n[voice.mine.en]\nsay = ["a {brw}"]', "{brw}, which is not known", "'brew'"),
        ('[voice.mine]\nstance = "neutral"\n[voice.mine.en]\nsayy = ["x"]\nsay = ["x"]', "sayy means nothing", "'say'"),
        ('[voice.mine]\nstance = "neutral"\nhashtag = []\n[voice.mine.en]\nsay = ["x"]', "mine.hashtag", "'hashtags'"),
        ('[slots.en]\nround = ["{about}"]\nabout = ["{round}"]', "leads back to itself", "circle"),
    ],
)
def test_voices_and_slots_are_checked_word_by_word(write: Write, voice: str, where: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_scenario(str(write(text=_SMALL + voice)))
    assert where in str(caught.value)
    assert hint in caught.value.hint


def test_braces_that_are_no_slot_stay_as_they_are(write: Write) -> None:
    voice = '[voice.chatter.en]\nsay = ["a {} b {Not A Slot} {1}"]'
    scenario = load_scenario(str(write(text=_SMALL + voice)))
    assert scenario.voices["chatter"].phrases["en"]["say"] == ("a {} b {Not A Slot} {1}",)
