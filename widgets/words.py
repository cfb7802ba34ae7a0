"""Numbers and times as people read them: short, with their unit, always in the same number of columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta


def count(number: int) -> str:
    """Write a whole number with thousands separated: ``31,204``."""
    return f"{number:,}"


def short(number: float) -> str:
    """Write a large number in at most four characters: ``950``, ``3.2k``, ``214k``, ``1.3M``."""
    for size, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= size * 0.9995:
            value = number / size
            return f"{value:.1f}{unit}" if value < 9.95 else f"{value:.0f}{unit}"
    return f"{number:.0f}"


def rate(per_second: float) -> str:
    """Write posts a second: ``2.1/s``, ``640/s``; below one in ten seconds per minute, ``3/min``."""
    if per_second >= 99.5:
        return f"{per_second:,.0f}/s"
    if per_second >= 0.95:
        return f"{per_second:.1f}/s"
    return f"{per_second * 60:.0f}/min"


def span(length: timedelta) -> str:
    """Write a length of time in its two largest units: ``45 s``, ``12 m``, ``1 h 42 m``, ``3 d 4 h``."""
    seconds = max(0, int(length.total_seconds()))
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} m"
    if seconds < 86400:
        return f"{seconds // 3600} h {seconds % 3600 // 60:02d} m"
    return f"{seconds // 86400} d {seconds % 86400 // 3600} h"


def since(length: timedelta) -> str:
    """Write how long something is open, by the minute, so that it does not tick: ``under a minute``, ``1 h 42 m``."""
    return "under a minute" if length < timedelta(minutes=1) else span(length)


def clock(moment: datetime, *, seconds: bool = True) -> str:
    """Write a time of day, in the zone that it is in."""
    return f"{moment:%H:%M:%S}" if seconds else f"{moment:%H:%M}"


def plural(number: int, one: str, many: str = "") -> str:
    """Write a count with its noun: ``1 post``, ``3 posts``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """Join names as a sentence does: ``a``, ``a and b``, ``a, b and c``."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
