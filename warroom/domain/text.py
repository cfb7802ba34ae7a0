"""Outside text made harmless, and cut into the words that a search looks for."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Complete 7-bit escape sequences go with their contents; of an incomplete one only the introducer goes, so that a lone
# "ESC ]" cannot hide the rest of a post. 8-bit introducers become U+FFFD and hide nothing: mojibake is full of them.
# The strings exclude all controls, so no part of a text is walked over twice.
_ESCAPES: Final = re.compile(
    r"\x1b(?:\[[0-?]*+[ -/]*+[@-~]"  # CSI
    r"|[\]PX^_][^\x00-\x1f\x7f-\x9f]*+(?:\x07|\x1b\\)"  # OSC, DCS, SOS, PM and APC with their text
    r"|[ -/]*+[0-~]|)"
)
_SPACES: Final = re.compile(r"[\t\v\f\x85]")
_LINES: Final = re.compile("[\u2028\u2029]")
# Controls, lone surrogates and noncharacters: something was there, and the reader should see that.
_BROKEN: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# What no reader sees, in any script: bidi marks, embeddings, overrides and isolates, zero-width space and joiners of
# words, invisible operators, fillers, the soft hyphen, annotation and format controls, the byte order mark.
_HIDDEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e001f\U000e0080-\U000e00ff\U000e01f0-\U000e0fff]+"
)

# What is right in one place and a trick in another: joiners, variation selectors, tags, too many marks.
_JOIN: Final = "\u200c\u200d"
_TAG: Final = "\U000e0020-\U000e007f"
_MARK: Final = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    "\u0ec8-\u0ece\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
)
# Extended_Pictographic by whole blocks; the five skin tones lie inside them.
_PICTURE: Final = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
# Scripts whose spelling needs ZWNJ and ZWJ: Arabic to Mandaic, the Indic scripts, Tibetan, Myanmar, Khmer, Mongolian...
_JOINING: Final = (
    "\u0600-\u0604\u0606-\u061b\u061d-\u0dff\u0f00-\u109f\u1700-\u17b3\u17b6-\u180a\u1810-\u18af\u1900-\u1aad\u1b00-\u1c4f"
    "\ua800-\ua8ff\ua930-\ua9df\uaa00-\uaadf\uabc0-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00010eff\U00011000-\U00011fff\U0001e900-\U0001e95f"
)
_HAN: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
# England, Scotland and Wales, in tags after a black flag: the only flags of regions that fonts have.
_FLAGS: Final = "|".join("".join(chr(0xE0000 + ord(letter)) for letter in name) for name in ("gbeng", "gbsct", "gbwls"))
_TAGS: Final = re.compile(f"(\U0001f3f4(?:{_FLAGS})\U000e007f)|[{_TAG}]+")
_SELECTORS: Final = re.compile(  # each set of selectors stays right after its own kind of character
    f"(?<![#*0-9{_PICTURE}])[\ufe0e\ufe0f]|(?<![{_HAN}\u1000-\u109f\u2200-\u22ff\ua840-\ua87f])[\ufe00-\ufe02]"
    f"|[\ufe03-\ufe0d]|(?<![{_HAN}])[\U000e0100-\U000e01ef]|(?<![\u1820-\u18aa])[\u180b-\u180f]"
)
_JOINERS: Final = re.compile(  # ZWNJ and ZWJ stay in the scripts that need them, ZWJ also between two pictures
    f"(?<![{_JOINING}])(?:\u200c|\u200d(?![{_PICTURE}])|(?<![{_PICTURE}])(?<![{_PICTURE}]\ufe0f)\u200d)"
)
#: Every character that one of the three above may take out.
_GUESTS: Final = re.compile(f"[{_TAG}{_JOIN}\ufe00-\ufe0f\u180b-\u180f\U000e0100-\U000e01ef]")
_MARKS: Final = re.compile(f"((?:[{_MARK}][{_JOIN}]?){{4}})[{_MARK}{_JOIN}]+")  # Hebrew has as many as four
_PLAIN: Final = re.compile(r"[\n -~]*+\Z")
#: Plain text, and what else most posts are written in: Latin, Greek, Cyrillic, Chinese, Japanese and Korean letters,
#: dashes, quotes, and pictures without a joiner. All of it stays as it is.
_HARMLESS: Final = re.compile(
    "(?:[\n -~\u00a0-\u00ac\u00ae-\u024f\u0391-\u03c9\u0400-\u0482\u048a-\u04ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uac00-\ud7a3]|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)*+\\Z")


def neutralise(text: str) -> str:
    r"""Return ``text`` with everything that could act on a terminal or hide from a reader taken out.

    Complete escape sequences go with their contents; other control characters, lone surrogates and noncharacters
    become U+FFFD; tabs become a space, ``\r`` and exotic line ends a newline. Bidi controls and invisible characters
    go; joiners, variation selectors and tags stay only where a script or an emoji needs them; more than four
    combining marks on one character are cut ("zalgo"). The result holds no character of the categories Cc (but
    ``\n``) and Cs and no bidi control. Idempotent; takes time in proportion to the text.
    Sources: ECMA-48; Unicode UAX #9, UTR #36, UTS #51; RFC 5892 A.1 and A.2.
    """
    if _HARMLESS.match(text):
        return text
    text = _ESCAPES.sub("", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _SPACES.sub(" ", text)
    text = _LINES.sub("\n", text)
    text = _BROKEN.sub("\ufffd", text)
    if text.isascii():
        return text
    # This order makes it idempotent: no step makes room for what an earlier one would take out. Every selector and
    # joiner that stays hangs on a character that stays, and marks are cut only behind marks that stay.
    text = _HIDDEN.sub("", text)
    if _GUESTS.search(text):  # most texts have none, and what looks behind looks at every character
        text = _TAGS.sub(r"\1", text)
        text = _SELECTORS.sub("", text)
        text = _JOINERS.sub("", text)
    return _MARKS.sub(r"\1", text)


def without_escapes(text: str) -> str:
    """Return ``text`` without escape sequences; of an incomplete one only the introducer goes."""
    return _ESCAPES.sub("", text)


def one_line(text: str) -> str:
    """Return ``text`` neutralised and on one line, runs of white space as one space."""
    return " ".join(neutralise(text).split())


def clip(text: str, limit: int) -> str:
    """Cut ``text`` to ``limit`` code points, with an ellipsis where something is missing.

    An emoji or a word that the cut would leave with a dangling joiner loses the joiner too.
    """
    if len(text) <= limit:
        return text
    return text[: limit - 1].rstrip().rstrip(_JOIN) + "…" if limit > 0 else ""


# Scripts that write words without spaces are searched character by character.
_SINGLE: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003fffd"
)
# The vowel signs of the Indic scripts are marks to Python, but letters to the people who write them.
_SIGNS: Final = (
    "\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7\u09e2\u09e3\u0a01-\u0a03"
    "\u0a3c-\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0bd7"
    "\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d81-\u0d83\u0dca-\u0ddf"
)
_UNSPACED: Final = re.compile(f"[{_SINGLE}]")
_TOKEN: Final = re.compile(f"[{_SINGLE}]|(?:[^\\W_{_SINGLE}]|[{_SIGNS}])+")


def plain(text: str) -> bool:
    """True where ``text`` is printable ASCII and newlines: nothing needs to be made harmless or folded but its case."""
    # Most are of one line: what the interpreter knows of a text is asked before each character is.
    return text.isascii() and (text.isprintable() or _PLAIN.match(text) is not None)


class _Marks(dict[int, int | None]):
    """What ``str.translate`` makes of each code point: nothing of a combining mark. Each is looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = None if unicodedata.combining(chr(code)) else code
        return kept


