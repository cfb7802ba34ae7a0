"""A post as the room knows it, as JSON and back: what ``warroom posts --json`` prints and the JSON export keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from warroom.domain import triage
from warroom.domain.item import Item
from warroom.domain.model import LIVE, Score, Unscored
from warroom.domain.post_json import post_from_json, post_to_json
from warroom.domain.wire import Json, from_stamp, stamp

_MOST: Final = 2**63 - 1  # what every database holds


def item_to_json(item: Item, *, full: bool = False) -> dict[str, Json]:
    """Give an item as JSON, every key present, in a fixed order.

    ``sentiment`` is null while a post waits for the model, and where the model cannot read it; then ``unscored`` says
    why. ``context`` is there, and true, only for a post that was fetched with a conversation. ``full`` adds
    ``received_at``, which is wall-clock time: two drills with the same seed differ only there.
    """
    score = item.score
    return {
        "id": item.id,
        "room": item.room,
        "drill": item.room != LIVE,
        "key": item.key,
        **post_to_json(item.post),
        "sentiment": _sentiment(score) if isinstance(score, Score) else None,
        "unscored": score.reason if isinstance(score, Unscored) else None,
        "triage": triage.to_json(item.triage),
        "version": item.version,
        "deleted_at": stamp(item.deleted_at) if item.deleted_at else None,
        **({"context": True} if item.context else {}),
        **({"received_at": stamp(item.received_at)} if full else {}),
    }


def _sentiment(score: Score) -> dict[str, Json]:
    return {
        "label": str(score.label),
        "negative": score.negative,
        "neutral": score.neutral,
        "positive": score.positive,
        "valence": score.valence,
        "model": score.model,
    }


def item_from_json(raw: Mapping[str, Json]) -> Item:
    """Read what :func:`item_to_json` wrote with ``full``. Raises ValueError with words that name the field."""
    post = post_from_json(raw)
    for name in ("reach", "replies", "reposts", "likes"):
        count = getattr(post, name)
        if count is not None and abs(count) > _MOST:
            raise ValueError(f"{name} is beyond any count")
    deleted_at = raw.get("deleted_at")
    state = raw.get("triage")
    if not isinstance(state, Mapping):
        raise ValueError("triage is not an object")
    return Item(
        id=_count(raw, "id"),
        room=_text(raw, "room"),
        post=post,
        received_at=from_stamp(_text(raw, "received_at")),
        version=_count(raw, "version"),
        deleted_at=None if deleted_at is None else from_stamp(_text(raw, "deleted_at")),
        score=_score(raw),
        triage=triage.from_json(state),
        context=raw.get("context") is True,
    )


def _score(raw: Mapping[str, Json]) -> Score | Unscored | None:
    shares = raw.get("sentiment")
    if shares is None:
        return None if raw.get("unscored") is None else Unscored(_text(raw, "unscored"))
    if not isinstance(shares, Mapping) or raw.get("unscored") is not None:
        raise ValueError("sentiment is not an object beside an empty unscored")
    return Score(_share(shares, "negative"), _share(shares, "neutral"), _share(shares, "positive"),
                 _text(shares, "model"))


def _share(raw: Mapping[str, Json], name: str) -> float:
    value = raw.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError(f"{name} is no probability")
    return float(value)


def _count(raw: Mapping[str, Json], name: str) -> int:
    value = raw.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _MOST:
        raise ValueError(f"{name} is not a number from 1")
    return value


def _text(raw: Mapping[str, Json], name: str) -> str:
    value = raw.get(name)
    if not isinstance(value, str):
        raise ValueError(f"{name} is not a text")
    return value
