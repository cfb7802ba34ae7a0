"""What comes from the terminal, made text: what is pasted is never keys, and bytes that are no text end nothing."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections import deque
from typing import Final

#: What a terminal writes around a paste (xterm, bracketed paste mode).
BEGIN: Final = "\x1b[200~"
END: Final = "\x1b[201~"
#: Stands for what was pasted on the way through Textual's parser.
_INSTEAD: Final = "\x1a"


class Incoming:
    """Makes text of a terminal's bytes, and takes the pastes out of it.

    Textual's own reader decodes strictly, so that one byte of another encoding ends the console; and its parser takes
    an escape within a paste for the beginning of a key, so that what stands on a page can press F5 and y.
    """

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._before = ""
        self._paste: list[str] | None = None
        self._tail = ""
        #: What was pasted, the oldest first; each stands for one Paste that the parser tells of.
        self.pastes: deque[str] = deque()

    def read(self, data: bytes, *, final: bool = False) -> str:
        """Take bytes in; returns what is for the parser, in which every paste is a stand-in of one character."""
        return "".join(self._sifted(self._decode(data, final)))

    def _sifted(self, text: str) -> list[str]:
        out: list[str] = []
        while text:
            if self._paste is None:
                seen = self._before + text
                at = seen.find(BEGIN)
                if at < 0:  # the mark may come in two pieces; the parser waits for the rest of it too
                    self._before = seen[-(len(BEGIN) - 1):]
                    return [*out, text]
                keys = at + len(BEGIN) - len(self._before)
                out.append(text[:keys])
                text, self._before, self._paste, self._tail = text[keys:], "", [], ""
            else:
                seen = self._tail + text
                at = seen.find(END)
                if at < 0:
                    keep = max(0, len(seen) - len(END) + 1)
                    self._paste.append(seen[:keep])
                    self._tail = seen[keep:]
                    return out
                self.pastes.append("".join((*self._paste, seen[:at])))
                out.append(_INSTEAD + END)
                text, self._paste = seen[at + len(END):], None
        return out
