"""TOML, read so that no file brings the reader down: what the standard library's parser falls over is an error."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

from warroom.domain.errors import ConfigError

#: Bits of the largest whole number that is read; Python refuses to write much larger ones down.
_WIDEST: Final = 4_096
#: Tables and lists within each other; those who walk a tree call themselves once for each.
_DEEPEST: Final = 100
_NESTED: Final = "It is nested too deep"
_DIGITS: Final = "A number has too many digits"
HINT: Final = "See https://toml.io/en/v1.0.0."


def parsed(text: str) -> dict[str, object]:
    """Read TOML.

    Raises tomllib.TOMLDecodeError where it is none, and where it is nested too deep or has a number of thousands of
    digits.
    """
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError(_NESTED) from None
    except ValueError as error:
        raise tomllib.TOMLDecodeError(_DIGITS) from error
    waiting: list[tuple[object, int]] = [(tree, 0)]
    while waiting:
        value, depth = waiting.pop()
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if inner and depth == _DEEPEST:
            raise tomllib.TOMLDecodeError(_NESTED)
        if isinstance(value, int) and value.bit_length() > _WIDEST:
            raise tomllib.TOMLDecodeError(_DIGITS)
        waiting += ((one, depth + 1) for one in inner)
    return tree


def broken(file: Path, error: tomllib.TOMLDecodeError, text: str) -> ConfigError:
    """Say where a file is no TOML, and why: the line, where the parser knows it."""
    words = str(error)
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", words)
    if found is None:
        return ConfigError(f"{file}: this is not TOML.", reason=f"{words}.", hint=HINT)
    line = found.group(1) or text.count("\n") + (not text.endswith("\n"))
    return ConfigError(f"{file}:{line}: this is not TOML.", reason=f"{words[:found.start()]}.", hint=HINT)
