"""JSON values and times as they stand in the log, in state rows and in exports: one form, everywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final, TypeAlias

from warroom.domain.errors import BadMove

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

_CANONICAL: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)

#: Field name -> (value before, value after), as an event keeps it so that it can be undone.
Changes: TypeAlias = Mapping[str, tuple[Json, Json]]


def stamp(moment: datetime) -> str:
    """Write an aware time as ``YYYY-MM-DDTHH:MM:SS.ffffff+00:00``: one precision, one offset, sortable."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone has no place in the log")
    return _utc(moment).isoformat(timespec="microseconds")


def from_stamp(text: str) -> datetime:
    """Read an ISO 8601 time with an offset as aware UTC. Raises ValueError where it has none or is no time."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    return _utc(moment)


def _utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:  # the first or last day of the calendar in a zone far from Greenwich
        raise ValueError(f"{moment.isoformat()!r} is out of the calendar in UTC") from error


def canonical(value: Json) -> str:
    """Write JSON in its one form: sorted keys, no spaces, ASCII only. This is what is hashed.

    Raises ValueError for NaN and infinities, which are no JSON.
    """
    return _CANONICAL.encode(value)


def changes_to_json(made: Changes) -> dict[str, Json]:
    """Give changes as JSON: ``{field: [before, after]}``."""
    return {name: [before, after] for name, (before, after) in made.items()}


def changes_from_json(raw: Json) -> Changes:
    """Read what :func:`changes_to_json` wrote. Raises ValueError on anything else."""
    if not isinstance(raw, Mapping):
        raise ValueError("changes must be an object")
    made: dict[str, tuple[Json, Json]] = {}
    for name, pair in raw.items():
        if isinstance(pair, str) or not isinstance(pair, Sequence) or len(pair) != 2:
            raise ValueError(f"the change of {name!r} must be [before, after]")
        made[name] = (pair[0], pair[1])
    return made


def reverse(made: Changes) -> Changes:
    """Turn changes round, so that they undo themselves."""
    return {name: (after, before) for name, (before, after) in made.items()}


def must_still_hold(now: Mapping[str, Json], made: Changes) -> None:
    """Raise BadMove unless every changed field still has the value that ``made`` gave it."""
    for name, (_, after) in made.items():
        if now.get(name) != after:
            raise BadMove("Cannot undo: it was changed again since.", hint="Undo the later act first.")
