"""What the model reads of a post: one function for training and for the worker, so that both see the same words."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

#: The model reads at most 128 word pieces; what stands after so many code points can never be among them, but for
#: links and white space. The cut keeps a text of 100 kB as cheap as any other.
MOST_CODE_POINTS: Final = 4_000

# "&amp;lt;" is what a platform makes of text that was encoded already; a third layer has not been seen.
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
# "\\u2019" spelt out is what a platform's export makes of a mark that was escaped twice; two halves make one emoji.
_ESCAPE: Final = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
# A bare "http" is what is left of a link that was cut, or taken out by whoever collected the posts.
_URL: Final = re.compile(r"(?:https?://|www\.)\S+|\bhttps?(?=[\s\u2026.]|$)", re.IGNORECASE)
# "@user@instance.social" (Mastodon), "@name.bsky.social" (Bluesky) and "u/name" (Reddit) are people, as "@name" is.
_HANDLE: Final = re.compile(r"(?<![\w@/])(?:@[A-Za-z0-9_][\w.-]*(?:@[\w-]+(?:\.[\w-]+)+)?|/?u/[\w-]{3,})")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# "#WorstFlightEver" is three words; the vocabulary is of lower case, so they must be told apart before.
_HASHTAG: Final = re.compile(r"(?<=#)\w+")
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
# "sooooo" and "!!!!!!" say no more than "soo" and "!!!", and each mark costs a word piece.
_DRAWN_OUT: Final = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)
_MARKS: Final = re.compile(r"([^\w\s]\ufe0f?)\1{3,}")
_SPACE: Final = re.compile(r"\s+")
_FLAG_A: Final = 0x1F1E6
# Invisible parts of an emoji: joiner, variation selectors, the keycap's frame, skin tones.
_SILENT: Final = frozenset("\u200d\ufe0e\ufe0f\u20e3\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


def clean(text: str) -> str:
    """Return ``text`` as the model reads it; "" where nothing in it can be read.

    HTML entities and spelt-out escapes are decoded, people become ``@user``, links go, a hashtag in capitals becomes
    its words, letters and marks that are drawn out are shortened, an emoji becomes its Unicode name (the model's
    vocabulary knows none; of a row of one emoji three are read), lone surrogates and NUL become a space, white space
    is one space. Takes any ``str``.
    """
    text = text[:MOST_CODE_POINTS]
    if "\\u" in text:
        text = _ESCAPE.sub(_unescaped, text)
    text = _SURROGATE.sub(" ", text).replace("\0", " ")
    for _ in range(2):
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    text = _URL.sub(" ", text)
    text = _HANDLE.sub(_person, text)
    if "#" in text:
        text = _HASHTAG.sub(lambda match: _HUMP.sub(" ", match[0]), text)
    text = _MARKS.sub(r"\1\1\1", _DRAWN_OUT.sub(r"\1\1", text))
    if not text.isascii():
        text = "".join(_spoken(mark) if mark > "\u203b" else mark for mark in text)
    return _SPACE.sub(" ", text).strip()


def has_words(cleaned: str) -> bool:
    """True where a cleaned text says anything besides whom it is for; ":)" does, a bare handle or link does not."""
    return bool(cleaned.replace("@user", "").strip())


def _unescaped(match: re.Match[str]) -> str:
    units = b"".join(int(unit, 16).to_bytes(2, "little") for unit in match[0].split("\\u")[1:])
    return units.decode("utf-16-le", errors="surrogatepass")


def _person(match: re.Match[str]) -> str:
    # A full stop at the end of a handle ends the sentence.
    said = match[0]
    return "@user" + said[len(said.rstrip(".-")):]


def _spoken(mark: str) -> str:
    if mark in _SILENT:
        return ""
    code = ord(mark)
    if _FLAG_A <= code < _FLAG_A + 26:
        return chr(ord("a") + code - _FLAG_A)
    if unicodedata.category(mark) == "So":
        return f" {unicodedata.name(mark, '').lower()} "
    return mark
