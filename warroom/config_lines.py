"""Where each key of a TOML text stands: the parser of the standard library gives values but no line numbers."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from typing import Final, TypeAlias

#: The way to a value: names of tables and keys, and positions in arrays from 0.
KeyPath: TypeAlias = "tuple[str | int, ...]"

_BASIC: Final = r'"(?:[^"\\\n]|\\.)*"'
_LITERAL: Final = r"'[^'\n]*'"
_KEY: Final = re.compile(rf"(?:{_BASIC}|{_LITERAL}|[A-Za-z0-9_-]+|[ \t.])+")
_STRING: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}' + r"|'''(?:[^']|'(?!''))*'{3,5}" + rf"|{_BASIC}|{_LITERAL}", re.DOTALL,
)
_SPACE: Final = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SCALAR: Final = re.compile(r"[^,\]}#\n]+")


def key_lines(text: str) -> dict[KeyPath, int]:
    """Give the line (from 1) where each key, table and array element of valid TOML first stands.

    Raises tomllib.TOMLDecodeError where ``text`` is no valid TOML.
    """
    tomllib.loads(text)
    return _Scan(text.replace("\r\n", "\n")).lines


class _Scan:
    """One walk over a text that is known to be valid."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._tables: dict[KeyPath, int] = {}
        self.lines: dict[KeyPath, int] = {}
        self._document()

    def _document(self) -> None:
        prefix: KeyPath = ()
        while not self._done():
            if self._text[self._at] == "[":
                prefix = self._header()
            else:
                self._pair(prefix)

    def _done(self) -> bool:
        self._skip(_SPACE)
        return self._at >= len(self._text)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError(f"the scan lost its way at character {self._at}")
        self._at = found.end()
        return found.group()

    def _see(self, path: KeyPath, start: int) -> None:
        self.lines.setdefault(path, bisect_right(self._ends, start - 1) + 1)

    def _header(self) -> KeyPath:
        start = self._at
        size = 2 if self._text.startswith("[[", start) else 1
        self._at += size
        parts = _parts(self._skip(_KEY))
        self._at += size
        path: KeyPath = ()
        for depth, part in enumerate(parts, 1):
            path = (*path, part)
            self._see(path, start)
            if size == 2 and depth == len(parts):
                self._tables[path] = self._tables.get(path, 0) + 1
            if path in self._tables:
                path = (*path, self._tables[path] - 1)
                self._see(path, start)
        return path

    def _pair(self, path: KeyPath) -> None:
        start = self._at
        for part in _parts(self._skip(_KEY)):
            path = (*path, part)
            self._see(path, start)
        self._at += 1  # the equals sign
        self._skip(_SPACE)
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        mark = self._text[self._at]
        if mark in "\"'":
            self._skip(_STRING)
        elif mark == "[":
            self._array(path)
        elif mark == "{":
            self._inline(path)
        else:
            self._skip(_SCALAR)

    def _array(self, path: KeyPath) -> None:
        self._at += 1
        index = 0
        while not self._closed("]"):
            self._see((*path, index), self._at)
            self._value((*path, index))
            index += 1

    def _inline(self, path: KeyPath) -> None:
        self._at += 1
        while not self._closed("}"):
            self._pair(path)

    def _closed(self, mark: str) -> bool:
        self._skip(_SPACE)
        if self._text[self._at] == ",":
            self._at += 1
            self._skip(_SPACE)
        if self._text[self._at] == mark:
            self._at += 1
            return True
        return False


def _parts(key: str) -> tuple[str, ...]:
    """Read a dotted key as TOML itself does."""
    value: object = tomllib.loads(f"{key.strip()} = 0")
    parts: list[str] = []
    while isinstance(value, dict):
        ((part, value),) = value.items()
        parts.append(part)
    return tuple(parts)
