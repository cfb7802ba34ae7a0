"""``config.toml``, the environment and the flags, read once into frozen settings that know where each value is from.

A flag beats the environment, the environment the file, the file the default.
Nothing is read from the working directory.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar

from warroom import settings as s
from warroom.config_kinds import Kind, Value
from warroom.domain.errors import ConfigError
from warroom.settings import Settings

#: What a flag said: its name on the command line and its value.
Flag: TypeAlias = "tuple[str, str | bool | int | float]"

#: Variables that are no settings but say where to find them, and how to write.
GLOBALS: Final = ("WARROOM_CONFIG", "WARROOM_DATA_DIR", "WARROOM_LOG_FILE")
_SECTIONS: Final[Mapping[str, type]] = {
    "terms": s.Terms, "sources.reddit": s.Reddit, "sources.mastodon": s.Mastodon, "sources.bluesky": s.Bluesky,
    "accounts": s.Accounts,
    "accounts.reddit": s.RedditAccount, "accounts.mastodon": s.MastodonAccount, "accounts.bluesky": s.BlueskyAccount,
    "sending": s.Sending, "team": s.Team, "approval": s.Approval, "gauge": s.Gauge, "alarm": s.Alarm,
    "clocks": s.Clocks,
    "clocks.public": s.PublicUpdates, "clocks.executive": s.ExecutiveUpdates, "scoring": s.Scoring,
    "console": s.Console, "drill": s.Drill, "store": s.Store, "tone": s.Tone,
    "statements": s.Statements, "": s.Settings,
}
_T = TypeVar("_T")


def schema() -> dict[str, tuple[Kind, Value]]:
    """Name every setting, with its kind and its default, in the order of the sample."""
    found: dict[str, tuple[Kind, Value]] = {}
    for section, cls in _SECTIONS.items():
        for part in fields(cls):
            if "kind" in part.metadata:
                default: object = part.default if part.default_factory is MISSING else part.default_factory()
                name = f"{section}.{part.name}" if section else part.name
                found[name] = (part.metadata["kind"], _known_value(default))
    return found


def variable(name: str) -> str:
    """The environment variable of a setting: ``console.theme`` is ``WARROOM_CONSOLE_THEME``."""
    return "WARROOM_" + name.replace(".", "_").upper()


def load(
    *, config: Path | None = None, data_dir: Path | None = None, log_file: Path | None = None,
    flags: Mapping[str, Flag] = MappingProxyType({}), environ: Mapping[str, str] | None = None,
) -> Settings:
    """Read the settings. ``config``, ``data_dir`` and ``log_file`` are what ``--config`` and its like said.

    ``flags`` holds other flags by the name of their setting. Raises ConfigError with the file, the line and the key,
    or the variable or the flag, that is at fault.
    """
    environ = os.environ if environ is None else environ
    origins: dict[str, str] = {}
    folder = _place("data_dir", data_dir, "--data-dir", environ, origins)
    if folder is None:
        from platformdirs import user_data_path

        folder = user_data_path("warroom", appauthor=False)
    log = _place("log_file", log_file, "--log-file", environ, origins)
    file = config_path(config, environ)
    _place("config", config, "--config", environ, origins)
    config_file = file if "config" in origins or file.exists() else None
    known = schema()
    values: dict[str, Value] = {}
    if config_file is not None:
        for name, value, line in _read_file(config_file, known):
            values[name], origins[name] = value, f"file {config_file}:{line}"
    for name, value, key in _read_environment(environ, known):
        values[name], origins[name] = value, f"env {key}"
    for name, (flag, raw) in flags.items():
        values[name] = _value(name, known[name][0], raw, where=flag, words=isinstance(raw, str))
        origins[name] = f"flag {flag}"
    return _build(values, data_dir=folder.absolute(), config_file=config_file, log_file=log, origins=origins)


def config_path(flagged: Path | None = None, environ: Mapping[str, str] | None = None) -> Path:
    """The file that settings are read from: what ``--config`` or WARROOM_CONFIG names, else the user's own."""
    found = _place("config", flagged, "--config", os.environ if environ is None else environ, {})
    if found is None:
        from platformdirs import user_config_path

        return user_config_path("warroom", appauthor=False) / "config.toml"
    return found


