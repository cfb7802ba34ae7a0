from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from warroom import config
from warroom.config_kinds import span_text
from warroom.domain.errors import ConfigError
from warroom.settings import Bluesky, Console, Settings, Terms

ROOT = Path(__file__).resolve().parents[2]


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def load(tmp_path: Path, text: str = "", **environ: str) -> Settings:
    return config.load(config=written(tmp_path, text), data_dir=tmp_path, environ=environ)


def refusal(tmp_path: Path, text: str = "", **environ: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text, **environ)
    return str(caught.value)


def test_the_sample_equals_the_defaults(tmp_path: Path) -> None:
    loaded = config.load(config=ROOT / "config.toml", data_dir=tmp_path, environ={})
    plain = Settings(data_dir=tmp_path)
    assert {name: value for name, value, _ in config.listing(loaded) if name != "config"} == {
        name: value for name, value, _ in config.listing(plain) if name != "config"}
    assert (loaded.terms, loaded.sources, loaded.console) == (plain.terms, plain.sources, plain.console)


def test_the_sample_has_every_setting_with_a_comment_above_it() -> None:
    lines = (ROOT / "config.toml").read_text(encoding="utf-8").splitlines()
    section, found = "", set()
    for above, line, below in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if header := re.fullmatch(r"\[(.+)\]", line):
            section = header.group(1)
            if section in ("keys", "team.roles", "approval.rules", "scoring.labels", "scoring.models"):
                assert below.startswith("# ")
                found.add(section)
        elif section != "approval.rules" and (pair := re.match(r"(\w+) = ", line)):
            assert above.startswith("# "), line
            found.add(f"{section}.{pair.group(1)}")
    assert found == set(config.schema())


def test_the_examples_in_the_sample_are_valid(tmp_path: Path) -> None:
    text = re.sub(r'^# (.*) = "([\w./-]+)"$', r'\1 = "\2"', config.sample_text(), flags=re.MULTILINE)
    text = re.sub(r'^# (".*" = \[.*)$', r"\1", text, flags=re.MULTILINE)
    settings = load(tmp_path, text)
    assert settings.team.roles == {"ana": "lead", "ben.k": "responder"}
    assert settings.scoring.labels == {"1 star": "negative", "5 stars": "positive"}
    assert settings.scoring.others == {"es": Path("/srv/models/sentiment-es.pt")}
    assert settings.keys == {"room.claim": "c", "feed.down": "j,down"}


def test_the_page_on_configuration_names_every_setting_with_its_default_and_its_variable() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    rows = {cells[1].strip(" `"): line for line in page.splitlines() if line.startswith("| `")
            for cells in [line.split("|")]}
    assert set(rows) == set(config.schema())
    for name, (_, default) in config.schema().items():
        assert f"`{config.variable(name)}`" in rows[name]
        words = span_text(default) if isinstance(default, timedelta) else str(default).lower()
        if not isinstance(default, tuple | Mapping) and default != "":
            assert words in rows[name].split("|")[2].lower(), name


def test_the_sample_is_found_in_a_checkout() -> None:
    assert tomllib.loads(config.sample_text())["console"]["theme"] == "warroom-dark"


def test_the_wheel_ships_the_sample_beside_the_module() -> None:
    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    assert shipped["targets"]["wheel"]["force-include"]["config.toml"] == "warroom/config.toml"


def test_values_of_the_file_are_read_with_their_types(tmp_path: Path) -> None:
    settings = load(tmp_path, """
        terms = {brand = ["Acme", "Acme ", "ACME"], hashtags = ["#fail", "coldbrew"]}
        sources.bluesky = {enabled = true, base_url = "http://127.0.0.1:2583/"}
        gauge.window = "1h30m"
        drill.speed = 20
        [console]
        ascii = "on"
    """)
    assert settings.terms == Terms(brand=("Acme", "ACME"), hashtags=("#fail", "coldbrew"))
    assert settings.terms.every == ("Acme", "ACME", "#fail", "#coldbrew")
    assert settings.sources.bluesky == Bluesky(enabled=True, base_url="http://127.0.0.1:2583")
    assert settings.gauge.window == timedelta(minutes=90)
    assert settings.drill.speed == 20.0
    assert settings.console == Console(ascii="on")


def test_a_flag_beats_the_environment_which_beats_the_file_which_beats_the_default(tmp_path: Path) -> None:
    file = written(tmp_path, '\n[console]\ntheme = "warroom-light"\n[drill]\nseed = 4\n[store]\npath = "x.db"\n')
    settings = config.load(
        config=file, data_dir=tmp_path, flags={"console.theme": ("--theme", "warroom-safe")},
        environ={"WARROOM_CONSOLE_THEME": "warroom-contrast", "WARROOM_DRILL_SEED": "7"},
    )
    origins = {name: (value, origin) for name, value, origin in config.listing(settings)}
    assert origins["console.theme"] == ("warroom-safe", "flag --theme")
    assert origins["drill.seed"] == (7, "env WARROOM_DRILL_SEED")
    assert origins["store.path"] == ("x.db", f"file {file}:7")
    assert origins["console.mouse"] == (True, "default")
    assert origins["data_dir"] == (str(tmp_path), "flag --data-dir")


