"""The websocket to a firehose or a Jetstream: opening it, taking what is there, and every way it can fail, in words.

Source: https://atproto.com/specs/event-stream.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from sources._bluesky_pulse import TooOldError
from warroom.domain.errors import SourceError, SourceStopped

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection
    from websockets.exceptions import ConnectionClosed, InvalidStatus
    from websockets.typing import Subprotocol

_SCHEMES: Final = {"http": "ws", "https": "wss", "ws": "ws", "wss": "wss"}
_KIND: Final = {
    "sources.bluesky.base_url": "a relay or a PDS, such as https://bsky.network",
    "sources.bluesky.jetstream": "a Jetstream, such as https://jetstream.us-east.bsky.network",
    "sources.bluesky.service": "the server that you log in to, such as https://bsky.social",
}
#: A frame is at most 5 MB by the specification; this leaves room and still bounds what a server can make us hold.
_LARGEST: Final = 16 * 2**20
_PING: Final = 20.0


@dataclass(frozen=True, slots=True)
class Server:
    """A server: its name with port, as it stands in cursors and errors; its addresses for calls and for streams.

    ``near`` is True on this machine; ``setting`` is where its address stands, for hints.
    """

    place: str
    http: str
    websocket: str
    near: bool
    setting: str = "sources.bluesky.base_url"


def address(base_url: str, setting: str = "sources.bluesky.base_url") -> Server:
    """Read the address of a server. Raises SourceStopped where it is none."""
    try:
        parts = urlsplit(base_url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _no_address(base_url, setting) from error
    if parts.scheme not in _SCHEMES or not host:
        raise _no_address(base_url, setting)
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    scheme, path = _SCHEMES[parts.scheme], parts.path.rstrip("/")
    # A proxy of the environment is for the world outside, not for a server on this machine.
    near = host in ("127.0.0.1", "localhost", "::1")
    return Server(place, f"{scheme.replace('ws', 'http')}://{place}{path}", f"{scheme}://{place}{path}", near, setting)


async def connect(
    server: Server, url: str, *, patience: float, protocols: Sequence[str] = (),
) -> ClientConnection:
    """Open the stream at ``url``. Raises SourceError, SourceStopped where it will not heal, or TooOldError."""
    from websockets.asyncio.client import connect as open_websocket
    from websockets.exceptions import InvalidStatus, InvalidURI, WebSocketException

    place = server.place
    subprotocols: list[Subprotocol] = [*protocols]  # type: ignore[list-item]  # a NewType of str, imported for types only
    try:
        return await open_websocket(
            url, max_size=_LARGEST, compression=None, open_timeout=patience, close_timeout=1.0, ping_interval=_PING,
            ping_timeout=_PING, proxy=None if server.near else True, subprotocols=subprotocols or None,
        )
    except InvalidStatus as error:
        raise _refused(error, server) from error
    except InvalidURI as error:
        raise _no_address(server.http, server.setting) from error
    except ssl.SSLError as error:
        raise SourceError(f"No secure connection to {place}.", reason=f"{error.reason or error}.",
                          hint="Check the address, this computer's clock, and any proxy between.") from error
    except TimeoutError as error:
        raise SourceError(f"{place} did not answer within {patience:g} s.",
                          hint="Check the network; warroom keeps trying.") from error
    except OSError as error:
        raise SourceError(f"{place} cannot be reached.", reason=f"{error.strerror or error}.",
                          hint=f"Check the network and {server.setting}; warroom keeps trying.") from error
    except WebSocketException as error:
        raise SourceError(f"{place} does not speak the firehose's protocol.", reason=f"{error}.",
                          hint=f"Check {server.setting}: it must be {_KIND[server.setting]}.") from error


async def gather(
    socket: ClientConnection, *, first: float, more: float, most: int,
) -> tuple[list[bytes | str], ConnectionClosed | None]:
    """Wait up to ``first`` seconds for a frame, then take what comes within ``more``, at most ``most`` frames.

    The second value is set where the connection ended after these frames; none of them is lost.
    """
    from websockets.exceptions import ConnectionClosed

    frames: list[bytes | str] = []
    try:
        async with asyncio.timeout(first):
            frames.append(await socket.recv())
        async with asyncio.timeout(more):
            while len(frames) < most:
                frames.append(await socket.recv())
    except TimeoutError:
        return frames, None  # that is all there is now
    except ConnectionClosed as closed:
        return frames, closed
    return frames, None


def ended(closed: ConnectionClosed, place: str) -> SourceError:
    """Say why a connection ended; an orderly end (1000, 1001) is a failure too, for a firehose has no end."""
    frame = closed.rcvd or closed.sent
    if frame is None:
        return SourceError(f"The connection to {place} broke.", hint="warroom connects again and catches up.")
    said = f" ({frame.reason})" if frame.reason else ""
    what = "ended the stream" if closed.rcvd else "was given up"
    return SourceError(f"{place} {what}.", reason=f"Close code {int(frame.code)}{said}.",
                       hint="warroom connects again and catches up.")


def _refused(error: InvalidStatus, server: Server) -> Exception:
    status, place, kind = error.response.status_code, server.place, _KIND[server.setting]
    if status == 400 and b"CursorTooOld" in (error.response.body or b""):
        return TooOldError("a gap that the server no longer remembers")
    if status == 429 or status >= 500:
        wait = error.response.headers.get("Retry-After", "")
        return SourceError(f"{place} refuses for now.", reason=f"HTTP {status}.", hint="warroom keeps trying.",
                           retry_after=min(float(wait), 3600.0) if wait.isdecimal() else None)
    if status in (401, 403):
        return SourceStopped(f"{place} does not let us read its firehose.", reason=f"HTTP {status}.",
                             hint="Use a server whose firehose is public, such as https://bsky.network.")
    return SourceStopped(f"There is no firehose at {place}.", reason=f"HTTP {status}.",
                         hint=f"Check {server.setting}: it must be {kind}, without a page's path.")


def _no_address(base_url: str, setting: str) -> SourceStopped:
    return SourceStopped(f"{base_url!r} is no address of a Bluesky server.",
                         hint=f"Set {setting} to {_KIND[setting]}.")
