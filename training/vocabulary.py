"""A smaller word-piece vocabulary: the pieces that posts use, and single characters to spell the rest."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from transformers import BertTokenizerFast

#: Pieces that BERT needs wherever it runs.
SPECIAL: Final = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def prune(backbone: Path, texts: Sequence[str], least: int, most_pieces: int, folder: Path) -> list[int]:
    """Write a tokenizer of the pieces seen ``least`` times or more into ``folder``; return the rows to keep.

    A word whose piece is gone is spelt by shorter ones, down to the single characters, which all stay. ``rows[i]``
    is the row of the backbone's embedding that piece ``i`` of the new vocabulary has.
    """
    whole = BertTokenizerFast.from_pretrained(str(backbone))
    whole.backend_tokenizer.no_truncation()
    whole.backend_tokenizer.no_padding()
    seen: Counter[int] = Counter()
    for encoding in whole.backend_tokenizer.encode_batch(list(texts), add_special_tokens=False):
        seen.update(encoding.ids)
    pieces = sorted(whole.get_vocab().items(), key=lambda item: item[1])
    rows = [row for piece, row in pieces
            if piece in SPECIAL or seen[row] >= least or (len(piece.removeprefix("##")) == 1 and piece.isascii())]
    names = {row: piece for piece, row in pieces}
    state = json.loads(whole.backend_tokenizer.to_str())
    state["model"]["vocab"] = {names[row]: at for at, row in enumerate(rows)}
    for token in state["added_tokens"]:
        token["id"] = state["model"]["vocab"][token["content"]]
    for name, special in state["post_processor"]["special_tokens"].items():
        special["ids"] = [state["model"]["vocab"][name]]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokenizer.json").write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
    settings = {"tokenizer_class": "BertTokenizer", "model_max_length": most_pieces, "do_lower_case": True,
                **{f"{name}_token": f"[{name.upper()}]" for name in ("pad", "unk", "cls", "sep", "mask")}}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return rows


def encode(folder: Path, texts: Sequence[str], most_pieces: int) -> list[list[int]]:
    """Turn cleaned texts into piece numbers, cut to ``most_pieces``."""
    small = BertTokenizerFast.from_pretrained(str(folder))
    small.backend_tokenizer.enable_truncation(most_pieces)
    return [encoding.ids for encoding in small.backend_tokenizer.encode_batch(list(texts))]
