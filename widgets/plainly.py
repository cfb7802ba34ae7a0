"""The console's own signs in ASCII, cell for cell, for terminals that do not show UTF-8."""

from __future__ import annotations

from typing import Final

from widgets.glyphs import to_ascii
from widgets.wrap import cells

_SIGNS: Final = str.maketrans({
    "●": "*", "○": "o", "◐": "~", "✕": "x", "■": "#", "◌": "?", "▶": ">", "→": ">", "◷": "z", "↺": "<", "⚑": "!",
    "≡": "=", "◈": "*", "◇": "o", "↶": "<", "⇩": "v", "▼": "v", "◆": "=", "▲": "^", "⊘": "0", "✎": "%", "✓": "+",
    "¶": "n", "↩": "r", "⇄": "t", "♥": "<", "▌": "|", "─": "-", "━": "=", "├": "|", "┤": "|", "┼": "+", "┿": "+",
    "│": "|", "└": "`", "·": "-", "…": "~", "±": "~", "▞": "%", "Δ": "~", "“": '"', "”": '"', "↑": "^",
    "△": "^", "▸": ">", "↓": "v", "▁": "_", "▂": ".", "▃": ".", "▄": ":", "▅": "-", "▆": "=", "▇": "+", "█": "#",
})


def plainly(text: str) -> str:
    """Return ``text`` in ASCII and in as many cells as before."""
    if text.isascii():
        return text
    signed = text.translate(_SIGNS)
    if signed.isascii():
        return signed
    return "".join(mark if mark.isascii() else _same(mark) for mark in signed)


def _same(mark: str) -> str:
    size = cells(mark)
    return to_ascii(mark)[:size].ljust(size, "?")