_WITHOUT_MARKS: Final = _Marks()
#: What a plain text's bytes are to a search: letters without case, digits, and spaces in the place of all else.
_PLAIN_WORDS: Final = bytes(code if chr(code).isdigit() or chr(code).islower() else 32
                            for code in bytes(range(128)).lower()) + bytes([32]) * 128
# Printable ASCII, dashes, curly quotes, dots, and pictures that neither fold nor join: what most other posts in English
# are made of. None of these is part of a word, or becomes one.
_NEARLY_PLAIN: Final = re.compile(
    "(?:[\n -~\u2013\u2014\u2018\u2019\u201c\u201d\u2026]|[\U0001f300-\U0001f64f\U0001f900-\U0001f9ff]\ufe0f?)*+\\Z")


def tokens(text: str) -> list[str]:
    """Cut ``text`` into search words: what a reader sees, case folded, accents removed, letters and digits only.

    The same words are indexed by the store and matched in a pane, so that both find the same posts. Joining them
    with spaces and cutting again gives the same words.
    """
    return spaced(text).split()


def spaced(text: str) -> str:
    """Give the ``tokens`` of a text in one piece, with a space or more around them."""
    if plain(text) or _NEARLY_PLAIN.match(text):
        return text.encode("ascii", "replace").translate(_PLAIN_WORDS).decode("ascii")
    folded = unicodedata.normalize("NFKD", neutralise(text).casefold()).casefold()
    shown = unicodedata.normalize("NFKD", folded).translate(_WITHOUT_MARKS)
    return " ".join(_TOKEN.findall(shown.replace("\u200c", " ").replace("\u200d", "")))


def unspaced(token: str) -> bool:
    """True for one of ``tokens`` that is a character of a script without spaces, and not a word."""
    return len(token) == 1 and _UNSPACED.match(token) is not None


_LINK: Final = re.compile(r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?")


def web_link(url: str) -> bool:
    """True where ``url`` may be opened or made a link.

    It is http or https with a host and no user name before it, and holds no white space, backslash, control or
    invisible character.
    """
    return _LINK.fullmatch(url) is not None and neutralise(url) == url