@pytest.mark.parametrize(("name", "words", "value"), [
    ("terms.brand", "Acme, Acme Coffee", ("Acme", "Acme Coffee")),
    ("sources.bluesky.enabled", "YES", True),
    ("console.mouse", "0", False),
    ("gauge.window", "30m", timedelta(minutes=30)),
    ("drill.speed", "2.5", 2.5),
    ("keys", "room.claim=c; room.down=j,down", {"room.claim": "c", "room.down": "j,down"}),
    ("team.roles", "ana=lead", {"ana": "lead"}),
    ("team.me", " ana ", "ana"),
])
def test_every_kind_of_value_can_come_from_the_environment(
    tmp_path: Path, name: str, words: str, value: object,
) -> None:
    settings = config.load(data_dir=tmp_path, config=written(tmp_path, ""), environ={config.variable(name): words})
    found = {shown: (it, origin) for shown, it, origin in config.listing(settings)}[name]
    assert found == (value, f"env {config.variable(name)}")


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    assert load(tmp_path, WARROOM_CONSOLE_THEME="", WARROOM_CONFIG="").console.theme == "warroom-dark"


def test_no_two_settings_share_a_variable() -> None:
    names = [config.variable(name) for name in config.schema()]
    assert len({*names, *config.GLOBALS}) == len(names) + len(config.GLOBALS)


@pytest.mark.parametrize(("text", "line", "hint"), [
    ('[console]\nthme = "x"', 2, "Did you mean console.theme?"),
    ('theme = "warroom-light"', 1, "Did you mean console.theme?"),
    ("[consol]\nmouse = true", 1, "Did you mean console?"),
    ('[sources.bluesky]\n\nbase_ur = """\nhttp://x"""', 3, "Did you mean sources.bluesky.base_url?"),
    ("[weather]\nrain = true", 1, "warroom config --sample"),
    ("[[terms]]\nbrand = []", 1, "Write [terms] on a line of its own."),
    ("console = 3", 1, "Write [console]"),
    ("[drill]\nsped = 2", 2, "Did you mean drill.speed?"),
])
def test_an_unknown_key_is_named_with_its_line_and_the_nearest_known_one(
    tmp_path: Path, text: str, line: int, hint: str,
) -> None:
    words = refusal(tmp_path, text)
    assert words.startswith(f"{tmp_path / 'config.toml'}:{line}: ")
    assert hint in words


@pytest.mark.parametrize(("text", "line", "words"), [
    ("[console]\nmouse = 1", 2, "console.mouse must be true or false."),
    ('[console]\ntheme = "warroom-lite"', 2, "Did you mean warroom-light?"),
    ("[console]\n\nflush_ms = 1.5", 3, "a whole number from 20 to 1000"),
    ("[console]\nmax_posts = true", 2, "a whole number"),
    ('[gauge]\nwindow = "soon"', 2, 'such as "30m"'),
    ('[gauge]\nwindow = "99999999999999w"', 2, 'such as "30m"'),
    ('[gauge]\nwindow = "8d"', 2, 'from "1m" to "7d"'),
    ("[gauge]\nwindow = 3600", 2, "a length of time"),
    ('terms.brand = "Acme"', 1, "terms.brand must be a list of texts"),
    ('terms.brand = ["Acme", " "]', 1, "none of them empty"),
    ("drill.speed = nan", 1, "a number from 0.01"),
    ("drill.speed = 0", 1, "a number from 0.01"),
    ('[team.roles]\nana = "boss"', 1, "one of lead, responder"),
    ('keys = {"room.claim" = ""}', 1, "a key such as"),
    ("keys = {'' = 'c'}", 1, "a table of names"),
    ('store.path = "a\\u001bb"', 1, "store.path must be a text"),
    ('sources.bluesky.base_url = "ftp://x"', 1, "an http:// or https:// address"),
    ("a = [", 1, "this is not TOML"),
    ("[a]\nb = 1\nb = 2", 3, "this is not TOML"),
    ('\n\na = "', 3, "this is not TOML"),
])
def test_a_wrong_value_is_named_with_its_line_and_what_it_must_be(
    tmp_path: Path, text: str, line: int, words: str,
) -> None:
    said = refusal(tmp_path, text)
    assert said.startswith(f"{tmp_path / 'config.toml'}:{line}: ")
    assert words in said


@pytest.mark.parametrize("key", [
    "sources.bluesky.password", "sources.bluesky.app_password", "token", "reddit.client_secret", "team.roles.api_key",
    "sources.mastodon.accessToken", "store.passphrase", "private-key",
])
def test_a_key_that_looks_like_a_secret_is_refused_and_its_value_not_shown(tmp_path: Path, key: str) -> None:
    words = refusal(tmp_path, f'{key} = "hunter2"')
    if not key.startswith(("reddit", "sources.mastodon")):
        assert "looks like a secret" in words
        assert "keyring" in words
    assert "hunter2" not in words


