"""A JSON document read piece by piece: its values are parsed one at a time and none is larger than a bound."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Final, TextIO

from warroom.domain.wire import Json

_CHUNK: Final = 1 << 16
#: The most characters that one value (an event, a post) may take.
MOST: Final = 1 << 25
_SPACE: Final = " \t\n\r"


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("an object names a key twice")
    return found


def _no_number(name: str) -> Json:
    raise ValueError(f"{name} is no JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is too large a number")
    return number


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_number, parse_float=_finite)


class Reader:
    """Reads one object from a text file, member by member. Every method raises ValueError where the JSON is broken."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._buffer = ""
        self._at = 0
        self._gone = 0  # characters of the file before the buffer
        self._ended = False

    def members(self) -> Iterator[str]:
        """Yield the keys of the object; read each value, with ``value`` or ``elements``, before the next key."""
        self._expect("{")
        if self._peek() == "}":
            self._at += 1
        else:
            while True:
                key = self.value()
                if not isinstance(key, str):
                    raise ValueError("a key is not a text")
                self._expect(":")
                yield key
                if not self._more("}"):
                    break
        if self._peek():
            raise ValueError("something follows the document")

    def elements(self) -> Iterator[Json]:
        """Yield the elements of an array, one at a time."""
        self._expect("[")
        if self._peek() == "]":
            self._at += 1
            return
        while True:
            yield self.value()
            if not self._more("]"):
                return

    def value(self) -> Json:
        """Read one value."""
        if not self._peek():
            raise ValueError("the file ends too early")
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._at)
            except RecursionError:
                raise ValueError("it is nested too deeply") from None
            except json.JSONDecodeError as error:
                # Broken, or only cut off by the end of the buffer: more of the file decides.
                place = self._gone + error.pos
                if not self._fill():
                    raise ValueError(f"{error.msg} at character {place}") from None
                continue
            if end < len(self._buffer) or not self._fill():  # a number could go on
                self._at = end
                result: Json = value
                return result

    def _more(self, closing: str) -> bool:
        mark = self._peek()
        if mark not in (",", closing):
            raise ValueError(self._missing(f"',' or {closing!r}"))
        self._at += 1
        return mark == ","

    def _expect(self, mark: str) -> None:
        if self._peek() != mark:
            raise ValueError(self._missing(repr(mark)))
        self._at += 1

    def _missing(self, what: str) -> str:
        if not self._peek():
            return "the file ends too early"
        return f"{what} is missing at character {self._gone + self._at}"

    def _peek(self) -> str:
        while True:
            while self._at < len(self._buffer):
                if self._buffer[self._at] not in _SPACE:
                    return self._buffer[self._at]
                self._at += 1
            if not self._fill():
                return ""

    def _fill(self) -> bool:
        if self._ended:
            return False
        rest = self._buffer[self._at :]
        if len(rest) >= MOST:
            raise ValueError(f"one value is longer than {MOST} characters")
        # Doubling keeps the work on a long value in proportion to its length.
        more = self._file.read(min(max(_CHUNK, len(rest)), MOST - len(rest)))
        self._ended = not more
        self._gone += self._at
        self._buffer, self._at = rest + more, 0
        return bool(more)
