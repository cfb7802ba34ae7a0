"""Text in cells: how wide it may get, where it may be broken, and how it is cut to fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rich.cells import get_character_cell_size

_JOINER: Final = "\u200d"
_EMOJI_STYLE: Final = "\ufe0f"
# Where terminals and Rich agree on one cell a character: Latin, Greek, Cyrillic, punctuation, box drawing, our signs.
_AGREED: Final = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2190-\u2193\u2500-\u259f▼◆▲◌●◷⚑✓✕⊘✎◈↩⇄♥■]*\\Z"
)
# Scripts that write without spaces: a line may end after any of their characters.
_ANYWHERE: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uffef\U00020000-\U0003ffff]"
)


def agreed(text: str) -> bool:
    """True where every terminal gives ``text`` one cell a character, as Rich does."""
    return text.isascii() or _AGREED.match(text) is not None


@lru_cache(maxsize=8192)
def _most(character: str) -> int:
    """The most cells that any terminal gives one code point."""
    point = ord(character)
    if 0x1F1E6 <= point <= 0x1F1FF or 0x1F3FB <= point <= 0x1F3FF:
        return 2  # half a flag, a skin tone: alone where the terminal does not join them
    if character == _EMOJI_STYLE:
        return 1  # it may widen what stands before it
    width = get_character_cell_size(character)
    return width or (1 if unicodedata.category(character) == "Mc" else 0)


def cells(text: str) -> int:
    """The most cells that any terminal gives ``text``: sequences that a terminal may fail to join count in parts.

    Never less than Rich's own measure, so text that fits by this one cannot run into its neighbour.
    """
    return len(text) if agreed(text) else sum(map(_most, text))


def clusters(text: str) -> Iterator[str]:
    """Cut ``text`` into what a reader takes for one character: joined emoji, flags, letters with their marks."""
    start = 0
    flag = False
    for at, character in enumerate(text):
        if at == start:
            flag = _is_flag_half(character)
            continue
        if character in (_JOINER, _EMOJI_STYLE) or text[at - 1] == _JOINER or _extends(character):
            flag = False
            continue
        if flag and _is_flag_half(character):
            flag = False
            continue
        yield text[start:at]
        start = at
        flag = _is_flag_half(character)
    if start < len(text):
        yield text[start:]


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _extends(character: str) -> bool:
    return character > "\u02ff" and (
        "\U0001f3fb" <= character <= "\U0001f3ff" or unicodedata.category(character) in {"Mn", "Me", "Mc"}
    )


def fit(text: str, width: int, more: str = "…") -> str:
    """Cut ``text`` to ``width`` cells, with ``more`` at its end where something is missing."""
    if cells(text) <= width:
        return text
    room = width - cells(more)
    if room <= 0:
        return more[:width]
    kept = []
    for cluster in clusters(text):
        room -= cells(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + more


def wrap(text: str, width: int, most: int | None = None) -> tuple[list[str], bool]:
    """Break ``text`` at words into lines of at most ``width`` cells (2 or more), and say whether all of it is there.

    White space is where words end and counts as one space. A word that is wider than a line, and scripts that write
    without spaces, are broken between characters. With ``most`` the walk ends after so many lines.
    """
    if width < 2:
        raise ValueError("a line needs two cells at least")
    lines: list[str] = []
    line: list[str] = []
    room = width
    for word in text.split():
        size = cells(word)
        gap = 1 if line else 0
        if size + gap <= room:
            line.append(word)
            room -= size + gap
            continue
        broken = size > width or _ANYWHERE.search(word) is not None
        if line and not (broken and room >= 4):
            lines.append(" ".join(line))
            line, room, gap = [], width, 0
            if most is not None and len(lines) >= most:
                return lines, False
            if size <= width:
                line, room = [word], width - size
                continue
        pieces = list(_chunks(word, room - gap, width))
        for piece in pieces[:-1]:
            if piece:
                line.append(piece)
            lines.append(" ".join(line))
            line = []
            if most is not None and len(lines) >= most:
                return lines, False
        last = pieces[-1]
        room = width - cells(last) if len(pieces) > 1 else room - gap - cells(last)
        line.append(last)
    if line:
        lines.append(" ".join(line))
    return lines, True


def _chunks(word: str, first: int, width: int) -> Iterator[str]:
    """Cut a word into pieces: the first of at most ``first`` cells (it may be empty), the others of ``width``."""
    room = first
    piece: list[str] = []
    for cluster in clusters(word):
        size = cells(cluster)
        parts = [cluster] if size <= width else list(cluster)  # a sequence wider than the line goes in parts
        for part in parts:
            size = cells(part)
            if size > room:
                yield "".join(piece)
                piece, room = [], width
            piece.append(part)
            room -= size
    yield "".join(piece)
