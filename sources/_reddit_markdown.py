"""Reddit's markdown as plain text: what we read is compared as text. The other way is ``warroom.domain.markdown``.

Sources: https://www.reddit.com/wiki/markdown and https://spec.commonmark.org/0.31.2/#backslash-escapes.
"""

from __future__ import annotations

import html
import re
from typing import Final

_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_QUOTE: Final = re.compile(r">(?!!) ?")


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