def test_an_address_with_a_password_in_it_is_refused_and_not_shown(tmp_path: Path) -> None:
    assert "hunter2" not in refusal(tmp_path, 'sources.bluesky.base_url = "https://me:hunter2@example.org"')


def test_a_variable_that_is_no_setting_is_named_with_the_nearest_and_its_value_not_shown(tmp_path: Path) -> None:
    words = refusal(tmp_path, WARROOM_CONSOLE_THEEM="hunter2")
    assert "WARROOM_CONSOLE_THEEM" in words
    assert "Did you mean WARROOM_CONSOLE_THEME?" in words
    assert "hunter2" not in words


def test_a_wrong_value_in_the_environment_names_the_variable(tmp_path: Path) -> None:
    assert refusal(tmp_path, WARROOM_CONSOLE_MOUSE="maybe").startswith("WARROOM_CONSOLE_MOUSE: console.mouse must be")
    assert refusal(tmp_path, WARROOM_DRILL_SEED="9" * 5000).startswith("WARROOM_DRILL_SEED: drill.seed must be")


def test_a_file_that_is_not_utf_8_is_named_with_the_line(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b'[team]\nme = "Jos\xe9"\n')
    with pytest.raises(ConfigError, match=r"config\.toml:2: this is not UTF-8"):
        config.load(config=file, data_dir=tmp_path, environ={})


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b'\xef\xbb\xbf[team]\r\nme = "ana"\r\n')
    assert config.load(config=file, data_dir=tmp_path, environ={}).actor == "ana"


def test_a_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no settings file"):
        config.load(config=tmp_path / "no.toml", data_dir=tmp_path, environ={})
    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(data_dir=tmp_path, environ={"WARROOM_CONFIG": str(tmp_path)})


def test_the_users_own_file_may_be_missing_and_the_working_directory_is_never_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    written(tmp_path, '[console]\ntheme = "warroom-light"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "etc"))
    settings = config.load(environ={})
    assert settings.config_file is None
    assert settings.console.theme == "warroom-dark"
    assert config.config_path(None, {}) == tmp_path / "home" / "etc" / "warroom" / "config.toml"


def test_the_data_folder_and_the_database_follow_flag_and_environment(tmp_path: Path) -> None:
    empty = written(tmp_path, "")
    by_env = config.load(config=empty, environ={"WARROOM_DATA_DIR": str(tmp_path / "e")})
    assert by_env.database == tmp_path / "e" / "warroom.db"
    both = config.load(config=empty, data_dir=tmp_path / "f", environ={"WARROOM_DATA_DIR": str(tmp_path / "e")})
    assert both.data_dir == tmp_path / "f"
    elsewhere = config.load(config=empty, data_dir=tmp_path, environ={"WARROOM_STORE_PATH": "team/x.db"})
    assert elsewhere.database == tmp_path / "team" / "x.db"


def test_who_acts_is_the_setting_or_the_user_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "carla")
    assert load(tmp_path).actor == "carla"
    settings = load(tmp_path, 'team = {me = "ana", roles = {ana = "lead"}}')
    assert (settings.actor, settings.role) == ("ana", "lead")


def test_settings_cannot_be_changed_after_they_are_read(tmp_path: Path) -> None:
    settings = load(tmp_path, 'keys = {a = "b"}')
    with pytest.raises(AttributeError):
        settings.console.theme = "x"  # type: ignore[misc]
    assert isinstance(settings.keys, Mapping)
    with pytest.raises(TypeError):
        settings.keys["a"] = "c"  # type: ignore[index]


@pytest.mark.parametrize(("seconds", "words"), [(0, "0s"), (5400, "1h30m"), (86400 * 7, "7d"), (90061, "1d1h1m1s")])
def test_a_length_of_time_is_written_as_it_is_read(seconds: int, words: str) -> None:
    from warroom.domain.query import span

    assert span_text(timedelta(seconds=seconds)) == words
    assert span(words) == timedelta(seconds=seconds)


def test_reading_settings_imports_no_parser_screen_or_database() -> None:
    code = ("import sys, warroom.config; "
            "print([m for m in ('tomllib', 'textual', 'sqlalchemy', 'asyncio', 'difflib', 'platformdirs', 'logging') "
            "if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("said", "meant"), [
    ("", None), ("sentiment-fast", "sentiment-fast"), ("model.pt", Path("model.pt")),
    ("./sentiment", Path("sentiment")),
    ("/srv/sentiment", Path("/srv/sentiment")), ("~/m.pt", Path.home() / "m.pt"),
])
def test_a_model_without_a_path_or_an_ending_is_a_name(tmp_path: Path, said: str, meant: Path | str | None) -> None:
    assert load(tmp_path, f'[scoring]\nmodel = "{said}"').scoring.main == meant


def test_a_mood_that_there_is_not_is_refused(tmp_path: Path) -> None:
    assert "one of negative, neutral, positive" in refusal(tmp_path, '[scoring.labels]\n"1 star" = "bad"')
