"""What a setting may hold: one reader per kind, from TOML values and from the words of a flag or a variable."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final, TypeAlias

Value: TypeAlias = "str | bool | int | float | timedelta | tuple[str, ...] | Mapping[str, str]"

_YES: Final = frozenset({"1", "true", "yes", "on"})
_NO: Final = frozenset({"0", "false", "no", "off"})
_UNITS: Final = (("d", 86400), ("h", 3600), ("m", 60), ("s", 1))


class Kind:
    """How a setting is read.

    ``words`` says what it takes. ``read`` takes a TOML value, ``from_text`` turns the words of a variable or a flag
    into one; both raise ValueError. ``choices`` is where a near miss is looked for.
    """

    __slots__ = ("choices", "from_text", "read", "words")

    def __init__(
        self, words: str, read: Callable[[object], Value], from_text: Callable[[str], object] = str,
        choices: tuple[str, ...] = (),
    ) -> None:
        self.words: Final = words
        self.read: Final = read
        self.from_text: Final = from_text
        self.choices: Final = choices

    @property
    def meta(self) -> Mapping[str, Kind]:
        """The kind as the metadata of a dataclass field."""
        return {"kind": self}


def text() -> Kind:
    """Any one line of text."""
    return Kind("a text", _text)


def flag() -> Kind:
    """True or false."""
    return Kind("true or false", _flag, _flag_of_text)


def whole(low: int, high: int) -> Kind:
    """A whole number from ``low`` to ``high``."""
    def read(raw: object) -> Value:
        if isinstance(raw, bool) or not isinstance(raw, int) or not low <= raw <= high:
            raise ValueError(raw)
        return raw

    return Kind(f"a whole number from {low} to {high}", read, int)


def number(low: float, high: float) -> Kind:
    """A number from ``low`` to ``high``."""
    def read(raw: object) -> Value:
        if isinstance(raw, bool) or not isinstance(raw, int | float) or not low <= raw <= high:
            raise ValueError(raw)
        return float(raw)

    return Kind(f"a number from {low:g} to {high:g}", read, float)


def one_of(*choices: str) -> Kind:
    """One of a few words."""
    def read(raw: object) -> Value:
        if raw not in choices:
            raise ValueError(raw)
        return str(raw)

    return Kind(f"one of {', '.join(choices)}", read, str, choices)


def duration(low: timedelta, high: timedelta) -> Kind:
    """A length of time such as ``"30m"`` or ``"1h30m"``."""
    def read(raw: object) -> Value:
        from warroom.domain.query import span  # a default needs no parser, and a start without one is quicker

        if not isinstance(raw, str) or not low <= (value := span(raw)) <= high:
            raise ValueError(raw)
        return value

    return Kind(f'a length of time from "{span_text(low)}" to "{span_text(high)}", such as "30m" or "1h30m"', read)


def duration_or_off(low: timedelta, high: timedelta) -> Kind:
    """Like :func:`duration`, or ``"off"``, which is zero."""
    inner = duration(low, high)

    def read(raw: object) -> Value:
        return timedelta(0) if raw in ("off", "0s") else inner.read(raw)  # "0s" is how a listing writes it

    return Kind(f'{inner.words}, or "off"', read, str, ("off",))


def timezone() -> Kind:
    """A time zone by its IANA name. Where the name or the database is missing the reader raises ConfigError itself."""
    def read(raw: object) -> Value:
        from warroom.domain.hours import zone

        name = _filled(raw)
        zone(name)
        return name

    return Kind('a time zone such as "Europe/Berlin", or "UTC"', read)


def quiet_times() -> Kind:
    """A list of times of the day or the week, or dates."""
    def read(raw: object) -> Value:
        from warroom.domain.hours import stretch

        found = texts().read(raw)
        for words in found if isinstance(found, tuple) else ():
            stretch(words)
        return found

    return Kind('a list of quiet times such as "22:00-07:00", "Sat", "Fri 18:00-24:00" or "2026-12-25"', read,
                texts().from_text)


def texts() -> Kind:
    """A list of texts, none of them empty."""
    def read(raw: object) -> Value:
        if not isinstance(raw, list):
            raise ValueError(raw)
        return tuple(dict.fromkeys(_filled(part) for part in raw))

    return Kind("a list of texts, none of them empty", read, lambda words: [part.strip() for part in words.split(",")])


def url() -> Kind:
    """The http(s) address of a server, without a trailing slash and without a user or password in it."""
    def read(raw: object) -> Value:
        words = _text(raw)
        if re.fullmatch(r"https?://(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:/[^\s?#@]*)?", words) is None:
            raise ValueError(raw)
        return words.rstrip("/")

    return Kind("an http:// or https:// address without a user name, a password, ? or #", read)


def url_or_none() -> Kind:
    """Like :func:`url`, or "" for none."""
    def read(raw: object) -> Value:
        return "" if raw == "" else url().read(raw)

    return Kind(f'{url().words}, or ""', read)


def named(value: Kind) -> Kind:
    """A table of names, each with a value of one kind."""
    def read(raw: object) -> Value:
        if not isinstance(raw, dict):
            raise ValueError(raw)
        return MappingProxyType({_filled(name): str(value.read(part)) for name, part in raw.items()})

    def from_text(words: str) -> object:
        pairs = (pair.partition("=") for pair in words.split(";") if pair.strip())
        return {name.strip(): part.strip() for name, _, part in pairs}

    return Kind(f"a table of names, each with {value.words}", read, from_text, value.choices)


def approval_rules() -> Kind:
    """A table of conditions, each with who must approve where they hold (docs/approvals.md)."""
    table = named(text())

    def read(raw: object) -> Value:
        from warroom.domain.approval import read_rule

        rules = table.read(raw)
        if isinstance(rules, Mapping):
            for when, who in rules.items():
                read_rule(when, who)
        return rules

    return Kind('a table of conditions, each with who must approve, such as "SEV1 text" = "2 of approver, legal"', read,
                table.from_text)


def key_names() -> Kind:
    """A key or several, as Textual names them: ``"c"``, ``"ctrl+n"``, ``["j", "down"]``."""
    def read(raw: object) -> Value:
        parts = raw if isinstance(raw, list) else _text(raw).split(",")
        keys = [_filled(part) for part in parts]
        if not keys or any(re.search(r"[\s,]", key) for key in keys):
            raise ValueError(raw)
        return ",".join(keys)

    return Kind('a key such as "c" or "ctrl+n", or a list of keys', read)


def span_text(value: timedelta) -> str:
    """Write a length of time as it is read: ``1h30m``; fractions of a second are cut."""
    rest = int(value.total_seconds())
    parts: list[str] = []
    for unit, seconds in _UNITS:
        amount, rest = divmod(rest, seconds)
        if amount:
            parts.append(f"{amount}{unit}")
    return "".join(parts) or "0s"


def _text(raw: object) -> str:
    if not isinstance(raw, str) or any(ord(mark) < 32 or ord(mark) == 127 for mark in raw):
        raise ValueError(raw)
    return raw.strip()


def _filled(raw: object) -> str:
    words = _text(raw)
    if not words:
        raise ValueError(raw)
    return words


def _flag(raw: object) -> Value:
    if not isinstance(raw, bool):
        raise ValueError(raw)
    return raw


def _flag_of_text(words: str) -> object:
    folded = words.casefold()
    if folded in _YES | _NO:
        return folded in _YES
    raise ValueError(words)
