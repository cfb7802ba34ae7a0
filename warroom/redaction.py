"""Secrets taken out of everything that is written for people: the log, crash files, messages.

Two nets: every secret that this process was given is known by its value; and what looks like one by its name or shape
is taken out too, for those that a server made up.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

#: What stands in a secret's place.
GONE: Final = "•••"
#: Shorter values are not hidden by value: they would take words out of every sentence.
_SHORTEST: Final = 6
_NAMES: Final = (
    r"(?:access|refresh|id|auth|bearer|api)[_-]?token|client[_-]?secret|app[_-]?password|password|passwd|api[_-]?key"
    r"|accessJwt|refreshJwt|authorization[_-]?code"
)
_SHAPES: Final = (
    re.compile(r"(?i)\b((?:bearer|basic)\s+)[\w.~+/=-]{6,}"),
    re.compile(r"()\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"),
    re.compile(rf"(?i)(\b(?:{_NAMES})[\"']?\s*[:=]\s*[\"']?)[^\s&\"',;}})\]]{{4,}}"),
    re.compile(r"(?i)([?&](?:code|token|state)=)[^\s&\"']{6,}"),
    # A user and a password before a host.
    re.compile(r"(?i)(\b[a-z][a-z0-9+.-]{1,15}://)[^\s/@:]*:[^\s/@]+(?=@)"),
)


class Redactor:
    """Knows the secrets of this process and takes them out of text."""

    def __init__(self) -> None:
        self._known: frozenset[str] = frozenset()
        self._pattern: re.Pattern[str] | None = None

    def hide(self, *values: str) -> None:
        """Take these values out of all text from now on, also as they stand in an address."""
        more = {form for value in values if len(value) >= _SHORTEST for form in (value, quote(value, safe=""))}
        if more <= self._known:
            return
        self._known |= more
        # The longest first: one secret may begin another.
        self._pattern = re.compile("|".join(map(re.escape, sorted(self._known, key=len, reverse=True))))

    def scrub(self, text: str) -> str:
        """Return ``text`` without secrets."""
        if self._pattern is not None:
            text = self._pattern.sub(GONE, text)
        for shape in _SHAPES:
            text = shape.sub(rf"\1{GONE}", text)
        return text


#: The one of this process: its log is one, too.
REDACTOR: Final = Redactor()
