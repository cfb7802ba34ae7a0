"""What people type and paste: made so that what is sent is what is shown, with a word on what had to go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from warroom.domain.errors import BadMove
from warroom.domain.text import neutralise, without_escapes

#: Code points that a draft may have while it is written; the longest platform takes half as many.
MOST: Final = 20_000
# Controls but the newline, half characters and noncharacters: no platform takes them, and none can be shown.
_NO_TEXT: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TAB: Final = "    "
#: A flag of a region while it is typed: its first code point, and what of its tags is there.
_FLAG: Final = re.compile("\U0001f3f4[\U000e0020-\U000e007e]*\\Z")
_PICTURE: Final = "\U0001f464"
#: Code points that the longest emoji of families has.
_LONGEST: Final = 16


@dataclass(frozen=True, slots=True)
class Typed:
    """A text that is shown as it is sent, and in words what was left out of it ("" for nothing)."""

    text: str
    left_out: str = ""


def clean(text: str) -> Typed:
    r"""Make ``text`` one that every screen shows as it is sent; :func:`refusal` of it is "".

    Line ends of all kinds become ``\n`` and a tab four spaces, which nobody needs to hear of. Control characters,
    escape sequences, half characters, invisible and bidi marks go, and so do more than four marks on one letter.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    plain = plain.replace("\x85", "\n").replace("\t", _TAB)
    shown = without_escapes(plain)
    shown, controls = _NO_TEXT.subn("", shown)
    controls += plain.count("\x1b")
    safe = neutralise(shown)
    unseen = len(shown) - len(safe)
    said = []
    if controls:
        said.append(f"{controls:,} control character{'s' if controls > 1 else ''}")
    if unseen:
        said.append(f"{unseen:,} character{'s' if unseen > 1 else ''} that nobody sees, or too many marks on a letter")
    return Typed(safe, " and ".join(said))


def joins(before: str, mark: str) -> bool:
    """True where ``mark``, which nobody sees, is part of the character or the word that ``before`` ends with.

    So it is with the joiners of an emoji or a Persian word and with the tags of a flag, which a keyboard may send one
    by one.
    """
    if "\U000e0020" <= mark <= "\U000e007f":
        return _FLAG.search(before[-_LONGEST:]) is not None
    # A joiner of pictures is one with the next picture, which has not been typed yet.
    return mark in ("\u200c", "\u200d") and neutralise(f"{before[-_LONGEST:]}{mark}{_PICTURE}")[-2:] == mark + _PICTURE


def refusal(text: str) -> str:
    """Why ``text`` cannot be sent as it is shown; "" where it can."""
    if len(text) > MOST:
        return f"The text has {len(text):,} characters; no reply has more than {MOST:,}."
    if (found := _NO_TEXT.search(text)) is not None:
        return f"Character {found.start() + 1:,} is a control character (U+{ord(found[0]):04X}); no platform takes it."
    if neutralise(text) != text:
        return "It holds characters that nobody sees, or too many marks on a letter: it would not be sent as shown."
    return ""


def sendable_text(text: str) -> str:
    """Give ``text`` as it goes out. Raises BadMove where that is not what it looks like, or nothing."""
    made = clean(text)
    if made.left_out:
        raise BadMove("The reply would not be sent as it is shown.", reason=f"It holds {made.left_out}.",
                      hint="Type that place anew.")
    words = made.text.strip()
    if not words:
        raise BadMove("A reply needs a text.")
    return words