def listing(settings: Settings) -> list[tuple[str, Value, str]]:
    """List every setting as (name, value, origin), after the places that settings and data are read from."""
    places: dict[str, Path | None] = {
        "config": settings.config_file, "data_dir": settings.data_dir, "log_file": settings.log_file,
    }
    shown: list[tuple[str, Value, str]] = []
    for name, place in places.items():
        shown.append((name, str(place or ""), settings.origins.get(name, "default")))
    for name in schema():
        value: object = settings
        for part in name.split("."):
            value = getattr(value, part)
        if name == "team.me":
            value = settings.actor
        shown.append((name, _known_value(value), settings.origins.get(name, "default")))
    return shown


def sample_text() -> str:
    """The commented sample: what ``config.toml`` at the top of the repository, or in the wheel, says."""
    here = Path(__file__).resolve().parent
    for place in (here / "config.toml", here.parent / "config.toml"):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    raise ConfigError("The sample config.toml is not where it was installed.", reason=f"Looked in {here}.",
                      hint="Install warroom again.")


def _place(
    name: str, flagged: Path | None, flag: str, environ: Mapping[str, str], origins: dict[str, str],
) -> Path | None:
    key = variable(name)
    if flagged is not None:
        origins[name] = f"flag {flag}"
        return flagged.expanduser()
    if environ.get(key):
        origins[name] = f"env {key}"
        return Path(environ[key]).expanduser()
    return None


def _read_file(file: Path, known: Mapping[str, tuple[Kind, Value]]) -> Iterator[tuple[str, Value, int]]:
    import tomllib

    from warroom.config_lines import KeyPath, key_lines
    from warroom.toml_text import broken, parsed

    try:
        text = file.read_bytes().decode("utf-8-sig")
        tree = parsed(text)
        lines = key_lines(text)
    except UnicodeDecodeError as error:
        line = file.read_bytes().count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{file}:{line}: this is not UTF-8.", hint="Save the file as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise broken(file, error, text) from error
    except RecursionError as error:
        raise ConfigError(f"{file}: this is nested too deep to be settings.") from error
    except FileNotFoundError as error:
        raise ConfigError(f"There is no settings file {file}.", hint="`warroom config --sample` prints one.") from error
    except OSError as error:
        raise ConfigError(f"{file} cannot be read.", reason=f"{error.strerror or error}.") from error
    sections = {name.rpartition(".")[0] for name in known} | {"sources"}

    def walk(table: Mapping[str, object], prefix: KeyPath) -> Iterator[tuple[str, Value, int]]:
        for key, raw in table.items():
            path = (*prefix, key)
            name = ".".join(map(str, path))
            where = f"{file}:{lines[path]}"
            if name in known:
                _no_secrets(raw, path, file, lines)
                yield name, _value(name, known[name][0], raw, where=where), lines[path]
            elif name in sections and isinstance(raw, dict):
                yield from walk(raw, path)
            elif name in sections:
                raise ConfigError(f"{where}: {name} must be a table.", hint=f"Write [{name}] on a line of its own.")
            else:
                raise _secret(where, name) if _secretive(name) else _unknown(where, name, raw, known, sections)

    yield from walk(tree, ())


def _secretive(name: str) -> bool:
    leaf = re.sub(r"[_-]", "", name.rpartition(".")[2]).casefold()
    return not leaf.endswith("command") and re.search(
        r"password|passwd|passphrase|secret|token$|credential|apikey|accesskey|privatekey|sessionstring", leaf,
    ) is not None


def _no_secrets(raw: object, path: Sequence[str | int], file: Path, lines: Mapping[tuple[str | int, ...], int]) -> None:
    if isinstance(raw, dict):
        for key in raw:
            if _secretive(key):
                raise _secret(f"{file}:{lines[*path, key]}", f"{'.'.join(map(str, path))}.{key}")


def _secret(where: str, name: str) -> ConfigError:
    return ConfigError(f"{where}: {name} looks like a secret, and secrets do not belong in this file.",
                       hint="Use the environment, the system keyring, or a setting that ends in _command.")


