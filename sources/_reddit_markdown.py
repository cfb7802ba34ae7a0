"""Plain text as Reddit's markdown, and back: what we send reads as it was typed, and what we read is compared as text.

Sources: https://www.reddit.com/wiki/markdown and https://spec.commonmark.org/0.31.2/#backslash-escapes.
"""

from __future__ import annotations

import html
import re
from typing import Final

# What is left as it stands, because Reddit makes a link of it: addresses, and the names of users and subreddits. An
# escape inside would break the link.
_LINK: Final = re.compile(
    r"https?://[^\s<>\"\\`]+"
    r"|(?<![\w/\\-])/?(?:u|r)/[A-Za-z0-9_][A-Za-z0-9_-]{1,20}(?![\w-])"
)
# What begins or ends something anywhere in a line.
_SIGNS: Final = re.compile(r"[\\`*_\[\]~^<>|]|&(?=#?\w{1,31};)")
# What does so only at the beginning of a line: headings, lists and rules.
_BEGINS: Final = re.compile(r"(?:#(?=#{0,5}(?:\s|$|\w))|[+-](?=\s|$|-)|=(?==*\s*$))")
_NUMBERED: Final = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_QUOTE: Final = re.compile(r">(?!!) ?")


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


def to_text(markdown: str) -> str:
    """Take the escapes out of markdown; its other signs stay, as its author typed them."""
    return html.unescape(_ESCAPED.sub(r"\1", markdown)).replace("\u200b", "").strip()


def same_words(one: str, other: str) -> bool:
    """True where two markdown texts say the same, whatever was made of escapes, line ends and spaces on the way."""
    return to_text(one).split() == to_text(other).split()


def part_quotes(text: str) -> tuple[str, str]:
    """Part what a person says from the lines that they quote ("> ..."); what only quotes is all theirs."""
    lines = text.split("\n")
    said = "\n".join(line for line in lines if not _QUOTE.match(line)).strip()
    quoted = "\n".join(_QUOTE.sub("", line, count=1) for line in lines if _QUOTE.match(line)).strip()
    return (said, quoted) if said and quoted else (text, "")


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
