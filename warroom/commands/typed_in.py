"""A text from the command line, or from standard input where it is ``-``: of bounded length, and in UTF-8."""

from __future__ import annotations

import sys
from typing import Final

from warroom.domain.errors import UsageError

#: Bytes of standard input that are read; what is longer is too long everywhere.
MOST: Final = 4_000_000


def from_stdin() -> str:
    """All of standard input. Raises UsageError where it is closed, too long, or not UTF-8."""
    if sys.stdin is None:
        raise UsageError("There is no text: standard input is closed.")
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:  # a stream without bytes beneath
        return sys.stdin.read(MOST)
    data = raw.read(MOST + 1)
    if len(data) > MOST:
        raise UsageError("The text is too long.", reason=f"More than {MOST:,} bytes came on standard input.")
    try:
        return str(data.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise UsageError("The text is not UTF-8.", reason=f"Byte {error.start + 1:,} cannot be read.") from error


def the_text(words: str) -> str:
    """These words, or standard input where they are ``-``. Raises UsageError as ``from_stdin`` does."""
    return from_stdin() if words == "-" else words
