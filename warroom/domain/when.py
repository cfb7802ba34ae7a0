"""Times and lengths of time as people type them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from warroom.domain.text import clip

_PART: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*+([smhdw])\s*+")
_CLOCK: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}


def span(text: str) -> timedelta:
    """Read a length of time such as ``90s``, ``30m``, ``1h30m`` or ``2d``. Raises ValueError."""
    seconds, at = 0.0, 0
    words = text.strip()
    while found := _PART.match(words, at):
        seconds += float(found.group(1)) * _UNITS[found.group(2)]
        at = found.end()
    if not words or at < len(words):
        raise ValueError(f"{_shown(text)} is no length of time")
    try:
        return timedelta(seconds=seconds)
    except OverflowError as error:
        raise ValueError(f"{_shown(text)} is too long") from error


def moment(text: str, *, now: datetime, back: bool) -> datetime:
    """Read a time (aware UTC): a length of time before (``back``) or after ``now``, a clock time, or a date.

    A clock time means the last (``back``) or the next one, and a date its first moment, in the zone of ``now``.
    Raises ValueError.
    """
    try:
        if found := _CLOCK.fullmatch(text):
            at = now.replace(hour=int(found.group(1)), minute=int(found.group(2)), second=0, microsecond=0)
            if back and at > now:
                at -= timedelta(days=1)
            elif not back and at <= now:
                at += timedelta(days=1)
        elif _DATE.match(text):
            at = datetime.fromisoformat(text)
            at = at if at.tzinfo else at.replace(tzinfo=now.tzinfo)
        else:
            at = now - span(text) if back else now + span(text)
        return at.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{_shown(text)} is out of the calendar") from error


def _shown(words: str) -> str:
    return repr(clip(words, 40))
