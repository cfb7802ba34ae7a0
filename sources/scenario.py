"""Scenario files: a crisis as phases, voices, people and beats, found by name or path and read from TOML.

How to write one: docs/scenarios.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from sources._reader import read_scenario
from sources._script import Scenario
from sources._table import Table, nearest
from warroom.domain.errors import ConfigError, NotFound

__all__ = ["Scenario", "load_scenario", "scenario_names"]

_LARGEST: Final = 5_000_000


def _shelf() -> Traversable:
    return resources.files("warroom") / "scenarios"


def scenario_names() -> list[str]:
    """The names of the scenarios that come with warroom, sorted."""
    found = (entry.name for entry in _shelf().iterdir())
    return sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml") and not name.startswith("_"))


def load_scenario(name_or_path: str) -> Scenario:
    """Read a scenario that comes with warroom, by name, or one of your own, by path.

    Raises NotFound where there is none, and ConfigError, with file, key and the nearest known name, where the
    file cannot be used.
    """
    path = Path(name_or_path).expanduser()
    if name_or_path.endswith(".toml") or path.name != name_or_path:
        if not path.is_file():
            raise NotFound(f"There is no scenario file {name_or_path}.", hint=_known(name_or_path))
        return _read(path, path.parent, path.stem)
    if name_or_path not in scenario_names():
        raise NotFound(f"There is no scenario {name_or_path!r}.", hint=_known(name_or_path))
    return _read(_shelf() / f"{name_or_path}.toml", _shelf(), name_or_path)


def _known(name: str) -> str:
    return f"{nearest(name, scenario_names())} A file of your own is given by its path, with .toml at its end."


def _read(file: Path | Traversable, folder: Path | Traversable, name: str) -> Scenario:
    values = _parse(file)
    base = values.pop("extends", None)
    if base is not None:
        if not isinstance(base, str) or Path(base).name != base:
            raise ConfigError(f"Scenario {file.name}: extends must be the bare name of a file, without .toml.")
        below = next((at for at in (folder / f"{base}.toml", _shelf() / f"{base}.toml") if at.is_file()), None)
        if below is None:
            raise ConfigError(f"Scenario {file.name}: extends names {base!r}, which is not there.",
                              hint="It stands beside the scenario, or comes with warroom: _acme.")
        under = _parse(below)
        if "extends" in under:
            raise ConfigError(f"Scenario {below.name}: extends cannot go on; {file.name} builds on it.")
        values = _merge(under, values)
    return read_scenario(Table(file.name, "", values), name)


def _parse(file: Path | Traversable) -> dict[str, object]:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise ConfigError(f"Scenario {file.name} cannot be read.", reason=str(error.strerror or error)) from error
    if len(raw) > _LARGEST:
        raise ConfigError(f"Scenario {file.name} has more than {_LARGEST // 1_000_000} MB.")
    try:
        return dict(tomllib.loads(raw.decode()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"Scenario {file.name} is not TOML.", reason=f"{error}.") from error


def _merge(under: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = _merge(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged
