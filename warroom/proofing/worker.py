"""The process that checks drafts: texts and their papers in by stdin, findings out by stdout, one JSON object a line.

In:  ``{"id": 7, "text": "...", "sheet": {...}, "house": [[table, origin], ...], "twice": true}`` (see ``wire``).
Out: ``{"id": 7, "review": {...}}``. The process ends when its stdin does, and so with whoever started it.
"""

from __future__ import annotations

import json
import os
from typing import IO, TYPE_CHECKING

from warroom.domain.composing import examine
from warroom.domain.tone import RULES
from warroom.domain.tone.house import ruled
from warroom.proofing.wire import review_out, sheet_in
from warroom.tagger.reader import Tagger

if TYPE_CHECKING:
    from warroom.domain.tone import Rule


def main() -> None:
    """Serve until stdin ends."""
    # What anybody prints goes to stderr; the protocol has a copy of stdout to itself.
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as replies:
        os.dup2(2, 1)
        serve(requests, replies)


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Answer one request after the other."""
    known: tuple[str, tuple[Rule, ...]] = ("", ())
    reader = Tagger()
    for line in requests:
        asked = json.loads(line)
        house = json.dumps(asked["house"])
        if known[0] != house:
            known = house, ruled(RULES, asked["house"])
        review = examine(asked["text"], sheet_in(asked["sheet"], known[1]), reader if asked["twice"] else None)
        replies.write(json.dumps({"id": asked["id"], "review": review_out(review)}).encode() + b"\n")
        replies.flush()


if __name__ == "__main__":
    main()
