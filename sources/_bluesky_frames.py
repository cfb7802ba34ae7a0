"""The frames of a Bluesky firehose (com.atproto.sync.subscribeRepos), read one by one and never trusted.

Source: https://atproto.com/specs/event-stream and https://atproto.com/specs/sync.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final, TypeAlias

from atproto_core.cbor import decode_dag, decode_dag_multi  # type: ignore[import-untyped]  # it ships no types
from atproto_core.exceptions import AtProtocolError  # type: ignore[import-untyped]

#: The one collection that is read.
POSTS: Final = "app.bsky.feed.post/"
DID: Final = re.compile(r"did:[a-z]+:[A-Za-z0-9._:%-]{1,2000}")
KEY: Final = re.compile(r"[A-Za-z0-9._:~-]{1,512}")
# CID version 1, DAG-CBOR, SHA-256: the only form that the protocol allows for records.
_CID_BEGIN: Final = b"\x01\x71\x12\x20"
_CID_LENGTH: Final = 36
#: How often a name is looked for in one commit, and the largest block (bytes) that is hashed; posts have at most 64 kB.
_LINKS: Final = 8
_LARGEST: Final = 2**17


class UnreadableError(ValueError):
    """A frame or a record that cannot be read; the words are the reason that is counted."""


@dataclass(frozen=True, slots=True)
class Op:
    """One change of a post: ``block`` is the record, as CBOR or read already.

    It is None for a deletion, or where it was not sent along.
    """

    action: str
    key: str
    block: bytes | Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class Commit:
    """What one account changed; only changes of posts are kept. ``bad`` counts changes without a usable path.

    ``when`` is the event's time as it came, here and below: most of them are never looked at.
    """

    seq: int
    when: object
    did: str
    ops: tuple[Op, ...]
    bad: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """An account appeared, or went away with a status, such as takendown or deleted."""

    seq: int
    when: object
    did: str
    active: bool
    status: str


@dataclass(frozen=True, slots=True)
class Identity:
    """An account has a new handle ("": ask for it again)."""

    seq: int
    when: object
    did: str
    handle: str


@dataclass(slots=True)  # not frozen, which would cost a third of reading it: nine of ten events are such
class Other:
    """An event that says nothing about posts."""

    seq: int
    when: object


@dataclass(frozen=True, slots=True)
class Info:
    """A word from the server about the stream itself, such as OutdatedCursor."""

    name: str


@dataclass(frozen=True, slots=True)
class Fault:
    """The server ends the stream and says why."""

    error: str
    message: str


Event: TypeAlias = Commit | Account | Identity | Other | Info | Fault


def read_frame(raw: bytes | str) -> Event:
    """Read one frame. Raises UnreadableError with the reason; costs 2 to 5 microseconds where no post is in it."""
    if isinstance(raw, str):
        raise UnreadableError("a frame of text")
    try:
        parts = decode_dag_multi(raw)
    except (AtProtocolError, ValueError, TypeError, RecursionError, OverflowError) as error:
        raise UnreadableError("a frame that is not CBOR") from error
    if len(parts) != 2 or not isinstance(parts[0], Mapping) or not isinstance(parts[1], Mapping):
        raise UnreadableError("a frame without header and body")
    header: Mapping[str, object] = parts[0]
    body: Mapping[str, object] = parts[1]
    match header.get("op"), header.get("t"):
        case -1, _:
            return Fault(_text(body.get("error")) or "an error without a name", _text(body.get("message")))
        case 1, "#commit":
            return _commit(body)
        case 1, "#info":
            return Info(_text(body.get("name")))
        case 1, "#account":
            return Account(_seq(body), body.get("time"), _did(body.get("did")),
                           body.get("active") is not False, _text(body.get("status")))
        case 1, "#identity":
            return Identity(_seq(body), body.get("time"), _did(body.get("did")), _text(body.get("handle")))
        case 1, "#tombstone":
            return Account(_seq(body), body.get("time"), _did(body.get("did")), active=False,
                           status="deleted")
        case 1, str():
            return Other(_seq(body), body.get("time"))
    raise UnreadableError("a frame of no known kind")


def read_record(block: bytes | Mapping[str, object]) -> Mapping[str, object]:
    """Read a record. Raises UnreadableError."""
    if not isinstance(block, bytes):
        return block
    try:
        record = decode_dag(block)
    except (AtProtocolError, ValueError, TypeError, RecursionError, OverflowError) as error:
        raise UnreadableError("a record that is not CBOR") from error
    if not isinstance(record, Mapping):
        raise UnreadableError("a record that is no object")
    return record


def read_time(value: object) -> datetime | None:
    """Read an ISO 8601 time as aware UTC, a naive one as UTC; an aware time stays; None for anything else."""
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str) or len(value) > 64:
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _commit(body: Mapping[str, object]) -> Commit | Other:
    seq, listed = _seq(body), body.get("ops")
    ops = [op for op in listed if _speaks_of_a_post(op)] if isinstance(listed, list) else []
    if not ops:
        return Other(seq, body.get("time"))
    did = _did(body.get("repo"))
    if body.get("tooBig") is True:
        raise UnreadableError("a commit too big for the stream")
    car = body.get("blocks")
    changes: list[Op] = []
    bad = 0
    for op in ops:
        key, action, cid = op["path"][len(POSTS):], op.get("action"), op.get("cid")
        if KEY.fullmatch(key) and isinstance(action, str):
            block = _block(car, cid) if isinstance(cid, bytes) and isinstance(car, bytes) else None
            changes.append(Op(action, key, block))
        else:
            bad += 1
    return Commit(seq, body.get("time"), did, tuple(changes), bad)


def _speaks_of_a_post(op: object) -> bool:
    if not isinstance(op, dict):
        return False
    path = op.get("path")
    return isinstance(path, str) and path.startswith(POSTS)


def _block(car: bytes, cid: bytes) -> bytes | None:
    """Find one block of a CAR file by its name, and prove it by its hash; nothing else is read, nor can do harm.

    The name stands before its block, after the length of both, and a few times more as a link from the tree.
    Walking through all blocks costs ten times as much. Source: https://ipld.io/specs/transport/car/carv1/.
    """
    if len(cid) != _CID_LENGTH or not cid.startswith(_CID_BEGIN):
        return None
    at = car.find(cid)
    for _ in range(_LINKS):
        if at < 1:
            return None
        begin = at + _CID_LENGTH
        for width in (2, 1, 3):
            block = car[begin:at + _varint(car[max(0, at - width):at])]
            if sha256(block).digest() == cid[len(_CID_BEGIN):]:
                return block
        at = car.find(cid, begin)
    return None


def _varint(data: bytes) -> int:
    """Read an unsigned LEB128 number of up to three bytes: more than the largest record."""
    value = 0
    for number, byte in enumerate(data):
        value |= (byte & 0x7F) << 7 * number
    return min(value, _LARGEST)


def _seq(body: Mapping[str, object]) -> int:
    seq = body.get("seq")
    if isinstance(seq, bool) or not isinstance(seq, int) or not 0 <= seq < 2**63:
        raise UnreadableError("an event without a sequence number")
    return seq


def _did(value: object) -> str:
    if not isinstance(value, str) or not DID.fullmatch(value):
        raise UnreadableError("an event without an account")
    return value


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
