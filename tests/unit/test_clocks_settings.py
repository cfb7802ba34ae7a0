"""The clocks' settings: every period can be changed or switched off, and a wrong one is named where it stands."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from warroom import config
from warroom.domain.clocks import Rules
from warroom.domain.errors import ConfigError
from warroom.settings import Settings


def load(folder: Path, text: str = "", **environ: str) -> Settings:
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return config.load(config=file, data_dir=folder, environ=environ)


def test_the_defaults_are_those_that_the_documentation_gives(tmp_path: Path) -> None:
    assert load(tmp_path).clocks.rules() == Rules()


def test_every_period_can_be_changed_or_switched_off(tmp_path: Path) -> None:
    rules = load(tmp_path, """
        [clocks]
        holding = "off"
        complaint = "20m"
        mention = "0s"
        post_mortem = 0
        amber = "5m"
        assumed = 3
        public.sev1 = "15m"
        executive.sev4 = "1d"
    """).clocks.rules()
    assert (rules.holding, rules.complaint, rules.mention) == (timedelta(0), timedelta(minutes=20), timedelta(0))
    assert (rules.post_mortem, rules.amber, rules.assumed) == (0, timedelta(minutes=5), 3)
    assert rules.public[0] == timedelta(minutes=15)
    assert rules.executive[3] == timedelta(days=1)


def test_quiet_hours_come_from_the_environment_too(tmp_path: Path) -> None:
    rules = load(tmp_path, WARROOM_CLOCKS_TIMEZONE="Europe/Berlin", WARROOM_CLOCKS_QUIET="22:00-07:00, Sat-Sun",
                 WARROOM_CLOCKS_HOLDING="off").clocks.rules()
    assert len(rules.hours.stretches) == 2
    assert str(rules.hours.zone) == "Europe/Berlin"
    assert not rules.holding


@pytest.mark.parametrize(("text", "words"), [
    ('timezone = "Europe/Berln"', "Did you mean Europe/Berlin?"),
    ('quiet = ["22-7"]', 'config.toml:2: clocks.quiet must be a list of quiet times such as "22:00-07:00"'),
    ('holding = "no"', 'clocks.holding must be a length of time from "1m" to "90d"'),
    ('holding = "of"', "Did you mean off?"),
    ("awake = 5", "clocks.awake must be a whole number from 0 to 4"),
])
def test_a_wrong_setting_is_refused_with_what_it_may_be(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, f"[clocks]\n{text}\n")
    assert words in str(caught.value)
