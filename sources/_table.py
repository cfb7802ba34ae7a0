"""A TOML table that is read key by key; what is wrong is said with its file, its key and the nearest known name."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import partial

from warroom.domain.errors import ConfigError


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name was meant: "Did you mean x?", or all of them where none is near."""
    names = sorted(known)
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean {close[0]!r}?"
    return f"Known here: {', '.join(names)}." if names else "None is defined."


class Table:
    """One table of a scenario file. Every key asked for is taken; :meth:`done` refuses what nobody asked for."""

    def __init__(self, file: str, path: str, values: Mapping[str, object]) -> None:
        self.file = file
        self.path = path
        self._values = values
        self._asked: set[str] = set()

    def wrong(self, key: str, why: str, hint: str = "") -> ConfigError:
        """Make the error for a key, to be raised by the caller."""
        where = f"{self.path}.{key}" if self.path else key
        return ConfigError(f"Scenario {self.file}: {where} {why}.", hint=hint)

    def fault(self, key: str) -> Callable[[str, str], ConfigError]:
        """Give :meth:`wrong` for one key, for those who check its value."""
        return partial(self.wrong, key)

    def has(self, key: str) -> bool:
        """True where the file gives the key."""
        self._asked.add(key)
        return key in self._values

    def names(self) -> list[str]:
        """Take all keys of a table whose names are the author's own."""
        self._asked.update(self._values)
        return list(self._values)

    def _get(self, key: str) -> object:
        self._asked.add(key)
        return self._values.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text, which must not be empty where there is no default."""
        value = self._get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(key, "must be a text" if value is not None else "is missing")
        return value

    def one_of(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        """A text that is one of the known names."""
        value = self.text(key, default)
        names = list(known)
        if value not in names and value != default:
            raise self.wrong(key, f"is {value!r}, which is not known", nearest(value, names))
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where it is missing."""
        value = self._get(key)
        if not isinstance(value, bool | None):
            raise self.wrong(key, "must be true or false")
        return bool(value)

    def number(self, key: str, default: float | None = None, *, low: float = 0.0, high: float = 1e9) -> float:
        """A number within bounds."""
        value = self._get(key)
        if value is None and default is not None:
            return default
        return self._within(key, value, low, high)

    def pair(self, key: str, *, low: float = 0.0, high: float = 1e9) -> tuple[float, float]:
        """Two numbers within bounds: from, to."""
        value = self._get(key)
        if not isinstance(value, list) or len(value) != 2:
            raise self.wrong(key, "must be two numbers: [from, to]")
        return self._within(key, value[0], low, high), self._within(key, value[1], low, high)

    def numbers(self, key: str, *, low: float = 0.0, high: float = 1e9) -> tuple[float, ...]:
        """A list of numbers within bounds; empty where it is missing."""
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self.wrong(key, "must be a list of numbers")
        return tuple(self._within(key, number, low, high) for number in value)

    def _within(self, key: str, value: object, low: float, high: float) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(key, "must be a number" if value is not None else "is missing")
        if not math.isfinite(value) or not low <= value <= high:
            raise self.wrong(key, f"must lie between {low:g} and {high:g}")
        return float(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where it is missing."""
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise self.wrong(key, "must be a list of texts")
        return tuple(value)

    def moment(self, key: str) -> datetime:
        """A time with an offset, as aware UTC."""
        value = self._get(key)
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise self.wrong(key, "must be a time with an offset", "Like 2026-03-06T15:00:00Z, without quotes.")
        return value.astimezone(UTC)

    def table(self, key: str) -> Table:
        """A table; empty where it is missing."""
        value = self._get(key)
        if not isinstance(value, dict | None):
            raise self.wrong(key, "must be a table")
        return Table(self.file, f"{self.path}.{key}" if self.path else key, value or {})

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of an array; none where it is missing."""
        value = self._get(key)
        if value is None:
            return
        if not isinstance(value, list):
            raise self.wrong(key, f"must be an array of tables, [[{key}]]")
        for number, entry in enumerate(value, 1):
            where = f"{self.path}.{key}[{number}]" if self.path else f"{key}[{number}]"
            if not isinstance(entry, dict):
                raise ConfigError(f"Scenario {self.file}: {where} must be a table.")
            yield Table(self.file, where, entry)

    def weights(self, key: str, known: Iterable[str] | None = None) -> dict[str, float]:
        """A table of names and how often each comes; zero leaves one out. Empty where it is missing."""
        table = self.table(key)
        names = None if known is None else set(known)
        found: dict[str, float] = {}
        for name in table.names():
            if names is not None and name not in names:
                raise table.wrong(name, "is not known", nearest(name, names))
            weight = table.number(name)
            if weight > 0:
                found[name] = weight
        return found

    def done(self) -> None:
        """Refuse keys that mean nothing, so that a slip of the pen does not pass in silence."""
        for key in self._values:
            if key not in self._asked:
                raise self.wrong(key, "means nothing here", nearest(key, self._asked))
