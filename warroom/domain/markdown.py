"""Plain text as Reddit's markdown: what we send reads as it was typed.

Sources: https://www.reddit.com/wiki/markdown and https://spec.commonmark.org/0.31.2/#backslash-escapes.
"""

from __future__ import annotations

import re
from typing import Final

# What is left as it stands, because Reddit makes a link of it: addresses, and the names of users and subreddits. An
# escape inside would break the link.
_NAME: Final = r"/[A-Za-z0-9_][A-Za-z0-9_-]{1,20}(?![\w-])"
_LINK: Final = re.compile(
    # The first sign stands first, and what must not stand before it after it: so most letters are passed over.
    r"[hur/](?:(?<=h)ttps?://[^\s<>\"\\`]+"
    rf"|(?<=/)(?<![\w/\\-]/)[ur]{_NAME}|(?<=[ur])(?<![\w/\\-][ur]){_NAME})"
)
# What begins or ends something anywhere in a line.
_SIGNS: Final = re.compile(r"[\\`*_\[\]~^<>|&](?:(?<!&)|(?=#?\w{1,31};))")
# What does so only at the beginning of a line: headings, lists and rules.
_BEGINS: Final = re.compile(r"(?:#(?=#{0,5}(?:\s|$|\w))|[+-](?=\s|$|-)|=(?==*\s*$))")
_NUMBERED: Final = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def to_markdown(text: str) -> str:
    """Write plain text so that Reddit shows it as it is: every line a line, links and mentions linked, nothing else.

    White space at the two ends of a line goes, for four spaces would make it code.
    """
    lines = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    written = [_line(line) for line in lines]
    # Two spaces before the end of a line keep it: markdown would join it with the next.
    return "\n".join(
        f"{line}  " if line and following else line
        for line, following in zip(written, [*written[1:], ""], strict=True)
    ).strip()


def _line(line: str) -> str:
    parts: list[str] = []
    at = 0
    for link in _LINK.finditer(line):
        parts += [_SIGNS.sub(r"\\\g<0>", line[at:link.start()]), link[0]]
        at = link.end()
    parts.append(_SIGNS.sub(r"\\\g<0>", line[at:]))
    whole = "".join(parts)
    if _BEGINS.match(whole):
        return "\\" + whole
    return _NUMBERED.sub(r"\1\\\2", whole, count=1) if _NUMBERED.match(whole) else whole
