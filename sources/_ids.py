"""Native ids and addresses in each platform's own shape, on reserved example hosts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from warroom.domain.model import Platform

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
#: atproto's sortable base 32. Source: atproto.com/specs/tid.
_SORTABLE: Final = "234567abcdefghijklmnopqrstuvwxyz"
_PAIRS: Final = [high + low for high in _SORTABLE for low in _SORTABLE]
_COUPLES: Final = [high + low for high in _DIGITS for low in _DIGITS]
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
# Reddit's counter stood about here in early 2026; the gap between two ids is what others posted in between.
_REDDIT_FIRST: Final = 103_079_215_104


def base36(number: int) -> str:
    """Write a whole number from 36**7 up to 36**8 in base 36: eight digits."""
    number, last = divmod(number, 1296)
    number, third = divmod(number, 1296)
    first, second = divmod(number, 1296)
    return _COUPLES[first] + _COUPLES[second] + _COUPLES[third] + _COUPLES[last]


def did(bits: int) -> str:
    """Write 120 bits as an identity of the method that Bluesky uses. Source: web.plc.directory/spec."""
    return "did:plc:" + "".join([_PAIRS[bits >> shift & 1023] for shift in range(0, 120, 10)])


def tid(microseconds: int, clock: int) -> str:
    """Write an atproto record key: 53 bits of time and 10 of a clock's id, 13 characters."""
    number = (microseconds & (1 << 53) - 1) << 10 | clock & 1023
    return (
        _SORTABLE[number >> 60 & 15] + _PAIRS[number >> 50 & 1023] + _PAIRS[number >> 40 & 1023]
        + _PAIRS[number >> 30 & 1023] + _PAIRS[number >> 20 & 1023] + _PAIRS[number >> 10 & 1023]
        + _PAIRS[number & 1023]
    )


def native_id(platform: Platform, number: int, created_at: datetime, repo: str, *, reply: bool) -> str:
    """Name the ``number``-th post of the story as its platform would."""
    if platform is Platform.REDDIT:
        return ("t1_" if reply else "t3_") + base36(_REDDIT_FIRST + number * 41)
    micros = (created_at - _EPOCH) // _MICROSECOND
    if platform is Platform.MASTODON:
        return str(micros // 1000 << 16 | number & 0xFFFF)
    return f"at://{repo}/app.bsky.feed.post/{tid(micros, number)}"


def address(platform: Platform, native: str, handle: str, place: str, root: str) -> str:
    """Give a post's web address; ``root`` is the submission's id where this is a Reddit comment."""
    if platform is Platform.REDDIT:
        if root:
            return f"https://reddit.example/{place}/comments/{root[3:]}/_/{native[3:]}/"
        return f"https://reddit.example/{place}/comments/{native[3:]}/_/"
    if platform is Platform.MASTODON:
        return f"https://{place}/@{handle.partition('@')[0]}/{native}"
    return f"https://bsky.example/profile/{handle}/post/{native.rpartition('/')[2]}"
