"""The settings of writing: the house's rules of tone, and its statements."""

from __future__ import annotations

from dataclasses import dataclass, field

from warroom import config_kinds as kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """What a draft is checked by beside our own rules; ``warroom tone`` and the composer use the same.

    ``rules`` are files as docs/tone.md has them, ``confidential`` are terms that no reply may hold, ``handles`` names
    of our own accounts and people, which a draft may speak of. With ``second_reader`` a learned model reads drafts
    beside the rules.
    """

    rules: tuple[str, ...] = field(default=(), metadata=kinds.texts().meta)
    confidential: tuple[str, ...] = field(default=(), metadata=kinds.texts().meta)
    handles: tuple[str, ...] = field(default=(), metadata=kinds.texts().meta)
    second_reader: bool = field(default=True, metadata=kinds.flag().meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The statement library. ``path`` is a file or a folder ("": ``statements.toml`` beside config.toml, if there)."""

    path: str = field(default="", metadata=kinds.text().meta)
