"""The dialect of Jetstream: the network's posts as JSON, filtered by the server to posts, without a login.

Two wires are spoken. Version 2 (network.bsky.jetstream.subscribeEvents, 2026) counts events; the older one, known by an
address that ends in /subscribe, tells microseconds. Sources: https://bsky.network/docs/jetstream and
https://github.com/bluesky-social/jetstream.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, TypeGuard

from sources import _bluesky_frames as fire
from sources._bluesky_frames import DID, KEY, UnreadableError
from sources._bluesky_wire import Server
from warroom.domain.wire import Json

_COLLECTION: Final = "app.bsky.feed.post"
_EVENTS: Final = "network.bsky.jetstream.subscribeEvents"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
#: Cursors from here on are times; a replay by time is not exact at its edge, and instances differ: we go back a little.
_TIMES: Final = 10**15
_REWIND: Final = 5_000_000


@dataclass(frozen=True, slots=True)
class Jetstream:
    """Positions are ``{"at": server, "seq": number, "us": microseconds}``: the time holds on every instance."""

    server: Server
    name: str = "jetstream"
    oldest: int | None = None

    @property
    def protocols(self) -> Sequence[str]:
        """The second version has a name for its frames."""
        return () if self._old else ("xrpc.v1.json",)

    @property
    def _old(self) -> bool:
        return self.server.websocket.endswith("/subscribe")

    def parse(self, raw: bytes | str) -> fire.Event:
        """Read one frame."""
        return read_frame(raw)

    def resume(self, position: object) -> tuple[int | None, Counter[str]]:
        """Go on exactly by the number of the same instance, and by time, which is less exact, a little earlier."""
        if position is None:
            return None, Counter()
        said = position if isinstance(position, Mapping) else {}
        seq, micros = said.get("seq"), said.get("us")
        same = said.get("at") == self.server.place
        if same and not self._old and _number(seq):
            return seq, Counter()
        if _number(micros) and micros >= _TIMES:
            return micros - _REWIND, Counter()
        return None, Counter({"a cursor of another server": 1})

    def later(self, position: object) -> int | None:
        """The time, with which the server goes back as far as it can."""
        micros = position.get("us") if isinstance(position, Mapping) else None
        return micros if not self._old and _number(micros) and micros >= _TIMES else None

    def url(self, cursor: int | None) -> str:
        """The address to open: posts only, and what becomes of accounts."""
        if self._old:
            address = f"{self.server.websocket}?wantedCollections={_COLLECTION}"
        else:
            kinds = "".join(f"&kinds={kind}" for kind in ("commit", "identity", "account"))
            address = f"{self.server.websocket}/xrpc/{_EVENTS}?collections={_COLLECTION}{kinds}"
        return address if cursor is None else f"{address}&cursor={cursor}"

    def position(self, seq: int, moment: datetime | None) -> Json:
        """The number, the time, and whose they are."""
        if self._old:
            return {"at": self.server.place, "us": seq}
        return {"at": self.server.place, "seq": seq, "us": None if moment is None else _micros(moment)}

    def begin(self, now: datetime) -> Json:
        """Now, so that a line that breaks before its first event loses nothing."""
        return {"at": self.server.place, "us": _micros(now)}


def read_frame(raw: bytes | str) -> fire.Event:
    """Read one frame of either version. Raises UnreadableError with the reason."""
    try:
        frame = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("a frame that is not JSON") from error
    if not isinstance(frame, dict):
        raise UnreadableError("a frame that is no object")
    if "$type" not in frame:
        return _old_event(frame)
    if frame["$type"] == "error":
        return fire.Fault(_text(frame.get("error")) or "an error without a name", _text(frame.get("message")))
    payload = frame.get("payload")
    if frame["$type"] != "message" or not isinstance(payload, dict):
        raise UnreadableError("a frame of no known kind")
    return _event(payload)


def _event(body: Mapping[str, object]) -> fire.Event:
    kind = _text(body.get("$type")).removeprefix(f"{_EVENTS}#")
    if kind == "info":
        return fire.Info(_text(body.get("name")))
    seq, when = body.get("seq"), body.get("witnessedAt") or body.get("time")
    if not _number(seq):
        raise UnreadableError("an event without a sequence number")
    match kind:
        case "commit":
            return _commit(seq, when, body.get("did"), body)
        case "account":
            return _account(seq, when, body.get("did"), body.get("account"))
        case "identity":
            return fire.Identity(seq, when, _did(body.get("did")), _text(_map(body.get("identity")).get("handle")))
    return fire.Other(seq, when)


def _old_event(body: Mapping[str, object]) -> fire.Event:
    micros = body.get("time_us")
    if not _number(micros):
        raise UnreadableError("an event without a time")
    try:
        when = _EPOCH + micros * _MICROSECOND
    except OverflowError as error:
        raise UnreadableError("an event without a time") from error
    match body.get("kind"):
        case "commit":
            return _commit(micros, when, body.get("did"), _map(body.get("commit")))
        case "account":
            return _account(micros, when, body.get("did"), body.get("account"))
        case "identity":
            return fire.Identity(micros, when, _did(body.get("did")), _text(_map(body.get("identity")).get("handle")))
    return fire.Other(micros, when)


def _commit(seq: int, when: object, did: object, said: Mapping[str, object]) -> fire.Commit | fire.Other:
    if said.get("collection") != _COLLECTION:
        return fire.Other(seq, when)
    key, action, record = said.get("rkey"), said.get("operation"), said.get("record")
    if not isinstance(key, str) or not KEY.fullmatch(key) or not isinstance(action, str):
        return fire.Commit(seq, when, _did(did), (), bad=1)
    return fire.Commit(seq, when, _did(did), (fire.Op(action, key, record if isinstance(record, dict) else None),))


def _account(seq: int, when: object, did: object, said: object) -> fire.Account:
    account = _map(said)
    return fire.Account(seq, when, _did(did), account.get("active") is not False, _text(account.get("status")))


def _micros(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63


def _did(value: object) -> str:
    if not isinstance(value, str) or not DID.fullmatch(value):
        raise UnreadableError("an event without an account")
    return value


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
