"""An explanation as JSON and back, as the log keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from warroom.domain.model import PostKey
from warroom.domain.why import Copies, Driver, Why
from warroom.domain.wire import Json

_NAMES: Final = ("terms", "words", "links", "authors")


def to_json(why: Why) -> dict[str, Json]:
    """Give it as JSON, every key present."""
    copies = why.copies
    return {
        **{name: [_driver_to_json(driver) for driver in drivers]
           for name, drivers in zip(_NAMES, (why.terms, why.words, why.links, why.authors), strict=True)},
        "copies": None if copies is None else {
            "share": round(copies.share, 4), "posts": copies.posts, "authors": copies.authors, "first": copies.first,
            "author": copies.author, "text": copies.text,
        },
        "posts": why.posts, "people": why.people,
    }


def from_json(raw: Json) -> Why:
    """Read what :func:`to_json` wrote. Raises ValueError on anything else."""
    if not isinstance(raw, Mapping):
        raise ValueError("why is not an object")
    copies = raw.get("copies")
    terms, words, links, authors = (tuple(map(_driver, _list(raw.get(name)))) for name in _NAMES)
    return Why(
        terms, words, links, authors, copies=None if copies is None else _copies(copies),
        posts=_count(raw.get("posts")), people=_count(raw.get("people")),
    )


def _driver_to_json(driver: Driver) -> dict[str, Json]:
    return {
        "text": driver.text, "posts": driver.posts, "authors": driver.authors, "texts": driver.texts,
        "usual": None if driver.usual is None else round(driver.usual, 3), "weight": round(driver.weight, 3),
        "examples": list(driver.examples),
    }


def _driver(raw: Json) -> Driver:
    if not isinstance(raw, Mapping):
        raise ValueError("a driver is not an object")
    usual = raw.get("usual")
    return Driver(
        text=_text(raw.get("text")), posts=_count(raw.get("posts")), authors=_count(raw.get("authors")),
        texts=_count(raw.get("texts")), usual=None if usual is None else _number(usual),
        weight=_number(raw.get("weight")),
        examples=tuple(PostKey(_text(key)) for key in _list(raw.get("examples"))),
    )


def _copies(raw: Json) -> Copies:
    if not isinstance(raw, Mapping):
        raise ValueError("copies is not an object")
    return Copies(
        share=_number(raw.get("share")), posts=_count(raw.get("posts")), authors=_count(raw.get("authors")),
        first=PostKey(_text(raw.get("first"))), author=_text(raw.get("author")), text=_text(raw.get("text")),
    )


def _list(raw: Json) -> Sequence[Json]:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise ValueError("a list is expected")
    return raw


def _text(raw: Json) -> str:
    if not isinstance(raw, str):
        raise ValueError("a text is expected")
    return raw


def _number(raw: Json) -> float:
    if isinstance(raw, bool) or not isinstance(raw, (int, float)):
        raise ValueError("a number is expected")
    return float(raw)


def _count(raw: Json) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
        raise ValueError("a count is expected")
    return raw
