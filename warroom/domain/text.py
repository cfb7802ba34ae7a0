"""Outside text made harmless, and cut into the words that a search looks for."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# What a terminal may obey or a reader cannot see: C0 and C1 controls, bidi marks, embeddings, overrides and isolates,
# zero-width characters (the joiners ZWJ and ZWNJ too outside emoji and the scripts that need them), line and
# paragraph separators, the soft hyphen, interlinear annotation, tags and the byte order mark.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACES: Final = re.compile(r"[\t\v\f\x85\u2028\u2029]")
_HIDDEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_JOINERS: Final = re.compile("(?<![\\w\ufe0f\U0001f300-\U0001faff\u2190-\u2bff])[\u200c\u200d]|[\u200c\u200d](?=\\s|$)")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ESCAPES: Final = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC with their text
    r"|\x1b[ -/]*[0-~]?"  # two-character escapes
    r"|\x9b[0-?]*[ -/]*[@-~]"
    r"|[\x90\x98\x9d-\x9f][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
)
_MARKS: Final = re.compile(r"((?:[^\W_]|\s)?(?:[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]){4})"
                           r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
_PLAIN: Final = re.compile(r"[\n -~]*\Z")


def neutralise(text: str) -> str:
    """Return ``text`` with everything that could act on a terminal or hide from a reader taken out.

    Escape sequences go with their contents; other control characters, surrogates and unassigned tricks become
    U+FFFD or nothing; tabs and exotic line ends become a space or a newline; more than four combining marks on one
    character are cut ("zalgo"). The result holds no character of categories Cc (but ``\\n``), Cs or bidi control.
    Idempotent. Sources: ECMA-48; Unicode UTR #36 and UAX #9.
    """
    if _PLAIN.match(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _ESCAPES.sub("", text)
    text = _SPACES.sub(" ", text)
    text = _CONTROL.sub("\ufffd", text)
    text = _SURROGATE.sub("\ufffd", text)
    text = _HIDDEN.sub("", text)
    text = _JOINERS.sub("", text)
    return _MARKS.sub(r"\1", text)


def one_line(text: str) -> str:
    """Return ``text`` neutralised and on one line, runs of white space as one space."""
    return " ".join(neutralise(text).split())


def clip(text: str, limit: int) -> str:
    """Cut ``text`` to ``limit`` code points, with an ellipsis where something is missing."""
    return text if len(text) <= limit else text[: max(0, limit - 1)].rstrip() + "…"


# Scripts that write words without spaces are searched character by character.
_TOKEN: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
                           r"|[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


def tokens(text: str) -> list[str]:
    """Cut ``text`` into search words: case folded, accents removed, letters and digits only.

    The same words are indexed by the store and matched in a pane, so that both find the same posts.
    """
    if not text.isascii():
        folded = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(mark for mark in folded if not unicodedata.combining(mark))
    return _TOKEN.findall(text.casefold())


def web_link(url: str) -> bool:
    """True where ``url`` may be opened: http or https, a host, no control or white space."""
    return re.fullmatch(r"https?://[^\s/?#\x00-\x20\x7f-\x9f\\]+[^\s\x00-\x20\x7f-\x9f]*", url) is not None