def _unknown(where: str, name: str, raw: object, known: Iterable[str], sections: Iterable[str]) -> ConfigError:
    from difflib import get_close_matches

    names = sorted(section for section in sections if section) if isinstance(raw, dict) else list(known)
    head, _, leaf = name.rpartition(".")
    same_leaf = [other for other in names if other.rpartition(".")[2] == leaf]
    siblings = {other.rpartition(".")[2]: other for other in names if other.rpartition(".")[0] == head}
    near = same_leaf or [siblings[part] for part in get_close_matches(leaf, siblings, n=1)]
    near = near or get_close_matches(name, [other for other in names if not name.startswith(other)], n=1)
    hint = f"Did you mean {near[0]}?" if near else "`warroom config --sample` shows every setting."
    what = "section" if isinstance(raw, dict) else "setting"
    return ConfigError(f"{where}: there is no {what} {name!r}.", hint=hint)


def _read_environment(
    environ: Mapping[str, str], known: Mapping[str, tuple[Kind, Value]],
) -> Iterator[tuple[str, Value, str]]:
    names = {variable(name): name for name in known}
    for key in sorted(environ):
        if not key.startswith("WARROOM_") or key in GLOBALS:
            continue
        if key not in names:
            from warroom.credentials import VARIABLES  # only for a name that is no setting: starts are quicker without

            if key in VARIABLES:
                continue
            from difflib import get_close_matches

            near = get_close_matches(key, (*names, *GLOBALS), n=1)
            hint = f"Did you mean {near[0]}?" if near else "`warroom config` lists the settings."
            raise ConfigError(f"The environment sets {key}, and there is no such setting.", hint=hint)
        if environ[key]:
            name = names[key]
            yield name, _value(name, known[name][0], environ[key], where=key, words=True), key


def _value(name: str, kind: Kind, raw: object, *, where: str, words: bool = False) -> Value:
    """Read one value; the error never shows it, because it might be a secret in the wrong place."""
    try:
        return kind.read(kind.from_text(raw) if words and isinstance(raw, str) else raw)
    except (ValueError, OverflowError) as error:
        from difflib import get_close_matches

        near = get_close_matches(raw, kind.choices, n=1) if isinstance(raw, str) else []
        raise ConfigError(f"{where}: {name} must be {kind.words}.", hint=f"Did you mean {near[0]}?" if near else "",
                          ) from error


def _build(
    values: Mapping[str, Value], *, data_dir: Path, config_file: Path | None, log_file: Path | None,
    origins: Mapping[str, str],
) -> Settings:
    def section(make: Callable[..., _T], name: str) -> _T:
        here = f"{name}." if name else ""
        own = {key.removeprefix(here): value for key, value in values.items() if key.rpartition(".")[0] == name}
        parts = {inner.removeprefix(here): section(cls, inner) for inner, cls in _SECTIONS.items()
                 if name and inner.rpartition(".")[0] == name}
        return make(**own, **parts)

    keys = values.get("keys")
    return Settings(
        data_dir=data_dir, config_file=config_file, log_file=log_file, origins=MappingProxyType(dict(origins)),
        terms=section(s.Terms, "terms"), sources=section(s.Sources, "sources"),
        accounts=section(s.Accounts, "accounts"), sending=section(s.Sending, "sending"),
        team=section(s.Team, "team"), approval=section(s.Approval, "approval"),
        gauge=section(s.Gauge, "gauge"), alarm=section(s.Alarm, "alarm"), clocks=section(s.Clocks, "clocks"),
        scoring=section(s.Scoring, "scoring"),
        console=section(s.Console, "console"), drill=section(s.Drill, "drill"), store=section(s.Store, "store"),
        tone=section(s.Tone, "tone"), statements=section(s.Statements, "statements"),
        keys=keys if isinstance(keys, Mapping) else MappingProxyType({}),
    )


def _known_value(value: object) -> Value:
    from datetime import timedelta

    if not isinstance(value, str | bool | int | float | timedelta | tuple | Mapping):
        raise TypeError(f"{value!r} is no value of a setting")
    return value
